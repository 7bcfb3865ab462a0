"""``nolle docket``: the whole caseload at once, and what never leaves it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from nolle.cli import docket_options
from nolle.counsel.docket.urgency import urgency

from .running import EXAMPLES, Ran, run

CASELOAD = EXAMPLES / "caseload"
DRAFT = EXAMPLES / "policies" / "draft.toml"
ON = ("--on", "2026-11-22")
CALLS = ("--only", "stay_of_removal_i246", "--only", "recalendaring")
MOVED = ("--only", "sij_deferred_action", "--only", "administrative_closure")
FEW = ("--only", "dismissal_without_prejudice", "--only", "u_status", "--only", "termination_discretionary")
"""Enough for what is not about the law: the whole law takes a few seconds to lay out."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keys and logs of the test's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("NOLLE_DOCKET_KEY", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def screened(*more: str, only: tuple[str, ...] = FEW) -> Ran:
    ran = run("docket", "screen", str(CASELOAD), *ON, *only, *more)
    assert (ran.code, ran.err) == (0, ""), ran.err
    return ran


def logged(home: Path) -> list[dict[str, object]]:
    place = home / "state" / "nolle" / "docket.log"
    return [json.loads(line) for line in place.read_text("utf-8").splitlines()] if place.exists() else []


def test_the_summary_counts_every_case_on_every_pathway(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "240")
    ran = screened(only=())
    assert "48 cases" in ran.out
    said = " ".join(ran.out.split())
    for name in ("Dismissal of removal", "Special Immigrant Juvenile", "an order of work, not of people"):
        assert name in said


def test_the_json_is_the_contract() -> None:
    ran = screened("--json", "--out", "answers.parquet")
    found = ran.json
    assert list(found) == ["cases", "rejected", "strays", "seconds", "engine", "out"]
    assert found["strays"] == {}
    assert (found["cases"], found["rejected"], found["engine"], found["out"]) == (48, 0, "polars", "answers.parquet")


@pytest.mark.parametrize("name", ["answers.parquet", "answers.csv", "answers.xlsx"])
def test_an_output_is_for_its_owner_alone_and_says_the_same_in_every_format(name: str, home: Path) -> None:
    screened("--out", name, "--no-rules")
    out = home / name
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    frame = {"parquet": pl.read_parquet, "csv": pl.read_csv, "xlsx": pl.read_excel}[out.suffix[1:]](out)
    assert frame.height == 48
    statuses = frame["dismissal_without_prejudice__status"].cast(pl.String).value_counts()
    assert statuses["count"].sum() == 48
    assert [path.name for path in home.iterdir() if path.name.startswith(".")] == []
    if out.suffix != ".parquet":
        assert frame["urgency"].to_list() == list(range(1, 49)), "a person reads it in the order of work"


def test_no_case_id_no_name_and_no_a_number_leaves(home: Path) -> None:
    screened("--out", "answers.csv", "--report", "answers.html")
    written = (home / "answers.csv").read_text("utf-8") + (home / "answers.html").read_text("utf-8")
    case = pl.read_csv(CASELOAD / "case.csv", infer_schema=False)
    for column in ("case_id", "party__full_name", "party__a_number"):
        for told in case[column].drop_nulls():
            assert told not in written, column
    names = pl.read_csv(home / "answers.csv")["case"]
    assert names.n_unique() == 48
    assert all(len(name) == 16 for name in names)


