"""What would change it: the smallest sets of facts that would open a rule that is closed or unknown.

A set is one way through the rule's own structure: every condition in it is not yet what it must be, and together they
are enough. Each set comes with values that were tried: with them in the case the rule is judged again, and only a set
that then opens the rule is returned. What cannot be changed (a birth date, what has happened) can still be learned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Literal, TypeAlias

from .asked import Asked
from .finding import GRANT, Finding
from .judge import judge
from .known import NOT_ASKED, Case, Cell, Missing, Row
from .rough import Span
from .rule import Element, Group, Rule, Settled, Versions
from .suppose import Guess, MadeRow, settled, split, suppose, uses, variables
from .suppose.domain import Domains
from .suppose.search import Search
from .truth import Force

Kind: TypeAlias = Literal["learn", "change"]

_WIDTH = 24
_BUDGET = 60


@dataclass(frozen=True, slots=True)
class Need:
    """One condition that must come out ``want``, and values of its facts with which it does."""

    rule: Element
    want: bool
    facts: tuple[tuple[str, Guess], ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Change:
    """Conditions that together open the rule. ``learn`` when nothing known has to become otherwise."""

    needs: tuple[Need, ...]
    kind: Kind

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts of all needs, once each."""
        return tuple(dict.fromkeys(name for need in self.needs for name, _ in need.facts))


@dataclass(frozen=True, slots=True, eq=False)
class _Leaf:
    """A condition that is not yet what it must be, and the known facts that would have to change."""

    rule: Element
    want: bool
    hidden: tuple[str, ...]


_Way: TypeAlias = frozenset[_Leaf]


def changes(
    root: Rule,
    asked: Asked,
    changeable: Callable[[str], bool] = lambda fact: False,
    limit: int = 5,
    *,
    size: int = 3,
    reading: int = GRANT,
) -> list[Change]:
    """The smallest sets of facts that would open a rule, the smallest first and learning before changing.

    Args:
        root: the rule to open.
        asked: the question.
        changeable: whether a known fact can still become otherwise: a marital status can, a birth date cannot. A cell
            of a row is named ``relative[2].status``, a list that may gain a row by its name.
        limit: how many to return at most.
        size: how many conditions a set may hold at most.
        reading: the reading in which the rule is to be true.

    Returns:
        Nothing when the rule is already true, or not in force, or when no set that small would open it.
    """
    finding = judge(root, asked)
    if finding.reading(reading) is True or finding.force is Force.OUT:
        return []
    finder = _Finder(asked, changeable, size, reading)
    found: list[tuple[_Way, Change]] = []
    for way in finder.ways(finding, True):
        if len(found) >= limit:
            break
        if any(smaller <= way for smaller, _ in found):
            continue
        change = finder.tried(root, way)
        if change is not None:
            found.append((way, change))
    return [change for _, change in found]


