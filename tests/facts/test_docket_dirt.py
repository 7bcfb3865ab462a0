"""Dirty tables: every row is used or explained, and one bad row takes no other with it."""

from __future__ import annotations

import csv
import stat
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from nolle.facts.docket import Docket, DocketError, read_docket
from nolle.logic.rough import Span

HEADER = "case_id,person__birth_date,person__marital_status,case__nta_served_on"
ROWS = "a,2004-05-07,single,2014\nb,2005,married,\nc,,unknown,absent\n"


def read(tmp_path: Path, data: str | bytes, name: str = "case.csv") -> Docket:
    path = tmp_path / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    docket = read_docket(path)
    for file, count in docket.counts.items():
        assert count.rejected == docket.rejected.filter(pl.col("file") == file)["row"].n_unique()
    return docket


def ids(docket: Docket) -> list[str]:
    return docket.frames["case"]["case_id"].to_list()


CLEAN = f"{HEADER}\n{ROWS}"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(CLEAN, id="as it should be"),
        pytest.param(b"\xef\xbb\xbf" + CLEAN.encode(), id="byte order mark"),
        pytest.param(CLEAN.encode("utf-16"), id="UTF-16 with a mark"),
        pytest.param(CLEAN.encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(CLEAN.encode("utf-16-be"), id="UTF-16, big end first"),
        pytest.param(CLEAN.replace("\n", "\r\n"), id="lines end as on Windows"),
        pytest.param(CLEAN.replace("\n", "\r"), id="lines end as on old Macs"),
        pytest.param(CLEAN.replace(",", ";"), id="semicolons"),
        pytest.param(CLEAN.replace(",", "\t"), id="tabs"),
        pytest.param(CLEAN.replace(",", "|"), id="bars"),
        pytest.param("sep=;\n" + CLEAN.replace(",", ";"), id="a separator named on top"),
        pytest.param(CLEAN.rstrip("\n"), id="no line end at the end"),
        pytest.param(CLEAN + "\n\n\n", id="blank lines at the end"),
        pytest.param(CLEAN.replace("\nb", "\n\nb"), id="a blank line within"),
        pytest.param(CLEAN + ",,,\n", id="a row without cells"),
        pytest.param(CLEAN.replace("\n", ",\n"), id="an empty column at the end"),
        pytest.param(CLEAN.replace("single", ' "single"').replace(' "', '"'), id="quotes where none are needed"),
        pytest.param("\n".join('"' + x.replace(",", '","') + '"' for x in CLEAN.split("\n")[:-1]), id="all in quotes"),
        pytest.param(CLEAN.replace(",single", ", single "), id="blanks around"),
        pytest.param(CLEAN.replace(",single", ",\u00a0single"), id="a blank that does not break"),
        pytest.param(CLEAN.replace("case_id,", " case_id ,"), id="blanks in the header"),
    ],
)
def test_the_same_table_however_it_was_saved(tmp_path: Path, data: str | bytes) -> None:
    docket = read(tmp_path, data)
    assert ids(docket) == ["a", "b", "c"]
    assert docket.rejected.height == 0
    assert docket.case("a").cell("person.marital_status").answer == "single"
    (count,) = docket.counts.values()
    assert (count.read, count.used) == (3, 3)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "latin-1", "utf-16"])
def test_spanish_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    text = "case_id,person__us_citizen_confirmed\nMuñoz-José,sí\n"
    assert ids(read(tmp_path, text.encode(encoding))) == ["Muñoz-José"]


