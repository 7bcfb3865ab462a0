"""Nothing that lies in the folder of a docket is left out in silence; what is no part of it is let be."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from nolle.facts.docket import Docket, DocketError, read_docket

TOLD = 'schema = "nolle.case/1"\nperson.in_us_now = true\n'


def ids(docket: Docket) -> list[str]:
    return docket.frames["case"]["case_id"].to_list()


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("name", ["cases.csv", "relatives.csv", "relative.csv", "docket.csv", "docket.tsv"])
@pytest.mark.parametrize("ignore_unknown", [True, False])
def test_a_table_beside_case_files_is_refused(tmp_path: Path, name: str, ignore_unknown: bool) -> None:
    (write(tmp_path, ana__toml=TOLD) / name).write_text("case_id,id\na,1\nb,1\n", "utf-8")
    with pytest.raises(DocketError, match=rf"(?s){name} is not read beside case files such as ana\.toml.*move it away"):
        read_docket(tmp_path, ignore_unknown=ignore_unknown)


def test_so_are_parquet_and_a_workbook_that_holds_cases(tmp_path: Path) -> None:
    rows = pl.DataFrame({"case_id": ["a"]})
    rows.write_parquet(write(tmp_path, ana__toml=TOLD) / "old.parquet")
    rows.write_excel(tmp_path / "clients.xlsx")
    with pytest.raises(DocketError, match=r"(?s)clients\.xlsx is not read beside.*old\.parquet is not read beside"):
        read_docket(tmp_path)


def test_what_is_no_table_may_lie_beside_case_files(tmp_path: Path) -> None:
    pl.DataFrame({"rent": ["a lot"]}).write_excel(write(tmp_path, ana__toml=TOLD) / "budget.xlsx")
    write(tmp_path, rejected__csv="a\n", out__rejected__csv="a\n", README__txt="a\n", arrest__pdf="a", _x__md="a")
    (tmp_path / ".old.csv").write_text("a\n", "utf-8")
    write(tmp_path / "exports", cases__csv="case_id\na\n")
    assert ids(read_docket(tmp_path)) == ["ana"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ben.toml", TOLD),
        ("ben.toml", f"# Ben\n\n{TOLD}"),
        ("ben.toml", "'schema'='nolle.case/1'\n"),
        ("ben.json", '{"person": {"in_us_now": true}, "schema": "nolle.case/1"}'),
        ("ben.yml", "schema: nolle.case/1\n"),
    ],
)
def test_a_case_beside_a_case_toml_is_refused(tmp_path: Path, name: str, text: str) -> None:
    (write(tmp_path / "ana", case__toml=TOLD) / name).write_text(text, "utf-8")
    with pytest.raises(DocketError, match=rf"ana/{name} is a case file beside a case\.toml: give each case a folder"):
        read_docket(tmp_path)


def test_the_papers_beside_a_case_toml_are_no_cases(tmp_path: Path) -> None:
    folder = write(tmp_path / "ana", case__toml=TOLD, packet__toml="title = 'x'\n", draft__json='{"schema":"x"}')
    (folder / "case.orders.toml").write_text("", "utf-8")
    assert ids(read_docket(tmp_path)) == ["ana"]


def test_a_case_file_beside_tables_is_refused(tmp_path: Path) -> None:
    write(tmp_path, case__csv="case_id\na\n", ana__toml=TOLD, docket__json="{}")
    with pytest.raises(DocketError, match=r"ana\.toml is a case file, and is not read beside tables") as refused:
        read_docket(tmp_path)
    assert "docket.json" not in str(refused.value)


def test_a_linked_folder_of_case_files_is_refused_by_name(tmp_path: Path) -> None:
    docket = write(tmp_path / "docket", ana__toml=TOLD)
    (docket / "scans").symlink_to(write(tmp_path / "scans", one__pdf="x"))
    (docket / "again.toml").symlink_to(write(tmp_path / "far", case__toml=TOLD) / "case.toml")
    assert ids(read_docket(docket)) == ["again", "ana"]
    (docket / "link").symlink_to(tmp_path / "far")
    with pytest.raises(DocketError, match="link is a link to a folder, and is not followed: copy the folder here"):
        read_docket(docket)


def test_a_link_that_leads_nowhere_is_set_aside(tmp_path: Path) -> None:
    (write(tmp_path, ana__toml=TOLD) / "ben.toml").symlink_to(tmp_path / "gone.toml")
    docket = read_docket(tmp_path)
    assert (ids(docket), docket.rejected["file"].to_list()) == (["ana"], ["ben.toml"])


@pytest.mark.parametrize("ignore_unknown", [True, False])
def test_notes_and_rows_set_aside_are_free_among_tables(tmp_path: Path, ignore_unknown: bool) -> None:
    write(tmp_path, case__csv="case_id\na\n", README__txt="x\n", relatively__txt="x\n", out__rejected__csv="x\n")
    assert ids(read_docket(tmp_path, ignore_unknown=ignore_unknown)) == ["a"]
    write(tmp_path, relatives__txt="case_id,status\na,usc\n")
    with pytest.raises(DocketError, match=r"did you mean relative\.txt\?"):
        read_docket(tmp_path, ignore_unknown=ignore_unknown)


@pytest.mark.parametrize("name", ["contacts", "victims", "party", "history", "answers", "showcase", "caseworkers"])
def test_an_ordinary_name_is_near_none(tmp_path: Path, name: str) -> None:
    (write(tmp_path, case__csv="case_id\na\n") / f"{name}.csv").write_text("a\nb\n", "utf-8")
    assert ids(read_docket(tmp_path, ignore_unknown=True)) == ["a"]
    with pytest.raises(DocketError, match=rf"there is no table {name}\.csv: tables are case, filing, .*move it away"):
        read_docket(tmp_path)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("convictions", "conviction"),
        ("conviction_2", "conviction"),
        ("conviction2024", "conviction"),
        ("my-convictions", "conviction"),
        ("ClientConvictions", "conviction"),
        ("convicton", "conviction"),
        ("clientconvictions", "conviction"),
        ("entries", "entry"),
        ("Case Filings 2025", "filing"),
        ("presence events", "presence_event"),
        ("presenceevent", "presence_event"),
        ("old cases", "case"),
    ],
)
@pytest.mark.parametrize("ignore_unknown", [True, False])
def test_a_name_that_is_near_is_refused(tmp_path: Path, name: str, meant: str, ignore_unknown: bool) -> None:
    (write(tmp_path, case__csv="case_id\na\n") / f"{name}.csv").write_text("case_id\na\n", "utf-8")
    with pytest.raises(DocketError, match=rf"there is no table {name}\.csv: did you mean {meant}\.csv\?"):
        read_docket(tmp_path, ignore_unknown=ignore_unknown)
