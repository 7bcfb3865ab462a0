"""Gathering what a packet names: papers drafted or read, exhibits opened, and what is missing among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from nolle.facts.casefile import CaseFile

from .clean import hidden_layers
from .drafting import Drafter
from .errors import PacketError, Refused
from .look import opened as looked_at
from .look import plain
from .opened import Opened, open_any
from .plan import Exhibit, Packet, Paper
from .privilege import Letters, doubted_legend, kind_within, refuse_kind, refuse_legend
from .sections import Leaf, Section, Work

LAST = ("proposed_order", "certificate_of_service")
"""Papers that stand after the exhibits, in this order (ICPM ch. 3.3(c)(1))."""

_TITLES = {"proposed_order": "Proposed order", "certificate_of_service": "Certificate of service"}
_COURT = re.compile(r"executive\s+office\s+(?:for|of)\s+immigration\s+review", re.IGNORECASE)
_ORDER = re.compile(r"(proposed\]?\s+order|order\s+of\s+the\s+immigration\s+judge)", re.IGNORECASE)
_SERVICE = re.compile(r"(certificate|proof)\s+of\s+service|serv(ed|ice)\b.{0,80}\bECAS", re.IGNORECASE | re.DOTALL)
_CERTIFIES = re.compile(r"certif|true and (accurate|correct|complete)", re.IGNORECASE)


def papers(work: Work, case: CaseFile | None, on: date, drafter: Drafter, folder: Path) -> list[Section]:
    """The papers in order, those that stand last at the end."""
    front: list[Section] = []
    last: list[tuple[int, Section]] = []
    for number, paper in enumerate(work.packet.papers):
        work.say(paper.name)
        refuse_kind(paper.kind, paper.name)
        file, title, kind = _paper_file(work, paper, case, on, drafter, folder)
        leaf = _leaf(work, file, paper.name, "")
        if file == paper.file:
            _not_final(work, leaf)
        kind = kind or _guessed(leaf.text, len(leaf.opened.pdf.pages))
        title = _TITLES.get(kind or "") or title
        if title is None:
            title = work.packet.title if number == 0 else _stem(paper.name)
        place = _place(work, kind, number)
        leaf.title = title
        section = Section(title, "last" if place is not None else "paper", [leaf])
        if place is None:
            front.append(section)
        else:
            last.append((place, section))
    return [*front, *(section for _, section in sorted(last, key=lambda one: one[0]))]


def _paper_file(
    work: Work, paper: Paper, case: CaseFile | None, on: date, drafter: Drafter, folder: Path
) -> tuple[Path, str | None, str | None]:
    if paper.file is not None and paper.text is None:
        from nolle.papers.approve import changed

        try:
            problem = changed(paper.file)
        except ValueError as error:
            raise PacketError(f"{work.packet.file}: {error}") from None
        if problem:
            raise PacketError(f"{work.packet.file}: {problem} Restore it, or approve the changed text.")
        return paper.file, None, paper.kind
    assert paper.kind is not None
    try:
        about = motion_of(work.packet, paper.kind)
        made = drafter(paper, case, on, packet=work.packet, about=about, folder=folder)
    except ValueError as error:
        raise PacketError(f"{work.packet.file}: {paper.kind} cannot be drafted: {error}") from None
    if not made.approved:
        work.drafts.append(paper.name)
    if made.note is not None:
        work.notes.append(made.note)
    for words in made.lacks:
        # An approved text has no gap; what it lacks is that the text beside it was edited since.
        said = words if made.approved else f"a gap is left in it: {words}"
        work.lack("missing-section", made.title, said, "fill it in the case file, or in the text")
    return made.file, made.title, paper.kind


def motion_of(packet: Packet, kind: str) -> str | None:
    """The motion that an order or a certificate of service goes with, as drafting names it."""
    if kind not in LAST:
        return None
    motions = (one for one in packet.papers if one.kind and one.kind.startswith(("joint_motion", "motion_")))
    first = next(motions, None)
    return None if first is None else ".".join(part for part in (first.kind, first.variant) if part)


def _place(work: Work, kind: str | None, number: int) -> int | None:
    """Where a paper stands after the exhibits; ``None``: before them."""
    if kind in LAST:
        return len(LAST) + LAST.index(kind)
    follows = kind is not None and kind.startswith(("joint_motion", "motion_"))
    return 0 if number and follows and to_whom(work.packet) == "opla" else None


def _guessed(words: str, pages: int) -> str | None:
    head = " ".join(words[:1500].split())
    if pages > 3:
        return None
    if re.search(r"(certificate|proof)\s+of\s+service", head[:900], re.IGNORECASE) and not _ORDER.search(head[:400]):
        return "certificate_of_service"
    return "proposed_order" if _ORDER.search(head) and re.search(r"granted|ordered", words, re.IGNORECASE) else None


def to_whom(packet: Packet) -> str:
    """``court`` or ``opla``, as said, or as the first paper's kind has it."""
    if packet.to is not None:
        return packet.to
    first = packet.papers[0].kind if packet.papers else None
    if first is None:
        return "court"
    from nolle.papers.kinds import UnknownKind, kind

    try:
        return "opla" if kind(first).audience in ("opla", "agency") else "court"
    except UnknownKind:
        return "court"


