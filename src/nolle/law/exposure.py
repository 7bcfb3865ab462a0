"""Exposure, shown before any dismissal or termination: three questions, each answered yes, no or unknown.

A favourable answer that rests on litigation lapses to unknown after the day it was last verified; an unfavourable one
goes on until it is shown to have ended (ours).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from nolle.logic import Rule, Text

ORDER = ("expedited_removal", "no_bond", "third_country")
"""Modules of ``exposures/``, in the order shown."""


@dataclass(frozen=True, slots=True, eq=False)
class Exposure:
    """One exposure. ``rule`` is true when the person is exposed; ``no_needs`` is what a safe no takes."""

    id: str
    question: Text
    rule: Rule
    no_needs: tuple[Text, ...]
    cautions: tuple[Text, ...]
    proof: tuple[Text, ...]
    cites: tuple[str, ...]
    advisals: tuple[str, ...]
    notes: tuple[Text, ...] = ()


@cache
def exposures() -> tuple[Exposure, ...]:
    """The three exposures: expedited removal, detention without bond, removal to a third country."""
    return tuple(import_module(f"nolle.law.exposures.{id}").EXPOSURE for id in ORDER)
