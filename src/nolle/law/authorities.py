"""Authorities and their dates: what was in force, on which day, in which circuit.

The data in ``data/authorities`` were compiled from stored public pages and from memory as of 2026-11-21; no
entry has been reviewed by an attorney while its ``reviewed_on`` is empty. Every first and last day is
inclusive.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from nolle.law.circuits import CIRCUITS, circuit_code
from nolle.logic.rough import add_months, say_date
from nolle.logic.text import Lang, Text
from nolle.logic.truth import Force, Truth

DATA = Path(__file__).parent / "data" / "authorities"

AS_OF = date(2026, 11, 21)
"""The day the stored statuses describe."""

STALE_AFTER = timedelta(days=180)
"""A review older than this no longer counts."""

APPROXIMATE = timedelta(days=90)
"""How far before an approximate start the authority may really have started."""

_LEAD = (
    "statute",
    "regulation",
    "precedent-ag",
    "precedent-bia",
    "federal-court",
    "executive-order",
    "agency-memo",
    "policy-memo-eoir",
    "policy-manual",
    "statistics-page",
    "policy-window",
)
"""Kinds in the order a reader wants them: what binds most comes first."""

_ENDED = frozenset({"rescinded", "superseded", "overruled", "vacated", "closed"})
_NOT_FORCE = _ENDED | {"issued", "not-yet-issued", "not-binding"}

STATUSES: Mapping[str, Text] = MappingProxyType(
    {
        "in-force": Text("In force", "En vigor"),
        "partly-in-force": Text("Partly in force", "En vigor en parte"),
        "enjoined": Text("Blocked by a court", "Suspendido por orden judicial"),
        "unknown": Text("Not known to be in force", "No se sabe si está en vigor"),
        "issued": Text("Issued, not yet in force", "Emitido, aún no en vigor"),
        "not-yet-issued": Text("Not yet in force", "Aún no en vigor"),
        "rescinded": Text("Rescinded", "Rescindido"),
        "superseded": Text("Superseded", "Reemplazado"),
        "overruled": Text("Overruled", "Revocado por otra decisión"),
        "vacated": Text("Vacated", "Anulado"),
        "closed": Text("Closed", "Cerrado"),
        "not-binding": Text("Not binding in this circuit", "No obliga en este circuito"),
        "differs-by-circuit": Text("Depends on the circuit", "Depende del circuito"),
    }
)
"""Every status a query may answer, in words. The last two are about the place, the others about the date."""

NOT_REVIEWED = Text("not reviewed by an attorney", "no revisado por un abogado")


class UnknownAuthority(KeyError):
    """No authority has this id. ``near`` holds the ids that look most like it."""

    def __init__(self, id: str, near: tuple[str, ...]) -> None:
        self.id = id
        self.near = near
        super().__init__(id)

    def __str__(self) -> str:
        return _not_found("authority", self.id, self.near, "nolle law list")


class UnknownTopic(KeyError):
    """No authority has this topic. ``near`` holds the topics that look most like it."""

    def __init__(self, topic: str, near: tuple[str, ...]) -> None:
        self.topic = topic
        self.near = near
        super().__init__(topic)

    def __str__(self) -> str:
        return _not_found("topic", self.topic, self.near, "nolle law list --kind topic")


@dataclass(frozen=True, slots=True)
class Window:
    """From ``from_`` to ``to`` (both included; ``None``: no end known) the authority had this status, and
    why.
    """

    from_: date
    to: date | None
    status: str
    why: Text

    def holds(self, on: date) -> bool:
        """Whether the day lies in the window."""
        return self.from_ <= on and (self.to is None or on <= self.to)


@dataclass(frozen=True, slots=True)
class Authority:
    """One statute, rule, memo, manual, decision, or window of practice.

    ``status`` is the status on 2026-11-21. ``windows``, where there are any, override ``effective_from``,
    ``effective_to`` and ``status`` for every question about a date. ``jurisdiction`` lists the circuits where
    the authority binds; ``None`` is the whole country. ``verified`` is the page read, or ``memory``.
    """

    id: str
    title: str
    kind: str
    citation: str
    issuer: str
    issued: date | None
    effective_from: date | None
    effective_to: date | None
    date_precision: str
    status: str
    ended_by: Text | None
    windows: tuple[Window, ...]
    applies_to: tuple[str, ...]
    jurisdiction: tuple[str, ...] | None
    topics: tuple[str, ...]
    holds: tuple[str, ...]
    rests_on: tuple[str, ...]
    value: int | None
    safe_value: int | None
    source_urls: tuple[str, ...]
    verified: str
    confidence: str
    notes: str | None
    reviewed_on: date | None

    def stale(self, on: date) -> bool:
        """Whether an attorney never reviewed the entry, or did so over 180 days before the day."""
        return self.reviewed_on is None or on - self.reviewed_on > STALE_AFTER


@dataclass(frozen=True, slots=True)
class InForce:
    """Whether an authority was in force on a day in a circuit: yes, no, or not known (``None``).

    ``from_`` and ``to`` are the first and last day of the stored window the day falls in, or of the authority
    itself where the day falls in no window.
    """

    id: str
    on: date
    circuit: str | None
    in_force: Truth
    status: str
    from_: date | None
    to: date | None
    ended_by: str | None

    @property
    def why(self) -> Text:
        """The answer in words, with its dates and what ended the authority."""
        return _explain(self)

    def record(self) -> dict[str, Any]:
        """The JSON answer of ``nolle law in-force``."""
        return {
            "id": self.id,
            "on": self.on.isoformat(),
            "circuit": self.circuit,
            "in_force": self.in_force,
            "status": self.status,
            "from": self.from_.isoformat() if self.from_ else None,
            "to": self.to.isoformat() if self.to else None,
            "ended_by": self.ended_by,
        }


@dataclass(frozen=True, slots=True)
class Governing:
    """What governed a topic on a day in a circuit: lead kinds first, newest first within a kind.

    ``authorities`` were in force; ``uncertain`` may have been, and each must be shown with its status.
    ``status`` is ``in-force`` when anything was in force, ``uncertain`` when only uncertain authorities are
    stored, else ``none``.
    """

    topic: str
    on: date
    circuit: str | None
    authorities: tuple[InForce, ...]
    uncertain: tuple[InForce, ...]
    status: Literal["in-force", "uncertain", "none"]

    def record(self) -> dict[str, Any]:
        """The JSON answer of ``nolle law governing``."""
        return {
            "topic": self.topic,
            "on": self.on.isoformat(),
            "circuit": self.circuit,
            "authorities": [_line(found) for found in self.authorities],
            "uncertain": [_line(found) for found in self.uncertain],
            "status": self.status,
        }


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """From this day on the authority has the status. ``change`` is ``issued``, ``starts``, ``changes`` or
    ``ends``.
    """

    day: date
    id: str
    change: Literal["issued", "starts", "changes", "ends"]
    status: str
    why: Text


@dataclass(frozen=True, slots=True)
class Provenance:
    """What an authority's entry rests on, and whether an attorney has signed it."""

    id: str
    verified: str
    confidence: str
    reviewed_on: date | None

    @property
    def review(self) -> Text:
        """The review in words."""
        if self.reviewed_on is None:
            return NOT_REVIEWED
        return Text(
            f"reviewed by an attorney on {say_date(self.reviewed_on, 'en')}",
            f"revisado por un abogado el {say_date(self.reviewed_on, 'es')}",
        )


