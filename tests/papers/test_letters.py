"""Requests, letters, the declaration and the witness list: each says what its case and its date call for."""

from __future__ import annotations

import re
from datetime import date
from importlib import resources
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nolle.cli.app import app
from nolle.facts.casefile import CaseFile, parse_case
from nolle.papers.check.inside import check_file
from nolle.papers.draft import Draft, PaperError, draft
from nolle.papers.kinds import kind, kinds
from nolle.papers.render import pdf

from .drafting import TODAY, cited, edited, gaps, lines, made, released, said, small


def asking(agency: str, *more: str) -> CaseFile:
    return small(lines("da", f'decided_by = "{agency}"'), lines("case", "detained = false"), *more)


@pytest.mark.parametrize(
    ("on", "mark"),
    [
        (date(2019, 8, 6), None),
        (date(2019, 8, 10), "stopped taking requests"),
        (date(2020, 5, 1), None),
        (TODAY, "record of its practice does not say"),
    ],
)
def test_a_request_to_uscis_is_marked_while_it_is_not_known_to_take_one(on: date, mark: str | None) -> None:
    marked = gaps(draft("deferred_action_request", asking("uscis"), on), "law")
    assert any(mark in gap for gap in marked) if mark else marked == []


def test_a_request_to_ice_goes_to_its_field_office_and_says_why() -> None:
    open_ = said(draft("deferred_action_request", asking("ice"), TODAY))
    assert "Enforcement and Removal Operations" in open_
    ordered = asking("ice").text.replace(
        "detained = false", 'detained = false\nfinal_order = true\nfinal_order_on = "2020-01-08"'
    )
    under = said(draft("deferred_action_request", parse_case(ordered, "toml"), TODAY))
    assert "the order of removal is in its hands to carry out" in under
    assert "the order of removal" not in open_


def test_illness_and_a_childs_needs_are_told_only_where_the_case_and_a_release_say_so() -> None:
    ill = asking("ice", lines("person", "serious_health_condition = true"))
    assert "rests on a serious illness" in said(draft("deferred_action_request", ill, TODAY))
    well = asking("ice", lines("person", "serious_health_condition = false"))
    assert "illness" not in said(draft("deferred_action_request", well, TODAY))
    assert "health or schooling" not in said(made("deferred_action_request", "c"))
    free = released("relative[youngest].special_needs", "relative[youngest].relationship")
    assert "A son or daughter has needs of health or schooling" in said(
        made("deferred_action_request", "c", releases=free)
    )


def test_an_old_arrest_is_neither_told_nor_denied_until_counsel_faces_it() -> None:
    found = made("deferred_action_request", "c")
    assert "disorderly" not in said(found)
    assert "no arrest and no conviction" not in said(found)
    assert any("faced and answered" in gap for gap in gaps(found, "counsel"))
    assert "no arrest and no conviction" in said(draft("deferred_action_request", asking("ice"), TODAY))


def ordered(*rows: str, mtr: bool = True) -> CaseFile:
    motion = lines("filing.mtr", 'status = "pending"', 'filed_on = "2024-03-01"') if mtr else ""
    return small(
        lines("case", "final_order = true", 'final_order_on = "2024-02-01"', "detained = false", *rows), motion
    )


def test_only_an_order_in_absentia_is_stayed_by_the_motion_itself() -> None:
    absent = said(draft("stay_request_cover", ordered("in_absentia = true"), TODAY))
    assert "stays removal by law while it is pending" in absent
    heard = said(draft("stay_request_cover", ordered("in_absentia = false"), TODAY))
    assert "does not itself stay removal" in heard
    assert "by law" not in heard
    assert "No motion before the court stays removal of itself" in said(
        draft("stay_request_cover", ordered(mtr=False), TODAY)
    )


def test_a_stay_is_not_asked_of_an_order_that_is_not_there() -> None:
    assert any("the case says that there is none" in gap for gap in gaps(made("stay_request_cover", "c")))
    assert not any("there is none" in gap for gap in gaps(draft("stay_request_cover", ordered(), TODAY)))


def test_supervision_and_appearance_are_stated_only_as_told() -> None:
    text = said(draft("stay_request_cover", ordered("osup = true"), TODAY))
    assert "reports on an order of supervision" in text
    assert "No hearing and no appointment has been missed" not in text
    silent = draft("stay_request_cover", ordered(), TODAY)
    assert any("order of supervision" in gap for gap in gaps(silent, "missing"))


