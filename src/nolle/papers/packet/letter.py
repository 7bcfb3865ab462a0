"""Pages put on US Letter: never cut, never enlarged, upright, with the foot left free for the page number."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import pikepdf
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

WIDTH, HEIGHT = 612.0, 792.0
"""US Letter in points (8 CFR 1003.32(d))."""

FOOT = 30.0
"""The lowest part of a page, kept for the number."""

MOST_OBJECTS = 3_000
"""A page with more drawn parts is taken to have something at its foot: it is cheaper to make it 4% smaller."""

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Box: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a page lies on Letter: the matrix from its own space, and the scale."""

    matrix: Matrix
    scale: float


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a page is shown: its box in its own space, how it is turned, and the size of its unit in points."""

    box: Box
    turned: int
    unit: float


def shown(page: pikepdf.Page, turn: int = 0) -> Shown:
    """The part of a page that a reader sees: the crop box within the media box."""
    media, crop = _upright(page.mediabox), _upright(page.cropbox)
    box = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    if box[2] - box[0] < 1 or box[3] - box[1] < 1:
        box = media
    rotate = page.obj.get("/Rotate", 0)
    turned = (int(rotate) if isinstance(rotate, int) else 0) + turn
    unit = page.obj.get("/UserUnit", 1)
    return Shown(box, round(turned / 90) * 90 % 360, min(max(float(unit), 0.01), 100.0))


def placed(part: Shown, ink: Box | None) -> Placed:
    """Put a page on Letter. ``ink`` encloses what is drawn, in the page's own space; ``None``: it may be anywhere."""
    turned, width, height = _turned(part)
    whole = min(WIDTH / width, HEIGHT / height, part.unit)
    there = _centred(turned, width, height, whole, low=0.0)
    if ink is not None and _lowest(there.matrix, ink, part.box) >= FOOT:
        return there
    return _centred(turned, width, height, min(WIDTH / width, (HEIGHT - FOOT) / height, part.unit), low=FOOT)


def ink_of(page: PdfPage) -> Box | None:
    """The box around everything drawn on a page, in the page's own space; ``None`` where that is not plain."""
    import pypdfium2

    boxes: list[Box] = []
    try:
        for number, drawn in enumerate(page.get_objects(max_depth=1)):
            if number >= MOST_OBJECTS:
                return None
            boxes.append(drawn.get_bounds())
    except pypdfium2.PdfiumError:
        return None
    if not boxes:
        return (0.0, 0.0, 0.0, 0.0)
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def leaning(page: PdfPage) -> int:
    """By how many degrees clockwise a page must be turned further for its text to run upright: 0, 90, 180 or 270.

    0 unless nearly all of a fair number of characters agree: a scan turned before its text was read has all of them
    turned, a table has some.
    """
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    text = page.get_textpage()
    try:
        count = text.count_chars()
        step = max(1, count // 400)
        angles: Counter[int] = Counter()
        for index in range(0, count, step):
            if pdfium.FPDFText_GetUnicode(text, index) > 32:
                angle = math.degrees(pdfium.FPDFText_GetCharAngle(text, index))
                angles[round(angle / 90) * 90 % 360] += 1
    finally:
        text.close()
    total = sum(angles.values())
    if total < 30:
        return 0
    angle, most = angles.most_common(1)[0]
    return -(angle + page.get_rotation()) % 360 if most >= 0.95 * total else 0


def bind_page(out: pikepdf.Pdf, source: pikepdf.Pdf, page: pikepdf.Page, part: Shown, where: Placed) -> pikepdf.Page:
    """A new Letter page in ``out`` that shows the page as placed, and nothing that lay outside its box."""
    import pikepdf

    for key in ("/TrimBox", "/BleedBox", "/ArtBox"):
        if key in page.obj:
            del page.obj[key]
    page.obj.MediaBox = page.obj.CropBox = pikepdf.Array([round(side, 4) for side in part.box])
    form = out.copy_foreign(source.make_indirect(page.as_form_xobject(handle_transformations=False)))
    content = f"q {_written(where.matrix)} cm /P Do Q".encode()
    made = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=pikepdf.Array([0, 0, int(WIDTH), int(HEIGHT)]),
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=form)),
        Contents=out.make_stream(content),
    )
    out.pages.append(pikepdf.Page(out.make_indirect(made)))
    return out.pages[-1]


def sizes(document: PdfDocument, part: Shown, number: int, turn: int) -> tuple[Shown, Placed]:
    """Where a page of an opened document goes, righted first where its text leans."""
    page = document[number]
    try:
        lean = 0 if turn else leaning(page)
        upright = Shown(part.box, (part.turned + lean) % 360, part.unit)
        return upright, placed(upright, ink_of(page))
    finally:
        page.close()


def _turned(part: Shown) -> tuple[Matrix, float, float]:
    """The matrix that brings the box, turned, to the origin, and its size then."""
    left, low, right, high = part.box
    width, height = right - left, high - low
    matrices: dict[int, Matrix] = {
        0: (1, 0, 0, 1, -left, -low),
        90: (0, -1, 1, 0, -low, right),
        180: (-1, 0, 0, -1, right, high),
        270: (0, 1, -1, 0, high, -left),
    }
    return (matrices[part.turned], width, height) if part.turned % 180 == 0 else (matrices[part.turned], height, width)


def _centred(turned: Matrix, width: float, height: float, scale: float, low: float) -> Placed:
    across = (WIDTH - width * scale) / 2
    up = low + (HEIGHT - low - height * scale) / 2
    a, b, c, d, e, f = (one * scale for one in turned)
    return Placed((a, b, c, d, e + across, f + up), scale)


def _lowest(matrix: Matrix, ink: Box, box: Box) -> float:
    """The lowest point that ink reaches on the sheet; ink outside the box is not shown."""
    left, low = max(ink[0], box[0]), max(ink[1], box[1])
    right, high = min(ink[2], box[2]), min(ink[3], box[3])
    if left > right or low > high:
        return HEIGHT
    return min(matrix[1] * x + matrix[3] * y + matrix[5] for x in (left, right) for y in (low, high))


def _upright(box: Any) -> Box:
    left, low, right, high = (float(side) for side in box)
    return (min(left, right), min(low, high), max(left, right), max(low, high))


def _written(matrix: Matrix) -> str:
    return " ".join(f"{number:.5f}".rstrip("0").rstrip(".") for number in matrix)