@pytest.mark.parametrize(
    ("row", "what", "field"),
    [
        pytest.param("x,45000,single,", "spreadsheet", "person__birth_date", id="Excel's number of a day"),
        pytest.param("x,02/03/2004,single,", "told apart", "person__birth_date", id="an ambiguous day"),
        pytest.param("x,5/7/04,single,", "two digits", "person__birth_date", id="a year of two digits"),
        pytest.param("x,2004-05-07 00:00:00,single,", "not a date", "person__birth_date", id="an hour"),
        pytest.param("x,May 7 2004,single,", "not a date", "person__birth_date", id="a day in words"),
        pytest.param("x,=TODAY(),single,", "not a date", "person__birth_date", id="a formula for a day"),
        pytest.param("x,#REF!,single,", "not a date", "person__birth_date", id="a spreadsheet's error"),
        pytest.param("x,,Single,", "did you mean single", "person__marital_status", id="another case"),
        pytest.param("x,,N/A,", "not one of its codes", "person__marital_status", id="not applicable"),
        pytest.param("x,,=cmd|'/C calc'!A0,", "not one of its codes", "person__marital_status", id="a formula"),
        pytest.param("x,,single", "3 cells, the header 4", None, id="a row too short"),
        pytest.param("x,,single,,5", "5 cells, the header 4", None, id="a row too long"),
        pytest.param('x,,"single,', "a quote stands where none belongs", None, id="a quote never closed"),
        pytest.param('x,"2004"05,single,', "a quote stands where none belongs", None, id="a quote too many"),
        pytest.param(",2004,single,", "names no case", "case_id", id="no id"),
        pytest.param("a,2004,single,", "several times, in rows 2, 3", "case_id", id="an id twice"),
        pytest.param("x,\x00,single,", "not a date", "person__birth_date", id="a byte of nothing"),
        pytest.param("x,,\u202esingle,", "not one of its codes", "person__marital_status", id="a hidden character"),
        pytest.param("x,,١,", "not one of its codes", "person__marital_status", id="other digits"),
        pytest.param("x\x07,,,", "not an id", "case_id", id="an id with a bell in it"),
    ],
)
def test_a_bad_row_is_set_aside_and_the_rest_go_on(tmp_path: Path, row: str, what: str, field: str | None) -> None:
    docket = read(tmp_path, f"{HEADER}\na,2004-05-07,single,2014\n{row}\nb,2005,married,\nc,,unknown,absent\n")
    left = ["b", "c"] if row.startswith("a,") else ["a", "b", "c"]
    assert ids(docket) == left
    line = docket.rejected.filter(pl.col("row") == 3).to_dicts()[0]
    assert line["field"] == field
    assert what in line["what"]
    assert line["accepted"]


def test_a_quote_in_the_middle_of_plain_text_is_text(tmp_path: Path) -> None:
    case = "case_id,conviction_1__offense_text\n"
    field = next(f.field for f in _texts())
    docket = read(tmp_path, case.replace("offense_text", field) + 'a,a 12" pipe\nb,"said ""no"""\nc,plain\n')
    told = [docket.case(id).cell(f"conviction[1].{field}").answer for id in "abc"]
    assert told == ['a 12" pipe', 'said "no"', "plain"]


def test_text_may_have_lines_and_separators_in_it(tmp_path: Path) -> None:
    field = next(f.field for f in _texts())
    docket = read(tmp_path, f'case_id,conviction_1__{field}\na,"one\r\ntwo, three"\nb,"x\n\n\ny"\nc,"=1+1"\n')
    told = [docket.case(id).cell(f"conviction[1].{field}").answer for id in "abc"]
    assert told == ["one\ntwo, three", "x\n\n\ny", "=1+1"]
    assert [docket.rejected.height, docket.counts["case.csv"].read] == [0, 3]


def test_a_cell_of_ten_megabytes_costs_its_row_only(tmp_path: Path) -> None:
    field = next(f.field for f in _texts())
    big = "x" * 10_000_000
    docket = read(tmp_path, f'case_id,conviction_1__{field},person__birth_date\na,{big},\nb,"{big},",{big}\nc,y,2004\n')
    assert ids(docket) == ["c"]
    assert max(docket.rejected["found"].str.len_chars().fill_null(0)) < 100


