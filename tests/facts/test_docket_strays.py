"""A row of a list that is lost may be somebody's only conviction: then its list is not whole, or that is said."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from nolle.facts.docket import Docket, DocketError, read_docket


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


@pytest.mark.parametrize("id", ["00012-De La Cruz", "2024/15", "A.3"])
def test_a_torn_row_is_tied_to_its_case_whatever_ids_look_like(tmp_path: Path, id: str) -> None:
    table = f"id,case_id,offense_text\n1,{id},burglary, second\n"
    docket = read_docket(folder_of(tmp_path, case=f"case_id,conviction__complete\n{id},yes\n", conviction=table))
    assert complete(docket) == {id: False}
    assert docket.strays == {}


def test_two_stray_quotes_swallow_no_rows(tmp_path: Path) -> None:
    table = 'case_id,gravity,offense_text\nA-3,high,"burglary\nB-1,high,x\nC-1,high,theft"\n'
    docket = read_docket(folder_of(tmp_path, case=f"{CASES}C-1,yes\n", conviction=table))
    assert complete(docket) == {"A-3": False, "B-1": True, "C-1": True}
    assert docket.frames["conviction"]["case_id"].to_list() == ["B-1", "C-1"]


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


def test_ignoring_unknown_columns_ignores_no_workbook(tmp_path: Path) -> None:
    rows = pl.DataFrame({"case_id": ["A-3"], "gravity": ["high"]})
    folder = folder_of(tmp_path, case=CASES)
    rows.write_excel(folder / "conviction.xlsx")
    with pytest.raises(DocketError, match="is not read in a folder"):
        read_docket(folder, ignore_unknown=True)
    (folder / "conviction.xlsx").rename(folder / "~$conviction.xlsx")
    assert complete(read_docket(folder)) == {"A-3": True, "B-1": True}
