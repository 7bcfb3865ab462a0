"""A case as it stood on a day: what had not happened, and what had not been recorded, is not asked."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nolle.facts.casefile import CaseFile, empty_case, parse_case
from nolle.facts.known import Later, as_known
from nolle.facts.writing import write_case
from nolle.logic.known import Cell, Missing
from nolle.logic.rough import exactly, parse_date

from .made import DAYS, changes

DAY = date(2023, 10, 6)


def toml(body: str) -> CaseFile:
    return parse_case(f'schema = "nolle.case/1"\n{body}', "toml")


def seen(body: str, fact: str, as_of: date = DAY, known_on: date | None = None) -> object:
    return as_known(toml(body), as_of, known_on)[0].cell(fact).answer


@pytest.mark.parametrize(
    ("written", "stays"),
    [
        ("2023-10-06", True),
        ("2023-10-07", False),
        ('"2023-10"', True),
        ('"2023-11"', False),
        ('"2023-11~"', True),
        ('"2023/2025"', True),
        ('"2023-10-07/.."', False),
        ('"../2030"', True),
        ("{ absent = true }", True),
        ("{ unknown = true }", True),
    ],
)
def test_an_event_is_left_out_only_when_it_lies_surely_after_the_day(written: str, stays: bool) -> None:
    told = toml(f"[case]\nfinal_order_on = {written}")
    view, later = as_known(told, DAY)
    assert (view.cell("case.final_order_on") == told.cell("case.final_order_on")) is stays
    assert (later == ()) is stays


def test_a_date_that_is_no_event_may_lie_ahead() -> None:
    assert seen("[case]\nnext_hearing_on = 2024-01-02", "case.next_hearing_on") == parse_date("2024-01-02")


def test_a_fact_is_left_out_with_the_date_that_says_since_when() -> None:
    body = "[case]\nfinal_order = true\nfinal_order_on = 2024-01-02\ndetained = true\n"
    view, later = as_known(toml(body), DAY)
    assert [name for name, _ in view.told()] == ["case.detained"]
    on = parse_date("2024-01-02")
    assert later == (
        Later("case.final_order", True, "happened later", on),
        Later("case.final_order_on", on, "happened later", on),
    )


def test_the_date_of_a_fact_may_stand_in_another_table() -> None:
    body = "[asylum]\nfiled_within_one_year = true\n[filing.i589]\nfiled_on = "
    assert seen(f"{body}2024-01-02", "asylum.filed_within_one_year") is Missing.NOT_ASKED
    assert seen(f"{body}2022-01-02", "asylum.filed_within_one_year") is True


@pytest.mark.parametrize(
    ("status", "filed_on", "decided_on", "stays"),
    [
        ("approved", "2022-01-02", "2023-10-06", True),
        ("approved", "2022-01-02", "2023-10-07", False),
        ("denied", "2022-01-02", "2024", False),
        ("revoked", "2022-01-02", "2024", False),
        ("granted", "2022-01-02", "2024", False),
        ("approved", "2024-01-02", None, False),
        ("approved", "2022-01-02", None, True),
        ("approved", None, None, True),
        ("pending", "2022-01-02", "2024-01-02", True),
        ("pending", "2023-10-07", None, False),
        ("pending", "2023-10-06", None, True),
        ("planned", "2024-01-02", None, True),
    ],
)
def test_a_filing_has_the_status_of_the_day(
    status: str, filed_on: str | None, decided_on: str | None, stays: bool
) -> None:
    body = f'[filing.i130]\nstatus = "{status}"\n'
    body += f'filed_on = "{filed_on}"\n' if filed_on else ""
    body += f'decided_on = "{decided_on}"\n' if decided_on else ""
    assert seen(body, "filing.i130.status") == (status if stays else Missing.NOT_ASKED)


def test_a_filing_of_a_later_day_does_not_blur_an_earlier_one() -> None:
    body = """