def test_rows_of_a_list_without_their_case(tmp_path: Path) -> None:
    (tmp_path / "case.csv").write_text(
        "case_id,person__birth_date,relative__complete\na,,yes\nb,x,yes\nc,,yes\n", encoding="utf-8"
    )
    (tmp_path / "relative.csv").write_text(
        "case_id,id,status\na,1,usc\na,1,lpr\nb,1,usc\nz,1,usc\nc,1,usc\nc,2,uscc\n,1,usc\n", encoding="utf-8"
    )
    docket = read_docket(tmp_path)
    assert docket.frames["relative"].select("case_id", "id").rows() == [("c", "1")]
    assert docket.counts["relative.csv"].rejected == 6
    why = dict(docket.rejected.filter(pl.col("file") == "relative.csv").select("row", "what").rows())
    assert "have this id" in why[2]
    assert "have this id" in why[3]
    assert why[4] == "its case was set aside"
    assert why[5] == "there is no such case in case.csv"
    assert "did you mean usc" in why[7]
    assert why[8] == "the row names no case"
    whole = docket.frames["case"].select("case_id", "relative__complete").rows()
    assert whole == [("a", False), ("c", False)], "a list that lost a row is no longer known to be whole"


@pytest.mark.parametrize(
    ("header", "how"),
    [
        ("case_id,person__birthdate", "did you mean person__birth_date"),
        ("case_id,person.birthdate", "did you mean person__birth_date"),
        ("case_id,person.birth_date,person__birth_date", "two columns"),
        ("case_id,filing__i130__statut", "did you mean filing__i130__status"),
        ("case_id,relative_1__statuss", "did you mean relative_1__status"),
        ("case_id,derived__age", "worked out"),
        ("id,person__birth_date", "names its case_id"),
        ("case_id,person__birth_date,person__birth_date", "two columns"),
        ("case_id,relative__status", "did you mean"),
    ],
)
def test_a_header_that_is_not_known_is_refused_with_the_nearest(tmp_path: Path, header: str, how: str) -> None:
    with pytest.raises(DocketError, match=r"there is no column|two columns") as error:
        read(tmp_path, f"{header}\n{header}\n")
    assert how in str(error.value)


def test_a_column_that_is_not_known_may_be_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "case.csv"
    path.write_text("case_id,color,person__birth_date,party__full_name\na,red,2004,Ana\n", encoding="utf-8")
    docket = read_docket(path, ignore_unknown=True)
    assert docket.ignored == {"case.csv": ("color", "party__full_name")}
    assert ids(docket) == ["a"]


def test_a_table_that_is_not_known_is_refused_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "case.csv").write_text("case_id\na\n", encoding="utf-8")
    (tmp_path / "relatives.csv").write_text("case_id\na\n", encoding="utf-8")
    with pytest.raises(DocketError, match=r"did you mean relative\.csv"):
        read_docket(tmp_path)


@pytest.mark.parametrize("make", [lambda p: p / "none.csv", lambda p: p, lambda p: p / "a.pdf"])
def test_what_is_no_docket_is_refused(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(DocketError):
        read_docket(make(tmp_path))


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xff\xfe\x00", b"PAR1", b"\x00\x01\x02"])
@pytest.mark.parametrize("name", ["case.csv", "case.parquet", "case.xlsx"])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, data: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DocketError):
        read_docket(tmp_path / name)


def test_the_rejected_rows_are_listed_for_their_owner_alone_and_start_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "case.csv"
    path.write_text("case_id,person__birth_date\n=1+1,x\n@a,y\n-b,\n", encoding="utf-8")
    out = tmp_path / "rejected.csv"
    docket = read_docket(path, rejected=out)
    assert ids(docket) == ["-b"]
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert [row["case_id"] for row in rows] == ["'=1+1", "'@a"]
    assert [row["row"] for row in rows] == ["2", "3"]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_nothing_is_written_when_nothing_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "case.csv"
    path.write_text("case_id\na\n", encoding="utf-8")
    read_docket(path, rejected=tmp_path / "rejected.csv")
    assert [file.name for file in tmp_path.iterdir()] == ["case.csv"]


SHEET = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="xl/workbook.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="cases" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="worksheets/sheet1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>',
}


