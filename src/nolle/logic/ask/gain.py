"""What a question is worth: how far its answers tell the goals apart, and the exact plan when little is left."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from nolle.logic.ask.worlds import Fold, Sample
from nolle.logic.asked import Asked
from nolle.logic.finding import Finding
from nolle.logic.judge import judge
from nolle.logic.rule import Element, Group, Rule
from nolle.logic.suppose import Live, live_in
from nolle.logic.tree import And, Expr, Not, Or
from nolle.logic.truth import Force
from nolle.logic.value import evaluate

_RARE = 8
"""A class of fewer sampled worlds is too rare to be measured."""


@dataclass(frozen=True, slots=True)
class Block:
    """Classes of worlds that some goals tell apart, what may change them, and how much they count."""

    classes: tuple[int, ...]
    live: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class Sign:
    """The worlds as a goal, or an open part that stands in for it, tells them apart, and what may change it."""

    goal: str
    classes: tuple[int, ...]
    live: frozenset[str]
    weight: float = 1.0

    def settled_by(self, answers: Sequence[int]) -> bool:
        """Whether some answer puts every world that is left into one class."""
        for some in self.classes:
            rest = ~some
            for mask in answers:
                if not mask & rest:
                    return True
        return False


def signs_of(fold: Fold, live: Live, rule: Rule, goal: str, helps: bool = True, weight: float = 1.0) -> Iterator[Sign]:
    """The rule itself where the worlds tell it apart, else its open parts."""
    true, false, _, out = fold.rule(rule, live.reading, helps)
    classes = _classes(fold, true & ~out, false & ~out, out)
    finding = judge(rule, fold.asked, helps)
    if _told_apart(classes):
        yield Sign(goal, classes, live.under(finding), weight)
    elif isinstance(rule, Element):
        yield from _condition_signs(fold, rule.that, goal, weight)
    else:
        parts = _open_parts(finding, live.reading)
        for part in parts:
            beneath = helps is not (isinstance(rule, Group) and rule.how == "not")
            yield from signs_of(fold, live, part.rule, goal, beneath, weight / len(parts))


def _condition_signs(fold: Fold, expr: Expr, goal: str, weight: float) -> Iterator[Sign]:
    classes = _classes(fold, *fold.condition(expr))
    if _told_apart(classes):
        yield Sign(goal, classes, frozenset(live_in(expr, fold.asked)), weight)
    else:
        parts = _open_conditions(expr, fold.asked)
        for part in parts:
            yield from _condition_signs(fold, part, goal, weight / len(parts))


def settlers_of(fold: Fold, finding: Finding, goal: str, reading: int, by: tuple[bool, ...]) -> Iterator[Sign]:
    """The conditions that settle a goal alone, by being true or by being false: ``classes`` are where they do."""
    rule = finding.rule
    if finding.force is not Force.IN or not by:
        return
    if isinstance(rule, Element):
        yield from _settling_conditions(fold, rule.that, goal, by)
        return
    parts = _open_parts(finding, reading)
    if isinstance(rule, Group) and rule.how == "not":
        by = tuple(not truth for truth in by)
    elif len(parts) > 1:
        by = tuple(truth for truth in by if isinstance(rule, Group) and truth is (rule.how == "any"))
    for part in parts:
        yield from settlers_of(fold, part, goal, reading, by)


def _settling_conditions(fold: Fold, expr: Expr, goal: str, by: tuple[bool, ...]) -> Iterator[Sign]:
    parts = _open_conditions(expr, fold.asked)
    if isinstance(expr, Not):
        by = tuple(not truth for truth in by)
    elif len(parts) > 1:
        by = tuple(truth for truth in by if truth is isinstance(expr, Or))
    for part in parts:
        yield from _settling_conditions(fold, part, goal, by)
    if not parts:
        masks = fold.condition(expr)
        where = tuple(masks.true if truth else masks.false for truth in by)
        yield Sign(goal, where, frozenset(live_in(expr, fold.asked)))


def _open_parts(finding: Finding, reading: int) -> list[Finding]:
    return [f for f in finding.because if f.reading(reading) is None and f.force is not Force.OUT]


def _open_conditions(expr: Expr, asked: Asked) -> list[Expr]:
    parts = expr.parts if isinstance(expr, (And, Or)) else (expr.part,) if isinstance(expr, Not) else ()
    return [part for part in parts if not isinstance(evaluate(part, asked), bool)]


def _classes(fold: Fold, true: int, false: int, out: int = 0) -> tuple[int, ...]:
    return tuple(mask for mask in (true, false, out, fold.every & ~(true | false | out)) if mask)


def _told_apart(classes: tuple[int, ...]) -> bool:
    return sum(mask.bit_count() >= _RARE for mask in classes) > 1


def narrowed(sign: Sign, sample: Sample) -> Sign:
    """Keep the variables that some pair of worlds, alike but for them, shows to matter."""
    stride, kept = 1, set()
    for name, parts in sample.parts.items():
        below = 0
        for _, mask in parts[:-1]:
            below |= mask
        if any(((mask >> stride) ^ mask) & below for mask in sign.classes):
            kept.add(name)
        stride *= len(parts)
    return Sign(sign.goal, sign.classes, sign.live & kept)


def blocks_of(signs: Iterable[Sign], most: float) -> Iterator[Block]:
    """Signs of full weight joined while their classes stay few; every other sign by itself."""
    classes: tuple[int, ...] = ()
    live: frozenset[str] = frozenset()
    for sign in signs:
        if len(sign.classes) < 2 or not sign.live:
            continue
        if sign.weight < 1:
            yield Block(sign.classes, sign.live, sign.weight)
            continue
        joined = tuple(both for a in classes for b in sign.classes if (both := a & b)) or sign.classes
        if len(joined) > most and classes:
            yield Block(classes, live, 1.0)
            joined, live = sign.classes, frozenset()
        classes, live = joined, live | sign.live
    if classes:
        yield Block(classes, live, 1.0)


def gain_of(block: Block, masks: Sequence[int], sample: Sample, sampled: bool) -> float:
    """How far, in bits, the answers with these masks are expected to tell the block's classes apart."""
    if sample.weights is None:
        logs = _LOGS
        told = logs[sample.size] - sum([logs[c.bit_count()] for c in block.classes])
        *most, _ = block.classes
        for mask in masks:
            rest = count = mask.bit_count()
            for some in most:
                n = (some & mask).bit_count()
                rest -= n
                told += logs[n]
            told += logs[rest] - logs[count]
        told /= sample.size
    else:
        share = sample.share
        told = sum(-p * math.log2(p) for c in block.classes if (p := share(c)) > 0)
        for mask in masks:
            whole = share(mask)
            told += sum(p * math.log2(p / whole) for c in block.classes if (p := share(c & mask)) > 0)
    if sampled:
        told -= (len(masks) - 1) * (len(block.classes) - 1) / (2 * sample.size * math.log(2))
    return max(told, 0.0)


