"""Opening a PDF that may be locked, damaged or hostile. It is read whole, or refused: pages are never lost silently."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import Refused
from .flatten import flatten
from .opened import Opened

if TYPE_CHECKING:
    import pikepdf

MOST_PAGES = 5000
"""Pages in one file: twenty times the longest exhibit met, and far under what a made-up page tree can claim."""

SMALLEST, LARGEST = 3, 14_400
"""A page's side in points, as the PDF standard limits it."""

_SUBSET = re.compile(r"/[A-Z]{6}\+")
_ANEW = "get the file again, or print it to a new PDF and compare every page"


def open_pdf(path: Path, *, unlock: bool = False) -> Opened:
    """Open a PDF, with its annotations and form fields made part of its pages.

    Args:
        unlock: open a PDF that is locked against changes; the person who says so may copy it.

    Raises:
        Refused: it needs a password, is locked, is damaged beyond repair, or has pages that cannot be read.
    """
    import pikepdf

    name = path.name
    try:
        pdf = pikepdf.open(path)
    except pikepdf.PasswordError:
        raise Refused(name, "needs a password", "open it with the password and print it to a new PDF") from None
    except (pikepdf.PdfError, ValueError, TypeError, RecursionError) as error:
        raise Refused(name, f"is damaged and cannot be repaired ({_short(error)})", _ANEW) from None
    if pdf.is_encrypted and not unlock:
        remedy = "print it to a new PDF, or write unlock = true under it where you may copy it"
        raise Refused(name, "is locked against changes with an owner password", remedy)
    notes: list[str] = []
    try:
        _whole(pdf, name)
        if pdf.get_warnings():
            _nothing_lost(pdf, name)
            notes.append(f"was damaged and has been repaired: compare its {len(pdf.pages)} pages with the original")
        notes += _carried(pdf, name)
        pdf, said = flatten(pdf, path)
        notes += said
    except Refused:
        raise
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RuntimeError) as error:
        raise Refused(name, f"is damaged and cannot be repaired ({_short(error)})", _ANEW) from None
    if unlock and pdf.is_encrypted:
        notes.append("was locked against changes; it was unlocked because the packet says so")
    return Opened(pdf, tuple(notes))


def _whole(pdf: pikepdf.Pdf, name: str) -> None:
    """Refuse what cannot be shown whole: lost pages, absurd pages, forms that only Acrobat can draw."""
    root: Any = pdf.Root
    tree: Any = root.get("/Pages")
    claimed: Any = tree.get("/Count") if tree is not None else None
    if isinstance(claimed, int) and claimed > MOST_PAGES:
        raise Refused(name, f"says it has {claimed:,} pages", f"split it; one file holds at most {MOST_PAGES:,}")
    found = len(pdf.pages)
    if found == 0:
        raise Refused(name, "has no pages that can be read", _ANEW)
    if found > MOST_PAGES:
        raise Refused(name, f"has {found:,} pages", f"split it; one file holds at most {MOST_PAGES:,}")
    if isinstance(claimed, int) and claimed > found:
        raise Refused(name, f"says it has {claimed} pages but only {found} can be read", _ANEW)
    form = root.get("/AcroForm")
    if root.get("/NeedsRendering") is True or (_is_table(form) and "/XFA" in form and not form.get("/Fields")):
        raise Refused(name, "is a form that only Acrobat can draw (XFA)", "print it to a new PDF from Acrobat")
    for number, page in enumerate(pdf.pages, 1):
        box = [float(side) for side in page.mediabox]
        width, height = box[2] - box[0], box[3] - box[1]
        if not all(math.isfinite(side) and SMALLEST <= abs(side) <= LARGEST for side in (width, height)):
            raise Refused(name, f"has a page {number} of an impossible size", "print it to a new PDF on Letter paper")


def _carried(pdf: pikepdf.Pdf, name: str) -> list[str]:
    """What to say of files within the file: only pages are bound."""
    held = sorted(pdf.attachments)
    if "/Collection" in pdf.Root:
        remedy = "save the files within it, and name each as an exhibit"
        raise Refused(name, f"is a portfolio of {len(held)} other files, and only its cover would be bound", remedy)
    if not held:
        return []
    few = ", ".join(held[:3]) + (" ..." if len(held) > 3 else "")
    return [f"carries other files within it ({few}), which are not bound: save them, and name them as exhibits"]


def _nothing_lost(pdf: pikepdf.Pdf, name: str) -> None:
    """After a repair: every page must still have content that can be read to its end."""
    import pikepdf

    for number, page in enumerate(pdf.pages, 1):
        contents = page.obj.get("/Contents")
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        try:
            held = b"".join(one.read_bytes() for one in streams if isinstance(one, pikepdf.Stream))
        except (pikepdf.PdfError, ValueError) as error:
            raise Refused(name, f"is damaged: page {number} cannot be read ({_short(error)})", _ANEW) from None
        if not held.strip():
            raise Refused(name, f"is damaged: page {number} has lost its content", _ANEW)
        _pictures_read(page.obj, name, number)
        _letters_kept(page.obj, name, number)


def _pictures_read(page: Any, name: str, number: int) -> None:
    import pikepdf

    resources: Any = page.get("/Resources")
    drawn: Any = resources.get("/XObject") if _is_table(resources) else None
    for key in drawn.keys() if _is_table(drawn) else ():
        stream = drawn.get(key)
        if not isinstance(stream, pikepdf.Stream):
            raise Refused(name, f"is damaged: a picture on page {number} is lost", _ANEW)
        try:
            stream.read_raw_bytes()
        except pikepdf.PdfError as error:
            raise Refused(name, f"is damaged: a picture on page {number} is lost ({_short(error)})", _ANEW) from None


def _letters_kept(page: Any, name: str, number: int) -> None:
    """A font of which a part was embedded (``ABCDEF+Name``) is nowhere else: without it letters are lost or changed."""
    resources: Any = page.get("/Resources")
    fonts: Any = resources.get("/Font") if _is_table(resources) else None
    for _, font in list(fonts.items()) if _is_table(fonts) else ():
        held: Any = font.get("/DescendantFonts", [font])[0] if _is_table(font) else None
        if not _is_table(held) or not _SUBSET.match(str(held.get("/BaseFont", ""))):
            continue
        described: Any = held.get("/FontDescriptor")
        programs = ("/FontFile", "/FontFile2", "/FontFile3")
        if not _is_table(described) or not any(described.get(key) is not None for key in programs):
            raise Refused(name, f"is damaged: letters of page {number} are lost", _ANEW)


def _is_table(found: Any) -> bool:
    import pikepdf

    return isinstance(found, pikepdf.Dictionary)


def _short(error: Exception) -> str:
    """The last part of qpdf's message, which begins with the whole path."""
    said = str(error).split(": ")[-1].strip() or type(error).__name__
    return said[:80]
