"""A docket asked at once: the same rules as layered columns, one for each rule.

``judge`` is the definition of truth; these columns come to the same for every case, cell by cell, and the tests hold
them to it on generated rules and data. The frames:

* the cases: ``case_id``, optionally ``as_of`` (a date) and ``circuit``, ``<list>__complete`` Booleans, and the facts.
  Dots become two underscores. A date or number has ``<fact>__low`` and ``<fact>__high`` (null: no bound), or just
  ``<fact>`` where it is always exact. A code or text is a string, or a list of strings in ``<fact>__one_of`` where it
  may be one of several. A list of codes is a list of strings. Every fact has ``<fact>__state``: ``given``,
  ``absent``, ``unknown``, null for not asked. What is not given has nulls. A column that is missing was not asked;
  without a state column, what is not null is given.
* one frame for each list: ``case_id``, ``id``, and the fields without the list's name.

The frames are of Polars, or of another engine (``columns.engines``). None is imported before it is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any, Protocol

from nolle.logic.finding import ADVISE, ASK, AWAIT
from nolle.logic.known import Law, Table
from nolle.logic.rough import Span
from nolle.logic.rule import Rule, conditions, walk
from nolle.logic.tree import Expr, RuleError
from nolle.logic.truth import Force

READINGS = {"ask": ASK, "await": AWAIT, "advise": ADVISE}
"""The readings of a root that have columns of their own, by the ending of their names."""


class SteppedTable(Table, Protocol):
    """A table that a docket can be asked about."""

    def steps(self) -> Mapping[str, Sequence[tuple[date, Span | None]]]:
        """For each key what is stored from which day on, oldest first, the first from ``date.min``.

        ``None`` is nothing stored. ``look_up(key, on)`` is the hull of all that is stored over the days of ``on``;
        ``None`` where ``on`` has no first day, or nothing is stored for some of its days.
        """


def column_name(id: str) -> str:
    """The column of a rule or fact: a dot in a name breaks some engines."""
    return id.replace(".", "__")


@dataclass(frozen=True, slots=True)
class Layers:
    """The columns of a docket.

    ``frame`` is lazy, of the engine the cases came from: ``case_id``; one nullable Boolean for each rule, null where
    unknown, not in force, or beneath what is not law for the case; ``<rule>__force`` (0 out, 1 maybe, 2 in) where it
    differs between cases; for each root ``__ask``, ``__await`` and ``__advise``. ``forces`` has the force of the rules
    where it is the same for every case.

    For the roots whose ``missing`` was asked: ``<root>__known``, whether any condition has an answer; and
    ``<root>__missing_0`` and so on, whole numbers whose bits stand for the names in ``masks``. For each of the ``days``
    asked, ``<name>__low`` and ``<name>__high`` as day numbers (``date.toordinal``), null where not known. For the roots
    ``traced``, ``<rule>__trace`` (see ``columns.trace``) and, of a rule with versions, ``<rule>__version``.
    """

    frame: Any
    forces: Mapping[str, Force]
    masks: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Columns:
    """What a plan comes to over frames of one shape, on the dates and in the circuits of one calendar."""

    book: Any
    calendar: Any
    results: Mapping[str, Any]
    forces: Mapping[str, Force]
    masks: Mapping[str, tuple[tuple[str, ...], ...]]
    shape: tuple[Any, ...] = ()
    days: Mapping[str, Expr] | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A set of rules ready to be asked of any docket, on any date."""

    roots: Mapping[str, Rule]
    rules: Mapping[str, Rule]
    definitions: Mapping[str, Expr]
    tables: Mapping[str, Table]
    _made: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    """The columns last made and what for: the next batch of a docket mostly asks for the same."""

    def run(
        self,
        frames: Mapping[str, Any],
        *,
        law: Law,
        as_of: date | None = None,
        circuit: str | None = None,
        only: Collection[str] | None = None,
        missing: Collection[str] = (),
        days: Mapping[str, Expr] = MappingProxyType({}),
        traced: Collection[str] = (),
    ) -> Layers:
        """The columns of every rule over a docket; nothing is worked out until the frame is collected.

        Args:
            frames: the cases under ``case`` and each list under its name, of Polars or an engine's own.
            law: what says whether an authority is in force.
            as_of: the date of cases that have none of their own.
            circuit: the circuit of cases that have none of their own.
            only: the columns wanted, if not all; of what ``missing``, ``days`` and ``traced`` add, all are given.
            missing: the roots for which the facts still missing are wanted.
            days: dates worked out from facts, by the name of their columns.
            traced: the roots of which every rule's finding is wanted as one number, to be compared with another run's.

        Raises:
            ValueError: for a case without a date.
            RuleError: for what cannot be asked of a docket.
        """
        from nolle.logic.columns.engine import day_numbers, gather
        from nolle.logic.columns.sheets import work_out

        docket = gather(frames, law, as_of, circuit)
        names = {entity: frozenset(frame.names) for entity, frame in docket.frames.items()}
        case = docket.frames[None]
        exprs = tuple((name, id(expr)) for name, expr in days.items())
        asked = (None if only is None else frozenset(only), tuple(missing), exprs, tuple(traced))
        shape = (names, docket.calendar.pairs, law, case.counts_days, *asked)
        made = self._made.get("columns")
        if made is None or made.shape != shape:
            made = self._columns(names, docket, day_numbers(case), only, missing, days, traced)
            made = self._made["columns"] = replace(made, shape=shape, days=days)
        frame = work_out(made.book, docket.dated(made.calendar), made.results)
        return Layers(frame.native(), made.forces, made.masks)

    def _columns(
        self,
        names: Mapping[str | None, Collection[str]],
        docket: Any,
        to_number: Any,
        only: Collection[str] | None,
        missing: Collection[str],
        days: Mapping[str, Expr],
        traced: Collection[str],
    ) -> _Columns:
        """The columns over frames with these columns, not worked out yet."""
        from nolle.logic.columns.algebra import Col, Value, number, pick
        from nolle.logic.columns.calendar import FORCE, OUT
        from nolle.logic.columns.expression import INT16, INT32, INT64
        from nolle.logic.columns.missing import Missing
        from nolle.logic.columns.question import Question
        from nolle.logic.columns.rules import RuleColumns, in_force
        from nolle.logic.columns.sheets import Book
        from nolle.logic.columns.trace import trace
        from nolle.logic.columns.values import Values

        from . import lists  # noqa: F401  it adds the meaning of the nodes that ask lists

        book = Book({entity: set(its_names) for entity, its_names in names.items()})
        question = Question(book, self.definitions, self.tables, docket.as_of, to_number)
        question.values |= {entity: Values(question, sheet) for entity, sheet in book.sheets.items()}
        for expr in (*conditions(self.rules.values()), *days.values()):
            question.expect(expr)
        columns = RuleColumns(question, docket.calendar)
        lacking = Missing(columns)
        reached = self._reached(lacking)
        results: dict[str, Value] = {}
        forces: dict[str, Force] = {}

        def give(name: str, value: Callable[[], Value], force: Value, there: Value = True) -> None:
            if only is None or name in only:
                nothing = force == OUT or there is False
                results[name] = None if nothing else book.case.keep(pick(there, in_force(value(), force), None))

        for id, rule in self.rules.items():
            name, force = column_name(id), columns.force(rule)
            give(name, partial(columns.truth, rule), force, reached[id])
            if isinstance(force, Col):
                if only is None or f"{name}__force" in only:
                    results[f"{name}__force"] = force
            else:
                forces[id] = FORCE[int(force or 0)]
        for id, root in self.roots.items():
            for ending, reading in READINGS.items():
                give(f"{column_name(id)}__{ending}", partial(columns.truth, root, reading), columns.force(root))
        masks: dict[str, tuple[tuple[str, ...], ...]] = {}
        for id in missing:
            name = column_name(id)
            results[f"{name}__known"] = book.case.keep(lacking.known(self.roots[id]))
            masks[id], words = lacking.masks(self.roots[id])
            for place, word in enumerate(words):
                results[f"{name}__missing_{place}"] = book.case.keep(number(word, INT64))
        for id in traced:
            lead = column_name(id.removesuffix(self.roots[id].id))
            for name, value in trace(columns, lacking, self.roots[id]).items():
                results[f"{lead}{name}"] = book.case.keep(number(value, INT16))
        for name, expr in days.items():
            for end, day in zip(("low", "high"), question.values[None].bounds(expr), strict=True):
                results[f"{name}__{end}"] = book.case.keep(number(day, INT32))
        for name in docket.calendar.columns.values():
            book.case.schema.add(name)
        return _Columns(book, docket.calendar, results, forces, masks)

    def _reached(self, lacking: Any) -> dict[str, Any]:
        """For each rule where it is reached: nothing that it stands beneath is out of force."""
        from nolle.logic.columns.algebra import any_

        found: dict[str, Any] = {}
        for id, root in self.roots.items():
            flags = lacking.visited(root)
            lead = id.removesuffix(root.id)
            for name, rule in {lead + rule.id: rule for rule in walk(root)}.items():
                found[name] = any_((found.get(name, False), flags[rule.id]))
        return found


