"""What a reader at law found wrong in the papers' words, each held to its mend."""

from __future__ import annotations

from datetime import date

import pytest

from nolle.facts.casefile import CaseFile, parse_case
from nolle.papers.draft import PaperError, draft

from .drafting import TODAY, released
from .motions import APPROVED, CASES, DETAINED, FAMILY, case, gaps, said

CLOSURE = case('detained = false\nadmin_closure_reason = "await_uscis_petition"\n', APPROVED)
CHILD = '[person]\nbirth_date = "2012-03-04"\n[uac]\ndetermined = true\n[juvenile]\npetition_filed_on = "2026-05-01"\n'
NARROW = [(date(2020, 6, 1), "5"), (date(2021, 7, 14), "9"), (date(2024, 7, 28), "6")]
BOTH_CLOSURES = pytest.mark.parametrize("variant", [None, "joint"])


def changed(of: CaseFile, old: str, new: str) -> CaseFile:
    assert old in of.text
    return parse_case(of.text.replace(old, new), "toml")


def in_absentia(cause: str, final: str, moved: str = "2026-11-15") -> CaseFile:
    ordered = DETAINED.replace("final_order = false\nin_absentia = false", "final_order = true\nin_absentia = true")
    return case(
        f'{ordered}final_order_on = "{final}"\nin_absentia_cause = "{cause}"\nappeal_taken = false\n',
        f'[filing.mtr]\nstatus = "pending"\nfiled_on = "{moved}"\n',
    )


@BOTH_CLOSURES
@pytest.mark.parametrize(("on", "circuit"), NARROW)
def test_where_closure_needed_a_regulation_the_motion_says_so_and_asks_which(
    on: date, circuit: str, variant: str | None
) -> None:
    found = draft("motion_admin_closure", CLOSURE, on, circuit=circuit, variant=variant)
    text = said("motion_admin_closure", CLOSURE, on, circuit=circuit, variant=variant)
    assert "closed only where a regulation or a court-approved settlement expressly allows it" in text
    assert "authority to manage its docket" not in text
    assert "the motion has no ground on this date in this circuit" in gaps(found, "missing")


@BOTH_CLOSURES
@pytest.mark.parametrize(("on", "name"), [(date(2021, 7, 14), "Zuniga Romero"), (date(2021, 7, 15), "Avetisyan")])
def test_a_circuit_that_refused_castro_tum_is_cited_until_the_board_is_again(
    on: date, name: str, variant: str | None
) -> None:
    text = said("motion_admin_closure", CLOSURE, on, circuit="4", variant=variant)
    assert name in text
    assert "expressly allows it" not in text


def test_the_sixth_circuits_door_for_a_provisional_waiver_is_named_while_it_was_law() -> None:
    assert "provisional waiver" in said("motion_admin_closure", CLOSURE, date(2021, 6, 11), circuit="6")
    assert "provisional waiver" not in said("motion_admin_closure", CLOSURE, date(2021, 6, 10), circuit="6")


@BOTH_CLOSURES
def test_a_family_is_not_told_to_be_one_child(variant: str | None) -> None:
    family = case('detained = false\nadmin_closure_reason = "await_state_court"\n', CHILD, FAMILY)
    text = said("motion_admin_closure", family, variant=variant)
    assert "Marta LOPEZ RUIZ is 14 years old" in text
    assert "Respondents is" not in text


def test_a_state_court_that_has_made_its_order_is_not_said_to_be_deciding() -> None:
    decided = case(
        'detained = false\nadmin_closure_reason = "await_visa_number"\n',
        CHILD
        + 'order_exists = true\norder_on = "2026-06-01"\n'
        + '[filing.i360_sij]\nstatus = "pending"\nfiled_on = "2026-07-01"\n',
    )
    text = said("motion_admin_closure", decided)
    assert "is before a State court" not in text
    assert "filed with USCIS on July 1, 2026" in text


