"""Which part each page plays in a filing: paper, index, tab sheet, exhibit, proposed order, certificate of service."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

Role: TypeAlias = Literal["paper", "index", "tab", "exhibit", "order", "service"]

_TAB = re.compile(r"^\s*(?:TAB|EXHIBIT|Tab|Exhibit)\s+[\"“]?(([A-Z])\2{0,3})[\"”]?\s*$", re.MULTILINE)
_SHEET = 700
"""Characters a tab sheet has at most."""

_INDEX = re.compile(
    r"^\s*(?:INDEX(?: OF (?:EXHIBITS|EVIDENCE|DOCUMENTS))?|TABLE OF CONTENTS|EVIDENCE INDEX|EXHIBIT (?:LIST|INDEX)|"
    r"LIST OF EXHIBITS)\s*$",
    re.MULTILINE | re.IGNORECASE,
)
CAPTION = re.compile(r"executive\s+office\s+(?:for|of)\s+immigration\s+review", re.IGNORECASE)
"""``of`` is a common slip, and the page is a caption all the same."""

ORDER = re.compile(r"\[?proposed\]?\s+order|order\s+of\s+the\s+immigration\s+judge", re.IGNORECASE)
SERVICE = re.compile(r"^\W*(?:certificate|proof)\s+of\s+service\W*$", re.IGNORECASE | re.MULTILINE)
_OFFICIAL = re.compile(r"\bOMB\s*(?:#|No\b|Control|Number|approv)", re.IGNORECASE)
"""A form of the government, which may have a proof of service of its own: Form EOIR-28 has."""

_GOES_ON = re.compile(r"\s*(?:\d+\s*\n\s*)?(?:Tab\b|Exhibit\b|([A-Z])\1{0,2}[.):]?\s+[A-Z\d\"“])")
"""How a further page of an index begins: with its heads of columns, or with a tab and its description."""

_BLANKS = re.compile(
    r"(?:\[\s*\]|☐|□|_)\s*GRANTED|GRANTED\s*(?:\[\s*\]|☐|□|_)|it is (?:hereby )?ordered", re.IGNORECASE
)


def roles(texts: Sequence[str]) -> list[tuple[Role, str | None]]:
    """The part of each page and the tab it lies behind.

    An exhibit may bear a court's caption of its own, so that what follows the exhibits is known by what it is: a
    proposed order still blank, or a certificate of service. Without a tab sheet every page is a paper.
    """
    found: list[tuple[Role, str | None]] = []
    tab: str | None = None
    role: Role = "paper"
    last = _last_tab(texts)
    for number, text in enumerate(texts):
        sheet = tab_of(text)
        if sheet is not None:
            tab, role = sheet, "exhibit"
            found.append(("tab", sheet))
            continue
        if role == "exhibit" and number <= last:
            found.append((role, tab))
            continue
        if role != "exhibit" and _INDEX.search(text[:600]):
            role = "index"
        elif role == "index" and not _GOES_ON.match(text):
            role = "paper"
        closing = _closing(text)
        if closing is not None:
            role, tab = closing, None
        elif role in ("order", "service") and CAPTION.search(text[:1500]):
            role = "paper"
        found.append((role, tab if role == "exhibit" else None))
    return found


def tab_of(text: str) -> str | None:
    """The tab that a tab sheet names; ``None`` where the page is none."""
    if len(text) > _SHEET:
        return None
    found = _TAB.search(text[:120])
    return found[1] if found else None


def _last_tab(texts: Sequence[str]) -> int:
    """The last page on which a tab sheet stands; what follows it may be more exhibit or the papers at the end."""
    return max((number for number, text in enumerate(texts) if tab_of(text) is not None), default=-1)


def _closing(text: str) -> Role | None:
    head = text[:1800]
    if _OFFICIAL.search(text):
        return None
    if CAPTION.search(head) and ORDER.search(head) and _BLANKS.search(text):
        return "order"
    if SERVICE.search(head) or (CAPTION.search(head) and re.search(r"(certificate|proof) of service", head, re.I)):
        return "service"
    return None
