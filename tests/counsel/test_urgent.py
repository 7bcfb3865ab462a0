"""What presses comes first in an opinion: the hearing, what is due, ages; and dates that cannot be."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from rich.console import Console

from nolle.counsel.html import render
from nolle.counsel.opinion import Opinion, opinion
from nolle.counsel.record import record
from nolle.counsel.text import print_opinion
from nolle.counsel.urgent import MAY_BE_OPEN, NEAR, SOON, notes
from nolle.facts.casefile import empty_case
from nolle.law.procedure import Order, deadlines_of
from nolle.logic import Lang

from .dated import STORIES, TODAY, in_court, story, told
from .test_schema import check, schema


def text(found: Opinion, lang: Lang = "en") -> str:
    console = Console(record=True, width=100, force_terminal=False, file=open("/dev/null", "w"))  # noqa: PTH123, SIM115
    with console.capture() as capture:
        print_opinion(found, console, lang)
    console.file.close()
    return capture.get()


def due(found: Opinion) -> dict[str, Any]:
    return {one.deadline.id: one for one in found.urgent.due}


@pytest.fixture(scope="module")
def child() -> Opinion:
    return opinion(story("b-child"), TODAY)


def test_the_child_s_hearing_filings_and_ages_stand_first(child: Opinion) -> None:
    urgent, found = child.urgent, due(child)
    assert urgent.hearing is not None
    assert (urgent.hearing.low, urgent.hearing_days, urgent.hearing_kind) == (date(2027, 1, 14), 54, "master")
    assert found["ic_master_filing_nondetained"].when == "near"
    assert {id for id, one in found.items() if one.when == "age"} >= {"uac_18", "sij_state_order", "sij_i360_21"}
    assert "vawa_child_21" not in found, "a question still decides whether it applies at all"
    assert "asylum_one_year" not in found, "it went by longer ago than is shown"
    days = [one.days for one in urgent.due]
    assert days == sorted(days)


@pytest.mark.parametrize("name", STORIES)
def test_each_one_is_in_the_reach_it_is_shown_for(name: str) -> None:
    for one in opinion(story(name), TODAY).urgent.due:
        assert one.deadline.day is not None
        assert one.days == (one.deadline.day - TODAY).days
        reach = {"passed": (-NEAR, -1), "soon": (0, SOON), "near": (SOON + 1, NEAR), "age": (NEAR + 1, 40_000)}
        low, high = reach[one.when]
        may_be_open = one.when == "soon" and not one.deadline.passed(TODAY)
        assert low <= one.days <= high or (may_be_open and one.days < 0)
        assert all(note.en and note.es for note in notes(one))


@pytest.mark.parametrize("name", STORIES)
def test_nothing_that_is_due_within_the_time_is_left_out(name: str) -> None:
    found = opinion(story(name), TODAY)
    shown = set(due(found))
    for one in deadlines_of(found.asked.case, TODAY, found.circuit):  # type: ignore[arg-type]
        near = one.day is not None and 0 <= (one.day - TODAY).days <= NEAR
        for_any = not one.rule.pathways and one.id != "appear_until_order"
        if near and for_any and not one.rule.not_before:
            assert one.id in shown


def test_a_deadline_of_a_closed_pathway_does_not_press_once_it_has_gone_by() -> None:
    born = {"birth_date": "2008-11-01"}
    for afraid, shown in ((True, True), (False, False)):
        found = opinion(told(person=born, asylum={"fear_of_return": afraid}), TODAY)
        closed = {report.pathway.id for report in found.reports if report.status.value == "closed"}
        assert ("uac_asylum" in closed) is not shown
        assert ("uac_18" in due(found)) is shown


def test_what_went_by_a_short_while_ago_presses_still() -> None:
    found = opinion(in_court(), date(2027, 2, 20))
    one = due(found)["ic_individual_filing_current"]
    assert one.when == "passed"
    assert "gone by" in [note.en for note in notes(one)]


@pytest.mark.parametrize(
    ("died", "when"),
    [("2024", "soon"), ("2024/..", "soon"), ("2024-11-21", "passed"), ("2023", None), ("2024-12", "soon")],
)
def test_what_may_still_be_done_presses_however_long_ago_its_safe_day_was(died: str, when: str | None) -> None:
    found = opinion(told(filing={"i360_widow": {"petitioner_died_on": died}}), date(2026, 11, 22))
    one = due(found).get("widow_two_years")
    assert (one and one.when) == when
    if one is None:
        return
    said = [note.en for note in notes(one)]
    assert ("gone by" in said) is one.deadline.passed(date(2026, 11, 22))
    assert (MAY_BE_OPEN.en in said) is (when == "soon" and one.days < 0)
    if MAY_BE_OPEN.en in said:
        assert "Nothing is due" not in text(found)
        assert "act at once" in " ".join(text(found).split())
        assert all(MAY_BE_OPEN[lang] in render(found, lang) for lang in ("en", "es"))
        (told_,) = [r for r in record(found)["deadlines"]["due"] if r["id"] == "widow_two_years"]
        assert (told_["when"], told_["days"]) == ("soon", one.days)
        check(record(found), schema("opinion"))


@pytest.mark.parametrize(("on", "when"), [(date(2026, 5, 4), "soon"), (date(2026, 5, 5), "passed")])
def test_of_two_counts_it_has_not_gone_by_before_the_longer(on: date, when: str) -> None:
    case = {"ij_decision_on": "2026-04-03", "appeal_taken": False, "posture": "decided"}
    one = due(opinion(told(case=case), on))["bia_appeal"]
    assert (one.deadline.safe, one.deadline.due.high, one.when) == (date(2026, 4, 13), date(2026, 5, 4), when)


def test_an_order_of_the_judge_is_what_presses() -> None:
    order = Order(date(2026, 12, 4), "scheduling order")
    found = opinion(in_court(), TODAY, orders={"ic_individual_filing_current": order})
    one = due(found)["ic_individual_filing_current"]
    assert (one.days, one.deadline.status) == (13, "ordered")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_dates_that_cannot_be_are_a_caution_that_names_both(lang: Lang) -> None:
    found = opinion(in_court(nta_served_on="2027-04-01"), date(2027, 5, 1))
    (caution,) = found.urgent.cautions
    assert "case.next_hearing_on" in caution[lang]
    assert "case.nta_served_on" in caution[lang]
    assert "2027" in caution[lang]
    assert found.urgent.due == ()
    said = " ".join(text(found, lang).split())
    assert "case.nta_served_on" in said
    assert "case.nta_served_on" in render(found, lang)
    check(record(found), schema("opinion"))


def test_so_is_an_order_that_cannot_be() -> None:
    late = {"ic_individual_filing_current": Order(date(2027, 4, 1), "order")}
    (caution,) = opinion(in_court(), TODAY, orders=late).urgent.cautions
    assert "lies after" in caution.en


def test_so_is_a_court_that_does_not_exist() -> None:
    found = opinion(told(case={"next_hearing_on": "2027-03-12"}, court={"court_code": "ZZZ"}), TODAY)
    assert "court.court_code" in found.urgent.cautions[0].en


@pytest.mark.parametrize("day", [date(1950, 1, 1), date(1990, 1, 1), date(2026, 11, 21), date(2199, 12, 31)], ids=str)
@pytest.mark.parametrize("name", [*STORIES, "empty"])
def test_on_any_day_an_opinion_says_what_presses_or_that_nothing_does(name: str, day: date) -> None:
    found = opinion(empty_case() if name == "empty" else story(name), day)
    check(
        record(found)["deadlines"],
        {**schema("opinion"), **schema("opinion")["properties"]["deadlines"], "required": []},
    )
    if not found.urgent.due and not found.urgent.cautions:
        assert "Nothing is due within 90 days" in text(found)


def test_what_presses_comes_before_exposure_in_text_and_on_the_page(child: Opinion) -> None:
    said = text(child)
    assert said.index("What is due") < said.index("Next hearing") < said.index("Exposure, before any dismissal")
    page = render(child, "en")
    assert page.index('id="due"') < page.index('id="exposure"')
    assert page.count("Filing that asks for a ruling at or before a master hearing") == 1


def test_in_json_it_is_what_the_opinion_says(child: Opinion) -> None:
    told_ = json.loads(json.dumps(record(child)))["deadlines"]
    assert told_["hearing"] == {"date": "2027-01-14", "kind": "master", "days": 54}
    assert [one["id"] for one in told_["due"]] == [one.deadline.id for one in child.urgent.due]


def test_of_one_pathway_alone_only_its_own_and_the_general_ones_press() -> None:
    found = opinion(story("b-child"), TODAY, only=["sijs_classification"])
    assert {"sij_state_order", "ic_master_filing_nondetained"} <= set(due(found))
    assert "uac_18" not in due(found)


def test_it_is_worked_out_only_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import nolle.law.procedure as procedure

    def never(*_: object, **__: object) -> None:
        raise AssertionError("worked out too early")

    monkeypatch.setattr(procedure, "deadlines_of", never)
    found = opinion(story("b-child"), TODAY)
    with pytest.raises(AssertionError, match="too early"):
        _ = found.urgent
