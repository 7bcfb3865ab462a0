"""What is missing: the facts that would settle what is unknown, who can be asked, and how."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nolle.facts import case, juvenile, vocabulary
from nolle.logic import (
    Asked,
    Element,
    Expr,
    Fact,
    Finding,
    Missing,
    Rule,
    Span,
    Text,
    Versions,
    Why,
    facts_of,
)
from nolle.logic.finding import AWAIT
from nolle.logic.judge import base_facts

from .asking import burden, sensitivity


@dataclass(frozen=True, slots=True)
class MissingFact:
    """One fact to learn: why it is not known, the question that asks for it, of whom, and what it would help settle.

    A list whose completeness is missing is named by the list alone: ``conviction``.
    """

    fact: str
    why: Why
    question: Text
    asked_of: str
    sensitivity: str
    settles: tuple[str, ...]


def missing_in(root: Finding | Expr, asked: Asked, settles: str) -> tuple[MissingFact, ...]:
    """The facts an unknown finding turns on, in the order of the law; parts already settled ask for nothing."""
    found: dict[str, MissingFact] = {}
    for facts, why in _unknown_parts(root) if isinstance(root, Finding) else [(facts_of(root), None)]:
        for fact in base_facts(facts, asked):
            for name, because in _gaps(fact, why, asked):
                found.setdefault(name, _missing(name, because, settles))
    return tuple(found.values())


def together(*several: Iterable[MissingFact]) -> tuple[MissingFact, ...]:
    """Missing facts of several conclusions, once each, with all that they bear on; the best to ask first.

    Best is the number of conclusions a fact bears on by what asking costs (``asking.burden``); ordinary questions
    come before sensitive ones. The interview weighs the same by entropy (``logic.ask``), question after question.
    """
    found: dict[str, MissingFact] = {}
    for one in several:
        for m in one:
            known = found.get(m.fact)
            settles = m.settles if known is None else tuple(dict.fromkeys((*known.settles, *m.settles)))
            found[m.fact] = MissingFact(m.fact, m.why, m.question, m.asked_of, m.sensitivity, settles)
    return tuple(sorted(found.values(), key=_worth, reverse=True))


def _worth(missing: MissingFact) -> tuple[bool, float]:
    return sensitivity(missing.fact) == "ordinary", len(missing.settles) / burden(missing.fact)


def _unknown_parts(finding: Finding) -> Iterable[tuple[tuple[Fact, ...], Why | None]]:
    truth, rule = finding.truth, finding.rule
    # A no that rests on an act of another, not done yet, is no end: the rest is still to be learnt.
    settled = truth is not None and (finding.reading(AWAIT) is truth or isinstance(rule, Element))
    if settled or finding.why is Why.NOT_IN_FORCE:
        return
    if isinstance(rule, Element):
        yield rule.facts, finding.why
    yield _places(rule), None
    for part in finding.because:
        yield from _unknown_parts(part)


def _places(rule: Rule) -> tuple[Fact, ...]:
    """The facts that say which version of a rule is the law of the case, or whether it is law where the case is."""
    scopes = [rule.scope, *(choice.scope for choice in rule.choices)] if isinstance(rule, Versions) else [rule.scope]
    facts: list[Fact] = []
    if any(scope.circuits is not None for scope in scopes):
        basis = rule.circuit_basis if isinstance(rule, Versions) else None
        facts.append(basis if basis is not None else case.circuit)
    if any(scope.states is not None for scope in scopes):
        facts.append(juvenile.court_state)
    if isinstance(rule, Versions):
        facts.extend(facts_of(rule.date_basis))
    return tuple(facts)


def _gaps(fact: Fact, why: Why | None, asked: Asked) -> Iterable[tuple[str, Why]]:
    if fact.entity is None:
        answer = asked.case.cell(fact.name).answer
        if fact.name == "case.circuit" and asked.circuit is not None:
            return
        if answer is Missing.NOT_ASKED:
            yield fact.name, Why.JUDGEMENT if why is Why.JUDGEMENT else Why.NOT_ASKED
        elif (
            answer is Missing.NOT_KNOWN
            or isinstance(answer, frozenset)
            or (isinstance(answer, Span) and not answer.exact)
        ):
            yield fact.name, Why.NOT_KNOWN
        return
    if not asked.case.complete(fact.entity):
        yield fact.entity, Why.NOT_ASKED
    field = fact.name.rpartition(".")[2]
    for row in asked.case.rows(fact.entity):
        cell = row.cells.get(field)
        if cell is None or cell.answer is Missing.NOT_ASKED:
            yield f"{fact.entity}[{row.id}].{field}", Why.JUDGEMENT if why is Why.JUDGEMENT else Why.NOT_ASKED
        elif cell.answer is Missing.NOT_KNOWN:
            yield f"{fact.entity}[{row.id}].{field}", Why.NOT_KNOWN


def _missing(name: str, why: Why, settles: str) -> MissingFact:
    if "." not in name:
        entity = vocabulary.vocabulary()[name]
        asking = Text(
            f"Are these all of them, with none left out? ({entity.label.en})",
            f"¿Está completa esta lista, sin que falte nada? ({entity.label.es})",
        )
        return MissingFact(name, why, asking, "client", "ordinary", (settles,))
    field = vocabulary.find(name)
    return MissingFact(
        name, why, vocabulary.question(name), field.asked_of, vocabulary.sensitivity_of(name), (settles,)
    )
