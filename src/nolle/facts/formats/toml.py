"""TOML: values from the standard library, places from a scan of the text."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

from .node import (
    DEEPEST,
    MOST,
    Malformed,
    Node,
    Raw,
    Rows,
    Table,
    flow_add,
    line_end,
    line_of,
    line_start,
    newline,
    quoted,
    too_deep,
    too_many,
    twice,
)

_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_KEY = re.compile(r"[A-Za-z0-9_-]++|\"(?:[^\"\\\n]|\\[^\n])*+\"|'[^'\n]*+'")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\[^\n])*+"'
    r"|'[^'\n]*+'",
    re.DOTALL,
)
_BARE = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:[^\s,\]}#]*+|[^\s,\[\]{}#\"'=]++")
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class _Lost(Exception):
    """The scan met what is not TOML; the standard library will say what."""


def parse(text: str) -> Node:
    """The document as a tree.

    Raises:
        Malformed: for what is not TOML, with its place.
    """
    root, lost = None, 0
    if text.count("=") + text.count(",") + text.count("[") > 2 * MOST:
        raise too_many(0)
    try:
        root = _scan(text)
    except _Lost as error:
        lost = error.args[0]
    try:
        # A form feed or a lone return is the library's to refuse; here it would only move the lines.
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _wrong(text, str(error)) from None
    if root is None:
        raise _wrong(text, "", lost)
    _fill(root, data)
    return root


def _wrong(text: str, message: str, offset: int = 0) -> Malformed:
    place = _PLACE.search(message)
    if place:
        message = message[: place.start()]
        offset = len(text.rstrip())
        if place[1]:
            starts = [0, *(m.end() for m in re.finditer("\n", text))]
            offset = min(starts[min(int(place[1]), len(starts)) - 1] + int(place[2]) - 1, len(text))
    why = message[:1].lower() + message[1:80]
    return Malformed(
        f"this is not TOML ({why or 'not readable'})",
        'check the quotes, brackets and "=" there; text stands in double quotes',
        offset,
    )


def _scan(text: str) -> Node:
    root = Node({}, 0, 0, 0, "section", tail=0)
    table = root
    position = _blank(text, 0)
    while position < len(text):
        at = position
        if text[position] == "[":
            rows = text.startswith("[[", position)
            path, position = _path(text, position + 1 + rows)
            close = "]]" if rows else "]"
            if not text.startswith(close, position):
                raise _Lost(position)
            position += len(close)
            table = _header(text, root, path, at, position, rows)
        else:
            position = _statement(text, position, table)
        end = line_end(text, position)
        position = _blank(text, position)
        if position < end:
            raise _Lost(position)
    return root


def _header(text: str, root: Node, path: list[str], at: int, end: int, rows: bool) -> Node:
    table = root
    for depth, key in enumerate(path[:-1], 1):
        child = table.value.setdefault(key, None) or Node({}, at, at, at, "implicit")
        table.value[key] = child
        table = _last(child, depth, at)
    key = path[-1]
    there: Node | None = table.value.get(key)
    if rows:
        if there is None:
            there = table.value[key] = Node([], at, at, at, "rows")
        if there.style != "rows":
            raise _twice(text, path, at, there)
        row = Node({}, at, at, end, "section", tail=end)
        there.value.append(row)
        return row
    if there is None:
        there = table.value[key] = Node({}, at, at, end, "section", tail=end)
    elif there.style == "implicit":
        there.style, there.at, there.start, there.end, there.tail = "section", at, at, end, end
    else:
        raise _twice(text, path, at, there)
    return there


def _last(node: Node, depth: int, at: int) -> Node:
    """The table that a header's path goes through; of rows the last."""
    if node.style == "rows":
        node = node.value[-1]
    if not isinstance(node.value, dict) or node.style == "flow":
        raise _Lost(at)
    return node


def _twice(text: str, path: list[str], at: int, there: Node) -> Malformed:
    return twice(".".join(path)[:60], at, line_of(text, there.at))


