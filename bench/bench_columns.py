"""Row docket: columns compiled from the invented rules, beside the same written by hand for other tools.

From Parquet to Parquet, each side in a process of its own, in turn, the best of several. The answers are compared cell
by cell. OpenFisca's system is built before the clock starts; nolle's planning is timed.

Alone: ``python -m bench.bench_columns --cases 1000000``.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

import polars as pl

from nolle.logic.columns import compile_rules
from nolle.logic.columns.frames import worked_out

from . import invented, openfisca_shared
from .apart import CORES, best, module
from .measure import WHOLE, Line
from .random_docket import facts_asked, random_docket
from .report import show

BAR, FASTER = 1.3, 20
SIDES = {
    "nolle": "nolle",
    "polars": "hand-written Polars",
    "duckdb": "hand-written DuckDB SQL",
    "openfisca": "OpenFisca-core",
}


def run(side: str, folder: Path) -> float:
    """The seconds of one side, planning included."""
    out = folder / f"out_{side}.parquet"
    built = openfisca_shared.system() if side == "openfisca" else None
    started = time.perf_counter()
    if side == "duckdb":
        _by_duckdb(folder, out)
    elif built is not None:
        openfisca_shared.calculate(*built, folder).lazy().sink_parquet(out)
    else:
        frames = {name: pl.scan_parquet(folder / f"{name}.parquet") for name in ("case", "relative")}
        if side == "nolle":  # as a docket is asked: its frames read, the cells whole, then written
            read = {name: frame.collect() for name, frame in frames.items()}
            plan = compile_rules(invented.rules())
            cells = plan.run(read, law=invented.AllInForce(), as_of=invented.ON).frame
            frame = worked_out(cells.select("case_id", *invented.ANSWERS)).lazy()
        else:
            frame = invented.in_polars(frames)
        frame.select("case_id", *invented.ANSWERS).sink_parquet(out)
    return time.perf_counter() - started


def _by_duckdb(folder: Path, out: Path) -> None:
    import duckdb

    with duckdb.connect(config={"threads": CORES, "preserve_insertion_order": False}) as database:
        database.execute(f"copy ({invented.in_sql(folder)}) to '{out}' (format parquet, compression zstd)")


def make_docket(cases: int, folder: Path) -> None:
    """A generated docket as Parquet files."""
    facts, lists = facts_asked(invented.rules(), {})
    for name, frame in random_docket(facts, lists, cases, seed=1).items():
        frame.write_parquet(folder / f"{name}.parquet")


def cells_apart(folder: Path, one: str, other: str) -> int:
    """In how many cells two sides differ; a cell only one of them has differs."""
    a, b = (pl.read_parquet(folder / f"out_{side}.parquet").sort("case_id") for side in (one, other))
    if a.columns != b.columns or a.height != b.height:
        return a.width * a.height
    return sum(int(a[name].ne_missing(b[name]).sum()) for name in a.columns)


def measure(cases: int, times: int) -> list[Line]:
    """The lines of the table."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        make_docket(cases, folder)
        found = best({side: module("bench_columns", "--side", side, "--folder", folder) for side in SIDES}, times)
        peers = {side: name for side, name in SIDES.items() if side != "nolle"}
        apart = {side: cells_apart(folder, "nolle", side) for side in peers}
    what = f"{len(invented.ANSWERS)} invented rules, {cases:,} cases with a list"
    ours, lines = found["nolle"], []
    for side, peer in peers.items():
        theirs = found[side]
        bar, met = {
            "polars": (f"at most {BAR}x", ours.seconds <= BAR * theirs.seconds),
            "openfisca": (f"{FASTER}x faster", FASTER * ours.seconds <= theirs.seconds),
        }.get(side, ("", None))
        memory, differ = "the same, peak memory in GB", "the same, cells apart"
        lines += [
            Line("docket", what, ours.seconds, peer, theirs.seconds, bar, met).held_if(cases >= WHOLE),
            Line("docket", memory, ours.peak, peer, theirs.peak, counts=True),
            Line("docket", differ, apart[side], peer, bar="none", met=apart[side] == 0, counts=True),
        ]
    return lines


def main() -> None:
    """Print the lines, with the versions and the machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=WHOLE)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--side", choices=SIDES)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.side:
        print(json.dumps({"seconds": run(given.side, given.folder)}))
    else:
        show(measure(given.cases, given.times))


if __name__ == "__main__":
    main()
