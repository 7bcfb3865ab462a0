"""Which forms were filed for whom, how they came out, and when: filed before decided, after coming here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nolle.facts.vocabulary import find

from .draws import Draws, Expr, weighed
from .people import TODAY, YEAR, age_on
from .telling import Line, code, day, later, so, yes

STATUSES = list(find("filing.status").values or ())
UNDECIDED = ["none", "planned", "pending"]


@dataclass(frozen=True, slots=True)
class Filing:
    """How often a form is among the papers of the people of ``whose`` column, what became of it, and its other facts.

    ``since`` is the column of the day before which it cannot have been filed. Of everyone else so many of a hundred
    (``others``) have one.
    """

    whose: str
    of_them: int
    status: str
    since: str = "came"
    others: int = 1
    more: Mapping[str, Line] = field(default_factory=dict)


PETITION = "approved 48, pending 34, planned 8, denied 6, revoked 1, withdrawn 3"
APPLICATION = "pending 60, planned 20, approved 8, denied 10, withdrawn 2"

FILINGS: dict[str, Filing] = {
    "i130": Filing(
        whose="citizen_spouse",
        of_them=88,
        status=PETITION,
        others=8,
        more={
            "category": code(
                "na 1",
                3,
                has_i130=(78, "f2a 20, f4 25, ir_parent 25, f1 10, f2b 10, f3 5, ir_child 5"),
                spouse_petition=(82, "ir_spouse 1"),
            ),
            "petitioner_relationship": code(
                "none 1",
                4,
                has_i130=(78, "spouse 25, sibling 30, parent 25, child_21_plus 20"),
                spouse_petition=(82, "spouse 1"),
            ),
            "priority_date": day("filed_i130", asked=5, papers=True, has_i130=80),
            "visa_became_available_on": day("filed_i130", TODAY, 2, only="has_i130", papers=True, has_i130=20),
            "petitioner_died_on": day("filed_i130", TODAY, 1, only="widow", has_i130=10),
        },
    ),
    "i485": Filing("citizen_spouse", 34, APPLICATION, others=4, more={"expires_on": later("came", 9000, 9900, 1)}),
    "i589": Filing("fears", 62, "pending 70, planned 22, denied 5, withdrawn 2, granted 1", others=2),
    "i601a": Filing("citizen_spouse", 12, APPLICATION, others=1),
    "i601": Filing("convicted", 12, APPLICATION, others=1),
    "i212": Filing("returned_before", 40, APPLICATION, others=1),
    "i360_sij": Filing("order_exists", 82, "approved 55, pending 32, planned 8, denied 5", "order_on", 1),
    "i360_vawa": Filing(
        whose="battered",
        of_them=60,
        status=PETITION,
        others=1,
        more={"category": code("na 1", 2, has_i360_vawa=(75, "ir_spouse 70, f2a 30"))},
    ),
    "i360_widow": Filing("widow", 35, PETITION, others=0),
    "i765": Filing("fears", 40, APPLICATION, others=18),
    "i131_pip": Filing("military_family", 62, "approved 65, pending 20, planned 10, denied 5", others=1),
    "i131_ap": Filing("tps_holder", 22, "approved 70, pending 30", others=2),
    "g325a": Filing("military_family", 30, "pending 60, approved 40", others=1),
    "i821": Filing("tps_holder", 90, "approved 72, pending 20, denied 5, expired 3", others=2),
    "i821d": Filing("daca_holder", 92, "approved 75, pending 10, expired 12, denied 3", "granted_daca", 1),
    "i246": Filing("ordered", 30, "pending 45, approved 25, denied 30", "judged_on", 0),
    "i881": Filing("old_registrant", 25, APPLICATION, others=0),
    "i914": Filing("t_papers", 70, "pending 60, approved 22, planned 12, denied 6", "escaped_on", 1),
    "i918": Filing("u_papers", 66, "pending 70, approved 12, planned 12, denied 6", "harmed_on", 1),
    "i914a": Filing(
        whose="t_family",
        of_them=85,
        status="pending 70, approved 20, planned 10",
        others=1,
        more={
            "client_role": code(
                "derivative_child 50, derivative_spouse 40, derivative_parent 10",
                3,
                has_i914a=(
                    80,
                    "derivative_child 45, derivative_spouse 35, derivative_parent 12, derivative_sibling 8",
                ),
            ),
            "beneficiary_age_at_filing": so("age_principal_t", 1, papers=True, has_i914a=70),
        },
    ),
    "i918a": Filing(
        whose="u_family",
        of_them=85,
        status="pending 70, approved 20, planned 10",
        others=1,
        more={
            "client_role": code(
                "derivative_child 50, derivative_spouse 50",
                3,
                has_i918a=(
                    80,
                    "derivative_child 50, derivative_spouse 40, derivative_parent 5, after_acquired_spouse 5",
                ),
            ),
            "beneficiary_age_at_filing": so("age_principal_u", 1, papers=True, has_i918a=70),
        },
    ),
    "i192": Filing("victim", 30, APPLICATION, "harmed_on", 0),
    "eoir42a": Filing("resident", 45, APPLICATION, others=0),
    "eoir42b": Filing("long_resident", 48, APPLICATION, others=4),
    "n400": Filing("resident", 15, "pending 40, denied 40, planned 20", others=1),
    "i751": Filing("military_family", 5, PETITION, others=1),
    "labor_da": Filing("worker", 62, "approved 50, pending 40, planned 10", "worker_on", 0),
    "i140": Filing(
        "employee", 88, PETITION, others=1, more={"category": code("na 1", 2, has_i140=(75, "eb3 60, eb2 40"))}
    ),
    "da_request": Filing("asked_for", 14, APPLICATION, "requested", 2),
    "mtr": Filing("ordered", 40, "pending 50, planned 30, denied 20", "judged_on", 0),
    "eoir26": Filing("appealed", 92, "pending 1", "judged_on", 0),
    "grandfather_petition": Filing(
        whose="old_registrant",
        of_them=45,
        status="approved 55, denied 20, expired 15, withdrawn 10",
        since="old_times",
        others=0,
        more={
            "approvable_when_filed": yes(60, 1, has_grandfather_petition=(70, 80)),
            "properly_filed": yes(80, 1, has_grandfather_petition=(68, 92)),
            "meritorious_in_fact": yes(60, 1, has_grandfather_petition=(60, 80)),
            "nonfrivolous": yes(80, 1, has_grandfather_petition=(60, 95)),
            "client_role": code(
                "principal 60, derivative_child 40",
                1,
                has_grandfather_petition=(75, "principal 60, derivative_child 30, derivative_spouse 10"),
            ),
            "beneficiary_present_2000_12_21": yes(50, 2, has_grandfather_petition=(70, 80)),
            "postmarked_on": day("filed_grandfather_petition", asked=1, papers=True, has_grandfather_petition=45),
            "received_on": day("filed_grandfather_petition", asked=1, papers=True, has_grandfather_petition=25),
            "relationship_created_on": day("old_times", asked=1, has_grandfather_petition=35),
        },
    ),
}
ASKED = weighed("i130 60, i485 45, i589 55, i360_sij 26, i360_vawa 26, i914 26, i918 28, i140 24")
"""Of a hundred ordinary files, how many ask whether a form was filed; 18 of the rest."""


def filed(d: Draws) -> dict[str, Expr]:
    """The story of every form: whether there is one, its status, and the days it was filed and decided."""
    import polars as pl

    col, today = pl.col, pl.col(TODAY)
    found: dict[str, Expr] = {}
    for form, filing in FILINGS.items():
        often = pl.when(col(filing.whose)).then(filing.of_them).otherwise(filing.others)
        there = d.happens(f"has.{form}", often)
        status = d.pick(f"status.{form}", filing.status, STATUSES)
        since = pl.coalesce(col(filing.since), col("came"))
        until = pl.lit(11_440, pl.Int32) if form == "grandfather_petition" else today - 20
        on = d.between(f"on.{form}", since, until)
        was_filed = there & (status != "planned")
        decided = was_filed & ~status.is_in(UNDECIDED)
        found |= {
            f"has_{form}": was_filed,
            f"status_{form}": pl.when(there).then(status).otherwise(pl.lit("none", pl.Enum(STATUSES))),
            f"filed_{form}": pl.when(was_filed).then(on),
            f"decided_{form}": pl.when(decided).then(d.between(f"decided.{form}", on + 1, today - 1)),
        }
    return found


def lines() -> dict[str, Line]:
    """How the facts of filings are told; days are on the receipts, where there are any."""
    found: dict[str, Line] = {}
    for form, filing in FILINGS.items():
        there = f"has_{form}"
        status = so(f"status_{form}", ASKED.get(form, 18), several=form == "i130")
        found[f"filing.{form}.status"] = replace(status, among={there: 88})
        if form not in WITHOUT_DAYS:
            on = day(f"filed_{form}", asked=1, papers=form != "grandfather_petition")
            found[f"filing.{form}.filed_on"] = replace(on, among={there: 76})
            decided = day(f"decided_{form}", asked=1, papers=True)
            found[f"filing.{form}.decided_on"] = replace(decided, among={there: 55})
        found |= {f"filing.{form}.{name}": line for name, line in filing.more.items()}
    return found


WITHOUT_DAYS = ("i765", "i131_ap", "g325a", "i751", "i192")
"""Forms of which only the status is told."""


def after_filing(d: Draws) -> dict[str, Expr]:
    """What follows from the forms."""
    import polars as pl

    col = pl.col
    return {
        "spouse_petition": col("has_i130") & col("citizen_spouse"),
        "asylum_in_a_year": col("filed_i589") <= col("came") + YEAR,
        "age_asylum": age_on("filed_i589"),
        "age_order": age_on("order_on"),
        "age_principal_t": pl.when("t_family").then(age_on("filed_i914")),
        "age_principal_u": pl.when("u_family").then(age_on("filed_i918")),
    }
