"""Truth is true, false or unknown (strong Kleene); a rule may also not be in force."""

from __future__ import annotations

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
