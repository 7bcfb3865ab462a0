"""One question put to one case: what the interpreter carries from rule to rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from .finding import Finding
from .known import Answer, Case, Cell, Law, Row, Table
from .rough import Span, exactly
from .rule import CIRCUITS
from .tree import Expr, Fact
from .truth import Force


@dataclass(slots=True)
class Asked:
    """One question put to one case: the case, the law, the date, the circuit, and what has been worked out so far."""

    case: Case
    law: Law
    as_of: date
    circuit: str | None = None
    tables: Mapping[str, Table] = field(default_factory=dict)
    definitions: Mapping[str, Expr] = field(default_factory=dict)
    row: Row | None = None
    answers: dict[str, Answer] = field(default_factory=dict)
    inside: set[str] = field(default_factory=set)
    findings: dict[int, Finding] = field(default_factory=dict)
    forces: dict[tuple[str, str | None], Force] = field(default_factory=dict)
    opened: dict[str, tuple[Fact, ...]] = field(default_factory=dict)
    today: Span = field(init=False)
    cell: Callable[[str], Cell] = field(init=False)

    def __post_init__(self) -> None:
        """The as-of date as a span, and the way to a cell, made once."""
        self.today = exactly(self.as_of)
        self.cell = self.case.cell

    @property
    def circuits(self) -> frozenset[str]:
        """The circuits the case may be in: all of them while it is not known."""
        return CIRCUITS if self.circuit is None else frozenset((self.circuit,))
