"""What follows from what happened to a person: status, charge, forum, orders, and what a file calls them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from nolle.law.circuits import circuit_number
from nolle.law.courts import Court, court

from .draws import Draws, Expr
from .groups import COURTS
from .people import TODAY, YEAR, age_on, day_number


def standing(d: Draws) -> dict[str, Expr]:
    """Where each person stands, in the words of a file."""
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
    found: Expr = chosen.otherwise(pl.lit("none"))
    return found


def consequences(d: Draws) -> dict[str, Expr]:
    """What follows from where they stand."""
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
