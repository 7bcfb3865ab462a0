"""Bookmarks, page labels and the few entries a reader's program needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True, slots=True)
class Entry:
    """A bookmark: its title, its page in the whole packet counted from 0, and those beneath it."""

    title: str
    page: int
    below: tuple[tuple[str, int], ...] = ()


def add(pdf: pikepdf.Pdf, entries: Sequence[Entry], pages: range, title: str) -> None:
    """Add the bookmarks that fall within these pages of the packet, and number the pages as their feet do."""
    import pikepdf

    with pdf.open_outline() as outline:
        for number, entry in enumerate(entries):
            end = entries[number + 1].page if number + 1 < len(entries) else pages.stop
            if entry.page >= pages.stop or (entry.page < pages.start and end <= pages.start):
                continue
            late = entry.page < pages.start
            name = f"{entry.title} (continued)" if late else entry.title
            item = pikepdf.OutlineItem(name, max(entry.page - pages.start, 0))
            item.children.extend(
                pikepdf.OutlineItem(words, at - pages.start) for words, at in entry.below if at in pages
            )
            outline.root.append(item)
    root = pdf.Root
    root.Lang = pikepdf.String("en-US")
    root.PageMode = pikepdf.Name.UseOutlines
    root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    label = pikepdf.Dictionary(S=pikepdf.Name.D, St=pages.start + 1)
    root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, label]))
    pdf.docinfo["/Title"] = pikepdf.String(title)
