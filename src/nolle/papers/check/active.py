"""What runs or is carried along in a PDF: scripts, launched programs, embedded files, XFA forms, locks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .finding import Finding

if TYPE_CHECKING:
    import pikepdf

MOST_OBJECTS = 400_000
_PRINT = "print it to a new PDF, which leaves this out"
_ACTIONS = {
    "/JavaScript": "a script",
    "/Launch": "a program to be started",
    "/SubmitForm": "a form that sends what is typed in",
    "/ImportData": "an action that loads data",
    "/GoToR": "a link into another file",
    "/GoToE": "a link into an attached file",
    "/Rendition": "a film or sound",
    "/RichMedia": "a film or other media",
    "/Movie": "a film",
    "/Sound": "a sound",
    "/Screen": "a film or other media",
    "/FileAttachment": "an attached file",
}
_WHY = "courts refuse active content, and it can carry what nobody sees"


def active(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Everything in the file that is not a still page."""
    import pikepdf

    root: Any = pdf.Root
    if pdf.is_encrypted:
        yield Finding(1, "active-content", "The file is locked; a court's system cannot take it.", _PRINT + ".")
    seen: set[str] = set()
    pages = _pages(pdf)
    for number, one in enumerate(pdf.objects):
        if number > MOST_OBJECTS:
            break
        for what, page in _within(one, pages):
            if (key := f"{what} {page}") not in seen:
                seen.add(key)
                yield Finding(page, "active-content", f"The file holds {what}: {_WHY}.", _PRINT + ".")
    form = root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
        yield Finding(1, "active-content", f"The file is an XFA form, which only Acrobat draws: {_WHY}.", _PRINT + ".")
    names = root.get("/Names")
    if isinstance(names, pikepdf.Dictionary) and "/EmbeddedFiles" in names and len(pdf.attachments):
        held = ", ".join(sorted(pdf.attachments)[:3])
        yield Finding(1, "active-content", f"The file carries other files within it ({held}): {_WHY}.", _PRINT + ".")


def _pages(pdf: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    """Which page an annotation stands on."""
    import pikepdf

    found: dict[tuple[int, int], int] = {}
    for number, page in enumerate(pdf.pages, 1):
        found[page.obj.objgen] = number
        held: Any = page.obj.get("/Annots")
        for one in list[Any](held) if isinstance(held, pikepdf.Array) else ():
            if getattr(one, "is_indirect", False):
                found[one.objgen] = number
    return found


def _within(one: Any, pages: dict[tuple[int, int], int]) -> Iterator[tuple[str, int]]:
    """What an object does, looked into as far as its own direct parts go."""
    import pikepdf

    page = pages.get(one.objgen, 1) if isinstance(one, pikepdf.Object) else 1
    waiting: list[Any] = [one]
    looked = 0
    while waiting and looked < 10_000:
        looked += 1
        part = waiting.pop()
        if isinstance(part, pikepdf.Array):
            waiting += [sub for sub in list[Any](part) if isinstance(sub, pikepdf.Object) and not sub.is_indirect]
            continue
        if not isinstance(part, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        for key in ("/S", "/Subtype"):
            kind = part.get(key)
            if isinstance(kind, pikepdf.Name) and str(kind) in _ACTIONS:
                yield _ACTIONS[str(kind)], page
        if "/JS" in part and str(part.get("/S")) != "/JavaScript":
            yield "a script", page
        if str(part.get("/Type")) == "/EmbeddedFile":
            yield "an attached file", 1
        waiting += [sub for _, sub in _items(part) if isinstance(sub, pikepdf.Object) and not sub.is_indirect]


def _items(part: Any) -> list[tuple[str, Any]]:
    return list(part.items())
