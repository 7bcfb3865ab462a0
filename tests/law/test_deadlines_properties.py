"""What holds of every deadline and every count, whatever the date: twins, closed days, closures, rough dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nolle.facts.record import CaseFacts
from nolle.law import authorities
from nolle.law.procedure import (
    Calendar,
    Closure,
    Deadline,
    count,
    deadline,
    docket_clocks,
    not_rolled,
    rules,
    shifted,
    why_not_federal,
)
from nolle.law.procedure.triggers import in_case
from nolle.logic import Answer, Asked, Cell, Missing, Span, Text, exactly
from nolle.logic.value import evaluate

DAYS = st.dates(date(2009, 1, 1), date(2045, 12, 31))
LATE_DAYS = st.dates(date(2026, 3, 10), date(2045, 12, 31))
SNOW = Text("snow", "nieve")
IDS = sorted(rules())
QUICK = settings(max_examples=60, deadline=None)


def worked(id: str, day: date, closures: tuple[Closure, ...] = (), represented: bool | None = None) -> Deadline:
    """The deadline, with what else it needs to come to a date."""
    return deadline(
        id,
        day,
        custody="nondetained",
        hearing="individual",
        state="CA",
        closures=closures,
        represented=represented,
    )


@given(day=DAYS, days=st.integers(0, 400))
def test_a_forward_count_of_days_and_its_backward_twin_agree(day: date, days: int) -> None:
    there = count(day, days, "calendar_days", "after", "none", Calendar()).raw
    assert count(there, days, "calendar_days", "before", "none", Calendar()).raw == day
    assert (there - day).days == days


@given(day=DAYS.filter(lambda day: why_not_federal(day) is None), days=st.integers(0, 60))
def test_so_do_a_forward_count_of_business_days_and_its_twin(day: date, days: int) -> None:
    there = shifted(day, days, "business_days")
    assert why_not_federal(there) is None
    assert shifted(there, -days, "business_days") == day


@given(day=DAYS.filter(lambda day: day.day <= 28), years=st.integers(0, 25))
def test_so_do_years_where_every_month_has_the_day(day: date, years: int) -> None:
    assert shifted(shifted(day, years, "years"), -years, "years") == day


@QUICK
@given(id=st.sampled_from(IDS), day=LATE_DAYS)
def test_no_computed_day_is_a_weekend_or_holiday_save_for_the_named_rules(id: str, day: date) -> None:
    found = worked(id, day)
    if id not in not_rolled():
        for computed in (found.due.low if found.due else None, found.safe):
            assert computed is None or why_not_federal(computed) is None
    elif found.safe is not None and found.rule.kind == "filing" and id not in ("vd_pre_request",):
        assert why_not_federal(found.safe) is None, "what must be filed is worked to on a business day"


@pytest.mark.parametrize("id", sorted(not_rolled()))
def test_each_named_rule_does_fall_on_closed_days(id: str) -> None:
    days = (date(2026, 4, 1) + timedelta(days=n) for n in range(40))
    made = [worked(id, day) for day in days]
    computed = [day for one in made for day in (one.due and one.due.low, one.safe) if day is not None]
    assert any(why_not_federal(day) for day in computed)


@QUICK
@given(
    id=st.sampled_from(IDS),
    day=LATE_DAYS,
    offset=st.integers(-3, 3),
    length=st.integers(1, 5),
    settled=st.booleans(),
    represented=st.sampled_from([None, True, False]),
)
def test_a_closure_never_makes_a_date_less_safe(
    id: str, day: date, offset: int, length: int, settled: bool, represented: bool | None
) -> None:
    before = worked(id, day, represented=represented)
    if before.safe is None:
        return
    closed = [before.safe + timedelta(days=offset + n) for n in range(length)]
    after = worked(id, day, tuple(Closure(d, SNOW, settled=settled) for d in closed), represented)
    assert after.safe is not None
    assert before.due is not None
    assert after.due is not None
    if before.rule.direction == "before":
        assert after.safe <= before.safe
    else:
        assert after.safe >= before.safe
        assert after.due.low >= before.due.low


@QUICK
@given(id=st.sampled_from(IDS), low=LATE_DAYS, width=st.integers(1, 400), at=st.integers(0, 400))
def test_a_rough_trigger_gives_a_range_that_holds_every_day_and_its_safe_end(
    id: str, low: date, width: int, at: int
) -> None:
    high = low + timedelta(days=width)
    inside = low + timedelta(days=min(at, width))
    rough = deadline(id, Span(low, high), on=low, custody="nondetained", hearing="individual", state="CA")
    exact = deadline(id, inside, on=low, custody="nondetained", hearing="individual", state="CA")
    assert rough.status == exact.status or exact.due is None
    if exact.due is None or rough.due is None or exact.safe is None:
        return
    assert exact.due.within(rough.due)
    assert rough.safe is not None
    assert rough.safe >= exact.safe if rough.rule.not_before else rough.safe <= exact.safe


def told(id: str, day: date) -> CaseFacts | None:
    """A case of which the docket's date can be worked out from one fact."""
    fact = rules()[id].trigger.fact
    if fact is None or fact.startswith("relative."):
        return None
    cells: dict[str, Answer] = {
        "case.next_hearing_kind": "master" if id.startswith("ic_master") or id == "vd_pre_request" else "individual",
        "case.detained": False,
        "case.vd_kind": "pre_conclusion" if id == "vd_pre_period" else "post_conclusion",
        "case.vd_granted": True,
        "case.in_absentia": id == "motion_reopen_in_absentia_180",
        "case.posture": "final_order",
        "case.appeal_taken": False,
        "case.motion_kind": {"dhs_motion_to_recalendar_response": "recalendar"}.get(id, "dismiss"),
        "case.recalendar_requested_by": "dhs",
        "case.motion_decided_on": Missing.ABSENT,
        "case.pd_requested_on": Missing.ABSENT,
        "derived.stop_time_date": Missing.ABSENT,
        "juvenile.court_state": "CA",
        "juvenile.order_on": Missing.ABSENT,
        "daca.ever_granted": True,
        "da.type": "sij",
        "filing.i130.category": "ir_child",
        "filing.i360_vawa.category": "ir_child",
        "filing.i589.status": "pending",
        "case.opla_position": "no_response",
        "case.administratively_closed": False,
        fact: exactly(day),
    }
    if id == "motion_response":
        cells["case.motion_kind"] = "reopen"
    if id == "asylum_one_year":
        cells["filing.i589.filed_on"] = Missing.ABSENT
    return CaseFacts({name: Cell(answer) for name, answer in cells.items()}, {}, frozenset({"conviction"}))


