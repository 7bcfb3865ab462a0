"""Each motion says what the case and the law of its date call for, and leaves out what they do not."""

from __future__ import annotations

import re
from datetime import date

import pytest

from nolle.facts.casefile import CaseFile
from nolle.papers.draft import draft
from nolle.papers.kinds import kind as paper

from .drafting import TODAY, edited, released, story, words
from .motions import APPROVED, CASES, DETAINED, FAMILY, case, gaps, position, said

MOTIONS = (
    "motion_terminate",
    "motion_recalendar",
    "motion_advance",
    "motion_reopen_joint",
    "motion_bond",
    "motion_stay_emergency",
    "motion_remand_or_withdraw_appeal",
    "motion_sever_consolidate",
    "motion_change_venue",
    "motion_remote_appearance",
    "motion_waive_appearance",
)
UGLY = (
    r"\.\.",
    r" [,;.](?!\d)",
    r"\(\s*\)",
    r"\w\(Exhibit",
    r"Respondents (?:is|has|was|asks|moves|lives|knows|keeps|bears|gives|agrees|reserves|objects)\b",
    r"Respondent (?:are|have|were|ask|move|live|know|keep|bear|give|agree|reserve|object)\b",
    r"\bNone\b(?! is known|: the Department| names)",
    r"\{|\}",
    r"\b(\w+) \1\b",
)


SEEN = [(kind, which) for kind in MOTIONS for which in ("a", "c", "detained", "family", "ordered")]
SEEN += [("motion_recalendar", "closed"), ("motion_remand_or_withdraw_appeal", "appealed")]
SEEN += [("motion_stay_emergency", "appealed")]


@pytest.mark.parametrize(("kind", "which"), SEEN)
def test_every_sentence_is_whole_whatever_the_case_holds(kind: str, which: str) -> None:
    earlier = (date(2017, 3, 1), date(2021, 2, 1), date(2023, 6, 1)) if which == "family" else ()
    for on in (*earlier, TODAY):
        text = " ".join(said(kind, CASES[which], on).split())
        for ugly in UGLY:
            found = re.search(ugly, text)
            assert found is None, f"{on}: ...{text[max(0, found.start() - 60) : found.end() + 30]}..."


@pytest.mark.parametrize("kind", MOTIONS)
def test_until_an_order_comes_the_client_attends(kind: str) -> None:
    assert re.search(r"will (?:keep reporting and will )?attend", said(kind, CASES["family"]))


@pytest.mark.parametrize("kind", MOTIONS)
def test_no_motion_concedes_a_charge(kind: str) -> None:
    denied = ("concedes no charge", "concedes nothing", "concedes a charge", "admits nothing", "waives nothing")
    assert any(words in said(kind, CASES["detained"]) for words in (*denied, "does not concede"))


@pytest.mark.parametrize("kind", MOTIONS)
def test_what_is_held_back_stays_out_of_every_motion(kind: str) -> None:
    for letter in "abc":
        text = said(kind, story(letter)).lower()
        for told in ("without inspection", "cruelty", "abuse", "wife", "father", "2010-02-28", "february 28, 2010"):
            assert told not in text, told


@pytest.mark.parametrize("kind", MOTIONS)
def test_a_position_on_another_motion_is_not_the_position_on_this_one(kind: str) -> None:
    found = draft(kind, story("a"), TODAY)
    text = words(found.markdown)
    assert "joins this motion" not in text
    assert kind in ("motion_bond", "motion_stay_emergency") or any("another motion" in one for one in found.confirm)


@pytest.mark.parametrize(
    ("code", "flag", "sentence"),
    [
        ("joins", "JOINT MOTION", "Thomas Reed, Assistant Chief Counsel, joins this motion (Exhibit"),
        ("affirmative_non_opposition", "UNOPPOSED", "has stated that it does not oppose this motion (Exhibit"),
        ("opposes", "OPPOSED", "opposes this motion (Exhibit"),
    ],
)
def test_the_departments_position_is_told_as_it_was_given(code: str, flag: str, sentence: str) -> None:
    text = said("motion_change_venue", case(position(code)))
    assert flag in text
    assert sentence in text


