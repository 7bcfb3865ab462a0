"""``nolle papers list``, ``draft`` and ``approve``, and the opinion as a PDF."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path

import pypdfium2
import pytest

from nolle.papers.kinds import kinds
from tests.cli.running import ROOT, STORY_A, STORY_B, run

ORDER = ("papers", "draft", "proposed_order", STORY_A, "--on", "2023-09-18", "--about", "joint_motion_dismiss")


def test_the_list_names_every_paper() -> None:
    assert [row["id"] for row in run("papers", "list", "--json").json] == list(kinds())
    assert "privileged" in run("papers", "list").out


def test_a_draft_is_five_files_that_only_their_owner_reads(tmp_path: Path) -> None:
    ran = run(*ORDER, "--out", str(tmp_path / "new"))
    assert ran.code == 0
    files = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new").iterdir()}
    assert files == dict.fromkeys(
        (f"proposed_order.{end}" for end in ("md", "docx", "pdf", "json", "review.pdf")), 0o600
    )
    assert "Not ready: no attorney has reviewed" in " ".join(ran.out.split())


def test_the_record_says_what_was_told_held_and_released(tmp_path: Path) -> None:
    options = ("--release", "derived.years_in_us", "--why", "agreed", "--by", "Ana Ruiz", "--format", "md", "--json")
    asking = ("--on", "2023-04-12", "--asking", "dismissal")
    ran = run("papers", "draft", "pd_request", STORY_A, *asking, "--out", str(tmp_path), *options)
    found = ran.json
    assert found["schema"] == "nolle.paper/1"
    assert found["released"] == [{"fact": "derived.years_in_us", "why": "agreed", "by": "Ana Ruiz"}]
    assert "relative[wife].status" in found["held"]
    assert found["ready"] is False
    on_disk = json.loads((tmp_path / "pd_request.json").read_text("utf-8"))
    assert set(on_disk.pop("hashes")) == {"pd_request.md"}
    assert {**on_disk, "files": found["files"]} == found


def test_releases_kept_in_a_file(tmp_path: Path) -> None:
    kept = tmp_path / "releases.toml"
    kept.write_text('[[release]]\nfact = "derived.years_in_us"\nwhy = "agreed"\nby = "Ana"\n', "utf-8")
    options = ("--format", "md", "--json", "--releases", str(kept), "--out", str(tmp_path))
    assert run("papers", "draft", "pd_request", STORY_A, *options).json["released"][0]["by"] == "Ana"
    kept.write_text('[[release]]\nfact = "derived.years_in_us"\n', "utf-8")
    assert run("papers", "draft", "pd_request", STORY_A, *options).code == 2


def test_a_fact_told_differently_in_two_papers_comes_first_on_the_sheet(tmp_path: Path) -> None:
    other = {
        "schema": "nolle.paper/1",
        "kind": "respondent_declaration",
        "told": {"case.nta_served_on": "March 1, 2016"},
    }
    (tmp_path / "respondent_declaration.json").write_text(json.dumps(other), "utf-8")
    run(
        "papers",
        "draft",
        "joint_motion_dismiss",
        STORY_A,
        "--on",
        "2023-09-18",
        "--format",
        "md",
        "--out",
        str(tmp_path),
    )
    with pypdfium2.PdfDocument(tmp_path / "joint_motion_dismiss.review.pdf") as file:
        first = " ".join(file[0].get_textpage().get_text_range().split())
    assert re.search(r"settle these first.*here February 11, 2016; in respondent_declaration March 1, 2016", first)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("pd_requst", STORY_A), "Did you mean pd_request"),
        (("pd_request", "none.toml"), "there is no such file"),
        (("motion_continue", STORY_A, "--lang", "es"), "English only"),
        (("pd_request", STORY_A, "--release", "person.birth_country"), "--release needs a reason"),
        (("pd_request", STORY_A, "--override", "exposure"), "--override needs a reason"),
        (("pd_request", STORY_A, "--release", "person.shoe", "--why", "x", "--by", "A"), "person.shoe"),
        (("pd_request", STORY_A, "--templates", "nowhere"), "is not a folder"),
    ],
)
def test_a_mistake_is_one_sentence(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    ran = run("papers", "draft", *words, "--out", str(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
    assert list(tmp_path.iterdir()) == []


def test_a_draft_edited_and_approved(tmp_path: Path) -> None:
    assert run(*ORDER, "--format", "md", "--out", str(tmp_path)).code == 0
    text = str(tmp_path / "proposed_order.md")
    refused = run("papers", "approve", text, "--by", "Ana Ruiz", "--number", "MD 1")
    assert refused.code == 2
    assert "--override stale-law" in " ".join(refused.err.split())
    words = ("--by", "Ana Ruiz", "--number", "MD 1", "--override", "stale-law", "--why", "read today")
    assert "version 1, approved by Ana Ruiz (MD 1)" in run("papers", "approve", text, *words).out


@pytest.mark.parametrize("lang", ["en", "es"])
def test_an_opinion_as_a_pdf_is_privileged_on_every_page(tmp_path: Path, lang: str) -> None:
    out = tmp_path / "opinion.pdf"
    words = (
        "--on",
        "2026-11-21",
        "--only",
        "sijs_classification",
        "--lang",
        lang,
        "--format",
        "pdf",
        "--out",
        str(out),
    )
    assert run("screen", STORY_B, *words).code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with pypdfium2.PdfDocument(out) as file:
        pages = [page.get_textpage().get_text_range() for page in file]
    mark = {"en": "attorney work product", "es": "trabajo del abogado"}[lang]
    assert all(mark in page for page in pages)
    assert {"en": "detention without bond", "es": "detención sin"}[lang] in " ".join(pages)


def test_a_pdf_is_not_put_on_the_screen() -> None:
    assert "--out opinion.pdf" in run("screen", STORY_A, "--format", "pdf").err


def test_the_page_on_drafting_tells_how_far_each_paper_is_written() -> None:
    page = (ROOT / "docs" / "howto" / "papers.md").read_text("utf-8")
    for k in kinds().values():
        row = next(line for line in page.splitlines() if line.startswith(f"| `{k.id}` |"))
        assert f"| {k.depth}" in row


@pytest.mark.parametrize("name", ["proposed_order.md", "proposed_order.docx"])
def test_what_counsel_edited_is_never_written_over(tmp_path: Path, name: str) -> None:
    words = (*ORDER, "--out", str(tmp_path))
    assert run(*words).code == run(*words).code == 0
    edited = tmp_path / name
    edited.write_bytes(edited.read_bytes() + b" ")
    before = edited.read_bytes()
    ran = run(*words)
    assert ran.code == 2
    assert "was edited since it was drafted" in " ".join(ran.err.split())
    assert edited.read_bytes() == before
