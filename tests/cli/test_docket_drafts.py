"""A draft policy is compared as what it is: by its own name, on its own days; what nobody would read is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from .running import run

DRAFT = Path("examples/policies/draft.toml").resolve()
CASELOAD = Path("examples/caseload").resolve()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOLLE_DOCKET_KEY", str(tmp_path / "key"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def compared(tmp_path: Path, old: str, new: str, *more: str) -> str:
    text = DRAFT.read_text("utf-8")
    assert old in text
    (tmp_path / "draft.toml").write_text(text.replace(old, new, 1), "utf-8")
    asked = ("--policy", str(tmp_path / "draft.toml"), "--on", "2026-11-22", "--only", "registry")
    ran = run("docket", "compare", str(CASELOAD), *asked, "--include-sensitive", *more)
    return " ".join((ran.err or ran.out).split())


def test_a_draft_with_the_id_of_the_policy_it_changes_is_told_from_it(tmp_path: Path) -> None:
    said = compared(tmp_path, 'id = "draft_example"', 'id = "regime_2025"')
    assert "from “The 2025 regime” to “Invented draft: three groups”" in said
    assert "The 2025 regime: Every removable person may be subject to enforcement → Invented draft:" in said
    assert "→ The 2025 regime" not in said


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ('{ from = "2026-12-01" }', "as if it were in force on that day"),
        (
            '{ from = "2024-01-01", to = "2025-01-01" }',
            "by what it says of its days: not in force. Whom it would",
        ),
        (
            '{ from = "2026-12-01", status = "enjoined" }',
            "says of its days: blocked by a court. Whom it would",
        ),
    ],
)
def test_the_days_of_a_draft_are_told_as_they_were_taken(tmp_path: Path, days: str, told: str) -> None:
    page = tmp_path / "page.html"
    said = compared(tmp_path, '{ from = "2026-12-01" }', days, "--report", str(page))
    assert told in said
    assert told in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('from = "2026-12-01"', 'from = "2026-12-01", status = "proposed"', "not 'proposed'"),
        ('"usc_lpr_family"', '"usc_family"', "there is no factor 'usc_family'. Did you mean usc_lpr_family"),
        (', es = "Borrador inventado: tres grupos"', "", "words are told in both languages"),
    ],
)
def test_what_a_draft_may_not_say(tmp_path: Path, old: str, new: str, told: str) -> None:
    said = compared(tmp_path, old, new)
    assert said.startswith("nolle: --policy draft.toml: ")
    assert told in said


def test_the_days_of_a_category_are_told_and_what_is_blocked_is_settled_by_no_fact(tmp_path: Path) -> None:
    old = 'id = "final_order"\nlabel'
    said = compared(tmp_path, old, 'id = "final_order"\ndays = [{ from = "2026-01-01", status = "enjoined" }]\nlabel')
    assert "Of its categories, on that day: A final order of removal (blocked by a court)." in said
    ended = compared(tmp_path, '{ from = "2026-12-01" }', '{ from = "2024-01-01", to = "2025-01-01" }')
    assert "would settle them" not in ended
