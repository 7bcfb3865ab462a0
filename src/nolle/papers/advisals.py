"""Which advisal blocks a client hears: those that always hold, and those their own case calls for.

A block whose occasion is not known is included: a client is warned rather than not.
"""

from __future__ import annotations

from collections.abc import Iterator

from nolle.logic import Missing

from .kinds import Advisal, advisals
from .telling import Teller

ASKING = {"dismiss": "dismissal", "administrative_closure": "closure", "terminate": "termination"}
"""The form of discretion that a motion's kind stands for."""

FORMS = ("dismissal", "closure", "termination", "deferred_action")


def choose(teller: Teller, asking: str | None) -> Iterator[Advisal]:
    """The blocks for this client; ``asking`` is the form asked for or offered, ``None`` while it is not chosen."""
    for block in advisals().values():
        if _applies(block.include_when, teller, asking):
            yield block


def _applies(when: str, teller: Teller, asking: str | None) -> bool:
    ends = asking in (None, "dismissal", "termination")
    match when:
        case "always":
            return True
        case "dismissal asked or offered":
            return asking in (None, "dismissal")
        case "dismissal or termination asked or offered":
            return ends
        case "dismissal or termination with a pending court application":
            return ends and any(_pending(teller, form) for form in ("i589", "eoir42a", "eoir42b", "i881"))
        case "pending I-589":
            return _pending(teller, "i589")
        case "has or will have EAD":
            return _may_be(teller, "person.ead_category", none="none")
        case "last entry not an admission (parole included), or anything about it unknown":
            return _exposed(teller, "expedited_removal") or not _admitted(teller)
        case "exposure no_bond is yes or unknown":
            return _exposed(teller, "no_bond")
        case "exposure third_country is yes or unknown":
            return _exposed(teller, "third_country")
        case "administrative closure asked or offered":
            return asking in (None, "closure")
        case "termination asked":
            return asking in (None, "termination")
        case "will file with USCIS":
            return _will_file(teller)
        case "family members in the same case":
            return isinstance(teller.cell("party.co_respondents").answer, tuple)
        case "DHS may move on its own":
            return teller.cell("case.in_removal_proceedings").answer is not False
    raise ValueError(f"no one says when an advisal for {when!r} is read")


def _pending(teller: Teller, form: str) -> bool:
    return _may_be(teller, f"filing.{form}.status", none="none", other=("denied", "withdrawn", "approved"))


def _may_be(teller: Teller, fact: str, *, none: str, other: tuple[str, ...] = ()) -> bool:
    """Whether the fact is so or might be: missing counts as might, unless someone said that it is absent."""
    answer = teller.cell(fact).answer
    if isinstance(answer, Missing):
        return answer is not Missing.ABSENT
    return answer != none and answer not in other


def _exposed(teller: Teller, id: str) -> bool:
    return any(e.exposure.id == id and e.root.truth is not False for e in teller.opinion.exposure)


def _admitted(teller: Teller) -> bool:
    answer = teller.cell("derived.last_entry_manner").answer
    return isinstance(answer, str) and answer.startswith("admitted")


def _will_file(teller: Teller) -> bool:
    forms = ("i130", "i485", "i360_sij", "i360_vawa", "i589", "i918", "i914", "i601a")
    return any(not _none(teller.cell(f"filing.{form}.status").answer) for form in forms)


def _none(answer: object) -> bool:
    """No answer, or the answer that nothing was filed."""
    return isinstance(answer, Missing) or answer == "none"
