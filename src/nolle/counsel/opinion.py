"""The opinion: what the law offers one client on one date, why, what is missing, and what it would expose them to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from nolle.facts.casefile import CaseFile
from nolle.facts.derivations import definitions
from nolle.facts.known import Later, as_known
from nolle.law import authorities
from nolle.law.circuits import circuit_number
from nolle.law.courts import UnknownCourt, circuit_of
from nolle.law.exposure import Exposure, exposures
from nolle.law.pathway import Caution, Clock, Pathway
from nolle.law.pathways import pathways
from nolle.law.priorities import Category, Regime, regime, regimes_on
from nolle.law.tables import tables
from nolle.law.version import law_hash
from nolle.logic import Asked, Case, Element, Finding, Force, Missing, Rule, Span, Truth, Why, judge, walk
from nolle.logic.finding import AWAIT
from nolle.logic.proof.exact import exact
from nolle.logic.value import evaluate

from .missing import MissingFact, missing_in, together
from .status import Status, status
from .urgent import Urgent, urgent
from .weigh import Fitting, Weighed, fitting, weigh

if TYPE_CHECKING:
    from nolle.law.procedure.orders import Ordered


@dataclass(frozen=True, slots=True, eq=False)
class Due:
    """A clock of a pathway: the last day as far as it is known, or ``None`` and the facts that would tell."""

    clock: Clock
    day: Span | None
    missing: tuple[MissingFact, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Warned:
    """A caution, and whether its occasion is so (``None``: not known)."""

    caution: Caution
    truth: Truth
    why: Why | None


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What was found of one pathway. ``findings`` hold every rule the law names, also those not law on the date.

    ``exact`` is the second line: where the rule as written is unknown only because a fact stands in it more than once,
    what it comes to for every value the fact may have; else ``None``.
    """

    pathway: Pathway
    status: Status
    root: Finding
    exact: Truth
    forum: Finding | None
    findings: tuple[Finding, ...]
    awaited: tuple[Finding, ...]
    missing: tuple[MissingFact, ...]
    cautions: tuple[Warned, ...]
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Exposed:
    """One of the three answers given before any dismissal: true is yes, exposed."""

    exposure: Exposure
    root: Finding
    findings: tuple[Finding, ...]
    missing: tuple[MissingFact, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Raised:
    """One category of a regime: whether DHS may raise it on these facts, and whether it was in force."""

    category: Category
    status: str
    root: Finding
    missing: tuple[MissingFact, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Priority:
    """The regime asked about, its status on the date, and its categories. ``others`` had days on the same date."""

    regime: Regime | None
    status: str
    categories: tuple[Raised, ...]
    others: tuple[Regime, ...]

    @property
    def truth(self) -> Truth:
        """Whether some category in force is met; unknown while the regime is not surely in force."""
        if self.status != "in-force" or not self.categories:
            return None
        live = [raised for raised in self.categories if raised.status != "not-in-force"]
        sure = [raised.root.truth for raised in live if raised.status == "in-force"]
        if True in sure:
            return True
        return None if None in sure or any(r.root.truth is not False for r in live if r.status != "in-force") else False

    @property
    def tier(self) -> str | None:
        """The first category that is met on the date, if one is."""
        live = (raised for raised in self.categories if raised.status != "not-in-force")
        return next((r.category.tier or r.category.id for r in live if r.root.truth is True), None)


@dataclass(frozen=True, eq=False)
class Opinion:
    """One client, one date, one state of the record and of the law."""

    case: CaseFile
    asked: Asked
    as_of: date
    known_on: date
    circuit: str | None
    law: str
    reviewed_through: date | None
    supervisor: str | None
    later: tuple[Later, ...]
    priority: Priority
    exposure: tuple[Exposed, ...]
    reports: tuple[Report, ...]
    factors: tuple[Weighed, ...]
    fits: tuple[Fitting, ...]
    missing: tuple[MissingFact, ...]
    orders: Mapping[str, Ordered] = field(default_factory=dict)
    whole: bool = True

    @cached_property
    def urgent(self) -> Urgent:
        """The next hearing, what is due and the ages that set a last day; worked out when it is first asked for."""
        shut = (Status.CLOSED, Status.NOT_IN_FORCE)
        live = frozenset(report.pathway.id for report in self.reports if report.status not in shut)
        return urgent(self.case, self.asked, live, self.orders, whole=self.whole)

    def report(self, id: str) -> Report:
        """The report on one pathway.

        Raises:
            KeyError: when the opinion does not cover it.
        """
        for report in self.reports:
            if report.pathway.id == id:
                return report
        raise KeyError(id)


def opinion(
    case: CaseFile,
    as_of: date,
    *,
    known_on: date | None = None,
    circuit: str | int | None = None,
    regime_id: str | None = None,
    only: Sequence[str] = (),
    supervisor: str | None = None,
    orders: Mapping[str, Ordered] | None = None,
) -> Opinion:
    """What the law offers this client on a date.

    Args:
        case: the case file.
        as_of: the date of the law and the clock; what had not happened by then is left out and listed as later.
        known_on: the date of the record; what was recorded after it is left out. The as-of date of today's record
            unless given.
        circuit: ``ca9``, ``9``, ``dc``; the case's own circuit, or its court's, unless given.
        regime_id: a priority regime by name; the one governing on the date unless given.
        only: pathway ids; all unless given.
        supervisor: who supervises, as printed.
        orders: what the judge has set, by the id of the deadline it replaces.

    Raises:
        KeyError: for a regime or pathway id that does not exist.
        ValueError: for a circuit that does not exist.
    """
    recorded = known_on or date.max
    view, later = as_known(case, as_of, recorded)
    where = circuit_number(circuit) if circuit is not None else _circuit(case, view)
    asked = Asked(view, authorities.Law(), as_of, where, tables=tables(), definitions=definitions())
    wanted = [p for p in pathways() if not only or p.id in only]
    for unknown in set(only) - {p.id for p in wanted}:
        raise KeyError(unknown)
    reports = tuple(_report(p, asked) for p in wanted)
    priority = _priority(regime_id, as_of, asked)
    exposed = tuple(_exposed(e, asked) for e in exposures())
    return Opinion(
        case=case,
        asked=asked,
        as_of=as_of,
        known_on=recorded,
        circuit=where,
        law=law_hash(),
        reviewed_through=min((p.reviewed_on for p in wanted if p.reviewed_on), default=None)
        if all(p.reviewed_on for p in wanted)
        else None,
        supervisor=supervisor,
        later=later,
        priority=priority,
        exposure=exposed,
        reports=reports,
        factors=weigh(asked, priority.regime),
        fits=tuple(fitting(r.pathway, r.status, as_of) for r in reports if r.pathway.fit),
        missing=together([m for r in reports for m in r.missing], [m for e in exposed for m in e.missing]),
        orders=orders or {},
        whole=not only,
    )


def _circuit(case: CaseFile, view: Case) -> str | None:
    told = view.cell("case.circuit").answer
    if isinstance(told, str):
        return told
    code = case.party("court.court_code").answer
    try:
        found = circuit_of(code) if isinstance(code, str) else None
    except UnknownCourt:  # said among the cautions
        found = None
    return circuit_number(found) if found else None


def _report(pathway: Pathway, asked: Asked) -> Report:
    root = judge(pathway.elements, asked)
    found = status(root)
    forum = judge(pathway.forum_rule, asked) if pathway.forum_rule is not None else None
    closed = found in (Status.CLOSED, Status.NOT_IN_FORCE)
    return Report(
        pathway=pathway,
        status=found,
        root=root,
        exact=exact(pathway.elements, asked) if root.truth is None and not closed else None,
        forum=forum,
        findings=every_finding(pathway.elements, root),
        awaited=() if closed else tuple(awaited(root)),
        missing=() if closed else missing_in(root, asked, pathway.id),
        cautions=tuple(_warned(caution, asked) for caution in pathway.cautions),
        due=tuple(_due(clock, asked, pathway.id) for clock in pathway.clocks if _runs(clock, asked)),
    )


def every_finding(rule: Rule, root: Finding) -> tuple[Finding, ...]:
    """A finding for every rule the law names, top down, once each; a rule that is not law on the date has no truth."""
    found: dict[str, Finding] = {}

    def collect(finding: Finding) -> None:
        found.setdefault(finding.rule.id, finding)
        for part in finding.because:
            collect(part)

    collect(root)
    return tuple([found.get(id) or _unused(named) for id, named in _named(rule).items()])


def _named(root: Rule) -> dict[str, Rule]:
    """Every rule by its id, in reading order. The root is kept beside them, so that no other can take its id."""
    known = _NAMED.get(id(root))
    if known is None:
        known = _NAMED[id(root)] = root, {rule.id: rule for rule in walk(root)}
    return known[1]


_NAMED: dict[int, tuple[Rule, dict[str, Rule]]] = {}


def _unused(rule: Rule) -> Finding:
    return Finding(rule, 0, 0, Force.OUT, Why.NOT_IN_FORCE)


def awaited(root: Finding) -> Iterable[Finding]:
    """The acts of others that are missing and would help.

    Where a way through is there already, or a way is shut whatever others do, none is waited for.
    """
    seen: set[str] = set()

    def walk_down(finding: Finding, helps: bool) -> Iterable[Finding]:
        if finding.truth is helps or finding.reading(AWAIT) is (not helps):
            return
        rule = finding.rule
        if isinstance(rule, Element):
            if rule.by.awaited and finding.reading(AWAIT) is helps and rule.id not in seen:
                seen.add(rule.id)
                yield finding
            return
        turned = getattr(rule, "how", "") == "not"
        for part in finding.because:
            yield from walk_down(part, helps is not turned)

    yield from walk_down(root, True)


def _warned(caution: Caution, asked: Asked) -> Warned:
    truth = True if caution.when is None else evaluate(caution.when, asked)
    if isinstance(truth, Missing):
        return Warned(caution, None, Why.NOT_KNOWN if truth is Missing.NOT_KNOWN else Why.NOT_ASKED)
    return Warned(caution, truth is True, None)


def _runs(clock: Clock, asked: Asked) -> bool:
    return clock.when is None or evaluate(clock.when, asked) is not False


def _due(clock: Clock, asked: Asked, pathway_id: str) -> Due:
    day = evaluate(clock.due, asked)
    if isinstance(day, Span):
        return Due(clock, day, ())
    if day is Missing.ABSENT:
        return Due(clock, None, ())
    return Due(clock, None, missing_in(clock.due, asked, pathway_id))


def _exposed(exposure: Exposure, asked: Asked) -> Exposed:
    root = judge(exposure.rule, asked)
    return Exposed(exposure, root, every_finding(exposure.rule, root), missing_in(root, asked, exposure.id))


def _priority(regime_id: str | None, as_of: date, asked: Asked) -> Priority:
    on_the_day = regimes_on(as_of)
    chosen = regime(regime_id) if regime_id is not None else next(iter(on_the_day), None)
    if chosen is None:
        return Priority(None, "not-in-force", (), ())
    raised = []
    for category in chosen.categories:
        root = judge(category.rule, asked)
        raised.append(Raised(category, category.status(as_of), root, missing_in(root, asked, chosen.id)))
    others = tuple(r for r in on_the_day if r is not chosen)
    return Priority(chosen, chosen.status(as_of), tuple(raised), others)
