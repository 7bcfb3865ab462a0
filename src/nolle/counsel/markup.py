"""Markup as escaped strings: what is not already ``Html`` is escaped, so a fact can never become a tag."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_VOID = frozenset(("meta", "link", "br", "hr"))
_INLINE = frozenset(("a", "b", "i", "small", "span"))


class Html(str):
    """Markup that is safe to print as it stands."""

    __slots__ = ()


NONE = Html("")


def el(tag: str, *parts: str | None, **attributes: str | bool | None) -> Html:
    """One element.

    Args:
        tag: its name.
        parts: what stands in it; plain text is escaped, ``None`` is left out.
        attributes: ``class_`` for class, ``aria_label`` for aria-label; ``None`` and ``False`` are left out.
    """
    said = "".join(_attribute(name, value) for name, value in attributes.items() if value not in (None, False))
    end = "" if tag in _INLINE else "\n"
    if tag in _VOID:
        return Html(f"<{tag}{said}>{end}")
    return Html(f"<{tag}{said}>{join(parts)}</{tag}>{end}")


def join(parts: Iterable[str | None], between: str = "") -> Html:
    """Parts one after another, each escaped unless it is markup already."""
    return Html(between.join(safe(part) for part in parts if part))


def safe(part: str) -> Html:
    """The part as markup: escaped, with quotes, unless it is markup already."""
    return part if isinstance(part, Html) else Html(escape(part, quote=True))


def items(tag: str, rows: Iterable[str], **attributes: str | bool | None) -> Html:
    """A list (``ul`` or ``ol``) of the rows; nothing where there is none."""
    lines = [el("li", row) for row in rows if row]
    return el(tag, *lines, **attributes) if lines else NONE


def _attribute(name: str, value: str | bool | None) -> str:
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value), quote=True)}"'
