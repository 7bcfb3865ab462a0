"""The docket as files: a piece at a time, and nothing under its name until all of it is there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from nolle.counsel.docket.output import sink
from nolle.facts.files import folder_beside

from .csv_cells import as_text
from .draws import Draws
from .filings_table import after_filing, filed, lines
from .groups_table import SECTIONS
from .lists_table import LISTS, listed, rows_of
from .names import party
from .people import people
from .standing import consequences, standing
from .stories import Stories
from .telling import tell

if TYPE_CHECKING:
    import polars as pl

Format: TypeAlias = Literal["parquet", "csv"]
Progress: TypeAlias = Callable[[int, int], None]

FIRST, LAST = date(2015, 1, 1), date(2100, 12, 31)
"""Days a docket can be of: people of DACA must have grown up, and nobody may live beyond the calendar."""

PIECE = 125_000
"""Cases made at once: enough for an engine, few enough for memory."""

README = """# A synthetic docket

SYNTHETIC: nobody in these tables exists. Every case was put together by chance by `nolle docket sample`, with the
invented stories of nolle's examples among them. How often anything occurs here was chosen for tests and
demonstrations; nothing may be concluded from it about anybody. A-numbers begin at A000-000-001, below the first
number ever given to a person.

`docket.json` has the seed and the version: the same seed, number of cases and date give the same docket.
"""


class SampleError(ValueError):
    """A sample that cannot be written: one sentence, and what to do."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What was written: the folder, and the rows of each table."""

    out: Path
    cases: int
    tables: dict[str, int]


def write_sample(
    out: Path,
    *,
    cases: int,
    seed: int,
    on: date,
    stories: Sequence[Path] = (),
    format: Format = "parquet",
    progress: Progress | None = None,
) -> Sample:
    """Write a synthetic docket into a new folder, readable by its owner alone.

    Args:
        out: the folder; it may stand there empty.
        cases: how many cases, the stories among them.
        seed: what all chance comes from. The cases of a smaller docket are the first of a larger one.
        on: the day of the docket: what happened lies before it, hearings after it.
        stories: case files to have among the cases, the first of them, each under the name of its folder.
        format: Parquet, or CSV with the same facts as text.
        progress: told how many cases have been made, and of how many.

    Raises:
        SampleError: for a folder that cannot be written, or what cannot be made.
    """
    if cases < 1:
        raise SampleError(f"a docket of {cases} cases cannot be made. Ask for 1 or more.")
    if not FIRST <= on <= LAST:
        raise SampleError(f"a docket of {on} cannot be made. Choose a day from {FIRST} to {LAST}.")
    out = Path(out)
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise SampleError(f"{out} is there already and is not an empty folder. Name a new one.")
    told = Stories.read(stories[:cases])
    if len(set(told.ids)) < len(told.ids):
        raise SampleError(f"two stories would be called alike: {', '.join(told.ids)}. Leave one out.")
    maker = _Maker(Draws(seed), on, cases, told, progress)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with folder_beside(out) as beside:
            tables = maker.write(beside, format)
            _notes(beside, cases, seed, on, tables, told.ids)
    except OSError as error:
        why = error.strerror or error
        raise SampleError(f"{out} cannot be written: {why}. Name another folder.") from None
    return Sample(out, cases, tables)


@dataclass(slots=True)
class _Maker:
    """The tables of one docket, a piece of cases at a time."""

    draws: Draws
    on: date
    cases: int
    stories: Stories
    progress: Progress | None

    def write(self, folder: Path, format: Format) -> dict[str, int]:
        """Write the tables into a folder, and say how many rows each has."""
        files = {name: folder / f"{name}.{format}" for name in ("case", *LISTS)}
        for file in files.values():
            file.touch(mode=0o600)
        return self._csv(files) if format == "csv" else self._parquet(files, folder / "pieces")

    def _csv(self, files: Mapping[str, Path]) -> dict[str, int]:
        count = dict.fromkeys(files, 0)
        for place, piece in enumerate(self._pieces()):
            for name, frame in piece.items():
                count[name] += frame.height
                with files[name].open("ab") as file:
                    as_text(frame).write_csv(file, include_header=place == 0)
        return count

    def _parquet(self, files: Mapping[str, Path], aside: Path) -> dict[str, int]:
        """The cases go straight into their file; the rows of lists first into a file for each piece."""
        import polars as pl

        count = dict.fromkeys(files, 0)
        aside.mkdir(mode=0o700)

        def cases() -> Iterator[pl.DataFrame]:
            for place, piece in enumerate(self._pieces()):
                for name, frame in piece.items():
                    count[name] += frame.height
                    if name != "case":
                        frame.write_parquet(aside / f"{name}-{place:06}.parquet", compression="lz4")
                yield piece["case"]

        sink(cases(), files["case"], row_group=PIECE, compression="zstd")
        for name in LISTS:
            rows = pl.scan_parquet(sorted(aside.glob(f"{name}-*.parquet")))
            rows.sink_parquet(files[name], row_group_size=PIECE, compression="zstd")
        shutil.rmtree(aside)
        return count

    def _pieces(self) -> Iterator[dict[str, pl.DataFrame]]:
        """The tables in pieces, all with the same columns; the first piece is the stories."""
        import polars as pl

        made = self.cases - len(self.stories.ids)
        piece = self._piece(0, min(PIECE, made))
        told = {name: self.stories.table(name, frame) for name, frame in piece.items()}
        yield told
        for start in range(0, made, PIECE):
            if start:
                piece = self._piece(start, min(start + PIECE, made))
            yield {name: pl.concat([told[name].clear(), frame], how="diagonal") for name, frame in piece.items()}
            if self.progress is not None:
                self.progress(min(start + PIECE, made), made)

    def _piece(self, start: int, end: int) -> dict[str, pl.DataFrame]:
        import polars as pl

        numbers = pl.int_range(start, end, dtype=pl.UInt64, eager=True).alias("number")
        persons = people(numbers, self.draws, self.on, standing, consequences, filed, after_filing, listed)
        named = pl.format("syn-{}", (pl.col("number") + 1).cast(pl.String).str.zfill(7))
        persons = persons.with_columns(case_id=named)
        parts = [persons.select("case_id", circuit="circuit_known"), party(persons, self.draws)]
        parts += [tell(persons, self.draws, section) for section in (*SECTIONS, lines())]
        parts.append(persons.select(f"{entity}__complete" for entity in LISTS))
        case = pl.concat(parts, how="horizontal")
        return {"case": case} | {name: rows_of(persons, self.draws, name) for name in LISTS}


def _notes(folder: Path, cases: int, seed: int, on: date, tables: dict[str, int], stories: list[str]) -> None:
    from nolle import __version__

    about: dict[str, Any] = {
        "synthetic": "SYNTHETIC: nobody in this docket exists",
        "cases": cases,
        "seed": seed,
        "on": on.isoformat(),
        "stories": stories,
        "nolle": __version__,
        "tables": tables,
    }
    for name, text in (("docket.json", json.dumps(about, indent=2) + "\n"), ("README.md", README)):
        file = folder / name
        file.touch(mode=0o600)
        file.write_text(text, encoding="utf-8")
