"""Cases read back from docket frames, so that the interpreter and the columns are asked about the same data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nolle.logic.known import NOT_ASKED, Cell, Missing
from nolle.logic.rough import Span
from nolle.logic.tree import Fact

STATES = {"absent": Missing.ABSENT, "unknown": Missing.NOT_KNOWN, None: Missing.NOT_ASKED}


@dataclass(frozen=True)
class FramedRow:
    """One row of a list frame."""

    id: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class FramedCase:
    """One row of the case frame, with its lists."""

    id: str
    cells: Mapping[str, Cell]
    lists: Mapping[str, Sequence[FramedRow]]
    whole: frozenset[str]

    def cell(self, fact: str) -> Cell:
        return self.cells.get(fact, NOT_ASKED)

    def rows(self, entity: str) -> Sequence[FramedRow]:
        return self.lists.get(entity, ())

    def complete(self, entity: str) -> bool:
        return entity in self.whole


def cases_of(frames: Mapping[str, Any], facts: Iterable[Fact]) -> list[FramedCase]:
    """Every case of the frames."""
    facts = list(facts)
    lists: dict[str, dict[str, list[FramedRow]]] = {}
    for entity, frame in frames.items():
        if entity != "case":
            its = [(f.name.rpartition(".")[2], f) for f in facts if f.entity == entity]
            for row in frame.iter_rows(named=True):
                cells = {name: _cell(fact, name, row) for name, fact in its}
                lists.setdefault(row["case_id"], {}).setdefault(entity, []).append(FramedRow(row["id"], cells))
    found = []
    for row in frames["case"].iter_rows(named=True):
        cells = {f.name: _cell(f, f.name.replace(".", "__"), row) for f in facts if f.entity is None}
        whole = frozenset(name[: -len("__complete")] for name, value in row.items() if name.endswith("__complete") and value)
        found.append(FramedCase(row["case_id"], cells, lists.get(row["case_id"], {}), whole))
    return found


def _cell(fact: Fact, name: str, row: Mapping[str, Any]) -> Cell:
    state = row.get(f"{name}__state")
    if state != "given":
        return Cell(STATES[state])
    if fact.kind in ("date", "number"):
        return Cell(Span(row[f"{name}__low"], row[f"{name}__high"]))
    value = row[name]
    if value is None:
        return Cell(frozenset(row[f"{name}__one_of"]))
    return Cell(tuple(value) if isinstance(value, list) else value)