@pytest.mark.parametrize(
    "kind", ["motion_admin_closure", "joint_motion_dismiss", "motion_change_venue", "motion_waive_appearance"]
)
def test_a_charge_not_yet_decided_does_not_mean_that_nothing_was_pleaded(kind: str) -> None:
    denied = case('detained = false\nposture = "pleaded"\ncharge_sustained = "pending"\n')
    assert "Pleadings have not been taken" not in said(kind, denied)
    assert "Pleadings have not been taken" in said(kind, case('detained = false\nposture = "pre_pleading"\n'))


@pytest.mark.parametrize("kind", ["motion_terminate", "motion_admin_closure", "joint_motion_dismiss"])
def test_a_motion_to_the_judge_says_when_the_file_has_no_open_removal_case_before_one(kind: str) -> None:
    for found, words in [
        (CASES["ordered"], "reopening comes first"),
        (CASES["appealed"], "the case is before the Board"),
        (changed(case(), '"removal_240"', '"withholding_only"'), "of another kind"),
        (changed(case(), 'forum = "immigration_court"', 'forum = "credible_fear"'), "of another kind"),
    ]:
        assert words in gaps(draft(kind, found, TODAY), "missing")
    assert "reopening comes first" not in gaps(draft(kind, CLOSURE, TODAY), "missing")


def test_dismissal_of_a_notice_never_filed_is_a_gap() -> None:
    unfiled = changed(case(), 'nta_filed_on = "2024-03-01"\n', "nta_filed = false\n")
    found = draft("joint_motion_dismiss", unfiled, TODAY)
    assert "there is nothing to dismiss" in gaps(found, "missing")


@pytest.mark.parametrize("about", ["motion_remand_or_withdraw_appeal", "motion_stay_emergency"])
def test_the_order_on_a_motion_to_the_board_is_the_boards(about: str) -> None:
    text = said("proposed_order", CASES["appealed"], about=about)
    assert "BOARD OF IMMIGRATION APPEALS" in text
    assert "Immigration Judge" not in text
    assert "ORDER OF THE IMMIGRATION JUDGE" in said("proposed_order", CASES["detained"], about="motion_stay_emergency")


def test_the_order_on_bond_is_captioned_in_bond_proceedings() -> None:
    assert "In bond proceedings" in said("proposed_order", CASES["detained"], about="motion_bond")


def test_a_judge_who_decided_after_the_boards_remand_is_the_one_to_reopen() -> None:
    after = case('bia_decision_on = "2024-05-01"\nij_decision_on = "2025-02-01"\nfinal_order_on = "2025-03-03"\n')
    assert "The Board dismissed" not in said("motion_reopen_joint", after)
    assert "FALLS CHURCH" not in said("motion_reopen_joint", after)
    before = case('bia_decision_on = "2025-05-01"\nij_decision_on = "2024-02-01"\nfinal_order_on = "2025-05-01"\n')
    text = said("motion_reopen_joint", before)
    assert "FALLS CHURCH" in text
    assert "1003.24" not in text


@pytest.mark.parametrize(("final", "stands"), [("2026-05-19", True), ("2026-05-18", False)])
def test_a_stay_by_statute_for_exceptional_circumstances_ends_with_the_180_days(final: str, stands: bool) -> None:
    late = in_absentia("exceptional_circumstances", final)
    assert ("A stay already stands" in said("motion_stay_emergency", late)) is stands
    assert ("gives up nothing of that stay" in said("stay_request_cover", late)) is stands
    joint = said("motion_reopen_joint", late, date(2026, 11, 15))
    assert ("removal is stayed by statute" in joint) is stands
    assert ("order in absentia rescinded" in joint) is stands


def test_want_of_notice_has_no_such_end() -> None:
    old = in_absentia("no_notice", "2019-05-18")
    assert "A stay already stands" in said("motion_stay_emergency", old)
    assert "order in absentia rescinded" in said("motion_reopen_joint", old)


def test_a_rough_day_of_the_order_does_not_end_the_ten_year_bar_early() -> None:
    rough = in_absentia("no_notice", "2016")
    assert "More than ten years have passed" not in said("motion_reopen_joint", rough, date(2026, 6, 1))
    assert "More than ten years have passed" in said("motion_reopen_joint", rough, date(2027, 1, 20))


