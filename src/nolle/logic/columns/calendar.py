"""What moves with the law: worked out once for each date and circuit in the docket, never for each case.

Force is a small whole number here, so that the stricter of two is the smaller: out, maybe, in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from nolle.logic.columns.algebra import Value, column
from nolle.logic.known import Law
from nolle.logic.rough import exactly
from nolle.logic.rule import CIRCUITS, Scope
from nolle.logic.truth import Force
from nolle.logic.when import place, window

Pair: TypeAlias = tuple[date, str | None]

OUT, MAYBE, IN = 0, 1, 2
NUMBER = {Force.OUT: OUT, Force.MAYBE: MAYBE, Force.IN: IN}
FORCE = {number: force for force, number in NUMBER.items()}


@dataclass(slots=True)
class Calendar:
    """The dates and circuits of a docket, and what each scope and authority comes to on them: a byte for each, for
    there may be thousands.
    """

    pairs: Sequence[Pair]
    law: Law
    columns: dict[bytes, str] = field(default_factory=dict)
    forces: dict[str, bytes] = field(default_factory=dict)

    def force(self, scope: Scope, *, dated: bool, placed: bool) -> Value:
        """A scope's force as far as the date (if ``dated``) and circuit (if ``placed``) of the question decide it."""
        answers = bytes(self._on(scope, at, dated, placed) for at in range(len(self.pairs)))
        if len(set(answers)) == 1:
            return answers[0]
        name = self.columns.setdefault(answers, f"_law_{len(self.columns)}")
        return column(name)

    def _on(self, scope: Scope, at: int, dated: bool, placed: bool) -> int:
        as_of, circuit = self.pairs[at]
        force = IN
        if dated and (scope.since is not None or scope.until is not None):
            force = min(force, NUMBER[window(scope, exactly(as_of))])
        if placed and force and scope.circuits is not None:
            possible = CIRCUITS if circuit is None else frozenset((circuit,))
            force = min(force, NUMBER[place(scope.circuits, possible)])
        if force and scope.force:
            force = min(force, max(self._authority(authority)[at] for authority in scope.force))
        return force

    def _authority(self, authority: str) -> bytes:
        if authority not in self.forces:
            self.forces[authority] = bytes(NUMBER[self.law.force(authority, *pair)] for pair in self.pairs)
        return self.forces[authority]

    def table(self) -> dict[str, list[Any]]:
        """The calendar as columns, one row for each date and circuit; no circuit is written ``""``."""
        found: dict[str, list[Any]] = {
            "as_of": [as_of for as_of, _ in self.pairs],
            "circuit": [circuit or "" for _, circuit in self.pairs],
        }
        for answers, name in self.columns.items():
            found[name] = list(answers)
        return found
