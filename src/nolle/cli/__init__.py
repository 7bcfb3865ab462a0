"""The `nolle` command."""

import sys

from nolle import __version__


def main() -> None:
    """Say which nolle this is; the command itself is not built yet."""
    sys.stdout.write(f"nolle {__version__}\n")
