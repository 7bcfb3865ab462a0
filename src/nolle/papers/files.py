"""A draft written to a folder: Markdown to edit, Word, PDF, the review sheet and the record of it all."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Collection
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from nolle.facts.files import written_beside
from nolle.facts.vocabulary import UnknownFact, sensitivity_of

from .draft import Draft, PaperError, title_of
from .render import docx, pdf, words_pdf
from .sheet import PRIVILEGED, review_sheet
from .telling import Release

SCHEMA = "nolle.paper/1"
FORMATS = ("docx", "pdf", "md")


def write(draft: Draft, folder: Path, formats: Collection[str] = FORMATS, *, lines: bool = False) -> list[Path]:
    """Write a draft to a folder, each file readable by its owner only, and say which files.

    The Markdown and the record are always written: approval reads them. The review sheet is a paper of its own.

    Raises:
        PaperError: where the folder cannot be written to, the text cannot be set, or a draft there was edited since:
            nobody's work is written over.
    """
    stem = stem_of(draft.kind.id, draft.variant, draft.lang)
    _spare_edits(folder, stem)
    sheet = words_pdf(
        review_sheet(draft, _others(folder, stem)),
        draft.on,
        title=f"Review sheet: {draft.kind.title.en}",
        words=PRIVILEGED,
        kind="review_sheet",
    )
    made = {f"{stem}.md": draft.markdown.encode(), f"{stem}.review.pdf": sheet}
    if "docx" in formats:
        made[f"{stem}.docx"] = docx(draft)
    if "pdf" in formats:
        made[f"{stem}.pdf"] = pdf(draft, lines=lines, numbers=not draft.bound)
    hashes = {name: sha256(data).hexdigest() for name, data in made.items() if name.endswith((".md", ".docx"))}
    row = {**record(draft), "hashes": hashes}
    made[f"{stem}.json"] = (json.dumps(row, indent=1, ensure_ascii=False) + "\n").encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in made.items():
            with written_beside(folder / name) as beside:
                beside.write_bytes(data)
    except OSError as error:
        raise PaperError(f"{folder} cannot be written to ({error.strerror}). Name another folder with --out.") from None
    return [folder / name for name in made]


def stem_of(kind: str, variant: str | None, lang: str) -> str:
    """What the files of a paper are called, before their endings: ``pd_request.email``."""
    return ".".join(part for part in (kind, variant, None if lang == "en" else lang) if part)


def read_releases(path: Path) -> list[Release]:
    """Releases kept in a TOML file of the office: ``[[release]]`` with ``fact``, ``why`` and ``by``.

    Raises:
        PaperError: where it cannot be read, holds something else, or names a fact that is none.
    """
    form = '[[release]] with fact = "...", why = "..." and by = "..."'
    try:
        rows = tomllib.loads(path.read_text("utf-8"))["release"]
        found = [Release(str(row["fact"]), str(row["why"]), str(row["by"])) for row in rows]
        for release in found:
            sensitivity_of(release.fact)
        return found
    except UnknownFact as error:
        raise PaperError(f"{path}: {error}. Correct its name, or take the release out.") from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise PaperError(f"{path} cannot be read: {why}. It holds {form}.") from None
    except (KeyError, TypeError):
        raise PaperError(f"{path}: each release is {form}.") from None


def record(draft: Draft) -> dict[str, Any]:
    """Everything about a draft but its words: what was told, held back, released, cited, and why it is not ready."""
    return {
        "schema": SCHEMA,
        "kind": draft.kind.id,
        "variant": draft.variant,
        "title": draft.kind.title[draft.lang],
        "label": title_of(draft.kind),
        "lang": draft.lang,
        "on": draft.on.isoformat(),
        "circuit": draft.circuit,
        "style": draft.style,
        "audience": draft.kind.audience,
        "privileged": draft.kind.privileged,
        "depth": draft.kind.depth,
        "ready": not draft.problems,
        "problems": list(draft.problems),
        "gaps": [asdict(gap) for gap in draft.gaps],
        "confirm": list(draft.confirm),
        "told": draft.told,
        "held": draft.held,
        "released": [asdict(release) for release in draft.releases],
        "overrides": [asdict(override) for override in draft.overrides],
        "exhibits": [asdict(exhibit) for exhibit in draft.exhibits],
        "cited": [
            {"id": c.id, "words": c.words, "in_force": c.found.in_force, "status": c.found.status, "stale": c.stale}
            for c in draft.cited
        ],
        "left_out": [found.id for found in draft.left_out],
        "exposure": draft.exposure,
        "exposure_gate": draft.kind.exposure_gate,
        "orders": [
            {"id": one.id, "what": one.what, "day": one.day.isoformat() if one.day else None, "source": one.source}
            for one in draft.orders
        ],
        "bound": draft.bound,
        "law": draft.law,
        "template": draft.template,
        "supervisor": draft.supervisor,
    }


def _spare_edits(folder: Path, stem: str) -> None:
    """Refuse to write over a Markdown or Word file that is no longer as it was drafted."""
    try:
        hashes = json.loads((folder / f"{stem}.json").read_text("utf-8")).get("hashes", {})
    except (OSError, ValueError, AttributeError):
        hashes = {}
    for name in (f"{stem}.md", f"{stem}.docx"):
        file = folder / name
        if file.is_file() and sha256(file.read_bytes()).hexdigest() != hashes.get(name):
            raise PaperError(f"{file} was edited since it was drafted. Draft into another folder, or move it away.")


def _others(folder: Path, stem: str) -> list[dict[str, Any]]:
    """The records of the papers drafted into this folder before."""
    found = []
    for path in sorted(folder.glob("*.json")):
        if path.stem == stem or path.name.endswith(".approval.json"):
            continue
        try:
            row = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(row, dict) and row.get("schema") == SCHEMA:
            found.append(row)
    return found
