"""A row of a list that is lost may be somebody's only conviction: then its list is not whole, or that is said."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from nolle.facts.docket import Count, Docket, DocketError, read_docket


def folder_of(tmp_path: Path, **tables: str) -> Path:
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    return tmp_path


def complete(docket: Docket) -> dict[str, bool]:
    return dict(docket.frames["case"].select("case_id", "conviction__complete").iter_rows())


CASES = "case_id,conviction__complete\nA-3,yes\nB-1,yes\n"


def test_a_row_that_cannot_be_told_apart_still_leaves_its_list_incomplete(tmp_path: Path) -> None:
    """An unquoted comma must not turn a conviction into none."""
    rows = "case_id,gravity,offense_text\nA-3,high,burglary, second degree\n"
    docket = read_docket(folder_of(tmp_path, case=CASES, conviction=rows))
    assert complete(docket) == {"A-3": False, "B-1": True}
    assert docket.strays == {}
    (line,) = docket.rejected.to_dicts()
    assert (line["case_id"], line["found"]) == ("A-3", None)


@pytest.mark.parametrize(
    ("rows", "strays"),
    [
        ("C-1,high,x", 1),
        (",high,x", 1),
        ("C-1,wrong,x", 1),
        ("burglary,of a shop, at night,again", 1),
        ('A-3,high,"open', 0),
        ('"A-3","high","never closed', 0),
        ('"B-1","high","a 32" tv"', 0),
        ("  A-3 ,high,x,y", 0),
        ("A-3,wrong,x", 0),
        ("C-1,high,x\nC-2,wrong,x\n,high,x\nA-3,high,x", 3),
    ],
)
def test_rows_that_belong_to_nobody_are_counted_whatever_else_is_wrong_with_them(
    tmp_path: Path, rows: str, strays: int
) -> None:
    table = f"case_id,gravity,offense_text\n{rows}\n"
    docket = read_docket(folder_of(tmp_path, case=CASES, conviction=table))
    assert docket.strays == ({"conviction.csv": strays} if strays else {})
    for file, count in docket.counts.items():
        assert count.rejected == docket.rejected.filter(pl.col("file") == file)["row"].n_unique()
    assert "burglary" not in "".join(id or "" for id in docket.rejected["case_id"])


def test_the_rows_of_a_case_that_could_not_be_told_apart_are_set_aside_with_it(tmp_path: Path) -> None:
    table = "case_id,gravity\nC-1,high\n"
    docket = read_docket(folder_of(tmp_path, case=f"{CASES}C-1,yes,and more\n", conviction=table))
    assert docket.strays == {}
    assert {(line["file"], line["case_id"], line["what"]) for line in docket.rejected.to_dicts()} == {
        ("case.csv", "C-1", "the row has 3 cells, the header 2"),
        ("conviction.csv", "C-1", "its case was set aside"),
    }


def test_a_workbook_of_a_list_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    rows = pl.DataFrame({"case_id": ["A-3"], "gravity": ["high"]})
    rows.write_excel(folder_of(tmp_path, case=CASES) / "convictions.xlsx")
    with pytest.raises(DocketError, match=r"convictions\.xlsx is not read in a folder.*save it as CSV"):
        read_docket(tmp_path)


def test_a_sheet_of_a_list_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    book = tmp_path / "cases.xlsx"
    with Workbook(str(book)) as made:
        pl.DataFrame({"case_id": ["A-3"], "conviction__complete": ["yes"]}).write_excel(made, worksheet="Cases")
        for name in ("Notes", "Cases 2025", "Instructions", "Clients"):
            pl.DataFrame({"a": ["b"]}).write_excel(made, worksheet=name)
    assert complete(read_docket(book)) == {"A-3": True}
    with Workbook(str(book)) as made:
        pl.DataFrame({"case_id": ["A-3"], "conviction__complete": ["yes"]}).write_excel(made, worksheet="Cases")
        pl.DataFrame({"case_id": ["A-3"], "gravity": ["high"]}).write_excel(made, worksheet="Convictions")
    with pytest.raises(DocketError, match='only the first sheet is read, and "Convictions" has more'):
        read_docket(book)


@pytest.mark.parametrize(
    ("table", "incomplete", "strays"),
    [
        ("case_id,gravity,offense_text\nA-3,high,burglary,B-1\n", {"A-3"}, 0),
        ("case_id,gravity,offense_text\nA-3,B-1,high,x\n", {"A-3", "B-1"}, 1),
        ("case_id,gravity,offense_text\nC-9,B-1,high,x\n", {"B-1"}, 1),
        ("offense_text,case_id,gravity\nburglary,A-3,B-1,high\n", {"A-3", "B-1"}, 1),
        ("offense_text,case_id,gravity\nburglary,A-3,x,high\n", {"A-3"}, 1),
        ("offense_text,gravity,case_id\nburglary,second,high,B-1\n", {"B-1"}, 1),
        ("case_id,gravity\nA-3\n", {"A-3"}, 0),
    ],
)
def test_a_torn_row_counts_for_every_case_that_it_may_be_of(
    tmp_path: Path, table: str, incomplete: set[str], strays: int
) -> None:
    docket = read_docket(folder_of(tmp_path, case=CASES, conviction=table))
    assert {id for id, whole in complete(docket).items() if not whole} == incomplete
    assert docket.strays == ({"conviction.csv": strays} if strays else {})
    assert set(docket.rejected["case_id"]) == incomplete
    assert docket.counts["conviction.csv"].rejected == 1


def test_a_torn_filing_leaves_none_of_any_case_that_it_may_be_of(tmp_path: Path) -> None:
    table = "status,case_id,form\npending,A-3,B-1,i130\ndenied,A-3,i130\ndenied,B-1,i130\ndenied,C-1,i130\n"
    docket = read_docket(folder_of(tmp_path, case=f"{CASES}C-1,yes\n", filing=table))
    assert docket.frames["case"]["filing__i130__status"].to_list() == [None, None, "denied"]
    assert docket.counts["filing.csv"].rejected == 3


@pytest.mark.parametrize("id", ["00012-De La Cruz", "2024/15", "A.3"])
def test_a_torn_row_is_tied_to_its_case_whatever_ids_look_like(tmp_path: Path, id: str) -> None:
    table = f"id,case_id,offense_text\n1,{id},burglary, second\n"
    docket = read_docket(folder_of(tmp_path, case=f"case_id,conviction__complete\n{id},yes\n", conviction=table))
    assert complete(docket) == {id: False}
    assert docket.strays == {"conviction.csv": 1}  # a cell before the id may have torn the row


def test_two_stray_quotes_swallow_no_rows(tmp_path: Path) -> None:
    table = 'case_id,gravity,offense_text\nA-3,high,"burglary\nB-1,high,x\nC-1,high,theft"\n'
    docket = read_docket(folder_of(tmp_path, case=f"{CASES}C-1,yes\n", conviction=table))
    assert complete(docket) == {"A-3": False, "B-1": False, "C-1": False}
    assert docket.counts["conviction.csv"] == Count(3, 0)


@pytest.mark.parametrize(
    "lost", ["A-3,i130,yes,approved,03/06/2023", "A-3,i130x,yes,approved,", "A-3,i130,yes,approved,x,y"]
)
def test_a_filing_that_is_lost_leaves_no_other_to_speak_for_it(tmp_path: Path, lost: str) -> None:
    table = f"case_id,form,main,status,decided_on\n{lost}\nA-3,i130,,denied,2021-03-06\nB-1,i130,,denied,2021-03-06\n"
    docket = read_docket(folder_of(tmp_path, case="case_id\nA-3\nB-1\n", filing=table))
    assert docket.frames["case"]["filing__i130__status"].to_list() == [None, "denied"]
    assert docket.counts["filing.csv"].rejected == 2


def test_of_a_case_told_twice_neither_is_taken_where_one_cannot_be_read(tmp_path: Path) -> None:
    for other in ("A-3,no,02/03/1990", "A-3,no,1990-02-03,more"):
        table = f"case_id,case__final_order,person__birth_date\n{other}\nA-3,yes,1990-03-02\nB-1,yes,\n"
        docket = read_docket(folder_of(tmp_path, case=table, conviction="case_id,gravity\nA-3,high\n"))
        assert docket.frames["case"]["case_id"].to_list() == ["B-1"]


def test_of_a_case_told_twice_neither_is_taken_where_one_is_torn_and_nothing_else_names_it(tmp_path: Path) -> None:
    table = tmp_path / "cases.csv"
    table.write_text("case_id,person__age_stated,case__detained\nA,30,true\nA,31,false,x\nB,20,true\n", "utf-8")
    docket = read_docket(table)
    assert docket.frames["case"]["case_id"].to_list() == ["B"]
    assert docket.rejected["case_id"].to_list() == ["A", "A"]
    assert (docket.counts["cases.csv"].read, docket.counts["cases.csv"].used) == (3, 1)


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("A,2,theft\nA,,theft\n", ["2", "row-2"]),
        ("A,,theft\nA,1,theft\nB,,theft\nB,,theft\n", ["row-1", "1", "1", "2"]),
        ("B,,theft\nA,x,theft\n", ["1", "x"]),
    ],
)
def test_a_row_without_an_id_takes_none_that_another_has(tmp_path: Path, table: str, names: list[str]) -> None:
    docket = read_docket(folder_of(tmp_path, case="case_id\nA\nB\n", conviction=f"case_id,id,offense_text\n{table}"))
    assert docket.rejected.height == 0
    assert docket.frames["conviction"]["id"].to_list() == names


def test_nor_does_one_in_a_flat_table(tmp_path: Path) -> None:
    table = tmp_path / "cases.csv"
    headers = "case_id,relative_1__id,relative_1__status,relative_2__id,relative_2__status"
    table.write_text(f"{headers}\nA,,usc,1,lpr\nB,,usc,,lpr\n", "utf-8")
    relatives = read_docket(table).frames["relative"].select("case_id", "id").rows()
    assert sorted(relatives) == [("A", "1"), ("A", "row-1"), ("B", "1"), ("B", "2")]


def test_ignoring_unknown_columns_ignores_no_workbook(tmp_path: Path) -> None:
    rows = pl.DataFrame({"case_id": ["A-3"], "gravity": ["high"]})
    folder = folder_of(tmp_path, case=CASES)
    rows.write_excel(folder / "conviction.xlsx")
    with pytest.raises(DocketError, match="is not read in a folder"):
        read_docket(folder, ignore_unknown=True)
    (folder / "conviction.xlsx").rename(folder / "~$conviction.xlsx")
    assert complete(read_docket(folder)) == {"A-3": True, "B-1": True}


@pytest.mark.parametrize("name", ["convictions.csv", "convction.tsv", "criminal_convictions_of_our_clients.csv"])
def test_ignoring_what_is_not_known_ignores_no_list(tmp_path: Path, name: str) -> None:
    folder = folder_of(tmp_path, case=CASES, notes="a\nb\n")
    assert complete(read_docket(folder, ignore_unknown=True)) == {"A-3": True, "B-1": True}
    (folder / name).write_text("case_id,gravity\nA-3,high\n", "utf-8")
    with pytest.raises(DocketError, match=rf"there is no table {name}.*did you mean conviction\."):
        read_docket(folder, ignore_unknown=True)


def test_two_tables_of_one_name_are_refused_whatever_is_ignored(tmp_path: Path) -> None:
    pl.DataFrame({"case_id": ["A-3"]}).write_parquet(folder_of(tmp_path, case=CASES) / "case.parquet")
    with pytest.raises(DocketError, match=r"both case\.csv and case\.parquet are there"):
        read_docket(tmp_path, ignore_unknown=True)


@pytest.mark.parametrize(
    "name", ["conviction.csv.gz", "convictions.json", "conviction.xlsb", "filing.numbers", "Conviction.tsv.bak"]
)
@pytest.mark.parametrize("ignore_unknown", [True, False])
def test_a_list_in_a_format_that_is_not_read_is_refused(tmp_path: Path, name: str, ignore_unknown: bool) -> None:
    (folder_of(tmp_path, case=CASES) / name).write_bytes(b"x")
    with pytest.raises(DocketError, match=rf"(?i){name} is not read: unpack it, or save it as CSV or Parquet"):
        read_docket(tmp_path, ignore_unknown=ignore_unknown)


def test_what_is_no_list_may_stand_beside_the_tables(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, case=CASES)
    for name in (".conviction.csv.swp", "rejected.csv", "docket.json", "README.md", "intake.pdf", "~$conviction.xlsx"):
        (folder / name).write_bytes(b"x")
    assert complete(read_docket(folder)) == {"A-3": True, "B-1": True}


PERSON = 'schema = "nolle.case/1"\n[person]\nbirth_date = "1990-05-07"\n'
"""A case file."""


def case_files(folder: Path, *names: str) -> Docket:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PERSON, "utf-8")
    return read_docket(folder)


def test_case_files_whose_ids_are_alike_are_both_set_aside(tmp_path: Path) -> None:
    names = ["ana.toml", "ana .toml", "pe\u00f1a.toml", "pen\u0303a.toml"]
    docket = case_files(tmp_path, *names, "eva.toml")
    assert docket.frames["case"]["case_id"].to_list() == ["eva"]
    assert set(docket.rejected["file"]) == set(names)
    assert {name: count.rejected for name, count in docket.counts.items()} == {**dict.fromkeys(names, 1), "eva.toml": 0}


def test_a_case_file_whose_name_is_no_id_is_told_under_that_name(tmp_path: Path) -> None:
    long = f"{'a' * 150}/{'b' * 60}.toml"
    relatives = '[[relative]]\nid = "r1"\nstatus = "usc"\n'
    (tmp_path / long).parent.mkdir()
    (tmp_path / long).write_text(PERSON + relatives, "utf-8")
    docket = case_files(tmp_path, "eva.toml", " .toml")
    assert docket.frames["case"]["case_id"].to_list() == ["eva"]
    assert {name: (count.read, count.used) for name, count in docket.counts.items()} == {
        " .toml": (1, 0),
        long: (1, 0),
        "eva.toml": (1, 1),
    }
    told = docket.rejected.select("file", "row", "field").rows()
    assert sorted(told) == [(" .toml", 1, "case_id"), (long, 1, "case_id")]
    assert docket.strays == {}


def test_a_row_of_a_case_file_that_is_lost_is_counted_under_its_name(tmp_path: Path) -> None:
    """The letter and the sign of the unit are one in every Unicode form; a case file has both as ids."""
    rows = "".join(f'[[relative]]\nid = "{id}"\nstatus = "usc"\n' for id in ("\u00c5", "\u212b"))
    (tmp_path / "ana.toml").write_text(PERSON.replace("[", 'complete = ["relative"]\n[', 1) + rows, "utf-8")
    docket = read_docket(tmp_path)
    assert docket.frames["case"].select("case_id", "relative__complete").rows() == [("ana", False)]
    assert (docket.counts["ana.toml"].used, docket.counts["ana.toml"].rejected) == (1, 2)
    assert set(docket.rejected["file"]) == {"ana.toml"}


def test_hidden_folders_hold_no_case_files(tmp_path: Path) -> None:
    docket = case_files(tmp_path, "ana.toml", ".trash/old.toml", "eva/.old/eva.toml")
    assert list(docket.counts) == ["ana.toml"]
