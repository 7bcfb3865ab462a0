"""What an export writes in a cell, said as a docket says it: dates, yes and no, names of countries, words for codes.

Only what has one meaning is said anew. Anything else stays as it is written, and the reader of dockets, which reads
every cell afterwards, gives the reason why it cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from nolle.facts.cells import Wrong, read_cell
from nolle.facts.errors import show
from nolle.facts.formats import Node
from nolle.facts.spoken_dates import Unclear, WhichDate, read_date
from nolle.facts.vocabulary import Field, vocabulary
from nolle.logic.known import Answer, Missing
from nolle.logic.rough import RoughError, Span, parse_date

from .cases import cell_text
from .explain import why
from .layout import Column, circuits
from .profile import plain_word, words
from .rejects import HIDDEN
from .values import Dialect, read_columns

LONGEST_SAID = 400
"""Characters: what is longer is no date, word or list of countries, and is not searched for one."""

_A_NUMBER = re.compile(r"(?<![\w-])(?:A[\s#-]{0,2})?(?:\d{8,9}|\d{2,3}[\s-]\d{3}[\s-]\d{3})(?![\w-])", re.IGNORECASE)
_ONE_A_NUMBER = re.compile(r"A?[\s#:-]*(\d{2,3})[\s-]?(\d{3})[\s-]?(\d{3})", re.IGNORECASE)
_MIDNIGHT = re.compile(r"(\S+?)(?:T| )0?0:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?|(\S+) 12:00(?::00)? ?AM", re.IGNORECASE)
_DASHED = re.compile(r"(\d{1,2})[-.](\d{1,2})[-.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})/(\d{4})")
_IN_WORDS = re.compile(
    r"[^\W\d_]+\.?(?: \d{1,2},?)?(?: de| del)? \d{4}|\d{1,2}(?:-| de | )[^\W\d_]+\.?(?:-| de | del | )\d{4}"
)
_SEVERAL = re.compile(r"\s*[;/|\n,]\s*|\s+(?:and|y|e|&)\s+")
_NO_A_NUMBER = "\0"
"""A text that no column accepts."""

_PARENTHESES = re.compile(r"\s*\((.*?)\)")


@dataclass(frozen=True, slots=True)
class Read:
    """A text of an export as read: the cell a docket has for it, or what is wrong with it and what is accepted."""

    cell: str = ""
    wrong: tuple[str, str] | None = None


def without_a_numbers(text: str) -> str:
    """A text in which nothing that may be an A-number can be read."""
    return _A_NUMBER.sub(HIDDEN, text)


def read_texts(column: Column, texts: Sequence[str], dialect: Dialect, *, by_name: bool = False) -> dict[str, Read]:
    """Each distinct text of a column as a docket says it.

    Args:
        column: what the texts are of; its ``field`` is a fact, or nothing for ``case_id``, ``as_of`` and ``circuit``.
        texts: distinct texts.
        dialect: the order of day and month, and whether a number may be a spreadsheet's day.
        by_name: whether the header is the name of the fact, so that a code is meant as a code. Elsewhere ``None`` may
            be how the export writes an empty cell, and is not read as the code ``none``.
    """
    said = [say(column, text) for text in texts]
    found = answers(column, said, dialect)
    read = {
        text: _cell(column, text, answer, plain, dialect)
        for text, plain, answer in zip(texts, said, found, strict=True)
    }
    values = (column.field.values if column.field else None) or {}
    if "none" in values and not by_name:
        for text in texts:
            if plain_word(text) == "none":
                label = show(values["none"].en)
                read[text] = Read(
                    wrong=(f"{show(text)} may mean {label}, or that nothing was told", f"write {label}, or nothing")
                )
    return read


def _cell(column: Column, text: str, answer: Answer | None, said: str, dialect: Dialect) -> Read:
    if answer is None:
        if column.field is not None and column.field.name == "party.a_number":
            return Read(wrong=(f"{HIDDEN} is not an A-number", "write A and its 8 or 9 digits"))
        # The reader explains what it found; where that was said anew, the export's own words are shown.
        what, accepted = why(column, said, dialect.day_order)
        return Read(wrong=(what.replace(show(said.strip()), show(text.strip())), accepted))
    if column.field is not None:
        return Read(_rough(answer) or cell_text(column.field, answer))
    if isinstance(answer, Span):
        return Read(str(answer.low))
    if not isinstance(answer, str):
        return Read()
    if column.role == "circuit":
        known = circuits().get(answer.lower())
        return Read(known) if known else Read(wrong=why(column, answer))
    if column.role == "key" and answer.startswith(("=", "+", "-", "@")):
        return Read(wrong=(f"{show(answer)} would start a formula", "number the case with letters or digits first"))
    return Read(answer)


def _rough(answer: Answer) -> str | None:
    """A whole year or month as a person would write it."""
    if not isinstance(answer, Span) or not isinstance(answer.low, date) or not isinstance(answer.high, date):
        return None
    for said in (f"{answer.low.year:04}", f"{answer.low:%Y-%m}"):
        span = parse_date(said)
        if (span.low, span.high) == (answer.low, answer.high):
            return said
    return None


def answers(column: Column, texts: Sequence[str], dialect: Dialect) -> list[Answer | None]:
    """What the cells of a docket say; nothing for a cell that cannot be read."""
    import polars as pl

    if column.type == "datetime":
        return [_moment(column, text) for text in texts]
    frame = pl.DataFrame({column.header: list(texts)}, schema={column.header: pl.String})
    series, bad = read_columns(frame, [column], dialect)
    wrong = bad[column.header].to_list() if bad.width else [False] * len(texts)
    parts = {s.name.removeprefix(column.stem).removeprefix("__"): s.to_list() for s in series}
    rows = [dict(zip(parts, values, strict=True)) for values in zip(*parts.values(), strict=True)]
    return [None if no else _answer(row) for row, no in zip(rows, wrong, strict=True)]


def _answer(parts: Mapping[str, Any]) -> Answer:
    state = parts.get("state", "given")
    if state is None:
        return Missing.NOT_ASKED
    if state != "given":
        return Missing.ABSENT if state == "absent" else Missing.NOT_KNOWN
    if "low" in parts:
        return Span(parts["low"], parts["high"])
    if parts.get("one_of") is not None:
        return frozenset(parts["one_of"])
    value = parts[""]
    if isinstance(value, date):
        return Span(value, value)
    if value is None:
        return Missing.NOT_ASKED
    return tuple(value) if isinstance(value, list) else value


def _moment(column: Column, text: str) -> Answer | None:
    if not text.strip():
        return Missing.NOT_ASKED
    if text.strip() in ("unknown", "absent"):
        return Missing(text.strip())
    assert column.field is not None
    try:
        cell = read_cell(column.field, Node(text.strip(), 0, 0, 0))
    except Wrong:
        return None
    return cell.answer if cell else Missing.NOT_ASKED


def say(column: Column, text: str) -> str:
    """A text of an export as a docket would say it; as it stands, if nothing is known about it."""
    if column.field is not None and column.field.name == "party.a_number":
        one = _ONE_A_NUMBER.fullmatch(text.strip()[:LONGEST_SAID])
        blank = plain_word(text[:LONGEST_SAID]) in words().blank | words().unknown
        return f"A{''.join(one.groups()):0>9}" if one else "" if blank else _NO_A_NUMBER
    if len(text) > LONGEST_SAID:
        return text
    plain = plain_word(text)
    if plain in words().blank:
        return ""
    if column.field is None:
        return text
    if plain in words().unknown and column.field.entity not in ("party", "court"):
        return "unknown"
    if column.type == "bool":
        return "true" if plain in words().yes else "false" if plain in words().no else text
    if column.type == "date":
        return _date(text.strip())
    if column.type in ("enum", "codes"):
        return _codes(column.field, column.type, text)
    if column.type == "int":
        return re.sub(r"\.0+$", "", text.strip())
    return text


def _date(text: str) -> str:
    """A date in the shapes that exports write, year first where that is sure."""
    if match := _MIDNIGHT.fullmatch(text):
        text = match[1] or match[2]
    if match := _DASHED.fullmatch(text):
        return "/".join(match.groups())
    if match := _YEAR_FIRST.fullmatch(text):
        return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"
    if match := _MONTH_YEAR.fullmatch(text):
        return f"{match[2]}-{match[1]:0>2}"
    if _IN_WORDS.fullmatch(text):
        try:
            # No word that counts from today can be here: every shape has its year.
            span = read_date(text, date.min)
        except (Unclear, WhichDate, RoughError):
            return text
        return str(span.low) if span.exact else f"{span.low or '..'}/{span.high or '..'}"
    return text


def _codes(field: Field, type: str, text: str) -> str:
    known = _words_for(field.name)
    code = known.get(_bare(text))
    if code is not None:
        return code
    if type == "enum":
        return text
    several = [known.get(_bare(part)) for part in _SEVERAL.split(text.strip()) if part]
    codes = [code for code in several if code is not None]
    return ";".join(dict.fromkeys(codes)) if codes and len(codes) == len(several) else text


def _bare(text: str) -> str:
    """How words for codes compare: ``B-2``, ``b2`` and ``B 2`` are the same."""
    return re.sub(r"[^a-z0-9]+", "", plain_word(text))


@cache
def _words_for(name: str) -> Mapping[str, str]:
    """The words that mean one code of a fact: the code, its label in either language, and the common words."""
    entity, _, key = name.partition(".")
    field = vocabulary()[entity].fields[key]
    values = field.values or {}
    found: dict[str, set[str]] = {}
    for code, label in values.items():
        for said in (label.en, label.es):
            for word in (said, _PARENTHESES.sub("", said), *_PARENTHESES.findall(said)):
                found.setdefault(_bare(word), set()).add(code)
    sure = {word: codes.pop() for word, codes in found.items() if len(codes) == 1 and word}
    common = dict(words().facts.get(name, {}))
    if {"GTM", "USA"} <= set(values):
        common |= words().country
    if {"spa", "eng"} <= set(values):
        common |= words().language
    return {**sure, **{_bare(word): code for word, code in common.items()}, **{_bare(code): code for code in values}}
