"""Text that a reader cannot see and a program can: under a box, in the colour of the paper, off the page.

Each page is drawn once. A character whose own box shows next to no contrast is not to be seen, whatever covers it. A
page with pictures on it is drawn once more without its text: a letter whose box stays as it was lies under one of them.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage  # type: ignore[import-untyped]

SCALE = 96 / 72
FAINT = 32
"""Grey levels of 255: text with less contrast than this to what is around it is not read by anyone."""

FAINT_LARGE = 10
LARGE = 30
"""Letters of this size in points are read at less contrast: the DRAFT across a page."""

TINY = 0.8
"""Points of a letter's longer side below which it is a speck: in type of 1 point a capital has 0.7."""

LIGHT = 215
"""From this level up a letter's own colour is compared with its ground: a line that crosses it must not save it."""

SHORTEST = 3
SHORTEST_INVISIBLE = 6
"""Letters in a row. Recognised text under a scan lies beside its picture here and there, and gets more room."""

MOST = 40_000
"""Characters looked at on one page."""

_INVISIBLE = 3
_CLIPPING = 7
_SCAN = 0.4
"""The part of a page from which a picture is a scan of it: the text beneath is what was recognised in it."""

_PART = 0.1
"""The part of a letter's box that is its strokes, at the least."""

_CHANGED = 4
"""Grey levels by which a letter that can be seen changes its box, at the least."""

_MARKS = frozenset(("draft", "borrador"))


@dataclass(frozen=True, slots=True)
class _Char:
    index: int
    letter: str
    hidden: bool
    box: tuple[int, int, int, int] | None = None


def hidden_runs(page: PdfPage) -> tuple[str, ...]:
    """The runs of characters on a page that nobody can see, in reading order."""
    text = page.get_textpage()
    try:
        if text.count_chars() <= 0:
            return ()
        bitmap: Any = page.render(scale=SCALE, grayscale=True, draw_annots=True)
        picture = bitmap.to_pil()
        characters = list(_characters(page, text, picture))
        if _covers(page) and any(one.box is not None for one in characters):
            bare = _without_text(page)
            characters = [_under(one, picture, bare, text) for one in characters]
            bare.close()
        found = tuple(_runs(text, characters))
        bitmap.close()
        return found
    finally:
        text.close()


def _characters(page: PdfPage, text: Any, picture: Image) -> Iterator[_Char]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    (zero_x, zero_y), (ax, ay), (bx, by) = _device(page, picture)
    left, right, low, high = (ctypes.c_double() for _ in range(4))
    pixels: Any = picture.load()
    wide, tall = picture.width, picture.height
    # Points on the sheet for a unit of the page's own space.
    unit = max(abs(ax), abs(bx), abs(ay), abs(by)) / SCALE
    light, started = False, True
    for index in range(min(text.count_chars(), MOST)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code <= 32 or code == 0xA0:
            started = True
            yield _Char(index, " ", hidden=False)
            continue
        letter = chr(code) if code < 0x110000 else "?"
        if not letter.isalnum():
            continue
        if started:
            # A word has one colour; asking for each letter would take half the time of the whole check.
            light, started = _own_level(text, index, pdfium) >= LIGHT, False
        pdfium.FPDFText_GetCharBox(text, index, left, right, low, high)
        side = max(right.value - left.value, high.value - low.value)
        if right.value - left.value < 0.4 or high.value - low.value < 0.4:
            loose = pdfium.FS_RECTF()
            pdfium.FPDFText_GetLooseCharBox(text, index, loose)
            left.value, right.value, low.value, high.value = loose.left, loose.right, loose.bottom, loose.top
        x0 = zero_x + ax * left.value + bx * low.value
        x1 = zero_x + ax * right.value + bx * high.value
        y0 = zero_y + ay * left.value + by * low.value
        y1 = zero_y + ay * right.value + by * high.value
        if not (math.isfinite(x0 + x1 + y0 + y1) and 0 <= (x0 + x1) / 2 < wide and 0 <= (y0 + y1) / 2 < tall):
            yield _Char(index, letter, hidden=True)
            continue
        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        tiny = 0.05 < side * unit < TINY and _painted(text, index)
        plain = not tiny and not light and _shows(pixels, box, wide, tall)
        hidden = tiny or (not plain and _unseen(picture, box, text, index, pdfium))
        yield _Char(index, letter, hidden, _within(box, picture))


def _covers(page: PdfPage) -> bool:
    """Whether a picture or a shading that is no scan of the page lies somewhere on it."""
    import pypdfium2.raw as pdfium

    kinds = [pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING]
    width, height = page.get_size()
    found = False
    for one in page.get_objects(filter=kinds):
        left, low, right, high = one.get_bounds()
        if abs((right - left) * (high - low)) >= _SCAN * width * height:
            return False
        found = True
    return found


def _without_text(page: PdfPage) -> Image:
    """The page drawn once more, its text not painted."""
    import pypdfium2.raw as pdfium

    objects = [(one, pdfium.FPDFTextObj_GetTextRenderMode(one.raw)) for one in _texts(page)]
    for one, _ in objects:
        pdfium.FPDFTextObj_SetTextRenderMode(one.raw, _INVISIBLE)
    bitmap: Any = page.render(scale=SCALE, grayscale=True, draw_annots=True)
    bare: Image = bitmap.to_pil().copy()
    bitmap.close()
    for one, mode in objects:
        pdfium.FPDFTextObj_SetTextRenderMode(one.raw, mode)
    return bare


def _texts(page: PdfPage) -> Iterator[Any]:
    import pypdfium2.raw as pdfium

    yield from page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])


