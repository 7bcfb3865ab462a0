"""From what is so to what the file says: asked or not, known or not, exactly or roughly.

Of each draw the first 16 bits decide whether the fact was asked, the second 16 how well it is known, and the upper
half, where chance decides it, what it is. What is asked of a full file is asked more often, of a thin one hardly ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from nolle.facts.cells import MOST
from nolle.facts.vocabulary import Field, find

from .draws import SMALL, Chance, Draws, Expr, weighed

if TYPE_CHECKING:
    import polars as pl

Value: TypeAlias = Callable[[Chance], Expr]

STATES = ("given", "absent", "unknown")
UNKNOWN = SMALL * 5 // 100
"""Of what was asked, so much is not known."""

MONTH, YEAR, ABOUT, BEFORE, SINCE = (SMALL * percent // 100 for percent in (32, 47, 52, 54, 56))
"""How days are remembered: up to each of these marks by the month, the year, about the year, before or since a day."""

SEVERAL = SMALL * 9 // 100
RANGE, AT_LEAST = SMALL * 20 // 100, SMALL * 26 // 100


@dataclass(frozen=True, slots=True)
class Line:
    """How one fact is told.

    ``asked`` is of a hundred ordinary files, or that among the people for whom a column is true; later columns win.
    ``value`` is what is so; where it is null the fact is absent. ``papers`` say days and numbers exactly, and are
    always known. ``several`` is a code that some know only to be one of two.
    """

    value: Value
    asked: int = 25
    among: Mapping[str, int] = field(default_factory=dict)
    papers: bool = False
    several: bool = False

    def needs(self, name: str) -> set[str]:
        """The columns it is told from."""
        return {*self.among, *self.value(Chance(name)).meta.root_names()}


def yes(percent: int, asked: int = 25, **among: tuple[int, int]) -> Line:
    """Yes for so many of a hundred; ``among`` has for a column how many are asked, and how many of them say yes."""
    percents = {name: of_them for name, (_, of_them) in among.items()}

    def value(chance: Chance) -> Expr:
        return chance.between(0, 9999) < _by(percents, percent) * 100

    return Line(value, asked, {name: its for name, (its, _) in among.items()})


def code(codes: str, asked: int = 25, *, several: bool = False, **among: tuple[int, str]) -> Line:
    """One of the codes as they weigh; ``among`` has for a column how many are asked, and its own codes."""
    weights, of_them = weighed(codes), {name: weighed(its) for name, (_, its) in among.items()}
    names = list(dict.fromkeys(key for its in (weights, *of_them.values()) for key in its))

    def value(chance: Chance) -> Expr:
        import polars as pl

        chosen: Expr = chance.pick(weights, names)
        for name, its in of_them.items():
            chosen = pl.when(name).then(chance.pick(its, names)).otherwise(chosen)
        return chosen

    return Line(value, asked, {name: its for name, (its, _) in among.items()}, several=several)


def several_of(codes: str, asked: int = 25, **among: int) -> Line:
    """A list of codes; each key is such a list, joined with ``+``."""

    def value(chance: Chance) -> Expr:
        return chance.pick(weighed(codes))

    return Line(value, asked, among)


def number(low: int, high: int, asked: int = 20, *, only: str = "", papers: bool = False, **among: int) -> Line:
    """A whole number between two; none for those of whom ``only`` is not true."""
    return Line(_only(only, lambda chance: chance.between(low, high)), asked, among, papers)


def day(start: str, end: str = "", asked: int = 25, *, only: str = "", papers: bool = False, **among: int) -> Line:
    """A day of the story, or one between two of them, both among them."""

    def value(chance: Chance) -> Expr:
        import polars as pl

        if not end:
            return pl.col(start)
        return pl.when(pl.col(start).is_not_null()).then(chance.between(pl.col(start), pl.col(end)))

    return Line(_only(only, value), asked, among, papers)


def later(start: str, low: int, high: int, asked: int = 25, *, only: str = "", **among: int) -> Line:
    """A day so many days after one of the story, which may lie ahead; from papers."""

    def value(chance: Chance) -> Expr:
        import polars as pl

        return pl.col(start) + chance.between(low, high)

    return Line(_only(only, value), asked, among, True)


def so(column: str, asked: int = 25, *, papers: bool = False, several: bool = False, **among: int) -> Line:
    """What the story says."""

    def value(chance: Chance) -> Expr:
        import polars as pl

        return pl.col(column)

    return Line(value, asked, among, papers, several)


def _only(column: str, value: Value) -> Value:
    if not column:
        return value

    def only(chance: Chance) -> Expr:
        import polars as pl

        return pl.when(column).then(value(chance))

    return only


def _by(among: Mapping[str, int], otherwise: int) -> Expr:
    import polars as pl

    chosen: Expr = pl.lit(otherwise, pl.Int32)
    for name, its in among.items():
        chosen = pl.when(name).then(pl.lit(its, pl.Int32)).otherwise(chosen)
    return chosen


def tell(people: pl.DataFrame, draws: Draws, lines: Mapping[str, Line], stream: str = "") -> pl.DataFrame:
    """The columns of the facts, as a docket has them; ``stream`` names the list for its rows."""
    drawn = draws.drawn(people, (f"tell {name}" for name in lines))
    drawn = drawn.with_columns(_value(name, line).alias(f"={name}") for name, line in lines.items())
    drawn = drawn.with_columns(
        _state(name, line, stream).alias(f"{_stem(name, stream)}__state") for name, line in lines.items()
    )
    return drawn.select(part for name, line in lines.items() for part in _parts(name, line, stream))


def columns_of(lines: Mapping[str, Line], stream: str = "") -> list[str]:
    """The stems of the facts' columns."""
    return [_stem(name, stream) for name in lines]


