"""Row docket: columns compiled from rules beside the same rules written by hand in Polars, Parquet to Parquet.

Each side runs in a process of its own, so that peak memory is its own. The answers are compared cell by cell. Alone:
``python -m bench.bench_columns --cases 1000000``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import polars as pl

from nolle.logic.columns import compile_rules
from nolle.logic.entity import Entity
from nolle.logic.rule import Rule, all_of, any_of, element
from nolle.logic.tree import AS_OF, Expr, Fact
from nolle.logic.truth import Force

from .random_docket import facts_asked, random_docket

ON = date(2023, 10, 6)
BAR = 1.3
CONDITIONS, PER_GROUP = 240, 8

CODES = frozenset(["none", "pending", "approved", "denied", "withdrawn"])
DATES = [Fact(f"person.day_{i}", "date") for i in range(12)]
STATUSES = [Fact(f"filing.status_{i}", "code", CODES) for i in range(12)]
YES_NO = [Fact(f"case.flag_{i}", "bool") for i in range(12)]
relative = Entity(
    "relative",
    (
        Fact("relative.kind", "code", frozenset(["spouse", "parent", "child", "sibling"]), entity="relative"),
        Fact("relative.status", "code", frozenset(["usc", "lpr", "none"]), entity="relative"),
        Fact("relative.birth_date", "date", entity="relative"),
    ),
    is_list=True,
)


class AllInForce:
    """Law in which everything is in force."""

    def force(self, authority: str, on: date, circuit: str | None) -> Force:
        return Force.IN


@dataclass(frozen=True)
class Condition:
    """A condition in both forms; ``sums`` are what the hand-written one needs of the list."""

    ours: Expr
    hand: pl.Expr
    sums: tuple[pl.Expr, ...] = ()


def conditions() -> Iterator[Condition]:
    """Conditions of the kinds the law is made of, each a little different."""
    kinds = cycle((_age, _residence, _code, _code, _flag, _order, _some_relative, _no_relative))
    return (next(kinds)(i) for i in range(CONDITIONS))


def _age(i: int) -> Condition:
    born, filed, years = DATES[i % 12], DATES[(i + 5) % 12], 14 + i % 20
    low, high = (pl.col(f"person__day_{i % 12}__{end}").dt.offset_by(f"{years}y") for end in ("low", "high"))
    absent = pl.col(f"person__day_{(i + 5) % 12}__state") == "absent"
    start, end = (
        pl.when(absent).then(pl.lit(ON)).otherwise(pl.col(f"person__day_{(i + 5) % 12}__{e}")) for e in ("low", "high")
    )
    return Condition(born.plus(years=years) > filed.if_absent(AS_OF), _settle(low > end, high <= start))


def _residence(i: int) -> Condition:
    low, high = (pl.col(f"person__day_{i % 12}__{end}").dt.offset_by(f"{i % 20}y6mo") for end in ("low", "high"))
    return Condition(DATES[i % 12].plus(years=i % 20, months=6) <= AS_OF, _settle(high <= ON, low > ON))


def _code(i: int) -> Condition:
    codes = list(islice(cycle(sorted(CODES)), i % 5, i % 5 + 1 + i % 3))
    return Condition(STATUSES[i % 12].is_in(*codes), pl.col(f"filing__status_{i % 12}").is_in(codes))


def _flag(i: int) -> Condition:
    return Condition(
        YES_NO[i % 12] & ~YES_NO[(i + 7) % 12], pl.col(f"case__flag_{i % 12}") & ~pl.col(f"case__flag_{(i + 7) % 12}")
    )


def _order(i: int) -> Condition:
    one, other = f"person__day_{i % 12}__", f"person__day_{(i + 3) % 12}__"
    yes, no = pl.col(f"{one}high") < pl.col(f"{other}low"), pl.col(f"{one}low") >= pl.col(f"{other}high")
    return Condition(DATES[i % 12] < DATES[(i + 3) % 12], _settle(yes, no))


def _some_relative(i: int) -> Condition:
    kind, status = ("spouse", "parent", "child", "sibling")[i // 8 % 4], ("usc", "lpr", "none")[i // 32 % 3]
    meets = (pl.col("kind") == kind) & (pl.col("status") == status)
    ours = relative.exists((relative.kind == kind) & (relative.status == status))
    return Condition(ours, _settle(pl.col(f"sure_{i}") > 0, _none(i)), _sums(i, meets))


def _no_relative(i: int) -> Condition:
    kind, born = ("spouse", "parent", "child", "sibling")[i // 8 % 4], date(1960 + i // 8, 1, 1)
    young = _settle(pl.col("birth_date__low") > born, pl.col("birth_date__high") <= born)
    ours = relative.none((relative.kind == kind) & (relative.birth_date > born.isoformat()))
    return Condition(ours, _settle(_none(i), pl.col(f"sure_{i}") > 0), _sums(i, (pl.col("kind") == kind) & young))


def _settle(yes: pl.Expr, no: pl.Expr) -> pl.Expr:
    return pl.when(yes).then(True).when(no).then(False).otherwise(None)


def _none(i: int) -> pl.Expr:
    return pl.col("relative__complete") & (pl.col(f"may_{i}") == 0)


def _sums(i: int, meets: pl.Expr) -> tuple[pl.Expr, ...]:
    return meets.fill_null(False).sum().alias(f"sure_{i}"), meets.fill_null(True).sum().alias(f"may_{i}")


def rules() -> list[Rule]:
    """The conditions as elements, in groups, and all groups in one."""
    parts = [element(f"e{i}", "C", es="C", that=c.ours, cite="a") for i, c in enumerate(conditions())]
    starts = range(0, CONDITIONS, PER_GROUP)
    groups = [
        (all_of if i % 2 else any_of)(f"g{i}", "G", *parts[i * 8 : i * 8 + 8], es="G") for i in range(len(starts))
    ]
    return [any_of("root", "R", *groups, es="R")]


def by_hand(frames: dict[str, pl.LazyFrame]) -> pl.LazyFrame:
    """The same rules as one writes them in Polars: one grouping of the list, then the conditions, then the groups."""
    made = list(conditions())
    sums = frames["relative"].group_by("case_id").agg(*(s for c in made for s in c.sums))
    names = [s.meta.output_name() for c in made for s in c.sums]
    case = frames["case"].join(sums, on="case_id", how="left").with_columns(pl.col(*names).fill_null(0))
    case = case.select("case_id", *(c.hand.alias(f"e{i}") for i, c in enumerate(made)))
    groups = []
    for i in range(CONDITIONS // PER_GROUP):
        parts = [pl.col(f"e{k}") for k in range(i * PER_GROUP, (i + 1) * PER_GROUP)]
        groups.append(reduce(lambda a, b, every=i % 2: a & b if every else a | b, parts).alias(f"g{i}"))
    case = case.with_columns(groups)
    return case.with_columns(reduce(lambda a, b: a | b, (pl.col(f"g{i}") for i in range(len(groups)))).alias("root"))


def run(side: str, folder: Path) -> dict[str, float]:
    """One side, from Parquet to Parquet."""
    frames = {
        path.stem: pl.scan_parquet(path) for path in folder.glob("*.parquet") if path.stem in ("case", "relative")
    }
    started = time.perf_counter()
    if side == "nolle":
        layers = compile_rules(rules()).run(frames, law=AllInForce(), as_of=ON)
        frame = layers.frame
    else:
        frame = by_hand(frames)
    built = time.perf_counter()
    names = [
        "case_id",
        *(f"e{i}" for i in range(CONDITIONS)),
        *(f"g{i}" for i in range(CONDITIONS // PER_GROUP)),
        "root",
    ]
    frame.select(names).sink_parquet(folder / f"out_{side}.parquet")
    done = time.perf_counter()
    return {
        "plan": built - started,
        "run": done - built,
        "peak_gb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
    }


def measure(cases: int, times: int = 3) -> dict[str, Any]:
    """Both sides in turn, the best of several runs of each, and how many cells differ."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        facts, lists = facts_asked(rules(), {})
        for name, frame in random_docket(facts, lists, cases, seed=1).items():
            frame.write_parquet(folder / f"{name}.parquet")
        found: dict[str, Any] = {"cases": cases, "rules": CONDITIONS + CONDITIONS // PER_GROUP + 1}
        for side in ("nolle", "hand"):
            runs = [_apart(side, folder) for _ in range(times)]
            found[side] = min(runs, key=lambda r: r["plan"] + r["run"])
        one, other = (pl.read_parquet(folder / f"out_{side}.parquet").sort("case_id") for side in ("nolle", "hand"))
        found["cells_apart"] = sum(int(one[name].ne_missing(other[name]).sum()) for name in one.columns)
    seconds = [found[side]["plan"] + found[side]["run"] for side in ("nolle", "hand")]
    found |= {"seconds": seconds[0], "hand_seconds": seconds[1], "ratio": seconds[0] / seconds[1], "bar": BAR}
    return found


def _apart(side: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.bench_columns", "--side", side, "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def main() -> None:
    """Print the row, with the versions and the machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--side", choices=("nolle", "hand"))
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.side:
        print(json.dumps(run(given.side, given.folder)))
        return
    import narwhals

    found = measure(given.cases, given.times)
    print(f"docket: {found['rules']} rules, {found['cases']:,} cases with one list, Parquet to Parquet")
    for side in ("nolle", "hand"):
        r = found[side]
        print(f"  {side:6} plan {r['plan']:.2f} s, run {r['run']:.2f} s, peak {r['peak_gb']:.2f} GB")
    print(f"  ratio {found['ratio']:.2f} (bar {found['bar']}), {found['cells_apart']} cells apart")
    print(
        f"  narwhals {narwhals.__version__}, polars {pl.__version__}, Python {platform.python_version()}, "
        f"{os.cpu_count()} cores"
    )


if __name__ == "__main__":
    main()
