"""Writing a file or folder so that nothing half-written ever stands under its name, and only its owner can read it."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

PART, LEAD, ROOM, LOCK = ".part", ".nolle-", "room", ".lock"
CHOSEN = "[a-z0-9_]{8}"
"""What tempfile puts into a name: nothing that is named otherwise is taken for ours."""


@contextlib.contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A path beside ``path`` to write to; moved into its place, mode 0600, when the block ends without an error.

    What a writer of the same file left beside it when it was killed is cleared away first.

    Raises:
        OSError: where the folder is not there or cannot be written to.
    """
    lead = f".{path.name}."
    try:
        for left in _left(path.parent, lead, PART):
            _clear_file(left)
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

    What a command that was killed left there is cleared away first: a folder made as this one is, with nothing else in
    it, whose lock nobody holds any more.

    Raises:
        OSError: where nothing can be written.
    """
    for left in _left(place, LEAD):
        _clear_folder(left)
    folder, held = _locked(place)
    try:
        room = folder / ROOM
        room.mkdir(mode=0o700)
        with _no_space_said(place):
            yield room
    finally:
        _remove(folder)
        os.close(held)


def _locked(place: Path) -> tuple[Path, int]:
    """A new folder, and the lock in it, held until it is closed or this process ends."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=LEAD, dir=place))
        # Another may take the new folder for one left behind, before it is locked.
        try:
            held = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except FileNotFoundError:
            continue
        if locked(held) and (folder / LOCK).exists():
            return folder, held
        os.close(held)


def _remove(folder: Path) -> None:
    """Clear a workroom away; its lock last, so that the next command finds what could not be cleared."""
    shutil.rmtree(folder / ROOM, ignore_errors=True)
    if not os.path.lexists(folder / ROOM):
        with contextlib.suppress(OSError):
            (folder / LOCK).unlink()
            folder.rmdir()


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


def _left(place: Path, lead: str, end: str = "") -> list[Path]:
    """What stands in a place under a name such as ours are."""
    ours = re.compile(re.escape(lead) + CHOSEN + re.escape(end))
    try:
        return [path for path in place.iterdir() if ours.fullmatch(path.name)]
    except OSError:  # what cannot be listed cannot be cleared
        return []


def _clear_file(left: Path) -> None:
    """Clear away a file made as ours are, that belongs to no living process."""
    with contextlib.suppress(OSError), _opened(left) as held:
        if _made_as(os.fstat(held), stat.S_IFREG, 0o600) and locked(held):
            left.unlink()


def _clear_folder(left: Path) -> None:
    """Clear away a folder made as ours are, with nothing in it but a lock no living process holds, and a room."""
    with contextlib.suppress(OSError):
        if not _made_as(left.lstat(), stat.S_IFDIR, 0o700):
            return
        if not any(left.iterdir()):  # its command was killed before it was locked
            left.rmdir()
            return
        with _opened(left / LOCK) as held:
            lock = os.fstat(held)
            if not lock.st_size and _made_as(lock, stat.S_IFREG, 0o600) and locked(held):
                inside = {one.name: one.lstat().st_mode for one in left.iterdir()}
                if inside.keys() <= {LOCK, ROOM} and stat.S_ISDIR(inside.get(ROOM, stat.S_IFDIR)):
                    _remove(left)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    """A file opened to be locked, itself and not what it links to; a pipe is not waited for."""
    held = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        yield held
    finally:
        os.close(held)


def _made_as(found: os.stat_result, kind: int, mode: int) -> bool:
    """Whether something is of a kind, the caller's own, and its owner's alone, as tempfile makes it."""
    # A folder may have inherited the group of the one it stands in, which is no permission.
    return (stat.S_IFMT(found.st_mode), found.st_mode & 0o777, found.st_uid) == (kind, mode, os.getuid())


def locked(held: int) -> bool:
    """Take the lock of an open file, to be had until it is closed or its process ends; false where another has it."""
    import fcntl

    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
