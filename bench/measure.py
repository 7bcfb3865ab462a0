"""Timing: several things run in turn, so that a busy moment of the machine falls on all of them alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from statistics import median
from time import perf_counter

WHOLE = 1_000_000
"""The cases of a docket that its bars are for; a smaller one is held to none of time or memory."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table.

    Args:
        row: the row of the table of bars: toy, case, question, docket, same, packet.
        what: what was timed.
        nolle: seconds, the median, or for a process of its own the best.
        peer: what it stands beside, if anything.
        beside: the same of the peer; ``None`` where there is none.
        bar: the bar in words; empty where there is none.
        met: whether the bar was met; ``None`` where there is none.
        counts: the two figures are not times but numbers, of one to the other.
    """

    row: str
    what: str
    nolle: float
    peer: str = ""
    beside: float | None = None
    bar: str = ""
    met: bool | None = None
    counts: bool = False

    def held_if(self, whole: bool) -> Line:
        """The line, without its bar unless the docket was whole."""
        return self if whole else replace(self, bar="", met=None)


@dataclass(frozen=True, slots=True)
class Run:
    """Something to time: ``calls`` of it make one measurement. Runs that are compared closely take as many calls."""

    go: Callable[[], object]
    calls: int = 1


def medians(runs: Mapping[str, Run], rounds: int) -> dict[str, float]:
    """The median seconds of one call of each, over so many rounds after one that only warms up.

    Every round takes one measurement of each run, in turn.
    """
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, run in runs.items():
            start = perf_counter()
            for _ in range(run.calls):
                run.go()
            if number:
                taken[name].append((perf_counter() - start) / run.calls)
    return {name: median(times) for name, times in taken.items()}
