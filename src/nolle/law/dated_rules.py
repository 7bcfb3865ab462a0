"""Dated rules: what the law answered to a question on a day, in a circuit, in a state.

A version is chosen in this order: its dates and place hold; one written for the circuit or state beats the
national one; the latest start wins. Where the circuit or state is not known, every place is tried, and the
answer stands only if all agree.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from nolle.law.circuits import CIRCUITS, circuit_code
from nolle.logic.rough import add_months
from nolle.logic.text import Text

DATA = Path(__file__).parent / "data" / "dated_rules.json"

_ELSEWHERE = "elsewhere"
"""Stands for every state no version names."""


class UnknownRule(KeyError):
    """No dated rule has this id. ``near`` holds the ids that look most like it."""

    def __init__(self, id: str, near: tuple[str, ...]) -> None:
        self.id = id
        self.near = near
        super().__init__(id)

    def __str__(self) -> str:
        return f"no dated rule is called {self.id!r}; there are {', '.join(self.near)}"


@dataclass(frozen=True, slots=True)
class Version:
    """One dated answer: from ``from_`` to ``to`` inclusive, in ``circuits`` and ``states`` (empty:
    everywhere).

    ``authorities`` has the lead first. ``date_basis`` names the fact whose day the dates are read by;
    ``None`` is the day asked about. ``date_precision`` is ``day``, ``approximate`` or ``year``.
    """

    from_: date
    to: date | None
    circuits: tuple[str, ...]
    states: tuple[str, ...]
    date_basis: str | None
    date_precision: str
    answer: str
    text: Text
    authorities: tuple[str, ...]
    verified: str
    confidence: str

    @property
    def local(self) -> bool:
        """Whether it was written for named circuits or states."""
        return bool(self.circuits or self.states)


@dataclass(frozen=True, slots=True)
class DatedRule:
    """One question, the codes it may be answered with, the pathways it bears on, and its versions."""

    id: str
    fact: str
    question: Text
    answers: tuple[str, ...]
    pathways: tuple[str, ...]
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class RuleAnswer:
    """What a rule answers. ``answer`` is ``None`` when no law is stored for the day or the possible versions
    differ.

    ``versions`` are the versions that may apply: one when the answer is sure.
    """

    id: str
    on: date
    circuit: str | None
    state: str | None
    answer: str | None
    versions: tuple[Version, ...]

    @property
    def text(self) -> Text:
        """The answer's words, or the words of every version that may apply."""
        if not self.versions:
            return Text("No law is stored for that date.", "No hay ley guardada para esa fecha.")
        en = " ".join(_placed(version, "en", self) for version in self.versions)
        es = " ".join(_placed(version, "es", self) for version in self.versions)
        if self.answer is not None:
            return Text(en, es)
        return Text(f"Not settled by what is known: {en}", f"No se resuelve con lo que se sabe: {es}")

    @property
    def authorities(self) -> tuple[str, ...]:
        """Ids of the authorities it rests on, lead first."""
        return tuple(dict.fromkeys(id for version in self.versions for id in version.authorities))


@lru_cache(maxsize=1)
def rules() -> Mapping[str, DatedRule]:
    """Every dated rule by id."""
    rows = json.loads(DATA.read_text(encoding="utf-8"))
    return MappingProxyType({row["id"]: _rule(row) for row in rows})


def get(id: str) -> DatedRule:
    """The rule with this id.

    Raises:
        UnknownRule: no such id; it names the nearest ones, or all of them.
    """
    try:
        return rules()[id]
    except KeyError:
        near = tuple(get_close_matches(id, rules(), n=3, cutoff=0.5))
        raise UnknownRule(id, near or tuple(rules())) from None


