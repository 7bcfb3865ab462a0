"""What is true of each person, before anyone asks: the story every told fact keeps to.

One column for each thing that is so. Days are counted from 1970-01-01; null is what never happened. An order that
holds for everyone: born, came, Notice served, Notice filed, discretion requested, motion filed, motion decided, the
day of the docket.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from nolle.law.circuits import circuit_number
from nolle.law.courts import Court, court

from .draws import Draws, Expr, step
from .groups import COURTS, GROUPS, IN_COURT, POSTURES

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
    """The people with these numbers, one row each; ``more`` are columns on top of the story."""
    import polars as pl

    frame = pl.DataFrame({"number": numbers}).with_columns(
        step=step(pl.col("number")), today=pl.lit(day_number(on), pl.Int32)
    )
    for layer in (_who, _came, _family, _proceedings, _events, _troubles, _named, _after, *more):
        frame = draws.add(frame, layer(draws))
    return frame


def of_group(value: Callable[[Any], int]) -> Expr:
    """A number that each group has."""
    import polars as pl

    return pl.col("group").replace_strict({n: value(g) for n, g in GROUPS.items()}, return_dtype=pl.Int32)


def _who(d: Draws) -> dict[str, Expr]:
    return {
        "group": d.pick("group", {name: group.share for name, group in GROUPS.items()}),
        # A file is thin, ordinary or full: how much of what could be asked was asked, in hundredths of the usual.
        "depth": d.pick("depth", {"thin": 20, "ordinary": 62, "full": 18}),
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
        **{f"{name}_file": pl.col("depth") == name for name in ("thin", "full")},
        "scale": pl.col("depth").replace_strict({"thin": 6, "ordinary": 100, "full": 320}, return_dtype=pl.Int32),
        "born": born,
        "came": came,
        "eighteen": born + 6575,
        "age": (today - born) * 4 // 1461,
        "country": _by_group(d, "country", lambda g: g.countries),
        "manner": _by_group(d, "manner", lambda g: g.manner),
    }


def _by_group(d: Draws, name: str, weights: Callable[[Any], dict[str, int]]) -> Expr:
    import polars as pl

    codes = sorted({code for group in GROUPS.values() for code in weights(group)})
    chosen: Any = pl.lit(None, pl.Enum(codes))
    for group_name, group in GROUPS.items():
        of_group = d.pick(name, weights(group), codes)
        chosen = pl.when(pl.col("group") == group_name).then(of_group).otherwise(chosen)
    return chosen


def _family(d: Draws) -> dict[str, Expr]:
    import polars as pl

    adult = pl.col("age") >= 19
    married = adult & d.happens("married", of_group(lambda g: g.married))
    return {
        "adult": adult,
        "minor": pl.col("age") < 18,
        "married": married,
        "divorced": adult & ~married & d.happens("divorced", 25),
        "citizen_spouse": married & d.happens("citizen_spouse", of_group(lambda g: g.citizen_spouse)),
        "parent": adult & d.happens("parent", of_group(lambda g: g.parent)),
        "children": d.between("children", 1, 4),
        "fears": d.happens("fears", of_group(lambda g: g.fears)),
        "arrested": d.happens("arrested", 15),
        "convicted": (pl.col("age") >= 17) & d.happens("convicted", of_group(lambda g: g.convicted)),
        "detained": d.happens("detained", of_group(lambda g: g.detained)),
        "admitted": pl.col("manner").cast(pl.String).is_in(["admitted_visa", "waved_through", "vwp"]),
        "without_inspection": pl.col("manner") == "ewi",
        "met": d.happens("met", of_group(lambda g: g.met_at_border)),
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

    def since(name: str, low: Any = None) -> Expr:
        return d.between(name, came if low is None else low, today - 1)

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


def _named(d: Draws) -> dict[str, Expr]:
    """What follows from the rest: the words a file uses for it."""
    import polars as pl

    col, today = pl.col, pl.col(TODAY)
    border_charge = (col("met") & (col("manner") != "ewi")) | (col("manner").cast(pl.String) == "paroled")
    of_child = col("sij") & d.happens("order_exists", 45)
    t_family = d.happens("t_family", 45)
    petition = d.between("petition_on", col("came"), today - 40)
    return {
        "language": _language(),
        "state": _of_court(lambda c: c.state),
        "circuit_code": _of_court(lambda c: circuit_number(c.circuit)),
        "marital_status": pl.when("married")
        .then(pl.when(d.happens("separated", 8)).then(pl.lit("separated")).otherwise(pl.lit("married")))
        .when("divorced")
        .then(pl.when(d.happens("widowed", 12)).then(pl.lit("widowed")).otherwise(pl.lit("divorced")))
        .otherwise(pl.lit("single")),
        "wed_once": col("married") | col("divorced"),
        "age_came": (col("came") - col("born")) * 4 // 1461,
        "status": _standing(d),
        "protected": col("abused") | col("victim") | col("trafficked"),
        "returned_before": d.happens("returned_before", 3),
        "served_military": col("adult") & d.happens("served_military", 2),
        "circuit_known": pl.when(d.happens("circuit_known", 94)).then(_of_court(lambda c: circuit_number(c.circuit))),
        "forum": pl.when(~col("charged"))
        .then(pl.lit("none"))
        .when("appealed")
        .then(pl.lit("bia"))
        .otherwise(pl.lit("immigration_court")),
        "charge": pl.when("charged").then(
            pl.when(col("admitted") | col("resident"))
            .then(pl.lit("admitted_deportable"))
            .when(border_charge)
            .then(pl.lit("arriving_alien"))
            .otherwise(pl.lit("present_without_admission"))
        ),
        "hearing_kind": pl.when(~col("in_court"))
        .then(pl.lit("none"))
        .when(col("posture").cast(pl.String) == "individual_set")
        .then(pl.lit("individual"))
        .when(col("detained") & d.happens("bond", 30))
        .then(pl.lit("bond"))
        .otherwise(pl.lit("master")),
        "held_at": pl.when("detained").then(pl.lit("a detention center (synthetic)")),
        "ordered_on": pl.when("ordered").then(col("judged_on")),
        "motion": pl.when("acted").then(
            pl.when("closed")
            .then(pl.lit("administrative_closure"))
            .when(col("posture").cast(pl.String) == "terminated")
            .then(pl.lit("terminate"))
            .when("over")
            .then(pl.lit("dismiss"))
            .when("ordered")
            .then(pl.lit("reopen"))
            .otherwise(pl.lit("administrative_closure"))
        ),
        "judge_of": pl.when("appealed")
        .then(pl.lit("bia"))
        .when("charged")
        .then(pl.lit("immigration_judge"))
        .otherwise(pl.lit("none")),
        "two_years": (col("came") <= today - 730) & d.happens("two_years", 70),
        "third_country": d.happens("third_country", 4) & col("charged"),
        "order_exists": of_child,
        "petition_on": pl.when("sij").then(petition),
        "uac_on": pl.when("unaccompanied").then(col("came") + d.between("uac_on", 0, 3)),
        "reunited": col("unaccompanied") & d.happens("reunited", 40),
        "departed": pl.when("ever_left").then(col("came") - d.between("departed", 5, 120)),
        "certified_on": pl.when(col("victim") & d.happens("certified", 60)).then(
            d.between("certified_on", col("harmed_on"), today - 1)
        ),
        "split_on": pl.when(col("battered") & col("divorced")).then(d.between("split_on", col("came"), today - 1)),
        "worker_on": pl.when("worker").then(d.between("worker_on", pl.max_horizontal("came", today - 900), today - 1)),
        "deferred": d.happens("deferred", 8),
        "widow": (col("age") > 25) & d.happens("widow", 1),
        "t_family": col("family_of_victim") & t_family,
        "u_family": col("family_of_victim") & ~t_family,
        "t_papers": col("trafficked") | (col("family_of_victim") & t_family),
        "u_papers": col("victim") | (col("family_of_victim") & ~t_family),
        "violation_days": pl.when("employee").then(d.between("few_days", 0, 240)).otherwise(d.between("days", 0, 1500)),
        "old_times": pl.when(col("came") > 11_000)
        .then(pl.lit(10_000, pl.Int32))
        .otherwise(col("came").clip(8_000, 11_000)),
        "designated": col("country").cast(pl.String).is_in(DESIGNATED),
        "reason": pl.lit("did not know the dates (synthetic)"),
    }


def _of_court(what: Callable[[Court], str]) -> Expr:
    import polars as pl

    return pl.col("court").replace_strict({code: what(court(code)) for code in COURTS}, return_dtype=pl.String)


DESIGNATED = ["SLV", "VEN", "HTI", "UKR", "HND", "NIC", "NPL", "ETH", "CMR", "SYR"]
"""Countries whose people are told here to have a designation, whether or not they do on the day of the docket."""


def _language() -> Expr:
    import polars as pl

    spoken = {"BRA": "por", "HTI": "hat", "CHN": "zho", "IND": "hin", "RUS": "rus", "UKR": "ukr", "PHL": "tgl"}
    spoken |= {"NGA": "eng", "JAM": "eng", "CMR": "fra", "NPL": "nep", "ETH": "amh", "SYR": "ara"}
    return pl.col("country").cast(pl.String).replace_strict(spoken, default="spa", return_dtype=pl.String)


def _standing(d: Draws) -> Expr:
    import polars as pl

    chosen: Any = pl.when("resident").then(pl.lit("lpr"))
    for group, status in (
        ("tps_holder", "tps"),
        ("daca_holder", "daca"),
        ("paroled", "parole"),
    ):
        chosen = chosen.when(pl.col(group) & d.happens("standing", 75)).then(pl.lit(status))
    chosen = chosen.when(pl.col("overstay") & d.happens("in_status", 6)).then(pl.lit("nonimmigrant"))
    return chosen.otherwise(pl.lit("none"))


def age_on(day: str) -> Expr:
    """The age on a day of the story."""
    import polars as pl

    return (pl.col(day) - pl.col("born")) * 4 // 1461


def _after(d: Draws) -> dict[str, Expr]:
    import polars as pl

    col, today = pl.col, pl.col(TODAY)
    here = {f"here_{on.year}": col("came") <= day_number(on) for on in HERE}
    away = d.between("away", 3, 130)
    offended = d.between("offended_on", pl.max_horizontal(col("came"), col("born") + 15 * YEAR), today - 60)
    return {
        **here,
        "came_young": col("age_came") < 16,
        "longest_away": pl.when("ever_left").then(away).otherwise(0),
        "all_away": pl.when("ever_left").then(away + d.between("more_away", 0, 80)).otherwise(0),
        "age_harmed": age_on("harmed_on"),
        "age_escaped": age_on("escaped_on"),
        "age_petition": age_on("petition_on"),
        "deferral_ended": col("deferred") & d.happens("deferral_ended", 20),
        "order_on": pl.when("order_exists").then(d.between("order_on", col("petition_on"), today - 1)),
        "admitted_on": pl.when(col("resident") | col("admitted")).then(col("came")),
        "offended_on": pl.when("convicted").then(offended),
    }


HERE = (date(2007, 6, 15), date(2010, 1, 1), date(2012, 6, 15), date(2014, 11, 20))
