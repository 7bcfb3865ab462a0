"""A docket of one case, or of none that can be read, is counted as a person would say it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .running import run


@pytest.mark.parametrize(
    ("born", "said", "code"),
    [(["1999-12-31"], "2026: 1 case\n", 0), (["12/31/1999", "01/02/2001"], "There are no cases to count.", 1)],
)
def test_one_case_and_none_are_counted_as_one_says_them(
    born: list[str], said: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOLLE_DOCKET_KEY", str(tmp_path / "key"))
    rows = "".join(f"c{i},{day}\n" for i, day in enumerate(born))
    (tmp_path / "case.csv").write_text(f"case_id,person.birth_date\n{rows}", encoding="utf-8")
    asked = ("docket", "screen", str(tmp_path / "case.csv"), "--on", "2026-11-22", "--only", "asylum")
    ran = run(*asked)
    assert ran.code == code
    assert said in ran.out
    assert ("Missing most" in ran.out) is (code == 0)
    assert run(*asked, "--day-order", "mdy").code == 0


def test_rows_that_name_no_case_are_told_of_wherever_the_answers_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row with a misspelt case is missing from its own: nobody may rely on that list without knowing."""
    monkeypatch.setenv("NOLLE_DOCKET_KEY", str(tmp_path / "key"))
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "case.csv").write_text("case_id,conviction__complete\nana,true\n", "utf-8")
    (folder / "conviction.csv").write_text("case_id,offense_class\nanna,felony\n,felony\nana,wrong\n", "utf-8")
    for name, *words in (("compare", "--from", "2024-06-01"), ("screen",), ("questions",)):
        page = () if name == "questions" else ("--report", str(tmp_path / "page.html"))
        asked = ("docket", name, str(folder), *words, "--on", "2026-11-22", "--only", "asylum")
        ran = run(*asked, *page)
        assert ran.code == 1
        assert "3 rows were set aside" in ran.err
        told = "ows of conviction.csv that cannot be tied to a case: 2. Any case here that they belong to"
        assert told in " ".join(ran.err.split())
        if page:
            said = (tmp_path / "page.html").read_text("utf-8")
            assert told in said
            assert "Rows set aside, and so not counted here: 3." in said
        assert json.loads(run(*asked, "--json").out)["strays"] == {"conviction.csv": 2}


def test_one_case_is_one_wherever_it_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOLLE_DOCKET_KEY", str(tmp_path / "key"))
    made = run("docket", "sample", "--cases", "1", "--no-stories", "--on", "2026-11-22", "--out", str(tmp_path / "d"))
    assert made.out.startswith("1 synthetic case on")
    only = ("--only", "asylum", "--only", "administrative_closure")
    said = []
    for name, *words in (("compare", "--from", "2024-06-01"), ("questions",), ("screen", "--rules")):
        page = tmp_path / f"{name}.html"
        report = () if name == "questions" else ("--report", str(page))
        for lang in ("en", "es"):
            ran = run("docket", name, str(tmp_path / "d"), *words, "--on", "2026-11-22", *only, *report, "--lang", lang)
            assert ran.code == 0, ran.err
            said += [ran.out, page.read_text("utf-8")] if report else [ran.out]
    assert not [text for text in said if re.search(r"\b1 (cases|casos)\b", text)]
