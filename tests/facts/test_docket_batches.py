"""A docket read in parts is the docket read at once: the same cases and rows, the same rows set aside."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from nolle.facts.docket import Docket, DocketError, open_docket, read_docket

EXAMPLES = Path(__file__).parents[2] / "examples"
STATES = pl.Enum(["given", "absent", "unknown"])
CASES = 120


def write(folder: Path, tables: Mapping[str, pl.DataFrame]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, frame in tables.items():
        frame.write_parquet(folder / f"{name}.parquet", row_group_size=50)
    return folder


def clean(seed: int = 1) -> dict[str, pl.DataFrame]:
    """A docket in which nothing is wrong, its rows in the order of its cases."""
    r = Random(seed)
    ids = [f"c{i:03}" for i in range(CASES)]
    dates = [date(2020, 1, 1 + i % 28) for i in range(CASES)]
    case = pl.DataFrame(
        {
            "case_id": ids,
            "circuit": [r.choice(["9", "ca5", None]) for _ in ids],
            "relative__complete": [r.random() < 0.7 for _ in ids],
            "person__marital_status": [r.choice(["single", "married", "unknown", None]) for _ in ids],
            "case__final_order_on__state": pl.Series(["given"] * CASES, dtype=STATES),
            "case__final_order_on__low": dates,
            "case__final_order_on__high": dates,
        }
    )
    owners = sorted(r.choices(ids, k=2 * CASES))
    relative = pl.DataFrame(
        {
            "case_id": owners,
            "status": [r.choice(["usc", "lpr", None]) for _ in owners],
            "birth_date": ["2001"] * 2 * CASES,
        }
    )
    named = sorted(r.choices(ids, k=CASES))
    entry = pl.DataFrame({"case_id": named, "id": [str(i) for i in range(CASES)], "manner": ["ewi"] * CASES})
    filed = sorted(r.choices(ids, k=CASES))
    filing = pl.DataFrame(
        {
            "case_id": filed,
            "form": [r.choice(["i130", "i589"]) for _ in filed],
            "id": [str(i) for i in range(CASES)],
            "status": [r.choice(["pending", "approved"]) for _ in filed],
        }
    )
    return {"case": case, "relative": relative, "entry": entry, "filing": filing}


def dirty() -> dict[str, pl.DataFrame]:
    """The same with every kind of row that is set aside."""
    tables = clean()
    case, relative, entry, filing = (tables[name] for name in ("case", "relative", "entry", "filing"))
    twice = pl.concat([case[3], case[70], case[70], case[100].with_columns(person__marital_status=pl.lit("singel"))])
    nameless = case[:2].with_columns(case_id=pl.lit(None, pl.String))
    odd = case[50:52].with_columns(pl.Series("case_id", ["odd", "odder"]), circuit=pl.lit("12"))
    early = pl.Series("case__final_order_on__high", [date(1990, 1, 1)])
    upside_down = case[53].with_columns(early, case_id=pl.lit("down"))
    relatives = pl.DataFrame(
        {
            "case_id": ["c003", "nobody", "c004", None, "odd", "c100", "c070", " c005 "],
            "status": ["usc", "usc", "uscis", "usc", "usc", "lpr", "lpr", "lpr"],
            "birth_date": ["2001"] * 8,
        }
    )
    return {
        "case": pl.concat([case[:40], twice, nameless, case[40:], odd, upside_down]),
        "relative": pl.concat([relatives[:2], relative[:100], relatives[2:], relative[100:]]),
        "entry": pl.concat([entry, entry[5:7], entry[60].with_columns(case_id=pl.lit("nobody"))]),
        "filing": pl.concat([filing, filing[8:9], filing[9:10].with_columns(form=pl.lit(None, pl.String))]),
    }


def shuffled(tables: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    return {name: frame.sample(fraction=1, shuffle=True, seed=4) for name, frame in tables.items()}


def together(parts: list[Docket], name: str) -> pl.DataFrame:
    return pl.concat([part.frames[name] for part in parts], how="diagonal")


def assert_same(folder: Path, size: int, *, ordered: bool = True) -> list[Docket]:
    whole = read_docket(folder)
    source = open_docket(folder, cases_per_batch=size)
    parts = list(source.batches())
    assert source.counts == whole.counts
    assert_frame_equal(source.rejected, whole.rejected)
    for name, frame in whole.frames.items():
        keys = ["case_id"] if name == "case" else ["case_id", "id"]
        found = together(parts, name).select(frame.columns)
        if ordered:
            assert_frame_equal(found, frame)
        else:
            assert_frame_equal(found.sort(keys), frame.sort(keys))
    return parts


@pytest.mark.parametrize("size", [7, 50, CASES - 1, CASES])
def test_parts_together_are_the_whole(tmp_path: Path, size: int) -> None:
    parts = assert_same(write(tmp_path, clean()), size)
    assert [part.frames["case"].height for part in parts[:-1]] == [size] * (len(parts) - 1)


@pytest.mark.parametrize("size", [5, 50])
def test_what_is_wrong_is_found_as_if_all_were_read_at_once(tmp_path: Path, size: int) -> None:
    folder = write(tmp_path, dirty())
    assert read_docket(folder).rejected.height > 15
    # A case that is left of two, because the other could not be read, comes last.
    assert_same(folder, size, ordered=False)
    source = open_docket(folder, cases_per_batch=size)
    list(source.batches())
    assert source.strays == {"relative.parquet": 2, "entry.parquet": 1}


@pytest.mark.parametrize("tables", [clean(), dirty()], ids=["clean", "dirty"])
def test_rows_may_stand_in_any_order(tmp_path: Path, tables: dict[str, pl.DataFrame]) -> None:
    assert_same(write(tmp_path, shuffled(tables)), 11, ordered=False)


@pytest.mark.parametrize("packed", [pl.String, pl.Categorical])
def test_ids_are_the_same_in_parts_and_at_once(tmp_path: Path, packed: pl.DataType) -> None:
    """Blanks around them, two Unicode forms, and rows of a list without one among others that have one."""
    ids = ["A", "B", "C", "D", "A ", "Pe\u00f1a", "E", "Pen\u0303a", "u\u0308"]
    owners = ["B", "\u00fc", " B", "u\u0308", "C", "C"]
    case = pl.DataFrame({"case_id": pl.Series(ids, dtype=packed)})
    entry = pl.DataFrame(
        {"case_id": pl.Series(owners, dtype=packed), "id": ["2", "2", None, None, None, None], "manner": ["ewi"] * 6}
    )
    folder = write(tmp_path, {"case": case, "entry": entry})
    assert_same(folder, 2, ordered=False)
    docket = read_docket(folder)
    assert docket.frames["case"]["case_id"].to_list() == ["B", "C", "D", "E", "\u00fc"]
    assert docket.frames["entry"]["id"].to_list() == ["2", "2", "row-2", "row-2", "1", "2"]


def test_every_part_is_of_whole_cases(tmp_path: Path) -> None:
    for part in assert_same(write(tmp_path, shuffled(clean())), 11, ordered=False):
        mine = set(part.frames["case"]["case_id"])
        assert all(set(frame["case_id"]) <= mine for frame in part.frames.values())


def test_one_table_alone_is_read_in_parts_too(tmp_path: Path) -> None:
    flat = pl.DataFrame({"case_id": ["a", "b", "c"], "relative_1__status": ["usc", None, "lpr"]})
    flat.write_parquet(tmp_path / "flat.parquet")
    parts = list(open_docket(tmp_path / "flat.parquet", cases_per_batch=2).batches())
    assert [part.frames["relative"]["case_id"].to_list() for part in parts] == [["a"], ["c"]]


def test_other_formats_are_given_out_in_parts(tmp_path: Path) -> None:
    for name, frame in dirty().items():
        frame.select(pl.exclude("^case__final_order_on__.*$")).write_csv(tmp_path / f"{name}.csv")
    parts = assert_same(tmp_path, 11, ordered=False)
    assert len(parts) == -(-read_docket(tmp_path).frames["case"].height // 11)
    stories = open_docket(EXAMPLES, cases_per_batch=1)
    assert [part.frames["case"].height for part in stories.batches()] == [1, 1, 1]
    assert stories.total_rows == 3


def test_a_docket_may_be_read_again(tmp_path: Path) -> None:
    source = open_docket(write(tmp_path, dirty()), cases_per_batch=9)
    once = [list(source.batches()), source.counts, source.rejected]
    again = [list(source.batches()), source.counts, source.rejected]
    assert once[1] == again[1]
    assert_frame_equal(once[2], again[2])  # type: ignore[arg-type]


def test_how_many_there_are_is_known_before_any_is_read(tmp_path: Path) -> None:
    assert open_docket(write(tmp_path, clean()), cases_per_batch=9).total_rows == CASES


def test_a_small_docket_is_one_part(tmp_path: Path) -> None:
    assert len(list(open_docket(write(tmp_path, clean())).batches())) == 1


def test_what_was_set_aside_is_listed_after_the_last_part(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "docket", dirty()), tmp_path / "rejected.csv"
    source = open_docket(folder, cases_per_batch=9, rejected=out)
    for _ in source.batches():
        assert not out.exists()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert len(out.read_text().splitlines()) == source.rejected.height + 1


def test_nothing_stays_in_the_scratch_folder(tmp_path: Path) -> None:
    folder, scratch = write(tmp_path / "docket", shuffled(clean())), tmp_path / "scratch"
    scratch.mkdir()
    parts = open_docket(folder, cases_per_batch=9, scratch=scratch).batches()
    next(parts)
    (made,) = scratch.iterdir()
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert [path for path in made.rglob("*") if path.is_file()]
    parts.close()  # type: ignore[attr-defined]
    assert not list(scratch.iterdir())


@pytest.mark.parametrize(
    ("column", "what"),
    [({"persn__birth_date": ["2001"]}, "no column"), ({"person__birth_date": [1.5]}, "should hold dates")],
)
def test_a_header_that_is_not_known_is_told_at_once(tmp_path: Path, column: dict[str, list[object]], what: str) -> None:
    pl.DataFrame({"case_id": ["a"], **column}).write_parquet(tmp_path / "case.parquet")
    with pytest.raises(DocketError, match=what):
        open_docket(tmp_path, cases_per_batch=1)


def test_a_part_has_at_least_one_case(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one case"):
        open_docket(write(tmp_path, clean()), cases_per_batch=0)


class TestOnlyTheFactsThatAreAsked:
    def test_the_rest_is_not_read(self, tmp_path: Path) -> None:
        folder = write(tmp_path, clean())
        docket = read_docket(folder, only_facts={"case.final_order_on", "filing__i130__status"})
        assert docket.frames["case"].columns == [
            "case_id",
            "circuit",
            "relative__complete",
            "case__final_order_on__state",
            "case__final_order_on__low",
            "case__final_order_on__high",
            *(f"filing__{form}__status{end}" for form in ("i130", "i589") for end in ("__state", "", "__one_of")),
        ]
        assert docket.frames["relative"].columns == read_docket(folder).frames["relative"].columns

    def test_the_dates_that_say_since_when_are_read_too(self, tmp_path: Path) -> None:
        pl.DataFrame({"case_id": ["a"], "case__final_order": [True], "case__final_order_on": ["2020"]}).write_parquet(
            tmp_path / "case.parquet"
        )
        docket = read_docket(tmp_path, only_facts={"case__final_order"})
        assert "case__final_order_on__low" in docket.frames["case"].columns

    def test_a_header_is_still_held_to_the_vocabulary(self, tmp_path: Path) -> None:
        pl.DataFrame({"case_id": ["a"], "persn__birth_date": ["2001"]}).write_parquet(tmp_path / "case.parquet")
        with pytest.raises(DocketError, match="persn__birth_date"):
            read_docket(tmp_path, only_facts=set())

    def test_in_parts_too(self, tmp_path: Path) -> None:
        source = open_docket(write(tmp_path, clean()), cases_per_batch=9, only_facts={"person.marital_status"})
        assert "case__final_order_on__low" not in together(list(source.batches()), "case").columns


def test_a_docket_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    tables = clean()
    source = open_docket(write(tmp_path, tables), cases_per_batch=40)
    parts = source.batches()
    next(parts)
    write(tmp_path, {"case": tables["case"].head(60)})
    with pytest.raises(DocketError, match=r"case\.parquet.*changed while it was read"):
        list(parts)


def test_a_docket_that_goes_while_it_is_read_is_said_to_be_gone(tmp_path: Path) -> None:
    parts = open_docket(write(tmp_path, clean()), cases_per_batch=40).batches()
    next(parts)
    (tmp_path / "case.parquet").unlink()
    with pytest.raises(DocketError, match=r"case\.parquet.*no longer there"):
        list(parts)
