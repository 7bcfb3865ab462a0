"""A docket read a part at a time, so that it may be larger than memory.

Every part is a docket of whole cases, each with all its rows, and what is wrong is found as if all had been read at
once. The tables of a Parquet docket are read in slices. Which part a row belongs to follows from a hash of its case's
id: ids that are the same have the same hash, so that all that is told of a case comes into one part and is compared
there as text. Rows of a list that stand in the order of the cases are read from their place; others are first sorted
into temporary files, a small one for each part.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nolle.facts.errors import Problem

from .folders import files_of
from .reading import Count, Docket, assemble, headers_of, how_read, read_docket
from .rejects import DocketError, frame_of, write_rejected
from .tables import Parquet, Reading, Table, composed
from .values import DayOrder

if TYPE_CHECKING:
    import polars as pl

PART_BYTES = 32_000_000
"""What a part holds where the caller names no number of cases: reading one takes about four times as much."""

_KEYS = 250_000
"""Ids of cases read at a time."""

_SAMPLE = 2_000
"""Rows from which the size of a row is judged."""


class DocketSource:
    """A docket to be read in parts.

    ``total_rows`` are the rows of the table of cases, for progress. ``counts``, ``rejected``, ``ignored`` and
    ``strays`` are those of ``Docket`` for the parts read so far; after the last part, for the whole.
    """

    def __init__(self, total_rows: int, parts: Callable[[], Iterator[Docket]], rejected: str | Path | None) -> None:
        self.total_rows = total_rows
        self.counts: dict[str, Count] = {}
        self.strays: dict[str, int] = {}
        self.ignored: Mapping[str, tuple[str, ...]] = {}
        self._parts, self._path, self._reasons = parts, rejected, [frame_of([])]

    @property
    def rejected(self) -> pl.DataFrame:
        """Why rows were set aside, table by table in the order of the rows."""
        import polars as pl

        told = [reasons for reasons in self._reasons if reasons.height]
        if len(told) < 2:
            return told[0] if told else self._reasons[0]
        together = pl.concat(told)
        by_file = [together.filter(pl.col("file") == file) for file in self.counts]
        return pl.concat([reasons.sort("row", maintain_order=True) for reasons in by_file])

    def batches(self) -> Iterator[Docket]:
        """The parts, each a docket of whole cases; ``counts`` and ``rejected`` of a part are of its own rows.

        A fact that is told only in a table of filings has columns in the parts in which it is told. After the last
        part the list of rejected rows is written, if one was asked for and there are any.

        Raises:
            DocketError: where a file can no longer be read.
        """
        self.counts, self.strays, self._reasons = {}, {}, [frame_of([])]
        for docket in self._parts():
            for file, count in docket.counts.items():
                before = self.counts.get(file, Count(0, 0))
                self.counts[file] = Count(before.read + count.read, before.used + count.used)
            for file, of_nobody in docket.strays.items():
                self.strays[file] = self.strays.get(file, 0) + of_nobody
            self._reasons.append(docket.rejected)
            self.ignored = docket.ignored or self.ignored
            yield docket
        if self._path is not None and self.rejected.height:
            write_rejected(self.rejected, self._path)


def open_docket(
    path: str | Path,
    *,
    cases_per_batch: int | None = None,
    rejected: str | Path | None = None,
    ignore_unknown: bool = False,
    day_order: DayOrder | None = None,
    only_facts: Collection[str] | None = None,
    protected: bool = True,
    scratch: str | Path | None = None,
) -> DocketSource:
    """Open a docket to be read in parts.

    Only Parquet is read a part at a time: a folder whose tables are all Parquet, or one Parquet table. What is in any
    other format is read whole, now, and then given out in parts.

    Args:
        path: as for ``read_docket``.
        cases_per_batch: how many cases a part has, about; unless given, as many as fit ``PART_BYTES``.
        rejected: as for ``read_docket``; written after the last part.
        ignore_unknown: as for ``read_docket``.
        day_order: as for ``read_docket``.
        only_facts: as for ``read_docket``.
        protected: as for ``read_docket``.
        scratch: a folder on a disk for temporary files; they hold client data, can be read by their owner alone, and
            are gone after the last part. The system's own unless given.

    Raises:
        DocketError: where there is no docket, or its headers are not known.
        UnknownFact: for a fact wanted that is not in the vocabulary.
        ValueError: for fewer than one case in a part.
    """
    if cases_per_batch is not None and cases_per_batch < 1:
        raise ValueError(f"a part has at least one case, not {cases_per_batch}")
    path = Path(path)
    how = how_read(ignore_unknown, day_order, only_facts, protected)
    files = {"case": path} if path.is_file() else files_of(path, ignore_unknown) if path.is_dir() else {}
    if isinstance(files, dict) and files and all(file.suffix.lower() == ".parquet" for file in files.values()):
        tables = _Tables(files, how)
        size = cases_per_batch or tables.fitting(PART_BYTES)
        if tables.total > size:
            return DocketSource(tables.total, lambda: tables.dockets(size, scratch), rejected)
    docket = read_docket(
        path, ignore_unknown=ignore_unknown, day_order=day_order, only_facts=only_facts, protected=protected
    )
    total = docket.frames["case"].height
    return DocketSource(total, lambda: _split(docket, cases_per_batch or max(total, 1)), rejected)


def _split(docket: Docket, size: int) -> Iterator[Docket]:
    """A docket that is in memory in parts; the first has its counts and what was set aside."""
    import polars as pl

    case = docket.frames["case"]
    if case.height <= size:
        yield docket
        return
    part = case.select("case_id", (pl.int_range(pl.len()) // size).alias("\tpart"))
    rows = {
        name: frame.join(part, on="case_id", how="left", maintain_order="left").partition_by(
            "\tpart", as_dict=True, include_key=False
        )
        for name, frame in docket.frames.items()
        if name != "case"
    }
    for number, cases in enumerate(case.iter_slices(size)):
        frames = {name: parts.get((number,), docket.frames[name].clear()) for name, parts in rows.items()}
        if number == 0:
            yield replace(docket, frames={"case": cases, **frames})
        else:
            yield Docket({"case": cases, **frames}, {}, docket.rejected.clear(), docket.ignored)


class _Tables:
    """The Parquet tables of one docket."""

    def __init__(self, files: Mapping[str, Path], how: Reading) -> None:
        """Read the headers, and hold them to each other.

        Raises:
            DocketError: for a file or a header that cannot be read.
        """
        self.case = Parquet(files["case"], headers_of("case"), how)
        self.lists = {name: Parquet(file, headers_of(name), how) for name, file in files.items() if name != "case"}
        self.total = self.case.height
        assemble(self.case.table(self.case.rows(0, 0)), {n: t.table(t.rows(0, 0)) for n, t in self.lists.items()})

    def fitting(self, size: int) -> int:
        """How many cases with their rows fit so many bytes, judged by the first rows of each table."""
        whole = sum(_bytes_a_row(table) * table.height for table in (self.case, *self.lists.values()))
        return max(1_000, int(size * self.total / max(whole, 1)))

    def dockets(self, size: int, scratch: str | Path | None) -> Iterator[Docket]:
        """The docket in parts of so many cases, in the order of the file.

        Cases that may be there several times come last, in a part of their own.
        """
        import polars as pl

        keys = pl.concat([_hashes(part) for part in _slices(self.case, _KEYS, ["case_id"])])
        last = -(-self.total // size)
        kind = pl.UInt16 if last < 2**16 else pl.UInt32
        cases = pl.DataFrame({"key": keys}).with_columns(part=(pl.int_range(pl.len()) // size).cast(kind))
        in_order = keys.sort()
        del keys
        twice = in_order.filter(in_order == in_order.shift(1)).unique()
        del in_order
        if twice.len():
            again = pl.col("key").is_in(twice.implode())
            cases = cases.with_columns(part=pl.when(again).then(pl.lit(last, kind)).otherwise("part"))
        with tempfile.TemporaryDirectory(prefix="nolle-", dir=scratch) as folder, ThreadPoolExecutor(1) as beside:
            case = _Places(self.case, cases["part"], last, Path(folder, "case"))

            def cases_of(number: int) -> Future[Table]:
                # read beside the lists: reading alone does not keep two cores busy
                return beside.submit(lambda: self.case.table(case.rows(number)))

            coming = cases_of(0)
            by_key = cases.sort("key")
            del cases
            lists = {
                name: _Places(table, _parts_of(table, by_key), last, Path(folder, name))
                for name, table in self.lists.items()
            }
            del by_key
            read = 0
            for number in range(last + (1 if case.has(last) else 0)):
                coming = cases_of(number) if number else coming
                rows = {name: self.lists[name].table(places.rows(number)) for name, places in lists.items()}
                read += coming.result().read
                docket = assemble(coming.result(), rows)
                del coming, rows  # or they would be held while the next part is read
                yield docket
                del docket
            if read != self.total:
                changed = Problem("the file changed while it was read", "run it again when nothing writes to it")
                raise DocketError(self.case.path.name, [changed])


def _slices(table: Parquet, step: int, headers: list[str] | None = None) -> Iterator[pl.DataFrame]:
    for start in range(0, max(table.height, 1), step):
        yield table.rows(start, step, headers)


def _bytes_a_row(table: Parquet) -> float:
    some = table.rows(0, _SAMPLE)
    return some.estimated_size() / max(some.height, 1)


def _hashes(rows: pl.DataFrame) -> pl.Series:
    import polars as pl

    return composed(rows["case_id"].cast(pl.String)).str.strip_chars().hash()


def _parts_of(table: Parquet, by_key: pl.DataFrame) -> pl.Series:
    """The part of each row of a list, by the sorted keys. A row whose case is not there goes with the row before it."""
    import polars as pl

    keys, parts = by_key["key"], by_key["part"]
    found = []
    for rows in _slices(table, _KEYS, ["case_id"]):
        key = _hashes(rows)
        at = keys.search_sorted(key).clip(0, max(keys.len() - 1, 0))
        found.append(pl.select(pl.when(keys.gather(at) == key).then(parts.gather(at))).to_series())
    return pl.concat(found).fill_null(strategy="forward").fill_null(0)


class _Places:
    """Where in a table the rows of each part are."""

    def __init__(self, table: Parquet, part: pl.Series, last: int, folder: Path) -> None:
        """Find them, sorting the table into files of the folder where the parts do not stand in order."""
        import polars as pl

        self.table, self.last, self.folder = table, last, folder
        self.part: pl.Series | None = part
        in_order = part != last
        self.spread = not part.filter(in_order).is_sorted()
        if self.spread:
            self._sort(part)
            self.part = None
            return
        rows = pl.DataFrame({"part": part}).lazy().with_row_index("at").group_by("part")
        bounds = rows.agg(pl.col("at").min().alias("from"), pl.col("at").max().alias("to")).collect(engine="streaming")
        self.bounds = {number: (start, end + 1) for number, start, end in bounds.iter_rows()}
        if in_order.all():
            self.part = None

    def has(self, number: int) -> bool:
        """Whether a part has rows here, where the table stands in the order of the parts."""
        return number in self.bounds

    def rows(self, number: int) -> pl.DataFrame:
        """The rows of a part, in the order of the table."""
        import polars as pl

        if self.spread:
            files = sorted(self.folder.glob(f"{number}-*"))
            return pl.concat([self.table.rows(0, 0), *(pl.read_parquet(file, glob=False) for file in files)])
        start, end = self.bounds.get(number, (0, 0))
        if self.part is None:
            return self.table.rows(start, end - start)
        # The cases that may be there twice are few; their rows stand anywhere, also among those of other parts.
        step = end - start if number != self.last else self._step()
        found = [self.table.rows(0, 0)]
        for at in range(start, end, max(step, 1)):
            mine = self.part.slice(at, min(step, end - at)) == number
            if mine.any():
                found.append(self.table.rows(at, mine.len()).filter(mine))
        return pl.concat(found)

    def _step(self) -> int:
        return max(_SAMPLE, int(PART_BYTES / 2 / max(_bytes_a_row(self.table), 1)))

    def _sort(self, part: pl.Series) -> None:
        self.folder.mkdir(mode=0o700)
        step = self._step()
        for turn, rows in enumerate(_slices(self.table, step)):
            numbered = rows.with_columns(part.slice(turn * step, rows.height).alias("\tpart"))
            for (number,), mine in numbered.partition_by("\tpart", as_dict=True, include_key=False).items():
                mine.write_parquet(self.folder / f"{number}-{turn:06}", compression="lz4", statistics=False)
