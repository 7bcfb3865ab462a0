"""Which law was used: a hash over everything in this room, so that two opinions can be told apart."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from pathlib import Path

WRITTEN_ON = date(2026, 11, 21)
"""The day the law was written down. Texts beside the rules (risks, notes, steps) speak as of it; the rules as of the
date asked."""


@cache
def law_hash() -> str:
    """The first 16 hexadecimal digits of a SHA-256 over the law's files, names and contents, in order of name."""
    room = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted((*room.rglob("*.py"), *room.rglob("*.json"))):
        digest.update(path.relative_to(room).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
