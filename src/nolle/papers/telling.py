"""What a paper may tell: facts of the case in words, gaps where one is missing, and what is held back.

Facts of the classes ``protected-1367``, ``concession`` and ``third_party``, and the client's addresses, stay out of
every paper that leaves the office until each is released by a named person with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from nolle.counsel.opinion import Opinion
from nolle.counsel.told import answer_words, fact_words
from nolle.facts import vocabulary
from nolle.logic import Cell, Lang, Missing
from nolle.logic.rough import say_date
from nolle.logic.value import evaluate

HELD = frozenset(("protected-1367", "concession", "third_party"))
ADDRESSES = frozenset(("party.mailing_address", "party.residence_address", "party.safe_address"))
PREFIX = {"missing": "missing", "held": "held back", "counsel": "counsel", "proof": "exhibit", "law": "law"}
"""How a gap begins, in either language: the check of finished papers looks for these words."""
_LEAD = re.compile(r"^(\d*)([-+.)])(?=\s)")
"""What would begin a list."""

_OURS = re.compile(r"\W*(?:client )?(?:interview|intake|entrevista)\b", re.IGNORECASE)
"""The office's own notes of what a client said: a source, and never an exhibit."""

_MARKS = re.compile(r"([\\`*_{}\[\]<>#$~^@|\"])")


class Md(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Release:
    """A fact that may leave: which, why, and who says so."""

    fact: str
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a paper still lacks. ``kind`` is ``missing``, ``held``, ``counsel`` (argument to write), ``proof`` or
    ``law``; ``fact`` names the fact where it is one."""

    kind: str
    words: str
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One exhibit: its tab, what it is, and the facts it proves."""

    tab: str
    description: str
    proves: tuple[str, ...] = ()
    day: str = ""
    language: str = "English"


@dataclass(slots=True)
class Teller:
    """One paper's view of one case. What it could not tell collects in ``gaps``, what it told in ``told``."""

    opinion: Opinion
    lang: Lang
    leaves: bool
    releases: Sequence[Release] = ()
    exhibits: list[Exhibit] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    confirm: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    held: dict[str, str] = field(default_factory=dict)
    fixed: bool = False

    def __post_init__(self) -> None:
        """A set of exhibits given from outside keeps its tabs; else tabs follow the order of first use."""
        self.fixed = bool(self.exhibits)

    def cell(self, fact: str) -> Cell:
        """The cell of a fact, seen from the paper's date; what follows from other facts is worked out."""
        if fact.startswith(("party.", "court.")):
            return self.opinion.case.party(fact)
        asked = self.opinion.asked
        told = asked.case.cell(fact)
        if isinstance(told.answer, Missing) and fact in asked.definitions:
            return Cell(evaluate(asked.definitions[fact], asked), said_by="computed")
        return told

    def free(self, fact: str) -> bool:
        """Whether the fact may be told in this paper."""
        return not self.leaves or not held_class(fact) or any(r.fact == fact for r in self.releases)

    def given(self, fact: str) -> bool:
        """Whether the fact has an answer that may be told; one that may not is noted as held back."""
        if isinstance(self.cell(fact).answer, Missing):
            return False
        if not self.free(fact):
            self.held[fact] = held_class(fact) or ""
            return False
        return True

    def true(self, fact: str) -> bool:
        """Whether the answer is yes, and may be told."""
        return self.given(fact) and self.cell(fact).answer is True

    def code(self, fact: str) -> str | None:
        """The code an answer holds, for a condition in a template; ``None`` where it is missing or held back."""
        answer = self.cell(fact).answer
        return answer if isinstance(answer, str) and self.given(fact) else None

    def fact(self, name: str, ask: str | None = None) -> Md:
        """The answer in words, or a visible gap. ``ask`` names the gap where the vocabulary's label would not do."""
        answer = self.cell(name).answer
        if isinstance(answer, Missing):
            return self.gap(ask or fact_words(name, self.lang), fact=name)
        if not self.free(name):
            self.held[name] = held_class(name) or ""
            return self.gap("see the review sheet", "held", name)
        self.tell(name)
        return plain(answer_words(name, answer, self.lang))

    def tell(self, name: str) -> None:
        """Note that the paper tells this fact."""
        self.told[name] = answer_words(name, self.cell(name).answer, self.lang)

    def gap(self, words: str, kind: str = "missing", fact: str | None = None) -> Md:
        """A visible bracketed gap, listed once at the top."""
        found = Gap(kind, words, fact)
        if found not in self.gaps:
            self.gaps.append(found)
        return Md(f"[\\[{PREFIX[kind]}: {plain(words)}\\]]{{.gap}}")

    def counsel(self, words: str) -> Md:
        """A place where counsel writes."""
        return self.gap(words, "counsel")

    def exhibit(self, *facts: str) -> Md:
        """The exhibits that prove these facts, as a pin cite; empty where none does."""
        tabs = self.tabs(facts)
        if not tabs:
            return Md("")
        word = "Exhibit" if len(tabs) == 1 else "Exhibits"
        listed = tabs[0] if len(tabs) == 1 else ", ".join(tabs[:-1]) + " and " + tabs[-1]
        return Md(f"({word} {listed})")

    def tabs(self, facts: Iterable[str]) -> list[str]:
        """The tabs of the exhibits that prove these facts."""
        found: dict[str, None] = {}
        for fact in facts:
            found.update((e.tab, None) for e in self.exhibits if fact in e.proves)
            source = self.cell(fact).source
            if source is None or _OURS.match(source) or not self.free(fact):
                continue
            known = next((e for e in self.exhibits if _same(e.description, source, self.fixed)), None)
            if known is None and not self.fixed:
                known = Exhibit(tab_letter(len(self.exhibits)), source)
                self.exhibits.append(known)
            if known is not None:
                found[known.tab] = None
        return sorted(found, key=lambda tab: (len(tab), tab))


def plain(words: str) -> Md:
    """Words with every Markdown mark made plain."""
    if isinstance(words, Md):
        return words
    return Md(_LEAD.sub(r"\1\\\2", _MARKS.sub(r"\\\1", " ".join(words.split()))))


def _same(description: str, source: str, loosely: bool) -> bool:
    """Whether an exhibit is a fact's source; ``loosely`` where its words are the packet's own."""
    a, b = description.casefold(), source.casefold()
    return a == b or (loosely and (a in b or b in a))


def held_class(fact: str) -> str | None:
    """The class that holds a fact back, or ``None``.

    Raises:
        UnknownFact: for a name that is no fact.
    """
    if fact in ADDRESSES:
        return "client address"
    found = vocabulary.sensitivity_of(fact)
    return found if found in HELD else None


def tab_letter(position: int) -> str:
    """A, B, ... Z, AA, BB, ... as the practice manual letters exhibits."""
    return chr(ord("A") + position % 26) * (position // 26 + 1)


def day_words(day: date, lang: Lang) -> str:
    """A day in words."""
    return say_date(day, lang)
