"""``nolle law``: what is held, shown, in force, governing and stale, in the shapes that are promised."""

from __future__ import annotations

import pytest
import time_machine

from nolle.law import authorities, exposure, factors, pathways, priorities

from .running import Ran, answered, run

TUM = "matter-of-castro-tum"
TOPIC = "administrative-closure"

JSON_ANSWERS = [
    ("law", "list", "--kind", "pathway"),
    ("law", "list", "--topic", TOPIC),
    ("law", "show", TUM),
    ("law", "show", "sijs_classification", "--on", "2026-11-21"),
    ("law", "timeline", "--topic", TOPIC),
    ("law", "timeline", "--id", TUM),
    ("law", "in-force", TUM, "--on", "2019-01-15"),
    ("law", "governing", TOPIC, "--on", "2019-01-15"),
    ("law", "stale", "--on", "2026-11-21"),
]


@pytest.mark.parametrize("words", JSON_ANSWERS, ids=" ".join)
def test_json_is_one_line_and_the_same_by_either_name(words: tuple[str, ...]) -> None:
    short, long = answered(*words, "--json"), answered(*words, "--format", "json")
    assert short.out == long.out
    assert len(short.out.splitlines()) == 1
    assert short.json


def listed(*words: str) -> set[str]:
    return {row["id"] for row in answered("law", "list", *words, "--json").json}


def test_list_holds_everything_there_is() -> None:
    assert listed("--kind", "pathway") == set(pathways.DISCRETION) | set(pathways.RELIEF)
    assert listed("--kind", "regime") == set(priorities.ORDER)
    assert listed("--kind", "factor") == set(factors.factors())
    assert listed("--kind", "exposure") == set(exposure.ORDER)
    assert listed("--kind", "authority") == set(authorities.load())
    assert listed("--kind", "topic") == set(authorities.topics())
    assert listed("--kind", "pathway") | listed("--kind", "authority") <= listed()


def test_list_by_topic_holds_the_authorities_on_it() -> None:
    assert TUM in listed("--topic", TOPIC)
    assert listed("--topic", TOPIC) < listed("--kind", "authority")


@pytest.mark.parametrize(("lang", "name"), [("en", "Special Immigrant Juvenile"), ("es", "Joven Inmigrante Especial")])
def test_list_speaks_both_languages(lang: str, name: str) -> None:
    assert name.split()[0] in answered("law", "list", "--kind", "pathway", "--lang", lang).out


def test_in_force_answers_with_the_promised_keys() -> None:
    assert answered("law", "in-force", TUM, "--on", "2019-01-15", "--json").json == {
        "id": TUM,
        "on": "2019-01-15",
        "circuit": None,
        "in_force": True,
        "status": "in-force",
        "from": "2018-05-17",
        "to": "2021-07-14",
        "ended_by": "overruled by matter-of-cruz-valdez",
    }


@pytest.mark.parametrize(("on", "answer"), [("2018-05-16", False), ("2018-05-17", True), ("2021-07-15", False)])
def test_in_force_turns_on_the_day(on: str, answer: bool) -> None:
    assert answered("law", "in-force", TUM, "--on", on, "--json").json["in_force"] is answer


def test_governing_answers_with_the_promised_keys() -> None:
    found = answered("law", "governing", TOPIC, "--on", "2019-01-15", "--json").json
    assert {"topic", "on", "circuit", "authorities", "status"} <= set(found)
    assert (found["topic"], found["on"], found["status"]) == (TOPIC, "2019-01-15", "in-force")
    assert TUM in {row["id"] for row in found["authorities"]}


def test_governing_turns_on_the_circuit() -> None:
    fourth, fifth = (
        {
            row["id"]
            for row in answered("law", "governing", TOPIC, "--on", "2020-01-15", "--circuit", c, "--json").json[
                "authorities"
            ]
        }
        for c in ("ca4", "ca5")
    )
    assert "zuniga-romero-v-barr-2019" in fourth - fifth


def test_timeline_runs_oldest_first() -> None:
    days = [row["day"] for row in answered("law", "timeline", "--topic", TOPIC, "--json").json]
    assert days == sorted(days)


def test_stale_lists_what_no_attorney_has_reviewed() -> None:
    rows = answered("law", "stale", "--on", "2026-11-21", "--json").json
    assert {"authority", "pathway"} == {row["kind"] for row in rows}
    assert {row["id"] for row in rows if row["kind"] == "authority"} == set(authorities.load())
    assert all(row["reviewed_on"] is None for row in rows)


ONE_OF_EACH = [TUM, "sijs_classification", "doyle_2022", "expedited_removal"]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("id", ONE_OF_EACH)
def test_show_shows_one_of_each_kind(id: str, lang: str) -> None:
    assert answered("law", "show", id, "--lang", lang).out.strip()
    assert answered("law", "show", id, "--json").json["id"] == id


def test_show_can_show_everything_that_is_listed() -> None:
    shown = (*pathways.DISCRETION, *pathways.RELIEF, *priorities.ORDER, *factors.factors(), *exposure.ORDER)
    for id in shown:
        assert answered("law", "show", id, "--json").json["id"] == id


def test_show_says_that_no_attorney_has_reviewed_it() -> None:
    assert "not reviewed by an attorney" in answered("law", "show", TUM).out
    assert "no revisado por un abogado" in answered("law", "show", "sijs_classification", "--lang", "es").out


def test_the_day_is_today_when_left_out() -> None:
    with time_machine.travel("2019-01-15T12:00:00Z", tick=False):
        assert run("law", "in-force", TUM, "--json").json["on"] == "2019-01-15"


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("words", [w for w in JSON_ANSWERS if w[1] != "stale"], ids=" ".join)
def test_text_answers_in_both_languages(words: tuple[str, ...], lang: str) -> None:
    assert answered(*words, "--lang", lang).out.strip()


@pytest.fixture(scope="module")
def checked() -> Ran:
    return run("law", "check", "--json")


def test_check_finds_no_defect_in_our_law(checked: Ran) -> None:
    assert checked.code == 0, checked.out[-2000:]
    assert checked.json == []


def test_check_shows_its_progress_beside_the_answer(checked: Ran) -> None:
    assert "checking" in checked.err
    assert len(checked.out.splitlines()) == 1
