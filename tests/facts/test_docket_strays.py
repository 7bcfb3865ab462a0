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
    with pytest.raises(DocketError, match=r"convictions\.xlsx is not read in a folder.*save it as conviction\.csv"):
        read_docket(tmp_path)


def test_a_sheet_of_a_list_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    book = tmp_path / "cases.xlsx"
    with Workbook(str(book)) as made:
        pl.DataFrame({"case_id": ["A-3"], "conviction__complete": ["yes"]}).write_excel(made, worksheet="Cases")
        pl.DataFrame({"a": ["b"]}).write_excel(made, worksheet="Notes")
    assert complete(read_docket(book)) == {"A-3": True}
    with Workbook(str(book)) as made:
        pl.DataFrame({"case_id": ["A-3"], "conviction__complete": ["yes"]}).write_excel(made, worksheet="Cases")
        pl.DataFrame({"case_id": ["A-3"], "gravity": ["high"]}).write_excel(made, worksheet="Convictions")
    with pytest.raises(DocketError, match='only the first sheet is read, and "Convictions" looks like a list'):
        read_docket(book)