def test_names_are_the_same_under_one_key_and_others_under_another(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screened("--out", "a.parquet")
    screened("--out", "b.parquet")
    key = home / "config" / "nolle" / "docket.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    monkeypatch.setenv("NOLLE_DOCKET_KEY", str(home / "another.key"))
    screened("--out", "c.parquet")
    a, b, c = (set(pl.read_parquet(home / f"{name}.parquet")["case"]) for name in "abc")
    assert a == b
    assert not a & c


def test_a_name_leads_back_to_its_case_with_the_key() -> None:
    told = run("docket", "who", str(CASELOAD), "--case", "story-b")
    name = told.out.split()[0]
    assert run("docket", "who", str(CASELOAD), name).out.split() == [name, "story-b"]
    lost = run("docket", "who", str(CASELOAD), "0" * 16)
    assert lost.code == 2
    assert "another key" in lost.err


def test_sensitive_columns_come_only_when_asked_for_and_that_is_logged(home: Path) -> None:
    screened("--out", "plain.parquet")
    plain = pl.read_parquet_schema(home / "plain.parquet").names()
    assert not [c for c in plain if c.startswith(("exposure", "priority", "regime", "u_status"))]
    assert "termination_discretionary__vawa_petition" not in plain
    assert logged(home) == []
    screened("--out", "all.parquet", "--include-sensitive")
    every = pl.read_parquet_schema(home / "all.parquet").names()
    for column in ("exposure__no_bond", "priority", "u_status__status", "u_status__qualifying_crime"):
        assert column in every
    (line,) = logged(home)
    assert (line["command"], line["docket"], line["sensitive"]) == ("docket screen", "caseload", True)


def test_no_protected_fact_changes_anything_that_is_given_by_default(home: Path) -> None:
    from nolle.counsel.docket.questions import is_protected

    told = pl.read_csv(CASELOAD / "case.csv", infer_schema=False)
    hidden = [c for c in told.columns if is_protected(c.replace("__", "."))]
    assert len(hidden) > 10
    written = {}
    for name, answer in (("as told", None), ("nothing", ""), ("unknown", "unknown")):
        docket = home / name
        shutil.copytree(CASELOAD, docket)
        if answer is not None:
            told.with_columns(pl.lit(answer).alias(c) for c in hidden).write_csv(docket / "case.csv")
        ran = run("docket", "screen", str(docket), *ON, "--out", f"{name}.parquet")
        assert ran.code == 0, ran.err
        written[name] = pl.read_parquet(home / f"{name}.parquet")
    first = written["as told"]
    for other in written.values():
        assert [c for c in first.columns if first[c].to_list() != other[c].to_list()] == []
    missing = [c for c in first.columns if c.endswith("__missing")]
    names = {n for c in missing for told in first[c].drop_nulls() for n in told}
    assert names
    assert not [n for n in names if is_protected(n)]


@pytest.mark.parametrize("option", ["--out", "--rejected"])
def test_nothing_is_written_over_the_docket(option: str, home: Path) -> None:
    docket = home / "docket"
    shutil.copytree(CASELOAD, docket)
    before = (docket / "case.csv").read_bytes()
    for command in (("screen",), ("questions",), ("compare", "--from", "2024-06-01")):
        ran = run("docket", command[0], str(docket), *command[1:], *FEW, option, str(docket / "case.csv"))
        assert (ran.code, ran.err.count("\n")) == (2, 1), ran.err
        assert "written over" in ran.err
    assert (docket / "case.csv").read_bytes() == before


SOMEBODYS = {
    "notes.csv": b"case,notes\n1,call her sister\n",
    "notes.parquet": b"PAR1 of another program",
    "notes.xlsx": b"PK of another program",
    "notes.html": b"<!doctype html><p>notes",
}


@pytest.mark.parametrize("name", SOMEBODYS)
def test_somebody_elses_file_is_left_as_it_is(name: str, home: Path) -> None:
    file = home / name
    file.write_bytes(SOMEBODYS[name])
    if name.endswith(".html"):
        asked = [("screen", "--report"), ("compare", "--report")]
    else:
        asked = [("screen", "--out"), ("compare", "--out"), ("questions", "--out")]
    asked += [("screen", "--rejected")] if name.endswith(".csv") else []
    for command, option in asked:
        more = ("--from", "2024-06-01", "--to", "2026-11-22") if command == "compare" else ON
        ran = run("docket", command, str(CASELOAD), *more, *FEW, option, name)
        assert (ran.code, ran.err.count("\n")) == (2, 1), ran.err
        assert f"{option} {name}: a file is there that nolle did not write" in ran.err
        assert "--force" in ran.err
    assert file.read_bytes() == SOMEBODYS[name]


def test_a_list_of_rejected_rows_is_not_put_over_somebody_elses_file(home: Path) -> None:
    (home / "answers.rejected.csv").write_text("mine\n", "utf-8")
    ran = run("docket", "screen", str(CASELOAD), *ON, *FEW, "--out", "answers.csv")
    assert (ran.code, (home / "answers.rejected.csv").read_text("utf-8")) == (2, "mine\n")


@pytest.mark.parametrize("name", ["answers.parquet", "answers.csv", "answers.xlsx"])
def test_our_own_file_is_written_over_and_anybodys_with_force(name: str, home: Path) -> None:
    (home / name).write_bytes(b"not ours\n")
    (home / "page.html").write_bytes(b"not ours")
    screened("--out", name, "--report", "page.html", "--force", "--no-rules", only=CALLS)
    screened("--out", name, "--report", "page.html", only=CALLS)
    moved = ("--from", "2024-06-01", "--to", "2026-11-22", *CALLS, "--out", name, "--report", "page.html")
    assert run("docket", "compare", str(CASELOAD), *moved).code == 0
    assert run("docket", "questions", str(CASELOAD), *ON, *CALLS, "--out", name).code == 0
    screened("--out", name, only=CALLS)


def test_a_hearing_or_deadline_known_roughly_is_still_ahead(home: Path) -> None:
    rows = ["case_id,case__next_hearing_on,person__birth_date", "rough,2026-11,2005-11", "later,2029-05-05,2010-01-01"]
    (home / "rough.csv").write_text("\n".join(rows) + "\n", "utf-8")
    words = ("--only", "sijs_classification", "--out", "r.parquet", "--case-ids", "--json")
    assert run("docket", "screen", "rough.csv", *ON, *words).code == 0
    first = {row["case"]: row for row in pl.read_parquet(home / "r.parquet").to_dicts()}["rough"]
    assert (str(first["next_hearing"]), first["urgency"]) == ("2026-11-22", 1)
    assert str(first["soonest_deadline"]) == "2026-11-22", "21 in this month: it may be today"


def test_real_ids_are_logged(home: Path) -> None:
    screened("--out", "ids.parquet", "--case-ids")
    assert "story-a" in set(pl.read_parquet(home / "ids.parquet")["case"])
    assert logged(home)[0]["case_ids"] is True


def test_a_row_that_cannot_be_read_is_set_aside_and_said(home: Path) -> None:
    docket = home / "docket"
    shutil.copytree(CASELOAD, docket)
    table = docket / "relative.csv"
    told = table.read_text("utf-8")
    stray = "no-such-case" + "," * told.partition("\n")[0].count(",")
    table.write_text(f"{told}{stray}\n", "utf-8")
    ran = run("docket", "screen", str(docket), *ON, *FEW, "--out", "answers.parquet", "--json")
    assert (ran.code, ran.json["rejected"], ran.json["cases"]) == (1, 1, 48)
    rejected = pl.read_csv(home / "answers.rejected.csv")
    assert rejected.select("file", "case_id").row(0) == ("relative.csv", "no-such-case")
    table.write_text(told, "utf-8")
    assert run("docket", "screen", str(docket), *ON, *FEW, "--out", "answers.parquet").code == 0
    assert not (home / "answers.rejected.csv").exists(), "what was set aside is mended"


def test_a_bad_cell_sets_its_row_aside_only_where_the_question_rests_on_it_and_that_is_said(home: Path) -> None:
    rows = ["case_id,person__birth_date,daca__expires_on", "a,2010-01-01,soon", "b,2010-01-01,2027-05-01"]
    (home / "d.csv").write_text("\n".join(rows) + "\n", "utf-8")
    aside = run("docket", "screen", "d.csv", *ON, "--only", "daca")
    assert (aside.code, "1 row was set aside" in aside.err) == (1, True)
    used = run("docket", "screen", "d.csv", *ON, "--only", "sijs_classification")
    assert used.code == 0, used.err
    assert "Columns that these questions do not rest on were not read, and not checked." in used.out
    assert run("docket", "screen", "d.csv", *ON).code == 1, "with every pathway asked, it counts"


def test_cases_may_have_dates_and_circuits_of_their_own(home: Path) -> None:
    docket = home / "docket"
    docket.mkdir()
    rows = ["case_id,as_of,circuit,person__birth_date", "a,2013-01-15,9,1990", "b,,,1990", "c,2015-03-01,5,1990"]
    (docket / "case.csv").write_text("\n".join(rows) + "\n", "utf-8")
    only = ("--only", "dapa_2014", "--only", "labor_deferred_action")
    words = ("--circuit", "ca2", "--out", "a.parquet", "--case-ids", "--json")
    ran = run("docket", "screen", str(docket), *ON, *only, *words)
    assert ran.code == 0, ran.err
    found = {row["case"]: row for row in pl.read_parquet(home / "a.parquet").to_dicts()}
    assert [(str(found[c]["as_of"]), found[c]["circuit"]) for c in "abc"] == [
        ("2013-01-15", "9"), ("2026-11-22", "2"), ("2015-03-01", "5"),
    ]  # fmt: skip
    assert found["a"]["dapa_2014__status"] == found["b"]["dapa_2014__status"] == "not_in_force"
    assert found["b"]["labor_deferred_action__status"] == "not_in_force"


def test_the_order_of_work_is_a_sort_anybody_can_repeat() -> None:
    keys = pl.DataFrame(
        {
            "case_id": ["late", "none", "soon", "same day, more open", "same day", "clock only"],
            "next_hearing": ["2027-05-01", None, "2026-12-01", "2027-01-01", "2027-01-01", None],
            "soonest_deadline": [None, None, None, None, None, "2026-12-02"],
            "open_ways": [9, 9, 0, 3, 1, 0],
        }
    ).with_columns(pl.col("next_hearing", "soonest_deadline").str.to_date())
    placed = dict(zip(keys["case_id"], urgency(keys), strict=True))
    order = sorted(placed, key=lambda case: placed[case])
    assert order == ["soon", "same day, more open", "same day", "late", "clock only", "none"]
    alike = pl.DataFrame({"case_id": list("bca")}).join(keys.tail(1).drop("case_id"), how="cross")
    assert urgency(alike).to_list() == [2, 3, 1], "what is equal stands in the order of ids"
    assert urgency(alike.sort("case_id")).to_list() == [1, 2, 3]


@pytest.mark.parametrize("moment", ["reading", "asking", "writing"])
def test_a_command_killed_at_any_moment_leaves_nothing_under_the_final_name(moment: str, home: Path) -> None:
    out = home / "answers.parquet"
    command = [sys.executable, "-m", "nolle", "docket", "screen", str(CASELOAD), *ON, *FEW, "--out", str(out)]
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ.copy())
    wanted = {"reading": "config", "asking": ".nolle-*", "writing": ".answers.parquet.*.part"}[moment]
    while started.poll() is None and not list(home.glob(wanted)):
        time.sleep(0.002)
    started.send_signal(signal.SIGKILL)
    started.wait()
    if out.exists():  # it had ended: then it is whole
        assert pl.read_parquet(out).height == 48
    screened("--out", "answers.parquet")
    assert pl.read_parquet(out).height == 48
    assert not [p.name for p in home.iterdir() if p.name.startswith(".")], (
        "what the killed command left is cleared away"
    )


