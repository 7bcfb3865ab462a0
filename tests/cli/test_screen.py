"""``nolle screen``: the opinion as text, JSON and HTML, by date, circuit, record and regime."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine

from .running import STORY_A, STORY_B, STORY_C, answered, run

DAY = ("--on", "2023-10-06")
WHYS = {"not_asked", "not_known", "judgement", "law_uncertain", "not_in_force"}
STATUSES = {"not_in_force", "closed", "open", "awaiting", "needs_judgement", "unknown"}


def opinion(*words: str) -> Any:
    return answered("screen", *words, "--json").json


def every_truth(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "truth" in value:
            yield value
        for inner in value.values():
            yield from every_truth(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from every_truth(inner)


def test_json_is_one_line_and_all_there_is() -> None:
    lines = answered("screen", STORY_A, *DAY, "--json").out.splitlines()
    assert len(lines) == 1


def test_json_is_the_same_by_either_name() -> None:
    assert answered("screen", STORY_A, *DAY, "--json").out == answered("screen", STORY_A, *DAY, "--format", "json").out


def test_json_has_the_keys_it_promises() -> None:
    found = opinion(STORY_A, *DAY)
    assert set(found) == {
        "schema", "as_of", "known_on", "circuit", "law", "supervisor", "later", "regime", "priority", "exposure",
        "pathways", "fits", "missing", "deadlines",
    }  # fmt: skip
    assert found["schema"] == "nolle.opinion/1"
    assert set(found["law"]) == {"hash", "reviewed_through"}
    assert set(found["exposure"]) == {"expedited_removal", "no_bond", "third_country"}
    assert {"id", "status", "ended_by"} <= set(found["regime"])
    assert {"truth", "tier", "categories"} <= set(found["priority"])
    for exposed in found["exposure"].values():
        assert {"truth", "because"} <= set(exposed)


@pytest.mark.parametrize("story", [STORY_A, STORY_B, STORY_C])
def test_every_pathway_and_rule_has_the_keys_it_promises(story: str) -> None:
    found = opinion(story, *DAY)
    for p in found["pathways"]:
        assert {
            "id", "status", "ask", "grant", "awaiting", "rules", "missing", "factors", "fit", "cautions", "evidence",
            "deadlines", "next", "authorities",
        } <= set(p)  # fmt: skip
        assert p["status"] in STATUSES
        assert set(p["factors"]) == {"for", "against"}
        ids = {rule["id"] for rule in p["rules"]}
        for rule in p["rules"]:
            assert {"id", "label", "truth", "cites", "facts", "because"} <= set(rule)
            assert re.fullmatch(rf"{p['id']}\.[a-z0-9_]+", rule["id"])
            assert rule["label"]["en"]
            assert rule["label"]["es"]
            assert set(rule["because"]) <= ids
            for fact in rule["facts"]:
                assert set(fact) == {"fact", "value", "said_by", "source", "on"}
        for missing in p["missing"]:
            assert set(missing) == {"fact", "why", "question", "asked_of", "settles"}


@pytest.mark.parametrize("story", [STORY_A, STORY_B, STORY_C])
def test_a_truth_that_is_null_says_why(story: str) -> None:
    for found in every_truth(opinion(story, *DAY)):
        if found["truth"] is None:
            assert found["why"] in WHYS, found


def test_on_moves_the_law_and_hides_what_had_not_happened() -> None:
    then = opinion(STORY_A, *DAY)
    assert then["as_of"] == "2023-10-06"
    assert "filing.i485.filed_on" in {later["fact"] for later in then["later"]}
    assert not opinion(STORY_A, "--on", "2026-11-21")["later"]


def test_known_on_leaves_out_what_was_recorded_afterwards() -> None:
    early = opinion(STORY_A, *DAY, "--known-on", "2023-03-01")
    assert early["known_on"] == "2023-03-01"
    recorded = next(later for later in early["later"] if later["fact"] == "person.discretion_equities_strong")
    assert recorded["why"] == "recorded later"
    assert opinion(STORY_A, *DAY)["known_on"] is None


@pytest.mark.parametrize("written", ["ca5", "5", "CA5"])
def test_a_circuit_may_be_written_in_any_usual_way(written: str) -> None:
    assert opinion(STORY_A, *DAY, "--circuit", written, "--only", "asylum")["circuit"] == "ca5"


def test_the_circuit_is_the_cases_own_unless_named() -> None:
    assert opinion(STORY_C, *DAY)["circuit"] == "ca5"


def test_only_names_the_pathways_and_may_repeat() -> None:
    found = opinion(STORY_B, "--only", "sijs_classification", "--only", "uac_asylum", "--on", "2026-11-21")
    assert [p["id"] for p in found["pathways"]] == ["sijs_classification", "uac_asylum"]


def test_a_regime_may_be_named_and_keeps_its_own_dates() -> None:
    found = opinion(STORY_C, "--on", "2026-11-21", "--regime", "doyle_2022", "--only", "asylum")["regime"]
    assert (found["id"], found["status"]) == ("doyle_2022", "not-in-force")


def test_the_day_is_today_when_left_out_and_the_answer_says_which() -> None:
    with time_machine.travel("2024-02-29T12:00:00Z", tick=False):
        assert run("screen", STORY_A, "--only", "asylum", "--json").json["as_of"] == "2024-02-29"
        assert "February 29, 2024" in run("screen", STORY_A, "--only", "asylum").out


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("Opinion as of October 6, 2023", "Exposure, before any dismissal", "unsupervised draft")),
        ("es", ("Opinión al 6 de octubre de 2023", "Riesgos, antes de cualquier desestimación", "borrador")),
    ],
)
def test_text_speaks_the_language_asked_for(lang: str, said: tuple[str, ...]) -> None:
    out = answered("screen", STORY_A, *DAY, "--lang", lang).out
    for words in said:
        assert words in out


def test_text_puts_exposure_before_every_pathway() -> None:
    out = answered("screen", STORY_A, *DAY).out
    assert out.index("Exposure, before any dismissal") < out.index("Forms of discretion") < out.index("Relief that")


def test_text_carries_no_colour_codes_when_it_is_not_a_terminal() -> None:
    assert "\x1b" not in answered("screen", STORY_A, *DAY).out


def test_full_shows_the_facts_and_the_citations_as_well() -> None:
    short, full = (answered("screen", STORY_A, *DAY, *more).out for more in ((), ("--full",)))
    assert len(full) > len(short)
    assert "Approved (I-797" in full
    assert "Approved (I-797" not in short


@pytest.mark.parametrize("lang", ["en", "es"])
def test_html_is_one_page_that_loads_nothing(lang: str) -> None:
    page = answered("screen", STORY_A, *DAY, "--format", "html", "--lang", lang).out
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert f'<html lang="{lang}"' in page
    assert "<script" not in page
    assert not re.search(r'(src|href)="(https?:)?//[^"]*\.(css|js|png|svg|woff2?)"', page)


def test_an_opinion_says_who_supervises_when_the_settings_name_someone(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nolle.toml").write_text('[supervisor]\nname = "Ana Ruiz"\nbar = "CA 123456"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("screen", STORY_A, "--only", "asylum", "--json").json["supervisor"] == "Ana Ruiz, CA 123456"
    assert "supervised by Ana Ruiz, CA 123456" in run("screen", STORY_A, "--only", "asylum").out


def test_an_empty_file_opens_nothing_and_closes_nothing(tmp_path: Any) -> None:
    empty = tmp_path / "empty.toml"
    empty.write_text('schema = "nolle.case/1"\n', encoding="utf-8")
    found = run("screen", str(empty), "--on", "2026-11-21", "--json").json
    assert {p["status"] for p in found["pathways"]} <= {"unknown", "not_in_force"}


@pytest.mark.parametrize("on", ["1900-01-01", "1952-06-27", "2000-02-29", "2199-12-31"])
def test_a_day_long_ago_or_far_ahead_is_answered(on: str) -> None:
    assert opinion(STORY_C, "--on", on)["as_of"] == on


OPLA_SILENT = """schema = "nolle.case/1"
complete = ["entry"]
[case]
in_removal_proceedings = true
nta_filed_on = "2025-03-20"
final_order = false
administratively_closed = false
opla_position = "not_asked"
dhs_moved_to_dismiss = false
[person]
birth_date = { value = "1990-01-01", on = 2026-03-01 }
"""


def test_an_act_nobody_has_done_yet_hides_no_question(tmp_path: Path) -> None:
    """That OPLA is known not to have moved settles the grant only: counsel is still asked for the ground."""
    case = tmp_path / "case.toml"
    case.write_text(OPLA_SILENT, encoding="utf-8")
    words = (str(case), "--on", "2026-06-01", "--only", "dismissal_without_prejudice")
    found = opinion(*words)["pathways"][0]
    assert found["grant"]["truth"] is False
    assert "case.changed_circumstances_since_nta" in {m["fact"] for m in found["missing"]}
    assert "may be granted: not yet" in answered("screen", *words).out


def test_what_is_left_out_says_why_and_when(tmp_path: Path) -> None:
    case = tmp_path / "case.toml"
    case.write_text(OPLA_SILENT, encoding="utf-8")
    said = answered("screen", str(case), "--on", "2026-06-01", "--known-on", "2026-02-01", "--only", "asylum").out
    assert "recorded later: March 1, 2026" in said
