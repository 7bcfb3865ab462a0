"""What is true of each person, before anyone asks: the story every told fact keeps to.

One column for each thing that is so. Days are counted from 1970-01-01; null is what never happened. An order that
holds for everyone: born, came, Notice served, Notice filed, discretion requested, motion filed, motion decided, the
day of the docket.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from .draws import Draws, Expr, step, weighed
from .groups import COURTS, GROUPS, IN_COURT, POSTURES, Group

if TYPE_CHECKING:
    import polars as pl

Layer: TypeAlias = Callable[[Draws], dict[str, Expr]]

YEAR = 365
DACA_BORN, DACA_CAME, DACA_HERE = date(1981, 6, 16), 16 * YEAR, date(2007, 6, 15)
TODAY = "today"


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - date(1970, 1, 1)).days


def people(numbers: pl.Series, draws: Draws, on: date, *more: Layer) -> pl.DataFrame:
    """The people with these numbers, one row each; ``more`` are layers on top of the story."""
    import polars as pl

    frame = pl.DataFrame({"number": numbers}).with_columns(
        step=step(pl.col("number")), today=pl.lit(day_number(on), pl.Int32)
    )
    for layer in (_who, _came, _family, _proceedings, _events, _troubles, *more):
        frame = draws.add(frame, layer(draws))
    return frame


def of_group(value: Callable[[Group], int]) -> Expr:
    """A number that each group has."""
    import polars as pl

    return pl.col("group").replace_strict({n: value(g) for n, g in GROUPS.items()}, return_dtype=pl.Int32)


def _who(d: Draws) -> dict[str, Expr]:
    return {
        "group": d.pick("group", {name: group.share for name, group in GROUPS.items()}),
        # How much of what could be asked was asked; ``scale`` has it in hundredths of the usual.
        "depth": d.pick("depth", "thin 20, ordinary 62, full 13, worked_up 5"),
        "court": d.pick("court", COURTS),
    }


def _came(d: Draws) -> dict[str, Expr]:
    import polars as pl

    today = pl.col(TODAY)
    age = d.between("age", of_group(lambda g: g.ages[0]), of_group(lambda g: g.ages[1]))
    born = today - age * 1461 // 4 - d.between("birthday", 1, 364)
    is_daca = pl.col("group") == "daca_holder"
    born = pl.when(is_daca).then(born.clip(day_number(DACA_BORN), day_number(DACA_HERE) - YEAR)).otherwise(born)
    came = today - d.between("came", of_group(lambda g: g.years[0]) * YEAR + 3, of_group(lambda g: g.years[1]) * YEAR)
    came = (
        pl.when(is_daca).then(pl.min_horizontal(came, born + DACA_CAME - 30, day_number(DACA_HERE) - 1)).otherwise(came)
    )
    came = pl.max_horizontal(came, born + 40)
    return {
        **{name: pl.col("group") == name for name in GROUPS},
        "scale": pl.col("depth").replace_strict(
            {"thin": 6, "ordinary": 100, "full": 320, "worked_up": 1200}, return_dtype=pl.Int32
        ),
        "born": born,
        "came": came,
        "age": (today - born) * 4 // 1461,
        "country": _by_group(d, "country", lambda g: g.countries),
        "manner": _by_group(d, "manner", lambda g: g.manner),
    }


def _by_group(d: Draws, name: str, weights: Callable[[Group], str]) -> Expr:
    import polars as pl

    codes = sorted({code for group in GROUPS.values() for code in weighed(weights(group))})
    chosen: Expr = pl.lit(None, pl.Enum(codes))
    for group_name, group in GROUPS.items():
        of_group = d.pick(name, weights(group), codes)
        chosen = pl.when(pl.col("group") == group_name).then(of_group).otherwise(chosen)
    return chosen


def _family(d: Draws) -> dict[str, Expr]:
    import polars as pl

    adult = pl.col("age") >= 19
    married = adult & d.happens("married", of_group(lambda g: g.percent("married")))
    return {
        "adult": adult,
        "married": married,
        "divorced": adult & ~married & d.happens("divorced", 25),
        "citizen_spouse": married & d.happens("citizen_spouse", of_group(lambda g: g.percent("citizen_spouse"))),
        "parent": adult & d.happens("parent", of_group(lambda g: g.percent("parent"))),
        "children": d.between("children", 1, 4),
        "fears": d.happens("fears", of_group(lambda g: g.percent("fears"))),
        "arrested": d.happens("arrested", 15),
        "convicted": (pl.col("age") >= 17)
        & (pl.col("came") < pl.col(TODAY) - 200)
        & d.happens("convicted", of_group(lambda g: g.percent("convicted"))),
        "detained": d.happens("detained", of_group(lambda g: g.percent("detained"))),
        "admitted": pl.col("manner").cast(pl.String).is_in(["admitted_visa", "waved_through", "vwp"]),
        "met": d.happens("met", of_group(lambda g: g.percent("met_at_border"))),
        "wed": pl.max_horizontal(pl.col("born") + 19 * YEAR, pl.col("came") - 4 * YEAR),
    }


def _proceedings(d: Draws) -> dict[str, Expr]:
    import polars as pl

    today, came = pl.col(TODAY), pl.col("came")
    some_day = d.between("served", pl.max_horizontal(came + 1, today - 7 * YEAR), today - 2)
    served = pl.when("met").then(pl.min_horizontal(came + d.between("served", 0, 3), today - 2)).otherwise(some_day)
    charged = d.happens("charged", 95)
    posture = d.pick("posture", POSTURES)
    return {
        "charged": charged,
        "served": pl.when(charged).then(served),
        "posture": pl.when(charged).then(posture),
        "spouse_since": pl.when("married").then(d.between("spouse_since", pl.col("wed"), today - 60)),
    }


def _events(d: Draws) -> dict[str, Expr]:
    """The days in court, each drawn between the one before and today."""
    import polars as pl

    today = pl.col(TODAY)
    filed = (pl.col("served") + d.between("filed", 1, 200)).clip(upper_bound=today - 1)
    requested = d.between("requested", filed, today - 1)
    moved = d.between("moved", requested, today - 1)
    decided = d.between("decided", moved, today - 1)
    posture = pl.col("posture").cast(pl.String).fill_null("")
    in_court = posture.is_in(IN_COURT)
    over = posture.is_in(["dismissed", "terminated"])
    closed = posture == "administratively_closed"
    judged = posture.is_in(["decided", "appeal_pending", "final_order"])
    asked_for = (over | closed | d.happens("asked_for", 30)) & pl.col("charged")
    acted = over | closed | (asked_for & d.happens("acted", 20))
    return {
        "filed": filed,
        "in_court": in_court,
        "over": over,
        "closed": closed,
        "judged": judged,
        "ordered": posture == "final_order",
        "appealed": posture == "appeal_pending",
        "asked_for": asked_for,
        "requested": pl.when(asked_for).then(requested),
        "moved": pl.when(acted).then(moved),
        "acted": acted,
        "settled": pl.when(over | closed).then(decided),
        "closed_on": pl.when(closed).then(decided),
        "judged_on": pl.when(judged).then(decided),
        "hearing": pl.when(in_court).then(
            today + pl.when("detained").then(d.between("soon", 3, 60)).otherwise(d.between("hearing", 8, 1300))
        ),
        "absent_at_hearing": judged & d.happens("absentia", 35),
    }


def _troubles(d: Draws) -> dict[str, Expr]:
    """What happened to some: the days of it lie between coming here and today."""
    import polars as pl

    today, came = pl.col(TODAY), pl.col("came")

    def since(name: str) -> Expr:
        return d.between(name, came, today - 1)

    abused = pl.col("battered") | (pl.col("child") & d.happens("abused", 55)) | d.happens("also_abused", 3)
    victim = pl.col("crime_victim") | d.happens("also_victim", 3)
    return {
        "abused": abused,
        "victim": victim,
        "harmed_on": pl.when(victim).then(since("harmed_on")),
        "escaped_on": pl.when("trafficked").then(since("escaped_on")),
        "unaccompanied": pl.col("child") & d.happens("unaccompanied", 80),
        "sij": pl.col("child") & d.happens("sij", 70),
        "resident_since": pl.when("resident").then(d.between("resident_since", came, today - 2 * YEAR)),
        "granted_tps": pl.when("tps_holder").then(since("granted_tps")),
        "granted_daca": pl.when("daca_holder").then(
            d.between("granted_daca", pl.lit(day_number(date(2012, 9, 1))), today - 1).clip(upper_bound=today - 1)
        ),
        "ever_left": d.happens("ever_left", 14) & (came < today - 2 * YEAR),
    }


def age_on(day: str) -> Expr:
    """The age on a day of the story."""
    import polars as pl

    return (pl.col(day) - pl.col("born")) * 4 // 1461
