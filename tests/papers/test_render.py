"""What a draft looks like: DRAFT on every page, US Letter, an editable Word file, the same bytes twice."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest

from nolle.papers.draft import Draft, PaperError
from nolle.papers.render import MARKED, Sheet, docx, paper_pdf, pdf

from .drafting import MOTION, REQUEST, made

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHOWN = {
    "pd_request": (REQUEST, {"asking": "dismissal"}),
    "joint_motion_dismiss": (MOTION, {}),
    "proposed_order": (MOTION, {"about": "joint_motion_dismiss"}),
    "certificate_of_service": (MOTION, {"about": "joint_motion_dismiss"}),
    "client_advisal": (MOTION, {"asking": "dismissal", "lang": "es"}),
    "rights_card": (MOTION, {}),
}


@cache
def draft(kind: str) -> Draft:
    on, options = SHOWN[kind]
    return made(kind, on=on, **options)


@cache
def drawn(kind: str) -> bytes:
    return pdf(draft(kind))


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as file:
        return [page.get_textpage().get_text_range() for page in file]


@pytest.mark.parametrize("kind", SHOWN)
def test_every_page_of_a_draft_says_so(kind: str) -> None:
    for page in pages(drawn(kind)):
        assert MARKED[draft(kind).lang] in " ".join(page.split())


@pytest.mark.parametrize("kind", SHOWN)
def test_every_page_is_us_letter_upright(kind: str) -> None:
    with pypdfium2.PdfDocument(drawn(kind)) as file:
        assert {page.get_size() for page in file} == {(612.0, 792.0)}


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert pdf(draft("joint_motion_dismiss")) == drawn("joint_motion_dismiss")
    assert docx(draft("joint_motion_dismiss")) != b""


@pytest.mark.parametrize("kind", ["pd_request", "client_advisal"])
def test_the_file_says_which_paper_it_is_and_no_more(kind: str) -> None:
    with pikepdf.open(io.BytesIO(drawn(kind))) as file:
        assert str(file.docinfo["/Keywords"]) == f"nolle-kind:{kind}"
        assert "/Author" not in file.docinfo
        assert not {"/OpenAction", "/AcroForm", "/Names"} & set(file.Root.keys())


def test_what_is_open_is_listed_before_the_paper_and_marked_in_it() -> None:
    text = " ".join(" ".join(pages(drawn("pd_request"))).split())
    first, _, rest = text.partition("Example Immigration Law Center")
    assert "Before this paper can be approved" in first
    assert "biometrics: done on which day" in first
    assert "[missing: biometrics: done on which day" in rest


def test_a_packet_asks_for_no_page_numbers_and_no_list() -> None:
    bare = pages(pdf(draft("joint_motion_dismiss"), numbers=False, listed=False))
    assert "Before this paper can be approved" not in " ".join(bare)
    assert "JOINT MOTION" in bare[0]
    assert not bare[0].rstrip().endswith("1")


def test_an_order_and_a_certificate_take_one_page() -> None:
    assert len(pages(pdf(draft("proposed_order"), listed=False))) == 1
    assert len(pages(pdf(draft("certificate_of_service"), listed=False))) == 1


def test_line_numbers_where_a_court_wants_them() -> None:
    lines = pages(pdf(draft("joint_motion_dismiss"), listed=False, lines=True))
    assert sum(word.isdigit() for word in lines[1].split()) > 15


def test_the_word_file_has_named_styles_and_says_draft() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(draft("joint_motion_dismiss")))) as file:
        body = ElementTree.fromstring(file.read("word/document.xml"))
        styles = ElementTree.fromstring(file.read("word/styles.xml"))
        headers = [
            file.read(name).decode() for name in file.namelist() if name.startswith("word/") and "header" in name
        ]
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {style.get(f"{W}val") for style in body.iter(f"{W}pStyle")}
    assert used <= known
    assert {"CourtHeading", "PaperTitle", "SignatureBlock", "Heading2"} <= used
    assert any(MARKED["en"] in header for header in headers)
    size = next(body.iter(f"{W}pgSz"))
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("12240", "15840")


def test_the_cells_of_a_table_in_word_are_set_close_in_a_court_paper_too() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(draft("joint_motion_dismiss")))) as file:
        styles, text = file.read("word/styles.xml").decode(), file.read("word/document.xml").decode()
    cell = re.search(r'<w:style [^>]*w:styleId="Compact".*?</w:style>', styles, re.DOTALL)
    assert cell is not None
    assert 'w:line="240"' in cell[0]
    assert 'w:firstLine="0"' in cell[0]
    assert '<w:pStyle w:val="Compact"' in text[text.index(">Tab<") - 400 : text.index(">Tab<")]


def test_the_brackets_of_the_caption_in_word_are_as_many_as_its_lines() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(draft("proposed_order")))) as file:
        text = file.read("word/document.xml").decode()
    assert len(re.findall(r">\)<", text)) == 5


def test_gaps_are_marked_in_word_too() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(draft("pd_request")))) as file:
        body = file.read("word/document.xml").decode()
    assert '<w:rStyle w:val="Gap"' in body
    assert "[missing: biometrics" in "".join(ElementTree.fromstring(body).itertext())


def test_a_part_left_open_is_refused_in_a_sentence() -> None:
    sheet = Sheet("pd_request", "Request", "letter", "en", MOTION, "1")
    with pytest.raises(PaperError, match="unclosed"):
        paper_pdf("::: {.status-box}\nnever closed\n", sheet)
