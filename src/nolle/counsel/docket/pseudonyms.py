"""Names for cases that only the holder of a key can lead back to them."""

from __future__ import annotations

import hmac
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

LENGTH = 16
"""Hexadecimal digits: 64 bits, in which a million cases meet with a chance of one in forty million."""

BLOCK = 64
"""Bytes that SHA-256 takes in at a time."""


def pseudonym(case_id: str, key: bytes) -> str:
    """The name of a case under a key: HMAC-SHA-256 (RFC 2104), shortened."""
    return hmac.digest(key, case_id.encode("utf-8"), "sha256").hex()[:LENGTH]


def pseudonyms(ids: pl.Series, key: bytes) -> pl.Series:
    """The names of many cases: the key, taken in once, as the two hashes of which an HMAC is made."""
    import polars as pl

    whole = (key if len(key) <= BLOCK else sha256(key).digest()).ljust(BLOCK, b"\0")
    inner, outer = (sha256(bytes(byte ^ pad for byte in whole)).copy for pad in (0x36, 0x5C))
    names = []
    for id in ids.to_list():
        within, around = inner(), outer()
        within.update(id.encode("utf-8"))
        around.update(within.digest())
        names.append(around.digest()[: LENGTH // 2])
    return pl.Series(ids.name, names, pl.Binary).bin.encode("hex")
