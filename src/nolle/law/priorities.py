"""Enforcement-priority regimes: what each memo said, on which days, and what DHS may raise about a case.

Each regime is a data file in ``data/regimes``. A draft policy is the same file (JSON or TOML), so that a docket can be
asked what it would change. A category that is met is *what DHS may raise*; it never closes a pathway, and no regime
removes discretion.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from nolle.facts import entities
from nolle.facts.vocabulary import nearest
from nolle.logic import Rule, RuleError, Text, all_of, any_of, element, not_, settled
from nolle.logic.condition import read_condition
from nolle.logic.rough import RoughError, parse_date
from nolle.logic.rule import By, check_ids, parts_of

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
        RegimeError: naming the file, the place in it and the field.
    """
    form = path.suffix.lower()
    if form not in (".toml", ".json"):
        raise RegimeError(f"{path.name} cannot be read: end its name in .toml or .json")
    try:
        raw = path.read_text("utf-8-sig")
        data = tomllib.loads(raw) if form == ".toml" else json.loads(raw, object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise RegimeError(f"{path.name} cannot be read: it is not UTF-8. Save it as UTF-8") from None
    except RecursionError:
        raise RegimeError(f"{path.name} cannot be read: {_TOO_DEEP}") from None
    except (OSError, ValueError) as error:
        raise RegimeError(f"{path.name} cannot be read: {error}") from None
    try:
        return _regime(data)
    except RecursionError:
        raise RegimeError(f"{path.name} cannot be read: {_TOO_DEEP}") from None
    except (RuleError, ValueError) as error:
        raise RegimeError(f"{path.name}: {error}") from None


_TOO_DEEP = "it is nested too deeply. Tell its rules in fewer layers"


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """A table of JSON, which would keep the last of two keys of one name and say nothing."""
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"{name!r} is told twice in one place: tell it once")
    return dict(pairs)


_MEANT = {"until": "to", "since": "from", "to": "until", "from": "since", "end": "to", "start": "from"}
"""Keys that say the same elsewhere."""


def _table(raw: Any, place: str, needed: Sequence[str], others: Sequence[str] = ()) -> None:
    """Refuse what nobody would read, and what lacks a field."""
    if not isinstance(raw, dict):
        raise ValueError(f"{place} is a table of {', '.join(needed)}, not {_shown(raw)}")
    accepted = dict.fromkeys((*needed, *others))
    for key in raw:
        if key not in accepted:
            near = _MEANT[key] if _MEANT.get(key) in accepted else nearest(key, accepted)
            hint = f"did you mean {near!r}?" if near else f"it may have {', '.join(accepted)}."
            raise ValueError(f"{place}: there is no key {key!r}; {hint}")
    for key in needed:
        if key not in raw:
            raise ValueError(f"{place} has no {key!r}: it needs one")


def _shown(raw: Any) -> str:
    """What was found, as a file tells it, and not the whole of something long."""
    shown = repr(raw) if isinstance(raw, str) else json.dumps(raw, default=str, ensure_ascii=False)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."


_SHOWN = 80


def _words(raw: dict[str, Any], key: str, place: str) -> str:
    """The text under a key."""
    told = raw[key]
    if not isinstance(told, str) or not told.strip():
        raise ValueError(f'{place}: {key!r} is text, such as "...", not {_shown(told)}')
    return told


def _names(raw: Any, what: str) -> tuple[str, ...]:
    """A list of names; one name alone would be taken for its letters."""
    if not isinstance(raw, list) or not all(isinstance(name, str) and name.strip() for name in raw):
        raise ValueError(f'{what} is a list, such as ["..."], not {_shown(raw)}')
    return tuple(raw)


def _some_names(raw: Any, what: str) -> tuple[str, ...]:
    """A list of one name or more: what a policy or a rule rests on, or where it is law."""
    if raw == []:
        raise ValueError(f'{what} is a list of one or more, such as ["..."], not []')
    return _names(raw, what)


def _rows(raw: Any, what: str) -> list[Any]:
    if not isinstance(raw, list):
        raise ValueError(f"{what} is a list of tables, not {_shown(raw)}")
    return raw


KINDS = (
    "case_by_case",
    "categories",
    "categories_and_factors",
    "categories_with_exceptions",
    "factors_only",
    "no_exempt_classes",
    "opla_tools",
    "presumed_categories",
    "totality",
)
"""How a regime sorts, in the words of the stored files."""

CONFIDENCE = ("high", "medium", "low")

_NEEDED = (
    "id", "name", "issuer", "days", "authorities", "kind", "categories", "factors", "discretion", "verified",
    "confidence",
)  # fmt: skip
_OTHERS = ("issued", "ended_by", "exceptions", "tools", "note", "reviewed_on")