@pytest.mark.parametrize(("on", "there"), [(date(2026, 1, 5), False), (TODAY, True)])
def test_a_decision_of_which_little_is_stored_is_cited_with_a_mark(on: date, there: bool) -> None:
    found = draft("stay_request_cover", ordered(), on)
    assert ("matter-of-herrera-nunez" in cited(found)) is there
    assert any("only its use in practice" in gap for gap in gaps(found, "law")) is there


def told(*rows: str, more: str = "") -> Draft:
    return draft("respondent_declaration", small(lines("person", *rows), more), TODAY)


def test_the_interpreters_certificate_stands_unless_the_client_reads_english() -> None:
    spanish = said(told('language = "spa"'))
    assert "Certificate of interpreter" in spanish
    assert "competent in English and Spanish" in spanish
    english = said(told('language = "eng"'))
    assert "interpreter" not in english
    assert "I read all of it before I signed" in english
    unknown = told("in_us_now = true")
    assert "Certificate of interpreter" in said(unknown)
    assert any(gap.fact == "person.language" for gap in unknown.gaps)


@pytest.mark.parametrize(
    ("row", "clause"),
    [
        ("in_us_now = true", "Under 28 U.S.C. § 1746(2), I declare under penalty of perjury that the foregoing"),
        ("in_us_now = false", "under penalty of perjury under the laws of the United States of America that"),
    ],
)
def test_the_perjury_clause_is_that_of_the_place_of_signing(row: str, clause: str) -> None:
    assert clause in said(told(row))


@pytest.mark.parametrize("letter", ["a", "b", "c"])
def test_the_declaration_is_numbered_without_a_break(letter: str) -> None:
    text = made("respondent_declaration", letter).markdown
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 7


def test_the_declaration_says_only_what_was_told() -> None:
    bare = said(told("in_us_now = true"))
    for never in ("school", "tax", "family", "afraid", "illness", "missed", "2004"):
        assert never not in bare
    full = said(told("enrolled_in_school = true", "serious_health_condition = true"))
    assert "I go to school here" in full
    assert "serious illness" in full


def test_the_declaration_confesses_nothing_that_was_not_released() -> None:
    found = made("respondent_declaration", "c")
    text = said(found)
    for never in ("disorderly", "Mexico", "2004", "inspection", "former", "arrested"):
        assert never not in text
    assert {"person.present_in_us_since", "person.birth_country"} <= set(found.held)
    free = made(
        "respondent_declaration", "c", releases=released("arrest[2011].charge_text", "arrest[2011].arrested_on")
    )
    assert "I was arrested (2011): disorderly conduct; dismissed" in said(free)


def test_the_witness_list_is_for_an_individual_hearing() -> None:
    assert any("next hearing on file is of another kind" in gap for gap in gaps(made("witness_list", "b")))
    merits = small(
        lines("case", 'next_hearing_kind = "individual"'),
        lines("filing.eoir42b", 'status = "pending"', 'filed_on = "2026-02-02"'),
        lines("court", 'next_hearing_at = "2027-03-02T09:00"', 'judge = "Harold Venn"'),
    )
    text = said(draft("witness_list", merits, TODAY))
    assert "for the individual hearing of March 2, 2027, at 9:00 a.m." in text
    assert "in support of Form EOIR-42B" in text
    assert "EOIR-42B" not in said(made("witness_list", "a"))


def test_no_witnesss_address_and_no_relative_is_listed() -> None:
    text = said(made("witness_list", "c"))
    assert "Addresses of witnesses are not listed" in text
    assert "second" not in text.lower()


@pytest.mark.parametrize("letter", ["a", "b", "c"])
def test_the_check_in_letter_says_nothing_of_entry_work_or_relatives(letter: str) -> None:
    text = said(made("checkin_letter", letter))
    for never in ("I-130", "wife", "daughter", "aunt", "entered", "inspection", "employ", "job", "parole"):
        assert never not in text, never
    assert "will keep coming as told to" in text
    assert re.search(r"admits nothing and waives nothing", text)


def test_the_check_in_letter_tells_where_the_case_stands() -> None:
    over = said(made("checkin_letter", "a"))
    assert "were dismissed on October 6, 2023" in over
    assert "next hearing" not in over
    assert "the next hearing is January 14, 2027, at 1:00 p.m., and it will be attended" in said(
        made("checkin_letter", "b")
    )
    final = said(draft("checkin_letter", ordered("in_absentia = true"), TODAY))
    assert "If another country is meant, please tell me in writing" in final


