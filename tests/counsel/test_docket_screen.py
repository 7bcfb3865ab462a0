"""A docket comes to the same, cell by cell, as an opinion on each of its cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from nolle.counsel.docket.questions import category_root
from nolle.counsel.docket.screen import Request, screen
from nolle.counsel.opinion import Opinion, opinion
from nolle.law.procedure import counting_rules, rule_of_clock, rules, works_early
from nolle.law.procedure.calendar import FEDERAL
from nolle.law.procedure.triggers import LIKE
from nolle.logic import Span
from nolle.logic.columns import column_name
from nolle.logic.finding import ASK

from .sampled import TODAY, case_file, sample

ROW = re.compile(r"\[[^]]*\]")


def expected(found: Opinion) -> Iterator[tuple[str, Any]]:
    """What the docket must say of a case, from its opinion."""
    for report in found.reports:
        id = report.pathway.id
        yield f"{id}__status", str(report.status)
        yield f"{id}__ask", report.root.reading(ASK)
        yield f"{id}__grant", report.root.truth
        yield f"{id}__missing", names(report.missing)
        for finding in report.findings:
            yield column_name(f"{id}.{finding.rule.id}"), finding.truth
        days = {due.clock.id: due.day for due in report.due}
        for clock in report.pathway.clocks:
            day = days.get(clock.id)
            yield f"{id}__{clock.id}__due", safe(f"{id}.{clock.id}", day) if isinstance(day, Span) else None
    for exposed in found.exposure:
        yield f"exposure__{exposed.exposure.id}", exposed.root.truth
        yield f"exposure__{exposed.exposure.id}__missing", names(exposed.missing)
    yield "priority", found.priority.truth
    yield "priority__tier", found.priority.tier
    regime = found.priority.regime
    yield "priority__regime", regime.id if regime is not None else None
    for raised in found.priority.categories:
        assert regime is not None
        yield column_name(category_root(regime, raised.category)), raised.root.truth
        yield f"regime__{regime.id}__{raised.category.id}__missing", names(raised.missing)
    for weighed in found.factors:
        yield f"factor__{weighed.factor.id}", weighed.shown
        if weighed.factor.polarity == "either" and weighed.factor.against is not None:
            yield f"factor__{weighed.factor.id}__against", weighed.against


def safe(clock: str, day: Span) -> Any:
    """The day to work to: the open day on or before, or after, as its rule is rolled; of a first possible day the late
    end.
    """
    rule = rule_of_clock().get(clock) or rules().get(LIKE.get(clock, ""))
    end = day.high if rule is not None and rule.not_before else day.low
    if rule is None or not isinstance(end, date):
        return end
    if rule.clock is None and rule.counting and counting_rules()[rule.counting].roll == "next":
        return FEDERAL.next_open(end)
    return FEDERAL.last_open(end) if works_early(rule) else end


def names(missing: Any) -> list[str]:
    return list(dict.fromkeys(ROW.sub("", m.fact) for m in missing))


@pytest.mark.parametrize("on", [TODAY, date(2023, 10, 6), date(2014, 12, 1)])
def test_every_cell_is_that_of_the_opinion(on: date) -> None:
    docket = sample(60)
    rows = [row for part in screen([docket.frames], Request(on, sensitive=True)) for row in part.to_dicts()]
    apart = []
    for row in rows:
        found = opinion(case_file(docket, row["case_id"]), on, circuit=row["circuit"])
        for name, value in expected(found):
            same = names_of(row[name]) == names_of(value) if name.endswith("__missing") else row[name] == value
            if not same:
                apart.append((row["case_id"], name, value, row[name]))
    assert not apart, apart[:5]
    assert len(rows) == docket.frames["case"].height


def names_of(names: list[str] | None) -> frozenset[str]:
    return frozenset(names or ())
