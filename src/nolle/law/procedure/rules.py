"""The deadlines as they are stored: what each counts from, how, for whom, on what authority, and since when.

The data in ``data/procedure`` were compiled as of 2026-11-21; no attorney has reviewed them. ``verified`` names the
page each rests on (the keys are in ``counting.json`` under ``sources``), or ``memory``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from nolle.law.authorities import nearest
from nolle.logic.text import Text

DATA = Path(__file__).parents[1] / "data" / "procedure"

Roll: TypeAlias = Literal["next", "back", "early", "none"]
"""On a closed day: ``next``, go on to the next open day; ``back``, go on to it as the outer limit but work to the open
day before; ``early``, stay but work to the open day before; ``none``, stay."""

Unit: TypeAlias = Literal[
    "calendar_days",
    "business_days",
    "working_days",
    "years",
    "years_less_a_day",
    "as_ordered",
    "none",
    "per_notice",
    "before_hearing",
    "promptly",
    "before_filing",
]

COUNTED: frozenset[str] = frozenset({"calendar_days", "business_days", "working_days", "years", "years_less_a_day"})
"""Units that are counted from a date; the others answer with the reason why there is none."""

NOT_BEFORE = frozenset({"waiting_period", "eligibility"})
"""Kinds whose date is the first possible day, not the last: the later end of a rough date is the safe one."""


class UnknownDeadline(KeyError):
    """No deadline has this id. ``near`` holds the ids that look most like it."""

    def __init__(self, id: str, near: tuple[str, ...]) -> None:
        self.id = id
        self.near = near
        super().__init__(id)

    def __str__(self) -> str:
        hint = f"; did you mean {', '.join(self.near)}?" if self.near else ""
        return f"no deadline is called {self.id!r}{hint} (`nolle deadline list` shows them all)"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a deadline counts from: its words, the fact of the vocabulary that holds its date where there is one, and
    the question that asks for it.
    """

    fact: str | None
    label: Text
    question: Text


@dataclass(frozen=True, slots=True)
class Contested:
    """A printed rule and a practice that differ for triggers from ``since`` on; ``printed`` is the shorter count."""

    since: date
    printed: int
    rule: str
    authorities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Another date to show with a deadline: the first day of a window, its last, or another rule's date.

    Counted from the trigger or from the deadline's own date (``of``), or taken from ``rule``.
    """

    which: Literal["opens", "closes", "also"]
    label: Text
    of: Literal["trigger", "due"] | None
    value: int
    unit: str
    direction: str
    rule: str | None


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One deadline.

    ``value`` and ``unit`` with ``direction`` say how far from the trigger; ``counting`` names the counting rule.
    ``clock`` names the pathway's clock (``pathway.clock``) that holds the date arithmetic, ``same_as`` the rule whose
    counting this one shares. ``since`` and ``until`` are the first and last day in force (inclusive), with the
    authority that ended it and the rules before and after it. ``operative`` names the rule that is practised in place
    of one that is only printed. ``office`` is where the act must arrive: court closures
    move only what goes to a court. ``set_by_law``: a judge's later date does not lengthen it. ``law_asked``: read by
    the law of the date asked about, not of the trigger.
    """

    id: str
    label: Text
    explain: Text
    kind: str
    severity: str
    trigger: Trigger
    value: int | None
    unit: Unit | None
    direction: str | None
    counting: str | None
    office: str
    custody: Literal["any", "detained", "non_detained"]
    representation: Literal["any", "represented"]
    status: str
    citation: str
    authorities: tuple[str, ...]
    verified: str
    confidence: str
    same_as: str | None = None
    clock: str | None = None
    law_asked: bool = False
    since: date | None = None
    until: date | None = None
    ended_by: str | None = None
    followed_by: str | None = None
    follows: str | None = None
    contested: Contested | None = None
    operative: str | None = None
    roll_rule: str | None = None
    safe_value: int | None = None
    late_found: bool = False
    set_by_law: bool = False
    beside: tuple[Beside, ...] = ()
    pathways: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    alerts: tuple[int, ...] = ()
    citation_es: str | None = None

    @property
    def pin(self) -> Text:
        """What it rests on, as it is shown; a citation without words is the same in both languages."""
        return Text(self.citation, self.citation_es or self.citation)

    @property
    def not_before(self) -> bool:
        """Whether the date is the first possible day, not the last."""
        return self.kind in NOT_BEFORE

    @property
    def ours(self) -> bool:
        """Whether it is our own convention, not law."""
        return self.kind == "convention"


