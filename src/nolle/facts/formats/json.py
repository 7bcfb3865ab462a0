"""JSON read with positions: one pass, no recursion, duplicate keys refused."""

from __future__ import annotations

import json
import re
from datetime import date
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from .node import DEEPEST, MOST, Malformed, Node, Raw, Table, flow_add, line_of, newline, too_deep, too_many, twice

_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?")
_WORDS = {"true": True, "false": False, "null": None}
_FIRST = re.compile(r'\n([ \t]+)"')
_WORD = re.compile(r"[A-Za-z_]+")


def parse(text: str) -> Node:
    """The document as a tree.

    Raises:
        Malformed: at the first thing that is not JSON.
    """
    position = _skip(text, 0)
    root, position = _open(text, position)
    open_nodes = [root] if isinstance(root.value, (dict, list)) else []
    count = 0
    while open_nodes:
        node = open_nodes[-1]
        closing = "}" if isinstance(node.value, dict) else "]"
        position = _skip(text, position)
        if text[position : position + 1] == closing:
            node.end = position = position + 1
            open_nodes.pop()
            continue
        if node.value:
            if text[position : position + 1] != ",":
                raise _wrong(text, position, f'a comma or "{closing}" is missing')
            position = _skip(text, position + 1)
        child, position = _entry(text, position, node)
        count += 1
        if count > MOST:
            raise too_many(child.at)
        if isinstance(child.value, (dict, list)):
            open_nodes.append(child)
            if len(open_nodes) > DEEPEST:
                raise too_deep(child.at)
    position = _skip(text, position)
    if position < len(text):
        raise _wrong(text, position, "something stands after the end of the document")
    return root


def _entry(text: str, position: int, node: Node) -> tuple[Node, int]:
    if isinstance(node.value, list):
        child, position = _open(text, position)
        node.value.append(child)
        return child, position
    at = position
    if text[position : position + 1] != '"':
        raise _wrong(text, position, "a name in double quotes is missing")
    key, position = _string(text, position)
    if key in node.value:
        raise twice(key[:60], at, line_of(text, node.value[key].at))
    position = _skip(text, position)
    if text[position : position + 1] != ":":
        raise _wrong(text, position, 'a ":" is missing after the name')
    child, position = _open(text, _skip(text, position + 1))
    child.at = at
    node.value[key] = child
    return child, position


def _open(text: str, position: int) -> tuple[Node, int]:
    """A single value whole, or a table or list just opened."""
    first = text[position : position + 1]
    if first == "{":
        return Node({}, position, position, position + 1), position + 1
    if first == "[":
        return Node([], position, position, position + 1), position + 1
    value: Any
    if first == '"':
        value, end = _string(text, position)
        return Node(value, position, position, end), end
    if number := _NUMBER.match(text, position):
        try:
            value = float(number[0]) if number[1] or number[2] else int(number[0])
        except ValueError:
            raise _wrong(text, position, "a number is far too long") from None
        return Node(value, position, position, number.end()), number.end()
    word = _WORD.match(text, position)
    if word is None or word[0] not in _WORDS:
        raise _wrong(text, position, "a value is missing or not readable")
    return Node(_WORDS[word[0]], position, position, word.end()), word.end()


def _string(text: str, position: int) -> tuple[str, int]:
    try:
        value, end = scanstring(text, position + 1, True)
    except json.JSONDecodeError as error:
        raise _wrong(text, min(error.pos, len(text)), "a text in quotes is broken or not closed") from None
    return value, end


def _skip(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    return space.end() if space else position


def _wrong(text: str, position: int, what: str) -> Malformed:
    if position >= len(text):
        what = f"the text ends too early; {what}"
    return Malformed(f"this is not JSON ({what})", "check the quotes, commas and brackets there", position)


def replace(text: str, node: Node, raw: Raw) -> str:
    """Another value in the place of one that stands."""
    return text[: node.start] + literal(raw) + text[node.end :]


def insert(text: str, table: Node, path: tuple[str, ...], key: str, raw: Raw) -> str:
    """A new key last in a table, on a line of its own where the others have theirs."""
    return flow_add(text, table, lambda indent: f"{json.dumps(key)}: {_nested(text, raw, indent)}")


def append(text: str, rows: Node, path: tuple[str, ...], row: Table) -> str:
    """A new row at the end of a list."""
    return flow_add(text, rows, lambda indent: _nested(text, row, indent))


def remove(text: str, table: Node, key: str) -> str:
    """The key stays and says nothing: null is not asked."""
    node = table.value[key]
    return text[: node.start] + "null" + text[node.end :]


def to_rows(text: str, table: Node) -> str:
    """One table made a list of one row."""
    return f"{text[: table.start]}[{text[table.start : table.end]}]{text[table.end :]}"


def literal(raw: Any) -> str:
    """A value as JSON on one line."""
    return json.dumps(raw, ensure_ascii=False, default=date.isoformat)


def _nested(text: str, raw: Raw, indent: str | None) -> str:
    """Tables of facts are spread over lines like the rest of the document; one fact stays on its line."""
    if indent is None or not isinstance(raw, (Table, list)) or (isinstance(raw, list) and type(raw) is list):
        return literal(raw)
    first = _FIRST.search(text)
    step = first[1] if first else "  "
    end = newline(text)
    inner = indent + step
    if isinstance(raw, Table):
        parts = [f"{inner}{json.dumps(key)}: {_nested(text, value, inner)}" for key, value in raw.items()]
        return f"{{{end}{f',{end}'.join(parts)}{end}{indent}}}"
    parts = [f"{inner}{_nested(text, row, inner)}" for row in raw if isinstance(row, Table)]
    return f"[{end}{f',{end}'.join(parts)}{end}{indent}]"
