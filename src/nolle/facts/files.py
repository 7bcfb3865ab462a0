"""Writing a file or folder so that nothing half-written ever stands under its name, and only its owner can read it."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

PART, ROOM, LOCK = ".part", ".nolle-", ".lock"


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
        with _no_space_said(path):
            yield beside
        beside.chmod(0o600)
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    finally:
        os.close(held)


@contextlib.contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """A folder beside ``path`` to fill; moved into its place, which may be an empty folder, when the block ends without
    an error.

    Raises:
        OSError: where it cannot be made, or something else stands in its place.
    """
    try:
        with workroom(path.parent) as beside:
            yield beside
            beside.replace(path)
    except OSError as error:
        if error.errno is None:
            raise
        raise type(error)(error.errno, error.strerror, str(path)) from None  # of the folder that was asked for


@contextlib.contextmanager
def workroom(place: Path) -> Iterator[Path]:
    """A folder of one's own in ``place`` for what is worked on; gone at the end, unless it was moved away.

    What a command that was killed left there is cleared away first: a folder whose lock nobody holds any more.

    Raises:
        OSError: where nothing can be written.
    """
    for lock in place.glob(f"{ROOM}*/{LOCK}"):
        _clear(lock)
    folder, held = _locked(place)
    try:
        room = folder / "room"
        room.mkdir(mode=0o700)
        with _no_space_said(place):
            yield room
    finally:
        _remove(folder)
        os.close(held)


def _locked(place: Path) -> tuple[Path, int]:
    """A new folder, and the lock in it, held until it is closed or this process ends."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=ROOM, dir=place))
        held = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        # Another may have taken the new folder for one left behind, before it was locked.
        if locked(held) and (folder / LOCK).exists():
            return folder, held
        os.close(held)


def _remove(folder: Path) -> None:
    """Clear a workroom away; its lock last, so that the next command finds what could not be cleared."""
    shutil.rmtree(folder / "room", ignore_errors=True)
    if not (folder / "room").exists():
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _no_space_said(path: Path) -> Iterator[None]:
    """A full disk said as such: libraries have words of their own for it, or none."""
    try:
        yield
    except Exception as error:
        silent = type(error).__module__.startswith(LIBRARIES) or (isinstance(error, OSError) and error.errno is None)
        if (silent and shutil.disk_usage(path if path.is_dir() else path.parent).free < FULL) or (
            isinstance(error, OSError) and error.errno == errno.ENOSPC and error.filename is None
        ):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from None
        raise


LIBRARIES = ("polars", "xlsxwriter")
FULL = 65_536
"""Bytes: a disk on which a write failed, and that has no more than this, is full."""


def _new(folder: Path, lead: str) -> tuple[Path, int]:
    while True:
        held, name = tempfile.mkstemp(prefix=lead, suffix=PART, dir=folder)
        # Another may have taken the new file for one left behind, before it was locked.
        if locked(held) and Path(name).exists():
            return Path(name), held
        os.close(held)


def _clear(left: Path) -> None:
    """Clear away a file of ours that belongs to no living process; with a lock, its folder."""
    with contextlib.suppress(OSError):
        held = os.open(left, os.O_RDWR | os.O_NOFOLLOW)
        try:
            if os.fstat(held).st_uid == os.getuid() and locked(held):
                if left.name == LOCK:
                    _remove(left.parent)
                else:
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
