"""Reading a docket: every layout gives the same frames, and the frames say what the cases say."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from nolle.facts.casefile import empty_case, parse_case
from nolle.facts.cells import Wrong, read_cell
from nolle.facts.docket import DayOrder, Dialect, Docket, DocketError, cell_text, read_docket, to_rows
from nolle.facts.docket.layout import Column, case_columns
from nolle.facts.docket.values import read_columns
from nolle.facts.formats import Node
from nolle.facts.record import CaseFacts, FactRow
from nolle.facts.vocabulary import find, vocabulary
from nolle.facts.writing import write_case
from nolle.law import authorities
from nolle.law.tables import tables
from nolle.logic.known import Answer, Cell, Missing
from nolle.logic.rough import Span
from tests.law.whole import CIRCUITS, DAYS, facts_read, whole_law
from tests.logic.generate import GivenCase, Maker, World, frames_of
from tests.logic.same import interpreted, laid

from .made import changes

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = find("person.birth_date")


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def write_table(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    headers = list(dict.fromkeys(["case_id", *(key for row in rows for key in row)]))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, headers, restval="")
        writer.writeheader()
        writer.writerows(rows)


def write_folder(path: Path, cases: Mapping[str, CaseFacts], more: Mapping[str, Mapping[str, str]]) -> None:
    told = {id: to_rows(id, case) for id, case in cases.items()}
    write_table(path / "case.csv", [{**row, **more.get(id, {})} for id, (row, _) in told.items()])
    for name in {name for _, rows in told.values() for name in rows}:
        write_table(path / f"{name}.csv", [row for _, rows in told.values() for row in rows.get(name, [])])


def read(path: Path, text: str, **how: Any) -> Docket:
    return read_docket(write(path / "case.csv", text), **how)


def used_and_explained(docket: Docket) -> bool:
    """Whether every row read was used or is among the rejected."""
    return all(
        count.read == count.used + docket.rejected.filter(pl.col("file") == file)["row"].n_unique()
        for file, count in docket.counts.items()
    )


# what a cell may say


def day(text: str) -> tuple[Span | None, bool]:
    """A text as a column of dates reads it, and whether it is refused."""
    (column,), _ = case_columns(["person__birth_date"])
    found, bad = read_columns(pl.DataFrame({"person__birth_date": [text]}), [column], Dialect())
    parts = {series.name.rpartition("__")[2]: series[0] for series in found}
    refused = bad.width == 1 and bool(bad.to_series()[0])
    return (Span(parts["low"], parts["high"]) if parts["state"] == "given" else None), refused


PIECE = st.builds(
    lambda y, m, d, about: f"{y:04}" + (f"-{m:02}" if m else "") + (f"-{d:02}" if m and d else "") + about,
    st.integers(1870, 2160),
    st.integers(0, 13),
    st.integers(0, 32),
    st.sampled_from(["", "~", "?"]),
)
ENDS = PIECE | st.sampled_from(["", "..", "x"])
DATES = PIECE | st.builds("{}/{}".format, ENDS, ENDS) | st.text("0123456789-/~?. ", max_size=12)


@given(DATES)
@example("2004-02-30")
@example("2004-2-3")
@example("2004- 2-03")
@example("2150~")
@example("../..")
@example("2004/2005/2006")
@example("2004-02-29?/2004-03")
@settings(max_examples=400, deadline=None)
def test_a_date_in_a_column_is_read_as_in_a_case_file(written: str) -> None:
    text = written.strip()
    found, refused = day(written)
    if not text:
        assert (found, refused) == (None, False)
        return
    try:
        cell = read_cell(DAY, Node(text, 0, 0, 0))
    except Wrong:
        assert refused
        return
    assert not refused
    assert found is not None
    assert cell is not None
    assert isinstance(cell.answer, Span)
    assert (found.low, found.high) == (cell.answer.low, cell.answer.high)


@pytest.mark.parametrize(
    ("column", "written", "answer"),
    [
        ("person__us_citizen_confirmed", "TRUE", True),
        ("person__us_citizen_confirmed", "Sí", True),
        ("person__us_citizen_confirmed", "0", False),
        ("person__us_citizen_confirmed", "unknown", Missing.NOT_KNOWN),
        ("person__us_citizen_confirmed", "absent", Missing.ABSENT),
        ("person__us_citizen_confirmed", " ", Missing.NOT_ASKED),
        ("person__marital_status", "single", "single"),
        ("person__marital_status", "single | married", frozenset({"single", "married"})),
        ("person__nationality_countries", "GTM; HND", ("GTM", "HND")),
        ("person__nationality_countries", ";", ()),
        ("case__closure_expected_months", "10", Span(10, 10)),
        ("case__closure_expected_months", "10/12", Span(10, 12)),
        ("case__closure_expected_months", "10/..", Span(10, None)),
        ("case__closure_expected_months", "../12", Span(None, 12)),
        ("case__opposition_reason_persuasive", "unknown", Missing.NOT_KNOWN),
        ("person__birth_date", "2014-05-07", Span(date(2014, 5, 7), date(2014, 5, 7))),
    ],
)
def test_what_a_cell_may_say(tmp_path: Path, column: str, written: str, answer: Answer) -> None:
    docket = read(tmp_path, f'case_id,{column}\na,"{written}"\n')
    assert docket.rejected.height == 0
    found = docket.case("a").cell(column.replace("__", ".")).answer
    assert (replace(found, text=None) if isinstance(found, Span) else found) == answer


@pytest.mark.parametrize(
    ("column", "written", "what", "accepted"),
    [
        ("person__birth_date", "02/03/2004", "cannot be told apart", "2004-02-03 or 2004-03-02"),
        ("person__birth_date", "02/03/2004", "cannot be told apart", "--day-order"),
        ("person__birth_date", "12/31/1999", "not written year first", "1999-12-31; or say once"),
        ("person__birth_date", "45/45/1999", "is not a date", "write a day as 2014-05-07"),
        ("person__birth_date", "31/04/1980", "is not a date", "write a day as 2014-05-07"),
        ("person__birth_date", "15/03/2190", "is not a date", "write a day as 2014-05-07"),
        ("person__birth_date", "15/03/80", "two digits", "write a day as 2014-05-07"),
        ("person__birth_date", "15-03/1980", "is not", "2014-05-07"),
        ("person__birth_date", "15.03.1980", "not written year first", "1980-03-15; or say once"),
        ("person__birth_date", "45000", "2023-03-15", "2014-05-07"),
        ("person__birth_date", "2004-02-30", "no day 30", "2014-05-07"),
        ("person__birth_date", "1204", "1204", "1880 to 2150"),
        ("person__us_citizen_confirmed", "x", "neither yes nor no", "true or false"),
        ("person__us_citizen_confirmed", "t", "neither yes nor no", "true or false"),
        ("person__marital_status", "singel", "did you mean single", "single, married"),
        ("person__marital_status", "single|singel", "did you mean single", "single, married"),
        ("person__marital_status", "single|single", "twice", "a|b"),
        ("person__nationality_countries", "GTM,HND", "not one of its codes", "AFG"),
        ("person__nationality_countries", "GTM;GTM", "twice", "once"),
        ("case__closure_expected_months", "ten", '"ten"', "whole number of months from 0 to 1440"),
        ("case__closure_expected_months", "10/9", '"10/9"', "10/12"),
        ("case__closure_expected_months", "1e3", '"1e3"', "whole number"),
        ("case__closure_expected_months", "-3", '"-3"', "whole number"),
        ("as_of", "2024", "not a day", "2014-05-07"),
        ("circuit", "12", "not a circuit", "1 to 11 or dc"),
        ("relative__complete", "perhaps", "neither yes nor no", "true or false"),
    ],
)
def test_what_a_cell_may_not_say(tmp_path: Path, column: str, written: str, what: str, accepted: str) -> None:
    docket = read(tmp_path, f'case_id,{column}\na,"{written}"\nb,\n')
    assert docket.frames["case"]["case_id"].to_list() == ["b"]
    (line,) = docket.rejected.to_dicts()
    assert (line["file"], line["row"], line["case_id"], line["field"]) == ("case.csv", 2, "a", column)
    assert what in line["what"]
    assert accepted in line["accepted"]
    assert used_and_explained(docket)


@pytest.mark.parametrize(
    ("order", "written", "what"),
    [("mdy", "25/02/2004", "written month first"), ("dmy", "02/25/2004", "written day first")],
)
def test_a_date_in_the_other_order_is_told_as_one(tmp_path: Path, order: DayOrder, written: str, what: str) -> None:
    path = tmp_path / "case.csv"
    path.write_text(f"case_id,person__birth_date\na,{written}\n", "utf-8")
    (line,) = read_docket(path, day_order=order).rejected.to_dicts()
    assert what in line["what"]
    assert line["accepted"] == "write 2004-02-25"


@pytest.mark.parametrize("written", ["15/03/1980", "15-03-1980", "15.3.1980"])
def test_a_date_may_be_written_with_slashes_dashes_or_dots(tmp_path: Path, written: str) -> None:
    path = tmp_path / "case.csv"
    path.write_text(f"case_id,person__birth_date\na,{written}\n", "utf-8")
    docket = read_docket(path, day_order="dmy")
    assert docket.frames["case"]["person__birth_date__low"].to_list() == [date(1980, 3, 15)]


@pytest.mark.parametrize(("order", "month"), [("mdy", 2), ("dmy", 3)])
def test_a_profile_may_say_the_order_of_day_and_month(tmp_path: Path, order: Any, month: int) -> None:
    docket = read(tmp_path, "case_id,as_of,person__birth_date\na,02/03/2024,02/03/2004\n", day_order=order)
    when = date(2004, month, 5 - month)
    assert docket.case("a").cell("person.birth_date").answer == Span(when, when)
    assert docket.frames["case"]["as_of"].to_list() == [when.replace(year=2024)]


# there and back


@given(changes(min_size=1))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_case_laid_out_as_a_row_says_the_same(tmp_path: Path, told: dict[str, Cell]) -> None:
    case = parse_case(write_case(empty_case(), told), "toml")
    for old in tmp_path.glob("*.csv"):
        old.unlink()
    write_folder(tmp_path, {"a": case}, {})
    docket = read_docket(tmp_path)
    assert docket.rejected.height == 0, docket.rejected.to_dicts()
    back = docket.case("a")
    names = {name for name, _ in case.told()} | {name for name, _ in back.told()}
    for name in (n for n in names if not n.startswith(("party.", "court.", "filing."))):
        assert _plain(back.cell(name).answer) == _plain(case.cell(name).answer), name
    for form in vocabulary()["filing"].forms:
        for key in vocabulary()["filing"].fields:
            fact = f"filing.{form}.{key}"
            assert _plain(back.cell(fact).answer) == _plain(case.cell(fact).answer), fact


def _plain(answer: Answer) -> object:
    """An answer as a cell says it: without the words it was told in."""
    if isinstance(answer, Span):
        unbounded = answer.low is None and answer.high is None
        return Missing.NOT_KNOWN if unbounded else (answer.low, answer.high)
    return next(iter(answer)) if isinstance(answer, frozenset) and len(answer) == 1 else answer


def _world(name: str, cases: int = 40) -> World:
    """Generated cases that a docket can hold: nothing told that is worked out, and numbers and days as people have."""
    roots = whole_law()[name]
    facts, lists = facts_read(roots)
    maker = Maker(seed=3)
    told = {n: f for n, f in facts.items() if n.partition(".")[0] not in ("derived", "law")}
    maker.plain = tuple(f for f in told.values() if f.entity is None)
    maker.of_rows = tuple(f for f in told.values() if f.entity is not None)
    from nolle.facts.derivations import definitions

    maker.definitions, maker.lists = dict(definitions()), tuple(sorted(lists))
    given_cases = []
    for i in range(cases):
        case = maker.case(f"c{i}")
        case.as_of, case.circuit = maker.r.choice(DAYS), maker.r.choice(CIRCUITS)
        for cells in (case.cells, *(row.cells for rows in case.lists.values() for row in rows)):
            cells.update({key: Cell(_likely(cell.answer)) for key, cell in cells.items()})
        given_cases.append(case)
    return World(
        1, tuple(told.values()), maker.definitions, tables(), authorities.Law(), roots, given_cases, maker.lists
    )


def _likely(answer: Answer) -> Answer:
    if isinstance(answer, Span):
        for end in (answer.low, answer.high):
            if isinstance(end, date) and not 1880 <= end.year <= 2150:
                return Missing.NOT_KNOWN
            if isinstance(end, int) and end < 0:
                return Missing.NOT_KNOWN
    if isinstance(answer, tuple) and "none" in answer:
        return ("none",)
    return answer


def _facts(case: GivenCase) -> CaseFacts:
    lists = {name: [FactRow(row.id, row.cells) for row in rows] for name, rows in case.lists.items()}
    return CaseFacts(case.cells, lists, frozenset(case.whole))


@pytest.mark.parametrize("name", ["cancellation_42b", "voluntary_departure", "aos_immediate_relative"])
def test_a_docket_read_is_asked_as_its_cases_are(tmp_path: Path, name: str) -> None:
    world = _world(name)
    expected = interpreted(world)
    more = {c.id: {"as_of": str(c.as_of), **({"circuit": c.circuit} if c.circuit else {})} for c in world.cases}
    write_folder(tmp_path, {c.id: _facts(c) for c in world.cases}, more)
    from_text = read_docket(tmp_path)
    assert from_text.rejected.height == 0, from_text.rejected.to_dicts()
    parquet = tmp_path / "typed"
    parquet.mkdir()
    for table, frame in frames_of(world).items():
        frame.write_parquet(parquet / f"{table}.parquet")
    from_parquet = read_docket(parquet)
    assert from_parquet.rejected.height == 0, from_parquet.rejected.to_dicts()
    for docket in (from_text, from_parquet):
        found = laid(world, docket.frames)
        wrong = [
            (case, cell)
            for case, cells in expected.items()
            for cell, truth in cells.items()
            if found[case].get(cell) != truth
        ]
        assert not wrong


def test_case_files_are_a_docket_and_what_stands_beside_them_is_not(tmp_path: Path) -> None:
    for story in EXAMPLES.glob("?-*"):
        shutil.copytree(story, tmp_path / story.name)
    docket = read_docket(tmp_path)
    assert docket.frames["case"]["case_id"].to_list() == ["a-dismissed-case", "b-child", "c-long-time-resident"]
    assert docket.rejected.height == 0
    assert docket.case("b-child").cell("person.birth_date").answer == Span(date(2010, 2, 28), date(2010, 2, 28))


def test_a_case_file_that_cannot_be_read_is_set_aside(tmp_path: Path) -> None:
    write(tmp_path / "good.toml", 'schema = "nolle.case/1"\n[person]\nmarital_status = "single"\n')
    write(tmp_path / "bad.toml", 'schema = "nolle.case/1"\n[person]\nmarital_status = "singel"\n')
    docket = read_docket(tmp_path)
    assert docket.frames["case"]["case_id"].to_list() == ["good"]
    (line,) = docket.rejected.to_dicts()
    assert (line["file"], line["row"], line["field"]) == ("bad.toml", 3, "person.marital_status")
    assert used_and_explained(docket)


# one flat table, and filings


def test_a_flat_table_has_the_rows_of_lists_beside_each_other(tmp_path: Path) -> None:
    flat = read(
        tmp_path,
        "case_id,relative__complete,relative_1__status,relative_1__birth_date,relative_2__id,relative_2__status\n"
        "a,true,usc,1970,ana,lpr\nb,true,,,,\nc,,,2000~,,\n",
    )
    rows = flat.frames["relative"].select("case_id", "id", "status").rows()
    assert rows == [("a", "1", "usc"), ("c", "1", None), ("a", "ana", "lpr")]
    assert flat.frames["case"].columns == ["case_id", "relative__complete"]
    assert flat.case("a").cell("relative[ana].status").answer == "lpr"


def test_filings_of_one_form_have_one_answer_between_them(tmp_path: Path) -> None:
    write(tmp_path / "case.csv", "case_id\na\nb\nc\n")
    write(
        tmp_path / "filing.csv",
        "case_id,form,id,main,status,filed_on,properly_filed\n"
        "a,i130,x,,approved,2014,true\n"
        "a,i130,y,,pending,2016-05-07,false\n"
        "a,i485,z,,pending,,\n"
        "b,i130,x,true,approved,2014,true\n"
        "b,i130,y,,pending,2016-05-07,false\n"
        "c,i130,x,,absent,2014,true\n"
        "c,i130,y,,absent,unknown,true\n",
    )
    docket = read_docket(tmp_path)
    told = {id: docket.case(id) for id in "abc"}
    answers = {(id, key): told[id].cell(f"filing.i130.{key}").answer for id in "abc" for key in ("status", "filed_on")}
    assert answers["a", "status"] == frozenset({"approved", "pending"})
    assert answers["a", "filed_on"] == Span(date(2014, 1, 1), date(2016, 5, 7))
    assert told["a"].cell("filing.i130.properly_filed").answer is Missing.NOT_KNOWN
    assert told["a"].cell("filing.i485.status").answer == "pending"
    assert answers["b", "status"] == "approved"
    assert answers["c", "status"] is Missing.ABSENT
    assert answers["c", "filed_on"] is Missing.NOT_KNOWN


# Parquet


def test_parquet_may_say_a_fact_in_one_column_or_as_text(tmp_path: Path) -> None:
    when = date(2014, 5, 7)
    frame = pl.DataFrame(
        {
            "case_id": [1, 2],
            "person__birth_date": [when, None],
            "person__us_citizen_confirmed": [True, None],
            "case__nta_served_on": ["2014~", "absent"],
            "person__nationality_countries": [["GTM"], None],
        }
    )
    frame.write_parquet(tmp_path / "case.parquet")
    docket = read_docket(tmp_path)
    first, second = docket.case("1"), docket.case("2")
    assert first.cell("person.birth_date").answer == Span(when, when)
    assert first.cell("case.nta_served_on").answer == Span(date(2013, 1, 1), date(2015, 12, 31))
    assert first.cell("person.nationality_countries").answer == ("GTM",)
    assert second.cell("person.us_citizen_confirmed").answer is Missing.NOT_ASKED
    assert second.cell("case.nta_served_on").answer is Missing.ABSENT


def test_parquet_that_contradicts_itself_is_set_aside(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "case_id": ["a", "b", "c", "d", "e"],
            "person__marital_status": ["single", "singel", "single", None, None],
            "person__marital_status__state": ["given", "given", "absent", "given", "absent"],
            "person__birth_date__low": [date(2014, 1, 1), None, None, None, date(2015, 1, 1)],
            "person__birth_date__high": [date(2014, 1, 1), None, None, None, date(2014, 1, 1)],
        }
    )
    frame.write_parquet(tmp_path / "case.parquet")
    docket = read_docket(tmp_path)
    assert docket.frames["case"]["case_id"].to_list() == ["a"]
    assert set(docket.rejected["case_id"]) == {"b", "c", "d", "e"}
    assert used_and_explained(docket)


def test_parquet_of_another_type_is_refused(tmp_path: Path) -> None:
    pl.DataFrame({"case_id": ["a"], "person__birth_date": [1.5]}).write_parquet(tmp_path / "case.parquet")
    with pytest.raises(DocketError, match="should hold dates"):
        read_docket(tmp_path)


def test_text_and_parquet_give_the_same_frames(tmp_path: Path) -> None:
    docket = read(tmp_path, "case_id,person__birth_date,person__marital_status\na,2004~,single|married\nb,absent,\n")
    docket.frames["case"].write_parquet(tmp_path / "again.parquet")
    again = read_docket(tmp_path / "again.parquet")
    assert_frame_equal(again.frames["case"], docket.frames["case"])


def test_codes_of_a_narrower_or_wider_type_are_held_to_the_vocabulary(tmp_path: Path) -> None:
    codes = list(find("person.marital_status").values or ())
    for types, good in ((codes, True), (codes[:2], True), ([*codes, "betrothed"], False)):
        told = [types[0], types[-1]]
        column = pl.Series("person__marital_status", told, dtype=pl.Enum(types))
        pl.DataFrame({"case_id": ["a", "b"]}).hstack([column]).write_parquet(tmp_path / "case.parquet")
        docket = read_docket(tmp_path)
        assert docket.frames["case"]["person__marital_status"].cast(pl.String).to_list() == told[: 2 if good else 1]
        assert docket.rejected.height == (0 if good else 1)


def test_a_text_keeps_no_spreadsheet_from_reading_it_back() -> None:
    field = find("case.opposition_reason_persuasive")
    texts = [f for f in vocabulary()["conviction"].fields.values() if f.type == "text"]
    assert field.type != "text"
    assert cell_text(texts[0], "=1+1") == "'=1+1"
    assert cell_text(texts[0], "unknown") == "'unknown"


def test_a_column_names_its_fact() -> None:
    (_, column), problems = case_columns(["case_id", "filing__i130__status"])
    assert problems == []
    assert isinstance(column, Column)
    assert column.field is find("filing.i130.status")
