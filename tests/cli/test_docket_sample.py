"""``nolle docket sample``: a synthetic docket from the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from nolle.facts.docket import read_docket

from .running import run


def test_it_writes_a_docket_with_the_stories_and_says_so(tmp_path: Path) -> None:
    ran = run("docket", "sample", "--cases", "12", "--seed", "5", "--on", "2026-11-22", "--out", str(tmp_path / "d"))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"12 synthetic cases on 2026-11-22, seed 5: {tmp_path / 'd'}\nRows: case 12, entry ")
    ids = read_docket(tmp_path / "d").frames["case"]["case_id"]
    assert ids.head(4).to_list() == ["story-a", "story-b", "story-c", "syn-0000001"]


def test_json_is_one_line_about_what_was_written(tmp_path: Path) -> None:
    out = str(tmp_path / "d")
    ran = run(
        "docket", "sample", "--cases", "8", "--seed", "5", "--no-stories", "--format", "csv", "--out", out, "--json"
    )
    assert len(ran.out.splitlines()) == 1
    answer = ran.json
    assert set(answer) == {"cases", "seed", "out", "seconds", "tables"}
    assert (answer["cases"], answer["seed"], answer["out"], answer["tables"]["case"]) == (8, 5, out, 8)
    assert answer["tables"].keys() == {"case", "entry", "relative", "conviction", "arrest", "presence_event"}
    assert read_docket(tmp_path / "d").frames["case"].height == 8


def test_without_a_date_the_docket_is_of_today(tmp_path: Path) -> None:
    ran = run("docket", "sample", "--cases", "4", "--out", str(tmp_path / "d"))
    assert ran.out.startswith(f"4 synthetic cases on {date.today()}, seed 1")  # noqa: DTZ011


def test_a_folder_in_use_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("here first")
    ran = run("docket", "sample", "--cases", "4", "--out", str(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"nolle: {tmp_path} is there already and is not an empty folder. Name a new one.\n"


def test_no_cases_are_refused(tmp_path: Path) -> None:
    ran = run("docket", "sample", "--cases", "0", "--out", str(tmp_path / "d"))
    assert ran.code == 2
    assert "--cases" in ran.err
    assert not (tmp_path / "d").exists()
