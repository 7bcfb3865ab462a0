"""Which rules a move rests on, for whole columns: the deepest whose answer moved the way the conclusion did.

Each status rests on one reading of the rules, and in that reading a rule's answer is no, unknown or yes: 0, 1 or 2. An
``all`` is the lowest of its parts and an ``any`` the highest, so what moved it is found part by part: in an ``all``
that became no, the parts that are now no; in one that became yes, the parts that were not yes before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from nolle.counsel.compare import reading_of
from nolle.logic import Element, Rule, Versions, walk
from nolle.logic.columns import column_name
from nolle.logic.columns.trace import IN_FORCE, SEVERAL, TRUE, UNKNOWN
from nolle.logic.finding import ADVISE, ASK, AWAIT, GRANT
from nolle.logic.rule import By, Group, parts_of

from .lacking import SEPARATOR, names_of

if TYPE_CHECKING:
    import polars as pl

    Pair: TypeAlias = tuple[pl.Series, pl.Series]
    """Of one rule, before and after."""

MOST_BITS = 60

PLACES = {GRANT: 27, ASK: 9, AWAIT: 3, ADVISE: 1}
"""Where the number of a finding (``trace``) holds the answer in each reading."""


def responsible(lead: str, root: Rule, a: pl.DataFrame, b: pl.DataFrame, moves: pl.DataFrame) -> pl.Series:
    """The rules responsible for each case, by name; nothing where none moved.

    Args:
        lead: what the rules' names begin with.
        root: the rule that the conclusion rests on.
        a: the findings of every rule beneath, as numbers, before.
        b: those after, in the same order.
        moves: the words ``before`` and ``after``, in the same order: these cases all moved.
    """
    return _Moved(lead, root, a, b, moves).names()


def moved_it(whole: Pair, part: Pair) -> pl.Series:
    """Where a part of an ``all`` moved it: ``counsel.compare.moved_it`` for whole columns."""
    (before, after), (was, now) = whole, part
    down = (after < before) & (now <= after)
    # up to unknown, what is now unknown explains why no further
    up = (after > before) & ((was < after) | ((after == UNKNOWN) & (now == UNKNOWN)))
    # only its force changed: so did that of the parts it rests on
    still = (after == before) & (now == after)
    return down | up | still


@dataclass(slots=True)
class _Moved:
    """The rules beneath one root, over the cases that moved; what did not change is never looked into."""

    lead: str
    root: Rule
    a: pl.DataFrame
    b: pl.DataFrame
    moves: pl.DataFrame
    turned: dict[str, pl.Series] = field(default_factory=dict)
    places: dict[tuple[int, ...], pl.Series | int] = field(default_factory=dict)
    answers: dict[str, Pair] = field(default_factory=dict)
    aparts: dict[str, pl.Series] = field(default_factory=dict)

    def names(self) -> pl.Series:
        """For each case the rules responsible, ``;`` between them."""
        rules = {rule.id: rule for rule in walk(self.root)}
        self.turned = {id: turned for id, rule in rules.items() if (turned := self._turned(rule)).any()}
        seen = {self.root.id: self.turned.get(self.root.id, self._nothing)}
        found: dict[str, pl.Series] = {}
        for id in _top_down(self.root):
            if id not in seen or not seen[id].any():
                continue
            rule = rules[id]
            handed = self._handed(rule)
            deeper = reduce(or_, handed.values(), self._nothing)
            found[id] = seen[id] & (self._other_law(rule) | ~deeper)
            for part, on in handed.items():
                seen[part] = seen.get(part, self._nothing) | (seen[id] & on)
        return named(self.lead, found or {self.root.id: self._nothing}, _wholes(self.root))

    @property
    def _nothing(self) -> pl.Series:
        import polars as pl

        return pl.repeat(False, self.a.height, dtype=pl.Boolean, eager=True)

    def _column(self, rule: Rule, what: str) -> Pair:
        name = f"{column_name(f'{self.lead}.{rule.id}')}__{what}"
        return self.a[name], self.b[name]

    def _turned(self, rule: Rule) -> pl.Series:
        before, after = self._column(rule, "trace")
        return (before != after).fill_null(False)

    def _other_law(self, rule: Rule) -> pl.Series:
        if not isinstance(rule, Versions):
            return self._nothing
        before, after = self._column(rule, "version")
        return before != after

    def _handed(self, rule: Rule) -> dict[str, pl.Series]:
        """The parts that moved a rule, and in which cases: they may have moved with its law, or by their own."""
        parts = {part.id: part for part in parts_of(rule) if part.id in self.turned}
        if not parts:
            return {}
        moved = {id: self._apart(part) for id, part in parts.items()}
        if isinstance(rule, Group) and rule.how != "not":
            every = rule.how == "all"
            mine = self._weighed(rule, every)
            moved = {id: on & moved_it(mine, self._weighed(parts[id], every)) for id, on in moved.items()}
        # a status may change though no answer that counts did, such as when the first condition becomes known
        quiet = ~self._apart(rule)
        moved = {id: on | (quiet & self.turned[id]) for id, on in moved.items()}
        if isinstance(rule, Versions):
            versions = self._column(rule, "version")
            return {id: on & _chosen(rule, parts[id], versions) for id, on in moved.items()}
        both = reduce(and_, (number >= IN_FORCE for number in self._column(rule, "trace")))
        return {id: (on & both).fill_null(False) for id, on in moved.items()}

    def _apart(self, rule: Rule) -> pl.Series:
        """Where the answer in the reading that counts, or the force, is not the same."""
        if rule.id not in self.aparts:
            (x, y), (before, after) = self._answers(rule), self._column(rule, "trace")
            force = before // IN_FORCE != after // IN_FORCE
            self.aparts[rule.id] = ((x != y) | force).fill_null(False)
        return self.aparts[rule.id]

    def _answers(self, rule: Rule) -> Pair:
        """No, unknown or yes (0, 1, 2) in the reading that counts."""
        if rule.id not in self.answers:
            place = self._place(rule)
            before, after = self._column(rule, "trace")
            self.answers[rule.id] = (before // place) % 3, (after // place) % 3
        return self.answers[rule.id]

    def _weighed(self, rule: Rule, every: bool) -> Pair:
        """The answers as an ``all`` weighs them, turned round for an ``any``; what is no law is never in the way."""
        import polars as pl

        sides = []
        for answer, number in zip(self._answers(rule), self._column(rule, "trace"), strict=True):
            answer = answer if every else TRUE - answer
            sides.append(answer.zip_with(number >= IN_FORCE, pl.Series([TRUE], dtype=answer.dtype)))
        return sides[0], sides[1]

    def _place(self, rule: Rule) -> pl.Series | int:
        """Where the number holds the answer, for each case: a reading that comes to the same is not held twice."""
        import polars as pl

        apart = made_apart(rule)
        held = {reading: PLACES[_plainest(reading, apart)] for reading in PLACES}
        if len(set(held.values())) == 1:
            return PLACES[GRANT]
        key = tuple(held.values())
        if key not in self.places:
            ways = self.moves.unique()
            known = ways.with_columns(
                pl.Series("place", [held[reading_of(*way)] for way in ways.iter_rows()], pl.Int64)
            )
            self.places[key] = self.moves.join(known, on=ways.columns, how="left", maintain_order="left")["place"]
        return self.places[key]


def made_apart(rule: Rule) -> int:
    """The readings that may differ beneath a rule, as ``RuleColumns`` makes them apart."""
    found = 0
    for one in walk(rule):
        if isinstance(one, Element) and one.by is By.JUDGEMENT:
            found |= ADVISE
        elif isinstance(one, Element) and one.by.awaited:
            found |= ASK | (AWAIT if any(f.adverse and f.entity is None for f in one.facts) else 0)
    return found


def _plainest(reading: int, apart: int) -> int:
    for own, plainer in ((ADVISE, AWAIT), (AWAIT, ASK), (ASK, GRANT)):
        if reading == own and not apart & own:
            reading = plainer
    return reading


def _chosen(rule: Versions, part: Rule, versions: Sequence[pl.Series]) -> pl.Series:
    """Where a rule may be the law in both askings, among the versions that hand on to it."""
    places = [n for n, choice in enumerate(rule.ranked) if choice.that is part]
    return reduce(and_, (v.is_in([*places, SEVERAL]) for v in versions))


def _wholes(root: Rule) -> dict[str, frozenset[str]]:
    """Groups of two parts or more and their parts, the deepest first: where every part is named, one name is enough."""
    rules = {rule.id: rule for rule in walk(root)}
    below = [rules[id] for id in _top_down(root)[:0:-1]]
    return {
        rule.id: frozenset(part.id for part in rule.parts)
        for rule in below
        if isinstance(rule, Group) and len(rule.parts) > 1
    }


def _shorter(names: Sequence[str], wholes: Mapping[str, frozenset[str]]) -> list[str]:
    """A group instead of all its parts, in the place of the first."""
    told = list(names)
    for whole, parts in wholes.items():
        if parts <= set(told):
            told[min(map(told.index, parts))] = whole
            told = [name for name in dict.fromkeys(told) if name not in parts]
    return told


def _top_down(root: Rule) -> list[str]:
    order: dict[str, None] = {}

    def visit(rule: Rule) -> None:
        if rule.id not in order:
            for part in reversed(parts_of(rule)):
                visit(part)
            order[rule.id] = None

    visit(root)
    return list(order)[::-1]


def named(
    lead: str, flags: Mapping[str, pl.Series], wholes: Mapping[str, frozenset[str]] = MappingProxyType({})
) -> pl.Series:
    """For each case the names of the flags that hold, each distinct set of them put into words once.

    Where every part of one of ``wholes`` is named, the whole is named instead.
    """
    import polars as pl

    live = {id: flag for id, flag in flags.items() if flag.any()}
    height = len(next(iter(flags.values())))
    words = [list(live)[at : at + MOST_BITS] for at in range(0, len(live), MOST_BITS)]
    if not words:
        return pl.Series([None] * height, dtype=pl.String)
    masks = pl.DataFrame(
        {
            f"m{n}": reduce(lambda x, y: x + y, (live[id].cast(pl.Int64) * (1 << bit) for bit, id in enumerate(word)))
            for n, word in enumerate(words)
        }
    )
    distinct = masks.unique()
    texts = [
        SEPARATOR.join(f"{lead}.{id}" for id in _shorter(names_of(row, words), wholes)) or None
        for row in distinct.iter_rows()
    ]
    known = distinct.with_columns(pl.Series("text", texts, pl.String))
    return masks.join(known, on=masks.columns, how="left", maintain_order="left")["text"]
