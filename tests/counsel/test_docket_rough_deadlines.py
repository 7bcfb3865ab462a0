"""Deadlines of a docket whose dates are rough, or that lie at a change of the law or beside a closure."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from nolle.counsel.docket.screen import Request, screen
from nolle.facts.docket import Docket, read_docket
from nolle.facts.record import CaseFacts
from nolle.law import authorities
from nolle.law.pathways import pathways
from nolle.law.procedure import calendar, deadlines_of, docket_dates, rule_of_clock, rules
from nolle.law.procedure.calendar import FEDERAL, Closure
from nolle.law.procedure.clocks import clock_of
from nolle.law.procedure.triggers import LIKE
from nolle.logic import Asked, Cell, Missing, Span, Text
from nolle.logic.columns.engines import DuckDb, Engine, Polars
from nolle.logic.tree import OnlyIf, Shift
from nolle.logic.value import evaluate

TODAY = date(2026, 6, 11)
CHANGE = date(2026, 3, 9)
"""The first day of the appeal rule of ten days."""

APPEALS = ("bia_appeal", "order_final_no_appeal")
REACH = (0, 1, 19, 20, 21, 80)
OVER = [f"{CHANGE - timedelta(before)}/{CHANGE + timedelta(after)}" for before in REACH for after in REACH]
DECIDED = (
    *OVER, "2026", "2026-02", "2026-03", "2026-04", "2025-12-19/..", "2026-02-20/..", "2026-03-08/..", "2026-03-09/..",
    "../2026-03-08", "../2026-03-09", "../2027", *(str(CHANGE + timedelta(n)) for n in range(-25, 3)),
)  # fmt: skip


def docket_of(folder: Path, field: str, values: tuple[str, ...], **rest: str) -> Docket:
    """A case for each value of a field, the rest being the same."""
    told = {"case__in_removal_proceedings": "true", **rest}
    rows = [f"{n},{value},{','.join(told.values())}" for n, value in enumerate(values)]
    path = folder / "case.csv"
    path.write_text("\n".join((f"case_id,{field},{','.join(told)}", *rows, "")), "utf-8")
    return read_docket(path)


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Docket:
    cells = {"case__posture": "decided", "case__appeal_taken": "false", "case__in_absentia": "false"}
    return docket_of(tmp_path_factory.mktemp("decided"), "case__ij_decision_on", DECIDED, **cells)


def rows(docket: Docket, on: date, engine: Engine | None = None, **how: Any) -> dict[str, dict[str, Any]]:
    parts = screen([docket.frames], Request(on, rules=False, **how), *([engine] if engine else []))
    return {row["case_id"]: row for part in parts for row in part.to_dicts()}


@pytest.mark.parametrize("engine", [Polars(), DuckDb()], ids=["polars", "duckdb"])
def test_over_the_change_of_the_appeal_the_day_to_work_to_is_that_of_one_case(decided: Docket, engine: Engine) -> None:
    found = rows(decided, TODAY, engine)
    wrong = []
    for n, written in enumerate(DECIDED):
        case: CaseFacts = decided.case(str(n))
        alone = {one.id: one.safe for one in deadlines_of(case, TODAY)}
        for id in APPEALS:
            day = found[str(n)][f"deadline__{id}__due"]
            if day != alone[id]:
                wrong.append((written, id, day, alone[id]))
    assert not wrong
    assert sum(row["deadline__bia_appeal__due"] is not None for row in found.values()) > 60


@pytest.mark.parametrize("id", APPEALS)
def test_and_so_it_is_asked_of_one_case(decided: Docket, id: str) -> None:
    found = rows(decided, TODAY)
    for n, written in enumerate(DECIDED):
        day = evaluate(docket_dates()[id].day, Asked(decided.case(str(n)), authorities.Law(), TODAY))
        low = day.low if isinstance(day, Span) else None
        assert (low and FEDERAL.next_open(low)) == found[str(n)][f"deadline__{id}__due"], written


@pytest.mark.parametrize("missing", [Missing.ABSENT, Missing.NOT_ASKED])
def test_where_nothing_was_decided_no_appeal_is_due(missing: Missing) -> None:
    case = CaseFacts({"case.ij_decision_on": Cell(missing)}, {}, frozenset())
    for id in APPEALS:
        assert evaluate(docket_dates()[id].day, Asked(case, authorities.Law(), TODAY)) is missing


@pytest.mark.parametrize("on", [date(2025, 12, 24), date(2025, 12, 26)])
def test_a_closure_that_is_not_settled_keeps_no_deadline_open(tmp_path: Path, on: date) -> None:
    cells = {"case__posture": "decided", "case__appeal_taken": "false"}
    docket = docket_of(tmp_path, "case__ij_decision_on", ("2025-11-24",), **cells)
    (appeal,) = [one for one in deadlines_of(docket.case("0"), on) if one.id == "bia_appeal"]
    assert appeal.safe == date(2025, 12, 24)
    assert appeal.passed(on) is (on > appeal.safe)
    row = rows(docket, on)["0"]
    assert (row["soonest_deadline"] == on) is not appeal.passed(on)


def closed_on(monkeypatch: pytest.MonkeyPatch, day: date, *, settled: bool, courts: tuple[str, ...]) -> None:
    closure = Closure(day, Text("snow", "nieve"), courts, settled=settled)
    monkeypatch.setattr(calendar, "stored_closures", lambda: (closure,))


@pytest.mark.parametrize("courts", [(), ("BAL",)])
@pytest.mark.parametrize("settled", [True, False])
def test_backward_every_closure_counts_and_forward_what_is_settled(
    monkeypatch: pytest.MonkeyPatch, settled: bool, courts: tuple[str, ...]
) -> None:
    """Of what court is not asked: a day may stay in view too long, and is never lost too soon."""
    monday = date(2026, 1, 26)
    closed_on(monkeypatch, monday, settled=settled, courts=courts)
    table = calendar.days_to_open.__wrapped__
    for forward, expected in ((True, 1 if settled else 0), (False, 3)):
        first, far = table(forward=forward, closures=True)
        assert far[(monday - first).days] == expected


def test_every_clock_of_a_pathway_has_its_rule() -> None:
    """Add one that shares a rule's day to ``LIKE``; if a clock has no rule at all, list it here and say why."""
    alone: dict[str, str] = {}
    clocks = {f"{p.id}.{c.id}" for p in pathways() for c in p.clocks}
    assert clocks == set(rule_of_clock()) | set(LIKE) | set(alone)
    assert not set(rule_of_clock()) & set(LIKE)


