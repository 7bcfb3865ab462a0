"""Without --include-sensitive what 8 USC 1367 protects is not read; with own dates nothing asked is left unread."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from .running import run


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOLLE_DOCKET_KEY", str(tmp_path / "key"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def test_that_a_protected_fact_is_on_file_is_not_told_by_what_is_wrong_with_it(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "case.csv").write_text("case_id,victim__crime_on,relative__complete\nana,yesterday,true\n", "utf-8")
    (folder / "relative.csv").write_text("case_id,status,is_abuser\nana,usc,he hits\n", "utf-8")
    out, listed = tmp_path / "out.csv", tmp_path / "out.rejected.csv"
    ran = run("docket", "screen", str(folder), "--on", "2026-11-22", "--out", str(out), "--json")
    assert (ran.code, ran.json["cases"], ran.json["rejected"]) == (0, 1, 0)
    assert not listed.exists()
    assert "crime_on" not in ran.err + out.read_text("utf-8")
    with_all = run("docket", "screen", str(folder), "--on", "2026-11-22", "--out", str(out), "--include-sensitive")
    assert with_all.code == 1
    assert {"victim__crime_on", "is_abuser"} <= set(pl.read_csv(listed)["field"])
    flat = tmp_path / "flat.csv"
    flat.write_text("case_id,relative_1__status,relative_1__is_abuser\nana,usc,he hits\n", "utf-8")
    assert run("docket", "questions", str(flat), "--on", "2026-11-22", "--only", "asylum").code == 0


def test_a_filing_of_a_survivor_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "case.csv").write_text("case_id\nana\n", "utf-8")
    rows = "ana,i360_vawa,approved,SECRET\nana,i130,approved,\nana,I918 ,SECRET,\n"
    (folder / "filing.csv").write_text(f"case_id,form,status,category\n{rows}", "utf-8")
    out = tmp_path / "out.csv"
    asked = ("docket", "screen", str(folder), "--on", "2026-11-22", "--out", str(out))
    assert run(*asked, "--json").json["rejected"] == 0
    assert not (tmp_path / "out.rejected.csv").exists()
    assert run(*asked, "--include-sensitive", "--json").json["rejected"] == 3


def test_a_case_with_a_date_of_its_own_is_read_for_the_policy_of_that_date(tmp_path: Path) -> None:
    cells = {
        "case.in_removal_proceedings": "true",
        "person.gang_allegation": "admitted",
        "person.gang_participation_age": "21",
    }
    found = []
    for more, on in (({"as_of": "2021-05-27"}, "2026-11-22"), ({}, "2021-05-27")):
        told = {"case_id": "a", **more, **cells}
        table, out = tmp_path / "case.csv", tmp_path / "out.csv"
        table.write_text(f"{','.join(told)}\n{','.join(told.values())}\n", "utf-8")
        asked = ("docket", "screen", str(table), "--on", on, "--include-sensitive", "--out", str(out))
        assert run(*asked).code == 0
        (row,) = pl.read_csv(out).to_dicts()
        found.append({name: row[name] for name in ("priority", "priority__regime", "priority__tier")})
        questions = run("docket", "questions", str(table), "--on", on, "--include-sensitive", "--json")
        assert "gang_participation_age" not in questions.out
    assert found[0] == found[1]
    assert found[0]["priority"] is True


def test_a_comparison_says_that_dates_of_cases_were_not_used(tmp_path: Path) -> None:
    table = tmp_path / "case.csv"
    asked = ("docket", "compare", str(table), "--from", "2024-06-01", "--to", "2026-11-22", "--only", "daca")
    for header, cell, told in (("as_of", "2012-08-20", True), ("circuit", "9", False)):
        table.write_text(f"case_id,{header}\na,{cell}\n", "utf-8")
        assert ("dates of their own" in run(*asked).err) is told
        page = tmp_path / "page.html"
        run(*asked, "--report", str(page))
        assert ("dates of their own" in page.read_text("utf-8")) is told
        first, second = (json.loads(run(*asked, "--json").out) for _ in range(2))
        assert first["groups"] == second["groups"]
