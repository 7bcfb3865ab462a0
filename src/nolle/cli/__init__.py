"""The ``nolle`` command."""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(args: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 answered, 1 a check failed, 2 bad input.

    Bad input is answered with one clear sentence on standard error, never a traceback.
    """
    try:
        from .app import run

        code = run(args)
    except KeyboardInterrupt:  # before there is anything to end
        code = 130
    if args is None:
        sys.exit(code)
    return code
