"""Names for cases that only the holder of a key can lead back to them."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

LENGTH = 16
"""Hexadecimal digits: 64 bits, in which a million cases meet with a chance of one in forty million."""


def pseudonym(case_id: str, key: bytes) -> str:
    """The name of a case under a key: HMAC-SHA-256 (RFC 2104), shortened."""
    return hmac.digest(key, case_id.encode("utf-8"), "sha256").hex()[:LENGTH]


def pseudonyms(ids: pl.Series, key: bytes) -> pl.Series:
    """The names of many cases."""
    import polars as pl

    keyed, names = hmac.new(key, digestmod="sha256"), []
    for id in ids.to_list():
        one = keyed.copy()  # the key is taken in once
        one.update(id.encode("utf-8"))
        names.append(one.digest()[: LENGTH // 2])
    return pl.Series(ids.name, names, pl.Binary).bin.encode("hex")
