"""Annotations and form fields made part of the page, so that binding cannot drop them.

Every page that has any is drawn before and after. qpdf does it first; where its pictures differ PDFium does it; a
page that still differs is carried as a picture of itself, because what was on the page must stay on it.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import Refused
from .look import drawn, opened, plain, same_picture

if TYPE_CHECKING:
    import pikepdf
    from PIL.Image import Image

DPI = 60
"""Enough to see a checked box; a page takes a few milliseconds."""

PICTURE_DPI = 200
_INVISIBLE = frozenset({"/Link", "/Popup"})
_HIDDEN = 0b100010
"""Annotation flags Hidden and NoView."""


_UNDRAWN = frozenset({"/Line", "/Polygon", "/PolyLine", "/Stamp"})
"""Marks that neither qpdf nor PDFium draws where they bring no picture of themselves."""


def flatten(pdf: pikepdf.Pdf, path: Path) -> tuple[pikepdf.Pdf, list[str]]:
    """The PDF with nothing left that is drawn outside its pages' own content, and what there is to say about it.

    Raises:
        Refused: a redaction was marked and never made, or a mark would be lost.
    """
    _refuse_marks(pdf, path.name)
    marked = [number for number, page in enumerate(pdf.pages) if _seen(page)]
    notes = _comments(pdf) + _signatures(pdf)
    if not marked:
        return pdf, notes
    before = _pictures(path.read_bytes() if not pdf.is_encrypted else plain(pdf), marked)
    original = plain(pdf)
    form: Any = pdf.Root.get("/AcroForm")
    if form is not None and form.get("/NeedAppearances") is True:
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("screen")
    _without_marks(pdf, marked)
    wrong = _apart(before, pdf)
    if wrong:
        other = _by_pdfium(original)
        if other is not None:
            _without_marks(other, marked)
        if other is not None and len(left := _apart(before, other)) < len(wrong):
            pdf, wrong = other, left
    for number in wrong:
        _as_picture(pdf, number, original)
        notes.append(f"page {number + 1} is carried as a picture, so that its marks and form fields stay on it")
    return pdf, notes


def _seen(page: Any) -> bool:
    """Whether a page shows an annotation. Links and closed notes are not part of what a page shows."""
    return any(
        str(one.get("/Subtype")) not in _INVISIBLE and not int(one.get("/F", 0)) & _HIDDEN for one in _annotations(page)
    )


def _annotations(page: Any) -> list[Any]:
    import pikepdf

    found = page.obj.get("/Annots")
    return [one for one in found if isinstance(one, pikepdf.Dictionary)] if isinstance(found, pikepdf.Array) else []


def _refuse_marks(pdf: pikepdf.Pdf, name: str) -> None:
    for number, page in enumerate(pdf.pages, 1):
        for one in _annotations(page):
            kind = str(one.get("/Subtype"))
            if kind == "/Redact":
                why = (
                    f"has a redaction on page {number} that was marked and never applied: the words beneath can be read"
                )
                raise Refused(name, why, "apply the redactions in the program that marked them, and save it again")
            if kind in _UNDRAWN and "/AP" not in one and not int(one.get("/F", 0)) & _HIDDEN:
                why = f"has a mark ({kind[1:].lower()}) on page {number} that only some programs draw"
                raise Refused(name, why, "print it to a new PDF from the program that shows the mark")


def _without_marks(pdf: pikepdf.Pdf, numbers: list[int]) -> None:
    """Drop what flattening left: a page is carried without its annotations, and has to show the same so."""
    for number in numbers:
        if "/Annots" in pdf.pages[number].obj:
            del pdf.pages[number].obj["/Annots"]


def _comments(pdf: pikepdf.Pdf) -> list[str]:
    notes = []
    for number, page in enumerate(pdf.pages, 1):
        if any(str(one.get("/Subtype")) == "/Text" and str(one.get("/Contents", "")) for one in _annotations(page)):
            notes.append(f"page {number} has a comment whose text opens on a click; only its mark is carried")
    return notes


def _signatures(pdf: pikepdf.Pdf) -> list[str]:
    for page in pdf.pages:
        for one in _annotations(page):
            if str(one.get("/FT", "")) == "/Sig" and one.get("/V") is not None:
                return ["bears a digital signature; the packet shows it, and can no longer prove it: keep the original"]
    return []


def _pictures(data: bytes, numbers: list[int]) -> dict[int, Image]:
    with opened(data) as document:
        return {number: drawn(document, number, DPI) for number in numbers}


def _apart(before: dict[int, Image], pdf: pikepdf.Pdf) -> list[int]:
    after = _pictures(plain(pdf), list(before))
    return [number for number, picture in before.items() if not same_picture(picture, after[number])]


def _by_pdfium(data: bytes) -> pikepdf.Pdf | None:
    import pikepdf
    import pypdfium2  # type: ignore[import-untyped]
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    out = io.BytesIO()
    try:
        with opened(data) as document:
            for number in range(len(document)):
                # Drawing a page first gives marks without an appearance the one PDFium draws them with.
                drawn(document, number, DPI // 4)
                page = document[number]
                # The raw call: page.flatten() wants the form of a document, and one without fields has none.
                if pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_FAIL:
                    return None
                page.close()
            document.save(out)
        out.seek(0)
        return pikepdf.open(out)
    except (pypdfium2.PdfiumError, pikepdf.PdfError):
        return None


def _as_picture(pdf: pikepdf.Pdf, number: int, original: bytes) -> None:
    from .picture import page_of

    with opened(original) as document:
        picture = drawn(document, number, PICTURE_DPI, gray=False)
    page = pdf.pages[number]
    made = page_of(pdf, picture, picture.width * 72 / PICTURE_DPI, picture.height * 72 / PICTURE_DPI)
    for key in list(page.obj.keys()):
        if key not in ("/Type", "/Parent"):
            del page.obj[key]
    for key, value in made.items():
        page.obj[key] = value
