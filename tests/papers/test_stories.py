"""The packets of stories A and B: complete, nothing held back in them, and a paper approved on the way."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pypdfium2
import pytest

from nolle.papers.approve import approve
from nolle.papers.check import check
from nolle.papers.draft import Override, PaperError, source_of
from nolle.papers.files import read_releases
from nolle.papers.kinds import kind
from nolle.papers.packet import Bound, PacketError, bind, read_packet
from nolle.papers.packet.plan import Packet
from tests.cli.running import run

from .drafting import EXAMPLES, MOTION, REQUEST, TODAY, edited, made

A, B = EXAMPLES / "a-dismissed-case", EXAMPLES / "b-child"
PACKETS = {
    "A to the court": (A, "packet.toml", MOTION),
    "A to OPLA": (A, "request.toml", REQUEST),
    "B to the court": (B, "packet.toml", TODAY),
    "B to OPLA": (B, "request.toml", TODAY),
}
AT = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
STALE = Override("stale-law", "read again today", "Ana Ruiz")


def texts(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as pdf:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\xa0", " ") for page in pdf]


@pytest.fixture(scope="module", params=PACKETS.values(), ids=PACKETS)
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, date, Path, Bound]:
    folder, name, on = request.param
    out = tmp_path_factory.mktemp("story") / "out.pdf"
    return folder, on, out, bind(read_packet(folder / name), out, on)


def test_nothing_is_missing_and_only_the_signatures_are_left(story: tuple[Path, date, Path, Bound]) -> None:
    folder, on, out, bound = story
    assert bound.lacks == ()
    releases = read_releases(folder / "releases.toml")
    found = check(out, on, case=folder / "case.toml", releases=releases).findings
    assert {finding.kind for finding in found} == {"signature"}


def test_it_brings_motion_order_index_and_a_certified_translation(story: tuple[Path, date, Path, Bound]) -> None:
    said = [" ".join(page.split()) for page in texts(story[2])]
    for words in ("JOINT MOTION", "ORDER OF THE IMMIGRATION JUDGE", "INDEX", "CERTIFICATE OF TRANSLATION"):
        assert any(words in page for page in said), words


def test_the_exhibits_are_listed_once_with_their_pages(story: tuple[Path, date, Path, Bound]) -> None:
    _, _, out, bound = story
    said = [" ".join(page.split()) for page in texts(out)]
    (index,) = [page for page in said if "Tab Description Date Pages" in page]
    for tab, description, span in bound.tabs:
        assert description in index
        assert f"TAB {tab}" in said[span.first - 1]


def test_no_page_bears_two_numbers(story: tuple[Path, date, Path, Bound]) -> None:
    for number, page in enumerate(texts(story[2]), 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert f"Page {number} of" in page
        assert not any(line.isdigit() for line in lines[-3:]), number


@pytest.mark.parametrize(
    "secret",
    ["beat", "father", "abuse", "police", "March 10, 2025", "without inspection", "border", "lawful permanent", "1984"],
)
def test_what_is_protected_in_story_b_stays_out_of_counsels_texts(secret: str) -> None:
    for paper in ("pd_request.md", "motion_admin_closure.joint.md"):
        words = (B / "drafts" / paper).read_text("utf-8").lower()
        assert secret.lower() not in words.replace("customs and border protection", ""), paper


def test_a_day_that_was_not_released_is_found_in_the_papers(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    bind(read_packet(A / "request.toml"), out, REQUEST)
    kinds = {
        finding.message.split("(")[-1].split(")")[0] for finding in check(out, REQUEST, case=A / "case.toml").findings
    }
    assert {"person.present_in_us_since", "relative[wife].marriage_to_client_on"} <= kinds


def test_a_fact_released_in_the_packet_is_told_and_without_it_is_held_back(tmp_path: Path) -> None:
    shutil.copytree(A, tmp_path / "a")
    toml, out = tmp_path / "a" / "request.toml", tmp_path / "out.pdf"
    toml.write_text(toml.read_text("utf-8").replace('drafts = "drafts"\n', ""), "utf-8")
    bind(read_packet(toml), out, REQUEST)
    assert any("married on June 12, 2021" in " ".join(page.split()) for page in texts(out))
    toml.write_text(toml.read_text("utf-8").replace('releases = "releases.toml"\n', ""), "utf-8")
    bind(read_packet(toml), out, REQUEST)
    letter = [page for page in texts(out)[:3] if "INDEX" not in page]
    assert not any("June 12, 2021" in " ".join(page.split()) for page in letter)


SIGNED = {"[Signature]{.line}": "/s/ Ana Ruiz", "[Date]{.line}": "November 21, 2026"}


@pytest.fixture
def office(tmp_path: Path) -> tuple[Path, Path]:
    """Story B in a folder of the office's own, with its papers drafted for the packet."""
    shutil.copytree(B, tmp_path / "b", ignore=shutil.ignore_patterns("drafts"))
    case, toml, drafts = tmp_path / "b" / "case.toml", tmp_path / "b" / "packet.toml", tmp_path / "b" / "drafts"
    for paper in ("motion_admin_closure", "proposed_order", "certificate_of_service"):
        words = ("papers", "draft", paper, str(case), "--packet", str(toml), "--on", "2026-11-21", "--out", str(drafts))
        ran = run(*words)
        assert ran.code == 0, ran.err
    return toml, drafts


