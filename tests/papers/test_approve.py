"""Approval: refused while anything is open, then the bytes are frozen under a name, and a change is another version."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from nolle.papers.approve import approve, verify
from nolle.papers.draft import Override, PaperError
from nolle.papers.files import write

from .drafting import MOTION, made

AT = datetime(2023, 9, 18, 15, 0, tzinfo=UTC)
STALE = Override("stale-law", "read again today", "Ana Ruiz")


@pytest.fixture
def drafted(tmp_path: Path) -> Path:
    write(made("proposed_order", on=MOTION, about="joint_motion_dismiss"), tmp_path, ())
    return tmp_path / "proposed_order.md"


def signed(text: Path, *overrides: Override) -> tuple[str, str | None]:
    found, changed = approve(text, who="Ana Ruiz", number="MD 0000000000", at=AT, overrides=overrides)
    return found.file, changed


def test_an_approved_paper_no_longer_says_draft_and_cannot_be_changed_unseen(drafted: Path) -> None:
    name, changed = signed(drafted, STALE)
    file = drafted.parent / name
    assert (name, changed) == ("proposed_order.v1.pdf", None)
    with pypdfium2.PdfDocument(file) as made_of:
        assert not any("DRAFT" in page.get_textpage().get_text_range() for page in made_of)
    record = json.loads((drafted.parent / "proposed_order.v1.approval.json").read_text("utf-8"))
    assert (record["who"], record["number"], record["at"]) == ("Ana Ruiz", "MD 0000000000", AT.isoformat())
    assert stat.S_IMODE(file.stat().st_mode) == 0o400
    assert verify(drafted.parent) == []
    file.chmod(0o600)
    file.write_bytes(file.read_bytes() + b" ")
    assert verify(drafted.parent) == ["proposed_order.v1.pdf was changed after Ana Ruiz approved it."]


def test_a_change_is_another_version_and_says_what_differs(drafted: Path) -> None:
    signed(drafted, STALE)
    drafted.write_text(drafted.read_text("utf-8").replace("without prejudice", "with prejudice"), "utf-8")
    name, changed = signed(drafted, STALE)
    assert name == "proposed_order.v2.pdf"
    assert changed is not None
    assert "Page 1:" in changed
    assert "+" in changed
    assert "with prejudice" in changed
    assert (drafted.parent / "proposed_order.v1.pdf").is_file()


def test_the_same_text_is_not_approved_twice(drafted: Path) -> None:
    signed(drafted, STALE)
    with pytest.raises(PaperError, match="version 1 already"):
        signed(drafted, STALE)


def test_law_no_attorney_reviewed_needs_an_override_by_name(drafted: Path) -> None:
    with pytest.raises(PaperError, match="no attorney has reviewed"):
        signed(drafted)


def test_an_open_gap_is_named(tmp_path: Path) -> None:
    write(made("motion_admin_closure", "b"), tmp_path, ())
    with pytest.raises(PaperError, match=r"a gap is open \(counsel: earlier hearings and orders"):
        signed(tmp_path / "motion_admin_closure.md", STALE)


def test_a_paper_that_ends_the_case_needs_the_exposure_overridden(tmp_path: Path) -> None:
    write(made("motion_terminate", "b"), tmp_path, ())
    text = tmp_path / "motion_terminate.md"
    text.write_text("All of it written out.\n", "utf-8")
    with pytest.raises(PaperError, match="exposure is yes or not known"):
        signed(text, STALE)
    assert signed(text, STALE, Override("exposure", "explained", "Ana Ruiz"))[0] == "motion_terminate.v1.pdf"


@pytest.mark.parametrize(("who", "number"), [("", "MD 1"), ("Ana Ruiz", " ")])
def test_an_approval_needs_a_name_and_a_number(drafted: Path, who: str, number: str) -> None:
    with pytest.raises(PaperError, match="needs a name"):
        approve(drafted, who=who, number=number, at=AT, overrides=[STALE])


def test_a_text_without_its_record_is_not_approved(drafted: Path) -> None:
    drafted.with_suffix(".json").unlink()
    with pytest.raises(PaperError, match="cannot be read"):
        signed(drafted, STALE)
