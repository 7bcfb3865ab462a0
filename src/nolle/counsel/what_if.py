"""What would change it: for a pathway that is not open, the smallest sets of facts that would open it."""

from __future__ import annotations

from nolle.facts import vocabulary
from nolle.logic import Asked
from nolle.logic.change import Change, changes
from nolle.logic.finding import ASK, AWAIT

from .opinion import Report
from .status import Status

MOST = 3
"""How many sets are shown for one pathway."""

_STILL_OPEN = frozenset(
    [
        "person.marital_status",
        "person.in_us_now",
        "person.address_current_with_court",
        "case.opla_position",
        "case.dhs_moved_to_dismiss",
        "case.respondent_position",
        "case.respondent_informed_consent_dismissal",
        "case.motion_kind",
        "case.motion_form",
        "case.admin_closure_reason",
        "case.closure_requested_by",
        "case.recalendar_requested_by",
        "case.closure_required_for_filing",
        "case.collateral_matter_stated",
        "case.two_years_presence_proved",
        "case.last_admission_proved",
        "case.detained",
        "visa.number_available",
    ]
)
"""Facts that client, counsel or an agency can still bring about (ours); forms and court orders are added below."""


def changeable(name: str) -> bool:
    """Whether a fact can still become otherwise: a filing, an order yet to be made, a position; never what happened."""
    if name in _STILL_OPEN:
        return True
    entity = name.partition(".")[0]
    if entity not in ("filing", "juvenile"):
        return False
    field = vocabulary.find(name)
    return not field.event and field.type in ("bool", "enum", "codes")


def what_would_change(report: Report, asked: Asked) -> tuple[Change, ...]:
    """The smallest sets of facts that would make a pathway askable, or open where it already is.

    Nothing for a pathway that is open or not in force.
    """
    if report.status in (Status.OPEN, Status.NOT_IN_FORCE):
        return ()
    reading = AWAIT if report.root.reading(ASK) is not False else ASK
    return tuple(changes(report.pathway.elements, asked, changeable, limit=MOST, reading=reading))
