"""Oppositions: each argues the test of its day and circuit, from what its case holds, and concedes nothing."""

from __future__ import annotations

from datetime import date

import pytest

from nolle.facts.casefile import CaseFile, parse_case
from nolle.papers.draft import draft

from .drafting import TODAY, cited, gaps, lines, made, released, said, small


def closed(*more: str, filed: str = "2025-06-02", reason: str = "await_uscis_petition") -> CaseFile:
    return small(
        lines(
            "case",
            "in_removal_proceedings = true",
            "detained = false",
            "administratively_closed = true",
            'admin_closed_on = "2017-05-10"',
            f'admin_closure_reason = "{reason}"',
            'closure_requested_by = "joint"',
            'motion_kind = "recalendar"',
            f'motion_filed_on = "{filed}"',
        ),
        *more,
    )


I130 = lines("filing.i130", 'status = "approved"', 'filed_on = "2016-01-05"', 'decided_on = "2018-02-01"')


@pytest.mark.parametrize(
    ("on", "circuit", "rule", "others"),
    [
        (date(2025, 6, 10), "5", "8-cfr-1003-18c", {"matter-of-w-y-u", "matter-of-castro-tum"}),
        (date(2023, 9, 20), "5", "matter-of-w-y-u", {"8-cfr-1003-18c", "matter-of-castro-tum"}),
        (date(2020, 3, 1), "5", "matter-of-castro-tum", {"8-cfr-1003-18c", "matter-of-w-y-u"}),
        (date(2020, 3, 1), "4", "zuniga-romero-v-barr-2019", {"8-cfr-1003-18c", "matter-of-castro-tum"}),
        (date(2018, 3, 1), "4", "matter-of-avetisyan", {"8-cfr-1003-18c", "zuniga-romero-v-barr-2019"}),
    ],
)
def test_an_opposition_to_recalendaring_argues_the_test_of_its_day_and_circuit(
    on: date, circuit: str, rule: str, others: set[str]
) -> None:
    found = draft("opposition_recalendar", closed(I130), on, circuit=circuit)
    assert rule in cited(found)
    assert not others & cited(found)


def test_the_narrower_reading_of_one_circuit_is_faced_there_alone() -> None:
    there = draft("opposition_recalendar", closed(I130), date(2023, 9, 20), circuit="6")
    assert {"hernandez-serrano-v-barr-2020", "garcia-deleon-v-garland-2021"} <= cited(there)
    elsewhere = draft("opposition_recalendar", closed(I130), date(2023, 9, 20), circuit="5")
    assert not {"hernandez-serrano-v-barr-2020", "garcia-deleon-v-garland-2021"} & cited(elsewhere)


def test_under_castro_tum_a_closure_that_a_rule_names_says_which() -> None:
    named = closed(I130).text.replace(
        'closure_requested_by = "joint"', 'closure_regulatory_basis = "abc_or_nacara_203"'
    )
    found = draft("opposition_recalendar", parse_case(named, "toml"), date(2019, 5, 1), circuit="5")
    assert "rests on such authority: ABC settlement or NACARA 203" in said(found)
    plain = draft("opposition_recalendar", closed(I130), date(2019, 5, 1), circuit="5")
    assert any("where there is none, oppose only the timing" in gap for gap in gaps(plain, "counsel"))


@pytest.mark.parametrize(("on", "there"), [(date(2025, 4, 17), False), (date(2025, 4, 18), True)])
def test_the_withdrawn_memorandum_is_answered_from_the_day_it_was_withdrawn(on: date, there: bool) -> None:
    found = draft("opposition_recalendar", closed(I130, filed="2025-04-16"), on)
    assert ("eoir-pm-25-29" in cited(found)) is there


def test_only_what_others_decide_is_called_outside_this_court() -> None:
    relief = lines("filing.eoir42b", 'status = "pending"', 'filed_on = "2017-01-05"')
    text = said(draft("opposition_recalendar", closed(I130, relief), date(2025, 6, 10)))
    outside = text[text.index("The basis of this opposition") : text.index("Time since closure")]
    assert "Form I-130" in outside
    assert "EOIR-42B" not in outside


