"""The immigration courts: found by code or alias, with a circuit where it is sure."""

from __future__ import annotations

from pathlib import Path

import pytest

from nolle.law import courts as law
from nolle.law.circuits import CIRCUITS

IDS = (Path(__file__).parent / "ids" / "courts.txt").read_text(encoding="utf-8").split()


def test_no_court_was_dropped_or_added() -> None:
    assert sorted(law.courts()) == sorted(IDS)
    assert len(IDS) == 78


def test_only_one_court_has_no_code_in_the_public_data() -> None:
    assert [court.code for court in law.courts().values() if court.base_city_code is None] == ["INP"]


def test_every_court_has_a_name_a_circuit_and_its_note_in_both_languages() -> None:
    for court in law.courts().values():
        assert court.name
        assert court.circuit in CIRCUITS
        assert court.docket in {"detained", "non_detained", "mixed", "adjudication_center"}
        assert court.status in {"open", "closing", "verify"}
        assert set(court.confidence) == set(court.verified) == {"code", "address", "opla"}
        if court.note:
            assert court.note.en
            assert court.note.es


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("ELO", "ELO"),
        ("elo", "ELO"),
        ("WAS", "ANN"),
        ("POO", "POR"),
        ("PEP", "PIS"),
        ("LOW", "CHE"),
        ("ELC", "IMP"),
        ("NYD", "NYC"),
    ],
)
def test_a_court_is_found_by_its_code_or_an_alias(written: str, code: str) -> None:
    assert law.court(written).code == code


def test_santa_ana_and_san_antonio_are_not_mixed_up() -> None:
    assert law.court("SNC").city == "Santa Ana"
    assert law.court("SNA").city == "San Antonio"


def test_a_court_knows_the_other_codes_it_goes_by() -> None:
    assert law.court("ANN").aliases == ("WAS",)
    assert law.court("PIS").aliases == ("PEP",)


@pytest.mark.parametrize(
    ("code", "circuit"),
    [
        ("ELO", "ca9"),
        ("NYC", "ca2"),
        ("ANN", "ca4"),
        ("HLG", "ca5"),
        ("CHI", "ca7"),
        ("BOS", "ca1"),
        ("MIA", "ca11"),
    ],
)
def test_the_circuit_is_that_of_the_state_where_the_court_sits(code: str, circuit: str) -> None:
    assert law.circuit_of(code) == circuit


@pytest.mark.parametrize("code", ["FTW", "FCI", "RIC", "OTO"])
def test_an_adjudication_center_or_a_doubtful_court_settles_no_circuit(code: str) -> None:
    assert law.circuit_of(code) is None


def test_an_unknown_code_is_a_key_error_that_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="did you mean"):
        law.court("ELOY")


def test_a_retired_code_says_what_it_was() -> None:
    with pytest.raises(law.UnknownCourt, match="York County Prison, closed") as caught:
        law.court("YOR")
    assert caught.value.retired is not None
    assert "cerrado" in caught.value.retired.es


def test_what_to_know_before_using_the_table_is_in_both_languages() -> None:
    assert len(law.cautions()) == 4
    for text in (*law.cautions(), law.circuit_rule(), law.circuit_warning()):
        assert text.en
        assert text.es
