"""Planted defects, each found with its page and nothing else said; and clean packets, in which nothing is found."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from nolle.papers.check import KINDS, Finding, Report, Unreadable, check

from .making import (
    CAPTION,
    CASE,
    CERTIFICATE,
    COVER,
    ENGLISH,
    LINE,
    MOTION,
    ON,
    ORDER,
    PACKET,
    SERVICE,
    SIGNED,
    SPANISH,
    bound,
    drawn,
    form,
    joined,
    locked,
    noise,
    page,
    photo,
    picture_pdf,
    saved,
    typeset,
    words,
)

LETTER = "To whom it may concern: I have known this family of our parish for ten years and trust them. "


def looked_at(folder: Path, data: bytes, on: date = ON, *, case: bool = True) -> Report:
    file = folder / "checked.pdf"
    file.write_bytes(data)
    return check(file, on, case=folder / "case.toml" if case else None)


def said(findings: tuple[Finding, ...]) -> str:
    return "\n".join(f"{one.page} {one.kind}: {one.message}" for one in findings)


def letter(content: bytes) -> bytes:
    """A letter with something drawn after its words."""
    start = b"BT /F 12 Tf 72 700 Td (To whom it may concern: I know this family of our parish.) Tj ET "
    return drawn(start + content)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def in_motion(words_of_it: str) -> str:
    """The motion with a sentence more, as Typst source."""
    return MOTION.replace("= Conclusion", words_of_it + "\n\n= Conclusion")


def cites(text: str) -> dict[str, Any]:
    return {"motion": in_motion(words(text))}


WHITE = b"1 g BT /F 12 Tf 72 600 Td (He was arrested in 2011) Tj ET"
NEARLY = b"0.96 g BT /F 12 Tf 72 600 Td (He was arrested in 2011) Tj ET"
BOXED = b"BT /F 12 Tf 72 600 Td (He was arrested in 2011) Tj ET 0 g 70 595 200 20 re f"
PASTED = b"BT /F 12 Tf 72 600 Td (He was arrested in 2011) Tj ET 1 g 70 595 200 20 re f"
OFF = b"BT /F 12 Tf 72 900 Td (He was arrested in 2011) Tj ET"
UNDRAWN = b"3 Tr BT /F 12 Tf 72 600 Td (He was arrested in 2011) Tj ET"

EXHIBIT = 12
"""The page of the letter within the packet."""

PLANTED: dict[str, tuple[str, int, dict[str, Any]]] = {
    "white text": ("hidden-text", EXHIBIT, {"letter": letter(WHITE)}),
    "text a shade off white": ("hidden-text", EXHIBIT, {"letter": letter(NEARLY)}),
    "text under a black box": ("hidden-text", EXHIBIT, {"letter": letter(BOXED)}),
    "text under a white box": ("hidden-text", EXHIBIT, {"letter": letter(PASTED)}),
    "text off the page": ("hidden-text", EXHIBIT, {"letter": letter(OFF)}),
    "text that is not drawn": ("hidden-text", EXHIBIT, {"letter": letter(UNDRAWN)}),
    "a stranger's A-number": ("private-number", EXHIBIT, {"letter": page(LETTER, "My brother is A 201 555 123.")}),
    "the client's A-number in a letter": ("private-number", EXHIBIT, {"letter": page(LETTER, "He is A098-765-432.")}),
    "a Social Security number": ("private-number", EXHIBIT, {"letter": page(LETTER, "I am 219-09-9999.")}),
    "one without dashes": ("private-number", EXHIBIT, {"letter": page(LETTER, "My SSN: 219099999.")}),
    "a taxpayer number": ("private-number", EXHIBIT, {"letter": page(LETTER, "ITIN 912 70 1234 is mine.")}),
    "a birth date in the motion": ("private-number", 2, cites("The Respondent was born on March 3, 1991.")),
    "a birth date in a letter": ("private-number", EXHIBIT, {"letter": page(LETTER, "DOB: 03/03/1991")}),
    "the client's birth date unnamed": (
        "private-number",
        EXHIBIT,
        {"letter": page(LETTER, "We met on April 17, 1988.")},
    ),
    "a section of the CFR unknown": ("citation", 2, cites("See 8 CFR 1003.777(b).")),
    "a section of the Code unknown": ("citation", 2, cites("See 8 U.S.C. § 1999.")),
    "a section of the INA unknown": ("citation", 2, cites("See INA § 299(z).")),
    "CRF for CFR": ("citation", 2, cites("See 8 C.R.F. § 1003.18.")),
    "I&M for I&N": ("citation", 2, cites("See Matter of Hashmi, 24 I&M Dec. 785 (BIA 2009).")),
    "a decision's name misspelt": ("citation", 2, cites("See Matter of Hashmy, 24 I&N Dec. 785 (BIA 2009).")),
    "a decision's page wrong": ("citation", 2, cites("See Matter of Hashmi, 24 I&N Dec. 758 (BIA 2009).")),
    "a decision unknown": ("citation", 2, cites("See Matter of Nobody, 24 I&N Dec. 999 (BIA 2009).")),
    "a decision overruled": ("citation", 2, cites("See Matter of Gutierrez-Lopez, 21 I&N Dec. 479 (BIA 1996).")),
    "a rule rescinded": ("citation", 2, cites("See 85 Fed. Reg. 81588.")),
    "a notice unknown": ("citation", 2, cites("See 85 Fed. Reg. 11111.")),
    "a federal case with a wrong page": ("citation", 2, cites("See Heckler v. Chaney, 470 U.S. 812 (1985).")),
    "a federal case unknown": ("citation", 2, cites("See Smith v. Jonesville, 901 F.3d 999 (4th Cir. 2018).")),
    "a short name misspelt": ("citation", 2, cites("As Matter of Hashmmi holds, good cause is shown.")),
    "a gap left open": ("missing-section", 2, cites("The Respondent entered on [missing: date of entry].")),
    "no conclusion": ("missing-section", 1, {"motion": MOTION.split("= Conclusion")[0] + SIGNED}),
    "a cover without the judge": (
        "missing-section",
        1,
        {"motion": MOTION.replace("Immigration Judge: Hon. Maria Example", "")},
    ),
    "a cover without the A-number": (
        "missing-section",
        1,
        {"motion": MOTION.replace("A\\# 098 765 432 \\\n", "")},
    ),
    "an unsigned motion": (
        "signature",
        2,
        {"motion": MOTION.replace("/s/ Ana Ruiz", "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_")},
    ),
    "an unsigned certificate of service": (
        "signature",
        14,
        {
            "service": SERVICE.replace("On March 1, 2026 I served", "I certify that I served").replace(
                "/s/ Ana Ruiz", LINE
            )
        },
    ),
    "an unsigned certificate of translation": (
        "signature",
        9,
        {"certificate": CERTIFICATE.replace("/s/ ", LINE)},
    ),
    "an unsigned declaration": (
        "signature",
        EXHIBIT,
        {"letter": page("I declare under penalty of perjury that this is true.", "__________", "Thomas Lee")},
    ),
    "a line left blank beside a signature": (
        "signature",
        2,
        {"motion": MOTION + " \\\n\n" + LINE + " \\\nSignature \\\nThomas Reed, Assistant Chief Counsel"},
    ),
    "an order signed for the judge": ("signature", 13, {"order": ORDER.replace("#v(1in)", "/s/ Maria Example ")}),
    "a Spanish letter": ("translation", EXHIBIT, {"letter": page(SPANISH)}),
    "a translator of unknown competence": (
        "translation",
        9,
        {"certificate": CERTIFICATE.replace("I am competent to translate", "I translate")},
    ),
    "a translator without telephone": ("translation", 9, {"certificate": CERTIFICATE.replace("(410) 555-0111", "")}),
    "a translation that is the original again": ("translation", 7, {"acta-en": page("ACTA", SPANISH)}),
    "a hearing that has passed": (
        "stale-date",
        1,
        {"motion": MOTION.replace("March 9, 2027", "March 9, 2026"), "case": CASE.replace("2027-03-09", "2026-03-09")},
    ),
    "another hearing than the case's": ("stale-date", 1, {"motion": MOTION.replace("March 9, 2027", "March 10, 2027")}),
    "a court code that does not exist": ("court-code", 2, cites("Court code: QQZ.")),
    "the code of another court": ("court-code", 2, cites("Court code: MIA.")),
    "another city than the case's court": (
        "court-code",
        1,
        {"motion": MOTION.replace("BALTIMORE, MARYLAND", "MIAMI, FLORIDA")},
    ),
    "a city without a court": (
        "court-code",
        1,
        {"motion": MOTION.replace("BALTIMORE, MARYLAND", "FROSTBURG, MARYLAND")},
    ),
    "the client's address in the motion": ("protected-fact", 2, cites("He lives at 4410 Wilkens Avenue.")),
    "the safe address in an exhibit": (
        "protected-fact",
        EXHIBIT,
        {"letter": page(LETTER, "She is at 77 Quiet Lane now.")},
    ),
}

HOME = CASE.replace(
    "[court]",
    'residence_address = ["4410 Wilkens Avenue", "Baltimore, MD"]\nsafe_address = "77 Quiet Lane, Towson"\n\n[court]',
)


@pytest.mark.parametrize("defect", PLANTED, ids=str)
def test_a_planted_defect_is_found_and_nothing_else(defect: str, tmp_path: Path) -> None:
    kind, at, files = PLANTED[defect]
    found = looked_at(tmp_path, bound(tmp_path, **{"case": HOME, **files})).findings
    assert {one.kind for one in found} == {kind}, said(found)
    assert at in {one.page for one in found}, said(found)
    assert all(one.message.endswith(".") and one.fix.endswith(".") for one in found)


def without_page(data: bytes, number: int) -> bytes:
    pdf = opened(data)
    del pdf.pages[number - 1]
    return saved(pdf)


def swapped(data: bytes) -> bytes:
    pdf = opened(data)
    one = pdf.pages[1]
    del pdf.pages[1]
    pdf.pages.insert(2, one)
    return saved(pdf)


def with_root(data: bytes, **entries: Any) -> bytes:
    pdf = opened(data)
    for key, value in entries.items():
        pdf.Root["/" + key] = value
    return saved(pdf)


def with_link(data: bytes, action: Dictionary) -> bytes:
    pdf = opened(data)
    pdf.pages[1].obj.Annots = Array(
        [pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action))]
    )
    return saved(pdf)


def with_attachment(data: bytes) -> bytes:
    pdf = opened(data)
    pdf.attachments["notes.txt"] = b"strategy"
    return saved(pdf)


def with_ballast(data: bytes) -> bytes:
    pdf = opened(data)
    pdf.pages[0].obj.Resources.XObject.Ballast = pdf.make_stream(bytes(25_100_000))
    return saved(pdf, compress_streams=False)


def sized(data: bytes, width: float, height: float, turned: int = 0) -> bytes:
    pdf = opened(data)
    pdf.pages[1].obj.MediaBox = Array([0, 0, width, height])
    pdf.pages[1].obj.Rotate = turned
    return saved(pdf)


SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
CHANGED: dict[str, tuple[str, int, Callable[[bytes], bytes]]] = {
    "a page taken out": ("pagination", 11, lambda data: without_page(data, 11)),
    "two pages swapped": ("pagination", 2, swapped),
    "an A4 page": ("page-size", 2, lambda data: sized(data, 595, 842)),
    "a page lying on its side": ("page-size", 2, lambda data: sized(data, 612, 792, 90)),
    "too large a file": ("file-size", 1, with_ballast),
    "a script": ("active-content", 1, lambda data: with_root(data, OpenAction=SCRIPT)),
    "a program to be launched": (
        "active-content",
        2,
        lambda data: with_link(data, Dictionary(S=Name.Launch, F=String("x.exe"))),
    ),
    "a form that sends": (
        "active-content",
        2,
        lambda data: with_link(data, Dictionary(S=Name.SubmitForm, F=String("http://x.example"))),
    ),
    "an attached file": ("active-content", 1, with_attachment),
    "an XFA form": (
        "active-content",
        1,
        lambda data: with_root(data, AcroForm=Dictionary(XFA=String("x"), Fields=Array())),
    ),
    "an owner's lock": ("active-content", 1, locked),
}


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    folder = tmp_path_factory.mktemp("clean")
    return folder, bound(folder)


@pytest.mark.parametrize("defect", CHANGED, ids=str)
def test_a_bound_file_that_was_changed_is_found_out(defect: str, clean: tuple[Path, bytes]) -> None:
    folder, data = clean
    kind, at, change = CHANGED[defect]
    found = looked_at(folder, change(data)).findings
    assert {one.kind for one in found} == {kind}, said(found)
    assert at in {one.page for one in found}, said(found)


def numbered(*pages: str, count: int | None = None) -> bytes:
    """Pages that number themselves, made by another program than ours."""
    total = count or len(pages)
    return joined(
        *(
            typeset(f"#set page(footer: align(center)[Page {number} of {total}])\n" + source)
            for number, source in enumerate(pages, 1)
        )
    )


TAB = "#align(center + horizon)[#text(40pt)[TAB {}]]"
ROWS = "#align(center)[INDEX]\nA Lease of the family 3-4 \\\nB Letter of the parish 5-6"
BEHIND = words(LETTER)
OTHERS: dict[str, tuple[str, int, bytes]] = {
    "a review sheet among the pages": (
        "privileged",
        2,
        numbered("Statement.", "Privileged: attorney work product. Never file or send this sheet."),
    ),
    "no page numbers": ("pagination", 1, joined(page(LETTER), page(LETTER))),
    "an index that leads astray": (
        "pagination",
        1,
        numbered(ROWS.replace("5-6", "8-9"), "Statement.", TAB.format("A"), BEHIND, TAB.format("B"), BEHIND),
    ),
    "a tab left out": (
        "pagination",
        5,
        numbered(ROWS.replace("\nB ", "\nC "), "Statement.", TAB.format("A"), BEHIND, TAB.format("C"), BEHIND),
    ),
    "a tab that is not in the index": (
        "pagination",
        1,
        numbered(ROWS.split(" \\")[0], "Statement.", TAB.format("A"), BEHIND, TAB.format("B"), BEHIND),
    ),
    "exhibits without an index": ("missing-section", 1, numbered("Statement.", TAB.format("A"), BEHIND)),
    "a tab with nothing behind it": (
        "missing-section",
        5,
        numbered(ROWS.replace("5-6", "5"), "Statement.", TAB.format("A"), BEHIND, TAB.format("B")),
    ),
    "a motion without order": (
        "missing-section",
        1,
        numbered(COVER, "= Conclusion\nGrant it. /s/ Ana Ruiz", SERVICE),
    ),
    "a motion without service": (
        "missing-section",
        3,
        numbered(COVER, "= Conclusion\nGrant it. /s/ Ana Ruiz", ORDER),
    ),
    "two next hearings": (
        "stale-date",
        2,
        numbered("Next hearing: March 9, 2027.", "Next hearing: April 9, 2027."),
    ),
    "a code that is not the caption's": ("court-code", 1, numbered(CAPTION + "Court code: MIA")),
}


@pytest.mark.parametrize("defect", OTHERS, ids=str)
def test_a_file_made_elsewhere_is_checked_as_well(defect: str, tmp_path: Path) -> None:
    kind, at, data = OTHERS[defect]
    found = looked_at(tmp_path, data, case=False).findings
    assert {one.kind for one in found} == {kind}, said(found)
    assert at in {one.page for one in found}, said(found)


def test_what_was_law_on_one_day_is_not_on_another(tmp_path: Path) -> None:
    data = bound(tmp_path, motion=in_motion(words("See 8 CFR 1003.18(d).")))
    assert not looked_at(tmp_path, data).findings
    early = looked_at(tmp_path, data, date(2023, 1, 10)).findings
    assert {one.kind for one in early} == {"citation"}, said(early)


def test_a_paper_made_here_is_held_to_the_sections_of_its_kind(tmp_path: Path) -> None:
    headings = ("Relief sought", "Procedural history", "Grounds", "Conclusion")
    for left_out in ("", "Procedural history"):
        text = "\n\n".join(words(one) for one in headings if one != left_out)
        pdf = opened(typeset(text))
        pdf.docinfo["/Keywords"] = String("nolle-kind:motion_terminate")
        said_missing = {one.message for one in looked_at(tmp_path, saved(pdf), case=False).findings}
        assert ('The paper lacks its section "Procedural history".' in said_missing) == bool(left_out)


def test_every_kind_of_finding_is_planted() -> None:
    planted = {kind for kind, *_ in (*PLANTED.values(), *CHANGED.values(), *OTHERS.values())}
    assert planted == set(KINDS)
    assert len(PLANTED) + len(CHANGED) + len(OTHERS) >= 60


def exhibit(file: str, description: str, language: str = "en") -> str:
    rest = f'date = 2024-05-01\nlanguage = "{language}"\n'
    return f'\n[[exhibit]]\nfile = "{file}.pdf"\ndescription = "{description}"\n{rest}'


def scan_with_text() -> bytes:
    """A scan with its recognised text beneath, as scanners make it."""
    from PIL import Image, ImageDraw

    picture = Image.new("L", (1275, 1650), 255)
    ImageDraw.Draw(picture).text((150, 170), "To whom it may concern: recognised text", fill=0, font_size=26)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    pdf = opened(picture_pdf(out.getvalue()))
    one = pdf.pages[0]
    one.obj.Resources.Font = Dictionary(
        F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    one.contents_add(b"BT 3 Tr /F 12.5 Tf 72 700 Td (To whom it may concern: recognised text) Tj ET")
    return saved(pdf)


def inked() -> bytes:
    """A declaration signed by a picture of a signature."""
    pdf = opened(page("I declare under penalty of perjury that this is true.", "Thomas Lee"))
    other = opened(picture_pdf(photo(300, 90)))
    image = pdf.copy_foreign(other.pages[0].obj.Resources.XObject.P)
    pdf.pages[0].add_resource(image, Name.XObject, Name("/Sig"))
    pdf.pages[0].contents_add(b"q 120 0 0 36 72 600 cm /Sig Do Q")
    return saved(pdf)


REFUSAL = 'The quotation reads "the [r]espondent" and "[the judge] may" [sic] (emphasis added).'
CLEAN: dict[str, dict[str, Any]] = {
    "a motion with exhibits": {},
    "a long motion": {"motion": MOTION.replace("= Conclusion", words((LETTER * 12 + "\n\n") * 9) + "\n\n= Conclusion")},
    "citations in order": cites(
        "See 8 U.S.C. § 1229(e); INA § 242(g); 8 C.F.R. §§ 1003.29, 1240.6; Matter of Hashmi, 24 I&N Dec. 785 "
        "(BIA 2009); Heckler v. Chaney, 470 U.S. 821 (1985); United States v. Texas, 599 U.S. 670, 143 S. Ct. 1964 "
        "(2023); 8 CFR 1003.32(a); 89 Fed. Reg. 46742. Hashmi, 24 I&N Dec. at 790."
    ),
    "an old rule said to be rescinded": cites("The rule at 85 Fed. Reg. 81588 was vacated and is no longer law."),
    "quotations with brackets": cites(REFUSAL),
    "grey small print": {"letter": typeset(words(LETTER) + "#text(8pt, fill: luma(140))[Printed on recycled paper]")},
    "white on black": {
        "letter": typeset("#block(fill: black, inset: 8pt)[#text(white)[Parish of Saint Ann]]" + words(LETTER))
    },
    "a letterhead in colour": {
        "letter": typeset('#text(20pt, rgb("1f6feb"))[Parish of Saint Ann]\n\n' + words(LETTER))
    },
    "a light watermark": {
        "letter": typeset("#place(center + horizon, rotate(-45deg, text(90pt, luma(225))[COPY]))" + words(LETTER))
    },
    "a birth certificate": {"acta-en": page("BIRTH CERTIFICATE", ENGLISH, "Date of birth: April 17, 1988")},
    "a form with the A-number": {
        "i797": page(
            "U.S. Citizenship and Immigration Services", "Form I-797", "A098 765 432", "Date of birth: 04/17/1988"
        )
    },
    "a masked number": {"letter": page(LETTER, "Social Security number: XXX-XX-1234. Account 2190 9999.")},
    "a scan": {"letter": picture_pdf(noise(400, 520))},
    "a scan with its text": {"letter": scan_with_text()},
    "a filled form": {"letter": form()},
    "an A4 page and a page on its side": {
        "letter": joined(
            typeset('#set page("a4")\n' + BEHIND), typeset('#set page("us-letter", flipped: true)\n' + BEHIND)
        )
    },
    "a signature in ink": {"letter": inked()},
    "a supplement": {"packet": PACKET.replace("case =", 'first_tab = "Y"\ncase =')},
    "a joint motion without service": {
        "packet": PACKET.replace("Motion to Terminate Proceedings", "Joint Motion to Terminate").replace(
            '[[paper]]\nfile = "service.pdf"\nkind = "certificate_of_service"\n', ""
        ),
        "motion": MOTION.replace("MOTION TO TERMINATE", "JOINT MOTION TO TERMINATE"),
    },
    "more exhibits": {
        "packet": PACKET
        + exhibit("lease", "Lease of the family home, 2016 to 2023")
        + exhibit("tax", "Tax transcript, 2022"),
        "lease": page("Lease", "Rent is 1200 a month from May 1, 2016 until April 30, 2023."),
        "tax": page("Tax return transcript for 2022", "SSN: XXX-XX-9876", "Adjusted gross income 41,250"),
    },
    "a telephone number and money": {"letter": page(LETTER, "Call me at 410-555-0199. He earned $41,250.00 in 2022.")},
    "a letter to OPLA": {
        "packet": PACKET.replace(
            'title = "Motion to Terminate Proceedings"', 'title = "Request for discretion"\nto = "opla"'
        ).replace('file = "motion.pdf"', 'file = "motion.pdf"\nkind = "pd_request"'),
        "motion": words(
            "Re: Jorge Ramirez Lopez, A098 765 432\n\nDear counsel, we ask the Department to agree to dismissal "
            "under 8 CFR 239.2(c).\n\nRespectfully submitted,\n\n"
        )
        + SIGNED,
    },
}


@pytest.mark.parametrize("name", CLEAN, ids=str)
def test_nothing_is_found_in_a_clean_packet(name: str, tmp_path: Path) -> None:
    found = looked_at(tmp_path, bound(tmp_path, **CLEAN[name])).findings
    assert not found, said(found)


def test_there_are_twenty_clean_packets() -> None:
    assert len(CLEAN) >= 20


@pytest.mark.parametrize(
    ("data", "words_of_it"),
    [
        (b"", "not a PDF"),
        (b"hello", "not a PDF"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (locked(page("x"), user="u"), "password"),
    ],
    ids=["empty", "text", "broken", "locked"],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, words_of_it: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=words_of_it):
        looked_at(tmp_path, data, case=False)
