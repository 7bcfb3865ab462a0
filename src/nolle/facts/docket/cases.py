"""A case as the row of a docket, and a row of a docket as a case."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from nolle.facts.casefile import CaseFile
from nolle.facts.record import CaseFacts, FactRow
from nolle.facts.vocabulary import Field, find, vocabulary
from nolle.logic.known import Answer, Cell, Missing
from nolle.logic.rough import Span

from .layout import lists

if TYPE_CHECKING:
    import polars as pl

_GUARD = ("=", "+", "-", "@", "\t", "\r", "'")


def to_rows(case_id: str, case: CaseFacts) -> tuple[dict[str, str], dict[str, list[dict[str, str]]]]:
    """A case as text cells: its row among the cases, and its rows in each list.

    Several filings of one form are laid out as the answer they have between them. Of what is for papers only the code
    of the court is laid out, for the circuit follows from it.
    """
    row = {"case_id": case_id}
    for name, cell in case.single.items():
        _put(row, name.replace(".", "__"), find(name), cell.answer)
    if isinstance(case, CaseFile):
        _put(row, "court__court_code", find("court.court_code"), case.party("court.court_code").answer)
    for name, rows in case.lists.items():
        _, _, form = name.partition(".")
        if form:
            for key in dict.fromkeys(key for filing in rows for key in filing.cells):
                fact = f"{name}.{key}"
                _put(row, fact.replace(".", "__"), find(fact), case.cell(fact).answer)
    for name in [*lists(), "filing"]:
        if case.complete(name):
            row[f"{name}__complete"] = "true"
    found: dict[str, list[dict[str, str]]] = {}
    for name in lists():
        for told in case.rows(name):
            cells = {"case_id": case_id, "id": told.id}
            for key, cell in told.cells.items():
                _put(cells, key, vocabulary()[name].fields[key], cell.answer)
            found.setdefault(name, []).append(cells)
    return row, found


def _put(row: dict[str, str], name: str, field: Field, answer: Answer) -> None:
    text = cell_text(field, answer)
    if text:
        row[name] = text


def cell_text(field: Field, answer: Answer) -> str:
    """An answer as a cell of a CSV file says it; no spreadsheet takes it for a formula."""
    if answer is Missing.NOT_ASKED:
        return ""
    if isinstance(answer, Missing):
        return "absent" if answer is Missing.ABSENT else "unknown"
    if isinstance(answer, bool):
        return "true" if answer else "false"
    if isinstance(answer, Span):
        return _span(answer)
    if isinstance(answer, frozenset):
        return "|".join(sorted(answer))
    if isinstance(answer, tuple):
        return ";".join(answer) or ";"
    guarded = field.type in ("text", "address", "texts") and (
        answer.startswith(_GUARD) or answer.strip() in ("unknown", "absent")
    )
    return f"'{answer}" if guarded else answer


def _span(span: Span) -> str:
    if span.low is None and span.high is None:
        return "unknown"
    if span.exact:
        return str(span.low)
    low, high = ("" if end is None else str(end) for end in (span.low, span.high))
    return f"{low or '..'}/{high or '..'}"


def case_of(frames: Mapping[str, pl.DataFrame], case_id: str) -> CaseFacts:
    """One case of a docket, as the interpreter asks it.

    Raises:
        KeyError: for a case that is not in the docket.
    """
    import polars as pl

    mine = {name: frame.filter(pl.col("case_id") == case_id) for name, frame in frames.items()}
    for _, case in cases_of(mine):
        return case
    raise KeyError(case_id)


def cases_of(frames: Mapping[str, pl.DataFrame]) -> Iterator[tuple[str, CaseFacts]]:
    """Every case of a docket with its id, as the interpreter asks it, in the order of the cases."""
    told: dict[str, dict[str, list[FactRow]]] = {}
    for name, frame in frames.items():
        stems = _stems(frame.columns)
        for row in frame.iter_rows(named=True) if name != "case" else ():
            cells = {key: Cell(answer) for key, answer in _answers(row, stems)}
            told.setdefault(row["case_id"], {}).setdefault(name, []).append(FactRow(row["id"], cells))
    stems = _stems(frames["case"].columns)
    for row in frames["case"].iter_rows(named=True):
        single: dict[str, Cell] = {}
        filings: dict[str, dict[str, Cell]] = {}
        for name, answer in _answers(row, stems):
            fact = name.replace("__", ".")
            if fact.startswith("filing."):
                form, _, key = fact.rpartition(".")
                filings.setdefault(form, {})[key] = Cell(answer)
            else:
                single[fact] = Cell(answer)
        rows = {form: [FactRow("1", cells)] for form, cells in filings.items()} | told.get(row["case_id"], {})
        closed = frozenset(n for n in [*lists(), "filing"] if row.get(f"{n}__complete"))
        yield row["case_id"], CaseFacts(single, rows, closed)


def _stems(columns: Collection[str]) -> list[tuple[str, bool, bool]]:
    """The facts that columns tell, and for each whether it has two ends, and whether it may be one of several."""
    stems = [name.removesuffix("__state") for name in columns if name.endswith("__state")]
    return [(stem, f"{stem}__low" in columns, f"{stem}__one_of" in columns) for stem in stems]


def _answers(row: Mapping[str, Any], stems: Iterable[tuple[str, bool, bool]]) -> Iterator[tuple[str, Answer]]:
    for stem, ends, several in stems:
        state = row[f"{stem}__state"]
        if state is None:
            continue
        if state != "given":
            yield stem, Missing.ABSENT if state == "absent" else Missing.NOT_KNOWN
        elif ends:
            yield stem, Span(row[f"{stem}__low"], row[f"{stem}__high"])
        elif several and row[f"{stem}__one_of"] is not None:
            yield stem, frozenset(row[f"{stem}__one_of"])
        else:
            value = row[stem]
            yield stem, tuple(value) if isinstance(value, list) else value
