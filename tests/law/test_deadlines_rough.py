"""Deadlines that count from a rough date over a change of the law, and the language of every working."""

from __future__ import annotations

import re

import pytest

from nolle.law.procedure import Deadline, deadline, rules
from nolle.logic import Text, parse_date


def english(found: Deadline) -> str:
    return "\n".join(step.text.en for step in found.steps)


@pytest.mark.parametrize(
    ("written", "counts"),
    [
        (
            "2026-03",
            {
                ("before", "2026-03-31", "2026-04-07", False),
                ("practice", "2026-04-08", "2026-04-30", False),
                ("printed", "2026-03-19", "2026-04-10", True),
            },
        ),
        (
            "2026",
            {
                ("before", "2026-02-02", "2026-04-07", True),
                ("practice", "2026-04-08", "2027-02-01", False),
                ("printed", "2026-03-19", "2027-01-11", False),
            },
        ),
        ("2026-04", {("practice", "2026-05-01", "2026-06-01", False), ("printed", "2026-04-13", "2026-05-11", True)}),
        ("../2026-03", {
            ("before", "None", "2026-04-07", False),
            ("practice", "2026-04-08", "2026-04-30", False),
            ("printed", "2026-03-19", "2026-04-10", False),
        }),
    ],
)  # fmt: skip
@pytest.mark.parametrize("id", ["bia_appeal", "bia_appeal_30", "order_final_no_appeal"])
def test_a_decision_roughly_dated_over_the_change_of_the_appeal_shows_every_count(
    id: str, written: str, counts: set[tuple[str, str, str, bool]]
) -> None:
    found = deadline(id, parse_date(written))
    assert found.status == "contested"
    assert {(one.which, str(one.due.low), str(one.due.high), one.safe) for one in found.reckonings} == counts
    safe = [low for _, low, _, is_safe in counts if is_safe]
    assert [str(found.safe)] == (safe or ["None"])
    assert "10 days after" in english(found)
    assert "a court vacated that" in english(found)
    if written != "2026-04":
        (before,) = [one for one in found.reckonings if one.which == "before"]
        assert before.label == Text("Before March 9, 2026: 30 days", "Antes del 9 de marzo de 2026: 30 días")
        assert "Counted from Monday, March 9, 2026 or later:" in english(found)


def test_a_rough_decision_all_before_the_change_has_one_count() -> None:
    found = deadline("bia_appeal", parse_date("2026-02"))
    assert (found.status, found.reckonings, str(found.safe)) == ("in_force", (), "2026-03-03")


ENGLISH = {"the", "and", "by", "before", "after", "days", "rule", "text", "where", "other", "than", "may", "filing"}


def test_no_english_words_stand_in_a_spanish_working() -> None:
    glued = {}
    for id in rules():
        for written in ("2026-10-01", "2020-01-01", "2007-11-22"):
            found = deadline(id, parse_date(written))
            said = [step.text.es for step in found.steps] + ([found.why.es] if found.why else [])
            # A rule is named by its id, and a document by its own title, of which only this one is so titled.
            plain = " ".join(re.sub(r"\w+_\w+|Filing Deadlines in Non-Detained Cases", "", text) for text in said)
            if words := ENGLISH & set(re.findall(r"[a-zñáéíóú]+", plain)):
                glued[id] = words
    assert glued == {}
