"""A small writer of static SVG: real text, shapes with their words beside them, light and dark, narrow and wide.

There is no ``viewBox``: a picture is drawn in CSS pixels and lays itself out anew for a narrow screen, so that its text
stays the size of text. A program that reads no style sheet sees the wide arrangement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nolle.counsel.markup import Html, el
from nolle.logic import Lang

from .matter import Kind

STYLE = """
.nd { --paper: #faf7f1; --surface: #fff; --ink: #1b2130; --ink-2: #454d5e; --ink-3: #5c6474; --rule: #e2dbcd;
  --edge: #cfc6b4; --hearing: #97311f; --deadline: #14524b; --tint: #e3efeb; --age: #6a2e74; --watch: #774d00;
  --event: #565d6d; background: var(--paper); color: var(--ink);
  font-family: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial,
  sans-serif }
@media screen and (prefers-color-scheme: dark) { .nd { --paper: #14171d; --surface: #1b2028; --ink: #ece8df;
  --ink-2: #c0c3cb; --ink-3: #a2a8b4; --rule: #2e3440; --edge: #414957; --hearing: #f3a48f; --deadline: #84cfc0;
  --tint: #17322f; --age: #dfb3e6; --watch: #eac374; --event: #b1b6c1 } }
.nd text { fill: currentColor; font-size: 14px }
.nd .h1 { font: 400 27px "Iowan Old Style", Palatino, "URW Palladio L", P052, Georgia, "Liberation Serif", serif }
.nd .h2 { font: 400 19px "Iowan Old Style", Palatino, "URW Palladio L", P052, Georgia, "Liberation Serif", serif }
.nd .b { font-weight: 650 }
.nd .s { font-size: 13px } .nd .d { fill: var(--ink-3) } .nd .e { text-anchor: end } .nd .m { text-anchor: middle }
.nd .x { text-decoration: line-through }
.nd .p { fill: var(--paper); font-weight: 650 }
.nd .rule { stroke: var(--rule); stroke-width: 1 } .nd .rail { stroke: var(--edge); stroke-width: 2 }
.nd .cross { stroke: var(--ink-3); stroke-width: 1.5 } .nd .last, .nd .today { fill: none; stroke: currentColor }
.nd .last { stroke-width: 1.5; stroke-dasharray: 3 3 } .nd .today { stroke-width: 2 }
.nd .now { stroke: var(--hearing); stroke-width: 2 }
.nd .over { font-weight: 650; paint-order: stroke; stroke: var(--paper); stroke-width: 6px }
.nd .gap { stroke-dasharray: 2 5 }
.nd .f { fill: currentColor } .nd .o { fill: var(--paper); stroke: currentColor; stroke-width: 2;
  vector-effect: non-scaling-stroke }
.nd .c-hearing { color: var(--hearing) } .nd .c-deadline, .nd .c-first_day { color: var(--deadline) }
.nd .c-age { color: var(--age) } .nd .c-watch, .nd .c-request { color: var(--watch) }
.nd .c-event, .nd .c-order { color: var(--event) }
"""
"""Shared by every picture; colours are named for what they mean, as on the opinion's page."""

MARGIN = 20
LETTER = 0.51
"""The usual width of a letter, in its size."""


def document(
    title: str,
    description: str,
    lang: Lang,
    width: int,
    height: int,
    body: Sequence[Html],
    style: str = "",
) -> str:
    """A whole SVG file.

    Args:
        title: what it shows, for who cannot see it.
        description: what it holds, in a sentence or two.
        lang: its language.
        width: of the wide arrangement, in pixels.
        height: the same.
        body: what it holds; its middle stands at x = 0.
        style: rules beside the shared ones: the narrow arrangements.
    """
    centred = el("svg", el("g", *body), x="50%", overflow="visible")
    whole = el(
        "svg",
        el("title", title, id="nd-t"),
        el("desc", description, id="nd-d"),
        el("style", Html(f"{STYLE}{style}")),
        centred,
        xmlns="http://www.w3.org/2000/svg",
        class_="nd",
        width=str(width),
        height=str(height),
        lang=lang,
        role="group",
        aria_labelledby="nd-t nd-d",
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}'


def words(x: float, y: float, said: str, class_: str | None = None) -> Html:
    """One line of text, its baseline at ``y``."""
    return el("text", said, x=f"{x:g}", y=f"{y:g}", class_=class_)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Html:
    """A straight line."""
    return el("line", x1=f"{x1:g}", y1=f"{y1:g}", x2=f"{x2:g}", y2=f"{y2:g}", class_=class_)


def at(x: float, y: float, *parts: Html, class_: str | None = None) -> Html:
    """A group moved to a place."""
    return el("g", *parts, class_=class_, transform=f"translate({x:g} {y:g})")


_SHAPES: Mapping[Kind, tuple[str, str]] = {
    "hearing": ("M-6-6h12v12h-12z", "f"),
    "deadline": ("M0-7.5l7.5 7.5l-7.5 7.5l-7.5-7.5z", "f"),
    "first_day": ("M-5-6.5l11 6.5l-11 6.5z", "o"),
    "age": ("M0-7l7 12.5h-14z", "f"),
    "watch": ("M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z", "o"),
    "event": ("M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", "f"),
    "order": ("M-6-6h12v12h-12z", "o"),
    "request": ("M-5-6.5l11 6.5l-11 6.5z", "f"),
}


def shape(kind: Kind, x: float, y: float, size: float = 1) -> Html:
    """The shape of a kind of date, its middle at a place. Its name stands beside it in words."""
    drawn, how = _SHAPES[kind]
    scale = f" scale({size:g})" if size != 1 else ""
    path = el("path", d=drawn, class_=how)
    return el("g", path, class_=f"c-{kind}", transform=f"translate({x:g} {y:g}){scale}", aria_hidden="true")


def wrapped(said: str, room: float, size: float = 14) -> list[str]:
    """Text in lines that fit so many pixels, by the usual width of a letter."""
    most, lines = max(8, int(room / (size * LETTER))), [""]
    for word in said.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
