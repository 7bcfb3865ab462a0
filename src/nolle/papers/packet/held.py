"""Addresses and names held back that stand in a packet's own words, its papers or, where nobody may know, its exhibits.

The check of the finished PDF looks further: at every page and at days. Here a packet is kept from being approved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nolle.facts.casefile import CaseFile

from .sections import Section, Work


def held(work: Work, case: CaseFile | None, sections: Sequence[Section]) -> None:
    """Note what stands in the packet although it is held back; without a case nothing can be found.

    Raises:
        PaperError: the packet's releases cannot be read.
    """
    if case is None:
        return
    from nolle.papers.check.protected import EVERYWHERE, FIX, bare, held_places
    from nolle.papers.files import read_releases

    released = {one.fact for one in read_releases(work.packet.releases)} if work.packet.releases else set()
    places = list(held_places(case, released))
    for where, text, exhibit in _told(work, sections) if places else ():
        flat = bare(text)
        for fact, wanted, message in places:
            if wanted in flat and (not exhibit or fact in EVERYWHERE):
                work.lack("protected-fact", where, message.rstrip("."), FIX.rstrip("."))


def _told(work: Work, sections: Sequence[Section]) -> Iterator[tuple[str, str, bool]]:
    """Where, the words, and whether they are an exhibit's own."""
    yield "title", work.packet.title, False
    for section in sections:
        exhibit = section.exhibit
        if exhibit is not None:
            yield f"Tab {exhibit.tab}", f"{exhibit.description}\n{exhibit.source or ''}", False
        for leaf in section.leaves:
            if exhibit is None:
                # The title is a bookmark, and may be the name of the file.
                yield leaf.name, f"{section.title}\n{leaf.text}", False
            else:
                yield f"Tab {exhibit.tab}, {leaf.name}", leaf.text, True
