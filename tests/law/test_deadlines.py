"""Deadlines: everything carried, the law of each date, orders, motions found late, what is unknown or impossible."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nolle.facts.casefile import CaseFile, parse_case, read_case
from nolle.facts.vocabulary import find
from nolle.law import authorities, dated_rules
from nolle.law.courts import courts
from nolle.law.pathways import pathways
from nolle.law.procedure import (
    Closure,
    ClosureError,
    Deadline,
    ImpossibleDates,
    Order,
    StandingOrder,
    UnknownDeadline,
    alerts_of,
    counting_notes,
    counting_rules,
    deadline,
    deadline_of,
    deadlines_of,
    event_types,
    impossible_dates,
    not_rolled,
    parameters,
    read_closures,
    rule,
    rules,
    sources,
)
from nolle.law.procedure.rules import DATA, late_found, time_zone
from nolle.law.procedure.triggers import docket_clocks, in_case
from nolle.logic import Text, parse_date

from .test_nothing_dropped import listed

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = date(2026, 11, 21)
HEARING = date(2026, 12, 11)
OUR_OWN = {"daca_renew_last_day", "hearing_filings", "vawa_child_21", "widow_two_years", "tps_reregistration"}
"""Of the pathways' texts and clocks, without a rule of their own in the fact base."""
SNOW = Text("snow", "nieve")
day = date.fromisoformat


def english(found: Deadline) -> str:
    return "\n".join(step.text.en for step in found.steps)


def test_every_deadline_is_carried() -> None:
    assert set(listed("deadlines")) | OUR_OWN == set(rules())
    assert len(listed("deadlines")) == 80, "59 of the procedure and 22 of the pathways, one of them the same"


def test_every_counting_rule_event_type_and_parameter_is_carried() -> None:
    assert sorted(counting_rules()) == listed("counting_rules")
    assert sorted(event_types()) == listed("event_types")
    assert sorted(id.removeprefix("detained_") for id in parameters()) == listed("deadline_parameters")
    assert {"no_mail_days", "receipt_time", "outage", "court_closed", "detained", "pro_se"} <= set(counting_notes())
    assert late_found().applies_to == tuple(sorted(id for id, found in rules().items() if found.late_found))


def test_every_clock_of_a_pathway_is_a_deadline_and_has_one_place() -> None:
    clocks = {clock.id: clock for pathway in pathways() for clock in pathway.clocks}
    assert set(clocks) <= set(rules())
    for found in rules().values():
        if found.clock is not None:
            assert found.clock.rpartition(".")[2] in clocks
            assert found.value is None or found.counting is not None


def test_every_authority_fact_and_rule_that_is_named_exists() -> None:
    for found in rules().values():
        for id in (*found.authorities, *([found.ended_by] if found.ended_by else [])):
            authorities.get(id)
        for other in (found.same_as, found.followed_by, found.follows, found.operative, *found.procedures):
            assert other is None or other in rules()
        assert found.roll_rule is None or found.roll_rule in dated_rules.rules()
        assert found.counting is None or found.counting in counting_rules()
        if found.trigger.fact is not None:
            find(found.trigger.fact)
        assert set(found.pathways) <= {pathway.id for pathway in pathways()}
    for named in (*not_rolled(), *(id for p in parameters().values() for id in p.rules), *in_case()):
        rule(named)


def test_every_text_is_in_both_languages_and_they_differ() -> None:
    texts = [text for found in rules().values() for text in (found.label, found.explain, found.trigger.label)]
    texts += [found.text for found in counting_rules().values()]
    texts += [note.text for note in counting_notes().values()]
    for text in texts:
        assert text.en != text.es


def test_the_sources_named_are_stored() -> None:
    for found in rules().values():
        for key in found.verified.replace(";", " ").split():
            if key.isupper() and len(key) > 3 and any(c.isdigit() for c in key):
                assert key in sources(), key


def test_every_court_has_a_time_zone() -> None:
    from zoneinfo import ZoneInfo

    assert {str(ZoneInfo(time_zone(court.code, court.state))) for court in courts().values()}
    assert time_zone("ELP", "TX") == "America/Denver"
    assert time_zone("HOU", "TX") == "America/Chicago"


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(UnknownDeadline, match="bia_appeal_30"):
        deadline("bia_appeal_3", TODAY)


