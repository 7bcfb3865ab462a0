"""`nolle docket import`: what it says before it writes, what it writes, and how it says no."""

from __future__ import annotations

from pathlib import Path

import pytest

from nolle.facts.docket import read_docket

from .running import EXAMPLES, Ran, run

CONTACTS = str(EXAMPLES / "exports" / "clio-contacts.csv")
MATTERS = str(EXAMPLES / "exports" / "clio-matters.csv")
NEWER = str(EXAMPLES / "exports" / "clio-matters-newer.csv")
REPORT = str(EXAMPLES / "exports" / "legalserver-report.csv")
CLIENTS = ("Ana", "Beto", "Caro", "A000000001", "000-000-001", "ana@example.org", "1987", "Guatemala")


def imported(*words: str) -> Ran:
    return run("docket", "import", *words)


def written(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def test_a_dry_run_shows_the_columns_without_client_data_and_writes_nothing(tmp_path: Path) -> None:
    ran = imported(CONTACTS, MATTERS, "--profile", "clio", "--into", str(tmp_path / "docket"), "--dry-run")
    assert (ran.code, ran.err) == (0, "")
    assert "person.birth_date" in ran.out
    assert "Favorite Color: no fact is like it" in ran.out
    assert "6 rows read: 6 would be used, 0 would be set aside." in ran.out
    assert "Nothing was written" in ran.out
    assert not [client for client in CLIENTS if client in ran.out]
    assert list(tmp_path.iterdir()) == []


def test_values_are_shown_only_when_asked_for_and_an_a_number_never() -> None:
    ran = imported(CONTACTS, MATTERS, "--profile", "clio", "--dry-run", "--show-values")
    assert "Guatemala" in ran.out
    assert "(not shown)" in ran.out
    assert "000-000-001" not in ran.out
    assert "A000000001" not in ran.out


def test_an_import_is_a_docket_and_says_what_it_did(tmp_path: Path) -> None:
    into = tmp_path / "docket"
    ran = imported(CONTACTS, MATTERS, "--profile", "clio", "--into", str(into))
    assert (ran.code, ran.err) == (0, "")
    assert "3 added, 0 changed, 0 unchanged" in ran.out
    assert sorted(written(into)) == ["case.csv", "entry.csv", "papers/party.csv"]
    assert read_docket(into).counts["case.csv"].used == 3


def test_the_json_answer_is_one_line(tmp_path: Path) -> None:
    into = tmp_path / "docket"
    ran = imported(CONTACTS, MATTERS, "--profile", "clio", "--into", str(into), "--json")
    assert len(ran.out.splitlines()) == 1
    told = ran.json
    assert set(told) >= {
        "profile", "files", "rows", "used", "rejected", "added", "changed", "unchanged", "mapped", "unmapped", "into",
        "rejected_file",
    }  # fmt: skip
    assert (told["profile"], told["files"]) == ("clio", ["clio-contacts.csv", "clio-matters.csv"])
    assert told["rows"] == told["used"] + told["rejected"] == 6
    assert (told["added"], told["changed"], told["unchanged"]) == (3, 0, 0)
    assert {
        "file": "clio-contacts.csv",
        "header": "Alien Registration Number",
        "fact": "party.a_number",
    }.items() <= next(m for m in told["mapped"] if m["fact"] == "party.a_number").items()
    assert {"header": "Favorite Color", "near": None}.items() <= told["unmapped"][0].items()
    assert (told["into"], told["rejected_file"]) == (str(into), None)
    assert not [client for client in CLIENTS if client in ran.out]


def test_twice_is_once_and_a_newer_export_adds(tmp_path: Path) -> None:
    into = tmp_path / "docket"
    imported(CONTACTS, MATTERS, "--profile", "clio", "--into", str(into))
    before = written(into)
    again = imported(CONTACTS, MATTERS, "--profile", "clio", "--into", str(into))
    assert "0 added, 0 changed, 3 unchanged" in again.out
    assert written(into) == before
    newer = imported(NEWER, "--profile", "clio", "--into", str(into))
    assert "1 added, 2 changed, 1 unchanged" in newer.out
    assert newer.code == 0


def test_what_differs_is_shown_and_stands_until_the_new_is_wanted(tmp_path: Path) -> None:
    into = tmp_path / "docket"
    imported(CONTACTS, MATTERS, "--profile", "clio", "--into", str(into))
    moved = tmp_path / "moved.csv"
    moved.write_text(
        "Number,Client,Next Hearing Date,Country of Birth\n2023-00017,Ana Example,06/30/2027,Belize\n", encoding="utf-8"
    )
    before = written(into)
    ran = imported(str(moved), "--profile", "clio", "--into", str(into))
    assert ran.code == 1
    assert "case.next_hearing_on: known 2027-05-12, told now 2027-06-30" in ran.out
    assert "person.birth_country: the two differ (--show-values shows them)" in ran.out
    assert "BLZ" not in ran.out
    assert written(into) == before
    taken = imported(str(moved), "--profile", "clio", "--into", str(into), "--yes")
    assert (taken.code, "0 added, 1 changed, 0 unchanged" in taken.out) == (0, True)
    assert b"2027-06-30" in written(into)["case.csv"]


def test_rows_set_aside_are_listed_and_the_exit_code_says_so(tmp_path: Path) -> None:
    into, dirty = tmp_path / "docket", tmp_path / "dirty.csv"
    dirty.write_text("Case ID,DOB,A#\na,02/03/2004,A000000009\nb,soon,\n", encoding="utf-8")
    ran = imported(str(dirty), "--profile", "legalserver", "--into", str(into))
    assert ran.code == 1
    assert "2 rows read: 1 used, 1 set aside." in ran.out
    assert "1 in dirty.csv, DOB:" in ran.out
    listed = (into / "rejected.csv").read_text("utf-8")
    assert listed.splitlines()[1].startswith('dirty.csv,3,b,DOB,"""soon""')
    assert read_docket(into).counts["case.csv"].used == 1
    dirty.write_text("Case ID,DOB,A#\na,02/03/2004,A000000009\nb,2004,\n", encoding="utf-8")
    assert imported(str(dirty), "--profile", "legalserver", "--into", str(into)).code == 0
    assert not (into / "rejected.csv").exists(), "an old list would speak of rows that are read now"


def test_rows_set_aside_may_be_listed_elsewhere(tmp_path: Path) -> None:
    dirty, listed = tmp_path / "dirty.csv", tmp_path / "bad.csv"
    dirty.write_text("Case ID,DOB\nb,soon\n", encoding="utf-8")
    words = (str(dirty), "--profile", "generic", "--into", str(tmp_path / "docket"), "--rejected", str(listed))
    ran = imported(*words, "--json")
    assert (ran.code, ran.json["rejected_file"]) == (1, str(listed))
    assert listed.exists()


def test_a_column_may_be_settled_by_hand(tmp_path: Path) -> None:
    ran = imported(
        REPORT, "--profile", "legalserver", "--into", str(tmp_path / "docket"), "--json",
        "--map", "Country of Origin=person.nationality_countries",
    )  # fmt: skip
    (m,) = [m for m in ran.json["mapped"] if m["header"] == "Country of Origin"]
    assert (m["fact"], m["how"], m["basis"]) == ("person.nationality_countries", "map", "told")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((MATTERS, "--profile", "clio"), "Name one with --into FOLDER"),
        ((MATTERS,), "--profile"),
        ((MATTERS, "--profile", "klio", "--dry-run"), "klio"),
        ((CONTACTS, "--profile", "clio", "--dry-run"), "no file has the number of the case"),
        (("none.csv", "--profile", "clio", "--dry-run"), "there is no such file"),
        ((MATTERS, "--profile", "clio", "--dry-run", "--map", "Client"), "does not say what a column holds"),
        ((MATTERS, "--profile", "clio", "--dry-run", "--map", "Client=person.birthdate"), "did you mean 'birth_date'"),
        ((MATTERS, "--profile", "clio", "--dry-run", "--map", "Cort Code=-"), 'did you mean "Court Code"?'),
        ((MATTERS, "--profile", "clio", "--into", MATTERS), "this is no folder"),
        ((MATTERS, "--profile", "clio", "--into", f"{MATTERS}/x"), "Check that the place exists"),
    ],
)
def test_a_mistake_is_one_sentence(words: tuple[str, ...], said: str) -> None:
    ran = imported(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