def ask(
    id: str,
    on: date,
    circuit: str | int | None = None,
    state: str | None = None,
    basis: date | None = None,
) -> RuleAnswer:
    """What the law answered on the day.

    ``circuit`` and ``state`` (postal code) are ``None`` when not known. ``basis`` is the day of the fact some
    rules go by (the day a form was filed); without it the answer is for a form filed on the day asked about.
    A version that starts too late for the ``basis`` leaves the one before it in place. Within the year (or 90
    days) before a version whose start is rough, it and its neighbour are both possible.

    Raises:
        UnknownRule: no such rule.
        ValueError: an unknown circuit.
    """
    rule = get(id)
    code = None if circuit is None else circuit_code(circuit)
    chosen: list[Version | None] = []
    for place, region in _places(rule, code, state):
        chosen.extend(_choose(rule, on, basis, place, region))
    found = tuple(dict.fromkeys(version for version in chosen if version is not None))
    answers = {version.answer if version else None for version in chosen}
    answer = found[0].answer if len(answers) == 1 and found else None
    if answer is not None:
        national = tuple(version for version in found if not version.local)
        found = (national or found)[:1]
    return RuleAnswer(id, on, code, state, answer, found)


def _places(rule: DatedRule, circuit: str | None, state: str | None) -> Iterator[tuple[str, str]]:
    """Every circuit and state the case may be in."""
    named = {code for version in rule.versions for code in version.states}
    for place in [circuit] if circuit else CIRCUITS:
        for region in [state] if state else [_ELSEWHERE, *sorted(named)]:
            yield place, region


def _choose(rule: DatedRule, on: date, basis: date | None, circuit: str, state: str) -> list[Version | None]:
    """The version for one place; two where a rough start leaves both possible; ``[None]`` where none is
    stored.
    """
    here = [version for version in rule.versions if _covers(version, circuit, state)]
    sure = _best([version for version in here if _dated(version, on, basis)])
    if sure is None and basis is not None and any(version.date_basis for version in here):
        # A version that starts too late for the filing has not displaced the one before it.
        sure = _best([version for version in here if version.date_basis is None and version.from_ <= on])
    maybe = [version for version in here if _may_have_started(version, on, basis)]
    early = _best([*maybe, *([sure] if sure else [])])
    return [sure] if early is sure else [sure, early]


def _covers(version: Version, circuit: str, state: str) -> bool:
    return (not version.circuits or circuit in version.circuits) and (not version.states or state in version.states)


def _dated(version: Version, on: date, basis: date | None) -> bool:
    day = basis if basis is not None and version.date_basis is not None else on
    return version.from_ <= day and (version.to is None or day <= version.to)


def _may_have_started(version: Version, on: date, basis: date | None) -> bool:
    day = basis if basis is not None and version.date_basis is not None else on
    if version.date_precision == "day" or day >= version.from_:
        return False
    year = version.date_precision == "year"
    earliest = add_months(version.from_, -12) if year else version.from_ - timedelta(days=91)
    return day > earliest


def _best(versions: list[Version]) -> Version | None:
    return max(versions, key=lambda version: (version.local, version.from_), default=None)


def _placed(version: Version, lang: str, answer: RuleAnswer) -> str:
    """A version's words, with its place where several are shown."""
    if len(answer.versions) == 1 or not version.local:
        return version.text.en if lang == "en" else version.text.es
    names = [CIRCUITS[code].en if lang == "en" else CIRCUITS[code].es for code in version.circuits]
    words = version.text.en if lang == "en" else version.text.es
    return f"{', '.join([*names, *version.states])}: {words}"


def _rule(row: dict[str, Any]) -> DatedRule:
    return DatedRule(
        id=row["id"],
        fact=row["fact"],
        question=Text(row["question"], row["question_es"]),
        answers=tuple(row["answers"]),
        pathways=tuple(row["pathways"]),
        versions=tuple(_version(version) for version in row["versions"]),
    )


def _version(row: dict[str, Any]) -> Version:
    to = row.get("effective_to")
    return Version(
        from_=date.fromisoformat(row["effective_from"]),
        to=date.fromisoformat(to) if to else None,
        circuits=tuple(circuit_code(code) for code in row.get("circuits", ())),
        states=tuple(row.get("states", ())),
        date_basis=row.get("date_basis"),
        date_precision=row.get("date_precision", "day"),
        answer=row["answer"],
        text=Text(row["text"], row["text_es"]),
        authorities=tuple(row["authority_ids"]),
        verified=row["verified"],
        confidence=row["confidence"],
    )
