"""A sharper answer for one case, where a fact stands in a rule more than once.

Strong Kleene forgets that two conditions speak of the same fact: "under 21, or 21 and over" is unknown while the birth
date is. Here each value the fact may have is supposed in turn; where every one leads to the same answer, that is the
answer. The values stand for all others because no boundary of the rule lies between two of them. Whether a fact is
absent is supposed only where a rule asks about it.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import product

from nolle.logic.asked import Asked
from nolle.logic.finding import GRANT, Finding
from nolle.logic.judge import judge
from nolle.logic.known import Answer, Missing
from nolle.logic.rough import Span, exactly
from nolle.logic.rule import Element, Rule
from nolle.logic.suppose import atoms, settled, suppose, uses
from nolle.logic.suppose.domain import Domains
from nolle.logic.truth import Force, Truth

MOST = 400
"""Up to so many combinations of values are judged."""


def exact(rule: Rule, asked: Asked, reading: int = GRANT) -> Truth:
    """The truth of a rule when every value of the facts that stand in it more than once is tried.

    Never contradicts ``judge``: a decided rule stays as it is, and unknown stays unknown unless all values agree.
    """
    finding = judge(rule, asked)
    if finding.reading(reading) is not None or finding.force is not Force.IN:
        return finding.reading(reading)
    values = repeated(rule, asked, reading)
    if not values:
        return None
    agreed: set[Truth] = set()
    for combination in product(*values.values()):
        there = suppose(asked, dict(zip(values, combination, strict=True)))
        found = judge(rule, there)
        agreed.add(found.reading(reading) if found.force is Force.IN else None)
        if None in agreed or len(agreed) > 1:
            return None
    return agreed.pop()


def repeated(rule: Rule, asked: Asked, reading: int = GRANT) -> dict[str, tuple[Answer, ...]]:
    """The undecided facts that stand in a rule more than once, with the values that stand for all they may have.

    Facts whose values cannot be listed are left out, and so is a fact compared with another one on the list.
    """
    seen: Counter[str] = Counter()
    together: dict[str, set[str]] = {}
    for names in _read_together(judge(rule, asked), asked, reading):
        for name in names:
            seen[name] += 1
            together.setdefault(name, set()).update(names)
    domains = Domains(asked, "fine").of_rules([rule])
    found: dict[str, tuple[Answer, ...]] = {}
    for name, times in seen.most_common():
        if times < 2 or any(other in found for other in together[name]):
            continue
        values = _possible(domains, name, asked.case.cell(name).answer)
        if name in domains.loose or not values:
            continue
        if math.prod(len(some) for some in found.values()) * len(values) <= MOST:
            found[name] = values
    return found


def _read_together(finding: Finding, asked: Asked, reading: int) -> list[tuple[str, ...]]:
    """For each undecided condition, the single facts it reads that are not known for certain."""
    if finding.force is Force.OUT or finding.reading(reading) is not None:
        return []
    found: list[tuple[str, ...]] = []
    if isinstance(finding.rule, Element):
        for atom in atoms(finding.rule.that, asked):
            names = uses(atom, asked.definitions).facts
            found.append(tuple(name for name in names if not settled(asked.case.cell(name))))
    for part in finding.because:
        found += _read_together(part, asked, reading)
    return found


def _possible(domains: Domains, name: str, known: Answer) -> tuple[Answer, ...]:
    """The values of a domain that agree with what is known roughly, with the ends of what is known."""
    values = domains.values(name)
    if isinstance(known, Missing):
        return values
    if isinstance(known, Span):
        ends = tuple(exactly(end) for end in (known.low, known.high) if end is not None)
        return (*ends, *(v for v in values if isinstance(v, Span) and v.within(known)))
    if isinstance(known, frozenset):
        return tuple(sorted(known))
    return ()
