"""One client on two dates (or under two states of the record): what changed, and which rules are responsible."""

from __future__ import annotations

from dataclasses import dataclass

from nolle.logic import Finding, Force, Text, Truth
from nolle.logic.finding import ADVISE, AWAIT, GRANT
from nolle.logic.rule import Group

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
            because = _turned(a.root, b.root, GRANT)
            exposure.append(Moved(a.exposure.id, a.exposure.question, str(a.root.truth), str(b.root.truth), because))
    changed = tuple(m for m in moved if m is not None)
    return Comparison(before, after, changed, tuple(exposure), len(moved) - len(changed))


def _moved(a: Report, b: Report) -> Moved | None:
    if a.status is b.status:
        return None
    ended = Status.NOT_IN_FORCE in (a.status, b.status)
    because = () if ended else _turned(a.root, b.root, reading_of(a.status, b.status))
    return Moved(a.pathway.id, a.pathway.name, str(a.status), str(b.status), because)


def reading_of(before: str, after: str) -> int:
    """The reading in which a move from one status to another shows; to or from a yes or a no, the rule as written."""
    live = (Status.OPEN, Status.AWAITING)
    if after == Status.OPEN or (before, after) == live or {before, after} & {"yes", "no"}:
        return GRANT
    if after == Status.NEEDS_JUDGEMENT:
        return AWAIT if before in live else ADVISE
    return ADVISE if (before, after) == (Status.NEEDS_JUDGEMENT, Status.UNKNOWN) else AWAIT


def _turned(a: Finding, b: Finding, reading: int) -> tuple[Turned, ...]:
    """The deepest rules that moved the conclusion, or whose law is another: not those moved by their parts."""
    found: dict[str, Turned] = {}

    def down(x: Finding, y: Finding) -> None:
        parts = _that_moved(x, y, reading)
        for part in parts:
            down(*part)
        if not parts or _law(x) != _law(y):
            found.setdefault(
                x.rule.id, Turned(x.rule.label, _truth(x), _truth(y), _law_text(x), _law_text(y), x.rule.id)
            )

    if _differ(a, b):
        down(a, b)
    return tuple(found.values())


def _differ(x: Finding, y: Finding) -> bool:
    return (x.true, x.false, x.force) != (y.true, y.false, y.force)


def _that_moved(x: Finding, y: Finding, reading: int) -> list[tuple[Finding, Finding]]:
    """The parts that moved a rule: of an ``all`` that became no, those that are now no; of one that became yes, those
    that were not yes before; of an ``any`` the other way round.
    """
    later = {part.rule.id: part for part in y.because}
    parts = [(p, q) for p in x.because if (q := later.get(p.rule.id)) is not None and _differ(p, q)]
    if not _apart(x, y, reading):
        return parts  # what is known of it moved, though no answer that counts did
    parts = [(p, q) for p, q in parts if _apart(p, q, reading)]
    if not isinstance(x.rule, Group):
        return parts
    if Force.OUT in (x.force, y.force):
        return []
    if x.rule.how == "not":
        return parts
    every = x.rule.how == "all"
    whole = _weighed(x, every, reading), _weighed(y, every, reading)
    return [(p, q) for p, q in parts if moved_it(*whole, _weighed(p, every, reading), _weighed(q, every, reading))]


def moved_it(before: int, after: int, was: int, now: int) -> bool:
    """Whether a part moved an ``all``: down to what the part now is, or up from what the part was."""
    if after < before:
        return now <= after
    if after > before:
        # up to unknown, what is now unknown explains why no further
        return was < after or now == after == UNKNOWN
    return now == after


NO, UNKNOWN, YES = 0, 1, 2


def _apart(x: Finding, y: Finding, reading: int) -> bool:
    return x.reading(reading) is not y.reading(reading) or x.force is not y.force


def _weighed(finding: Finding, every: bool, reading: int) -> int:
    """The answer as an ``all`` weighs it, turned round for an ``any``; what is no law is never in the way."""
    if finding.force is Force.OUT:
        return YES
    answer = {True: YES, False: NO, None: UNKNOWN}[finding.reading(reading)]
    return answer if every else YES - answer


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
