"""The three exposures: worked cases, and each side of every day on which the answer changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from nolle.facts.casefile import parse_case, read_case
from nolle.facts.derivations import definitions
from nolle.law import authorities
from nolle.law.authorities import Law
from nolle.law.exposure import Exposure, exposures
from nolle.law.tables import tables
from nolle.logic import Asked, Truth, Versions, judge, walk
from nolle.logic.rule import CIRCUITS, check_ids

STORY_C = Path(__file__).parents[2] / "examples" / "c-long-time-resident" / "case.toml"
TODAY = "2026-11-21"

NO_ORDER = """
case.final_order = false
case.mandatory_detention_ground = false
case.prior_removal_executed = false
"""
ADULT = """
person.birth_date = "1990-05-01"
uac.determined = false
"""
ADMITTED = """
[[entry]]
date = "2015-03-01"
manner = "admitted_visa"
at_port_of_entry = true
apprehended_at_border = false
"""
UNINSPECTED = """
[[entry]]
date = "2015-03-01"
manner = "ewi"
at_port_of_entry = false
apprehended_at_border = false
"""
PAROLED_AT_PORT = """
[[entry]]
date = "2021-03-01"
manner = "paroled"
at_port_of_entry = true
apprehended_at_border = false
"""
PAROLED_BETWEEN_PORTS = """
[[entry]]
date = "2021-03-01"
manner = "paroled"
at_port_of_entry = false
apprehended_at_border = true
"""
WAVED_THROUGH = ADMITTED.replace("admitted_visa", "waved_through")
PROVED = """
person.present_in_us_since = "2015-03-01"
case.two_years_presence_proved = true
"""
NOT_PROVED = """
person.present_in_us_since = "2015-03-01"
case.two_years_presence_proved = false
"""


def exposure(id: str) -> Exposure:
    return next(e for e in exposures() if e.id == id)


def ask(id: str, facts: str, on: str, circuit: str | None = None) -> Truth:
    """The answer of an exposure; whoever is told about at all has no status, unless one is told."""
    if facts and "person.immigration_status" not in facts:
        facts = 'person.immigration_status = "none"\n' + facts
    text = 'schema = "nolle.case/1"\ncomplete = ["entry"]\n' + facts
    case = parse_case(text, "toml", name="worked case")
    asked = Asked(case, Law(), date.fromisoformat(on), circuit, tables=tables(), definitions=definitions())
    return judge(exposure(id).rule, asked).truth


@dataclass(frozen=True)
class Case:
    """A worked case of an exposure: true is exposed."""

    story: str
    id: str
    facts: str
    answer: Truth
    rests_on: str
    on: str = TODAY

    def __str__(self) -> str:
        return f"{self.story} ({self.on})"


CHILD = """
person.birth_date = "2012-05-01"
uac.determined = true
uac.determination_terminated = false
"""

EXPEDITED = [
    Case("Last admitted on a visa", "expedited_removal", ADULT + ADMITTED, False, "ina-235b"),
    Case(
        "Waved through, and proved",
        "expedited_removal",
        ADULT + "case.last_admission_proved = true\n" + WAVED_THROUGH,
        False,
        "8-cfr-235-3b",
    ),
    Case(
        "Waved through, with nothing to prove it",
        "expedited_removal",
        ADULT + NOT_PROVED + "case.last_admission_proved = false\n" + WAVED_THROUGH,
        True,
        "8-cfr-235-3b",
    ),
    Case(
        "Entered without inspection, nothing proved",
        "expedited_removal",
        ADULT + NOT_PROVED + UNINSPECTED,
        True,
        "make-the-road-v-dhs-2026",
    ),
    Case(
        "Entered without inspection, two years proved in the file",
        "expedited_removal",
        ADULT + PROVED + UNINSPECTED,
        False,
        "8-cfr-235-3b",
    ),
    Case("Proof of two years not asked about", "expedited_removal", ADULT + UNINSPECTED, None, "8-cfr-235-3b"),
    Case(
        "Eleven years told, and nobody has looked at proof",
        "expedited_removal",
        ADULT + 'person.present_in_us_since = "2015-03-01"\n' + UNINSPECTED,
        None,
        "8-cfr-235-3b",
    ),
    Case(
        "Here only eighteen months: proof of two years is impossible",
        "expedited_removal",
        ADULT
        + 'person.present_in_us_since = "2025-05-01"\ncase.two_years_presence_proved = true\n'
        + UNINSPECTED.replace("2015-03-01", "2025-05-01"),
        True,
        "8-cfr-235-3b",
    ),
    Case(
        "An unaccompanied child now",
        "expedited_removal",
        CHILD + "uac.reunited_with_parent_on = { absent = true }\n" + UNINSPECTED,
        False,
        "tvpra-235d",
    ),
    Case(
        "The child lives with a parent again: no safe no",
        "expedited_removal",
        CHILD + 'uac.reunited_with_parent_on = "2025-02-01"\ncase.two_years_presence_proved = false\n' + UNINSPECTED,
        True,
        "tvpra-235d",
    ),
    Case(
        "Paroled at a port with five years proved",
        "expedited_removal",
        ADULT + PROVED + PAROLED_AT_PORT,
        None,
        "chirla-v-noem-2025",
    ),
    Case(
        "Paroled at a port with years proved, under the memo",
        "expedited_removal",
        ADULT + PROVED + PAROLED_AT_PORT,
        True,
        "huffman-2025-01-23",
        on="2025-06-01",
    ),
    Case(
        "Paroled between ports, nothing proved: it is disputed whether parole takes a person out",
        "expedited_removal",
        ADULT + NOT_PROVED + PAROLED_BETWEEN_PORTS,
        None,
        "ina-235b",
    ),
    Case(
        "Paroled between ports, two years proved",
        "expedited_removal",
        ADULT + PROVED + PAROLED_BETWEEN_PORTS,
        False,
        "ina-235b",
    ),
    Case(
        "Years proved, but came back without inspection this year",
        "expedited_removal",
        ADULT + PROVED + UNINSPECTED + UNINSPECTED.replace("2015-03-01", "2026-02-01"),
        True,
        "ina-235b",
    ),
    Case(
        "The last entry exactly two years ago, all of it proved",
        "expedited_removal",
        ADULT + PROVED + UNINSPECTED.replace("2015-03-01", "2024-11-21"),
        False,
        "ina-235b",
    ),
    Case(
        "The last entry a day less than two years ago",
        "expedited_removal",
        ADULT + PROVED + UNINSPECTED.replace("2015-03-01", "2024-11-22"),
        True,
        "ina-235b",
    ),
    *(
        Case(
            f"Entered without inspection, and {status} now",
            "expedited_removal",
            f'person.immigration_status = "{status}"\n' + ADULT + NOT_PROVED + UNINSPECTED,
            answer,
            "8-cfr-235-3b",
        )
        for status, answer in (("lpr", None), ("refugee", None), ("asylee", None), ("none", True), ("tps", True))
    ),
    Case(
        "Entered without inspection, and nobody asked about status",
        "expedited_removal",
        "person.immigration_status = { unknown = true }\n" + ADULT + NOT_PROVED + UNINSPECTED,
        None,
        "8-cfr-235-3b",
    ),
    Case("Nothing told", "expedited_removal", "", None, "ina-235b"),
]

HELD = NO_ORDER + "case.detained = true\n"


def held(circuit: str) -> str:
    """Held there, in the country for years, and able to prove it."""
    return HELD + ADULT + f'case.detention_circuit = "{circuit}"\n' + PROVED + UNINSPECTED


BOND = [
    Case("Admitted last, no ground, no order", "no_bond", HELD + ADMITTED, False, "ina-236-detention-bond"),
    Case(
        "A ground of mandatory detention",
        "no_bond",
        "case.mandatory_detention_ground = true\n" + ADMITTED,
        True,
        "ina-236-detention-bond",
    ),
    Case("A final order", "no_bond", "case.final_order = true\n" + ADMITTED, True, "ina-241b"),
    Case("Paroled at a port of entry", "no_bond", HELD + PAROLED_AT_PORT, True, "ina-212d5"),
    Case("Not held, and no place known", "no_bond", NO_ORDER + UNINSPECTED, None, "interior-bond-circuit-split-2026"),
    Case("Thirty years here do not bear on it", "no_bond", held("5"), True, "buenrostro-mendez-v-bondi-2026"),
    Case(
        "Expedited removal brings detention without bond, also where the circuit allows bond",
        "no_bond",
        held("7").replace("proved = true", "proved = false"),
        True,
        "ina-235b",
        on="2026-07-01",
    ),
    Case(
        "Removed before and back without inspection: the old order may be brought back",
        "no_bond",
        held("7").replace("removal_executed = false", "removal_executed = true"),
        True,
        "ina-241b",
        on="2026-07-01",
    ),
    Case(
        "Nobody asked whether the person was removed before: no safe no",
        "no_bond",
        held("7").replace("case.prior_removal_executed = false\n", ""),
        None,
        "ina-241b",
        on="2026-07-01",
    ),
    Case(
        "Removed before, and admitted on a visa since",
        "no_bond",
        HELD.replace("removal_executed = false", "removal_executed = true") + ADMITTED,
        False,
        "ina-236-detention-bond",
    ),
    Case(
        "Arrested at the border long ago, and admitted on a visa since",
        "no_bond",
        HELD + UNINSPECTED.replace("2015-03-01", "2001-03-01").replace("border = false", "border = true") + ADMITTED,
        False,
        "matter-of-q-li",
    ),
    Case(
        "Admitted under the visa waiver program: no safe no",
        "no_bond",
        HELD + ADMITTED.replace("admitted_visa", "vwp"),
        None,
        "ina-236-detention-bond",
    ),
    *(
        Case(
            f"Entered without inspection, held in the Fifth Circuit, and {status} now",
            "no_bond",
            f'person.immigration_status = "{status}"\n' + held("5"),
            answer,
            "8-cfr-235-3b",
        )
        for status, answer in (("lpr", None), ("asylee", None), ("none", True))
    ),
    Case(
        "Paroled at a port of entry, a permanent resident since",
        "no_bond",
        'person.immigration_status = "lpr"\n' + HELD + PAROLED_AT_PORT,
        None,
        "8-cfr-235-3b",
    ),
    Case(
        "A permanent resident with a final order",
        "no_bond",
        'person.immigration_status = "lpr"\ncase.final_order = true\n' + ADMITTED,
        True,
        "ina-241b",
    ),
    Case(
        "Withholding of removal, though no final order is told: no safe no",
        "no_bond",
        'person.immigration_status = "withholding_or_cat"\n' + HELD + ADMITTED,
        None,
        "ina-241b",
    ),
    Case("Nothing told", "no_bond", "", None, "ina-236-detention-bond"),
]

THIRD = [
    Case("A final order", "third_country", "case.final_order = true\n", True, "third-country-removal-policy-2025"),
    Case(
        "Withholding of removal granted",
        "third_country",
        'case.final_order = false\nperson.immigration_status = "withholding_or_cat"\n',
        True,
        "ice-2025-02-18-er-directive",
    ),
    Case(
        "A notice names another country",
        "third_country",
        'case.third_country_notice_on = "2026-10-01"\n',
        True,
        "third-country-removal-policy-2025",
    ),
    Case(
        "DHS asked to end the asylum case",
        "third_country",
        "case.aca_motion_pending = true\n",
        True,
        "matter-of-c-i-g-m",
    ),
    Case(
        "Admitted, with no order, motion, notice or asylum case",
        "third_country",
        """
