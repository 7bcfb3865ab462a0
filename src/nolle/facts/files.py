"""Writing a file so that nothing half-written ever stands under its name, and only its owner can read it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A path beside ``path`` to write to; moved into its place, mode 0600, when the block ends without an error.

    What a writer of the same file left beside it when it was killed is cleared away first.

    Raises:
        OSError: where the folder is not there or cannot be written to.
    """
    lead = f".{path.name}."
    try:
        for left in path.parent.iterdir():
            if left.name.startswith(lead) and left.suffix == PART:
                _clear(left)
        beside, held = _new(path.parent, lead)
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path)) from None  # of the file that was asked for
    try:
        yield beside
        beside.chmod(0o600)
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    finally:
        os.close(held)


PART = ".part"


def _new(folder: Path, lead: str) -> tuple[Path, int]:
    while True:
        held, name = tempfile.mkstemp(prefix=lead, suffix=PART, dir=folder)
        # Another may have taken the new file for one left behind, before it was locked.
        if locked(held) and Path(name).exists():
            return Path(name), held
        os.close(held)


def _clear(left: Path) -> None:
    with contextlib.suppress(OSError):
        held = os.open(left, os.O_RDWR | os.O_NOFOLLOW)
        try:
            if os.fstat(held).st_uid == os.getuid() and locked(held):
                left.unlink()
        finally:
            os.close(held)


def locked(held: int) -> bool:
    """Take the lock of an open file, to be had until it is closed or its process ends; false where another has it."""
    import fcntl

    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