def _statement(text: str, position: int, table: Node) -> int:
    """``a.b = value`` in the table of the last header."""
    at = position
    path, position = _path(text, position)
    home, lead = table, ""
    for key in path[:-1]:
        child = home.value.get(key)
        if child is None:
            child = home.value[key] = Node({}, at, at, at, "dotted")
        if child.style not in ("dotted", "implicit"):
            raise _Lost(at)
        home, lead = child, f"{lead}{key}."
        home.lead = lead
    if path[-1] in home.value:
        raise _twice(text, path, at, home.value[path[-1]])
    node, position = _equals(text, position, at, 1)
    home.value[path[-1]] = node
    home.tail = table.tail = position
    return position


def _equals(text: str, position: int, at: int, depth: int) -> tuple[Node, int]:
    if not text.startswith("=", position):
        raise _Lost(position)
    node, position = _value(text, _space(text, position + 1), depth)
    node.at = at
    return node, position


def _value(text: str, position: int, depth: int) -> tuple[Node, int]:
    if depth > DEEPEST:
        raise too_deep(position)
    first = text[position : position + 1]
    if first == "[":
        return _array(text, position, depth)
    if first == "{":
        return _inline(text, position, depth)
    match = _STRING.match(text, position) or _BARE.match(text, position)
    if match is None:
        raise _Lost(position)
    return Node(None, position, position, match.end()), match.end()


def _array(text: str, start: int, depth: int) -> tuple[Node, int]:
    nodes: list[Node] = []
    position = _blank(text, start + 1)
    while not text.startswith("]", position):
        node, position = _value(text, position, depth + 1)
        nodes.append(node)
        position = _comma(text, position, "]")
    return Node(nodes, start, start, position + 1), position + 1


def _inline(text: str, start: int, depth: int) -> tuple[Node, int]:
    table = Node({}, start, start, start)
    position = _blank(text, start + 1)
    while not text.startswith("}", position):
        at = position
        path, position = _path(text, position)
        home = table
        for key in path[:-1]:
            home = home.value.setdefault(key, Node({}, at, at, at, "dotted"))
            if home.style != "dotted":
                raise _Lost(at)
        if path[-1] in home.value:
            raise _twice(text, path, at, home.value[path[-1]])
        home.value[path[-1]], position = _equals(text, position, at, depth + 1)
        position = _comma(text, position, "}")
    table.end = position + 1
    return table, position + 1


def _comma(text: str, position: int, close: str) -> int:
    position = _blank(text, position)
    if text.startswith(",", position):
        return _blank(text, position + 1)
    if not text.startswith(close, position):
        raise _Lost(position)
    return position


def _path(text: str, position: int) -> tuple[list[str], int]:
    path: list[str] = []
    while True:
        position = _space(text, position)
        key = _KEY.match(text, position)
        if key is None:
            raise _Lost(position)
        path.append(_unquoted(key[0], position))
        if len(path) > DEEPEST:
            raise too_deep(position)
        position = _space(text, key.end())
        if not text.startswith(".", position):
            return path, position
        position += 1


def _unquoted(key: str, position: int) -> str:
    if key[0] == "'":
        return key[1:-1]
    if key[0] != '"':
        return key
    try:
        return next(iter(tomllib.loads(f"{key}=0")))
    except ValueError:
        raise _Lost(position) from None


def _blank(text: str, position: int) -> int:
    return _BLANK.match(text, position).end()  # type: ignore[union-attr]


def _space(text: str, position: int) -> int:
    return _SPACE.match(text, position).end()  # type: ignore[union-attr]


def _fill(node: Node, data: Any) -> None:
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            _fill(child, data[key])
    elif isinstance(node.value, list):
        for child, item in zip(node.value, data, strict=True):
            _fill(child, item)
    else:
        node.value = data


def replace(text: str, node: Node, raw: Raw) -> str:
    """Another value in the place of one that stands."""
    return text[: node.start] + literal(raw) + text[node.end :]


