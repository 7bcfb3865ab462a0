"""Whether a deadline was law on a day: its own first and last day, then the authorities it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from nolle.law import authorities
from nolle.law.authorities import InForce, in_force
from nolle.logic.rough import add_days, say_date
from nolle.logic.text import Text

from .answer import Status
from .rules import DeadlineRule, rules


@dataclass(frozen=True, slots=True)
class Standing:
    """How a deadline stood as law on a day. ``why`` says what ended or will start it, where it was not in force."""

    status: Status
    law: tuple[InForce, ...]
    why: Text | None = None

    @property
    def computes(self) -> bool:
        """Whether a date may be worked out from it."""
        return self.why is None


def standing_of(rule: DeadlineRule, on: date, circuit: str | None) -> Standing:
    """How the deadline stood on the day, in the circuit (``None``: not known)."""
    law = tuple(in_force(id, on, circuit) for id in rule.authorities)
    if rule.status == "proposed_only":
        return Standing("proposed_only", law, _proposed(rule))
    if rule.since is not None and on < rule.since:
        return Standing("not_yet_in_force", law, _not_yet(rule, on, rule.since))
    if rule.until is not None and on > rule.until:
        return Standing("superseded", law, _over(rule, on, rule.until))
    if not rule.ours and rule.since is None and rule.until is None:
        truths = [found.in_force for found in law]
        if law and True not in truths and None not in truths:
            return _out(rule, law, on)
    if rule.status in ("vacated_but_printed", "in_force_partly_stayed"):
        return Standing(rule.status, law)  # type: ignore[arg-type]
    if rule.contested is not None and on >= rule.contested.since:
        return Standing("contested", law)
    sure = rule.ours or not law or any(found.in_force for found in law) or bool(rule.since or rule.until)
    return Standing("in_force" if sure else "uncertain", law)


def edges(rule: DeadlineRule) -> tuple[date, ...]:
    """The days on which the deadline's law changes: the first day of each stretch."""
    days = [rule.since, add_days(rule.until, 1) if rule.until else None]
    days.append(rule.contested.since if rule.contested else None)
    return tuple(sorted({day for day in days if day is not None}))


def _proposed(rule: DeadlineRule) -> Text:
    return Text(
        f"Only proposed: no date is worked out from it. {rule.explain.en}",
        f"Solo propuesto: no se calcula ninguna fecha con ello. {rule.explain.es}",
    )


def _not_yet(rule: DeadlineRule, on: date, since: date) -> Text:
    en = f"Not in force on {say_date(on, 'en')}: it starts on {say_date(since, 'en')}"
    es = f"No estaba en vigor el {say_date(on, 'es')}: empieza el {say_date(since, 'es')}"
    return _see(en, es, rule.follows)


def _over(rule: DeadlineRule, on: date, until: date) -> Text:
    en = f"Not in force on {say_date(on, 'en')}: it was in force until {say_date(until, 'en')}"
    es = f"No estaba en vigor el {say_date(on, 'es')}: estuvo en vigor hasta el {say_date(until, 'es')}"
    if rule.ended_by is not None:
        name = _named(rule.ended_by)
        en, es = f"{en}, ended by {name.en}", f"{es}; terminó por {name.es}"
    return _see(en, es, rule.followed_by)


def _see(en: str, es: str, other: str | None) -> Text:
    if other is None:
        return Text(f"{en}.", f"{es}.")
    label = rules()[other].label
    return Text(f"{en}. See {other} ({label.en}).", f"{es}. Vea {other} ({label.es}).")


def _out(rule: DeadlineRule, law: tuple[InForce, ...], on: date) -> Standing:
    lead = law[0]
    early = lead.status in ("issued", "not-yet-issued")
    name = _named(lead.id)
    en = f"Not in force on {say_date(on, 'en')}. {name.en}: {lead.why.en}"
    es = f"No estaba en vigor el {say_date(on, 'es')}. {name.es}: {lead.why.es}"
    return Standing("not_yet_in_force" if early else "superseded", law, Text(en, es))


def _named(id: str) -> Text:
    """An authority in a sentence: by its title, which is English; in Spanish as it is cited, without English notes."""
    found = authorities.get(id)
    cited = re.sub(r"\s+\([^()]*[a-z]{4,}[^()]*\)$", "", found.citation)
    return Text(found.title, cited or found.title)
