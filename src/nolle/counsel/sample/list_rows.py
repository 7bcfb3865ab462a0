"""What is true of each row of the lists: how somebody came in, who is family, what courts did, the trips away.

The columns stand beside those of the person the row belongs to; ``place`` counts the rows of one person from nought.
Each function gives layers of columns: a later one is made of those before it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from .draws import Draws, Expr
from .people import TODAY, YEAR

Layers: TypeAlias = list[dict[str, Expr]]


def entries(d: Draws) -> Layers:
    import polars as pl

    col = pl.col
    earlier = col("place") > 0
    before = (col("came") - d.between("entry.before", 200, 2500)).clip(lower_bound=col("born") + 10)
    manner = pl.when(earlier).then(pl.lit("ewi")).otherwise(col("manner").cast(pl.String))
    port = ~manner.is_in(["ewi", "conditional_parole_236"])
    document = (
        pl.when(manner.is_in(["admitted_visa", "vwp"]))
        .then(pl.lit("visa_or_waiver"))
        .when((manner == "advance_parole") & col("tps_holder"))
        .then(pl.lit("tps_travel_i512t"))
        .when(manner == "advance_parole")
        .then(pl.lit("advance_parole_i512"))
        .otherwise(pl.lit("none"))
    )
    first = {
        "on": pl.when(earlier).then(before).otherwise(col("came")),
        "row_manner": manner,
        "port": port,
        "stopped": col("met") & ~earlier,
        "document": document,
    }
    return [first, {"age_then": (col("on") - col("born")) * 4 // 1461, "by_visa": col("row_manner") == "admitted_visa"}]


def family(d: Draws) -> Expr:
    import polars as pl

    partner = (pl.col("married") | (pl.col("divorced") & pl.col("abused"))).cast(pl.Int32)
    kids = pl.when("parent").then(pl.col("children")).otherwise(0)
    return partner + kids + d.between("relatives", 0, 2)


def relatives(d: Draws) -> Layers:
    import polars as pl

    col, today = pl.col, pl.col(TODAY)
    partner = (col("married") | (col("divorced") & col("abused"))).cast(pl.Int32)
    kids = pl.when("parent").then(col("children")).otherwise(0)
    is_partner, is_child = col("place") < partner, (col("place") >= partner) & (col("place") < partner + kids)
    child_born = d.between("relative.child", pl.max_horizontal(col("born") + 17 * YEAR, today - 30 * YEAR), today - 30)
    older = d.between("relative.parent", 17 * YEAR, 36 * YEAR)
    relation = (
        pl.when(is_partner)
        .then(pl.when("married").then(pl.lit("spouse")).otherwise(pl.lit("former_spouse")))
        .when(is_child)
        .then(d.pick("relative.of_child", "child 93, stepchild 5, adopted_child 2").cast(pl.String))
        .otherwise(
            d.pick(
                "relative.others",
                "parent 50, sibling 20, grandparent 4, stepparent 4, half_sibling 3, other 17, fiance 2",
            ).cast(pl.String)
        )
    )
    spouse_status = d.pick("relative.spouse", "none 62, lpr 14, usc 12, tps 6, asylee 2, u 2, daca 2")
    other_status = d.pick(
        "relative.status",
        "none 60, usc 14, lpr 16, tps 3, asylee 2, deceased_usc 2, u 1, t 1, daca 1",
    )
    first = {
        "partner": is_partner,
        "own_child": is_child,
        "relation": relation,
        "partner_born": (col("born") + d.between("relative.spouse_born", -7 * YEAR, 7 * YEAR)).clip(
            upper_bound=today - 19 * YEAR
        ),
        "other_born": (col("born") + d.between("relative.other", -9 * YEAR, 9 * YEAR)).clip(upper_bound=today - 30),
        "parent_born": col("born") - older,
        "child_born": child_born,
        "spouse_status": pl.when(col("citizen_spouse") | (col("abused") & d.happens("relative.abuser", 60)))
        .then(pl.lit("usc"))
        .otherwise(spouse_status.cast(pl.String)),
        "other_status": other_status.cast(pl.String),
    }
    elder = col("relation").is_in(["parent", "stepparent"])
    born = {
        "row_born": pl.when("partner")
        .then(col("partner_born"))
        .when("own_child")
        .then(col("child_born"))
        .when(elder)
        .then(col("parent_born"))
        .when(col("relation") == "grandparent")
        .then((col("parent_born") - 22 * YEAR).clip(lower_bound=today - 104 * YEAR))
        .otherwise(col("other_born"))
    }
    born_here = col("row_born") > col("came")
    second = {
        "row_status": pl.when("partner")
        .then(col("spouse_status"))
        .when(col("own_child") & born_here)
        .then(pl.lit("usc"))
        .when("own_child")
        .then(d.pick("relative.child_status", "none 85, daca 4, lpr 6, usc 5").cast(pl.String))
        .otherwise(col("other_status")),
        "row_age": (today - col("row_born")) * 4 // 1461,
        "row_wed": pl.when("partner").then(col("spouse_since")),
        "abuser": col("abused") & (pl.when(col("child")).then(col("relation") == "parent").otherwise(col("partner"))),
    }
    status = col("row_status")
    third = {
        "counts": status.is_in(["usc", "lpr"]),
        "citizen": status == "usc",
        "green_card": pl.when(status == "lpr").then(d.between("relative.lpr", col("row_born"), today - 1)),
        "naturalized": pl.when((status == "usc") & ~born_here & d.happens("relative.nat", 40)).then(
            d.between("relative.naturalized", col("row_born"), today - 1)
        ),
        "row_died": pl.when(status.str.starts_with("deceased")).then(
            d.between("relative.died", pl.max_horizontal("row_born", today - 6 * YEAR), today - 1)
        ),
        "row_married": pl.when("partner")
        .then(col("marital_status"))
        .when(col("row_age") < 20)
        .then(pl.lit("single"))
        .otherwise(d.pick("relative.wed", "single 40, married 42, divorced 8, widowed 10").cast(pl.String)),
        "step_on": pl.when(col("relation").str.starts_with("step")).then(
            d.between("relative.step", col("row_born"), today - 1)
        ),
        "step_age": pl.when(col("relation").str.starts_with("step")).then(d.between("relative.step_age", 2, 24)),
    }
    return [first, born, second, third]


def convictions(d: Draws) -> Layers:
    import polars as pl

    col, today = pl.col, pl.col(TODAY)
    kind = (
        "dui 24, cimt 22, controlled_substance 14, none 14, minor_traffic 8, domestic_violence 7, firearm 2, "
        "cimt+aggravated_felony 4, drug_trafficking+controlled_substance+aggravated_felony 3, "
        "protection_order_violation 1, child_abuse 1"
    )
    on = (
        pl.when(col("place") == 0)
        .then(col("offended_on"))
        .otherwise(d.between("conviction.on", col("offended_on"), today - 50))
    )
    first = {
        "on": on,
        "kind": d.pick("conviction.kind", kind).cast(pl.String),
        "offense": _texts(d, "conviction.text"),
        "statute_text": pl.lit("a state statute (synthetic)"),
    }
    second = {
        "convicted_on": d.between("conviction.convicted_on", col("on") + 10, today - 1),
        "aggravated": col("kind").str.contains("aggravated"),
        "turpitude": col("kind") == "cimt",
        "age_then": (col("on") - col("born")) * 4 // 1461,
    }
    return [first, second]


def arrests(d: Draws) -> Layers:
    import polars as pl

    start = pl.max_horizontal("came", pl.col("born") + 14 * YEAR).clip(upper_bound=pl.col(TODAY) - 1)
    return [{"on": d.between("arrest.on", start, pl.col(TODAY) - 1), "charge_text": _texts(d, "arrest.text")}]


def trips(d: Draws) -> Layers:
    import polars as pl

    away = d.between("trip.away", 3, 130)
    left = d.between("trip.left", pl.col("came") + 1, pl.col(TODAY) - 140)
    return [{"left": left, "away": away}, {"back": pl.col("left") + pl.col("away")}]


TEXTS = (
    "driving without a license",
    "shoplifting",
    "disorderly conduct",
    "simple assault",
    "driving under the influence",
)


def _texts(d: Draws, name: str) -> Expr:
    import polars as pl

    return d.pick(name, dict.fromkeys(TEXTS, 1)).cast(pl.String)


def some(column: str, name: str, low: int, high: int) -> Callable[[Draws], Expr]:
    def count(d: Draws) -> Expr:
        import polars as pl

        return pl.when(column).then(d.between(name, low, high)).otherwise(0)

    return count
