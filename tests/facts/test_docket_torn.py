"""Quotes that do not fit: no row is swallowed, no case made up, and a torn row is told for each case it may be of."""

from __future__ import annotations

from pathlib import Path

import pytest

from nolle.facts.docket.text import TextTable, read_csv


def table(tmp_path: Path, text: str) -> TextTable:
    path = tmp_path / "conviction.csv"
    path.write_text(text, encoding="utf-8")
    return read_csv(path)


def first_cells(found: TextTable) -> list[str]:
    return found.frame[found.frame.columns[1]].to_list()


MAY_BE_ROWS = "a quoted text goes over several lines that may be rows of their own"


@pytest.mark.parametrize("row", ["B,1,felony, ,murder", "B,1,felony,,murder", "B,1, , , ", "B,1, ,x ,"])
def test_rows_padded_with_blanks_are_not_swallowed_by_two_stray_quotes(tmp_path: Path, row: str) -> None:
    text = f'case_id,id,offense_class,plea,offense_text\nA,1,misdemeanor, ,"theft\n{row}\nC,1,misdemeanor, ,burglary"\n'
    found = table(tmp_path, text)
    assert first_cells(found) == []
    assert [(r.row, r.case_id, r.what) for r in found.rejected] == [
        (n, id, MAY_BE_ROWS) for n, id in ((2, "A"), (3, "B"), (4, "C"))
    ]
    assert found.read == 3


@pytest.mark.parametrize(
    ("header", "row"),
    [("case_id, gravity, offense_text", "B, high, x"), ("case_id, offense_text", "B, x"), ("case_id,plea", "B,")],
)
def test_rows_written_as_their_header_is_are_not_taken_for_prose(tmp_path: Path, header: str, row: str) -> None:
    before = "high," * (header.count(",") - 1)
    found = table(tmp_path, f'{header}\nA,{before}"theft\n{row}\nC, {before}fraud"\n')
    assert [(r.row, r.case_id) for r in found.rejected][:2] == [(2, "A"), (3, "B")]


def test_rows_written_with_blanks_are_not_taken_for_prose_whatever_the_header(tmp_path: Path) -> None:
    found = table(tmp_path, 'case_id,case__detained,note\na,"x, true, single\nb, y", single\nc, y, single\n')
    assert [(r.case_id or "").split("\t")[0] for r in found.rejected] == ["a", "b"]
    assert first_cells(found) == ["c"]


@pytest.mark.parametrize(
    "note",
    ["Driving while tired\nGuilty, sentenced", "Removal defence\nLos Angeles, CA", "He said yes, then no,\nand more"],
)
def test_a_note_of_two_lines_is_no_row(tmp_path: Path, note: str) -> None:
    found = table(tmp_path, f'case_id,note,case__detained,plea\nA,"{note}",true,single\n')
    assert found.rejected == ()
    assert found.frame["note"].to_list() == [note]


def test_a_text_that_may_be_rows_makes_no_case(tmp_path: Path) -> None:
    text = 'case_id,status,note\na,single,"He said yes, then no,\nBeto, single,\nand more"\nb,single,x\n'
    found = table(tmp_path, text)
    assert first_cells(found) == ["b"]
    assert (found.rejected[0].row, found.rejected[0].what) == (2, MAY_BE_ROWS)
    assert (found.rejected[0].case_id or "").startswith("a\t")


@pytest.mark.parametrize("width", [2, 3, 4])
def test_prose_of_several_lines_is_one_cell(tmp_path: Path, width: int) -> None:
    prose = "He was seen" + ", taken" * (width - 1)
    header, cells = ["case_id", *"abc"[: width - 2], "notes"], ["A", *"xyz"[: width - 2], f'"So:\n{prose}\nand let go"']
    found = table(tmp_path, f"{','.join(header)}\n{','.join(cells)}\n")
    assert found.rejected == ()
    assert found.frame["notes"].to_list() == [f"So:\n{prose}\nand let go"]


@pytest.mark.parametrize("header", ["case_id,case__detained,note", "Case ID,Detained,Note", "Detained,case_id,Note"])
@pytest.mark.parametrize("tail", ['C",false,oral', 'note, as heard",false'])
def test_what_is_left_of_a_torn_row_makes_no_case(tmp_path: Path, header: str, tail: str) -> None:
    found = table(tmp_path, f'{header}\nA,true,x\nB,true,"see note\n{tail}\nD,false,y\n')
    assert first_cells(found) == ["A", "D"]
    assert [(r.row, r.what) for r in found.rejected] == [(n, "a quote stands where none belongs") for n in (3, 4)]
    assert found.read == 4


@pytest.mark.parametrize("id", ['"C"""', '"C ""Bo"" D"', '"C"'])
def test_a_quote_that_is_written_twice_may_be_part_of_an_id(tmp_path: Path, id: str) -> None:
    found = table(tmp_path, f'case_id,note\n{id},"x ""y"""\nE,32"\n')
    assert found.rejected == ()
    assert found.frame["note"].to_list() == ['x "y"', '32"']


def test_a_bare_quote_in_the_id_of_a_case_sets_its_row_aside(tmp_path: Path) -> None:
    found = table(tmp_path, 'note,case_id\nx,C"\ny,D\n')
    assert found.frame["case_id"].to_list() == ["D"]
    assert [r.case_id for r in found.rejected] == ["C"]


@pytest.mark.parametrize(
    ("header", "row", "may_be"),
    [
        ("a,case_id,b", "theft, petty,17,x, y", "petty\t17\tx"),
        ("a,b,case_id", "theft, petty,x,12", "x\t12"),
        ("case_id,a,b", "17,x,y,z", "17\tx"),
        ("a,case_id,b", "17,x", "17\tx"),
        ("a,case_id,b", "x,17,,17,y", "17"),
        ("a,b", "17,x,y", None),
    ],
)
def test_a_torn_row_may_be_of_each_case_between_its_place_from_either_end(
    tmp_path: Path, header: str, row: str, may_be: str | None
) -> None:
    found = table(tmp_path, f"{header}\n{row}\n")
    assert [r.case_id for r in found.rejected] == [may_be]
