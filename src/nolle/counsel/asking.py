"""Which question makes sense to a person now: what is asked before what, what is private, and what asking costs.

The law says what can still matter (``logic.ask``); this says in what order a person can be asked. All of it is ours.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib import resources

from nolle.facts.vocabulary import Sensitivity, find, sensitivity_of, vocabulary
from nolle.logic.ask import Prior
from nolle.logic.known import Answer, Case, Missing
from nolle.logic.suppose import split

LISTS: Mapping[str, str] = {
    "entry": "date",
    "relative": "relationship",
    "conviction": "convicted_on",
    "arrest": "arrested_on",
    "presence_event": "kind",
}
"""The lists a person is asked for row by row, each with the field that a row begins with."""

_LIST_SENSITIVITY: Mapping[str, Sensitivity] = {
    "entry": "concession",
    "relative": "third_party",
    "conviction": "sensitive",
    "arrest": "concession",
    "presence_event": "concession",
}

_WEIGHT: Mapping[Sensitivity, float] = {
    "ordinary": 1.0,
    "third_party": 1.0,
    "concession": 1.5,
    "sensitive": 2.0,
    "protected-1367": 4.0,
}
"""How much more a question costs for what it touches; ours, on top of the vocabulary's burden."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A question that comes first, and the answers that make the one behind it sensible.

    ``opens``: ``yes``; ``asked`` (whatever the answer); ``given`` (any answer but no, none or not known); ``unsure``
    (asked and not known: a second way to ask the same); or codes, ``usc|lpr``; ``!none|planned`` are all codes but
    these.
    """

    fact: str
    opens: str


def _gates(gate: str, opens: str, facts: str) -> dict[str, Gate]:
    return {fact: Gate(gate, opens) for fact in facts.split()}


_FILED = "!none|planned"
GATES: Mapping[str, Gate] = {
    **_gates("person.marital_status", "married|separated", "person.current_marriage_on"),
    **_gates("person.marital_status", "single", "person.ever_married"),
    **_gates("person.served_us_military", "yes", "person.military_discharge"),
    **_gates("person.immigration_status", "!none", "person.status_obtained_on"),
    **_gates("person.immigration_status", "lpr|conditional_lpr", "lpr.* case.became_lpr_after_nta"),
    **_gates("person.immigration_status", "asked", "person.parole_unexpired person.ead_category"),
    **_gates("person.ead_category", "given", "person.ead_expires_on"),
    **_gates("person.birth_date", "unsure", "person.age_stated person.age_at_*_stated"),
    **_gates(
        "person.birth_date", "asked",
        "uac.arrived_unaccompanied uac.determined juvenile.order_exists daca.ever_granted daca.came_before_16 "
        "daca.in_us_* daca.continuous_* juvenile.in_hhs_custody juvenile.youth_consents",
    ),
    **_gates(
        "person.present_in_us_since", "given", "person.longest_absence_days person.total_absence_days"
    ),
    **_gates("person.birth_country", "asked", "nacara.* tps.continuous_* tps.child_or_spouse_of_eligible"),
    **_gates(
        "case.in_removal_proceedings", "yes",
        "case.next_hearing_on case.next_hearing_kind case.hearing_notice_on case.opla_position case.posture "
        "case.dhs_moved_to_dismiss case.charge_sustained case.administratively_closed case.ij_decision_on "
        "person.address_current_with_court",
    ),
    **_gates("case.opla_position", "joins|affirmative_non_opposition", "case.respondent_informed_consent_dismissal"),
    **_gates("case.in_removal_proceedings", "asked", "case.forum case.nta_served_on case.final_order"),
    **_gates("case.nta_served_on", "given", "case.nta_has_time_and_place"),
    **_gates("case.next_hearing_on", "given", "case.next_hearing_kind"),
    **_gates("case.hearing_notice_on", "given", "case.hearing_notice_has_time_place"),
    **_gates(
        "case.administratively_closed", "yes",
        "case.admin_closed_on case.recalendared case.recalendar_motion_pending",
    ),
    **_gates("case.final_order", "yes", "case.final_order_on case.in_absentia case.osup case.mtr_filed_count"),
    **_gates("case.final_order", "asked", "case.third_country_notice_on"),
    **_gates("case.in_absentia", "yes", "case.in_absentia_cause"),
    **_gates("case.prior_removal_executed", "yes", "case.reinstated person.deported_or_left_under_order_on"),
    **_gates("case.ij_decision_on", "given", "case.appeal_taken case.appeal_waived"),
    **_gates("case.appeal_taken", "yes", "case.bia_decision_on"),
    **_gates(
        "case.vd_granted", "yes",
        "case.vd_granted_on case.vd_deadline case.vd_overstayed case.vd_extended_to case.vd_bond_paid_on",
    ),
    **_gates("case.detained", "yes", "case.detention_place"),
    **_gates(
        "filing.*.status", _FILED,
        "filing.*.filed_on filing.*.received_on filing.*.rejected filing.*.petitioner_relationship "
        "filing.*.priority_date filing.*.prima_facie_found filing.*.beneficiary_* filing.*.petitioner_died_on "
        "filing.*.category filing.*.client_role filing.*.properly_filed filing.*.approvable_when_filed",
    ),
    **_gates(
        "filing.*.status", "approved|denied|revoked|withdrawn|terminated|granted|expired", "filing.*.decided_on"
    ),
    **_gates("filing.*.status", "approved|granted|expired", "filing.*.expires_on"),
    **_gates("filing.i130.status", "asked", "filing.i601a.status filing.i485.status filing.i824.status"),
    **_gates("filing.*.rejected", "yes", "filing.*.rejected_on"),
    **_gates("filing.*.filed_on", "unsure", "filing.*.months_pending"),
    **_gates("filing.i589.filed_on", "unsure", "uac.age_at_i589_filing asylum.filed_within_one_year"),
    **_gates("filing.i589.status", _FILED, "uac.parent_available_at_filing uac.adult_ice_detention_before_filing"),
    **_gates("filing.i918.status", _FILED, "victim.waitlisted victim.bfd_granted"),
    **_gates("juvenile.order_exists", "asked", "juvenile.petition_filed_on juvenile.court_type juvenile.court_state"),
    **_gates("juvenile.order_on", "unsure", "juvenile.age_at_order"),
    **_gates("juvenile.petition_filed_on", "unsure", "juvenile.age_at_petition"),
    **_gates("juvenile.order_in_effect", "no", "juvenile.order_ended_only_by_age_or_permanency"),
    **_gates("juvenile.in_hhs_custody", "yes", "juvenile.hhs_specific_consent"),
    **_gates(
        "juvenile.nonviability_finding", "yes",
        "juvenile.nonviability_basis juvenile.one_parent_finding juvenile.nonviable_parent",
    ),
    **_gates(
        "juvenile.order_exists", "yes",
        "juvenile.order_on juvenile.order_* juvenile.dependency_or_custody juvenile.nonviability_finding "
        "juvenile.best_interest_finding juvenile.placed_with juvenile.factual_basis_in_order "
        "juvenile.relief_beyond_findings juvenile.court_could_place_with_parent",
    ),
    **_gates("uac.determined", "yes", "uac.determined_on uac.determination_terminated uac.released_to"),
    **_gates("uac.arrived_unaccompanied", "yes", "uac.reunited_with_parent_on"),
    **_gates(
        "asylum.fear_of_return", "yes",
        "asylum.past_persecution asylum.state_actor_or_unable asylum.internal_relocation_reasonable "
        "asylum.changed_or_extraordinary asylum.prior_attempt_on asylum.custody_days_in_first_year "
        "asylum.last_departure_on asylum.firm_resettlement",
    ),
    **_gates("asylum.last_departure_on", "unsure", "asylum.trip_abroad_days"),
    **_gates(
        "victim.trafficking_severe_form", "yes",
        "victim.complied_with_le_requests victim.le_compliance_exempt victim.still_here_because_of_trafficking "
        "victim.escaped_on victim.le_freed victim.left_us_after_trafficking victim.age_at_trafficking",
    ),
    **_gates(
        "victim.qualifying_crime", "yes",
        "victim.substantial_abuse victim.helpful_to_le victim.possesses_information victim.u_cert_signed_on "
        "victim.crime_on",
    ),
    **_gates("victim.crime_on", "unsure", "victim.age_at_crime"),
    **_gates(
        "victim.battery_or_extreme_cruelty", "yes",
        "victim.abuser_status victim.resided_with_abuser_during_relationship victim.good_faith_marriage "
        "victim.marriage_ended_on victim.entry_connected_to_abuse",
    ),
    **_gates(
        "labor.statement_of_interest", "yes", "labor.statement_date labor.worker_in_scope labor.agency_need_current"
    ),
    **_gates(
        "daca.ever_granted", "yes", "daca.expires_on daca.terminated daca.last_expired_on daca.first_requested_on"
    ),
    **_gates("daca.came_before_16", "unsure", "daca.age_at_entry"),
    **_gates("daca.in_us_2012_06_15", "yes", "daca.no_lawful_status_2012_06_15"),
    **_gates("daca.in_us_2014_11_20", "yes", "daca.no_lawful_status_2014_11_20"),
    **_gates("da.type", "!none", "da.granted_on da.expires_on da.terminated_on"),
    **_gates(
        "tps.ever_granted", "yes", "tps.granted_on tps.failed_to_reregister tps.travelled_with_permission"
    ),
    **_gates("tps.failed_to_reregister", "yes", "tps.failed_to_reregister_reason"),
    **_gates("entry.manner", "asked", "entry.inspected entry.at_port_of_entry entry.apprehended_at_border"),
    **_gates("entry.manner", "admitted_visa|waved_through", "entry.visa_class"),
    **_gates("entry.manner", "admitted_visa|vwp|paroled|advance_parole", "entry.authorized_until"),
    **_gates("entry.date", "unsure", "entry.age_at_entry"),
    **_gates("conviction.offense_on", "unsure", "conviction.age_at_offense"),
    **_gates("conviction.disposition", "!dismissed|acquitted|pending", "conviction.vacated"),
    **_gates("presence_event.left_on", "given", "presence_event.returned_on"),
    **_gates("presence_event.returned_on", "unsure", "presence_event.days"),
    **_gates(
        "presence_event.kind", "turned_back_no_process|voluntary_return|withdrew_application",
        "presence_event.told_of_hearing_right presence_event.signed_waiver presence_event.fingerprinted_only",
    ),
    **_gates("relative.status", "deceased_usc|deceased_lpr", "relative.died_on"),
    **_gates("relative.status", "usc|deceased_usc", "relative.naturalized_on"),
    **_gates("relative.status", "lpr|deceased_lpr", "relative.lpr_since"),
    **_gates("relative.relationship", "spouse|former_spouse", "relative.marriage_to_client_on"),
    **_gates("relative.relationship", "stepchild|stepparent", "relative.step_relation_on"),
    **_gates("relative.step_relation_on", "unsure", "relative.step_relation_age"),
    **_gates("relative.birth_date", "unsure", "relative.age_stated"),
}  # fmt: skip
"""By fact (``*`` stands for any form or end of a name) the question that comes before it."""


OF_AN_ADMISSION = frozenset(
    f"person.{name}"
    for name in (
        "admitted_vwp",
        "admitted_k_last",
        "ever_admitted_crewman",
        "ever_admitted_twov_transit",
        "j1_two_year_unmet",
        "ever_out_of_status_since_entry",
    )
)
"""Details of an admission: asked after the arrivals, and not when all of them were without inspection."""


@cache
def gate_of(variable: str) -> Gate | None:
    """The question that comes before this one, of the same row or the same form."""
    entity, row, field = split(variable)
    name = f"{entity}.{field}"
    found = GATES.get(name) or next((gate for fact, gate in GATES.items() if fnmatchcase(name, fact)), None)
    if found is None:
        return None
    where = found.fact
    if "*" in where:
        where = where.replace("*", variable.split(".")[1])
    elif row is not None and where.startswith(f"{entity}."):
        where = f"{entity}[{row}].{where.rpartition('.')[2]}"
    return None if where == variable else Gate(where, found.opens)


def opens(gate: Gate, answer: Answer, *, passed: bool) -> bool:
    """Whether the question behind a gate makes sense after this answer; ``passed`` when it was skipped."""
    if gate.opens == "asked":
        return passed or answer is not Missing.NOT_ASKED
    if gate.opens == "unsure":
        return passed or answer is Missing.NOT_KNOWN
    if isinstance(answer, Missing):
        return False
    if gate.opens == "yes":
        return answer is True
    if gate.opens == "no":
        return answer is False
    if gate.opens == "given":
        return answer is not False and answer != "none"
    shut = gate.opens.startswith("!")
    codes = frozenset(gate.opens.removeprefix("!").split("|"))
    may_be = (
        answer if isinstance(answer, frozenset) else frozenset((answer,)) if isinstance(answer, str) else frozenset()
    )
    return bool(may_be - codes if shut else may_be & codes)


def first_to_ask(variable: str, case: Case, passed: frozenset[str], may_ask: Callable[[str], bool]) -> str | None:
    """The question to ask for a variable: itself, the gate before it, or ``None`` when it makes no sense.

    Args:
        variable: what a rule turns on.
        case: what is known.
        passed: what was skipped.
        may_ask: whether this interview may ask a fact; a gate it may not ask stands open.
    """
    if variable in OF_AN_ADMISSION:
        if _never_admitted(case):
            return None
        if not case.complete("entry") and may_ask("entry"):
            return "entry"
    gate = gate_of(variable)
    if gate is None:
        return variable
    answer = case.cell(gate.fact).answer
    if opens(gate, answer, passed=gate.fact in passed):
        return variable
    if answer is not Missing.NOT_ASKED or gate.fact in passed:
        return None
    return first_to_ask(gate.fact, case, passed, may_ask) if may_ask(gate.fact) else variable


def _never_admitted(case: Case) -> bool:
    rows = case.rows("entry")
    return case.complete("entry") and all("manner" in r.cells and r.cells["manner"].answer == "ewi" for r in rows)


@cache
def sensitivity(variable: str) -> Sensitivity:
    """How carefully a question is put; a list is as sensitive as what its rows tell."""
    if "." not in variable:
        return _LIST_SENSITIVITY.get(variable, "sensitive")
    return sensitivity_of(variable)


@cache
def private(variable: str) -> bool:
    """Whether a question is for a private talk: marked so, or about being hurt."""
    return "." in variable and (
        find(variable).asked_of == "client-private" or sensitivity(variable) == "protected-1367"
    )


@cache
def burden(variable: str) -> float:
    """What asking costs: the vocabulary's own rating, weighed by what it touches."""
    own = find(variable).burden if "." in variable else 2
    return own * _WEIGHT[sensitivity(variable)]


@cache
def priors() -> Mapping[str, Prior]:
    """How often an answer is met with: ours, rough, only for the order of questions. A form's are those of any form."""
    raw = json.loads(resources.files("nolle.counsel").joinpath("data", "priors.json").read_text("utf-8"))
    found: dict[str, Prior] = dict(raw["priors"])
    any_form = found.pop("filing.status")
    return {**found, **{f"filing.{form}.status": any_form for form in vocabulary()["filing"].forms}}
