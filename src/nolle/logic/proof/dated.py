"""Dated versions of one rule: days that none covers, two that tie, and versions that never apply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from nolle.logic.proof.defect import Defect, header
from nolle.logic.rough import add_days
from nolle.logic.rule import CIRCUITS, Scope, Version, Versions
from nolle.logic.suppose import Guess
from nolle.logic.suppose.search import case_text
from nolle.logic.when import STATE_FACT

ELSEWHERE = "another state"


def version_defects(where: str, rule: Versions) -> Iterator[Defect]:
    """Gaps, ties and unreachable versions, over every day on which one starts or ends, every circuit and state named.

    Authorities that may or may not be in force are left aside: a version that hangs on one never hides another.
    """
    order = rule.ranked
    days = _days(order)
    reached: set[str] = set()
    gaps: dict[date, tuple[str, str]] = {}
    ties: dict[tuple[str, str], tuple[date, str, str]] = {}
    for circuit, state in _places(order):
        covered: list[bool] = []
        for day in days:
            some = [choice for choice in order if _holds(choice.scope, day, circuit, state)]
            covered.append(bool(some))
            for i, choice in enumerate(some):
                reached.add(choice.id)
                for other in some[i + 1 :]:
                    if _rank(choice) == _rank(other) and not (choice.scope.force or other.scope.force):
                        reached.add(other.id)
                        ties.setdefault((choice.id, other.id), (day, circuit, state))
                if not choice.scope.force:
                    break
        for day, gap in zip(days, _between(covered), strict=True):
            if gap:
                gaps.setdefault(day, (circuit, state))
    for day, (circuit, state) in sorted(gaps.items()):
        message = f"no version of {where} covers {day} in circuit {circuit}, though earlier and later days are covered"
        yield Defect("gap", where, message, _shown(day, circuit, state, f"no version of {where} is law"))
    for (first, second), (day, circuit, state) in ties.items():
        message = (
            f"versions {first} and {second} of {where} have the same start and place: nothing says which one governs"
        )
        yield Defect("ambiguous", where, message, _shown(day, circuit, state, f"{first} and {second} both apply"))
    for choice in order:
        if choice.id not in reached:
            message = f"version {choice.id} of {where} never applies: others cover all its days and places"
            day = choice.scope.since or choice.scope.until or days[0]
            circuit = min(choice.scope.circuits or ("1",))
            state = min(choice.scope.states or (ELSEWHERE,))
            yield Defect("unreachable", where, message, _shown(day, circuit, state, f"{choice.id} should apply"))


def _days(choices: Sequence[Version]) -> list[date]:
    """Each day on which something starts, and each day after something ends."""
    days: set[date] = set()
    for choice in choices:
        since, until = choice.scope.since, choice.scope.until
        if since is not None:
            days |= {add_days(since, -1), since}
        if until is not None:
            days |= {until, add_days(until, 1)}
    return sorted(days) or [date(2000, 1, 1)]


def _places(choices: Sequence[Version]) -> list[tuple[str, str]]:
    circuits = sorted(CIRCUITS) if any(c.scope.circuits is not None for c in choices) else ["1"]
    states = sorted({state for c in choices for state in c.scope.states or ()})
    return [(circuit, state) for circuit in circuits for state in (*states, ELSEWHERE)]


def _holds(scope: Scope, day: date, circuit: str, state: str) -> bool:
    return (
        (scope.since is None or scope.since <= day)
        and (scope.until is None or day <= scope.until)
        and (scope.circuits is None or circuit in scope.circuits)
        and (scope.states is None or state in scope.states)
    )


def _rank(choice: Version) -> tuple[bool, date | None]:
    return choice.scope.circuits is not None or choice.scope.states is not None, choice.scope.since


def _between(covered: Sequence[bool]) -> list[bool]:
    """Where a stretch of days begins that is not covered, although some day before and some day after it is."""
    return [i > 0 and covered[i - 1] and not here and any(covered[i:]) for i, here in enumerate(covered)]


def _shown(day: date, circuit: str, state: str, what: str) -> str:
    guesses: dict[str, Guess] = {} if state == ELSEWHERE else {STATE_FACT: state}
    return case_text(guesses, [what, header(day, circuit)])
