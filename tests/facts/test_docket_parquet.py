"""A Parquet table says what its types can hold: what no fact can be is set aside as a bad cell of text is."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from nolle.facts.docket import Docket, read_docket


def read(folder: Path, protected: bool = True, **tables: pl.DataFrame) -> Docket:
    for name, frame in tables.items():
        frame.write_parquet(folder / f"{name}.parquet", row_group_size=1)
    return read_docket(folder, protected=protected)


@pytest.mark.parametrize("protected", [True, False])
def test_a_filing_without_a_form_is_set_aside_whatever_is_read(tmp_path: Path, protected: bool) -> None:
    case = pl.DataFrame({"case_id": ["A", "B", "C"], "filing__complete": [True, True, True]})
    filing = pl.DataFrame(
        {
            "case_id": ["A", "A", "B", "C"],
            "form": ["i130", None, None, "i130"],
            "status": ["approved", "revoked", "pending", "approved"],
        }
    )
    docket = read(tmp_path, protected, case=case, filing=filing)
    assert docket.rejected["row"].to_list() == [1, 2, 3]
    assert docket.counts["filing.parquet"].rejected == 3
    assert docket.frames["case"]["filing__i130__status"].to_list() == [None, None, "approved"]
    assert docket.frames["case"]["filing__complete"].to_list() == [False, False, True]


@pytest.mark.parametrize("packed", [pl.String, pl.Categorical, pl.Enum(["i130", "i130x"])])
def test_a_form_that_is_not_known_is_set_aside_however_it_is_packed(tmp_path: Path, packed: pl.DataType) -> None:
    form = pl.Series("form", ["i130", "i130x"], packed)
    filing = pl.DataFrame({"case_id": ["A", "B"], "form": form, "status": ["approved", "approved"]})
    docket = read(tmp_path, case=pl.DataFrame({"case_id": ["A", "B"]}), filing=filing)
    assert docket.rejected.select("row", "field").rows() == [(2, "form")]


def test_a_bad_circuit_is_set_aside_in_a_file_of_several_row_groups(tmp_path: Path) -> None:
    case = pl.DataFrame({"case_id": ["c0", "c1", "c2", "c3"], "circuit": ["12", "9", "12", None]})
    docket = read(tmp_path, case=case)
    assert docket.frames["case"]["case_id"].to_list() == ["c1", "c3"]
    assert docket.rejected.select("row", "what").rows() == [(1, '"12" is not a circuit'), (3, '"12" is not a circuit')]


@pytest.mark.parametrize("wide", [pl.UInt64, pl.Int128])
@pytest.mark.parametrize("end", ["", "__low", "__high"])
def test_a_number_beyond_every_count_is_set_aside(tmp_path: Path, wide: pl.DataType, end: str) -> None:
    name = f"person__age_stated{end}"
    case = pl.DataFrame({"case_id": ["A", "B", "C"], name: pl.Series([2**63 + 1, 30, None], dtype=wide)})
    docket = read(tmp_path, case=case)
    assert docket.frames["case"]["case_id"].to_list() == ["B", "C"]
    assert docket.rejected.select("row", "case_id", "field").rows() == [(1, "A", name)]


@pytest.mark.parametrize("packed", [pl.String, pl.Categorical, pl.Enum(["A", "A ", "", "B"])])
def test_ids_are_read_alike_however_they_are_packed(tmp_path: Path, packed: pl.DataType) -> None:
    case = pl.DataFrame({"case_id": pl.Series(["A", "A ", "", "B"], dtype=packed)})
    ids = pl.Series("id", ["A", "A ", "B"], packed)
    entry = pl.DataFrame({"case_id": pl.Series(["B", "B", "B"], dtype=packed), "id": ids, "manner": ["ewi"] * 3})
    docket = read(tmp_path, case=case, entry=entry)
    assert docket.frames["case"]["case_id"].to_list() == ["B"]
    assert docket.rejected.filter(pl.col("file") == "case.parquet")["row"].to_list() == [1, 2, 3]
    assert docket.frames["entry"]["id"].to_list() == ["B"]


@pytest.mark.parametrize("end", [".csv", ".parquet"])
def test_ids_in_two_unicode_forms_are_one_id(tmp_path: Path, end: str) -> None:
    nfc, nfd = "Pe\u00f1a-1", "Pen\u0303a-1"
    tables = {
        "case": pl.DataFrame({"case_id": [nfd, "B", "C\u00e9", "Ce\u0301"]}),
        "entry": pl.DataFrame({"case_id": [nfc, nfd, "B"], "id": [nfc, "x", nfd], "manner": ["ewi"] * 3}),
    }
    for name, frame in tables.items():
        frame.write_csv(tmp_path / f"{name}.csv") if end == ".csv" else frame.write_parquet(tmp_path / f"{name}{end}")
    docket = read_docket(tmp_path)
    assert docket.frames["case"]["case_id"].to_list() == [nfc, "B"]
    assert docket.frames["entry"].select("case_id", "id").rows() == [(nfc, nfc), (nfc, "x"), ("B", nfc)]


@pytest.mark.parametrize("written", ["2026-11", "2026", "2026-11-01/2026-11-30"])
def test_the_date_of_a_question_is_one_whole_day(tmp_path: Path, written: str) -> None:
    docket = read(tmp_path, case=pl.DataFrame({"case_id": ["A"], "as_of": [written]}))
    (line,) = docket.rejected.to_dicts()
    assert (line["field"], line["accepted"]) == ("as_of", "write one whole day, as 2014-05-07")
