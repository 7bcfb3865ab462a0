"""Importing exports of practice managers: each row read, matters joined to their contacts, and every row accounted for.

A file of matters has a column that numbers the cases; a file of contacts has none, and its rows are found by the id or
the name that a matter gives. A cell that cannot be read sets its row aside with the reason. Several columns for one
fact must agree. What identifies a person (``party``) is kept apart from what rules read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from nolle.facts.errors import Problem, show

from .explain import without_text
from .headers import Columns, Kind, Mapped, column_of, map_headers, row_of
from .layout import Column
from .profile import Profile, Target, load, plain_header, plain_word
from .rejects import HIDDEN, DocketError, Rejected, frame_of, held_back
from .tables import BOOKS, TEXT
from .text import ROW, TextTable, first_day, has_table, is_hidden, read_csv, read_xlsx, sheets
from .values import DayOrder, Dialect
from .wording import Read, read_texts, without_a_numbers

if TYPE_CHECKING:
    import polars as pl

SAMPLES = 3
"""How many distinct values of a column are kept to be shown."""

_BY = {"party.full_name": " "}
_JOINS = ("contact_id", "contact_name")


@dataclass(frozen=True, slots=True)
class Seen:
    """A column that is read, with how many distinct values it has, the first few, and in how many rows it has one."""

    mapped: Mapped
    distinct: int
    filled: int
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """One file as read: what its columns are, and how many rows it has."""

    file: str
    mapping: Columns
    seen: tuple[Seen, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Told:
    """What the exports tell of one case: the cells of its row, those of ``party``, and its rows in lists by id."""

    case: Mapping[str, str]
    party: Mapping[str, str]
    lists: Mapping[str, Mapping[str, Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class Imported:
    """What the exports hold.

    ``rejected`` has a row for each reason, in the columns of ``nolle.facts.docket.rejects``; ``used`` and the rows set
    aside are together all rows. ``alone`` counts matters whose client is in no file of contacts.
    """

    profile: Profile
    exports: tuple[Export, ...]
    cases: Mapping[str, Told]
    rejected: pl.DataFrame
    used: int
    alone: int

    @property
    def rows(self) -> int:
        """All rows of all files."""
        return sum(export.rows for export in self.exports)

    @property
    def set_aside(self) -> int:
        """How many rows were set aside."""
        return self.rows - self.used


@dataclass(slots=True)
class _Row:
    file: str
    place: int
    cells: dict[str, str]
    case_id: str | None = None
    contact_id: str = ""
    names: frozenset[str] = frozenset()
    fallback: str = ""
    named: bool = True
    """Whether its name, if it has one, could be read."""
    left: frozenset[str] = frozenset()
    """What stands in a row of which no cell can be told for sure."""


@dataclass(slots=True)
class _Work:
    """The rows still good, by kind, and the reasons for the others."""

    matters: list[_Row] = field(default_factory=list)
    contacts: list[_Row] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    lost_matters: list[_Row] = field(default_factory=list)
    lost_contacts: list[_Row] = field(default_factory=list)

    def set_aside(self, row: _Row, field: str | None, found: str | None, what: str, accepted: str) -> None:
        """Take a row out, with a reason."""
        hidden = [None if text is None else without_a_numbers(text) for text in (row.case_id, found)]
        reason = Rejected(row.file, row.place, hidden[0], field, hidden[1], without_a_numbers(what), accepted)
        self.rejected.append(reason)


def read_exports(
    files: Sequence[Path],
    profile: str,
    *,
    told: Mapping[str, Target] | None = None,
    day_order: DayOrder | None = None,
) -> Imported:
    """Read exports together.

    Args:
        files: CSV files or workbooks.
        profile: one of ``nolle.facts.docket.profile.PROFILES``.
        told: what a header is for, where the profile does not know or is wrong (``headers.read_target``); a header of
            one file only as ``FILE:Header``.
        day_order: the order of ``02/03/2004``, where it is not the profile's own.

    Raises:
        DocketError: for a file that cannot be read, a header of ``told`` that is in none of them, or where no file
            numbers the cases.
    """
    chosen = load(profile)
    told = told or {}
    names = [path.name for path in files]
    shown = [str(path) if names.count(path.name) > 1 else path.name for path in files]
    tables = [(name, _table(path), path) for name, path in zip(shown, files, strict=True)]
    for file, table, _ in tables:
        _check_told(file, _told_of(file, shown, told, only=True), table.headers)
    everywhere = {header: target for header, target in told.items() if _file_of(header, shown) is None}
    _check_told("--map", everywhere, [header for _, table, _ in tables for header in table.headers])
    work = _Work()
    exports = []
    for file, table, path in tables:
        mapping = map_headers(file, _columns(table), chosen, _told_of(file, shown, told))
        dialect = Dialect(day_order or chosen.day_order, path.suffix.lower() in BOOKS, first_day(path))
        exports.append(_read(file, table, mapping, dialect, work))
    if not any(export.mapping.kind == "matters" for export in exports):
        how = 'name the export of matters too, or say which column it is with --map "Header=case_id"'
        raise DocketError(", ".join(e.file for e in exports), [Problem("no file has the number of the case", how)])
    alone = _join(work, any(export.mapping.kind == "contacts" for export in exports))
    cases = _cases(work, chosen)
    reasons = frame_of(work.rejected).sort("file", "row", maintain_order=True)
    lost = reasons.select("file", "row").unique().height
    rows = sum(export.rows for export in exports)
    return Imported(chosen, tuple(exports), cases, reasons, rows - lost, alone)


def _table(path: Path) -> TextTable:
    suffix = path.suffix.lower()
    if not path.is_file():
        raise DocketError(str(path), [Problem("there is no such file", "check the spelling")])
    if suffix in BOOKS:
        table = read_xlsx(path)
        _check_sheets(path, table.headers)
        return table
    if suffix in TEXT:
        return read_csv(path)
    raise DocketError(path.name, [Problem("this is no export", "name a CSV file or a workbook (.xlsx)")])


def _check_sheets(path: Path, headers: Sequence[str]) -> None:
    """Refuse a workbook with more to read than its first sheet."""
    for number, sheet in enumerate(sheets(path)):
        if number and not is_hidden(path, number) and has_table(path, number, headers):
            what = f'only the first sheet is read, and "{sheet}" has more'
            raise DocketError(path.name, [Problem(what, "save each sheet as a file of its own")])


def _file_of(header: str, files: Sequence[str]) -> str | None:
    """The file that ``FILE:Header`` names."""
    return next((file for file in files if header.startswith(f"{file}:")), None)


def _told_of(file: str, files: Sequence[str], told: Mapping[str, Target], *, only: bool = False) -> dict[str, Target]:
    """What is told of the columns of one file: what names it, and, unless ``only`` that, what names none."""
    mine = {h: t for h, t in told.items() if not only and _file_of(h, files) is None}
    return mine | {h.removeprefix(f"{file}:"): t for h, t in told.items() if _file_of(h, files) == file}


def _check_told(where: str, told: Mapping[str, Target], headers: Iterable[str]) -> None:
    from rapidfuzz import process

    known = {plain_header(header): header for header in headers}
    for header in told:
        if plain_header(header) not in known:
            near = process.extractOne(plain_header(header), list(known), score_cutoff=60)
            like = f"did you mean {show(known[near[0]])}?" if near else "check its spelling in the file"
            raise DocketError(where, [Problem(f"there is no column {show(header)}", like)])


def _columns(table: TextTable) -> list[tuple[str, str]]:
    return list(zip(table.headers, table.frame.columns[1:], strict=True))


def _read(file: str, table: TextTable, mapping: Columns, dialect: Dialect, work: _Work) -> Export:
    """The rows of one file, each cell as a docket says it."""
    table = table.of([m.cells for m in mapping.mapped])
    places = table.frame[ROW].to_list()
    cells = {m.cells: [text or "" for text in table.frame[m.cells].to_list()] for m in mapping.mapped}
    torn = [_torn(file, place, left) for place, left in table.left.items()]
    for each in table.rejected:
        work.set_aside(_Row(file, each.row, {}), each.field, HIDDEN, each.what, each.accepted)
    rows = [_Row(file, place, {}) for place in places]
    bad: set[int] = set()
    groups: dict[str, list[Mapped]] = {}
    for m in mapping.mapped:
        groups.setdefault(m.target.name, []).append(m)
    # The number of the case first, so that every reason can name it.
    for name in sorted(groups, key=lambda name: name != "case_id"):
        if name in _JOINS:
            _keep_key(name, cells[groups[name][0].cells], rows)
            continue
        whole = [m for m in groups[name] if not m.target.part]
        sources = [(m.header, cells[m.cells]) for m in whole] or [_together(name, groups[name], cells)]
        if name == "party.full_name" and not whole:
            _keep_short_names(groups[name], cells, rows)
        column = column_of(Target(name))
        by_name = any(m.basis == "vocabulary" and ("." in m.header or "__" in m.header) for m in whole)
        for header, texts in sources:
            read = read_texts(column, list({t for t in texts if t.strip()}), dialect, by_name=by_name)
            if held_back(name):
                read = {text: _unrepeated(one, column) for text, one in read.items()}
            for at, text in enumerate(texts):
                if text.strip():
                    _put(rows[at], name, header, text, read[text], at, bad, work)
    _set_odd_aside(table, mapping, rows, bad, work)
    _sort_out(rows, torn, bad, mapping.kind, work)
    seen = tuple(_seen(m, cells[m.cells]) for m in mapping.mapped)
    return Export(file, mapping, seen, table.read)


def _set_odd_aside(table: TextTable, mapping: Columns, rows: Sequence[_Row], bad: set[int], work: _Work) -> None:
    """Take out the rows with a cell that has no value to read, each in a column that is read."""
    mapped = {m.cells: m for m in mapping.mapped}
    at = {row.place: n for n, row in enumerate(rows)} if table.odd else {}
    for cell in table.odd:
        row, m = rows[at[cell.row]], mapped[cell.column]
        row.named &= m.target.name not in ("party.full_name", "contact_name")
        work.set_aside(row, m.header, HIDDEN, cell.what, cell.how)
        bad.add(at[cell.row])


def _torn(file: str, place: int, left: frozenset[str]) -> _Row:
    """A row that could not be read: it may be of any of the names and numbers that stand in it."""
    names = frozenset(name for text in left for name in _name_keys(text))
    return _Row(file, place, {}, names=names, named=False, left=left)


def _unrepeated(read: Read, column: Column) -> Read:
    """What was read, with a reason that does not repeat the text."""
    if read.wrong is None or HIDDEN in read.wrong[0]:
        return read
    return Read(wrong=without_text(column))


def _put(row: _Row, name: str, header: str, text: str, read: Read, at: int, bad: set[int], work: _Work) -> None:
    if name == "party.full_name":
        row.named &= read.wrong is None
        row.names |= _name_keys(read.cell)
    if read.wrong is not None:
        bad.add(at)
        shown = HIDDEN if held_back(name) else show(text.strip())
        work.set_aside(row, header, shown, *read.wrong)
    elif not read.cell:
        return
    elif name == "case_id":
        row.case_id = read.cell
    elif row.cells.setdefault(name, read.cell) != read.cell:
        bad.add(at)
        accepted = f'make them agree, or leave one out with --map "{header}=-"'
        work.set_aside(row, header, None, f"two columns tell {name} differently", accepted)


def _keep_key(name: str, texts: Sequence[str], rows: Sequence[_Row]) -> None:
    for row, text in zip(rows, texts, strict=True):
        if name == "contact_id":
            row.contact_id = text.strip()
        elif text.strip():
            row.fallback = text.strip()


def _together(name: str, parts: Sequence[Mapped], cells: Mapping[str, list[str]]) -> tuple[str, list[str]]:
    """A value whose parts are columns of their own: a name, an address."""
    ordered = sorted(parts, key=lambda m: m.target.part)
    by = _BY.get(name, ", ")
    rows = zip(*(cells[m.cells] for m in ordered), strict=True)
    texts = [by.join(part.strip() for part in row if part.strip()) for row in rows]
    return " + ".join(m.header for m in ordered), texts


def _keep_short_names(parts: Sequence[Mapped], cells: Mapping[str, list[str]], rows: Sequence[_Row]) -> None:
    """The first and the last name alone: a matter often leaves out the one between."""
    ends = [m for m in parts if m.target.part != 2]
    for row, name in zip(rows, _together("party.full_name", ends, cells)[1], strict=True):
        row.names |= _name_keys(name)


def _seen(mapped: Mapped, texts: Sequence[str]) -> Seen:
    told = [text.strip() for text in texts if text.strip()]
    distinct = dict.fromkeys(told)
    return Seen(mapped, len(distinct), len(told), tuple(list(distinct)[:SAMPLES]))


def _sort_out(rows: Sequence[_Row], torn: Sequence[_Row], bad: set[int], kind: Kind, work: _Work) -> None:
    """Rows that can be used go on; a case or a contact that is there twice cannot be told, nor one that may be."""
    matters = kind == "matters"
    good, lost = (work.matters, work.lost_matters) if matters else (work.contacts, work.lost_contacts)
    lost += torn
    left = {text for row in torn for text in row.left}
    for row in rows:
        row.names |= _name_keys(row.fallback)

    def key(row: _Row) -> str | None:
        return row.case_id if matters else row.contact_id or None

    counts = Counter(map(key, rows))
    thing = "case" if matters else "contact"
    for at, row in enumerate(rows):
        mine = key(row)
        if matters and mine is None and at not in bad:
            work.set_aside(row, "case_id", None, "the row names no case", "give every row the number of its case")
            bad.add(at)
        elif mine is not None and (counts[mine] > 1 or mine in left):
            places = [str(other.place) for other in rows if key(other) == mine] if 1 < counts[mine] < 20 else []
            what = f"the {thing} is there several times, in rows {', '.join(places) or 'many'}"
            if counts[mine] == 1:
                what = f"the {thing} may be there several times: a row that holds its number could not be read"
            how = f"give each {thing} one row" if counts[mine] > 1 else "mend that row"
            work.set_aside(row, f"{thing}_id", mine, what, how)
            bad.add(at)
        (lost if at in bad else good).append(row)


def _name_keys(name: str) -> set[str]:
    """How a name compares: as written, and ``Last, First`` the other way round."""
    plain = plain_word(name)
    if not plain:
        return set()
    last, comma, first = plain.partition(", ")
    return {f"{first} {last}" if comma and "," not in first else plain}


@dataclass(frozen=True, slots=True)
class _Found:
    """The contacts that a matter may mean, those set aside among them, and by what they were found."""

    rows: tuple[_Row, ...]
    by: str


@dataclass(frozen=True, slots=True)
class _Contacts:
    """All contacts of an import by what a matter may give of them, and one whose name cannot be known, if any."""

    by_id: Mapping[str, list[_Row]]
    by_name: Mapping[str, list[_Row]]
    lost: frozenset[int]
    unnamed: _Row | None

    def of(self, matter: _Row) -> _Found:
        """By its id, and where contacts have none, by name."""
        rows = self.by_id.get(matter.contact_id, [])
        if rows or (matter.contact_id and self.by_id):
            return _Found(tuple(rows), "id")
        named = {id(row): row for name in matter.names for row in self.by_name.get(name, [])}
        return _Found(tuple(named.values()), "name")

    def doubt(self, found: _Found) -> tuple[str, str] | None:
        """Why it is not sure whom a matter means, and what to do."""
        how = "" if found.by == "id" else ", or export the id of the contact in both files"
        lost = next((row for row in found.rows if id(row) in self.lost), None)
        if lost is not None:
            what = f"another contact of this {found.by} was set aside ({lost.file}, row {lost.place})"
            return what, f"mend that row{how}"
        if len(found.rows) > 1 and not (found.by == "id" and all(r.cells == found.rows[0].cells for r in found.rows)):
            accepted = "give each contact one row" if found.by == "id" else how.removeprefix(", or ")
            return f"several contacts have the {found.by} that a matter gives", accepted
        if found.by == "name" and self.unnamed is not None:
            place = f"{self.unnamed.file}, row {self.unnamed.place}"
            return f"another contact, whose name could not be read, may have this name ({place})", f"mend that row{how}"
        return None


def _all_contacts(work: _Work) -> _Contacts:
    by_id: dict[str, list[_Row]] = {}
    by_name: dict[str, list[_Row]] = {}
    for row in (*work.contacts, *work.lost_contacts):
        if row.contact_id:
            by_id.setdefault(row.contact_id, []).append(row)
        for name in row.names:
            by_name.setdefault(name, []).append(row)
    unnamed = next((row for row in work.lost_contacts if not row.named), None)
    return _Contacts(by_id, by_name, frozenset(map(id, work.lost_contacts)), unnamed)


def _join(work: _Work, contacts: bool) -> int:
    """Give each matter what its contact tells; say why a contact is used for none. Counts matters left without one."""
    known = _all_contacts(work)
    doubts: dict[int, tuple[str, str]] = {}
    pairs: list[tuple[_Row, _Row]] = []
    used: set[int] = set()
    alone = 0
    left = {text for row in work.lost_contacts for text in row.left}
    for matter in work.matters:
        found = known.of(matter)
        alone += contacts and not found.rows and matter.contact_id not in left
        ids = [id(row) for row in found.rows]
        if doubt := known.doubt(found):
            doubts |= dict.fromkeys(ids, doubt)
        elif found.rows:
            pairs.append((matter, found.rows[0]))
            used.update(ids)
    # A contact that one of its matters contradicts is somebody else, or wrong: it is used for none of them.
    refused = {id(contact) for matter, contact in pairs if not _agrees(contact, matter, work)}
    for matter, contact in pairs:
        if id(contact) not in refused:
            matter.cells = {**matter.cells, **contact.cells}
    for matter in work.matters:
        if matter.fallback and "party.full_name" not in matter.cells:
            matter.cells["party.full_name"] = matter.fallback
    _say_unused([row for row in work.contacts if id(row) not in used], doubts, known, work)
    return alone


def _say_unused(rows: Iterable[_Row], doubts: Mapping[int, tuple[str, str]], known: _Contacts, work: _Work) -> None:
    of_lost = {id(row) for matter in work.lost_matters for row in known.of(matter).rows}
    of_lost |= {id(r) for matter in work.lost_matters for text in matter.left for r in known.by_id.get(text, ())}
    for row in rows:
        if id(row) in doubts:
            work.set_aside(row, "contact_name", None, *doubts[id(row)])
        elif id(row) in of_lost:
            work.set_aside(row, None, None, "its matter was set aside", "mend the row of the matter")
        else:
            work.set_aside(row, None, None, "no matter names this contact", "nothing, if it is not a client in a case")


def _agrees(contact: _Row, matter: _Row, work: _Work) -> bool:
    """Whether a contact tells nothing otherwise than its matter does."""
    for name, cell in contact.cells.items():
        if name != "party.full_name" and matter.cells.get(name, cell) != cell:
            what = f"{name} is told otherwise in {matter.file}, row {matter.place}"
            work.set_aside(contact, name, None, what, "make the two agree, or leave one column out with --map")
            return False
    return True


def _cases(work: _Work, profile: Profile) -> dict[str, Told]:
    """The cases, in the order in which they were first told; a later file may add to one, not contradict it."""
    cells: dict[str, dict[str, str]] = {}
    for row in work.matters:
        assert row.case_id is not None
        mine = cells.setdefault(row.case_id, {})
        wrong = next((n for n, cell in row.cells.items() if mine.get(n, cell) != cell), None)
        if wrong is not None:
            what = f"{wrong} is told otherwise in another file of this import"
            work.set_aside(row, wrong, None, what, "make the files agree, or import the newer one afterwards")
            continue
        mine.update(row.cells)
    return {case_id: _told(mine, profile.name) for case_id, mine in cells.items()}


def _told(cells: Mapping[str, str], prefix: str) -> Told:
    case: dict[str, str] = {}
    party: dict[str, str] = {}
    lists: dict[str, dict[str, dict[str, str]]] = {}
    for name, cell in cells.items():
        place = row_of(Target(name))
        if place is not None:
            of, row, key = place
            lists.setdefault(of, {}).setdefault(f"{prefix}-{row}", {})[key] = cell
        elif name.startswith("party."):
            party[name.removeprefix("party.")] = cell
        else:
            case[name.replace(".", "__")] = cell
    return Told(case, party, lists)


def column_named(table: str, header: str) -> Column | None:
    """The column of a table of the folder (``case``, ``party`` or a list), if it holds a fact."""
    if header in ("case_id", "id") or header.endswith("__complete"):
        return None
    if table == "case":
        return column_of(Target(header.replace("__", ".") if "__" in header else header))
    return column_of(Target(f"party.{header}" if table == "party" else f"{table}[1].{header}"))