def test_the_folder_of_a_command_still_at_work_is_left_to_it(home: Path) -> None:
    from nolle.counsel.docket.answers import workroom

    with workroom(home / "answers.parquet") as first:
        (first / "part.parquet").write_bytes(b"at work")
        (home / ".nolle-notes").mkdir()
        with workroom(home / "answers.parquet") as second:
            assert (first / "part.parquet").exists()
            assert second != first
    assert [path.name for path in home.glob(".nolle-*")] == [".nolle-notes"], "a folder that is not ours stays"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("docket", "screen", "nowhere"), "there is no such file or folder"),
        (("docket", "screen", str(CASELOAD), "--out", "answers.doc"), "End the name in .parquet, .csv, .xlsx"),
        (("docket", "screen", str(CASELOAD), "--out", "no/where.csv"), "there is no folder no"),
        (("docket", "screen", str(CASELOAD), "--only", "asylun"), "Did you mean asylum?"),
        (("docket", "screen", str(CASELOAD), "--report", "page.txt"), "ends in .html"),
        (("docket", "screen", str(CASELOAD), "--memory-limit", "lots", "--engine", "duckdb"), "512MB"),
        (("docket", "compare", str(CASELOAD)), "--from DATE for two dates, or --policy FILE"),
        (("docket", "compare", str(CASELOAD), "--from", "2026-11-22", *ON), "nothing can have changed"),
        (("docket", "compare", str(CASELOAD), "--policy", str(DRAFT), *ON), "add --include-sensitive"),
        (("docket", "compare", str(CASELOAD), "--policy", "no.toml", "--include-sensitive"), "Name a draft policy"),
        (
            ("docket", "compare", str(CASELOAD), "--policy", str(CASELOAD / "case.csv"), "--include-sensitive"),
            "draft.toml shows the form",
        ),
        (("docket", "screen", str(CASELOAD), "--rejected", "no/where.csv"), "name a file, in a folder that is there"),
        (("docket", "screen", str(CASELOAD / "empty.csv")), "check the spelling"),
        (("docket", "who", str(CASELOAD)), "say which"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_remedy(words: tuple[str, ...], said: str) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert said in " ".join(ran.err.split())
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err


def test_what_changed_is_said_by_the_rule_responsible(home: Path) -> None:
    ran = run(
        "docket", "compare", str(CASELOAD), "--from", "2024-06-01", "--to", "2026-11-22", *MOVED, "--out", "m.parquet"
    )
    assert ran.code == 0, ran.err
    assert "From June 1, 2024 to November 22, 2026" in ran.out
    moved = pl.read_parquet(home / "m.parquet")
    assert moved.columns == ["case", "conclusion", "before", "after", "because", "missing"]
    assert not moved.filter(pl.col("before") == pl.col("after")).height
    assert not moved.filter((pl.col("after") != "unknown") & pl.col("missing").is_not_null()).height
    assert set(moved["conclusion"]) & {"sij_deferred_action", "administrative_closure"}


def test_a_draft_policy_is_put_beside_the_policy_of_the_date(home: Path) -> None:
    words = ("docket", "compare", str(CASELOAD), "--policy", str(DRAFT), *ON, *FEW, "--include-sensitive", "--case-ids")
    ran = run(*words, "--out", "moved.csv", "--json")
    assert ran.code == 0, ran.err
    found = ran.json
    assert found["policy"] == ["draft_example"]
    assert {group["conclusion"] for group in found["groups"]} == {"priority"}
    assert all(rule.startswith("regime.") for group in found["groups"] for rule in group["because"])
    assert logged(home)[0]["policy"] == "draft.toml"
    rows = pl.read_csv(home / "moved.csv")
    assert rows.height == found["moved"] == sum(group["cases"] for group in found["groups"])


def test_a_draft_that_begins_later_is_asked_as_if_it_had_begun(home: Path) -> None:
    words = ("docket", "compare", str(CASELOAD), "--policy", str(DRAFT), *ON, *CALLS, "--include-sensitive")
    moves = {(group["before"], group["after"]) for group in run(*words, "--json").json["groups"]}
    assert ("yes", "no") in moves, "a policy that sorts fewer people leaves some out"
    told = run(*words, "--report", "draft.html")
    page = (home / "draft.html").read_text("utf-8")
    for said in (told.out, page):
        assert "as if it were in force" in said
        assert "On November 22, 2026: from “The 2025 regime” to “Invented draft: three groups”" in " ".join(
            said.split()
        )
    assert "El borrador se aplica como si estuviera vigente" in run(*words, "--lang", "es").out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('id = "final_order"', 'id = "recent_entry"'), "two categories have the id recent_entry"),
        (('id = "draft_example"', 'id = "my draft.1"'), "'my draft.1' is no id"),
        (('id = "draft_example"', "id = 5"), "'id' is text"),
        (None, "it has no category"),
    ],
)
def test_a_draft_that_cannot_be_asked_is_refused_in_a_sentence(
    change: tuple[str, str] | None, said: str, home: Path
) -> None:
    draft = DRAFT.read_text("utf-8")
    written = draft.replace(*change) if change else draft.partition("[[categories]]")[0] + "categories = []\n"
    (home / "mine.toml").write_text(written, "utf-8")
    ran = run("docket", "compare", str(CASELOAD), "--policy", "mine.toml", *ON, *CALLS, "--include-sensitive")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_day_without_priorities_can_be_asked_with_them() -> None:
    ran = run("docket", "screen", str(CASELOAD), "--on", "2022-06-25", *CALLS, "--include-sensitive", "--json")
    assert (ran.code, ran.err) == (0, "")


