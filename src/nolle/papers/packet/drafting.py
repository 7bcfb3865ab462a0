"""Papers of a packet that are made here: approved bytes as they are, counsel's text set as a draft, or a new draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from nolle.facts.casefile import CaseFile

from .plan import Exhibit, Packet, Paper

if TYPE_CHECKING:
    from nolle.papers.draft import Draft
    from nolle.papers.kinds import Kind
    from nolle.papers.telling import Exhibit as Proof


@dataclass(frozen=True, slots=True)
class Drafted:
    """A paper made here: its PDF, its title, what it still lacks, and whether its bytes were approved.

    ``note`` says what it was made from, where that is not the case alone.
    """

    file: Path
    title: str
    lacks: tuple[str, ...] = ()
    approved: bool = False
    note: str | None = None


class Drafter(Protocol):
    """What makes a paper of a packet, into a folder."""

    def __call__(
        self, paper: Paper, case: CaseFile | None, on: date, *, packet: Packet, about: str | None, folder: Path
    ) -> Drafted:
        """Make the paper; ``about`` is the motion that an order or a certificate goes with.

        Raises:
            ValueError: the kind is unknown, or the paper cannot be set or was changed; the sentence says why.
        """


def from_case(
    paper: Paper, case: CaseFile | None, on: date, *, packet: Packet, about: str | None, folder: Path
) -> Drafted:
    """Make a paper of this house, without page numbers, because the packet has its own.

    In the packet's folder of drafts an approved version goes before an edited text, and that before a new draft.
    """
    from nolle.papers.draft import title_of
    from nolle.papers.files import stem_of
    from nolle.papers.kinds import UnknownKind

    assert paper.kind is not None
    try:
        kind = _kind(paper)
    except UnknownKind as error:
        raise ValueError(str(error)) from None
    stem = stem_of(paper.kind, paper.variant, paper.lang)
    if paper.text is not None:
        return _set(paper.text, kind, paper, on, folder / f"{stem}.pdf")
    if packet.drafts is not None and packet.drafts.is_dir():
        if (found := _approved(packet.drafts, stem, title_of(kind))) is not None:
            return found
        if (text := packet.drafts / f"{stem}.md").is_file():
            return _set(text, kind, paper, on, folder / f"{stem}.pdf")
    if case is None:
        raise ValueError('it is drafted from a case: write case = "case.toml"')
    return _new(paper, case, on, packet, about, folder / f"{stem}.pdf")


def for_packet(packet: Packet, kind: str, variant: str | None) -> tuple[Paper, str | None]:
    """The paper of a packet that has this kind and form, and the motion it goes with.

    Raises:
        ValueError: the packet has no such paper.
    """
    from .gather import motion_of

    for paper in packet.papers:
        if paper.kind == kind and variant in (None, paper.variant):
            return paper, motion_of(packet, kind)
    named = ", ".join(paper.kind for paper in packet.papers if paper.kind) or "none by its kind"
    raise ValueError(f"{packet.file} has no [[paper]] with kind = {kind!r}. It has {named}.")


def proofs(exhibits: Sequence[Exhibit]) -> list[Proof]:
    """The exhibits of a packet as drafting takes them."""
    from nolle.papers.telling import Exhibit as Proof

    return [Proof(one.tab, one.description, one.proves, one.date or "", one.language or "") for one in exhibits]


def _kind(paper: Paper) -> Kind:
    from nolle.papers.draft import as_titled
    from nolle.papers.kinds import kind

    assert paper.kind is not None
    return as_titled(kind(paper.kind), paper.variant)


def _new(paper: Paper, case: CaseFile, on: date, packet: Packet, about: str | None, file: Path) -> Drafted:
    from nolle.papers import render
    from nolle.papers.draft import title_of

    made = drafted(paper, case, on, packet, about)
    file.write_bytes(render.pdf(made, numbers=False, listed=False))
    note = None
    if packet.drafts is not None:
        note = f"{file.stem} was drafted from the case: {packet.drafts.name} holds no text of it."
    return Drafted(file, title_of(made.kind), tuple(dict.fromkeys(gap.words for gap in made.gaps)), note=note)


def drafted(paper: Paper, case: CaseFile, on: date, packet: Packet, about: str | None) -> Draft:
    """A draft of one paper of a packet: its exhibits and tabs, what was released, and the judge's orders.

    Raises:
        ValueError: it cannot be drafted so; the sentence says why.
    """
    from nolle.papers.draft import draft
    from nolle.papers.files import read_releases
    from nolle.papers.ordered import standing_orders

    assert paper.kind is not None
    return draft(
        paper.kind,
        case,
        on,
        lang="es" if paper.lang == "es" else "en",
        about=about,
        variant=paper.variant,
        asking=paper.asking,
        releases=read_releases(packet.releases) if packet.releases is not None else (),
        exhibits=proofs(packet.exhibits),
        orders=standing_orders(packet.case, on) if packet.case is not None else None,
        bound=True,
    )


def _set(text: Path, kind: Kind, paper: Paper, on: date, file: Path) -> Drafted:
    """Counsel's text of a paper, marked DRAFT."""
    from nolle.papers.approve import gaps_in
    from nolle.papers.draft import style_of, title_of
    from nolle.papers.render import Sheet, marked, paper_pdf

    try:
        words = text.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{text} cannot be read: {error}") from None
    style = style_of(kind.id, paper.lang, paper.variant)
    sheet = Sheet(marked(kind.id, paper.variant), title_of(kind), style, paper.lang, on, "draft")
    file.write_bytes(paper_pdf(words, sheet, numbers=False))
    return Drafted(file, title_of(kind), tuple(gaps_in(words)), note=f"{text.name} is a text that nobody has approved.")


def _approved(folder: Path, stem: str, title: str) -> Drafted | None:
    """The newest approved version of a paper, its bytes proved against the record of the approval."""
    from hashlib import sha256

    from nolle.papers.approve import changed, versions

    found = versions(folder, stem)
    if not found:
        return None
    row = found[-1]
    file = folder / row["file"]
    if problem := changed(file):
        raise ValueError(problem)
    lacks = []
    text = folder / f"{stem}.md"
    if text.is_file() and sha256(text.read_bytes()).hexdigest() != row["text_sha256"]:
        lacks.append(f"{text.name} was edited after version {row['version']} was approved: approve it again")
    note = f"{file.name} was approved by {row['who']} ({row['number']}) at {row['at']}."
    if not row.get("bound"):
        note += " It bears page numbers and a list of exhibits of its own: draft it with --packet, and approve that."
    return Drafted(file, title, tuple(lacks), approved=True, note=note)
