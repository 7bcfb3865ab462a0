"""A docket of one case, or of none that can be read, is counted as a person would say it."""

from __future__ import annotations

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
