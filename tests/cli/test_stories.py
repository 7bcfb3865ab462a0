"""The three stories, as the pages beside them tell them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .running import STORY_A, STORY_B, STORY_C, answered, run

DAY_A, NOW = "2023-10-06", "2026-11-21"


def opinion(story: str, on: str, *more: str) -> Any:
    return answered("screen", story, "--on", on, *more, "--json").json


def statuses(found: Any) -> dict[str, str]:
    return {p["id"]: p["status"] for p in found["pathways"]}


def pathway(found: Any, id: str) -> Any:
    return next(p for p in found["pathways"] if p["id"] == id)


def exposure(found: Any) -> tuple[bool | None, bool | None, bool | None]:
    return tuple(found["exposure"][id]["truth"] for id in ("expedited_removal", "no_bond", "third_country"))


def changed(tmp_path: Path, story: str, **lines: str) -> str:
    """The story with some lines of its file written otherwise."""
    text = Path(story).read_text("utf-8")
    for field, value in lines.items():
        old = next(line for line in text.splitlines() if line.startswith(f"{field} = "))
        text = text.replace(old, f"{field} = {value}")
    file = tmp_path / "case.toml"
    file.write_text(text, "utf-8")
    return str(file)


# A. The dismissed case.


def test_a_dismissal_and_adjustment_are_open_the_day_the_order_came() -> None:
    found = opinion(STORY_A, DAY_A)
    for id in ("dismissal_without_prejudice", "aos_immediate_relative"):
        p = pathway(found, id)
        assert (p["status"], p["ask"]["truth"], p["grant"]["truth"]) == ("open", True, True)
    assert exposure(found) == (False, False, False)
    assert (found["regime"]["id"], found["regime"]["status"]) == ("reinstated_2023", "in-force")
    assert found["priority"]["truth"] is False
    assert "filing.i485.filed_on" in {later["fact"] for later in found["later"]}


def test_a_from_the_day_after_the_order_there_is_nothing_left_to_dismiss() -> None:
    for on in ("2023-10-07", NOW):
        found = statuses(opinion(STORY_A, on))
        for id in ("dismissal_without_prejudice", "termination_discretionary", "administrative_closure"):
            assert found[id] == "closed"


def test_a_adjustment_goes_on_before_uscis_under_another_regime() -> None:
    found = opinion(STORY_A, NOW)
    adjustment = pathway(found, "aos_immediate_relative")
    assert adjustment["status"] == "open"
    assert [reason["en"] for reason in adjustment["forum"]["reasons"]] == ["USCIS: no court case is open"]
    assert (found["regime"]["id"], found["priority"]["truth"]) == ("regime_2025", True)


def test_a_dismissal_suits_this_relief() -> None:
    fit = {f["form"]: f["rating"] for f in pathway(opinion(STORY_A, DAY_A), "aos_immediate_relative")["fit"]}
    assert (fit["dismissal"], fit["termination"]) == ("good", "good")


def test_a_what_was_recorded_later_answers_nothing_earlier() -> None:
    early = opinion(STORY_A, DAY_A, "--known-on", "2023-03-01")
    assert "person.discretion_equities_strong" in {later["fact"] for later in early["later"]}


# B. The child.


def test_b_the_state_court_is_awaited_and_nothing_has_failed() -> None:
    found = opinion(STORY_B, NOW)
    sij = pathway(found, "sijs_classification")
    assert (sij["status"], sij["ask"]["truth"]) == ("awaiting", True)
    assert {a["act_of"] for a in sij["awaiting"]} == {"state-court"}
    assert exposure(found)[:2] == (False, True)


def test_b_one_question_is_left_for_asylum_as_an_unaccompanied_child_and_it_is_counsels() -> None:
    found = pathway(opinion(STORY_B, NOW), "uac_asylum")
    assert found["status"] == "needs_judgement"
    assert [(m["fact"], m["asked_of"]) for m in found["missing"]] == [("asylum.nexus_supported", "attorney")]


def test_b_the_clocks_name_the_last_safe_day() -> None:
    found = opinion(STORY_B, NOW)
    due = {d["due"] for id in ("sijs_classification", "uac_asylum") for d in pathway(found, id)["deadlines"]}
    assert due == {"2028-02-27", "2031-02-27"}
    assert "2026-03-10" in {d["due"] for d in pathway(found, "asylum")["deadlines"]}


def test_b_at_eighteen_her_age_protects_her_no_longer() -> None:
    assert exposure(opinion(STORY_B, "2028-02-27"))[0] is False
    assert exposure(opinion(STORY_B, "2028-02-28"))[0] is True


def test_b_at_twenty_one_classification_is_closed() -> None:
    assert statuses(opinion(STORY_B, "2031-02-27"))["sijs_classification"] == "awaiting"
    assert statuses(opinion(STORY_B, "2031-02-28"))["sijs_classification"] == "closed"


def test_b_cancellation_and_tps_are_closed() -> None:
    found = statuses(opinion(STORY_B, NOW))
    assert {found[id] for id in ("cancellation_42a", "cancellation_42b", "cancellation_vawa", "tps")} == {"closed"}


# C. The long-time resident.


def test_c_long_residence_answers_expedited_removal_and_not_detention_without_bond() -> None:
    assert exposure(opinion(STORY_C, NOW))[:2] == (False, True)


@pytest.mark.parametrize(("held", "truth"), [("5", True), ("2", None)])
def test_c_bond_follows_the_place_where_she_could_be_held(tmp_path: Path, held: str, truth: bool | None) -> None:
    there = changed(tmp_path, STORY_C, detention_circuit=f'"{held}"')
    assert exposure(run("screen", there, "--on", NOW, "--json").json)[1] is truth


def test_c_what_the_court_alone_can_grant_is_open_and_dismissal_would_end_it() -> None:
    found = opinion(STORY_C, NOW)
    for id in ("cancellation_42b", "cancellation_vawa"):
        p = pathway(found, id)
        assert p["status"] == "open"
        assert {f["form"]: f["rating"] for f in p["fit"]}["dismissal"] == "poor"
    assert statuses(found)["deferred_action_generic"] == "open"
    assert statuses(found)["vawa_self_petition"] == "closed"


def test_c_what_she_was_asked_and_could_not_answer_stays_unknown() -> None:
    found = pathway(opinion(STORY_C, NOW), "u_status")
    assert found["status"] == "unknown"
    assert {(m["fact"], m["why"]) for m in found["missing"]} == {
        ("victim.substantial_abuse", "not_known"),
        ("victim.helpful_to_le", "not_known"),
    }


def test_c_an_arrest_that_was_dismissed_is_no_public_safety_category_under_the_memo_of_2022() -> None:
    found = opinion(STORY_C, NOW, "--regime", "doyle_2022")
    assert (found["regime"]["status"], found["priority"]["truth"]) == ("not-in-force", None)
    assert {c["truth"] for c in found["priority"]["categories"]} == {False}
