"""YAML 1.2 read with positions, from the events of ruamel.yaml: no tags, no aliases, no surprise booleans."""

from __future__ import annotations

import json
import re
import warnings
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

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_PLAIN = re.compile(r"[a-z][a-z0-9_]*")
_RESERVED = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])


def parse(text: str) -> Node:
    """The document as a tree, by the core schema of YAML 1.2.

    Raises:
        Malformed: for what is not YAML, and for aliases, tags, a second document or keys that are not text.
    """
    root: Node | None = None
    stack: list[Node] = []
    keys: list[tuple[str, int, int] | None] = []
    for count, event in enumerate(_events(text)):
        kind = type(event).__name__
        at = min(event.start_mark.index, len(text))
        if count > 2 * MOST:
            raise too_many(at)
        if kind == "DocumentStartEvent" and root is not None:
            raise Malformed("a second document starts here", "a case file holds one case", at)
        if kind == "AliasEvent":
            raise Malformed("an alias (*) stands here", "write the value out again", at)
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            node = stack.pop()
            keys.pop()
            if node.style == "flow":
                node.end = event.end_mark.index
            if stack:
                stack[-1].end = max(stack[-1].end, node.end)
            continue
        if kind not in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent"):
            continue
        if event.tag is not None and (kind != "ScalarEvent" or not any(event.implicit)):
            raise Malformed("a tag (!) stands here", "write plain values", at)
        if stack and isinstance(stack[-1].value, dict) and keys[-1] is None:
            keys[-1] = _key(text, event, kind, stack[-1])
            continue
        node = _node(text, event, kind, keys[-1] if keys else None)
        if not stack:
            root = node
        elif isinstance(stack[-1].value, list):
            stack[-1].value.append(node)
        else:
            name, node.at, _ = keys[-1]  # type: ignore[misc]
            stack[-1].value[name] = node
            keys[-1] = None
        if stack:
            stack[-1].end = max(stack[-1].end, node.end)
        if isinstance(node.value, (dict, list)):
            stack.append(node)
            keys.append(None)
            if len(stack) > DEEPEST:
                raise too_deep(node.at)
    return root if root is not None else Node(None, 0, 0, 0)


def _events(text: str) -> Iterator[Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        events = iter(YAML(typ="safe", pure=True).parse(text))
        while True:
            try:
                event = next(events)
            except StopIteration:
                return
            except MarkedYAMLError as error:
                mark = error.problem_mark or error.context_mark
                what = str(error.problem or error.context or "not readable")
                raise _wrong(what, min(mark.index, len(text)) if mark is not None else 0) from None
            except Exception as error:  # on junk the parser also lets its own slips out
                raise _wrong(str(error).partition("\n")[0] or "not readable", 0) from None
            yield event


def _wrong(what: str, offset: int) -> Malformed:
    return Malformed(
        f"this is not YAML ({what[:80]})",
        "check the indentation (spaces, never tabs), the colons and the quotes there",
        offset,
    )


def _key(text: str, event: Any, kind: str, table: Node) -> tuple[str, int, int]:
    at = event.start_mark.index
    if kind != "ScalarEvent" or (event.value == "" and not event.style):
        raise Malformed("a key here is not a word", "write a name such as person, then a colon", at)
    key = str(event.value)
    if key in table.value:
        raise twice(key[:60], at, line_of(text, table.value[key].at))
    return key, at, event.end_mark.index


def _node(text: str, event: Any, kind: str, key: tuple[str, int, int] | None) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    if kind != "ScalarEvent":
        value: Any = {} if kind == "MappingStartEvent" else []
        return Node(value, start, start, end, "flow" if event.flow_style else "block")
    if event.style in ("|", ">"):
        end = start + len(text[start:end].rstrip())
        return Node(str(event.value), start, start, end, "block")
    if start == end and key is not None:
        # The parser places an empty value where the next thing starts, which may be lines away.
        colon = text.find(":", key[2])
        start = end = colon + 1 if colon >= 0 else start
    value = str(event.value) if event.style else _plain(str(event.value), start)
    return Node(value, start, start, end)


def _plain(word: str, start: int) -> Any:
    if word in _NULLS:
        return None
    if word in _BOOLS:
        return _BOOLS[word]
    try:
        if _INT.fullmatch(word):
            return int(word)
        if _FLOAT.fullmatch(word):
            return float(word.replace(".inf", "inf").replace(".nan", "nan").replace(".Inf", "inf"))
    except ValueError:
        if len(word) > 400:
            raise _wrong("a number is far too long", start) from None
    return word


def replace(text: str, node: Node, raw: Raw) -> str:
    """Another value in the place of one that stands, or of nothing."""
    space = " " if node.start == node.end and text[node.start - 1 : node.start] == ":" else ""
    return text[: node.start] + space + literal(raw) + text[node.end :]


def insert(text: str, table: Node, path: tuple[str, ...], key: str, raw: Raw) -> str:
    """A new key last in a table, indented as the others are."""
    if table.style == "flow":
        return flow_add(text, table, lambda indent: f"{key}: {literal(raw)}")
    column = _column(text, next(iter(table.value.values())).at)
    return _line_after(text, table.end, _block(key, raw, " " * column, newline(text)))


def append(text: str, rows: Node, path: tuple[str, ...], row: Table) -> str:
    """A new row after the last, indented as the others are."""
    if rows.style == "flow":
        return flow_add(text, rows, lambda indent: literal(row))
    return _line_after(text, rows.end, _item(row, " " * _column(text, rows.start), newline(text)))


def remove(text: str, table: Node, key: str) -> str:
    """The key stays and says nothing: null is not asked."""
    node = table.value[key]
    return text if node.value is None else f"{text[: node.start]}null{text[node.end :]}"


def to_rows(text: str, table: Node) -> str:
    """One table made a list of one row."""
    if table.style == "flow":
        return f"{text[: table.start]}[{text[table.start : table.end]}]{text[table.end :]}"
    body = text[table.start : table.end].replace("\n", "\n  ")
    return f"{text[: table.start]}- {body}{text[table.end :]}"


def literal(raw: Any) -> str:
    """A value as YAML on one line."""
    if isinstance(raw, date):
        return raw.isoformat()
    if isinstance(raw, dict):
        inner = ", ".join(f"{key}: {literal(value)}" for key, value in raw.items())
        return f"{{{inner}}}"
    if isinstance(raw, list):
        return f"[{', '.join(map(literal, raw))}]"
    if isinstance(raw, str) and _PLAIN.fullmatch(raw) and raw not in _RESERVED:
        return raw
    return quoted(raw) if isinstance(raw, str) else json.dumps(raw)


def _block(key: str, raw: Any, indent: str, end: str) -> str:
    deeper = indent + "  "
    if isinstance(raw, Table) and raw:
        return end.join([f"{indent}{key}:", *(_block(k, v, deeper, end) for k, v in raw.items())])
    if isinstance(raw, Rows):
        return end.join([f"{indent}{key}:", *(_item(row, deeper, end) for row in raw)])
    return f"{indent}{key}: {literal(raw)}"


def _item(row: Table, indent: str, end: str) -> str:
    body = end.join(_block(key, value, indent + "  ", end) for key, value in row.items())
    return f"{indent}- {body.removeprefix(indent + '  ')}"


def _column(text: str, offset: int) -> int:
    return offset - line_start(text, offset)


def _line_after(text: str, offset: int, lines: str) -> str:
    cut = line_end(text, offset)
    return f"{text[:cut]}{newline(text)}{lines}{text[cut:]}"
