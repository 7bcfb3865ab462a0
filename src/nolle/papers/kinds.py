"""The kinds of paper: for whom, which sections in which order, what must be cited, who signs, and what is privileged.

Stored in ``data/kinds.json``; none has been reviewed by an attorney.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, TypeAlias

from nolle.law.authorities import nearest
from nolle.logic import Text

Audience: TypeAlias = Literal["court", "opla", "agency", "client"]
Depth: TypeAlias = Literal["full", "frame", "skeleton"]


class UnknownKind(KeyError):
    """No paper has this name. ``near`` holds the names that look most like it."""

    def __init__(self, id: str, near: tuple[str, ...]) -> None:
        self.id, self.near = id, near
        super().__init__(id)

    def __str__(self) -> str:
        hint = f" Did you mean {' or '.join(self.near)}?" if self.near else ""
        return f"there is no paper called {self.id!r}.{hint} `nolle papers list` shows them all."


@dataclass(frozen=True, slots=True)
class Section:
    """One required section. ``asks`` says what stands in it; ``heading`` is printed where both languages have one."""

    id: str
    asks: str
    heading: Text | None


@dataclass(frozen=True, slots=True)
class Variant:
    """Another form of a paper, with a template of its own: ``--variant`` takes its id."""

    id: str
    what: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper.

    ``label`` is its title on a cover page. ``privileged`` papers never enter a packet. ``must_cite`` and
    ``may_cite`` are ids of authorities, ``must_say`` the same in the fact base's own words. ``variants`` are those the
    fact base names, most of them branches of one text; ``written`` those with a template of their own.
    ``exposure_gate`` papers end a case: not ready while an exposure is yes or unknown. ``ours`` marks a kind that the
    fact base does not name.

    ``depth`` is ours too: a ``full`` paper has its own words throughout; a ``frame`` has caption, sections and law, and
    counsel writes facts and argument; a ``skeleton`` is headings and gaps.
    """

    id: str
    title: Text
    label: str
    purpose: str
    audience: Audience
    privileged: bool
    languages: tuple[str, ...]
    addressee: str
    filed_with: str
    use_when: tuple[str, ...]
    variants: tuple[str, ...]
    written: tuple[Variant, ...]
    sections: tuple[Section, ...]
    required_facts: tuple[str, ...]
    exhibits: tuple[str, ...]
    signed_by: tuple[str, ...]
    formatting: tuple[str, ...]
    fee: str
    deadlines: tuple[str, ...]
    must_say: tuple[str, ...]
    may_say: tuple[str, ...]
    must_cite: tuple[str, ...]
    may_cite: tuple[str, ...]
    accompanied_by: tuple[str, ...]
    warnings: tuple[str, ...]
    exposure_gate: bool
    depth: Depth
    ours: bool
    verified: str
    confidence: str

    @property
    def skeleton(self) -> bool:
        """Headings and gaps only."""
        return self.depth == "skeleton"


@dataclass(frozen=True, slots=True)
class Advisal:
    """One block of the letter that a client hears before deciding; ``include_when`` says for whom."""

    id: str
    include_when: str
    text: Text


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by id, in the order of the fact base."""
    return {row["id"]: _kind(row) for row in _read("kinds")}


def kind(id: str) -> Kind:
    """The kind with this id.

    Raises:
        UnknownKind: no such paper; it names the nearest ones.
    """
    try:
        return kinds()[id]
    except KeyError:
        raise UnknownKind(id, nearest(id, kinds())) from None


@cache
def advisals() -> Mapping[str, Advisal]:
    """Every advisal block by id, in the order they are read aloud."""
    return {r["id"]: Advisal(r["id"], r["include_when"], Text(r["en"], r["es"])) for r in _read("advisals")}


@cache
def signatures() -> Mapping[str, tuple[str, ...]]:
    """The lines of each signature block by its id. None is ever filled in."""
    return {id: tuple(block["lines"]) for id, block in _read("signing")["signatures"].items()}


@cache
def rules() -> tuple[str, ...]:
    """What holds for every paper."""
    return tuple(_read("signing")["rules"])


def _read(name: str) -> Any:
    return json.loads(resources.files(__package__).joinpath("data", f"{name}.json").read_text("utf-8"))


def _kind(raw: dict[str, Any]) -> Kind:
    many = {
        name: tuple(raw[name])
        for name in [
            "languages",
            "use_when",
            "variants",
            "required_facts",
            "exhibits",
            "signed_by",
            "formatting",
            "deadlines",
            "must_say",
            "may_say",
            "must_cite",
            "may_cite",
            "accompanied_by",
            "warnings",
        ]
    }
    title = Text(**raw["title"])
    return Kind(
        id=raw["id"],
        title=title,
        label=raw.get("label", title.en),
        purpose=raw["purpose"],
        audience=raw["audience"],
        privileged=raw["privileged"],
        addressee=raw["addressee"],
        filed_with=raw["filed_with"],
        sections=tuple(
            Section(row["id"], row["asks"], Text(row["en"], row["es"]) if "en" in row else None)
            for row in raw["sections"]
        ),
        written=tuple(Variant(id, what) for id, what in raw.get("written", {}).items()),
        fee=raw["fee"],
        exposure_gate=raw["exposure_gate"],
        depth=raw["depth"],
        ours=raw.get("ours", False),
        verified=raw["verified"],
        confidence=raw["confidence"],
        **many,
    )