@pytest.mark.parametrize("id", sorted(set(docket_clocks()) - {"next_hearing", "qr_child_21"}))
@settings(max_examples=25, deadline=None)
@given(day=LATE_DAYS)
def test_in_columns_the_date_is_never_later_than_the_safe_one(id: str, day: date) -> None:
    from nolle.facts.derivations import definitions
    from nolle.law.tables import tables

    case = told(id, day)
    if case is None:
        return
    asked = Asked(case, authorities.Law(), day, tables=tables(), definitions=definitions())
    column = evaluate(docket_clocks()[id], asked)
    if column in (Missing.ABSENT, Missing.NOT_KNOWN) and id in ("pd_prehearing_chase", "post_order_watch"):
        return
    assert isinstance(column, Span), id
    found = worked(id, day)
    assert found.safe is not None
    if found.rule.not_before:
        assert column.low >= found.safe
    else:
        assert column.low <= found.safe
        assert (found.safe - column.low).days <= 8


def test_every_deadline_of_a_case_that_has_a_date_is_there_for_columns() -> None:
    dated = {id for id, use in in_case().items() if use.trigger is not None}
    left = dated - set(docket_clocks())
    assert left == {
        "ic_individual_filing_v2008",
        "ic_individual_filing_v2020",
        "ic_individual_filing_v2021",
        "nta_min_10_days",
        "asylum_ead_365_proposed",
        "biometrics",
        "asylum_refile_uscis",
        "i485_after_termination",
        "appear_until_order",
    }, "history, a proposal, a period of DHS, or the day of the event itself"


def test_the_docket_s_dates_are_the_same_in_columns_as_for_one_case() -> None:
    import polars as pl

    from nolle.facts.derivations import definitions
    from nolle.law.tables import tables
    from nolle.logic.columns import compile_rules

    ids = sorted(set(docket_clocks()) - {"next_hearing", "qr_child_21"})
    cases = {id: told(id, date(2027, 1, 19)) for id in ids}
    rows = {id: case for id, case in cases.items() if case is not None}
    table: dict[str, list[object]] = {"case_id": list(rows)}
    for name in sorted({name for case in rows.values() for name in case.single}):
        cells = [case.single.get(name) for case in rows.values()]
        column = name.replace(".", "__")
        spans = any(cell is not None and isinstance(cell.answer, Span) for cell in cells)
        known = [cell is not None and not isinstance(cell.answer, Missing) for cell in cells]
        if any(known):
            table[column] = [
                (cell.answer.low if spans else cell.answer) if cell is not None and k else None  # type: ignore[union-attr]
                for cell, k in zip(cells, known, strict=True)
            ]
        table[f"{column}__state"] = [
            None if cell is None else "given" if k else "absent" for cell, k in zip(cells, known, strict=True)
        ]
    table["conviction__complete"] = [True] * len(rows)
    plan = compile_rules((), definitions(), tables())
    layers = plan.run(
        {"case": pl.DataFrame(table)},
        law=authorities.Law(),
        as_of=date(2027, 1, 19),
        days=docket_clocks(),
    )
    found = {row["case_id"]: row for row in layers.frame.collect().to_dicts()}
    for id, case in rows.items():
        asked = Asked(case, authorities.Law(), date(2027, 1, 19), tables=tables(), definitions=definitions())
        one = evaluate(docket_clocks()[id], asked)
        low = found[id][f"{id}__low"]
        assert (None if low is None else date.fromordinal(low)) == (one.low if isinstance(one, Span) else None), id
