"""What a docket is asked: every pathway, exposure, regime, factor and clock of our law as one plan of columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from nolle.facts.derivations import definitions
from nolle.facts.vocabulary import UnknownFact, sensitivity_of
from nolle.law.exposure import Exposure, exposures
from nolle.law.factors import Factor, factors
from nolle.law.pathway import Clock, Pathway
from nolle.law.pathways import pathways
from nolle.law.priorities import Category, Regime, regimes_on
from nolle.law.priorities import regimes as regimes_by_id
from nolle.law.procedure import IN_ORDER, DocketDate, docket_dates, rules
from nolle.law.tables import tables
from nolle.logic import Element, Expr, Rule, element, walk
from nolle.logic.columns import Plan, column_name, compile_rules
from nolle.logic.rule import Group, Versions, conditions, parts_of
from nolle.logic.walk import facts_behind
from nolle.logic.when import STATE_FACT


@dataclass(frozen=True, slots=True, eq=False)
class Questions:
    """What is asked of every case, and the plan that answers it.

    The ids of the plan begin with the id of a pathway; with ``exposure.<id>``, ``regime.<id>.<category>``, ``factor``
    or ``against`` (the other side of a factor); or with ``runs.<pathway>`` (whether a clock runs at all), or
    ``runs.deadline`` (whether a deadline runs in a case, by its id). ``deadlines`` are those that are no clock of the
    pathways.
    """

    pathways: tuple[Pathway, ...]
    exposures: tuple[Exposure, ...]
    regimes: tuple[Regime, ...]
    factors: tuple[Factor, ...]
    plan: Plan
    deadlines: Mapping[str, DocketDate] = field(default_factory=dict)

    @property
    def clocks(self) -> Mapping[str, Clock]:
        """The clocks of the pathways, by the stem of their columns."""
        return {f"{p.id}__{c.id}": c for p in self.pathways for c in p.clocks}

    @property
    def days(self) -> Mapping[str, Expr]:
        """The last days to be worked out, by the stem of their columns."""
        general = {f"deadline__{id}": date.day for id, date in self.deadlines.items()}
        longest = {
            f"deadline__{id}__longest": date.longest for id, date in self.deadlines.items() if date.longest is not None
        }
        return {**{name: clock.due for name, clock in self.clocks.items()}, **general, **longest}

    @property
    def missing(self) -> tuple[str, ...]:
        """The roots whose missing facts are wanted."""
        return (
            *(root_of(p) for p in self.pathways),
            *(exposure_root(e) for e in self.exposures),
            *(category_root(r, c) for r in self.regimes for c in r.categories),
        )

    @property
    def facts(self) -> frozenset[str]:
        """The facts that a docket need be read for: those the answers rest on, the next hearing, and the dates that
        must lie in order.
        """
        told = _to_be_read(self.plan.rules.values(), self.days.values())
        return told | {"case.next_hearing_on"} | {name for pair in IN_ORDER for name in pair}

    def waited_for(self, root: str) -> tuple[str, ...]:
        """The facts and lists that may be missing for a root, whatever the date, sorted."""
        rules = list(walk(self.plan.roots[root]))
        facts = facts_behind(conditions(rules), self.plan.definitions).values()
        lists = {fact.entity for fact in facts if fact.entity is not None}
        return tuple(sorted({fact.name for fact in facts} | lists | _placing(rules)))

    def columns(self, *, sensitive: bool) -> tuple[str, ...]:
        """The rule columns that may be shown, in the law's order; those on protected facts only if asked for."""
        hidden: set[str] = set() if sensitive else set(protected(self.pathways))
        others = {p.id for p in self.pathways if not sensitive and survivors_only(p)} | {"factor", "against", "runs"}
        shown = [id for id in self.plan.rules if id.partition(".")[0] not in others]
        return tuple(column_name(id) for id in shown if id not in hidden)


def _placing(rules: Iterable[Rule]) -> set[str]:
    """The facts that say which law is that of the case's place."""
    versions = [rule for rule in rules if isinstance(rule, Versions)]
    bases = {rule.circuit_basis.name for rule in versions if rule.circuit_basis is not None}
    return {*bases, STATE_FACT, "case.circuit"}


def _to_be_read(rules: Collection[Rule], days: Iterable[Expr] = ()) -> frozenset[str]:
    """The facts that a docket holds, of those that rules and days rest on."""
    names = {*facts_behind((*conditions(rules), *days), definitions()), *_placing(rules)}
    return frozenset(name for name in names if name.partition(".")[0] not in ("derived", "law"))


@cache
def facts_of_regimes() -> frozenset[str]:
    """The facts that the categories of every stored regime rest on."""
    roots = [category.rule for regime in regimes_by_id().values() for category in regime.categories]
    return _to_be_read([rule for root in roots for rule in walk(root)])


def root_of(pathway: Pathway) -> str:
    """The id of a pathway's elements in the plan."""
    return f"{pathway.id}.{pathway.elements.id}"


def exposure_root(exposure: Exposure) -> str:
    """The id of an exposure's rule in the plan."""
    return f"exposure.{exposure.id}.{exposure.rule.id}"


def category_root(regime: Regime, category: Category) -> str:
    """The id of a category's rule in the plan."""
    return f"regime.{regime.id}.{category.id}.{category.rule.id}"


