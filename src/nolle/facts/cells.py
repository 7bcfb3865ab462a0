"""One fact as it stands in a file, read into a cell and written back.

A value is plain, or one inline table: ``{ value | min, max | one_of | unknown = true | absent = true, source,
said_by, on }`` with exactly one kind of value.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from nolle.logic.known import Answer, Cell, Missing
from nolle.logic.rough import RoughError, Span, exactly, parse_date
from nolle.logic.text import Text

from .errors import show
from .formats import Node, Raw
from .vocabulary import Field

EARLIEST, LATEST = 1880, 2150
"""The years that a date in a living person's case can lie in, with room for a grandparent and a long validity."""

MOST = {"years": 120, "months": 1440, "days": 365_000, "count": 10_000}
"""The largest number that makes sense by unit: a human age, and for days a sentence of a thousand years."""

LONGEST = 20_000
"""Characters in one text."""

_KINDS = ("value", "min", "max", "one_of", "unknown", "absent")
_PROVENANCE = ("source", "said_by", "on")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_AMBIGUOUS = re.compile(r"\d{1,2}([/. -])\d{1,2}\1(\d{2}){1,2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)?")
_LEAVE_OUT = "leave it out if nobody asked, or write { unknown = true } if it was asked and is not known"
_DAY = "write a day as 2014-05-07"


class Wrong(Exception):
    """A value that is not accepted: the node it stands at, what is wrong and what is accepted.

    ``near`` is the name that was found and the names it may have been meant for; the nearest is looked for only when
    the problem is shown.
    """

    def __init__(
        self,
        node: Node,
        what: str,
        accepted: str,
        near: tuple[str, Mapping[str, Text] | Collection[str]] | None = None,
    ) -> None:
        super().__init__(what)
        self.node, self.what, self.accepted, self.near = node, what, accepted, near


def closest(name: str, among: Mapping[str, Text] | Collection[str]) -> str | None:
    """The name that was probably meant, by its code or by its words in either language."""
    meant = {code: code for code in among}
    if isinstance(among, Mapping):
        meant |= {words: code for code, text in among.items() for words in (text.es, text.en)}
    by_case = {words.casefold(): code for words, code in meant.items()}
    close = get_close_matches(name[:60].casefold(), by_case, n=1, cutoff=0.6)
    return by_case[close[0]] if close else None


def read_cell(field: Field, node: Node) -> Cell | None:
    """The cell of a fact; ``None`` for an empty value, which is not asked.

    Raises:
        Wrong: for the first thing in it that is not accepted.
    """
    if node.value is None:
        return None
    if not isinstance(node.value, dict):
        return Cell(_answer(field, node))
    if node.style in ("section", "dotted", "implicit"):
        raise Wrong(
            node, "the parts of one fact stand apart", f"write it on one line: {field.field} = {{ value = ... }}"
        )
    parts: dict[str, Node] = node.value
    for key, part in parts.items():
        if key not in _KINDS and key not in _PROVENANCE:
            raise Wrong(
                part,
                f"there is no {show(key)} in a fact",
                f"accepted are {', '.join((*_KINDS, *_PROVENANCE))}",
                (key, (*_KINDS, *_PROVENANCE)),
            )
        if part.value is None:
            raise Wrong(part, f"{key} is empty", "give it a value or leave it out")
    return Cell(
        _kind(field, node, parts),
        said_by=_words(parts["said_by"]) if "said_by" in parts else None,
        source=_words(parts["source"]) if "source" in parts else None,
        on=_recorded(parts["on"]) if "on" in parts else None,
    )


def _kind(field: Field, node: Node, parts: Mapping[str, Node]) -> Answer:
    kinds = [key for key in _KINDS if key in parts]
    if not kinds:
        raise Wrong(node, "no value is given", "add value, min or max, one_of, unknown = true or absent = true")
    if len(kinds) > 1 and kinds != ["min", "max"]:
        raise Wrong(parts[kinds[1]], f"both {kinds[0]} and {kinds[1]} are given", "keep one of them")
    kind = kinds[0]
    part = parts[kind]
    if kind == "value":
        if isinstance(part.value, dict):
            raise Wrong(part, "a table stands within a table", "write the value itself")
        return _answer(field, part)
    if kind == "one_of":
        return _one_of(field, part)
    if kind in ("unknown", "absent"):
        if part.value is not True:
            raise Wrong(part, f"{kind} is {show(part.value)}", f"write {kind} = true or leave it out")
        return Missing.NOT_KNOWN if kind == "unknown" else Missing.ABSENT
    return _range(field, node, parts)


