"""The table: on the terminal, and with the machine and the date in docs/performance.md."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rich.console import Console
from rich.table import Table

from .measure import Line

HEAD = ("row", "what", "nolle", "peer", "peer took", "ratio", "bar", "met")
PACKAGES = ("polars", "duckdb", "pyspark", "openfisca-core", "numpy")

ABOUT = """\
# Performance

`make bench` measures, prints this table and writes this page. It never fails: it shows where a bar is missed.
Unless it says otherwise a figure is a median after a warm-up. nolle and its peer take turns in the same run, so the
ratios mean more than the absolute figures, which belong to the machine below.
"""

HOW = """\
## What is timed

**toy.** An invented rule of fourteen conditions over dates, codes, a list and a dated version (`bench/toy.py`), for
one case, with nothing worked out beforehand and the whole trace. Each tool's input is made before the clock starts.

- The hand-written tree walk (`bench/toy_walk.py`) gives the same trace: three-valued truth, the parts beneath, rough
  dates. It knows this rule only: no authorities, no reading but the plain one, no reason for an unknown. nolle gives
  all of these in the same call.
- OpenFisca-core (`bench/toy_openfisca.py`) has the same conditions and groups as variables with formulas, one person,
  and its tracer on. What is timed is what a user does for each case: `SimulationBuilder.build_from_entities`, then
  `calculate` of the top variable. The tax and benefit system is built before the clock starts. OpenFisca has no unknown
  and no list of records for one person, so it gets an exact case and the convictions already counted.
- `tests/test_bench.py` holds that all three give the same answer, condition by condition.

**case.** Story A (`examples/a-dismissed-case`) on 2023-10-06: the opinion on every pathway and its JSON record, with
the law already loaded; then the command `nolle screen --json` as a new process, beside a Python that does nothing.

**question.** First our own law with an empty case, so that every pathway is open: the case is judged and the next
best question found, from the second question of an interview on (the first takes longer: the worlds are drawn then).
Then an invented law of the size of ours, with nothing and with 15% of the facts known, where judging is not counted.
Last, on small problems with equal costs, how many questions are asked for each one the exact optimum asks.

**docket.** Every side is a process of its own that may use two cores (OpenFisca-core, which is numpy, uses one); sides
that stand beside each other take turns, and the figure is the best of three but where it says otherwise. Peak memory is
that of the process, in GB of 10^9 bytes. Answers are compared cell by cell.

- Shared rules (`bench/invented.py`): 240 invented conditions over rough dates, codes, yes and no, and a list, in 30
  groups, over a generated docket with unknowns: compiled by nolle, and written by hand in Polars, in SQL for DuckDB and
  for OpenFisca-core, with the three-valued truth and what these rules need of the list. From Parquet to Parquet,
  nolle's planning included, starting Python and loading the tools not.
- OpenFisca-core has no unknown, so for the shared rules (`bench/openfisca_shared.py`) each question is two Boolean
  variables, known to hold and known not to hold. Its persons are the relatives, and a case is their group; a case
  without relatives has one member that is nobody. A question that several rules ask is one variable, and days are moved
  on by looking them up in a calendar moved before. One simulation (`SimulationBuilder`), inputs set as whole arrays,
  codes as Enum variables, no tracer. Polars reads and writes the files. The tax and benefit system, with that calendar,
  is built before the clock starts.
- OpenFisca-core over exact facts (`bench/bench_openfisca.py`), without unknowns: the same number of conditions of the
  same kinds, with numbers in the place of the list. One simulation of as many persons as there are cases
  (`SimulationBuilder.build_default_simulation`), inputs set as whole arrays, codes as Enum variables, no tracer. A
  condition that several groups ask is worked out once, and numpy adds the months. Both sides read Parquet, answer all
  rules and write Parquet, with Polars. The tax and benefit system is built before the clock starts; nolle's planning is
  timed. One line of the table tells what the files alone cost: the same columns read and written, with no rule asked.
- The same, each case asked on one of 2,000 days, as a docket is on the days of its hearings. OpenFisca-core calculates
  for one period. Either the cases of each day are a simulation: that is how it keeps its dated parameters and formulas,
  and its time grows with the days while nolle's does not; it is run once. Or the day is handed in as one more input and
  the formulas compare with it: then its periods play no part, and these rules, none of which has versions, are asked
  nearly as fast as on one date.
- Our law (`bench/bench_screen.py`): `nolle docket sample` makes a synthetic docket with lists, and `nolle docket screen
  --include-sensitive` asks every pathway, regime, factor and exposure of every case, Parquet to Parquet. Both from the
  start of the command to its end. The sample is made once, and is not part of the time of the screening.

**same.** Nothing is timed: for a synthetic docket, every rule's truth and every pathway's readings by the interpreter,
beside Polars; and all columns of the other engines that are installed, beside Polars (`bench/bench_same.py`). The tests
compare more.

**packet.** `nolle papers packet` as a new process (`bench/bench_packet.py`): story A's motion, order and certificate
drafted from the case, and twenty exhibits of which half are scans at 150 dots an inch and half text with stamped marks.
The figure is the best of three runs, each from the start of the command to its end; peak memory is the larger of the
command and the process it works in. Every run writes another file, and their bytes are compared.
"""


def show(lines: Sequence[Line], before: str = "not known") -> None:
    """Print the table and the machine, with its load before the run."""
    console = Console(width=None if sys.stdout.isatty() else 150)
    table = Table(*HEAD)
    for line in lines:
        table.add_row(*_cells(line))
    console.print(table)
    for name, value in machine(before):
        console.print(f"{name}: {value}", highlight=False)


def write(lines: Sequence[Line], page: Path, on: date, before: str = "not known") -> None:
    """Write the page."""
    rows = "\n".join(f"| {' | '.join(_cells(line))} |" for line in lines)
    table = f"| {' | '.join(HEAD)} |\n|{'---|' * len(HEAD)}\n{rows}\n"
    about = "\n".join(f"- {name}: {value}" for name, value in machine(before))
    day = f"Measured on {on.isoformat()}."
    page.write_text(f"{ABOUT}\n{day}\n\n{table}\n## Machine\n\n{about}\n\n{HOW}", encoding="utf-8")


def machine(before: str) -> list[tuple[str, str]]:
    """The processor, its cores, the memory, its load before the run, and the versions that matter."""
    found = [
        ("processor", _processor()),
        ("cores", str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count())),
        ("memory", _memory()),
        ("load in the minute before the run", before),
        ("Python", f"{platform.python_version()} ({platform.system()})"),
    ]
    return [*found, *((name, _version(name)) for name in PACKAGES)]


def load() -> str:
    """How many processes wanted a processor over the last minute."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"


def say(seconds: float) -> str:
    """A time in the unit a person would choose."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-6:.3g} µs"


def _cells(line: Line) -> tuple[str, ...]:
    ratio = beside = ""
    nolle = f"{line.nolle:.4g}" if line.counts else say(line.nolle)
    if line.beside is not None:
        beside = f"{line.beside:.3g}" if line.counts else say(line.beside)
        times = line.nolle / line.beside
        if line.counts:
            ratio = f"{times:.4g}x"
        else:
            ratio = f"{times:.3g}x slower" if times >= 1 else f"{1 / times:.3g}x faster"
    met = "" if line.met is None else "met" if line.met else "not met"
    return line.row, line.what, nolle, line.peer, beside, ratio, line.bar, met


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for text in info.read_text(encoding="utf-8").splitlines():
            if text.startswith("model name"):
                return text.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        return "not known"
    return f"{size / 2**30:.1f} GiB"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
