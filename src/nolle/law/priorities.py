"""Enforcement-priority regimes: what each memo said, on which days, and what DHS may raise about a case.

Each regime is a data file in ``data/regimes``. A draft policy is the same file (JSON or TOML), so that a docket can be
asked what it would change. A category that is met is *what DHS may raise*; it never closes a pathway, and no regime
removes discretion.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nolle.facts import entities
from nolle.logic import Rule, RuleError, Text, all_of, any_of, element, not_, settled
from nolle.logic.condition import read_condition
from nolle.logic.rough import RoughError, parse_date
from nolle.logic.rule import check_ids

DATA = Path(__file__).parent / "data" / "regimes"

ORDER = (
    "meissner_2000",
    "morton_2011",
    "johnson_2014",
    "eo_13768_2017",
    "kelly_2017",
    "pekoske_2021",
    "ice_interim_2021",
    "trasvina_2021",
    "mayorkas_2021",
    "doyle_2022",
    "interim_2022_2023",
    "reinstated_2023",
    "regime_2025",
)
"""The files, by regime id, in order of time."""


class RegimeError(ValueError):
    """A regime that cannot be read: names the file, the field, what was found and what is accepted."""


@dataclass(frozen=True, slots=True)
class Days:
    """From ``since`` to ``until``, inclusive, with the status the authority had: ``in-force``, ``unknown``, ..."""

    since: date
    until: date | None
    status: str

    def holds(self, on: date) -> bool:
        """Whether the day is one of these."""
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True, eq=False)
class Category:
    """A group of people a memo names. ``rule`` is true when the facts meet its words."""

    id: str
    label: Text
    tier: str | None
    cites: tuple[str, ...]
    rule: Rule
    days: tuple[Days, ...]
    note: Text | None

    def status(self, on: date) -> str:
        """``in-force``, another status, or ``not-in-force``: the category's own days, where it has any."""
        if not self.days:
            return "in-force"
        return next((days.status for days in self.days if days.holds(on)), "not-in-force")


@dataclass(frozen=True, slots=True, eq=False)
class Regime:
    """One memo or set of memos: its days, its categories, the factors it names, and what discretion it leaves."""

    id: str
    name: Text
    issuer: str
    issued: date | None
    days: tuple[Days, ...]
    ended_by: Text | None
    cites: tuple[str, ...]
    kind: str
    categories: tuple[Category, ...]
    exceptions: tuple[Text, ...]
    factors: tuple[str, ...]
    tools: tuple[str, ...]
    discretion: Text
    note: Text | None
    verified: tuple[str, ...]
    confidence: str
    reviewed_on: date | None = None

    @property
    def since(self) -> date:
        """The first day."""
        return self.days[0].since

    @property
    def until(self) -> date | None:
        """The last day, or ``None`` while it goes on."""
        return self.days[-1].until

    def status(self, on: date) -> str:
        """``in-force``, ``unknown``, ``partly-in-force``..., or ``not-in-force`` before and after."""
        return next((days.status for days in self.days if days.holds(on)), "not-in-force")


@cache
def regimes() -> Mapping[str, Regime]:
    """Every stored regime by id, in order of time."""
    return {id: read_regime(DATA / f"{id}.json") for id in ORDER}


def regime(id: str) -> Regime:
    """One stored regime.

    Raises:
        KeyError: for an id that is no regime.
    """
    if id not in ORDER:
        raise KeyError(id)
    return regimes()[id]


def regimes_on(on: date) -> tuple[Regime, ...]:
    """The regimes that had days on that day, the latest started first: more than one may apply (DHS, ICE, OPLA)."""
    found = [r for r in regimes().values() if r.status(on) != "not-in-force"]
    return tuple(sorted(found, key=lambda r: r.since, reverse=True))


def read_regime(path: Path) -> Regime:
    """Read a regime, or a draft policy, from JSON or TOML.

    Raises:
        RegimeError: naming the file and the field.
    """
    try:
        raw = path.read_text("utf-8")
        data = tomllib.loads(raw) if path.suffix == ".toml" else json.loads(raw)
    except (OSError, ValueError) as error:
        raise RegimeError(f"{path.name} cannot be read: {error}") from None
    try:
        return _regime(data)
    except KeyError as error:
        raise RegimeError(f"{path.name} has no {error.args[0]!r}: every regime needs it") from None
    except (RuleError, RoughError, TypeError, ValueError, AttributeError) as error:
        raise RegimeError(f"{path.name}: {error}") from None