@dataclass(frozen=True, slots=True)
class CountingRule:
    """How days are counted, and what happens when the last one is a closed day."""

    id: str
    text: Text
    roll: Roll
    citation: str
    authorities: tuple[str, ...]
    verified: str
    confidence: str


@dataclass(frozen=True, slots=True)
class CountingNote:
    """One thing to know about counting, whatever the rule."""

    id: str
    text: Text
    citation: str | None
    verified: str


@dataclass(frozen=True, slots=True)
class LateFound:
    """What to do with a motion found late: both counts, in words, and the next step."""

    text: Text
    service: Text
    discovery: Text
    do: Text
    authorities: tuple[str, ...]
    applies_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventType:
    """One kind of event in a matter."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a judge's standing order, or custody, puts in place of a default; ``rules`` are what it changes."""

    id: str
    text: Text
    unit: str | None
    rules: tuple[str, ...]
    group: Literal["standing_order", "detained"]


def rule(id: str) -> DeadlineRule:
    """The deadline with this id.

    Raises:
        UnknownDeadline: no such id; it names the nearest ones.
    """
    try:
        return rules()[id]
    except KeyError:
        raise UnknownDeadline(id, nearest(id, rules())) from None


@lru_cache(maxsize=1)
def rules() -> Mapping[str, DeadlineRule]:
    """Every deadline by id, in the order of the fact base."""
    rows = {row["id"]: row for row in _read("deadlines")}
    return MappingProxyType({id: _rule(row, rows) for id, row in rows.items()})


@lru_cache(maxsize=1)
def counting_rules() -> Mapping[str, CountingRule]:
    """Every counting rule by id."""
    return MappingProxyType(
        {
            row["id"]: CountingRule(
                row["id"],
                Text(**row["text"]),
                row["roll"],
                row["citation"],
                tuple(row["authority_ids"]),
                row["verified"],
                row["confidence"],
            )
            for row in _counting()["rules"]
        }
    )


@lru_cache(maxsize=1)
def counting_notes() -> Mapping[str, CountingNote]:
    """What to know about counting: mail, receipt, outages, closures, custody, people without counsel, holidays."""
    notes = [
        CountingNote(row["id"], Text(**row["text"]), row["citation"], row["verified"]) for row in _counting()["notes"]
    ]
    holidays = _counting()["holidays"]
    notes += [
        CountingNote(f"holiday_{row['id']}", Text(**row["text"]), holidays["statute"], holidays["verified"])
        for row in holidays["notes"]
    ]
    return MappingProxyType({note.id: note for note in notes})


@lru_cache(maxsize=1)
def late_found() -> LateFound:
    """The two counts of a motion found late."""
    row = _counting()["late_found"]
    texts = {key: Text(**row[key]) for key in ("text", "service", "discovery", "do")}
    return LateFound(**texts, authorities=tuple(row["authority_ids"]), applies_to=tuple(row["applies_to"]))


@lru_cache(maxsize=1)
def not_rolled() -> Mapping[str, Text]:
    """The deadlines whose date may fall on a closed day, and why."""
    return MappingProxyType({row["id"]: Text(**row["why"]) for row in _counting()["not_rolled"]})


@lru_cache(maxsize=1)
def sources() -> Mapping[str, str]:
    """The pages behind the keys in ``verified``."""
    return MappingProxyType(dict(_counting()["sources"]))


@lru_cache(maxsize=1)
def event_types() -> Mapping[str, EventType]:
    """Every kind of event in a matter, by id."""
    return MappingProxyType({row["id"]: EventType(row["id"], Text(**row["label"])) for row in _read("event_types")})