def _stem(name: str, stream: str) -> str:
    return (name.removeprefix(f"{stream}.") if stream else name).replace(".", "__")


def _value(name: str, line: Line) -> Expr:
    import polars as pl

    value, field = line.value(Chance(f"tell {name}")), find(name)
    return value.cast(pl.Enum(_codes(field))) if field.type == "enum" else value


def _state(name: str, line: Line, stream: str) -> Expr:
    import polars as pl

    chance, value, enum = Chance(f"tell {name}"), pl.col(f"={name}"), pl.Enum(STATES)
    often = (_by(line.among, line.asked) * pl.col("scale")).clip(upper_bound=10_000)
    asked = chance.first * 10_000 < often * SMALL
    if find(name).type == "bool":
        asked = asked & value.is_not_null()
    unknown = pl.lit(False) if line.papers else chance.second < UNKNOWN
    said = pl.when(value.is_null()).then(pl.lit("absent", enum)).otherwise(pl.lit("given", enum))
    return pl.when(asked).then(pl.when(unknown).then(pl.lit("unknown", enum)).otherwise(said))


def _parts(name: str, line: Line, stream: str) -> list[Expr]:
    import polars as pl

    stem, field = _stem(name, stream), find(name)
    chance, state = Chance(f"tell {name}"), pl.col(f"{stem}__state")
    value = pl.when(state == "given").then(pl.col(f"={name}"))
    if field.type == "date":
        low, high = _day_ends(value, chance, line.papers)
    elif field.type == "int":
        low, high = _number_ends(value, chance, line.papers, MOST[field.unit or "count"])
    elif field.type == "codes":
        return [state, value.cast(pl.String).str.split("+").alias(stem)]
    elif line.several:
        doubtful = chance.second < SEVERAL
        other = (value.to_physical() + 1) % len(_codes(field))
        other = other.cat.to(pl.Enum(_codes(field)))
        either = pl.concat_list(value.cast(pl.String), other.cast(pl.String)).list.sort()
        both = pl.when(doubtful & value.is_not_null()).then(either)
        return [state, pl.when(~doubtful).then(value).alias(stem), both.alias(f"{stem}__one_of")]
    else:
        return [state, value.alias(stem)]
    return [state, low.alias(f"{stem}__low"), high.alias(f"{stem}__high")]


def _day_ends(value: Expr, chance: Chance, papers: bool) -> tuple[Expr, Expr]:
    import polars as pl

    on = value.cast(pl.Date)
    if papers:
        return on, on
    how = chance.second
    year = pl.date(on.dt.year(), 1, 1), pl.date(on.dt.year(), 12, 31)
    about = pl.date(on.dt.year() - 1, 1, 1), pl.date(on.dt.year() + 1, 12, 31)
    none = pl.lit(None, pl.Date)
    low = pl.when(how >= SINCE).then(on).when(how < MONTH).then(on.dt.month_start()).when(how < YEAR).then(year[0])
    high = pl.when(how >= SINCE).then(on).when(how < MONTH).then(on.dt.month_end()).when(how < YEAR).then(year[1])
    low = low.when(how < ABOUT).then(about[0]).when(how < BEFORE).then(none)
    high = high.when(how < ABOUT).then(about[1]).when(how < BEFORE).then(on)
    return low.otherwise(on), high.otherwise(none)


def _number_ends(value: Expr, chance: Chance, papers: bool, most: int) -> tuple[Expr, Expr]:
    import polars as pl

    if papers:
        return value.cast(pl.Int64), value.cast(pl.Int64)
    how = chance.second
    high = pl.when(how < RANGE).then((value + 1 + value // 5).clip(upper_bound=most)).when(how >= AT_LEAST).then(value)
    return value.cast(pl.Int64), high.cast(pl.Int64)


def _codes(field: Field) -> list[str]:
    return list(field.values or ())
