"""Running the command inside the test: what it answered, what it said beside it, and its exit code."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nolle.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
STORY_A = str(EXAMPLES / "a-dismissed-case" / "case.toml")
STORY_B = str(EXAMPLES / "b-child" / "case.toml")
STORY_C = str(EXAMPLES / "c-long-time-resident" / "case.toml")


@dataclass(frozen=True)
class Ran:
    """One run: standard output, standard error, exit code."""

    out: str
    err: str
    code: int

    @property
    def json(self) -> Any:
        """The last line of the output, read as JSON."""
        return json.loads(self.out.splitlines()[-1])


def run(*words: str) -> Ran:
    """Run ``nolle`` with these words."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words)
    return Ran(out.getvalue(), err.getvalue(), code)


@cache
def answered(*words: str) -> Ran:
    """The same run once for all the tests that read it; it must have answered, and quietly."""
    ran = run(*words)
    assert (ran.code, ran.err) == (0, ""), ran.err
    return ran
