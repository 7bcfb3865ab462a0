"""``nolle screen``: an opinion on one case."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from .errors import BadInput
from .options import (
    Format,
    Language,
    check_pathways,
    check_regime,
    complete_circuit,
    complete_pathway,
    complete_regime,
    console,
    print_json,
    read_circuit,
    read_day,
    today,
    wants_json,
)

EXAMPLES = """

[bold]Examples[/]

  nolle screen examples/a-dismissed-case/case.toml --on 2023-10-06

  nolle screen examples/b-child/case.toml --only sijs_classification --lang es

  nolle screen examples/c-long-time-resident/case.toml --circuit ca5 --format html > opinion.html

  nolle screen examples/c-long-time-resident/case.toml --format pdf --out opinion.pdf

  nolle screen examples/c-long-time-resident/case.toml --regime doyle_2022 --json
"""


def screen(
    case: Annotated[Path, typer.Argument(help="The case file: TOML, JSON or YAML.", show_default=False)],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The date of the law. Default: today.")] = None,
    known_on: Annotated[
        str | None, typer.Option("--known-on", metavar="DATE", help="Leave out what was recorded after this day.")
    ] = None,
    circuit: Annotated[
        str | None, typer.Option(help="ca1 to ca11, or cadc. Default: the case's own.", autocompletion=complete_circuit)
    ] = None,
    regime: Annotated[
        str | None, typer.Option(metavar="ID", help="A priority regime by name.", autocompletion=complete_regime)
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="PATHWAY", help="Only this pathway; may repeat.", autocompletion=complete_pathway),
    ] = None,
    format: Annotated[Format, typer.Option(help="How to print it.")] = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    lang: Annotated[Language, typer.Option(help="English or Spanish.")] = Language.EN,
    full: Annotated[bool, typer.Option("--full", help="Every reason, fact and citation.")] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write HTML or PDF to a file that only you can read.")
    ] = None,
) -> None:
    """Give a cited opinion on one case: what may be asked for, what may be granted, why, and what is missing."""
    from nolle.counsel.opinion import opinion
    from nolle.facts.casefile import read_case

    from .deadlines import standing_orders
    from .settings import supervisor

    json = wants_json(format, as_json)
    check_pathways(only or [])
    check_regime(regime)
    _check_out(format, out)
    day = read_day(on, "--on") or today()
    found = opinion(
        read_case(case, today=today()),
        day,
        known_on=read_day(known_on, "--known-on"),
        circuit=read_circuit(circuit),
        regime_id=regime,
        only=only or (),
        supervisor=supervisor(),
        orders=standing_orders(case, None, day)[0],
    )
    if json:
        from nolle.counsel.record import record

        print_json(record(found))
    elif format is Format.PDF:
        from nolle.papers.opinion_pdf import opinion_pdf

        _give(opinion_pdf(found, lang.value, whole=full), out)
    elif format is Format.HTML:
        from nolle.counsel.html import render

        page = render(found, lang.value)
        if out is None:
            typer.echo(page)
        else:
            _give(page.encode(), out)
    else:
        from nolle.counsel.text import print_opinion

        print_opinion(found, console(), lang.value, full=full)


def _check_out(format: Format, out: Path | None) -> None:
    if out is not None and format not in (Format.HTML, Format.PDF):
        raise BadInput("--out is for --format html and --format pdf. Leave it out, or name one of them.")
    if format is not Format.PDF:
        return
    if any(find_spec(name) is None for name in ("pypandoc", "typst")):
        raise BadInput("a PDF needs libraries that are not installed. Run: pip install 'nolle[papers]'")
    if out is None and (sys.stdout.isatty() or not hasattr(sys.stdout, "buffer")):
        raise BadInput("a PDF is not for the screen. Add --out opinion.pdf")


def _give(data: bytes, out: Path | None) -> None:
    from nolle.facts.files import written_beside

    if out is None:
        sys.stdout.buffer.write(data)
        return
    try:
        with written_beside(out) as beside:
            beside.write_bytes(data)
    except OSError as error:
        raise BadInput(f"{out} cannot be written ({error.strerror}). Name another file with --out.") from None
    typer.echo(str(out))


screen.__doc__ = (screen.__doc__ or "") + EXAMPLES
