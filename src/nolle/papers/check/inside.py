"""One file checked, as a task for a process of its own: plain values in, plain values out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from nolle.facts.casefile import CaseFile, read_case
from nolle.papers.files import read_releases
from nolle.papers.packet.privilege import kind_within
from nolle.papers.telling import Release

from .active import active
from .citing import citations
from .dates import hearings, judges, places, services
from .finding import Finding, Report
from .marks import commented, comments, unredacted, with_fields
from .numbers import captions, numbers
from .privileged import privileged
from .protected import protected
from .reading import Document, read_pages
from .shape import shape
from .whole import sections, signatures, translations

MOST_PAGES = 3000
MOST_BYTES = 400_000_000

CHECKS: tuple[Callable[[Document], Iterator[Finding]], ...] = (
    sections,
    signatures,
    translations,
    numbers,
    captions,
    citations,
    hearings,
    services,
    places,
    judges,
    protected,
    privileged,
    shape,
)


class Unreadable(ValueError):
    """A file that cannot be checked, in one sentence with its remedy."""


def check_file(*, file: str, on: str, case: str | None = None, releases: str | None = None) -> dict[str, Any]:
    """The answer of ``nolle papers check --json``.

    Raises:
        Unreadable: the file is no PDF, is locked, damaged beyond repair, or far too large.
        CaseFileError, PaperError: the case file, or the file of releases, cannot be read.
    """
    found = check(
        Path(file),
        date.fromisoformat(on),
        case=Path(case) if case else None,
        releases=read_releases(Path(releases)) if releases else (),
    )
    return found.record()


def check(file: Path, on: date, *, case: Path | None = None, releases: Sequence[Release] = ()) -> Report:
    """Check a PDF in this process; ``nolle.papers.apart`` does it in one that may be lost.

    Args:
        file: the PDF.
        on: the day it leaves.
        case: the case it belongs to.
        releases: facts of the case that may leave although they are held back.

    Raises:
        Unreadable, CaseFileError: as above.
    """
    known = read_case(case) if case is not None else None
    data = _bytes(file)
    found, kind, said, shown = _active(data, file.name)
    document = _read(shown, file, on, known, kind, len(data))
    document = replace(document, released=frozenset(release.fact for release in releases))
    found += [_hidden(page.number, run) for page in document.pages for run in page.hidden[:3]]
    found += commented(said, document.pages)
    for one in CHECKS:
        found += one(document)
    found.sort(key=lambda finding: finding.page)
    return Report(str(file), len(document.pages), tuple(found))


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(f"{file} cannot be opened ({error.strerror}): check its name and its permissions.") from None
    if len(data) > MOST_BYTES:
        raise Unreadable(f"{file} has over {MOST_BYTES / 1e6:,.0f} MB: split it.")
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(f"{file} is not a PDF: print it to one, and check that.")
    return data


def _active(data: bytes, name: str) -> tuple[list[Finding], str | None, list[tuple[int, str]], bytes]:
    """What is active in the file, the kind of paper it says it is, its comments, and the file with its fields set."""
    import pikepdf

    found: list[Finding] = []
    said: list[tuple[int, str]] = []
    kind, shown = None, data
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            kind = kind_within(pdf)
            found += active(pdf)
            found += unredacted(pdf)
            said = comments(pdf)
            shown = with_fields(pdf, data)
    except pikepdf.PasswordError:
        raise Unreadable(f"{name} needs a password: open it with the password and print it to a new PDF.") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RuntimeError):
        # A file so damaged is read once more by PDFium, which says so if it cannot either.
        pass
    return found, kind, said, shown


def _read(data: bytes, file: Path, on: date, case: CaseFile | None, kind: str | None, size: int) -> Document:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise Unreadable(f"{file} is damaged and cannot be read: get it again, or print it to a new PDF.") from None
    try:
        document.init_forms()
        if len(document) == 0:
            raise Unreadable(f"{file} has no pages that can be read: get it again, or print it to a new PDF.")
        if len(document) > MOST_PAGES:
            raise Unreadable(f"{file} has {len(document):,} pages: split it; {MOST_PAGES:,} can be checked at a time.")
        return Document(str(file), size, read_pages(document), on, case, kind)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(f"{file} has a page that cannot be read ({error}): print it to a new PDF.") from None
    finally:
        document.close()


def _hidden(page: int, run: str) -> Finding:
    shown = run if len(run) <= 40 else run[:37] + "..."
    return Finding(
        page,
        "hidden-text",
        f'"{shown}" cannot be seen and can be copied out of the file: a cover or a colour hides nothing.',
        "Take the words out of the original, or print the page to a picture, and bind it again.",
    )
