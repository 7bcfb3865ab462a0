"""Privileged papers without their marks, drafts named as finished files, and approvals whose files were changed."""

from __future__ import annotations

import io
import json
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from nolle.papers import render
from nolle.papers.approve import approve, gaps_in, verify, versions
from nolle.papers.check import check
from nolle.papers.draft import Draft, Override, PaperError
from nolle.papers.files import write
from nolle.papers.packet import PacketError, Refused, bind, read_packet
from nolle.papers.packet.approval import approve as approve_packet
from nolle.papers.packet.approval import refuse_approved

from .drafting import MOTION, made
from .making import CASE, ON, joined, page, saved, written
from .test_approve import AT, STALE

EXHIBIT = """
title = "Supplement"
to = "opla"

[[exhibit]]
file = "{file}"
description = "Letter"
date = "undated"
language = "en"
"""
PAPER = """
title = "Letter"
to = "opla"

[[paper]]
file = "{file}"
"""
PASTED = """
title = "Letter"
to = "opla"

[[paper]]
kind = "pd_request"
file = "{file}"
"""


def bound(folder: Path, name: str, data: bytes | str, toml: str = EXHIBIT, *, only_ready: bool = False) -> Path:
    written(folder, name, data)
    plan = read_packet(written(folder, "packet.toml", toml.format(file=name)))
    out = folder / "out.pdf"
    bind(plan, out, ON, approved=only_ready, only_ready=only_ready)
    return out


