"""Static charts as SVG: drawn by Altair and Vega, then made fit to stand in a page.

Every chart is drawn twice, wide for a screen or paper and narrow for a phone, and the page shows one. Colours are CSS
variables of the page (``--c-`` for what is filled, ``--t-`` for the text on it), so light, dark and paper each have
theirs; text is text, in the page's font. Places are worked out here and not by Vega, which would measure text in
whatever fonts this machine has: the same counts give the same bytes.
"""

from __future__ import annotations

import textwrap
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from nolle.counsel.markup import NONE, Html, el, join

if TYPE_CHECKING:
    import altair as alt


class ReportError(ImportError):
    """A report that cannot be made as asked; the message says what to do instead."""


def check_charts() -> None:
    """Refuse, before any work is done, where the libraries that draw are not installed.

    Raises:
        ReportError: with the remedy.
    """
    try:
        import altair  # noqa: F401
        import vl_convert  # noqa: F401
    except ImportError:
        raise ReportError("a report with charts needs two more libraries: pip install 'nolle[charts]'") from None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar: the key of its colours, how many, and the word for it."""

    key: str
    count: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar and its label."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a chart of times: its label in full, and the one or two short lines beneath it."""

    label: str
    short: str
    under: str
    count: int


@dataclass(frozen=True, slots=True)
class Shape:
    """How a chart is laid out, in pixels: ``labels`` is the room left of the bars, 0 where labels stand above them."""

    name: str
    width: int
    labels: int
    chars: int
    font: int
    thick: int
    gap: int


WIDE = Shape("wide", 960, 364, 50, 14, 22, 10)
NARROW = Shape("narrow", 320, 0, 44, 13, 18, 10)
TIMES = Shape("narrow", 320, 132, 20, 13, 16, 6)
"""For columns laid on their side: their labels are short."""

CHAR = 0.58
"""The width of a character of a text face, in its size, on the generous side."""
EDGES = {"closed": "var(--edge)", "clear": "var(--edge)", "not_in_force": "var(--off)"}
"""Pale parts have an edge, so that they end somewhere on white paper."""
LEAST = 1.5
"""Pixels of the smallest part: one case in ten thousand is still seen."""
COLUMN_HEIGHT = 150


def stacked(id: str, bars: Sequence[Bar], whole: int, *, title: str, about: str) -> Html:
    """Horizontal bars that all come to ``whole``, with counts and words in the parts that have room for them.

    Args:
        id: the start of the ids of the drawings; used once on a page.
        bars: in the order in which they stand.
        whole: what every bar comes to.
        title: the name of the chart, for those who do not see it.
        about: one sentence on what it shows.
    """
    if not bars or whole <= 0:
        return NONE
    return _both(id, title, about, [(shape, _stacked(bars, whole, shape)) for shape in (WIDE, NARROW)])


def lengths(id: str, bars: Sequence[Bar], *, title: str, about: str) -> Html:
    """Horizontal bars of one part each, with the count at the end; arguments as for ``stacked``."""
    longest = max((bar.parts[0].count for bar in bars), default=0)
    if longest <= 0:
        return NONE
    return _both(id, title, about, [(shape, _lengths(bars, longest, shape)) for shape in (WIDE, NARROW)])


def columns(id: str, found: Sequence[Column], key: str, *, title: str, about: str) -> Html:
    """Upright columns side by side, with their counts on top; on a phone, rows beneath each other.

    Args:
        id: the start of the ids of the drawings.
        found: in the order of time.
        key: of their colours.
        title: the name of the chart.
        about: one sentence on what it shows.
    """
    highest = max((column.count for column in found), default=0)
    if highest <= 0:
        return NONE
    rows = [Bar(column.label, (Part(key, column.count),)) for column in found]
    drawn = [(WIDE, _columns(found, highest, key)), (TIMES, _lengths(rows, highest, TIMES))]
    return _both(id, title, about, drawn)


def swatch(key: str) -> Html:
    """A square in the colour of a part, for a legend; drawn, because paper leaves backgrounds out."""
    edge = EDGES.get(key, "none")
    square = el("rect", x="1", y="1", width="12", height="12", rx="2", fill=f"var(--c-{key})", stroke=edge)
    return el("svg", square, class_="swatch", viewBox="0 0 14 14", aria_hidden="true")


def _both(id: str, title: str, about: str, drawn: Sequence[tuple[Shape, alt.LayerChart]]) -> Html:
    return join(_svg(f"{id}-{shape.name}", chart, shape.name, title, about) for shape, chart in drawn)


def _wrapped(bars: Sequence[Bar], shape: Shape) -> list[list[str]]:
    return [textwrap.wrap(bar.label, shape.chars, max_lines=2, placeholder=" …") or [""] for bar in bars]


