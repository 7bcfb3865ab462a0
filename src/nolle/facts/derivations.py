"""Derived facts, each worked out in one place, in the language of rules.

A derived fact takes what its definition comes to; where that is nothing, what was told. A definition that names its
own fact reads what was told. On an empty case every one of them is unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from nolle.logic.entity import Entity, choose, lookup, soonest
from nolle.logic.tree import AS_OF, Expr

from .entities import (
    case,
    conviction,
    derived,
    entry,
    filing,
    juvenile,
    lpr,
    person,
    presence_event,
    relative,
    uac,
)
from .vocabulary import vocabulary

ADMITTED_OR_PAROLED = (
    "admitted_visa",
    "waved_through",
    "paroled",
    "advance_parole",
    "parole_in_place",
    "vwp",
)
"""Manners of entry that are an inspection and admission or a parole. Conditional parole (INA 236) is neither."""

INADMISSIBLE_OFFENSES = (
    "controlled_substance",
    "drug_trafficking",
    "trafficking",
    "aggravated_felony",
)
"""Classes of offense referred to in INA 212(a)(2), as far as the classes of the vocabulary tell them apart (ours).

Crimes of moral turpitude are named there too; only they have the petty-offense exception.
"""

NO_CONVICTION = (
    "dismissed",
    "acquitted",
    "pending",
    "pretrial_diversion_no_plea",
    "juvenile_adjudication",
)
"""Ends of a criminal case that leave no conviction (INA 101(a)(48)(A)). An expungement leaves one."""

conviction_stands = ~conviction.vacated & ~conviction.disposition.is_in(*NO_CONVICTION)
"""A row of the list is a conviction under INA 101(a)(48)(A), and was not vacated."""


@cache
def definitions() -> Mapping[str, Expr]:
    """Every derived fact by name."""
    found = {str(fact): expr for fact, expr in (*_entries(), *_ages(), *_family(), *_court(), *_offenses())}
    for form in vocabulary()["filing"].forms:
        filed: Entity = getattr(filing, form)
        found[f"filing.{form}.filed_on"] = filed.filed_on.only_if(~filed.status.is_in("none", "planned"))
        found[f"filing.{form}.days_pending"] = filed.filed_on.days_until(filed.decided_on)
    return found


def _entries() -> list[tuple[Expr, Expr]]:
    last_manner = entry.last(entry.manner, by=entry.date)
    no_absences = presence_event.total(presence_event.days)  # a complete list without rows: nought
    pip = filing.i131_pip
    paroled_since = pip.status.is_in("approved", "granted") & (pip.decided_on >= derived.last_entry_on)
    return [
        (derived.last_entry_on, entry.latest(entry.date)),
        (derived.last_entry_manner, last_manner),
        (derived.last_entry_at_port, entry.last(entry.at_port_of_entry, by=entry.date)),
        (derived.last_entry_travel_document, entry.last(entry.travel_document, by=entry.date)),
        (derived.ever_admitted_or_paroled, entry.exists(entry.manner.is_in(*ADMITTED_OR_PAROLED))),
        (
            derived.last_entry_admitted_or_paroled,
            derived.last_entry_manner.is_in(*ADMITTED_OR_PAROLED) | paroled_since,
        ),
        (derived.years_in_us, person.present_in_us_since.years_until(AS_OF)),
        (
            person.longest_absence_days,
            choose(
                presence_event.exists(),
                presence_event.greatest(presence_event.days),
                person.longest_absence_days.or_else(no_absences),
            ),
        ),
        (
            person.total_absence_days,
            choose(
                presence_event.exists(),
                presence_event.total(presence_event.days),
                person.total_absence_days.or_else(no_absences),
            ),
        ),
        (
            derived.presence_broken,
            presence_event.exists(presence_event.days > 90)
            | (presence_event.total(presence_event.days) > 180)
            | presence_event.exists(presence_event.kind == "removed_under_order"),
        ),
        (
            case.two_years_presence_proved,
            (person.present_in_us_since.plus(years=2) <= AS_OF) & case.two_years_presence_proved,
        ),
    ]


def _ages() -> list[tuple[Expr, Expr]]:
    born = person.birth_date
    i130 = filing.i130
    return [
        (derived.age_today, born.years_until(AS_OF).or_else(person.age_stated)),
        (
            derived.age_at_first_entry,
            born.years_until(entry.earliest(entry.date)).or_else(person.age_at_first_entry_stated),
        ),
        (derived.age_at_i589_filing, born.years_until(filing.i589.filed_on).or_else(uac.age_at_i589_filing)),
        (derived.cspa_age, born.years_until(i130.visa_became_available_on.minus(days=i130.days_pending))),
        (
            derived.sij_state_age_limit,
            lookup("state_juvenile_age", juvenile.court_state, juvenile.order_on.if_absent(AS_OF)),
        ),
    ]


def _family() -> list[tuple[Expr, Expr]]:
    old = filing.grandfather_petition
    citizen = relative.status == "usc"
    own = filing.i360_vawa
    standing = ("approved", "pending", "planned")
    # INA 101(b)(1), (2): a stepchild counts where the marriage came before 18.
    early_marriage = relative.step_relation_age < 18
    son_or_daughter = relative.relationship.is_in("child", "adopted_child") | (
        (relative.relationship == "stepchild") & early_marriage
    )
    parent = relative.relationship.is_in("parent", "adoptive_parent") | (
        (relative.relationship == "stepparent") & early_marriage
    )
    return [
        (
            derived.immediate_relative,
            filing.i130.category.is_in("ir_spouse", "ir_parent", "ir_child", "widow")
            | (own.status.is_in(*standing) & own.category.is_in("ir_spouse", "ir_parent", "ir_child"))
            | filing.i360_widow.status.is_in(*standing)
            | relative.exists((relative.relationship == "spouse") & citizen)
            | relative.exists(son_or_daughter & citizen & (relative.birth_date.plus(years=21) <= AS_OF))
            | (
                relative.exists(parent & citizen)
                & person.marital_status.is_in("single", "divorced", "widowed")
                & (person.birth_date.plus(years=21) > AS_OF)
            ),
        ),
        (
            derived.filing_date_for_245i,
            choose(
                old.received_on <= "2001-04-30",
                old.received_on,
                choose(old.postmarked_on <= "2001-04-30", old.postmarked_on, old.received_on),
            ),
        ),
        (
            derived.grandfathered_245i,
            person.grandfathered_245i
            | (
                (old.filed_on < "1998-01-15")
                | (
                    ((old.filed_on <= "2001-04-30") | (old.postmarked_on <= "2001-04-30"))
                    & old.beneficiary_present_2000_12_21
                )
            )
            & (
                old.approvable_when_filed
                | (old.properly_filed & old.meritorious_in_fact & old.nonfrivolous)
                | (old.status == "approved")
            )
            & (
                (old.client_role == "principal")
                | (
                    old.client_role.is_in("derivative_spouse", "derivative_child")
                    & (old.relationship_created_on <= "2001-04-30")
                )
            ),
        ),
    ]


def _court() -> list[tuple[Expr, Expr]]:
    offense_stop = lpr.stop_time_offense_on
    decided = case.ij_decision_on
    return [
        (case.nta_filed, case.nta_filed_on.is_known),
        (
            # The day of the order itself is still a day in proceedings: the motion is judged as of that day.
            case.in_removal_proceedings,
            case.in_removal_proceedings
            & ~(case.posture.is_in("dismissed", "terminated") & (case.motion_decided_on < AS_OF)),
        ),
        (juvenile.order_on, juvenile.order_on.only_if(juvenile.order_exists)),
        (uac.determined, uac.determined & ~uac.determination_terminated),
        (derived.charging_stop_date, case.nta_served_on.only_if(case.nta_has_time_and_place)),
        (derived.stop_time_date, soonest(derived.charging_stop_date, offense_stop)),
        (derived.lpr_stop_date, soonest(derived.charging_stop_date, offense_stop)),
        (derived.vd_deadline_effective, case.vd_extended_to.or_else(case.vd_deadline)),
        (
            # 8 CFR 1241.1. An order in absentia and an order nobody may appeal are final at once.
            derived.order_final_on,
            choose(
                case.in_absentia | (case.appeal_waived_by == "both"),
                decided,
                choose(case.appeal_taken, case.bia_decision_on, decided.plus(days=30)),
            ),
        ),
    ]


def _offenses() -> list[tuple[Expr, Expr]]:
    petty = (
        conviction.only_cimt
        & (conviction.max_possible_sentence_days <= 365)
        & (conviction.sentence_imposed_days <= 180)
    )
    counts = conviction_stands & (
        conviction.immigration_class.has_any(*INADMISSIBLE_OFFENSES)
        | (conviction.immigration_class.has_any("cimt") & ~conviction.petty_offense_exception)
    )
    return [
        (conviction.petty_offense_exception, petty),
        (conviction.vacated, conviction.disposition == "vacated"),
        (lpr.stop_time_offense_on, derived.offense_stop_date),
        (derived.offense_stop_date, conviction.earliest(conviction.offense_on, where=counts)),
    ]
