"""Text that a reader cannot see and a program can: under a box, in the colour of the paper, off the page.

Each page is drawn once. A character whose own box shows next to no contrast is not to be seen, whatever covers it.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

SCALE = 96 / 72
FAINT = 32
"""Grey levels of 255: text with less contrast than this to what is around it is not read by anyone."""

FAINT_LARGE = 10
LARGE = 30
"""Letters of this size in points are read at less contrast: the DRAFT across a page."""

LIGHT = 215
"""From this level up a letter's own colour is compared with its ground: a line that crosses it must not save it."""

SHORTEST = 3
SHORTEST_INVISIBLE = 6
"""Letters in a row. Recognised text under a scan lies beside its picture here and there, and gets more room."""

MOST = 40_000
"""Characters looked at on one page."""

_INVISIBLE = 3
_MARKS = frozenset(("draft", "borrador"))


@dataclass(frozen=True, slots=True)
class _Char:
    index: int
    letter: str
    hidden: bool


def hidden_runs(page: PdfPage) -> tuple[str, ...]:
    """The runs of characters on a page that nobody can see, in reading order."""
    text = page.get_textpage()
    try:
        if text.count_chars() <= 0:
            return ()
        bitmap: Any = page.render(scale=SCALE, grayscale=True, draw_annots=True)
        picture = bitmap.to_pil()
        found = tuple(_runs(text, list(_characters(page, text, picture))))
        bitmap.close()
        return found
    finally:
        text.close()


def _characters(page: PdfPage, text: Any, picture: Image) -> Iterator[_Char]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    to_x, to_y = _device(page, picture)
    sides = [ctypes.c_double() for _ in range(4)]
    left, right, low, high = sides
    colour = [ctypes.c_uint() for _ in range(4)]
    for index in range(min(text.count_chars(), MOST)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code <= 32 or code == 0xA0:
            yield _Char(index, " ", hidden=False)
            continue
        letter = chr(code) if code < 0x110000 else "?"
        if not letter.isalnum():
            continue
        pdfium.FPDFText_GetCharBox(text, index, left, right, low, high)
        if right.value - left.value < 0.4 or high.value - low.value < 0.4:
            loose = pdfium.FS_RECTF()
            pdfium.FPDFText_GetLooseCharBox(text, index, loose)
            left.value, right.value, low.value, high.value = loose.left, loose.right, loose.bottom, loose.top
        corners = [(to_x(x, y), to_y(x, y)) for x, y in ((left.value, low.value), (right.value, high.value))]
        xs, ys = sorted(corner[0] for corner in corners), sorted(corner[1] for corner in corners)
        yield _Char(index, letter, hidden=_unseen(picture, xs, ys, text, index, colour, pdfium))


def _unseen(
    picture: Image, xs: list[float], ys: list[float], text: Any, index: int, colour: list[Any], pdfium: Any
) -> bool:
    if not all(math.isfinite(side) for side in (*xs, *ys)):
        return True
    across, down = sum(xs) / 2, sum(ys) / 2
    if not (0 <= across <= picture.width and 0 <= down <= picture.height):
        return True
    box = (
        max(0, math.floor(xs[0])),
        max(0, math.floor(ys[0])),
        min(picture.width, max(math.ceil(xs[1]), math.floor(xs[0]) + 1)),
        min(picture.height, max(math.ceil(ys[1]), math.floor(ys[0]) + 1)),
    )
    cut = picture.crop(box)
    extrema: Any = cut.getextrema()
    tall = (ys[1] - ys[0]) / SCALE
    if extrema[1] - extrema[0] < (FAINT_LARGE if tall * 1.4 >= LARGE else FAINT):
        return True
    if extrema[1] < LIGHT:
        return False
    pdfium.FPDFText_GetFillColor(text, index, *colour)
    red, green, blue, alpha = (one.value for one in colour)
    own = 0.299 * red + 0.587 * green + 0.114 * blue
    if own < LIGHT or alpha == 0:
        return False
    histogram = cut.histogram()
    ground = max(range(256), key=histogram.__getitem__)
    return abs(ground - own) < (FAINT_LARGE if tall * 1.4 >= LARGE else FAINT)


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
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    modes = [
        pdfium.FPDFTextObj_GetTextRenderMode(found)
        for char in letters[:8]
        if (found := pdfium.FPDFText_GetTextObject(text, char.index))
    ]
    return SHORTEST_INVISIBLE if modes and all(mode == _INVISIBLE for mode in modes) else SHORTEST


def _device(page: PdfPage, picture: Image) -> tuple[Any, Any]:
    """From the page's own space to the picture's pixels, as two functions of x and y."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    fine = 64
    across, down = ctypes.c_int(), ctypes.c_int()

    def at(x: float, y: float) -> tuple[float, float]:
        size = (picture.width * fine, picture.height * fine)
        pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
        return across.value / fine, down.value / fine

    zero, right, up = at(0, 0), at(100, 0), at(0, 100)
    ax, ay = (right[0] - zero[0]) / 100, (right[1] - zero[1]) / 100
    bx, by = (up[0] - zero[0]) / 100, (up[1] - zero[1]) / 100
    return (lambda x, y: zero[0] + ax * x + bx * y), (lambda x, y: zero[1] + ay * x + by * y)
