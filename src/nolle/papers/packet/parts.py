"""Splitting a packet that is too large for one upload (EOIR ECAS: 25 MB a document, parts numbered in the name)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

LIMIT = 25_000_000
"""Bytes in one upload: the fact base's reading of 25 MB, verified on the ECAS page, not reviewed by an attorney."""

_ROOM = 0.96
"""The part of the limit that pages may fill: numbers, bookmarks and tables come on top."""

_EARLY = 0.6
"""A part ends where a tab begins, if that leaves it at least this full."""


def cuts(pdf: pikepdf.Pdf, starts: Sequence[int], limit: int = LIMIT) -> list[range]:
    """The pages of each part, counted from 0; one range where all fits.

    Args:
        pdf: the whole packet, its pages in order.
        starts: the pages at which papers and tabs begin.
        limit: bytes in one file.
    """
    whole = range(len(pdf.pages))
    if _size(pdf) <= limit * _ROOM:
        return [whole]
    beginnings = frozenset(starts)
    found: list[range] = []
    first = 0
    while first < whole.stop:
        stop = _fitting(pdf, first, limit * _ROOM, beginnings)
        found.append(range(first, stop))
        first = stop
    return found


def part_of(cut: Sequence[range], page: int) -> str:
    """``Part 2 of 3``."""
    number = next(number for number, pages in enumerate(cut, 1) if page in pages)
    return f"Part {number} of {len(cut)}"


def part(pdf: pikepdf.Pdf, pages: range) -> pikepdf.Pdf:
    """A PDF of these pages, with the layers that are off."""
    import pikepdf

    made = pikepdf.new()
    made.pages.extend(pdf.pages[pages.start : pages.stop])
    if "/OCProperties" in pdf.Root:
        made.Root.OCProperties = made.copy_foreign(pdf.make_indirect(pdf.Root.OCProperties))
    return made


def _fitting(pdf: pikepdf.Pdf, first: int, budget: float, beginnings: frozenset[int]) -> int:
    """Where a part that begins at a page must end."""
    seen: set[tuple[int, int]] = set()
    used, best = 0, first
    for number in range(first, len(pdf.pages)):
        cost = _weight(pdf.pages[number].obj, seen)
        if used + cost > budget and number > first:
            return best if best > first else number
        if number in beginnings and used >= _EARLY * budget:
            best = number
        used += cost
    return len(pdf.pages)


def _weight(page: Any, seen: set[tuple[int, int]]) -> int:
    """Bytes of the streams a page needs that were not yet counted."""
    import pikepdf

    total, waiting = 300, [page]
    while waiting:
        one = waiting.pop()
        if one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if isinstance(one, pikepdf.Stream):
            total += int(one.get("/Length", 0)) + 120
        if isinstance(one, pikepdf.Array):
            waiting += [value for value in list[Any](one) if isinstance(value, pikepdf.Object)]
        elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            waiting += [value for key, value in one.items() if key != "/Parent" and isinstance(value, pikepdf.Object)]
    return total


def _size(pdf: pikepdf.Pdf) -> int:
    import pikepdf

    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.tell()
