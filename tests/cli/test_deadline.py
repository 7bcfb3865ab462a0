"""``nolle deadline``: one date with its working, or all of them, in the shapes that are promised."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import time_machine
from jsonschema import Draft202012Validator

from nolle.cli.deadline import complete_court, complete_deadline, complete_state
from nolle.law.procedure import rules

from .running import answered, run

CALL_UP = ("deadline", "ic_individual_filing_current", "--from", "2026-12-11")
SCHEMA = json.loads(resources.files("nolle.counsel").joinpath("schemas", "deadline.json").read_text("utf-8"))
PROMISED = {"id", "due", "safe", "status", "steps", "authorities", "missing"}


def faults(answer: Any) -> list[str]:
    """Where an answer leaves its schema."""
    checker = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in checker.iter_errors(answer)]


def test_the_schema_is_well_formed_and_refuses_what_is_no_answer() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    good = answered(*CALL_UP, "--json").json
    assert not faults(good)
    assert faults({**good, "due": None}), "no date without a reason"
    assert faults({**good, "due": "soon"})
    assert faults({**good, "status": "ordered"}), "no order without its source and what it replaced"
    assert faults({key: value for key, value in good.items() if key != "steps"})


@pytest.mark.parametrize("given", [(), ("--from", "2026-05-14"), ("--from", "2026-05"), ("--from", "2012")], ids=str)
def test_the_list_holds_every_deadline_in_the_promised_shape(given: tuple[str, ...]) -> None:
    found = answered("deadline", "list", *given, "--on", "2026-11-21", "--json").json
    assert [one["id"] for one in found] == list(rules())
    for one in found:
        assert set(one) >= PROMISED
        assert not faults(one), one["id"]


def test_json_is_one_line_and_the_same_by_either_name() -> None:
    short, long = answered(*CALL_UP, "--json"), answered(*CALL_UP, "--format", "json")
    assert short.out == long.out
    assert len(short.out.splitlines()) == 1


def test_a_call_up_filing() -> None:
    found = answered(*CALL_UP, "--custody", "nondetained", "--court", "BAL", "--json").json
    assert (found["due"], found["safe"], found["status"]) == ("2026-11-12", "2026-11-10", "in_force")
    assert (found["court"], found["time_zone"], found["on"]) == ("BAL", "America/New_York", "2026-12-11")
    assert {authority["id"] for authority in found["authorities"]} == {"eoir-dm-22-04-cancelled-2025", "icpm"}
    assert found["missing"] == []
    assert not faults(found)


def test_a_detained_one_is_as_ordered_and_says_why() -> None:
    found = answered(*CALL_UP, "--custody", "detained", "--json").json
    assert (found["due"], found["status"]) == (None, "as_ordered")
    assert "judge" in found["why"]["en"]
    assert "juez" in found["why"]["es"]


def test_the_contested_appeal_shows_both_counts() -> None:
    found = answered("deadline", "bia_appeal", "--from", "2026-10-01", "--json").json
    assert (found["due"], found["safe"], found["status"]) == ("2026-11-02", "2026-10-13", "contested")
    assert {one["which"]: one["due"] for one in found["counts"]} == {"practice": "2026-11-02", "printed": "2026-10-13"}


def test_a_motion_found_late_shows_both_counts_and_nothing_safe() -> None:
    found = answered(
        "deadline", "dhs_motion_to_recalendar_response", "--from", "2026-10-01", "--found", "2026-10-20", "--json"
    ).json
    assert found["safe"] is None
    assert [one["which"] for one in found["counts"]] == ["service", "discovery"]
    assert not faults(found)


def test_an_order_replaces_the_default_which_stays_to_be_seen() -> None:
    words = (*CALL_UP, "--order", "2026-11-20", "--order-source", "order of 2026-09-02")
    found = answered(*words, "--json").json
    assert (found["safe"], found["status"]) == ("2026-11-20", "ordered")
    told = {"date": "2026-11-20", "days": None, "source": "order of 2026-09-02", "said_by": None, "on": None}
    assert found["order"] == told
    assert found["replaced"]["due"] == "2026-11-12"
    assert not faults(found)
    assert "Replaced by the order" in answered(*words).out


def test_a_standing_order_gives_its_own_days() -> None:
    found = answered(*CALL_UP, "--order-days", "45", "--order-source", "standing order", "--json").json
    assert found["safe"] == "2026-10-27"
    assert not faults(found)


def test_closures_of_ones_own(tmp_path: Path) -> None:
    closed = tmp_path / "closed.toml"
    closed.write_text('[[closures]]\nday = 2026-11-10\nwhy = "flood"\n', "utf-8")
    assert answered(*CALL_UP, "--closures", str(closed), "--json").json["safe"] == "2026-11-09"


@time_machine.travel("2026-11-21")
def test_the_law_asked_is_the_trigger_s_and_today_s_where_there_is_none() -> None:
    assert answered(*CALL_UP, "--json").json["on"] == "2026-12-11"
    assert run("deadline", "sij_i360_21", "--from", "2008-02-29", "--json").json["on"] == "2026-11-21"
    assert run("deadline", "motion_response", "--json").json["on"] == "2026-11-21"


def test_the_text_shows_the_date_the_working_the_law_and_the_doubts() -> None:
    out = answered(*CALL_UP).out
    for said in ("WORK TO", "TUESDAY, NOVEMBER 10, 2026", "The working", "1. Counts from", "The law", "in doubt"):
        assert said in out
    assert "not reviewed by an attorney" in out
    assert "case.detained" in out


def test_it_speaks_spanish() -> None:
    out = answered(*CALL_UP, "--lang", "es").out
    for said in ("TRABAJE CON", "MARTES 10 DE NOVIEMBRE DE 2026", "El cálculo", "feriado federal", "La ley"):
        assert said in out


def test_the_list_in_text_names_each_with_how_it_counts() -> None:
    out = answered("deadline", "list").out
    for id in rules():
        assert id in out
    assert "30 days before" in out
    assert "as ordered" in out
    dated = answered("deadline", "list", "--from", "2026-05-14", "--on", "2026-05-14").out
    assert "April 14, 2026" in dated


def test_ids_courts_and_states_are_completed() -> None:
    assert complete_deadline("bia_appeal") == ["bia_appeal_30", "bia_appeal_10", "bia_appeal"]
    assert "list" in complete_deadline("l")
    assert complete_court("ba") == ["BAL"]
    assert complete_state("n") >= ["NC"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("bia_apeal",), "did you mean bia_appeal"),
        ((*CALL_UP[1:2], "--from", "12/11/2026"), "--from '12/11/2026' is not a date"),
        ((*CALL_UP[1:2], "--from", "1850-01-01"), "1900 to 2199"),
        ((*CALL_UP[1:], "--on", "2026-05"), "--on '2026-05' is not a day"),
        ((*CALL_UP[1:], "--order", "2026-11-20"), "needs its source"),
        ((*CALL_UP[1:], "--order-source", "x"), "--order DATE or --order-days DAYS"),
        ((*CALL_UP[1:], "--order", "2026-11-20", "--order-days", "3", "--order-source", "x"), "two orders"),
        ((*CALL_UP[1:], "--order", "2026-12-20", "--order-source", "x"), "lies after the individual hearing"),
        ((*CALL_UP[1:], "--nta", "2026-12-12"), "before the Notice to Appear was served"),
        (("motion_response", "--from", "2026-10-02", "--found", "2026-10-01"), "before it was filed or served"),
        ((*CALL_UP[1:], "--court", "XYZ"), "no immigration court has the code 'XYZ'. Write the three letters"),
        ((*CALL_UP[1:], "--court", "BAX"), "Did you mean BAL?"),
        ((*CALL_UP[1:], "--circuit", "13"), "--circuit: '13' is not a circuit"),
        ((*CALL_UP[1:], "--state", "ZZ"), "is not a state"),
        ((*CALL_UP[1:], "--custody", "free"), "'free' is not one of"),
        ((*CALL_UP[1:], "--stopped", "-1"), "0 or more"),
        ((*CALL_UP[1:], "--closures", "nowhere.toml"), "nowhere.toml cannot be read"),
        (("list", "--found", "2026-11-20"), "--found is about one motion"),
        ((*CALL_UP[1:], "--found", "2026-12-20"), "no motion that can be found late"),
        (("list", "--order", "2026-11-20", "--order-source", "x"), "name it in place of list"),
        (
            ("asylum_one_year", "--from", "2026-05-01", "--order-days", "3", "--order-source", "x"),
            "not counted in days",
        ),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_2(words: tuple[str, ...], said: str) -> None:
    ran = run("deadline", *words)
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.err.strip().splitlines()) == 1
    assert said in ran.err
    assert ran.err.startswith("nolle: ")