@dataclass(slots=True)
class _Finder:
    asked: Asked
    changeable: Callable[[str], bool]
    size: int
    reading: int
    _leaves: dict[tuple[int, bool], tuple[_Leaf, ...]] = field(default_factory=dict)
    _values: dict[_Leaf, dict[str, Guess]] = field(default_factory=dict)

    def ways(self, finding: Finding, want: bool) -> list[_Way]:
        """The sets of conditions beneath that would make a finding what is wanted, the smallest first."""
        if finding.reading(self.reading) is want:
            return [frozenset()]
        rule = finding.rule
        if isinstance(rule, Element):
            return [frozenset((leaf,)) for leaf in self._of(rule, want)]
        if isinstance(rule, Settled):
            return []
        if isinstance(rule, Group) and rule.how == "not":
            return self.ways(finding.because[0], not want)
        parts = [f for f in finding.because if f.force is not Force.OUT]
        if isinstance(rule, Versions) or (isinstance(rule, Group) and (rule.how == "all") is want):
            return self._all(parts, want)
        return self._fewest(way for part in parts if part.force is Force.IN for way in self.ways(part, want))

    def _all(self, parts: Sequence[Finding], want: bool) -> list[_Way]:
        every: list[_Way] = [frozenset()]
        for part in parts:
            some = self.ways(part, want)
            every = self._fewest(one | other for one, other in product(every, some))
            if not every:
                break
        return every

    def _fewest(self, ways: Iterable[_Way]) -> list[_Way]:
        """The smallest ways, none of which holds another, capped so that nothing explodes."""
        kept: list[_Way] = []
        fitting = {way for way in ways if len(way) <= self.size}
        for way in sorted(fitting, key=_effort):
            if not any(smaller <= way for smaller in kept):
                kept.append(way)
                if len(kept) == _WIDTH:
                    break
        return kept

    def _of(self, rule: Element, want: bool) -> tuple[_Leaf, ...]:
        """A condition as a leaf for each way its facts may come to make it so; none when they cannot."""
        key = (id(rule), want)
        if key not in self._leaves:
            leaves = [_Leaf(rule, want, hidden) for hidden in self._hidden(rule)]
            self._leaves[key] = tuple(leaf for leaf in leaves if self._possible(leaf))
        return self._leaves[key]

    def _hidden(self, rule: Element) -> Iterator[tuple[str, ...]]:
        """Nothing, for a condition that is unknown; else each known fact that can change, then all of them."""
        if judge(rule, self.asked).truth is None:
            yield ()
            return
        known = [name for name in _known(rule, self.asked) if self.changeable(name)]
        yield from ((name,) for name in known[:6])
        if len(known) > 1:
            yield tuple(known)

    def _possible(self, leaf: _Leaf) -> bool:
        found = self._search([leaf])
        if found is not None:
            self._values[leaf] = found
        return found is not None

    def tried(self, root: Rule, way: _Way) -> Change | None:
        """The way with values that open the rule, or ``None`` when those that were tried do not."""
        leaves = sorted(way, key=lambda leaf: leaf.rule.id)
        together: dict[str, Guess] = {}
        agree = True
        for leaf in leaves:
            for name, value in self._values[leaf].items():
                agree = agree and together.setdefault(name, value) == value
        if not agree or not self._opens(root, together):
            found = self._search(leaves)
            if found is None or not self._opens(root, found):
                return None
            together = found
        needs = tuple(self._need(leaf, together) for leaf in leaves)
        return Change(needs, "change" if any(need.kind == "change" for need in needs) else "learn")

    def _opens(self, root: Rule, values: dict[str, Guess]) -> bool:
        hidden = tuple(name for name in values if not split(name)[2] and self.asked.case.complete(name))
        asked = _without(self.asked, hidden) if hidden else self.asked
        return judge(root, suppose(asked, values)).reading(self.reading) is True

    def _need(self, leaf: _Leaf, values: dict[str, Guess]) -> Need:
        names = dict.fromkeys((*leaf.hidden, *variables(leaf.rule.that, self.asked)))
        facts = tuple((name, values[name]) for name in names if name in values)
        return Need(leaf.rule, leaf.want, facts, "change" if leaf.hidden else "learn")

    def _search(self, leaves: Sequence[_Leaf]) -> dict[str, Guess] | None:
        asked = _without(self.asked, tuple(name for leaf in leaves for name in leaf.hidden))
        domains = Domains(asked).of_rules(dict.fromkeys(leaf.rule for leaf in leaves))
        search = Search(asked, domains, _BUDGET, fits=lambda name, value: _agrees(asked, name, value))
        return search.find([(leaf.rule.that, leaf.want) for leaf in leaves])


def _effort(way: _Way) -> tuple[int, int, list[tuple[str, tuple[str, ...]]]]:
    """Fewer conditions first, then fewer known facts to change, then a fixed order."""
    return len(way), sum(len(leaf.hidden) for leaf in way), sorted((leaf.rule.id, leaf.hidden) for leaf in way)


def _known(rule: Element, asked: Asked) -> Iterator[str]:
    """The variables of a condition that are known for certain."""
    reads = uses(rule.that, asked.definitions)
    yield from (name for name in reads.facts if settled(asked.case.cell(name)))
    for entity, name in reads.fields:
        yield from (
            f"{entity}[{row.id}].{name}" for row in asked.case.rows(entity) if settled(row.cells.get(name, NOT_ASKED))
        )
    yield from (entity for entity in reads.lists if asked.case.complete(entity))


def _agrees(asked: Asked, variable: str, value: Guess) -> bool:
    """Whether a value may be what is known only roughly."""
    entity, row, name = split(variable)
    if not name:
        return True
    if row is None:
        known = asked.case.cell(variable).answer
    else:
        cells = next((r.cells for r in asked.case.rows(entity) if r.id == row), {})
        known = cells.get(name, NOT_ASKED).answer
    if isinstance(known, Span):
        return isinstance(value, Span) and value.within(known)
    if isinstance(known, frozenset):
        return value in known
    return isinstance(known, Missing)


def _without(asked: Asked, hidden: tuple[str, ...]) -> Asked:
    """The same question with some known facts not asked yet."""
    if not hidden:
        return asked
    return Asked(
        case=_Hidden(asked.case, frozenset(hidden)), law=asked.law, as_of=asked.as_of, circuit=asked.circuit,
        tables=asked.tables, definitions=asked.definitions,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Hidden:
    """A case in which some variables are not asked yet; a hidden list may have more rows."""

    base: Case
    hidden: frozenset[str]

    def cell(self, fact: str) -> Cell:
        return NOT_ASKED if fact in self.hidden else self.base.cell(fact)

    def rows(self, entity: str) -> Sequence[Row]:
        rows = self.base.rows(entity)
        if not any(name.startswith(f"{entity}[") for name in self.hidden):
            return rows
        return [
            MadeRow(r.id, {f: c for f, c in r.cells.items() if f"{entity}[{r.id}].{f}" not in self.hidden})
            for r in rows
        ]

    def complete(self, entity: str) -> bool:
        return entity not in self.hidden and self.base.complete(entity)
