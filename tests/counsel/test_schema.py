"""Every JSON answer holds to the schema that ships with it, and the schemas refuse what is not an answer."""

from __future__ import annotations

import copy
import json
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from nolle.counsel.opinion import opinion
from nolle.counsel.record import record
from nolle.facts.casefile import empty_case, parse_case, read_case
from nolle.facts.schema import case_schema
from nolle.facts.vocabulary import vocabulary
from nolle.law import authorities

EXAMPLES = Path(__file__).parents[2] / "examples"
STORIES = ("a-dismissed-case", "b-child", "c-long-time-resident")
DAYS = (date(2014, 12, 1), date(2018, 6, 1), date(2023, 10, 6), date(2026, 11, 21))


def schema(name: str) -> Any:
    text = resources.files("nolle.counsel").joinpath("schemas", f"{name}.json").read_text("utf-8")
    return json.loads(text)


def check(answer: Any, against: Any) -> None:
    plain = json.loads(json.dumps(answer))
    assert plain == answer, "the answer is not plain JSON"
    errors = [
        f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in _validator(against).iter_errors(plain)
    ]
    assert not errors, "\n".join(errors[:5])


def _validator(against: Any) -> Draft202012Validator:
    return Draft202012Validator(against, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("name", ["opinion", "law_in_force", "law_governing"])
def test_a_shipped_schema_is_itself_well_formed(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("on", DAYS, ids=str)
def test_an_opinion_on_a_story_holds_to_its_schema(story: str, on: date) -> None:
    check(record(opinion(read_case(EXAMPLES / story / "case.toml"), on)), schema("opinion"))


def test_so_do_an_empty_case_a_named_regime_a_supervisor_and_an_earlier_record() -> None:
    on = date(2023, 10, 6)
    case = read_case(EXAMPLES / "a-dismissed-case" / "case.toml")
    check(record(opinion(empty_case(), date(1950, 1, 1))), schema("opinion"))
    found = opinion(
        case, on, known_on=date(2023, 2, 2), circuit="dc", regime_id="mayorkas_2021", supervisor="Ana Ruiz, CA 1"
    )
    check(record(found), schema("opinion"))
    check(record(opinion(case, on, only=["sijs_classification"])), schema("opinion"))


@pytest.fixture(scope="module")
def answer() -> Any:
    found = opinion(read_case(EXAMPLES / "b-child" / "case.toml"), DAYS[-1], only=["sijs_classification"])
    return json.loads(json.dumps(record(found)))


def _no_why(a: Any) -> None:
    unknown = next(r for r in a["pathways"][0]["rules"] if r["truth"] is None)
    del unknown["why"]


def _why_of_a_yes(a: Any) -> None:
    sure = next(r for r in a["pathways"][0]["rules"] if r["truth"] is True)
    sure["why"] = "not_asked"


def _one_language(a: Any) -> None:
    del a["pathways"][0]["name"]["es"]


def _a_score(a: Any) -> None:
    a["pathways"][0]["score"] = 0.7


def _exposure_left_out(a: Any) -> None:
    del a["exposure"]["no_bond"]


@pytest.mark.parametrize("spoil", [_no_why, _why_of_a_yes, _one_language, _a_score, _exposure_left_out])
def test_the_opinion_schema_refuses(spoil: Any, answer: Any) -> None:
    spoiled = copy.deepcopy(answer)
    spoil(spoiled)
    assert not _validator(schema("opinion")).is_valid(spoiled)


@pytest.mark.parametrize("circuit", [None, "4"])
@pytest.mark.parametrize("on", DAYS, ids=str)
def test_every_in_force_answer_holds_to_its_schema(on: date, circuit: str | None) -> None:
    validator = _validator(schema("law_in_force"))
    wrong = [id for id in authorities.load() if not validator.is_valid(authorities.in_force(id, on, circuit).record())]
    assert not wrong


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_every_governing_answer_holds_to_its_schema(on: date) -> None:
    validator = _validator(schema("law_governing"))
    wrong = [t for t in authorities.topics() if not validator.is_valid(authorities.governing(t, on, "4").record())]
    assert not wrong


@pytest.fixture(scope="module")
def cases() -> Draft202012Validator:
    made = case_schema()
    Draft202012Validator.check_schema(made)
    return _validator(made)


def test_the_case_schema_names_every_fact_that_can_be_told(cases: Draft202012Validator) -> None:
    told = cases.schema["properties"]
    for info in vocabulary().values():
        if info.name in ("derived", "law"):
            assert info.name not in told
            continue
        shape = cases.schema["$defs"][info.name] if info.forms else told[info.name]
        properties = shape["items"]["properties"] if info.is_list and not info.forms else shape["properties"]
        assert set(info.fields) - {"form"} <= set(properties)


@pytest.mark.parametrize("story", STORIES)
def test_the_stories_hold_to_the_case_schema(story: str, cases: Draft202012Validator) -> None:
    import tomllib

    told = tomllib.loads((EXAMPLES / story / "case.toml").read_text("utf-8"))
    plain = json.loads(json.dumps(told, default=str))
    assert [e.message[:200] for e in cases.iter_errors(plain)] == []


CELLS = (
    ({"person": {"birth_date": "2014-05~"}}, True),
    ({"person": {"birth_date": 1988}}, True),
    ({"person": {"birth_date": {"min": "2001", "max": "2003", "source": "school record"}}}, True),
    ({"person": {"birth_date": {"unknown": True, "said_by": "client"}}}, True),
    ({"person": {"birth_date": None}}, True),
    ({"person": {"birth_date": "last May"}}, False),
    ({"person": {"birth_date": {"value": "2001-01-01", "absent": True}}}, False),
    ({"person": {"birth_date": {"source": "school record"}}}, False),
    ({"person": {"marital_status": {"one_of": ["single", "divorced"]}}}, True),
    ({"person": {"marital_status": "betrothed"}}, False),
    ({"person": {"in_us_now": "yes"}}, False),
    ({"person": {"shoe_size": 40}}, False),
    ({"case": {"circuit": 9}}, True),
    ({"case": {"circuit": "14"}}, False),
    ({"filing": {"i130": {"status": "approved"}}}, True),
    ({"filing": {"i130": [{"id": "wife", "main": True, "status": "approved"}, {"status": "pending"}]}}, True),
    ({"filing": {"i999": {"status": "approved"}}}, False),
    ({"relative": [{"id": "wife", "relationship": "spouse"}], "complete": ["relative"]}, True),
    ({"complete": ["person"]}, False),
    ({"derived": {"age": 12}}, False),
)


@pytest.mark.parametrize(("told", "good"), CELLS, ids=[json.dumps(told) for told, _ in CELLS])
def test_the_case_schema_and_the_reader_agree(told: Any, good: bool, cases: Draft202012Validator) -> None:
    case = {"schema": "nolle.case/1", **told}
    assert cases.is_valid(case) is good
    if good:
        parse_case(json.dumps(case), "json")
    else:
        with pytest.raises(ValueError, match=r"."):
            parse_case(json.dumps(case), "json")