def _range(field: Field, node: Node, parts: Mapping[str, Node]) -> Span:
    if field.type == "date":
        low = _date(parts["min"]).low if "min" in parts else None
        high = _date(parts["max"]).high if "max" in parts else None
        written = f"{_end(low)}/{_end(high)}"
    elif field.type == "int":
        low = _number(field, parts["min"]) if "min" in parts else None
        high = _number(field, parts["max"]) if "max" in parts else None
        written = None
    else:
        raise Wrong(parts.get("min", node), "min and max are for dates and numbers", _accepted(field))
    try:
        return Span(low, high, written)
    except RoughError:
        raise Wrong(parts["min"], f"min {low} is more than max {high}", "put the smaller one first") from None


def _one_of(field: Field, node: Node) -> frozenset[str]:
    if field.type != "enum":
        raise Wrong(node, "one_of is for a choice of codes", _accepted(field))
    if not isinstance(node.value, list):
        raise Wrong(node, f"one_of is {show(node.value)}", 'write a list of codes, such as one_of = ["usc", "lpr"]')
    codes = [_code(field, item) for item in node.value]
    if len(set(codes)) < 2:
        raise Wrong(node, "one_of names fewer than two codes", "name each that it may be; a single one is the value")
    return frozenset(codes)


def _answer(field: Field, node: Node) -> Answer:
    value = node.value
    if value == "unknown" and field.type in ("enum", "codes"):
        return Missing.NOT_KNOWN
    if value == "" or (isinstance(value, str) and not value.strip()):
        raise Wrong(node, "the value is empty", _LEAVE_OUT)
    if field.type == "bool":
        if not isinstance(value, bool):
            raise Wrong(node, f"{show(value)} is neither true nor false", "write true or false, without quotes")
        return value
    if field.type == "date":
        return _date(node)
    if field.type == "int":
        return exactly(_number(field, node))
    if field.type == "enum":
        return _code(field, node)
    if field.type == "codes":
        return _codes(field, node)
    if field.type == "datetime":
        return _moment(node)
    if field.type == "texts":
        return _texts(node)
    if field.type == "address" and isinstance(value, list):
        return "\n".join(_texts(node))
    return _words(node)


def _date(node: Node) -> Span:
    value = node.value
    if isinstance(value, datetime):
        raise Wrong(node, f"{show(value)} has a time of day", f"{_DAY}, without the hour")
    if isinstance(value, date):
        value = value.isoformat()
    elif isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999:
        value = str(value)
    if isinstance(value, str) and _AMBIGUOUS.fullmatch(value):
        what = f"{show(value)} is not a date (day and month cannot be told apart)"
        raise Wrong(node, what, "write a day as 2014-05-07, year first")
    if not isinstance(value, str):
        raise Wrong(node, f"{show(value)} is not a date", f"{_DAY}, a month as 2014-05, a year as 2014")
    try:
        span = parse_date(value)
    except RoughError as error:
        what, _, accepted = str(error).rpartition(": ")
        raise Wrong(node, f"{show(value)}{_after(what, value)}", accepted) from None
    for end in (span.low, span.high):
        if isinstance(end, date) and not EARLIEST <= end.year <= LATEST:
            raise Wrong(node, f"the year {end.year} cannot be right", f"years from {EARLIEST} to {LATEST} are accepted")
    return span


def _after(what: str, value: str) -> str:
    """What the date reader says, without the value, which is shown our way."""
    return what[what.index(" is not a date" if " is not a date" in what else " ends before") :]


def _number(field: Field, node: Node) -> int:
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int):
        raise Wrong(node, f"{show(value)} is not a whole number", _accepted(field))
    most = MOST[field.unit or "count"]
    if not 0 <= value <= most:
        what = f"{value}" if abs(value) < 10**12 else "the number"
        unit = "" if field.unit in (None, "count") else f" {field.unit}"
        raise Wrong(node, f"{what} cannot be right", f"whole numbers from 0 to {most}{unit} are accepted")
    return value


def _code(field: Field, node: Node) -> str:
    values = field.values or {}
    value = node.value
    if isinstance(value, int) and not isinstance(value, bool) and str(value) in values:
        return str(value)
    if isinstance(value, str) and value in values:
        return value
    if value == "unknown":
        raise Wrong(node, '"unknown" stands among codes', "write { unknown = true } for the whole fact")
    near = (value, values) if isinstance(value, str) else None
    raise Wrong(node, f"{show(value)} is not one of its codes", _accepted(field), near)