def _regime(raw: dict[str, Any]) -> Regime:
    _table(raw, "the policy", _NEEDED, _OTHERS)
    cites = _some_names(raw["authorities"], "authorities")
    return Regime(
        id=_words(raw, "id", "the policy"),
        name=_text(raw["name"], "name of the policy"),
        issuer=_words(raw, "issuer", "the policy"),
        issued=_end(raw, "issued", "the policy", "low"),
        days=_days(raw["days"], "the policy"),
        ended_by=_text(raw["ended_by"], "ended_by of the policy") if raw.get("ended_by") is not None else None,
        cites=cites,
        kind=_one_of(raw["kind"], "kind", KINDS),
        categories=tuple(
            _category(category, cites, n) for n, category in enumerate(_rows(raw["categories"], "categories"), 1)
        ),
        exceptions=tuple(_text(row, "exceptions") for row in _rows(raw.get("exceptions", []), "exceptions")),
        factors=_names(raw["factors"], "factors"),
        tools=_names(raw.get("tools", []), "tools"),
        discretion=_text(raw["discretion"], "discretion of the policy"),
        note=_text(raw["note"], "note of the policy") if raw.get("note") is not None else None,
        verified=_names(raw["verified"], "verified"),
        confidence=_one_of(raw["confidence"], "confidence", CONFIDENCE),
        reviewed_on=_end(raw, "reviewed_on", "the policy", "low"),
    )


def _one_of(told: Any, what: str, accepted: Sequence[str]) -> str:
    if told not in accepted:
        near = nearest(str(told), dict.fromkeys(accepted))
        hint = f" Did you mean {near!r}?" if near else ""
        raise ValueError(f"{what} is {', '.join(accepted[:-1])} or {accepted[-1]}, not {_shown(told)}.{hint}")
    return str(told)


_PASSED = ("pin", "verified", "confidence", "since", "until", "circuits", "force")
"""What a node may say of its rule beside its id, labels, authorities and condition."""

_CONDITIONS = ("when", "answer", "all", "any", "not")
"""What a node rests on: one of these."""

_ANSWERS = {"yes": True, "no": False, "unknown": None}


def _category(raw: Any, lead: tuple[str, ...], number: int) -> Category:
    place = f"category {_called(raw) or number}"
    _table(raw, place, ("id", "label", "rule"), ("tier", "authorities", "days", "note"))
    cites = _some_names(raw["authorities"], f"authorities of {place}") if "authorities" in raw else lead[:1]
    rule = _rule(raw["rule"], cites, place)
    _check_layers(rule, place)
    check_ids(rule)
    return Category(
        id=_words(raw, "id", place),
        label=_text(raw["label"], f"label of {place}"),
        tier=_words(raw, "tier", place) if raw.get("tier") is not None else None,
        cites=cites,
        rule=rule,
        days=_days(raw.get("days", []), place),
        note=_text(raw["note"], f"note of {place}") if raw.get("note") is not None else None,
    )


DEEPEST = 50
"""Layers of rules a category may have: more could be read, and not be asked."""


def _check_layers(rule: Rule, place: str) -> None:
    layers, layer = 0, [rule]
    while layer:
        layers, layer = layers + 1, [part for one in layer for part in parts_of(one)]
    if layers > DEEPEST:
        raise ValueError(f"{place}: its rules are nested {layers} layers deep. Tell them in {DEEPEST} or fewer.")


def _called(raw: Any) -> str | None:
    """The id of a table, where it has one that can name it."""
    id = raw.get("id") if isinstance(raw, dict) else None
    return id if isinstance(id, str) and id.strip() else None


def _rule(raw: Any, lead: tuple[str, ...], place: str) -> Rule:
    """One node: ``when`` (a condition), ``answer``, or ``all``, ``any``, ``not``, each with id, en and es."""
    own = f"rule {id} of {place}" if (id := _called(raw)) else f"a rule of {place}"
    more = (*_CONDITIONS, "cites", "note", *_PASSED)
    _table(raw, own, ("id", "en", "es"), (*more, "by") if isinstance(raw, dict) and "when" in raw else more)
    rests = [name for name in _CONDITIONS if name in raw]
    if len(rests) != 1:
        found = f", not both {' and '.join(map(repr, rests))}" if rests else ""
        raise RuleError(f"{own}: give one of 'when', 'answer', 'all', 'any' or 'not'{found}")
    return _resting(raw, lead, own, place)


