"""What a case knows: the states of a fact, and the little a rule may ask of a case and of the law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Protocol, TypeAlias

from .rough import Span
from .truth import Force


class Missing(Enum):
    """The three ways a fact has no value. Only ``ABSENT`` says anything: that it does not exist."""

    ABSENT = "absent"
    NOT_KNOWN = "unknown"
    NOT_ASKED = "not_asked"


Value: TypeAlias = bool | str | Span | frozenset[str] | tuple[str, ...]
"""A bool, a code or text, a rough date or number, codes it may be one of (frozenset), a list of codes (tuple)."""

Answer: TypeAlias = Value | Missing


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact of one case: its answer, and who said so, from what source, recorded on which day."""

    answer: Answer
    said_by: str | None = None
    source: str | None = None
    on: date | None = None


NOT_ASKED = Cell(Missing.NOT_ASKED)


class Row(Protocol):
    """One row of a list: a relative, a conviction, an entry."""

    @property
    def id(self) -> str:
        """The row's id, or its position counted from 1."""

    @property
    def cells(self) -> Mapping[str, Cell]:
        """The row's cells by field."""


class Case(Protocol):
    """What the interpreter asks of a case."""

    def cell(self, fact: str) -> Cell:
        """The cell of a single fact such as ``person.birth_date``; ``NOT_ASKED`` when there is none."""

    def rows(self, entity: str) -> Sequence[Row]:
        """The rows of a list, in the order given."""

    def complete(self, entity: str) -> bool:
        """Whether someone said that no row of the list is missing."""


class Law(Protocol):
    """What the interpreter asks of the law: nothing but force. Authorities are only ids here."""

    def force(self, authority: str, on: date, circuit: str | None) -> Force:
        """Whether the authority is in force on the date in the circuit (``None``: circuit not known)."""


class Table(Protocol):
    """A table of the law, read by key and date: state ages, designations, visa cut-offs."""

    def look_up(self, key: str, on: Span) -> Span | None:
        """The value for the key over the possible dates, as a range; ``None`` when nothing is stored."""
