"""Deadlines in columns: never later than for one case, there wherever a case has a date, and part of the soonest."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from nolle.counsel.docket.questions import deadline_held_back
from nolle.counsel.docket.screen import Request, screen
from nolle.counsel.docket.words import clock_name
from nolle.facts.docket import read_docket
from nolle.facts.record import CaseFacts
from nolle.law.procedure import Deadline, deadlines_of, impossible_dates, rule_of_clock, rules, works_early

from .sampled import TODAY, sample

FIRST_YEAR = 1990
"""Of the holidays that are stored."""

SLACK = 7
"""Days by which a date in columns may come before the safe one: a forward roll, business days, the shorter count."""


@cache
def general_deadlines() -> tuple[str, ...]:
    return tuple(Request(TODAY).questions_for(own_dates=False).deadlines)


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
            far = abs((one.safe - day).days) > SLACK
            stored = one.safe.year >= FIRST_YEAR
            if late or far or (works_early(one.rule) and stored and day != one.safe):
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


@pytest.mark.parametrize("on", [TODAY, date(2024, 12, 24), date(2026, 7, 5)])
@pytest.mark.parametrize("only", [(), ("asylum",), ("joint_motion_to_reopen", "aos_immediate_relative")])
def test_the_soonest_deadline_is_the_first_that_runs_and_has_not_gone_by(on: date, only: tuple[str, ...]) -> None:
    (part,) = screen([sample().frames], Request(on, only=only, rules=False, sensitive=True))
    seen = set()
    for row in part.to_dicts():
        case: CaseFacts = sample().case(row["case_id"])
        if row["dates_contradict"]:
            continue
        ahead, there = [], set()
        for one in deadlines_of(case, on, row["circuit"]):
            there.add(one.id)
            if only and one.rule.pathways and not set(only) & set(one.rule.pathways):
                continue
            age = (one.rule.trigger.fact or "").endswith(".birth_date")
            if one.safe is not None and one.safe >= on and not (one.rule.not_before or age or one.id == BY_ITSELF):
                ahead.append((one.safe, one.id))
        soonest, which = row["soonest_deadline"], row["soonest_deadline_of"]
        assert soonest is None or soonest >= on
        assert not ahead or (soonest is not None and soonest <= min(ahead)[0]), (row["case_id"], soonest, min(ahead))
        if which is None:
            continue
        id = which.removeprefix("deadline.") if which.startswith("deadline.") else rule_of_clock()[which].id
        # before its first day a rule's place is taken by the one before it, which has no columns
        assert id in there or (rules()[id].since or on) > on, (row["case_id"], which, "runs in the docket alone")
        if which.startswith("deadline."):
            seen.add(which)
            # a day known only roughly may have come, and one whose last day is later has not gone by
            assert soonest == max(row[f"deadline__{id}__due"], on)
    assert seen, "in a docket of some size a court's deadline is somewhere the soonest"


BY_ITSELF = "appear_until_order"
"""The hearing, which has a column of its own."""


@pytest.mark.parametrize(
    ("told", "id"),
    [
        ({"final_order": "true", "final_order_on": "{day}", "posture": "unknown"}, "petition_for_review"),
        ({"motion_kind": "recalendar", "recalendar_requested_by": "dhs", "motion_filed_on": "{day}",
          "motion_decided_on": "absent"}, "dhs_motion_to_recalendar_response"),
        ({"pd_requested_on": "{day}", "opla_position": "no_response"}, "pd_ack_chase"),
        ({"vd_granted": "true", "vd_granted_on": "{day}", "vd_kind": "post_conclusion", "posture": "decided"},
         "vd_bond"),
        ({"ij_decision_on": "{day}", "posture": "decided", "appeal_taken": "false"}, "bia_appeal"),
    ],
)  # fmt: skip
def test_a_deadline_has_not_gone_by_before_its_last_day(told: dict[str, str], id: str) -> None:
    """Weekends, holidays, business days and the longer of two counts: on its last day it is still the soonest."""
    for n in range(0, 400, 37):
        day = date(2026, 3, 20) + timedelta(n)
        cells = {f"case__{name}": text.format(day=day) for name, text in told.items()}
        case, frames = one_case(**cells)
        (found,) = [one for one in deadlines_of(case, day + timedelta(1)) if one.id == id]
        assert found.safe is not None
        assert found.due is not None
        assert isinstance(found.due.high, date)
        for on in (found.safe, found.due.high):
            (row,) = next(screen([frames], Request(on, rules=False))).to_dicts()
            assert row["soonest_deadline"] == on, (day, on, row["soonest_deadline_of"])
        assert row[f"deadline__{id}__due"] == found.safe


@pytest.mark.parametrize(
    ("told", "on"),
    [
        ({"case__next_hearing_on": "2026-12-05/.."}, TODAY),
        ({"case__next_hearing_on": "2026-11-05/.."}, TODAY),
        ({"asylum__last_arrival_on": "2025-10-01/..", "filing__i589__filed_on": "absent"}, TODAY),
    ],
)
def test_what_has_no_last_day_has_not_gone_by(told: dict[str, str], on: date) -> None:
    _, frames = one_case(**told)
    (row,) = next(screen([frames], Request(on, rules=False))).to_dicts()
    assert row["soonest_deadline"] is not None
    if "case__next_hearing_on" in told:
        assert row["next_hearing"] == max(on, date.fromisoformat(told["case__next_hearing_on"][:10]))


HEARING = date(2026, 12, 8)


def one_case(**cells: str) -> tuple[CaseFacts, dict[str, pl.DataFrame]]:
    """A case before the court that is told in a few cells, and the same as a docket."""
    told = {"case__in_removal_proceedings": "true", "case__detained": "false", "case__posture": "pleaded"} | cells
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "case.csv")
        path.write_text(f"case_id,{','.join(told)}\na,{','.join(told.values())}\n", "utf-8")
        docket = read_docket(path)
    return docket.case("a"), dict(docket.frames)


@pytest.mark.parametrize("days", range(40))
def test_a_deadline_counts_until_its_day_has_come(days: int) -> None:
    """No day near a hearing, or a birthday, on which what is due is not the soonest deadline."""
    on = HEARING - timedelta(days)
    kind = {"case__next_hearing_on": str(HEARING), "case__next_hearing_kind": "master"}
    case, frames = one_case(**kind, case__pd_requested_on="2026-01-05", person__birth_date="2005-12-09")
    (part,) = screen([frames], Request(on, rules=False))
    (row,) = part.to_dicts()
    due = [one.safe for one in deadlines_of(case, on) if one.safe is not None and not one.rule.not_before]
    ahead = [day for day in due if day >= on]
    assert ahead, "there is always the hearing's own, or a birthday"
    assert on <= row["soonest_deadline"] <= min(ahead)


def test_the_watch_after_a_closure_goes_on() -> None:
    cells = {"case__administratively_closed": "true", "case__admin_closed_on": "2023-10-06"}
    for on in (date(2023, 10, 7), date(2024, 2, 29), TODAY):
        case, frames = one_case(**cells, case__posture="administratively_closed")
        (row,) = next(screen([frames], Request(on, rules=False))).to_dicts()
        (look,) = [one for one in deadlines_of(case, on) if one.rule.id == "post_order_watch"]
        assert row["deadline__post_order_watch__due"] == look.safe
        assert look.safe is not None
        assert on <= row["soonest_deadline"] <= look.safe


@pytest.mark.parametrize("decided", ["2025-05-01", "2025", "2026-05-01", "2027"])
def test_dates_that_cannot_both_be_right_are_told(decided: str) -> None:
    case, frames = one_case(case__motion_filed_on="2026-05-01", case__motion_decided_on=decided)
    (row,) = next(screen([frames], Request(TODAY, rules=False))).to_dicts()
    assert row["dates_contradict"] is bool(impossible_dates(case))


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


def test_a_docket_asked_of_one_pathway_has_its_deadlines_and_those_of_no_one_pathway() -> None:
    (part,) = screen([sample().frames], Request(date(2026, 11, 22), only=("aos_immediate_relative",), rules=False))
    found = {name.removeprefix("deadline__").removesuffix("__due") for name in part.columns if name[:8] == "deadline"}
    assert {"widow_two_years", "petition_for_review", "ic_individual_filing_current"} <= found
    assert not found & {"bia_appeal", "vawa_child_21", "child_21_ir"}, "of others, and its own clock"
    assert "aos_immediate_relative__child_21_ir__due" in part.columns


@pytest.mark.parametrize(
    ("hearing", "day", "rough"),
    [("2026-12-05", "2026-12-05", False), ("2026-12", "2026-12-01", True), ("2026-11", "2026-11-22", True),
     ("../2027-03-01", "2026-11-22", True), ("2026-12-05/..", "2026-12-05", True), ("2026-10-05", None, False)],
)  # fmt: skip
def test_a_hearing_that_is_known_roughly_is_told_so(hearing: str, day: str | None, rough: bool) -> None:
    _, frames = one_case(case__next_hearing_on=hearing, case__next_hearing_kind="master")
    (row,) = next(screen([frames], Request(TODAY, rules=False))).to_dicts()
    assert (row["next_hearing"], row["next_hearing_rough"]) == (day and date.fromisoformat(day), rough)
    if hearing == "2026-12":
        assert row["soonest_deadline_rough"], "what counts from the hearing is known as roughly"
