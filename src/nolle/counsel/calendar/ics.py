"""The dates of one matter as an iCalendar feed (RFC 5545) that a calendar can subscribe to or take in again.

Written once more over the feed before it, an event that is the same keeps all it had; one that changed gets the next
``SEQUENCE``; one that is gone is ``CANCELLED``. No clock is read: the moment of writing is given. Titles hold the code
of the matter and the deadline's name, never a person; what only the file should tell stays in the file.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from nolle.facts.files import written_beside
from nolle.law.procedure import Deadline, alerts_told, say_day
from nolle.logic import Lang, Text

from . import words as w
from .held import name_held_back, working_held_back
from .matter import HEARING, Entry, Matter

Event: TypeAlias = Any
"""An event of the package, which is only loaded when a feed is made; its values have too many types to name."""

PRODID = "-//nolle//deadlines 1//EN"
ALARMS = (30, 7, 1)
"""Days ahead to remind of every date, beside those the law's data give. Ours."""
HEARING_HOURS = 1
"""How long a hearing is shown to last where its hour is told. Ours: no notice says."""
LARGEST = 5_000_000
"""Bytes of a feed that is read back."""

_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/-]{0,31}")
_WORD = re.compile(r"[A-Za-z]{5,}")
"""More letters in a row than a code needs: where the file names nobody, it may be somebody's name."""

_A_NUMBER = re.compile(r"(?<!\d)\d{2,3}-?\d{3}-?\d{3}(?!\d)")

SEE_FILE = Text("See the file for the working.", "Vea el cálculo en el expediente.")
HELD_NAME = Text("Deadline: see the file", "Plazo: vea el expediente")
BY_ORDER = Text(
    "Set by the judge; the source is in the file. The default it replaced: {day}.",
    "Fijado por el juez; la fuente está en el expediente. La fecha general que reemplazó: {day}.",
)
NO_DEFAULT = Text("none", "ninguna")
WORK_TO = Text("Work to {day}.", "Trabaje con el {day}.")
NOT_BEFORE = Text("Not before {day}.", "No antes del {day}.")
OPEN = Text(
    "Not settled: an answer is missing that bears on this date.", "No está resuelto: falta una respuesta que influye."
)
DUTY = Text("The duty to attend every hearing stays.", "La obligación de asistir a cada audiencia sigue en pie.")
ROUGH = Text(
    "The day is only roughly known: {day} at the latest.", "El día se conoce solo a medias: {day} a más tardar."
)
NO_ZONE = Text(
    "The hour is that of the court, whose time zone is not known here.",
    "La hora es la de la corte, cuya zona horaria no se conoce aquí.",
)


class FeedError(ValueError):
    """A feed that cannot be written as asked; the message says what to do."""