def _rows(lines: Sequence[Sequence[str]], shape: Shape) -> tuple[list[dict[str, Any]], list[float], float]:
    """The lines of the labels with their places, the top of each bar, and the height of all."""
    step = shape.font * 1.2
    said, tops, y = [], [], 0.0
    for some in lines:
        block = len(some) * step
        if shape.labels:
            height = max(block, shape.thick)
            top, first = y + (height - shape.thick) / 2, y + (height - block) / 2
        else:
            height = block + 3 + shape.thick
            top, first = y + block + 3, y
        said += [{"text": text, "y": round(first + (n + 0.5) * step, 2)} for n, text in enumerate(some)]
        tops.append(round(top, 2))
        y += height + shape.gap
    return said, tops, round(y - shape.gap, 2)


def _stacked(bars: Sequence[Bar], whole: int, shape: Shape) -> alt.LayerChart:
    said, tops, height = _rows(_wrapped(bars, shape), shape)
    left = shape.labels + 12 if shape.labels else 0
    scale = (shape.width - left - 1) / whole
    rects, counts = [], []
    for bar, top in zip(bars, tops, strict=True):
        ends = list(accumulate(part.count for part in bar.parts))
        # Drawn from the right, so that the least a part is shown with lies over its neighbour and is not lost.
        for part, end in reversed(list(zip(bar.parts, ends, strict=True))):
            if part.count:
                start, size = left + (end - part.count) * scale, part.count * scale
                rects.append(_rect(part.key, start, top, start + max(size - 1, LEAST), top + shape.thick))
                counts += _inside(part, start, size, top, shape)
    grid = [_tick(n, left + n * scale, height) for n in _ticks(whole)] if shape.labels else []
    return _drawn(shape, height, rects, [*_labels(said, shape), *counts], grid)


def _inside(part: Part, start: float, size: float, top: float, shape: Shape) -> list[dict[str, Any]]:
    """The count of a part, with its word where there is room, or nothing where there is none."""
    font = shape.font - 1
    for text in (f"{part.count:,} {part.word}", f"{part.count:,}"):
        if len(text) * font * CHAR + 8 <= size:
            return [_text(text, start + 6, top + shape.thick / 2, font, f"var(--t-{part.key})")]
    return []


def _lengths(bars: Sequence[Bar], longest: int, shape: Shape) -> alt.LayerChart:
    said, tops, height = _rows(_wrapped(bars, shape), shape)
    left = shape.labels + 12 if shape.labels else 0
    room = len(f"{longest:,}") * shape.font * CHAR + 8
    scale = (shape.width - left - room) / longest
    rects, counts = [], []
    for bar, top in zip(bars, tops, strict=True):
        part = bar.parts[0]
        end = left + (max(part.count * scale, LEAST) if part.count else 0)
        if part.count:
            rects.append(_rect(part.key, left, top, end, top + shape.thick))
        counts.append(_text(f"{part.count:,}", end + 6, top + shape.thick / 2, shape.font, "var(--ink)"))
    return _drawn(shape, height, rects, [*_labels(said, shape), *counts])