@lru_cache(maxsize=1)
def parameters() -> Mapping[str, Parameter]:
    """What a standing order or custody may put in place of a default, by id."""
    data = _read("parameters")
    found = [
        Parameter(row["id"], Text(**row["label"]), row["unit"], tuple(row["rules"]), "standing_order")
        for row in data["standing_order"]
    ]
    found += [
        Parameter(f"detained_{row['id']}", Text(**row["text"]), None, tuple(row["rules"]), "detained")
        for row in data["detained"]["rows"]
    ]
    return MappingProxyType({parameter.id: parameter for parameter in found})


_BY_SEVERITY = {"critical": (14, 7, 3, 1), "high": (7, 2), "medium": (7,), "low": ()}
"""Days ahead to remind of a deadline for which the fact base gives none. Ours."""


def alerts_of(found: DeadlineRule) -> tuple[int, ...]:
    """How many days ahead to remind of it, most first: its own days; those of the rule of a pathway that counts as it
    or names it; else ours, by how grave it is.
    """
    return alerts_told(found) or _BY_SEVERITY[found.severity]


def alerts_told(found: DeadlineRule) -> tuple[int, ...]:
    """The days ahead that the fact base gives for it, most first; none where it gives none."""
    if found.alerts:
        return found.alerts
    others = [other for other in rules().values() if other.alerts]
    named = [other for other in others if other.same_as == found.id] or [
        other for other in others if found.id in other.procedures
    ]
    return named[0].alerts if named else ()


def time_zone(court: str, state: str) -> str:
    """The IANA time zone of a court, by its code and the state it sits in.

    Raises:
        KeyError: for a state without a court.
    """
    zones = _read("time_zones")
    found: str = zones["courts"].get(court) or zones["states"][state]
    return found


@lru_cache(maxsize=8)
def _read(name: str) -> Any:
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def _counting() -> Any:
    return _read("counting")


def _rule(row: dict[str, Any], rows: Mapping[str, dict[str, Any]]) -> DeadlineRule:
    get = row.get
    shared = rows[row["same_as"]] if "same_as" in row else row
    count, effective, contested = shared.get("count") or {}, get("effective") or {}, get("contested")
    return DeadlineRule(
        id=row["id"],
        label=Text(**row["label"]),
        explain=Text(**row["explain"]),
        kind=row["kind"],
        severity=row["severity"],
        trigger=_trigger(row["trigger"]),
        value=count.get("value"),
        unit=count.get("unit"),
        direction=count.get("direction"),
        counting=shared.get("counting_rule"),
        office=row["office"],
        custody=row["custody"],
        representation=row["representation"],
        status=row["status"],
        citation=row["citation"],
        authorities=tuple(row["authority_ids"]),
        verified=row["verified"],
        confidence=row["confidence"],
        same_as=get("same_as"),
        clock=get("clock"),
        law_asked=get("law_on") == "asked",
        since=_day(effective.get("from")),
        until=_day(effective.get("to")),
        ended_by=get("ended_by"),
        followed_by=get("followed_by"),
        follows=get("follows"),
        contested=_contested(contested) if contested else None,
        operative=get("operative"),
        roll_rule=get("roll_rule"),
        safe_value=get("safe_value"),
        late_found=get("late_found", False),
        set_by_law=get("set_by_law", False),
        beside=tuple(_beside(one) for one in get("beside", ())),
        pathways=tuple(get("pathways", ())),
        procedures=tuple(get("procedure_ids", ())),
        alerts=tuple(get("alert_days_before", ())),
        citation_es=get("citation_es"),
    )


def _trigger(row: dict[str, Any]) -> Trigger:
    from nolle.facts.vocabulary import question

    asked = Text(**row["question"]) if "question" in row else None
    if asked is None:
        asked = question(row["fact"]) if row["fact"] else Text("On what day?", "¿Qué día?")
    return Trigger(row["fact"], Text(**row["label"]), asked)


def _beside(row: dict[str, Any]) -> Beside:
    get = row.get
    return Beside(
        row["which"],
        Text(**row["label"]),
        get("of"),
        get("value", 0),
        get("unit", "calendar_days"),
        get("direction", "after"),
        get("rule"),
    )


def _contested(row: dict[str, Any]) -> Contested:
    return Contested(date.fromisoformat(row["since"]), row["printed"], row["rule"], tuple(row["authority_ids"]))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
