"""State ages: a firm row answers, a weak or contested one never says "too old"."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nolle.law import authorities, tables
from nolle.logic.rough import Span, exactly, less, parse_date

CODES = (Path(__file__).parent / "ids" / "states.txt").read_text(encoding="utf-8").split()
TODAY = "2026-11-21"
day = date.fromisoformat


def _limit(state: str, on: str) -> tuple[int, int | None] | None:
    found = tables.new_petition_age(state, day(on))
    return (found.low, found.high) if found else None


def test_every_state_and_the_district_has_a_row() -> None:
    assert sorted(tables.states()) == sorted(CODES)
    assert len(CODES) == 51
    assert sum(bool(state.history) for state in tables.states().values()) == 20


def test_notes_and_rules_are_in_both_languages() -> None:
    for state in tables.states().values():
        texts = [state.notes, *(row.rule for row in state.history)]
        assert all(text.en and text.es for text in texts if text is not None), state.code


def test_the_rows_of_a_state_leave_no_gap() -> None:
    for state in tables.states().values():
        for before, after in zip(state.history, state.history[1:], strict=False):
            assert before.to is not None
            assert (after.from_ - before.to).days == 1, state.code
        assert not state.history or state.history[-1].to is None


def test_the_last_dated_row_agrees_with_today_s() -> None:
    for state in tables.states().values():
        if state.history:
            assert state.history[-1].under == state.current.under, state.code


def test_the_authorities_behind_the_table_are_stored() -> None:
    for id in tables.AUTHORITIES:
        authorities.get(id)


@pytest.mark.parametrize(
    ("state", "on", "expected", "authority"),
    [
        ("CA", "2015-12-31", (18, 18), "Prob. Code 1514"),
        ("CA", "2016-01-01", (21, 21), "AB 900, Prob. Code 1510.1"),
        ("MD", "2014-09-30", (18, 18), "Fam. Law 1-201 (old)"),
        ("MD", "2014-10-01", (21, 21), "2014 ch. 96"),
        ("WA", "2017-07-22", (18, 18), "RCW 13.34"),
        ("WA", "2017-07-23", (21, 21), "2017 c 279"),
        ("TX", "2012-06-01", (18, 18), "In re J.L.E.O. (2011)"),
        ("TX", TODAY, (18, 18), "Fam. Code 101.003"),
        ("NJ", "2015-11-01", (18, 21), "Family Part judges split"),
        ("NJ", "2015-11-02", (21, 21), "H.S.P. v. J.K."),
        ("AL", "2010-01-01", (19, 19), "Ala. Code 26-1-1"),
        ("VA", "2021-06-30", (18, 18), "Va. Code 16.1-241"),
        ("VA", "2021-07-01", (18, 21), "2021 SB 1181: a case begun before 18 may run to 21"),
        ("FL", TODAY, (18, 22), "Fla. Stat. 39.013(2): retained jurisdiction"),
        ("MA", "2012-01-01", (18, 21), "judges split before Recinos v. Escobar"),
        ("MA", "2016-03-04", (18, 21), "Recinos, near its approximate day"),
        ("MA", "2018-01-01", (21, 21), "Recinos v. Escobar, 473 Mass. 734 (2016)"),
        ("NY", "2008-01-01", (18, None), "Fam. Ct. Act 661 (old), a low-confidence row"),
        ("NY", "2010-01-01", (21, 21), "L. 2008 ch. 404"),
        ("CO", "2019-04-15", (18, 21), "HB19-1042, between signing and August 2019"),
        ("CO", "2020-01-01", (21, 21), "HB19-1042"),
        ("DC", TODAY, (18, None), "sources conflict: 18 or 21"),
        ("CT", "2016-01-01", (18, None), "PA 14-104, a low-confidence row"),
        ("ME", TODAY, (21, 21), "22 M.R.S. 4099-I"),
        ("AZ", TODAY, (18, 18), "A.R.S. 8-201"),
        ("AZ", "2015-01-01", (18, None), "no dated rows: today's row read backwards at low confidence"),
        ("PA", TODAY, (18, 21), "custody to 18; a dependency case may last to 21"),
        ("CA", "2008-01-01", None, "before 2009-03-23 the old federal law governs"),
        ("AZ", "2009-03-22", None, "before 2009-03-23 the old federal law governs"),
    ],
)
def test_the_age_on_a_day(state: str, on: str, expected: tuple[int, int | None] | None, authority: str) -> None:
    assert _limit(state, on) == expected, authority


@given(state=st.sampled_from(CODES), on=st.dates(day("2009-03-23"), day("2030-01-01")), age=st.integers(0, 40))
def test_a_weak_row_never_says_too_old(state: str, on: date, age: int) -> None:
    found = tables.new_petition_age(state, on)
    assert found is not None
    if any(row.confidence == "low" for row in found.rows):
        assert less(exactly(age), found.span) is not False
        assert found.notice is not None


@given(
    state=st.sampled_from(CODES),
    one=st.dates(day("2009-03-23"), day("2030-01-01")),
    two=st.dates(day("2009-03-23"), day("2030-01-01")),
    between=st.integers(0, 10_000),
)
def test_a_rough_day_gives_every_limit_that_is_possible(state: str, one: date, two: date, between: int) -> None:
    first, last = sorted((one, two))
    middle = date.fromordinal(first.toordinal() + between % (last.toordinal() - first.toordinal() + 1))
    rough = tables.NewPetitionAges().look_up(state, Span(first, last))
    exact = tables.new_petition_age(state, middle)
    assert rough is not None
    assert exact is not None
    assert exact.span.within(rough)


def test_a_rough_year_across_a_change_is_a_range() -> None:
    ages = tables.NewPetitionAges()
    assert ages.look_up("WA", parse_date("2017")) == Span(18, 21)
    assert ages.look_up("WA", parse_date("2018")) == Span(21, 21)
    assert ages.look_up("WA", parse_date("2017/")) == Span(18, 21)
    assert ages.look_up("WA", parse_date("../2018")) is None
    assert ages.look_up("PR", parse_date("2018")) is None


def test_an_unknown_state_is_a_key_error_that_says_what_to_write() -> None:
    with pytest.raises(KeyError, match="write a postal code such as NY"):
        tables.new_petition_age("Texas", day(TODAY))


def test_a_firm_age_needs_no_notice_and_any_other_does() -> None:
    firm = tables.new_petition_age("TX", day(TODAY))
    contested = tables.new_petition_age("DC", day(TODAY))
    assert firm is not None
    assert firm.notice is None
    assert contested is not None
    assert contested.notice is not None
    assert contested.notice.es == "confirme con un abogado del estado"
