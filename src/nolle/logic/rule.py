"""Rules: a condition with a name, a label in two languages, its authorities, and when and where it is law.

    under_21 = element(
        "under_21",
        "Under 21 when the petition is filed",
        es="Menor de 21 años cuando se presenta la petición",
        that=person.birth_date.plus(years=21) > filing.i360_sij.filed_on.if_absent(AS_OF),
        cite="8-cfr-204-11",
        pin="8 CFR 204.11(b)(1)",
    )
    age = all_of("age", "The age tests", under_21, unmarried, es="Los requisitos de edad")

Outside its dates, circuits, states or force a rule drops out, as if never written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from .rough import RoughError, parse_date
from .text import Text
from .tree import AS_OF, Expr, Fact, RuleError
from .walk import check_rows, facts_of

CIRCUITS = frozenset(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "dc"])


class By(StrEnum):
    """Whose control or act a condition is."""

    CLIENT = "client"
    COUNSEL = "counsel"
    JUDGEMENT = "judgement"
    OPLA = "opla"
    IJ = "ij"
    BIA = "bia"
    USCIS = "uscis"
    ERO = "ero"
    STATE_COURT = "state-court"
    DOS = "dos"
    LAW_ENFORCEMENT = "law-enforcement"
    OTHER = "other"

    @property
    def awaited(self) -> bool:
        """Whether this is the act of another: not yet done, it is awaited, not failed."""
        return self not in _OURS


_OURS = frozenset((By.CLIENT, By.COUNSEL, By.JUDGEMENT))

Confidence: TypeAlias = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Scope:
    """When and where a rule is law. Days are inclusive; ``None`` and empty mean everywhere and always."""

    since: date | None = None
    until: date | None = None
    circuits: frozenset[str] | None = None
    states: frozenset[str] | None = None
    force: tuple[str, ...] = ()
    precision: Literal["day", "approximate", "year"] = "day"

    @property
    def everywhere(self) -> bool:
        """Whether the rule is law always and everywhere."""
        return self is EVERYWHERE


EVERYWHERE = Scope()
"""The scope of a rule that names no dates and no places; there is one such scope."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What every rule carries."""

    id: str
    label: Text
    cites: tuple[str, ...]
    pin: str
    scope: Scope
    note: Text | None
    verified: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, eq=False)
class Element(Rule):
    """One condition, and whose control or act it is."""

    that: Expr
    by: By
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Settled(Rule):
    """What the law answers by itself: yes, no, or not known to us (``None``)."""

    answer: bool | None


@dataclass(frozen=True, slots=True, eq=False)
class Group(Rule):
    """Rules joined by all, any or not (none of them)."""

    how: Literal["all", "any", "not"]
    parts: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """One dated or placed alternative of a rule."""

    id: str
    label: Text | None
    cites: tuple[str, ...]
    pin: str
    scope: Scope
    that: Rule
    outcome: str
    standard: Text | None
    note: Text | None
    verified: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, eq=False)