@pytest.mark.parametrize("kind", ["joint_motion_dismiss", "pd_request", "motion_reopen_joint", "motion_recalendar"])
def test_an_approved_petition_alone_promises_no_adjustment(kind: str) -> None:
    crossed = case("detained = false\n", APPROVED + '[[entry]]\nid = "only"\ndate = "2015-01-01"\nmanner = "ewi"\n')
    text = said(kind, crossed, asking="dismissal")
    for promise in ("will ask USCIS to adjust", "will file Form I-485", "may apply to adjust", "will ask the court to"):
        assert promise not in text
    assert "the Respondent's application for adjustment" not in text


@pytest.mark.parametrize(("lang", "step"), [("en", "ask USCIS for your green card"), ("es", "pedir su residencia")])
@pytest.mark.parametrize(("manner", "told"), [("ewi", False), ("admitted_visa", True)])
def test_the_client_is_sent_to_adjust_only_where_the_last_entry_allows_it(
    lang: str, step: str, manner: str, told: bool
) -> None:
    entry = f'[[entry]]\nid = "only"\ndate = "2015-01-01"\nmanner = "{manner}"\n'
    entered = case("detained = false\n", APPROVED + entry)
    assert (step in said("client_advisal", entered, lang=lang, asking="dismissal")) is told


def test_an_arriving_alien_is_not_said_to_need_the_case_ended() -> None:
    planned = APPROVED + '[filing.i485]\nstatus = "planned"\n'
    for category, told in [("arriving_alien", False), ("admitted_deportable", True)]:
        charged = case(f'detained = false\ncharging_category = "{category}"\n', planned)
        assert ("USCIS cannot decide" in said("pd_request", charged, asking="dismissal")) is told


@pytest.mark.parametrize("variant", [None, "incomplete", "insufficient"])
@pytest.mark.parametrize(("on", "late"), [(date(2026, 11, 11), False), (date(2026, 11, 12), True)])
def test_an_opposition_is_called_timely_only_in_its_ten_days(on: date, late: bool, variant: str | None) -> None:
    moved = case('motion_kind = "other"\nmotion_form = "written"\nmotion_filed_on = "2026-11-01"\n')
    text = said("opposition_pretermit", moved, on, variant=variant)
    assert ("within the ten days" in text) is not late
    assert ("accepted for good cause" in text) is late
    assert "that this opposition is in time" in gaps(
        draft("opposition_pretermit", case(), on, variant=variant), "missing"
    )


def test_a_petition_that_was_decided_is_no_reason_that_the_matter_is_still_open() -> None:
    moved = 'motion_kind = "recalendar"\nmotion_filed_on = "2026-11-15"\nadministratively_closed = true\n'
    closed = 'admin_closed_on = "2023-05-02"\nadmin_closure_reason = "await_uscis_petition"\ndetained = false\n'
    assert "is still open" not in said("opposition_recalendar", case(moved + closed, APPROVED))
    waiting = '[filing.i130]\nstatus = "pending"\nfiled_on = "2025-01-20"\n'
    assert "is still open" in said("opposition_recalendar", case(moved + closed, waiting))


def test_a_written_motion_to_dismiss_is_not_asked_to_be_put_in_writing() -> None:
    written = case('motion_kind = "dismiss"\nmotion_form = "written"\nmotion_filed_on = "2026-11-15"\n')
    assert "I ask that it be made in writing" not in said("opposition_dhs_dismissal", written)
    assert "without prejudice to either party" in said("opposition_dhs_dismissal", written)


def test_a_defect_of_notice_is_not_argued_as_a_listed_ground() -> None:
    lacking = case('detained = false\nposture = "pre_pleading"\nnta_has_time_and_place = false\n')
    text = said("motion_terminate", lacking)
    assert "The regulation leaves no weighing" not in text
    assert "1003.18(d)(1)(i)(F)" in text


