"""Facts of the case that are held back until a person releases them, found in the papers all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nolle.facts.vocabulary import vocabulary

from .finding import Finding
from .reading import Document

FACTS = (
    "party.mailing_address",
    "party.residence_address",
    "party.safe_address",
    "party.safe_phone_times",
    "party.emergency_contact",
)
"""Client addresses, and facts for papers of the classes held back. Riders stand in the caption and are left out."""

_EVERYWHERE = frozenset(("party.safe_address", "party.safe_phone_times"))
_SHORTEST = 8
_WHY = {
    "party.safe_address": "it is where the client is safe (8 USC 1367)",
    "party.safe_phone_times": "it says when the client can speak safely (8 USC 1367)",
    "party.emergency_contact": "it names a person who is not a party",
}


def protected(document: Document) -> Iterator[Finding]:
    """Held-back facts of the case that stand in what leaves. Without a case nothing can be found."""
    if document.case is None:
        return
    for fact in FACTS:
        answer = document.case.party(fact).answer
        if not isinstance(answer, str):
            continue
        # The street, or the name: what follows the first comma is the town, which the caption may name as well.
        wanted = _bare(re.split(r"[,\n]", answer)[0])
        if len(wanted) < _SHORTEST:
            continue
        label = vocabulary()["party"].fields[fact.removeprefix("party.")].label.en
        for page in document.pages:
            if (page.role != "exhibit" or fact in _EVERYWHERE) and wanted in _bare(page.text):
                why = _WHY.get(fact, "the other side learns where the client lives")
                message = f"{label} stands here; {why}, and it is held back until released."
                yield Finding(page.number, "protected-fact", message, "Take it out, or release it by name and reason.")


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