class CalendarExtraMissing(FeedError):
    """The ``icalendar`` package is not installed."""

    def __str__(self) -> str:
        return "a calendar file needs the package 'icalendar': install nolle[calendar]"


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the events of a feed: their numbers by what happened to them."""

    new: int
    changed: int
    cancelled: int
    same: int


def check_code(code: str, names: Iterable[str] = ()) -> str:
    """The code of a matter, for titles and ids.

    Args:
        code: letters, digits and ``. _ / -``, with a digit among them, at most 32, such as ``2026-0141``.
        names: what it must not hold: names, A-numbers and the like of the people of the matter. Where none are told,
            the code holds no word of five letters or more, for nothing shows that it is no name.

    Raises:
        FeedError: for another code, one that reads as an A-number, or one that holds part of a name, or may.
    """
    names = list(names)
    if not _CODE.fullmatch(code):
        raise FeedError(
            f"{code!r} is not the code of a matter: letters, digits and . _ / -, with a digit among them, such as "
            "2026-0141"
        )
    if not any(re.search(r"[^\W\d_]{3}", name) for name in names) and (word := _WORD.search(code)):
        raise FeedError(
            f"{word[0]!r} in the code of the matter may be a name, and the case file names nobody to compare it with. "
            "Give a code such as 2026-0141, or add the name to [party]"
        )
    if _A_NUMBER.search(code):
        raise FeedError("the code of the matter reads as an A-number, which no calendar may hold. Give another code")
    own, digits = code.casefold(), re.sub(r"\D", "", code)
    for name in names:
        words = re.findall(r"[^\W\d_]{3,}", name.casefold())
        number = re.sub(r"\D", "", name)
        if any(word in own for word in words) or (len(number) > 5 and number in digits):
            raise FeedError(
                "the code of the matter holds a name or number of its people. Give a code that tells nothing of them"
            )
    return code


def write_feed(path: Path, matter: Matter, code: str, lang: Lang, stamp: datetime, key: bytes = b"") -> Written:
    """Write the feed over the one before it, whole or not at all, for its owner's eyes only.

    Args:
        path: where to; a feed of the same matter that is there is carried on.
        matter: the dates.
        code: the code of the matter, as ``check_code`` gives it.
        lang: the language of titles and descriptions.
        stamp: the moment of writing, in UTC.
        key: the office's own, under which the ids of events are made: without it they could be tried out.

    Raises:
        FeedError: for a file that is no feed of this matter, or a package that is not installed.
        OSError: when it cannot be read or written.
    """
    before = path.read_bytes() if path.exists() else None
    made, written = feed(matter, code, lang, stamp, before, path.name, key)
    with written_beside(path) as beside:
        beside.write_bytes(made)
    return written


def feed(
    matter: Matter,
    code: str,
    lang: Lang,
    stamp: datetime,
    before: bytes | None = None,
    name: str = "the file",
    key: bytes = b"",
) -> tuple[bytes, Written]:
    """The feed as bytes, and what became of the events of the one before. Arguments and errors as ``write_feed``."""
    try:
        import icalendar
    except ImportError:
        raise CalendarExtraMissing from None

    old = _events(before, code, name) if before is not None else {}
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", f"nolle {code}")
    calendar.add("x-nolle-matter", code)
    if matter.time_zone is not None:
        calendar.add("x-wr-timezone", matter.time_zone)
    counts = dict.fromkeys(("new", "changed", "cancelled", "same"), 0)
    events: dict[str, Event] = {}
    for entry in matter.entries():
        uid = uid_of(code, entry.id, key)
        # What had gone by before a first writing is history, not a date to add; what was there stays.
        ends = entry.day if entry.rough is None else entry.last or entry.day
        if ends < matter.as_of and uid not in old:
            continue
        events[uid] = _event(uid, entry, matter, code, lang)
    for uid, event in events.items():
        counts[_carry_on(event, old.get(uid), stamp)] += 1
    for uid, event in old.items():
        if uid not in events:
            counts["same" if event.get("status") == "CANCELLED" else "cancelled"] += 1
            events[uid] = _cancelled(event, stamp)
    if matter.time_zone is not None:
        calendar.add_component(_zone(matter.time_zone, [_day(event).year for event in events.values()]))
    for event in sorted(events.values(), key=lambda one: (_day(one), str(one["uid"]))):
        calendar.add_component(event)
    return calendar.to_ical(), Written(**counts)


def uid_of(code: str, id: str, key: bytes = b"") -> str:
    """The id of an event: the same for the same date of the same matter, and without the key nothing can be read of it.

    HMAC-SHA-256 (RFC 2104), shortened.
    """
    return f"{hmac.digest(key, f'nolle|{code}|{id}'.encode(), 'sha256').hex()[:40]}@nolle"


def _event(uid: str, entry: Entry, matter: Matter, code: str, lang: Lang) -> Event:
    import icalendar

    event = icalendar.Event()
    event.add("uid", uid)
    held = entry.deadline is not None and name_held_back(entry.id)
    said = (HELD_NAME if held else entry.label)[lang]
    event.add("summary", f"{code} · {said}" + (f", {w.rough(entry.rough)[lang]}" if entry.rough is not None else ""))
    hearing = matter.hearing if entry.id == HEARING else None
    if hearing is not None and hearing.at is not None:
        start = _in_zone(hearing.at, matter.time_zone)
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(hours=HEARING_HOURS))
    else:
        # A day that is not known is not made up: the event lasts as long as it may be.
        last = entry.last if entry.rough is not None and entry.last is not None else entry.day
        event.add("dtstart", entry.day)
        event.add("dtend", last + timedelta(days=1))
    event.add("description", "\n".join(_description(entry, matter, lang)))
    event.add("categories", [w.KINDS[entry.kind][lang]])
    event.add("status", "TENTATIVE" if entry.open else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE" if entry.kind == "hearing" else "TRANSPARENT")
    told = alerts_told(entry.deadline.rule) if entry.deadline is not None and not held else ()
    for days in sorted({*ALARMS, *told}, reverse=True):
        event.add_component(_alarm(days, str(event["summary"])))
    return event


def _in_zone(at: datetime, zone: str | None) -> datetime:
    """The hour of a hearing in the court's own time; without a zone as it is told, for wherever it is read."""
    if at.tzinfo is None:
        return at if zone is None else at.replace(tzinfo=ZoneInfo(zone))
    return at.astimezone(UTC if zone is None else ZoneInfo(zone))


def _alarm(days: int, title: str) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(days=-days))
    return alarm


