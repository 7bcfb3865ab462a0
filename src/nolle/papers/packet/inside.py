"""Binding as a task for a process of its own: plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from .bind import bind
from .parts import LIMIT
from .plan import read_packet


def bind_file(
    *, say: Callable[[str], None], file: str, out: str, on: str, approved: bool = False, limit: int = LIMIT
) -> dict[str, Any]:
    """Bind a ``packet.toml``; the answer is that of ``nolle papers packet --json``.

    Raises:
        PacketError, CaseFileError: what stops it, in one sentence.
    """
    packet = read_packet(file)
    bound = bind(packet, Path(out), date.fromisoformat(on), approved=approved, limit=limit, say=say)
    return {
        "out": [str(path) for path in bound.files],
        "pages": bound.pages,
        "sha256": list(bound.sha256),
        "ready": bound.ready,
        "draft": not approved,
        "tabs": [{"tab": tab, "description": said, "first": s.first, "last": s.last} for tab, said, s in bound.tabs],
        "lacks": [
            {"kind": one.kind, "where": one.where, "message": one.message, "fix": one.fix} for one in bound.lacks
        ],
        "notes": list(bound.notes),
    }
