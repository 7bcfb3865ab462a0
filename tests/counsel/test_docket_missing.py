"""What is missing for a case, by its masks, is what its opinion says is missing."""

from __future__ import annotations

import re

import pytest

from nolle.counsel.missing import missing_in
from nolle.counsel.status import anything_known
from nolle.logic.columns import column_name, compile_rules
from nolle.logic.judge import judge
from tests.law.whole import LAW, whole_law, world_of
from tests.logic.generate import frames_of
from tests.logic.same import asked_of, rows_of

ROW = re.compile(r"\[[^]]*\]")
"""In an opinion a row is named by its id; a mask says only that some row lacks the field."""


@pytest.mark.parametrize("name", sorted(whole_law()))
def test_the_masks_of_a_pathway_name_what_its_opinion_finds_missing(name: str) -> None:
    world = world_of(name)
    plan = compile_rules(world.rules, world.definitions, world.tables)
    layers = plan.run(frames_of(world), law=LAW, only=(), missing=list(plan.roots))
    found = {row["case_id"]: row for row in rows_of(layers)}
    for case in world.cases:
        asked = asked_of(world, case)
        for id, root in plan.roots.items():
            finding = judge(root, asked)
            row, column = found[case.id], column_name(id)
            named = {
                fact
                for place, word in enumerate(layers.masks[id])
                for bit, fact in enumerate(word)
                if row[f"{column}__missing_{place}"] >> bit & 1
            }
            assert named == {ROW.sub("", m.fact) for m in missing_in(finding, asked, id)}, (case.id, id)
            assert row[f"{column}__known"] == anything_known(finding), (case.id, id)
