"""The outside of a filing: page size, page numbers without gaps, an index that leads where it says, file size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nolle.papers.packet.parts import LIMIT

from .finding import Finding
from .reading import Document, Page

NEAR = 2.0
"""Points by which a page may miss US Letter: programs round."""

_OF = re.compile(r"\b(\d{1,5})\s*(?:of|de|/)\s*(\d{1,5})\b", re.IGNORECASE)
_BARE = re.compile(r"^\W*(?:page|p\.|página)?\s*(\d{1,5})\W*$", re.IGNORECASE | re.MULTILINE)
_PART = re.compile(r"\bPart\s+\d+\s+of\s+\d+\b", re.IGNORECASE)
_SLASHED = re.compile(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b")
_EDGE = re.compile(r"(?:^\s*(\d{1,4})\b|\b(\d{1,4})\W*$)", re.MULTILINE)
_DATES = re.compile(r"\b[A-Z][a-z]+\.? \d{1,2}, \d{4}|\b\d{1,2}/\d{1,2}/\d{2,4}|\b\d{4}-\d{2}(-\d{2})?|\b(19|20)\d\d\b")
_ROW = re.compile(r"^(?:Tab\s+|Exhibit\s+)?(([A-Z])\2{0,2})\b[.):]?(?=\s|$)", re.MULTILINE)


def shape(document: Document) -> Iterator[Finding]:
    """Page size, numbering and file size."""
    yield from _sizes(document.pages)
    yield from _numbers(document.pages)
    yield from _tabs(document.pages)
    if document.size > LIMIT:
        yield Finding(
            1,
            "file-size",
            f"The file has {document.size / 1e6:.1f} MB; one upload may have {LIMIT / 1e6:.0f} MB (ECAS).",
            "Split it into parts and number them in the file name; nolle papers packet does this.",
        )


def _sizes(pages: Sequence[Page]) -> Iterator[Finding]:
    first: Page | None = None
    last = 0
    for page in [*pages, None]:
        wrong = page is not None and not (abs(page.width - 612) <= NEAR and abs(page.height - 792) <= NEAR)
        same = first is not None and page is not None and (page.width, page.height) == (first.width, first.height)
        if first is not None and not (wrong and same):
            where = f"Page {first.number} is" if last == first.number else f"Pages {first.number} to {last} are"
            size = f"{first.width / 72:.2f} by {first.height / 72:.2f} inches"
            yield Finding(
                first.number,
                "page-size",
                f"{where} {size}, not US Letter, 8.5 by 11 upright (8 CFR 1003.32(d)).",
                "Bind it with nolle papers packet, or print it to Letter without cutting.",
            )
            first = None
        if wrong and page is not None:
            first, last = first or page, page.number


def printed_number(page: Page) -> tuple[int, int | None] | None:
    """The number at a page's foot, and the total where it says one."""
    foot = _SLASHED.sub(" ", _PART.sub("", page.foot))
    if found := _OF.findall(foot):
        return int(found[-1][0]), int(found[-1][1])
    if bare := _BARE.findall(foot):
        return int(bare[-1]), None
    return None


def _numbers(pages: Sequence[Page]) -> Iterator[Finding]:
    if len(pages) < 2:
        return
    numbers = {page.number: printed_number(page) for page in pages}
    fix = "Number every page of the whole submission in one run; nolle papers packet does this."
    if not any(numbers.values()) and (_run_in_words(pages) or all(_unread(page) for page in pages)):
        return
    if not any(numbers.values()):
        message = "No page bears a number; a court cannot be pointed to a page (ICPM ch. 3.3(c)(3))."
        yield Finding(1, "pagination", message, fix)
        return
    # A cover may go without; the run is what most pages agree on.
    offsets = [found[0] - number for number, found in numbers.items() if found is not None]
    offset = max(set(offsets), key=offsets.count)
    totals = [found[1] for found in numbers.values() if found is not None and found[1] is not None]
    total = max(set(totals), key=totals.count) if totals else None
    whole = total is not None and offset == 0 and not any(_PART.search(page.foot) for page in pages)
    if whole and total is not None and total != len(pages):
        message = f"The pages say they are {total} in all, and the file has {len(pages)}: pages are missing or added."
        yield Finding(1, "pagination", message, fix)
    for page in pages:
        found = numbers[page.number]
        if found is None:
            if page.number > 1 and not _unread(page):
                yield Finding(page.number, "pagination", "This page bears no number, though others do.", fix)
        elif found[0] - page.number != offset:
            message = f"This page is numbered {found[0]}; after those before it, it should be {page.number + offset}."
            yield Finding(page.number, "pagination", message, fix)
        elif found[1] is not None and total is not None and found[1] != total:
            message = f"This page says it is one of {found[1]}; the others say {total}."
            yield Finding(page.number, "pagination", message, fix)


