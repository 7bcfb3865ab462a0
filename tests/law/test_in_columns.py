"""The whole law asked in columns answers as it does for one case."""

from __future__ import annotations

import pytest

from tests.law.whole import whole_law, world_of
from tests.logic.same import assert_same


@pytest.mark.parametrize("name", sorted(whole_law()))
def test_a_pathway_answers_alike_in_columns(name: str) -> None:
    assert_same(world_of(name))
