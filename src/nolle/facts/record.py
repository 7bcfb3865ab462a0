"""What is told about one case, wherever it was told: a file, a docket, the office's own ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from nolle.logic.known import NOT_ASKED, Answer, Cell, Missing
from nolle.logic.value import either


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row of a list. ``main`` marks the filing that counts among several of one form."""

    id: str
    cells: Mapping[str, Cell]
    main: bool = False


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The facts of one case, as rules ask for them.

    ``single`` holds cells by full name; ``lists`` holds rows by entity, a filing's by ``filing.<form>``; ``closed``
    names the lists that someone said are whole.

    Several filings of one form have one answer between them: the row marked ``main`` gives it; without one, what
    the rows agree on, and where they differ what they have in common (a range, a choice of codes, or not known).
    """

    single: Mapping[str, Cell]
    lists: Mapping[str, Sequence[FactRow]]
    closed: frozenset[str] = frozenset()
    _cells: Mapping[str, Cell] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Freeze what was given, and lay every cell out by name."""
        object.__setattr__(self, "single", MappingProxyType(dict(self.single)))
        lists = {name: tuple(rows) for name, rows in self.lists.items()}
        lists["filing"] = _all_filings(lists)
        object.__setattr__(self, "lists", MappingProxyType(lists))
        cells = dict(self.single)
        for name, rows in lists.items():
            cells.update((f"{name}[{row.id}].{key}", cell) for row in rows for key, cell in row.cells.items())
            if name.startswith("filing."):
                cells.update((f"{name}.{key}", cell) for key, cell in _between(rows))
        object.__setattr__(self, "_cells", cells)

    def cell(self, fact: str) -> Cell:
        """The cell of a fact: ``person.birth_date``, ``filing.i130.status``, ``relative[2].status``."""
        return self._cells.get(fact, NOT_ASKED)

    def rows(self, entity: str) -> Sequence[FactRow]:
        """The rows of a list in the order given; ``filing`` are the filings of every form."""
        return self.lists.get(entity, ())

    def complete(self, entity: str) -> bool:
        """Whether someone said that no row of the list is missing; said of ``filing``, it holds for every form."""
        return entity in self.closed or entity.partition(".")[0] in self.closed

    def told(self) -> Iterator[tuple[str, Cell]]:
        """Every cell by its full name, a row's with the row's id where its list has several."""
        yield from self.single.items()
        for name, rows in self.lists.items():
            if name == "filing":
                continue
            for row in rows:
                lead = row_name(name, row, rows)
                yield from ((f"{lead}.{key}", cell) for key, cell in row.cells.items())


def row_name(entity: str, row: FactRow, rows: Sequence[FactRow]) -> str:
    """``relative[2]``; the only filing of its form is ``filing.i130``."""
    alone = entity.startswith("filing.") and len(rows) == 1
    return entity if alone else f"{entity}[{row.id}]"


def _all_filings(lists: Mapping[str, Sequence[FactRow]]) -> tuple[FactRow, ...]:
    found = []
    for name, rows in lists.items():
        entity, _, form = name.partition(".")
        if entity == "filing" and form:
            for row in rows:
                id = form if len(rows) == 1 else f"{form}.{row.id}"
                found.append(FactRow(id, {"form": Cell(form), **row.cells}, row.main))
    return tuple(found)


def _between(rows: Sequence[FactRow]) -> Iterable[tuple[str, Cell]]:
    """The answers that several filings of one form give together."""
    chosen = [row for row in rows if row.main] or rows
    if len(chosen) == 1:
        yield from chosen[0].cells.items()
        return
    for key in dict.fromkeys(key for row in chosen for key in row.cells):
        cells = [row.cells.get(key, NOT_ASKED) for row in chosen]
        answers = [cell.answer for cell in cells]
        yield key, cells[0] if _agree(answers) else Cell(_common(answers))


def _agree(answers: Sequence[Answer]) -> bool:
    return all(answer == answers[0] for answer in answers)


def _common(answers: Sequence[Answer]) -> Answer:
    """Where one is not known nothing is in common; it can still be asked when it has not been."""
    missing = {answer for answer in answers if isinstance(answer, Missing)}
    if missing:
        return Missing.NOT_ASKED if Missing.NOT_ASKED in missing else Missing.NOT_KNOWN
    return either(answers)
