"""What a check finds: the page, the kind, what it is and why it matters, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

Kind: TypeAlias = Literal[
    "hidden-text",
    "private-number",
    "citation",
    "missing-section",
    "signature",
    "translation",
    "stale-date",
    "court-code",
    "page-size",
    "pagination",
    "file-size",
    "active-content",
    "protected-fact",
    "privileged",
]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. ``page`` counts the file's own pages from 1; what concerns the whole file stands on page 1."""

    page: int
    kind: Kind
    message: str
    fix: str

    def record(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"page": self.page, "kind": self.kind, "message": self.message, "fix": self.fix}


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found in one file, in the order of its pages."""

    file: str
    pages: int
    findings: tuple[Finding, ...]

    def record(self) -> dict[str, Any]:
        """The answer of ``nolle papers check --json``."""
        return {"file": self.file, "pages": self.pages, "findings": [one.record() for one in self.findings]}
