"""A packet while it is bound: papers and tabs in order, the pages they take, and what is still wanting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from .opened import Opened
from .plan import Exhibit, Packet


@dataclass(frozen=True, slots=True)
class Lack:
    """Why a packet is not ready: ``kind`` as ``nolle papers check`` names it, where, what, and how to mend it."""

    kind: str
    where: str
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class Span:
    """Pages of a packet, counted from 1, both included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(slots=True)
class Leaf:
    """One file within a packet: what it is called in the bookmarks, and the pages it takes."""

    title: str
    opened: Opened
    name: str
    text: str
    turn: int = 0
    span: Span = Span(0, 0)


@dataclass(slots=True)
class Section:
    """A paper, or a tab with its leaves."""

    title: str
    role: Literal["paper", "last", "tab"]
    leaves: list[Leaf]
    exhibit: Exhibit | None = None
    span: Span = Span(0, 0)


@dataclass(slots=True)
class Work:
    """What gathers while a packet is bound. ``drafts`` names the papers that nobody has approved."""

    packet: Packet
    say: Callable[[str], None]
    lacks: list[Lack] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def lack(self, kind: str, where: str, message: str, fix: str) -> None:
        """Note why the packet is not ready."""
        self.lacks.append(Lack(kind, where, message, fix))