def signed(text: Path, words: str) -> None:
    """Counsel's edit of a draft, then the approval."""
    for line, written in SIGNED.items():
        words = words.replace(line, written)
    text.write_text(words, "utf-8")
    approve(text, who="Ana Ruiz", number="MD 0000000000", at=AT, overrides=[STALE])


def approved(drafts: Path) -> None:
    finished = (B / "drafts" / "motion_admin_closure.joint.md").read_text("utf-8")
    signed(drafts / "motion_admin_closure.joint.md", finished.replace("[Printed name]{.line}", "/s/ Thomas Reed"))
    order, service = drafts / "proposed_order.md", drafts / "certificate_of_service.md"
    approve(order, who="Ana Ruiz", number="MD 0000000000", at=AT, overrides=[STALE])
    signed(service, service.read_text("utf-8"))


def bound_for_filing(toml: Path, out: Path) -> tuple[Packet, Bound]:
    packet = read_packet(toml)
    return packet, bind(packet, out, TODAY, approved=True, only_ready=True)


def test_drafted_edited_approved_bound_and_checked_clean(office: tuple[Path, Path], tmp_path: Path) -> None:
    toml, drafts = office
    approved(drafts)
    out = tmp_path / "motion.pdf"
    _, bound = bound_for_filing(toml, out)
    assert sum("was approved by Ana Ruiz (MD 0000000000)" in note for note in bound.notes) == 3
    said = texts(out)
    assert not any("DRAFT" in page for page in said)
    assert "three months" in " ".join(" ".join(said).split())
    releases = read_releases(B / "releases.toml")
    assert check(out, TODAY, case=B / "case.toml", releases=releases).findings == ()


def test_an_approved_paper_goes_in_as_the_bytes_that_were_approved(office: tuple[Path, Path], tmp_path: Path) -> None:
    toml, drafts = office
    approved(drafts)
    bound_for_filing(toml, tmp_path / "motion.pdf")
    file = drafts / "proposed_order.v1.pdf"
    with pypdfium2.PdfDocument(file) as one, pypdfium2.PdfDocument(tmp_path / "motion.pdf") as whole:
        alone = one[0].render(scale=1).to_numpy()[:700]
        inside = whole[len(whole) - 2].render(scale=1).to_numpy()[:700]
        assert (alone == inside).all()
    file.chmod(0o600)
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(PacketError, match="was changed after Ana Ruiz approved it"):
        bind(read_packet(toml), tmp_path / "again.pdf", TODAY)


def test_a_text_edited_after_its_approval_keeps_the_packet_from_ready(
    office: tuple[Path, Path], tmp_path: Path
) -> None:
    toml, drafts = office
    approved(drafts)
    text = drafts / "proposed_order.md"
    text.write_text(text.read_text("utf-8") + "\nMore.\n", "utf-8")
    with pytest.raises(PacketError, match="was edited after version 1 was approved: approve it again"):
        bound_for_filing(toml, tmp_path / "motion.pdf")
    approve(text, who="Ana Ruiz", number="MD 0000000000", at=AT, overrides=[STALE])
    _, bound = bound_for_filing(toml, tmp_path / "motion.pdf")
    assert any(note.startswith("proposed_order.v2.pdf") for note in bound.notes)


def test_a_text_nobody_approved_says_draft_and_is_not_bound_for_filing(
    office: tuple[Path, Path], tmp_path: Path
) -> None:
    toml, _ = office
    bound = bind(read_packet(toml), tmp_path / "out.pdf", TODAY)
    assert "motion_admin_closure.joint.md is a text that nobody has approved." in bound.notes
    assert any("counsel: honestly" in lack.message for lack in bound.lacks)
    assert "DRAFT: not approved by an attorney" in texts(tmp_path / "out.pdf")[1]
    with pytest.raises(PacketError, match="is a draft: approve its text"):
        bound_for_filing(toml, tmp_path / "motion.pdf")


def test_a_paper_approved_by_itself_has_its_own_page_numbers_and_the_packet_says_so(
    office: tuple[Path, Path], tmp_path: Path
) -> None:
    toml, drafts = office
    for old in drafts.glob("proposed_order.*"):
        old.unlink()
    run(
        *("papers", "draft", "proposed_order", str(toml.with_name("case.toml")), "--on", "2026-11-21"),
        *("--about", "motion_admin_closure.joint", "--out", str(drafts)),
    )
    approve(drafts / "proposed_order.md", who="Ana Ruiz", number="MD 0000000000", at=AT, overrides=[STALE])
    bound = bind(read_packet(toml), tmp_path / "out.pdf", TODAY)
    assert any("It bears page numbers and a list of exhibits of its own: draft it" in note for note in bound.notes)