# Three deadlines end to end


def test_a_call_up_filing_shows_each_step_of_its_working() -> None:
    found = deadline("ic_individual_filing_current", HEARING, custody="nondetained", court="BAL")
    assert [step.kind for step in found.steps] == [
        "trigger",
        "law",
        "rule",
        "count",
        "roll",
        "roll",
        "filed",
        "filed",
        "safe",
    ]
    assert "30 days before Friday, December 11, 2026 is Wednesday, November 11, 2026" in english(found)
    assert "federal holiday, Veterans Day" in english(found)
    assert found.safe == date(2026, 11, 10)
    assert found.time_zone == "America/New_York"
    assert [law.in_force for law in found.law] == [True, True]
    assert not found.missing


def test_where_custody_is_not_known_the_date_is_given_and_the_question_asked() -> None:
    found = deadline("ic_individual_filing_current", HEARING)
    assert found.safe == date(2026, 11, 10)
    assert [question.fact for question in found.missing] == ["case.detained"]
    assert "not detained" in english(found)


def test_a_detained_hearing_is_never_counted_from_the_other_rule() -> None:
    found = deadline("ic_individual_filing_current", HEARING, custody="detained")
    assert (found.status, found.due, found.safe) == ("as_ordered", None, None)
    assert found.why is not None
    assert "the judge sets this date" in found.why.en
    assert [question.fact for question in found.missing] == [None]


def test_the_appeal_shows_the_printed_rule_the_practice_and_the_safe_date() -> None:
    found = deadline("bia_appeal", day("2026-10-01"))
    assert found.status == "contested"
    assert {(one.which, str(one.due.low), one.safe) for one in found.reckonings} == {
        ("practice", "2026-11-02", False),
        ("printed", "2026-10-13", True),
    }
    assert found.safe == day("2026-10-13")
    assert "vacated" in english(found)
    assert None in [law.in_force for law in found.law]


def test_before_the_rule_of_2026_the_appeal_has_one_date() -> None:
    found = deadline("bia_appeal_30", day("2026-03-08"))
    assert (found.status, found.safe, found.reckonings) == ("in_force", day("2026-04-07"), ())


def test_the_asylum_year_rolls_for_the_court_and_aims_earlier() -> None:
    found = deadline("asylum_one_year", day("2025-07-04"))
    assert found.due is not None
    assert (found.due.low, found.safe) == (day("2026-07-06"), day("2026-07-02"))
    assert "1 year after Friday, July 4, 2025 is Saturday, July 4, 2026" in english(found)


# The law of the date


@pytest.mark.parametrize(
    ("hearing", "in_force"),
    [
        ("2020-12-22", "ic_individual_filing_v2008"),
        ("2020-12-23", "ic_individual_filing_v2020"),
        ("2021-12-15", "ic_individual_filing_v2020"),
        ("2021-12-16", "ic_individual_filing_v2021"),
        ("2025-02-13", "ic_individual_filing_v2021"),
        ("2025-02-14", "ic_individual_filing_current"),
    ],
)
def test_one_text_of_the_manual_governs_each_hearing(hearing: str, in_force: str) -> None:
    texts = [id for id in rules() if id.startswith("ic_individual_filing_") and not id.endswith("_detained")]
    live = [id for id in texts if deadline(id, day(hearing), custody="nondetained").status == "in_force"]
    assert live == [in_force]


def test_a_rule_that_has_ended_says_when_what_ended_it_and_what_came_after() -> None:
    found = deadline("ic_individual_filing_v2021", HEARING)
    assert found.status == "superseded"
    assert found.why is not None
    for said in ("until February 13, 2025", "2025 memo cancelling DM 22-04", "ic_individual_filing_current"):
        assert said in found.why.en


def test_the_date_asked_about_is_the_law_s_when_given() -> None:
    assert deadline("ic_individual_filing_v2008", HEARING, on=day("2019-01-01")).due is not None


def test_a_rule_older_than_its_authorities_is_not_in_force() -> None:
    found = deadline("ic_master_filing_nondetained", day("2005-01-15"))
    assert found.status == "not_yet_in_force"
    assert found.due is None


