"""One case judged: the interpreter is the definition of truth.

Every rule is judged in the four readings of ``finding`` at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any

from .asked import Asked
from .finding import ADVISE, AWAIT, GRANT, READINGS, Finding
from .known import Answer, Cell, Missing
from .rough import Span
from .rule import EVERYWHERE, By, Element, Group, Rule, Settled, Version, Versions
from .tree import Expr, Fact, IsIn
from .truth import IN, MAYBE, OUT, Force, Why
from .value import MEANING, evaluate
from .walk import facts_of
from .when import applies


def judge(rule: Rule, asked: Asked, helps: bool = True) -> Finding:
    """Judge a rule for one case, with the findings beneath it.

    Args:
        rule: any rule.
        asked: the case, the law, the date and the circuit.
        helps: whether the rule's being true helps the client; false under an odd number of nots.
    """
    key = id(rule) if helps else -id(rule)
    known = asked.findings.get(key)
    if known is not None:
        return known
    finding: Finding
    if rule.scope is EVERYWHERE:
        finding = _JUDGES[type(rule)](rule, asked, helps, IN, None)
    else:
        force, doubt = applies(rule.scope, asked)
        if force is OUT:
            finding = Finding(rule, 0, 0, OUT, Why.NOT_IN_FORCE)
        else:
            finding = _JUDGES[type(rule)](rule, asked, helps, force, doubt)
    asked.findings[key] = finding
    return finding


def _element(rule: Element, asked: Asked, helps: bool, force: Force, doubt: Why | None) -> Finding:
    truth = MEANING[type(rule.that)](rule.that, asked)
    if truth is helps:
        return Finding(rule, READINGS, 0, force, doubt) if helps else Finding(rule, 0, READINGS, force, doubt)
    assert truth is True or truth is False or isinstance(truth, Missing)
    true = READINGS if truth is True else 0
    false = READINGS if truth is False else 0
    why = None
    if isinstance(truth, Missing):
        why = _why(rule, asked)
        if rule.by is By.JUDGEMENT:
            true, false = (ADVISE, 0) if helps else (0, ADVISE)
    if rule.by.awaited:
        decided = GRANT | AWAIT | ADVISE if truth is (not helps) and _decided_against(rule, asked) else GRANT
        true, false = true & decided, false & decided
        if helps:
            true |= READINGS & ~decided
        else:
            false |= READINGS & ~decided
    return Finding(rule, true, false, force, why or doubt)


def _settled(rule: Settled, asked: Asked, helps: bool, force: Force, doubt: Why | None) -> Finding:
    true, false = READINGS * (rule.answer is True), READINGS * (rule.answer is False)
    return Finding(rule, true, false, force, Why.LAW_UNCERTAIN if rule.answer is None else doubt)


def _group(rule: Group, asked: Asked, helps: bool, force: Force, doubt: Why | None) -> Finding:
    if rule.how == "not":
        part = judge(rule.parts[0], asked, not helps)
        return _found(rule, part.false, part.true, _both(force, part.force), (part,), doubt)
    because = tuple([judge(part, asked, helps) for part in rule.parts])
    true, false, reach = join(rule.how == "all", because)
    return _found(rule, true, false, reach if force is IN else _both(force, reach), because, doubt)


def join(every: bool, findings: tuple[Finding, ...]) -> tuple[int, int, Force]:
    """All of (or any of) some findings: surely true, surely false, and whether any of it is law.

    What may or may not be law is judged both ways: with it and without. Where the two differ the answer is unknown.
    With no part surely in force, the parts that may be are judged all together and each alone.
    """
    true, false = (READINGS, 0) if every else (0, READINGS)
    for f in findings:
        if f.force is not IN:
            return _partly_law(every, findings)
        if every:
            true, false = true & f.true, false | f.false
        else:
            true, false = true | f.true, false & f.false
    return true, false, IN


def _partly_law(every: bool, findings: tuple[Finding, ...]) -> tuple[int, int, Force]:
    sure = [f for f in findings if f.force is IN]
    unsure = [f for f in findings if f.force is MAYBE]
    if not sure and not unsure:
        return 0, 0, OUT
    with_all = _combine(every, sure + unsure)
    if not unsure:
        return *with_all, IN
    if sure:
        without = _combine(every, sure)
        return with_all[0] & without[0], with_all[1] & without[1], IN
    true, false = with_all
    for alone in unsure:
        true, false = true & alone.true, false & alone.false
    return true, false, MAYBE


def _combine(every: bool, findings: Sequence[Finding]) -> tuple[int, int]:
    true, false = [f.true for f in findings], [f.false for f in findings]
    return (reduce(and_, true), reduce(or_, false)) if every else (reduce(or_, true), reduce(and_, false))


def _versions(rule: Versions, asked: Asked, helps: bool, force: Force, doubt: Why | None) -> Finding:
    possible, unsure = chosen(rule, asked)
    because = tuple(judge(choice.that, asked, helps) for choice in possible)
    if not because:
        return Finding(rule, 0, 0, force, Why.LAW_UNCERTAIN)
    if all(f.force is OUT for f in because):
        return Finding(rule, 0, 0, OUT, Why.NOT_IN_FORCE, because)
    true = false = READINGS
    for f in because:
        true, false = (true & f.true, false & f.false) if f.force is not OUT else (0, 0)
    version = possible[0] if len(possible) == 1 else None
    return _found(rule, true, false, force, because, unsure or doubt, version)


def chosen(rule: Versions, asked: Asked) -> tuple[list[Version], Why | None]:
    """The versions that may be the law of the case, best first, and why it may be more than one.

    In scope; placed before national; then the latest start. A version that may or may not be in scope leaves the next
    one possible too.
    """
    possible: list[Version] = []
    unsure: Why | None = None
    for choice in rule.ranked:
        force, why = applies(choice.scope, asked, rule.date_basis, rule.circuit_basis)
        if force is OUT:
            continue
        possible.append(choice)
        if force is IN:
            break
        unsure = unsure or why
    return possible, unsure if len(possible) > 1 else None


def _found(
    rule: Rule,
    true: int,
    false: int,
    force: Force,
    because: tuple[Finding, ...],
    doubt: Why | None,
    version: Version | None = None,
) -> Finding:
    if (true | false) & GRANT and force is not OUT:
        return Finding(rule, true, false, force, doubt, because, version)
    if force is OUT:
        why: Why | None = Why.NOT_IN_FORCE
    else:
        reasons = {f.why for f in because if f.force is not OUT}
        why = doubt or next((w for w in _BY_REMEDY if w in reasons), Why.LAW_UNCERTAIN)
    return Finding(rule, true, false, force, why, because, version)


_BY_REMEDY = (Why.NOT_ASKED, Why.NOT_KNOWN, Why.JUDGEMENT, Why.LAW_UNCERTAIN)
"""Of several reasons for an unknown, the one a person can most easily mend is shown."""


def _both(a: Force, b: Force) -> Force:
    if a is b:
        return a
    if OUT in (a, b):
        return OUT
    return MAYBE if MAYBE in (a, b) else IN


def _why(rule: Element, asked: Asked) -> Why:
    """A judgement; else a fact nobody asked about; else what was asked is not known, or too rough to tell."""
    if rule.by is By.JUDGEMENT:
        return Why.JUDGEMENT
    return Why.NOT_ASKED if any(_unasked(fact, asked) for fact in base_facts(rule.facts, asked)) else Why.NOT_KNOWN


def _unasked(fact: Fact, asked: Asked) -> bool:
    if fact.entity is not None:
        return not asked.case.complete(fact.entity)
    return asked.case.cell(fact.name).answer is Missing.NOT_ASKED


def base_facts(facts: Iterable[Fact], asked: Asked) -> tuple[Fact, ...]:
    """The facts that could be told to settle others, once each.

    A derived fact is opened into what it is worked out from, unless it was told or comes out whole.
    """
    found: dict[str, Fact] = {}
    for fact in facts:
        for base in _open(fact, asked, ()):
            found.setdefault(base.name, base)
    return tuple(found.values())


def _open(fact: Fact, asked: Asked, inside: tuple[str, ...]) -> tuple[Fact, ...]:
    known = asked.opened.get(fact.name)
    if known is not None:
        return known
    definition = asked.definitions.get(fact.name)
    told = fact.entity is None and asked.case.cell(fact.name).answer is not Missing.NOT_ASKED
    if definition is None or told or fact.name in inside:
        return (fact,)
    if fact.entity is None and _whole(evaluate(fact, asked)):
        return ()
    opened: dict[str, Fact] = {}
    for inner in facts_of(definition):
        for base in _open(inner, asked, (*inside, fact.name)):
            opened.setdefault(base.name, base)
    result = tuple(opened.values())
    if not inside:
        asked.opened[fact.name] = result
    return result


def _whole(answer: Answer) -> bool:
    """Whether nothing is left to learn of a fact: known exactly, or known not to exist."""
    if isinstance(answer, Span):
        return answer.exact
    return answer is Missing.ABSENT or isinstance(answer, (bool, str, tuple))


def _decided_against(rule: Element, asked: Asked) -> bool:
    return any(evaluate(IsIn(f, f.adverse), asked) is True for f in rule.facts if f.adverse and f.entity is None)


_JUDGES: dict[type[Rule], Any] = {Element: _element, Settled: _settled, Group: _group, Versions: _versions}


def cells_of(expr: Expr, asked: Asked) -> tuple[tuple[str, Cell], ...]:
    """The facts a condition rests on, with who said them; a list gives each of its rows' fields."""
    return _cells(facts_of(expr), asked)


def cells_used(rule: Element, asked: Asked) -> tuple[tuple[str, Cell], ...]:
    """The facts an element rests on, as ``cells_of``."""
    return _cells(rule.facts, asked)


def _cells(facts: Iterable[Fact], asked: Asked) -> tuple[tuple[str, Cell], ...]:
    used: list[tuple[str, Cell]] = []
    for fact in facts:
        if fact.entity is None:
            cell = asked.case.cell(fact.name)
            answer = evaluate(fact, asked)
            used.append((fact.name, cell if answer is cell.answer else Cell(answer, said_by="computed")))
        else:
            field_name = fact.name.rpartition(".")[2]
            for row in asked.case.rows(fact.entity):
                cell_ = row.cells.get(field_name)
                if cell_ is not None:
                    used.append((f"{fact.entity}[{row.id}].{field_name}", cell_))
    return tuple(used)
