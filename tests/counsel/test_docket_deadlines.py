"""Deadlines in columns: never later than for one case, there wherever a case has a date, and part of the soonest."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from nolle.counsel.docket.questions import deadline_held_back, general_deadlines
from nolle.counsel.docket.screen import Request, screen
from nolle.counsel.docket.words import clock_name
from nolle.facts.record import CaseFacts
from nolle.law.procedure import Deadline, deadlines_of, impossible_dates, rules
from nolle.law.procedure.triggers import ROLL_MARGIN

from .sampled import TODAY, sample

SLACK = ROLL_MARGIN + 7
"""Days by which a date in columns may come before the safe one: the margin, business days, and the shorter count."""


@cache
def rows(sensitive: bool = True) -> tuple[dict[str, Any], ...]:
    parts = screen([sample().frames], Request(TODAY, sensitive=sensitive, rules=False))
    return tuple(row for part in parts for row in part.to_dicts())


def alone(row: dict[str, Any]) -> dict[str, Deadline]:
    case: CaseFacts = sample().case(row["case_id"])
    return {} if impossible_dates(case) else {one.id: one for one in deadlines_of(case, TODAY, row["circuit"])}


def test_a_deadline_in_columns_is_never_later_than_the_safe_date_of_one_case() -> None:
    wrong, compared = [], 0
    for row in rows():
        for id, one in alone(row).items():
            if id not in general_deadlines() or one.safe is None:
                continue
            day = row[f"deadline__{id}__due"]
            if day is None:
                wrong.append((row["case_id"], id, "is left out", one.safe))
                continue
            compared += 1
            late = day < one.safe if one.rule.not_before else day > one.safe
            # Of a look every so many days the columns hold the first.
            far = abs((one.safe - day).days) > SLACK and one.rule.direction != "every"
            if late or far:
                wrong.append((row["case_id"], id, day, one.safe))
    assert not wrong, wrong[:8]
    assert compared > 200


def test_what_a_case_has_no_date_for_has_none_in_columns() -> None:
    wrong = []
    for row in rows():
        found = alone(row)
        for id in general_deadlines():
            one = found.get(id)
            if row[f"deadline__{id}__due"] is not None and found and (one is None or one.due is None):
                wrong.append((row["case_id"], id, one and one.status))
    assert not wrong, wrong[:8]


def test_the_soonest_deadline_is_the_first_on_or_after_the_date() -> None:
    seen = set()
    for row in rows():
        soonest, which = row["soonest_deadline"], row["soonest_deadline_of"]
        ahead = [
            day
            for id in general_deadlines()
            if not rules()[id].not_before and (day := row[f"deadline__{id}__due"]) is not None and day >= TODAY
        ]
        assert soonest is None or soonest >= TODAY
        assert not ahead or soonest <= min(ahead)
        if which is not None and which.startswith("deadline."):
            seen.add(which)
            due = row[f"deadline__{which.removeprefix('deadline.')}__due"]
            # a day known only roughly may have come: then it counts from today
            assert soonest == max(due, TODAY)
            assert not ahead or soonest <= min(ahead)
    assert seen, "in a docket of some size a court's deadline is somewhere the soonest"


def test_nothing_that_tells_a_protected_fact_is_named_unless_it_is_asked_for() -> None:
    held = {id for id in general_deadlines() if deadline_held_back(id)}
    assert {"motion_reopen_vawa", "vawa_child_21"} <= held
    plain = rows(sensitive=False)
    for row in plain:
        assert not {f"deadline__{id}__due" for id in held} & set(row)
        which = row["soonest_deadline_of"] or ""
        assert which.removeprefix("deadline.") not in held
        assert which.partition(".")[0] not in ("vawa_self_petition", "u_status", "t_status")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_each_has_its_name_in_words(lang: Any) -> None:
    for id in general_deadlines():
        assert clock_name(f"deadline.{id}", lang) == rules()[id].label[lang]


def test_a_docket_asked_of_one_pathway_only_has_that_pathway_s_clocks_alone() -> None:
    (part,) = screen([sample().frames], Request(date(2026, 11, 22), only=("asylum",), rules=False))
    assert not [name for name in part.columns if name.startswith("deadline__")]
    assert "asylum__asylum_one_year__due" in part.columns