def test_what_was_done_since_the_closure_leaves_out_what_came_before() -> None:
    before = lines("filing.i360_sij", 'status = "approved"', 'filed_on = "2015-01-05"', 'decided_on = "2016-03-01"')
    text = said(draft("opposition_recalendar", closed(I130, before), date(2025, 6, 10)))
    since = text[text.index("Time since closure") : text.index("Status and likely result")]
    assert "Form I-130" in since
    assert "I-360" not in since


@pytest.mark.parametrize(("on", "late"), [(date(2025, 6, 12), False), (date(2025, 6, 13), True)])
def test_an_answer_after_ten_days_asks_to_be_accepted(on: date, late: bool) -> None:
    assert ("accepted for good cause" in said(draft("opposition_recalendar", closed(I130), on))) is late


def test_a_waiver_not_yet_filed_is_what_recalendaring_would_take_away() -> None:
    waiver = lines("filing.i601a", 'status = "planned"')
    with_it = draft("opposition_recalendar", closed(I130, waiver, reason="i601a"), date(2025, 6, 10))
    assert "would shut that door" in said(with_it)
    assert "8-cfr-212-7e" in cited(with_it)
    assert "8-cfr-212-7e" not in cited(draft("opposition_recalendar", closed(I130), date(2025, 6, 10)))


@pytest.mark.parametrize(
    ("on", "there", "absent"),
    [
        (date(2023, 12, 19), {"8-cfr-1239-2-pre2024"}, {"matter-of-h-n-ferreira", "8-cfr-1239-2"}),
        (date(2024, 2, 1), {"8-cfr-1239-2-pre2024", "matter-of-h-n-ferreira"}, {"8-cfr-1239-2", "8-cfr-1003-18d"}),
        (date(2025, 6, 1), {"8-cfr-1239-2", "eoir-2025-05-30-email", "accardi-1954"}, {"8-cfr-1239-2-pre2024"}),
        (date(2025, 9, 12), {"8-cfr-1239-2", "8-cfr-1003-18d"}, {"eoir-2025-05-30-email", "accardi-1954"}),
    ],
)
def test_an_opposition_to_dismissal_rests_on_the_law_of_its_day(on: date, there: set[str], absent: set[str]) -> None:
    found = cited(made("opposition_dhs_dismissal", on=on))
    assert there <= found
    assert not absent & found


def test_cancellation_is_named_where_it_is_sought_and_the_adverse_decision_is_met() -> None:
    resident = made("opposition_dhs_dismissal", "c")
    assert "cancellation of removal can be asked for only in removal proceedings" in said(resident)
    assert "does not help the Department" in said(resident)
    dismissed = made("opposition_dhs_dismissal", "a")
    assert "cancellation" not in said(dismissed).lower()
    assert "matter-of-andrade-jaso" not in cited(dismissed)


def test_a_childs_asylum_claim_is_not_called_this_courts_to_decide() -> None:
    assert "Relief for this court to decide" not in said(made("opposition_dhs_dismissal", "b"))
    grown = small(
        lines("filing.i589", 'status = "pending"', 'filed_on = "2025-03-01"'), lines("uac", "determined = false")
    )
    text = said(draft("opposition_dhs_dismissal", grown, TODAY))
    assert "Form I-589" in text
    assert "would end with these proceedings, undecided" in text


def test_residence_is_told_only_when_released_and_entry_never() -> None:
    held = made("opposition_dhs_dismissal", "c")
    assert "2004" not in said(held)
    assert "person.present_in_us_since" in held.held
    free = made("opposition_dhs_dismissal", "c", releases=released("person.present_in_us_since"))
    assert "has lived in the United States since about 2004" in said(free)
    for found in (held, free):
        assert "inspection" not in said(found)
        assert "admits no factual allegation, concedes no charge" in said(found)


def test_the_clients_choice_to_oppose_is_a_gap_until_it_is_recorded() -> None:
    assert any("chose to oppose" in gap for gap in gaps(made("opposition_dhs_dismissal", "c")))
    assert any("does not oppose" in gap for gap in gaps(made("opposition_dhs_dismissal", "a")))
    chosen = small(lines("case", 'respondent_position = "opposes"'))
    assert not any("chose to oppose" in gap for gap in gaps(draft("opposition_dhs_dismissal", chosen, TODAY)))


