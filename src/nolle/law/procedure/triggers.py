"""What each deadline counts from in a case, as expressions over facts: for one case and for columns of cases.

A trigger that is *absent* for a case says that the deadline does not concern it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from nolle.facts import asylum, case, da, daca, filing, person, tps
from nolle.logic import AS_OF, Expr
from nolle.logic.entity import choose
from nolle.logic.rough import add_days
from nolle.logic.tree import literal

from .clocks import clock_of
from .rules import COUNTED, Contested, DeadlineRule, counting_rules, rules

ROLL_MARGIN = 4
"""Days taken off where no calendar is looked up and the safe date is an open day on or before the count: no weekend
with a holiday and a closure beside it is longer."""


@dataclass(frozen=True, slots=True, eq=False)
class InCase:
    """How a case answers for a deadline: the date counted from, and for which cases it runs at all.

    ``trigger`` is ``None`` where the vocabulary holds no such date.
    """

    trigger: Expr | None
    when: Expr | None = None


@cache
def in_case() -> Mapping[str, InCase]:
    """Every deadline that is asked of a case, by id. Others share the counting of one of these, or are its history."""
    hearing, decided, final = case.next_hearing_on, case.ij_decision_on, case.final_order_on
    individual = hearing.only_if(case.next_hearing_kind == "individual")
    master = hearing.only_if(case.next_hearing_kind == "master")
    in_court = case.in_removal_proceedings
    open_case = ~case.posture.is_in("dismissed", "terminated")
    undecided_case = case.posture.is_in("pre_pleading", "pleaded", "individual_set", "individual_done")
    ordered_removed = ~(
        undecided_case
        | case.posture.is_in("decided", "appeal_pending", "administratively_closed", "terminated", "dismissed")
    )
    may_appeal = ~undecided_case & ~case.posture.is_in("administratively_closed") & ~case.appeal_taken
    departs = case.vd_granted & ~undecided_case
    has_individual = case.next_hearing_kind == "individual"
    has_master = case.next_hearing_kind == "master"
    before_board = (case.forum == "bia") | (case.posture == "appeal_pending")
    sent = case.pd_requested_on
    ended = case.posture.is_in("dismissed", "terminated")
    asylum_filed = filing.i589.filed_on
    # Where the days on the clock are told, the days it stood still are left out already.
    clock_started = AS_OF.minus(days=asylum.eoir_clock_days).or_else(asylum_filed)
    recalendar = (case.motion_kind == "recalendar") & case.recalendar_requested_by.is_in("dhs")
    # Only DHS may move to dismiss.
    dismiss = case.motion_kind == "dismiss"
    other_motion = ~case.motion_kind.is_in("dismiss", "recalendar", "none")
    unanswered = ~case.opla_position.is_in("joins", "affirmative_non_opposition", "opposes")
    undecided = case.motion_decided_on.is_absent
    made = {
        "ij_order_controls": InCase(None, in_court),
        "ic_master_filing_nondetained": InCase(master, open_case),
        "ic_master_filing_detained": InCase(None, open_case & has_master & case.detained),
        "ic_individual_filing_v2008": InCase(individual, open_case),
        "ic_individual_filing_v2020": InCase(individual, open_case),
        "ic_individual_filing_v2021": InCase(individual, open_case),
        "ic_individual_filing_current": InCase(individual, open_case),
        "ic_individual_filing_detained": InCase(None, open_case & has_individual & case.detained),
        "witness_list": InCase(individual, open_case),
        "motion_response": InCase(case.motion_filed_on.only_if(other_motion), undecided),
        "dhs_motion_to_recalendar_response": InCase(case.motion_filed_on.only_if(recalendar), undecided),
        "dhs_motion_to_dismiss_response": InCase(case.motion_filed_on.only_if(dismiss), undecided),
        "motion_continue": InCase(hearing, open_case),
        "relief_application_due": InCase(None, in_court),
        "nta_min_10_days": InCase(case.nta_served_on),
        "asylum_one_year": InCase(asylum.last_arrival_on, filing.i589.filed_on.is_absent),
        "asylum_ead_apply": InCase(clock_started, filing.i589.status == "pending"),
        "asylum_ead_eligible": InCase(clock_started, filing.i589.status == "pending"),
        "asylum_ead_365_proposed": InCase(asylum_filed, filing.i589.status == "pending"),
        "asylum_annual_fee": InCase(None, filing.i589.status == "pending"),
        "bia_appeal": InCase(decided, may_appeal),
        "order_final_no_appeal": InCase(decided, may_appeal & ~case.in_absentia),
        "bia_brief_20": InCase(None, before_board),
        "vd_bond_proof_bia": InCase(case.appeal_filed_on, departs & (case.vd_kind == "post_conclusion")),
        "petition_for_review": InCase(final, ordered_removed),
        "motion_reconsider": InCase(final, ordered_removed),
        "motion_reopen": InCase(final, ordered_removed & ~case.in_absentia),
        "motion_reopen_in_absentia_180": InCase(final.only_if(case.in_absentia), ordered_removed),
        "motion_reopen_in_absentia_any": InCase(None, case.in_absentia & ordered_removed),
        "motion_reopen_joint": InCase(None, case.final_order & ordered_removed),
        "motion_reopen_country": InCase(None, case.final_order & ordered_removed),
        "motion_reopen_vawa": InCase(final, ordered_removed),
        "vd_pre_request": InCase(master, open_case),
        "vd_pre_period": InCase(case.vd_granted_on.only_if(case.vd_kind == "pre_conclusion"), departs),
        "vd_post_period": InCase(case.vd_granted_on.only_if(case.vd_kind == "post_conclusion"), departs),
        "vd_bond": InCase(case.vd_granted_on.only_if(case.vd_kind == "post_conclusion"), departs),
        "vd_depart": InCase(clock_of("voluntary_departure.vd_depart").due, departs),
        "vd_mtr_terminates": InCase(filing.mtr.filed_on, departs),
        "biometrics": InCase(individual, open_case),
        "i601a_admin_closed": InCase(filing.i601a.filed_on),
        "eoir33_ic": InCase(None, ~person.address_current_with_court),
        "ead_renewal_window": InCase(person.ead_expires_on),
        "asylum_refile_uscis": InCase(case.motion_decided_on, ended),
        "i485_after_termination": InCase(case.motion_decided_on, ended),
        "appear_until_order": InCase(hearing, open_case),
        "pd_ack_chase": InCase(sent, unanswered),
        "pd_followup": InCase(sent, unanswered),
        "pd_prehearing_chase": InCase(hearing, open_case & sent.is_known),
        "pd_submit_target": InCase(individual, open_case & sent.is_absent),
        "post_order_watch": InCase(
            choose(case.administratively_closed, case.admin_closed_on, case.motion_decided_on.only_if(ended))
        ),
        "vawa_child_21": InCase(person.birth_date, filing.i360_vawa.category.is_in("ir_child", "f2a")),
        "widow_two_years": InCase(filing.i360_widow.petitioner_died_on),
        "tps_reregistration": InCase(None, tps.ever_granted),
        "hearing": InCase(clock_of("opla_nonopposition_stipulation.hearing").due, open_case & sent.is_absent),
        "daca_renew": InCase(clock_of("daca.daca_renew").due, daca.ever_granted),
        "daca_renew_last_day": InCase(clock_of("daca.daca_renew_last_day").due, daca.ever_granted),
        "da_renew": InCase(clock_of("sij_deferred_action.da_renew").due, ~da.type.is_in("none")),
    }
    for id in (
        "sij_state_order",
        "sij_i360_21",
        "uac_18",
        "child_21_ir",
        "cspa_seek",
        "u_cert",
        "vawa_divorce",
        "ten_year_42b",
        "qr_child_21",
        "cond_lpr",
    ):
        clock = clock_of(rules()[id].clock or "")
        made[id] = InCase(clock.due, clock.when)
    return MappingProxyType(made)


@cache
def docket_clocks() -> Mapping[str, Expr]:
    """The dates of deadlines as expressions over facts, by id, for columns of cases as well as for one.

    Each gives a day that is never later than the safe date of ``deadlines_of`` for the same facts and custody (never
    earlier, for a first possible day): weekends, holidays and closures are not looked up. A forward count is left
    unrolled. Where the safe date is the open day on or before the count, ``ROLL_MARGIN`` days are taken off; who has a
    calendar takes ``docket_dates``. Of two contested counts it is the shorter. Business days are counted as calendar
    days. A date that has gone by stays as it is, and so does the date of a hearing that has.

    Deadlines for a hearing hold for a person who is not detained, and are absent for one who is.
    """
    made: dict[str, Expr] = {"next_hearing": case.next_hearing_on}
    for id, one in docket_dates().items():
        day = one.day.minus(days=ROLL_MARGIN) if one.to_open else one.day
        made[id] = day if one.when is None else day.only_if(one.when)
    return MappingProxyType(made)


@dataclass(frozen=True, slots=True, eq=False)
class DocketDate:
    """The date of a deadline for columns, and for which cases it runs; where that is not known it may run.

    ``to_open``: the safe date is the open day on or before it, which no expression can look up. ``longest``: the same
    date by the longer of two counts, where there are two: it has not gone by before that.
    """

    day: Expr
    when: Expr | None
    to_open: bool
    longest: Expr | None = None


@cache
def docket_dates() -> Mapping[str, DocketDate]:
    """The dates of ``docket_clocks`` apart from the condition on which each runs."""
    made: dict[str, DocketDate] = {}
    for id, use in in_case().items():
        found = rules()[id]
        longest = None
        if found.clock is not None:
            day = clock_of(found.clock).due
        elif use.trigger is None or found.status == "proposed_only" or found.until or found.kind == "waiting_period":
            continue
        elif found.unit in COUNTED and found.value is not None and id != "appear_until_order":
            day = _counted(found, use.trigger)
            if found.contested is not None:
                longest = use.trigger.plus(days=found.value)
            elif found.safe_value is not None and found.direction == "before":
                longest = use.trigger.minus(days=found.value)
        else:
            continue
        free = ~case.detained if found.custody == "non_detained" else None
        when = use.when if free is None else free if use.when is None else use.when & free
        made[id] = DocketDate(day, when, works_early(found), longest)
    return MappingProxyType(made)


def works_early(found: DeadlineRule) -> bool:
    """Whether the safe date is the open day on or before the count: see ``counting.count`` and ``clock_span``."""
    if found.clock is not None:
        return found.kind in ("filing", "convention")
    return found.counting is None or counting_rules()[found.counting].roll in ("early", "back")


@cache
def rule_of_clock() -> Mapping[str, DeadlineRule]:
    """The deadlines that are a pathway's own clock, by ``pathway.clock``."""
    return MappingProxyType({found.clock: found for found in rules().values() if found.clock is not None})


