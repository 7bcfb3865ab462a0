"""Chance that comes out alike everywhere: splitmix64 in whole numbers, one stream for each thing that is drawn.

A draw depends on the seed, on the name of what is drawn and on the number of the row, and on nothing else: not on
how many cases there are, on the machine, or on the version of the engine. Arithmetic is modulo 2 to the 64th.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import polars as pl

Expr: TypeAlias = "pl.Expr"

GOLDEN = 0x9E3779B97F4A7C15
"""The step of splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014)."""

_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_HALF = 1 << 32
SMALL = 1 << 16


@cache
def weighed(codes: str) -> Mapping[str, int]:
    """How often codes come, as a table writes it: ``usc 60, lpr 30, none 10``."""
    pairs = (code.rsplit(maxsplit=1) for code in codes.split(","))
    return {name.strip(): int(weight) for name, weight in pairs}


@dataclass(frozen=True, slots=True)
class Chance:
    """One draw as columns of a frame: its ``upper`` 32 bits, and the ``first`` and ``second`` 16 bits of the rest."""

    name: str

    @property
    def upper(self) -> Expr:
        """From 0 to 2 to the 32nd, less one."""
        return _col(f"~{self.name}")

    @property
    def first(self) -> Expr:
        """From 0 to 65,535."""
        return _col(f"~1{self.name}")

    @property
    def second(self) -> Expr:
        """From 0 to 65,535."""
        return _col(f"~2{self.name}")

    def happens(self, percent: Any) -> Expr:
        """True for so many of a hundred rows."""
        return self.first * 100 < wide(percent) * SMALL

    def between(self, low: Any, high: Any) -> Expr:
        """A whole number from ``low`` to ``high``, both among them; ``low`` where ``high`` is less."""
        import polars as pl

        width = (wide(high) - wide(low) + 1).clip(lower_bound=1).cast(pl.UInt64)
        return wide(low) + (self.upper.cast(pl.UInt64) * width // _u64(_HALF)).cast(pl.Int32)

    def pick(self, weights: Mapping[str, int] | str, codes: Sequence[str] = ()) -> Expr:
        """One of the codes, as often as they weigh; as one of ``codes``, where there are more that are never drawn."""
        import polars as pl

        weights = weighed(weights) if isinstance(weights, str) else weights
        names, total, passed = [name for name, weight in weights.items() if weight], sum(weights.values()), 0
        places = {name: place for place, name in enumerate(codes or names)}
        place: Expr = pl.lit(places[names[0]], pl.UInt8)
        for name, following in pairwise(names):
            passed += weights[name]
            beyond = (self.upper >= pl.lit(passed * _HALF // total, pl.UInt32)).cast(pl.UInt8)
            # Modulo 256, so that a step back is one forward.
            place = place + beyond * pl.lit((places[following] - places[name]) % 256, pl.UInt8)
        return place.cat.to(pl.Enum(list(codes or names)))

    def evenly(self, names: Sequence[str]) -> Expr:
        """One of up to 255 names, all as often."""
        import polars as pl

        return self.between(0, len(names) - 1).cast(pl.UInt8).cat.to(pl.Enum(list(names)))


class Draws:
    """The draws of one seed. What is asked for by name is noted, and ``drawn`` adds its columns to a frame."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.noted: dict[str, None] = {}

    def chance(self, name: str) -> Chance:
        """The draw of this name."""
        self.noted[name] = None
        return Chance(name)

    def happens(self, name: str, percent: Any) -> Expr:
        """True for so many of a hundred rows."""
        return self.chance(name).happens(percent)

    def between(self, name: str, low: Any, high: Any) -> Expr:
        """A whole number between two, both among them."""
        return self.chance(name).between(low, high)

    def pick(self, name: str, weights: Mapping[str, int] | str, codes: Sequence[str] = ()) -> Expr:
        """One of the codes, as often as they weigh."""
        return self.chance(name).pick(weights, codes)

    def start(self, name: str) -> int:
        """Where the stream of a name begins."""
        return int.from_bytes(blake2b(f"{self.seed}:{name}".encode(), digest_size=8).digest(), "big")

    def drawn(self, frame: pl.DataFrame, names: Iterable[str] | None = None) -> pl.DataFrame:
        """The frame, which has ``step``, with the columns of these draws, or of those asked for since the last time."""
        import polars as pl

        names = list(self.noted if names is None else names)
        self.noted.clear()
        # Each stage is a pass of its own: an expression written twice would be worked out twice.
        z = frame.select((pl.col("step") + _u64(self.start(name))).alias(name) for name in names)
        z = z.select((_col(n) ^ (_col(n) // _u64(1 << 30))) * _u64(_FIRST) for n in names)
        z = z.select((_col(n) ^ (_col(n) // _u64(1 << 27))) * _u64(_SECOND) for n in names)
        z = z.select(_col(n) ^ (_col(n) // _u64(1 << 31)) for n in names)
        upper = ((_col(n) // _u64(_HALF)).cast(pl.UInt32).alias(f"~{n}") for n in names)
        first = ((_col(n) & _u64(SMALL - 1)).cast(pl.Int32).alias(f"~1{n}") for n in names)
        second = (((_col(n) // _u64(SMALL)) & _u64(SMALL - 1)).cast(pl.Int32).alias(f"~2{n}") for n in names)
        return frame.hstack(z.select(*upper, *first, *second))

    def add(self, frame: pl.DataFrame, columns: Mapping[str, Expr]) -> pl.DataFrame:
        """The frame with columns made of draws asked for since the last time, and without those draws."""
        return self.drawn(frame).with_columns(**columns).select(*frame.columns, *columns)


def step(number: Expr) -> Expr:
    """The column a frame needs for its draws, from the numbers of its rows (UInt64)."""
    return number * _u64(GOLDEN)


def wide(value: Any) -> Expr:
    """A whole number or a column of them, as 32 bits."""
    import polars as pl

    return value.cast(pl.Int32) if isinstance(value, pl.Expr) else pl.lit(value, pl.Int32)


@cache
def _u64(value: int) -> Expr:
    import polars as pl

    return pl.lit(value, dtype=pl.UInt64)


@cache
def _col(name: str) -> Expr:
    import polars as pl

    return pl.col(name)