def test_a_proposed_rule_is_never_computed() -> None:
    found = deadline("asylum_ead_365_proposed", TODAY)
    assert (found.status, found.due) == ("proposed_only", None)
    assert found.why is not None
    assert "Only proposed" in found.why.en


@pytest.mark.parametrize(
    ("granted", "due"), [("2025-02-04", "2025-04-05"), ("2026-01-06", "2026-03-09")], ids=["before", "since Monsalvo"]
)
def test_a_departure_period_is_planned_without_a_roll_whatever_the_law_gives(granted: str, due: str) -> None:
    found = deadline("vd_post_period", day(granted), circuit="ca5")
    assert found.due is not None
    assert str(found.due.low) == due
    assert found.safe is not None
    assert found.safe.weekday() == 5


# What a judge orders


def test_an_order_of_the_judge_wins_and_the_default_stays_to_be_seen() -> None:
    order = Order(day("2026-11-20"), "scheduling order of 2026-09-02")
    found = deadline("ic_individual_filing_current", HEARING, order=order)
    assert (found.status, found.safe, found.order) == ("ordered", day("2026-11-20"), order)
    assert found.replaced is not None
    assert (found.replaced.safe, found.replaced.status) == (day("2026-11-10"), "in_force")
    assert "scheduling order of 2026-09-02" in english(found)
    assert "Replaced: the default was November 12, 2026" in english(found)


def test_it_wins_for_a_detained_person_too() -> None:
    order = Order(day("2026-11-20"), "read out on 2026-10-01")
    found = deadline("ic_individual_filing_detained", None, custody="detained", order=order)
    assert found.safe == day("2026-11-20")
    assert found.replaced is not None
    assert found.replaced.due is None


def test_an_ordered_date_on_a_closed_day_is_not_moved_but_asked_about() -> None:
    found = deadline("relief_application_due", None, order=Order(day("2026-11-28"), "notice of 2026-10-01"))
    assert found.due is not None
    assert (found.due.low, found.safe) == (day("2026-11-28"), day("2026-11-27"))
    assert "ask the court" in english(found)


def test_a_later_order_does_not_lengthen_a_time_set_by_statute() -> None:
    order = Order(day("2026-12-31"), "decision of 2026-10-01")
    found = deadline("motion_reconsider", day("2026-10-01"), order=order)
    assert found.due is not None
    assert (found.due.low, found.safe) == (day("2026-12-31"), day("2026-11-02"))


def test_a_standing_order_changes_the_number_of_days() -> None:
    standing = StandingOrder(45, "standing order of Judge Doe, 2026-01-05")
    found = deadline("ic_individual_filing_current", HEARING, custody="detained", standing=standing)
    assert (found.status, found.safe) == ("ordered", day("2026-10-27"))
    assert "45 days before" in english(found)
    assert found.replaced is not None


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"order": Order(day("2026-12-20"), "order")}, "lies after the individual hearing"),
        ({"nta_served": day("2026-12-12")}, "lies before the Notice to Appear was served"),
    ],
)
def test_dates_that_cannot_be_are_refused_in_one_sentence(given: dict[str, Any], said: str) -> None:
    with pytest.raises(ImpossibleDates, match=said):
        deadline("ic_individual_filing_current", HEARING, **given)


def test_a_motion_cannot_be_found_before_it_was_served() -> None:
    with pytest.raises(ImpossibleDates, match="before it was filed or served"):
        deadline("motion_response", day("2026-10-10"), found=day("2026-10-09"))


def test_an_order_before_what_it_answers_is_refused() -> None:
    with pytest.raises(ImpossibleDates, match="from which it counts"):
        deadline("motion_response", day("2026-10-10"), order=Order(day("2026-10-01"), "order"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"custody": "free"}, "custody 'free' is not one of"),
        ({"order": Order(day("2026-11-20"), " ")}, "needs its source"),
        ({"court": "XYZ"}, "no immigration court"),
        ({"stopped_days": -1}, "0 or more"),
        ({"standing": StandingOrder(-5, "order")}, "cannot be"),
    ],
)
def test_what_cannot_be_given_is_refused(given: dict[str, Any], said: str) -> None:
    with pytest.raises((ValueError, KeyError)) as refused:
        deadline("ic_individual_filing_current", HEARING, **given)
    assert said in str(refused.value)


# A motion found late


