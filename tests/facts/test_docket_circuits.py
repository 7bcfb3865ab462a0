"""The circuit of a case in a docket is the one an opinion on the case would find."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from nolle.counsel.opinion import opinion
from nolle.facts.casefile import parse_case
from nolle.facts.docket import read_docket, with_circuits
from nolle.law.courts import circuit_of, courts

from .test_docket_as_known import DAY

BY_COURT = {code: circuit for code in courts() if (circuit := circuit_of(code))}


def circuits(tmp_path: Path, text: str) -> list[str | None]:
    (tmp_path / "case.csv").write_text(text, encoding="utf-8")
    return with_circuits(read_docket(tmp_path).frames, BY_COURT)["case"]["circuit"].to_list()


def test_the_nearest_to_the_case_tells(tmp_path: Path) -> None:
    text = "case_id,circuit,case__circuit,court__court_code\n"
    assert circuits(tmp_path, f"{text}a,ca1,2,SFR\nb,,2,SFR\nc,,,sfr\nd,,unknown,SFR\n") == ["1", "2", "9", "9"]


def test_what_nothing_tells_stays_unknown(tmp_path: Path) -> None:
    text = "case_id,circuit,case__circuit,court__court_code\n"
    assert circuits(tmp_path, f"{text}a,,1|2,\nb,,,NOWHERE\nc,,absent,unknown\n") == [None] * 3


def test_without_the_courts_a_code_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "case.csv").write_text("case_id,court__court_code\na,SFR\n", encoding="utf-8")
    frames = read_docket(tmp_path).frames
    assert "circuit" not in with_circuits(frames)["case"].columns


def test_a_typed_docket_may_name_the_court_too(tmp_path: Path) -> None:
    frame = pl.DataFrame({"case_id": ["a"], "court__court_code__state": ["given"], "court__court_code": ["SFR"]})
    frame.write_parquet(tmp_path / "case.parquet")
    assert with_circuits(read_docket(tmp_path).frames, BY_COURT)["case"]["circuit"].to_list() == ["9"]


@pytest.mark.parametrize(
    "body",
    [
        '[case]\ncircuit = "5"\n[court]\ncourt_code = "SFR"\n',
        '[court]\ncourt_code = "SFR"\n',
        "[case]\ndetained = true\n",
    ],
)
def test_a_case_file_has_the_circuit_of_its_opinion(tmp_path: Path, body: str) -> None:
    text = f'schema = "nolle.case/1"\n{body}'
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    case = with_circuits(read_docket(tmp_path).frames, BY_COURT)["case"]
    found = case["circuit"][0] if "circuit" in case.columns else None
    assert found == opinion(parse_case(text, "toml"), DAY, only=["voluntary_departure"]).circuit
