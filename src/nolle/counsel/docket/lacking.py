"""What a conclusion waits for, from masks to names: for each case the list of the facts that are missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, reduce
from itertools import compress
from operator import add
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

SEPARATOR = ";"
"""Between the names of missing facts in text, as between the codes of a list in a docket."""

PIECE, HALF = 12, 6
"""So many bits of a mask are looked up at once, in a table put together from two of 64 rows."""


def listed(masks: Sequence[str], words: Sequence[Sequence[str]], facts: Sequence[str]) -> Any:
    """A list for each case, in the order of the bits; null where a mask is null, empty where there is no mask.

    A list is put together of bytes, one for each fact: joining columns of lists takes ten times as long.

    Args:
        masks: the columns of the masks.
        words: the name of each bit of each mask; one without a name is left out.
        facts: the names there may be in any batch of the docket, at most 256: the type of the column.
    """
    import polars as pl

    place = {name: bytes([at]) for at, name in enumerate(facts)}
    pieces = []
    for mask, word in zip(masks, words, strict=True):
        for start in range(0, len(word), PIECE):
            codes = tuple(place[name] if name else b"" for name in word[start : start + PIECE])
            ways = pl.col(mask) // (1 << start) & (1 << len(codes)) - 1
            pieces.append(pl.lit(_table(codes)).gather(ways))
    kind = pl.Enum(facts)
    if not pieces:
        return pl.lit([], pl.List(kind))
    return reduce(add, pieces).cast(pl.List(pl.UInt8)).list.eval(pl.element().cat.to(kind))


@cache
def _table(codes: tuple[bytes, ...]) -> pl.Series:
    """The bytes of each way that these facts can be missing."""
    import polars as pl

    low, high = (pl.Series(_ways(half), dtype=pl.Binary) for half in (codes[:HALF], codes[HALF:]))
    way = pl.int_range(1 << len(codes), eager=True)
    return low.gather(way % len(low)) + high.gather(way // len(low))


def _ways(codes: Sequence[bytes]) -> list[bytes]:
    return [b"".join(compress(codes, (way >> bit & 1 for bit in range(len(codes))))) for way in range(1 << len(codes))]


def counted(found: pl.DataFrame, wanted: Mapping[str, tuple[Sequence[Sequence[str]], Any]]) -> Counter[str]:
    """For how many cases each fact is missing, added up over conclusions.

    Args:
        found: the masks.
        wanted: for the stem of each conclusion's masks the names of their bits, and which cases count.
    """
    import polars as pl

    bits = {
        (stem, name): ((pl.col(f"{stem}_{at}") & 1 << bit).ne(0) & cases).sum()
        for stem, (words, cases) in wanted.items()
        for at, word in enumerate(words)
        for bit, name in enumerate(word)
        if name
    }
    sums = found.select(bit.alias(f"{stem}.{name}") for (stem, name), bit in bits.items()).row(0) if bits else ()
    total: Counter[str] = Counter()
    for (_, name), cases in zip(bits, sums, strict=True):
        if cases:
            total[name] += cases
    return total


def in_text(column: str) -> Any:
    """The names of missing facts as one text; null where there are none."""
    import polars as pl

    return pl.col(column).cast(pl.List(pl.String)).list.join(SEPARATOR).replace("", None)


def names_of(masks: Sequence[int], words: Sequence[Sequence[str]]) -> list[str]:
    """The names that masks stand for, in the law's order."""
    return [name for mask, word in zip(masks, words, strict=True) for bit, name in enumerate(word) if mask >> bit & 1]
