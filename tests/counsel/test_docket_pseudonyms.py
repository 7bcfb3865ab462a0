"""The names of many cases are those each would have alone: an HMAC, whatever the length of the key."""

from __future__ import annotations

import polars as pl
import pytest

from nolle.counsel.docket.pseudonyms import BLOCK, LENGTH, pseudonym, pseudonyms

IDS = ["A-1", "", "ñandú 東京", "x" * 200]


@pytest.mark.parametrize("length", [1, 32, BLOCK - 1, BLOCK, BLOCK + 1, 200])
def test_many_are_named_as_one_is(length: int) -> None:
    key = bytes(range(200))[:length]
    names = pseudonyms(pl.Series("case_id", IDS), key).to_list()
    assert names == [pseudonym(id, key) for id in IDS]
    assert {len(name) for name in names} == {LENGTH}


def test_another_key_gives_other_names() -> None:
    ids = pl.Series("case_id", IDS)
    assert not set(pseudonyms(ids, b"one")) & set(pseudonyms(ids, b"other"))