def test_cases_for_which_a_pathway_ended_as_a_whole_are_told_from_those_that_moved_within_the_law(home: Path) -> None:
    words = ("docket", "compare", str(CASELOAD), "--from", "2024-06-01", "--to", "2026-11-22", *MOVED)
    ended = (*words, "--only", "labor_deferred_action")
    assert "as a whole began or ended" not in run(*words).out
    told = run(*ended, "--report", "moved.html", "--json").json
    moved_within = pl.Series([g["cases"] for g in told["groups"] if "not_in_force" not in (g["before"], g["after"])])
    assert 0 < moved_within.max() < told["moved"] == 48
    said = " ".join(run(*ended).out.split())
    assert "Only because a pathway as a whole began or ended: " in said
    assert "Only because a pathway as a whole began or ended: " in (home / "moved.html").read_text("utf-8")
    assert "Del 1 de junio de 2024 al 22 de noviembre de 2026" in run(*words, "--lang", "es").out


@pytest.mark.parametrize("words", [("screen", *ON), ("compare", "--from", "2023-01-01"), ("questions", *ON)])
def test_a_question_whose_every_answer_is_held_back_is_refused(words: tuple[str, ...]) -> None:
    command, *more = words
    ran = run("docket", command, str(CASELOAD), *more, "--only", "u_status")
    assert (ran.code, ran.out) == (2, "")
    assert "8 USC 1367" in ran.err
    assert "--include-sensitive" in ran.err


