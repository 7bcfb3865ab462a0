"""The toy row's rule: fourteen conditions over dates, codes, a list and a dated version. Invented; it is no law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from nolle.facts.casefile import CaseFile, parse_case
from nolle.facts.entities import case, conviction, filing, person
from nolle.logic import AS_OF, Asked, Finding, Force, Truth, all_of, any_of, element, judge, not_, version, versions

CITE = "invented"

RULE = all_of(
    "request",
    "The request",
    all_of(
        "in_court",
        "Before the court",
        element("in_proceedings", "In proceedings", es="En proceso", that=case.in_removal_proceedings, cite=CITE),
        element("filed", "Notice filed", es="Aviso presentado", that=case.nta_filed_on.is_known, cite=CITE),
        element(
            "served_first",
            "Served before it was filed",
            es="Notificado antes de presentarse",
            that=case.nta_served_on <= case.nta_filed_on,
            cite=CITE,
        ),
        element("at_liberty", "Not detained", es="No está detenido", that=~case.detained, cite=CITE),
        es="Ante el tribunal",
    ),
    any_of(
        "reason",
        "A reason",
        element(
            "petition",
            "Petition approved",
            es="Petición aprobada",
            that=filing.i130.status.is_in("approved", "granted"),
            cite=CITE,
        ),
        element(
            "young",
            "Under 21",
            es="Menor de 21 años",
            that=person.birth_date.plus(years=21) > AS_OF,
            cite=CITE,
        ),
        element(
            "changed",
            "Circumstances changed",
            es="Cambiaron las circunstancias",
            that=case.changed_circumstances_since_nta,
            cite=CITE,
        ),
        es="Un motivo",
    ),
    element(
        "long_here",
        "Here for two years",
        es="Dos años aquí",
        that=person.present_in_us_since.plus(years=2) <= AS_OF,
        cite=CITE,
    ),
    not_(
        "clear",
        "No bar",
        any_of(
            "bar",
            "A bar",
            element(
                "felony",
                "An aggravated felony",
                es="Un delito agravado",
                that=conviction.exists(conviction.immigration_class.has_any("aggravated_felony")),
                cite=CITE,
            ),
            element(
                "sentence",
                "A sentence over a year",
                es="Una pena de más de un año",
                that=conviction.exists(conviction.sentence_imposed_days > 365),
                cite=CITE,
            ),
            element(
                "gang",
                "An allegation",
                es="Una acusación",
                that=~person.gang_allegation.is_in("none"),
                cite=CITE,
            ),
            es="Un impedimento",
        ),
        es="Ningún impedimento",
    ),
    versions(
        "form",
        "The form of the day",
        version(
            "first",
            since="2018-01-01",
            until="2020-12-31",
            that=element("written", "In writing", es="Por escrito", that=case.motion_form == "written", cite=CITE),
            cite=CITE,
        ),
        version(
            "second",
            since="2021-01-01",
            until="2023-12-31",
            that=element(
                "early",
                "Before the hearing",
                es="Antes de la audiencia",
                that=case.pd_requested_on < case.next_hearing_on,
                cite=CITE,
            ),
            cite=CITE,
        ),
        version(
            "third",
            since="2024-01-01",
            that=element(
                "improvident",
                "Issued improvidently",
                es="Emitido sin la debida prudencia",
                that=case.nta_improvidently_issued,
                cite=CITE,
            ),
            cite=CITE,
        ),
        es="La forma del día",
    ),
    element(
        "consent",
        "Informed consent",
        es="Consentimiento informado",
        that=case.respondent_informed_consent_dismissal,
        cite=CITE,
    ),
    element(
        "agreed",
        "OPLA joins or does not oppose",
        es="OPLA se suma o no se opone",
        that=case.opla_position.is_in("joins", "affirmative_non_opposition"),
        cite=CITE,
        by="opla",
    ),
    es="La solicitud",
)

CONDITIONS = 14
"""Conditions judged for one case: thirteen elements, and the one of the version that is the law of the day."""

Trace: TypeAlias = tuple[str, Truth, tuple["Trace", ...]]
"""A rule's id, its truth and the traces beneath: what every tool must agree on."""


@dataclass(frozen=True)
class Told:
    """One invented case and the date asked about. ``exact`` says that nothing about it is unknown."""

    case: CaseFile
    on: date
    exact: bool


class AllInForce:
    """Law that is always in force: the toy rule rests on none."""

    def force(self, authority: str, on: date, circuit: str | None) -> Force:
        """In force."""
        return Force.IN


LAW = AllInForce()

WHOLE = """
schema = "nolle.case/1"
complete = ["conviction"]
person.birth_date = "1988-04-17"
person.present_in_us_since = "2015-09-03"
person.gang_allegation = "none"
case.in_removal_proceedings = true
case.nta_served_on = "2016-02-11"
case.nta_filed_on = "2016-03-01"
case.detained = false
case.changed_circumstances_since_nta = true
case.motion_form = "written"
case.pd_requested_on = "2023-04-12"
case.next_hearing_on = "2023-10-06"
case.nta_improvidently_issued = false
case.respondent_informed_consent_dismissal = true
case.opla_position = "joins"
filing.i130.status = "approved"
"""
FINE = '[[conviction]]\nimmigration_class = ["none"]\nsentence_imposed_days = 0\n'
FELONY = '[[conviction]]\nimmigration_class = ["cimt", "aggravated_felony"]\nsentence_imposed_days = 400\n'


def _told(text: str, on: str, *, exact: bool = True) -> Told:
    return Told(parse_case(text, "toml", name="toy"), date.fromisoformat(on), exact)


def _but(old: str, new: str) -> str:
    if old not in WHOLE:
        raise ValueError(f"the whole case does not say {old!r}")
    return WHOLE.replace(old, new)


CASES = (
    _told(WHOLE + FINE, "2023-10-06"),
    _told(WHOLE + FINE + FELONY, "2023-10-06"),
    _told(WHOLE, "2019-05-01"),
    _told(WHOLE, "2026-05-01"),
    _told(_but('"1988-04-17"', '"2002-10-06"') + FINE, "2023-10-05"),
    _told(_but('"1988-04-17"', '"2002-10-06"') + FINE, "2023-10-06"),
    _told(_but('"2023-10-06"', '"2023-04-12"') + FINE, "2023-10-06"),
    _told(_but("detained = false", "detained = true"), "2022-01-01"),
    _told(_but('"joins"', '"opposes"'), "2022-01-01"),
    _told(_but('complete = ["conviction"]', "") + FINE, "2023-10-06", exact=False),
    _told(_but('"2015-09-03"', '"2021-10/2021-11"'), "2023-10-06", exact=False),
    _told(_but('case.nta_filed_on = "2016-03-01"', "case.nta_filed_on = { absent = true }"), "2023-01-01", exact=False),
    _told('schema = "nolle.case/1"', "2023-10-06", exact=False),
    _told(WHOLE, "2017-01-01", exact=False),
)
"""The first is the one that is timed: every condition is reached and the answer is yes."""


def by_nolle(told: Told) -> Finding:
    """The rule judged for one case, from nothing worked out yet."""
    return judge(RULE, Asked(told.case, LAW, told.on))


def trace_of(finding: Finding) -> Trace:
    """A finding as a trace."""
    return finding.rule.id, finding.truth, tuple(trace_of(part) for part in finding.because)
