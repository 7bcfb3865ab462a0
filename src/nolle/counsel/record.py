"""The opinion as JSON: ``nolle.opinion/1``. Truths are true, false or null; a null says why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from nolle.facts.known import Later
from nolle.law import authorities
from nolle.logic import Cell, Element, Finding, Missing, Settled, Span, Text, Truth, Versions, Why
from nolle.logic.change import Change
from nolle.logic.finding import ASK, AWAIT, GRANT
from nolle.logic.judge import cells_used

from .missing import MissingFact
from .opinion import Due, Exposed, Opinion, Priority, Report, Warned
from .steps import next_steps
from .urgent import Pressing, Urgent
from .weigh import Fitting, Weighed, closure_is_best
from .what_if import what_would_change

SCHEMA = "nolle.opinion/1"


def record(opinion: Opinion) -> dict[str, Any]:
    """The whole opinion as plain JSON values."""
    weighed, none = _factors(opinion.factors), _factors(())
    return {
        "schema": SCHEMA,
        "as_of": opinion.as_of.isoformat(),
        "known_on": None if opinion.known_on == date.max else opinion.known_on.isoformat(),
        "circuit": f"ca{opinion.circuit}" if opinion.circuit else None,
        "law": {
            "hash": opinion.law,
            "reviewed_through": opinion.reviewed_through.isoformat() if opinion.reviewed_through else None,
        },
        "supervisor": opinion.supervisor,
        "deadlines": _urgent(opinion.urgent),
        "later": [_later(later) for later in opinion.later],
        "regime": _regime(opinion.priority),
        "priority": _priority(opinion.priority, opinion),
        "exposure": {e.exposure.id: _exposed(e, opinion) for e in opinion.exposure},
        "pathways": [
            _report(r, opinion, weighed if r.pathway.family == "discretion" or r.pathway.weighed else none)
            for r in opinion.reports
        ],
        "fits": [_fitting(fitting) for fitting in opinion.fits],
        "missing": [_missing(m) for m in opinion.missing],
    }


def _urgent(urgent: Urgent) -> dict[str, Any]:
    hearing = urgent.hearing
    return {
        "hearing": None
        if hearing is None
        else {"date": value_record(hearing), "kind": urgent.hearing_kind, "days": urgent.hearing_days},
        "due": [_pressing(one) for one in urgent.due],
        "cautions": [_text(caution) for caution in urgent.cautions],
    }


def _pressing(one: Pressing) -> dict[str, Any]:
    found, rule = one.deadline, one.deadline.rule
    return {
        "id": rule.id,
        "label": _text(rule.label),
        "when": one.when,
        "days": one.days,
        "safe": found.safe.isoformat() if found.safe else None,
        "due": value_record(found.due) if found.due is not None else None,
        "not_before": rule.not_before,
        "status": found.status,
        "ours": rule.ours,
        "pathways": list(rule.pathways),
        "cites": list(rule.authorities),
        "pin": rule.citation,
        "missing": [question.fact for question in found.missing if question.fact is not None],
    }


def _report(report: Report, opinion: Opinion, factors: dict[str, Any]) -> dict[str, Any]:
    pathway = report.pathway
    grant: dict[str, Any] = {"truth": report.root.truth}
    ask: dict[str, Any] = {"truth": report.root.reading(ASK)}
    for answer, reading in ((grant, GRANT), (ask, ASK)):
        if answer["truth"] is None:
            answer["why"] = str(report.root.why or _why(report.root, reading))
    if report.exact is not None:
        grant["exact"] = report.exact
    return {
        "id": pathway.id,
        "name": _text(pathway.name),
        "family": pathway.family,
        "status": str(report.status),
        "ask": ask,
        "grant": grant,
        "awaiting": [
            {"rule": f"{pathway.id}.{f.rule.id}", "act_of": str(f.rule.by), "label": _text(f.rule.label)}
            for f in report.awaited
            if isinstance(f.rule, Element)
        ],
        "rules": [rule_record(f, pathway.id, opinion) for f in report.findings],
        "forum": _forum(report, opinion),
        "missing": [_missing(m) for m in report.missing],
        "factors": factors,
        "fit": [_fit(f) for fitting in opinion.fits if fitting.pathway is pathway for f in fitting.fits],
        "cautions": [_caution(w) for w in report.cautions if w.truth is not False],
        "evidence": [
            {"document": _text(e.document), "proves": _text(e.proves), "rules": [f"{pathway.id}.{r}" for r in e.of]}
            for e in pathway.evidence
        ],
        "deadlines": [_due(due) for due in report.due],
        "next": [_text(step) for step in next_steps(report)],
        "changes": [_change(change, pathway.id) for change in what_would_change(report, opinion.asked)],
        "authorities": cited(report, opinion),
        "reviewed_on": pathway.reviewed_on.isoformat() if pathway.reviewed_on else None,
    }


def _truth(truth: Truth, why: Why | None) -> dict[str, Any]:
    return {"truth": truth} if truth is not None else {"truth": None, "why": str(why or Why.LAW_UNCERTAIN)}


def _why(root: Finding, reading: int) -> str:
    """Why a reading is not known, where the rule as written is: the first reason beneath it."""
    for part in root.because:
        if part.reading(reading) is None and part.why is not None:
            return str(part.why)
    return "law_uncertain"


def rule_record(finding: Finding, pathway_id: str, opinion: Opinion) -> dict[str, Any]:
    """One rule: its labels, its truth or why there is none, its citations, its facts and the rules beneath."""
    rule, truth = finding.rule, finding.truth
    found: dict[str, Any] = {
        "id": f"{pathway_id}.{rule.id}",
        "label": _text(rule.label),
        "truth": truth,
    }
    if truth is None:
        found["why"] = str(finding.why)
    found["cites"] = list(rule.cites)
    if rule.pin:
        found["pin"] = rule.pin
    found["facts"] = (
        [fact_record(name, cell) for name, cell in cells_used(rule, opinion.asked)] if isinstance(rule, Element) else []
    )
    found["because"] = [f"{pathway_id}.{part.rule.id}" for part in finding.because]
    if isinstance(rule, Element):
        found["by"] = str(rule.by)
        found["awaited"] = truth is not True and rule.by.awaited and finding.reading(AWAIT) is True
    if isinstance(rule, Versions) and finding.version is not None:
        found["version"] = finding.version.id
    if isinstance(rule, Settled):
        found["settled_by_law"] = True
    if rule.note is not None:
        found["note"] = _text(rule.note)
    found["verified"] = rule.verified
    found["confidence"] = rule.confidence
    return found


def fact_record(name: str, cell: Cell) -> dict[str, Any]:
    """One fact as it was used: its value, who said it, from what source, recorded when."""
    return {
        "fact": name,
        "value": value_record(cell.answer),
        "said_by": cell.said_by,
        "source": cell.source,
        "on": cell.on.isoformat() if cell.on else None,
    }


def value_record(answer: Any) -> Any:
    """An answer as JSON: plain, or ``{min, max}``, ``{one_of}``, ``{state}``."""
    if isinstance(answer, Missing):
        return {"state": answer.value}
    if isinstance(answer, Span):
        if answer.text is not None:
            return answer.text
        if answer.exact:
            return _plain(answer.low)
        return {"min": _plain(answer.low), "max": _plain(answer.high)}
    if isinstance(answer, frozenset):
        return {"one_of": sorted(answer)}
    return list(answer) if isinstance(answer, tuple) else answer


def _plain(point: Any) -> Any:
    return point.isoformat() if isinstance(point, date) else point


def _forum(report: Report, opinion: Opinion) -> dict[str, Any] | None:
    if report.forum is None:
        return None
    return {
        **_truth(report.forum.truth, report.forum.why),
        "reasons": [_text(p.rule.label) for p in report.forum.because if p.truth is True],
    }


def _exposed(exposed: Exposed, opinion: Opinion) -> dict[str, Any]:
    exposure = exposed.exposure
    found: dict[str, Any] = {"question": _text(exposure.question), "truth": exposed.root.truth}
    if exposed.root.truth is None:
        found["why"] = str(exposed.root.why)
    found["because"] = [rule_record(f, exposure.id, opinion) for f in exposed.findings]
    found["no_needs"] = [_text(t) for t in exposure.no_needs]
    found["cautions"] = [_text(t) for t in exposure.cautions]
    found["proof"] = [_text(t) for t in exposure.proof]
    found["missing"] = [_missing(m) for m in exposed.missing]
    return found


def _regime(priority: Priority) -> dict[str, Any]:
    regime = priority.regime
    if regime is None:
        return {"id": None, "status": "none", "ended_by": None, "others": []}
    return {
        "id": regime.id,
        "name": _text(regime.name),
        "status": priority.status,
        "from": regime.since.isoformat(),
        "to": regime.until.isoformat() if regime.until else None,
        "ended_by": _text(regime.ended_by) if regime.ended_by else None,
        "discretion": _text(regime.discretion),
        "note": _text(regime.note) if regime.note else None,
        "others": [other.id for other in priority.others],
    }


def _priority(priority: Priority, opinion: Opinion) -> dict[str, Any]:
    id = priority.regime.id if priority.regime is not None else ""
    found: dict[str, Any] = {"truth": priority.truth}
    if priority.truth is None:
        found["why"] = "not_in_force" if priority.status == "not-in-force" else _priority_why(priority)
    found["tier"] = priority.tier
    found["categories"] = [
        {
            "id": raised.category.id,
            "label": _text(raised.category.label),
            "status": raised.status,
            "truth": raised.root.truth,
            **({"why": str(raised.root.why)} if raised.root.truth is None else {}),
            "cites": list(raised.category.cites),
            "rules": [rule_record(f, f"{id}.{raised.category.id}", opinion) for f in _all(raised.root)],
            "missing": [_missing(m) for m in raised.missing],
        }
        for raised in priority.categories
    ]
    return found


def _priority_why(priority: Priority) -> str:
    whys = [str(r.root.why) for r in priority.categories if r.root.truth is None]
    return whys[0] if whys and priority.status == "in-force" else "law_uncertain"


def _all(root: Finding) -> Iterable[Finding]:
    yield root
    for part in root.because:
        yield from _all(part)


def _factors(weighed: Iterable[Weighed]) -> dict[str, Any]:
    shown = [w for w in weighed if w.shown is True]
    return {
        side: [
            {
                "id": w.factor.id,
                "label": _text(w.factor.label),
                "named_by_regime": w.named,
                "facts": [fact_record(name, cell) for name, cell in w.cells],
                "evidence": [_text(e) for e in w.factor.evidence],
            }
            for w in shown
            if w.against is (side == "against")
        ]
        for side in ("for", "against")
    }


def _fitting(fitting: Fitting) -> dict[str, Any]:
    return {
        "pathway": fitting.pathway.id,
        "status": str(fitting.status),
        "live": fitting.live,
        "closure_is_best": closure_is_best(fitting),
        "fit": [_fit(f) for f in fitting.fits],
        "ours": True,
    }


def _fit(fit: Any) -> dict[str, Any]:
    return {
        "form": fit.form,
        "rating": fit.rating,
        "why": _text(fit.why) if fit.why else None,
        "from": fit.since.isoformat() if fit.since else None,
        "to": fit.until.isoformat() if fit.until else None,
    }


def _caution(warned: Warned) -> dict[str, Any]:
    caution = warned.caution
    return {"id": caution.id, "text": _text(caution.text), **_truth(warned.truth, warned.why), "ours": caution.ours}


def _due(due: Due) -> dict[str, Any]:
    return {
        "id": due.clock.id,
        "label": _text(due.clock.label),
        "due": value_record(due.day) if due.day is not None else None,
        "cites": list(due.clock.cite),
        "pin": due.clock.pin,
        "note": _text(due.clock.note) if due.clock.note else None,
        "missing": [m.fact for m in due.missing],
    }


def _change(change: Change, pathway_id: str) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "needs": [
            {
                "rule": need.rule.id,
                "label": _text(need.rule.label),
                "truth": need.want,
                "facts": [n for n, _ in need.facts],
            }
            for need in change.needs
        ],
    }


def _missing(missing: MissingFact) -> dict[str, Any]:
    return {
        "fact": missing.fact,
        "why": str(missing.why),
        "question": _text(missing.question),
        "asked_of": missing.asked_of,
        "settles": list(missing.settles),
    }


def _later(later: Later) -> dict[str, Any]:
    return {
        "fact": later.fact,
        "value": value_record(later.value),
        "why": later.why,
        "on": value_record(later.on),
    }


def cited(report: Report, opinion: Opinion) -> list[dict[str, Any]]:
    """The authorities the pathway rests on, lead first, each with its status on the date."""
    ids = dict.fromkeys(
        (*report.pathway.cites, *(c for f in report.findings if f.why != "not_in_force" for c in f.rule.cites))
    )
    return [{**_authority(id, opinion.as_of, opinion.circuit)} for id in ids]


@lru_cache(maxsize=2048)
def _authority(id: str, on: date, circuit: str | None) -> dict[str, Any]:
    """One authority and its status; pathways share most of them, so each is looked up once."""
    authority = authorities.get(id)
    found = authorities.in_force(id, on, circuit)
    return {
        "id": id,
        "title": authority.title,
        "citation": authority.citation,
        "in_force": found.in_force,
        "status": found.status,
        "from": found.from_.isoformat() if found.from_ else None,
        "to": found.to.isoformat() if found.to else None,
        "verified": authority.verified,
        "confidence": authority.confidence,
        "reviewed_on": authority.reviewed_on.isoformat() if authority.reviewed_on else None,
    }


def _text(text: Text) -> dict[str, str]:
    return {"en": text.en, "es": text.es}