def _codes(field: Field, node: Node) -> tuple[str, ...]:
    if not isinstance(node.value, list):
        raise Wrong(node, f"{show(node.value)} is not a list of codes", 'write a list, such as ["a", "b"]')
    codes = tuple(_code(field, item) for item in node.value)
    if len(set(codes)) < len(codes):
        again = next(code for code in codes if codes.count(code) > 1)
        raise Wrong(node, f"{show(again)} is named twice", "name each code once")
    if "none" in codes and len(codes) > 1:
        raise Wrong(node, '"none" stands beside other codes', "write none alone, or the codes without it")
    return codes


def _moment(node: Node) -> str:
    value = node.value
    try:
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            value = datetime.fromisoformat(value)
    except ValueError:
        pass
    if not isinstance(value, datetime) or not EARLIEST <= value.year <= LATEST:
        raise Wrong(node, f"{show(value)} is not a day and hour", "write them as 2026-11-03T09:00")
    return value.isoformat(timespec="seconds" if value.second else "minutes")


def _texts(node: Node) -> tuple[str, ...]:
    if not isinstance(node.value, list):
        raise Wrong(node, f"{show(node.value)} is not a list", 'write a list of texts, such as ["a", "b"]')
    return tuple(map(_words, node.value))


def _words(node: Node) -> str:
    value = node.value
    if not isinstance(value, str):
        raise Wrong(node, f"{show(value)} is not text", "write it in double quotes")
    value = value.replace("\r\n", "\n")
    if not value.strip():
        raise Wrong(node, "the text is empty", "leave it out")
    if len(value) > LONGEST:
        raise Wrong(node, f"the text has {len(value)} characters", f"at most {LONGEST} are accepted")
    if unseen := _UNSEEN.search(value):
        raise Wrong(node, f"the text has a hidden character (U+{ord(unseen[0]):04X})", "take it out")
    return value


def _recorded(node: Node) -> date:
    span = _date(node)
    if not span.exact:
        raise Wrong(node, f"on is {show(node.value)}", f"it is the day this was recorded: {_DAY}")
    return span.low  # type: ignore[return-value]


def _accepted(field: Field) -> str:
    """What a fact of this type may be."""
    if field.type == "bool":
        return "write true or false"
    if field.type == "int":
        unit = "" if field.unit in (None, "count") else f" of {field.unit}"
        return f"write a whole number{unit} such as 10, or a range such as {{ min = 10, max = 12 }}"
    if field.type == "date":
        return f"{_DAY}, a month as 2014-05, a year as 2014"
    if field.values:
        codes = list(field.values)
        shown = ", ".join(codes[:12])
        return f"accepted are {shown}{f' and {len(codes) - 12} more' if len(codes) > 12 else ''}"
    return "write text in double quotes"


def to_raw(cell: Cell) -> Raw:
    """The value that says a cell in a file: plain where it has no provenance, else one inline table."""
    kind, value = _said(cell.answer)
    provenance = {key: getattr(cell, key) for key in _PROVENANCE if getattr(cell, key) is not None}
    if kind == "value" and not provenance:
        return value  # type: ignore[no-any-return]
    parts = value if kind == "range" else {kind: value}
    return {**parts, **provenance}


def _said(answer: Answer) -> tuple[str, Any]:
    if answer is Missing.ABSENT:
        return "absent", True
    if isinstance(answer, Missing):
        return "unknown", True
    if isinstance(answer, frozenset):
        return ("one_of", sorted(answer)) if len(answer) > 1 else ("value", next(iter(answer), ""))
    if isinstance(answer, tuple):
        return "value", list(answer)
    if isinstance(answer, Span):
        return _span(answer)
    return "value", answer


def _span(span: Span) -> tuple[str, Any]:
    if span.low is None and span.high is None:
        return "unknown", True
    if not isinstance(span.low, date) and not isinstance(span.high, date):
        if span.exact:
            return "value", span.low
        ends = {"min": span.low, "max": span.high}
        return "range", {key: value for key, value in ends.items() if value is not None}
    if span.exact and span.text in (None, str(span.low)):
        return "value", span.low
    if span.text is not None:
        try:
            if parse_date(span.text) == span:
                return "value", span.text
        except RoughError:
            pass
    return "value", str(span.low) if span.exact else f"{_end(span.low)}/{_end(span.high)}"


def _end(end: object) -> str:
    return ".." if end is None else str(end)
