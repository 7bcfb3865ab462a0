"""Workbooks: a cell that holds an error or a formula without a value is no blank, and days count from where they do."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from nolle.facts.docket import Docket, DocketError, read_docket
from nolle.facts.docket.headers import read_target
from nolle.facts.docket.importing import read_exports
from nolle.facts.docket.reading import headers_of, how_read
from nolle.facts.docket.tables import read_table
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


def sheet(path: Path, rows: dict[int, dict[str, str]], *, prefix: str = "", on_load: str = "") -> Path:
    """A workbook of one sheet: texts, or whole cells as they stand in its XML; ``on_load`` as its flag has it."""

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
    flag = b'fullCalcOnLoad="%s"' % on_load.encode() if on_load else b""
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b'fullCalcOnLoad="1"', flag)
    with zipfile.ZipFile(path, "w") as book:
        for part, data in {**parts, name: xml.encode()}.items():
            book.writestr(part, data)
    return path


def cases(tmp_path: Path, rows: dict[int, dict[str, str]], prefix: str = "", on_load: str = "", **how: Any) -> Docket:
    docket = read_docket(sheet(tmp_path / "case.xlsx", rows, prefix=prefix, on_load=on_load), **how)
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
    assert [(odd.row, odd.column) for odd in found.odd] == [(4, "person__age_stated")]
    assert (found.frame.height, found.read) == (2, 2)


@pytest.mark.parametrize(
    "rows",
    [
        {1: {"A": "case_id", "B": ERROR}, 2: {"A": "a"}},
        {1: {"A": "case_id", "B": UNWORKED, "C": UNWORKED}, 2: {"A": "a", "B": "1", "C": "2"}},
        {1: {"A": UNWORKED, "B": UNWORKED}, 2: HEADER, 3: {"A": "a", "B": "1"}},
        {2: {"A": "case_id", "B": "person__age_stated", "D": ERROR}, 3: {"A": "a", "B": "1"}},
    ],
)
def test_such_a_cell_in_the_header_is_refused(tmp_path: Path, rows: dict[int, dict[str, str]]) -> None:
    with pytest.raises(DocketError, match=r"case.xlsx: .* in (A1|B1|D2), in its header: (mend|open)"):
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
    assert sorted(told) == [(3, "DOB"), (4, "case_id"), (5, "DOB"), (5, "case_id")]


UNREAD = {1: HEADER | {"D": "victim__trafficking_severe_form", "E": "Notes"}, 2: {"A": "a", "B": "30"}}


@pytest.mark.parametrize("odd", [ERROR, UNWORKED])
@pytest.mark.parametrize(
    ("letters", "how"),
    [
        ("D", {"protected": False}),
        ("B", {"only_facts": ["person__birth_date"]}),
        ("E", {}),
        ("F", {}),
        ("Z", {}),
    ],
)
def test_such_a_cell_in_a_column_that_is_not_read_costs_nothing(
    tmp_path: Path, letters: str, how: dict[str, Any], odd: str
) -> None:
    rows = UNREAD | {2: UNREAD[2] | {letters: odd}, 4: {letters: odd}}
    docket = cases(tmp_path, rows, ignore_unknown=True, **how)
    assert docket.frames["case"]["case_id"].to_list() == ["a"]
    assert (docket.rejected.height, docket.counts["case.xlsx"].read) == (0, 1)


def test_nor_does_one_in_a_title(tmp_path: Path) -> None:
    docket = cases(tmp_path, {1: {"B": ERROR}, 2: {"A": UNWORKED}, 3: HEADER, 4: {"A": "a", "B": "30"}})
    assert docket.frames["case"]["case_id"].to_list() == ["a"]
    assert docket.rejected.height == 0


def test_nor_does_one_in_a_filing_that_may_not_be_told(tmp_path: Path) -> None:
    rows = {1: {"A": "case_id", "B": "form", "C": "status"}, 2: {"A": "a", "B": "i914", "C": ERROR}}
    rows |= {3: {"A": "a", "B": "i130", "C": ERROR}}
    headers = headers_of("filing")
    for protected, told in ((False, [3]), (True, [2, 3])):
        how = how_read(False, None, None, protected)
        table = read_table(sheet(tmp_path / "filing.xlsx", rows), headers, how)
        assert table.reasons().select("row", "case_id", "field").rows() == [(n, "a", "status") for n in told]
        assert (table.read, table.frame.height) == (len(told), 0)


@pytest.mark.parametrize("flag", ["1", "true"])
@pytest.mark.parametrize("odd", [WORKED, EMPTY_TEXT])
def test_no_formula_is_read_of_a_workbook_that_leaves_them_to_be_worked_out(
    tmp_path: Path, odd: str, flag: str
) -> None:
    rows = {1: HEADER, 2: {"A": "a", "B": "30"}, 3: {"A": "b", "B": odd}}
    assert cases(tmp_path, rows).rejected.height == 0
    assert cases(tmp_path, rows, on_load="0").rejected.height == 0
    docket = cases(tmp_path, rows, on_load=flag)
    assert docket.rejected.select("row", "field", "what").rows() == [(3, "person__age_stated", PLAIN[BARE][0])]


def test_nor_is_one_that_fills_several_cells(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "case.xlsx") as book:
        made = book.add_worksheet()
        made.write_row(0, 0, ["case_id", "person__age_stated"])
        made.write_column(1, 0, ["a", "b"])
        made.write_array_formula(1, 1, 2, 1, "{=D1:D2}")
    with pytest.raises(DocketError, match="open it in a spreadsheet program and save it"):
        read_docket(tmp_path / "case.xlsx")


def sheets_of(path: Path, *rows: int, wide: int = 3, hidden: tuple[int, ...] = (), very: bool = False) -> Path:
    """A workbook with a sheet for each number of rows; the first rows name the columns."""
    with xlsxwriter.Workbook(path) as book:
        made = [book.add_worksheet() for _ in rows]
        for at, (each, height) in enumerate(zip(made, rows, strict=True)):
            for row in range(height):
                each.write_row(row, 0, (["Case ID", "DOB", "A#"] if row == 0 else [f"{at}-{row}", "1990", ""])[:wide])
            if at in hidden:
                each.very_hidden() if very else each.hide()
        made[-1 if 0 in hidden else 0].activate()
    return path


@pytest.mark.parametrize("very", [True, False])
def test_a_first_sheet_that_is_hidden_is_not_taken_for_the_one_that_is_seen(tmp_path: Path, very: bool) -> None:
    path = sheets_of(tmp_path / "case.xlsx", 2, 2, hidden=(0,), very=very)
    with zipfile.ZipFile(path) as book:
        assert (b'state="veryHidden"' if very else b'state="hidden"') in book.read("xl/workbook.xml")
    for read in (read_docket, lambda path: read_exports([path], "legalserver")):
        with pytest.raises(DocketError, match=r'the first sheet, "Sheet1", is hidden: make it visible or delete it'):
            read(path)


@pytest.mark.parametrize("wide", [2, 3])
def test_an_import_takes_no_first_sheet_for_all_of_them(tmp_path: Path, wide: int) -> None:
    with pytest.raises(DocketError, match=r'only the first sheet is read, and "Sheet3" has more: save each sheet'):
        read_exports([sheets_of(tmp_path / "a.xlsx", 2, 0, 3, wide=wide)], "legalserver")
    assert read_exports([sheets_of(tmp_path / "b.xlsx", 2, 0, 3, wide=wide, hidden=(2,))], "legalserver").used == 1


def test_a_workbook_whose_errors_cannot_be_seen_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.XLS"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    for read in (read_docket, lambda path: read_exports([path], "legalserver")):
        with pytest.raises(DocketError, match=r"save it as .xlsx or CSV UTF-8: errors in its cells cannot be seen"):
            read(path)


def test_an_import_passes_over_such_cells_where_it_does_not_read(tmp_path: Path) -> None:
    rows = {1: {"A": "Case ID", "B": "DOB", "C": "Notes", "D": "Client"}, 2: {"A": "a", "B": "2004", "C": ERROR}}
    rows |= {5: {"C": UNWORKED}}
    path = sheet(tmp_path / "matters.xlsx", rows)
    for told in ({}, {"Notes": read_target("-")}):
        found = read_exports([path], "legalserver", told=told)
        assert (list(found.cases), found.rejected.height, found.rows) == (["a"], 0, 1)


@pytest.mark.parametrize(("letters", "joined"), [("C", ["1999"]), ("B", [None])])
def test_a_contact_with_such_a_cell_is_known_by_its_name(
    tmp_path: Path, letters: str, joined: list[str | None]
) -> None:
    rows = {1: {"A": "Id", "B": "Name", "C": "Date of birth"}, 2: {"A": "1", "B": "Beto Sample", "C": "1970"}}
    rows |= {3: {"A": "2", "B": "Ana Example", "C": "1999"}}
    rows[2][letters] = ERROR
    matters = tmp_path / "matters.csv"
    matters.write_text("Number,Client\nM-1,Ana Example\n", encoding="utf-8")
    found = read_exports([sheet(tmp_path / "contacts.xlsx", rows), matters], "clio")
    assert accounted(found)
    assert [case.case.get("person__birth_date") for case in found.cases.values()] == joined
    assert (2, rows[1][letters]) in found.rejected.select("row", "field").rows()


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