def test_what_is_known_of_one_is_not_told_of_the_whole_family() -> None:
    mother = "[person]\nprimary_caretaker = true\nenrolled_in_school = true\n"
    family = case(DETAINED + position("no_response", "terminate"), APPROVED + mother, FAMILY)
    for kind in ("motion_terminate", "motion_bond", "motion_stay_emergency", "motion_remote_appearance"):
        text = said(kind, family)
        assert "Marta LOPEZ RUIZ is a primary caretaker" in text
        assert "Marta LOPEZ RUIZ is detained" in text or "Marta LOPEZ RUIZ is held" in text
    assert "the same for each other Respondent" in gaps(draft("motion_bond", family, TODAY), "counsel")


@pytest.mark.parametrize("code", ["no_response", "not_asked"])
def test_silence_is_no_position(code: str) -> None:
    text = said("motion_terminate", case(position(code, "terminate")))
    assert "OPPOSED" not in text
    assert "1003.18(d)(1)(i)(G)" not in text
    assert ("has not answered" in text) is (code == "no_response")


@pytest.mark.parametrize(
    ("kind", "variant"), [("motion_stay_emergency", "circuit"), ("motion_remand_or_withdraw_appeal", "withdraw")]
)
def test_another_form_of_a_motion_has_the_same_sections_in_the_same_order(kind: str, variant: str) -> None:
    text = draft(kind, CASES["appealed"], TODAY, variant=variant).markdown
    assert re.findall(r"^:{3,} \{#([\w-]+) \.section\}", text, re.MULTILINE) == [
        section.id for section in paper(kind).sections
    ]


