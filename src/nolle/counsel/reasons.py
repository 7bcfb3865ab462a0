"""The fewest conditions that make an answer what it is."""

from __future__ import annotations

from nolle.logic import Finding, Force, Group, Truth, Why


def reasons(finding: Finding) -> tuple[Finding, ...]:
    """The conditions an answer turns on, in the order of the law.

    For a yes or a no: as few as force it (one failed part is enough to close an "all"; one part that holds is enough
    for an "any"). For an unknown: every condition that is itself unknown and could still change it.
    """
    found = _forcing(finding, finding.truth) if finding.truth is not None else _open(finding)
    return tuple({f.rule.id: f for f in found}.values())


def _forcing(finding: Finding, truth: Truth) -> list[Finding]:
    parts = [p for p in finding.because if p.force is not Force.OUT]
    rule = finding.rule
    if not parts:
        return [finding]
    if isinstance(rule, Group) and rule.how == "not":
        return _forcing(parts[0], not truth)
    deciding = [p for p in parts if p.truth is truth]
    if isinstance(rule, Group) and truth is (rule.how == "any"):
        each = [_forcing(p, truth) for p in deciding]
        return min(each, key=len) if each else [finding]
    return [leaf for p in deciding for leaf in _forcing(p, truth)] or [finding]


def _open(finding: Finding) -> list[Finding]:
    if finding.truth is not None or finding.why is Why.NOT_IN_FORCE:
        return []
    below = [leaf for p in finding.because for leaf in _open(p)]
    return below or [finding]
