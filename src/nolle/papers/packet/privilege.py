"""Papers that never leave the office: advisals, notes and screening output, known by what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from .errors import Refused

if TYPE_CHECKING:
    import pikepdf

MARK = "nolle-kind:"
"""How a PDF made here says in its keywords what kind of paper it is."""

KINDS = frozenset({"client_advisal", "advisal", "note", "notes", "screening", "opinion", "send_sheet", "review_sheet"})
"""Kinds refused whatever the list of papers says of them."""

_LEGENDS = re.compile(
    r"attorney[\s\-–]+client (?:privileged?|communication)|privileged (?:and|&) confidential|"
    r"attorney work product|nolle\.opinion/1|unsupervised draft: for a licensed reader only|"
    r"confidencial entre abogado y cliente|secreto profesional",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:may|might|could)\b(?: \w+){0,3} (?:contain|be|include|constitute)\b", re.IGNORECASE)
"""The disclaimer beneath an e-mail, the Department's among them, is no legend: it stands under whatever is sent."""

_KEPT = "keep it in the file; it never goes to a court or to the government"


def refuse_kind(kind: str | None, name: str) -> None:
    """Raises: Refused: the kind is privileged."""
    if kind is None:
        return
    kind = kind.partition(".")[0]
    privileged = kind in KINDS
    if not privileged:
        from nolle.papers.kinds import UnknownKind
        from nolle.papers.kinds import kind as known

        try:
            privileged = known(kind).privileged
        except UnknownKind:
            privileged = False
    if privileged:
        raise Refused(name, f"is privileged ({kind})", _KEPT)


def kind_within(pdf: pikepdf.Pdf) -> str | None:
    """The kind that a PDF made here says it is."""
    keywords = str(pdf.docinfo.get("/Keywords", ""))
    found = re.search(re.escape(MARK) + r"([\w.-]+)", keywords)
    return found[1] if found else None


def refuse_legend(text: str, name: str) -> None:
    """Raises: Refused: the page calls itself privileged, or is screening output."""
    for found, doubted in _legends(text):
        if not doubted:
            raise Refused(name, f'calls itself privileged ("{found}")', _KEPT)


def doubted_legend(text: str) -> str | None:
    """The words in which a page says that it may be privileged, as the disclaimer beneath an e-mail does."""
    return next((found for found, doubted in _legends(text) if doubted), None)


def _legends(text: str) -> Iterator[tuple[str, bool]]:
    """What a page says of privilege, and whether it says only that this may be so."""
    flat = " ".join(text.split())
    for found in _LEGENDS.finditer(flat):
        sentence = re.split(r"[.!?:]\s", flat[max(0, found.start() - 250) : found.start()])[-1]
        yield found[0], _MAY.search(sentence) is not None


ENOUGH = 3
"""So many headings of one letter make a file that letter; one or two may stand in any paper."""


class Letters:
    """Knows a letter to the client by its headings, page after page: it bears no legend, and its marks are lost when
    it is printed again, saved as Word, or pasted into another paper."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: dict[str, set[str]] = {}

    def refuse(self, page: str) -> None:
        """Raises: Refused: with this page the file holds a privileged letter."""
        for line in page.splitlines():
            heading = " ".join(line.split()).casefold()
            for kind in _headings().get(heading, ()):
                seen = self.found.setdefault(kind, set())
                seen.add(heading)
                if len(seen) >= ENOUGH:
                    raise Refused(self.name, f"reads as a privileged letter ({kind})", _KEPT)


@cache
def _headings() -> Mapping[str, tuple[str, ...]]:
    """The headings of privileged letters in both languages, each with the kinds that have it."""
    from nolle.papers.kinds import kinds

    found: dict[str, tuple[str, ...]] = {}
    for kind in kinds().values():
        for section in kind.sections if kind.privileged else ():
            for words in (section.heading.en, section.heading.es) if section.heading else ():
                heading = words.casefold()
                found[heading] = (*found.get(heading, ()), kind.id)
    return found
