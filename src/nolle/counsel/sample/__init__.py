"""Synthetic dockets: plausible cases of people who do not exist, for tests, demonstrations and benchmarks.

``groups`` says who they are, ``people`` what happened to each, ``facts_table``, ``filings_table`` and ``lists_table``
how much of it the file tells. All chance comes from one seed, in whole numbers (``draws``).
"""

from __future__ import annotations

from .writing import Sample, SampleError, write_sample

__all__ = ["Sample", "SampleError", "write_sample"]