def workbook(path: Path, rows: list[list[str | int | None]]) -> Path:
    """A workbook of one sheet: text and numbers."""
    cells = ""
    for place, row in enumerate(rows, 1):
        cells += f'<row r="{place}">'
        for letter, value in zip("ABCDEFG", row, strict=False):
            if isinstance(value, int):
                cells += f'<c r="{letter}{place}"><v>{value}</v></c>'
            elif value is not None:
                cells += f'<c r="{letter}{place}" t="inlineStr"><is><t>{value}</t></is></c>'
        cells += "</row>"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'
    with zipfile.ZipFile(path, "w") as book:
        for name, text in {**SHEET, "xl/worksheets/sheet1.xml": sheet}.items():
            book.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return path


def test_a_workbook_is_read_as_a_flat_table(tmp_path: Path) -> None:
    pytest.importorskip("fastexcel")
    rows: list[list[str | int | None]] = [
        ["case_id", "person__birth_date", "case__closure_expected_months", "relative_1__status"],
        [1, 45000, 3, "usc"],
        ["b", 2014, "10/12", None],
        [],
        ["c", "02/03/2004", None, None],
        ["d", None, None, "=cmd"],
    ]
    docket = read_docket(workbook(tmp_path / "cases.xlsx", rows))
    assert ids(docket) == ["1", "b"]
    assert docket.case("1").cell("person.birth_date").answer == Span(date(2023, 3, 15), date(2023, 3, 15))
    assert docket.case("b").cell("person.birth_date").answer == Span(date(2014, 1, 1), date(2014, 12, 31))
    assert docket.rejected["row"].to_list() == [5, 6]


def test_a_workbook_may_leave_rows_free_above_its_header(tmp_path: Path) -> None:
    pytest.importorskip("fastexcel")
    rows: list[list[str | int | None]] = [[], [], ["case_id", "person__birth_date"], ["a", 2004], ["b", "soon"]]
    docket = read_docket(workbook(tmp_path / "cases.xlsx", rows))
    assert ids(docket) == ["a"]
    assert docket.rejected["row"].to_list() == [5], "rows count as the spreadsheet counts them"


def test_a_workbook_may_have_a_title_above_its_header(tmp_path: Path) -> None:
    pytest.importorskip("fastexcel")
    header: list[str | int | None] = ["case_id", "person__birth_date", "case__detained"]
    rows: list[list[str | int | None]] = [
        ["Our open cases"],
        [],
        [None, "November"],
        header,
        ["a", 2004],
        ["b", "soon"],
    ]
    docket = read_docket(workbook(tmp_path / "cases.xlsx", rows))
    assert ids(docket) == ["a"]
    assert docket.rejected["row"].to_list() == [6]


@pytest.mark.parametrize("more", [1, 40])
def test_a_workbook_of_one_column_has_its_header_in_the_first_row(more: int, tmp_path: Path) -> None:
    pytest.importorskip("fastexcel")
    rows: list[list[str | int | None]] = [["case_id"], *([str(n)] for n in range(more))]
    assert len(ids(read_docket(workbook(tmp_path / "cases.xlsx", rows)))) == more


