"""Next steps on a pathway: what to learn, whom to ask for an act, what to prepare. Never a prediction."""

from __future__ import annotations

from nolle.logic import By, Element, Text

from .opinion import Report
from .status import Status

_ACTORS = {
    By.OPLA: Text("Ask OPLA", "Pida a OPLA"),
    By.IJ: Text("Ask the immigration judge", "Pida al juez de inmigración"),
    By.BIA: Text("Ask the Board", "Pida a la Junta (BIA)"),
    By.USCIS: Text("Follow the case at USCIS", "Dé seguimiento al caso en USCIS"),
    By.ERO: Text("Ask ICE ERO", "Pida a ICE ERO"),
    By.STATE_COURT: Text("Ask the state court", "Pida a la corte estatal"),
    By.DOS: Text("Watch the Visa Bulletin", "Siga el Boletín de Visas"),
    By.LAW_ENFORCEMENT: Text("Ask the law-enforcement agency", "Pida a la agencia del orden público"),
    By.OTHER: Text("Ask the agency concerned", "Pida a la agencia que corresponde"),
}

MOST_QUESTIONS = 3
"""How many open questions a pathway's next steps name; the full list stands under what is missing."""


def next_steps(report: Report) -> tuple[Text, ...]:
    """What a lawyer would do next on this pathway, in order."""
    steps: list[Text] = []
    if report.status in (Status.CLOSED, Status.NOT_IN_FORCE):
        return ()
    if report.pathway.exposure_first:
        steps.append(
            Text(
                "Settle the three exposure answers first, and advise the client before any agreement.",
                "Aclare primero las tres respuestas sobre riesgos, y asesore al cliente antes de cualquier acuerdo.",
            )
        )
    for m in report.missing[:MOST_QUESTIONS]:
        steps.append(Text(f"Learn: {m.question.en}", f"Averigüe: {m.question.es}"))
    for finding in report.awaited:
        if isinstance(finding.rule, Element) and finding.rule.by in _ACTORS:
            actor, label = _ACTORS[finding.rule.by], finding.rule.label
            steps.append(Text(f"{actor.en}: {label.en}", f"{actor.es}: {label.es}"))
    if report.status is Status.OPEN:
        forms = report.pathway.forms
        steps.extend(
            Text(
                f"Prepare, or follow if already filed: {form.en}",
                f"Prepare, o dé seguimiento si ya se presentó: {form.es}",
            )
            for form in forms
        )
    return tuple(steps)
