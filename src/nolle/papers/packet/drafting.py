"""Papers of a packet that are drafted from the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from nolle.facts.casefile import CaseFile

from .plan import Exhibit


@dataclass(frozen=True, slots=True)
class Drafted:
    """A drafted paper: the PDF it was written to, its title, and what it still lacks."""

    file: Path
    title: str
    lacks: tuple[str, ...] = ()


class Drafter(Protocol):
    """What drafts a paper of one kind into a folder."""

    def __call__(
        self,
        kind: str,
        case: CaseFile,
        on: date,
        *,
        lang: str,
        about: str | None,
        exhibits: Sequence[Exhibit],
        folder: Path,
    ) -> Drafted:
        """Draft the paper; ``about`` is the motion that an order or a certificate goes with.

        Raises:
            ValueError: the kind is unknown, or the paper cannot be set; the sentence says why.
        """


def from_case(
    kind: str,
    case: CaseFile,
    on: date,
    *,
    lang: str,
    about: str | None,
    exhibits: Sequence[Exhibit],
    folder: Path,
) -> Drafted:
    """Draft with the papers of this house: marked DRAFT, without page numbers, because the packet has its own."""
    from nolle.papers import render
    from nolle.papers.draft import draft
    from nolle.papers.kinds import UnknownKind
    from nolle.papers.telling import Exhibit as Proof

    proofs = [Proof(one.tab, one.description, (), one.date or "", one.language or "") for one in exhibits]
    try:
        made = draft(kind, case, on, lang="es" if lang == "es" else "en", about=about, exhibits=proofs)
    except UnknownKind as error:
        raise ValueError(str(error)) from None
    file = folder / f"{kind}.pdf"
    file.write_bytes(render.pdf(made, numbers=False, listed=False))
    lacks = dict.fromkeys(gap.words for gap in made.gaps)
    return Drafted(file, made.kind.title["en"], tuple(lacks))
