"""``nolle deadlines``: every deadline of a case, the soonest first; and the same dates as calendars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .deadline import closure_file, complete_deadline, known, sentence
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
from .own_files import check_ours

if TYPE_CHECKING:
    from nolle.counsel.calendar.matter import Matter
    from nolle.facts.casefile import CaseFile
    from nolle.law.procedure.orders import Ordered

EXAMPLES = """

[bold]Examples[/]

  nolle deadlines examples/b-child/case.toml --on 2026-11-21

  nolle deadlines examples/c-long-time-resident/case.toml --on 2026-11-21 --full --lang es

  nolle deadlines examples/b-child/case.toml --matter 2026-0141 --ics b-child.ics

  nolle deadlines examples/b-child/case.toml --svg year.svg --timeline timeline.svg
"""

SCHEMA = "nolle.deadlines/1"


def deadlines(
    case: Annotated[Path, typer.Argument(help="The case file: TOML, JSON or YAML.", show_default=False)],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day asked about. Default: today.")] = None,
    circuit: Annotated[
        str | None, typer.Option(help="ca1 to ca11, or cadc. Default: the case's own.", autocompletion=complete_circuit)
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Only this deadline; may repeat.", autocompletion=complete_deadline),
    ] = None,
    orders: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="What the judge has ordered. Default: CASE.orders.toml beside the case."),
    ] = None,
    closures: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Days on which courts were closed: TOML or JSON.")
    ] = None,
    ics: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a calendar file, or carry on the one that is there. Needs --matter."),
    ] = None,
    matter: Annotated[
        str | None, typer.Option(metavar="CODE", help="The code of the matter in titles: never a name or an A-number.")
    ] = None,
    svg: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write twelve months as a picture (.svg) or as text (.txt).")
    ] = None,
    timeline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the timeline as a picture (.svg) or as text (.txt).")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write a picture or text over a file that nolle did not write.")
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Each deadline whole: its working, its law, its doubts.")
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="Also what went by more than a year ago.")] = False,
    format: Annotated[
        Answer, typer.Option("--format", help="How to print it; json is one line, the last of the output.")
    ] = Answer.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    lang: Annotated[Language, typer.Option(help="English or Spanish.")] = Language.EN,
) -> None:
    """Every deadline of a case, the soonest first: what a judge ordered, what has gone by, and what is not known."""
    from nolle.facts.casefile import read_case

    json, day = wants_json(format, as_json), read_day(on, "--on") or today()
    _check_files(ics=ics, svg=svg, timeline=timeline)
    check_ours("--svg", svg, force)
    check_ours("--timeline", timeline, force)
    if only and ics is not None:
        raise BadInput("a calendar file holds every date of the case, or it would cancel the others: leave out --only.")
    file = read_case(case, today=today())
    code = _code(file, matter, ics)
    standing, left_out, kept_in = standing_orders(case, orders, day)
    found = _matter(file, day, read_circuit(circuit), standing, closures, [id for id in only or () if known(id)])
    written = dict(_write(found, code, lang, ics, svg, timeline))
    if json:
        print_json(_record(found, kept_in, left_out, written))
        return
    from .deadlines_show import shown

    console().print(
        shown(
            found,
            case.name,
            lang.value,
            kept_in=kept_in,
            left_out=left_out,
            full=full,
            every=every,
            written=written,
        )
    )


deadlines.__doc__ = (deadlines.__doc__ or "") + EXAMPLES


def _matter(
    case: CaseFile,
    on: date,
    circuit: str | None,
    orders: Mapping[str, Ordered],
    closures: Path | None,
    only: Sequence[str],
) -> Matter:
    from nolle.counsel.calendar.matter import matter_of

    with _sentences():
        return matter_of(case, on, circuit=circuit, orders=orders, closures=closure_file(closures), only=only)


def standing_orders(case: Path, named: Path | None, on: date) -> tuple[Mapping[str, Ordered], int, Path | None]:
    """What stands on the day, how many orders were made later, and the file they are kept in."""
    from nolle.law.procedure.orders import OrderError, in_effect, orders_beside, read_orders

    path = named or orders_beside(case)
    if named is None and not path.is_file():
        return {}, 0, None
    try:
        recorded = read_orders(path)
        return in_effect(recorded, on), sum(1 for one in recorded if one.order.on and one.order.on > on), path
    except OrderError as error:
        raise BadInput(sentence(str(error))) from None
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}. Check the name.") from None


def _code(case: CaseFile, code: str | None, ics: Path | None) -> str:
    from nolle.counsel.calendar.ics import FeedError, check_code

    if code is None:
        if ics is not None:
            raise BadInput("a calendar file needs the code of the matter: add --matter CODE, such as 2026-0141.")
        return ""
    told = [cell.answer for fact, cell in case.for_papers.items() if fact.startswith("party.")]
    names = [text for answer in told for text in (answer if isinstance(answer, tuple) else (answer,))]
    try:
        return check_code(code, [name for name in names if isinstance(name, str)])
    except FeedError as error:
        raise BadInput(f"--matter: {sentence(str(error))}") from None


def _check_files(**named: Path | None) -> None:
    """Refuse a name that cannot be written to before any work is done."""
    endings = {"ics": (".ics",), "svg": (".svg", ".txt"), "timeline": (".svg", ".txt")}
    for option, path in named.items():
        if path is None:
            continue
        if path.suffix.lower() not in endings[option]:
            raise BadInput(f"--{option} {path.name} does not say what it is. End it in {' or '.join(endings[option])}.")
        if not path.absolute().parent.is_dir():
            raise BadInput(f"--{option}: there is no folder {path.parent}. Make it, or name another.")
        if path.is_dir():
            raise BadInput(f"--{option}: {path} is a folder. Name a file.")
    given = [path.absolute() for path in named.values() if path is not None]
    if len(set(given)) < len(given):
        raise BadInput("two of --ics, --svg and --timeline name the same file. Name one for each.")


def _write(
    found: Matter, code: str, lang: Language, ics: Path | None, svg: Path | None, timeline: Path | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Write what was asked for, and say of each what it holds."""
    from nolle.facts.files import written_beside

    with _sentences():
        if ics is not None:
            from nolle.counsel.calendar.ics import write_feed

            from .docket_options import key

            made = write_feed(ics, found, code, lang.value, datetime.now(UTC).replace(microsecond=0), key())
            counts = {"new": made.new, "changed": made.changed, "cancelled": made.cancelled, "same": made.same}
            yield "ics", {"file": str(ics), **counts}
        for option, path in (("svg", svg), ("timeline", timeline)):
            if path is None:
                continue
            import nolle.counsel.calendar.timeline as lines
            import nolle.counsel.calendar.year as months

            picture = path.suffix.lower() == ".svg"
            if option == "svg":
                text = (months.picture if picture else months.text)(found, lang.value, code)
            else:
                text = (lines.picture if picture else lines.text)(found, lang.value, code)
            with written_beside(path) as beside:
                beside.write_text(text, "utf-8")
            yield option, {"file": str(path)}


