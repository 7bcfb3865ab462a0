"""Approval: a named attorney or accredited representative signs off one text, whose bytes are then frozen.

What is approved is the Markdown of the draft as counsel edited it. It is set once without the DRAFT marks; its hash,
the name, the bar or accreditation number and the time stand beside it. Another text becomes another version.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from glob import escape as glob_escape
from hashlib import sha256
from pathlib import Path
from typing import Any

from nolle.facts.files import written_beside

from .draft import Override, PaperError
from .render import Sheet, marked, paper_pdf
from .telling import PREFIX

_GAP = re.compile(r"\[\\?\[(.*?)\\?\]\]\{\.gap\}", re.DOTALL)
_BARE = re.compile(rf"\[((?:{'|'.join(PREFIX.values())}):[^\]]*)\]", re.IGNORECASE)
"""A gap whose mark an editor has dropped, or that was written by hand."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved which bytes, when, as which version. ``bound``: for a packet, which numbers the pages."""

    kind: str
    version: int
    file: str
    sha256: str
    text_sha256: str
    who: str
    number: str
    at: str
    overrides: tuple[Override, ...]
    bound: bool = False


def approve(
    text: Path, *, who: str, number: str, at: datetime, overrides: Sequence[Override] = ()
) -> tuple[Approval, str | None]:
    """Approve a drafted paper as it now reads, and what changed since the version before (``None``: it is the first).

    Args:
        text: the draft's Markdown file, with the record ``.json`` that was written beside it.
        who: the attorney or accredited representative.
        number: their bar or accreditation number.
        at: when.
        overrides: decisions taken now, beside those on the draft's record.

    Raises:
        PaperError: while anything is open, each thing named; for a person without a name or a number; for a draft
            without its record; where an approved file was changed by hand.
    """
    if not all(re.search(r"[^\W_]", said) for said in (who, number)):
        raise PaperError("an approval needs a name (--by) and a bar or accreditation number (--number).")
    who, number = " ".join(who.split()), " ".join(number.split())
    record = _record(text)
    words = _read(text)
    decided = [*(Override(**row) for row in record["overrides"]), *overrides]
    still = open_points(words, record, {o.what for o in decided})
    if still:
        raise PaperError(f"{text.name} is not ready: " + "; ".join(still) + ".")
    folder, kind = text.parent, record["kind"]
    if changed := verify(folder):
        raise PaperError("an approved file is not as it was approved: " + " ".join(changed))
    stem = text.name.removesuffix(".md")
    before = versions(folder, stem)
    _none_without_record(folder, stem)
    hashed = sha256(words.encode()).hexdigest()
    if before and before[-1]["text_sha256"] == hashed:
        raise PaperError(f"this text is version {before[-1]['version']} already, approved by {before[-1]['who']}.")
    version = int(before[-1]["version"]) + 1 if before else 1
    sheet = Sheet(
        kind=marked(kind, record["variant"]),
        title=record["title"],
        style=record["style"],
        lang=record["lang"],
        on=date.fromisoformat(record["on"]),
        version=f"{version}",
    )
    bound = bool(record.get("bound"))
    data = paper_pdf(words, sheet, approved=True, numbers=not bound)
    stem = f"{stem}.v{version}"
    approval = Approval(
        kind=kind,
        version=version,
        file=f"{stem}.pdf",
        sha256=sha256(data).hexdigest(),
        text_sha256=hashed,
        who=who,
        number=number,
        at=at.isoformat(),
        overrides=tuple(decided),
        bound=bound,
    )
    _freeze(folder / f"{stem}.pdf", data)
    _freeze(folder / f"{stem}.md", words.encode())
    row = json.dumps(asdict(approval), indent=1, ensure_ascii=False)
    _freeze(folder / f"{stem}.approval.json", row.encode())
    if not before:
        return approval, None
    return approval, differences(folder / before[-1]["file"], folder / f"{stem}.pdf")


def open_points(words: str, record: dict[str, Any], overridden: set[str]) -> list[str]:
    """What still stands against approving this text: gaps in it, and what no one has overridden."""
    still = [f"a gap is open ({found})" for found in gaps_in(words)]
    exposed = [id.replace("_", " ") for id, truth in record["exposure"].items() if truth is not False]
    if record["exposure_gate"] and exposed and "exposure" not in overridden:
        still.append(f"exposure is yes or not known ({', '.join(exposed)}): --override exposure with --why")
    stale = [row["id"] for row in record["cited"] if row["stale"]]
    if stale and "stale-law" not in overridden:
        still.append(f"no attorney has reviewed the law it cites ({', '.join(stale)}): --override stale-law with --why")
    return still


