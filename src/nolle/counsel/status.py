"""The status of a pathway for one case: the first that applies."""

from __future__ import annotations

from enum import StrEnum

from nolle.logic import Element, Finding, Force, Text
from nolle.logic.finding import ADVISE, ASK, AWAIT, GRANT


class Status(StrEnum):
    """What the law offers on the date, in the order the statuses are tried."""

    NOT_IN_FORCE = "not_in_force"
    CLOSED = "closed"
    OPEN = "open"
    AWAITING = "awaiting"
    NEEDS_JUDGEMENT = "needs_judgement"
    UNKNOWN = "unknown"


NAMES = {
    Status.NOT_IN_FORCE: Text("not in force", "no vigente"),
    Status.CLOSED: Text("closed", "cerrada"),
    Status.OPEN: Text("open", "abierta"),
    Status.AWAITING: Text("awaiting", "en espera"),
    Status.NEEDS_JUDGEMENT: Text("needs judgement", "requiere criterio"),
    Status.UNKNOWN: Text("unknown", "no se sabe"),
}

MEANINGS = {
    Status.NOT_IN_FORCE: Text(
        "The law did not offer this on the date asked.", "La ley no ofrecía esto en la fecha consultada."
    ),
    Status.CLOSED: Text(
        "A condition is not met, or an act of another was decided against it.",
        "No se cumple una condición, o un acto de otro se decidió en contra.",
    ),
    Status.OPEN: Text(
        "The elements are met on these facts. Discretion remains with whoever decides.",
        "Con estos hechos se cumplen los requisitos. La discreción sigue siendo de quien decide.",
    ),
    Status.AWAITING: Text(
        "It may be asked for. Only acts of others are missing.", "Puede pedirse. Solo faltan actos de otros."
    ),
    Status.NEEDS_JUDGEMENT: Text(
        "Only what counsel or an officer must judge is missing.",
        "Solo falta lo que debe valorar el abogado o un funcionario.",
    ),
    Status.UNKNOWN: Text("Facts are missing, or the law is not settled.", "Faltan datos, o la ley no es clara."),
}


def status(root: Finding) -> Status:
    """The status of a pathway from the finding on its elements.

    Law that may or may not be in force on the date makes the answer unknown, unless it is closed either way.
    """
    if root.force is Force.OUT:
        return Status.NOT_IN_FORCE
    if root.reading(ASK) is False or root.reading(AWAIT) is False:
        return Status.CLOSED
    if root.force is Force.MAYBE:
        return Status.UNKNOWN
    if root.reading(GRANT) is True:
        return Status.OPEN
    if root.reading(AWAIT) is True:
        return Status.AWAITING
    advised = root.reading(ADVISE) is True and anything_known(root)
    return Status.NEEDS_JUDGEMENT if advised else Status.UNKNOWN


def anything_known(finding: Finding) -> bool:
    """Whether some condition beneath has an answer: where nothing is known there is nothing to judge yet."""
    if isinstance(finding.rule, Element):
        return finding.truth is not None
    return any(anything_known(part) for part in finding.because)
