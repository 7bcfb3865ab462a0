"""The three ways a case file is written: TOML, JSON and YAML, each read with positions and edited in place.

Every format module has ``parse(text)`` giving a tree of ``Node``, and the same few edits of the text: ``replace``,
``insert``, ``append``, ``remove`` and ``to_rows``. An edit touches only the bytes it must, so that comments, order
and quoting stay as their author left them.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import Literal, Protocol, TypeAlias, cast

from .node import Malformed, Node, Raw, Rows, Table

Format: TypeAlias = Literal["toml", "json", "yaml"]
FORMATS: tuple[Format, ...] = ("toml", "json", "yaml")

__all__ = ["FORMATS", "Format", "Malformed", "Node", "Raw", "Rows", "Table", "Writer", "format_of", "writer"]


class Writer(Protocol):
    """What each format module does. Every edit takes the text and gives the new text."""

    def parse(self, text: str) -> Node:
        """The document as a tree. Raises ``Malformed``."""

    def replace(self, text: str, node: Node, raw: Raw) -> str:
        """Another value in the place of one that stands."""

    def insert(self, text: str, table: Node, path: tuple[str, ...], key: str, raw: Raw) -> str:
        """A new key in a table; ``path`` names the table."""

    def append(self, text: str, rows: Node, path: tuple[str, ...], row: Table) -> str:
        """A new row at the end of a list."""

    def remove(self, text: str, table: Node, key: str) -> str:
        """A key taken out, or set to nothing where the format has a word for nothing."""

    def to_rows(self, text: str, table: Node) -> str:
        """One table made a list of one row."""


def writer(format: Format) -> Writer:
    """The module of a format, imported when first needed: YAML's parser is slow to load."""
    return cast("Writer", import_module(f".{format}", __name__))


def format_of(name: str) -> Format | None:
    """The format that a file's name says: ``.toml``, ``.json``, ``.yaml`` or ``.yml``."""
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    return next((format for format in FORMATS if format == suffix or (format, suffix) == ("yaml", "yml")), None)
