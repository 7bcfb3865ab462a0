"""``nolle docket compare``: whose position changed between two dates, or would under a draft policy, and why."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from . import docket_options as shared
from .docket_screen import PATH, DayOrder
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
    from nolle.law.priorities import Regime

EXAMPLES = """

[bold]Examples[/]

  nolle docket compare examples/caseload --from 2023-10-06 --to 2026-11-22

  nolle docket compare examples/caseload --from 2024-06-01 --only asylum --out moved.csv --report moved.html

  nolle docket compare examples/caseload --policy examples/policies/draft.toml --on 2026-11-22 --include-sensitive
"""


WORD = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")


def compare(
    path: Annotated[Path, PATH],
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first date.")] = None,
    to: Annotated[
        str | None, typer.Option("--to", "--on", metavar="DATE", help="The second date. Default: today.")
    ] = None,
    policy: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A draft policy (TOML or JSON) beside the policy of that date."),
    ] = None,
    circuit: Annotated[
        str | None,
        typer.Option(help="The circuit, where a case has none of its own.", autocompletion=complete_circuit),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="PATHWAY", help="Only this pathway; may repeat.", autocompletion=complete_pathway),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write who moved: .parquet, .csv or .xlsx.")] = None,
    report: Annotated[Path | None, typer.Option(help="Write a page: .html.")] = None,
    include_sensitive: Annotated[
        bool, typer.Option("--include-sensitive", help="Exposure, priorities and protected facts too; logged.")
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
    """Say whose position changed between two dates, or would under a draft policy, and which rule it rests on."""
    from nolle.counsel.docket.compare import compare_docket, write_moved
    from nolle.counsel.docket.screen import Request
    from nolle.counsel.docket.words import OWN_DATES_UNUSED

    json = wants_json(format, as_json)
    check_pathways(only or [])
    shared.check_shown(only or [], include_sensitive)
    if (from_ is None) == (policy is None):
        raise BadInput("say what to compare: --from DATE for two dates, or --policy FILE for a draft policy.")
    if policy is not None and not include_sensitive:
        raise BadInput("a policy sorts people into priorities: add --include-sensitive, which is logged.")
    shared.check_files(path, out, report, rejected, force=force)
    day = read_day(to, "--to") or today()
    after = Request(day, read_circuit(circuit), tuple(only or ()), include_sensitive)
    before, after = _two(after, from_, policy)
    if include_sensitive or case_ids:
        shared.log(
            "docket compare", docket=path.name, since=before.on, to=day, policy=policy.name if policy else None,
            sensitive=include_sensitive, case_ids=case_ids, out=str(out) if out else None,
        )  # fmt: skip
    started = time.perf_counter()
    key = None if case_ids else shared.key()
    order = day_order and day_order.value
    reading = shared.Reading(path, rejected, ignore_unknown, order, sensitive=include_sensitive)
    facts = before.questions_for(own_dates=False).facts | after.questions_for(own_dates=False).facts
    with shared.progress("Comparing the docket", reading.open(facts, shared.CASES_COMPARED)) as done:
        found = compare_docket(reading.batches(), before, after, done)
    unused = [OWN_DATES_UNUSED[lang.value]] if reading.own_dates else []
    if out is not None:
        write_moved(found, out, key)
    if report is not None:
        from nolle.counsel.docket.report_compare import write_comparison

        write_comparison(found, report, lang=lang.value, left_out=[*unused, *reading.left_out(lang.value)])
    seconds = round(time.perf_counter() - started, 2)
    if json:
        print_json(_record(found, reading, seconds, out))
    else:
        from nolle.counsel.docket.text_compare import print_compared

        print_compared(found, console(), lang.value)
        for told in unused:
            console(stderr=True).print(f"nolle: {told}", markup=False)
        shared.say_end(reading, out, report, seconds, lang.value, only=only)
    if reading.rejected:
        raise typer.Exit(1)


def _two(after: Any, from_: str | None, policy: Path | None) -> tuple[Any, Any]:
    """The two askings: on two dates, or on one under the regime of that date and under the draft."""
    from dataclasses import replace

    from nolle.counsel.docket.compare import as_if_in_force
    from nolle.law.priorities import RegimeError, read_regime, regimes, regimes_on

    if policy is None:
        first = read_day(from_, "--from")
        if first == after.on:
            raise BadInput(f"--from and --to are both {first}: nothing can have changed.")
        return replace(after, on=first, asked={}), after
    if policy.is_dir():
        raise BadInput(f"--policy {policy}: that is a folder. Name a draft policy in it, a TOML or JSON file.")
    if not policy.is_file():
        raise BadInput(f"--policy {policy}: there is no such file. Name a draft policy, a TOML or JSON file.")
    try:
        draft = read_regime(policy)
    except RegimeError as error:
        said = str(error) if str(error).endswith(("?", ".")) else f"{error}."
        raise BadInput(f"--policy {said} examples/policies/draft.toml shows the form.") from None
    _check_draft(draft, policy)
    governing = regimes_on(after.on)[:1]
    if draft.id in regimes():
        draft = replace(draft, id=f"{draft.id}_draft")  # or nobody could tell it from the one it would change
    try:
        draft = as_if_in_force(draft, after.on)
    except RegimeError as error:
        raise BadInput(f"--policy {policy.name}: {error}") from None
    return replace(after, regimes=governing, asked={}), replace(after, regimes=(draft,), asked={})


def _check_draft(draft: Regime, policy: Path) -> None:
    """Refuse a draft that sorts nobody, or whose ids cannot name columns: each must be one word, and its own."""
    from nolle.law.authorities import nearest
    from nolle.law.factors import factors

    ids = [category.id for category in draft.categories]
    if not ids:
        raise BadInput(f"--policy {policy.name}: it has no category, so it can be asked of nobody. Add one.")
    for factor in draft.factors:
        if factor not in factors():
            near = nearest(factor, factors())
            hint = f" Did you mean {' or '.join(near)}?" if near else " `nolle law list --kind factor` shows them."
            raise BadInput(f"--policy {policy.name}: there is no factor {factor!r}.{hint}")
    for id in (draft.id, *ids):
        if not WORD.fullmatch(id):
            raise BadInput(
                f"--policy {policy.name}: {id!r} is no id. Write one of small letters, such as recent_entry."
            )
    for id in ids:
        if ids.count(id) > 1:
            raise BadInput(f"--policy {policy.name}: two categories have the id {id}. Give each its own.")


def _record(found: Any, reading: shared.Reading, seconds: float, out: Path | None) -> dict[str, Any]:
    return {
        "cases": found.cases,
        "moved": found.cases_moved,
        "moved_only_as_pathways_began_or_ended": found.cases_moved - found.cases_moved_within,
        "moved_on_something_else": found.cases_moved_within,
        "rejected": reading.rejected,
        "strays": reading.strays,
        "own_dates": reading.own_dates,
        "seconds": seconds,
        "from": found.before.on.isoformat(),
        "to": found.after.on.isoformat(),
        "policy": [regime.id for regime in found.after.regimes or ()],
        "groups": [
            {
                "conclusion": g.conclusion,
                "before": g.before,
                "after": g.after,
                "because": list(g.because),
                "cases": g.cases,
                "missing": dict(g.missing),
            }
            for g in found.groups
        ],
        "out": str(out) if out else None,
    }


compare.__doc__ = (compare.__doc__ or "") + EXAMPLES