class TestTerminate:
    def test_a_joint_motion_is_mandatory_and_both_sign(self) -> None:
        text = said("motion_terminate", case(position("joins", "terminate")))
        assert "JOINT MOTION TO TERMINATE" in text
        assert "The motion is joint: 8 C.F.R. § 1003.18(d)(1)(i)(G)" in text
        assert "Joined by the Department," in text
        assert "needs no separate service" in text

    def test_opposition_leaves_the_discretionary_grounds(self) -> None:
        text = said("motion_terminate", case(position("opposes", "terminate"), APPROVED))
        assert "1003.18(d)(1)(i)(G)" not in text
        assert "1003.18(d)(1)(ii)(B)" in text
        assert "does not rest on humanitarian reasons alone" in text
        assert "Joined by the Department," not in text

    def test_naturalization_is_not_argued_over_opposition(self) -> None:
        n400 = '[filing.n400]\nstatus = "planned"\n'
        assert "eligible to naturalize" not in said("motion_terminate", case(position("opposes", "terminate"), n400))
        assert "eligible to naturalize" in said("motion_terminate", case(position("no_response", "terminate"), n400))

    def test_a_charge_that_was_not_sustained_leaves_nothing_to_weigh(self) -> None:
        text = said("motion_terminate", case('charge_sustained = "not_sustained"\n'))
        assert "1003.18(d)(1)(i)(A)" in text
        assert "Matter of Sanchez-Herbert" in text
        assert "discretion" not in text

    @pytest.mark.parametrize(
        ("lines", "raised"),
        [
            ('posture = "pre_pleading"\n', True),
            ('pleadings_closed_on = "2024-09-01"\ntime_place_objection_raised_on = "2024-08-01"\n', True),
            ('pleadings_closed_on = "2024-08-01"\ntime_place_objection_raised_on = "2024-09-01"\n', False),
            ('posture = "pleaded"\n', False),
        ],
    )
    def test_a_notice_without_a_time_is_raised_only_before_pleadings_close(self, lines: str, raised: bool) -> None:
        text = said("motion_terminate", case(f"nta_has_time_and_place = false\n{lines}"))
        assert ("Matter of Fernandes" in text) is raised

    def test_a_child_whose_claim_is_with_uscis(self) -> None:
        child = edited("b", ('[filing.i589]\nstatus = "planned"', '[filing.i589]\nstatus = "pending"'))
        text = said("motion_terminate", child)
        assert "1003.18(d)(1)(ii)(A)" in text
        assert "INA § 208(b)(3)(C)" in text
        assert "1003.18(d)(1)(ii)(A)" not in said("motion_terminate", story("b"))

    @pytest.mark.parametrize(
        ("on", "circuit", "ground", "cited"),
        [
            (date(2024, 7, 29), "4", True, "1003.18(d)(1)(ii)(B)"),
            (date(2024, 7, 28), "4", True, "Matter of Coronado Acevedo"),
            (date(2022, 11, 16), "4", True, "Gonzalez v. Garland"),
            (date(2022, 11, 16), "5", False, "Matter of S-O-G- & F-D-B-"),
            (date(2019, 5, 1), "4", False, "Matter of S-O-G- & F-D-B-"),
        ],
    )
    def test_the_ground_is_that_of_its_date_and_circuit(self, on: date, circuit: str, ground: bool, cited: str) -> None:
        approved = APPROVED.replace("2025-01-20", "2017-01-20").replace("2026-08-06", "2018-08-06")
        text = said("motion_terminate", case("", approved), on, circuit=circuit)
        assert cited in text
        assert ("that USCIS can decide" in text) is ground
        assert ("[missing: a ground of termination" in text) is not ground

    def test_closure_is_the_alternative_only_where_it_was_lawful(self) -> None:
        assert "be administratively closed" in said("motion_terminate", case(), TODAY)
        assert "be administratively closed" not in said("motion_terminate", case(), date(2019, 5, 1), circuit="5")

    def test_discretion_is_argued_with_equities_that_may_be_told(self) -> None:
        text = said("motion_terminate", story("a"))
        assert "Every tax return that was due was filed (Exhibit" in text
        assert "United States citizen" not in text
        family = released("relative[wife].relationship", "relative[wife].status")
        assert "The wife is a United States citizen (Exhibit" in said("motion_terminate", story("a"), releases=family)
        assert "tax return" not in said("motion_terminate", case('charge_sustained = "not_sustained"\n'))

    def test_each_respondent_has_a_ground_of_her_own(self) -> None:
        found = draft("motion_terminate", CASES["family"], TODAY, releases=released("party.co_respondents"))
        assert "which ground each Respondent stands on" in gaps(found, "counsel")
        assert "Respondents and the Department" in words(found.markdown)


class TestRecalendar:
    def test_it_tells_the_closure_what_changed_and_what_is_asked(self) -> None:
        text = said("motion_recalendar", CASES["closed"])
        assert "closed on May 2, 2023" in text
        assert "on the motion of Respondent, so that USCIS could decide a petition" in text
        assert "Form I-130, petition for a relative, approved August 6, 2026" in text
        assert "an individual hearing on the application named above" in text

    def test_what_was_decided_before_the_closure_is_no_change(self) -> None:
        earlier = APPROVED.replace("2026-08-06", "2023-01-06").replace("2025-01-20", "2022-01-20")
        found = draft("motion_recalendar", case('admin_closed_on = "2023-05-02"\n', earlier), TODAY)
        assert "since the closure" in gaps(found, "missing")

    @pytest.mark.parametrize(
        ("on", "circuit", "standard"),
        [
            (TODAY, "4", "totality of the circumstances"),
            (date(2022, 6, 1), "4", "Matter of Cruz-Valdez"),
            (date(2019, 5, 1), "5", "Matter of Castro-Tum"),
            (date(2020, 5, 1), "4", "Zuniga Romero"),
            (date(2021, 2, 1), "4", "Matter of Castro-Tum"),
            (date(2011, 5, 1), "4", "Matter of Gutierrez-Lopez"),
        ],
    )
    def test_the_standard_is_that_of_its_date_and_circuit(self, on: date, circuit: str, standard: str) -> None:
        text = said("motion_recalendar", CASES["closed"], on, circuit=circuit)
        assert standard in text
        assert ("1003.18(c)" in text) is (on == TODAY)

    def test_a_case_that_is_not_closed_says_so(self) -> None:
        found = draft("motion_recalendar", case("administratively_closed = false\n"), TODAY)
        assert "the file says that the case is not closed" in gaps(found, "missing")


