"""The answers of a docket gathered batch by batch, and written when the last is there."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from nolle.facts.files import locked

from .output import FIRST, SMALL_GROUP, OutputError, named, write_table
from .pseudonyms import pseudonyms
from .summary import Counting, Summary
from .urgency import ORDER

if TYPE_CHECKING:
    import polars as pl

WORKROOM, LOCK = ".nolle-", ".lock"


class Answers:
    """Batches of answers: kept in memory, or laid down in a folder where memory is short.

    ``folder`` is where to; the caller clears it away. ``key`` is what leads the names of cases back to them; ``None``
    keeps the docket's own ids. Cases are named in another thread while the next batch is asked.
    """

    def __init__(self, folder: Path | None = None, key: bytes | None = None, *, keep: bool = True) -> None:
        self.folder, self.key, self.keep = folder, key, keep
        self.naming = ThreadPoolExecutor(1)
        self.names: list[Future[pl.Series]] = []
        self.counting = Counting()
        self.keys: list[pl.DataFrame] = []
        self.parts: list[pl.DataFrame] = []
        self.files: list[Path] = []

    def add(self, part: pl.DataFrame) -> None:
        """Count one batch, and keep it if it is to be written."""
        self.counting.add(part)
        others = [name for name in FIRST if name in part.columns and name not in dict(ORDER)]
        self.keys.append(part.select(*dict(ORDER), *others))
        self.names.append(self.naming.submit(self._names, part["case_id"]))
        if not self.keep:
            return
        if self.folder is None:
            self.parts.append(part)
            return
        file = self.folder / f"{len(self.files):06}.parquet"
        part.write_parquet(file, compression="lz4", row_group_size=SMALL_GROUP)
        self.files.append(file)

    def _names(self, ids: pl.Series) -> pl.Series:
        return ids if self.key is None else pseudonyms(ids, self.key)

    def finish(self, out: Path | None, *, notes: Sequence[tuple[str, str]] = (), top: int = 0) -> Summary:
        """Write the answers, if ``out`` says where, and give the counts.

        Args:
            out: the file; its ending says the format.
            notes: what a reader of a workbook must know.
            top: how many cases the summary names, in the order of work.
        """
        import polars as pl

        if not self.keys:
            return self.counting.summary()
        leads = named(self.keys, [names.result() for names in self.names])
        self.keys, self.names = [], []
        if out is not None:
            if self.folder is None:
                kept = zip(leads, self.parts, strict=True)
                write_table([_whole(lead, part) for lead, part in kept], out, notes=notes)
            else:
                laid = zip(leads, self.files, strict=True)
                write_table((_whole(lead, pl.read_parquet(file)) for lead, file in laid), out, notes=notes)
        return self.counting.summary(pl.concat(leads).sort("urgency").head(top).to_dicts())


def _whole(lead: pl.DataFrame, part: pl.DataFrame) -> pl.DataFrame:
    """A batch with what stands first in the table."""
    return lead.hstack(part.drop([name for name in ("case_id", *FIRST) if name in part.columns]))


@contextlib.contextmanager
def workroom(beside: Path | None) -> Iterator[Path]:
    """A folder of one's own for what is worked on, beside the output if there is one; gone at the end.

    What a command that was killed left there is cleared away first: a folder whose lock nobody holds any more.

    Raises:
        OutputError: where nothing can be written.
    """
    place = Path(tempfile.gettempdir()) if beside is None else beside.parent
    try:
        _clear(place)
        folder, held = _locked(place)
    except OSError as error:
        raise OutputError(f"nothing can be written beside {beside} ({error.strerror}). Name another folder.") from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(held)


def _locked(place: Path) -> tuple[Path, int]:
    """A new folder, and the lock in it, held until it is closed or this process ends."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=WORKROOM, dir=place))
        held = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        # Another may have taken the new folder for one left behind, before it was locked.
        if locked(held) and (folder / LOCK).exists():
            return folder, held
        os.close(held)


def _clear(place: Path) -> None:
    """Clear away our own folders that belong to no living process."""
    for lock in place.glob(f"{WORKROOM}*/{LOCK}"):
        with contextlib.suppress(OSError):
            held = os.open(lock, os.O_RDWR | os.O_NOFOLLOW)
            try:
                if os.fstat(held).st_uid == os.getuid() and locked(held):
                    shutil.rmtree(lock.parent, ignore_errors=True)
            finally:
                os.close(held)