@pytest.mark.parametrize("clock", sorted(set(LIKE) - {"u_bfd_waitlist_da.da_renew"}))
def test_a_clock_and_the_rule_it_is_like_count_the_same_days(clock: str) -> None:
    due, rule = clock_of(clock).due, rules()[LIKE[clock]]
    due = due.of if isinstance(due, OnlyIf) else due
    assert isinstance(due, Shift)
    sign = -1 if rule.direction == "before" else 1
    assert (repr(due.of), due.sign, due.days) == (rule.trigger.fact, sign, rule.value)
    assert (rule.unit, due.months, due.years) == ("calendar_days", 0, 0)


def test_and_where_the_rule_is_another_pathway_s_clock_the_two_are_one() -> None:
    other = rules()[LIKE["u_bfd_waitlist_da.da_renew"]].clock
    assert repr(clock_of("u_bfd_waitlist_da.da_renew").due) == repr(clock_of(other or "").due)


PAIRS = {
    "joint_motion_to_reopen__pfr_30": "petition_for_review",
    "joint_motion_to_reopen__mtr_90": "motion_reopen",
    "joint_motion_to_reopen__mtr_180_absentia": "motion_reopen_in_absentia_180",
    "asylum__bia_appeal_10": "bia_appeal",
    "cancellation_42b__bia_appeal_10": "bia_appeal",
}


@pytest.mark.parametrize("absent", ["true", "false"], ids=["in_absentia", "present"])
def test_a_clock_falls_on_the_day_of_its_deadline(tmp_path: Path, absent: str) -> None:
    ordered = tuple(str(date(2026, 10, 22) + timedelta(n)) for n in range(14))
    cells = {"case__final_order": "true", "case__in_absentia": absent, "case__appeal_taken": "false"}
    seen = set()
    for field in ("case__final_order_on", "case__ij_decision_on"):
        folder = tmp_path / field
        folder.mkdir()
        docket = docket_of(folder, field, ordered, **cells)
        for row in rows(docket, date(2026, 11, 5)).values():
            for clock, id in PAIRS.items():
                day, rolled = row[f"{clock}__due"], row[f"deadline__{id}__due"]
                if day is not None and rolled is not None:
                    seen.add(clock)
                    assert day == rolled
    assert seen >= set(PAIRS) - {f"joint_motion_to_reopen__mtr_{'90' if absent == 'true' else '180_absentia'}"}
