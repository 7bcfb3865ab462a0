"""What a judge ordered, from the file beside a case: it replaces the default, and needs its source."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from nolle.facts.casefile import parse_case
from nolle.facts.record import CaseFacts
from nolle.law.procedure import (
    ImpossibleDates,
    Order,
    OrderError,
    Recorded,
    StandingOrder,
    deadlines_of,
    in_effect,
    orders_beside,
    read_orders,
)

TODAY = date(2026, 11, 21)
GOOD = """
[[order]]
id = "ic_individual_filing_current"
due = 2026-11-25
source = "scheduling order"
said_by = "court"
on = 2026-09-02

[[order]]
id = "witness_list"
days = 45
source = "standing order"
"""


def in_court() -> CaseFacts:
    case = {
        "in_removal_proceedings": True,
        "posture": "individual_set",
        "detained": False,
        "nta_served_on": "2025-01-10",
        "next_hearing_on": "2027-03-12",
        "next_hearing_kind": "individual",
    }
    return parse_case(json.dumps({"schema": "nolle.case/1", "case": case}), "json")


def file(tmp_path: Path, text: str, name: str = "case.orders.toml") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def test_orders_are_read_with_who_said_them_and_when(tmp_path: Path) -> None:
    first, second = read_orders(file(tmp_path, GOOD))
    told = Order(date(2026, 11, 25), "scheduling order", "court", date(2026, 9, 2))
    assert first == Recorded("ic_individual_filing_current", told)
    assert second == Recorded("witness_list", StandingOrder(45, "standing order"))
    same = json.dumps({"order": [{"id": "witness_list", "days": 45, "source": "standing order"}]})
    assert read_orders(file(tmp_path, same, "o.json")) == (second,)


def test_they_lie_beside_the_case_file_by_its_name() -> None:
    assert orders_beside(Path("folder/case.toml")) == Path("folder/case.orders.toml")
    assert orders_beside(Path("2026-0141.json")) == Path("2026-0141.orders.toml")


def test_an_order_wins_and_the_default_stays_to_be_seen(tmp_path: Path) -> None:
    orders = in_effect(read_orders(file(tmp_path, GOOD)), TODAY)
    found = {one.id: one for one in deadlines_of(in_court(), TODAY, orders=orders)}
    one, other = found["ic_individual_filing_current"], found["witness_list"]
    assert (one.status, one.safe) == ("ordered", date(2026, 11, 25))
    assert one.replaced is not None
    assert one.replaced.safe == date(2027, 2, 10)
    assert (other.status, other.safe) == ("ordered", date(2027, 1, 26)), "45 days before March 12, 2027"
    assert other.replaced is not None
    assert found["motion_continue"].replaced is None


def test_an_order_made_later_than_the_day_asked_is_left_out(tmp_path: Path) -> None:
    recorded = read_orders(file(tmp_path, GOOD))
    assert set(in_effect(recorded, date(2026, 9, 1))) == {"witness_list"}
    assert set(in_effect(recorded, date(2026, 9, 2))) == {"witness_list", "ic_individual_filing_current"}


def test_of_several_orders_the_last_one_made_stands() -> None:
    old = Recorded("witness_list", Order(date(2027, 1, 4), "first", None, date(2026, 9, 2)))
    new = Recorded("witness_list", Order(date(2027, 1, 11), "second", None, date(2026, 10, 2)))
    for pair in ((old, new), (new, old)):
        assert in_effect(pair, TODAY)["witness_list"] == new.order
    assert in_effect((old, new), date(2026, 9, 15))["witness_list"] == old.order


def test_two_orders_of_which_nobody_can_tell_which_came_last_are_refused() -> None:
    one = Recorded("witness_list", Order(date(2027, 1, 4), "first"))
    two = Recorded("witness_list", Order(date(2027, 1, 11), "second", None, date(2026, 10, 2)))
    with pytest.raises(OrderError, match="nothing says which came last"):
        in_effect((one, two), TODAY)


def test_an_order_that_cannot_be_is_refused() -> None:
    after = {"ic_individual_filing_current": Order(date(2027, 3, 20), "order")}
    with pytest.raises(ImpossibleDates, match="lies after"):
        deadlines_of(in_court(), TODAY, orders=after)
    with pytest.raises(ValueError, match="not counted in days"):
        deadlines_of(in_court(), TODAY, orders={"ij_order_controls": StandingOrder(5, "order")})


ROW = '[[order]]\nid = "witness_list"\n'
WRONG = (
    ("nonsense", "cannot be read"),
    ("", "has no list of orders"),
    ("[order]\nid = 1", "has no list of orders"),
    (f"{ROW}due = 2027-01-04", "order 1 needs id, due"),
    (f'{ROW}source = "x"', "either due, a day, or days"),
    (f'{ROW}source = "x"\ndue = 2027-01-04\ndays = 3', "either due, a day, or days"),
    (f'{ROW}source = " "\ndue = 2027-01-04', "source is empty"),
    (f"{ROW}source = 5\ndue = 2027-01-04", "source 5 is not text"),
    (f'{ROW}source = "x"\ndue = "soon"', "due 'soon' is not a day"),
    (f'{ROW}source = "x"\ndue = 2027-01-04T09:00:00', "is not a day"),
    (f'{ROW}source = "x"\ndue = 0001-01-04', "is not a day"),
    (f'{ROW}source = "x"\ndays = -1', "days -1 is not a number"),
    (f'{ROW}source = "x"\ndays = true', "days True is not a number"),
    (f'{ROW}source = "x"\ndue = 2027-01-04\njudge = "y"', "'judge', which is not read"),
    ('[[order]]\nid = "witnes_list"\nsource = "x"\ndays = 3', "did you mean witness_list"),
)


@pytest.mark.parametrize(("text", "wrong"), WRONG, ids=[wrong for _, wrong in WRONG])
def test_a_file_that_cannot_be_read_says_where_and_how_to_mend_it(text: str, wrong: str, tmp_path: Path) -> None:
    with pytest.raises(OrderError) as caught:
        read_orders(file(tmp_path, text))
    assert wrong in str(caught.value)
    assert "case.orders.toml" in str(caught.value)
