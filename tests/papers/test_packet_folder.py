"""What a small firm's folder really holds: every mark and letter of it is bound, or the packet says what is not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from nolle.papers.check import check
from nolle.papers.packet import PacketError, Refused, bind, read_packet
from nolle.papers.packet.approval import refuse_approved
from nolle.papers.packet.look import drawn as picture_of
from nolle.papers.packet.look import opened

from .making import ON, drawn, joined, page, saved, written
from .test_packet import ONE, one_exhibit, texts


def with_mark(kind: str, **keys: Any) -> bytes:
    """A page with one mark that brings no picture of itself."""
    pdf = pikepdf.open(io.BytesIO(page("Letter")))
    mark = Dictionary(
        Type=Name.Annot, Subtype=Name("/" + kind), Rect=Array([100, 300, 400, 340]), F=4, C=Array([1, 0, 0])
    )
    for key, value in keys.items():
        mark["/" + key] = value
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(mark)])
    return saved(pdf)


def in_word(body: str) -> bytes:
    """The smallest Word file with this body."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    package = "http://schemas.openxmlformats.org/package/2006"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" Type="{related}" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
            f"<w:p>{body}</w:p></w:body></w:document>",
        )
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            '<w:ins w:id="1" w:author="x" w:date="2024-05-01T00:00:00Z"><w:r><w:t>I know him.</w:t></w:r></w:ins>',
            "has tracked changes",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>I know him.</w:t></w:r>", "has words that Word hides"),
    ],
    ids=["tracked changes", "hidden words"],
)
def test_what_word_shows_otherwise_than_it_is_bound_is_said(body: str, words: str, tmp_path: Path) -> None:
    out, bound = one_exhibit(tmp_path, in_word(body))
    assert "I know him." in texts(out)[3]
    assert any(words in note for note in bound.notes), bound.notes