def test_a_motion_made_aloud_is_to_be_put_in_writing() -> None:
    aloud = small(lines("case", 'motion_kind = "dismiss"', 'motion_form = "oral"', 'motion_filed_on = "2026-11-20"'))
    assert "leaves nothing to answer until its ground is named" in said(draft("opposition_dhs_dismissal", aloud, TODAY))
    written = small(
        lines("case", 'motion_kind = "dismiss"', 'motion_form = "written"', 'motion_filed_on = "2026-11-20"')
    )
    assert "aloud" not in said(draft("opposition_dhs_dismissal", written, TODAY))


@pytest.mark.parametrize("about", ["opposition_dhs_dismissal", "opposition_recalendar", "opposition_pretermit"])
def test_the_order_beside_an_opposition_never_grants_what_it_opposes(about: str) -> None:
    text = said(made("proposed_order", about=about))
    assert "the Department's motion be" in text
    assert "proceedings are dismissed" not in text
    assert "proceedings are dismissed" in said(made("proposed_order", about="joint_motion_dismiss"))


def test_an_unaccompanied_child_is_outside_the_bar_of_third_countries() -> None:
    child, man = made("opposition_pretermit", "b"), made("opposition_pretermit", "a")
    assert "does not apply to an unaccompanied child. INA § 208(a)(2)(E)" in said(child)
    assert "ina-208b3c-uac" in cited(child)
    assert "unaccompanied" not in said(man)


def test_an_arrival_before_the_rule_is_told_only_when_released() -> None:
    early = small(lines("asylum", 'last_arrival_on = "2018-04-02"'))
    assert "The arrival was before the rule" not in said(draft("opposition_pretermit", early, TODAY))
    free = draft("opposition_pretermit", early, TODAY, releases=released("asylum.last_arrival_on"))
    assert "last arrived on April 2, 2018" in said(free)
    after = small(lines("asylum", 'last_arrival_on = "2019-11-19"'))
    found = draft("opposition_pretermit", after, TODAY, releases=released("asylum.last_arrival_on"))
    assert "The arrival was before the rule" not in said(found)


def test_the_burden_is_stated_once_the_board_had_set_it() -> None:
    assert "more likely than not" in said(made("opposition_pretermit", "a"))
    assert "matter-of-c-i-g-m" not in cited(made("opposition_pretermit", "a", date(2025, 6, 1)))


def test_law_that_is_not_stored_is_marked_and_not_made_up() -> None:
    marked = " ".join(gaps(made("opposition_pretermit", "a"), "law"))
    assert "its name is not on file" in marked
    assert "gives an applicant for asylum a hearing" in marked


@pytest.mark.parametrize("variant", [None, "incomplete", "insufficient"])
def test_no_opposition_to_pretermit_accepts_a_country_or_concedes(variant: str | None) -> None:
    text = said(made("opposition_pretermit", "b", variant=variant))
    assert "admits no factual allegation and concedes no charge" in text
    assert "will attend" in text
    assert "Guatemala" not in text


def test_a_motion_that_names_no_agreement_calls_for_another_variant() -> None:
    assert any("draft the variant incomplete or insufficient" in gap for gap in gaps(made("opposition_pretermit", "b")))
    named = small(lines("case", "aca_motion_pending = true"))
    assert not any("draft the variant" in gap for gap in gaps(draft("opposition_pretermit", named, TODAY)))


def test_each_ground_for_pretermitting_is_answered_on_its_own_law() -> None:
    incomplete = made("opposition_pretermit", "a", date(2026, 2, 1), variant="incomplete")
    assert {"matter-of-c-a-r-r", "8-cfr-1208-4-one-year"} <= cited(incomplete)
    assert "matter-of-c-i-g-m" not in cited(incomplete)
    insufficient = made("opposition_pretermit", "a", date(2025, 4, 11), variant="insufficient")
    assert {"eoir-pm-25-28", "ina-208", "8-cfr-1208-16-18"} <= cited(insufficient)
    before = made("opposition_pretermit", "a", date(2025, 4, 10), variant="insufficient")
    assert "eoir-pm-25-28" not in cited(before)
    assert any("what the Department relies on" in gap for gap in gaps(before, "law"))
