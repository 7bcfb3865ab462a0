"""What a pathway is: a form of discretion, or relief that discretion makes room for.

One pathway a file, in ``discretion/`` and ``relief/``. Read a neighbour, write its file, add it to the list in
``pathways.py``, and give it worked cases in ``tests/law``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from nolle.logic import Rule, Text
from nolle.logic.rough import parse_date
from nolle.logic.rule import Confidence, check_ids, walk
from nolle.logic.tree import Expr, RuleError

Form: TypeAlias = Literal[
    "dismissal",
    "termination",
    "administrative_closure",
    "stipulation_or_nonopposition",
    "joint_mtr_if_final_order",
]
Rating: TypeAlias = Literal["good", "possible", "poor", "none"]


def t(en: str, es: str) -> Text:
    """One text in English and Spanish."""
    return Text(en, es)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document and what it shows; ``of`` are the ids of the rules it supports."""

    document: Text
    proves: Text
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Caution:
    """A warning. It never closes a pathway. Always shown without ``when``; else while that is true, or not known.

    ``ours`` marks a number or rating that nolle chose, not the law.
    """

    id: str
    text: Text
    when: Expr | None = None
    ours: bool = False
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Clock:
    """A deadline or age-out: the last day, worked out from facts. With ``when``, only for cases it may be true of."""

    id: str
    label: Text
    due: Expr
    cite: tuple[str, ...]
    pin: str = ""
    note: Text | None = None
    confidence: Confidence = "medium"
    when: Expr | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """How well one form of discretion suits this relief, over some days. The ratings are ours, not the law."""

    form: Form
    rating: Rating
    why: Text | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Pathway:
    """A form of discretion or of relief: its elements, and everything a client should hear beside them.

    ``elements`` is the law's test. ``forum`` says who decides and is never part of eligibility. ``exposure_first``
    shows the three exposure answers above its status.
    """

    id: str
    name: Text
    family: Literal["discretion", "relief"]
    gives: Text
    does_not_give: tuple[Text, ...]
    decided_by: Text
    forum: Text
    forms: tuple[Text, ...]
    authority: tuple[str, ...]
    cites: tuple[str, ...]
    elements: Rule
    evidence: tuple[Evidence, ...]
    on_grant: tuple[Text, ...]
    on_denial: tuple[Text, ...]
    beside_discretion: Text
    verified: tuple[str, ...]
    confidence: Confidence
    related: tuple[str, ...] = ()
    present_status: Text | None = None
    forum_rule: Rule | None = None
    bars: tuple[Text, ...] = ()
    weighed: tuple[Text, ...] = ()
    cautions: tuple[Caution, ...] = ()
    time_limits: tuple[Text, ...] = ()
    clocks: tuple[Clock, ...] = ()
    risks: tuple[Text, ...] = ()
    fit: tuple[Fit, ...] = ()
    history: tuple[Text, ...] = ()
    exposure_first: bool = False
    reviewed_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse two rules under one id, and evidence for a rule that does not exist."""
        check_ids(self.elements)
        ids = {rule.id for rule in walk(self.elements)}
        for evidence in self.evidence:
            for missing in set(evidence.of) - ids:
                raise RuleError(
                    f"{self.id}: evidence {evidence.document.en!r} is for {missing!r}, which is no rule of it"
                )


def proof(document: Text, proves: Text, *of: str) -> Evidence:
    """A document, what it shows, and the rules it supports."""
    return Evidence(document, proves, of)


def caution(
    id: str,
    en: str,
    es: str,
    *,
    when: Expr | None = None,
    ours: bool = False,
    cite: str | tuple[str, ...] = (),
) -> Caution:
    """A warning in both languages; ``when`` limits it to cases in which that is true or not known."""
    return Caution(id, Text(en, es), when, ours, (cite,) if isinstance(cite, str) else cite)


def clock(
    id: str,
    en: str,
    es: str,
    *,
    due: Expr,
    cite: str | tuple[str, ...],
    pin: str = "",
    note: Text | None = None,
    confidence: Confidence = "medium",
    when: Expr | None = None,
) -> Clock:
    """A deadline or age-out: ``due`` is the last day; ``when`` limits it to cases it may be true of."""
    if due.kind != "date":
        raise RuleError(f"{id}: due must be a date, not {due!r}")
    return Clock(id, Text(en, es), due, (cite,) if isinstance(cite, str) else cite, pin, note, confidence, when)


def fits(
    form: Form, rating: Rating, why: Text | None = None, *, since: str | None = None, until: str | None = None
) -> Fit:
    """How well a form of discretion suits this relief. A poor fit says why."""
    if rating == "poor" and why is None:
        raise RuleError(f"a poor fit needs its reason: {form}")
    days = [parse_date(day).low if day else None for day in (since, until)]
    return Fit(form, rating, why, *days)