def test_a_file_refused_is_named_with_its_tab(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^Tab A, exhibit.pdf is empty: get the file again\.$"):
        one_exhibit(tmp_path, b"")


DISCLAIMER = """From: Thomas Reed, Office of the Principal Legal Advisor. The Department joins the motion. This e-mail
and any attachments may contain confidential attorney work product, and is intended for its addressee alone."""


def test_the_disclaimer_beneath_an_email_is_no_legend_and_is_said(tmp_path: Path) -> None:
    _, bound = one_exhibit(tmp_path, page(DISCLAIMER))
    assert any('says that it may be privileged ("attorney work product")' in note for note in bound.notes)
    assert "privileged" not in {one.kind for one in check(tmp_path / "out.pdf", ON).findings}
    with pytest.raises(Refused, match="calls itself privileged"):
        one_exhibit(tmp_path, page(DISCLAIMER, "Attorney work product. It may be shown to nobody."))


QUADS = Array([100, 340, 400, 340, 100, 300, 400, 300])
MARKS: dict[str, dict[str, Any]] = {
    "Ink": {"InkList": Array([Array([100, 300, 400, 340, 200, 320])])},
    "Highlight": {"QuadPoints": QUADS},
    "Underline": {"QuadPoints": QUADS},
    "FreeText": {"Contents": String("Typed over the page"), "DA": String("/Helv 14 Tf 0 g")},
}


@pytest.mark.parametrize("kind", MARKS, ids=str)
def test_a_mark_that_the_reader_draws_by_itself_is_still_on_the_bound_page(kind: str, tmp_path: Path) -> None:
    data = with_mark(kind, **MARKS[kind])
    out, _ = one_exhibit(tmp_path, data)
    where = (80, 370, 340, 420)
    pictures = []
    for document_of, number in ((data, 0), (out, 3)):
        with opened(document_of) as document:
            pictures.append(picture_of(document, number, 60).crop(where))
    assert pictures[0].getextrema() != (255, 255)
    assert pictures[0].getbbox() == pictures[1].getbbox()
    assert pictures[1].getextrema()[0] < 230  # type: ignore[operator]


def portfolio() -> bytes:
    pdf = pikepdf.open(io.BytesIO(page("For the best experience, open this portfolio in Acrobat")))
    pdf.attachments["evidence.pdf"] = page("The evidence")
    pdf.Root.Collection = Dictionary(Type=Name.Collection)
    return saved(pdf)


def without_its_font() -> bytes:
    """Cut short, so that the letters' shapes are gone and a program would put its own in their place."""
    data = joined(*(page(f"Page {number}" * 40) for number in range(5)))
    return data[:9000]


LOST = {
    "a line without a picture of itself": (with_mark("Line", L=Array([100, 300, 400, 340])), "a mark .line. on page 1"),
    "a redaction never applied": (with_mark("Redact", QuadPoints=QUADS), "redaction on page 1 that was marked"),
    "a portfolio": (portfolio(), "a portfolio of 1 other files"),
    "letters cut off": (without_its_font(), "letters of page 1 are lost"),
}


@pytest.mark.parametrize("name", LOST, ids=str)
def test_what_would_be_lost_in_silence_is_refused(name: str, tmp_path: Path) -> None:
    data, words = LOST[name]
    with pytest.raises(Refused, match=words):
        one_exhibit(tmp_path, data)


def test_files_within_an_exhibit_are_said_not_to_be_bound(tmp_path: Path) -> None:
    pdf = pikepdf.open(io.BytesIO(page("E-mail with two pictures")))
    pdf.attachments["photo.jpg"] = b"picture"
    _, bound = one_exhibit(tmp_path, saved(pdf))
    assert any("carries other files within it (photo.jpg), which are not bound" in note for note in bound.notes)


@pytest.mark.parametrize("squeezed", [None, "tiff_lzw"], ids=["plain", "squeezed"])
def test_a_tiff_that_says_it_is_turned_is_righted(squeezed: str | None, tmp_path: Path) -> None:
    picture = Image.new("L", (300, 200), 255)
    ImageDraw.Draw(picture).rectangle((0, 0, 299, 66), fill=0)
    out = io.BytesIO()
    picture.save(out, "TIFF", tiffinfo={0x0112: 6}, compression=squeezed)
    file, _ = one_exhibit(tmp_path, out.getvalue())
    with opened(file) as document:
        ink = picture_of(document, 3, 72).crop((0, 0, 612, 740)).point(lambda level: 255 if level < 100 else 0)
    box = ink.getbbox()
    assert box is not None
    # The band along the top of a picture on its side is a band down the right: one dark piece, no stripes.
    assert (box[3] - box[1]) / (box[2] - box[0]) == pytest.approx(300 / 67, rel=0.1)
    assert ink.crop(box).getextrema() == (255, 255)


@pytest.mark.parametrize(("mode", "step"), [("I", 300), ("F", 0.005)], ids=["whole", "real"])
def test_a_picture_of_32_bits_keeps_its_light_and_dark(mode: str, step: float, tmp_path: Path) -> None:
    picture = Image.new(mode, (300, 200))
    picture.putdata([row * step for row in range(200) for _ in range(300)])
    out = io.BytesIO()
    picture.save(out, "TIFF")
    file, _ = one_exhibit(tmp_path, out.getvalue())
    with opened(file) as document:
        histogram = picture_of(document, 3, 72).crop((200, 300, 420, 480)).histogram()
    assert sum(histogram[80:170]) > 1000


def strip() -> bytes:
    out = io.BytesIO()
    Image.new("L", (400, 12_000), 128).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (strip(), r"page 1 is a long strip, 0\.\d inches across"),
        (drawn(b"0 0 9 9 re f", (0, 0, 3000, 3000)), r"page 1 is 20% of its size on Letter"),
    ],
    ids=["a conversation in one strip", "a poster"],
)
def test_what_is_bound_too_small_to_read_is_named(data: bytes, words: str, tmp_path: Path) -> None:
    import re

    _, bound = one_exhibit(tmp_path, data)
    assert any(re.search(words, note) for note in bound.notes), bound.notes


FILE = 'file = "exhibit.pdf"'
DATE = "date = 2024-05-01"
PAPER = '\n[[paper]]\nfile = "exhibit.pdf"\n'
WRONG = {
    "a name too long for the disk": (ONE.replace("exhibit.pdf", "x" * 300 + ".pdf"), "line 5, .* cannot be looked up"),
    "a name in other capitals": (ONE.replace("exhibit.pdf", "Exhibit.PDF"), 'there is "exhibit.pdf"; write that'),
    "a list for a turn": (ONE + "turn = [90]\n", "turn is a list: write 90"),
    "a list for a tab": ('first_tab = ["H"]\n' + ONE, "'a list' is no tab"),
    "a day in no calendar": (ONE.replace(DATE, 'date = "2024-02-30"'), 'is "2024-02-30", which is no day or month'),
    "a month in no calendar": (ONE.replace(DATE, 'date = "2024-13"'), 'is "2024-13", which is no day or month'),
    "a language code unknown": (ONE.replace('"en"', '"zz"'), 'is "zz", the code of no language here'),
    "a paper's language unknown": (ONE + PAPER + 'lang = "fr"\n', 'paper.lang is "fr": write "en" or "es"'),
    "a finished paper's kind misspelt": (
        ONE + PAPER + 'kind = "certificate_of_servce"\n',
        "line 12, paper.kind: there is no paper called 'certificate_of_servce'. Did you mean certificate_of_service",
    ),
    "a file for the drafts": ('drafts = "exhibit.pdf"\n' + ONE, "drafts names a file"),
    "a translation that is the exhibit": (
        ONE.replace('"en"', '"es"') + 'translation = "exhibit.pdf"\n',
        "exhibit A.translation is the exhibit itself",
    ),
}


