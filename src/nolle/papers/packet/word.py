"""A Word file as a PDF: converted by pandoc and Typst, and marked as converted, because its layout is not Word's."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import Refused
from .opened import Opened

if TYPE_CHECKING:
    import pikepdf

MOST_UNPACKED = 150_000_000
MOST_PARTS = 5_000
MOST_TEXT = 20_000_000
"""Bytes of one XML part. The longest brief met has two million."""

SECONDS = 60
_TEXTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_SHOWN_OTHERWISE = (
    (
        re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\b"),
        "has tracked changes: it is bound as if all were accepted; settle them in Word first",
    ),
    (re.compile(rb"<w:vanish\s*/>"), "has words that Word hides: they are printed here; take them out in Word first"),
)
_WORD = re.compile(r"[^\W_]{3,}")
_PDF_YOURSELF = "save it as PDF from Word and name that file"
_PREAMBLE = """#set page("us-letter", margin: 1in)
#set text(font: ("Libertinus Serif",), size: 12pt, lang: "en")
#let horizontalrule = line(length: 100%)
#show figure.caption: it => it.body
"""


def open_word(path: Path) -> Opened:
    """Convert a ``.docx``; what the conversion drops is said.

    Raises:
        Refused: it is no Word file, unpacks to more than it may, or cannot be converted.
    """
    import pikepdf

    words, said = _words(path)
    with tempfile.TemporaryDirectory(prefix="nolle-") as folder:
        data = _compiled(path.name, _converted(path, Path(folder)), Path(folder))
    pdf = pikepdf.open(io.BytesIO(data))
    lost = words - _printed(pdf)
    notes = ["was converted from Word: compare its layout with the original", *said]
    if lost:
        few = ", ".join(sorted(lost)[:8])
        notes.append(f"has words that the conversion dropped ({few}), from headers, footers, boxes or comments")
    return Opened(pdf, tuple(notes), converted="Word")


def _words(path: Path) -> tuple[set[str], list[str]]:
    """The words of all its parts, and what they hold that Word shows otherwise; unpacked with limits, because a small
    zip may hold a great deal."""
    name = path.name
    found: set[str] = set()
    said: list[str] = []
    total = 0
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Refused(name, "unpacks to far more than a Word file holds", _PDF_YOURSELF)
            if not any(part.filename == "word/document.xml" for part in parts):
                raise Refused(name, "is an archive, not a Word file", "name a PDF, a picture or a .docx")
            for part in parts:
                text = part.filename.endswith((".xml", ".rels"))
                data = _unpacked(archive, part, MOST_TEXT if text else MOST_UNPACKED, name)
                total += len(data)
                if total > MOST_UNPACKED:
                    raise Refused(name, "unpacks to far more than a Word file holds", _PDF_YOURSELF)
                if text and (b"<!DOCTYPE" in data or b"<!ENTITY" in data):
                    raise Refused(name, "defines XML entities, which no Word file needs", _PDF_YOURSELF)
                if _TEXTS.fullmatch(part.filename):
                    found |= _in_xml(data)
                    said += [words for mark, words in _SHOWN_OTHERWISE if mark.search(data) and words not in said]
    except Refused:
        raise
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        raise Refused(name, "is a damaged or locked Word file", _PDF_YOURSELF) from None
    return found, said


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int, name: str) -> bytes:
    with archive.open(part) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise Refused(name, "unpacks to far more than a Word file holds", _PDF_YOURSELF)
    return data


def _in_xml(data: bytes) -> set[str]:
    text = data.decode("utf-8", "replace")
    runs = "".join(
        run if run is not None else " "
        for run in (m[1] for m in re.finditer(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>|</w:p>", text))
    )
    return {word.lower() for word in _WORD.findall(runs)}


def _converted(path: Path, folder: Path) -> str:
    """Typst markup by pandoc, in a process of its own with a limit of time."""
    import pypandoc  # type: ignore[import-untyped]

    command = [
        pypandoc.get_pandoc_path(),
        *("+RTS", "-M1500M", "-RTS"),
        *("--from", "docx", "--to", "typst", "--wrap", "none", "--extract-media", "."),
        *("--track-changes", "accept", str(path.resolve())),
    ]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Refused(path.name, f"could not be converted in {SECONDS} seconds", _PDF_YOURSELF) from None
    if done.returncode != 0:
        raise Refused(path.name, "is a damaged Word file", _PDF_YOURSELF)
    return done.stdout.decode("utf-8", "replace")


def _compiled(name: str, markup: str, folder: Path) -> bytes:
    import typst

    main = folder / "main.typ"
    main.write_text(_PREAMBLE + markup, encoding="utf-8")
    try:
        made: bytes = typst.compile(main, root=folder, format="pdf", timestamp=0)
    except (typst.TypstError, RuntimeError, ValueError):
        raise Refused(name, "holds something that cannot be set as a page", _PDF_YOURSELF) from None
    return made


def _printed(pdf: pikepdf.Pdf) -> set[str]:
    from .look import opened

    out = io.BytesIO()
    pdf.save(out)
    found: set[str] = set()
    with opened(out.getvalue()) as document:
        for page in document:
            # A word parted at the end of a line is one word.
            text = re.sub(r"[-\u00ad\ufffe\u2010]\s*\n", "", page.get_textpage().get_text_range().replace("\r", ""))
            found |= {word.lower() for word in _WORD.findall(text)}
    return found
