"""Mistakes a person can mend, as one clear sentence and then how to fix it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import typer

from nolle.facts.errors import CaseFileError
from nolle.facts.vocabulary import UnknownFact
from nolle.law.authorities import UnknownAuthority, UnknownTopic, nearest
from nolle.law.priorities import RegimeError


class BadInput(Exception):
    """Something on the command line that cannot be used; ``code`` is the exit code."""

    def __init__(self, sentence: str, code: int = 2) -> None:
        super().__init__(sentence)
        self.code = code


EXPECTED_LATER = frozenset(
    ("DocketError", "OutputError", "ReportError", "EngineMissing", "SampleError", "ImportError_", "OrderError")
)
"""Errors of rooms that a command opens only when it needs them, by name: their modules are not loaded here."""

EXPECTED = (BadInput, CaseFileError, UnknownFact, UnknownAuthority, UnknownTopic, RegimeError)


def explain(error: Exception) -> str | None:
    """The sentence for a mistake that is expected; ``None`` for a defect of ours, which keeps its traceback."""
    if isinstance(error, EXPECTED) or type(error).__name__ in EXPECTED_LATER:
        return str(error)
    if isinstance(error, MemoryError):
        return "there is not enough memory. Close other programs, or ask a docket with --engine duckdb."
    return None


def usage(error: typer.TyperException) -> str:
    """The sentence for a command line that cannot be read, and where its help is."""
    said = " ".join(error.format_message().replace("Value error, ", "").split())
    said = said if said.endswith("?") else said.rstrip(".") + "."
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "nolle"
    return f"{said[:1].lower()}{said[1:]} `{command} --help` shows what it takes."


def unknown(id: str, known: Iterable[str]) -> BadInput:
    """The error for an id that is nothing in the law room, with the nearest right ones."""
    near = nearest(id, known)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    return BadInput(f"the law room holds no {id!r}.{hint} `nolle law list` shows what it holds.")
