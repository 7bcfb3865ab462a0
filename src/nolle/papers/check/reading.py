"""A PDF as the checks see it: for each page its text, its foot, its size, and what on it could be a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from nolle.facts.casefile import CaseFile

from .roles import Role, roles

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

_SAME = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)
"""Hyphens that do not break, and letters that a font joins: programs write them into the text as they are drawn."""

FOOT = 72
"""Points from the lower edge within which a page number stands."""

MOST_CHARACTERS = 60_000
"""Read on one page. A full page of small print has 8,000."""

_DRAWN = 40
"""Curved strokes from which a drawing may be a signature."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read.

    ``text`` has one line a line. ``foot`` is the text of its lowest inch or so. Sides are in points, as shown.
    ``scanned``: one picture covers most of it. ``inked``: it bears a smaller picture or a drawing that may be a
    signature. ``hidden``: runs of characters that nobody can see.
    """

    number: int
    text: str
    foot: str
    width: float
    height: float
    scanned: bool
    inked: bool
    hidden: tuple[str, ...]
    role: Role = "paper"
    tab: str | None = None

    @property
    def flat(self) -> str:
        """The text as one line."""
        return " ".join(self.text.split())

    @property
    def lines(self) -> list[str]:
        """Its lines, without empty ones."""
        return [line.strip() for line in self.text.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read, the day it is checked on, and the case it belongs to, if one was named.

    ``kind`` is that of a single paper made here, which says so within itself. ``released`` are the facts held back that
    may be told.
    """

    name: str
    size: int
    pages: tuple[Page, ...]
    on: date
    case: CaseFile | None
    kind: str | None = None
    released: frozenset[str] = frozenset()

    def of(self, *wanted: Role) -> Iterator[Page]:
        """The pages that play one of these parts."""
        return (page for page in self.pages if page.role in wanted)


def read_pages(document: PdfDocument) -> tuple[Page, ...]:
    """Every page, with the part it plays in the filing."""
    from dataclasses import replace

    from .hidden import hidden_runs

    found = []
    for number in range(len(document)):
        page = document[number]
        try:
            found.append(_read(page, number + 1, hidden_runs(page)))
        finally:
            page.close()
    played = roles([page.text for page in found])
    return tuple(replace(page, role=role, tab=tab) for page, (role, tab) in zip(found, played, strict=True))


def _read(page: PdfPage, number: int, hidden: tuple[str, ...]) -> Page:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    text = page.get_textpage()
    try:
        said = text.get_text_range(count=min(text.count_chars(), MOST_CHARACTERS))
        foot = text.get_text_bounded(bottom=page.get_bbox()[1], top=page.get_bbox()[1] + FOOT) if said.strip() else ""
    finally:
        text.close()
    width, height = page.get_size()
    largest, inked = 0.0, False
    for number_of, one in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH])):
        if number_of > 4000:
            break
        if one.type == pdfium.FPDF_PAGEOBJ_PATH:
            inked = inked or _is_drawing(one.raw, pdfium)
            continue
        left, low, right, high = one.get_bounds()
        share = abs((right - left) * (high - low)) / max(1.0, width * height)
        largest = max(largest, share)
        inked = inked or 0.0008 < share < 0.4
    return Page(number, _clean(said), _clean(foot), width, height, largest >= 0.4, inked, hidden)


def _is_drawing(path: Any, pdfium: Any) -> bool:
    count = pdfium.FPDFPath_CountSegments(path)
    if count < _DRAWN // 4:
        return False
    curves = 0
    for index in range(min(count, 400)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        curves += pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO
    return curves >= _DRAWN


def _clean(said: str) -> str:
    """One kind of line end, no soft hyphens, no unprintable marks, and words parted at a line's end put together."""
    said = said.replace("\r\n", "\n").replace("\r", "\n").replace("\u00ad", "").replace("\u00a0", " ")
    said = normalize("NFC", said.translate(_SAME))
    said = re.sub(r"[\ufffe\u0002]\s*\n?", "", said)
    return re.sub(r"[\x00-\x08\x0b-\x1f]", "", said)
