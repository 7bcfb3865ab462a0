"""Binding as a task for a process of its own: plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from .approval import approve, refuse_approved
from .bind import bind
from .parts import LIMIT
from .plan import read_packet


def bind_file(
    *,
    say: Callable[[str], None],
    file: str,
    out: str,
    on: str,
    approval: Mapping[str, str] | None = None,
    limit: int = LIMIT,
) -> dict[str, Any]:
    """Bind a ``packet.toml``; the answer is that of ``nolle papers packet --json``.

    ``approval`` has ``who``, ``number`` and ``at``: the packet is then bound without DRAFT, only if nothing is missing.

    Raises:
        PacketError, CaseFileError: what stops it, in one sentence.
    """
    target = Path(out)
    refuse_approved(target)
    packet = read_packet(file)
    given = date.fromisoformat(on)
    bound = bind(
        packet, target, given, approved=approval is not None, only_ready=approval is not None, limit=limit, say=say
    )
    if approval is not None:
        approve(bound.files, bound.sha256, who=approval["who"], number=approval["number"], at=approval["at"])
    return {
        "out": [str(path) for path in bound.files],
        "pages": bound.pages,
        "sha256": list(bound.sha256),
        "ready": bound.ready,
        "draft": approval is None,
        "tabs": [{"tab": tab, "description": said, "first": s.first, "last": s.last} for tab, said, s in bound.tabs],
        "lacks": [
            {"kind": one.kind, "where": one.where, "message": one.message, "fix": one.fix} for one in bound.lacks
        ],
        "notes": list(bound.notes),
    }
