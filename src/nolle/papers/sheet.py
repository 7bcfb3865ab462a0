"""The review sheet of a draft, for the office only: what is open, what the paper tells and to whom it is new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from nolle.counsel.told import fact_words
from nolle.law import authorities
from nolle.logic import Truth
from nolle.logic.rough import say_date

from .draft import Draft
from .kinds import rules
from .ordered import Set
from .telling import held_class, plain

PRIVILEGED = "Privileged: attorney work product. Never file or send this sheet."
_DHS_HAS = re.compile(
    r"notice to appear|I-213|I-94|I-797|\border\b|court record|OPLA|joint motion|request letter|ORR", re.IGNORECASE
)
"""Sources that the government made or was sent: what they hold it has, as far as their name tells (ours)."""

_DEPTHS = {
    "full": "Full paper",
    "frame": "Frame: caption, sections and law; counsel writes facts and argument",
    "skeleton": "Skeleton: headings and gaps; counsel writes it",
}
_ANSWERS: dict[Truth, str] = {True: "YES", False: "no", None: "NOT KNOWN"}
_PATHWAYS = {
    "pd_request": "dismissal_without_prejudice",
    "joint_motion_dismiss": "dismissal_without_prejudice",
    "client_advisal": "dismissal_without_prejudice",
    "opposition_dhs_dismissal": "dismissal_without_prejudice",
    "motion_admin_closure": "administrative_closure",
    "motion_terminate": "termination_discretionary",
    "motion_continue": "continuance_collateral",
    "deferred_action_request": "deferred_action_generic",
    "motion_reopen_joint": "joint_motion_to_reopen",
    "stay_request_cover": "stay_of_removal_i246",
    "motion_recalendar": "recalendaring",
    "opposition_recalendar": "recalendaring",
    "uac_asylum_cover_letter": "uac_asylum",
}


def review_sheet(draft: Draft, others: Iterable[Mapping[str, Any]] = ()) -> str:
    """The sheet as pandoc Markdown. ``others``: records of papers drafted before; what they tell otherwise is first."""
    parts = [
        _head(draft),
        _differing(draft, others),
        _section("Not ready, because", [plain(p) for p in draft.problems] or ["Nothing is open. Counsel may approve."]),
        _exposure(draft),
        _send(draft),
        _section(
            "Held back",
            [_named(fact) for fact in sorted(draft.held)] or ["Nothing that the paper would have told."],
        ),
        _section("Released", [f"{_named(r.fact)}: {plain(r.why)} ({plain(r.by)})" for r in draft.releases]),
        _section("Overridden", [f"{o.what}: {plain(o.why)} ({plain(o.by)})" for o in draft.overrides]),
        _law(draft),
        _section("Set by the judge's orders", [plain(_ordered(one)) for one in draft.orders]),
        _section("Confirm", [plain(word) for word in draft.confirm]),
        _section("Before it is used", [plain(word) for word in draft.kind.warnings]),
        _section("Explain aloud, for this client", _cautions(draft)),
        _section("For every paper", [plain(word) for word in rules()]),
        _section("Asks for", [plain(word) for word in draft.kind.required_facts]),
    ]
    return "\n".join(part for part in parts if part)


def _head(draft: Draft) -> str:
    who = draft.supervisor or "unsupervised draft: for a licensed reader only"
    kind = draft.kind
    standing = _DEPTHS[kind.depth]
    return (
        f"# Review sheet: {plain(kind.title.en)}\n\n{say_date(draft.on, 'en')} · "
        f"circuit {draft.circuit or 'not known'} · law {draft.law[:16]} · {plain(who)}\n\n"
        f"{standing}. To: {plain(kind.addressee)}. Filed with: {plain(kind.filed_with)}.\n"
    )


def _section(title: str, lines: Iterable[str]) -> str:
    found = [f"- {line}" for line in lines]
    return f"## {title}\n\n" + "\n".join(found) + "\n\n" if found else ""


def _exposure(draft: Draft) -> str:
    lines = [f"**{id.replace('_', ' ')}**: {_ANSWERS[truth]}" for id, truth in draft.exposure.items()]
    if draft.kind.exposure_gate:
        lines.append(
            "This paper can end the case. While an answer is yes or not known, a named attorney must override."
        )
    return _section("Exposure on this date, before any dismissal", lines)


def _send(draft: Draft) -> str:
    """What the recipient learns: first what is new to it and cannot be taken back, then what it has."""
    if draft.kind.audience == "client":
        return _section(
            "Who reads it", ["The client only. This paper is never filed and never sent to the government."]
        )
    new: list[str] = []
    has: list[str] = []
    for fact, words in sorted(draft.told.items()):
        cell = draft.opinion.case.party(fact) if fact.startswith(("party.", "court.")) else _cell(draft, fact)
        source = cell.source or ""
        line = f"{_named(fact)}: {plain(words)}" + (f" ({plain(source)})" if source else "")
        known = fact.startswith(("party.counsel", "court.")) or fact in ("party.full_name", "party.a_number")
        (has if known or _DHS_HAS.search(source) else new).append(line)
    return _section("The recipient will learn, and cannot be made to forget", new) + _section(
        "It has already, as far as the source's name tells", has
    )


def _cell(draft: Draft, fact: str) -> Any:
    return draft.opinion.asked.case.cell(fact)


def _differing(draft: Draft, others: Iterable[Mapping[str, Any]]) -> str:
    lines = []
    for other in others:
        for fact, words in other.get("told", {}).items():
            here = draft.told.get(fact)
            if here is not None and here != words:
                lines.append(f"{_named(fact)}: here {plain(here)}; in {plain(str(other.get('kind')))} {plain(words)}")
    return _section("Told differently in another paper: settle these first", lines)


def _law(draft: Draft) -> str:
    lines = []
    for cited in draft.cited:
        reviewed = authorities.provenance_of(cited.id).review.en
        lines.append(f"{plain(cited.words)}: {authorities.STATUSES[cited.found.status].en.lower()}; {reviewed}")
    for found in draft.left_out:
        lines.append(f"left out, {authorities.STATUSES[found.status].en.lower()} on this date: {plain(found.id)}")
    return _section(f"Law it rests on, asked for {say_date(draft.on, 'en')}", lines)


def _ordered(one: Set) -> str:
    day = say_date(one.day, "en") if one.day else "to be counted from a day that is not known yet"
    return f"{one.what}: {day} ({one.source})"


def _cautions(draft: Draft) -> list[str]:
    id = _PATHWAYS.get(draft.kind.id)
    for report in draft.opinion.reports:
        if report.pathway.id == id:
            held = [w.caution.text.en for w in report.cautions if w.truth is not False]
            return [plain(text) for text in (*held, *(risk.en for risk in report.pathway.does_not_give))]
    return []


def _named(fact: str) -> str:
    kind = held_class(fact)
    return f"{plain(fact_words(fact, 'en'))} ({plain(fact)}{', ' + kind if kind else ''})"