def gaps_in(words: str) -> list[str]:
    """The gaps still open in a text, as a reader sees them."""
    found = [*_GAP.findall(words), *_BARE.findall(_GAP.sub("", words))]
    return list(dict.fromkeys(" ".join(one.replace("\\", "").split()) for one in found))


def verify(folder: Path) -> list[str]:
    """Which approved files and texts in a folder are gone or no longer what was approved, one sentence each.

    Raises:
        PaperError: the record of an approval cannot be read.
    """
    problems = []
    for path in sorted(folder.glob("*.approval.json")):
        row = approval_of(path)
        problems.append(changed(folder / row["file"]))
        if "text_sha256" in row:
            problems.append(_unlike(folder / f"{Path(row['file']).stem}.md", row["text_sha256"], row["who"]))
    return [problem for problem in problems if problem]


def changed(file: Path) -> str | None:
    """Why a file is not the bytes that were approved; ``None`` where it is, or nobody approved it.

    Raises:
        PaperError: the record of the approval cannot be read.
    """
    record = file.with_name(f"{file.stem}.approval.json")
    if not record.is_file():
        return None
    row = approval_of(record)
    return _unlike(file.with_name(row["file"]), row["sha256"], row["who"])


def approval_of(record: Path) -> dict[str, Any]:
    """What the record of an approval holds.

    Raises:
        PaperError: it cannot be read, or is no such record.
    """
    try:
        row = json.loads(record.read_text("utf-8"))
    except (OSError, ValueError):
        row = None
    if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in ("file", "sha256", "who", "at")):
        raise PaperError(f"{record} is not the record of an approval as it was written: restore it from a copy.")
    return row


def _unlike(file: Path, digest: str, who: str) -> str | None:
    if not file.is_file():
        return f"{file.name} is gone."
    return (
        None if sha256(file.read_bytes()).hexdigest() == digest else f"{file.name} was changed after {who} approved it."
    )


def differences(old: Path, new: Path) -> str:
    """What differs between two versions, page by page: lines taken out, lines put in, pages that only look other."""
    from difflib import unified_diff

    before, after = _pages(old), _pages(new)
    said = [f"{old.name} has {len(before)} pages, {new.name} has {len(after)}."]
    for number in range(max(len(before), len(after))):
        a = before[number] if number < len(before) else ("", b"")
        b = after[number] if number < len(after) else ("", b"")
        if a == b:
            continue
        lines = list(unified_diff(a[0].splitlines(), b[0].splitlines(), lineterm="", n=0))[2:]
        told = [line for line in lines if not line.startswith("@@")]
        said += [f"Page {number + 1}:", *(told or ["the words are the same; the page looks different"])]
    return "\n".join(said) + "\n"


def _pages(path: Path) -> list[tuple[str, bytes]]:
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(path) as file:
        return [
            (page.get_textpage().get_text_range(), sha256(page.render(scale=1).to_numpy().tobytes()).digest())
            for page in file
        ]


_NEEDED = frozenset(
    ("kind", "variant", "title", "style", "lang", "on", "overrides", "exposure", "exposure_gate", "cited")
)
"""What approval reads of a draft's record: with one of them gone it could not tell what stands open."""


def _record(text: Path) -> dict[str, Any]:
    beside = text.with_suffix(".json")
    try:
        found = json.loads(beside.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise PaperError(f"{beside} cannot be read ({error}): approve the .md file where it was drafted.") from None
    if not isinstance(found, dict) or found.get("schema") != "nolle.paper/1" or not found.keys() >= _NEEDED:
        raise PaperError(f"{beside} is not the record of a draft: draft the paper again.")
    return found


def _read(text: Path) -> str:
    try:
        return text.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise PaperError(f"{text} cannot be read: {error}.") from None


def versions(folder: Path, stem: str) -> list[dict[str, Any]]:
    """The approvals of one paper in a folder, the oldest first."""
    rows = [approval_of(path) for path in folder.glob("*.approval.json")]
    # An approved packet may stand in the same folder; its record has no version.
    ours = [row for row in rows if row["file"] == f"{stem}.v{row.get('version')}.pdf"]
    return sorted(ours, key=lambda row: int(row["version"]))


def _none_without_record(folder: Path, stem: str) -> None:
    """Approved bytes whose record is gone would be written over, or counted as no version."""
    for file in sorted(folder.glob(f"{glob_escape(stem)}.v*.pdf")):
        record = file.with_name(f"{file.stem}.approval.json")
        if re.fullmatch(r"v\d+", file.stem.removeprefix(f"{stem}.")) and not record.is_file():
            raise PaperError(f"{file.name} has no {record.name} beside it: restore that record, or move the file away.")


def _freeze(path: Path, data: bytes) -> None:
    with written_beside(path) as beside:
        beside.write_bytes(data)
    path.chmod(0o400)