LIKE = {
    "u_bfd_waitlist_da.da_renew": "da_renew",
    "opla_nonopposition_stipulation.hearing_filings": "ic_individual_filing_current",
    "aos_immediate_relative.ead_renew": "ead_renewal_window",
    "asylum.ead_renew": "ead_renewal_window",
    "asylum.bia_appeal_10": "bia_appeal_10",
    "asylum.bia_appeal_30": "bia_appeal_30",
    "cancellation_42b.bia_appeal_10": "bia_appeal_10",
    "cancellation_42b.bia_appeal_30": "bia_appeal_30",
    "joint_motion_to_reopen.pfr_30": "petition_for_review",
    "joint_motion_to_reopen.mtr_90": "motion_reopen",
    "joint_motion_to_reopen.mtr_180_absentia": "motion_reopen_in_absentia_180",
}
"""Clocks of pathways that are no rule's own, and the rule that has the same day: by it the day is rolled. A test holds
that none is left out.
"""


def _counted(found: DeadlineRule, trigger: Expr) -> Expr:
    value = found.value or 0
    if found.unit in ("years", "years_less_a_day"):
        day = trigger.plus(years=value)
        return day.minus(days=1) if found.unit == "years_less_a_day" else day
    if found.contested is not None:
        return _contested(found.contested, trigger, trigger.plus(days=value))
    if found.direction == "before":
        return trigger.minus(days=max(value, found.safe_value or 0))
    return trigger.plus(days=value)


def _contested(short: Contested, trigger: Expr, long_count: Expr) -> Expr:
    """The long count up to the change, the short one from then on. Of a rough trigger that lies over it the short one
    begins no sooner than the change, as ``engine`` counts it.
    """
    since = trigger >= short.since.isoformat()
    first = literal(add_days(short.since, short.printed), "the first day of the short count")
    over = choose(since, first, long_count)
    # Where nothing was decided, or nobody knows when, the last says so.
    return trigger.plus(days=short.printed).only_if(since).or_else(over).or_else(long_count)
