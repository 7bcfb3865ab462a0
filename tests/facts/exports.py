"""Exports made up for tests, read and put into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nolle.facts.docket.headers import read_target
from nolle.facts.docket.importing import Imported, read_exports
from nolle.facts.docket.merging import Merged, merge, write_folder

EXPORTS = Path(__file__).parents[2] / "examples" / "exports"
CLIO = [EXPORTS / "clio-contacts.csv", EXPORTS / "clio-matters.csv"]


def export(tmp_path: Path, text: str, name: str = "export.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def read(tmp_path: Path, text: str, profile: str = "legalserver", **how: Any) -> Imported:
    told = {header: read_target(fact) for header, fact in how.pop("told", {}).items()}
    found = read_exports([export(tmp_path, text)], profile, told=told, **how)
    assert accounted(found)
    return found


def accounted(found: Imported) -> bool:
    """Whether every row was used or has a reason."""
    return found.set_aside == found.rejected.select("file", "row").unique().height


def put(into: Path, found: Imported, **how: Any) -> Merged:
    merged = merge(into, found.cases, **how)
    write_folder(into, merged.files)
    return merged


def counts(merged: Merged) -> tuple[int, int, int, int]:
    return merged.added, merged.changed, merged.unchanged, len(merged.conflicts)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}
