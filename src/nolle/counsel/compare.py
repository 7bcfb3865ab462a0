"""One client on two dates (or under two states of the record): what changed, and which rules are responsible."""

from __future__ import annotations

from dataclasses import dataclass

from nolle.logic import Finding, Force, Text, Truth

from .opinion import Opinion, Report
from .status import Status


@dataclass(frozen=True, slots=True, eq=False)
class Turned:
    """A rule whose answer changed: its truth before and after, and the versions of the law, where they differ."""

    label: Text
    before: Truth
    after: Truth
    law_before: Text | None
    law_after: Text | None
    rule: str


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """A pathway, exposure or regime whose answer changed, and the rules responsible."""

    id: str
    name: Text
    before: str
    after: str
    because: tuple[Turned, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """What differs between two opinions on one client."""

    before: Opinion
    after: Opinion
    pathways: tuple[Moved, ...]
    exposure: tuple[Moved, ...]
    same: int


def compare(before: Opinion, after: Opinion) -> Comparison:
    """What changed between two opinions on one client, and why."""
    later = {report.pathway.id: report for report in after.reports}
    moved = [_moved(a, later[a.pathway.id]) for a in before.reports if a.pathway.id in later]
    exposure = []
    for a, b in zip(before.exposure, after.exposure, strict=True):
        if a.root.truth is not b.root.truth:
            because = _turned(a.root, b.root)
            exposure.append(Moved(a.exposure.id, a.exposure.question, str(a.root.truth), str(b.root.truth), because))
    changed = tuple(m for m in moved if m is not None)
    return Comparison(before, after, changed, tuple(exposure), len(moved) - len(changed))


def _moved(a: Report, b: Report) -> Moved | None:
    if a.status is b.status:
        return None
    because = () if Status.NOT_IN_FORCE in (a.status, b.status) else _turned(a.root, b.root)
    return Moved(a.pathway.id, a.pathway.name, str(a.status), str(b.status), because)


def _turned(a: Finding, b: Finding) -> tuple[Turned, ...]:
    """The deepest rules whose answer, or law, is not the same; not those that changed only through their parts."""
    found: dict[str, Turned] = {}

    def down(x: Finding, y: Finding) -> bool:
        differs = (x.true, x.false, x.force) != (y.true, y.false, y.force)
        if not differs:
            return False
        law = _law(x) != _law(y)
        parts = {p.rule.id: p for p in y.because}
        deeper = [down(p, parts[p.rule.id]) for p in x.because if p.rule.id in parts]
        if law or not any(deeper):
            found.setdefault(
                x.rule.id, Turned(x.rule.label, _truth(x), _truth(y), _law_text(x), _law_text(y), x.rule.id)
            )
        return True

    down(a, b)
    return tuple(found.values())


def _truth(finding: Finding) -> Truth:
    return None if finding.force is Force.OUT else finding.truth


def _law(finding: Finding) -> str | None:
    return finding.version.id if finding.version is not None else None


def _law_text(finding: Finding) -> Text | None:
    version = finding.version
    if version is None:
        return None
    days = f"{version.scope.since or ''} – {version.scope.until or ''}".strip(" –")
    label = version.label or version.that.label
    return Text(f"{label.en} ({days})", f"{label.es} ({days})")