class TestAdvance:
    def test_an_agreement_is_a_reason_and_needs_no_other(self) -> None:
        text = said("motion_advance", story("a"))
        assert "agreed to dismissal" in text
        assert "what is lost" not in text

    def test_a_childs_age_is_told_but_not_the_birthday(self) -> None:
        text = said("motion_advance", story("b"))
        assert "16 years old" in text
        assert "ends at 21 years" in text
        assert "February 28, 2010" not in text

    def test_detention_is_a_reason(self) -> None:
        assert "a week in custody" in said("motion_advance", CASES["detained"])
        assert "a week in custody" not in said("motion_advance", story("b"))


class TestReopen:
    OLD = (
        'final_order = true\nfinal_order_on = "{on}"\nappeal_taken = false\nmtr_filed_count = {n}\n'
        "in_absentia = {away}\n"
    )

    def old(self, on: str = "2014-05-06", n: int = 1, away: str = "false", more: str = "") -> CaseFile:
        return case(self.OLD.format(on=on, n=n, away=away) + position("joins", "reopen") + more, APPROVED)

    def test_jointly_filed_it_is_free_of_the_limits_and_of_a_fee(self) -> None:
        text = said("motion_reopen_joint", self.old())
        assert "exempt from both limits. 8 C.F.R. § 1003.23(b)(4)(iv)" in text
        assert "Earlier motions to reopen: 1, which the exemption excuses" in text
        assert "No fee is due on a joint motion" in text
        assert "would be in time without the exemption" not in text

    def test_within_ninety_days_it_says_that_it_is_in_time_too(self) -> None:
        assert "the order is 76 days old" in said("motion_reopen_joint", self.old("2026-09-06", 0))
        assert "in time without" not in said("motion_reopen_joint", self.old("2026-08-01", 0))

    def test_without_the_departments_signature_it_claims_no_exemption(self) -> None:
        unopposed = position("affirmative_non_opposition", "reopen")
        of = case(self.OLD.format(on="2014-05-06", n=0, away="false") + unopposed)
        found = draft("motion_reopen_joint", of, TODAY)
        assert "written agreement to join" in gaps(found, "missing")
        assert "will be so filed when the Department has signed" in words(found.markdown)
        assert any("not opposing is not enough" in one for one in found.confirm)

    @pytest.mark.parametrize(
        ("cause", "on", "cited"),
        [
            ("no_notice", "2014-05-06", "INA § 240(b)(5)(C)(ii)"),
            ("exceptional_circumstances", "2026-09-06", "INA § 240(b)(5)(C)(i);"),
        ],
    )
    def test_an_order_in_absentia_can_also_be_rescinded(self, cause: str, on: str, cited: str) -> None:
        found = draft("motion_reopen_joint", self.old(on, 0, "true", f'in_absentia_cause = "{cause}"\n'), TODAY)
        text = words(found.markdown)
        assert cited in text
        assert "removal is stayed by statute" in text
        assert "reaches an order in absentia" in gaps(found, "law")
        assert "ten-year bar" in text

    def test_after_180_days_exceptional_circumstances_are_not_claimed(self) -> None:
        of = self.old("2026-05-01", 0, "true", 'in_absentia_cause = "exceptional_circumstances"\n')
        text = said("motion_reopen_joint", of)
        assert "by a motion within 180 days" not in text
        assert "180 days for a motion on exceptional circumstances have passed" in text

    def test_not_in_absentia_nothing_is_said_of_rescission(self) -> None:
        text = said("motion_reopen_joint", self.old())
        assert "rescind" not in text
        assert "ten-year bar" not in text

    def test_after_the_board_decided_the_motion_goes_to_the_board(self) -> None:
        text = said("motion_reopen_joint", self.old(more='bia_decision_on = "2015-02-01"\n'))
        assert "BOARD OF IMMIGRATION APPEALS" in text
        assert "IMMIGRATION COURT\n" not in text
        assert "1003.2(c)(3)(iii)" in text