_LOGS = [0.0, *(n * math.log2(n) for n in range(1, 1025))]
"""n log n by n: the entropy of counts that add up to N is (N log N - the sum of theirs) / N."""


class Plan:
    """The least expected burden until every goal is settled, by trying every order of questions."""

    def __init__(self, sample: Sample, classes: tuple[int, ...], burden: Callable[[str], float]) -> None:
        self._sample = sample
        self._classes = classes
        self._costs = {name: burden(name) for name in sample.parts}
        self._known: dict[int, float] = {}

    def first(self, names: Sequence[str]) -> dict[str, float]:
        """For each question, the expected burden of all when it is asked first."""
        return {name: self._after(name, self._sample.every, 1.0) for name in names}

    def _after(self, name: str, worlds: int, whole: float) -> float:
        total = self._costs[name]
        for _, mask in self._sample.parts[name]:
            left = worlds & mask
            if left:
                total += self._sample.share(left) / whole * self._least(left)
        return total

    def _least(self, worlds: int) -> float:
        if any(not worlds & ~some for some in self._classes) or not self._classes:
            return 0.0
        least = self._known.get(worlds)
        if least is None:
            whole = self._sample.share(worlds)
            left = [n for n, parts in self._sample.parts.items() if not any(worlds & m == worlds for _, m in parts)]
            least = min(self._after(name, worlds, whole) for name in left)
            self._known[worlds] = least
        return least