def test_a_motion_found_late_is_counted_from_service_and_from_discovery() -> None:
    found = deadline("dhs_motion_to_recalendar_response", day("2026-10-01"), found=day("2026-10-20"))
    assert [(one.which, str(one.due.low), one.safe) for one in found.reckonings] == [
        ("service", "2026-10-13", False),
        ("discovery", "2026-10-30", False),
    ]
    assert found.safe is None, "the later date is never called safe"
    assert "accept a late response" in english(found)


def test_while_the_time_from_service_is_open_it_is_the_one_to_work_to() -> None:
    found = deadline("dhs_motion_to_dismiss_response", day("2026-10-01"), found=day("2026-10-08"))
    assert found.safe == day("2026-10-13")
    assert [one.safe for one in found.reckonings] == [True, False]


# Unknown and rough


@pytest.mark.parametrize("id", sorted(rules()))
def test_without_a_date_every_deadline_says_why_there_is_none(id: str) -> None:
    found = deadline(id, on=TODAY)
    assert (found.due, found.safe) == (None, None)
    assert found.why is not None
    assert found.status in ("unknown", "as_ordered", "no_deadline", "superseded", "proposed_only")
    if found.status == "unknown":
        assert found.why.en.startswith("Unknown, because")
        assert found.why.es.startswith("No se sabe, porque")
        assert found.missing
        assert all("?" in question.question.en and "?" in question.question.es for question in found.missing)


def test_a_rough_trigger_gives_a_range_and_its_safe_end() -> None:
    found = deadline("asylum_one_year", parse_date("2025-07"))
    assert found.record()["due"] == "2026-07-01/2026-07-31"
    assert found.safe == day("2026-07-01")


def test_the_safe_end_of_a_first_possible_day_is_the_late_one() -> None:
    found = deadline("ead_renewal_window", parse_date("2027-06"))
    assert found.record()["due"] == "2026-12-03/2027-01-01"
    assert found.safe == day("2027-01-01")


def test_an_open_end_leaves_the_range_open_and_nothing_safe() -> None:
    found = deadline("motion_reopen", parse_date("../2026-05-01"))
    assert found.record()["due"] == "/2026-07-30"
    assert found.safe is None


def test_a_change_of_law_within_a_rough_date_is_unknown() -> None:
    found = deadline("ic_individual_filing_current", parse_date("2025"), custody="nondetained")
    assert found.status == "unknown"
    assert found.why is not None
    assert "the law changed" in found.why.en
    contested = deadline("bia_appeal_30", parse_date("2026"))
    assert contested.safe == day("2026-02-02"), "30 days from January 1 come before 10 days from March 9"


def test_a_state_s_age_limit_that_is_not_firm_gives_a_range() -> None:
    found = deadline("sij_state_order", day("2009-07-05"), state="HI", on=TODAY)
    assert found.due is not None
    assert not found.due.exact
    assert found.safe is not None
    assert found.safe <= found.due.low


def test_the_age_limit_asks_for_the_state() -> None:
    found = deadline("sij_state_order", day("2009-07-05"), on=TODAY)
    assert found.status == "unknown"
    assert "juvenile.court_state" in [question.fact for question in found.missing]


# Closures


def test_a_closure_moves_the_last_day_but_no_relief_is_assumed_for_ecas() -> None:
    snow = (Closure(day("2026-12-14"), SNOW, ("BAL",)),)
    served = day("2026-12-04")
    found = deadline("motion_response", served, court="BAL", closures=snow)
    assert found.due is not None
    assert (found.due.low, found.safe) == (day("2026-12-15"), day("2026-12-14"))
    on_paper = deadline("motion_response", served, court="BAL", closures=snow, represented=False)
    assert on_paper.safe == day("2026-12-15")
    assert "Respondent Access" in english(on_paper)


def test_a_closure_of_another_court_moves_nothing() -> None:
    snow = (Closure(day("2026-12-14"), SNOW, ("BAL",)),)
    for court in ("HOU", None):
        found = deadline("motion_response", day("2026-12-04"), court=court, closures=snow)
        assert found.due is not None
        assert found.due.low == day("2026-12-14")


def test_a_closed_day_before_a_hearing_is_worked_around() -> None:
    snow = (Closure(day("2026-11-10"), SNOW),)
    assert deadline("ic_individual_filing_current", HEARING, closures=snow).safe == day("2026-11-09")


