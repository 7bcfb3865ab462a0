"""Exhibit letters: A to Z, then AA, BB to ZZ, AAA (Immigration Court Practice Manual ch. 3.3(c)(2))."""

from __future__ import annotations

import re

_TAB = re.compile(r"([A-Z])\1*")


def number_of(tab: str) -> int:
    """Where a tab stands, A being 0.

    Raises:
        ValueError: the letters are no tab; ``AB`` is none, because AA is followed by BB.
    """
    if not _TAB.fullmatch(tab):
        raise ValueError(f"{tab!r} is no tab: write one capital letter, or the same letter twice (A, B ... Z, AA, BB)")
    return ord(tab[0]) - ord("A") + 26 * (len(tab) - 1)


def letter_of(number: int) -> str:
    """The tab at a place, 0 being A."""
    times, letter = divmod(number, 26)
    return chr(ord("A") + letter) * (times + 1)