def test_a_packet_drafts_only_its_own_papers_and_its_own_case(tmp_path: Path) -> None:
    toml, case = str(B / "packet.toml"), str(B / "case.toml")
    none = run("papers", "draft", "motion_bond", case, "--packet", toml, "--out", str(tmp_path))
    other = run("papers", "draft", "proposed_order", str(A / "case.toml"), "--packet", toml, "--out", str(tmp_path))
    assert (none.code, other.code) == (2, 2)
    assert "has no [[paper]] with kind = 'motion_bond'. It has motion_admin_closure" in none.err
    assert "is the packet of" in other.err


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "releases.toml",
            "relative[aunt].lives_with_client",
            "relative[aunt].nonsense",
            "releases.toml: there is no fact",
        ),
        ("packet.toml", '"uac.determined",', '"uac.nonsense",', "exhibit A.proves: there is no fact 'uac.nonsense'"),
        ("packet.toml", 'variant = "joint"', 'variant = "secret"', "has no variant 'secret'"),
        (
            "packet.toml",
            'releases = "releases.toml"',
            'releases = "none.toml"',
            'releases names "none.toml", which is not',
        ),
        ("packet.toml", 'drafts = "drafts"', "drafts = 3", "drafts is not a text"),
        ("packet.toml", 'kind = "proposed_order"', 'file = "releases.md"', "is a text without its kind"),
        ("case.orders.toml", "", "[[order]]", "case.orders.toml: order 1 needs id"),
    ],
    ids=["release", "proof", "form", "file", "folder", "text", "order"],
)
def test_a_mistake_in_what_a_packet_names_is_one_sentence(
    file: str, old: str, new: str, said: str, tmp_path: Path
) -> None:
    shutil.copytree(B, tmp_path / "b", ignore=shutil.ignore_patterns("drafts"))
    (tmp_path / "b" / "releases.md").write_text("Text.\n", "utf-8")
    changed = tmp_path / "b" / file
    text = changed.read_text("utf-8") if changed.is_file() else ""
    assert old in text
    changed.write_text(text.replace(old, new, 1) if old else new, "utf-8")
    with pytest.raises(PacketError) as error:
        bind(read_packet(tmp_path / "b" / "packet.toml"), tmp_path / "out.pdf", TODAY)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


ORDERS = """
[[order]]
id = "ic_master_filing_nondetained"
due = 2026-12-18
source = "scheduling order of September 2, 2026"
on = 2026-09-02
"""


def test_the_judges_orders_beside_the_case_stand_in_the_motion_and_on_its_review_sheet(tmp_path: Path) -> None:
    shutil.copy(B / "case.toml", tmp_path / "case.toml")
    (tmp_path / "case.orders.toml").write_text(ORDERS, "utf-8")
    words = ("papers", "draft", "motion_admin_closure", str(tmp_path / "case.toml"), "--on", "2026-11-21")
    assert run(*words, "--out", str(tmp_path / "drafts")).code == 0
    text = (tmp_path / "drafts" / "motion_admin_closure.md").read_text("utf-8")
    assert "The scheduling order of September 2, 2026 sets December 18, 2026" in text
    sheet = " ".join(" ".join(texts(tmp_path / "drafts" / "motion_admin_closure.review.pdf")).split())
    assert "Set by the judge’s orders" in sheet.replace("'", "’")
    late = run(*words[:-1], "2026-12-20", "--out", str(tmp_path / "late"))
    assert late.code == 0
    assert (
        "this paper is dated after it"
        in (tmp_path / "late" / "motion_admin_closure.md").with_suffix(".json").read_text()
    )


def test_a_hearing_told_in_two_ways_is_to_be_confirmed() -> None:
    from nolle.papers.draft import draft

    case = edited("b", ('next_hearing_at = "2027-01-14T13:00"', 'next_hearing_at = "2027-02-11T13:00"'))
    found = draft("motion_admin_closure", case, TODAY)
    assert any("2027-02-11 in [court], 2027-01-14 in [case]" in words for words in found.confirm)
    assert not any("next hearing" in words for words in made("motion_admin_closure", "b").confirm)


def test_a_joint_motion_for_closure_says_so_and_has_a_place_for_both_to_sign() -> None:
    found = made("motion_admin_closure", "b", variant="joint")
    assert "JOINT MOTION FOR ADMINISTRATIVE CLOSURE" in found.markdown
    assert "Joined by the Department," in found.markdown
    order = made("proposed_order", "b", about="motion_admin_closure.joint")
    assert "**Joint Motion for Administrative Closure**" in order.markdown
    source = source_of("motion_admin_closure", variant="joint")
    wanted = [section.id for section in kind("motion_admin_closure").sections]
    assert re.findall(r"^:{3,} \{#([\w-]+) \.section\}", source, re.MULTILINE) == wanted
    assert set(kind("motion_admin_closure").must_cite) <= {cited.id for cited in found.cited}
    assert "§" not in re.sub(r"cites?\([^)]*\)+", "", source)
    with pytest.raises(PaperError, match="has no variant"):
        made("proposed_order", "b", variant="joint")
