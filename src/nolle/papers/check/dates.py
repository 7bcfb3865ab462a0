"""The hearing and the court as the papers name them, against the calendar, the case and the list of courts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from unicodedata import normalize

from nolle.law.courts import Court, UnknownCourt, court, courts

from .finding import Finding
from .reading import Document
from .roles import CAPTION

_NAMES = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
_DAY = r"((?:[A-Z][a-z]+\.?\s+\d{1,2},?\s+\d{4})|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2})"
_HEARING = re.compile(
    r"(?:\b(next)\s+(?:\w+\s+){0,2}hearing(?:\s+date)?"
    r"|\b(?:master|individual|merits)(?:\s+calendar|\s+merits)?\s+hearing(?:\s+date)?"
    r"|\bhearing(?:\s+date)?(?=\s*:)|\bdate\s+of\s+hearing(?=\s*:))"
    r"(?:\s+(?:is|on|of|set for|scheduled for|is set for|is scheduled for))?\s*:?\s*"
    r"(?:on\s+)?(?:[A-Z][a-z]+day,?\s+)?" + _DAY,
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:was|were|had|held|appeared|admitted|denied|conceded|continued|reset|adjourned|took|granted|pleaded|pled|"
    r"ordered|filed|previous|prior|last|earlier|first)\b",
    re.IGNORECASE,
)
"""Words by which a paper tells of a hearing that is over: it then has no next hearing there."""

_AROUND = 90
"""Characters on each side of a date in which such words are looked for."""

_CODE = re.compile(r"\b(?:court|hearing location)\s+code\s*[:#]?\s*\(?([A-Z]{3})\b", re.IGNORECASE)
_PLACE = re.compile(
    r"immigration\s+court\s*[\n,]\s*([A-Za-z .'’-]{2,40}?)\s*,\s*([A-Za-z .]{2,25})\s*(?:\n|$)", re.IGNORECASE
)


def hearings(document: Document) -> Iterator[Finding]:
    """Hearing dates that have passed, that differ within the papers, or that are not the case's."""
    named: dict[date, int] = {}
    for page in document.of("paper", "order", "service"):
        for found in _HEARING.finditer(page.flat):
            day = read_day(found[2])
            near = page.flat[max(0, found.start() - _AROUND) : found.end() + _AROUND]
            stands = found[1] is not None or ":" in found[0] or " is " in found[0]
            over = not stands and day is not None and day < document.on and _TOLD.search(near)
            if day is not None and not over:
                named.setdefault(day, page.number)
    told = _case_hearing(document)
    fix = "Check the date with the court's own system and correct the papers."
    for day, number in named.items():
        if day < document.on:
            message = f"The hearing of {day} has passed by {document.on}; a stale date sends the filing astray."
            yield Finding(number, "stale-date", message, fix)
        elif told is not None and day != told:
            message = f"The papers say the next hearing is on {day}; the case says {told}."
            yield Finding(number, "stale-date", message, fix)
    ahead = sorted(day for day in named if day >= document.on)
    if told is None and len(ahead) > 1:
        days = " and ".join(str(day) for day in ahead[:2])
        message = f"The papers name two next hearings, {days}; one of them is stale."
        yield Finding(named[ahead[1]], "stale-date", message, fix)


def places(document: Document) -> Iterator[Finding]:
    """Court codes that are not in use, or are not the court of the caption or of the case."""
    own = _case_court(document)
    for page in document.of("paper", "order", "service"):
        if not CAPTION.search(page.text[:2500]) and not _CODE.search(page.flat):
            continue
        place = _PLACE.search(page.text[:2500])
        sitting = _sitting(place[1]) if place else None
        if place is not None and sitting is not None and not sitting:
            message = f"No immigration court sits in {_name(place[1])}, {_name(place[2])}."
            yield Finding(page.number, "court-code", message, "Take the court's city from the latest hearing notice.")
        if sitting and own is not None and own.code not in {one.code for one in sitting}:
            message = (
                f"The caption names {_name(place[1]) if place else ''}; the case is before {own.name} ({own.code})."
            )
            yield Finding(page.number, "court-code", message, "Correct the caption, or the case file.")
        for found in _CODE.finditer(page.flat):
            yield from _code(page.number, found[1].upper(), sitting or [], own)


