"""Tables of the law: the age below which a state court takes a new case that can yield special immigrant juvenile
findings, and the countries designated for Temporary Protected Status.

A state's answer is a range, because the sources are uneven. ``low`` is the age the stored row gives: under it
the court may act. Between ``low`` and ``high`` nobody knows, and state counsel must be asked. A
low-confidence row has no ``high`` at all, so no age is ever too old on its word alone. Statute citations are
mostly from memory.

A country's designation is the last state known: after the day it is known through, nobody knows until a person checks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from nolle.logic.rough import Span, add_days
from nolle.logic.text import Text
from nolle.logic.truth import Truth

DATA = Path(__file__).parent / "data" / "state_juvenile_ages.json"
TPS_DATA = Path(__file__).parent / "data" / "tps_designations.json"

FEDERAL_START = date(2009, 3, 23)
"""The 2008 act took effect; before it the old federal law (long-term foster care) governs."""

EDGE = timedelta(days=90)
"""How near an approximate change of law leaves both sides possible."""

AUTHORITIES = ("ina-101a27j", "8-cfr-204-11")
"""The federal law that makes the state age matter."""

CONFIRM = Text("confirm with state counsel", "confirme con un abogado del estado")


class UnknownState(KeyError):
    """No state or district has this postal code."""

    def __str__(self) -> str:
        return f"no state age is stored for {self.args[0]!r}: write a postal code such as NY, TX or DC"


@dataclass(frozen=True, slots=True)
class AgeRow:
    """From ``from_`` to ``to`` (inclusive, by the day the order is signed) the limit in one state.

    ``under`` is the age a person must be under; ``disputed_under`` a later age some source or use of retained
    jurisdiction allows. ``uncertain_from`` opens a stretch at the row's end in which the next row may already
    apply.
    """

    from_: date
    to: date | None
    under: int
    disputed_under: int | None
    rule: Text | None
    statute: str
    verified: str
    confidence: str
    date_precision: str
    uncertain_from: date | None

    @property
    def high(self) -> int | None:
        """The age at which it is surely too late; ``None`` where the row is too weak to say."""
        return None if self.confidence == "low" else max(self.under, self.disputed_under or 0)


@dataclass(frozen=True, slots=True)
class StateAges:
    """One state's row on 2026-11-21, with its notes, and the dated rows behind it, oldest first."""

    code: str
    name: str
    current: AgeRow
    notes: Text | None
    see_also: str | None
    history: tuple[AgeRow, ...]


@dataclass(frozen=True, slots=True)
class AgeLimit:
    """Under ``low`` the court may take a new case; at ``high`` or over it may not; between them it is not
    known.

    ``high`` is ``None`` where no age is surely too old. ``rows`` are the stored rows it rests on: two near a
    change whose day is approximate.
    """

    state: str
    on: date
    low: int
    high: int | None
    rows: tuple[AgeRow, ...]

    @property
    def span(self) -> Span:
        """The limit as a rough number."""
        return Span(self.low, self.high)

    @property
    def notice(self) -> Text | None:
        """What must be shown beside the age unless the row is firm."""
        firm = self.low == self.high and all(row.confidence == "high" for row in self.rows)
        return None if firm else CONFIRM


@lru_cache(maxsize=1)
def states() -> Mapping[str, StateAges]:
    """Every state and the District of Columbia by postal code."""
    data = json.loads(DATA.read_text(encoding="utf-8"))
    as_of = date.fromisoformat(data["as_of"])
    return MappingProxyType({row["code"]: _state(row, as_of) for row in data["states"]})


def new_petition_age(state: str, on: date) -> AgeLimit | None:
    """The age below which a court of the state takes a new case, for an order signed on the day.

    A state without dated rows is read backwards from today's row to 2009-03-23 at low confidence. ``None``:
    nothing is stored for the day (before 2009-03-23 the old federal law governs).

    Raises:
        UnknownState: no row for the code.
    """
    try:
        ages = states()[state]
    except KeyError:
        raise UnknownState(state) from None
    rows = _rows_on(ages, on)
    if not rows:
        return None
    highs = [row.high for row in rows]
    high = None if None in highs else max(age for age in highs if age is not None)
    return AgeLimit(state, on, min(row.under for row in rows), high, rows)


class NewPetitionAges:
    """The same answers for a rule, which may know the day of the order only roughly, and for a docket of cases."""

    def steps(self) -> Mapping[str, Sequence[tuple[date, Span | None]]]:
        """For each state what is stored from which day on, oldest first, the first from ``date.min``."""
        return {code: [(day, _limit(code, day)) for day in _steps(ages)] for code, ages in states().items()}

    def look_up(self, key: str, on: Span) -> Span | None:
        """The limits possible on any of the days; ``None`` when some day or the state has nothing stored."""
        ages = states().get(key)
        if ages is None or not isinstance(on.low, date):
            return None
        last = on.high if isinstance(on.high, date) else date.max
        days = {on.low, last} | {day for day in _turning_days(ages) if on.low <= day <= last}
        limits = [new_petition_age(key, day) for day in days]
        spans = [limit.span for limit in limits if limit is not None]
        if len(spans) < len(limits):
            return None
        hull = spans[0]
        for span in spans[1:]:
            hull = hull.hull(span)
        return hull


def _steps(ages: StateAges) -> list[date]:
    return [date.min, *sorted(_turning_days(ages))]


def _limit(code: str, day: date) -> Span | None:
    limit = new_petition_age(code, day)
    return None if limit is None else limit.span


