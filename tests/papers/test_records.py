"""What papers answer in JSON holds to its schemas, and the page on JSON names every key."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from nolle.papers.approve import approve
from nolle.papers.draft import Override
from nolle.papers.files import record
from nolle.papers.kinds import kinds
from tests.cli.running import ROOT, STORY_A, run

from .drafting import made, released

SCHEMAS = resources.files("nolle.papers").joinpath("schemas")
PAGE = (ROOT / "docs" / "reference" / "json.md").read_text("utf-8")


def schema(name: str) -> Any:
    read = json.loads(SCHEMAS.joinpath(f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(read)
    return read


def wrong(name: str, found: Any) -> list[str]:
    as_read = json.loads(json.dumps(found))
    return [error.message for error in Draft202012Validator(schema(name)).iter_errors(as_read)]


@pytest.mark.parametrize("kind", kinds())
def test_the_record_of_every_paper_holds_to_its_schema(kind: str) -> None:
    assert wrong("paper", record(made(kind, "b", about="motion_continue", asking="closure"))) == []


def test_a_record_with_releases_and_overrides_holds_too_and_a_broken_one_does_not() -> None:
    override = Override("exposure", "advised in person", "Ana Ruiz")
    found = record(made("pd_request", "a", releases=released("derived.years_in_us"), overrides=[override]))
    assert wrong("paper", found) == []
    assert wrong("paper", {**found, "ready": "yes"})
    assert wrong("paper", {name: value for name, value in found.items() if name != "exposure"})


def test_what_the_commands_write_holds_to_the_schemas(tmp_path: Path) -> None:
    words = ("proposed_order", STORY_A, "--on", "2023-09-18", "--about", "joint_motion_dismiss")
    ran = run("papers", "draft", *words, "--out", str(tmp_path), "--json")
    assert wrong("paper", ran.json) == []
    assert wrong("paper", json.loads((tmp_path / "proposed_order.json").read_text("utf-8"))) == []
    approve(
        tmp_path / "proposed_order.md",
        who="Ana Ruiz",
        number="MD 0000000000",
        at=datetime(2023, 9, 18, 15, 0, tzinfo=UTC),
        overrides=[Override("stale-law", "read again today", "Ana Ruiz")],
    )
    assert wrong("approval", json.loads((tmp_path / "proposed_order.v1.approval.json").read_text("utf-8"))) == []


@pytest.mark.parametrize("name", ["paper", "approval", "packet", "check"])
def test_the_page_on_json_names_every_key(name: str) -> None:
    for key in schema(name)["properties"]:
        assert f"`{key}`" in PAGE or f"{key}[]" in PAGE or f" {key}," in PAGE, key
