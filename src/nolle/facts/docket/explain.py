"""Why a cell cannot be read, said as a case file would say it, with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from nolle.facts.cells import EARLIEST, LATEST, MOST, Wrong, closest, read_cell
from nolle.facts.errors import show
from nolle.facts.formats import Node
from nolle.logic.text import Text

from .layout import Column
from .rejects import HIDDEN, NOT_ACCEPTED, held_back
from .text import ROW
from .values import EXCEL_DAY_0, FIRST_SERIAL, LAST_SERIAL, DayOrder

if TYPE_CHECKING:
    import polars as pl

MOST_EXPLAINED = 500
"""Distinct texts of one column that are explained one by one; a column with more was not meant for this fact."""

MOST_MEANT = 3
"""Codes that a text may mean and that are all named; one that may mean more says too little."""

ORDERS = {"mdy": "month first", "dmy": "day first"}
ONE_ORDER = "or say once how this docket writes days, with --day-order mdy or dmy"

_SLASHED = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")


def reasons(
    file: str,
    cells: pl.DataFrame,
    columns: list[Column],
    bad: pl.DataFrame,
    case_ids: pl.Series,
    order: DayOrder | None,
) -> list[pl.DataFrame]:
    """The rejected rows of a table: one line for each cell that cannot be read; ``order`` is that of its days."""
    import polars as pl

    found = []
    by_header = {column.header: column for column in columns}
    for header in bad.columns:
        mask = bad[header]
        wrong = pl.DataFrame(
            {"row": cells[ROW].filter(mask), "case_id": case_ids.filter(mask), "t": cells[header].filter(mask)}
        )
        distinct = wrong["t"].unique(maintain_order=True).to_list()
        column = by_header[header]
        hidden = _held_back(column)
        explained = [] if hidden else [why(column, text, order) for text in distinct[:MOST_EXPLAINED]]
        explained += [without_text(column)] * (len(distinct) - len(explained))
        table = pl.DataFrame(
            {
                "t": distinct,
                "found": [HIDDEN if hidden else show(text) for text in distinct],
                "what": [what for what, _ in explained],
                "accepted": [accepted for _, accepted in explained],
            },
            schema=dict.fromkeys(("t", "found", "what", "accepted"), pl.String),
        )
        found.append(
            wrong.join(table, on="t", how="left", maintain_order="left").select(
                pl.lit(file).alias("file"),
                pl.col("row").cast(pl.Int64),
                "case_id",
                pl.lit(header).alias("field"),
                "found",
                "what",
                "accepted",
            )
        )
    return found


def _held_back(column: Column) -> bool:
    """Whether the text of a column is not to be repeated; nor is that of a form, which may be a survivor's."""
    return column.fact is not None and (column.role == "form" or held_back(column.fact))


def without_text(column: Column) -> tuple[str, str]:
    """What is wrong with a text of a column that is not repeated, and what is accepted there."""
    return NOT_ACCEPTED, why(column, "?")[1]


def why(column: Column, written: str, order: DayOrder | None = None) -> tuple[str, str]:
    """What is wrong with a text in a column, and what is accepted there; ``order`` is that of its days, if told."""
    text = written.strip()
    shown = show(text)
    field = column.field
    if column.type == "bool":
        return f"{shown} is neither yes nor no", "write true or false; yes, no, sí, 1 and 0 are read too"
    if column.type == "date":
        return _date(column, text, shown, order)
    if column.role in ("key", "row_id"):
        return f"{shown} is not an id", "write letters, digits, - or _, such as ana"
    if column.role == "circuit":
        return f"{shown} is not a circuit", "write 1 to 11 or dc (ca1 to ca11 and cadc also work)"
    assert field is not None
    if column.type == "int":
        most = MOST[field.unit or "count"]
        unit = "" if field.unit in (None, "count") else f" of {field.unit}"
        return (
            f"{shown} is not accepted",
            f"write a whole number{unit} from 0 to {most}, or a range: 10/12, 10/.., ../12",
        )
    value: object = text
    if column.type == "codes":
        value = [Node(code.strip(), 0, 0, 0) for code in text.split(";")]
    elif column.type == "enum" and "|" in text:
        codes = [code.strip() for code in text.split("|")]
        strange = [code for code in codes if code not in (field.values or ())]
        if not strange:
            return f"{shown} names a code twice", "name each code once: a|b"
        value = strange[0]
    try:
        read_cell(field, Node(value, 0, 0, 0))
    except Wrong as wrong:
        near = _near(*wrong.near) if wrong.near else None
        accepted = wrong.accepted
        if column.type == "codes":
            accepted = accepted.replace('write a list, such as ["a", "b"]', "write a;b")
        return f"{wrong.what}; did you mean {near}?" if near else wrong.what, accepted
    return f"{shown} is not accepted", "the vocabulary says what this fact may be"


def _near(text: str, among: Mapping[str, Text] | Collection[str]) -> str | None:
    """What was probably meant; where a name is part of several, as two countries are called Congo, all of them."""
    near = closest(text, among)
    if not isinstance(among, Mapping) or not text.strip():
        return near
    words = {code: (of.en.casefold(), of.es.casefold()) for code, of in among.items()}
    said = text.strip().casefold()
    if any(said in of for of in words.values()):
        return near
    part = re.compile(rf"\b{re.escape(said)}\b")
    codes = [code for code, of in words.items() if any(map(part.search, of))]
    if len(codes) < 2:
        return near
    return " or ".join(codes) if len(codes) <= MOST_MEANT else None


def _is_day(written: str) -> bool:
    try:
        return EARLIEST <= date.fromisoformat(written).year <= LATEST
    except ValueError:
        return False


def _date(column: Column, text: str, shown: str, order: DayOrder | None) -> tuple[str, str]:
    day = "write a day as 2014-05-07, a month as 2014-05, a year as 2014"
    if text.isdecimal() and len(text) <= 6 and FIRST_SERIAL <= int(text) <= LAST_SERIAL:
        meant = EXCEL_DAY_0 + timedelta(days=int(text))
        return f"{shown} is not a date (as a spreadsheet's number of a day it is {meant})", f"{day}; is it {meant}?"
    if match := _SLASHED.fullmatch(text):
        one, _, two, year = match.groups()
        if len(year) == 2:
            return f"{shown} is not a date (its year has two digits)", day
        both = dict.fromkeys((f"{year}-{one:0>2}-{two:0>2}", f"{year}-{two:0>2}-{one:0>2}"))
        either = [written for written in both if _is_day(written)]
        if not either:
            return f"{shown} is not a date", day
        if order is not None:
            what = f"{shown} is not a date written {ORDERS[order]}, as this docket's are"
            return what, f"write {' or '.join(either)}"
        why = "day and month cannot be told apart" if len(either) > 1 else "it is not written year first"
        return f"{shown} is not a date ({why})", f"write {' or '.join(either)}; {ONE_ORDER}"
    if column.field is not None:
        try:
            read_cell(column.field, Node(text, 0, 0, 0))
        except Wrong as wrong:
            return wrong.what, wrong.accepted
    return f"{shown} is not a day", "write one whole day, as 2014-05-07"
