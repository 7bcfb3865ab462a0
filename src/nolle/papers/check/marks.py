"""What lies over the pages of a PDF: comments that open on a click, redactions never applied, fields typed into."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .finding import Finding
from .protected import bare
from .reading import Page

if TYPE_CHECKING:
    import pikepdf

_COMMENTS = frozenset({"/Text", "/Popup", "/Caret", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly"})
"""Marks whose words stand in a window of their own. What is typed on the page itself is read with the page."""

_LINKS = frozenset({"/Link", "/Popup"})


def comments(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """The page and the words of every comment."""
    return [
        (number, " ".join(str(one.get("/Contents", "")).split()))
        for number, one in _marks(pdf)
        if str(one.get("/Subtype")) in _COMMENTS and str(one.get("/Contents", "")).strip()
    ]


def unredacted(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Redactions that were marked and never applied: the words beneath are all there."""
    for number in sorted({number for number, one in _marks(pdf) if str(one.get("/Subtype")) == "/Redact"}):
        message = "A redaction was marked here and never applied: the words beneath can be read and copied."
        yield Finding(number, "hidden-text", message, "Apply the redactions in the program that marked them.")


def commented(found: Sequence[tuple[int, str]], pages: Sequence[Page]) -> Iterator[Finding]:
    """Comments that were left in. Words that the page has too, as of a passage marked in yellow, say nothing more."""
    texts = {page.number: bare(page.text) for page in pages}
    for number, words in dict.fromkeys(found):
        if bare(words) and bare(words) in texts.get(number, ""):
            continue
        shown = words if len(words) <= 40 else words[:37] + "..."
        message = (
            f'A comment was left on the page ("{shown}"): it opens on a click, and whoever gets the file reads it.'
        )
        yield Finding(number, "hidden-text", message, "Delete the comment, and save the file again.")


def with_fields(pdf: pikepdf.Pdf, data: bytes) -> bytes:
    """The file with what was typed into its fields and over its pages as part of them, so that it is read like the
    rest; the same bytes where there is none."""
    import pikepdf

    shown = [one for _, one in _marks(pdf) if str(one.get("/Subtype")) not in _LINKS]
    if not shown:
        return data
    form: Any = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and any("/AP" not in one for one in shown if _is_field(one)):
        form.NeedAppearances = True
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("screen")
    out = io.BytesIO()
    pdf.save(out, encryption=False)
    return out.getvalue()


def _is_field(one: Any) -> bool:
    return str(one.get("/Subtype")) == "/Widget"


def _marks(pdf: pikepdf.Pdf) -> Iterator[tuple[int, Any]]:
    import pikepdf

    for number, page in enumerate(pdf.pages, 1):
        held: Any = page.obj.get("/Annots")
        for one in list[Any](held) if isinstance(held, pikepdf.Array) else ():
            if isinstance(one, pikepdf.Dictionary):
                yield number, one