def compile_rules(
    rules: Iterable[Rule] | Mapping[str, Iterable[Rule]],
    definitions: Mapping[str, Expr] = MappingProxyType({}),
    tables: Mapping[str, Table] = MappingProxyType({}),
) -> Plan:
    """Make rules, with all rules beneath them, ready to be asked of dockets.

    Args:
        rules: the roots; or the roots of each pathway by its id, which is then put before the ids of its rules.
        definitions: derived facts by name.
        tables: tables of the law by name; one asked of a docket also has ``steps()``, as ``SteppedTable`` says.

    Raises:
        RuleError: for two different rules with one id.
    """
    named = rules.items() if isinstance(rules, Mapping) else (("", rules),)
    roots: dict[str, Rule] = {}
    found: dict[str, Rule] = {}
    for pathway, its_rules in named:
        for root in its_rules:
            for rule in walk(root):
                id = f"{pathway}.{rule.id}" if pathway else rule.id
                if found.setdefault(id, rule) is not rule:
                    raise RuleError(f"two different rules are called {id!r}: give each its own id")
            roots[f"{pathway}.{root.id}" if pathway else root.id] = root
    if len({column_name(id) for id in found}) < len(found):
        raise RuleError("two ids differ only in '.' and '__': a column's name cannot tell them apart")
    return Plan(roots, found, definitions, tables)
