"""A case as it stood on a day: without what had not happened yet, and without what was recorded later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from nolle.logic.known import NOT_ASKED, Answer, Cell
from nolle.logic.rough import Span, exactly

from .record import CaseFacts, FactRow, row_name
from .vocabulary import Field, vocabulary

Why: TypeAlias = Literal["happened later", "recorded later"]

_DECIDED = ("decided_on", "filed_on")
_DATED_CODES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "filing.status": {
        "none": (),
        "planned": (),
        "pending": ("filed_on",),
        "expired": ("expires_on", *_DECIDED),
    },
    "case.posture": {
        "decided": ("ij_decision_on",),
        "administratively_closed": ("admin_closed_on",),
        "terminated": ("motion_decided_on",),
        "dismissed": ("motion_decided_on",),
        "final_order": ("final_order_on",),
    },
    "relative.status": {
        "usc": ("naturalized_on", "lpr_since"),
        "lpr": ("lpr_since",),
        "deceased_usc": ("died_on", "naturalized_on", "lpr_since"),
        "deceased_lpr": ("died_on", "lpr_since"),
    },
    "relative.relationship": {
        "spouse": ("marriage_to_client_on",),
        "former_spouse": ("marriage_to_client_on",),
        "stepchild": ("step_relation_on",),
        "stepparent": ("step_relation_on",),
        "parent": (),
        "child": (),
        "sibling": (),
        "half_sibling": (),
        "grandparent": (),
        "fiance": (),
    },
}
"""Facts whose codes came to be on different dates: by code the dates that must not lie later. A code that is not
named here depends on every date the vocabulary gives for its fact."""


@dataclass(frozen=True, slots=True)
class Later:
    """What was left out: the fact (or row), what is told of it, why, and the day it happened or was recorded."""

    fact: str
    value: Answer
    why: Why
    on: Span


IS_A: Mapping[str, str] = {"relative": "relationship"}
"""The fact that makes a row what it is: who married the client later was not family yet."""


def as_known(case: CaseFacts, as_of: date, known_on: date | None = None) -> tuple[CaseFacts, tuple[Later, ...]]:
    """The case as it was on a day, as far as it was recorded by another.

    Left out, as not asked: the date of an event that lies surely after ``as_of``; a fact whose own date, such as
    ``decided_on`` for a decided ``status``, lies surely after it; a row that happened surely after it; and what was
    recorded after ``known_on``. A list that loses a row recorded later is no longer known to be whole, for nobody
    could have known that it was. A rough date that may lie on or before the day leaves its fact in.

    Args:
        case: the case as it is told now.
        as_of: the day asked about.
        known_on: the day by which it was recorded; ``None`` for everything recorded.

    Returns:
        The case as it stood, and what was left out, in the order told.
    """
    day = _Day(case, as_of, known_on)
    single = {name: cell for name, cell in case.single.items() if day.keeps(name, cell)}
    lists = {name: day.rows(name, rows) for name, rows in case.lists.items() if name != "filing"}
    return CaseFacts(single, lists, case.closed - day.opened), tuple(day.later)


class _Day:
    """One day's view being made: what was left out so far, and the lists that are no longer whole."""

    def __init__(self, case: CaseFacts, as_of: date, known_on: date | None) -> None:
        self.case, self.as_of, self.known_on = case, as_of, known_on
        self.later: list[Later] = []
        self.opened: set[str] = set()

    def keeps(self, name: str, cell: Cell, row: FactRow | None = None) -> bool:
        """Whether a fact stays; one that does not is listed."""
        found = self._why(name, cell, row)
        if found is not None:
            self.later.append(Later(name, cell.answer, *found))
        return found is None

    def rows(self, name: str, rows: Sequence[FactRow]) -> list[FactRow]:
        """The rows of a list that stay, each with the cells that stay."""
        kept = []
        for row in rows:
            lead = row_name(name, row, rows)
            began = self._began_later(name, row, alone=len(rows) == 1)
            if began is not None:
                self.later.append(Later(lead, began, "happened later", began))
                continue
            before = len(self.later)
            cells = {key: cell for key, cell in row.cells.items() if self.keeps(f"{lead}.{key}", cell, row)}
            left_out = self.later[before:]
            entity = name.partition(".")[0]
            is_a = f"{lead}.{IS_A.get(entity, '')}"
            if any(later.fact == is_a and later.why == "happened later" for later in left_out):
                continue
            if cells or not left_out:
                kept.append(FactRow(row.id, cells, row.main))
            elif any(later.why == "recorded later" for later in left_out):
                self.opened.add(entity)
        return kept

    def _why(self, name: str, cell: Cell, row: FactRow | None) -> tuple[Why, Span] | None:
        if self.known_on is not None and cell.on is not None and cell.on > self.known_on:
            return "recorded later", exactly(cell.on)
        entity, key = name.partition(".")[0].partition("[")[0], name.rpartition(".")[2]
        field = vocabulary()[entity].fields[key]
        dates = [cell.answer] if field.event else []
        dates += [self._date(entity, other, row) for other in companions(field, cell.answer)]
        after = next((span for span in dates if isinstance(span, Span) and self._after(span)), None)
        return None if after is None else ("happened later", after)

    def _began_later(self, name: str, row: FactRow, *, alone: bool) -> Span | None:
        """When a row happened, if that was surely after the day.

        A filing that was not filed yet is a row less only where there are others: alone it may still be planned.
        """
        entity = name.partition(".")[0]
        dates = vocabulary()[entity].dated_by or (("filed_on",) if entity == "filing" and not alone else ())
        spans = (self._date(entity, key, row) for key in dates)
        return next((span for span in spans if isinstance(span, Span) and self._after(span)), None)

    def _date(self, entity: str, key: str, row: FactRow | None) -> Answer:
        if "." in key:
            return self.case.cell(key).answer
        if row is not None:
            return row.cells.get(key, NOT_ASKED).answer
        return self.case.cell(f"{entity}.{key}").answer

    def _after(self, span: Span) -> bool:
        return isinstance(span.low, date) and span.low > self.as_of


def companions(field: Field, answer: Answer) -> tuple[str, ...]:
    """The dates that say since when a fact is so."""
    by_code = _DATED_CODES.get(field.name)
    if by_code is None or not isinstance(answer, str):
        return field.dated_by
    return by_code.get(answer, field.dated_by)
