"""Discretionary factors: each one shown and not shown, by facts; none of them ever a score."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from nolle.facts.casefile import parse_case
from nolle.facts.derivations import definitions
from nolle.law import authorities
from nolle.law.authorities import Law
from nolle.law.factors import factors
from nolle.law.priorities import ORDER
from nolle.law.tables import tables
from nolle.logic import Asked, Missing, Truth
from nolle.logic.value import evaluate
from nolle.logic.walk import facts_of

IDS = (Path(__file__).parent / "ids" / "factors.txt").read_text("utf-8").split()
ON = "2026-11-21"


def read(id: str, facts: str, *, against: bool = False, on: str = ON) -> Truth:
    text = 'schema = "nolle.case/1"\ncomplete = ["entry", "relative", "conviction", "arrest"]\n' + facts
    case = parse_case(text, "toml", name="worked case")
    asked = Asked(case, Law(), date.fromisoformat(on), None, tables=tables(), definitions=definitions())
    factor = factors()[id]
    condition = factor.against if against else factor.shows
    assert condition is not None
    truth = evaluate(condition, asked)
    return truth if isinstance(truth, bool) else None


def rows(entity: str, *written: str) -> str:
    return "".join(f"[[{entity}]]\n" + row.replace("; ", "\n") + "\n" for row in written)


def entered(day: str, manner: str = "ewi") -> str:
    return rows("entry", f'date = "{day}"; manner = "{manner}"')


NO_FORMS = "".join(f'filing.{form}.status = "none"\n' for form in ("i130", "i360_sij", "i140", "i485", "i601a"))
I130 = NO_FORMS.replace('i130.status = "none"', 'i130.status = "approved"')
I485 = NO_FORMS.replace('i485.status = "none"', 'i485.status = "pending"')
CHILD = rows("relative", 'relationship = "child"; status = "usc"; depends_on_client = true; special_needs = true')
SISTER = """
[[relative]]
relationship = "sibling"
status = "usc"
depends_on_client = false
special_needs = false
hardship_level = "ordinary"
military_status = "none"
"""

SOLDIER = rows("relative", 'relationship = "spouse"; status = "usc"; military_status = "active_duty"')
NOT_VICTIM = """
victim.battery_or_extreme_cruelty = false
victim.trafficking_severe_form = false
victim.qualifying_crime = false
"""
NO_WITNESS = """
case.witness_in_investigation = false
victim.helpful_to_le = false
labor.statement_of_interest = false
"""
CLEAN = """
case.prior_removal_executed = false
case.final_order = false
person.fraud_or_misrepresentation = false
person.permanent_bar_9c = false
"""


def yes(fact: str) -> str:
    return f"{fact} = true\n"


def no(*facts: str) -> str:
    return "".join(f"{fact} = false\n" for fact in facts)


CASES = {
    "length_of_presence": ('person.present_in_us_since = "2004"\n', 'person.present_in_us_since = "2023-05-01"\n'),
    "presence_in_lawful_status": (
        'person.immigration_status = "nonimmigrant"\n',
        'person.immigration_status = "none"\nperson.status_obtained_on = { absent = true }\n',
    ),
    "arrived_as_child": (
        'person.birth_date = "2000-05-01"\n' + entered("2008-01-01"),
        'person.birth_date = "1980-05-01"\n' + entered("2008-01-01"),
    ),
    "arrival_circumstances": (entered("2020-01-01", "admitted_visa"), entered("2020-01-01")),
    "usc_lpr_family": (CHILD, SISTER),
    "family_impact": (CHILD, SISTER),
    "primary_caretaker": (yes("person.primary_caretaker"), no("person.primary_caretaker") + SISTER),
    "military_service": (no("person.served_us_military") + SOLDIER, no("person.served_us_military") + SISTER),
    "public_service": (yes("person.community_contributions"), no("person.community_contributions")),
    "victim_dv_trafficking_crime": (yes("victim.qualifying_crime"), NOT_VICTIM),
    "witness_cooperation": (yes("case.witness_in_investigation"), NO_WITNESS),
    "civil_rights_party": (yes("case.civil_rights_plaintiff"), no("case.civil_rights_plaintiff")),
    "age_minor_or_elder": ('person.birth_date = "1961-11-21"\n', 'person.birth_date = "1961-11-22"\n'),
    "pregnancy_nursing": (yes("person.pregnant_or_nursing"), no("person.pregnant_or_nursing")),
    "serious_health_self_or_family": (
        no("person.serious_health_condition") + CHILD,
        no("person.serious_health_condition") + SISTER,
    ),
    "mental_or_physical_condition": (
        yes("person.disability"),
        no("person.disability", "person.competency_concern"),
    ),
    "community_ties": (
        yes("person.community_contributions"),
        no("person.community_contributions") + 'person.tax_compliance = "filed_some"\n',
    ),
    "education": (yes("person.enrolled_in_school"), no("person.enrolled_in_school", "person.us_high_school_or_ged")),
    "work_history": (
        'person.tax_compliance = "filed_all"\n',
        'person.tax_compliance = "none"\nperson.ead_category = { absent = true }\n',
    ),
    "rehabilitation": (yes("person.rehabilitation_evidence"), no("person.rehabilitation_evidence")),
    "time_since_offense": (
        rows("conviction", 'offense_on = "2011-06-01"'),
        rows("conviction", 'offense_on = "2011-06-01"', 'offense_on = "2025-01-01"'),
    ),
    "extenuating_offense": (
        rows("conviction", "age_at_offense = 17"),
        rows("conviction", "age_at_offense = 18; connected_to_victimization = false"),
    ),
    "conviction_vacated": (
        rows("conviction", 'disposition = "vacated"'),
        rows("conviction", 'disposition = "convicted"'),
    ),
    "likelihood_of_relief": (I130, NO_FORMS + 'case.outside_relief_likelihood = "low"\n'),
    "removal_practicality": (
        yes("case.removal_impractical"),
        no("case.removal_impractical") + 'case.charge_sustained = "sustained"\n',
    ),
    "unlikely_removable_nationality": (yes("case.removal_impractical"), no("case.removal_impractical")),
    "country_conditions": (yes("equity.country_conditions_severe"), no("equity.country_conditions_severe")),
    "home_country_ties": (yes("equity.home_country_ties_weak"), no("equity.home_country_ties_weak")),
    "humanitarian": (yes("equity.compelling_humanitarian"), no("equity.compelling_humanitarian")),
    "status_depends_on_court_choice": (
        yes("case.in_removal_proceedings") + I130,
        yes("case.in_removal_proceedings") + NO_FORMS,
    ),
    "detention_harm": (
        yes("case.detained") + yes("person.serious_health_condition"),
        no("case.detained") + yes("person.serious_health_condition"),
    ),
    "resource_constraints": ('case.posture = "pleaded"\n', 'case.posture = "appeal_pending"\n'),
    "public_interest": (yes("equity.compelling_humanitarian"), no("equity.compelling_humanitarian")),
    "future_admissibility": ("person.unlawful_presence_days = 181\n", "person.unlawful_presence_days = 180\n"),
    "compliance": (
        no("equity.caused_delay_or_missed_checkins") + yes("person.address_current_with_court"),
        yes("equity.caused_delay_or_missed_checkins"),
    ),
    "immigration_history": (yes("case.final_order"), CLEAN),
    "criminal_history": (rows("conviction", 'offense_class = "misdemeanor"'), ""),
    "public_safety_concern": (
        yes("person.security_or_terrorism_concern"),
        no("person.security_or_terrorism_concern") + 'person.gang_allegation = "alleged_only"\n',
    ),
    "gang_adverse": ('person.gang_allegation = "alleged_only"\n', 'person.gang_allegation = "none"\n'),
    "agg_gravity": (
        rows("conviction", 'gravity = "low"; sentence_imposed_days = 365'),
        rows("conviction", 'gravity = "low"; sentence_imposed_days = 364'),
    ),
    "agg_harm": (
        rows("conviction", "weapon_or_serious_harm = true"),
        rows("conviction", "weapon_or_serious_harm = false"),
    ),
    "agg_sophistication": (rows("conviction", 'gravity = "high"'), rows("conviction", 'gravity = "medium"')),
    "agg_weapon": (
        rows("conviction", 'immigration_class = ["firearm"]'),
        rows("conviction", 'immigration_class = ["dui"]; weapon_or_serious_harm = false'),
    ),
    "agg_prior_record": (
        rows("conviction", 'offense_class = "felony"', 'offense_class = "felony"'),
        rows("conviction", 'offense_class = "felony"'),
    ),
    "recent_entry": (entered("2024-11-22"), entered("2024-11-21")),
    "human_rights_violator": (yes("person.persecuted_others"), no("person.persecuted_others")),
    "smuggling_fraud_scheme": (
        yes("person.smuggled_or_helped_entry"),
        no("person.smuggled_or_helped_entry", "person.fraud_or_misrepresentation"),
    ),
    "aos_consular_choice": (
        I485 + no("person.left_after_unlawful_presence") + entered("2020-01-01", "admitted_visa"),
        NO_FORMS + entered("2020-01-01", "admitted_visa"),
    ),
    "lack_of_tax": ('person.tax_compliance = "filed_some"\n', 'person.tax_compliance = "filed_all"\n'),
}

AGAINST = {
    "arrival_circumstances": (entered("2025-06-01"), entered("2015-06-01")),
    "home_country_ties": (no("equity.home_country_ties_weak"), yes("equity.home_country_ties_weak")),
    "public_interest": (yes("person.security_or_terrorism_concern"), no("person.security_or_terrorism_concern")),
    "future_admissibility": (yes("person.permanent_bar_9c"), no("person.permanent_bar_9c")),
}


@pytest.mark.parametrize("id", IDS)
def test_each_factor_shown_and_not_shown(id: str) -> None:
    shown, not_shown = CASES[id]
    assert read(id, shown) is True
    assert read(id, not_shown) is False


@pytest.mark.parametrize("id", sorted(AGAINST))
def test_a_factor_of_either_kind_may_turn_against(id: str) -> None:
    turned, not_turned = AGAINST[id]
    assert read(id, turned, against=True) is True
    assert read(id, not_turned, against=True) is False


def test_only_factors_of_either_kind_turn() -> None:
    found = factors().values()
    assert (
        {f.id for f in found if f.against is not None}
        == {f.id for f in found if f.polarity == "either"}
        == set(AGAINST)
    )


def test_a_dishonorable_discharge_does_not_speak_for_the_client() -> None:
    served = yes("person.served_us_military") + SISTER
    assert read("military_service", 'person.military_discharge = "honorable"\n' + served) is True
    assert read("military_service", 'person.military_discharge = "dishonorable"\n' + served) is False


def test_the_consular_view_of_uscis_dates_from_its_memo() -> None:
    facts = CASES["aos_consular_choice"][0]
    assert read("aos_consular_choice", facts, on="2026-05-20") is False
    assert read("aos_consular_choice", facts, on="2026-05-21") is True


@pytest.mark.parametrize("id", IDS)
def test_nothing_told_shows_nothing(id: str) -> None:
    asked = Asked(
        parse_case('schema = "nolle.case/1"\n', "toml", name="empty"),
        Law(),
        date.fromisoformat(ON),
        None,
        tables=tables(),
        definitions=definitions(),
    )
    assert isinstance(evaluate(factors()[id].shows, asked), Missing)


def test_the_ids_are_kept() -> None:
    assert len(IDS) == 49
    assert sorted(factors()) == IDS == sorted(CASES)


@pytest.mark.parametrize("id", IDS)
def test_every_factor_is_whole(id: str) -> None:
    factor = factors()[id]
    assert set(factor.cites) <= set(authorities.load())
    assert set(factor.named_by) <= set(ORDER)
    texts = [factor.label, *factor.evidence, *([factor.note] if factor.note is not None else [])]
    assert all(text.en and text.es for text in texts)
    read_from = {fact.name for fact in facts_of(factor.shows)}
    if factor.against is not None:
        read_from |= {fact.name for fact in facts_of(factor.against)}
    named = set(factor.facts)
    assert {name for name in read_from if not name.startswith("filing.")} <= named
    assert "filing.status" in named or not any(name.startswith("filing.") for name in read_from)


@pytest.mark.parametrize(
    "id",
    [
        "length_of_presence",
        "arrived_as_child",
        "age_minor_or_elder",
        "time_since_offense",
        "agg_gravity",
        "recent_entry",
    ],
)
def test_a_number_that_is_ours_says_so(id: str) -> None:
    note = factors()[id].note
    assert note is not None
    assert "ours" in note.en
    assert "nuestra" in note.es