def _description(entry: Entry, matter: Matter, lang: Lang) -> Iterable[str]:
    """The working, of texts that the law's own data hold: nothing a person typed stands in a calendar."""
    if entry.deadline is None:
        if entry.open and entry.last is not None:
            yield ROUGH[lang].format(day=say_day(entry.last, lang))
        if matter.hearing is not None and matter.hearing.at is not None and matter.time_zone is None:
            yield NO_ZONE[lang]
        yield DUTY[lang]
        return
    one = entry.deadline
    lead = NOT_BEFORE if one.rule.not_before else WORK_TO
    yield lead[lang].format(day=say_day(entry.day, lang))
    if entry.last is not None and not one.rule.not_before:
        said = entry.last_is[lang]
        yield f"{said[:1].upper()}{said[1:]}: {say_day(entry.last, lang)}."
    if one.order is not None:
        yield BY_ORDER[lang].format(day=say_day(entry.replaced, lang) if entry.replaced else NO_DEFAULT[lang])
    if entry.open:
        yield OPEN[lang]
    if working_held_back(one.id) or one.order is not None or _typed_in(one, matter):
        yield SEE_FILE[lang]
    else:
        # Whose day's law it is would change the event each day that it is written; the citation stands below.
        steps = [step for step in one.steps if step.kind != "law"]
        yield from (f"{place}. {step.text[lang]}" for place, step in enumerate(steps, start=1))
    if not name_held_back(one.id):
        yield one.rule.pin[lang]
    yield w.NOT_REVIEWED[lang]


def _typed_in(one: Deadline, matter: Matter) -> bool:
    """Whether the working repeats what a person typed: why a court was closed."""
    typed = {text.casefold() for closure in matter.closures for text in (closure.why.en, closure.why.es)}
    said = " ".join(f"{step.text.en} {step.text.es}" for step in one.steps).casefold()
    return any(text in said for text in typed)


def _carry_on(event: Event, old: Event | None, stamp: datetime) -> str:
    """Number and date an event by the one before it: the same keeps everything, another gets the next number."""
    same = old is not None and _content(event) == _content(old)
    if old is not None and same:
        sequence, stamped, modified = old.get("sequence", 0), old["dtstamp"].dt, old["last-modified"].dt
    else:
        sequence = 0 if old is None else int(old.get("sequence", 0)) + 1
        stamped = modified = stamp
    event.add("sequence", int(sequence))
    event.add("dtstamp", stamped)
    event.add("last-modified", modified)
    return "same" if same else "new" if old is None else "changed"


def _cancelled(old: Event, stamp: datetime) -> Event:
    import icalendar

    if old.get("status") == "CANCELLED":
        return old
    event = icalendar.Event()
    for name in ("uid", "summary", "dtstart", "dtend", "categories", "class"):
        if name in old:
            event[name] = old[name]
    event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT")
    event.add("sequence", int(old.get("sequence", 0)) + 1)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    return event


def _content(event: Event) -> bytes:
    """What a reader sees of an event: all but its number and dates of writing."""
    import icalendar

    plain = icalendar.Event()
    for name, value in event.property_items(recursive=False):
        if name not in ("BEGIN", "END", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED"):
            plain[name] = value
    return b"".join([plain.to_ical(), *(part.to_ical() for part in event.subcomponents)])


def _events(before: bytes, code: str, name: str) -> Mapping[str, Event]:
    """The events of the feed before, by id; only of a feed that nolle wrote for this matter."""
    from icalendar import Calendar

    other = f"{name} is no calendar that nolle wrote, so it is left as it is. Name another file"
    if len(before) > LARGEST:
        raise FeedError(other)
    try:
        calendar: Any = Calendar.from_ical(before)
        ours = str(calendar.get("prodid")) == PRODID
        found = {str(event["uid"]): event for event in calendar.walk("VEVENT")} if ours else {}
        for event in found.values():
            _ = event["dtstart"].dt, event["dtstamp"].dt, event["last-modified"].dt, int(event.get("sequence", 0))
    except (ValueError, KeyError, AttributeError, TypeError):
        raise FeedError(other) from None
    if not ours:
        raise FeedError(other)
    if str(calendar.get("x-nolle-matter")) != code:
        raise FeedError(f"{name} is the calendar of another matter, so it is left as it is. Name another file")
    return found


def _zone(name: str, years: Collection[int]) -> Any:
    """The time zone of the court, for the years the feed speaks of."""
    from icalendar import Timezone

    first, last = (min(years), max(years)) if years else (2000, 2000)
    zone = Timezone.from_tzid(name, first_date=date(first, 1, 1), last_date=date(last + 1, 1, 1))
    zone.pop("COMMENT", None)
    return zone


def _day(event: Event) -> date:
    start = event["dtstart"].dt
    return start.date() if isinstance(start, datetime) else start