class TestBond:
    def held(self, circuit: str, more: str = "", tables: str = "") -> CaseFile:
        return case(f'{DETAINED}detention_circuit = "{circuit}"\n{more}', tables)

    def test_it_is_a_record_of_its_own(self) -> None:
        text = said("motion_bond", self.held("4"))
        assert "In bond proceedings" in text
        assert "BOND" in text
        assert "8 C.F.R. § 1003.19(d)" in text

    @pytest.mark.parametrize(
        ("circuit", "on", "cited", "law"),
        [
            ("2", date(2026, 6, 1), "Cunha v. Freden", False),
            ("2", TODAY, "Cunha v. Freden", True),
            ("5", TODAY, "Buenrostro-Mendez v. Bondi", False),
            ("8", TODAY, "Herrera Avila v. Bondi", False),
            ("9", TODAY, "set the Board's decision aside", True),
            ("4", TODAY, "Fourth Circuit today", True),
        ],
    )
    def test_it_faces_the_law_of_the_place_of_detention(self, circuit: str, on: date, cited: str, law: bool) -> None:
        found = draft("motion_bond", self.held(circuit), on, circuit=circuit)
        text = words(found.markdown)
        assert "Matter of Yajure Hurtado" in text
        assert cited in text
        assert any(re.search(r"v-|Circuit today", gap.words) for gap in found.gaps if gap.kind == "law") is (
            law or circuit == "5"
        )

    def test_an_adverse_circuit_is_faced_and_the_argument_kept(self) -> None:
        text = said("motion_bond", self.held("5"), circuit="5")
        assert "Candor requires" in text
        assert "within 90 days of detention" in text
        assert "Candor requires" not in said("motion_bond", self.held("2"), circuit="2")

    def test_before_the_boards_decision_there_was_nothing_to_face(self) -> None:
        text = said("motion_bond", self.held("4"), date(2024, 6, 1))
        assert "Yajure" not in text
        assert "Laken Riley" not in text
        assert "Laken Riley" in said("motion_bond", self.held("4"), date(2025, 2, 1))

    def test_manner_of_entry_is_told_only_when_released(self) -> None:
        of = edited("a", ("detained = false", 'detained = true\ndetention_place = "Example County Jail"'))
        assert "was admitted" not in said("motion_bond", of)
        text = said("motion_bond", of, releases=released("derived.last_entry_manner"))
        assert "Respondent was admitted" in text
        assert "The law of the circuit" not in text

    def test_who_may_not_ask_is_told_so(self) -> None:
        ordered = draft("motion_bond", CASES["ordered"], TODAY)
        assert "after a final order" in gaps(ordered, "law")
        free = draft("motion_bond", story("b"), TODAY)
        assert "the file says that the Respondent is not detained" in gaps(free, "missing")

    def test_a_record_that_is_not_known_to_be_clean_is_counsels_to_chart(self) -> None:
        assert "no criminal arrest and no conviction" in said("motion_bond", self.held("4"))
        tables = '[[conviction]]\nid = "one"\nconvicted_on = "2015-03-01"\n'
        found = draft("motion_bond", self.held("4", tables=tables), TODAY)
        assert "no criminal arrest" not in words(found.markdown)
        assert "chart of each arrest" in gaps(found, "counsel")