def test_what_is_left_out_is_said() -> None:
    for words in (("screen", *ON), ("compare", "--from", "2026-11-01", "--to", "2026-11-22"), ("questions", *ON)):
        command, *more = words
        for lang, said in (("en", "pathways for survivors"), ("es", "vías para sobrevivientes")):
            told = run("docket", command, str(CASELOAD), *more, *CALLS, "--lang", lang)
            assert said in " ".join(told.out.split()), (command, lang)


def test_cases_with_dates_of_their_own_have_no_one_date_on_the_page_or_in_the_workbook(home: Path) -> None:
    (home / "own").mkdir()
    (home / "own" / "case.csv").write_text("case_id,as_of\na,2024-01-02\nb,\n", "utf-8")
    words = ("docket", "screen", "own", *ON, *CALLS, "--report", "own.html", "--out", "own.xlsx", "--lang", "es")
    assert run(*words).code == 0
    assert "Los casos, cada uno en su propia fecha" in (home / "own.html").read_text("utf-8")
    notes = dict(pl.read_excel(home / "own.xlsx", sheet_name="Read me").iter_rows())
    assert notes["as_of"] == "los casos, cada uno en su propia fecha"
    assert "Nunca es un no" in notes["empty"]
    assert "audiencia" in notes["urgency 1"]
    (home / "own" / "case.csv").write_text("case_id,as_of\na,\nb,\n", "utf-8")
    assert run(*words).code == 0
    assert "Los casos al 22 de noviembre de 2026" in (home / "own.html").read_text("utf-8"), "no case has a date"