_JUDGE = re.compile(r"\bjudge\s*:\s*([^\W\d_].{2,69})", re.IGNORECASE)
_AFTER_JUDGE = re.compile(
    r"\b(?:next|hearing|date|time|file|matter|respondent|in removal|to be|tbd|unassigned)\b.*|[,;|(].*", re.IGNORECASE
)


def judges(document: Document) -> Iterator[Finding]:
    """A judge in a caption who is not the case's."""
    told = document.case.party("court.judge").answer if document.case is not None else None
    if not isinstance(told, str) or not told.split():
        return
    surname = _plain(told.split()[-1])
    for page in document.of("paper", "order", "service"):
        found = _JUDGE.search(page.flat) if CAPTION.search(page.text[:2500]) else None
        named = _AFTER_JUDGE.sub("", found[1]).strip() if found is not None else ""
        if named and surname not in _plain(named):
            message = f"The caption names the judge {named}; the case is before {told}."
            yield Finding(page.number, "court-code", message, "Take the judge from the latest hearing notice.")


def _plain(name: str) -> str:
    """Letters alone, without accents: captions are often in capitals, and capitals often without them."""
    return "".join(letter for letter in normalize("NFD", name.casefold()) if letter.isalpha())


_SERVED = re.compile(
    rf"\b[Oo]n\s+{_DAY},?\s+(?:I|the undersigned)\b[^.]{{0,100}}\b(?:served|mailed|delivered)|"
    rf"\bserved\b[^.]{{0,160}}?\bon\s+{_DAY}"
)


def services(document: Document) -> Iterator[Finding]:
    """A certificate that was signed before the service that it tells of."""
    for page in document.of("paper", "service"):
        for found in _SERVED.finditer(page.flat):
            served = read_day(found[1] or found[2])
            after = page.flat[found.end() : found.end() + 500]
            signed = re.search(r"/s/.{0,160}?" + _DAY, after)
            day = read_day(signed[1]) if signed else None
            if served is not None and day is not None and day < served:
                message = f"The certificate is signed on {day}, before the service of {served} that it tells of."
                yield Finding(page.number, "stale-date", message, "Sign and date it on the day of service, or after.")


def _code(page: int, code: str, sitting: list[Court], own: Court | None) -> Iterator[Finding]:
    try:
        found = court(code)
    except UnknownCourt as error:
        yield Finding(
            page, "court-code", f"{str(error)[:1].upper()}{str(error)[1:]}.", "Take it from the hearing notice."
        )
        return
    if own is not None and found.code != own.code:
        message = f"The court code {code} is {found.name}; the case is before {own.name} ({own.code})."
        yield Finding(page, "court-code", message, "Correct the code, or the case file.")
    elif sitting and found.city.lower() not in {one.city.lower() for one in sitting}:
        message = f"The court code {code} is {found.name}, and the caption names {sitting[0].city}."
        yield Finding(page, "court-code", message, "Take both from the latest hearing notice.")


def read_day(written: str) -> date | None:
    """A day as papers write it."""
    written = " ".join(written.replace(",", " ").replace(".", " ").split())
    try:
        if "-" in written:
            return date.fromisoformat(written)
        if "/" in written:
            month, day, year = written.split("/")
            return date(int(year), int(month), int(day))
        name, day, year = written.split(" ")
        return date(int(year), _MONTHS[name.lower()], int(day))
    except (ValueError, KeyError):
        return None


def _case_hearing(document: Document) -> date | None:
    answer = document.case.party("court.next_hearing_at").answer if document.case is not None else None
    try:
        return datetime.fromisoformat(answer).date() if isinstance(answer, str) else None
    except ValueError:
        return None


def _case_court(document: Document) -> Court | None:
    answer = document.case.party("court.court_code").answer if document.case is not None else None
    try:
        return court(answer) if isinstance(answer, str) else None
    except UnknownCourt:
        return None


def _sitting(city: str) -> list[Court]:
    """The courts in a city; a state may be named or abbreviated, so that the city decides."""
    wanted = re.sub(r"\W", "", city).lower()
    return [one for one in courts().values() if re.sub(r"\W", "", one.city).lower() == wanted]


def _name(place: str) -> str:
    return " ".join(place.split()).title()