@pytest.mark.parametrize("name", WRONG, ids=str)
def test_a_line_that_cannot_be_meant_is_named_with_its_remedy(name: str, tmp_path: Path) -> None:
    toml, words = WRONG[name]
    with pytest.raises(PacketError, match=words) as wrong:
        one_exhibit(tmp_path, page("x"), toml)
    assert "packet.toml, line" in str(wrong.value)
    assert "Node(" not in str(wrong.value)


def test_a_name_whose_accents_a_mac_stored_apart_is_found(tmp_path: Path) -> None:
    written(tmp_path, "Jose\u0301.pdf", page("Letter"))
    out, _ = one_exhibit(tmp_path, page("x"), ONE.replace("exhibit.pdf", "José.pdf"))
    assert "Letter" in texts(out)[3]


@pytest.mark.parametrize(("written_as", "named"), [("en-US", "English"), ("es-GT", "Spanish"), ("es_419", "Spanish")])
def test_a_language_with_its_country_is_that_language(written_as: str, named: str, tmp_path: Path) -> None:
    written(tmp_path, "exhibit.pdf", page("x"))
    toml = written(tmp_path, "packet.toml", ONE.replace('"en"', f'"{written_as}"'))
    assert read_packet(toml).exhibits[0].language == named


def test_a_file_behind_two_tabs_is_said(tmp_path: Path) -> None:
    _, bound = one_exhibit(tmp_path, page("x"), ONE + "[[exhibit]]" + ONE.split("[[exhibit]]")[1])
    assert "exhibit.pdf is bound twice, behind Tab A and behind Tab B." in bound.notes


def test_the_description_that_is_too_long_is_named_by_its_tab(tmp_path: Path) -> None:
    with pytest.raises(PacketError, match="shorten the description of Tab A"):
        one_exhibit(tmp_path, page("x"), ONE.replace("The exhibit", "A very long description " * 100))


@pytest.mark.parametrize("out", ["exhibit.pdf", "case.toml", "packet.toml"])
def test_a_packet_is_never_written_over_what_it_is_made_from(out: str, tmp_path: Path) -> None:
    written(tmp_path, "exhibit.pdf", page("The only copy"))
    written(tmp_path, "case.toml", 'schema = "nolle.case/1"\n')
    toml = written(tmp_path, "packet.toml", 'case = "case.toml"\n' + ONE)
    before = (tmp_path / out).read_bytes()
    with pytest.raises(PacketError, match=f"would be written over {out}, which is"):
        bind(read_packet(toml), tmp_path / out, ON)
    assert (tmp_path / out).read_bytes() == before


def test_a_place_that_cannot_be_written_to_is_said_as_that(tmp_path: Path) -> None:
    written(tmp_path, "exhibit.pdf", page("x"))
    toml = written(tmp_path, "packet.toml", ONE)
    (tmp_path / "taken.pdf").mkdir()
    with pytest.raises(PacketError, match=r"taken.pdf cannot be written \(Is a directory\): name another"):
        bind(read_packet(toml), tmp_path / "taken.pdf", ON)
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []


def test_a_name_too_long_to_write_is_said_as_that(tmp_path: Path) -> None:
    with pytest.raises(PacketError, match=r"y{60} cannot be written \(File name too long\): name another"):
        refuse_approved(tmp_path / f"{'y' * 300}.pdf")


def test_an_exhibit_that_may_not_be_opened_is_said_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "exhibit.pdf", page("x"))
    toml = written(tmp_path, "packet.toml", ONE)
    packet = read_packet(toml)
    kept = Path.open

    def shut(self: Path, *how: Any, **more: Any) -> Any:
        if self.name == "exhibit.pdf":
            raise PermissionError(13, "Permission denied")
        return kept(self, *how, **more)

    monkeypatch.setattr(Path, "open", shut)
    with pytest.raises(Refused, match=r"exhibit.pdf cannot be opened \(Permission denied\): check its permissions"):
        bind(packet, tmp_path / "out.pdf", ON)
