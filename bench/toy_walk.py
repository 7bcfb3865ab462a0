"""The toy row's first peer: the same rule as a tree walk written by hand, with the same three-valued trace.

It knows only what this rule needs: no authorities, no circuits, no readings but the plain one, no reason for an
unknown. Dates are pairs of the earliest and latest day; ``None`` stands for anything that is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from nolle.logic import Missing, Span, Truth

from .toy import Told, Trace

ABSENT = "absent"
Test: TypeAlias = Callable[["Plain"], Truth]


@dataclass(slots=True)
class Plain:
    """A case as a hand-written program would hold it."""

    facts: Mapping[str, Any]
    convictions: Sequence[Mapping[str, Any]]
    all_convictions: bool
    on: date


@dataclass(slots=True)
class Step:
    """What was found of one node."""

    id: str
    truth: Truth
    because: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """One node of the tree: a test; ``all``, ``any`` or ``not`` over parts; or parts by ``dates``."""

    id: str
    how: str
    test: Test | None = None
    parts: tuple[Node, ...] = ()
    dates: tuple[tuple[date, date], ...] = ()


def walk(node: Node, case: Plain) -> Step:
    """The node and everything beneath it for one case."""
    how = node.how
    if how == "test":
        assert node.test is not None
        return Step(node.id, node.test(case))
    if how == "dated":
        for part, (since, until) in zip(node.parts, node.dates, strict=True):
            if since <= case.on <= until:
                step = walk(part, case)
                return Step(node.id, step.truth, (step,))
        return Step(node.id, None)
    because = tuple([walk(part, case) for part in node.parts])
    if how == "not":
        truth = because[0].truth
        return Step(node.id, None if truth is None else not truth, because)
    settles = how == "any"
    result: Truth = not settles
    for step in because:
        if step.truth is settles:
            result = settles
            break
        if step.truth is None:
            result = None
    return Step(node.id, result, because)


def on_or_before(a: Any, b: Any) -> Truth:
    """Whether one rough date is not after another."""
    if a is None or b is None or a is ABSENT or b is ABSENT:
        return None
    return True if a[1] <= b[0] else False if a[0] > b[1] else None


def before(a: Any, b: Any) -> Truth:
    """Whether one rough date is before another."""
    if a is None or b is None or a is ABSENT or b is ABSENT:
        return None
    return True if a[1] < b[0] else False if a[0] >= b[1] else None


def later(day: Any, years: int) -> Any:
    """A rough date so many years on."""
    return day if day is None or day is ABSENT else (_later(day[0], years), _later(day[1], years))


def _later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def one_of(code: Any, *codes: str) -> Truth:
    """Whether a code is one of some."""
    return None if code is None else code in codes


def opposite(truth: Truth) -> Truth:
    """Unknown stays unknown."""
    return None if truth is None else not truth


def some_conviction(case: Plain, test: Callable[[Mapping[str, Any]], Truth]) -> Truth:
    """Whether some conviction passes the test; no only if all of them were told."""
    result: Truth = False if case.all_convictions else None
    for row in case.convictions:
        truth = test(row)
        if truth is True:
            return True
        if truth is None:
            result = None
    return result


def _felony(row: Mapping[str, Any]) -> Truth:
    classes = row.get("immigration_class")
    return None if classes is None else "aggravated_felony" in classes


def _long(row: Mapping[str, Any]) -> Truth:
    days = row.get("sentence_imposed_days")
    return None if days is None else before((365, 365), days)


def _known(answer: Any) -> Truth:
    return None if answer is None else answer is not ABSENT


def _test(id: str, test: Test) -> Node:
    return Node(id, "test", test)


def _fact(id: str, name: str) -> Node:
    return _test(id, lambda c: c.facts.get(name))


RULE = Node(
    "request",
    "all",
    parts=(
        Node(
            "in_court",
            "all",
            parts=(
                _fact("in_proceedings", "case.in_removal_proceedings"),
                _test("filed", lambda c: _known(c.facts.get("case.nta_filed_on"))),
                _test(
                    "served_first",
                    lambda c: on_or_before(c.facts.get("case.nta_served_on"), c.facts.get("case.nta_filed_on")),
                ),
                _test("at_liberty", lambda c: opposite(c.facts.get("case.detained"))),
            ),
        ),
        Node(
            "reason",
            "any",
            parts=(
                _test("petition", lambda c: one_of(c.facts.get("filing.i130.status"), "approved", "granted")),
                _test("young", lambda c: before((c.on, c.on), later(c.facts.get("person.birth_date"), 21))),
                _fact("changed", "case.changed_circumstances_since_nta"),
            ),
        ),
        _test(
            "long_here",
            lambda c: on_or_before(later(c.facts.get("person.present_in_us_since"), 2), (c.on, c.on)),
        ),
        Node(
            "clear",
            "not",
            parts=(
                Node(
                    "bar",
                    "any",
                    parts=(
                        _test("felony", lambda c: some_conviction(c, _felony)),
                        _test("sentence", lambda c: some_conviction(c, _long)),
                        _test("gang", lambda c: opposite(one_of(c.facts.get("person.gang_allegation"), "none"))),
                    ),
                ),
            ),
        ),
        Node(
            "form",
            "dated",
            parts=(
                _test("improvident", lambda c: c.facts.get("case.nta_improvidently_issued")),
                _test(
                    "early", lambda c: before(c.facts.get("case.pd_requested_on"), c.facts.get("case.next_hearing_on"))
                ),
                _test("written", lambda c: one_of(c.facts.get("case.motion_form"), "written")),
            ),
            dates=(
                (date(2024, 1, 1), date.max),
                (date(2021, 1, 1), date(2023, 12, 31)),
                (date(2018, 1, 1), date(2020, 12, 31)),
            ),
        ),
        _fact("consent", "case.respondent_informed_consent_dismissal"),
        _test("agreed", lambda c: one_of(c.facts.get("case.opla_position"), "joins", "affirmative_non_opposition")),
    ),
)


def plain(told: Told) -> Plain:
    """A case as this program holds it; made before the clock starts."""
    facts = {name: _plain(cell.answer) for name, cell in told.case.told()}
    rows = [{name: _plain(cell.answer) for name, cell in row.cells.items()} for row in told.case.rows("conviction")]
    return Plain(facts, rows, told.case.complete("conviction"), told.on)


def _plain(answer: Any) -> Any:
    if isinstance(answer, Missing):
        return ABSENT if answer is Missing.ABSENT else None
    return (answer.low, answer.high) if isinstance(answer, Span) else answer


def trace_of(step: Step) -> Trace:
    """A step as a trace."""
    return step.id, step.truth, tuple(trace_of(part) for part in step.because)
