"""What a cover page says, from the case: a missing fact is a visible gap, never a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nolle.facts.casefile import CaseFile
from nolle.law.courts import UnknownCourt, court
from nolle.logic.known import Missing

from .plan import printed
from .sheets import gap

A_NUMBER = re.compile(r"\bA?[-#\s]{0,3}(\d{3})[-\s]?(\d{3})[-\s]?(\d{3})\b")

_PROCEEDINGS = {
    "removal_240": "In removal proceedings",
    "deportation": "In deportation proceedings",
    "exclusion": "In exclusion proceedings",
    "asylum_only": "In asylum-only proceedings",
    "withholding_only": "In withholding-only proceedings",
    "bond": "In bond proceedings",
}


@dataclass(frozen=True, slots=True)
class Caption:
    """The blocks of a cover page (ICPM ch. 3.3(c)(6)); a dictionary in the place of a text is a gap."""

    counsel: tuple[Any, ...]
    flags: tuple[Any, ...]
    court: Any
    respondents: tuple[dict[str, Any], ...]
    proceedings: Any
    judge: Any
    hearing: Any

    @property
    def missing(self) -> tuple[str, ...]:
        """What is still to be filled in."""
        people = [part for person in self.respondents for part in (person["name"], person["number"])]
        every = (*self.counsel, *self.flags, self.court, *people, self.proceedings, self.judge, self.hearing)
        return tuple(one["missing"] for one in every if isinstance(one, dict))

    @property
    def matter(self) -> str | None:
        """``In the Matter of NAME, A# 123-456-789``, as the index has it."""
        named = [f"{p['name']}, A# {p['number']}" for p in self.respondents if not isinstance(p["name"], dict)]
        return "In the Matter of " + "; ".join(named) if named and "{" not in "".join(named) else None


def caption(case: CaseFile | None, title: str) -> Caption:
    """The caption of a case; all gaps where there is none."""

    def told(fact: str, ask: str) -> Any:
        return said(case, fact) or gap(ask)

    lead = {"name": told("party.full_name", "respondent's name"), "number": number_of(case) or gap("A-number")}
    return Caption(
        counsel=_counsel(case),
        flags=_flags(case, title),
        court=_place(case),
        respondents=(lead, *_riders(case)),
        proceedings=_PROCEEDINGS.get(_code(case, "case.proceeding_type") or "", gap("kind of proceedings")),
        judge=told("court.judge", "immigration judge"),
        hearing=hearing(case) or gap("next hearing date and time"),
    )


def said(case: CaseFile | None, fact: str) -> str | None:
    """A fact for papers as text; ``None`` where it was not given."""
    answer = case.party(fact).answer if case is not None else Missing.NOT_ASKED
    return answer.strip() if isinstance(answer, str) and answer.strip() else None


def number_of(case: CaseFile | None) -> str | None:
    """The respondent's A-number as papers print it: ``123-456-789``; as given where it has not nine digits."""
    given = said(case, "party.a_number")
    found = A_NUMBER.search(given) if given else None
    return "-".join(found.groups()) if found else given


def hearing(case: CaseFile | None) -> str | None:
    """The next hearing as papers print it: ``October 6, 2026, at 9:00 a.m.``."""
    given = said(case, "court.next_hearing_at")
    if given is None:
        return None
    try:
        when = datetime.fromisoformat(given)
    except ValueError:
        return given
    day = printed(when.date())
    if "T" not in given:
        return day
    return f"{day}, at {when.hour % 12 or 12}:{when.minute:02} {'p.m.' if when.hour >= 12 else 'a.m.'}"


def _counsel(case: CaseFile | None) -> tuple[Any, ...]:
    name, eoir_id = said(case, "party.counsel_name"), said(case, "party.counsel_eoir_id")
    lines: list[Any] = [name or gap("counsel's name")]
    lines += [firm] if (firm := said(case, "party.counsel_firm")) else []
    address = said(case, "party.counsel_address")
    lines += address.splitlines() if address else [gap("counsel's address")]
    lines.append(said(case, "party.counsel_phone") or gap("counsel's telephone"))
    lines.append(said(case, "party.counsel_email") or gap("counsel's e-mail"))
    lines.append(f"EOIR ID: {eoir_id}" if eoir_id else gap("counsel's EOIR ID"))
    return (*lines, "Counsel for Respondent")


def _flags(case: CaseFile | None, title: str) -> tuple[Any, ...]:
    answer = case.cell("case.detained").answer if case is not None else None
    held = "DETAINED" if answer is True else "NON-DETAINED" if answer is False else gap("detained or not")
    known = (("JOINT MOTION", r"\bjoint\b"), ("EMERGENCY", r"\bemergency\b"), ("UNOPPOSED", r"\bunopposed\b"))
    return (held, *(flag for flag, word in known if re.search(word, title, re.IGNORECASE)))


def _place(case: CaseFile | None) -> Any:
    """City and state: as the hearing notice has them, else those of the court's code."""
    if place := said(case, "court.hearing_location"):
        return place.splitlines()[0]
    try:
        found = court(said(case, "court.court_code") or "")
    except UnknownCourt:
        return gap("court's city and state")
    return f"{found.city}, {found.state}"


def _riders(case: CaseFile | None) -> tuple[dict[str, Any], ...]:
    answer = case.party("party.co_respondents").answer if case is not None else ()
    listed = answer if isinstance(answer, tuple) else (answer,) if isinstance(answer, str) else ()
    riders = []
    for one in listed:
        found = A_NUMBER.search(one)
        name = (one[: found.start()] if found else one).strip(" ,;:()#").removesuffix(" A").strip(" ,;:(")
        riders.append({"name": name, "number": "-".join(found.groups()) if found else gap("A-number")})
    return tuple(riders)


def _code(case: CaseFile | None, fact: str) -> str | None:
    answer = case.cell(fact).answer if case is not None else None
    return answer if isinstance(answer, str) else None