case.final_order = false
case.aca_motion_pending = false
case.third_country_notice_on = { absent = true }
person.immigration_status = "none"
filing.i589.status = "none"
"""
        + ADULT
        + ADMITTED,
        False,
        "ina-241b",
    ),
    Case(
        "The same, but entered without inspection: an expedited order may be carried out elsewhere",
        "third_country",
        """
case.final_order = false
case.aca_motion_pending = false
case.third_country_notice_on = { absent = true }
person.immigration_status = "none"
filing.i589.status = "none"
"""
        + ADULT
        + NOT_PROVED
        + UNINSPECTED,
        None,
        "ina-235b",
    ),
    Case(
        "An asylum case of a person who arrived in 2022: a motion may come",
        "third_country",
        """
case.final_order = false
case.aca_motion_pending = false
case.third_country_notice_on = { absent = true }
person.immigration_status = "none"
filing.i589.status = "pending"
asylum.last_arrival_on = "2022-02-01"
"""
        + ADULT
        + ADMITTED,
        None,
        "aca-rule-2019",
    ),
    Case(
        "The same, arrived the day before the agreements",
        "third_country",
        """
case.final_order = false
case.aca_motion_pending = false
case.third_country_notice_on = { absent = true }
person.immigration_status = "none"
filing.i589.status = "pending"
asylum.last_arrival_on = "2019-11-18"
"""
        + ADULT
        + ADMITTED,
        False,
        "aca-rule-2019",
    ),
    Case(
        "Removed before and back without inspection: the old order may be carried out elsewhere",
        "third_country",
        """
