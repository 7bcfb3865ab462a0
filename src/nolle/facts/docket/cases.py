"""A case as the row of a docket, and a row of a docket as a case."""

from __future__ import annotations

from collections.abc import Mapping
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

    mine = {name: frame.filter(pl.col("case_id") == case_id).to_dicts() for name, frame in frames.items()}
    if not mine["case"]:
        raise KeyError(case_id)
    row = mine["case"][0]
    single: dict[str, Cell] = {}
    filings: dict[str, dict[str, Cell]] = {}
    for name, answer in _answers(row):
        fact = name.replace("__", ".")
        if fact.startswith("filing."):
            form, _, key = fact.rpartition(".")
            filings.setdefault(form, {})[key] = Cell(answer)
        else:
            single[fact] = Cell(answer)
    rows: dict[str, list[FactRow]] = {form: [FactRow("1", cells)] for form, cells in filings.items()}
    for name, its_rows in mine.items():
        if name != "case" and its_rows:
            rows[name] = [FactRow(r["id"], {key: Cell(a) for key, a in _answers(r)}) for r in its_rows]
    closed = frozenset(n for n in [*lists(), "filing"] if row.get(f"{n}__complete"))
    return CaseFacts(single, rows, closed)


def _answers(row: Mapping[str, Any]) -> list[tuple[str, Answer]]:
    found: list[tuple[str, Answer]] = []
    for name, state in row.items():
        stem = name.removesuffix("__state")
        if stem == name or state is None:
            continue
        if state != "given":
            found.append((stem, Missing.ABSENT if state == "absent" else Missing.NOT_KNOWN))
        elif f"{stem}__low" in row:
            found.append((stem, Span(row[f"{stem}__low"], row[f"{stem}__high"])))
        elif row.get(f"{stem}__one_of") is not None:
            found.append((stem, frozenset(row[f"{stem}__one_of"])))
        else:
            value = row[stem]
            found.append((stem, tuple(value) if isinstance(value, list) else value))
    return found
