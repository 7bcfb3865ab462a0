"""A defect of the law as written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

DefectKind: TypeAlias = Literal[
    "no_authority",
    "unknown_authority",
    "unused_fact",
    "unknown_fact",
    "contradiction",
    "tautology",
    "gap",
    "clash",
    "ambiguous",
    "unreachable",
    "closed_when_empty",
    "twice",
]


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing wrong with the law as written.

    ``where`` is ``pathway.rule``, or a fact. ``counter_example`` is a case file that shows it, ready to become a test;
    ``None`` where no case is needed to see it. ``twice`` is information, not a fault.
    """

    kind: DefectKind
    where: str
    message: str
    counter_example: str | None = None


def header(on: object, circuit: str | None) -> str:
    """The date and place a counter-example is asked about, as the first line of its case file."""
    return f"as of {on}" + (f", circuit {circuit}" if circuit else "")
