"""A docket as it stood on a day is its cases as they stood on that day."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings

from nolle.facts import known
from nolle.facts.casefile import empty_case, parse_case
from nolle.facts.docket import Docket, as_known, case_of, read_docket, to_rows
from nolle.facts.record import CaseFacts, FactRow
from nolle.facts.vocabulary import Field, vocabulary
from nolle.facts.writing import write_case
from nolle.logic.known import Answer, Cell, Missing
from nolle.logic.rough import Span

from .made import DAYS, changes

DAY = date(2023, 10, 6)
EXAMPLES = Path(__file__).parents[2] / "examples"
LISTS = [name for name, info in vocabulary().items() if info.is_list and not info.forms]


def assert_same_views(told: Mapping[str, pl.DataFrame], seen: Mapping[str, pl.DataFrame], days: Sequence[date]) -> None:
    for id, day in zip(told["case"]["case_id"], days, strict=True):
        expected, _ = known.as_known(case_of(told, id), day)
        found = case_of(seen, id)
        assert dict(found.told()) == dict(expected.told()), (id, day)
        for name in LISTS:
            assert [row.id for row in found.rows(name)] == [row.id for row in expected.rows(name)], (id, name, day)
            assert found.complete(name) == expected.complete(name)


# generated cases, their dates crowded about the day


def near(r: Random) -> Answer:
    """A date: before the day, on it, after it, or rough and across it; open at either end; or none."""
    low, high = sorted(DAY + timedelta(days=r.choice((-700, -30, -1, 0, 1, 30, 700))) for _ in "ab")
    return r.choice(
        [
            Span(low, low),
            Span(high, high),
            Span(low, high),
            Span(None, high),
            Span(low, None),
            Missing.NOT_KNOWN,
            Missing.ABSENT,
        ]
    )


def answer(field: Field, r: Random) -> Answer:
    if field.type == "date":
        return near(r)
    if r.random() < 0.15:
        return r.choice((Missing.NOT_KNOWN, Missing.ABSENT))
    if field.type == "bool":
        return r.random() < 0.5
    if field.type == "int":
        return Span(2, r.choice((2, 5)))
    codes = sorted(set(field.values or ()) - {"none", "unknown"})
    if field.type == "enum":
        return r.choice(codes) if r.random() < 0.8 else frozenset(r.sample(codes, 2))
    return tuple(r.sample(codes, 1)) if field.type == "codes" else "told"


def row(entity: str, r: Random, many: float) -> dict[str, Cell]:
    info = vocabulary()[entity]
    return {k: Cell(answer(f, r)) for k, f in info.fields.items() if k != "form" and r.random() < many}


def made_up(r: Random) -> CaseFacts:
    single: dict[str, Cell] = {}
    lists: dict[str, list[FactRow]] = {}
    for name, info in vocabulary().items():
        if not info.for_rules or name in ("derived", "law"):
            continue
        if info.forms:
            for form in ("i130", "i589", "i918"):
                lists[f"{name}.{form}"] = [FactRow("1", row(name, r, 0.4))]
        elif info.is_list:
            lists[name] = [FactRow(str(i), row(name, r, r.choice((0.1, 0.5)))) for i in range(r.randrange(4))]
        else:
            single |= {f"{name}.{key}": cell for key, cell in row(name, r, 0.5).items()}
    return CaseFacts(single, lists, frozenset(name for name in LISTS if r.random() < 0.5))


def laid_out(folder: Path, cases: Mapping[str, CaseFacts], days: Mapping[str, date] | None = None) -> Docket:
    tables: dict[str, list[dict[str, str]]] = {"case": []}
    for id, case in cases.items():
        cells, rows = to_rows(id, case)
        tables["case"].append(cells | ({"as_of": str(days[id])} if days and id in days else {}))
        for name, its_rows in rows.items():
            tables.setdefault(name, []).extend(its_rows)
    for name, told in tables.items():
        headers = list(dict.fromkeys(["case_id", *(key for cells in told for key in cells)]))
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, headers, restval="")
            writer.writeheader()
            writer.writerows(told)
    docket = read_docket(folder)
    assert docket.rejected.height == 0, docket.rejected.to_dicts()
    return docket


CASES = 80


@pytest.fixture(scope="module")
def docket(tmp_path_factory: pytest.TempPathFactory) -> Docket:
    r = Random(11)
    return laid_out(tmp_path_factory.mktemp("docket"), {f"c{i}": made_up(r) for i in range(CASES)})


@pytest.mark.parametrize("days", [-701, -1, 0, 30])
def test_a_docket_on_one_day_is_its_cases_on_that_day(docket: Docket, days: int) -> None:
    day = DAY + timedelta(days=days)
    seen = as_known(docket.frames, day)
    assert_same_views(docket.frames, seen, [day] * CASES)
    for name, frame in seen.items():
        assert frame.schema == docket.frames[name].schema


def test_each_case_may_have_a_day_of_its_own(docket: Docket) -> None:
    r = Random(5)
    days = [DAY + timedelta(days=r.choice((-700, -30, -1, 0, 1, 30, 700))) for _ in range(CASES)]
    own = [day if i % 3 else None for i, day in enumerate(days)]
    frames = {**docket.frames, "case": docket.frames["case"].with_columns(pl.Series("as_of", own, pl.Date))}
    assert_same_views(frames, as_known(frames, DAY), [day or DAY for day in own])


@given(changes(min_size=1), DAYS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_case_laid_out_as_a_row_is_seen_as_its_file_is(tmp_path: Path, told: dict[str, Cell], day: date) -> None:
    case = parse_case(write_case(empty_case(), told), "toml")
    for old in tmp_path.glob("*.csv"):
        old.unlink()
    frames = laid_out(tmp_path, {"a": case}).frames
    assert_same_views(frames, as_known(frames, day), [day])


@pytest.mark.parametrize("day", [date(2015, 1, 1), date(2021, 6, 1), date(2023, 10, 5), DAY, date(2026, 11, 21)])
def test_the_stories_on_a_day(day: date) -> None:
    docket = read_docket(EXAMPLES)
    assert_same_views(docket.frames, as_known(docket.frames, day), [day] * docket.frames["case"].height)


# a few by hand


def read(tmp_path: Path, **tables: str) -> dict[str, pl.DataFrame]:
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return dict(read_docket(tmp_path).frames)


def test_what_had_not_happened_was_not_asked(tmp_path: Path) -> None:
    frames = read(
        tmp_path,
        case="case_id,case__final_order,case__final_order_on,case__detained\n"
        "a,true,2023-10-06,true\nb,true,2023-10-07,true\nc,true,2023,true\nd,true,,true\n",
    )
    case = as_known(frames, DAY)["case"]
    assert case["case__final_order"].to_list() == [True, None, True, True]
    assert case["case__final_order__state"].to_list() == ["given", None, "given", "given"]
    assert case["case__final_order_on__low"].to_list() == [DAY, None, date(2023, 1, 1), None]
    assert case["case__detained"].to_list() == [True] * 4


def test_a_row_that_happened_later_is_gone_and_its_list_still_whole(tmp_path: Path) -> None:
    frames = read(
        tmp_path,
        case="case_id,conviction__complete\na,true\n",
        conviction="case_id,id,convicted_on,plea\na,x,2024-01-02,guilty\na,y,2020-01-02,guilty\na,z,,\n",
    )
    seen = as_known(frames, DAY)
    assert seen["conviction"]["id"].to_list() == ["y", "z"]
    assert seen["case"]["conviction__complete"].to_list() == [True]


def test_where_nothing_lies_ahead_the_frames_are_the_same(docket: Docket) -> None:
    far = date(2100, 1, 1)
    assert all(frame is docket.frames[name] for name, frame in as_known(docket.frames, far).items())


def test_a_case_without_a_day_is_not_guessed_one(docket: Docket) -> None:
    with pytest.raises(ValueError, match="no as_of column, and no date"):
        as_known(docket.frames, None)
    own = docket.frames["case"].with_columns(pl.lit(None, pl.Date).alias("as_of"))
    with pytest.raises(ValueError, match="80 cases have no as_of date"):
        as_known({**docket.frames, "case": own}, None)
