"""``packet.toml``: what goes into a packet, in which order.

title = "Joint Motion to Dismiss Without Prejudice"
case = "case.toml"
first_tab = "A"
releases = "releases.toml"        # optional: facts held back that may be told
drafts = "drafts"                 # optional: a folder of papers drafted for this packet, edited and approved

[[paper]]
kind = "joint_motion_dismiss"     # drafted from the case; or: file = "motion.pdf", with or without a kind
variant = "joint"                 # optional: another form of the paper
asking = "closure"                # optional: the form of discretion asked for

[[paper]]
kind = "pd_request"
file = "request.md"               # counsel's text of a paper, set as a draft

[[exhibit]]
file = "acta.pdf"                 # or a list of files
description = "Birth certificate of the respondent"
date = 1988-04-20                 # or "1988-04", "undated"
language = "es"
translation = "acta-en.pdf"
certificate = "acta-certificate.pdf"
source = "Civil registry"         # optional
proves = ["person.birth_date"]    # optional: the facts it proves, for the pin cites of drafted papers
turn = 90                         # optional: turn every page clockwise
unlock = true                     # optional: the PDF is locked against changes, and copying it is allowed
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal
from unicodedata import normalize

from nolle.facts.formats import Malformed, Node, writer

from .errors import PacketError
from .languages import known_code, language_name
from .tabs import letter_of, number_of

LARGEST = 1_000_000
"""Bytes in one packet.toml."""

MOST_EXHIBITS = 500

MADE_HERE = frozenset({"evidence_index"})
"""Kinds the packet makes itself, because only it knows the page numbers."""

_TOP = ("title", "case", "first_tab", "to", "releases", "drafts", "paper", "exhibit")
_PAPER = ("kind", "file", "lang", "variant", "asking")
_EXHIBIT = (
    "file",
    "description",
    "date",
    "language",
    "translation",
    "certificate",
    "source",
    "turn",
    "unlock",
    "kind",
    "proves",
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the packet: drafted from the case (``kind`` alone), or a file, whose kind may be said."""

    kind: str | None
    file: Path | None
    lang: str
    variant: str | None = None
    asking: str | None = None

    @property
    def text(self) -> Path | None:
        """The file, where it is a paper's Markdown."""
        return self.file if self.file is not None and self.file.suffix.lower() == ".md" else None

    @property
    def name(self) -> str:
        """What errors call it."""
        return self.file.name if self.file is not None else str(self.kind)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What lies behind one tab. ``date`` and ``language`` are as they will be printed; ``None``: not said."""

    tab: str
    files: tuple[Path, ...]
    description: str
    date: str | None
    language: str | None
    translation: Path | None
    certificate: Path | None
    source: str | None
    turn: int
    unlock: bool
    kind: str | None = None
    proves: tuple[str, ...] = ()

    @property
    def foreign(self) -> bool:
        """Whether it is said to be in another language than English."""
        return self.language is not None and self.language != "English"


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet as planned. ``to`` is ``court`` or ``opla``; ``None`` leaves it to the papers."""

    file: Path
    title: str
    case: Path | None
    to: Literal["court", "opla"] | None
    papers: tuple[Paper, ...]
    exhibits: tuple[Exhibit, ...]
    releases: Path | None = None
    drafts: Path | None = None

    @property
    def sources(self) -> Iterator[tuple[str, Path]]:
        """Every file it is made from, with what it is there; no output may be written over one."""
        yield "the packet", self.file
        yield from (("the case", one) for one in (self.case,) if one is not None)
        yield from (("the releases", one) for one in (self.releases,) if one is not None)
        yield from (("a paper", paper.file) for paper in self.papers if paper.file is not None)
        for exhibit in self.exhibits:
            behind = (*exhibit.files, exhibit.translation, exhibit.certificate)
            yield from ((f"Tab {exhibit.tab}", one) for one in behind if one is not None)