def tab(work: Work, exhibit: Exhibit) -> Section:
    """The leaves behind one tab, and what is still wanting there.

    Raises:
        Refused: a file cannot go in; the sentence names its tab too, because many folders hold a ``scan.pdf``.
    """
    try:
        return _tab(work, exhibit)
    except Refused as error:
        raise Refused(error.file, error.why, error.remedy, exhibit.tab) from None


def _tab(work: Work, exhibit: Exhibit) -> Section:
    where = f"Tab {exhibit.tab}"
    refuse_kind(exhibit.kind, exhibit.files[0].name)
    leaves = []
    for number, file in enumerate(exhibit.files, 1):
        title = exhibit.description if len(exhibit.files) == 1 else f"{exhibit.description} ({number})"
        leaf = _leaf(work, file, file.name, "Original" if exhibit.translation else title, unlock=exhibit.unlock)
        leaf.turn = exhibit.turn
        _not_final(work, leaf)
        leaves.append(leaf)
    if exhibit.date is None:
        work.lack("missing-section", where, "the exhibit has no date", 'write date = 2023-03-06, or date = "undated"')
    if exhibit.language is None:
        work.lack("translation", where, "the language of the exhibit is not said", 'write language = "en", or "es" ...')
    if exhibit.foreign and exhibit.translation is None:
        work.lack(
            "translation",
            where,
            f"it is in {exhibit.language} and has no English translation (8 CFR 1003.33)",
            'name it: translation = "....pdf"',
        )
    if exhibit.foreign and exhibit.certificate is None:
        work.lack(
            "translation",
            where,
            f"it is in {exhibit.language} and has no certificate of translation (8 CFR 1003.33)",
            'name it: certificate = "....pdf"',
        )
    if exhibit.translation is not None:
        leaves.append(_leaf(work, exhibit.translation, exhibit.translation.name, "English translation"))
    if exhibit.certificate is not None:
        leaf = _leaf(work, exhibit.certificate, exhibit.certificate.name, "Certificate of translation")
        if leaf.text.strip() and not _CERTIFIES.search(leaf.text):
            name = exhibit.certificate.name
            work.lack(
                "translation", where, f"{name} does not read like a certificate", "name the translator's certificate"
            )
        leaves.append(leaf)
    return Section(exhibit.description, "tab", leaves, exhibit)


def _leaf(work: Work, file: Path, name: str, title: str, *, unlock: bool = False) -> Leaf:
    """A file opened, and refused if it may not leave."""
    work.say(name)
    made = open_any(file, unlock=unlock)
    refuse_kind(kind_within(made.pdf), name)
    work.notes += [f"{name} {note}." for note in made.notes]
    if hidden_layers(made.pdf):
        work.notes.append(f"{name} has a hidden layer: it stays hidden but is in the file; print it to a new PDF.")
    words = _words(made, name)
    if found := doubted_legend(words):
        look = "see that it is no letter between attorney and client"
        work.notes.append(f'{name} says that it may be privileged ("{found}"): {look}.')
    return Leaf(title, made, name, words)


def _not_final(work: Work, leaf: Leaf) -> None:
    """A draft of this house, named as if it were a finished file."""
    from nolle.papers.render import MARKED, TOP

    said = " ".join(leaf.text.split())
    if any(words in said for words in (*MARKED.values(), TOP)):
        work.drafts.append(leaf.name)
        work.notes.append(f"{leaf.name} says within that it is a draft.")


def _words(made: Opened, name: str) -> str:
    """The text of a file's first and last pages. Every page is read for what may not leave: scans are often joined."""
    texts = []
    letters = Letters(name)
    with looked_at(plain(made.pdf)) as document:
        count = len(document)
        for number in range(count):
            page = document[number]
            text = page.get_textpage()
            words = text.get_text_range(count=min(text.count_chars(), 20_000))
            refuse_legend(words, name)
            letters.refuse(words)
            if number < 6 or number >= count - 2:
                texts.append(words)
            text.close()
            page.close()
    return "\n".join(texts)


def complete(work: Work, sections: Sequence[Section]) -> None:
    """What a filing with the court needs beside its motion."""
    packet, titles = work.packet, " ".join(section.title.lower() for section in sections)
    if to_whom(packet) != "court" or not packet.papers:
        return
    texts = [leaf.text for section in sections if section.role != "tab" for leaf in section.leaves]
    motion = "motion" in packet.title.lower() or "motion" in titles
    if motion and not any(_ORDER.search(text) for text in texts):
        fix = 'add [[paper]] kind = "proposed_order", or file = "order.pdf"'
        work.lack("missing-section", "packet", "the motion has no proposed order (ICPM ch. 5.2(b))", fix)
    if "joint" not in packet.title.lower() and not any(_SERVICE.search(text) for text in texts):
        fix = 'add [[paper]] kind = "certificate_of_service"; in an ECAS case its statement of service'
        work.lack("missing-section", "packet", "there is no certificate or statement of service (8 CFR 1003.32)", fix)


def wants_cover(packet: Packet, sections: Sequence[Section]) -> bool:
    """A filing with the court begins with a cover page; a motion may bring its own, a letter needs none."""
    first = sections[0]
    if first.role == "tab":
        return True
    if to_whom(packet) != "court":
        return False
    return _COURT.search(first.leaves[0].text[:3000]) is None


def _stem(name: str) -> str:
    """A title from a file's name: ``opla-agreement.pdf`` as ``Opla agreement``."""
    words = re.sub(r"[-_.]+", " ", Path(name).stem).strip()
    return words[:1].upper() + words[1:]