def insert(text: str, table: Node, path: tuple[str, ...], key: str, raw: Raw) -> str:
    """A new key: within the brackets, on a line after the table's last, or as a section of its own."""
    if table.style == "flow":
        return flow_add(text, table, lambda indent: f"{key} = {literal(raw)}")
    if isinstance(raw, (Table, Rows)):
        return _section(text, _extent(table) if path else len(text), (*path, key), raw)
    if table.tail < 0:
        return _section(text, _extent(table), path, Table({key: raw}))
    end = line_end(text, table.tail)
    # A document that opens with a header has no line yet for a key of its own.
    if table.tail == 0:
        return f"{key} = {literal(raw)}{newline(text)}{text}"
    indent = text[line_start(text, table.tail) :]
    indent = indent[: len(indent) - len(indent.lstrip(" \t"))]
    return f"{text[:end]}{newline(text)}{indent}{table.lead}{key} = {literal(raw)}{text[end:]}"


def append(text: str, rows: Node, path: tuple[str, ...], row: Table) -> str:
    """A new row after the last."""
    if rows.style == "flow":
        return flow_add(text, rows, lambda indent: literal(row))
    return _section(text, _extent(rows), path, Rows([row]))


def remove(text: str, table: Node, key: str) -> str:
    """The statement's line taken out; between brackets, the entry and its comma."""
    node = table.value[key]
    if table.style != "flow":
        start, end = line_start(text, node.at), line_end(text, node.end)
        return text[:start] + text[end:].removeprefix("\r").removeprefix("\n")
    siblings = list(table.value.values())
    place = siblings.index(node)
    if place:
        return text[: siblings[place - 1].end] + text[node.end :]
    return text[: node.at] + text[siblings[1].at if len(siblings) > 1 else node.end :]


def to_rows(text: str, table: Node) -> str:
    """One table made a list of one row.

    Raises:
        Malformed: for a table written through keys with dots, which has no place for a second row.
    """
    if table.style in ("dotted", "implicit"):
        raise Malformed(
            "a second row cannot be added to a table written with dots",
            "give the first row a header in double brackets, such as [[filing.i130]]",
            table.at,
        )
    return f"{text[: table.start]}[{text[table.start : table.end]}]{text[table.end :]}"


def _extent(node: Node) -> int:
    """Where the last statement in a table and all its sections ends."""
    children = node.value.values() if isinstance(node.value, dict) else node.value
    own = max(node.tail, node.end)
    return own if node.style == "flow" else max((own, *map(_extent, _tables(children))))


def _tables(nodes: Any) -> Iterator[Node]:
    return (node for node in nodes if isinstance(node.value, (dict, list)))


def _section(text: str, after: int, path: tuple[str, ...], raw: Table | Rows) -> str:
    end = newline(text)
    parts: list[str] = []
    _sections(".".join(path), raw, parts, end)
    cut = line_end(text, after)
    before, rest = text[:cut], text[cut:]
    if not rest.strip():
        before, rest = text.rstrip(), end
    return f"{before}{end}{end}{f'{end}{end}'.join(parts)}{rest}"


def _sections(name: str, raw: Table | Rows, parts: list[str], end: str) -> None:
    tables = raw if isinstance(raw, Rows) else [raw]
    header = f"[[{name}]]" if isinstance(raw, Rows) else f"[{name}]"
    for table in tables:
        own = {key: value for key, value in table.items() if not isinstance(value, (Table, Rows))}
        if own or len(own) == len(table):
            parts.append(end.join([header, *(f"{key} = {literal(value)}" for key, value in own.items())]))
        for key, value in table.items():
            if isinstance(value, (Table, Rows)):
                _sections(f"{name}.{key}", value, parts, end)


def literal(raw: Any) -> str:
    """A value as TOML on one line."""
    if isinstance(raw, date):
        return raw.isoformat()
    if isinstance(raw, dict):
        inner = ", ".join(f"{key} = {literal(value)}" for key, value in raw.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(raw, list):
        return f"[{', '.join(map(literal, raw))}]"
    return quoted(raw) if isinstance(raw, str) else json.dumps(raw)