def printed_again(data: bytes) -> bytes:
    """The same pages, with nothing left of what the file said about itself."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.new() as bare:
        bare.pages.extend(pdf.pages)
        return saved(bare)


def letter(kind: str, lang: str = "en") -> Draft:
    return made(kind, on=MOTION, lang=lang)


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize(
    "kind", ["closing_letter", "post_order_letter", "engagement_letter", "joint_representation_letter"]
)
def test_a_letter_to_the_client_is_known_when_its_marks_are_gone(kind: str, lang: str, tmp_path: Path) -> None:
    data = printed_again(
        render.paper_pdf(letter(kind, lang).markdown, render.sheet_of(letter(kind, lang)), approved=True)
    )
    with pytest.raises(Refused, match=rf"scan-7\.pdf reads as a privileged letter \({kind}\)"):
        bound(tmp_path, "scan-7.pdf", data)


def test_an_advisal_saved_as_word_or_pasted_into_another_paper_is_refused(tmp_path: Path) -> None:
    advisal = made("client_advisal", on=MOTION, asking="dismissal")
    with pytest.raises(Refused, match=r"reads as a privileged letter \(client_advisal\)"):
        bound(tmp_path, "letter.docx", render.docx(advisal))
    with pytest.raises(Refused, match=r"request\.md reads as a privileged letter"):
        bound(tmp_path, "request.md", advisal.markdown, PASTED)


def test_one_page_of_screening_in_the_middle_of_a_long_scan_is_refused(tmp_path: Path) -> None:
    blank = page("A page of an exhibit.")
    hidden = joined(*[blank] * 9, page("Privileged and confidential: attorney work product."), *[blank] * 9)
    with pytest.raises(Refused, match="calls itself privileged"):
        bound(tmp_path, "scan.pdf", hidden)


@pytest.mark.parametrize("again", [False, True], ids=["as made", "printed again"])
def test_the_check_names_a_letter_to_the_client(again: bool, tmp_path: Path) -> None:
    data = render.pdf(letter("closing_letter"), approved=True)
    file = written(tmp_path, "filing.pdf", joined(page("MOTION"), printed_again(data)) if again else data)
    found = [one for one in check(file, ON).findings if one.kind == "privileged"]
    assert len(found) == 1
    assert "(closing_letter)" in found[0].message


def test_the_check_names_every_page_that_calls_itself_privileged(tmp_path: Path) -> None:
    sheet = page("Privileged: attorney work product. Never file or send this sheet.")
    file = written(tmp_path, "filing.pdf", joined(page("MOTION"), sheet, page("Exhibit"), sheet))
    assert [one.page for one in check(file, ON).findings if one.kind == "privileged"] == [2, 4]


def test_a_letter_of_anyone_else_with_a_heading_or_two_of_ours_goes_in(tmp_path: Path) -> None:
    assert bound(tmp_path, "note.pdf", page("Your work permit", "Signatures", "We write to thank you.")).is_file()


def test_a_packet_of_papers_alone_to_the_government_has_no_sheets_of_its_own(tmp_path: Path) -> None:
    with pikepdf.open(bound(tmp_path, "letter.pdf", page("Dear counsel"), PAPER)) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize("toml", [PAPER, EXHIBIT], ids=["paper", "exhibit"])
def test_a_draft_named_as_a_finished_file_is_still_a_draft(toml: str, tmp_path: Path) -> None:
    draft = made("proposed_order", on=MOTION, about="joint_motion_dismiss")
    for name, data in (("order.pdf", render.pdf(draft)), ("order.docx", render.docx(draft))):
        with pytest.raises(PacketError, match=f"{name} is a draft: approve its text"):
            bound(tmp_path, name, data, toml, only_ready=True)
        assert not (tmp_path / "out.pdf").exists()


def test_a_finished_paper_of_this_house_is_no_draft(tmp_path: Path) -> None:
    final = render.pdf(made("proposed_order", on=MOTION, about="joint_motion_dismiss"), approved=True)
    assert bound(tmp_path, "final.pdf", final, PAPER, only_ready=True).is_file()


@pytest.fixture
def text(tmp_path: Path) -> Path:
    write(made("proposed_order", on=MOTION, about="joint_motion_dismiss"), tmp_path, ())
    return tmp_path / "proposed_order.md"


def signed(text: Path, who: str = "Ana Ruiz", number: str = "MD 0000000000", *more: Override) -> str:
    return approve(text, who=who, number=number, at=AT, overrides=(STALE, *more))[0].file


def changed(text: Path) -> None:
    text.write_text(text.read_text("utf-8") + "\nOne more line.\n", "utf-8")


@pytest.mark.parametrize(
    "left",
    [
        "[missing: the day of the hearing]",
        r"\[missing: the day of the hearing\]",
        r"[\[missing: the day of the hearing\]]{custom-style='gap'}",
        "[Missing: the day of\nthe hearing]",
    ],
)
def test_a_gap_stays_open_when_an_editor_drops_its_mark(left: str, text: Path) -> None:
    text.write_text(f"{text.read_text('utf-8')}\n{left}\n", "utf-8")
    with pytest.raises(PaperError, match=r"a gap is open \([Mm]issing: the day of the hearing\)"):
        signed(text)


def test_brackets_that_are_no_gap_may_stand() -> None:
    assert gaps_in("[PROPOSED] ORDER, [sic], [a link](x), [Lawyer's signature]{.line}") == []


@pytest.mark.parametrize(
    ("who", "number"), [("Ana Ruiz", "-"), ("...", "MD 1"), ("\u00a0", "MD 1"), ("Ana Ruiz", "__")]
)
def test_a_name_and_a_number_are_more_than_marks(who: str, number: str, text: Path) -> None:
    with pytest.raises(PaperError, match="needs a name"):
        signed(text, who, number)


def test_a_name_is_kept_on_one_line(text: Path) -> None:
    signed(text, " Ana\nRuiz ", "MD\t1")
    row = json.loads((text.parent / "proposed_order.v1.approval.json").read_text("utf-8"))
    assert (row["who"], row["number"]) == ("Ana Ruiz", "MD 1")


@pytest.mark.parametrize("field", ["exposure", "exposure_gate", "cited", "overrides", "style", "on"])
def test_a_draft_whose_record_lost_a_part_is_drafted_again(field: str, text: Path) -> None:
    record = text.with_suffix(".json")
    row = json.loads(record.read_text("utf-8"))
    del row[field]
    record.write_text(json.dumps(row), "utf-8")
    with pytest.raises(PaperError, match="is not the record of a draft: draft the paper again"):
        signed(text)


def test_an_approved_version_whose_record_is_gone_is_never_written_over(text: Path) -> None:
    signed(text)
    changed(text)
    second = text.parent / signed(text)
    before = second.read_bytes()
    record = text.parent / "proposed_order.v1.approval.json"
    record.unlink()
    changed(text)
    with pytest.raises(
        PaperError, match=r"proposed_order\.v1\.pdf has no proposed_order\.v1\.approval\.json beside it"
    ):
        signed(text)
    for kept in text.parent.glob("proposed_order.v1.*"):
        kept.rename(text.parent.parent / kept.name)
    assert signed(text) == "proposed_order.v3.pdf"
    assert second.read_bytes() == before


def test_the_approved_text_is_watched_as_its_pages_are(text: Path) -> None:
    first = text.parent / signed(text).replace(".pdf", ".md")
    first.chmod(0o600)
    first.write_text("Other words.", "utf-8")
    assert verify(text.parent) == ["proposed_order.v1.md was changed after Ana Ruiz approved it."]


@pytest.mark.parametrize("damage", ["{", "{}", "[]", '{"file": 1}', "\u00e9"])
def test_a_damaged_record_is_said_in_one_sentence(damage: str, text: Path) -> None:
    file = text.parent / signed(text)
    record = text.parent / "proposed_order.v1.approval.json"
    record.chmod(0o600)
    record.write_text(damage, "latin-1")
    changed(text)
    with pytest.raises(PaperError, match="is not the record of an approval"):
        signed(text)
    plan = read_packet(written(text.parent, "packet.toml", PAPER.format(file=file.name)))
    with pytest.raises(PacketError, match="is not the record of an approval"):
        bind(plan, text.parent / "out.pdf", ON)
    with pytest.raises(PacketError, match="is not the record of an approval"):
        refuse_approved(file)


def test_a_packet_approved_in_the_folder_of_its_papers_is_no_version_of_them(text: Path) -> None:
    signed(text)
    packet = written(text.parent, "filed.pdf", page("A packet."))
    approve_packet(
        [packet], [sha256(packet.read_bytes()).hexdigest()], who="Ana Ruiz", number="MD 1", at=AT.isoformat()
    )
    changed(text)
    assert signed(text) == "proposed_order.v2.pdf"
    assert [row["version"] for row in versions(text.parent, "proposed_order")] == [1, 2]
    assert json.loads((text.parent / "filed.approval.json").read_text("utf-8"))["kind"] == "packet"


HOME = 'residence_address = "77 Hidden Willow Lane, Towson, MD 21204"'
SAFE = 'safe_address = "5 Shelter Court, Essex, MD 21221"'


@pytest.mark.parametrize(
    ("toml", "data", "where"),
    [
        (EXHIBIT.replace('"Letter"', '"Lease of 77 Hidden\tWillow Lane"'), page("Lease"), "Tab A"),
        (EXHIBIT + 'source = "Owner of 77 Hidden Willow Lane"\n', page("Lease"), "Tab A"),
        (EXHIBIT.replace("Supplement", "Lease, 77 Hidden Willow Lane"), page("Lease"), "title"),
        (EXHIBIT, page("Sent to 5 Shelter Court, Essex"), "Tab A, file.pdf"),
        (PAPER, page("He lives at 77 Hidden Willow Lane."), "file.pdf"),
    ],
    ids=["description", "source", "title", "safe place in an exhibit", "paper"],
)
def test_a_clients_address_keeps_a_packet_from_being_approved_until_released(
    toml: str, data: bytes, where: str, tmp_path: Path
) -> None:
    written(tmp_path, "file.pdf", data)
    written(tmp_path, "case.toml", CASE.replace("[party]", f"[party]\n{HOME}\n{SAFE}"))
    rows = [
        f'[[release]]\nfact = "party.{fact}"\nwhy = "agreed"\nby = "Ana Ruiz"\n'
        for fact in ("residence_address", "safe_address")
    ]
    written(tmp_path, "releases.toml", "\n".join(rows))
    head = 'case = "case.toml"\n'
    plan = read_packet(written(tmp_path, "packet.toml", head + toml.format(file="file.pdf")))
    found = [lack.where for lack in bind(plan, tmp_path / "out.pdf", ON).lacks if lack.kind == "protected-fact"]
    assert found == [where]
    with pytest.raises(PacketError, match="held back until released"):
        bind(plan, tmp_path / "filed.pdf", ON, approved=True, only_ready=True)
    told = read_packet(
        written(tmp_path, "told.toml", 'releases = "releases.toml"\n' + head + toml.format(file="file.pdf"))
    )
    assert not [lack for lack in bind(told, tmp_path / "out.pdf", ON).lacks if lack.kind == "protected-fact"]


def test_the_name_of_a_file_that_becomes_a_bookmark_is_looked_at(tmp_path: Path) -> None:
    written(tmp_path, "statement-77-hidden-willow-lane.pdf", page("A statement."))
    written(tmp_path, "case.toml", CASE.replace("[party]", f"[party]\n{HOME}"))
    toml = PAPER.format(file="statement-77-hidden-willow-lane.pdf") + '\n[[paper]]\nfile = "{}"\n'.format(
        "statement-77-hidden-willow-lane.pdf"
    )
    plan = read_packet(written(tmp_path, "packet.toml", 'case = "case.toml"\n' + toml))
    found = [lack.kind for lack in bind(plan, tmp_path / "out.pdf", ON).lacks]
    assert "protected-fact" in found


def test_an_exhibit_may_bear_the_clients_home_as_it_was_issued(tmp_path: Path) -> None:
    written(tmp_path, "file.pdf", page("Bill to 77 Hidden Willow Lane"))
    written(tmp_path, "case.toml", CASE.replace("[party]", f"[party]\n{HOME}"))
    plan = read_packet(written(tmp_path, "packet.toml", 'case = "case.toml"\n' + EXHIBIT.format(file="file.pdf")))
    assert not [lack for lack in bind(plan, tmp_path / "out.pdf", ON).lacks if lack.kind == "protected-fact"]
