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
from hashlib import sha256
from pathlib import Path
from typing import Any

from nolle.facts.files import written_beside

from .draft import Override, PaperError
from .render import Sheet, marked, paper_pdf

_GAP = re.compile(r"\[\\?\[(.*?)\\?\]\]\{\.gap\}", re.DOTALL)


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
    if not (who.strip() and number.strip()):
        raise PaperError("an approval needs a name (--by) and a bar or accreditation number (--number).")
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
    hashed = sha256(words.encode()).hexdigest()
    if before and before[-1]["text_sha256"] == hashed:
        raise PaperError(f"this text is version {before[-1]['version']} already, approved by {before[-1]['who']}.")
    version = len(before) + 1
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
    return list(dict.fromkeys(" ".join(found.replace("\\", "").split()) for found in _GAP.findall(words)))


def verify(folder: Path) -> list[str]:
    """Which approved files in a folder are gone or no longer the bytes that were approved, one sentence each."""
    rows = (json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.approval.json")))
    return [problem for row in rows if (problem := changed(folder / row["file"]))]


def changed(file: Path) -> str | None:
    """Why a file is not the bytes that were approved; ``None`` where it is, or nobody approved it."""
    record = file.with_name(f"{file.stem}.approval.json")
    if not record.is_file():
        return None
    row = json.loads(record.read_text("utf-8"))
    if not file.is_file():
        return f"{row['file']} is gone."
    if sha256(file.read_bytes()).hexdigest() != row["sha256"]:
        return f"{row['file']} was changed after {row['who']} approved it."
    return None


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


def _record(text: Path) -> dict[str, Any]:
    beside = text.with_suffix(".json")
    try:
        found = json.loads(beside.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise PaperError(f"{beside} cannot be read ({error}): approve the .md file where it was drafted.") from None
    if not isinstance(found, dict) or found.get("schema") != "nolle.paper/1":
        raise PaperError(f"{beside} is not the record of a draft: draft the paper again.")
    return found


def _read(text: Path) -> str:
    try:
        return text.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise PaperError(f"{text} cannot be read: {error}.") from None


def versions(folder: Path, stem: str) -> list[dict[str, Any]]:
    """The approvals of one paper in a folder, the oldest first."""
    rows = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.approval.json")]
    return sorted((r for r in rows if r["file"] == f"{stem}.v{r['version']}.pdf"), key=lambda row: int(row["version"]))


def _freeze(path: Path, data: bytes) -> None:
    with written_beside(path) as beside:
        beside.write_bytes(data)
    path.chmod(0o400)
