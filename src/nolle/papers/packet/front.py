"""The packet's own sheets, filled in: page numbers settled first, because the index prints them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from nolle.facts.casefile import CaseFile

from .caption import Caption, caption
from .errors import PacketError
from .plan import Exhibit, Packet
from .sections import Section, Span
from .sheets import gap, sheets

if TYPE_CHECKING:
    import pikepdf


def laid_out(
    packet: Packet, case: CaseFile | None, cover: Caption | None, sections: list[Section]
) -> tuple[pikepdf.Pdf, int, int]:
    """Page numbers for every section, and the packet's own sheets; the index is set until its length is settled."""
    front = [section for section in sections if section.role == "paper"]
    index_at = (cover is not None) + sum(len(leaf.opened.pdf.pages) for section in front for leaf in section.leaves)
    count = 1 if packet.exhibits else 0
    for _ in range(4):
        _paginate(sections, cover is not None, count)
        made = _own_sheets(packet, case, cover, sections, index_at)
        tabs = sum(1 for section in sections if section.role == "tab")
        found = len(made.pages) - (cover is not None) - tabs
        if found == count:
            return made, index_at, count
        count = found
    raise PacketError(f"{packet.file}: the index does not settle: shorten the longest descriptions.")


def _paginate(sections: list[Section], cover: bool, index: int) -> None:
    at = 1 + cover
    seen_index = False
    for section in sections:
        if section.role != "paper" and not seen_index:
            at, seen_index = at + index, True
        first = at
        at += section.role == "tab"
        for leaf in section.leaves:
            pages = len(leaf.opened.pdf.pages)
            leaf.span = Span(at, at + pages - 1)
            at += pages
        section.span = Span(first, at - 1)


def _own_sheets(
    packet: Packet, case: CaseFile | None, cover: Caption | None, sections: list[Section], index_at: int
) -> pikepdf.Pdf:
    """Cover, tab sheets, then the index: only the index may take more than one page."""
    import pikepdf

    wanted: list[dict[str, Any]] = [_cover(cover, packet.title)] if cover else []
    wanted += [_tab_sheet(section) for section in sections if section.role == "tab"]
    made = sheets(*wanted) if wanted else None
    if made is not None and len(made.pages) != len(wanted):
        longest = max((len(one.description), one.tab) for one in packet.exhibits) if packet.exhibits else (0, "")
        which = f"the description of Tab {longest[1]}" if longest[0] > len(packet.title) else "the title"
        raise PacketError(f"{packet.file}: a cover or tab sheet runs over one page: shorten {which}.")
    index = index_of(packet, case, cover, sections, index_at, ()) if packet.exhibits else None
    if made is None:
        # Papers alone to the government's office: no cover, no tab, no index.
        return pikepdf.new() if index is None else index
    if index is not None:
        made.pages.extend(index.pages)
    return made


def _cover(it: Caption, title: str) -> dict[str, Any]:
    return {
        "kind": "cover",
        "counsel": it.counsel,
        "flags": it.flags,
        "court": it.court,
        "respondents": it.respondents,
        "proceedings": it.proceedings,
        "judge": it.judge,
        "hearing": it.hearing,
        "title": title,
        "subtitle": None,
    }


def _tab_sheet(section: Section) -> dict[str, Any]:
    assert section.exhibit is not None
    exhibit = section.exhibit
    return {
        "kind": "tab",
        "tab": exhibit.tab,
        "description": exhibit.description,
        "date": exhibit.date if exhibit.date not in (None, "undated") else "",
        "below": _below(section),
    }


def _language(exhibit: Exhibit) -> Any:
    if exhibit.language is None:
        return gap("language")
    translated = exhibit.foreign and exhibit.translation is not None and exhibit.certificate is not None
    return f"{exhibit.language}, with English translation" if translated else exhibit.language


def _below(section: Section) -> list[str]:
    """What a tab holds besides one English document, with its pages; and what was converted."""
    exhibit, leaves = section.exhibit, section.leaves
    assert exhibit is not None
    lines = []
    if exhibit.translation is not None or exhibit.certificate is not None or exhibit.foreign:
        count = len(exhibit.files)
        original = Span(leaves[0].span.first, leaves[count - 1].span.last)
        language = exhibit.language or "another language"
        lines.append(f"Original in {language}: {_pages(original)}")
        lines += [f"{leaf.title}: {_pages(leaf.span)}" for leaf in leaves[count:]]
    if any(leaf.opened.converted for leaf in leaves):
        lines.append("Converted to PDF from a Word file; its layout may differ from the original")
    return lines


def _pages(span: Span) -> str:
    return f"page {span}" if span.first == span.last else f"pages {span}"


def index_of(
    packet: Packet,
    case: CaseFile | None,
    cover: Caption | None,
    sections: Sequence[Section],
    index_at: int,
    labels: Sequence[str],
) -> pikepdf.Pdf:
    rows = []
    for number, section in enumerate(sections):
        exhibit = section.exhibit
        if exhibit is None:
            continue
        rows.append(
            {
                "tab": exhibit.tab,
                "description": exhibit.description,
                "date": exhibit.date or gap("date"),
                "pages": str(section.span),
                "part": labels[number] if labels else None,
                "language": _language(exhibit),
                "source": exhibit.source,
                "lines": _below(section),
            }
        )
    papers = [{"title": "Cover page", "pages": "1"}] if cover else []
    papers += [{"title": s.title, "pages": str(s.span)} for s in sections if s.role != "tab"]
    about = cover or caption(case, packet.title)
    it = {"kind": "index", "title": packet.title, "matter": about.matter, "papers": papers, "exhibits": rows}
    return sheets(it)