def _run_in_words(pages: Sequence[Page]) -> bool:
    """Whether the feet end, or begin, with numbers that run on: ``Motion to Dismiss - 3``. A cover may go without."""
    found = [[int(a or b) for a, b in _EDGE.findall(page.foot)] for page in pages if not _unread(page)]
    offsets = {number - at for at, numbers in enumerate(found) for number in numbers}
    return any(sum(at + one in numbers for at, numbers in enumerate(found)) >= len(found) - 1 for one in offsets)


def _unread(page: Page) -> bool:
    """A picture without text: its number, if it has one, cannot be read here."""
    return page.scanned and not page.text.strip()


def _tabs(pages: Sequence[Page]) -> Iterator[Finding]:
    """Letters in order without a gap, and an index that names each at the page where it stands."""
    sheets = [page for page in pages if page.role == "tab"]
    for before, after in pairwise(sheets):
        if after.tab != _next(str(before.tab)):
            message = f"Tab {after.tab} follows Tab {before.tab}; the letters are not in order (ICPM ch. 3.3(c)(2))."
            yield Finding(after.number, "pagination", message, "Letter the tabs A, B, C ... Z, AA, BB, without a gap.")
    index = [page for page in pages if page.role == "index"]
    if not index or not sheets:
        return
    rows = dict(_rows("\n".join(page.text for page in index)))
    for sheet in sheets:
        own = printed_number(sheet)
        if sheet.tab not in rows:
            message = f"Tab {sheet.tab} is not in the index; the index must name every tab once."
            yield Finding(index[0].number, "pagination", message, "Make the index again from what is bound.")
            continue
        named = rows[sheet.tab]
        if own is not None and named and own[0] not in named and own[0] + 1 not in named:
            listed = ", ".join(str(number) for number in sorted(named)[:4])
            message = f"Tab {sheet.tab} begins on page {own[0]}; the index sends the reader elsewhere ({listed})."
            yield Finding(index[0].number, "pagination", message, "Make the index again from what is bound.")
    for tab in rows:
        if tab not in {sheet.tab for sheet in sheets} and not any(_PART.search(page.foot) for page in pages):
            message = f"The index names Tab {tab}, and no tab sheet {tab} is bound: an exhibit may be missing."
            yield Finding(index[0].number, "pagination", message, "Bind the exhibit, or take it out of the index.")


def _rows(text: str) -> Iterator[tuple[str, set[int]]]:
    """Each tab of an index with the page numbers in its row; dates are taken out first."""
    expected: str | None = None
    starts: list[tuple[str, int, int]] = []
    for found in _ROW.finditer(text):
        if expected is None or found[1] == expected or _near(expected, found[1]):
            starts.append((found[1], found.start(), found.end()))
            expected = _next(found[1])
    for number, (tab, _, begin) in enumerate(starts):
        end = starts[number + 1][1] if number + 1 < len(starts) else len(text)
        row = _DATES.sub(" ", text[begin:end])
        row = re.sub(r"\bpage \d+ of \d+", " ", row, flags=re.IGNORECASE)
        ranges = re.findall(r"(?<![\w-])(\d{1,4})\s*[–-]\s*(\d{1,4})(?![\w-])", row)
        alone = re.findall(r"(?:(?<=\s)|^)(\d{1,4})(?=\s|$)", row)
        yield tab, {int(first) for first, _ in ranges} | {int(one) for one in alone}


def _near(expected: str, found: str) -> bool:
    """One letter left out is still the next row."""
    return found == _next(expected)


def _next(tab: str) -> str:
    return "A" * (len(tab) + 1) if tab[0] == "Z" else chr(ord(tab[0]) + 1) * len(tab)
