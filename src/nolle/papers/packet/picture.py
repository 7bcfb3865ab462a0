"""Pictures as pages: JPEG bytes are kept as they are, without what cameras write about place and time."""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import Refused
from .opened import Opened

if TYPE_CHECKING:
    import pikepdf
    from PIL.Image import Image

MOST_PIXELS = 120_000_000
"""A Letter page at 1,000 dpi has 94 million."""

MOST_FRAMES = 500
LETTER = (612.0, 792.0)
MARGIN = 36.0
"""Points left free around a photograph; a scan of a whole page gets none."""

NARROW = 108.0
"""Points across from which the words of a long strip can still be read."""

_SHARP = 72 / 150
"""Points a pixel takes where the picture does not say: a photograph then fills the page."""


def open_picture(path: Path) -> Opened:
    """A JPEG, PNG or TIFF, one page a frame, righted as the camera says.

    Raises:
        Refused: it is damaged, or far too large.
    """
    import pikepdf
    from PIL import Image, UnidentifiedImageError

    pdf = pikepdf.new()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            # From a handle: opened by its path, Pillow maps a TIFF that is turned row by row into stripes.
            with path.open("rb") as held, Image.open(held, formats=("JPEG", "PNG", "TIFF")) as picture:
                for frame in _frames(picture, path.name):
                    _add(pdf, frame, path if picture.format in ("JPEG", "MPO") else None)
    except Refused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(path.name, "has more pixels than a page can hold", "scan it again at 300 dpi") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError, IndexError, TypeError):
        raise Refused(path.name, "is a damaged picture", "take or scan it again") from None
    return Opened(pdf, tuple(_narrow(pdf)))


def _narrow(pdf: pikepdf.Pdf) -> Iterator[str]:
    """A conversation photographed in one long strip comes out as a line that nobody can read."""
    for number, page in enumerate(pdf.pages, 1):
        width, height = (float(side) for side in list(page.mediabox)[2:])
        if min(width, height) < NARROW and max(width, height) > 6 * min(width, height):
            yield (
                f"page {number} is a long strip, {min(width, height) / 72:.1f} inches across on its page: cut it into "
                "several pictures, so that it can be read"
            )


def open_heic(path: Path) -> Opened:
    """A photograph of a telephone, where a library that reads HEIC is installed.

    Raises:
        Refused: there is no such library, or the picture is damaged.
    """
    import pikepdf

    try:
        from pillow_heif import open_heif  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        remedy = "save it as JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible), or install pillow-heif"
        raise Refused(path.name, "is a HEIC photograph, which cannot be read here", remedy) from None
    pdf = pikepdf.new()
    try:
        picture = open_heif(path)
        if picture.size[0] * picture.size[1] > MOST_PIXELS:
            raise Refused(path.name, "has more pixels than a page can hold", "save it as JPEG, smaller")
        _add(pdf, picture.to_pillow(), None)
    except Refused:
        raise
    except (OSError, ValueError, RuntimeError, SyntaxError):
        raise Refused(path.name, "is a damaged picture", "take or scan it again") from None
    return Opened(pdf, tuple(_narrow(pdf)))


def page_of(pdf: pikepdf.Pdf, picture: Image, width: float, height: float, jpeg: bytes | None = None) -> Any:
    """A page dictionary of this size in points that the picture fills."""
    import pikepdf

    image = _stream(pdf, picture, jpeg)
    content = f"q {width:.4f} 0 0 {height:.4f} 0 0 cm /P Do Q".encode()
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=pikepdf.Array([0, 0, round(width, 4), round(height, 4)]),
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=image)),
        Contents=pdf.make_stream(content),
    )


def _frames(picture: Image, name: str) -> Iterator[Image]:
    # A telephone's JPEG may carry a second, smaller copy of itself (MPO): that is no second page.
    count = 1 if picture.format == "MPO" else getattr(picture, "n_frames", 1)
    if count > MOST_FRAMES:
        raise Refused(name, f"has {count:,} pages", f"split it; one picture file holds at most {MOST_FRAMES}")
    for number in range(count):
        picture.seek(number)
        if picture.width * picture.height > MOST_PIXELS:
            raise Refused(name, "has more pixels than a page can hold", "scan it again at 300 dpi")
        picture.load()
        yield picture


