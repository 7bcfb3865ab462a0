"""A file of a packet opened and made fit to be bound: whatever it was, it is a plain PDF afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import Refused

if TYPE_CHECKING:
    from pikepdf import Pdf

MOST_BYTES = 400_000_000
"""The largest file read. A scan of 500 pages at 300 dpi has a quarter of that."""

_HEIC = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})


@dataclass(slots=True)
class Opened:
    """A file as a PDF whose pages show all there is to show.

    ``notes`` say what was done to it, as sentences without their subject; ``converted`` names the format it came
    from where that was not PDF or a picture of a page.
    """

    pdf: Pdf
    notes: tuple[str, ...] = ()
    converted: str | None = None


def open_any(path: Path, *, unlock: bool = False) -> Opened:
    """Open a PDF, a picture or a Word file, told apart by its bytes and never by its name.

    Raises:
        Refused: it is none of these, or cannot be read whole.
    """
    name = path.name
    try:
        with path.open("rb") as handle:
            head = handle.read(1024)
    except OSError as error:
        raise Refused(name, f"cannot be opened ({error.strerror})", "check its permissions") from None
    size = path.stat().st_size
    if size == 0:
        raise Refused(name, "is empty", "get the file again")
    if size > MOST_BYTES:
        raise Refused(name, f"has {size / 1e6:,.0f} MB", "scan it again at 300 dpi in black and white, or split it")
    if b"%PDF-" in head:
        from .pdf import open_pdf

        return open_pdf(path, unlock=unlock)
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC:
        from .picture import open_heic

        return open_heic(path)
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*")):
        from .picture import open_picture

        return open_picture(path)
    if head.startswith(b"PK\x03\x04"):
        from .word import open_word

        return open_word(path)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(name, "is an old Word file (.doc) or another Office file", "save it as PDF")
    raise Refused(name, "is not a PDF, a picture (JPEG, PNG, TIFF, HEIC) or a Word file (.docx)", "print it to a PDF")
