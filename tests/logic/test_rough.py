"""Rough dates and numbers: what is read, what is refused, and how ranges compare."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nolle.logic.rough import (
    RoughError,
    Span,
    add_months,
    exactly,
    less,
    months_between,
    parse_date,
    same,
    say,
    years_between,
)

READ = [
    ("2014-05-07", "2014-05-07", "2014-05-07"),
    ("2014-05", "2014-05-01", "2014-05-31"),
    ("2016-02", "2016-02-01", "2016-02-29"),
    ("2014", "2014-01-01", "2014-12-31"),
    ("2014~", "2013-01-01", "2015-12-31"),
    ("2014?", "2013-01-01", "2015-12-31"),
    ("2014-05~", "2014-04-01", "2014-06-30"),
    ("2014-01~", "2013-12-01", "2014-02-28"),
    ("2014-05-07~", "2014-05-06", "2014-05-08"),
    ("2014/2016", "2014-01-01", "2016-12-31"),
    ("2014-03/2014-05-02", "2014-03-01", "2014-05-02"),
    ("../2009", None, "2009-12-31"),
    ("2009/..", "2009-01-01", None),
    ("2009/", "2009-01-01", None),
    ("/2009", None, "2009-12-31"),
]


@pytest.mark.parametrize(("written", "low", "high"), READ)
def test_an_edtf_date_is_the_days_it_may_be(written: str, low: str | None, high: str | None) -> None:
    span = parse_date(written)
    assert (span.low, span.high) == tuple(date.fromisoformat(end) if end else None for end in (low, high))
    assert span.text == written


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("02/03/2004", "day and month cannot be told apart"),
        ("2023-02-30", "2023-02 has no day 30"),
        ("2023-13-01", "there is no month 13"),
        ("2021-22", "there is no month 22"),
        ("200X", "not a form that is read"),
        ("2014/2013", "ends before it starts"),
        ("../..", "is not a date"),
        ("/", "is not a date"),
        ("", "is not a date"),
        ("0000", "no such year"),
        ("next week", "not a form that is read"),
        ("{2014,2016}", "not a form that is read"),
        ("x" * 5000, "..."),
    ],
)
def test_anything_else_is_refused_with_what_is_accepted(written: str, said: str) -> None:
    with pytest.raises(RoughError, match="date") as refused:
        parse_date(written)
    assert said in str(refused.value)
    assert len(str(refused.value)) < 500


@pytest.mark.parametrize(
    ("born", "years", "reached"),
    [
        (date(2004, 2, 29), 21, date(2025, 2, 28)),
        (date(2004, 2, 29), 20, date(2024, 2, 29)),
        (date(2004, 3, 1), 21, date(2025, 3, 1)),
        (date(1999, 12, 31), 18, date(2017, 12, 31)),
    ],
)
def test_an_age_is_reached_on_the_birthday_and_held_at_the_month_end(born: date, years: int, reached: date) -> None:
    assert add_months(born, 12 * years) == reached
    assert years_between(born, reached) == years
    assert years_between(born, reached - timedelta(days=1)) == years - 1


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
    ],
)
def test_months_are_held_at_the_months_end(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(days, days, st.integers(-600, 600))
def test_later_dates_stay_later_when_months_are_added(a: date, b: date, months: int) -> None:
    assert (a <= b) <= (add_months(a, months) <= add_months(b, months))


@given(days, days)
def test_whole_months_are_the_most_that_still_fit(a: date, b: date) -> None:
    n = months_between(a, b)
    assert add_months(a, n) <= b < add_months(a, n + 1)
    assert years_between(a, b) == n // 12


spans = st.tuples(days, days).map(lambda ends: Span(min(ends), max(ends)))


@given(spans, spans, st.data())
def test_a_range_compares_as_every_day_in_it_does(a: Span, b: Span, data: st.DataObject) -> None:
    x = data.draw(st.dates(a.low, a.high))
    y = data.draw(st.dates(b.low, b.high))
    if less(a, b) is not None:
        assert less(a, b) is (x < y)
    if less(a, b, or_equal=True) is not None:
        assert less(a, b, or_equal=True) is (x <= y)
    if same(a, b) is not None:
        assert same(a, b) is (x == y)


def test_a_comparison_is_unknown_only_where_the_ends_disagree() -> None:
    year = parse_date("2014")
    assert less(year, exactly(date(2015, 1, 1))) is True
    assert less(year, exactly(date(2014, 12, 31))) is None
    assert less(year, exactly(date(2014, 12, 31)), or_equal=True) is True
    assert less(year, exactly(date(2014, 1, 1))) is False
    assert less(parse_date("../2013"), year) is True
    assert less(parse_date("2013/.."), year) is None


@pytest.mark.parametrize(
    ("written", "en", "es"),
    [
        ("2023-10-06", "October 6, 2023", "6 de octubre de 2023"),
        ("2014", "2014", "2014"),
        ("2014-05", "May 2014", "mayo de 2014"),
        ("2014~", "about 2014", "alrededor de 2014"),
        (
            "2014/2016",
            "between January 1, 2014 and December 31, 2016",
            "entre el 1 de enero de 2014 y el 31 de diciembre de 2016",
        ),
        ("../2009", "on or before December 31, 2009", "a más tardar el 31 de diciembre de 2009"),
        ("2009/..", "on or after January 1, 2009", "a partir del 1 de enero de 2009"),
    ],
)
def test_what_is_rough_is_said_as_rough(written: str, en: str, es: str) -> None:
    assert (say(parse_date(written), "en"), say(parse_date(written), "es")) == (en, es)


def test_rough_numbers_are_said_too() -> None:
    assert say(Span(16, 17), "en") == "16 to 17"
    assert say(Span(10, None), "es") == "al menos 10"
    assert say(exactly(3), "en") == "3"
