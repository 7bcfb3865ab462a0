"""Masks of missing facts become lists of their names."""

from __future__ import annotations

from collections import Counter
from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from nolle.counsel.docket.lacking import counted, in_text, listed, names_of
from nolle.counsel.docket.screen import Request, answer, ready
from nolle.logic.columns.engines import Polars

FACTS = [f"case.fact_{n:02}" for n in range(40)]
WORDS = [FACTS[::-1][:25], FACTS[:15]]


@given(st.lists(st.none() | st.tuples(st.integers(0, 2**25 - 1), st.integers(0, 2**15 - 1)), min_size=1, max_size=20))
def test_every_bit_is_a_name_in_the_order_of_the_bits(masks: list[tuple[int, int] | None]) -> None:
    frame = pl.DataFrame(
        {"a": [m and m[0] for m in masks], "b": [m and m[1] for m in masks]}, schema={"a": pl.Int64, "b": pl.Int64}
    )
    found = frame.select(listed(["a", "b"], WORDS, sorted(FACTS)).alias("x"))["x"]
    assert found.to_list() == [None if m is None else names_of(m, WORDS) for m in masks]


def test_a_name_that_may_not_be_told_is_left_out_and_not_counted() -> None:
    words = [["a", "", "c"]]
    frame = pl.DataFrame({"m_0": [0b111, 0b010, 0b000, 0b101], "shut": [False, False, False, True]})
    assert frame.select(x=listed(["m_0"], words, ["a", "b", "c"]))["x"].to_list() == [["a", "c"], [], [], ["a", "c"]]
    assert counted(frame, {"m": (words, ~pl.col("shut"))}) == Counter({"a": 1, "c": 1})


def test_counts_are_those_of_the_lists() -> None:
    masks = [3, 5, 2**24, 2**24 - 1]
    frame = pl.DataFrame({"m_0": masks, "m_1": [0, 0, 1, 2**14]})
    names = [name for pair in frame.iter_rows() for name in names_of(pair, WORDS)]
    assert counted(frame, {"m": (WORDS, pl.lit(True))}) == Counter(names)


def test_nothing_missing_is_an_empty_list_and_so_it_is_where_no_fact_can_be() -> None:
    frame = pl.DataFrame({"m_0": [0, None]}, schema={"m_0": pl.Int64})
    there, nowhere = (
        frame.with_columns(listed(*asked).alias("x"))["x"] for asked in ((["m_0"], [["a"]], ["a"]), ([], [], ["a"]))
    )
    assert there.to_list() == [[], None]
    assert nowhere.to_list() == [[], []]
    assert there.dtype == nowhere.dtype == pl.List(pl.Enum(["a"]))
    assert pl.DataFrame({"x": [["a", "b"], [], None]}).select(in_text("x"))["x"].to_list() == ["a;b", None, None]


def test_what_is_missing_of_an_empty_case_on_any_date_is_what_its_column_may_hold() -> None:
    asked = Request(None, sensitive=True).questions_for(own_dates=True)
    days = [date(year, month, 1) for year in range(2010, 2027) for month in (1, 7)]
    case = pl.DataFrame({"case_id": [str(day) for day in days], "as_of": days})
    _, layers = answer(Polars(), asked, ready({"case": case}, None), on=None, circuit=None)
    for root in asked.missing:
        names = asked.waited_for(root)
        assert {name for word in layers.masks[root] for name in word} <= set(names), root
        assert len(names) <= 256


def test_the_order_of_what_is_missing_does_not_turn_on_which_dates_are_asked_together() -> None:
    asked = Request(None, sensitive=True).questions_for(own_dates=True)

    def names(*days: date) -> dict[str, list[str]]:
        case = pl.DataFrame({"case_id": [str(day) for day in days], "as_of": days})
        masks = answer(Polars(), asked, ready({"case": case}, None), on=None, circuit=None)[1].masks
        return {root: [name for word in masks[root] for name in word] for root in asked.missing}

    together = names(*(date(year, 7, 1) for year in range(2010, 2027)))
    for year in (2011, 2016, 2022, 2026):
        for root, alone in names(date(year, 7, 1)).items():
            assert [name for name in together[root] if name in alone] == alone, (year, root)