def read_packet(path: str | Path) -> Packet:
    """Read a ``packet.toml``; files named in it are sought from its own folder.

    Raises:
        PacketError: for anything that cannot be used, with file, line, field, what was found and what to write.
    """
    file = Path(path)
    try:
        with file.open("rb") as handle:
            data = handle.read(LARGEST + 1)
    except OSError as error:
        raise PacketError(f"{path} cannot be opened ({error.strerror}): check its name and its permissions.") from None
    if len(data) > LARGEST:
        raise PacketError(f"{path} is larger than {LARGEST:,} bytes: a packet.toml only names papers and exhibits.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PacketError(f"{path} is not plain text in UTF-8: save it again as UTF-8.") from None
    try:
        root = writer("toml").parse(text)
    except Malformed as error:
        line = text.count("\n", 0, error.offset) + 1
        raise PacketError(f"{path}, line {line}: {error.what}: {error.accepted}.") from None
    return _Reader(file, text).packet(root)


class _Reader:
    """Reads one document, and knows where an error stands."""

    def __init__(self, file: Path, text: str) -> None:
        self.file, self.text = file, text

    def packet(self, root: Node) -> Packet:
        top = self._table(root, _TOP, "the packet")
        title = self._text(root, top, "title", "the packet")
        if title is None:
            raise self._error(root, "title", "is missing", 'write title = "Joint Motion to Dismiss Without Prejudice"')
        to = self._text(root, top, "to", "the packet")
        if to is not None and to not in ("court", "opla"):
            raise self._error(top["to"], "to", f'is "{to}"', 'write "court" or "opla"')
        papers = tuple(self._paper(node) for node in self._rows(top, "paper"))
        exhibits = tuple(self._exhibits(top))
        if not papers and not exhibits:
            raise self._error(root, "paper", "is missing, and so is exhibit", "name a [[paper]] or an [[exhibit]]")
        case = self._file(top, "case", "the packet")
        releases = self._file(top, "releases", "the packet")
        drafts = self._text(root, top, "drafts", "the packet")
        wanting = next((paper for paper in papers if paper.file is None), None)
        if wanting is not None and case is None:
            remedy = 'write case = "case.toml", or name the finished paper with file = "..."'
            raise self._error(root, "case", f"is missing, and {wanting.kind} is drafted from it", remedy)
        folder = self.file.parent / drafts if drafts is not None else None
        if folder is not None and folder.exists() and not folder.is_dir():
            raise self._error(top["drafts"], "drafts", "names a file", "name the folder in which the drafts lie")
        return Packet(self.file, title, case, to, papers, exhibits, releases, folder)  # type: ignore[arg-type]

    def _paper(self, node: Node) -> Paper:
        row = self._table(node, _PAPER, "[[paper]]")
        kind, file = self._text(node, row, "kind", "paper"), self._file(row, "file", "paper")
        if kind is None and file is None:
            raise self._error(
                node, "paper", "has neither kind nor file", 'write kind = "motion_terminate" or file = "x.pdf"'
            )
        if kind is not None and file is not None:
            self._known(row["kind"], kind)
        if kind in MADE_HERE:
            raise self._error(node, "paper.kind", f'is "{kind}"', "take it out: the packet makes its own index")
        lang = self._text(node, row, "lang", "paper") or "en"
        if lang not in ("en", "es"):
            raise self._error(row["lang"], "paper.lang", f'is "{lang}"', 'write "en" or "es"')
        variant, asking = self._text(node, row, "variant", "paper"), self._text(node, row, "asking", "paper")
        paper = Paper(kind, file, lang, variant, asking)
        if paper.text is not None and kind is None:
            raise self._error(row["file"], "paper.file", "is a text without its kind", 'write kind = "pd_request" too')
        return paper

    def _known(self, node: Node, kind: str) -> None:
        """A finished paper's kind decides where it stands and whether it may leave at all."""
        from nolle.papers.kinds import UnknownKind
        from nolle.papers.kinds import kind as known

        from .privilege import KINDS

        try:
            if kind.partition(".")[0] not in KINDS:
                known(kind.partition(".")[0])
        except UnknownKind as error:
            raise PacketError(f"{self.file}, line {self._line(node)}, paper.kind: {error}") from None

    def _exhibits(self, top: Mapping[str, Node]) -> Iterator[Exhibit]:
        first = top.get("first_tab")
        try:
            start = number_of(_said(first.value).strip('"')) if first is not None else 0
        except ValueError as error:
            assert first is not None
            raise PacketError(f"{self.file}, line {self._line(first)}, first_tab: {error}.") from None
        rows = self._rows(top, "exhibit")
        if len(rows) > MOST_EXHIBITS:
            raise self._error(rows[0], "exhibit", f"comes {len(rows)} times", f"bind at most {MOST_EXHIBITS} at a time")
        for number, node in enumerate(rows, start):
            yield self._exhibit(node, letter_of(number))

    def _exhibit(self, node: Node, tab: str) -> Exhibit:
        where = f"exhibit {tab}"
        row = self._table(node, _EXHIBIT, where)
        if "file" not in row:
            raise self._error(node, f"{where}.file", "is missing", 'write file = "name.pdf"')
        named = row["file"].value
        nodes = named if isinstance(named, list) else [row["file"]]
        if not nodes:
            raise self._error(row["file"], f"{where}.file", "is an empty list", "name at least one file")
        description = self._text(node, row, "description", where)
        if description is None:
            raise self._error(
                node, f"{where}.description", "is missing", "say what the exhibit is, as the index prints it"
            )
        language = self._text(node, row, "language", where)
        if language is not None and not known_code(language):
            found = f'is "{language}", the code of no language here'
            raise self._error(
                row["language"], f"{where}.language", found, 'write its name in English, or a code such as "es"'
            )
        turn = row["turn"].value if "turn" in row else 0
        if turn not in (0, 90, 180, 270) or not isinstance(turn, int) or isinstance(turn, bool):
            raise self._error(row["turn"], f"{where}.turn", f"is {_said(turn)}", "write 90, 180 or 270 (clockwise)")
        unlock = row["unlock"].value if "unlock" in row else False
        if not isinstance(unlock, bool):
            raise self._error(row["unlock"], f"{where}.unlock", f"is {_said(unlock)}", "write true or false")
        files = tuple(self._path(one, f"{where}.file") for one in nodes)
        for key in ("translation", "certificate"):
            if key in row and self._path(row[key], f"{where}.{key}") in files:
                raise self._error(row[key], f"{where}.{key}", "is the exhibit itself", f"name the file of its {key}")
        return Exhibit(
            tab=tab,
            files=files,
            description=description,
            date=self._date(row, where),
            language=None if language is None else language_name(language),
            translation=self._file(row, "translation", where),
            certificate=self._file(row, "certificate", where),
            source=self._text(node, row, "source", where),
            turn=turn,
            unlock=unlock,
            kind=self._text(node, row, "kind", where),
            proves=tuple(self._facts(row, where)),
        )

    def _facts(self, row: Mapping[str, Node], where: str) -> Iterator[str]:
        from nolle.facts.vocabulary import UnknownFact, sensitivity_of

        node = row.get("proves")
        if node is None:
            return
        if not isinstance(node.value, list):
            raise self._error(node, f"{where}.proves", "is not a list", 'write proves = ["person.birth_date"]')
        for one in node.value:
            try:
                sensitivity_of(str(one.value))
            except UnknownFact as error:
                words = f"{error}: write the name of a fact, such as person.birth_date"
                raise PacketError(f"{self.file}, line {self._line(one)}, {where}.proves: {words}.") from None
            yield str(one.value)

    def _date(self, row: Mapping[str, Node], where: str) -> str | None:
        if "date" not in row:
            return None
        value = row["date"].value
        if isinstance(value, date):
            return printed(value)
        written = value.strip() if isinstance(value, str) else ""
        if not written:
            raise self._error(row["date"], f"{where}.date", "is not a date", 'write 2023-03-06, "2023-03" or "undated"')
        try:
            return printed(date.fromisoformat(written))
        except ValueError:
            told = _month(written)
        if told == written and _AS_DATE.fullmatch(written):
            remedy = 'write 2023-03-06, "2023-03" or "undated"'
            raise self._error(row["date"], f"{where}.date", f'is "{written}", which is no day or month', remedy)
        return told

    def _rows(self, top: Mapping[str, Node], key: str) -> list[Node]:
        node = top.get(key)
        if node is None:
            return []
        if not isinstance(node.value, list):
            raise self._error(node, key, "is not a list", f"write [[{key}]] with two brackets")
        return node.value

    def _table(self, node: Node, known: tuple[str, ...], where: str) -> dict[str, Node]:
        if not isinstance(node.value, dict):
            raise self._error(node, where, "is not a table", f"write {where} with its own keys beneath")
        for key, value in node.value.items():
            if key not in known:
                raise self._error(value, key, f"is nothing {where} has", f"it takes {', '.join(known)}")
        return node.value

    def _text(self, _: Node, row: Mapping[str, Node], key: str, where: str) -> str | None:
        node = row.get(key)
        if node is None:
            return None
        if not isinstance(node.value, str) or not node.value.strip():
            raise self._error(node, f"{where}.{key}", "is not a text", f'write {key} = "..." or take the line out')
        return " ".join(node.value.split())

    def _file(self, row: Mapping[str, Node], key: str, where: str) -> Path | None:
        return self._path(row[key], f"{where}.{key}") if key in row else None

    def _path(self, node: Node, field: str) -> Path:
        value: Any = node.value
        if not isinstance(value, str) or not value.strip() or "\0" in value:
            raise self._error(node, field, "is not the name of a file", 'write "name.pdf"')
        path = self.file.parent / value
        try:
            if path.is_file():
                return path
            what = "names a folder" if path.is_dir() else f'names "{value}", which is not there'
            alike = _alike(path)
        except OSError as error:
            what = f'names "{value[:60]}", which cannot be looked up ({error.strerror})'
            raise self._error(node, field, what, "check the name, and the permissions of its folder") from None
        if alike is not None and normalize("NFC", alike.name) == normalize("NFC", path.name):
            return alike
        remedy = f"check the spelling; files are sought from {self.file.parent}"
        raise self._error(node, field, what, remedy if alike is None else f'there is "{alike.name}"; write that')

    def _error(self, node: Node, field: str, found: str, accepted: str) -> PacketError:
        return PacketError(f"{self.file}, line {self._line(node)}, {field} {found}: {accepted}.")

    def _line(self, node: Node) -> int:
        return self.text.count("\n", 0, node.at) + 1


def _alike(path: Path) -> Path | None:
    """The file beside it whose name differs in capitals alone, or in how its accents are stored (macOS parts them)."""
    wanted = normalize("NFC", path.name).casefold()
    beside = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    return next((one for one in beside if normalize("NFC", one.name).casefold() == wanted and one.is_file()), None)


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def printed(day: date) -> str:
    """A day as papers print it: ``March 6, 2023``."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


_AS_DATE = re.compile(r"\d{4}-\d{1,2}(-\d{1,2})?")


def _said(value: Any) -> str:
    """A value as an error shows it."""
    if isinstance(value, str):
        return f'"{value[:40]}"'
    return "a list" if isinstance(value, list) else "a table" if isinstance(value, dict) else str(value)


def _month(written: str) -> str:
    """``2023-03`` as March 2023; anything else as it was written."""
    year, _, month = written.partition("-")
    if len(year) == 4 and year.isdigit() and month.isdigit() and 1 <= int(month) <= 12 and len(month) == 2:
        return f"{MONTHS[int(month) - 1]} {year}"
    return written