def test_custody_under_withholding_only_proceedings_is_not_called_bondable() -> None:
    held = case("detained = true\nfinal_order = false\n")
    only = changed(held, '"removal_240"', '"withholding_only"')
    assert "There is no final order of removal" not in said("motion_bond", only)
    assert "There is no final order of removal" in said("motion_bond", held)


def test_a_riders_own_file_does_not_claim_that_the_caption_names_everyone() -> None:
    rider = case(party='lead_or_rider = "rider"')
    assert "is named in the caption" not in said("motion_sever_consolidate", rider)
    assert "the file names this one alone" in gaps(draft("motion_sever_consolidate", rider, TODAY), "missing")


@pytest.mark.parametrize("variant", [None, "email", "renewed", "supplement", "escalation"])
def test_a_request_for_a_family_names_the_family(variant: str | None) -> None:
    family = case("detained = false\n", "", FAMILY)
    let = released("party.co_respondents")
    assert "ROSA LOPEZ" in said("pd_request", family, asking="closure", variant=variant, releases=let)
    assert "ROSA LOPEZ" not in said("pd_request", family, asking="closure", variant=variant)


def test_consent_to_dismissal_is_not_told_as_consent_to_something_else() -> None:
    agreed = case("respondent_informed_consent_dismissal = true\n")
    assert "has been advised and agrees" in said("pd_request", agreed, asking="dismissal")
    assert "has been advised and agrees" not in said("pd_request", agreed, asking="closure")


def test_a_request_for_deferred_action_encloses_no_motion() -> None:
    text = said("pd_request", case(), asking="deferred_action")
    assert "joint motion and the proposed order are attached" not in text
    assert "cannot join this motion" not in text


@pytest.mark.parametrize("variant", ["supplement", "escalation"])
def test_silence_is_not_told_while_it_is_not_known(variant: str) -> None:
    assert "No answer has come yet" not in said("pd_request", case(), variant=variant, asking="closure")
    assert "has had no answer and" not in said("pd_request", case(), variant=variant, asking="closure")


def test_a_check_in_letter_says_where_the_case_is() -> None:
    appealed = case('adjudicator = "bia"\nfinal_order = false\ndetained = false\n')
    assert "before the Board of Immigration Appeals" in said("checkin_letter", appealed)
    assert "is administratively closed" in said("checkin_letter", CASES["closed"])


@pytest.mark.parametrize(("lang", "words"), [("en", "If you have lived here more"), ("es", "Si ha vivido aquí más")])
def test_the_letter_after_the_order_does_not_suppose_two_years(lang: str, words: str) -> None:
    text = said("post_order_letter", CASES["closed"], lang=lang)
    assert words in text
    assert ("May 2, 2023" if lang == "en" else "2 de mayo de 2023") in text


def test_the_childs_letter_faces_adult_detention() -> None:
    held = case(DETAINED, "[uac]\ndetermined = true\n")
    assert "adult detention" in gaps(draft("uac_asylum_cover_letter", held, TODAY), "missing")


@pytest.mark.parametrize(("missed", "told"), [("true", False), ("false", True)])
def test_the_declaration_does_not_swear_to_every_hearing_after_an_order_in_absentia(missed: str, told: bool) -> None:
    kept = case(f"in_absentia = {missed}\n", "[equity]\ncaused_delay_or_missed_checkins = false\n")
    let = released("equity.caused_delay_or_missed_checkins")
    assert ("I have gone to every hearing" in said("respondent_declaration", kept, releases=let)) is told


@pytest.mark.parametrize(("on", "late"), [(date(2026, 11, 25), False), (date(2026, 11, 26), True)])
def test_a_late_opposition_to_dismissal_asks_to_be_accepted(on: date, late: bool) -> None:
    written = case('motion_kind = "dismiss"\nmotion_form = "written"\nmotion_filed_on = "2026-11-15"\n')
    assert ("accepted for good cause" in said("opposition_dhs_dismissal", written, on)) is late