class TestStay:
    def test_on_an_order_in_absentia_the_statute_stays_removal(self) -> None:
        text = said("motion_stay_emergency", CASES["ordered"])
        assert "A stay already stands" in text
        assert "INA § 240(b)(5)(C)" in text
        assert "No stay stands by itself" not in text

    def test_otherwise_filing_stays_nothing(self) -> None:
        of = case(
            'final_order = true\nfinal_order_on = "2019-11-01"\nin_absentia = false\nosup = true\ndetained = false\n',
            '[filing.mtr]\nstatus = "pending"\nfiled_on = "2026-11-15"\n',
        )
        text = said("motion_stay_emergency", of)
        assert "No stay stands by itself" in text
        assert "A stay already stands" not in text
        assert "will keep every appointment to report" in text

    def test_the_four_factors_and_what_law_is_not_held(self) -> None:
        found = draft("motion_stay_emergency", CASES["appealed"], TODAY)
        text = words(found.markdown)
        assert "BOARD OF IMMIGRATION APPEALS" in text
        assert "Nken v. Holder, 556 U.S. 418 (2009)" in text
        assert "section 1003.6(b)" in gaps(found, "law")

    def test_a_court_of_appeals_has_a_paper_of_its_own(self) -> None:
        text = said("motion_stay_emergency", case('pfr_circuit = "4"\ndetained = true\n'), variant="circuit")
        assert "UNITED STATES COURT OF APPEALS" in text
        assert "FOR THE FOURTH CIRCUIT" in text
        assert "INA § 242(b)" in text
        assert "EXECUTIVE OFFICE" not in text


class TestRemand:
    def test_a_joint_remand_says_what_is_new_and_asks_termination_in_the_alternative(self) -> None:
        of = case(
            'adjudicator = "bia"\nappeal_taken = true\nappeal_by = "respondent"\nij_decision_on = "2026-05-01"\n'
            'appeal_filed_on = "2026-05-20"\ndetained = false\n' + position("joins", "remand"),
            APPROVED,
        )
        text = said("motion_remand_or_withdraw_appeal", of)
        assert "JOINT MOTION TO REMAND" in text
        assert "It did not exist when the judge decided" in text
        assert "Matter of Yewondwosen" in text
        assert "8 C.F.R. § 1003.1(l), (m)" in text
        assert "Joined by the Department," in text

    def test_alone_it_rests_on_new_and_material_evidence(self) -> None:
        found = draft("motion_remand_or_withdraw_appeal", CASES["appealed"], TODAY)
        text = words(found.markdown)
        assert "JOINT" not in text
        assert "The Department appealed on May 20, 2026" in text
        assert "Matter of Coelho" in text
        assert "Yewondwosen" not in text
        assert "section 1003.2(c)(4)" in gaps(found, "law")

    def test_a_withdrawal_says_that_the_order_becomes_final_and_the_client_signs(self) -> None:
        of = case('appeal_by = "respondent"\nappeal_filed_on = "2026-05-20"\nij_decision_on = "2026-05-01"\n')
        found = draft("motion_remand_or_withdraw_appeal", of, TODAY, variant="withdraw")
        assert "makes the order below final" in words(found.markdown)
        assert "I withdraw my appeal." in words(found.markdown)
        assert "written advice" in gaps(found, "missing")

    def test_the_departments_appeal_is_not_ours_to_withdraw(self) -> None:
        found = draft("motion_remand_or_withdraw_appeal", CASES["appealed"], TODAY, variant="withdraw")
        assert "only it can withdraw that appeal" in gaps(found, "missing")


