"""Importing exports: which columns are read as which facts, what a cell may say, and what becomes of each row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from nolle.facts.docket import DocketError, read_docket
from nolle.facts.docket.headers import map_headers, read_target
from nolle.facts.docket.importing import Imported, read_exports
from nolle.facts.docket.profile import PROFILES, load, words
from nolle.facts.docket.wording import without_a_numbers
from nolle.facts.vocabulary import vocabulary
from nolle.logic.known import Missing
from nolle.logic.rough import Span

from .exports import CLIO, EXPORTS, accounted, export, put, read


def mapped(headers: list[str], profile: str = "legalserver", told: Mapping[str, str] | None = None) -> dict[str, str]:
    targets = {header: read_target(fact) for header, fact in (told or {}).items()}
    all_headers = [(h, h) for h in ["case_id", *headers]]
    found = map_headers("x.csv", all_headers, load(profile), targets)
    return {m.header: m.target.name for m in found.mapped if m.header != "case_id"}


def not_read(headers: list[str], profile: str = "legalserver") -> dict[str, str | None]:
    found = map_headers("x.csv", [(h, h) for h in ["case_id", *headers]], load(profile), {})
    return {n.header: n.near for n in found.not_read}


# headers


@pytest.mark.parametrize(
    ("header", "fact"),
    [
        ("Date of Birth", "person.birth_date"),
        ("DATE OF BIRTH", "person.birth_date"),
        ("date_of_birth", "person.birth_date"),
        ("D.O.B.", "person.birth_date"),
        ("Fecha de nacimiento", "person.birth_date"),
        ("person.birth_date", "person.birth_date"),
        ("person__birth_date", "person.birth_date"),
        ("A#", "party.a_number"),
        ("Alien Registration No.", "party.a_number"),
        ("Country of Citizenship", "person.nationality_countries"),
        ("I-130 Filed Date", "filing.i130.filed_on"),
        ("Form I-485 Status", "filing.i485.status"),
        ("Date of Last Entry", "entry[last].date"),
        ("relative_2__status", "relative[2].status"),
        ("Community contributions", "person.community_contributions"),
    ],
)
def test_a_header_that_is_listed_is_read(header: str, fact: str) -> None:
    if fact == "person.community_contributions":
        header = vocabulary()["person"].fields["community_contributions"].label.es
    assert mapped([header]) == {header: fact}


@pytest.mark.parametrize(
    ("header", "fact"),
    [("Date of Brith", "person.birth_date"), ("Country of Citizenshp", "person.nationality_countries")],
)
def test_a_slip_of_the_hand_in_a_header_is_read_and_said_to_be_one(header: str, fact: str) -> None:
    found = map_headers("x.csv", [("case_id", "case_id"), (header, header)], load("generic"), {})
    (m,) = [m for m in found.mapped if m.header == header]
    assert (m.target.name, m.how) == (fact, "fuzzy")
    assert 90 <= m.score < 100


@pytest.mark.parametrize(
    ("header", "near"),
    [
        ("Spouse Date of Birth", "person.birth_date"),
        ("Date of Death", None),
        ("I-131 Filed Date", "filing.i130.filed_on"),
        ("First Entry Date", "entry[last].date"),
        ("Hearing Date", "case.next_hearing_on"),
        ("Country of Origin", "person.nationality_countries"),
        ("Priority Date", "filing.i130.priority_date"),
        ("County of Birth", None),
        ("Countty of Birth", "person.birth_country"),
        ("Status", None),
        ("Favorite Color", None),
        ("Age", "person.age_stated"),
    ],
)
def test_what_could_be_another_fact_is_never_read_silently(header: str, near: str | None) -> None:
    assert mapped([header]) == {}
    assert header in not_read([header])
    if near is not None:
        assert not_read([header])[header] == near


@pytest.mark.parametrize("header", ["Núm. de expediente", "No. de caso", "Número de caso", "File No."])
def test_the_number_of_a_case_is_known_by_its_common_names(header: str) -> None:
    found = map_headers("x.csv", [(header, header), ("Detenido", "Detenido")], load("generic"), {})
    assert found.mapped[0].target.name == "case_id"


def test_a_column_is_what_it_is_told_to_be() -> None:
    told = {"Favorite color": "case.nta_served_on", "DOB": "-"}
    assert mapped(["Favorite Color", "DOB", "Date of Birth"], told=told) == {
        "Favorite Color": "case.nta_served_on",
        "Date of Birth": "person.birth_date",
    }


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("person.birthdate", "did you mean 'birth_date'"),
        ("derived.age", "worked out|there is no"),
        ("relative.status", r"relative\[1\].status"),
        ("filing.status", "which form"),
        ("colour", "there is no"),
    ],
)
def test_what_is_no_fact_is_refused_with_the_nearest(fact: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_target(fact)


def test_a_header_that_is_told_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(DocketError, match='did you mean "Next court"'):
        read(tmp_path, "case_id,Next court\na,2027\n", told={"Next cort": "case.next_hearing_on"})


def test_without_a_column_that_numbers_the_cases_nothing_is_read(tmp_path: Path) -> None:
    with pytest.raises(DocketError, match="no column has the number of the case"):
        read(tmp_path, "Color,DOB\nred,2004\n")
    with pytest.raises(DocketError, match="no file has the number of the case"):
        read(tmp_path, "Id,Name,DOB\n1,Ana Example,2004\n", profile="clio")


@pytest.mark.parametrize("profile", PROFILES)
def test_every_header_a_profile_lists_is_of_the_vocabulary_and_means_one_thing(profile: str) -> None:
    seen: dict[str, str] = {}
    for each in load(profile).listed:
        if each.basis == "documentation":
            assert each.header not in load(profile).ignore
        read_target(each.target.name)
        assert seen.setdefault(each.header, each.target.name) == each.target.name or profile != "generic"
    for near, why in load(profile).ask.values():
        read_target(near)
        assert why
    assert not set(load(profile).ask) & set(seen)


def test_every_word_for_a_code_means_a_code() -> None:
    assert set(words().country.values()) <= set(vocabulary()["person"].fields["birth_country"].values or ())
    assert set(words().language.values()) <= set(vocabulary()["person"].fields["language"].values or ())
    for fact, table in words().facts.items():
        entity, _, key = fact.partition(".")
        assert set(table.values()) <= set(vocabulary()[entity].fields[key].values or ())


# values


def told(tmp_path: Path, header: str, written: str, **how: Any) -> Any:
    """What a docket has for a value of an export; a text says why it was set aside."""
    found = read(tmp_path, f'Case ID,{header}\na,"{written}"\n', **how)
    if not found.cases:
        return found.rejected["what"][0]
    into = tmp_path / "folder"
    put(into, found)
    fact = next(s.mapped.target.name for s in found.exports[0].seen if s.mapped.target.name != "case_id")
    return read_docket(into).case("a").cell(fact).answer


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("02/03/2004", "2004-02-03"),
        ("2-3-2004", "2004-02-03"),
        ("2004-02-03", "2004-02-03"),
        ("2004/2/3", "2004-02-03"),
        ("Feb 3, 2004", "2004-02-03"),
        ("3 de febrero de 2004", "2004-02-03"),
        ("2004-02-03T00:00:00Z", "2004-02-03"),
        ("2/3/2004 12:00 AM", "2004-02-03"),
    ],
)
def test_a_day_however_an_export_writes_it(tmp_path: Path, written: str, day: str) -> None:
    meant = date.fromisoformat(day)
    assert told(tmp_path, "Date of Birth", written) == Span(meant, meant)


def test_the_order_of_day_and_month_is_the_profiles_or_told_and_never_guessed(tmp_path: Path) -> None:
    assert told(tmp_path, "Date of Birth", "02/03/2004", day_order="dmy") == Span(date(2004, 3, 2), date(2004, 3, 2))
    (tmp_path / "folder" / "case.csv").unlink()
    assert "told apart" in told(tmp_path, "Date of Birth", "02/03/2004", profile="generic")
    assert "not a date" in told(tmp_path, "Date of Birth", "13/02/2004")
    assert "not a date" in told(tmp_path, "Date of Birth", "2/3/04")
    assert "not a date" in told(tmp_path, "Date of Birth", "2004-02-03 13:00")


@pytest.mark.parametrize(
    ("header", "written", "answer"),
    [
        ("Date of Birth", "2004", Span(date(2004, 1, 1), date(2004, 12, 31))),
        ("Date of Birth", "05/2004", Span(date(2004, 5, 1), date(2004, 5, 31))),
        ("Date of Birth", "Unknown", Missing.NOT_KNOWN),
        ("Detained", "Sí", True),
        ("Detained", "NO", False),
        ("Detained", "N/A", Missing.NOT_ASKED),
        ("Detained", "desconocido", Missing.NOT_KNOWN),
        ("Country of Birth", "México", "MEX"),
        ("Country of Birth", "Burma", "MMR"),
        ("Country of Citizenship", "Guatemala, El Salvador", ("GTM", "SLV")),
        ("Country of Citizenship", "Honduran", ("HND",)),
        ("Marital Status", "Soltera", "single"),
        ("Marital Status", "MARRIED", "married"),
        ("Language", "Haitian Creole", "hat"),
        ("State of Residence", "California", "CA"),
        ("I-130 Status", "Approved", "approved"),
        ("Next Hearing Type", "Merits hearing", "individual"),
        ("Circuit", "9th Circuit", "9"),
        ("Immigration Status", "No status", "none"),
    ],
)
def test_words_are_read_as_codes(tmp_path: Path, header: str, written: str, answer: Any) -> None:
    assert told(tmp_path, header, written) == answer


@pytest.mark.parametrize(
    ("header", "written", "what"),
    [
        ("Country of Birth", "Congo", "not one of its codes"),
        ("Marital Status", "It depends", "not one of its codes"),
        ("Detained", "maybe", "neither yes nor no"),
        ("Immigration Status", "None", "or that nothing was told"),
        ("A Number", "12345", "is not an A-number"),
        ("A Number", "A012345678" + "9" * 1000, "is not an A-number"),
        ("A Number", "A012345678, A112345678", "is not an A-number"),
        ("Date of Birth", "=TODAY()", "not a date"),
        ("Court Code", "x" * 20_001, "is not accepted|characters"),
    ],
)
def test_what_cannot_be_read_sets_its_row_aside(tmp_path: Path, header: str, written: str, what: str) -> None:
    import re

    assert re.search(what, told(tmp_path, header, written))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Congo", "did you mean COD or COG?"),
        ("Korea", "did you mean PRK or KOR?"),
        ("Guatemalla", "did you mean GTM?"),
        ("Republic", None),
    ],
)
def test_a_name_of_several_countries_is_taken_for_none_of_them(tmp_path: Path, written: str, meant: str | None) -> None:
    said = told(tmp_path, "Country of Birth", written)
    assert said.endswith(meant) if meant else "did you mean" not in said


def test_a_blank_or_an_unticked_box_left_empty_is_not_a_no(tmp_path: Path) -> None:
    assert told(tmp_path, "Detained", " ") is Missing.NOT_ASKED


def test_two_columns_for_one_fact_must_agree(tmp_path: Path) -> None:
    text = "Case ID,DOB,Fecha de nacimiento\na,2004-05-07,05/07/2004\nb,,2005\nc,2004,2005\n"
    found = read(tmp_path, text)
    assert {id: c.case["person__birth_date"] for id, c in found.cases.items()} == {"a": "2004-05-07", "b": "2005"}
    assert found.rejected["what"].to_list() == ["two columns tell person.birth_date differently"]


# rows


def test_every_row_is_used_or_explained(tmp_path: Path) -> None:
    text = (
        "Case ID,DOB,Detained\n"
        'a,2004,yes\nb,never,no\n,2004,yes\nc,2004\nd,2004,yes,x\ne,"20"04,yes\n'
        "f,2004,yes\nf,2004,no\n=1+1,2004,yes\ng,soon,perhaps\n\nh,,\n"
    )
    found = read(tmp_path, text)
    assert list(found.cases) == ["a", "h"]
    assert (found.rows, found.used, found.set_aside) == (11, 2, 9)
    assert set(found.rejected["row"]) == {3, 4, 5, 6, 7, 8, 9, 10, 11}
    assert all(found.rejected["what"])
    assert all(found.rejected["accepted"])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("\ufeffCase ID,Name,DOB\na,José Muñoz,2004\n".encode(), id="byte order mark"),
        pytest.param("Case ID,Name,DOB\na,José Muñoz,2004\n".encode("cp1252"), id="cp1252"),
        pytest.param("Case ID;Name;DOB\r\na;José Muñoz;2004\r\n".encode("utf-16"), id="UTF-16 with semicolons"),
        pytest.param("Case ID\tName\tDOB\na\tJosé Muñoz\t2004\n".encode(), id="tabs"),
    ],
)
def test_an_export_however_it_was_saved(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(data)
    (case,) = read_exports([path], "generic").cases.values()
    assert (case.party["full_name"], case.case["person__birth_date"]) == ("José Muñoz", "2004")


def test_a_workbook_with_days_numbers_and_free_rows_on_top(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    pytest.importorskip("fastexcel")
    with xlsxwriter.Workbook(tmp_path / "report.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(2, 0, ["Matter/Case ID#", "Client Name", "Date of Birth", "Detained"])
        sheet.write_row(3, 0, [260001, "Ana Example"])
        sheet.write_datetime(3, 2, datetime(1987, 3, 14), book.add_format({"num_format": "mm/dd/yyyy"}))  # noqa: DTZ001
        sheet.write_row(4, 0, [260002, "Beto Sample", 31120, True])
        sheet.write_row(5, 0, [260003, "Caro Specimen", "soon"])
    found = read_exports([tmp_path / "report.xlsx"], "legalserver")
    assert {id: c.case for id, c in found.cases.items()} == {
        "260001": {"person__birth_date": "1987-03-14"},
        "260002": {"person__birth_date": "1985-03-14", "case__detained": "true"},
    }
    assert found.rejected["row"].to_list() == [6], "rows count as the spreadsheet counts them"


def test_a_cell_of_ten_megabytes_costs_its_row_only(tmp_path: Path) -> None:
    big, wide = "x" * 10_000_000, f"a{' ' * 100_000}b"
    text = f"Case ID,Country of Citizenship,DOB,A#\na,{big},,\nb,{wide},,\nc,,{wide},\nd,,,{wide}\ne,Cuba,2004,\n"
    found = read(tmp_path, text)
    assert list(found.cases) == ["e"]
    assert max(found.rejected["found"].str.len_chars()) < 100


# matters and contacts


def test_matters_are_joined_to_their_contacts() -> None:
    found = read_exports(CLIO, "clio")
    assert (found.rows, found.used, found.alone) == (6, 6, 0)
    ana = found.cases["2023-00017"]
    assert ana.case["person__birth_date"] == "1987-03-14"
    assert ana.case["court__court_code"] == "SFR"
    assert ana.party["a_number"] == "A000000001"
    assert ana.lists == {"entry": {"clio-last": {"date": "2005-04-11", "manner": "ewi"}}}
    assert not [name for name in ana.case if name.startswith("party")]


def test_the_order_of_the_files_does_not_matter() -> None:
    assert read_exports(CLIO[::-1], "clio").cases == read_exports(CLIO, "clio").cases


def join(tmp_path: Path, contacts: str, matters: str) -> Imported:
    paths = [export(tmp_path, contacts, "contacts.csv"), export(tmp_path, matters, "matters.csv")]
    found = read_exports(paths, "clio")
    assert accounted(found)
    return found


def test_a_name_that_two_contacts_have_joins_nobody(tmp_path: Path) -> None:
    contacts = "Name,Date of Birth\nAna Example,2004\nAna Example,1990\nBeto Sample,1980\nJudge Bench,\n"
    found = join(tmp_path, contacts, 'Number,Client\n1,Ana Example\n2,"Sample, Beto"\n3,Nobody Known\n')
    assert [c.case.get("person__birth_date") for c in found.cases.values()] == [None, "1980", None]
    assert found.cases["1"].party == {"full_name": "Ana Example"}, "what the matter itself tells is kept"
    assert found.alone == 1
    why = dict(found.rejected.select("row", "what").rows())
    assert why == {
        2: "several contacts have the name that a matter gives",
        3: "several contacts have the name that a matter gives",
        5: "no matter names this contact",
    }


def test_an_id_joins_where_a_name_cannot(tmp_path: Path) -> None:
    contacts = "Id,Name,Date of Birth\n7,Ana Example,2004\n8,Ana Example,1990\n"
    found = join(tmp_path, contacts, "Number,Client,Client ID\n1,Ana Example,8\n2,Ana Example,9\n")
    assert [c.case.get("person__birth_date") for c in found.cases.values()] == ["1990", None]


def test_a_column_may_be_told_for_one_file_only(tmp_path: Path) -> None:
    paths = [export(tmp_path, "Id,Name,DOB\n7,Ana Example,2004\n", "contacts.csv")]
    paths.append(export(tmp_path, "Id,Number,Client,Client ID\n31,Example-1,Ana Example,7\n", "matters.csv"))
    found = read_exports(paths, "clio", told={"matters.csv:Id": read_target("case_id")})
    assert {id: c.case for id, c in found.cases.items()} == {"31": {"person__birth_date": "2004"}}
    with pytest.raises(DocketError, match=r'matters.csv: there is no column "Ids": did you mean "Id"'):
        read_exports(paths, "clio", told={"matters.csv:Ids": read_target("case_id")})


def test_a_contact_whose_matter_was_set_aside_says_so(tmp_path: Path) -> None:
    found = join(tmp_path, "Id,Name\n7,Ana Example\n", "Number,Client,Client ID,Detained\n1,Ana Example,7,perhaps\n")
    assert found.cases == {}
    assert found.rejected["what"].to_list()[0] == "its matter was set aside"


def test_a_contact_that_tells_otherwise_than_its_matter_is_set_aside(tmp_path: Path) -> None:
    found = join(tmp_path, "Name,DOB\nAna Example,2004\n", "Number,Client,DOB\n1,Ana Example,2005\n")
    assert found.cases["1"].case == {"person__birth_date": "2005"}
    assert found.rejected["what"].to_list() == ["person.birth_date is told otherwise in matters.csv, row 2"]


def test_a_first_and_last_name_find_a_contact_with_a_name_between() -> None:
    paths = [EXPORTS / "docketwise-contacts.csv", EXPORTS / "docketwise-matters.csv"]
    found = read_exports(paths, "docketwise")
    assert found.cases["501"].party["full_name"] == "Elena M. Mockup"
    assert found.cases["501"].case["person__nationality_countries"] == "ECU"


@pytest.mark.parametrize(
    "text", ["A012345678", "a 012-345-678", "012345678", "12-345-678", "A#012 345 678", "x A012345678, y"]
)
def test_an_a_number_is_never_shown(text: str) -> None:
    assert not any(part in without_a_numbers(text) for part in ("345", "678"))


def test_a_day_or_a_number_of_a_case_is_shown() -> None:
    assert without_a_numbers("2004-05-07 of 2023-00017") == "2004-05-07 of 2023-00017"


def test_no_reason_holds_an_a_number(tmp_path: Path) -> None:
    text = 'Case ID,A Number,DOB\na,A1234567890,2004\nb,012-345-678,soon\nc,A012345678,2004,x\nd,"A01"2345678,2004\n'
    found = read(tmp_path, text)
    shown = found.rejected.select(pl.concat_str(pl.exclude("row"), ignore_nulls=True)).to_series().str.join("\n")[0]
    assert "234567" not in shown
    assert "012-345-678" not in shown


def test_no_protected_cell_and_no_name_is_repeated_of_a_row_that_is_set_aside(tmp_path: Path) -> None:
    told = {"Cert": "victim.u_cert_signed_on", "Hearing": "court.next_hearing_at", "Wed": "person.current_marriage_on"}
    found = read(tmp_path, "Case ID,Cert,Hearing,Wed\na,soonish,,\nb,,,soonish\n", told=told)
    protected, ordinary = found.rejected.to_dicts()
    assert (protected["case_id"], protected["field"], protected["found"]) == ("a", "Cert", "(not shown)")
    assert "soonish" not in str(protected)
    assert ordinary["found"] == '"soonish"'


# contacts that were set aside


def born(found: Imported) -> list[str | None]:
    return [case.case.get("person__birth_date") for case in found.cases.values()]


def why_of(found: Imported, file: str) -> dict[int, str]:
    return dict(found.rejected.filter(pl.col("file") == file).select("row", "what").rows())


TORN = "the row has 4 cells, the header 3"
ANOTHER = "another contact of this {} was set aside (contacts.csv, row {})"
UNNAMED = "another contact, whose name could not be read, may have this name (contacts.csv, row {})"


@pytest.mark.parametrize(
    "lost",
    ["1,Ana Example,31/14/1987", '1,"Example, Ana",31/14/1987', "1,ANA  EXAMPLE,1987\n1,Ana Other,1987"],
)
def test_a_contact_that_was_set_aside_is_still_somebody_of_that_name(tmp_path: Path, lost: str) -> None:
    rows = f"Id,Name,Date of Birth\n{lost}\n2,Ana Example,11/02/2009\n"
    found = join(tmp_path, rows, "Number,Client\nM-1,Ana Example\n")
    assert born(found) == [None]
    assert found.alone == 0, "there is a contact of that name"
    assert list(why_of(found, "contacts.csv").values())[-1] == ANOTHER.format("name", 2)
    assert "export the id" in found.rejected["accepted"].to_list()[-1]


def test_first_and_last_names_of_a_contact_that_was_set_aside_count_too(tmp_path: Path) -> None:
    rows = "First Name,Middle Name,Last Name,DOB\nAna,M.,Example,never\nAna,,Example,2009\n"
    found = join(tmp_path, rows, "Number,Client\nM-1,Ana Example\n")
    assert born(found) == [None]
    assert why_of(found, "contacts.csv")[3] == ANOTHER.format("name", 2)


def test_a_contact_found_by_id_that_was_set_aside_is_no_other_of_its_name(tmp_path: Path) -> None:
    found = join(
        tmp_path,
        "Id,Name,DOB\n1,Ana Example,never\n,Ana Example,2009\n",
        "Number,Client,Client ID\nM-1,Ana Example,1\n",
    )
    assert (born(found), found.alone) == ([None], 0)
    assert why_of(found, "contacts.csv")[3] == "no matter names this contact"


@pytest.mark.parametrize(
    ("torn", "what"), [("1,Beto,Sample,1987", TORN), ('1,"Beto" Sample,1987', "a quote stands where none belongs")]
)
def test_no_name_joins_where_the_name_of_a_contact_could_not_be_read(tmp_path: Path, torn: str, what: str) -> None:
    contacts = f"Id,Name,DOB\n{torn}\n2,Ana Example,2009\n3,Caro Specimen,1999\n"
    matters = "Number,Client,Client ID\nM-1,Ana Example,\nM-2,Caro Specimen,3\nM-3,Nobody Known,\n"
    found = join(tmp_path, contacts, matters)
    assert born(found) == [None, "1999", None]
    assert why_of(found, "contacts.csv") == {2: what, 3: UNNAMED.format(2)}
    assert found.alone == 1


MAY = "the {} may be there several times: a row that holds its number could not be read"


def test_an_id_does_not_join_where_a_torn_contact_may_have_it_too(tmp_path: Path) -> None:
    contacts = "Id,Name,DOB\n1,Ana,Example,1987\n1,Ana Example,2009\n2,Beto Sample,1999\n"
    found = join(tmp_path, contacts, "Number,Client,Client ID\nM-1,Ana Example,1\nM-2,Beto Sample,2\n")
    assert born(found) == [None, "1999"]
    assert found.alone == 0
    assert why_of(found, "contacts.csv")[3] == MAY.format("contact")


def test_a_matter_whose_contact_was_torn_is_not_said_to_have_none(tmp_path: Path) -> None:
    found = join(tmp_path, "Id,Name,DOB\n1,Ana,Example,1987\n2,Ana Example,2009\n", "Number,Client ID\nM-1,1\nM-2,3\n")
    assert (born(found), found.alone) == ([None, None], 1)


def test_one_id_told_differently_in_two_files_joins_nobody(tmp_path: Path) -> None:
    texts = {
        "old": "Id,Name,DOB\n1,Ana Example,1987\n2,Beto Sample,1999\n",
        "matters": "Number,Client ID\nM-1,1\nM-2,2\n",
    }
    texts["new"] = texts["old"].replace("1987", "1978")
    found = read_exports([export(tmp_path, text, f"{name}.csv") for name, text in texts.items()], "clio")
    assert accounted(found)
    assert born(found) == [None, "1999"]
    assert found.rejected["what"].to_list() == ["several contacts have the id that a matter gives"] * 2


def test_a_contact_that_one_of_its_matters_contradicts_is_used_for_none(tmp_path: Path) -> None:
    contacts = "Id,Name,DOB,Country of Citizenship\n1,Ana Example,1990,Cuba\n"
    matters = "Number,Client,Client ID,DOB\nM-1,Ana Example,1,1990\nM-2,Ana Example,1,1955\nM-3,Ana Example,1,\n"
    found = join(tmp_path, contacts, matters)
    assert born(found) == ["1990", "1955", None]
    assert not any("person__nationality_countries" in case.case for case in found.cases.values())
    assert (found.rows, found.used, found.alone) == (4, 3, 0)
    assert why_of(found, "contacts.csv") == {2: "person.birth_date is told otherwise in matters.csv, row 3"}


def test_a_matter_of_which_another_row_was_torn_is_not_taken_from_the_first(tmp_path: Path) -> None:
    matters = "Number,Client,DOB\nM-1,Ana Example,2004\nM-1,Ana, Example,2005\nM-2,Beto Sample,1980\n"
    found = join(tmp_path, "Name\nAna Example\nBeto Sample\n", matters)
    assert list(found.cases) == ["M-2"]
    assert why_of(found, "matters.csv")[2] == MAY.format("case")
    assert why_of(found, "contacts.csv") == {2: "its matter was set aside"}


def test_a_contact_of_a_matter_that_was_torn_says_so(tmp_path: Path) -> None:
    found = join(tmp_path, "Id,Name\n7,Ana Example\n", "Number,Client,Client ID,DOB\nM-1,Ana, Example,7,2004\n")
    assert why_of(found, "contacts.csv") == {2: "its matter was set aside"}


def test_a_contact_that_no_matter_names_says_so_though_one_like_it_was_set_aside(tmp_path: Path) -> None:
    found = join(tmp_path, "Name,DOB\nAna Example,never\nAna Example,2004\n", "Number,Client\nM-1,Beto Sample\n")
    assert why_of(found, "contacts.csv")[3] == "no matter names this contact"
    assert found.alone == 1
