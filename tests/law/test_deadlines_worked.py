"""Deadlines worked by hand from the texts: leap years, year ends, observed holidays, the law of each date, custody.

``deadline_cases.json`` holds the rule, what is given, the last day by the rule, the date to work to, and the working.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nolle.law.procedure import deadline
from nolle.logic import parse_date

CASES = json.loads((Path(__file__).parent / "deadline_cases.json").read_text("utf-8"))


@pytest.mark.parametrize("row", CASES, ids=lambda row: f"{row['rule']} {row['from']} {row.get('given', '')}")
def test_it_comes_to_what_was_worked_by_hand(row: dict[str, Any]) -> None:
    given = dict(row.get("given", {}))
    if "found" in given:
        given["found"] = date.fromisoformat(given["found"])
    found = deadline(row["rule"], parse_date(row["from"]), **given).record()
    assert (found["due"], found["safe"]) == (row["due"], row["safe"]), row["working"]
    if "status" in row:
        assert found["status"] == row["status"]


def test_there_are_more_than_a_hundred() -> None:
    assert len(CASES) > 100
    assert len({row["rule"] for row in CASES}) > 55