def _rows_on(ages: StateAges, on: date) -> tuple[AgeRow, ...]:
    if not ages.history:
        return (ages.current,) if on >= ages.current.from_ else _backwards(ages, on)
    found = []
    for place, row in enumerate(ages.history):
        first, last = row.from_, row.to or date.max
        if place > 0 and _rough_edge(ages.history[place - 1], row):
            before = ages.history[place - 1]
            first = before.uncertain_from or add_days(first, -EDGE.days)
            first = min(first, add_days(row.from_, -EDGE.days))
        if place + 1 < len(ages.history) and _rough_edge(row, ages.history[place + 1]):
            last = add_days(last, EDGE.days)
        if first <= on <= last:
            found.append(row)
    if len(found) == 1 and found[0].to is None and on >= ages.current.from_:
        return (ages.current,)
    return tuple(found)


def _backwards(ages: StateAges, on: date) -> tuple[AgeRow, ...]:
    if on < FEDERAL_START:
        return ()
    now = ages.current
    weak = AgeRow(
        FEDERAL_START,
        now.from_ - timedelta(days=1),
        now.under,
        now.disputed_under,
        now.rule,
        now.statute,
        now.verified,
        "low",
        "day",
        None,
    )
    return (weak,)


def _rough_edge(before: AgeRow, after: AgeRow) -> bool:
    return before.date_precision != "day" or after.date_precision != "day"


def _turning_days(ages: StateAges) -> set[date]:
    """Days on which the answer may change: each edge, and the rough stretch on both sides of it."""
    edges = {FEDERAL_START, ages.current.from_}
    for row in ages.history:
        edges |= {row.from_, row.uncertain_from or row.from_}
        edges |= {add_days(row.from_, -EDGE.days), add_days(row.from_, EDGE.days)}
    return edges | {add_days(edge, -1) for edge in edges}


def _state(row: dict[str, Any], as_of: date) -> StateAges:
    notes = row.get("notes")
    disputed = row.get("retained_or_disputed_under_age")
    history = tuple(
        _age_row({"retained_or_disputed_under_age": disputed, **past} if "to" not in past else past)
        for past in row.get("history", ())
    )
    return StateAges(
        code=row["code"],
        name=row["state"],
        current=_age_row({**row, "from": as_of.isoformat(), "date_precision": "day"}),
        notes=Text(notes, row["notes_es"]) if notes else None,
        see_also=row.get("see_also"),
        history=history,
    )


def _age_row(row: dict[str, Any]) -> AgeRow:
    rule, to, doubt = row.get("rule"), row.get("to"), row.get("uncertain_from")
    return AgeRow(
        from_=date.fromisoformat(row["from"]),
        to=date.fromisoformat(to) if to else None,
        under=row["new_petition_under_age"],
        disputed_under=row.get("retained_or_disputed_under_age"),
        rule=Text(rule, row["rule_es"]) if rule else None,
        statute=row["statute"],
        verified=row["verified"],
        confidence=row["confidence"],
        date_precision=row["date_precision"],
        uncertain_from=date.fromisoformat(doubt) if doubt else None,
    )


@lru_cache(maxsize=1)
def tables() -> Mapping[str, NewPetitionAges]:
    """The tables that rules look things up in, by name."""
    return {"state_juvenile_age": NewPetitionAges()}


@dataclass(frozen=True, slots=True)
class Designation:
    """One country's TPS designation, as last known.

    While ``designated`` it is known to stand from ``first`` to ``last``. Otherwise ``effective`` is the day its
    termination took effect, and ``first`` the day from which that is sure: court orders held back many terminations
    until Mullin v. Doe. ``year`` tells two designations of one country apart; ``cite`` is the Federal Register.
    """

    country: str
    name: Text
    designated: bool
    first: date
    last: date | None = None
    effective: date | None = None
    year: int | None = None
    cite: str | None = None
    note: Text | None = None

    def stands(self, on: date) -> Truth:
        """Whether the designation stood on the day; ``None`` outside the days for which that is known."""
        if on < self.first or (self.last is not None and on > self.last):
            return None
        return self.designated


@lru_cache(maxsize=1)
def tps_designations() -> tuple[Designation, ...]:
    """Every stored designation: those last known to stand, then those terminated, by day."""
    data = json.loads(TPS_DATA.read_text(encoding="utf-8"))
    as_of, ruling = date.fromisoformat(data["as_of"]), date.fromisoformat(data["contested_until"])
    standing = [
        _designation(row, designated=True, first=as_of, last=date.fromisoformat(row["known_through"]))
        for row in data["designated"]
    ]
    ended = [
        _designation(row, designated=False, first=max(effective, ruling), effective=effective)
        for row in data["terminated"]
        for effective in (date.fromisoformat(row["effective"]),)
    ]
    return (*standing, *ended)


def tps_designated(country: str, on: date) -> Truth:
    """Whether a country is designated for TPS on a day, as far as is known.

    Args:
        country: a country code of the vocabulary, such as ``SLV``.
        on: the day asked about.

    Returns:
        True while a stored designation is known to stand; False once every stored one has surely ended; otherwise
        ``None``: before the table's day, after the day a designation is known through, or with no row for the country.
    """
    states = [row.stands(on) for row in tps_designations() if row.country == country]
    if True in states:
        return True
    return False if states and None not in states else None


def _designation(
    row: dict[str, Any],
    *,
    designated: bool,
    first: date,
    last: date | None = None,
    effective: date | None = None,
) -> Designation:
    note = row.get("note")
    return Designation(
        country=row["country"],
        name=Text(row["en"], row["es"]),
        designated=designated,
        first=first,
        last=last,
        effective=effective,
        year=row.get("designation"),
        cite=row.get("cite"),
        note=Text(note, row["note_es"]) if note else None,
    )
