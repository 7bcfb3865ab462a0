"""What a docket comes to, counted: statuses by pathway, what is missing most, what lies ahead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over a docket.

    ``statuses`` counts cases by pathway and status. ``missing`` counts, for each fact, the answers that wait for it:
    one for each case and pathway. ``hearings`` and ``deadlines`` count cases by day, ``hearings_in`` and
    ``deadlines_in`` by how many days that is from the case's own date; ``due`` by clock. ``truths``
    counts exposures and the priority: yes, no, not known (``None``). ``first`` are the cases to open first.
    """

    cases: int
    statuses: Mapping[str, Mapping[str, int]]
    missing: Mapping[str, int]
    hearings: Mapping[date, int]
    deadlines: Mapping[date, int]
    due: Mapping[str, int]
    truths: Mapping[str, Mapping[bool | None, int]]
    first: tuple[Mapping[str, object], ...] = ()
    hearings_in: Mapping[int, int] = field(default_factory=dict)
    deadlines_in: Mapping[int, int] = field(default_factory=dict)
    contradicting: int = 0
    """Cases with two dates that cannot both be right (``law.procedure.IN_ORDER``)."""


@dataclass(slots=True)
class Counting:
    """A summary on its way; ``missing`` is counted where the masks are (``finish``)."""

    cases: int = 0
    statuses: dict[str, Counter[str]] = field(default_factory=dict)
    missing: Counter[str] = field(default_factory=Counter)
    hearings: Counter[date] = field(default_factory=Counter)
    deadlines: Counter[date] = field(default_factory=Counter)
    hearings_in: Counter[int] = field(default_factory=Counter)
    deadlines_in: Counter[int] = field(default_factory=Counter)
    due: Counter[str] = field(default_factory=Counter)
    truths: dict[str, Counter[bool | None]] = field(default_factory=dict)
    contradicting: int = 0

    def add(self, part: pl.DataFrame) -> None:
        """Count the cases of one batch."""
        self.cases += part.height
        for name in part.columns:
            if name.endswith("__status"):
                self.statuses.setdefault(name.removesuffix("__status"), Counter()).update(_counts(part[name]))
            elif name == "priority" or (name.startswith("exposure__") and name.count("__") == 1):
                self.truths.setdefault(name, Counter()).update(_counts(part[name]))
        self.hearings.update(_given(part["next_hearing"]))
        self.deadlines.update(_given(part["soonest_deadline"]))
        self.hearings_in.update(_given((part["next_hearing"] - part["as_of"]).dt.total_days()))
        self.deadlines_in.update(_given((part["soonest_deadline"] - part["as_of"]).dt.total_days()))
        self.due.update(_given(part["soonest_deadline_of"]))
        self.contradicting += int(part["dates_contradict"].sum())

    def summary(self, first: Iterable[Mapping[str, object]] = ()) -> Summary:
        """The counts; the most frequent of what is missing first."""
        return Summary(
            self.cases,
            self.statuses,
            most_frequent(self.missing),
            dict(sorted(self.hearings.items())),
            dict(sorted(self.deadlines.items())),
            most_frequent(self.due),
            self.truths,
            tuple(first),
            dict(sorted(self.hearings_in.items())),
            dict(sorted(self.deadlines_in.items())),
            self.contradicting,
        )


def most_frequent(counter: Counter[str]) -> dict[str, int]:
    """The most frequent first, and what is as frequent by its name: so that the same docket is told the same way."""
    return dict(sorted(counter.items(), key=lambda one: (-one[1], one[0])))


def _counts(series: pl.Series) -> dict[Any, int]:
    counted = series.value_counts(name="count")
    return dict(zip(counted[series.name].to_list(), counted["count"].to_list(), strict=True))


def _given(series: pl.Series) -> dict[Any, int]:
    return {value: count for value, count in _counts(series).items() if value is not None}