def _add(pdf: pikepdf.Pdf, picture: Image, jpeg: Path | None) -> None:
    """One page: its own size where the picture says one, else as large as the paper allows."""
    import pikepdf

    turned = int(picture.getexif().get(0x0112, 1))
    kept = bare_jpeg(jpeg.read_bytes()) if jpeg is not None and picture.mode in ("RGB", "L") else None
    width, height = _size(picture, on_side=turned >= 5)
    made = pdf.make_indirect(page_of(pdf, picture, width, height, kept))
    pdf.pages.append(pikepdf.Page(made))
    _right(made, turned, width, height)


def _right(page: Any, turned: int, width: float, height: float) -> None:
    """EXIF orientation: mirrored pictures are mirrored back, the others only turned."""
    if turned in (2, 4, 5, 7):
        page.Contents.write(f"q {-width:.4f} 0 0 {height:.4f} {width:.4f} 0 cm /P Do Q".encode())
    degrees = {3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}.get(turned, 0)
    if degrees:
        page.Rotate = degrees


def _size(picture: Image, *, on_side: bool) -> tuple[float, float]:
    """Points across and down; ``on_side``: the picture will be turned by a quarter."""
    dpi = picture.info.get("dpi")
    try:
        across, down = (float(one) for one in dpi) if dpi else (0.0, 0.0)
    except (TypeError, ValueError, ZeroDivisionError):
        across = down = 0.0
    if 90 <= across <= 1200 and 90 <= down <= 1200:
        return picture.width * 72 / across, picture.height * 72 / down
    across, down = (LETTER[1], LETTER[0]) if on_side else LETTER
    each = min((across - 2 * MARGIN) / picture.width, (down - 2 * MARGIN) / picture.height, _SHARP)
    return max(picture.width * each, 3.0), max(picture.height * each, 3.0)


def _stream(pdf: pikepdf.Pdf, picture: Image, jpeg: bytes | None) -> Any:
    import pikepdf

    name = pikepdf.Name
    common = {
        "/Type": name.XObject,
        "/Subtype": name.Image,
        "/Width": picture.width,
        "/Height": picture.height,
    }
    if jpeg is not None:
        space = name.DeviceGray if picture.mode == "L" else name.DeviceRGB
        return pdf.make_stream(jpeg, common | {"/ColorSpace": space, "/BitsPerComponent": 8, "/Filter": name.DCTDecode})
    plain = _plain(picture)
    bits = 1 if plain.mode == "1" else 8
    space = name.DeviceRGB if plain.mode == "RGB" else name.DeviceGray
    data = zlib.compress(plain.tobytes(), 6)
    return pdf.make_stream(
        data, common | {"/ColorSpace": space, "/BitsPerComponent": bits, "/Filter": name.FlateDecode}
    )


def _plain(picture: Image) -> Image:
    """Black and white, grey or colour, on white paper where the picture is transparent."""
    from PIL import Image

    if picture.mode in ("1", "L", "RGB"):
        return picture
    if picture.mode.startswith("I;16"):
        return picture.point(lambda level: level / 256).convert("L")
    if picture.mode in ("I", "F"):
        # 32 bits say nothing of what is black and what is white: the darkest and the lightest level found are.
        low, high = (float(one) for one in picture.getextrema())  # type: ignore[arg-type]
        step = 255 / (high - low) if high > low else 1.0
        return picture.point(lambda level: level * step + -low * step).convert("L")
    if picture.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(paper, seen).convert("RGB")
    return picture.convert("RGB")


def bare_jpeg(data: bytes) -> bytes | None:
    """A JPEG without its notes (EXIF, place, thumbnails, comments); ``None`` where its build is unusual.

    Kept are JFIF (APP0), the colour profile (APP2) and Adobe's colour transform (APP14): they say how it looks.
    """
    out = io.BytesIO()
    out.write(b"\xff\xd8")
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if length < 2:
            return None
        if marker == 0xDA:
            end = data.find(b"\xff\xd9", at)
            if end < 0:
                return None
            out.write(data[at : end + 2])
            return out.getvalue()
        noted = 0xE0 <= marker <= 0xEF or marker == 0xFE
        colour = marker == 0xE2 and data[at + 4 : at + 15] == b"ICC_PROFILE"
        if not noted or colour or marker in (0xE0, 0xEE):
            out.write(data[at : at + 2 + length])
        at += 2 + length
    return None
