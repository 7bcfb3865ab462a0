"""Writing facts back into a case file, so that nothing else in it changes."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from nolle.logic.known import Answer, Cell, Missing
from nolle.logic.rough import Span, exactly

from .casefile import CaseFile, parse_case
from .cells import read_cell, to_raw
from .errors import CaseFileError, Problem
from .formats import Malformed, Node, Raw, Rows, Table, Writer, writer
from .vocabulary import Field, UnknownFact, find, vocabulary

CellLike: TypeAlias = Cell | Answer | date | int | Sequence[str]
"""A cell, or its answer alone: a bool, a code or text, a date, a number, a ``Span``, codes, or a ``Missing``."""

_NAME = re.compile(r"([a-z_]+)(?:\.([a-z0-9_]+))??(?:\[([\w-]+)\])?\.([a-z0-9_]+)")


def write_case(case: CaseFile, changes: Mapping[str, CellLike], path: str | Path | None = None) -> str:
    """The text of a case file with facts set, and the file itself where a path is given.

    Comments, order, blank lines and quoting stay as they are. A fact that stands is replaced where it stands; a new
    one is added at the end of its table; a row that is not there yet is added at the end of its list. A plain answer
    takes the place of the whole cell: what was said of the old value is not said of the new one.

    Args:
        case: the case file as it was read.
        changes: cells by the name of their fact: ``person.birth_date``, ``relative[2].status``,
            ``filing.i130.status``, ``filing.i130[b].status``; and ``complete``, the names of the lists that are
            whole. ``Missing.NOT_ASKED`` takes a fact out.
        path: where to write. The file is replaced in one step or not at all; a new one is readable by its owner
            alone.

    Returns:
        The new text.

    Raises:
        CaseFileError: for a name that is not in the vocabulary, a value its fact does not accept, or a file that
            cannot be written.
    """
    text = case.text
    for name, change in changes.items():
        text = _complete(case, text, change) if name == "complete" else _set(case, text, name, _cell(change))
    try:
        parse_case(text, case.format, name=case.name)
    except CaseFileError as error:
        # The lines are those of a text that nobody has seen.
        raise CaseFileError(case.name, [replace(p, line=None, column=None) for p in error.problems]) from None
    if path is not None:
        _save(Path(path), ("\ufeff" if case.bom else "") + text)
    return text


def _cell(change: CellLike) -> Cell:
    if isinstance(change, Cell):
        return change
    if isinstance(change, (bool, str, Missing, Span, frozenset)):
        return Cell(change)
    if isinstance(change, (date, int)):
        return Cell(exactly(change))
    return Cell(tuple(change))


def _complete(case: CaseFile, text: str, change: CellLike) -> str:
    if not isinstance(change, Collection) or isinstance(change, str):
        raise _refuse(case, "complete", "complete is not a list", 'give the names of lists, such as ["relative"]')
    format = writer(case.format)
    root = format.parse(text)
    if "complete" in root.value:
        return format.replace(text, root.value["complete"], list(change))
    return format.insert(text, root, (), "complete", list(change))


def _set(case: CaseFile, text: str, name: str, cell: Cell) -> str:
    """One fact set in the text, wherever it stands or belongs."""
    field, path, row, key = _address(case, name)
    format = writer(case.format)
    node, depth = format.parse(text), 0
    while depth < len(path) and (child := node.value.get(path[depth])) is not None and child.value is not None:
        node, depth = child, depth + 1
    remove = cell.answer is Missing.NOT_ASKED
    if depth < len(path):
        return text if remove else _new_table(format, text, node, path[:depth], path[depth:], row, {key: to_raw(cell)})
    if isinstance(node.value, dict) and row is not None and _id(node, 1) != row:
        if remove:
            return text
        try:
            text = format.to_rows(text, node)
        except Malformed as error:
            raise _refuse(case, name, error.what, error.accepted) from None
        node = _at(format.parse(text), path)
    if isinstance(node.value, list):
        found = _find(case, name, node, row)
        if found is None:
            new = _row(row, len(node.value) + 1, {key: to_raw(cell)})
            return text if remove else format.append(text, node, path, new)
        node = found
    there = node.value.get(key)
    if there is None:
        return text if remove else format.insert(text, node, path, key, to_raw(cell))
    if remove:
        return format.remove(text, node, key)
    return text if read_cell(field, there) == cell else format.replace(text, there, to_raw(cell))


def _address(case: CaseFile, name: str) -> tuple[Field, tuple[str, ...], str | None, str]:
    """The fact's field, the path of its table, its row's id and its key."""
    match = _NAME.fullmatch(name)
    try:
        field = find(name)
    except UnknownFact as error:
        raise _refuse(case, name, str(error), "the vocabulary lists every fact") from None
    info = vocabulary()[field.entity]
    entity, form, row, key = match.groups() if match else (field.entity, None, None, field.field)
    if info.forms and form is None:
        raise _refuse(case, name, "no form is named", f"name it, such as filing.i130.{key}")
    if info.is_list and not info.forms and row is None:
        raise _refuse(case, name, "no row is named", f"name it, such as {entity}[1].{key}")
    if row is not None and not info.is_list:
        raise _refuse(case, name, f"{entity} has no rows", f"write {entity}.{key}")
    return field, (entity, form) if form else (entity,), row, key


def _new_table(
    format: Writer,
    text: str,
    node: Node,
    path: tuple[str, ...],
    rest: tuple[str, ...],
    row: str | None,
    facts: dict[str, Raw],
) -> str:
    """The fact in a table of its own, for nothing of the table is there yet."""
    table = _row(row, 1, facts)
    is_list = row is not None and len(path) + len(rest) == 1
    content: Table | Rows = Rows([table]) if is_list else table
    for key in reversed(rest[1:]):
        content = Table({key: content})
    blank = node.value.get(rest[0])
    return format.insert(text, node, path, rest[0], content) if blank is None else format.replace(text, blank, content)


def _row(id: str | None, place: int, facts: dict[str, Raw]) -> Table:
    return Table(facts if id in (None, str(place)) else {"id": id, **facts})


def _id(node: Node, place: int) -> str:
    return str(node.value["id"].value) if "id" in node.value else str(place)


def _at(root: Node, path: tuple[str, ...]) -> Node:
    for key in path:
        root = root.value[key]
    return root


def _find(case: CaseFile, name: str, rows: Node, row: str | None) -> Node | None:
    """The row of that id; without an id the only row, or the main one."""
    if row is not None:
        return next((node for place, node in enumerate(rows.value, 1) if _id(node, place) == row), None)
    main = [node for node in rows.value if "main" in node.value and node.value["main"].value is True]
    chosen = main or rows.value
    if len(chosen) > 1:
        entity, _, key = name.rpartition(".")
        ids = " or ".join(f"{entity}[{_id(node, place)}].{key}" for place, node in enumerate(chosen, 1))
        raise _refuse(case, name, "there are several rows", f"say which: {ids}")
    return chosen[0] if chosen else None


def _refuse(case: CaseFile, field: str | None, what: str, accepted: str) -> CaseFileError:
    return CaseFileError(case.name, [Problem(what, accepted, field)])


def _save(path: Path, text: str) -> None:
    """Write beside the file and put it in its place in one step; a link is followed, a file's mode kept."""
    try:
        path = Path(os.path.realpath(path))
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                Path(beside).chmod(path.stat().st_mode & 0o777)
            Path(beside).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(beside).unlink()
            raise
    except OSError as error:
        what = f"the file cannot be written ({error.strerror or 'not writable'})"
        raise CaseFileError(str(path), [Problem(what, "check its name, its folder and their permissions")]) from None