GOOD = {
    "as it should be": "2004-05-07;single;no",
    "blanks around": "  2004-05-07 ; single;no ",
    "a blank that does not break": "2004-05-07;\u00a0single;no",
    "a year": "2004;;",
    "a month": "2004-05;;",
    "about a year": "2004~;;",
    "a range": "2004/2006;;",
    "an end that is open": "../2006;;",
    "asked and not known": "unknown;unknown;unknown",
    "it does not exist": "absent;;",
    "nothing told": ";;",
    "capitals": "2004;;NO",
    "Spanish": "2004;;SÍ",
    "one of two": "2004;single|divorced;",
    "in quotes": '"2004";"single";"no"',
    "empty cells too many": "2004;single;no;;;",
}
BAD = {
    "month and day": "02/03/2004;;",
    "a spreadsheet's day": "38114;;",
    "no such day": "2004-02-30;;",
    "a year of two digits": "5/7/04;;",
    "a time of day": "2004-05-07 13:00;;",
    "words": "spring 2004;;",
    "a year out of reach": "0204-05-07;;",
    "a range backwards": "2006/2004;;",
    "a formula": "=NOW();;",
    "a formula that calls": "2004;=cmd|'/C calc'!A0;",
    "a spreadsheet's error": "#VALUE!;;",
    "another code": "2004;engaged;",
    "a code twice": "2004;single|single;",
    "neither yes nor no": "2004;;perhaps",
    "a bell": "2004;sin\x07gle;",
    "text that turns round": "2004;\u202esingle;",
    "a quote never closed": '"2004;single;no',
    "a quote too many": '"20"04;single;no',
    "a cell too few": "2004;single",
    "a cell too many": "2004;single;no;more",
    "an id twice": "2004;;\nan id twice;2005;;",
    "a megabyte": "x" * 1_000_000 + ";;",
}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_with_every_kind_of_dirt_in_it(tmp_path: Path, encoding: str, end: str) -> None:
    lines = ["case_id;person__birth_date;person__marital_status;case__detained"]
    lines += [f"{id};{cells}" for kind in (GOOD, BAD) for id, cells in kind.items()]
    lines += ["", ";2004;single;no", ";;;"]
    docket = read(tmp_path, end.join("\n".join(lines).split("\n")).encode(encoding))
    assert set(ids(docket)) == set(GOOD)
    (count,) = docket.counts.values()
    assert count.used == len(GOOD)
    assert count.rejected == len(BAD) + 2, "the second row of the id, and the row without one"
    assert all(docket.rejected["what"])
    assert all(docket.rejected["accepted"])
    assert max(docket.rejected["found"].str.len_chars().fill_null(0)) < 100


def _texts() -> list[object]:
    from nolle.facts.vocabulary import vocabulary

    return [f for f in vocabulary()["conviction"].fields.values() if f.type == "text"]


def test_tables_without_rows(tmp_path: Path) -> None:
    (tmp_path / "case.csv").write_text("case_id,relative__complete\n", encoding="utf-8")
    (tmp_path / "relative.csv").write_text("case_id,status", encoding="utf-8")
    docket = read_docket(tmp_path)
    assert {name: (c.read, c.used) for name, c in docket.counts.items()} == {"case.csv": (0, 0), "relative.csv": (0, 0)}
    assert docket.frames["relative"].height == 0


def test_one_separator_stray_in_a_large_table_costs_one_row(tmp_path: Path) -> None:
    rows = [f"c{i},2004,single,2014" for i in range(5000)]
    rows[2500] = 'c2500,"20"04,single,2014'
    rows[3000] = "c3000,2004,single,2014,"
    rows[3500] = "c3500,2004,single"
    docket = read(tmp_path, "\n".join([HEADER, *rows]))
    assert docket.counts["case.csv"].used == 4998
    assert docket.rejected["row"].to_list() == [2502, 3502]


def test_a_fact_may_not_be_told_in_two_places(tmp_path: Path) -> None:
    (tmp_path / "case.csv").write_text("case_id,relative_1__status\na,usc\n", encoding="utf-8")
    (tmp_path / "relative.csv").write_text("case_id,status\na,usc\n", encoding="utf-8")
    with pytest.raises(DocketError, match=r"keep relative\.csv or the columns"):
        read_docket(tmp_path)


@pytest.mark.parametrize("name", ["case.csv", "case.xlsx", "case.parquet"])
def test_a_header_may_name_a_fact_with_dots_as_a_case_file_does(tmp_path: Path, name: str) -> None:
    told = {
        "case_id": "a",
        "person.birth_date": "2004-05",
        "filing.i130.status": "approved",
        "relative_1.status": "usc",
        "conviction.complete": "yes" if name != "case.parquet" else True,
    }
    frame = pl.DataFrame({header: [value] for header, value in told.items()})
    if name == "case.csv":
        frame.write_csv(tmp_path / name)
    elif name == "case.xlsx":
        pytest.importorskip("fastexcel")
        frame.write_excel(tmp_path / name)
    else:
        frame.with_columns(**{"person.us_citizen_confirmed.state": pl.lit("absent")}).write_parquet(tmp_path / name)
    docket = read_docket(tmp_path / name)
    case = docket.case("a")
    assert case.cell("person.birth_date").answer == Span(date(2004, 5, 1), date(2004, 5, 31))
    assert case.cell("filing.i130.status").answer == "approved"
    assert [row.cells["status"].answer for row in case.rows("relative")] == ["usc"]
    assert case.complete("conviction")
    assert not [column for frame in docket.frames.values() for column in frame.columns if "." in column]


