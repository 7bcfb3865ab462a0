"""Drafting for tests: the stories, releases, and a draft's text."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nolle.facts.casefile import CaseFile, parse_case, read_case
from nolle.papers.draft import Draft, draft
from nolle.papers.telling import Release

EXAMPLES = Path(__file__).parents[2] / "examples"
IDS = Path(__file__).parent / "ids"
TODAY = date(2026, 11, 21)
REQUEST = date(2023, 4, 12)
MOTION = date(2023, 9, 18)


@cache
def story(letter: str) -> CaseFile:
    folder = next(EXAMPLES.glob(f"{letter}-*"))
    return read_case(folder / "case.toml")


def edited(letter: str, *pairs: tuple[str, str]) -> CaseFile:
    """A story with some lines of its file changed; each must be there."""
    text = story(letter).text
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return parse_case(text, "toml")


def released(*facts: str) -> list[Release]:
    return [Release(fact, "the client agreed", "Ana Ruiz") for fact in facts]


def made(kind: str, letter: str = "a", on: date = TODAY, **options: Any) -> Draft:
    return draft(kind, story(letter), on, **options)


def words(markdown: str) -> str:
    """The words of a paper without its marks."""
    text = re.sub(r"^:{3,}.*$|^#+ |^---.*$|^\| ?", "", markdown, flags=re.MULTILINE)
    text = re.sub(r"\[\\\[(.*?)\\\]\]\{\.gap\}", r"[\1]", text)
    text = re.sub(r"\[([^\[\]]*)\]\{\.(?:pin|line)\}", r"\1", text)
    return re.sub(r"\\(.)", r"\1", text).replace("*", "")


PARTY = """
[party]
full_name = "Elena Example"
a_number = "A 999-000-404"
counsel_name = "Ana Ruiz"
"""


def small(*tables: str) -> CaseFile:
    """A case of a few lines. ``tables`` are TOML; the lists are complete, and empty unless they are among them."""
    head = 'schema = "nolle.case/1"\ncomplete = ["entry", "relative", "conviction", "arrest"]\n'
    return parse_case(head + PARTY + "\n".join(tables), "toml")


def said(found: Draft) -> str:
    """The words of a draft on one line."""
    return re.sub(r"\s+", " ", words(found.markdown))


def cited(found: Draft) -> set[str]:
    """The authorities it cites, by id."""
    return {one.id for one in found.cited}


def gaps(found: Draft, kind: str | None = None) -> list[str]:
    """Its gaps in words; ``kind``: those of one kind."""
    return [gap.words for gap in found.gaps if kind in (None, gap.kind)]


def lines(key: str, *rows: str) -> str:
    """One TOML table."""
    return f"[{key}]\n" + "\n".join(rows) + "\n"
