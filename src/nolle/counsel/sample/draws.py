"""Chance that comes out alike everywhere: splitmix64 in whole numbers, one stream for each thing that is drawn.

A draw depends on the seed, on the name of what is drawn and on the number of the case, and on nothing else: not on
how many cases there are, on the machine, or on the version of the engine. Arithmetic is modulo 2 to the 64th.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import polars as pl

Expr: TypeAlias = "pl.Expr"

GOLDEN = 0x9E3779B97F4A7C15
"""The step of splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014)."""

_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_HALF = 1 << 32
SMALL = 1 << 16
PLACES = 64
"""Rows that one list of a case can have."""


class Draws:
    """What is drawn for the cases of one seed. The frames have ``step``: the number of the row times ``GOLDEN``."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def start(self, name: str) -> int:
        """Where the stream of a name begins."""
        text = f"{self.seed}:{name}".encode()
        return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")

    def draw(self, name: str) -> Expr:
        """64 bits for each row."""
        import polars as pl

        z = pl.col("step") + _u64(self.start(name))
        z = (z ^ (z // _u64(1 << 30))) * _u64(_FIRST)
        z = (z ^ (z // _u64(1 << 27))) * _u64(_SECOND)
        return z ^ (z // _u64(1 << 31))

    def happens(self, name: str, percent: Any) -> Expr:
        """True for so many of a hundred rows."""
        return happens(self.draw(name), percent)

    def between(self, name: str, low: Any, high: Any) -> Expr:
        """A whole number from ``low`` to ``high``, both among them; ``low`` where ``high`` is less."""
        return between(self.draw(name), low, high)

    def pick(self, name: str, weights: Mapping[str, int]) -> Expr:
        """One of the codes, as often as they weigh."""
        return pick(self.draw(name), weights)


def happens(draw: Expr, percent: Any) -> Expr:
    """Whether the second 16 bits of a draw fall within so many of a hundred."""
    return second(draw) * 100 < _wide(percent) * SMALL


def first(draw: Expr) -> Expr:
    """The first 16 bits."""
    import polars as pl

    return (draw & _u64(SMALL - 1)).cast(pl.Int32)


def second(draw: Expr) -> Expr:
    """The second 16 bits."""
    import polars as pl

    return ((draw // _u64(SMALL)) & _u64(SMALL - 1)).cast(pl.Int32)


def between(draw: Expr, low: Any, high: Any) -> Expr:
    """The upper half of a draw as a whole number between two, both among them."""
    import polars as pl

    low, high = _wide(low), _wide(high)
    width = pl.max_horizontal(high - low + 1, pl.lit(1, pl.Int32)).cast(pl.UInt64)
    return low + ((draw // _u64(_HALF)) * width // _u64(_HALF)).cast(pl.Int32)


def pick(draw: Expr, weights: Mapping[str, int]) -> Expr:
    """The upper half of a draw as one of the codes, as often as they weigh."""
    import polars as pl

    names = [name for name, weight in weights.items() if weight]
    total = sum(weights.values())
    if len(names) == 1:
        return _only(names[0])
    value = draw // _u64(_HALF)
    passed, place = 0, None
    for name in names[:-1]:
        passed += weights[name]
        beyond = (value >= _u64(passed * _HALF // total)).cast(pl.UInt8)
        place = beyond if place is None else place + beyond
    assert place is not None
    return place.cat.to(pl.Enum(names))


def evenly(draw: Expr, names: Sequence[str]) -> Expr:
    """The upper half of a draw as one of many names, all as often."""
    import polars as pl

    return between(draw, 0, len(names) - 1).cast(pl.UInt8).cat.to(pl.Enum(list(names)))


def _only(name: str) -> Expr:
    import polars as pl

    return pl.lit(name, dtype=pl.Enum([name]))


def _wide(value: Any) -> Expr:
    import polars as pl

    return (value if isinstance(value, pl.Expr) else pl.lit(value)).cast(pl.Int32)


def _u64(value: int) -> Expr:
    import polars as pl

    return pl.lit(value, dtype=pl.UInt64)
