"""The ``nolle`` command."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

__all__ = ["main"]

OBJECTS_BETWEEN_COLLECTIONS = 1_000_000
"""Loading the law makes a hundred thousand objects that all stay: looking for garbage among them is lost time."""


def main(args: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 answered, 1 a check failed, 2 bad input.

    Bad input is answered with one clear sentence on standard error, never a traceback.
    """
    if args is None:
        gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    from .app import run

    code = run(args)
    if args is None:
        sys.exit(code)
    return code