def questions(
    dates: Collection[date] | None,
    *,
    only: Collection[str] = (),
    sensitive: bool = True,
    regimes: Iterable[Regime] | None = None,
    weigh: bool = True,
) -> Questions:
    """What a docket is asked.

    Args:
        dates: the dates of the docket: the regimes with days on any of them are asked; ``None`` for every regime.
        only: pathway ids; all unless given.
        sensitive: whether exposures and priority categories are asked too.
        regimes: these regimes, such as a draft, in the place of those of the dates.
        weigh: whether factors are asked.

    Raises:
        KeyError: for a pathway id that does not exist.
    """
    wanted = tuple(p for p in pathways() if not only or p.id in only)
    for unknown in set(only) - {p.id for p in wanted}:
        raise KeyError(unknown)
    ids = {p.id for p in wanted}
    exposed = exposures() if sensitive else ()
    chosen = tuple(regimes) if regimes is not None else _regimes(dates) if sensitive else ()
    weighed = tuple(factors().values()) if weigh else ()
    roots: dict[str, list[Rule]] = {p.id: [p.elements, *([p.forum_rule] if p.forum_rule else [])] for p in wanted}
    roots |= {f"exposure.{e.id}": [e.rule] for e in exposed}
    roots |= {f"regime.{r.id}.{c.id}": [c.rule] for r in chosen for c in r.categories}
    roots["factor"] = [_element(f.id, f.shows, f.cites) for f in weighed]
    roots["against"] = [_element(f.id, f.against, f.cites) for f in weighed if f.against is not None]
    for p in wanted:
        roots[f"runs.{p.id}"] = [_element(c.id, c.when, c.cite) for c in p.clocks if c.when is not None]
    # What "pd_submit_target" says "hearing" says for every kind of hearing.
    dated = {id: one for id, one in docket_dates().items() if id != "pd_submit_target"}
    general = {id: one for id, one in dated.items() if _of_no_clock(id, ids) and (not only or serves(id, ids))}
    asked_about = {id: one for id, one in dated.items() if not _of_no_clock(id, ids)} | general
    roots["runs.deadline"] = [_element(id, one.when, ()) for id, one in asked_about.items() if one.when is not None]
    plan = compile_rules(roots, definitions(), tables())
    return Questions(wanted, tuple(exposed), chosen, weighed, plan, general)


def _of_no_clock(id: str, pathways: Collection[str]) -> bool:
    """Whether a deadline is the clock of none of these pathways."""
    return (rules()[id].clock or "").partition(".")[0] not in pathways


def serves(id: str, pathways: Collection[str]) -> bool:
    """Whether a deadline is one of these pathways', or of no one pathway: see ``counsel.urgent``."""
    its = rules()[id].pathways
    return not its or not set(its).isdisjoint(pathways)


def deadline_held_back(id: str) -> bool:
    """Whether a general deadline, or that there is a date for it, would tell a protected fact."""
    one = docket_dates().get(id)
    if one is None:
        return is_protected(rules()[id].trigger.fact or "")
    exprs = [one.day] if one.when is None else [one.day, one.when]
    behind = facts_behind(exprs, definitions())
    return id == "motion_reopen_vawa" or any(sensitivity_of(fact) == "protected-1367" for fact in behind)


def _regimes(dates: Collection[date] | None) -> tuple[Regime, ...]:
    if dates is None:
        return tuple(regimes_by_id().values())
    found = {r.id: r for day in sorted(dates) for r in regimes_on(day)}
    return tuple(found.values())


def _element(id: str, that: Expr, cites: tuple[str, ...]) -> Element:
    return element(id, id, es=id, that=that, cite=cites or ("none",))


@cache
def is_protected(fact: str) -> bool:
    """Whether 8 USC 1367 protects a fact; what is no fact of the vocabulary is not."""
    try:
        return sensitivity_of(fact) == "protected-1367"
    except UnknownFact:
        return False


def protected(of: Iterable[Pathway]) -> tuple[str, ...]:
    """The ids of rules whose answer would tell a fact that 8 USC 1367 protects.

    A condition tells what it reads. An ``all``, or a ``not``, tells what any part of it tells. An ``any`` tells only
    what all its parts do; but beside a part that tells, the others would give it away: all beneath are held back.
    """
    found: list[str] = []
    for pathway in of:
        for root in (pathway.elements, pathway.forum_rule):
            if root is not None:
                held: dict[str, None] = {}
                _tells(root, held)
                found += [f"{pathway.id}.{id}" for id in held]
    return tuple(found)


def _tells(rule: Rule, held: dict[str, None]) -> bool:
    """Whether a rule's answer tells a protected fact; what has to be held back beneath it goes into ``held``."""
    if isinstance(rule, Element):
        tells = any(is_protected(fact.name) for fact in rule.facts)
    else:
        parts = [_tells(part, held) for part in parts_of(rule)]
        either = isinstance(rule, Group) and rule.how == "any"
        tells = bool(parts) and (all(parts) if either else any(parts))
        if either and any(parts):
            held |= dict.fromkeys(beneath.id for part in parts_of(rule) for beneath in walk(part))
    if tells:
        held[rule.id] = None
    return tells


def survivors_only(pathway: Pathway) -> bool:
    """Whether the mere status of a pathway would tell a protected fact."""
    return _tells(pathway.elements, {})
