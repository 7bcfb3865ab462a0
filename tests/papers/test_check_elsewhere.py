"""Filings that other programs made: in an ordinary one nothing is found, and a slip that a lawyer would mend is."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from nolle.papers.check import Finding

from .making import (
    CAPTION,
    CASE,
    COVER,
    LINE,
    ORDER,
    SERVICE,
    SIGNED,
    SPANISH,
    joined,
    noise,
    page,
    picture_pdf,
    saved,
    typeset,
    words,
    written,
)
from .test_check import looked_at, said

FOOT = "#set page(footer: context align(center)[{}])\n"
PLAIN_FOOT = FOOT.format("#counter(page).display()")
NEXT = "\n#pagebreak()\n"
ASKS = "The Respondent moves under 8 CFR 1003.29.\n\nThe Respondent asks that the motion be granted."
SIGNS = "\n\nRespectfully submitted,\n\n" + SIGNED
CITIES = "Respondent files exhibits.\n\n" + SIGNS
NOTICE = COVER.replace("MOTION TO TERMINATE", "NOTICE OF FILING")
INDEX = "#align(center)[INDEX OF EXHIBITS]\nTab A Birth certificate 4"
TAB = "#align(center + horizon)[#text(40pt)[TAB A]]"
RECORD = """CERTIFICATION OF BIRTH RECORD. The undersigned registrar certifies that in the book of births here is
the translation of the record of Jorge, son of the persons who sign, born in this city on April 17, 1988."""
ORIGINAL = "CERTIFICADO DE \\ NACIMIENTO \\ Nacido el 17 de abril de 1988. " + SPANISH
ENTRY = r"""U.S. Department of Justice \ Executive Office for Immigration Review #h(1fr) OMB\# 1125-0006 \
NOTICE OF ENTRY OF APPEARANCE \ Form EOIR-28 \ Proof of Service \ I served a copy of this form. /s/ Ana Ruiz"""
VOUCHED = """I, Laura Paz, certify that I am competent in English and Spanish, and that this translation is true and
accurate. /s/ Laura Paz, 12 Elm Street, Baltimore, MD 21202, (410) 555-0111"""


def filing(*pages: str, foot: str = PLAIN_FOOT) -> bytes:
    """Pages as one document with its own page numbers."""
    return typeset(foot + NEXT.join(pages))


def motion(text: str = ASKS, cover: str = COVER, order: str = ORDER, signs: str = SIGNS, **how: Any) -> bytes:
    return filing(cover, text + signs, order, SERVICE, **how)


def found_in(folder: Path, data: bytes) -> tuple[Finding, ...]:
    written(folder, "case.toml", CASE)
    return looked_at(folder, data).findings


TOLD = """The Respondent appeared at a master calendar hearing on June 5, 2018. An individual hearing was set for
May 1, 2020, and was vacated. At the last master hearing, on January 12, 2022, pleadings were taken."""
SUPPORT = COVER.replace("MOTION TO TERMINATE", "SUPPLEMENTAL EVIDENCE IN SUPPORT OF MOTION TO TERMINATE")
BOARD = (
    COVER.replace("IMMIGRATION COURT", "BOARD OF IMMIGRATION APPEALS")
    .replace("BALTIMORE, MARYLAND", "FALLS CHURCH, VIRGINIA")
    .replace("Immigration Judge: Hon. Maria Example #h(1fr) Next hearing: March 9, 2027, at 9:00 a.m.", "")
)
ORDINARY = {
    "a foot with the motion's name": motion(foot=FOOT.format("Motion to Terminate - #counter(page).display()")),
    "a foot with the A-number": filing(
        NOTICE, CITIES, INDEX, TAB, RECORD, SERVICE, foot=FOOT.format("A 098 765 432, #counter(page).display()")
    ),
    "a foot with a date": motion(foot=FOOT.format("3/1/2026 #h(1fr) #counter(page).display()")),
    "a number above the firm's address": motion(
        foot=FOOT.format("#move(dy: -20pt)[#counter(page).display() \\ Ruiz Immigration Law \\ 100 Light Street]")
    ),
    "hearings that are history": motion(TOLD + "\n\n" + ASKS),
    "evidence for a motion made before": filing(SUPPORT, CITIES, SERVICE),
    "a motion to the Board": filing(BOARD, ASKS + SIGNS, SERVICE),
    "a translation of what a registrar certifies": filing(NOTICE, CITIES, INDEX, TAB, ORIGINAL, RECORD, VOUCHED),
    "a certificate at the foot of its translation": filing(
        NOTICE, CITIES, INDEX, TAB, ORIGINAL, RECORD + "\n\n" + VOUCHED
    ),
    "a judge in capitals without accents": motion(
        cover=COVER.replace("Hon. Maria Example", "THE HONORABLE EXAMPLE"),
    ),
    "a form with a proof of service, as the last exhibit": filing(
        NOTICE, CITIES + "\n\nServed on the Department through ECAS.", INDEX, TAB, ENTRY
    ),
    "a judge not yet named": motion(cover=COVER.replace("Hon. Maria Example", "To be assigned")),
    "a name in script above its line": motion(signs=SIGNS + " \\\n\n_Thomas Reed_ \\\n" + LINE + " \\\nThomas Reed"),
    "brothers in one caption": motion(
        cover=COVER.replace("432 \\\n", "432 and PEDRO RAMIREZ LOPEZ A\\# 098 765 433 \\\n")
    ),
    "two who sign, and both have": motion(signs=SIGNS + " \\\n\n/s/ Thomas Reed \\\n" + LINE + " \\\nThomas Reed"),
}


@pytest.mark.parametrize("name", ORDINARY, ids=str)
def test_nothing_is_found_in_an_ordinary_filing(name: str, tmp_path: Path) -> None:
    findings = found_in(tmp_path, ORDINARY[name])
    assert not findings, said(findings)


def test_letters_that_a_font_joins_and_hyphens_that_do_not_break_are_read(tmp_path: Path) -> None:
    vouched = words("CERTIFICATE OF SERVICE.\n\n") + "I certi\ufb01ed a transfer. My number is 219\u201109\u20119999."
    findings = found_in(tmp_path, typeset(vouched))
    assert [one.kind for one in findings] == ["private-number"], said(findings)
    page_of = (
        "On March 1, 2026 I served this on the O\ufb03ce, and the certi\ufb01cate of service is signed. /s/ Ana Ruiz"
    )
    assert not found_in(tmp_path, filing(COVER, ASKS + SIGNS, ORDER, page_of))


def with_annotation(data: bytes, at: int = 2, **keys: Any) -> bytes:
    """The document with an annotation on one of its pages; a field stands in its form too."""
    pdf = pikepdf.open(io.BytesIO(data))
    made = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([150, 100, 400, 120]), F=4))
    for key, value in keys.items():
        made["/" + key] = value
    pdf.pages[at - 1].obj.Annots = Array([made])
    if "FT" in keys:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        pdf.Root.AcroForm = Dictionary(Fields=Array([made]), DR=Dictionary(Font=Dictionary(Helv=font)))
    return saved(pdf)


def typed(value: str, data: bytes, at: int) -> bytes:
    """A document with a field that somebody filled in."""
    keys = {"T": String("n"), "V": String(value), "DA": String("/Helv 11 Tf 0 g")}
    return with_annotation(data, at, Subtype=Name.Widget, FT=Name.Tx, **keys)


QUADS = Array([150, 120, 400, 120, 150, 100, 400, 100])
SLIPS: dict[str, tuple[str, int, bytes]] = {
    "a digit of the A-number": ("private-number", 1, motion(cover=COVER.replace("098 765 432", "098 765 423"))),
    "a digit of it in the order": ("private-number", 3, motion(order=ORDER.replace("098 765 432", "098 765 433"))),
    "another judge": ("court-code", 1, motion(cover=COVER.replace("Hon. Maria Example", "Hon. Mario Sample"))),
    "a hearing date after its label alone": (
        "stale-date",
        1,
        motion(cover=COVER.replace("Next hearing: March 9, 2027", "Hearing date: March 19, 2027")),
    ),
    "a hearing that is over and still said to be set": (
        "stale-date",
        2,
        motion("The master hearing is set for May 4, 2026. Form I-589 was filed earlier.\n\n" + ASKS),
    ),
    "a certificate older than its service": (
        "stale-date",
        4,
        filing(COVER, ASKS + SIGNS, ORDER, SERVICE.replace("On March 1, 2026 I served", "On March 11, 2026 I served")),
    ),
    "a certificate of service unsigned": (
        "signature",
        4,
        filing(COVER, ASKS + SIGNS, ORDER, SERVICE.replace("/s/ Ana Ruiz", LINE)),
    ),
    "the other party's line blank": (
        "signature",
        2,
        motion(signs=SIGNS + " \\\n\n" + LINE + " \\\nThomas Reed \\\nAssistant Chief Counsel"),
    ),
    "letters of one point": ("hidden-text", 2, motion("#text(1.2pt)[He was arrested in 2011]\n\n" + ASKS)),
    "a comment left in": (
        "hidden-text",
        2,
        with_annotation(motion(), Subtype=Name.Text, Contents=String("Ask him about 2011")),
    ),
    "a comment on a highlight": (
        "hidden-text",
        2,
        with_annotation(motion(), Subtype=Name.Highlight, QuadPoints=QUADS, Contents=String("weak point")),
    ),
    "a redaction never applied": ("hidden-text", 2, with_annotation(motion(), Subtype=Name.Redact, QuadPoints=QUADS)),
    "a number typed into a field": ("private-number", 2, typed("219-09-9999", motion(), 2)),
    "papers that are pictures without text": (
        "missing-section",
        1,
        joined(picture_pdf(noise(400, 520)), picture_pdf(noise(400, 520, 1))),
    ),
    "an office of the name almost right": (
        "missing-section",
        1,
        filing(COVER.replace("OFFICE FOR", "OFFICE OF"), ASKS + SIGNS, SERVICE),
    ),
}


@pytest.mark.parametrize("slip", SLIPS, ids=str)
def test_a_slip_is_found_and_nothing_else(slip: str, tmp_path: Path) -> None:
    kind, at, data = SLIPS[slip]
    findings = found_in(tmp_path, data)
    assert {one.kind for one in findings} == {kind}, said(findings)
    assert at in {one.page for one in findings}, said(findings)
    assert all(one.message.endswith(".") and one.fix.endswith(".") for one in findings)


def test_a_passage_marked_in_yellow_is_no_comment(tmp_path: Path) -> None:
    marked = with_annotation(
        motion(), Subtype=Name.Highlight, QuadPoints=QUADS, Contents=String("asks that the motion")
    )
    assert not found_in(tmp_path, marked)


def test_a_signature_typed_into_a_field_is_one(tmp_path: Path) -> None:
    unsigned = page("I declare under penalty of perjury that this is true.", "Name and signature:")
    assert {one.kind for one in found_in(tmp_path, unsigned)} == {"signature"}
    assert not found_in(tmp_path, typed("/s/ Thomas Lee", unsigned, 1))


def test_what_holds_only_in_part_is_said_so(tmp_path: Path) -> None:
    cited = "See Matter of Avetisyan, 25 I&N Dec. 688 (BIA 2012)."
    findings = found_in(tmp_path, motion(words(cited) + "\n\n" + ASKS))
    assert [one.kind for one in findings] == ["citation"]
    assert "holds only in part on 2026-11-21" in findings[0].message
    with_status = words(cited.replace(").", "), codified in part.")) + "\n\n" + ASKS
    assert not found_in(tmp_path, motion(with_status))


def test_a_page_that_begins_with_a_word_of_one_letter_is_no_index(tmp_path: Path) -> None:
    contents = "#align(center)[TABLE OF CONTENTS]\nI. Argument 3"
    data = filing(COVER, contents, "A respondent may object. See 8 CFR 1003.777(b).\n\n" + ASKS + SIGNS, ORDER, SERVICE)
    findings = found_in(tmp_path, data)
    assert [(one.page, one.kind) for one in findings] == [(3, "citation")], said(findings)


def test_without_a_case_two_captions_are_held_against_each_other(tmp_path: Path) -> None:
    data = filing(COVER, ASKS + SIGNS, ORDER.replace("098 765 432", "098 765 433"), CAPTION + SERVICE)
    findings = looked_at(tmp_path, data, case=False).findings
    assert [(one.page, one.kind) for one in findings] == [(3, "private-number")], said(findings)
    assert "the caption before it has the one ending in 432" in findings[0].message
