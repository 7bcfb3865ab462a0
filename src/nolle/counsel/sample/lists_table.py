"""The rows of each list: who is family, how they came, what courts did, the trips away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .draws import Draws, Expr, step
from .people import TODAY, YEAR
from .telling import Line, code, day, number, several_of, so, tell, yes

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Rows:
    """One list: how many rows a case has, what is true of each row, how its facts are told, and in how many of a
    hundred files the list is told at all, and is then known to be whole."""

    count: Callable[[Draws], Expr]
    row: Callable[[Draws], list[dict[str, Expr]]]
    lines: Mapping[str, Line]
    told: int
    whole: int

    def needs(self, layers: Iterable[Mapping[str, Expr]]) -> set[str]:
        """The columns that its rows are made of."""
        made = {name for layer in layers for expr in layer.values() for name in expr.meta.root_names()}
        return made.union(*(line.needs(fact) for fact, line in self.lines.items()))


def listed(draws: Draws) -> dict[str, Expr]:
    """Whether a file tells of each list, how many rows it has, and whether somebody said that none is missing."""
    import polars as pl

    found: dict[str, Expr] = {}
    for name, rows in LISTS.items():
        often = (rows.told * pl.col("scale") // 100).clip(upper_bound=98)
        told = draws.happens(f"told.{name}", often)
        often = (rows.whole * pl.col("scale") // 100).clip(upper_bound=97)
        found[f"rows.{name}"] = pl.when(told).then(rows.count(draws)).otherwise(0)
        found[f"{name}__complete"] = pl.when(told & draws.happens(f"whole.{name}", often)).then(pl.lit(True))
    return found


def rows_of(people: pl.DataFrame, draws: Draws, name: str) -> pl.DataFrame:
    """The rows of one list for these people, in the order of the cases."""
    import polars as pl

    rows = LISTS[name]
    layers = rows.row(draws)
    of_case = rows.needs(layers) & set(people.columns) | {"number", "case_id", "scale"}
    count = pl.col(f"rows.{name}")
    of_people = people.select(*sorted(of_case), place=pl.int_ranges(0, count)).filter(pl.col("place").list.len() > 0)
    frame = of_people.explode("place")
    number = pl.col("number") * pl.lit(PLACES, pl.UInt64) + pl.col("place").cast(pl.UInt64)
    # Who tells of a list at all tells something of its rows, even in a thin file.
    frame = frame.with_columns(step=step(number), scale=pl.col("scale").clip(lower_bound=60))
    frame = draws.drawn(frame)
    for layer in layers:
        frame = frame.with_columns(**layer)
    ids = frame.select("case_id", id=(pl.col("place") + 1).cast(pl.String))
    return pl.concat([ids, tell(frame, draws, rows.lines, name)], how="horizontal")


PLACES = 64
"""More than the rows that one list of a case can have."""


def _entries(d: Draws) -> list[dict[str, Expr]]:
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


ENTRY: dict[str, Line] = {
    "entry.date": day("on", asked=84),
    "entry.manner": so("row_manner", 86, several=True),
    "entry.visa_class": code({"b2": 1}, 1, by_visa=(65, {"b2": 62, "b1": 8, "f1": 14, "h2b": 6, "h1b": 4, "j1": 6})),
    "entry.travel_document": so("document", 52),
    "entry.tps_held_at_departure": yes(2, 4, tps_holder=(40, 80)),
    "entry.apprehended_at_border": so("stopped", 58),
    "entry.inspected": so("port", 50),
    "entry.at_port_of_entry": so("port", 56),
    "entry.age_at_entry": so("age_then", 10, papers=True),
}


def _relatives(d: Draws) -> list[dict[str, Expr]]:
    import polars as pl

    col, today = pl.col, pl.col(TODAY)
    partner = (col("married") | (col("divorced") & col("abused"))).cast(pl.Int32)
    kids = pl.when("parent").then(col("children")).otherwise(0)
    is_partner, is_child = col("place") < partner, (col("place") >= partner) & (col("place") < partner + kids)
    child_born = d.between("relative.child", pl.max_horizontal(col("born") + 17 * YEAR, today - 30 * YEAR), today - 30)
    other_born = col("born") - d.between("relative.other", -4 * YEAR, 32 * YEAR)
    relation = (
        pl.when(is_partner)
        .then(pl.when("married").then(pl.lit("spouse")).otherwise(pl.lit("former_spouse")))
        .when(is_child)
        .then(d.pick("relative.of_child", {"child": 93, "stepchild": 5, "adopted_child": 2}).cast(pl.String))
        .otherwise(
            d.pick(
                "relative.others",
                {
                    "parent": 50,
                    "sibling": 20,
                    "grandparent": 4,
                    "stepparent": 4,
                    "half_sibling": 3,
                    "other": 17,
                    "fiance": 2,
                },
            ).cast(pl.String)
        )
    )
    spouse_status = d.pick(
        "relative.spouse", {"none": 62, "lpr": 14, "usc": 12, "tps": 6, "asylee": 2, "u": 2, "daca": 2}
    )
    other_status = d.pick(
        "relative.status",
        {"none": 60, "usc": 14, "lpr": 16, "tps": 3, "asylee": 2, "deceased_usc": 2, "u": 1, "t": 1, "daca": 1},
    )
    first = {
        "partner": is_partner,
        "own_child": is_child,
        "relation": relation,
        "row_born": pl.when(is_partner)
        .then(
            (col("born") + d.between("relative.spouse_born", -7 * YEAR, 7 * YEAR)).clip(upper_bound=today - 19 * YEAR)
        )
        .when(is_child)
        .then(child_born)
        .otherwise(other_born.clip(upper_bound=today - 30)),
        "spouse_status": pl.when(col("citizen_spouse") | (col("abused") & d.happens("relative.abuser", 60)))
        .then(pl.lit("usc"))
        .otherwise(spouse_status.cast(pl.String)),
        "other_status": other_status.cast(pl.String),
    }
    born_here = col("row_born") > col("came")
    second = {
        "row_status": pl.when("partner")
        .then(col("spouse_status"))
        .when(col("own_child") & born_here)
        .then(pl.lit("usc"))
        .when("own_child")
        .then(d.pick("relative.child_status", {"none": 85, "daca": 4, "lpr": 6, "usc": 5}).cast(pl.String))
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
        .otherwise(d.pick("relative.wed", {"single": 40, "married": 42, "divorced": 8, "widowed": 10}).cast(pl.String)),
        "step_on": pl.when(col("relation").str.starts_with("step")).then(
            d.between("relative.step", col("row_born"), today - 1)
        ),
        "step_age": pl.when(col("relation").str.starts_with("step")).then(d.between("relative.step_age", 2, 24)),
        "grown": col("row_age") >= 18,
    }
    return [first, second, third]


RELATIVE: dict[str, Line] = {
    "relative.relationship": so("relation", 97),
    "relative.status": so("row_status", 80, several=True),
    "relative.birth_date": day("row_born", asked=66),
    "relative.age_stated": so("row_age", 16),
    "relative.marital_status": so("row_married", 44),
    "relative.lives_with_client": yes(45, 48, own_child=(60, 82), partner=(55, 80)),
    "relative.depends_on_client": yes(20, 40, own_child=(55, 80)),
    "relative.hardship_level": code(
        {"ordinary": 60, "extreme": 20, "exceptional_and_extremely_unusual": 8, "none": 12},
        14,
        counts=(40, {"ordinary": 42, "extreme": 28, "exceptional_and_extremely_unusual": 24, "none": 6}),
    ),
    "relative.special_needs": yes(7, 26),
    "relative.military_status": code(
        {"none": 97, "veteran_not_dishonorable": 2, "active_duty": 1},
        34,
        military_family=(
            72,
            {"none": 30, "active_duty": 35, "veteran_not_dishonorable": 20, "selected_reserve": 12, "dep_enlistee": 3},
        ),
    ),
    "relative.is_abuser": so("abuser", 20, abuser=72),
    "relative.petitioned_for_client": yes(4, 24, citizen=(44, 50)),
    "relative.died_on": day("row_died", asked=7),
    "relative.step_relation_on": day("step_on", asked=5),
    "relative.step_relation_age": so("step_age", 4, papers=True),
    "relative.naturalized_on": day("naturalized", asked=8),
    "relative.lpr_since": day("green_card", asked=9),
    "relative.marriage_to_client_on": day("row_wed", asked=4, partner=55),
    "relative.in_us_unlawfully_same_household": yes(30, 8),
}


def _convictions(d: Draws) -> list[dict[str, Expr]]:
    import polars as pl

    col, today = pl.col, pl.col(TODAY)
    kind = {"dui": 24, "cimt": 22, "controlled_substance": 14, "none": 14, "minor_traffic": 8, "domestic_violence": 7}
    kind |= {"cimt+aggravated_felony": 4, "drug_trafficking+controlled_substance+aggravated_felony": 3, "firearm": 2}
    kind |= {"protection_order_violation": 1, "child_abuse": 1}
    on = (
        pl.when(col("place") == 0)
        .then(col("offended_on"))
        .otherwise(d.between("conviction.on", col("offended_on"), today - 50))
    )
    first = {"on": on, "kind": d.pick("conviction.kind", kind).cast(pl.String)}
    second = {
        "convicted_on": d.between("conviction.convicted_on", col("on") + 10, today - 1),
        "aggravated": col("kind").str.contains("aggravated"),
        "turpitude": col("kind") == "cimt",
        "age_then": (col("on") - col("born")) * 4 // 1461,
    }
    return [first, second]


CONVICTION: dict[str, Line] = {
    "conviction.offense_class": code(
        {"misdemeanor": 66, "felony": 20, "infraction": 8, "violation": 6},
        70,
        several=True,
        aggravated=(80, {"felony": 1}),
    ),
    "conviction.offense_on": day("on", asked=55),
    "conviction.convicted_on": day("convicted_on", asked=68),
    "conviction.sentence_imposed_days": number(0, 360, 55, aggravated=65),
    "conviction.max_possible_sentence_days": number(90, 1825, 34, papers=True),
    "conviction.custody_days_to_serve": number(0, 200, 26),
    "conviction.immigration_class": so("kind", 48),
    "conviction.gravity": code({"low": 55, "medium": 32, "high": 13}, 36, aggravated=(50, {"high": 1})),
    "conviction.weapon_or_serious_harm": yes(8, 40),
    "conviction.juvenile_adjudication": yes(4, 24),
    "conviction.age_at_offense": so("age_then", 12, papers=True),
    "conviction.vacated": yes(5, 38),
    "conviction.vacatur_reason": code(
        {"legal_or_procedural_defect": 65, "rehabilitation": 20, "immigration_hardship": 15}, 3
    ),
    "conviction.connected_to_victimization": yes(8, 14),
    "conviction.offense_text": so("offense", 45),
    "conviction.statute": so("statute_text", 30),
    "conviction.plea": code({"guilty": 72, "no_contest": 16, "trial": 6, "diversion_no_plea": 6}, 30),
    "conviction.disposition": code(
        {
            "convicted": 76,
            "deferred_adjudication_with_plea": 8,
            "pretrial_diversion_no_plea": 5,
            "dismissed": 3,
            "vacated": 4,
            "expunged": 3,
            "pending": 1,
        },
        52,
        several=True,
    ),
    "conviction.released_on": day("convicted_on", TODAY, 14),
    "conviction.petty_offense_exception": yes(30, 8, turpitude=(35, 60)),
    "conviction.only_cimt": yes(70, 22, turpitude=(50, 75)),
    "conviction.committed_within_5y_of_admission": yes(20, 16),
}
ARREST: dict[str, Line] = {
    "arrest.arrested_on": day("on", asked=74),
    "arrest.charge_text": so("charge_text", 60),
    "arrest.open_charge": yes(28, 62),
    "arrest.laken_riley_offense": yes(12, 40),
}
TRIP: dict[str, Line] = {
    "presence_event.left_on": day("left", asked=74),
    "presence_event.returned_on": day("back", asked=70),
    "presence_event.days": so("away", 62),
    "presence_event.kind": code(
        {
            "brief_trip": 55,
            "voluntary_return": 15,
            "advance_parole_trip": 12,
            "turned_back_no_process": 8,
            "expedited_removal": 5,
            "removed_under_order": 5,
        },
        58,
        several=True,
        tps_holder=(60, {"tps_travel": 70, "brief_trip": 30}),
        daca_holder=(60, {"advance_parole_trip": 1}),
    ),
    "presence_event.told_of_hearing_right": yes(35, 26),
    "presence_event.signed_waiver": yes(30, 26),
    "presence_event.fingerprinted_only": yes(30, 24),
}


def _arrests(d: Draws) -> list[dict[str, Expr]]:
    import polars as pl

    start = pl.max_horizontal("came", pl.col("born") + 14 * YEAR).clip(upper_bound=pl.col(TODAY) - 1)
    return [{"on": d.between("arrest.on", start, pl.col(TODAY) - 1), "charge_text": _texts(d, "arrest.text")}]


def _trips(d: Draws) -> list[dict[str, Expr]]:
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


def _convictions_told(d: Draws) -> list[dict[str, Expr]]:
    import polars as pl

    return [
        *_convictions(d),
        {"offense": _texts(d, "conviction.text"), "statute_text": pl.lit("a state statute (synthetic)")},
    ]


def _family(d: Draws) -> Expr:
    import polars as pl

    partner = (pl.col("married") | (pl.col("divorced") & pl.col("abused"))).cast(pl.Int32)
    kids = pl.when("parent").then(pl.col("children")).otherwise(0)
    return partner + kids + d.between("relatives", 0, 2)


def _some(column: str, name: str, low: int, high: int) -> Callable[[Draws], Expr]:
    def count(d: Draws) -> Expr:
        import polars as pl

        return pl.when(column).then(d.between(name, low, high)).otherwise(0)

    return count


LISTS: dict[str, Rows] = {
    "entry": Rows(lambda d: d.between("entries", 10, 21) // 10, _entries, ENTRY, 82, 50),
    "relative": Rows(_family, _relatives, RELATIVE, 74, 46),
    "conviction": Rows(_some("convicted", "convictions", 1, 2), _convictions_told, CONVICTION, 70, 62),
    "arrest": Rows(_some("arrested", "arrests", 1, 2), _arrests, ARREST, 62, 60),
    "presence_event": Rows(_some("ever_left", "trips", 1, 2), _trips, TRIP, 50, 70),
}
"""Every list of the vocabulary, in the order of its tables."""
