"""Citations in a paper: each is an authority that ``law`` knows, asked whether it was in force on the paper's date."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from nolle.law import authorities
from nolle.law.authorities import InForce

from .telling import Md, Teller, plain

UNBROKEN = 34
"""A section number this short stays on one line."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One authority as a paper cites it, its status on the date, and whether an attorney's review is lacking."""

    id: str
    words: str
    found: InForce
    stale: bool


@dataclass(slots=True)
class Citer:
    """One paper's citations. ``left_out`` are authorities a template names that were not law on the date."""

    teller: Teller
    on: date
    circuit: str | None
    cited: dict[str, Cited] = field(default_factory=dict)
    left_out: dict[str, InForce] = field(default_factory=dict)

    def law(self, ids: str) -> bool:
        """Whether one of the authorities (``a | b``) was surely in force on the date."""
        return any(self._force(id).in_force is True for id in _split(ids))

    def cite(self, ids: str, words: str | None = None) -> Md:
        """The first authority of ``a | b`` in force on the date, in its stored words or the pin cite given.

        One whose force is uncertain is printed with a visible mark; where none was in force, only a gap stands.

        Raises:
            UnknownAuthority: for an id that ``law`` does not hold.
        """
        found = [self._force(id) for id in _split(ids)]
        chosen = next((f for f in found if f.in_force is True), None)
        mark = ""
        if chosen is None:
            chosen = next((f for f in found if f.in_force is None), None)
            if chosen is None:
                self.left_out.update((f.id, f) for f in found)
                return self.teller.gap(f"an authority in force on this date for {words or found[0].id}", "law")
            mark = " " + self.teller.gap(f"confirm that {chosen.id} is in force", "law")
        authority = authorities.get(chosen.id)
        said = words or authority.citation
        if authority.kind in ("precedent-ag", "precedent-bia", "federal-court"):
            said = _named(said, authority.title)
        self.cited[chosen.id] = Cited(chosen.id, said.replace("*", ""), chosen, authority.stale(self.on))
        return Md(_italic(said) + mark)

    def cites(self, *ids: str) -> Md:
        """Those of these authorities in force on the date, joined by semicolons."""
        return Md("; ".join(self.cite(id) for id in ids if self.law(id)))

    def _force(self, id: str) -> InForce:
        found = authorities.in_force(id, self.on, self.circuit)
        if found.in_force is False:
            self.left_out[id] = found
        return found


def _split(ids: str) -> list[str]:
    return [id.strip() for id in ids.split("|")]


def _named(said: str, title: str) -> str:
    """A reported case with its name: the stored citation of a court case is the reporter's alone."""
    name = title.partition(" (")[0].partition(": ")[0]
    return said if said.startswith(("Matter of", name)) else f"{name}, {said}"


def _italic(said: str) -> str:
    """The name of a case in italics, the rest plain."""
    name, comma, rest = said.partition(", ")
    is_case = comma and (name.startswith("Matter of") or " v. " in name)
    if is_case:
        return f"*{plain(name)}*, {plain(rest)}"
    return f"[{plain(said)}]{{.pin}}" if len(said) <= UNBROKEN else plain(said)
