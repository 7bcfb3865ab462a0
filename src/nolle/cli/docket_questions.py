"""``nolle docket questions``: the fewest questions that settle the most, as a call list."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import docket_options as shared
from .docket_screen import PATH, DayOrder
from .options import (
    Answer,
    Language,
    check_pathways,
    complete_circuit,
    complete_pathway,
    console,
    print_json,
    read_circuit,
    read_day,
    today,
    wants_json,
)

if TYPE_CHECKING:
    import polars as pl

EXAMPLES = """

[bold]Examples[/]

  nolle docket questions examples/caseload --on 2026-11-22

  nolle docket questions examples/caseload --ask client --ask attorney --out calls.csv --case-ids

  nolle docket questions examples/caseload --only sijs_classification --lang es
"""

SHOWN = 10


class Whom(StrEnum):
    """Who can be asked."""

    CLIENT = "client"
    ATTORNEY = "attorney"
    SYSTEM = "system"


def questions(
    path: Annotated[Path, PATH],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The date, where a case has none of its own.")
    ] = None,
    circuit: Annotated[
        str | None,
        typer.Option(help="The circuit, where a case has none of its own.", autocompletion=complete_circuit),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="PATHWAY", help="Only this pathway; may repeat.", autocompletion=complete_pathway),
    ] = None,
    ask: Annotated[
        list[Whom] | None, typer.Option(help="Whom the calls are to; may repeat. Default: the client.")
    ] = None,
    most: Annotated[int, typer.Option(min=1, max=200, help="How many questions over the docket to name.")] = 15,
    out: Annotated[Path | None, typer.Option(help="Write the call list: .csv, .xlsx or .parquet.")] = None,
    include_sensitive: Annotated[
        bool, typer.Option("--include-sensitive", help="Pathways for survivors too; logged.")
    ] = False,
    case_ids: Annotated[
        bool, typer.Option("--case-ids", help="The docket's own case ids instead of keyed names; logged.")
    ] = False,
    rejected: Annotated[Path | None, typer.Option(help="Where to list rows set aside.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that nolle did not write.")] = False,
    ignore_unknown: Annotated[
        bool, typer.Option("--ignore-unknown", help="Pass over columns that are no facts.")
    ] = False,
    day_order: Annotated[DayOrder | None, typer.Option(help="The order of 02/03/2004 in this docket.")] = None,
    format: Annotated[Answer, typer.Option(help="How to print what was found.")] = Answer.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    lang: Annotated[Language, typer.Option(help="English or Spanish.")] = Language.EN,
) -> None:
    """Plan the calls: the fewest questions that settle the most answers, for each case and over the docket."""
    from nolle.counsel.docket.calls import Calls, write_calls
    from nolle.counsel.docket.gates import gates_of
    from nolle.counsel.docket.pseudonyms import pseudonym
    from nolle.counsel.docket.screen import Request, ready, screen

    json = wants_json(format, as_json)
    check_pathways(only or [])
    shared.check_shown(only or [], include_sensitive)
    shared.check_files(path, out, None, rejected, force=force)
    day = read_day(on, "--on") or today()
    if include_sensitive or case_ids:
        shared.log(
            "docket questions", docket=path.name, on=day, sensitive=include_sensitive, case_ids=case_ids,
            out=str(out) if out else None,
        )  # fmt: skip
    started = time.perf_counter()
    key = None if case_ids else shared.key()
    request = Request(
        day, read_circuit(circuit), tuple(only or ()), include_sensitive, rules=False, weigh=False, regimes=(),
        orders=shared.orders(path),
    )  # fmt: skip
    whom = {str(one) for one in ask or [Whom.CLIENT]}
    calls = Calls(whom | {"client-private"} if Whom.CLIENT in whom else whom)
    order = day_order and day_order.value
    reading = shared.Reading(path, rejected, ignore_unknown, order, sensitive=include_sensitive)
    wanted = None if request.read is None else request.read | gates_of(request.read)
    total = reading.open(wanted, shared.CASES_COMPARED)
    asked: deque[Mapping[str, pl.DataFrame]] = deque()
    with shared.progress("Asking the docket", total) as done:
        for part in screen(_kept(reading.batches(), asked), request, progress=done):
            calls.add(part, ready(asked.popleft(), day, sensitive=include_sensitive))
    plan = calls.plan(most)
    if out is not None:
        write_calls(plan, out, key, lang.value)
    seconds = round(time.perf_counter() - started, 2)
    if json:
        print_json(
            {
                "cases": plan.cases,
                "open": plan.open,
                "calls": plan.calls.height,
                "questions": [
                    {"fact": s.fact, "asked_of": s.asked_of, "waiting": s.cases, "settles": s.settles}
                    for s in plan.steps
                ],
                "rejected": reading.rejected,
                "strays": reading.strays,
                "seconds": seconds,
                "out": str(out) if out else None,
            }
        )
    else:
        from nolle.counsel.docket.text_calls import print_plan
        from nolle.law.version import law_hash

        ids = plan.calls["case_id"].head(SHOWN).to_list()
        names = ids if key is None else [pseudonym(id, key) for id in ids]
        print_plan(plan, names, console(), lang.value, law=law_hash(), sensitive=include_sensitive)
        shared.say_end(reading, out, None, seconds, lang.value, only=only)
    if reading.rejected:
        raise typer.Exit(1)


def _kept(
    batches: Iterable[Mapping[str, pl.DataFrame]], kept: deque[Mapping[str, pl.DataFrame]]
) -> Iterator[Mapping[str, pl.DataFrame]]:
    """The batches, each also kept until its answers are there: one may be read while the one before it is asked."""
    for frames in batches:
        kept.append(frames)
        yield frames


questions.__doc__ = (questions.__doc__ or "") + EXAMPLES