def _under(one: _Char, picture: Image, bare: Image, text: Any) -> _Char:
    """The letter, hidden where painting it changes nothing in its box, and seen where that changes much of it."""
    from PIL import ImageChops

    if one.box is None:
        return one
    change = ImageChops.difference(picture.crop(one.box), bare.crop(one.box)).histogram()
    if one.hidden:
        # White letters on a photograph: the ground is not one level, and they are read all the same.
        return replace(one, hidden=sum(change[FAINT:]) < _PART * sum(change))
    if sum(change[_CHANGED:]):
        return one
    return replace(one, hidden=_painted(text, one.index))


def _painted(text: Any, index: int) -> bool:
    """Whether a letter is drawn at all: recognised text under a scan is not."""
    import pypdfium2.raw as pdfium

    found = pdfium.FPDFText_GetTextObject(text, index)
    return bool(found) and pdfium.FPDFTextObj_GetTextRenderMode(found) not in (_INVISIBLE, _CLIPPING)


def _within(box: tuple[float, float, float, float], picture: Image) -> tuple[int, int, int, int]:
    """A box in whole pixels of the picture, at least one each way."""
    left, top = max(0, math.floor(box[0])), max(0, math.floor(box[1]))
    right = min(picture.width, max(math.ceil(box[2]), left + 1))
    return left, top, right, min(picture.height, max(math.ceil(box[3]), top + 1))


def _shows(pixels: Any, box: tuple[float, float, float, float], wide: int, tall: int) -> bool:
    """Whether nine points of a letter's box already differ enough: true of nearly every letter that can be seen."""
    left, top, right, low = box
    across, down = right - left, low - top
    lightest, darkest = 0, 255
    for row in (0.5, 0.17, 0.83):
        y = min(tall - 1, max(0, int(top + down * row)))
        for column in (0.5, 0.17, 0.83):
            level = pixels[min(wide - 1, max(0, int(left + across * column))), y]
            if level > lightest:
                lightest = level
            if level < darkest:
                darkest = level
        if lightest - darkest >= FAINT:
            return True
    return False


def _unseen(picture: Image, box: tuple[float, float, float, float], text: Any, index: int, pdfium: Any) -> bool:
    """Whether a letter's box shows next to no contrast, or the letter has the colour of its ground."""
    cut = picture.crop(_within(box, picture))
    extrema: Any = cut.getextrema()
    faint = FAINT_LARGE if (box[3] - box[1]) / SCALE * 1.4 >= LARGE else FAINT
    if extrema[1] - extrema[0] < faint:
        return True
    own = _own_level(text, index, pdfium)
    if extrema[1] < LIGHT or own < LIGHT:
        return False
    histogram = cut.histogram()
    ground = max(range(256), key=histogram.__getitem__)
    return bool(abs(ground - own) < faint)


def _own_level(text: Any, index: int, pdfium: Any) -> float:
    """How light a letter itself is, of 255; 0 where it is not painted."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
    return 0.299 * red.value + 0.587 * green.value + 0.114 * blue.value if alpha.value else 0.0


def _runs(text: Any, characters: list[_Char]) -> Iterator[str]:
    """Runs of hidden letters; a visible letter ends one, a space does not."""
    run: list[_Char] = []
    for one in [*characters, None]:
        if one is not None and (one.hidden or (one.letter == " " and run)):
            run.append(one)
            continue
        letters = [char for char in run if char.letter != " "]
        if letters and len(letters) >= _shortest(text, letters):
            words = " ".join("".join(char.letter for char in run).split())
            if words.lower() not in _MARKS:
                yield words
        run = []


def _shortest(text: Any, letters: list[_Char]) -> int:
    import pypdfium2.raw as pdfium

    modes = [
        pdfium.FPDFTextObj_GetTextRenderMode(found)
        for char in letters[:8]
        if (found := pdfium.FPDFText_GetTextObject(text, char.index))
    ]
    return SHORTEST_INVISIBLE if modes and all(mode == _INVISIBLE for mode in modes) else SHORTEST


def _device(page: PdfPage, picture: Image) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
    """Where the page's origin lies in the picture, and what a point across and a point up are there, in pixels."""
    import pypdfium2.raw as pdfium

    fine = 64
    across, down = ctypes.c_int(), ctypes.c_int()

    def at(x: float, y: float) -> tuple[float, float]:
        size = (picture.width * fine, picture.height * fine)
        pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
        return across.value / fine, down.value / fine

    zero, right, up = at(0, 0), at(100, 0), at(0, 100)
    return (
        zero,
        ((right[0] - zero[0]) / 100, (right[1] - zero[1]) / 100),
        ((up[0] - zero[0]) / 100, (up[1] - zero[1]) / 100),
    )