@dataclass(frozen=True, slots=True)
class Law:
    """The stored law, as a rule asks about it: force by authority, date and circuit."""

    def force(self, authority: str, on: date, circuit: str | None) -> Force:
        """Whether the authority is in force; ``MAYBE`` where that is not known, or depends on an unknown
        circuit.

        Raises:
            UnknownAuthority: no such id.
            ValueError: an unknown circuit.
        """
        return _force(authority, on, circuit)


@lru_cache(maxsize=1)
def load() -> Mapping[str, Authority]:
    """Every authority by id, read once on first use."""
    found: dict[str, Authority] = {}
    for path in sorted(DATA.glob("*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            found[row["id"]] = _authority(row)
    return MappingProxyType(found)


def get(id: str) -> Authority:
    """The authority with this id.

    Raises:
        UnknownAuthority: no such id; it names the nearest ones.
    """
    try:
        return load()[id]
    except KeyError:
        raise UnknownAuthority(id, nearest(id, load())) from None


def in_force(id: str, on: date, circuit: str | int | None = None) -> InForce:
    """Whether the authority was in force on the day, in the circuit (``ca9``, ``9``, ``dc``; ``None``: not
    known).

    True: status ``in-force``. False: before the first day, after the last, and for ``rescinded``,
    ``superseded``, ``overruled``, ``vacated``, ``closed`` and ``issued``; also in a circuit the authority
    does not bind. ``None``: ``unknown``, ``enjoined``, ``partly-in-force``; no circuit given though the
    answer differs by circuit; and

    - every day, where the stored date is a placeholder;
    - the 90 days before an approximate (or unverified) start, the year before one known only to the year: the
      stored day is the latest plausible one;
    - from its start to the day the statuses describe, an authority known to have ended on a day that is not
      stored.

    Raises:
        UnknownAuthority: no such id.
        ValueError: an unknown circuit.
    """
    authority = get(id)
    code = None if circuit is None else circuit_code(circuit)
    status, from_, to = _status(authority, on)
    if authority.jurisdiction is not None and status not in _NOT_FORCE:
        if code is not None and code not in authority.jurisdiction:
            status = "not-binding"
        elif code is None and status == "in-force":
            status = "differs-by-circuit"
    truth: Truth = True if status == "in-force" else False if status in _NOT_FORCE else None
    ended_by = authority.ended_by.en if authority.ended_by else None
    return InForce(id, on, code, truth, status, from_, to, ended_by)


def governing(topic: str, on: date, circuit: str | int | None = None) -> Governing:
    """What governed the topic on the day, in the circuit (``None``: not known).

    Raises:
        UnknownTopic: nothing is stored under the topic; it names the nearest ones.
        ValueError: an unknown circuit.
    """
    code = None if circuit is None else circuit_code(circuit)
    answers = [in_force(authority.id, on, code) for authority in sorted(_about(topic), key=_lead_first)]
    sure = tuple(answer for answer in answers if answer.in_force is True)
    unsure = tuple(answer for answer in answers if answer.in_force is None)
    return Governing(topic, on, code, sure, unsure, "in-force" if sure else "uncertain" if unsure else "none")


def topics() -> tuple[str, ...]:
    """Every topic, in alphabetical order."""
    return tuple(sorted({topic for authority in load().values() for topic in authority.topics}))


def timeline(topic: str | None = None, id: str | None = None) -> list[Event]:
    """What was issued, started, changed and ended, oldest first: of one topic, one authority, or all.

    Authorities whose date is a placeholder have no events.

    Raises:
        UnknownTopic, UnknownAuthority: nothing has that name.
    """
    chosen = [get(id)] if id is not None else _about(topic) if topic is not None else list(load().values())
    if id is not None and topic is not None:
        chosen = [authority for authority in _about(topic) if authority.id == id]
    return sorted(event for authority in chosen for event in _events(authority))


def stale(on: date) -> list[Authority]:
    """Authorities no attorney has reviewed, or whose review was over 180 days before the day."""
    return [authority for authority in load().values() if authority.stale(on)]


def provenance_of(id: str) -> Provenance:
    """What the entry rests on and who has reviewed it.

    Raises:
        UnknownAuthority: no such id.
    """
    authority = get(id)
    return Provenance(id, authority.verified, authority.confidence, authority.reviewed_on)


@lru_cache(maxsize=1 << 16)
def _force(id: str, on: date, circuit: str | None) -> Force:
    truth = in_force(id, on, circuit).in_force
    return Force.MAYBE if truth is None else Force.IN if truth else Force.OUT


def _status(authority: Authority, on: date) -> tuple[str, date | None, date | None]:
    """The status on the day, and the first and last day of the window it was read from."""
    first, last = authority.effective_from, authority.effective_to
    if authority.date_precision == "placeholder":
        return "unknown", None, None
    for window in authority.windows:
        if window.holds(on):
            return window.status, window.from_, window.to
    start = authority.windows[0].from_ if authority.windows else first
    if start is None:
        before_issue = authority.issued is not None and on < authority.issued
        return ("not-yet-issued" if before_issue else "unknown"), None, last
    if on < start:
        if on > _earliest(authority, start):
            return "unknown", first, last
        issued = authority.issued is not None and authority.issued <= on
        return ("issued" if issued else "not-yet-issued"), first, last
    if authority.windows:
        return authority.status, first, last
    if last is not None:
        ended = authority.status if authority.status in _ENDED else "closed"
        return ("in-force" if on <= last else ended), first, last
    if authority.status in _ENDED and on < AS_OF:
        return "unknown", first, last
    return authority.status, first, last


def _earliest(authority: Authority, start: date) -> date:
    """The last day on which it had surely not started: the day before, unless the start is rough."""
    if authority.date_precision == "day":
        return start - timedelta(days=1)
    if authority.date_precision == "year":
        return add_months(start, -12)
    return start - APPROXIMATE - timedelta(days=1)


def _explain(found: InForce) -> Text:
    authority = get(found.id)
    window = next((window for window in authority.windows if window.holds(found.on)), None)
    en, es = [_headline(found, window, "en")], [_headline(found, window, "es")]
    if authority.jurisdiction is not None:
        places = [CIRCUITS[code] for code in authority.jurisdiction]
        en.append("It binds only in: " + ", ".join(place.en for place in places))
        es.append("Obliga solo en: " + ", ".join(place.es for place in places))
    if authority.date_precision == "placeholder":
        en.append("The stored date is a placeholder and decides nothing")
        es.append("La fecha guardada es provisional y no decide nada")
    elif authority.date_precision == "year":
        en.append("Only the year of its start is known")
        es.append("Solo se conoce el año en que empezó")
    elif authority.date_precision != "day":
        en.append("Its dates are approximate")
        es.append("Sus fechas son aproximadas")
    return Text(". ".join(en) + ".", ". ".join(es) + ".")


def _headline(found: InForce, window: Window | None, lang: Lang) -> str:
    """Status, dates and reason. A window's dates are the status's own; otherwise they are the authority's."""
    words, en = STATUSES[found.status][lang], lang == "en"
    if found.from_ is None:
        return words
    start = say_date(found.from_, lang)
    end = None if found.to is None else say_date(found.to, lang)
    if end:
        span = f"from {start} to {end}" if en else f"del {start} al {end}"
    else:
        span = f"from {start}" if en else f"desde el {start}"
    if window is not None:
        return f"{words}, {span}: {window.why[lang]}"
    if found.on < found.from_:
        return f"{words}; it starts on {start}" if en else f"{words}; empieza el {start}"
    if found.to is not None and found.on > found.to:
        ended_by = get(found.id).ended_by
        reason = f": {ended_by[lang]}" if ended_by else ""
        return (f"{words}; it was in force {span}" if en else f"{words}; estuvo en vigor {span}") + reason
    return f"{words}, {span}"


def _events(authority: Authority) -> Iterator[Event]:
    if authority.date_precision == "placeholder":
        return
    start = authority.windows[0].from_ if authority.windows else authority.effective_from
    if authority.issued is not None and (start is None or authority.issued < start):
        yield Event(authority.issued, authority.id, "issued", "issued", STATUSES["issued"])
    if authority.windows:
        yield from _window_events(authority)
        return
    if start is not None:
        held = authority.status in _ENDED or authority.effective_to is not None
        status = "in-force" if held else authority.status
        yield Event(start, authority.id, "starts", status, STATUSES[status])
    if authority.effective_to is not None:
        status = authority.status if authority.status in _ENDED else "closed"
        why = authority.ended_by or STATUSES[status]
        yield Event(authority.effective_to + timedelta(days=1), authority.id, "ends", status, why)


def _window_events(authority: Authority) -> Iterator[Event]:
    started = False
    for window in authority.windows:
        if window.status == "issued":
            yield Event(window.from_, authority.id, "issued", window.status, window.why)
        elif not started:
            started = True
            yield Event(window.from_, authority.id, "starts", window.status, window.why)
        else:
            change: Literal["ends", "changes"] = "ends" if window.status in _ENDED else "changes"
            yield Event(window.from_, authority.id, change, window.status, window.why)
    last = authority.windows[-1].to
    if last is not None:
        why = authority.ended_by or STATUSES[authority.status]
        yield Event(last + timedelta(days=1), authority.id, "ends", authority.status, why)


def _about(topic: str) -> list[Authority]:
    found = [authority for authority in load().values() if topic in authority.topics]
    if not found:
        raise UnknownTopic(topic, nearest(topic, topics()))
    return found


def _lead_first(authority: Authority) -> tuple[int, int, str]:
    start = authority.effective_from or authority.issued or date.min
    return _LEAD.index(authority.kind), -start.toordinal(), authority.id


def _line(found: InForce) -> dict[str, Any]:
    authority = get(found.id)
    return {
        "id": found.id,
        "title": authority.title,
        "citation": authority.citation,
        "kind": authority.kind,
        "status": found.status,
        "from": found.from_.isoformat() if found.from_ else None,
        "to": found.to.isoformat() if found.to else None,
    }


def nearest(word: str, among: Iterable[str]) -> tuple[str, ...]:
    """Up to three names that hold the word, or else look most like it."""
    names = list(among)
    holding = [name for name in names if word and word.lower() in name]
    return tuple(holding[:3] or get_close_matches(word, names, n=3, cutoff=0.5))


def _not_found(noun: str, asked: str, near: Iterable[str], how: str | None) -> str:
    names = ", ".join(near)
    hint = f"; did you mean {names}?" if names else ""
    more = f" ({how!r} lists them all)" if how and not names else ""
    return f"no {noun} is called {asked!r}{hint}{more}"


def _authority(row: dict[str, Any]) -> Authority:
    """One entry of the data files; keys left out are empty."""
    get = row.get
    ended = get("ended_by")
    jurisdiction = get("jurisdiction")
    return Authority(
        id=row["id"],
        title=row["title"],
        kind=row["kind"],
        citation=row["citation"],
        issuer=row["issuer"],
        issued=_day(get("issued")),
        effective_from=_day(get("effective_from")),
        effective_to=_day(get("effective_to")),
        date_precision=row["date_precision"],
        status=row["status"],
        ended_by=Text(ended, get("ended_by_es", ended)) if ended else None,
        windows=tuple(_window(window) for window in get("windows", ())),
        applies_to=tuple(get("applies_to", ())),
        jurisdiction=tuple(jurisdiction) if jurisdiction else None,
        topics=tuple(get("topics", ())),
        holds=tuple(get("holds", ())),
        rests_on=tuple(get("rests_on", ())),
        value=get("value"),
        safe_value=get("safe_value"),
        source_urls=tuple(get("source_urls", ())),
        verified=row["verified"],
        confidence=row["confidence"],
        notes=get("notes"),
        reviewed_on=_day(get("reviewed_on")),
    )


def _window(row: dict[str, str]) -> Window:
    return Window(date.fromisoformat(row["from"]), _day(row.get("to")), row["status"], Text(row["why"], row["why_es"]))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
