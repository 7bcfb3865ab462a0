"""How the rows of each list are told, and how many files tell of it. One line a fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .draws import Draws, Expr, step
from .list_rows import Layers, arrests, convictions, entries, family, relatives, some, trips
from .people import TODAY
from .telling import Line, code, day, later, number, so, tell, yes

if TYPE_CHECKING:
    import polars as pl


ENTRY: dict[str, Line] = {
    "entry.date": day("on", asked=84),
    "entry.manner": so("row_manner", 86, several=True),
    "entry.visa_class": code("b2 1", 1, by_visa=(65, "b2 62, b1 8, f1 14, h2b 6, h1b 4, j1 6")),
    "entry.authorized_until": later("on", 30, 185, 1, only="by_visa", by_visa=45),
    "entry.travel_document": so("document", 52),
    "entry.tps_held_at_departure": yes(2, 4, tps_holder=(40, 80)),
    "entry.apprehended_at_border": so("stopped", 58),
    "entry.inspected": so("port", 50),
    "entry.at_port_of_entry": so("port", 56),
    "entry.age_at_entry": so("age_then", 10, papers=True),
}


RELATIVE: dict[str, Line] = {
    "relative.relationship": so("relation", 97),
    "relative.status": so("row_status", 80, several=True),
    "relative.birth_date": day("row_born", asked=66),
    "relative.age_stated": so("row_age", 16),
    "relative.marital_status": so("row_married", 44),
    "relative.lives_with_client": yes(45, 48, own_child=(60, 82), partner=(55, 80)),
    "relative.depends_on_client": yes(20, 40, own_child=(55, 80)),
    "relative.hardship_level": code(
        "ordinary 60, extreme 20, exceptional_and_extremely_unusual 8, none 12",
        14,
        counts=(40, "ordinary 42, extreme 28, exceptional_and_extremely_unusual 24, none 6"),
    ),
    "relative.special_needs": yes(7, 26),
    "relative.military_status": code(
        "none 97, veteran_not_dishonorable 2, active_duty 1",
        34,
        military_family=(
            72,
            "none 30, active_duty 35, veteran_not_dishonorable 20, selected_reserve 12, dep_enlistee 3",
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


CONVICTION: dict[str, Line] = {
    "conviction.offense_class": code(
        "misdemeanor 66, felony 20, infraction 8, violation 6",
        70,
        several=True,
        aggravated=(80, "felony 1"),
    ),
    "conviction.offense_on": day("on", asked=55),
    "conviction.convicted_on": day("convicted_on", asked=68),
    "conviction.sentence_imposed_days": number(0, 360, 55, aggravated=65),
    "conviction.max_possible_sentence_days": number(90, 1825, 34, papers=True),
    "conviction.custody_days_to_serve": number(0, 200, 26),
    "conviction.immigration_class": so("kind", 48),
    "conviction.gravity": code("low 55, medium 32, high 13", 36, aggravated=(50, "high 1")),
    "conviction.weapon_or_serious_harm": yes(8, 40),
    "conviction.juvenile_adjudication": yes(4, 24),
    "conviction.age_at_offense": so("age_then", 12, papers=True),
    "conviction.vacated": yes(5, 38),
    "conviction.vacatur_reason": code("legal_or_procedural_defect 65, rehabilitation 20, immigration_hardship 15", 3),
    "conviction.connected_to_victimization": yes(8, 14),
    "conviction.offense_text": so("offense", 45),
    "conviction.statute": so("statute_text", 30),
    "conviction.plea": code("guilty 72, no_contest 16, trial 6, diversion_no_plea 6", 30),
    "conviction.disposition": code(
        "convicted 76, deferred_adjudication_with_plea 8, pretrial_diversion_no_plea 5, dismissed 3, "
        "vacated 4, expunged 3, pending 1",
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
        "brief_trip 55, voluntary_return 15, advance_parole_trip 12, turned_back_no_process 8, "
        "expedited_removal 5, removed_under_order 5",
        58,
        several=True,
        tps_holder=(60, "tps_travel 70, brief_trip 30"),
        daca_holder=(60, "advance_parole_trip 1"),
    ),
    "presence_event.told_of_hearing_right": yes(35, 26),
    "presence_event.signed_waiver": yes(30, 26),
    "presence_event.fingerprinted_only": yes(30, 24),
}


@dataclass(frozen=True, slots=True)
class Rows:
    """One list: how many rows a case has, what is true of each row, how its facts are told, and in how many of a
    hundred files the list is told at all, and is then known to be whole."""

    count: Callable[[Draws], Expr]
    row: Callable[[Draws], Layers]
    lines: Mapping[str, Line]
    told: int
    whole: int

    def needs(self, layers: Layers) -> set[str]:
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


LISTS: dict[str, Rows] = {
    "entry": Rows(lambda d: d.between("entries", 10, 21) // 10, entries, ENTRY, 82, 50),
    "relative": Rows(family, relatives, RELATIVE, 74, 46),
    "conviction": Rows(some("convicted", "convictions", 1, 2), convictions, CONVICTION, 70, 62),
    "arrest": Rows(some("arrested", "arrests", 1, 2), arrests, ARREST, 62, 60),
    "presence_event": Rows(some("ever_left", "trips", 1, 2), trips, TRIP, 50, 70),
}
"""Every list of the vocabulary, in the order of its tables."""