def test_a_court_s_closure_moves_nothing_at_uscis_or_the_circuit() -> None:
    snow = (Closure(day("2026-12-14"), SNOW),)
    assert deadline("ar11", day("2026-12-04"), closures=snow).safe == day("2026-12-14")
    assert deadline("petition_for_review", day("2026-11-14"), closures=snow).safe == day("2026-12-14")


def test_a_day_whose_closing_is_not_settled_never_makes_a_date_later() -> None:
    forward = deadline("motion_response", day("2025-12-14"))
    assert forward.safe == day("2025-12-24")
    assert "not settled" in english(forward)
    backward = deadline("ic_master_filing_nondetained", day("2026-01-08"))
    assert backward.safe == day("2025-12-23")


def test_closures_are_read_from_toml_and_json(tmp_path: Path) -> None:
    toml = tmp_path / "closed.toml"
    toml.write_text('[[closures]]\nday = 2026-01-26\nwhy = "snow"\ncourts = ["bal"]\n', "utf-8")
    js = tmp_path / "closed.json"
    js.write_text('{"closures": [{"day": "2026-01-26", "why": "snow", "courts": ["BAL"]}]}', "utf-8")
    assert read_closures(toml) == read_closures(js)
    assert read_closures(js)[0].courts == ("BAL",)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("day = 1", "no list of closures"),
        ("[[closures]]\nday = 'soon'\nwhy = 'snow'", "closure 1: day 'soon' is not a day"),
        ("[[closures]]\nday = 2026-01-26", "closure 1 needs day and why"),
        ("[[closures]]\nday = 2026-01-26\nwhy = 'snow'\ncourts = ['NOPE']", "no immigration court"),
        ("[[closures]]\nday = 2026-01-26\nwhy = 'snow'\ncourt = 'BAL'", "'court', which is not read"),
        ("[[closures", "cannot be read"),
    ],
)
def test_a_list_of_closures_that_cannot_be_read_says_where(tmp_path: Path, written: str, said: str) -> None:
    path = tmp_path / "closed.toml"
    path.write_text(written, "utf-8")
    with pytest.raises(ClosureError) as refused:
        read_closures(path)
    assert said in str(refused.value)
    assert str(path) in str(refused.value)


def test_the_stored_closures_are_in_both_languages_with_their_source() -> None:
    for row in json.loads((DATA / "closures.json").read_text("utf-8"))["closures"]:
        assert {"day", "why", "source", "settled"} <= set(row)
        assert set(row["why"]) == {"en", "es"}


# A whole case


def told(**sections: dict[str, Any]) -> CaseFile:
    return parse_case(json.dumps({"schema": "nolle.case/1", **sections}), "json")


IN_COURT = {
    "in_removal_proceedings": True,
    "posture": "individual_set",
    "nta_served_on": "2025-01-10",
    "next_hearing_on": "2026-12-11",
    "next_hearing_kind": "individual",
    "detained": False,
}


def by_id(*args: Any, **kw: Any) -> dict[str, Deadline]:
    return {found.id: found for found in deadlines_of(*args, **kw)}


def test_the_deadlines_of_a_case_come_soonest_first() -> None:
    case = told(case=IN_COURT, person={"birth_date": "2008-02-29"}, asylum={"last_arrival_on": "2026-01-05"})
    found = deadlines_of(case, TODAY)
    days = [one.day for one in found if one.day is not None]
    assert days == sorted(days)
    assert [one.dated for one in found] == sorted((one.dated for one in found), reverse=True)
    ids = {one.id: one for one in found}
    assert ids["ic_individual_filing_current"].safe == day("2026-11-10")
    assert ids["ic_individual_filing_current"].passed(TODAY)
    assert "ic_individual_filing_v2021" not in ids
    assert "ic_master_filing_nondetained" not in ids
    assert ids["asylum_one_year"].safe == day("2027-01-05")
    assert ids["sij_i360_21"].safe == day("2029-02-27")


def test_a_detained_case_has_its_filings_as_ordered() -> None:
    found = by_id(told(case={**IN_COURT, "detained": True}), TODAY)
    assert found["ic_individual_filing_current"].status == "as_ordered"
    assert found["ic_individual_filing_detained"].status == "as_ordered"


