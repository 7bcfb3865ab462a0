"""Workbooks: a cell that holds an error or a formula without a value is no blank, and days count from where they do."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from nolle.facts.docket import Docket, DocketError, read_docket
from nolle.facts.docket.importing import read_exports
from nolle.facts.docket.text import read_xlsx

from .exports import accounted

xlsxwriter = pytest.importorskip("xlsxwriter")
pytest.importorskip("fastexcel")

ERROR = '<c r="{}" t="e"><v>#N/A</v></c>'
REF = '<c r="{}" t="e"><f>Sheet2!A1</f><v>#REF!</v></c>'
UNWORKED = '<c r="{}"><f>A1&amp;"x"</f><v></v></c>'
UNWORKED_TOO = '<c r="{}" s="1"><f t="shared" si="0"/><v /></c>'
BARE = "<c r='{}'><f>1</f></c>"
EMPTY_TEXT = '<c r="{}" t="str"><f>""</f><v></v></c>'
WORKED = '<c r="{}"><f>1+29</f><v>30</v></c>'
PLAIN = {
    ERROR: ("the cell holds an error (#N/A)", "mend or clear the cell"),
    REF: ("the cell holds an error (#REF!)", "mend or clear the cell"),
    UNWORKED: ("the formula was never worked out", "open it in a spreadsheet program and save it"),
    UNWORKED_TOO: ("the formula was never worked out", "open it in a spreadsheet program and save it"),
    BARE: ("the formula was never worked out", "open it in a spreadsheet program and save it"),
}


def sheet(path: Path, rows: dict[int, dict[str, str]], *, prefix: str = "") -> Path:
    """A workbook of one sheet: texts, or whole cells as they stand in its XML."""

    def cell(place: str, told: str) -> str:
        plain = f'<c r="{{}}" t="inlineStr"><is><t>{told}</t></is></c>'
        return (told if told.startswith("<") else plain).format(place)

    lines = [
        f'<row r="{n}">{"".join(cell(f"{letters}{n}", told) for letters, told in row.items())}</row>'
        for n, row in rows.items()
    ]
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet()
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    name = "xl/worksheets/sheet1.xml"
    xml = re.sub("<dimension[^>]*>", "", parts[name].decode())
    xml = xml.replace("<sheetData/>", f"<sheetData>{''.join(lines)}</sheetData>")
    if prefix:
        xml = re.sub(r"<(/?)(?=[a-zA-Z])", rf"<\1{prefix}:", xml).replace("xmlns=", f"xmlns:{prefix}=")
    with zipfile.ZipFile(path, "w") as book:
        for part, data in {**parts, name: xml.encode()}.items():
            book.writestr(part, data)
    return path


def cases(tmp_path: Path, rows: dict[int, dict[str, str]], **how: Any) -> Docket:
    docket = read_docket(sheet(tmp_path / "case.xlsx", rows, **how))
    (count,) = docket.counts.values()
    assert count.rejected == docket.rejected["row"].n_unique()
    return docket


HEADER = {"A": "case_id", "B": "person__age_stated", "C": "conviction_1__gravity"}


@pytest.mark.parametrize("prefix", ["", "x"])
@pytest.mark.parametrize("odd", list(PLAIN))
def test_a_row_is_set_aside_whose_cell_has_no_value_to_read(tmp_path: Path, odd: str, prefix: str) -> None:
    rows = {1: HEADER, 2: {"A": "a", "B": WORKED}, 3: {"A": "b", "B": "30", "C": odd}, 5: {"A": "c", "B": odd}}
    docket = cases(tmp_path, rows, prefix=prefix)
    assert docket.frames["case"]["case_id"].to_list() == ["a"]
    assert docket.counts["case.xlsx"].read == 3
    told = [(r["row"], r["case_id"], r["field"], r["what"], r["accepted"]) for r in docket.rejected.to_dicts()]
    assert told == [
        (3, "b", "conviction_1__gravity", *PLAIN[odd]),
        (5, "c", "person__age_stated", *PLAIN[odd]),
    ]


@pytest.mark.parametrize("odd", [ERROR, UNWORKED])
def test_a_row_of_nothing_but_such_cells_is_no_empty_row(tmp_path: Path, odd: str) -> None:
    docket = cases(tmp_path, {1: HEADER, 2: {"B": odd, "C": odd}, 3: {"A": "a"}, 4: {"A": odd}, 7: {"C": odd}})
    assert docket.frames["case"]["case_id"].to_list() == ["a"]
    assert docket.counts["case.xlsx"].read == 4
    assert docket.rejected["row"].to_list() == [2, 2, 4, 7]
    assert docket.rejected["field"].to_list() == [HEADER[letters] for letters in "BCAC"]


def test_a_formula_that_came_to_an_empty_text_is_a_blank(tmp_path: Path) -> None:
    docket = cases(tmp_path, {1: HEADER, 2: {"A": "a", "B": EMPTY_TEXT}, 3: {"A": EMPTY_TEXT}})
    assert docket.frames["case"]["case_id"].to_list() == ["a"]
    assert docket.rejected.height == 0


def test_columns_count_from_the_first_that_has_a_cell(tmp_path: Path) -> None:
    rows = {2: {"C": "case_id", "D": "person__age_stated"}, 3: {"A": UNWORKED, "C": "a"}, 4: {"C": "b", "D": ERROR}}
    found = read_xlsx(sheet(tmp_path / "case.xlsx", rows))
    assert [(r.row, r.case_id, r.field) for r in found.rejected] == [
        (3, "a", "column A"),
        (4, "b", "person__age_stated"),
    ]
    assert (found.frame.height, found.read) == (0, 2)


@pytest.mark.parametrize(
    "rows",
    [
        {1: {"A": "case_id", "B": ERROR}, 2: {"A": "a"}},
        {1: {"A": "case_id", "B": UNWORKED, "C": UNWORKED}, 2: {"A": "a", "B": "1", "C": "2"}},
        {1: {"A": UNWORKED, "B": UNWORKED}, 2: {"A": "case_id", "B": "person__age_stated"}, 3: {"A": "a", "B": "1"}},
    ],
)
def test_such_a_cell_in_the_header_is_refused(tmp_path: Path, rows: dict[int, dict[str, str]]) -> None:
    with pytest.raises(DocketError, match=r"case.xlsx: .* in [AB]1, at or above its header: (mend|open)"):
        read_docket(sheet(tmp_path / "case.xlsx", rows))


def test_a_cell_that_does_not_say_where_it_stands_is_refused_if_it_has_no_value(tmp_path: Path) -> None:
    rows = {1: HEADER, 2: {"A": "a", "B": '<c t="e"><v>#N/A</v></c>'}}
    with pytest.raises(DocketError, match="cannot be looked through for errors: open it in a spreadsheet"):
        read_docket(sheet(tmp_path / "case.xlsx", rows))


def test_the_first_sheet_is_looked_through_wherever_it_is_kept(tmp_path: Path) -> None:
    path = sheet(tmp_path / "case.xlsx", {1: HEADER, 2: {"A": "a", "B": ERROR}})
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["xl/worksheets/other.xml"] = parts.pop("xl/worksheets/sheet1.xml")
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = parts[links].replace(b'"worksheets/sheet1.xml"', b'"/xl/worksheets/other.xml"')
    with zipfile.ZipFile(path, "w") as book:
        for part, data in parts.items():
            book.writestr(part, data)
    assert read_docket(path).rejected["row"].to_list() == [2]


def test_an_import_sets_such_rows_aside_too(tmp_path: Path) -> None:
    rows = {1: {"A": "Case ID", "B": "DOB", "C": "Notes"}, 2: {"A": "a", "B": "2004"}, 3: {"A": "b", "B": ERROR}}
    rows |= {4: {"A": "c", "B": "1990"}, 5: {"A": "c", "B": UNWORKED}}
    found = read_exports([sheet(tmp_path / "matters.xlsx", rows)], "legalserver")
    assert accounted(found)
    assert list(found.cases) == ["a"], "which row of c is right cannot be told"
    assert (found.rows, found.used) == (4, 1)
    told = found.rejected.select("row", "field").rows()
    assert sorted(told) == [(3, "DOB"), (4, "case_id"), (5, "DOB")]


def of_1904(path: Path, headers: list[str], *, since_1904: bool) -> Path:
    with xlsxwriter.Workbook(path, {"date_1904": since_1904}) as book:
        made = book.add_worksheet()
        made.write_row(0, 0, headers)
        made.write_row(1, 0, ["a", 31120])
        made.write_row(2, 0, ["b"])
        made.write_datetime(2, 1, datetime(1987, 3, 14), book.add_format({"num_format": "mm/dd/yyyy"}))  # noqa: DTZ001
    return path


@pytest.mark.parametrize(("since_1904", "meant"), [(True, "1989-03-15"), (False, "1985-03-14")])
def test_a_number_in_a_column_of_days_counts_from_the_day_that_its_workbook_counts_from(
    tmp_path: Path, since_1904: bool, meant: str
) -> None:
    path = of_1904(tmp_path / "matters.xlsx", ["Case ID", "DOB"], since_1904=since_1904)
    found = read_exports([path], "legalserver")
    assert [case.case["person__birth_date"] for case in found.cases.values()] == [meant, "1987-03-14"]


def test_a_docket_counts_days_from_there_too(tmp_path: Path) -> None:
    path = of_1904(tmp_path / "case.xlsx", ["case_id", "person__birth_date"], since_1904=True)
    days = read_docket(path).frames["case"]["person__birth_date__low"].to_list()
    assert [str(day) for day in days] == ["1989-03-15", "1987-03-14"]


ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:body><office:spreadsheet><table:table table:name="Cases">{}</table:table></office:spreadsheet></office:body>
</office:document-content>"""
ODS_TEXT = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
ODS_ERROR = (
    '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value=""'
    ' calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'
)


def test_an_error_in_an_opendocument_sheet_is_no_blank(tmp_path: Path) -> None:
    path = tmp_path / "case.ods"
    for age in (ODS_TEXT.format("30"), ODS_ERROR):
        rows = [[ODS_TEXT.format("case_id"), ODS_TEXT.format("person__age_stated")], [ODS_TEXT.format("a"), age]]
        with zipfile.ZipFile(path, "w") as book:
            book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            table = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
            book.writestr("content.xml", ODS.format(table))
            book.writestr("META-INF/manifest.xml", "<manifest/>")
        if age != ODS_ERROR:
            assert read_docket(path).frames["case"]["case_id"].to_list() == ["a"]
    with pytest.raises(DocketError, match=r"the first sheet holds errors.*mend or clear"):
        read_docket(path)