class Versions(Rule):
    """Dated alternatives. In scope, placed before national, then the latest start; none in scope is unknown."""

    choices: tuple[Version, ...]
    date_basis: Expr
    circuit_basis: Fact | None
    ranked: tuple[Version, ...] = ()
    """The versions, the one that goes before the others first."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "ranked", tuple(sorted(self.choices, key=_rank, reverse=True)))


def _rank(choice: Version) -> tuple[bool, date]:
    placed = choice.scope.circuits is not None or choice.scope.states is not None
    return placed, choice.scope.since or date.min


def element(
    id: str,
    en: str,
    *,
    es: str,
    that: Expr,
    cite: str | tuple[str, ...],
    pin: str = "",
    by: str = "client",
    note: Text | None = None,
    verified: str = "memory",
    confidence: Confidence = "medium",
    **scope: Any,
) -> Element:
    """One condition.

    Args:
        id: stable, lower case, unique in its pathway.
        en: the label in English; ``es`` in Spanish.
        that: the condition.
        cite: authority ids, the lead first.
        pin: the pinpoint as it is printed.
        by: ``client``, ``counsel``, ``judgement``, or whose act it is (``opla``, ``ij``, ``uscis``, ...).
        note: a detail for the reader, in both languages.
        verified: what the rule rests on: ``memory`` or the page that supports it.
        confidence: high, medium or low.
        scope: ``since``, ``until`` (ISO days, inclusive), ``circuits``, ``except_circuits``, ``states``, ``force``.

    Raises:
        RuleError: for a condition that is not yes-or-no, or a row's field outside its list.
    """
    if that.kind != "bool":
        raise RuleError(f"{id}: 'that' must be a yes-or-no condition, not {that!r}")
    check_rows(that)
    facts = facts_of(that)
    if not facts:
        raise RuleError(f"{id}: names no fact; use settled() for what the law answers by itself")
    return Element(
        id=_id(id), label=Text(en, es), cites=_cites(id, cite), pin=pin, scope=_scope(id, scope), note=note,
        verified=verified, confidence=confidence, that=that, by=By(by), facts=facts,
    )  # fmt: skip


def settled(
    id: str,
    en: str,
    *,
    es: str,
    answer: bool | None,
    cite: str | tuple[str, ...],
    pin: str = "",
    note: Text | None = None,
    verified: str = "memory",
    confidence: Confidence = "medium",
    **scope: Any,
) -> Settled:
    """What the law answers by itself on a date: ``answer`` is true, false, or ``None`` for not known."""
    return Settled(
        id=_id(id), label=Text(en, es), cites=_cites(id, cite), pin=pin, scope=_scope(id, scope), note=note,
        verified=verified, confidence=confidence, answer=answer,
    )  # fmt: skip


def all_of(id: str, en: str, *parts: Rule, es: str, **more: Any) -> Group:
    """Every part is needed. ``more``: cite, pin, note, verified, confidence and scope, as for an element."""
    return _group(id, en, es, "all", parts, more)


def any_of(id: str, en: str, *parts: Rule, es: str, **more: Any) -> Group:
    """One part is enough."""
    return _group(id, en, es, "any", parts, more)


def not_(id: str, en: str, part: Rule, *, es: str, **more: Any) -> Group:
    """The part must not be so; unknown stays unknown."""
    return _group(id, en, es, "not", (part,), more)


def version(
    id: str,
    *,
    that: Rule,
    since: str | None = None,
    until: str | None = None,
    en: str = "",
    es: str = "",
    cite: str | tuple[str, ...],
    pin: str = "",
    outcome: str = "",
    standard: Text | None = None,
    note: Text | None = None,
    verified: str = "memory",
    confidence: Confidence = "medium",
    **scope: Any,
) -> Version:
    """One dated alternative; ``since`` and ``until`` are ISO days, inclusive."""
    return Version(
        id=_id(id), label=Text(en, es) if en or es else None, cites=_cites(id, cite), pin=pin,
        scope=_scope(id, {**scope, "since": since, "until": until}), that=that, outcome=outcome, standard=standard,
        note=note, verified=verified, confidence=confidence,
    )  # fmt: skip


def versions(
    id: str,
    en: str,
    *choices: Version,
    es: str,
    date_basis: Expr = AS_OF,
    circuit_basis: Fact | None = None,
    **more: Any,
) -> Versions:
    """Dated alternatives of one rule.

    Args:
        id: as for an element.
        en: the label in English; ``es`` in Spanish.
        choices: the alternatives, made with ``version``.
        date_basis: the date that picks the alternative; the as-of date unless given.
        circuit_basis: the fact whose value picks placed alternatives; the case's circuit unless given.
        more: cite, pin, note, verified, confidence and scope.
    """
    if not choices:
        raise RuleError(f"{id}: give at least one version")
    if date_basis.kind != "date":
        raise RuleError(f"{id}: date_basis must be a date, not {date_basis!r}")
    names = [choice.id for choice in choices]
    if len(set(names)) != len(names):
        raise RuleError(f"{id}: two versions have one id: {sorted(n for n in names if names.count(n) > 1)[0]}")
    lead = tuple(dict.fromkeys(c for choice in choices for c in choice.cites))
    common = _common(id, en, es, {"cite": lead, **more})
    return Versions(**common, choices=choices, date_basis=date_basis, circuit_basis=circuit_basis)


def walk(rule: Rule) -> Iterator[Rule]:
    """The rule and every rule beneath it, top down; a rule used twice comes twice."""
    waiting = [rule]
    while waiting:
        next_ = waiting.pop()
        yield next_
        waiting.extend(reversed(parts_of(next_)))


def parts_of(rule: Rule) -> tuple[Rule, ...]:
    """The rules directly beneath."""
    if isinstance(rule, Group):
        return rule.parts
    if isinstance(rule, Versions):
        return tuple(choice.that for choice in rule.choices)
    return ()


def conditions(rules: Iterable[Rule]) -> Iterator[Expr]:
    """The conditions that some rules read, and the dates that pick their versions."""
    for rule in rules:
        if isinstance(rule, Element):
            yield rule.that
        elif isinstance(rule, Versions):
            yield rule.date_basis


def check_ids(root: Rule) -> None:
    """Refuse two different rules under one id.

    Raises:
        RuleError: naming the id.
    """
    seen: dict[str, Rule] = {}
    for rule in walk(root):
        if seen.setdefault(rule.id, rule) is not rule:
            raise RuleError(f"two different rules are called {rule.id!r}: give each its own id")


def _group(
    id: str,
    en: str,
    es: str,
    how: Literal["all", "any", "not"],
    parts: tuple[Rule, ...],
    more: dict[str, Any],
) -> Group:
    if not parts or not all(isinstance(part, Rule) for part in parts):
        raise RuleError(f"{id}: give the rules to join, made with element, settled, all_of, any_of, not_ or versions")
    lead = tuple(dict.fromkeys(c for part in parts for c in part.cites))
    return Group(**_common(id, en, es, {"cite": lead, **more}), how=how, parts=parts)


def _common(id: str, en: str, es: str, more: dict[str, Any]) -> dict[str, Any]:
    own = {k: more.pop(k) for k in ("cite", "pin", "note", "verified", "confidence") if k in more}
    return {
        "id": _id(id),
        "label": Text(en, es),
        "cites": _cites(id, own["cite"]),
        "pin": own.get("pin", ""),
        "scope": _scope(id, more),
        "note": own.get("note"),
        "verified": own.get("verified", "memory"),
        "confidence": own.get("confidence", "medium"),
    }


def _id(id: str) -> str:
    if not id or not id.replace("_", "a").replace(".", "a").isalnum() or id != id.lower():
        raise RuleError(f"{id!r} is not an id: use lower case letters, digits and _")
    return id


def _cites(id: str, cite: str | tuple[str, ...]) -> tuple[str, ...]:
    cites = (cite,) if isinstance(cite, str) else tuple(cite)
    if not cites or not all(cites):
        raise RuleError(f"{id}: name the authority it rests on (cite=...)")
    return cites


def _scope(id: str, given: dict[str, Any]) -> Scope:
    given = {k: v for k, v in given.items() if v is not None}
    unknown = given.keys() - {"since", "until", "circuits", "except_circuits", "states", "force", "precision"}
    if unknown:
        raise RuleError(f"{id}: a rule has no {sorted(unknown)[0]!r}")
    try:
        since, until = (parse_date(str(given[k])).low if k in given else None for k in ("since", "until"))
    except RoughError as error:
        raise RuleError(f"{id}: {error}") from None
    circuits = _names(given.get("circuits"))
    if "except_circuits" in given:
        circuits = CIRCUITS - (_names(given["except_circuits"]) or frozenset())
    if circuits is not None and not circuits <= CIRCUITS:
        raise RuleError(f"{id}: circuits are {', '.join(sorted(CIRCUITS))}, not {sorted(circuits - CIRCUITS)[0]!r}")
    if not given:
        return EVERYWHERE
    force = given.get("force", ())
    return Scope(
        since=since, until=until, circuits=circuits, states=_names(given.get("states")),
        force=(force,) if isinstance(force, str) else tuple(force),
        precision=given.get("precision", "day"),
    )  # fmt: skip


def _names(value: Any) -> frozenset[str] | None:
    if value is None:
        return None
    return frozenset((value,) if isinstance(value, str) else value)
