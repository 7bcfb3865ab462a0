"""Merging what exports tell into a docket folder, so that nothing known is lost.

``case.csv`` has the cases, with what papers need of the court; each list has its table; ``papers/party.csv`` has the
names, A-numbers and addresses, which rules never read and ``read_docket`` does not open. For each cell:

* a blank, or an ``unknown``, never replaces what is known;
* what was not told, or ``unknown``, takes what is told now;
* a date, number or choice that is only more exact is taken, and so is a name with a word more; one that is only less
  exact is not;
* anything else is a conflict: the old stands, unless the newer is to win.

A file is written only if something in it changes, beside its place, and moved there whole.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from nolle.facts.errors import Problem
from nolle.facts.files import folder_beside, written_beside
from nolle.facts.vocabulary import vocabulary
from nolle.logic.known import Answer, Missing
from nolle.logic.rough import Span

from .importing import Told, column_named
from .layout import lists
from .profile import plain_word
from .rejects import DocketError
from .text import read_csv
from .values import Dialect
from .wording import answers

PARTY = "papers/party.csv"
_Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that the folder and the newer export tell differently; ``fact`` as the vocabulary names it."""

    case_id: str
    fact: str
    kept: str
    newer: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge does: how many cases are added, changed or as they were, what is in conflict, and the new files.

    ``files`` are those that change, by their place in the folder, the cases first: whoever stops between two files
    leaves a docket that can be read, and the next import does the rest.
    """

    added: int
    changed: int
    unchanged: int
    conflicts: tuple[Conflict, ...]
    files: Mapping[str, bytes]


@dataclass(slots=True)
class _Table:
    name: str
    keys: tuple[str, ...]
    headers: list[str]
    rows: dict[tuple[str, ...], _Row] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)


def merge(into: Path, cases: Mapping[str, Told], *, newer_wins: bool = False) -> Merged:
    """What a folder becomes with what exports tell. Nothing is written.

    Raises:
        DocketError: where the folder holds what cannot be merged into without losing something.
    """
    tables = _read_folder(into)
    _check(into, tables, cases)
    known = {key[0] for key in tables["case"].rows}
    conflicts: list[Conflict] = []
    told: dict[str, dict[tuple[str, ...], Mapping[str, str]]] = {}
    for case_id, each in cases.items():
        told.setdefault("case", {})[case_id,] = each.case
        if each.party:
            told.setdefault("party", {})[case_id,] = each.party
        for name, rows in each.lists.items():
            for id, cells in rows.items():
                told.setdefault(name, {})[case_id, id] = cells
    for name, rows_told in told.items():
        table = tables.get(name) or _new(name)
        tables[name] = table
        conflicts += _put(table, rows_told, newer_wins)
    touched = set().union(*(table.touched for table in tables.values()))
    added = [id for id in cases if id not in known]
    changed = [id for id in cases if id in known and id in touched]
    order = sorted((t for t in tables.values() if t.touched), key=lambda t: (t.name != "case", t.name))
    files = {_place(table.name): _csv(table) for table in order}
    return Merged(len(added), len(changed), len(cases) - len(added) - len(changed), tuple(conflicts), files)


def _place(name: str) -> str:
    return PARTY if name == "party" else f"{name}.csv"


def _new(name: str) -> _Table:
    keys = ("case_id",) if name in ("case", "party") else ("case_id", "id")
    return _Table(name, keys, list(keys))


def _read_folder(into: Path) -> dict[str, _Table]:
    if into.exists() and not into.is_dir():
        raise DocketError(str(into), [Problem("this is no folder", "name a folder, or one to be made")])
    found = {"case": _new("case")}
    for name in ("case", "party", *lists()):
        if (into / f"{name}.parquet").exists():
            raise DocketError(
                f"{name}.parquet", [Problem("an import writes CSV beside no Parquet", "name another folder")]
            )
        path = into / _place(name)
        if path.exists():
            found[name] = _read(path, name)
    return found


def _read(path: Path, name: str) -> _Table:
    """A table of the folder as it stands. One that cannot be kept whole is refused."""
    text = read_csv(path)
    table = _new(name)
    headers = list(text.headers)
    missing = [key for key in table.keys if key not in headers]
    problem = (
        Problem("rows of it cannot be told apart", "mend them first, so that nothing is lost")
        if text.rejected
        else Problem("two columns have one name", "give each its own name first")
        if len(set(headers)) < len(headers)
        else Problem(f"it has no column {missing[0]}", "add it first")
        if missing
        else None
    )
    if problem:
        raise DocketError(path.name, [problem])
    table.headers = headers
    for row in text.frame.select(headers).iter_rows(named=True):
        cells = {header: cell or "" for header, cell in row.items()}
        key = tuple(cells[k].strip() for k in table.keys)
        if key in table.rows:
            how = "keep one of them first"
            raise DocketError(path.name, [Problem(f"{' '.join(key)} is there several times", how, table.keys[-1])])
        table.rows[key] = cells
    return table


def _check(into: Path, tables: Mapping[str, _Table], cases: Mapping[str, Told]) -> None:
    """A fact may not be told in two places of one folder."""
    headers = tables["case"].headers
    told = {name for each in cases.values() for name in each.lists}
    for name in sorted(told):
        if any(header.startswith(f"{name}_1__") for header in headers):
            how = f"move the columns {name}_1__ into {name}.csv first"
            raise DocketError("case.csv", [Problem(f"it has the rows of {name} beside each other", how)])
    if any((into / f"filing{end}").exists() for end in (".csv", ".parquet")) and any(
        name.startswith("filing__") for each in cases.values() for name in each.case
    ):
        how = 'leave the filings of the export out with --map "Header=-", or name another folder'
        raise DocketError("filing.csv", [Problem("this folder tells filings in a table of their own", how)])


def _put(table: _Table, told: Mapping[tuple[str, ...], Mapping[str, str]], newer_wins: bool) -> list[Conflict]:
    """Put cells into a table; gives back what is in conflict."""
    _add_headers(table, {header for cells in told.values() for header in cells})
    both: dict[str, set[str]] = {}
    for key, cells in told.items():
        before = table.rows.get(key, {})
        for header, cell in cells.items():
            if before.get(header, "").strip() and before[header].strip() != cell.strip():
                both.setdefault(header, set()).update((before[header], cell))
    meant = {header: _answers(table.name, header, texts) for header, texts in both.items()}
    conflicts = []
    for key, cells in told.items():
        if key not in table.rows:
            table.rows[key] = dict(zip(table.keys, key, strict=True))
            table.touched.add(key[0])
        row = table.rows[key]
        for header, cell in cells.items():
            before_ = row.get(header, "")
            step = "take" if not before_.strip() else "keep"
            if header in meant and step == "keep" and before_.strip() != cell.strip():
                step = _step(meant[header][before_], meant[header][cell])
                if step == "conflict" and (table.name, header) == ("party", "full_name"):
                    step = _name_step(before_, cell)
            if step == "conflict" and not newer_wins:
                conflicts.append(Conflict(key[0], _fact(table, key, header), before_, cell))
            elif step != "keep":
                row[header] = cell
                table.touched.add(key[0])
    return conflicts


def _answers(name: str, header: str, texts: Iterable[str]) -> dict[str, Answer | None]:
    column = column_named(name, header)
    texts = list(texts)
    if column is None:
        return dict.fromkeys(texts)
    return dict(zip(texts, answers(column, texts, Dialect()), strict=True))


def _step(old: Answer | None, new: Answer | None) -> Literal["keep", "take", "conflict"]:
    """What becomes of a cell: what is known is kept, what is only more exact is taken."""
    if new is None or old is None:
        return "conflict"
    if new in (Missing.NOT_KNOWN, Missing.NOT_ASKED):
        return "keep"
    if old in (Missing.NOT_KNOWN, Missing.NOT_ASKED):
        return "take"
    if isinstance(old, Span) and isinstance(new, Span):
        return "keep" if old.within(new) else "take" if new.within(old) else "conflict"
    if isinstance(old, Span) or isinstance(new, Span):
        return "conflict"
    one, other = (each if isinstance(each, frozenset) else frozenset([each]) for each in (old, new))
    if isinstance(old, tuple) and isinstance(new, tuple) and set(old) == set(new):
        return "keep"
    return "keep" if one <= other else "take" if other <= one else "conflict"


def _name_step(old: str, new: str) -> Literal["keep", "take", "conflict"]:
    """A name with words left out is the same name, said less fully: a matter often has the first and the last only."""
    one, other = (re.findall(r"[^\W\d_]+", plain_word(name)) for name in (old, new))
    if _in_order(other, one):
        return "keep"
    return "take" if _in_order(one, other) else "conflict"


def _in_order(few: list[str], many: list[str]) -> bool:
    """Whether at least two words are all among others, in the same order."""
    left = iter(many)
    return len(few) > 1 and all(word in left for word in few)


def _fact(table: _Table, key: tuple[str, ...], header: str) -> str:
    if table.name == "case":
        return header.replace("__", ".")
    return f"party.{header}" if table.name == "party" else f"{table.name}[{key[-1]}].{header}"


def _add_headers(table: _Table, told: set[str]) -> None:
    """New columns, in the order of the vocabulary, after those that are there."""
    order: dict[str, int] = {}
    for entity, info in vocabulary().items():
        if table.name == "case" and info.forms:
            names = [f"{entity}__{form}__{key}" for form in info.forms for key in info.fields]
        elif table.name == "case":
            names = [f"{entity}__{key}" for key in info.fields]
        else:
            names = list(info.fields) if entity == table.name else []
        for name in names:
            order.setdefault(name, len(order))
    table.headers += sorted(told - set(table.headers), key=lambda name: (order.get(name, -1), name))


def _csv(table: _Table) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, table.headers, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(table.rows.values())
    return out.getvalue().encode("utf-8")


def write_folder(into: Path, files: Mapping[str, bytes]) -> None:
    """Write files of a folder, for their owner alone. A new folder comes into being whole; a file is replaced whole."""
    if not files:
        return
    into.parent.mkdir(parents=True, exist_ok=True)
    if into.exists():
        for place, data in files.items():
            _write(into / place, data)
        return
    with folder_beside(into) as beside:
        for place, data in files.items():
            _write(beside / place, data)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with written_beside(path) as beside:
        beside.write_bytes(data)