class TestSeverConsolidate:
    def test_a_family_in_one_case_is_severed_with_every_number(self) -> None:
        text = said("motion_sever_consolidate", CASES["family"], releases=released("party.co_respondents"))
        assert "MOTION TO SEVER" in text
        assert "File No. A 999-000-304" in text
        assert "can fall once the cases are apart" in text
        assert "CONSOLIDATE" not in text

    def test_one_respondent_alone_asks_to_consolidate(self) -> None:
        text = said("motion_sever_consolidate", story("a"))
        assert "MOTION TO CONSOLIDATE" in text
        assert "can fall" not in text

    def test_it_never_says_why_interests_differ(self) -> None:
        child = edited("b", ('lead_or_rider = "single"', 'lead_or_rider = "rider"'))
        text = said("motion_sever_consolidate", child)
        assert "More is not said" in text
        assert "before a State court since August 20, 2026" in text
        assert not {"father", "abuse", "violence", "cruelty"} & set(re.findall(r"\w+", text.lower()))

    def test_consent_and_conflict_are_asked_for_each(self) -> None:
        found = draft("motion_sever_consolidate", CASES["family"], TODAY)
        assert "conflict check" in gaps(found, "missing")
        assert "each respondent's consent" in gaps(found, "missing")


class TestVenue:
    def test_before_pleadings_it_asks_to_move_without_them(self) -> None:
        text = said("motion_change_venue", story("b"))
        assert "asks that venue be changed without them" in text
        assert "putting the Department to its proof" in text

    def test_after_pleadings_it_changes_nothing_in_them(self) -> None:
        text = said("motion_change_venue", story("c"))
        assert "this motion changes nothing in them" in text
        assert "without them" not in text

    def test_it_asks_for_a_fixed_street_address_and_its_form(self) -> None:
        found = draft("motion_change_venue", story("a"), TODAY)
        assert "fixed street address" in words(found.markdown)
        assert any(gap.fact == "party.residence_address" for gap in found.gaps)
        assert "EOIR-33" in gaps(found, "missing")

    def test_detention_is_answered_only_where_there_is_any(self) -> None:
        assert "why venue should move" in said("motion_change_venue", CASES["detained"])
        assert "why venue should move" not in said("motion_change_venue", story("b"))


class TestRemote:
    def test_at_a_master_hearing_no_consent_is_asked(self) -> None:
        text = said("motion_remote_appearance", story("b"))
        assert "No evidence is to be taken" in text
        assert "consent to an evidentiary hearing" not in text

    def test_at_an_individual_hearing_a_telephone_needs_consent(self) -> None:
        merits = edited("b", ('next_hearing_kind = "master"', 'next_hearing_kind = "individual"'))
        text = said("motion_remote_appearance", merits)
        assert "asks for video" in text
        assert "consent to an evidentiary hearing by telephone" in text
        assert "to judge credibility, Respondent will appear in person" in text

    def test_a_hearing_that_is_remote_already_needs_no_motion(self) -> None:
        remote = edited("b", ('hearing_medium = "in_person"', 'hearing_medium = "webex"'))
        found = draft("motion_remote_appearance", remote, TODAY)
        assert "already held remotely" in gaps(found, "missing")


class TestWaiver:
    def test_it_is_for_one_hearing_without_testimony(self) -> None:
        text = said("motion_waive_appearance", story("b"))
        assert "the master calendar hearing of January 14, 2027, at 1:00 p.m., and at no other" in text
        assert "No testimony is to be taken there." in text
        assert "INA § 240(b)(5)(A)" in text

    def test_for_an_individual_hearing_it_is_refused_in_sight(self) -> None:
        merits = edited("b", ('next_hearing_kind = "master"', 'next_hearing_kind = "individual"'))
        found = draft("motion_waive_appearance", merits, TODAY)
        assert "the file says that the next hearing is an individual hearing" in gaps(found, "missing")
        assert "No testimony is to be taken there." not in words(found.markdown)

    def test_nothing_is_admitted_by_an_empty_chair(self) -> None:
        assert "none is to be taken as admitted" in said("motion_waive_appearance", story("b"))
        assert "none is to be taken as admitted" not in said("motion_waive_appearance", story("c"))

    def test_in_a_family_it_says_for_whom(self) -> None:
        assert "which of the Respondents" in gaps(draft("motion_waive_appearance", CASES["family"], TODAY), "missing")