def test_a_list_of_rejected_rows_goes_when_they_are_mended_and_nothing_else_does(home: Path) -> None:
    docket, listed = home / "mine", home / "rows.csv"
    docket.mkdir()
    for command in (("screen", *ON), ("questions", *ON), ("compare", "--from", "2024-01-01")):
        words = ("docket", command[0], "mine", *command[1:], *CALLS, "--rejected", "rows.csv")
        (docket / "case.csv").write_text("case_id,case.final_order\na,perhaps\n", "utf-8")
        assert run(*words).code == 1
        assert listed.exists()
        (docket / "case.csv").write_text("case_id,case.final_order\na,yes\n", "utf-8")
        assert run(*words).code == 0
        assert not listed.exists(), command
    assert run("docket", "screen", "mine", *ON, *CALLS, "--out", "rows.csv").code == 0
    assert run("docket", "questions", "mine", *ON, *CALLS, "--rejected", "rows.csv").code == 0
    assert listed.exists(), "a table of answers is no list of rejected rows"


def limited(bytes_: int, *words: str) -> subprocess.CompletedProcess[str]:
    """The command with no file longer than so many bytes: as on a disk that is full."""
    import resource

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))

    return subprocess.run(
        [sys.executable, "-c", "import sys; from nolle.cli import main; sys.exit(main(sys.argv[1:]))", *words],
        preexec_fn=small, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["answers.parquet", "answers.csv", "answers.xlsx"])
def test_a_disk_that_is_full_is_said_in_a_sentence_in_every_format(name: str, home: Path) -> None:
    ran = limited(2_000, "docket", "screen", str(CASELOAD), *ON, *CALLS, "--out", name)
    assert (ran.returncode, ran.stdout) == (2, "")
    (said,) = ran.stderr.splitlines()
    assert "has room" in said
    assert "None" not in said
    assert not [path.name for path in home.iterdir() if path.name not in ("config", "state")]


