"""What an answer turns on: the few conditions a reader should see first."""

from __future__ import annotations

from collections.abc import Iterable

from nolle.logic import Element, Finding, Force, Truth
from nolle.logic.judge import ASK, AWAIT


def deciding(root: Finding) -> tuple[Finding, ...]:
    """The conditions an answer turns on: what fails where it is no, what holds where it is yes, else what is unknown."""
    found: dict[str, Finding] = {}

    def down(finding: Finding, wanted: Truth) -> None:
        if finding.truth is not wanted or finding.force is Force.OUT:
            return
        if not finding.because:
            found.setdefault(finding.rule.id, finding)
        turned = getattr(finding.rule, "how", "") == "not" and wanted is not None
        for part in finding.because:
            down(part, not wanted if turned else wanted)

    down(root, root.truth)
    return tuple(found.values())


def decided_against(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The conditions that close a pathway although its elements are not simply false: an act decided the other way."""
    return tuple(
        f for f in findings if isinstance(f.rule, Element) and (f.reading(ASK) is False or f.reading(AWAIT) is False)
    )


def waiting(finding: Finding) -> bool:
    """Whether a condition is the act of another that has not been done and may still be."""
    rule = finding.rule
    return (
        isinstance(rule, Element)
        and rule.by.awaited
        and finding.truth is not True
        and finding.reading(AWAIT) is True
        and finding.force is not Force.OUT
    )
