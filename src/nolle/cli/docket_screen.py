"""``nolle docket screen``: every pathway, regime and factor for every case."""

from __future__ import annotations

import time
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import docket_options as shared
from .errors import BadInput
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
    from nolle.logic import Lang

EXAMPLES = """

[bold]Examples[/]

  nolle docket screen examples/caseload --on 2026-11-22

  nolle docket screen examples/caseload --out answers.xlsx --report answers.html

  nolle docket screen examples/caseload --engine duckdb --memory-limit 512MB --out answers.parquet

  nolle docket screen examples/caseload --only sijs_classification --only uac_asylum --include-sensitive
"""

TOP = 10
"""How many cases the summary names."""


class Name(StrEnum):
    """What works out the columns."""

    POLARS = "polars"
    DUCKDB = "duckdb"
    SPARK = "spark"


class DayOrder(StrEnum):
    """Which comes first in 02/03/2004."""

    MDY = "mdy"
    DMY = "dmy"


PATH = typer.Argument(help="A folder of tables, a CSV, XLSX or Parquet file, or a folder of case files.")


def screen(
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
    out: Annotated[Path | None, typer.Option(help="Write the answers: .parquet, .csv or .xlsx.")] = None,
    report: Annotated[Path | None, typer.Option(help="Write a page with charts: .html.")] = None,
    engine: Annotated[Name, typer.Option(help="What works it out.")] = Name.POLARS,
    memory_limit: Annotated[str, typer.Option(metavar="SIZE", help="DuckDB's memory, such as 512MB.")] = "1GB",
    spark_master: Annotated[str, typer.Option(metavar="URL", help="The Spark cluster.")] = "local[*]",
    include_sensitive: Annotated[
        bool, typer.Option("--include-sensitive", help="Exposure, priorities and protected facts too; logged.")
    ] = False,
    case_ids: Annotated[
        bool, typer.Option("--case-ids", help="The docket's own case ids instead of keyed names; logged.")
    ] = False,
    rules: Annotated[bool, typer.Option("--rules/--no-rules", help="A column for every named rule.")] = True,
    rejected: Annotated[Path | None, typer.Option(help="Where to list rows set aside. Default: beside OUT.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that nolle did not write.")] = False,
    ignore_unknown: Annotated[
        bool, typer.Option("--ignore-unknown", help="Pass over columns that are no facts.")
    ] = False,
    day_order: Annotated[DayOrder | None, typer.Option(help="The order of 02/03/2004 in this docket.")] = None,
    format: Annotated[Answer, typer.Option(help="How to print what was found.")] = Answer.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    lang: Annotated[Language, typer.Option(help="English or Spanish.")] = Language.EN,
) -> None:
    """Ask every case of a docket: statuses, what is missing, deadlines, and which to open first."""
    shared.keep_memory(short=engine.value != "polars")
    from nolle.counsel.docket.answers import workroom
    from nolle.counsel.docket.screen import Request

    json = wants_json(format, as_json)
    check_pathways(only or [])
    shared.check_shown(only or [], include_sensitive)
    shared.check_files(path, out, report, rejected or _beside(out), force=force)
    day = read_day(on, "--on")
    request = Request(
        day or today(), read_circuit(circuit), tuple(only or ()), include_sensitive, rules=rules and out is not None,
        orders=shared.orders(path),
    )  # fmt: skip
    if include_sensitive or case_ids:
        shared.log(
            "docket screen", docket=path.name, on=request.on, sensitive=include_sensitive, case_ids=case_ids,
            out=str(out) if out else None,
        )  # fmt: skip
    started = time.perf_counter()
    order = day_order and day_order.value
    reading = shared.Reading(path, rejected or _beside(out), ignore_unknown, order, sensitive=include_sensitive)
    key = None if case_ids else shared.key()
    with workroom(out) as folder:
        worker = shared.engine(engine.value, memory_limit, spark_master, folder)
        found = shared.answers(reading, request, worker, folder, key, out is not None)
        one_day = _one_day(request.on, reading)
        summary = found.finish(out, notes=_notes(one_day, lang.value, include_sensitive), top=TOP)
    seconds = round(time.perf_counter() - started, 2)
    if report is not None:
        from nolle.counsel.docket.report import write_report

        write_report(summary, report, on=one_day, lang=lang.value, left_out=reading.left_out(lang.value))
    if json:
        print_json(
            {
                "cases": summary.cases,
                "rejected": reading.rejected,
                "strays": reading.strays,
                "seconds": seconds,
                "engine": engine.value,
                "out": str(out) if out else None,
            }
        )
    else:
        from nolle.counsel.docket.text import print_summary
        from nolle.law.version import law_hash

        print_summary(summary, console(), lang.value, on=one_day, law=law_hash())
        shared.say_end(reading, out, report, seconds, lang.value, only=only)
    if reading.rejected:
        raise typer.Exit(1)


def _notes(on: date | None, lang: Lang, sensitive: bool) -> list[tuple[str, str]]:
    """What the reader of a workbook must know."""
    from nolle.counsel.docket import words
    from nolle.counsel.docket.urgency import ORDER
    from nolle.counsel.status import MEANINGS
    from nolle.law.version import law_hash

    notes = [
        ("as_of", words.EACH_DAY[lang] if on is None else str(on)),
        ("law", words.LAW[lang].format(hash=law_hash())),
    ]
    notes += [("protected", words.HELD[lang])] if sensitive else []
    notes += [(f"status {status}", meaning[lang]) for status, meaning in MEANINGS.items()]
    notes += [(f"urgency {n}", f"{name}: {why[lang]}") for n, (name, why) in enumerate(ORDER, 1)]
    return [*notes, ("empty", words.EMPTY[lang]), ("counts", words.NO_ADVICE[lang])]


def _beside(out: Path | None) -> Path | None:
    return None if out is None else out.with_name(f"{out.stem}.rejected.csv")


def _one_day(day: date | None, reading: shared.Reading) -> date | None:
    return None if reading.own_dates else day


screen.__doc__ = (screen.__doc__ or "") + EXAMPLES


def who(
    path: Annotated[Path, PATH],
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Names of cases in an output.")] = None,
    case: Annotated[list[str] | None, typer.Option(metavar="ID", help="Say what this case is called.")] = None,
) -> None:
    """Lead keyed names back to their cases, with this office's key; or say what a case is called. Logged."""
    from nolle.counsel.docket.pseudonyms import pseudonym

    wanted = {name.strip().lower() for name in names or ()}
    if not wanted and not case:
        raise BadInput("say which: a NAME from an output, or --case ID for the name of a case.")
    key = shared.key()
    reading = shared.Reading(path, None, True, None)
    reading.open(())
    shared.log("docket who", docket=path.name, names=sorted(wanted), cases=sorted(case or ()))
    found = {}
    for frames in reading.batches():
        for id in frames["case"]["case_id"]:
            name = pseudonym(id, key)
            if name in wanted or id in (case or ()):
                found[name] = id
    for name, id in found.items():
        typer.echo(f"{name}  {id}")
    lost = sorted((wanted - set(found)) | (set(case or ()) - set(found.values())))
    if lost:
        raise BadInput(
            f"no case of {path.name} is {lost[0]} under this key. Is it another docket, or another key?", code=2
        )


who.__doc__ = (
    (who.__doc__ or "")
    + """

[bold]Examples[/]

  nolle docket who examples/caseload --case story-a
"""
)
