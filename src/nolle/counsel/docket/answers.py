"""The answers of a docket gathered batch by batch, and written when the last is there."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nolle.facts import files

from .output import FIRST, SMALL_GROUP, OutputError, write_table
from .pseudonyms import pseudonyms
from .summary import Counting, Summary
from .urgency import ORDER, urgency

if TYPE_CHECKING:
    import polars as pl


class Answers:
    """Batches of answers: kept in memory, or laid down in a folder where memory is short.

    ``folder`` is where to; the caller clears it away. ``key`` is what leads the names of cases back to them; ``None``
    keeps the docket's own ids. Without ``keep`` no more is kept than the order of work needs. Cases are named in
    another thread while the next batch is asked.
    """

    def __init__(self, folder: Path | None = None, key: bytes | None = None, *, keep: bool = True) -> None:
        self.folder, self.key, self.keep = folder, key, keep
        self.naming = ThreadPoolExecutor(1)
        self.counting = Counting()
        self.keys: list[pl.DataFrame] = []
        self.kept: list[tuple[pl.DataFrame, Future[pl.Series]] | Path] = []

    def add(self, part: pl.DataFrame) -> None:
        """Count one batch, and keep it if it is to be written."""
        self.counting.add(part)
        self.keys.append(part.select(name for name, _ in ORDER))
        if not self.keep:
            part = part.select("case_id", *(name for name in FIRST if name in part.columns))
        names = self.naming.submit(self._names, part["case_id"])
        if self.folder is None:
            self.kept.append((part, names))
            return
        file = self.folder / f"{len(self.kept):06}.parquet"
        part.with_columns(names.result()).write_parquet(file, compression="lz4", row_group_size=SMALL_GROUP)
        self.kept.append(file)

    def _names(self, ids: pl.Series) -> pl.Series:
        return (ids if self.key is None else pseudonyms(ids, self.key)).alias("case")

    def finish(self, out: Path | None, *, notes: Sequence[tuple[str, str]] = (), top: int = 0) -> Summary:
        """Write the answers, if ``out`` says where, and give the counts.

        Args:
            out: the file; its ending says the format.
            notes: what a reader of a workbook must know.
            top: how many cases the summary names, in the order of work.
        """
        if not self.keys:
            return self.counting.summary()
        first: list[dict[str, Any]] = []
        parts = self._in_turn(first, top)
        if out is None:
            for _ in parts:
                pass
        else:
            write_table(list(parts) if self.folder is None else parts, out, notes=notes)
        first.sort(key=lambda case: case["urgency"])
        return self.counting.summary(first)

    def _in_turn(self, first: list[dict[str, Any]], top: int) -> Iterator[pl.DataFrame]:
        """The batches as they are written; the first cases in the order of work are put down beside."""
        import polars as pl

        places, start = urgency(pl.concat(self.keys)), 0
        self.keys.clear()
        for kept in self.kept:
            if isinstance(kept, Path):
                part = pl.read_parquet(kept)
            else:
                part = kept[0].with_columns(kept[1].result())
            part = part.with_columns(places.slice(start, part.height).alias("urgency"))
            start += part.height
            first += part.filter(pl.col("urgency") <= top).select(FIRST).to_dicts()
            yield part.select(*FIRST, pl.exclude("case_id", *FIRST))


@contextlib.contextmanager
def workroom(beside: Path | None) -> Iterator[Path]:
    """A folder of one's own for what is worked on, beside the output if there is one; gone at the end.

    Raises:
        OutputError: where nothing can be written.
    """
    place = Path(tempfile.gettempdir()) if beside is None else beside.parent
    with contextlib.ExitStack() as stack:
        try:
            folder = stack.enter_context(files.workroom(place))
        except OSError as error:
            raise OutputError(f"nothing can be written in {place} ({error.strerror}). Name another folder.") from None
        yield folder
