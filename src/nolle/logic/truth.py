"""Truth is true, false or unknown (strong Kleene); a rule may also not be in force."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, StrEnum

Truth = bool | None
"""``True``, ``False``, or ``None`` for unknown. Unknown is never a default."""


class Force(Enum):
    """Whether a piece of law applies on a date and in a place."""

    IN = "in"
    OUT = "out"
    MAYBE = "maybe"
    """Unknown, enjoined or partly in force: judged both ways."""


IN, OUT, MAYBE = Force.IN, Force.OUT, Force.MAYBE
"""Looked up once: asking an enum for its member at every rule costs a tenth of the judging."""


class Why(StrEnum):
    """Why a truth is unknown, or why a rule has no truth at all."""

    NOT_ASKED = "not_asked"
    NOT_KNOWN = "not_known"
    JUDGEMENT = "judgement"
    LAW_UNCERTAIN = "law_uncertain"
    NOT_IN_FORCE = "not_in_force"


def all_of(truths: Iterable[Truth]) -> Truth:
    """Conjunction: false if any is false, true if all are true, else unknown. Empty is true."""
    unknown = False
    for truth in truths:
        if truth is False:
            return False
        unknown = unknown or truth is None
    return None if unknown else True


def any_of(truths: Iterable[Truth]) -> Truth:
    """Disjunction: true if any is true, false if all are false, else unknown. Empty is false."""
    unknown = False
    for truth in truths:
        if truth is True:
            return True
        unknown = unknown or truth is None
    return None if unknown else False


def negate(truth: Truth) -> Truth:
    """Negation: unknown stays unknown."""
    return None if truth is None else not truth


def strictest(forces: Iterable[Force]) -> Force:
    """What a rule with several conditions on its force amounts to: out beats maybe beats in."""
    result = Force.IN
    for force in forces:
        if force is Force.OUT:
            return Force.OUT
        if force is Force.MAYBE:
            result = Force.MAYBE
    return result