def test_the_rule_on_supervision_is_marked_because_it_is_not_stored() -> None:
    under = draft("checkin_letter", small(lines("case", "osup = true")), TODAY)
    assert any("8 CFR 241.4, 241.5" in gap for gap in gaps(under, "law"))
    assert gaps(made("checkin_letter", "b"), "law") == []


@pytest.mark.parametrize(("status", "words_"), [("pending", "has been asked for"), ("approved", "has been granted")])
def test_a_stay_is_cited_where_there_is_one(status: str, words_: str) -> None:
    stayed = small(lines("filing.i246", f'status = "{status}"', 'filed_on = "2026-03-01"', 'decided_on = "2026-04-01"'))
    found = draft("checkin_letter", stayed, TODAY)
    assert f"A stay of removal {words_}" in said(found)
    assert "8-cfr-241-6-stay" in cited(found)
    assert "8-cfr-241-6-stay" not in cited(made("checkin_letter", "b"))


def test_the_check_in_letter_is_one_page() -> None:
    import pypdfium2

    data = pdf(made("checkin_letter", "b"), listed=False)
    assert len(pypdfium2.PdfDocument(data)) == 1


FAMILY = (
    'lead_or_rider = "single"',
    'lead_or_rider = "lead"\nco_respondents = ["Rosa MEJIA A 999-000-102", "Luis MEJIA A 999-000-103"]',
)


@pytest.mark.parametrize(
    ("lang", "each", "alone"),
    [
        ("en", "Each one decides alone", "with no one else from your family in the room"),
        ("es", "Cada uno decide por sí mismo", "sin nadie más de su familia en el cuarto"),
    ],
)
def test_the_joint_letter_names_every_client_and_tells_each_alone(lang: str, each: str, alone: str) -> None:
    text = said(draft("joint_representation_letter", edited("a", FAMILY), TODAY, lang=lang))
    for name in ("Daniel MEJIA FLORES", "Rosa MEJIA", "Luis MEJIA"):
        assert name in text
    assert each in text
    assert alone in text


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_joint_letter_tells_no_one_what_another_told_us(lang: str) -> None:
    for letter in ("b", "c"):
        text = said(made("joint_representation_letter", letter, lang=lang)).lower()
        for never in ("violence", "violencia", "beat", "golpe", "former", "exespos", "i-360", "2011"):
            assert never not in text


def test_a_child_is_told_to_be_the_client() -> None:
    assert "is under 18. The child is our client, not the adult" in said(made("joint_representation_letter", "b"))
    assert "is under 18" not in said(made("joint_representation_letter", "a"))
    assert "tiene menos de 18 años" in said(made("joint_representation_letter", "b", lang="es"))


def test_the_rules_of_conduct_that_are_not_stored_are_to_be_confirmed() -> None:
    assert any("1.8(g)" in line for line in made("joint_representation_letter", "a").confirm)


OTHERS = ("supplement", "renewed", "escalation")


def asked(variant: str, *rows: str, on: date = date(2025, 2, 3), form: str = "closure", filings: str = "") -> Draft:
    case = small(
        lines("case", 'pd_requested_on = "2024-03-01"', "detained = false", *rows),
        filings,
        lines("court", 'next_hearing_at = "2025-06-02T09:00"', 'judge = "Harold Venn"', 'court_code = "BAL"'),
    )
    return draft("pd_request", case, on, variant=variant, asking=form)


@pytest.mark.parametrize("variant", [*OTHERS, "email"])
@pytest.mark.parametrize("letter", ["a", "c"])
def test_every_form_of_the_request_keeps_the_hearing_and_concedes_nothing(variant: str, letter: str) -> None:
    text = said(made("pd_request", letter, variant=variant, asking="dismissal"))
    assert re.search(r"Respondent will attend", text)
    assert "concedes no" in text


@pytest.mark.parametrize("variant", OTHERS)
@pytest.mark.parametrize(
    ("form", "words_"),
    [("dismissal", "join a motion to dismiss"), ("closure", "administrative closure"), ("termination", "terminate")],
)
def test_each_form_asks_for_what_was_chosen(variant: str, form: str, words_: str) -> None:
    assert words_ in said(asked(variant, form=form))


def test_a_supplement_tells_only_what_is_new() -> None:
    new = lines("filing.i130", 'status = "approved"', 'filed_on = "2023-01-05"', 'decided_on = "2024-09-01"')
    old = lines("filing.i589", 'status = "pending"', 'filed_on = "2022-01-05"')
    text = said(asked("supplement", filings=new + old))
    assert "Form I-130, petition for a relative, approved September 1, 2024" in text
    assert "I-589" not in text
    assert any("do not send this letter" in gap for gap in gaps(asked("supplement", filings=old)))


