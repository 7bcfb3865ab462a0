"""Case files: one case told in TOML, JSON or YAML (``nolle.case/1``).

``schema`` and ``complete`` come first, then one table an entity (``[person]``, ``[case]``), one a form
(``[filing.i130]``), and one a row of a list (``[[relative]]``). ``[party]`` and ``[court]`` hold what papers need
and no rule may read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from nolle.logic.known import NOT_ASKED, Cell

from .cells import Wrong, closest, read_cell
from .errors import SHOWN, CaseFileError, Problem, show
from .formats import FORMATS, Format, Malformed, Node, format_of, writer
from .record import CaseFacts, FactRow
from .vocabulary import EntityInfo, Field, vocabulary

SCHEMA = "nolle.case/1"
LARGEST = 1_000_000
"""Bytes in one case file. A long one has twenty thousand."""

_SCHEMA_LINE: Mapping[Format, str] = {
    "toml": f'schema = "{SCHEMA}"',
    "json": f'"schema": "{SCHEMA}",',
    "yaml": f"schema: {SCHEMA}",
}
_ID = re.compile(r"[\w-]{1,64}")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]|\r(?!\n)")
_WORKED_OUT = {
    "derived": "what follows from other facts is worked out: write the facts themselves, such as [[entry]] and person",
    "law": "the law of the day is worked out from the date and the circuit: write case.circuit and ask with a date",
}


@dataclass(frozen=True, slots=True)
class CaseFile(CaseFacts):
    """A case file as read: its facts, what is for papers only, and its own text, so that it can be written back.

    ``name`` is what errors call the file; ``bom`` says that it began with a byte order mark.
    """

    name: str = "case.toml"
    format: Format = "toml"
    text: str = field(default="", repr=False)
    bom: bool = False
    for_papers: Mapping[str, Cell] = field(default_factory=dict, repr=False)

    def party(self, fact: str) -> Cell:
        """A fact for papers: ``full_name``, or in full ``party.full_name``, ``court.judge``. No rule reads these."""
        return self.for_papers.get(fact if "." in fact else f"party.{fact}", NOT_ASKED)


def read_case(path: str | Path, *, today: date | None = None) -> CaseFile:
    """Read a case file; its name says the format.

    Args:
        path: a file ending in ``.toml``, ``.json``, ``.yaml`` or ``.yml``.
        today: where given, a fact recorded after this day is refused.

    Raises:
        CaseFileError: for anything that cannot be read, with every field that is to be fixed.
    """
    name = str(path)
    form = format_of(name)
    if form is None:
        raise _refuse(name, "a case file is TOML, JSON or YAML", "give it a name ending in .toml, .json or .yaml")
    try:
        file = Path(path)
        if file.is_dir():
            raise _refuse(name, "this is a folder", "name a file in it")
        if not file.is_file():
            raise _refuse(name, "there is no such file", "check the spelling and the folder")
        with file.open("rb") as handle:
            data = handle.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, CaseFileError):
            raise
        why = error.strerror or "not readable" if isinstance(error, OSError) else "not a file name"
        raise _refuse(name, f"the file cannot be opened ({why})", "check its name and its permissions") from None
    return parse_case(data, form, name=name, today=today)


def parse_case(text: str | bytes, format: Format, *, name: str | None = None, today: date | None = None) -> CaseFile:
    """Read the text of a case file.

    Args:
        text: the document; bytes are read as UTF-8.
        format: ``toml``, ``json`` or ``yaml``.
        name: what errors call it.
        today: where given, a fact recorded after this day is refused.

    Raises:
        CaseFileError: for anything that cannot be read, with every field that is to be fixed.
    """
    if format not in FORMATS:
        raise ValueError(f"a case file is toml, json or yaml, not {format!r}")
    name = name or f"case.{format}"
    if len(text) > LARGEST:
        raise _refuse(
            name, f"the file is larger than {LARGEST:,} bytes", "a case file holds one case; was it another file?"
        )
    if isinstance(text, bytes):
        text = _decode(text, name)
    bom = text.startswith("\ufeff")
    text = text.removeprefix("\ufeff")
    if unseen := _UNSEEN.search(text):
        what = f"a control character (U+{ord(unseen[0]):04X}) stands here"
        raise _at(name, text, Malformed(what, "take it out; a case file is plain text", unseen.start()))
    try:
        root = writer(format).parse(text) if text.strip() else Node(None, 0, 0, 0)
    except Malformed as error:
        raise _at(name, text, error) from None
    if root.value is None:
        raise _refuse(name, "the file is empty", f"start it with the line {_SCHEMA_LINE[format]}")
    return _Reader(name, format, text, bom, today).read(root)


def empty_case(format: Format = "toml", *, name: str | None = None) -> CaseFile:
    """A case of which nothing is told yet."""
    line = _SCHEMA_LINE[format]
    text = f"{{\n  {line.rstrip(',')}\n}}\n" if format == "json" else f"{line}\n"
    return parse_case(text, format, name=name)


def _decode(data: bytes, name: str) -> str:
    save = "save it as UTF-8 (in most editors: Save As, Encoding)"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:400].count(0) > len(data[:400]) // 4:
        raise _refuse(name, "the file is UTF-16 text", save)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        what = f"the byte 0x{data[error.start]:02X} is not UTF-8 text (perhaps the file is Windows-1252)"
        raise CaseFileError(name, [Problem(what, save, line=line, column=column)]) from None


def _refuse(name: str, what: str, accepted: str) -> CaseFileError:
    return CaseFileError(name, [Problem(what, accepted)])


def _at(name: str, text: str, error: Malformed) -> CaseFileError:
    line, column = _place(text, error.offset)
    return CaseFileError(name, [Problem(error.what, error.accepted, line=line, column=column)])


def _place(text: str, offset: int) -> tuple[int, int]:
    offset = min(offset, len(text))
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class _Reader:
    """One reading of one document: the problems met so far, and the facts."""

    def __init__(self, name: str, format: Format, text: str, bom: bool, today: date | None) -> None:
        self.name, self.format, self.text, self.bom, self.today = name, format, text, bom, today
        self.problems: list[tuple[int, Problem]] = []
        self.count = 0
        self.single: dict[str, Cell] = {}
        self.for_papers: dict[str, Cell] = {}
        self.lists: dict[str, list[FactRow]] = {}
        self.closed: frozenset[str] = frozenset()

    def read(self, root: Node) -> CaseFile:
        if not isinstance(root.value, dict):
            self._wrong(None, Wrong(root, f"the file holds {show(root.value)}", "it holds tables such as person"))
        else:
            self._check_schema(root)
        if not self.problems:
            for name, node in root.value.items():
                self._top(name, node)
        if self.problems:
            ordered = [problem for _, problem in sorted(self.problems, key=lambda pair: pair[0])]
            raise CaseFileError(self.name, ordered, self.count)
        return CaseFile(
            self.single,
            self.lists,
            self.closed,
            self.name,
            self.format,
            self.text,
            self.bom,
            MappingProxyType(self.for_papers),
        )

    def _check_schema(self, root: Node) -> None:
        schema = root.value.get("schema")
        line = _SCHEMA_LINE[self.format]
        if schema is None:
            self._wrong(
                "schema", Wrong(root, "the file does not say that it is a case file", f"add at the top: {line}")
            )
        elif schema.value != SCHEMA:
            what = f"{show(schema.value)} is not a schema that is read"
            self._wrong("schema", Wrong(schema, what, f"write {line}"))

    def _top(self, name: str, node: Node) -> None:
        if name == "schema" or node.value is None:
            return
        try:
            if name == "complete":
                self.closed = _complete(node)
                return
            info = vocabulary().get(name)
            if info is None:
                raise Wrong(
                    node,
                    f"there is no {show(name)} in a case file",
                    "names are singular, as in the vocabulary",
                    (name, [*vocabulary(), "complete", "schema"]),
                )
            if name in _WORKED_OUT:
                raise Wrong(node, f"{name} cannot be told", _WORKED_OUT[name])
        except Wrong as wrong:
            self._wrong(name, wrong)
            return
        if info.forms:
            self._filings(info, node)
        elif info.is_list:
            self._rows(info, name, node)
        else:
            cells = self._fields(info, name, node)
            home = self.single if info.for_rules else self.for_papers
            home.update((f"{name}.{key}", cell) for key, cell in cells.items())

    def _filings(self, info: EntityInfo, node: Node) -> None:
        example = self._header("filing.i130")
        if not isinstance(node.value, dict):
            self._wrong("filing", Wrong(node, f"filing is {show(node.value)}", f"write each form as {example}"))
            return
        for form, part in node.value.items():
            name = f"filing.{form}"
            if form not in info.forms:
                accepted = f"write each form as {example}"
                what = f"there is no form {show(form)}"
                if form in info.fields:
                    what = f"{form} stands outside any form"
                self._wrong(name, Wrong(part, what, accepted, (form, info.forms)))
            elif isinstance(part.value, dict):
                self._add(name, self._row(info, name, part, 1), set(), part)
            elif part.value is not None:
                self._rows(info, name, part)

    def _rows(self, info: EntityInfo, name: str, node: Node) -> None:
        if not isinstance(node.value, list):
            what = "a single table" if isinstance(node.value, dict) else show(node.value)
            self._wrong(name, Wrong(node, f"{name} is {what}", f"it is a list of rows: {self._rows_as(name)}"))
            return
        seen: set[str] = set()
        for place, part in enumerate(node.value, 1):
            if not isinstance(part.value, dict):
                what = f"a row of {name} is {show(part.value)}"
                self._wrong(f"{name}[{place}]", Wrong(part, what, f"write {self._rows_as(name)}"))
                continue
            self._add(name, self._row(info, name, part, place), seen, part)

    def _row(self, info: EntityInfo, name: str, node: Node, place: int) -> FactRow:
        id, main = str(place), False
        try:
            if "id" in node.value:
                id = _row_id(node.value["id"])
            if info.forms and "main" in node.value:
                mark = node.value["main"]
                if not isinstance(mark.value, bool):
                    raise Wrong(mark, f"main is {show(mark.value)}", "write main = true for the one that counts")
                main = mark.value
        except Wrong as wrong:
            self._wrong(f"{name}[{place}]", wrong)
        lead = name if info.forms and place == 1 and "id" not in node.value else f"{name}[{id}]"
        return FactRow(id, MappingProxyType(self._fields(info, lead, node)), main)

    def _add(self, name: str, row: FactRow, seen: set[str], node: Node) -> None:
        rows = self.lists.setdefault(name, [])
        if row.id in seen:
            at = node.value.get("id", node)
            self._wrong(
                f"{name}[{row.id}]", Wrong(at, f"the row {show(row.id)} is there twice", "give each row its own id")
            )
        if row.main and any(other.main for other in rows):
            self._wrong(f"{name}[{row.id}]", Wrong(node.value["main"], "two rows are marked main", "mark one"))
        seen.add(row.id)
        rows.append(row)

    def _fields(self, info: EntityInfo, lead: str, node: Node) -> dict[str, Cell]:
        cells: dict[str, Cell] = {}
        if not isinstance(node.value, dict):
            how = self._header(info.name)
            if isinstance(node.value, list):
                self._wrong(lead, Wrong(node, f"{lead} is a list of rows", f"there is only one: write {how}"))
            else:
                self._wrong(lead, Wrong(node, f"{lead} is {show(node.value)}", f"it is a table of facts: write {how}"))
            return cells
        row_keys = ("id", "main") if info.forms else ("id",) if info.is_list else ()
        for key, part in node.value.items():
            if key in row_keys:
                continue
            try:
                cell = read_cell(_field(info, key, part), part)
                if cell is not None:
                    if self.today and cell.on and cell.on > self.today:
                        at = part.value["on"]
                        raise Wrong(at, f"on is {cell.on}, which has not come", "give the day this was recorded")
                    cells[key] = cell
            except Wrong as wrong:
                self._wrong(f"{lead}.{key}", wrong)
        return cells

    def _header(self, name: str) -> str:
        entity, _, form = name.partition(".")
        if self.format == "toml":
            return f"[{name}]"
        if self.format == "json":
            return f'"{entity}": {{ "{form}": {{ ... }} }}' if form else f'"{entity}": {{ ... }}'
        return f"{entity}: with {form}: under it" if form else f"{entity}: with its facts under it"

    def _rows_as(self, name: str) -> str:
        if self.format == "toml":
            return f"[[{name}]], with two brackets, above each row"
        key = name.rpartition(".")[2]
        return f'"{key}": [ {{ ... }} ]' if self.format == "json" else f"{key}: and under it each row after a dash"

    def _wrong(self, field: str | None, wrong: Wrong) -> None:
        """Keep a problem; beyond what is shown only count it, for finding the nearest name takes time."""
        self.count += 1
        if len(self.problems) >= SHOWN:
            return
        what = wrong.what
        if wrong.near is not None:
            near = closest(*wrong.near)
            what = f"{what}; did you mean {near}?" if near else what
        line, column = _place(self.text, wrong.node.at)
        found = None if isinstance(wrong.node.value, (dict, list)) else show(wrong.node.value)
        self.problems.append((wrong.node.at, Problem(what, wrong.accepted, field, found, line, column)))


def _complete(node: Node) -> frozenset[str]:
    lists = [name for name, info in vocabulary().items() if info.is_list]
    if not isinstance(node.value, list):
        raise Wrong(node, f"complete is {show(node.value)}", 'write a list, such as complete = ["relative"]')
    names: list[str] = []
    for item in node.value:
        if not isinstance(item.value, str) or item.value not in lists:
            near = (item.value, lists) if isinstance(item.value, str) else None
            raise Wrong(item, f"{show(item.value)} is not a list", f"lists are {', '.join(lists)}", near)
        if item.value in names:
            raise Wrong(item, f"{show(item.value)} is named twice", "name each list once")
        names.append(item.value)
    return frozenset(names)


def _row_id(node: Node) -> str:
    value = node.value
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1_000_000:
        value = str(value)
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise Wrong(node, f"{show(value)} is not an id", "write letters, digits, - or _, such as ana")
    return value


def _field(info: EntityInfo, key: str, node: Node) -> Field:
    found = info.fields.get(key)
    if info.forms and key == "form":
        raise Wrong(node, "the form is named twice", "the name of the table says the form; leave this line out")
    if found is not None:
        return found
    singles = (other for other in vocabulary().values() if not other.is_list and other.name not in _WORKED_OUT)
    elsewhere = [other.name for other in singles if key in other.fields]
    if elsewhere:
        raise Wrong(node, f"{info.name} has no {show(key)}", f"it belongs under {elsewhere[0]}")
    raise Wrong(
        node,
        f"{info.name} has no {show(key)}",
        "the vocabulary lists the facts of each table",
        (key, list(info.fields)),
    )