[[filing.i130]]
status = "denied"
filed_on = 2020-01-02
decided_on = 2021-01-02
[[filing.i130]]
id = "b"
status = "approved"
filed_on = 2024-01-02
petitioner_relationship = "spouse"
"""
    assert seen(body, "filing.i130.status") == "denied"
    assert seen(body, "filing.i130.status", date(2024, 6, 1)) == frozenset(("denied", "approved"))
    later = as_known(toml(body), DAY)[1]
    assert [entry.fact for entry in later] == ["filing.i130[b]"]


@pytest.mark.parametrize(
    ("row", "stays"),
    [
        ('[[conviction]]\nconvicted_on = 2024-01-02\noffense_on = 2020-01-02\nplea = "guilty"', False),
        ("[[conviction]]\nconvicted_on = 2023-01-02\noffense_on = 2020-01-02", True),
        ("[[conviction]]\noffense_on = 2020-01-02", True),
        ('[[entry]]\ndate = 2023-10-07\nmanner = "ewi"', False),
        ('[[entry]]\ndate = "2023"\nmanner = "ewi"', True),
        ("[[arrest]]\narrested_on = 2024\nopen_charge = true", False),
        ("[[presence_event]]\nleft_on = 2024-01-02\ndays = 10", False),
        ('[[relative]]\nrelationship = "child"\nbirth_date = 2024-01-02', False),
        ('[[relative]]\nrelationship = "child"\nbirth_date = 2020-01-02', True),
        ('[[relative]]\nrelationship = "spouse"\nbirth_date = 1990\nmarriage_to_client_on = 2024-01-02', False),
        ('[[relative]]\nrelationship = "spouse"\nmarriage_to_client_on = 2020-01-02', True),
        ('[[relative]]\nrelationship = "parent"\ndied_on = 2024-01-02', True),
        ("[[relative]]", True),
    ],
)
def test_a_row_is_left_out_when_it_happened_after_the_day(row: str, stays: bool) -> None:
    entity = row[2 : row.index("]")]
    view, later = as_known(toml(f'complete = ["{entity}"]\n{row}'), DAY)
    assert (len(view.rows(entity)) == 1) is stays
    assert view.complete(entity)
    assert stays or f"{entity}[1]" in later[0].fact


def test_a_death_to_come_hides_itself_and_what_it_changed() -> None:
    body = '[[relative]]\nrelationship = "parent"\nstatus = "{}"\ndied_on = 2024-01-02\n'
    assert seen(body.format("usc"), "relative[1].status") == "usc"
    assert seen(body.format("deceased_usc"), "relative[1].status") is Missing.NOT_ASKED
    assert seen(body.format("usc"), "relative[1].died_on") is Missing.NOT_ASKED
    assert seen(body.format("usc"), "relative[1].relationship") == "parent"


def test_a_resident_who_is_a_citizen_later_was_not_one_yet() -> None:
    body = '[[relative]]\nstatus = "usc"\nlpr_since = 2010\nnaturalized_on = 2024-01-02\n'
    assert seen(body, "relative[1].status") is Missing.NOT_ASKED
    assert seen(body, "relative[1].status", date(2024, 1, 2)) == "usc"


class TestRecordedLater:
    BODY = "[case]\ndetained = { value = true, on = 2024-01-02 }\natd_monitored = true\n"

    def test_a_fact_counts_from_the_day_it_was_recorded(self) -> None:
        later = date(2030, 1, 1)
        assert seen(self.BODY, "case.detained", later, date(2024, 1, 1)) is Missing.NOT_ASKED
        assert seen(self.BODY, "case.detained", later, date(2024, 1, 2)) is True
        assert seen(self.BODY, "case.detained", later) is True

    def test_a_fact_without_a_day_was_always_recorded(self) -> None:
        assert seen(self.BODY, "case.atd_monitored", DAY, date(1990, 1, 1)) is True

    def test_it_is_listed_with_the_day(self) -> None:
        later = as_known(toml(self.BODY), DAY, DAY)[1]
        assert later == (Later("case.detained", True, "recorded later", exactly(date(2024, 1, 2))),)

    def test_a_list_that_lacked_a_row_was_not_known_to_be_whole(self) -> None:
        row = "[[conviction]]\noffense_on = { value = 2020-01-02, on = 2024-01-02 }\n"
        told = toml(f'complete = ["conviction", "entry"]\n{row}')
        view = as_known(told, DAY, DAY)[0]
        assert view.rows("conviction") == ()
        assert not view.complete("conviction")
        assert view.complete("entry")
        assert as_known(told, DAY, date(2024, 1, 2))[0].complete("conviction")


def test_nothing_changes_when_everything_is_past() -> None:
    told = toml(
        '[person]\nbirth_date = 2004-02-03\n[[relative]]\nid = "a"\nstatus = "usc"\n[filing.i130]\nstatus = "pending"\n'
    )
    view, later = as_known(told, DAY, DAY)
    assert dict(view.told()) == dict(told.told())
    assert later == ()


@settings(deadline=None)
@given(changes(min_size=1), DAYS, st.none() | DAYS)
def test_a_fact_is_either_seen_as_told_or_listed_as_later(
    told: dict[str, Cell], as_of: date, known_on: date | None
) -> None:
    case = parse_case(write_case(empty_case(), told), "toml")
    view, later = as_known(case, as_of, known_on)
    seen_now, left_out = dict(view.told()), {entry.fact for entry in later}
    for name, cell in case.told():
        row = name.rpartition(".")[0]
        listed = name in left_out or row in left_out or f"{row}.relationship" in left_out
        assert listed or cell in seen_now.values()