def test_an_order_in_a_case_replaces_the_default() -> None:
    order = Order(day("2026-11-25"), "order of 2026-09-02")
    found = by_id(told(case=IN_COURT), TODAY, orders={"ic_individual_filing_current": order})
    assert found["ic_individual_filing_current"].safe == day("2026-11-25")
    assert found["ic_individual_filing_current"].replaced is not None


def test_a_hearing_of_another_time_has_the_law_of_that_time() -> None:
    case = told(case={**IN_COURT, "nta_served_on": "2018-01-10", "next_hearing_on": "2019-06-20"})
    found = by_id(case, day("2019-05-01"))
    assert found["ic_individual_filing_v2008"].safe == day("2019-06-05")
    assert "ic_individual_filing_current" not in found


def test_an_empty_case_has_no_date_and_asks() -> None:
    found = deadlines_of(told(), TODAY)
    assert all(one.due is None for one in found)
    unknown = [one for one in found if one.status == "unknown"]
    assert len(unknown) > 20
    assert all(one.missing for one in unknown)


def test_a_decision_later_than_the_day_asked_is_not_counted_from() -> None:
    case = told(case={"posture": "decided", "ij_decision_on": "2026-10-01"})
    assert by_id(case, TODAY)["bia_appeal"].status == "contested"
    assert by_id(case, day("2026-09-01"))["bia_appeal"].status == "unknown"


@pytest.mark.parametrize("id", sorted(rules()))
def test_every_deadline_can_be_asked_of_a_case_by_its_id(id: str) -> None:
    for story in ("a-dismissed-case", "b-child", "c-long-time-resident"):
        found = deadline_of(read_case(EXAMPLES / story / "case.toml"), id, TODAY)
        assert found is None or found.due is not None or found.why is not None


def test_the_children_s_first_birthday_is_the_pathway_s_own_clock() -> None:
    found = by_id(read_case(EXAMPLES / "c-long-time-resident" / "case.toml"), TODAY)
    assert found["qr_child_21"].safe == day("2027-07-18")


def test_reminders_are_the_fact_base_s_where_it_has_them() -> None:
    assert alerts_of(rule("asylum_one_year")) == (120, 60, 30, 14, 7)
    assert alerts_of(rule("petition_for_review")) == alerts_of(rule("pfr_30")) == (20, 10, 3)
    assert alerts_of(rule("bia_appeal")) == (9, 7, 5, 2)
    assert all(list(alerts_of(one)) == sorted(alerts_of(one), reverse=True) for one in rules().values())


def test_the_asylum_clock_of_a_case_leaves_out_the_days_it_stood_still() -> None:
    pending = {"i589": {"filed_on": "2026-01-15", "status": "pending"}}
    plain, stopped = told(filing=pending), told(filing=pending, asylum={"eoir_clock_days": 100})
    assert by_id(plain, TODAY)["asylum_ead_apply"].safe == day("2026-06-14")
    assert "never stopped" in english(by_id(plain, TODAY)["asylum_ead_apply"])
    assert by_id(stopped, TODAY)["asylum_ead_apply"].safe == day("2027-01-10"), "50 days on"
    assert by_id(stopped, TODAY)["asylum_ead_eligible"].safe == day("2027-02-09"), "80 days on"
    alone = deadline_of(stopped, "asylum_ead_150", TODAY)
    assert alone is not None
    assert alone.safe == day("2027-01-10")


def test_a_hearing_before_the_notice_to_appear_is_refused() -> None:
    case = told(case={**IN_COURT, "nta_served_on": "2026-12-12"})
    assert not impossible_dates(told(case=IN_COURT))
    assert len(impossible_dates(case)) == 1
    with pytest.raises(ImpossibleDates, match=r"case.next_hearing_on .* lies before case.nta_served_on"):
        deadlines_of(case, day("2026-12-31"))


def test_rough_dates_that_may_be_in_order_are_not_refused() -> None:
    assert not impossible_dates(told(case={**IN_COURT, "nta_served_on": "2026"}))


def test_a_docket_has_the_soonest_of_two_contested_counts() -> None:
    assert {"next_hearing", "bia_appeal", "asylum_one_year", "ead_renewal_window"} <= set(docket_clocks())
