"""A document as a tree that knows where each part stands in the text, and the edits that formats share."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

DEEPEST = 16
"""How deep tables and lists may lie in each other. A case file needs five."""

MOST = 20_000
"""How many values a document may hold. A long case has a thousand; a reader in plain Python should not be kept busy."""

Style: TypeAlias = Literal["flow", "block", "section", "implicit", "dotted", "rows"]
"""How a part is written: within brackets or as a single value (``flow``), by indentation (``block``, YAML), and in
TOML under a header (``section``), only through the headers of its parts (``implicit``), through keys with dots
(``dotted``), or as ``[[...]]`` headers (``rows``)."""


class Malformed(Exception):
    """Text that is not of its format: what is wrong, what is accepted, and the offset where it was seen."""

    def __init__(self, what: str, accepted: str, offset: int = 0) -> None:
        super().__init__(what, accepted, offset)
        self.what, self.accepted, self.offset = what, accepted, offset


@dataclass(slots=True, eq=False)
class Node:
    """One part of a document.

    ``value`` is a single value, a dict of nodes by key or a list of nodes. ``at`` is the offset an error points to
    (the key where there is one); ``start`` and ``end`` enclose the value. In TOML ``tail`` is where a table's last
    own statement ends, and ``lead`` what stands before its keys there.
    """

    value: Any
    at: int
    start: int
    end: int
    style: Style = "flow"
    tail: int = -1
    lead: str = ""


class Table(dict[str, Any]):
    """A table of facts to be written, as opposed to a plain dict, which is the inline table of one fact."""


class Rows(list[Table]):
    """Rows to be written, as opposed to a plain list, which is the value of one fact."""


Raw: TypeAlias = bool | int | str | date | list[str] | dict[str, Any] | Table | Rows


def too_deep(offset: int) -> Malformed:
    """The refusal of tables in tables in tables."""
    return Malformed(
        f"tables or lists lie more than {DEEPEST} deep in each other",
        "a case file holds tables such as person, and facts in them",
        offset,
    )


def too_many(offset: int) -> Malformed:
    """The refusal of a document that is too long to be one case."""
    return Malformed(
        f"the file holds more than {MOST:,} values", "a case file holds one case; was it another file?", offset
    )


def twice(key: str, offset: int, first_line: int) -> Malformed:
    """The refusal of a key given twice, with the line of the first."""
    return Malformed(
        f"{key} is given twice (first on line {first_line})",
        "keep one of them; more than one relative, conviction or filing of a form is a list of rows",
        offset,
    )


def line_of(text: str, offset: int) -> int:
    """The line of an offset, counted from 1."""
    return text.count("\n", 0, offset) + 1


def newline(text: str) -> str:
    """How the document ends its lines."""
    return "\r\n" if "\r\n" in text else "\n"


def line_end(text: str, offset: int) -> int:
    """The end of the line an offset is on, before its newline."""
    end = text.find("\n", offset)
    if end == -1:
        return len(text)
    return end - 1 if end > offset and text[end - 1] == "\r" else end


def line_start(text: str, offset: int) -> int:
    """The start of the line an offset is on."""
    return text.rfind("\n", 0, offset) + 1


def flow_add(text: str, node: Node, entry: Callable[[str | None], str]) -> str:
    """Put an entry last between the brackets of a table or list.

    Args:
        text: the document.
        node: the table or list.
        entry: the entry's text, given the indent of its siblings where each has a line of its own.
    """
    children = list(node.value.values() if isinstance(node.value, dict) else node.value)
    if not children:
        return text[: node.start + 1] + entry(None) + text[node.end - 1 :]
    last = children[-1].end
    gap = text[node.start + 1 : children[0].at]
    if "\n" not in gap:
        return f"{text[:last]}, {entry(None)}{text[last:]}"
    indent = text[line_start(text, children[-1].at) : children[-1].at]
    indent = indent if not indent.strip() else gap.rpartition("\n")[2]
    return f"{text[:last]},{newline(text)}{indent}{entry(indent)}{text[last:]}"


def quoted(text: str) -> str:
    """A text in double quotes as TOML and YAML both read it; what cannot be seen is written as an escape."""
    shown = json.dumps(text, ensure_ascii=False)
    if shown.isprintable():
        return shown
    return "".join(
        c if c.isprintable() else f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in shown
    )
