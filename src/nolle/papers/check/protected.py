"""Facts of the case that are held back until a person releases them, found in what leaves all the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from nolle.counsel.told import fact_words
from nolle.facts.casefile import CaseFile
from nolle.facts.vocabulary import vocabulary
from nolle.logic.rough import Span, say_date
from nolle.papers.telling import held_class

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

EVERYWHERE = frozenset(("party.safe_address", "party.safe_phone_times"))
"""What may stand in no exhibit either."""
_SHORTEST = 8
_WHY = {
    "party.safe_address": "it is where the client is safe (8 USC 1367)",
    "party.safe_phone_times": "it says when the client can speak safely (8 USC 1367)",
    "party.emergency_contact": "it names a person who is not a party",
    "protected-1367": "it is protected by 8 USC 1367",
    "concession": "it helps the government to prove its case",
    "third_party": "it is about a person who is not a party",
}
FIX = "Take it out, or release it by name and reason."


def protected(document: Document) -> Iterator[Finding]:
    """Held-back facts of the case that stand in what leaves. Without a case nothing can be found.

    Looked for are addresses and names, and the days of facts held back. An answer that is a code or a number is in no
    page's words as it is stored, and is not looked for.
    """
    if document.case is None:
        return
    yield from _places(document, document.case)
    yield from _days(document, document.case)


def _places(document: Document, case: CaseFile) -> Iterator[Finding]:
    for fact, wanted, message in held_places(case, document.released):
        for page in document.pages:
            if (page.role != "exhibit" or fact in EVERYWHERE) and wanted in bare(page.text):
                yield Finding(page.number, "protected-fact", message, FIX)


def held_places(case: CaseFile, released: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Addresses and names of the case that are held back: the fact, the bare words to look for, and what to say."""
    for fact in FACTS:
        answer = case.party(fact).answer
        if fact in released or not isinstance(answer, str):
            continue
        # The street, or the name: what follows the first comma is the town, which the caption may name as well.
        wanted = bare(re.split(r"[,\n]", answer)[0])
        if len(wanted) < _SHORTEST:
            continue
        label = vocabulary()["party"].fields[fact.removeprefix("party.")].label.en
        why = _WHY.get(fact, "the other side learns where the client lives")
        yield fact, wanted, f"{label} stands here; {why}, and it is held back until released."


def _days(document: Document, case: CaseFile) -> Iterator[Finding]:
    """Days that only facts held back would tell; a day that a free fact has too tells nothing."""
    held: dict[date, str] = {}
    free = set()
    for fact, cell in case.told():
        answer = cell.answer
        if not isinstance(answer, Span) or not isinstance(answer.low, date) or answer.low != answer.high:
            continue
        if held_class(fact) is None or fact in document.released:
            free.add(answer.low)
        else:
            held.setdefault(answer.low, fact)
    for day, fact in sorted(held.items()):
        if day in free:
            continue
        written = re.compile("|".join(rf"(?<!\d){re.escape(one)}(?!\d)" for one in _written(day)), re.IGNORECASE)
        for page in document.of("paper", "order", "service"):
            if written.search(page.flat):
                words = fact_words(fact, "en")
                message = f"{words} ({fact}) stands here; {_WHY[held_class(fact) or '']}, and it is held back."
                yield Finding(page.number, "protected-fact", message, FIX)


def _written(day: date) -> tuple[str, ...]:
    """A day as papers write it."""
    month = day.strftime("%B")
    numbers = (f"{day.month}/{day.day}/{day.year}", f"{day.month:02}/{day.day:02}/{day.year}", day.isoformat())
    return (say_date(day, "en"), f"{day.day} {month} {day.year}", *numbers)


def bare(text: str) -> str:
    """A text's letters and digits alone, so that a line's end or a comma hides nothing."""
    return re.sub(r"[^a-z0-9]", "", text.lower())
