"""What is answered about one deadline: the date, the date to work to, the working, the law, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from nolle.law import authorities
from nolle.law.authorities import InForce
from nolle.logic.rough import Span
from nolle.logic.text import Text

from .counting import Step
from .rules import DeadlineRule

Status: TypeAlias = Literal[
    "in_force",
    "in_force_partly_stayed",
    "contested",
    "vacated_but_printed",
    "uncertain",
    "ordered",
    "as_ordered",
    "no_deadline",
    "unknown",
    "superseded",
    "not_yet_in_force",
    "proposed_only",
    "does_not_apply",
]

STATUSES = MappingProxyType(
    {
        "in_force": Text("In force", "En vigor"),
        "in_force_partly_stayed": Text("In force, partly stayed by a court", "En vigor, en parte suspendido"),
        "contested": Text("Contested: two rules", "Discutido: dos reglas"),
        "vacated_but_printed": Text("Vacated by a court, still printed", "Anulado por un tribunal, aún impreso"),
        "uncertain": Text("Not known to be in force", "No se sabe si está en vigor"),
        "ordered": Text("Ordered by the judge", "Ordenado por el juez"),
        "as_ordered": Text("As ordered or noticed", "Según la orden o el aviso"),
        "no_deadline": Text("No deadline", "Sin plazo"),
        "unknown": Text("Unknown", "No se sabe"),
        "superseded": Text("No longer in force", "Ya no está en vigor"),
        "not_yet_in_force": Text("Not yet in force", "Aún no en vigor"),
        "proposed_only": Text("Only proposed", "Solo propuesto"),
        "does_not_apply": Text("Does not apply", "No se aplica"),
    }
)
"""Every status in words."""

Which: TypeAlias = Literal["before", "printed", "practice", "service", "discovery", "opens", "closes", "also"]


class ImpossibleDates(ValueError):
    """Dates that cannot be: a hearing before the Notice to Appear, a motion found before it was served."""


@dataclass(frozen=True, slots=True)
class Question:
    """What would settle it: the fact of the vocabulary (``None`` where there is none), why it is missing, the
    question in both languages, and who can answer it.
    """

    fact: str | None
    why: Literal["not_asked", "not_known"]
    question: Text
    asked_of: str
    settles: tuple[str, ...]

    def record(self) -> dict[str, Any]:
        """The question as JSON."""
        return {
            "fact": self.fact,
            "why": self.why,
            "question": _both(self.question),
            "asked_of": self.asked_of,
            "settles": list(self.settles),
        }


@dataclass(frozen=True, slots=True)
class Order:
    """A date set by a judge, and where it is set: the order, the notice, or the day it was said in court.

    ``said_by`` told of it, and ``on`` is the day it was made or learned of.
    """

    day: date
    source: str
    said_by: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class StandingOrder:
    """So many days set by a judge for every case, in place of the default, and where; the rest as of ``Order``."""

    days: int
    source: str
    said_by: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One of several counts that bear on a deadline, all of them shown.

    ``which`` says whose count it is: the printed rule and the practice, and what held before there were two; from
    service and from discovery; the first and the last day of a window. ``safe`` is true of the one to work to.
    """

    which: Which
    label: Text
    due: Span
    safe: bool = False

    def record(self) -> dict[str, Any]:
        """The count as JSON."""
        return {"which": self.which, "label": _both(self.label), "due": edtf(self.due), "safe": self.safe}


@dataclass(frozen=True, slots=True)
class Replaced:
    """The default that a judge's order took the place of, to be shown struck through."""

    due: Span | None
    safe: date | None
    status: Status
    why: Text

    def record(self) -> dict[str, Any]:
        """The default as JSON."""
        return {
            "due": edtf(self.due),
            "safe": _iso(self.safe),
            "status": self.status,
            "why": _both(self.why),
        }


@dataclass(frozen=True, slots=True, eq=False)
class Deadline:
    """One deadline as worked out.

    ``due`` is the last day by the rule (the first possible one where ``rule.not_before``), a range where the trigger
    is rough; ``None`` with ``why`` where there is no date. ``safe`` is the date to work to: the earlier of two rules,
    the business day before, the early end of a range; the late end where the date is the first possible day. ``None``
    where no date is safe. ``on`` is the day whose law was asked, ``trigger`` what it was counted from.
    """

    rule: DeadlineRule
    status: Status
    on: date
    trigger: Span | None
    due: Span | None
    safe: date | None
    steps: tuple[Step, ...]
    law: tuple[InForce, ...]
    missing: tuple[Question, ...] = ()
    why: Text | None = None
    reckonings: tuple[Reckoning, ...] = ()
    order: Order | StandingOrder | None = None
    replaced: Replaced | None = None
    court: str | None = None
    time_zone: str | None = None

    @property
    def id(self) -> str:
        """The rule's id."""
        return self.rule.id

    @property
    def label(self) -> Text:
        """The deadline's name."""
        return self.rule.label

    @property
    def dated(self) -> bool:
        """Whether there is a date to put in a calendar."""
        return self.safe is not None or self.due is not None

    @property
    def day(self) -> date | None:
        """The day to put in a calendar: the safe one, else the early end of the last day."""
        if self.safe is not None or self.due is None:
            return self.safe
        found: date | None = self.due.low
        return found

    def passed(self, on: date) -> bool:
        """Whether its last day surely lies before the day; false where it is not known."""
        return self.due is not None and self.due.high is not None and self.due.high < on and not self.rule.not_before

    def record(self) -> dict[str, Any]:
        """The JSON answer of ``nolle deadline``."""
        rule = self.rule
        return {
            "id": rule.id,
            "label": _both(rule.label),
            "explain": _both(rule.explain),
            "kind": rule.kind,
            "severity": rule.severity,
            "due": edtf(self.due),
            "safe": _iso(self.safe),
            "not_before": rule.not_before,
            "status": self.status,
            "why": _both(self.why) if self.why else None,
            "trigger": {
                "fact": rule.trigger.fact,
                "label": _both(rule.trigger.label),
                "date": edtf(self.trigger),
            },
            "on": self.on.isoformat(),
            "court": self.court,
            "time_zone": self.time_zone,
            "steps": [step.record() for step in self.steps],
            "counts": [one.record() for one in self.reckonings],
            "order": _order(self.order),
            "replaced": self.replaced.record() if self.replaced else None,
            "citation": rule.citation,
            "authorities": [_authority(found) for found in self.law],
            "verified": rule.verified,
            "confidence": rule.confidence,
            "missing": [question.record() for question in self.missing],
        }


def edtf(span: Span | None) -> str | None:
    """A day, or a range as EDTF: ``2026-05-01/2026-05-31``; an end that is not known stays empty."""
    if span is None:
        return None
    if span.exact:
        return _iso(span.low)
    return f"{_iso(span.low) or ''}/{_iso(span.high) or ''}"


def _authority(found: InForce) -> dict[str, Any]:
    authority = authorities.get(found.id)
    return {
        "id": found.id,
        "title": authority.title,
        "citation": authority.citation,
        "in_force": found.in_force,
        "status": found.status,
        "from": _iso(found.from_),
        "to": _iso(found.to),
        "ended_by": found.ended_by,
        "reviewed_on": _iso(authority.reviewed_on),
    }


def _order(order: Order | StandingOrder | None) -> dict[str, Any] | None:
    if order is None:
        return None
    day, days = (order.day, None) if isinstance(order, Order) else (None, order.days)
    return {"date": _iso(day), "days": days, "source": order.source, "said_by": order.said_by, "on": _iso(order.on)}


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "es": text.es}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