def _regime(raw: dict[str, Any]) -> Regime:
    cites = tuple(raw["authorities"])
    return Regime(
        id=raw["id"],
        name=_text(raw["name"]),
        issuer=raw["issuer"],
        issued=_day(raw.get("issued")),
        days=_days(raw["days"]),
        ended_by=_text(raw["ended_by"]) if raw.get("ended_by") else None,
        cites=cites,
        kind=raw["kind"],
        categories=tuple(_category(category, cites) for category in raw["categories"]),
        exceptions=tuple(_text(row) for row in raw.get("exceptions", ())),
        factors=tuple(raw["factors"]),
        tools=tuple(raw.get("tools", ())),
        discretion=_text(raw["discretion"]),
        note=_text(raw["note"]) if raw.get("note") else None,
        verified=tuple(raw["verified"]),
        confidence=raw["confidence"],
        reviewed_on=_day(raw.get("reviewed_on")),
    )


_PASSED = ("pin", "verified", "confidence", "since", "until", "circuits", "force")
"""What a node may say of its rule beside its id, labels, authorities and condition."""

_ANSWERS = {"yes": True, "no": False, "unknown": None}


def _category(raw: dict[str, Any], lead: tuple[str, ...]) -> Category:
    cites = tuple(raw.get("authorities", lead[:1]))
    rule = _rule(raw["rule"], cites)
    check_ids(rule)
    return Category(
        id=raw["id"],
        label=_text(raw["label"]),
        tier=raw.get("tier"),
        cites=cites,
        rule=rule,
        days=_days(raw.get("days", ())),
        note=_text(raw["note"]) if raw.get("note") else None,
    )


def _rule(raw: dict[str, Any], lead: tuple[str, ...]) -> Rule:
    """One node: ``when`` (a condition), ``answer``, or ``all``, ``any``, ``not``, each with id, en and es."""
    id, en, es = raw["id"], raw["en"], raw["es"]
    cites = tuple(raw.get("cites", lead))
    more: dict[str, Any] = {k: raw[k] for k in _PASSED if k in raw}
    if "note" in raw:
        more["note"] = _text(raw["note"])
    if "when" in raw:
        try:
            that = read_condition(raw["when"], entities.BUILT)
        except RuleError as error:
            raise RuleError(f"{id}: {error}") from None
        return element(id, en, es=es, that=that, cite=cites, by=raw.get("by", "client"), **more)
    if "answer" in raw:
        if raw["answer"] not in _ANSWERS:
            raise RuleError(f"{id}: an answer is yes, no or unknown, not {raw['answer']!r}")
        return settled(id, en, es=es, answer=_ANSWERS[raw["answer"]], cite=cites, **more)
    if "not" in raw:
        return not_(id, en, _rule(raw["not"], cites), es=es, cite=cites, **more)
    if "all" not in raw and "any" not in raw:
        raise RuleError(f"{id}: give 'when', 'answer', 'all', 'any' or 'not'")
    join, parts = (all_of, raw["all"]) if "all" in raw else (any_of, raw["any"])
    return join(id, en, *(_rule(part, cites) for part in parts), es=es, cite=cites, **more)


STATUSES = ("in-force", "partly-in-force", "enjoined", "unknown")


def _days(rows: Any) -> tuple[Days, ...]:
    for row in rows:
        if row.get("status", "in-force") not in STATUSES:
            raise ValueError(f"the status of days is {', '.join(STATUSES[:-1])} or unknown, not {row['status']!r}")
    return tuple(Days(_needed(row["from"]), _day(row.get("to")), row.get("status", "in-force")) for row in rows)


def _text(told: Any) -> Text:
    """Words in both languages."""
    if not isinstance(told, dict) or set(told) != {"en", "es"}:
        raise ValueError(f'words are told in both languages, {{ en = "...", es = "..." }}, not {told!r}')
    return Text(**told)


def _needed(written: str) -> date:
    day = _day(written)
    if day is None:
        raise ValueError("a first day is needed, such as 2025-01-20")
    return day


def _day(written: Any) -> date | None:
    if written is None or isinstance(written, date):
        return written
    return parse_date(str(written)).low