case.final_order = false
case.prior_removal_executed = true
case.aca_motion_pending = false
case.third_country_notice_on = { absent = true }
person.immigration_status = "none"
filing.i589.status = "none"
"""
        + ADULT
        + PROVED
        + UNINSPECTED,
        None,
        "ina-241b",
    ),
    Case("Nothing told", "third_country", "", None, "ina-241b"),
]


@pytest.mark.parametrize("case", [*EXPEDITED, *BOND, *THIRD], ids=str)
def test_worked_cases(case: Case) -> None:
    assert ask(case.id, case.facts, case.on) is case.answer
    cited = {cite for rule in walk(exposure(case.id).rule) for cite in rule.cites} | set(exposure(case.id).cites)
    assert case.rests_on in cited


# facts, exposure, the last day of one answer, that answer, the next day's
CHANGES = [
    (
        ADULT + (NOT_PROVED + UNINSPECTED).replace("2015-03-01", "2004-08-05"),
        "expedited_removal",
        "2004-08-10",
        False,
        None,
    ),
    (ADULT + NOT_PROVED + UNINSPECTED, "expedited_removal", "2025-01-20", False, True),
    (ADULT + NOT_PROVED + UNINSPECTED, "expedited_removal", "2025-08-28", True, None),
    (ADULT + NOT_PROVED + UNINSPECTED, "expedited_removal", "2026-06-22", None, True),
    (ADULT + NOT_PROVED + UNINSPECTED, "expedited_removal", "2019-07-22", False, True),
    (ADULT + NOT_PROVED + UNINSPECTED, "expedited_removal", "2019-09-26", True, None),
    (ADULT + NOT_PROVED + UNINSPECTED, "expedited_removal", "2020-10-01", None, True),
    (ADULT + NOT_PROVED + UNINSPECTED, "expedited_removal", "2022-03-20", True, False),
    (ADULT + PROVED + PAROLED_AT_PORT, "expedited_removal", "2025-01-22", None, True),
    (ADULT + PROVED + PAROLED_AT_PORT, "expedited_removal", "2025-07-31", True, None),
    (ADULT + PROVED + PAROLED_AT_PORT, "expedited_removal", "2025-09-11", None, None),
    (ADULT + PROVED + PAROLED_AT_PORT, "expedited_removal", "2025-10-03", None, None),
    (held("9"), "no_bond", "2025-07-07", False, None),
    (held("9"), "no_bond", "2025-09-04", None, True),
    (held("9"), "no_bond", "2026-02-17", True, None),
    (held("5"), "no_bond", "2026-02-05", True, True),
    (held("5"), "no_bond", "2026-02-17", True, True),
    (held("7"), "no_bond", "2025-12-10", True, False),
    (held("7"), "no_bond", "2026-07-27", False, None),
    (held("2"), "no_bond", "2026-05-10", None, False),
    (held("2"), "no_bond", "2026-07-27", False, None),
    (held("6"), "no_bond", "2026-05-10", None, False),
    (held("6"), "no_bond", "2026-07-27", False, None),
    (held("11"), "no_bond", "2026-05-10", None, False),
    (held("11"), "no_bond", "2026-07-27", False, None),
    (held("8"), "no_bond", "2026-05-10", None, True),
    (held("3"), "no_bond", "2026-05-10", None, None),
    (HELD + UNINSPECTED.replace("border = false", "border = true"), "no_bond", "2025-05-14", None, True),
    ("case.final_order = true\n", "third_country", "2025-02-17", None, True),
    ("case.final_order = true\n", "third_country", "2025-03-27", True, None),
    ("case.final_order = true\n", "third_country", "2025-06-22", None, True),
    ("case.aca_motion_pending = true\n", "third_country", "2021-02-05", True, None),
    ("case.aca_motion_pending = true\n", "third_country", "2025-09-01", None, True),
]


@pytest.mark.parametrize(("facts", "id", "last", "before", "after"), CHANGES)
def test_each_side_of_a_change(facts: str, id: str, last: str, before: Truth, after: Truth) -> None:
    next_day = date.fromordinal(date.fromisoformat(last).toordinal() + 1).isoformat()
    assert ask(id, facts, last) is before
    assert ask(id, facts, next_day) is after


def test_within_14_days_in_2004_to_2019_the_place_is_not_known() -> None:
    facts = ADULT + NOT_PROVED.replace("2015-03-01", "2018-06-01") + UNINSPECTED.replace("2015-03-01", "2018-06-01")
    assert ask("expedited_removal", facts, "2018-06-15") is None
    assert ask("expedited_removal", facts, "2018-06-16") is False


def edges(id: str) -> list[str]:
    """Every first and last day stored in an exposure, and the days around them."""
    days = set()
    for rule in walk(exposure(id).rule):
        scopes = [rule.scope, *(c.scope for c in rule.choices)] if isinstance(rule, Versions) else [rule.scope]
        days |= {day for scope in scopes for day in (scope.since, scope.until) if day is not None}
    return sorted({date.fromordinal(day.toordinal() + n).isoformat() for day in days for n in (-1, 0, 1)})


@pytest.mark.parametrize("on", [*edges("expedited_removal"), TODAY, "2027-06-01"])
@pytest.mark.parametrize("manner", ["paroled", "advance_parole"])
def test_a_person_paroled_at_a_port_is_never_a_no_by_two_years(on: str, manner: str) -> None:
    facts = ADULT + PROVED + PAROLED_AT_PORT.replace('"paroled"', f'"{manner}"')
    assert ask("expedited_removal", facts.replace("2021-03-01", "1995-03-01"), on) is not False


BY_CIRCUIT = {
    "2026-07-01": {"2": False, "5": True, "6": False, "7": False, "8": True, "11": False},
    TODAY: {"5": True, "8": True},
}


@pytest.mark.parametrize("circuit", sorted(CIRCUITS))
@pytest.mark.parametrize("on", sorted(BY_CIRCUIT))
def test_bond_by_circuit_of_detention(on: str, circuit: str) -> None:
    """A favourable answer lapses after it was last verified; an unfavourable one does not."""
    assert ask("no_bond", held(circuit), on) is BY_CIRCUIT[on].get(circuit)


def test_the_place_of_detention_decides_not_the_court() -> None:
    assert ask("no_bond", held("5"), TODAY, circuit="2") is True
    assert ask("no_bond", held("2"), "2026-07-01", circuit="5") is False


@pytest.mark.parametrize("circuit", sorted(CIRCUITS))
def test_story_c_long_residence_does_not_bring_a_bond_hearing(circuit: str) -> None:
    text = STORY_C.read_text("utf-8").replace('detention_circuit = "5"', f'detention_circuit = "{circuit}"')
    case = parse_case(text, "toml", name="case.toml")
    asked = Asked(case, Law(), date.fromisoformat(TODAY), "5", tables=tables(), definitions=definitions())
    assert judge(exposure("no_bond").rule, asked).truth is (True if circuit in ("5", "8") else None)


def test_story_c_has_two_years_proved() -> None:
    asked = Asked(read_case(STORY_C), Law(), date.fromisoformat(TODAY), "5", tables=tables(), definitions=definitions())
    assert judge(exposure("expedited_removal").rule, asked).truth is False


@pytest.mark.parametrize("on", ["2010-01-01", "2020-06-01", "2025-06-01", "2026-07-01", TODAY])
@pytest.mark.parametrize("id", [e.id for e in exposures()])
def test_nothing_told_is_never_a_no(id: str, on: str) -> None:
    case = parse_case('schema = "nolle.case/1"\n', "toml", name="empty")
    for circuit in (None, *sorted(CIRCUITS)):
        asked = Asked(case, Law(), date.fromisoformat(on), circuit, tables=tables(), definitions=definitions())
        assert judge(exposure(id).rule, asked).truth is not False


@pytest.mark.parametrize("found", exposures(), ids=lambda e: e.id)
def test_every_exposure_is_whole(found: Exposure) -> None:
    check_ids(found.rule)
    cited = set(found.cites) | {cite for rule in walk(found.rule) for cite in rule.cites}
    assert cited <= set(authorities.load())
    texts = [found.question, *found.no_needs, *found.cautions, *found.proof, *found.notes]
    texts += [rule.label for rule in walk(found.rule)]
    assert all(text.en and text.es for text in texts)
    assert all((found.no_needs, found.cautions, found.proof, found.advisals))


def test_a_caution_about_court_or_arrest_keeps_the_duty_to_attend() -> None:
    about = [c for e in exposures() for c in e.cautions if "court" in c.en or "hearing" in c.en]
    assert len(about) == 2
    for caution in about:
        assert "duty" in caution.en
        assert "obligatorio" in caution.es
