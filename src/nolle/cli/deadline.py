"""``nolle deadline``: one deadline with its working, or all of them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .errors import BadInput
from .options import (
    Answer,
    Language,
    complete_circuit,
    console,
    print_json,
    read_circuit,
    read_day,
    today,
    wants_json,
)

if TYPE_CHECKING:
    from nolle.law.procedure import Closure, Order, StandingOrder
    from nolle.logic import Span

EXAMPLES = """

[bold]Examples[/]

  nolle deadline list

  nolle deadline ic_individual_filing_current --from 2026-12-11 --custody nondetained --court BAL

  nolle deadline bia_appeal --from 2026-10-01 --lang es

  nolle deadline asylum_one_year --from 2025-07

  nolle deadline dhs_motion_to_recalendar_response --from 2026-10-01 --found 2026-10-20

  nolle deadline ic_individual_filing_current --from 2026-12-11 --order 2026-11-20 --order-source "order of 2026-09-02"
"""

LIST = "list"


class Custody(StrEnum):
    """Whether the person is detained."""

    DETAINED = "detained"
    NONDETAINED = "nondetained"


class ServedBy(StrEnum):
    """How a paper was served."""

    MAIL = "mail"
    ECAS = "ecas"
    HAND = "hand"


class Hearing(StrEnum):
    """The kind of the next hearing."""

    MASTER = "master"
    INDIVIDUAL = "individual"


def complete_deadline(incomplete: str) -> list[str]:
    """Ids of deadlines that begin as written, and ``list``."""
    from nolle.law.procedure.rules import rules

    return [id for id in (LIST, *rules()) if id.startswith(incomplete)]


def complete_court(incomplete: str) -> list[str]:
    """Codes of courts that begin as written."""
    from nolle.law.courts import courts

    return [code for code in courts() if code.startswith(incomplete.upper())]


def complete_state(incomplete: str) -> list[str]:
    """Postal codes that begin as written."""
    from nolle.law.tables import states

    return [code for code in states() if code.startswith(incomplete.upper())]


def deadline(
    id: Annotated[
        str,
        typer.Argument(
            help="A deadline, or `list` for all of them.", show_default=False, autocompletion=complete_deadline
        ),
    ],
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="The date it counts from; a month or a year when that is all."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="The date whose law is asked. Default: the date it counts from."),
    ] = None,
    custody: Annotated[Custody | None, typer.Option(help="Whether the person is detained.")] = None,
    represented: Annotated[bool | None, typer.Option("--represented/--pro-se", help="With counsel or without.")] = None,
    court: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="The court: its closures and time zone.", autocompletion=complete_court),
    ] = None,
    circuit: Annotated[
        str | None, typer.Option(help="ca1 to ca11, or cadc. Default: the court's.", autocompletion=complete_circuit)
    ] = None,
    served_by: Annotated[ServedBy | None, typer.Option(help="How the paper was served.")] = None,
    found: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day a motion was first seen, when that was late.")
    ] = None,
    order: Annotated[
        str | None, typer.Option(metavar="DATE", help="A date the judge set: it replaces the default.")
    ] = None,
    order_days: Annotated[
        int | None, typer.Option(metavar="DAYS", help="A number of days the judge's standing order sets.")
    ] = None,
    order_source: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Where the judge set it: the order or notice, and its date.")
    ] = None,
    closures: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Days on which courts were closed: TOML or JSON.")
    ] = None,
    nta: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day the Notice to Appear was served, to check a hearing.")
    ] = None,
    hearing: Annotated[Hearing | None, typer.Option(help="The kind of the next hearing.")] = None,
    state: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="The state of the juvenile court.", autocompletion=complete_state),
    ] = None,
    stopped: Annotated[
        int | None, typer.Option(metavar="DAYS", help="Days on which the applicant stopped the asylum clock.")
    ] = None,
    format: Annotated[
        Answer, typer.Option("--format", help="How to print it; json is one line, the last of the output.")
    ] = Answer.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    lang: Annotated[Language, typer.Option(help="English or Spanish.")] = Language.EN,
) -> None:
    """Work out one deadline: the date, the date to work to, each step of the counting, and the law behind it."""
    from nolle.law import procedure
    from nolle.law.courts import UnknownCourt

    json = wants_json(format, as_json)
    trigger, asked_on = _rough(from_, "--from"), read_day(on, "--on")
    told: dict[str, Any] = {
        "custody": custody.value if custody else None,
        "represented": represented,
        "court": court,
        "circuit": read_circuit(circuit),
        "served_by": served_by.value if served_by else None,
        "found": _rough(found, "--found"),
        "closures": closure_file(closures),
        "nta_served": _rough(nta, "--nta"),
        "hearing": hearing.value if hearing else None,
        "state": _state(state),
        "stopped_days": stopped,
    }
    the_order, standing = _order(order, order_days, order_source)
    if id == LIST and (the_order or standing):
        raise BadInput("an order of the judge sets one deadline: name it in place of list.")
    if id == LIST and told["found"]:
        raise BadInput("--found is about one motion: name its deadline in place of list.")
    ids = list(procedure.rules()) if id == LIST else [procedure.rule(id).id if known(id) else id]
    try:
        made = [
            procedure.deadline(
                one, trigger, on=_law_day(one, trigger, asked_on), order=the_order, standing=standing, **told
            )
            for one in ids
        ]
    except UnknownCourt:
        from nolle.law.authorities import nearest
        from nolle.law.courts import courts

        near = nearest((court or "").upper(), courts())
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        said = f"--court: no immigration court has the code {court!r}.{hint}"
        raise BadInput(f"{said} Write the three letters of the hearing notice, such as BAL.") from None
    except (procedure.ImpossibleDates, procedure.CalendarMissing, ValueError) as error:
        raise BadInput(sentence(str(error))) from None
    if json:
        print_json([one.record() for one in made] if id == LIST else made[0].record())
        return
    from .deadline_show import listed, shown

    console().print(listed(made, lang.value) if id == LIST else shown(made[0], lang.value))


deadline.__doc__ = (deadline.__doc__ or "") + EXAMPLES


def known(id: str) -> bool:
    """Whether there is such a deadline.

    Raises:
        BadInput: with the nearest ids, where there is none.
    """
    from nolle.law.procedure.rules import UnknownDeadline, rule

    try:
        rule(id)
    except UnknownDeadline as error:
        raise BadInput(sentence(str(error))) from None
    return True


def _law_day(id: str, trigger: Span | None, on: date | None) -> date | None:
    """The date asked about; today where nothing it counts from says whose law it is."""
    from nolle.law.procedure.rules import rule

    return on or (today() if trigger is None or rule(id).law_asked else None)


def _rough(written: str | None, option: str) -> Span | None:
    """A day, or as much of it as is known.

    Raises:
        BadInput: for what is no date, and for a year out of all reach.
    """
    from nolle.logic import RoughError, parse_date

    from .options import YEARS

    if written is None:
        return None
    try:
        span = parse_date(written)
    except RoughError as error:
        raise BadInput(f"{option} {error}.") from None
    for end in (span.low, span.high):
        if isinstance(end, date) and end.year not in YEARS:
            raise BadInput(f"{option} {written!r} is not a year nolle can answer for: {YEARS[0]} to {YEARS[-1]}.")
    return span


def _order(written: str | None, days: int | None, source: str | None) -> tuple[Order | None, StandingOrder | None]:
    from nolle.law.procedure import Order, StandingOrder

    day = read_day(written, "--order")
    if day is None and days is None:
        if source is not None:
            raise BadInput("--order-source says where, but not what: add --order DATE or --order-days DAYS.")
        return None, None
    if day is not None and days is not None:
        raise BadInput("--order and --order-days are two orders. Leave one out.")
    if source is None or not source.strip():
        raise BadInput('an order of the judge needs its source: --order-source "scheduling order of 2026-09-02".')
    return (Order(day, source.strip()) if day else None), (
        StandingOrder(days, source.strip()) if days is not None else None
    )


def closure_file(path: Path | None) -> tuple[Closure, ...]:
    """The closures of a file of one's own; none without a file.

    Raises:
        BadInput: for a file that cannot be read.
    """
    from nolle.law.procedure import ClosureError, read_closures

    if path is None:
        return ()
    try:
        return read_closures(path)
    except ClosureError as error:
        raise BadInput(sentence(str(error))) from None
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}. Check the name.") from None


def _state(written: str | None) -> str | None:
    from nolle.law.tables import states

    if written is None:
        return None
    code = written.strip().upper()
    if code not in states():
        raise BadInput(f"--state {written!r} is not a state. Write a postal code such as NY, TX or DC.")
    return code


def sentence(said: str) -> str:
    """What was said, ended as a sentence."""
    return said if said.endswith((".", ")")) else f"{said}."