def _record(
    found: Matter, kept_in: Path | None, left_out: int, written: Mapping[str, dict[str, Any]]
) -> dict[str, Any]:
    from nolle.law.procedure.answer import edtf

    hearing = found.hearing
    return {
        "schema": SCHEMA,
        "as_of": found.as_of.isoformat(),
        "circuit": f"ca{found.circuit}" if found.circuit else None,
        "court": found.court,
        "time_zone": found.time_zone,
        "hearing": None
        if hearing is None
        else {
            "date": edtf(hearing.day),
            "at": hearing.at.isoformat() if hearing.at else None,
            "kind": hearing.kind,
        },
        "orders": {"file": str(kept_in) if kept_in else None, "later": left_out},
        "notes": [{"en": note.en, "es": note.es} for note in found.notes],
        "deadlines": [
            {
                **one.record(),
                "passed": one.passed(found.as_of),
                "days": found.days_to(one.day) if one.day is not None else None,
            }
            for one in found.deadlines
        ],
        "written": dict(written),
    }


@contextmanager
def _sentences() -> Iterator[None]:
    """Expected mistakes of the rooms below, as one sentence."""
    from nolle.law.procedure import CalendarMissing

    try:
        yield
    except OSError as error:
        raise BadInput(
            f"{error.filename} cannot be written or read: {error.strerror}. Name a file in a folder of your own."
        ) from None
    except (ValueError, CalendarMissing) as error:  # impossible dates, orders and feeds that cannot be are ValueErrors
        raise BadInput(sentence(str(error))) from None
