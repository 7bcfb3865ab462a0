"""``nolle docket sample``: a synthetic docket."""

from __future__ import annotations

import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .demo import examples
from .errors import BadInput
from .options import console, print_json, read_day, today

EXAMPLES = """

[bold]Examples[/]

  nolle docket sample --cases 500 --out sample

  nolle docket sample --cases 2000 --seed 7 --on 2026-11-22 --out larger

  nolle docket sample --cases 200 --out tables --format csv --no-stories
"""


class Tables(StrEnum):
    """How the tables are written."""

    PARQUET = "parquet"
    CSV = "csv"


def sample(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The new folder.", show_default=False)],
    cases: Annotated[int, typer.Option("--cases", min=1, metavar="N", help="How many cases.")] = 500,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="The same seed gives the same docket.")] = 1,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day of the docket. Default: today.")
    ] = None,
    format: Annotated[Tables, typer.Option("--format", help="How the tables are written.")] = Tables.PARQUET,
    stories: Annotated[bool, typer.Option(help="Whether the stories of the examples are among the cases.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="End with one line of JSON.")] = False,
) -> None:
    """Write a synthetic docket: plausible cases of people who do not exist, for tests and demonstrations."""
    from nolle.counsel.sample import SampleError, write_sample

    day = read_day(on, "--on") or today()
    files = sorted(examples().glob("*/case.toml")) if stories else []
    beside = console(stderr=True)
    started = time.monotonic()

    def progress(done: int, of: int) -> None:
        if done < of:
            beside.print(f"{done:,} of {of:,} cases", style="dim")

    try:
        made = write_sample(out, cases=cases, seed=seed, on=day, stories=files, format=format.value, progress=progress)
    except SampleError as error:
        raise BadInput(str(error)) from None
    seconds = round(time.monotonic() - started, 3)
    if as_json:
        answer = {"cases": made.cases, "seed": seed, "out": str(made.out), "seconds": seconds, "tables": made.tables}
        print_json(answer)
        return
    rows = ", ".join(f"{name} {count:,}" for name, count in made.tables.items())
    typer.echo(f"{made.cases:,} synthetic {'case' if made.cases == 1 else 'cases'} on {day}, seed {seed}: {made.out}")
    typer.echo(f"Rows: {rows}.")


sample.__doc__ = (sample.__doc__ or "") + EXAMPLES
