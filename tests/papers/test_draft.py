"""Drafting: facts from the case as it stood, what stays back, several respondents, what keeps a paper from ready."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from nolle.facts.vocabulary import UnknownFact
from nolle.papers.draft import Draft, Override, PaperError, draft
from nolle.papers.files import read_releases
from nolle.papers.telling import Exhibit, Release, plain

from .drafting import EXAMPLES, MOTION, REQUEST, TODAY, edited, made, released, words

WIFE = ("relative[wife].status", "relative[wife].relationship", "relative[wife].marriage_to_client_on")
DAUGHTER = ("relative[daughter].status", "relative[daughter].relationship", "relative[daughter].birth_date")


def request(*facts: str) -> Draft:
    return made("pd_request", on=REQUEST, asking="dismissal", releases=released(*facts))


def test_the_joint_motion_of_story_a_is_whole() -> None:
    found = made("joint_motion_dismiss", on=MOTION)
    text = words(found.markdown)
    assert found.gaps == ()
    for said in (
        "DANIEL MEJIA FLORES",
        "A 999-000-101",
        "BALTIMORE, MARYLAND",
        "NON-DETAINED",
        "Miriam Castell",
        "October 19, 2023, at 9:00 a.m.",
        "approved on March 6, 2023",
        "Thomas Reed",
        "without prejudice",
    ):
        assert said in text


def test_what_happened_after_the_papers_date_is_not_in_it() -> None:
    text = words(made("joint_motion_dismiss", on=MOTION).markdown)
    assert "October 6, 2023" not in text
    assert "I-485" not in text


@pytest.mark.parametrize(
    ("on", "cited", "not_cited"),
    [
        (MOTION, "8-cfr-1239-2-pre2024", "matter-of-h-n-ferreira"),
        (date(2024, 2, 1), "matter-of-h-n-ferreira", "8-cfr-1239-2"),
        (TODAY, "8-cfr-1239-2", "8-cfr-1239-2-pre2024"),
    ],
)
def test_the_law_cited_is_that_of_the_papers_date(on: date, cited: str, not_cited: str) -> None:
    ids = {c.id for c in made("joint_motion_dismiss", on=on).cited}
    assert cited in ids
    assert not_cited not in ids


def test_facts_about_others_stay_out_until_each_is_released() -> None:
    before = request()
    assert "wife" not in words(before.markdown)
    assert set(WIFE[:2]) <= set(before.held)
    after = words(request(*WIFE, *DAUGHTER).markdown)
    assert "The Respondent's wife is a United States citizen; they married on June 12, 2021 (Exhibits" in after


def test_releasing_one_fact_releases_no_other() -> None:
    text = words(request("derived.years_in_us").markdown)
    assert "Length of residence. The Respondent has lived in the United States since [held back" in text


def test_what_a_survivor_told_never_leaves_by_itself() -> None:
    found = made("pd_request", "b", asking="closure")
    assert "victim.battery_or_extreme_cruelty" in found.held
    assert not {"violence", "cruelty", "abuse"} & set(words(found.markdown).lower().split())


def test_the_clients_address_is_told_only_when_released() -> None:
    assert "14 Example Court" not in made("motion_change_venue").markdown
    case = edited("a", ('mailing_address = "14 Example Court', 'residence_address = "14 Example Court'))
    options = {"releases": released("party.residence_address")}
    assert "14 Example Court" in draft("motion_change_venue", case, TODAY, **options).markdown


@pytest.mark.parametrize("bad", [Release("person.birth_country", "", "Ana"), Release("person.birth_country", "x", " ")])
def test_a_release_needs_a_reason_and_a_name(bad: Release) -> None:
    with pytest.raises(PaperError, match="needs a reason"):
        made("pd_request", releases=[bad])


def test_a_release_of_what_is_no_fact_is_refused() -> None:
    with pytest.raises(UnknownFact):
        made("pd_request", releases=released("person.shoe_size"))


def test_each_factor_names_its_exhibit_or_what_would_prove_it() -> None:
    text = words(request(*WIFE, *DAUGHTER).markdown)
    favor = text[text.index("Factors in favor") : text.index("Factors against")]
    for line in (line for line in favor.splitlines() if line.startswith("1. ")):
        assert "(Exhibit" in line or "[exhibit: " in line, line


def test_factors_against_are_faced_not_left_out() -> None:
    facts = ("derived.last_entry_manner", "derived.last_entry_on")
    text = words(made("pd_request", "b", asking="closure", releases=released(*facts)).markdown)
    against = text[text.index("Factors against") : text.index("What follows")]
    assert "[counsel: answer it" in against


def test_a_rough_date_is_printed_as_rough() -> None:
    facts = ("person.present_in_us_since", "derived.years_in_us")
    case = edited(
        "a", ('value = "2015-09-03", source = "I-94 and school', 'value = "2015~", source = "I-94 and school')
    )
    text = words(draft("pd_request", case, REQUEST, asking="dismissal", releases=released(*facts)).markdown)
    assert "since about 2015" in text
    case = edited("a", ('served_on = { value = "2016-02-11"', 'served_on = { value = "2016-02"'))
    assert "February 2016" in words(draft("joint_motion_dismiss", case, MOTION).markdown)


def test_a_missing_fact_is_a_gap_where_it_belongs_and_at_the_top() -> None:
    case = edited("a", ('judge = "Miriam Castell"\n', ""))
    found = draft("joint_motion_dismiss", case, MOTION)
    assert any(gap.fact == "court.judge" for gap in found.gaps)
    assert "[missing: Immigration judge]" in words(found.markdown)
    assert any("Immigration judge" in problem for problem in found.problems)


def test_a_hearing_that_is_past_is_said_to_be() -> None:
    assert any("date on file is past" in gap.words for gap in made("joint_motion_dismiss").gaps)


RIDERS = (
    'lead_or_rider = "single"',
    'lead_or_rider = "lead"\nco_respondents = ["Rosa MEJIA A 999-000-102", "A 999-000-103"]',
)


def test_every_respondent_is_in_the_caption_the_lead_first() -> None:
    case = edited("a", RIDERS)
    text = words(draft("joint_motion_dismiss", case, MOTION, releases=released("party.co_respondents")).markdown)
    numbers = [text.index(f"File No. A 999-000-10{last}") for last in "123"]
    assert numbers == sorted(numbers)
    assert "ROSA MEJIA" in text
    assert "Respondents, through undersigned counsel" in text
    assert "[missing: name of the respondent with A 999-000-103]" in text


def test_riders_are_not_named_until_released() -> None:
    text = words(draft("joint_motion_dismiss", edited("a", RIDERS), MOTION).markdown)
    assert "999-000-102" not in text
    assert "[held back: other respondents" in text


def test_the_court_and_the_governments_office_come_from_the_courts_table_to_be_confirmed() -> None:
    case = edited("a", ('hearing_location = "Baltimore, Maryland"\n', ""), ('opla_office = "Baltimore Office"\n', ""))
    found = draft("certificate_of_service", case, MOTION, about="motion_continue")
    assert "31 Hopkins Plaza, Room 1600" in words(found.markdown)
    assert "BALTIMORE, MD" in words(found.markdown)
    assert any("hearing notice" in confirm for confirm in found.confirm)


def test_a_wrong_court_code_is_a_gap_that_says_so() -> None:
    case = edited("a", ('court_code = "BAL"', 'court_code = "BLA"'), ('hearing_location = "Baltimore, Maryland"\n', ""))
    assert any("no immigration court has the code 'BLA'" in g.words for g in draft("cover_page", case, MOTION).gaps)


def test_a_paper_that_ends_the_case_waits_while_an_exposure_is_open() -> None:
    found = made("motion_terminate", "b")
    assert found.exposure["no_bond"] is True
    assert any("no bond" in problem for problem in found.problems)
    going_on = made("motion_terminate", "b", overrides=[Override("exposure", "explained in Spanish", "Ana Ruiz")])
    assert not any("no bond" in problem for problem in going_on.problems)


def test_law_that_no_attorney_reviewed_keeps_a_paper_from_ready() -> None:
    found = made("joint_motion_dismiss", on=MOTION)
    assert [p for p in found.problems if "no attorney has reviewed" in p] == list(found.problems)
    assert (
        made("joint_motion_dismiss", on=MOTION, overrides=[Override("stale-law", "read today", "Ana")]).problems == ()
    )


def test_no_draft_argues_what_the_client_was_exposed_to() -> None:
    text = words(made("joint_motion_dismiss", "b").markdown).lower()
    assert "expedited removal" not in text
    assert "bond" not in text


def test_an_office_puts_its_own_words_in_place_of_ours(tmp_path: Path) -> None:
    own = '---\nstyle: letter\n---\nFor {{ fact("party.full_name") }}: {{ cite("8-cfr-239-2c") }}\n'
    (tmp_path / "pd_request.md").write_text(own, "utf-8")
    assert (
        words(made("pd_request", templates=tmp_path).markdown).strip() == "For Daniel MEJIA FLORES: 8 C.F.R. § 239.2(c)"
    )
    assert made("motion_continue", templates=tmp_path).markdown == made("motion_continue").markdown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no head at all", "must begin with the lines"),
        ("---\nstyle: letter\n---\n{{ fact( }}", "line 1"),
        ("---\nstyle: letter\n---\n{{ fcat('party.full_name') }}", "fcat"),
    ],
)
def test_a_template_that_cannot_be_filled_in_is_refused_in_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "pd_request.md").write_text(text, "utf-8")
    with pytest.raises(PaperError, match=said):
        made("pd_request", templates=tmp_path)


def test_a_template_cannot_reach_into_the_machine(tmp_path: Path) -> None:
    (tmp_path / "pd_request.md").write_text("---\nstyle: letter\n---\n{{ ''.__class__.__mro__ }}", "utf-8")
    with pytest.raises(PaperError):
        made("pd_request", templates=tmp_path)


def test_marks_in_a_fact_stay_plain() -> None:
    case = edited("a", ('full_name = "Daniel MEJIA FLORES"', 'full_name = "Daniel *Mejia* [x](y) {.gap} $1 #2"'))
    assert r"\*Mejia\* \[x\](y) \{.gap\} \$1 \#2" in draft("checkin_letter", case, TODAY).markdown


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_advisal_reads_only_what_applies_to_this_client(lang: str) -> None:
    admitted = made("client_advisal", on=MOTION, lang=lang, asking="dismissal").markdown
    child = made("client_advisal", "b", lang=lang, asking="closure").markdown
    fast, pause = {"en": ("expedited removal", "ADMINISTRATIVE CLOSURE"), "es": ("acelerada", "CIERRE")}[lang]
    assert fast not in admitted
    assert fast in child
    assert pause in child
    assert pause not in admitted
    assert "I-130" in admitted
    assert "I-130" not in child


def test_the_index_lists_the_exhibits_of_its_motion_under_the_same_tabs() -> None:
    motion = made("joint_motion_dismiss", on=MOTION)
    index = made("evidence_index", on=MOTION, about="joint_motion_dismiss")
    assert [e.tab for e in motion.exhibits] == ["A", "B", "C"]
    assert index.exhibits == motion.exhibits
    for exhibit in motion.exhibits:
        assert f"| {exhibit.tab} | {exhibit.description} |" in index.markdown


def test_consent_is_stated_only_where_the_client_gave_it() -> None:
    agreed = "respondent_informed_consent_dismissal = { value = true, source"
    without = draft("joint_motion_dismiss", edited("a", (agreed, agreed.replace("true", "false"))), MOTION)
    assert "joins in the request" in words(made("joint_motion_dismiss", on=MOTION).markdown)
    assert "joins in the request" not in words(without.markdown)
    assert any("client advised" in gap.words for gap in without.gaps)


def test_letters_to_clients_say_that_their_words_are_not_reviewed() -> None:
    assert any("qualified legal translator" in word for word in made("post_order_letter", lang="es").confirm)


@pytest.mark.parametrize(
    ("asking", "asked", "cited"),
    [
        ("dismissal", "motion to dismiss these removal proceedings without prejudice", "8-cfr-239-2a"),
        ("closure", "motion for administrative closure", "8-cfr-1003-18c"),
        ("termination", "motion to terminate", "8-cfr-1003-18d"),
        ("deferred_action", "grant of deferred action", "heckler-v-chaney-1985"),
    ],
)
def test_the_request_asks_for_the_form_chosen_and_cites_its_rule(asking: str, asked: str, cited: str) -> None:
    found = made("pd_request", asking=asking)
    assert asked in words(found.markdown)
    assert cited in {c.id for c in found.cited}


@pytest.mark.parametrize("letter", ["a", "b"])
def test_the_request_as_an_email_is_short(letter: str) -> None:
    found = made("pd_request", letter, variant="email", asking="dismissal")
    assert len(re.sub(r"\[[^\]]*\]", "", words(found.markdown)).split()) < 250
    assert "will attend" in found.markdown


def test_a_variant_that_does_not_exist_is_refused() -> None:
    with pytest.raises(PaperError, match="no variant 'fax'"):
        made("pd_request", variant="fax")


def test_the_childs_request_says_who_decides_outside_the_court() -> None:
    text = words(made("pd_request", "b", asking="closure").markdown)
    assert "unaccompanied child on March 12, 2025 (Exhibit" in text
    assert "State court since August 20, 2026 (Exhibit" in text
    assert "INA § 208(b)(3)(C)" in text


def test_a_relative_is_not_named_by_the_row_while_the_relationship_stays_back() -> None:
    facts = ("relative[wife].depends_on_client", "relative[daughter].depends_on_client")
    text = words(request(*facts).markdown)
    assert "The [held back: see the review sheet] depends on the Respondent" in text
    assert "The wife depends" not in text


def test_the_request_of_story_a_with_all_its_releases_leaves_only_counsels_part_open() -> None:
    kept = read_releases(EXAMPLES / "a-dismissed-case" / "releases.toml")
    found = made("pd_request", on=REQUEST, asking="dismissal", releases=kept)
    assert found.held == {}
    assert "held" not in {gap.kind for gap in found.gaps}
    assert len([gap for gap in found.gaps if gap.kind == "proof"]) == 1


@pytest.mark.parametrize(("told", "shown"), [("- a", r"\- a"), ("1. a", r"1\. a"), ("A 1-2", "A 1-2"), ("-5", "-5")])
def test_words_that_would_begin_a_list_do_not(told: str, shown: str) -> None:
    assert plain(told) == shown


def test_exhibits_of_a_packet_keep_their_tabs() -> None:
    given = [Exhibit("F", "Approval notice"), Exhibit("G", "Notice to Appear of February 11, 2016")]
    found = made("joint_motion_dismiss", on=MOTION, exhibits=given)
    text = words(found.markdown)
    assert "approved on March 6, 2023 (Exhibit F)" in text
    assert "Notice to Appear under INA § 239(a) (Exhibit G)" in text
    assert found.exhibits == tuple(given)
