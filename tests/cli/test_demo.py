"""``nolle demo``: story A on two dates and what changed between them."""

from __future__ import annotations

import pytest

from .running import answered


@pytest.mark.parametrize(
    ("lang", "first", "second", "changed"),
    [
        ("en", "as of October 6, 2023", "as of November 21, 2026", "What changed between October 6, 2023"),
        ("es", "al 6 de octubre de 2023", "al 21 de noviembre de 2026", "Qué cambió entre el 6 de octubre de 2023"),
    ],
)
def test_it_tells_the_story_twice_and_then_the_difference(lang: str, first: str, second: str, changed: str) -> None:
    out = answered("demo", "--on", "2026-11-21", "--lang", lang).out
    assert out.index(first) < out.index(second) < out.index(changed)


def test_the_difference_names_the_regime_and_what_the_order_ended() -> None:
    out = answered("demo", "--on", "2026-11-21").out
    difference = " ".join(out[out.index("What changed between") :].split())
    assert "Priority regime:" in difference
    assert "Dismissal of removal proceedings without prejudice (DHS motion): open → closed" in difference
    assert "✓ → ✗ In removal proceedings" in difference