def _resting(raw: dict[str, Any], lead: tuple[str, ...], own: str, place: str) -> Rule:
    id, en, es = (_words(raw, key, own) for key in ("id", "en", "es"))
    cites = _some_names(raw["cites"], f"cites of {own}") if "cites" in raw else lead
    more = _passed(raw, own) | _window(raw, own)
    if "when" in raw:
        when = _words(raw, "when", own)
        try:
            that = read_condition(when, entities.BUILT)
        except (RuleError, ValueError) as error:
            raise RuleError(f"{own}: {error}") from None
        by = _one_of(raw.get("by", "client"), f"'by' of {own}", [one.value for one in By])
        return element(id, en, es=es, that=that, cite=cites, by=by, **more)
    if "answer" in raw:
        answer = _one_of(raw["answer"], f"'answer' of {own}", tuple(_ANSWERS))
        return settled(id, en, es=es, answer=_ANSWERS[answer], cite=cites, **more)
    if "not" in raw:
        return not_(id, en, _rule(raw["not"], cites, place), es=es, cite=cites, **more)
    how = "all" if "all" in raw else "any"
    parts = [_rule(part, cites, place) for part in _rows(raw[how], f"{how!r} of {own}")]
    if not parts:
        raise RuleError(f"{own}: {how!r} is a list of one rule or more, not []")
    return (all_of if how == "all" else any_of)(id, en, *parts, es=es, cite=cites, **more)


def _passed(raw: dict[str, Any], place: str) -> dict[str, Any]:
    """What a node says of its rule, each of its type; its days are read by ``_window``."""
    more: dict[str, Any] = {key: _words(raw, key, place) for key in ("pin", "verified") if key in raw}
    for key in ("circuits", "force"):
        if key in raw:
            named = raw[key]
            more[key] = _some_names([named] if isinstance(named, str) else named, f"{key} of {place}")
    if "confidence" in raw:
        more["confidence"] = _one_of(raw["confidence"], f"confidence of {place}", CONFIDENCE)
    if "note" in raw:
        more["note"] = _text(raw["note"], f"note of {place}")
    return more


def _window(raw: dict[str, Any], place: str) -> dict[str, str]:
    """The days on which a rule is law, whole days as ``logic.rule`` takes them."""
    days = {"since": _end(raw, "since", place, "low"), "until": _end(raw, "until", place, "high")}
    _in_order(days["since"], days["until"], place)
    return {name: day.isoformat() for name, day in days.items() if day is not None}


STATUSES = ("in-force", "partly-in-force", "enjoined", "unknown")


def _days(raw: Any, place: str) -> tuple[Days, ...]:
    """The windows of a policy or a category, the earliest first; no day stands in two of them."""
    found = sorted((_one_window(row, f"days of {place}") for row in _rows(raw, f"days of {place}")), key=_first)
    for one, then in pairwise(found):
        if one.until is None or then.since <= one.until:
            end = "goes on" if one.until is None else f"ends on {one.until}"
            raise ValueError(
                f"days of {place}: what begins on {one.since} {end}, and {then.since} begins another. "
                "Each day has one status: end the first the day before."
            )
    return tuple(found)


def _first(days: Days) -> date:
    return days.since


def _one_window(raw: Any, place: str) -> Days:
    _table(raw, place, ("from",), ("to", "status"))
    since, until = _end(raw, "from", place, "low"), _end(raw, "to", place, "high")
    if since is None:
        raise ValueError(f"{place}: a first day is needed, such as 2025-01-20")
    _in_order(since, until, place)
    return Days(since, until, _one_of(raw.get("status", "in-force"), f"the status of {place}", STATUSES))


def _in_order(since: date | None, until: date | None, place: str) -> None:
    if since is not None and until is not None and until < since:
        raise ValueError(f"{place}: the last day, {until}, comes before the first, {since}")


def _end(raw: dict[str, Any], key: str, place: str, end: Literal["low", "high"]) -> date | None:
    """The first or the last day of a window: a month, or a year, begins with its first day and ends with its last.

    A date that may be one of several, such as ``2025~`` or ``2024/2026``, begins or ends nothing.
    """
    if raw.get(key) is None:
        return None
    written = str(raw[key])
    if not _WHOLE.fullmatch(written):
        form = "write a day as 2025-01-20, a month as 2025-01 or a year as 2025"
        raise ValueError(f"{place}, {key!r}: {form}, not {_shown(raw[key])}")
    try:
        span = parse_date(written)
    except RoughError as error:
        raise ValueError(f"{place}, {key!r}: {error}") from None
    return span.low if end == "low" else span.high


_WHOLE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


def _text(told: Any, place: str) -> Text:
    """Words in both languages."""
    if not isinstance(told, dict) or set(told) != {"en", "es"}:
        form = '{ en = "...", es = "..." }'
        raise ValueError(f"{place}: words are told in both languages, {form}, not {_shown(told)}")
    return Text(_words(told, "en", place), _words(told, "es", place))