def test_the_order_that_reopens_leaves_rescission_to_the_judge() -> None:
    box = "☐ The order of removal entered in absentia is rescinded"
    assert box in said("proposed_order", CASES["ordered"], about="motion_reopen_joint")
    assert box not in said("proposed_order", CASES["detained"], about="motion_reopen_joint")


@pytest.mark.parametrize(("served", "since"), [("2026-08-05", True), ("2026-08-06", False)])
def test_an_approval_older_than_the_notice_is_no_changed_circumstance(served: str, since: bool) -> None:
    found = changed(case("detained = false\n", APPROVED), "2024-02-11", served)
    assert ("Since the Notice to Appear was issued" in said("joint_motion_dismiss", found)) is since


def test_a_request_for_deferred_action_falls_back_on_no_dismissal() -> None:
    for variant in (None, "renewed"):
        assert "dismissal" not in said("pd_request", case(), asking="deferred_action", variant=variant)


def test_a_familys_petition_is_captioned_with_the_family() -> None:
    text = said("motion_stay_emergency", CASES["family"], variant="circuit", releases=released("party.co_respondents"))
    assert "ROSA LOPEZ" in text
    assert "A 999-000-304" in text
    assert "Petitioners," in text


@pytest.mark.parametrize(("posture", "told"), [("dismissed", True), ("terminated", False)])
def test_without_prejudice_is_told_of_a_dismissal_alone(posture: str, told: bool) -> None:
    ended = case(f'posture = "{posture}"\nmotion_decided_on = "2026-11-01"\n')
    assert ("without prejudice" in said("post_order_letter", ended)) is told
    assert ("sin perjuicio" in said("post_order_letter", ended, lang="es")) is told


def test_a_request_that_names_no_form_of_discretion_is_refused() -> None:
    with pytest.raises(PaperError, match="--asking dismissal, closure"):
        draft("pd_request", case(), TODAY)


def test_a_joint_dismissal_says_that_nothing_is_pending_only_where_every_form_was_asked() -> None:
    asked = '[filing.i589]\nstatus = "none"\n[filing.eoir42a]\nstatus = "none"\n'
    assert "No application for relief is pending" not in said("joint_motion_dismiss", case("", asked))
    asked += '[filing.eoir42b]\nstatus = "none"\n'
    assert "No application for relief is pending" in said("joint_motion_dismiss", case("", asked))


@pytest.mark.parametrize(
    ("told", "caption"),
    [("removal_240", "In removal proceedings"), ("withholding_only", "In withholding-only proceedings")],
)
def test_the_caption_names_the_kind_of_proceedings(told: str, caption: str) -> None:
    assert caption in draft("motion_continue", changed(case(), '"removal_240"', f'"{told}"'), TODAY).markdown


def test_whether_a_case_that_was_not_proved_ends_with_prejudice_is_counsels() -> None:
    lines = 'charge_sustained = "not_sustained"\n'
    text = said("motion_terminate", case(lines))
    assert "without prejudice" not in text
    order = said("proposed_order", case(lines), about="motion_terminate")
    assert "with prejudice" in order.replace("without prejudice", "")


@pytest.mark.parametrize(
    ("lang", "ends"), [("en", "Our work for you ends"), ("es", "Nuestro trabajo con usted termina")]
)
def test_a_closed_case_is_not_told_as_the_end_of_our_work(lang: str, ends: str) -> None:
    assert ends not in said("closing_letter", CASES["closed"], lang=lang)


def test_a_riders_own_file_has_a_place_for_the_lead() -> None:
    found = draft("motion_continue", case(party='lead_or_rider = "rider"'), TODAY)
    assert "the lead respondent of the family case" in gaps(found, "missing")


def test_a_file_without_counsel_is_said_to_be_one() -> None:
    alone = changed(case(), 'counsel_name = "Ana Ruiz"\n', "")
    assert any("names no counsel" in said for said in draft("motion_continue", alone, TODAY).confirm)
    assert not any("names no counsel" in said for said in draft("motion_continue", case(), TODAY).confirm)
