"""Binding a packet: papers, index, tabs and exhibits as one PDF, or as parts under the e-filing limit."""

from __future__ import annotations

import hashlib
import io
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from glob import escape as glob_escape
from pathlib import Path
from typing import TYPE_CHECKING

from nolle.facts.casefile import CaseFile, read_case
from nolle.facts.files import written_beside

from . import outline, parts
from .caption import Caption, caption
from .clean import clean, layers
from .drafting import Drafter, from_case
from .errors import PacketError
from .front import index_of, laid_out
from .gather import complete, papers, tab, wants_cover
from .held import held
from .letter import bind_page, shown, sizes
from .look import opened as looked_at
from .look import plain
from .plan import Packet
from .sections import Lack, Leaf, Section, Span, Work
from .sheets import feet

if TYPE_CHECKING:
    import pikepdf

SMALL = 0.5
"""From this part of its size downward a page may be hard to read. A page of 11 by 17 inches is at 0.65."""

FOOT_AT = (36, 10)
"""Where the line at the foot stands, in points from the lower left corner."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A packet that was bound: its files in order, and what to know about them."""

    files: tuple[Path, ...]
    pages: int
    sha256: tuple[str, ...]
    tabs: tuple[tuple[str, str, Span], ...]
    lacks: tuple[Lack, ...]
    notes: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Whether nothing is missing. An attorney still reads it before it leaves."""
        return not self.lacks


def bind(
    packet: Packet,
    out: Path,
    on: date,
    *,
    drafter: Drafter = from_case,
    approved: bool = False,
    only_ready: bool = False,
    limit: int = parts.LIMIT,
    say: Callable[[str], None] = lambda _: None,
) -> Bound:
    """Bind a packet and write it beside ``out``, moved into place whole; parts are ``NAME_Part1.pdf`` and so on.

    Args:
        packet: what goes in.
        out: the PDF to write.
        on: the date of the papers that are drafted.
        drafter: drafts papers that name only a kind.
        approved: without DRAFT at the foot; for a packet that an attorney has approved.
        only_ready: refuse to write a packet in which something is missing or still a draft.
        limit: bytes in one file.
        say: told what is being read, before it is read.

    Raises:
        PacketError: a paper or exhibit cannot go in, one page alone is over the limit, or it is not ready.
    """
    _spare_sources(packet, out)
    work = Work(packet, say)
    work.notes += _twice(packet)
    case = read_case(packet.case) if packet.case is not None else None
    with tempfile.TemporaryDirectory(prefix="nolle-") as folder:
        sections = papers(work, case, on, drafter, Path(folder))
        at = sum(1 for section in sections if section.role == "paper")
        sections[at:at] = [tab(work, exhibit) for exhibit in packet.exhibits]
        complete(work, sections)
        try:
            held(work, case, sections)
        except ValueError as error:
            raise PacketError(f"{packet.file}: {error}") from None
        cover = caption(case, packet.title) if wants_cover(packet, sections) else None
        fix = "write it in the case file, [party] and [court]"
        for words in cover.missing if cover else ():
            work.lack("missing-section", "cover page", f"{words} is missing", fix)
        if only_ready:
            _refuse_unready(work)
        return _bound(work, case, cover, sections, out, approved, limit)


def _spare_sources(packet: Packet, out: Path) -> None:
    """What a packet is made from is never written over."""
    made = {out.resolve(), *(one.resolve() for one in _parts_beside(out))}
    for where, file in packet.sources:
        if file.resolve() in made or (out.is_file() and out.samefile(file)):
            raise PacketError(f"{out.name} would be written over {file.name}, which is {where}: write to another name.")


def _parts_beside(out: Path) -> list[Path]:
    return sorted(out.parent.glob(f"{glob_escape(out.stem)}_Part*{out.suffix}"))


def _twice(packet: Packet) -> Iterator[str]:
    """Exhibits named under two tabs."""
    seen: dict[Path, str] = {}
    for exhibit in packet.exhibits:
        for file in exhibit.files:
            first = seen.setdefault(file.resolve(), exhibit.tab)
            if first != exhibit.tab:
                yield f"{file.name} is bound twice, behind Tab {first} and behind Tab {exhibit.tab}."


def _refuse_unready(work: Work) -> None:
    if work.drafts:
        raise PacketError(
            f"{work.drafts[0]} is a draft: approve its text with nolle papers approve; the packet takes the approved "
            'file from the folder that drafts = "..." names, or by file = "...".'
        )
    if work.lacks:
        first = work.lacks[0]
        raise PacketError(f"the packet is not ready ({first.where}: {first.message}): {first.fix}.")


def _bound(
    work: Work,
    case: CaseFile | None,
    cover: Caption | None,
    sections: list[Section],
    out: Path,
    approved: bool,
    limit: int,
) -> Bound:
    import pikepdf

    packet = work.packet
    work.say("the index")
    made, index_at, index_pages = laid_out(packet, case, cover, sections)
    pdf = pikepdf.new()
    _fill(work, pdf, made, sections, index_at, index_pages)
    clean(pdf, packet.title)
    work.say("the file")
    starts = [section.span.first - 1 for section in sections]
    cuts = parts.cuts(pdf, starts, limit)
    if len(cuts) > 1:
        labels = [parts.part_of(cuts, section.span.first - 1) for section in sections]
        again = index_of(packet, case, cover, sections, index_at, labels)
        if len(again.pages) == index_pages:
            _swap(pdf, again, index_at)
    _number(pdf, cuts, approved)
    entries = list(_entries(sections, cover is not None, index_at, index_pages))
    written = _write(pdf, out, cuts, entries, packet.title, limit)
    names = {file for file, _ in written}
    for old in sorted({out, *_parts_beside(out)} - names):
        if old.is_file():
            work.notes.append(f"{old.name} is from an earlier binding and no part of this one: remove it.")
    tabs = tuple((s.exhibit.tab, s.exhibit.description, s.span) for s in sections if s.exhibit is not None)
    return Bound(
        files=tuple(file for file, _ in written),
        pages=len(pdf.pages),
        sha256=tuple(digest for _, digest in written),
        tabs=tabs,
        lacks=tuple(work.lacks),
        notes=tuple(dict.fromkeys(work.notes)),
    )


def _fill(
    work: Work, pdf: pikepdf.Pdf, made: pikepdf.Pdf, sections: Sequence[Section], index_at: int, index: int
) -> None:
    """Every page in its order, on Letter."""
    tabs = [section for section in sections if section.role == "tab"]
    cover = len(made.pages) - len(tabs) - index
    pdf.pages.extend(made.pages[:cover])
    own = iter(range(cover, cover + len(tabs)))
    indexed = index == 0
    for section in sections:
        if section.role != "paper" and not indexed:
            pdf.pages.extend(made.pages[cover + len(tabs) :])
            indexed = True
        if section.role == "tab":
            pdf.pages.append(made.pages[next(own)])
        for leaf in section.leaves:
            work.say(leaf.name)
            _place_leaf(work, pdf, leaf)
    if not indexed:
        pdf.pages.extend(made.pages[cover + len(tabs) :])


def _place_leaf(work: Work, pdf: pikepdf.Pdf, leaf: Leaf) -> None:
    source = leaf.opened.pdf
    with looked_at(plain(source)) as document:
        for number, page in enumerate(source.pages):
            part, where = sizes(document, shown(page, leaf.turn), number, leaf.turn)
            bind_page(pdf, source, page, part, where)
            if where.scale < SMALL:
                small = f"page {number + 1} is {where.scale:.0%} of its size on Letter: see that it can be read"
                work.notes.append(f"{leaf.name} {small}.")
    layers(pdf, source)


def _swap(pdf: pikepdf.Pdf, index: pikepdf.Pdf, at: int) -> None:
    for number, page in enumerate(index.pages):
        del pdf.pages[at + number]
        pdf.pages.insert(at + number, page)


def _number(pdf: pikepdf.Pdf, cuts: Sequence[range], approved: bool) -> None:
    """The line at the foot of every page: DRAFT, the part, and ``Page n of N``."""
    import pikepdf

    total = len(pdf.pages)
    mark = "" if approved else "DRAFT: not approved for filing"
    lines = []
    for number in range(total):
        part = parts.part_of(cuts, number) if len(cuts) > 1 else ""
        lines.append(("    ".join(one for one in (part, mark) if one), f"Page {number + 1} of {total}"))
    made = feet(lines)
    for number, page in enumerate(pdf.pages):
        form = pdf.copy_foreign(made.make_indirect(made.pages[number].as_form_xobject()))
        page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name("/NolleFoot"))
        page.contents_add(b"q", prepend=True)
        page.contents_add(f"Q q 1 0 0 1 {FOOT_AT[0]} {FOOT_AT[1]} cm /NolleFoot Do Q".encode())


def _entries(sections: Sequence[Section], cover: bool, index_at: int, index: int) -> Iterator[outline.Entry]:
    if cover:
        yield outline.Entry("Cover page", 0)
    indexed = index == 0
    for section in sections:
        if section.role != "paper" and not indexed:
            yield outline.Entry("Index", index_at)
            indexed = True
        title = section.title if section.exhibit is None else f"Tab {section.exhibit.tab}: {section.title}"
        below = tuple((leaf.title, leaf.span.first - 1) for leaf in section.leaves) if len(section.leaves) > 1 else ()
        yield outline.Entry(title, section.span.first - 1, below)
    if not indexed:
        yield outline.Entry("Index", index_at)


def _write(
    pdf: pikepdf.Pdf, out: Path, cuts: Sequence[range], entries: Sequence[outline.Entry], title: str, limit: int
) -> list[tuple[Path, str]]:
    """The files, each written whole beside its name and moved into place."""
    finished = []
    for number, pages in enumerate(cuts, 1):
        name = out if len(cuts) == 1 else out.with_name(f"{out.stem}_Part{number}{out.suffix}")
        part = pdf if len(cuts) == 1 else parts.part(pdf, pages)
        outline.add(part, entries, pages, title if len(cuts) == 1 else f"{title}, part {number} of {len(cuts)}")
        data = _saved(part)
        if len(data) > limit:
            raise PacketError(
                f"{name.name}: pages {pages.start + 1} to {pages.stop} alone are {len(data) / 1e6:.1f} MB, over the "
                f"limit of {limit / 1e6:.0f} MB: scan them again at 300 dpi in black and white."
            )
        finished.append((name, data))
    for name, data in finished:
        try:
            with written_beside(name) as beside:
                beside.write_bytes(data)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise PacketError(f"{name} cannot be written ({why}): name another file or folder with --out.") from None
    return [(name, hashlib.sha256(data).hexdigest()) for name, data in finished]


def _saved(pdf: pikepdf.Pdf) -> bytes:
    import pikepdf

    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, force_version="1.7")
    return out.getvalue()
