"""Tables that hold types already: Parquet, laid out in the columns that rules are asked in.

A column of text is read as CSV is; so one file may have both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from nolle.facts.cells import EARLIEST, LATEST, LONGEST, MOST
from nolle.facts.errors import Problem

from .layout import Column
from .values import STATES

if TYPE_CHECKING:
    import polars as pl

_PARTS = {"date": ("low", "high"), "int": ("low", "high"), "enum": ("", "one_of")}


def is_text(column: Column, columns: Sequence[Column], types: Mapping[str, Any]) -> bool:
    """Whether the cells of a column say their fact alone, as text; ids and forms are text however they are packed."""
    import polars as pl

    alone = sum(other.stem == column.stem for other in columns) == 1
    type = types[column.header]
    packed = column.role in ("key", "row_id", "form") and type in (pl.Enum, pl.Categorical)
    return alone and not column.part and (packed or type in (pl.String, pl.Null))


def wrong_types(columns: Sequence[Column], types: Mapping[str, Any]) -> Iterator[Problem]:
    """The columns that hold what their fact cannot be."""
    for column in columns:
        part, type = column.part, types[column.header]
        if part and part != "state" and part not in _PARTS.get(column.type, ()):
            yield Problem(f"{column.stem} has no {part}", f"it is laid out as {column.stem}", column.header)
        elif part and column.role != "fact":
            yield Problem(f"{column.stem} has no {part}", f"write {column.stem}", column.header)
        elif not _fits(column, type) and not is_text(column, columns, types):
            yield Problem(f"the column holds {type}", f"it should hold {_wanted(column)}", column.header)


def _fits(column: Column, type: Any) -> bool:
    import polars as pl

    if type == pl.Null:
        return True
    if column.part == "state":
        return type in (pl.String, pl.Enum, pl.Categorical)
    if column.part == "one_of" or column.type == "codes":
        return isinstance(type, pl.List) and type.inner in (pl.String, pl.Enum, pl.Categorical, pl.Null)
    if column.type == "bool":
        return bool(type == pl.Boolean)
    if column.type == "date":
        return bool(type == pl.Date)
    if column.type == "int":
        return bool(type.is_integer())
    if column.role in ("key", "row_id"):
        return type.is_integer() or type in (pl.String, pl.Enum, pl.Categorical)
    return type in (pl.String, pl.Enum, pl.Categorical)


def _wanted(column: Column) -> str:
    if column.part == "state":
        return "text: given, absent, unknown or null"
    if column.part == "one_of" or column.type == "codes":
        return "lists of text"
    return {"bool": "Booleans", "date": "dates", "int": "whole numbers"}.get(column.type, "text")


class Typed:
    """Typed columns of one header, ready to be read from any rows that have it."""

    def __init__(self, columns: Sequence[Column], types: Mapping[str, Any]) -> None:
        groups: dict[str, list[Column]] = {}
        for column in columns:
            groups.setdefault(column.stem, []).append(column)
        self._values: list[Any] = []
        self._wrong: dict[str, Any] = {}
        for stem, parts in groups.items():
            values, wrong = _fact(stem, parts, types)
            self._values += values
            self._wrong[parts[0].header] = wrong
        self._some = [wrong.any().alias(header) for header, wrong in self._wrong.items()]

    def read(self, frame: pl.DataFrame) -> tuple[list[pl.Series], pl.DataFrame]:
        """The columns as the frames have them, and for each fact where its cells contradict each other.

        Most facts have nothing wrong in any row: first only that is asked, and the rows of the rest afterwards.
        """
        some = frame.select(self._some)
        bad = frame.select(self._wrong[header].alias(header) for header in some.columns if some[header].item())
        return frame.select(self._values).get_columns(), bad


def _fact(stem: str, parts: Sequence[Column], types: Mapping[str, Any]) -> tuple[list[Any], Any]:
    """The columns of one fact, and where they cannot be so."""
    import polars as pl

    first = parts[0]
    by_part = {column.part: column.header for column in parts}
    kind = _dtype(first)

    def part(name: str) -> Any:
        header = by_part.get(name)
        if header is None:
            return pl.repeat(None, pl.len(), dtype=kind)
        as_it_is = types[header] == kind or (first.type == "enum" and types[header] == pl.Enum(_codes(first)))
        return pl.col(header) if as_it_is else pl.col(header).cast(kind, strict=kind != pl.Int64)

    if first.role != "fact":
        return [part("").alias(stem)], _wrong_id(first, part(""))
    if first.type in ("date", "int"):
        exact = "" in by_part
        low, high = (part("" if exact and end not in by_part else end) for end in ("low", "high"))
        values = {f"{stem}__low": low, f"{stem}__high": high}
        least, most = _limits(first)
        wrong = (low > high).fill_null(False) | (low < least).fill_null(False) | (high > most).fill_null(False)
        wrong = wrong | (low > most).fill_null(False) | (high < least).fill_null(False)
        # numbers beyond Int64 are null once cast
        ends = [by_part[end] for end in ("", "low", "high") if end in by_part and types[by_part[end]] != kind]
        for end in ends:
            wrong = wrong | (pl.col(end).is_not_null() & pl.col(end).cast(kind, strict=False).is_null())
    else:
        values = {stem: part("")}
        wrong = _wrong_value(first, part(""), types.get(by_part.get("", "")))
        if "one_of" in by_part:
            several = pl.col(by_part["one_of"]).cast(pl.List(pl.String))
            values[f"{stem}__one_of"] = several
            wrong = wrong | _strange(first, several) | (several.list.len() == 0).fill_null(False)
            wrong = wrong | (several.is_not_null() & part("").is_not_null())
    said = pl.any_horizontal(value.is_not_null() for value in values.values())
    states = pl.Enum(STATES)
    if "state" in by_part:
        written = pl.col(by_part["state"])
        state = written
        if types[by_part["state"]] != states:
            state = written.cast(pl.String).cast(states, strict=False)
            wrong = wrong | (written.is_not_null() & state.is_null())
        given = (state == "given").fill_null(False)
        wrong = wrong | (said & ~given)
        if first.type not in ("date", "int"):
            wrong = wrong | (given & ~said)
    else:
        state = pl.when(said).then(pl.lit("given", dtype=states))
    return [state.alias(f"{stem}__state"), *(value.alias(name) for name, value in values.items())], wrong


def _limits(column: Column) -> tuple[Any, Any]:
    import polars as pl

    if column.type == "date":
        return pl.lit(date(EARLIEST, 1, 1)), pl.lit(date(LATEST, 12, 31))
    assert column.field is not None
    return pl.lit(0), pl.lit(MOST[column.field.unit or "count"])


def _wrong_id(column: Column, plain: Any) -> Any:
    import polars as pl

    if column.role == "row_id":
        return (plain.str.contains(r"[^\w-]") | ~plain.str.len_chars().is_between(1, 64)).fill_null(False)
    return pl.lit(False)


def _wrong_value(column: Column, plain: Any, type: Any) -> Any:
    import polars as pl

    if column.type == "enum":
        if type == pl.Enum(_codes(column)):
            return pl.lit(False)
        return (~plain.is_in(_codes(column))).fill_null(False)
    if column.type == "codes":
        return _strange(column, plain)
    if column.type == "bool":
        return pl.lit(False)
    return (plain.str.len_chars() > LONGEST).fill_null(False)


def _strange(column: Column, several: Any) -> Any:
    """Lists in which some code is not of the vocabulary, or stands twice."""
    import polars as pl

    wrong = several.list.eval(~pl.element().is_in(_codes(column)).fill_null(False)).list.any().fill_null(False)
    return wrong | (several.list.n_unique() < several.list.len()).fill_null(False)


def _codes(column: Column) -> list[str]:
    assert column.field is not None
    return list(column.field.values or ())


def _dtype(column: Column) -> Any:
    import polars as pl

    if column.type == "bool":
        return pl.Boolean
    if column.type == "date":
        return pl.Date
    if column.type == "int":
        return pl.Int64
    return pl.List(pl.String) if column.type == "codes" else pl.String