def _columns(found: Sequence[Column], highest: int, key: str) -> alt.LayerChart:
    shape, font = WIDE, WIDE.font - 1
    step = min(shape.width / len(found), 96.0)
    foot = font * 1.4 + COLUMN_HEIGHT
    scale = COLUMN_HEIGHT / highest
    # A label is left out where the one before it would run into it; those of a new year stay.
    apart = max(1, -int(-(max(len(column.short) for column in found) * font * CHAR + 6) // step))
    rects, texts = [], []
    for n, column in enumerate(found):
        middle = (n + 0.5) * step
        if column.count:
            top = foot - max(column.count * scale, LEAST)
            rects.append(_rect(key, middle - step * 0.38, top, middle + step * 0.38, foot))
            count = f"{column.count:,}"
            if len(count) * font * CHAR <= step:
                texts.append(_text(count, middle, top - font * 0.7, font, "var(--ink)", "middle"))
        if n % apart == 0:
            texts.append(_text(column.short, middle, foot + font, font, "var(--ink-2)", "middle"))
        if column.under:
            texts.append(_text(column.under, middle, foot + font * 2.3, font, "var(--ink-3)", "middle"))
    base = [{"x": 0.0, "y": foot, "x2": round(step * len(found), 2), "y2": foot, "stroke": "var(--edge)"}]
    return _drawn(shape, foot + font * 3, rects, texts, base)


def _labels(said: Sequence[dict[str, Any]], shape: Shape) -> list[dict[str, Any]]:
    x, anchor = (shape.labels, "end") if shape.labels else (0, "start")
    return [_text(line["text"], x, line["y"], shape.font, "var(--ink)", anchor) for line in said]


def _ticks(whole: int) -> list[int]:
    """Nothing, all, and the round numbers between, four or five of them."""
    power = 10 ** max(0, len(str(whole)) - 2)
    step = next((power * n for n in (1, 2, 5, 10, 20, 50) if whole / (power * n) <= 5), whole)
    return [*range(0, max(whole - step // 2, 1), step), whole]


def _tick(n: int, x: float, height: float) -> dict[str, Any]:
    x = round(x, 2)
    return {"x": x, "y": -4.0, "x2": x, "y2": height + 4, "stroke": "var(--rule)", "label": f"{n:,}"}


def _rect(key: str, x: float, y: float, x2: float, y2: float) -> dict[str, Any]:
    place = {"x": round(x, 2), "y": round(y, 2), "x2": round(x2, 2), "y2": round(y2, 2)}
    return {**place, "fill": f"var(--c-{key})", "stroke": EDGES.get(key, "none")}


def _text(text: str, x: float, y: float, size: float, fill: str, anchor: str = "start") -> dict[str, Any]:
    align = {"start": "left", "end": "right", "middle": "center"}[anchor]
    return {"text": text, "x": round(x, 2), "y": round(y, 2), "size": size, "fill": fill, "align": align}


def _drawn(
    shape: Shape,
    height: float,
    rects: list[dict[str, Any]],
    texts: list[dict[str, Any]],
    lines: Sequence[dict[str, Any]] = (),
) -> alt.LayerChart:
    """The chart of what has its place already: scales that change nothing, no axes, no legend."""
    import altair as alt

    ticks = [line for line in lines if "label" in line]
    above = 24 if ticks else 1
    texts = texts + [_text(t["label"], t["x"], -14, shape.font - 2, "var(--ink-3)", "middle") for t in ticks[:-1]]
    texts += [_text(t["label"], t["x"], -14, shape.font - 2, "var(--ink-3)", "end") for t in ticks[-1:]]
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, shape.width], range=[0, shape.width], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], range=[0, height], nice=False))
    ends = {"x2": "x2:Q", "y2": "y2:Q"}
    as_given: dict[str, Any] = {
        name: alt.Stroke(f"{name}:N", scale=None) if name == "stroke" else alt.Fill(f"{name}:N", scale=None)
        for name in ("fill", "stroke")
    }
    layers: list[Any] = []
    if lines:
        layers.append(_of(lines).mark_rule(aria=False).encode(x, y, **ends, stroke=as_given["stroke"]))
    if rects:
        layers.append(_of(rects).mark_rect(aria=False, strokeWidth=0.75).encode(x, y, **ends, **as_given))
    for align in ("left", "right", "center"):
        some = [text for text in texts if text["align"] == align]
        if some:
            size = alt.Size("size:Q", scale=None)
            marks = _of(some).mark_text(aria=False, align=align, baseline="middle")
            layers.append(marks.encode(x, y, text="text:N", size=size, fill=as_given["fill"]))
    chart = alt.layer(*layers).properties(width=shape.width, height=height)
    padding = {"left": 0, "right": 0, "top": above, "bottom": 5}
    drawn: alt.LayerChart = chart.configure(padding=padding, autosize="none").configure_view(stroke=None)
    return drawn


def _of(rows: Sequence[dict[str, Any]]) -> alt.Chart:
    import altair as alt

    return alt.Chart(alt.Data(values=list(rows)))  # type: ignore[no-untyped-call]


_KEPT = {
    "path": ("d", "transform", "fill", "stroke", "stroke-width"),
    "line": ("x1", "x2", "y1", "y2", "transform", "stroke", "stroke-width"),
    "text": ("text-anchor", "transform", "font-size", "fill"),
    "g": ("transform",),
}
"""What the page keeps of what Vega wrote: shapes and texts, no ids, no fonts, no roles of its own."""


def _svg(id: str, chart: alt.LayerChart, class_: str, title: str, about: str) -> Html:
    """The drawing as an element of the page: scaled by its box, named and described for a reader's voice."""
    import vl_convert

    root = ET.fromstring(vl_convert.vegalite_to_svg(chart.to_dict(), allowed_base_urls=[]))
    named = [el("title", title, id=f"{id}-t"), el("desc", about, id=f"{id}-d")]
    return el(
        "svg", *named, *(_cleaned(part) for part in root), class_=f"chart-{class_}", role="img",
        viewBox=root.attrib["viewBox"], aria_labelledby=f"{id}-t", aria_describedby=f"{id}-d",
    )  # fmt: skip


def _cleaned(node: ET.Element) -> Html:
    tag = node.tag.rpartition("}")[2]
    hidden = node.get("display") == "none" or node.get("class") == "background"
    if tag not in _KEPT or hidden:
        return NONE
    inner = join([node.text, *(_cleaned(part) for part in node)]) if tag != "g" else join(map(_cleaned, node))
    if tag in ("g", "text") and not inner:
        return NONE
    kept = {name: value for name in _KEPT[tag] if (value := node.get(name)) not in (None, "none", "translate(0,0)")}
    return inner if tag == "g" and not kept else el(tag, inner, **kept)