@pytest.mark.parametrize(("on", "there"), [(date(2024, 6, 3), False), (date(2025, 2, 3), True)])
def test_a_renewed_request_tells_of_the_rule_that_came_since(on: date, there: bool) -> None:
    found = asked("renewed", on=on)
    assert ("since July 29, 2024" in said(found)) is there
    assert ("8-cfr-1003-18c" in cited(found)) is there


def test_a_renewed_request_waits_for_fresh_consent_and_says_how_the_first_ended() -> None:
    assert any("after fresh advice" in gap for gap in gaps(asked("renewed")))
    assert "Answer: declined" in said(asked("renewed", 'opla_position = "opposes"'))
    assert "Answer: none" in said(asked("renewed", 'opla_position = "no_response"'))


def test_a_note_to_the_supervisor_asks_for_an_answer_or_for_a_second_look() -> None:
    silent = said(asked("escalation", 'opla_position = "no_response"'))
    assert "has had no answer" in silent
    assert "Silence does not serve" in silent
    refused = said(asked("escalation", 'opla_position = "opposes"'))
    assert "be looked at again by a supervisor" in refused
    assert "has had no answer" not in refused
    assert any("the Department joins" in gap for gap in gaps(asked("escalation", 'opla_position = "joins"')))
    early = asked("escalation", 'opla_position = "no_response"', on=date(2024, 6, 3))
    assert "Silence does not serve" not in said(early)


@pytest.mark.parametrize(("on", "there"), [(date(2023, 6, 22), False), (date(2023, 6, 23), True)])
def test_united_states_v_texas_is_cited_for_no_more_than_it_holds(on: date, there: bool) -> None:
    text = said(made("pd_request", on=on, asking="dismissal"))
    assert ("see also United States v. Texas" in text) is there
    assert ("courts generally do not order more enforcement" in text) is there


def templates() -> set[tuple[str, str]]:
    names = [file.name.split(".") for file in (resources.files("nolle.papers") / "templates").iterdir()]
    return {(parts[0], parts[1]) for parts in names if len(parts) > 2 and parts[1] != "es"}


def test_every_variant_is_listed_and_has_its_template() -> None:
    assert {(k.id, one.id) for k in kinds().values() for one in k.written} == templates()


def test_the_command_names_every_variant() -> None:
    shown = CliRunner().invoke(app, ["papers", "list"], env={"COLUMNS": "160"}).output
    helped = CliRunner().invoke(app, ["papers", "draft", "--help"], env={"COLUMNS": "160"}).output
    for id, variant in templates():
        assert re.search(rf"^ +{variant} ", shown, re.MULTILINE), variant
        assert id in helped
        assert variant in helped


@pytest.mark.parametrize("variant", ["email", *OTHERS])
def test_a_variant_is_checked_for_its_own_sections_and_not_for_another_papers(variant: str, tmp_path: Path) -> None:
    file = tmp_path / "request.pdf"
    file.write_bytes(pdf(made("pd_request", variant=variant, asking="dismissal")))
    found = check_file(file=str(file), on=TODAY.isoformat())
    assert not [one for one in found["findings"] if "lacks its section" in one["message"]]


def test_a_variant_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(PaperError, match="Its variants: email, supplement, renewed, escalation"):
        made("pd_request", variant="fax")
    with pytest.raises(PaperError, match="Its variants: none"):
        made("witness_list", variant="fax")


MINE = (
    "opposition_recalendar",
    "opposition_dhs_dismissal",
    "opposition_pretermit",
    "deferred_action_request",
    "stay_request_cover",
    "respondent_declaration",
    "witness_list",
    "checkin_letter",
    "joint_representation_letter",
)


@pytest.mark.parametrize("id", MINE)
def test_counsel_writes_only_in_a_few_places(id: str) -> None:
    for letter in ("a", "b", "c"):
        assert len(gaps(made(id, letter), "counsel")) <= 9
    assert kind(id).depth == "full"


def test_every_warning_about_custody_carries_the_duty_to_attend() -> None:
    for found in kinds().values():
        for warning in found.warnings:
            if re.search(r"\barrest|\bdetention\b", warning) and found.id in MINE:
                assert re.search(r"duty to (?:attend|report)", warning), warning


def test_the_offices_own_notes_of_an_interview_are_never_an_exhibit() -> None:
    found = made("deferred_action_request", "c", releases=released("person.present_in_us_since"))
    assert not any("interview" in exhibit.description for exhibit in found.exhibits)
