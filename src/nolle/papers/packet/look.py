"""Pages looked at with PDFium: drawn, compared, and where their ink lies."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf
    from PIL.Image import Image
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

FAINT = 48
"""Grey levels of 255 by which two pictures of one page may differ at a pixel: edges are smoothed differently."""

FEW = 0.0002
"""The part of a page's pixels that may differ by more: a ruling that falls on the next row of pixels."""


@contextlib.contextmanager
def opened(data: bytes | Path) -> Iterator[PdfDocument]:
    """A PDF opened with its form fields, so that they are drawn."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        document.init_forms()
        yield document
    finally:
        document.close()


def drawn(document: PdfDocument, number: int, dpi: float, *, gray: bool = True) -> Image:
    """A page as a picture; ``number`` counts from 0."""
    page = document[number]
    try:
        bitmap: Any = page.render(scale=dpi / 72, grayscale=gray, draw_annots=True)
        picture: Image = bitmap.to_pil().copy()
        bitmap.close()
    finally:
        page.close()
    return picture if gray else picture.convert("RGB")


def same_picture(one: Image, other: Image) -> bool:
    """Whether two grey pictures show the same page."""
    from PIL import ImageChops

    if abs(one.width - other.width) > 1 or abs(one.height - other.height) > 1:
        return False
    size = (min(one.width, other.width), min(one.height, other.height))
    histogram = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size))).histogram()
    return sum(histogram[FAINT:]) <= max(4, FEW * size[0] * size[1])


def plain(pdf: pikepdf.Pdf) -> bytes:
    """The PDF as bytes to be looked at: quickly written, and not locked."""
    import pikepdf

    out = io.BytesIO()
    kept = pikepdf.StreamDecodeLevel.none
    pdf.save(out, compress_streams=False, stream_decode_level=kept, encryption=False)
    return out.getvalue()
