"""A draft policy is compared as what it is: by its own name, on its own days; what nobody would read is refused."""

from __future__ import annotations

import json
import re
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
        ('from = "2026-12-01"', 'from = "2020-01-01", until = "2021-01-01"', "'until'; did you mean 'to'? examples/"),
        ('from = "2026-12-01"', 'from = "2026-12-01", to = "2026-11"', "2026-11-30, comes before the first"),
        ('kind = "categories"', 'kind = "nonsense"', "not 'nonsense'"),
        ("[[categories]]", "[[category]]", "the policy: there is no key 'category'; did you mean 'categories'?"),
        (
            'when = "case.final_order"',
            'when = "case.final_order", any = []',
            "rule final_order of category final_order",
        ),
        ('"usc_lpr_family"', '"usc_family"', "there is no factor 'usc_family'. Did you mean usc_lpr_family"),
        (', es = "Borrador inventado: tres grupos"', "", "words are told in both languages"),
    ],
)
def test_what_a_draft_may_not_say(tmp_path: Path, old: str, new: str, told: str) -> None:
    said = compared(tmp_path, old, new)
    assert said.startswith("nolle: --policy draft.toml: ")
    assert told in said


def test_a_draft_is_a_file_saved_as_utf_8(tmp_path: Path) -> None:
    asked = ("--on", "2026-11-22", "--include-sensitive")
    folder = run("docket", "compare", str(CASELOAD), "--policy", str(DRAFT.parent), *asked)
    assert "that is a folder" in " ".join(folder.err.split())
    latin = tmp_path / "draft.toml"
    latin.write_bytes(DRAFT.read_text("utf-8").encode("latin-1"))
    said = " ".join(run("docket", "compare", str(CASELOAD), "--policy", str(latin), *asked).err.split())
    assert "--policy draft.toml cannot be read: it is not UTF-8. Save it as UTF-8." in said


def test_a_comparison_tells_its_law_and_how_many_moved_only_as_a_pathway_ended(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    asked = ("docket", "compare", str(CASELOAD), "--from", "2024-06-01", "--to", "2026-11-22")
    for lang, told in (("en", "not reviewed by an attorney"), ("es", "no revisada por un abogado")):
        assert told in run(*asked, "--only", "registry", "--lang", lang).out
    found = json.loads(run(*asked, "--json", "--report", str(page)).out)
    whole, else_ = found["moved_only_as_pathways_began_or_ended"], found["moved_on_something_else"]
    assert whole > 0
    assert whole + else_ == found["moved"]
    html = page.read_text("utf-8")
    assert f"Only because a pathway as a whole began or ended: {whole}. On something else: {else_}." in html
    settling = re.findall(r'<div class="part"><h4>Would settle them:</h4>\s*<ul><li>(.)', html)
    assert settling
    assert "".join(settling).isupper()


def test_the_days_of_a_category_are_told_and_what_is_blocked_is_settled_by_no_fact(tmp_path: Path) -> None:
    old = 'id = "final_order"\nlabel'
    said = compared(tmp_path, old, 'id = "final_order"\ndays = [{ from = "2026-01-01", status = "enjoined" }]\nlabel')
    assert "Of its categories, on that day: A final order of removal (blocked by a court)." in said
    ended = compared(tmp_path, '{ from = "2026-12-01" }', '{ from = "2024-01-01", to = "2025-01-01" }')
    assert "would settle them" not in ended
