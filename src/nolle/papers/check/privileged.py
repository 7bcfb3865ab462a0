"""Papers that never leave the office, or go to the client alone, found in what is about to leave."""

from __future__ import annotations

from collections.abc import Iterator

from nolle.papers.packet.errors import Refused
from nolle.papers.packet.privilege import Letters, refuse_kind, refuse_legend

from .finding import Finding
from .reading import Document

_WHY = "it never goes to a court or to the government, and what was sent cannot be taken back."
_FIX = "Take these pages out. To the client it may go."


def privileged(document: Document) -> Iterator[Finding]:
    """What the file says it is, a page that calls itself privileged, and letters to the client by their headings."""
    try:
        refuse_kind(document.kind, "The file")
    except Refused as error:
        yield Finding(1, "privileged", f"{error.file} {error.why}: {_WHY}", _FIX)
        return
    letters = Letters("The file")
    for page in document.pages:
        try:
            refuse_legend(page.text, "The page")
            letters.refuse(page.text)
        except Refused as error:
            yield Finding(page.number, "privileged", f"{error.file} {error.why}: {_WHY}", _FIX)
            letters = Letters("The file")
