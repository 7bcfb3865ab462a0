"""What is wrong with a case file, said once and clearly, with how to put it right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHOWN = 20
"""How many things to fix one error lists; more would not be read."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to fix: ``what`` is wrong, and what is ``accepted`` instead. Lines and columns count from 1."""

    what: str
    accepted: str
    field: str | None = None
    found: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """``line 12, person.birth_date: what is wrong: what to write``."""
        where = ", ".join(
            part for part in (self.line and f"line {self.line}", self.field and printable(self.field)) if part
        )
        return f"{where}: {self.what}: {self.accepted}" if where else f"{self.what}: {self.accepted}"


class CaseFileError(ValueError):
    """A case file that cannot be read, or a change that cannot be written.

    ``problems`` holds what is to be fixed, in the order of the file (20 at most; ``count`` is how many there are).
    The other attributes are those of the first.
    """

    def __init__(self, file: str, problems: Sequence[Problem], count: int | None = None) -> None:
        self.file = file
        self.problems = tuple(problems)
        self.count = len(self.problems) if count is None else count
        first = self.problems[0]
        self.line, self.column = first.line, first.column
        self.field, self.found, self.accepted = first.field, first.found, first.accepted
        super().__init__(file, self.problems, self.count)

    def __str__(self) -> str:
        """One sentence for one problem; a short list for several."""
        if len(self.problems) == 1 and self.count == 1:
            problem = self.problems[0]
            place = ", " if problem.line or problem.field else ": "
            return f"{self.file}{place}{problem}"
        lines = [f"{self.file} has {self.count} things to fix:"]
        lines += [f"  {problem}" for problem in self.problems]
        if self.count > len(self.problems):
            lines.append(f"  and {self.count - len(self.problems)} more")
        return "\n".join(lines)


def printable(text: str, limit: int = 60) -> str:
    """Text safe to print: cut short, and what cannot be seen written as an escape."""
    shown = text if len(text) <= limit else text[: limit - 3] + "..."
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in shown)


def show(value: object) -> str:
    """A found value as a person would recognise it."""
    if value is None:
        return "an empty value"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{printable(value, 40)}"'
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, (list, tuple)):
        return "a list"
    return printable(str(value), 40)
