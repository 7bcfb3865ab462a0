"""Packets: what is bound, in which order, on which pages; what is kept of an exhibit, and what is refused."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from nolle.papers.check import check
from nolle.papers.packet import Bound, PacketError, Refused, bind, read_packet
from nolle.papers.packet.letter import FOOT, HEIGHT, WIDTH, Shown, placed
from nolle.papers.packet.look import drawn as picture_of
from nolle.papers.packet.look import opened, same_picture
from nolle.papers.packet.tabs import letter_of, number_of

from .making import (
    ON,
    ORDER,
    PACKET,
    drawn,
    form,
    joined,
    locked,
    noise,
    packet_folder,
    page,
    photo,
    picture_pdf,
    saved,
    typeset,
    written,
)

ONE = """
title = "Supplement"

[[exhibit]]
file = "exhibit.pdf"
description = "The exhibit"
date = 2024-05-01
language = "en"
"""


def texts(file: Path) -> list[str]:
    document = pypdfium2.PdfDocument(file)
    try:
        found = []
        for one in document:
            text = one.get_textpage()
            found.append(" ".join(text.get_text_range().split()))
            text.close()
            one.close()
        return found
    finally:
        document.close()


def one_exhibit(folder: Path, data: bytes | str, toml: str = ONE, **how: Any) -> tuple[Path, Bound]:
    """A packet of one exhibit, bound without the DRAFT mark: cover, index, tab sheet, then the exhibit on page 4."""
    written(folder, "exhibit.pdf", data)
    out = folder / "out.pdf"
    return out, bind(read_packet(written(folder, "packet.toml", toml)), out, ON, approved=True, **how)


@pytest.fixture(scope="module")
def packet(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Bound]:
    folder = tmp_path_factory.mktemp("packet")
    toml = packet_folder(folder)
    return toml, bind(read_packet(toml), folder / "out.pdf", ON)


def test_papers_index_tabs_and_exhibits_stand_in_the_order_of_the_manual(packet: tuple[Path, Bound]) -> None:
    found = texts(packet[1].files[0])
    assert "MOTION TO TERMINATE" in found[0]
    assert found[2].startswith("INDEX")
    assert found[3].startswith("TAB A")
    assert "I-797" in found[4]
    assert found[5].startswith("TAB B")
    assert ["ACTA" in found[6], "BIRTH CERTIFICATE" in found[7], "Certificate of translation" in found[8]] == [True] * 3
    assert "ORDER OF THE IMMIGRATION JUDGE" in found[12]
    assert "CERTIFICATE OF SERVICE" in found[13]


def test_every_page_says_which_of_how_many_it_is_and_that_it_is_a_draft(packet: tuple[Path, Bound]) -> None:
    for number, text in enumerate(texts(packet[1].files[0]), 1):
        assert text.endswith(f"DRAFT: not approved for filing Page {number} of 14")


def test_the_index_gives_tab_description_date_pages_and_language(packet: tuple[Path, Bound]) -> None:
    index = texts(packet[1].files[0])[2]
    assert "Form I-797, approval of Form I-130 for Jorge Ramirez Lopez Source: USCIS March 6, 2023 4–5 English" in index
    assert "April 20, 1988 6–9 Spanish, with English translation" in index
    assert "Original in Spanish: page 7 English translation: page 8 Certificate of translation: page 9" in index
    assert [str(span) for _, _, span in packet[1].tabs] == ["4–5", "6–9", "10–12"]


def test_bookmarks_lead_to_papers_and_tabs(packet: tuple[Path, Bound]) -> None:
    with pikepdf.open(packet[1].files[0]) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        places = [pdf.pages.index(pikepdf.Page(item.destination[0])) + 1 for item in outline.root]
        beneath = [item.title for item in outline.root[3].children]
    assert titles[0] == "Motion to Terminate Proceedings"
    assert [title.split(":")[0] for title in titles[1:]] == [
        "Index",
        "Tab A",
        "Tab B",
        "Tab C",
        "Proposed order",
        "Certificate of service",
    ]
    assert places == [1, 3, 4, 6, 10, 13, 14]
    assert beneath == ["Original", "English translation", "Certificate of translation"]


def test_the_same_input_gives_the_same_bytes(packet: tuple[Path, Bound]) -> None:
    toml, bound = packet
    again = bind(read_packet(toml), toml.parent / "again.pdf", ON)
    assert again.sha256 == bound.sha256
    assert again.files[0].read_bytes() == bound.files[0].read_bytes()


def test_only_the_owner_can_read_it_and_nothing_half_written_is_left(packet: tuple[Path, Bound]) -> None:
    file = packet[1].files[0]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not list(file.parent.glob(".*"))


def test_every_page_is_letter_and_nothing_of_an_exhibits_metadata_is_left(tmp_path: Path) -> None:
    pdf = pikepdf.open(io.BytesIO(page("Letter")))
    pdf.docinfo["/Author"] = String("The paralegal")
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = ["The paralegal"]
    pdf.pages[0].obj.PieceInfo = Dictionary(Secret=String("The paralegal"))
    out, _ = one_exhibit(tmp_path, saved(pdf))
    with pikepdf.open(out) as bound:
        assert dict(bound.docinfo) == {"/Title": "Supplement"}
        assert "/Metadata" not in bound.Root
        assert all(list(one.mediabox) == [0, 0, 612, 792] for one in bound.pages)
        plain = saved(bound, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert b"paralegal" not in plain


def test_a_photograph_loses_its_place_and_is_righted(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Telephone"
    out, _ = one_exhibit(tmp_path, photo(exif=exif))
    assert b"Telephone" not in out.read_bytes()
    with opened(out) as document:
        picture = picture_of(document, 3, 36)
    # The dark corner was at the upper left of a camera held sideways: upright, it is at the upper right.
    ink = picture.point(lambda level: 255 if level < 100 else 0).crop((0, 0, picture.width, 360)).getbbox()
    assert ink is not None
    assert ink[0] > picture.width / 2
    assert ink[1] < picture.height / 2


@pytest.mark.parametrize("name", ["png", "tiff", "gray", "palette", "transparent", "deep"])
def test_pictures_of_every_common_kind_become_pages(name: str, tmp_path: Path) -> None:
    modes = {"gray": "L", "palette": "P", "transparent": "RGBA", "deep": "I;16"}
    picture = Image.new(modes.get(name, "RGB"), (300, 200))
    out = io.BytesIO()
    if name == "tiff":
        picture.save(out, "TIFF", save_all=True, append_images=[Image.new("1", (300, 200))])
    else:
        picture.save(out, "PNG")
    _, bound = one_exhibit(tmp_path, out.getvalue())
    assert bound.pages == (5 if name == "tiff" else 4)


def marked() -> bytes:
    """A page with marks that PDFium alone draws, and a hidden one that nobody does."""
    pdf = pikepdf.open(io.BytesIO(form()))
    hidden = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=Array([10, 10, 60, 60]), F=2, C=Array([1, 0, 0]))
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(hidden))
    return saved(pdf)


@pytest.mark.parametrize("make", [form, marked], ids=lambda make: make.__name__)
def test_annotations_and_form_fields_survive_as_pictures_show(make: Any, tmp_path: Path) -> None:
    data = make()
    out, _ = one_exhibit(tmp_path, data)
    with opened(data) as document:
        before = picture_of(document, 0, 60)
    with opened(out) as document:
        after = picture_of(document, 3, 60)
    body = (0, 0, before.width, before.height - 30)
    assert before.getextrema() != (255, 255)
    assert same_picture(before.crop(body), after.crop(body))
    with pikepdf.open(out) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert "/Annots" not in pdf.pages[3].obj


SHEETS = [(595, 842, 0), (612, 1008, 0), (842, 595, 0), (792, 612, 0), (300, 200, 0), (612, 792, 90), (400, 900, 270)]


@pytest.mark.parametrize(("width", "height", "turned"), SHEETS, ids=str)
def test_no_page_is_cut_and_the_foot_stays_free(width: int, height: int, turned: int, tmp_path: Path) -> None:
    """A frame drawn on the very edge of a page of any size is whole on the bound page, above the page number."""
    frame = f"4 w 2 2 {width - 4} {height - 4} re S".encode()
    out, _ = one_exhibit(tmp_path, drawn(frame, (0, 0, width, height), Rotate=turned))
    with opened(out) as document:
        picture = picture_of(document, 3, 72)
    above = picture.crop((0, 0, picture.width, int(HEIGHT - FOOT + 1)))
    ink = above.point(lambda level: 255 if level < 128 else 0)
    box = ink.getbbox()
    assert box is not None
    wide, tall = (height, width) if turned % 180 else (width, height)
    assert (box[2] - box[0]) / (box[3] - box[1]) == pytest.approx(wide / tall, rel=0.03)
    for corner in ((box[0] + 1, box[1] + 1), (box[2] - 2, box[3] - 2)):
        assert ink.getpixel(corner) == 255


def test_a_page_with_room_at_its_foot_keeps_its_size(tmp_path: Path) -> None:
    out, _ = one_exhibit(tmp_path, page("Letter"))
    with opened(out) as document, opened(page("Letter")) as before:
        whole = (0, 0, 510, 610)
        assert same_picture(picture_of(document, 3, 60).crop(whole), picture_of(before, 0, 60).crop(whole))


@given(
    st.floats(20, 3000),
    st.floats(20, 3000),
    st.sampled_from([0, 90, 180, 270]),
    st.floats(0.1, 5),
    st.tuples(st.floats(-500, 500), st.floats(-500, 500)),
)
def test_a_page_of_any_size_lies_within_the_sheet(
    width: float, height: float, turned: int, unit: float, at: tuple[float, float]
) -> None:
    box = (at[0], at[1], at[0] + width, at[1] + height)
    where = placed(Shown(box, turned, unit), None)
    a, b, c, d, e, f = where.matrix
    xs = [a * x + c * y + e for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [b * x + d * y + f for x in (box[0], box[2]) for y in (box[1], box[3])]
    assert min(xs) >= -0.01
    assert max(xs) <= WIDTH + 0.01
    assert min(ys) >= FOOT - 0.01
    assert max(ys) <= HEIGHT + 0.01
    assert where.scale <= unit


@given(st.integers(0, 200))
def test_letters_and_their_numbers_agree(number: int) -> None:
    assert number_of(letter_of(number)) == number


def test_letters_go_on_after_z_and_across_supplements(tmp_path: Path) -> None:
    assert [letter_of(number) for number in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "ZZ", "AAA"]
    more = ONE.split("\n\n", 1)[1]
    _, bound = one_exhibit(tmp_path, page("x"), 'first_tab = "Z"\n' + ONE + more)
    assert [tab for tab, *_ in bound.tabs] == ["Z", "AA"]


LEANING = {"up": (b"0 1 -1 0 300 100", 0), "down": (b"0 -1 1 0 300 700", 0), "over": (b"-1 0 0 -1 500 300", 0)}
LEANING |= {"righted already": (b"0 1 -1 0 300 100", 90), "turned too far": (b"1 0 0 1 72 500", 90)}


@pytest.mark.parametrize("name", LEANING, ids=str)
def test_a_scan_whose_text_runs_sideways_is_righted(name: str, tmp_path: Path) -> None:
    matrix, rotate = LEANING[name]
    words = b"BT /F 12 Tf " + matrix + b" Tm (This page was scanned on its side and then read by a machine) Tj ET"
    out, _ = one_exhibit(tmp_path, drawn(words, Rotate=rotate))
    document = pypdfium2.PdfDocument(out)
    try:
        text = document[3].get_textpage()
        found = text.search("scanned").get_next()
        assert found is not None
        first, second = (text.get_charbox(found[0] + step) for step in (0, 1))
    finally:
        document.close()
    assert second[0] >= first[2] - 1
    assert abs(second[1] - first[1]) < 3


def test_a_layer_that_was_off_stays_off(tmp_path: Path) -> None:
    pdf = pikepdf.open(io.BytesIO(drawn(b"/OC /L BDC 0 g 100 100 300 300 re f EMC")))
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("notes")))
    pdf.pages[0].obj.Resources.Properties = Dictionary(L=group)
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    out, bound = one_exhibit(tmp_path, saved(pdf))
    with opened(out) as document:
        picture = picture_of(document, 3, 36)
    assert picture.crop((0, 0, picture.width, 370)).getextrema() == (255, 255)
    assert any("hidden layer" in note for note in bound.notes)


def test_a_packet_over_the_limit_is_split_where_a_tab_begins(tmp_path: Path) -> None:
    toml = 'title = "Supplement"\n'
    for number in range(6):
        written(tmp_path, f"{number}.pdf", joined(*(picture_pdf(noise(200, 260, number * 9 + i)) for i in range(2))))
        toml += ONE.split("\n\n", 1)[1].replace("exhibit.pdf", f"{number}.pdf").replace("The exhibit", f"Scan {number}")
    out = tmp_path / "out.pdf"
    limit = 300_000
    bound = bind(read_packet(written(tmp_path, "packet.toml", toml)), out, ON, limit=limit)
    assert len(bound.files) > 1
    assert [file.name for file in bound.files] == [f"out_Part{n}.pdf" for n in range(1, len(bound.files) + 1)]
    assert not out.exists()
    assert all(file.stat().st_size <= limit for file in bound.files)
    every = [text for file in bound.files for text in texts(file)]
    assert [f"Page {number} of {bound.pages}" in text for number, text in enumerate(every, 1)] == [True] * bound.pages
    for number, file in enumerate(bound.files, 1):
        assert all(f"Part {number} of {len(bound.files)}" in text for text in texts(file))
    assert all("TAB" in texts(file)[0] for file in bound.files[1:])
    assert f"Part {len(bound.files)} of {len(bound.files)}" in every[1]
    for file in bound.files:
        found = check(file, ON).findings
        assert not {one.kind for one in found} & {"pagination", "page-size"}, found
    whole = bind(read_packet(tmp_path / "packet.toml"), out, ON)
    assert any("out_Part1.pdf is from an earlier binding" in note for note in whole.notes)


def test_one_page_over_the_limit_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(PacketError, match="pages 4 to 4 alone are"):
        one_exhibit(tmp_path, picture_pdf(noise(400, 400)), limit=100_000)
    assert not list(tmp_path.glob("out*"))


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("", "missing-section", "has no date"),
        ('date = "undated"', "translation", "language of the exhibit is not said"),
        ('date = "undated"\nlanguage = "es"', "translation", "no English translation"),
        ('date = "undated"\nlanguage = "Spanish"\ntranslation = "other.pdf"', "translation", "no certificate"),
        (
            'date = "undated"\nlanguage = "es"\ntranslation = "other.pdf"\ncertificate = "other.pdf"',
            "translation",
            "does not read like a certificate",
        ),
    ],
    ids=["date", "language", "translation", "certificate", "another paper"],
)
def test_a_packet_is_not_ready_while_something_is_missing(line: str, kind: str, words: str, tmp_path: Path) -> None:
    toml = ONE.split("date =")[0] + line + "\n"
    written(tmp_path, "other.pdf", page("Letter of the choir"))
    _, bound = one_exhibit(tmp_path, page("Letter of the parish"), toml)
    assert not bound.ready
    assert any(one.kind == kind and words in one.message for one in bound.lacks)


def test_a_motion_needs_its_order_and_its_service(tmp_path: Path) -> None:
    papers, exhibits = PACKET.split("[[exhibit]]", 1)
    alone = papers.split('[[paper]]\nfile = "service.pdf"')[0] + "[[exhibit]]" + exhibits
    toml = packet_folder(tmp_path, alone)
    bound = bind(read_packet(toml), tmp_path / "out.pdf", ON)
    assert [one.message.split(" (")[0] for one in bound.lacks] == [
        "the motion has no proposed order",
        "there is no certificate or statement of service",
    ]


def test_a_cover_is_made_from_the_case_and_shows_what_is_missing(tmp_path: Path) -> None:
    packet_folder(tmp_path)
    out, bound = one_exhibit(tmp_path, page("x"), 'case = "case.toml"\n' + ONE)
    cover = texts(out)[0]
    for words in (
        "Ana Ruiz",
        "EOIR ID: AB123456",
        "NON-DETAINED",
        "BALTIMORE, MD",
        "JORGE RAMIREZ LOPEZ",
        "A# 098-765-432",
    ):
        assert words in cover
    assert "Next hearing: March 9, 2027, at 9:00 a.m." in cover
    assert bound.ready
    out, bound = one_exhibit(tmp_path, page("x"))
    assert "[missing: respondent's name]" in texts(out)[0]
    assert not bound.ready


REFUSED: dict[str, tuple[bytes, str]] = {
    "a password": (locked(page("x"), user="u"), "needs a password"),
    "an owner's lock": (locked(page("x")), "locked against changes"),
    "nothing": (b"", "is empty"),
    "half a file": (page("x")[:400], "damaged"),
    "no file of ours": (b"hello", "is not a PDF, a picture"),
    "an old Word file": (b"\xd0\xcf\x11\xe0" + bytes(500), "old Word file"),
    "half a picture": (photo()[:300], "damaged picture"),
    "a HEIC": (b"\0\0\0\x18ftypheic" + bytes(100), "HEIC photograph|damaged picture"),
    "an archive": (b"PK\x03\x04" + bytes(100), "damaged or locked Word"),
    "an advisal": (page("ATTORNEY-CLIENT PRIVILEGED", "What dismissal means for you"), "calls itself privileged"),
    "screening output": (page("unsupervised draft: for a licensed reader only"), "calls itself privileged"),
    "an advisal by its kind": (
        typeset('#set document(keywords: ("nolle-kind:client_advisal",))\nPlain words'),
        r"is privileged \(client_advisal\)",
    ),
}


@pytest.mark.parametrize("name", REFUSED, ids=str)
def test_what_may_not_or_cannot_go_in_is_refused_with_a_remedy(name: str, tmp_path: Path) -> None:
    data, words = REFUSED[name]
    with pytest.raises(Refused, match=words) as refused:
        one_exhibit(tmp_path, data)
    assert refused.value.file == "exhibit.pdf"
    assert str(refused.value).endswith(".")
    assert not (tmp_path / "out.pdf").exists()


def test_a_lock_may_be_opened_by_the_person_who_says_so(tmp_path: Path) -> None:
    _, bound = one_exhibit(tmp_path, locked(page("x")), ONE + "unlock = true\n")
    assert any("unlocked because the packet says so" in note for note in bound.notes)


def test_a_privileged_kind_is_refused_even_as_a_paper(tmp_path: Path) -> None:
    toml = packet_folder(
        tmp_path, PACKET.replace('file = "motion.pdf"', 'file = "motion.pdf"\nkind = "client_advisal"')
    )
    with pytest.raises(Refused, match=r"motion.pdf is privileged \(client_advisal\)"):
        bind(read_packet(toml), tmp_path / "out.pdf", ON)


def test_a_damaged_file_is_repaired_and_said(tmp_path: Path) -> None:
    data = joined(page("one"), page("two"))
    broken = data[: data.rindex(b"startxref")] + b"startxref\n99999\n%%EOF"
    out, bound = one_exhibit(tmp_path, broken)
    assert bound.pages == 5
    assert "two" in texts(out)[4]
    assert any("was damaged and has been repaired" in note for note in bound.notes)


WRONG: dict[str, tuple[str, str]] = {
    "no title": ('first_tab = "A"\n' + ONE.replace('title = "Supplement"', ""), "title is missing"),
    "an unknown key": (ONE + 'colour = "red"\n', "line 9, colour is nothing exhibit A has"),
    "a file that is not there": (
        ONE.replace("exhibit.pdf", "other.pdf"),
        'line 5, exhibit A.file names "other.pdf", which is not there',
    ),
    "no description": (ONE.replace('description = "The exhibit"\n', ""), "line 4, exhibit A.description is missing"),
    "two letters that differ": ('first_tab = "AB"\n' + ONE, "line 1, first_tab: 'AB' is no tab"),
    "single brackets": (ONE.replace("[[exhibit]]", "[exhibit]"), r"write \[\[exhibit\]\] with two brackets"),
    "no TOML": ("title = ", "line 1"),
    "nothing to bind": ('title = "x"\n', "name a .*paper.* or an .*exhibit"),
    "an index": (ONE + '[[paper]]\nkind = "evidence_index"\n', "the packet makes its own index"),
    "a kind without a case": (ONE + '[[paper]]\nkind = "pd_request"\n', "pd_request is drafted from it"),
    "a turn that is none": (ONE + "turn = 45\n", "write 90, 180 or 270"),
}


@pytest.mark.parametrize("name", WRONG, ids=str)
def test_a_packet_that_cannot_be_read_names_the_line_and_the_remedy(name: str, tmp_path: Path) -> None:
    toml, words = WRONG[name]
    with pytest.raises(PacketError, match=words) as wrong:
        one_exhibit(tmp_path, page("x"), toml)
    assert "packet.toml" in str(wrong.value)


def test_a_paper_is_drafted_from_the_case_by_its_kind(tmp_path: Path) -> None:
    from nolle.papers.packet.drafting import Drafted

    asked: list[tuple[str, str | None]] = []

    def drafter(paper: Any, case: Any, on: Any, *, folder: Path, about: str | None, **_: Any) -> Drafted:
        asked.append((paper.kind, about))
        return Drafted(written(folder, f"{paper.kind}.pdf", typeset(ORDER)), "Proposed order", ("date of entry",))

    told = PACKET.replace('file = "order.pdf"\n', "")
    told = told.replace('file = "motion.pdf"', 'file = "motion.pdf"\nkind = "motion_terminate"')
    toml = packet_folder(tmp_path, told)
    bound = bind(read_packet(toml), tmp_path / "out.pdf", ON, drafter=drafter)
    assert asked == [("proposed_order", "motion_terminate")]
    assert [one.message for one in bound.lacks] == ["a gap is left in it: date of entry"]


def word(text: str, folder: Path) -> bytes:
    import pypandoc

    pypandoc.convert_text(text, "docx", format="md", outputfile=str(folder / "made.docx"))
    return (folder / "made.docx").read_bytes()


def test_a_word_file_is_converted_marked_and_its_losses_said(tmp_path: Path) -> None:
    data = word("# Letter\n\nI know this family.\n\n| a | b |\n|---|---|\n| one | two |\n", tmp_path)
    more = io.BytesIO(data)
    with zipfile.ZipFile(more, "a") as archive:
        archive.writestr("word/header1.xml", "<w:hdr><w:p><w:r><w:t>Letterhead</w:t></w:r></w:p></w:hdr>")
    out, bound = one_exhibit(tmp_path, more.getvalue())
    found = texts(out)
    assert "I know this family." in found[3]
    assert "Converted to PDF from a Word file" in found[2]
    assert any("was converted from Word" in note for note in bound.notes)
    assert any("the conversion dropped (letterhead)" in note for note in bound.notes)


def bombs(folder: Path) -> dict[str, bytes]:
    made = {}
    for name, part, data in (
        ("a zip bomb", "word/media/image1.png", bytes(3_000_000)),
        ("too much text", "word/header1.xml", b" " * 500_000),
        ("entities", "word/header1.xml", b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><x>&a;</x>'),
    ):
        more = io.BytesIO(word("Letter", folder))
        with zipfile.ZipFile(more, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(part, data)
        made[name] = more.getvalue()
    return made


def test_a_word_file_that_unpacks_to_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nolle.papers.packet.word.MOST_UNPACKED", 2_000_000)
    monkeypatch.setattr("nolle.papers.packet.word.MOST_TEXT", 400_000)
    for data in bombs(tmp_path).values():
        with pytest.raises(Refused, match=r"unpacks to far more|defines XML entities"):
            one_exhibit(tmp_path, data)