def test_the_header_of_a_list_may_name_its_list_too(tmp_path: Path) -> None:
    (tmp_path / "case.csv").write_text("case_id\na\n", encoding="utf-8")
    (tmp_path / "relative.csv").write_text("case_id,relative.status\na,usc\n", encoding="utf-8")
    (row,) = read_docket(tmp_path).case("a").rows("relative")
    assert row.cells["status"].answer == "usc"


def test_a_hundred_unknown_columns_are_told_in_a_few_lines_each_with_the_nearest_name(tmp_path: Path) -> None:
    headers = [f"person__birth_date_{n}" for n in range(118)]
    (tmp_path / "case.csv").write_text(",".join(["case_id", *headers]) + "\n", encoding="utf-8")
    with pytest.raises(DocketError) as error:
        read_docket(tmp_path / "case.csv")
    first, *listed, more, remedy = str(error.value).splitlines()
    assert first == "case.csv has 118 things to fix:"
    assert len(listed) == 10
    assert all("did you mean person__birth_date?" in line for line in listed)
    assert more.strip() == "and 108 more"
    assert "--ignore-unknown" in remedy


PROTECTED = "person__protected_1367,victim__u_cert_signed_on,filing__i918__status,relative_1__is_abuser"


def test_a_protected_cell_is_told_by_its_place_and_never_repeated(tmp_path: Path) -> None:
    cells = "someone,02/03/2019,aproved,perhaps"
    docket = read(tmp_path, f"case_id,{PROTECTED},person__marital_status\na,{cells},Single\n")
    lines = {line["field"]: line for line in docket.rejected.to_dicts()}
    assert set(lines) == {*PROTECTED.split(","), "person__marital_status"}
    ordinary = lines.pop("person__marital_status")
    assert ordinary["found"] == '"Single"'
    for field, line in lines.items():
        assert (line["row"], line["case_id"], line["found"]) == (2, "a", "(not shown)"), field
        assert line["accepted"]
        told = " ".join(str(value) for value in line.values())
        assert not [cell for cell in (*cells.split(","), "2019") if cell in told], field
    assert "2014-05-07" in lines["victim__u_cert_signed_on"]["accepted"]


def test_nothing_is_repeated_of_a_row_whose_cells_cannot_be_told_apart(tmp_path: Path) -> None:
    docket = read(tmp_path, f'case_id,{PROTECTED}\na,secret\nb,"secret,,,\n')
    assert docket.rejected.height == 2
    assert "secret" not in str(docket.rejected.to_dicts())


def test_a_protected_fact_of_a_case_file_is_told_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        'schema = "nolle.case/1"\n[victim]\nu_cert_signed_on = "02/03/2019"\n[person]\nmarital_status = "Single"\n',
        encoding="utf-8",
    )
    protected, ordinary = read_docket(tmp_path).rejected.to_dicts()
    assert (protected["field"], protected["row"], protected["found"]) == ("victim.u_cert_signed_on", 3, "(not shown)")
    assert "2019" not in str(protected)
    assert ordinary["found"] == '"Single"'


def test_the_form_of_a_filing_that_is_no_form_is_not_repeated(tmp_path: Path) -> None:
    (tmp_path / "case.csv").write_text("case_id\na\n", encoding="utf-8")
    (tmp_path / "filing.csv").write_text("case_id,form,status\na,I-918,pending\n", encoding="utf-8")
    (line,) = read_docket(tmp_path).rejected.to_dicts()
    assert line["field"] == "form"
    assert "918" not in f"{line['found']} {line['what']}"
