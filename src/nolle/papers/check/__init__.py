"""Checking a PDF before it leaves: what is hidden, private, missing, wrong or out of date in it."""

from .finding import KINDS, Finding, Report
from .inside import Unreadable, check

__all__ = ["KINDS", "Finding", "Report", "Unreadable", "check"]