def test_too_little_memory_for_duckdb_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docket_options, "SMALLEST_MB", 1)
    ran = run("docket", "screen", str(CASELOAD), *ON, "--engine", "duckdb", "--memory-limit", "12MB")
    assert (ran.code, ran.out) == (2, "")
    assert "Give it more, such as --memory-limit 512MB." in ran.err


def test_a_report_lists_which_deadlines_in_the_same_order_every_time() -> None:
    from collections import Counter

    from nolle.counsel.docket.summary import Counting

    one, other = Counting(due=Counter(b=1, a=1, c=2)), Counting(due=Counter(a=1, c=2, b=1))
    assert list(one.summary().due) == list(other.summary().due) == ["c", "a", "b"]


def test_the_questions_are_a_call_list(home: Path) -> None:
    ran = run("docket", "questions", str(CASELOAD), *ON, *CALLS, "--out", "calls.csv", "--case-ids", "--json")
    assert ran.code == 0, ran.err
    found = ran.json
    calls = pl.read_csv(home / "calls.csv")
    assert calls.height == found["calls"] > 0
    assert calls["settles"].min() >= 1
    assert all(len(told.split(";")) == count for told, count in calls.select("questions", "count").iter_rows())
    settled = 0
    for step in found["questions"]:
        settled += step["settles"]
    assert 0 < settled <= found["open"]
    told = run("docket", "questions", str(CASELOAD), *ON, *CALLS, "--lang", "es")
    assert "Las preguntas que más resuelven" in told.out


def test_in_a_narrow_terminal_no_name_and_no_date_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    told = screened("--lang", "es").out
    assert "Desestimación sin perjuicio del proceso de deportación" in told
    assert re.search(r"en espera\N{NO-BREAK SPACE}\d+", told)
    hearing = re.findall(r"próxima audiencia: (\S+)\n", told)
    assert len(hearing) == 10
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}|–", day) for day in hearing)


def test_a_path_is_said_as_it_is(home: Path) -> None:
    (home / "[b]mine").mkdir()
    assert "Wrote [b]mine/a.csv in" in run("docket", "screen", str(CASELOAD), *ON, *CALLS, "--out", "[b]mine/a.csv").out


def test_everything_is_said_in_spanish_too() -> None:
    ran = screened("--lang", "es", "--include-sensitive")
    assert "Los casos al 22 de noviembre de 2026" in ran.out
    assert "Son conteos, no predicciones" in ran.out
    assert "Las columnas de las que no dependen estas preguntas no se leyeron ni se revisaron." in ran.out
    assert re.search(r"Tardó [\d.]+ s\.", ran.out)


def test_a_table_that_is_no_docket_names_what_reads_it(home: Path) -> None:
    (home / "clients.csv").write_text("name,age\nx,3\n", "utf-8")
    ran = run("docket", "screen", "clients.csv")
    assert ran.code == 2
    assert "`nolle docket import` reads the exports of other programs" in ran.err
    assert "--ignore-unknown" in ran.err


@pytest.mark.parametrize("name", ["case.csv", "case.xlsx"])
def test_a_file_that_may_not_be_read_is_said_in_a_sentence(
    name: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import nolle.facts.docket.text as text

    def refuse(*words: object, **named: object) -> None:
        raise PermissionError(13, "Permission denied", name)

    (home / name).write_bytes(b"case_id\na\n")
    monkeypatch.setattr(text.Path, "read_bytes", refuse)
    monkeypatch.setattr(pl, "read_excel", refuse)
    ran = run("docket", "screen", name, *ON, *CALLS)
    assert (ran.code, ran.err.count("\n")) == (2, 1), ran.err
    assert "cannot be read (Permission denied)" in ran.err


@pytest.mark.parametrize("command", ["screen", "compare", "questions"])
def test_a_disk_that_fails_is_said_in_a_sentence(command: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nolle.facts.files as files

    def refuse(*words: object, **named: object) -> None:
        raise OSError(28, "No space left on device", "somewhere")

    monkeypatch.setattr(files.tempfile, "mkstemp", refuse)
    more = ("--from", "2024-06-01", "--to", "2026-11-22") if command == "compare" else ON
    ran = run("docket", command, str(CASELOAD), *more, *CALLS, "--out", "a.parquet")
    assert (ran.code, ran.err.count("\n")) == (2, 1), ran.err
    assert "a.parquet: No space left on device. See that the place" in ran.err
