"""``nolle papers``: the papers of a case, the packet they go into, and what is checked before it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import typer

from . import papers_draft
from .errors import BadInput
from .options import Answer, console, print_json, read_day, today, wants_json

app = typer.Typer(
    name="papers",
    help="The papers of a case: draft them, bind them into a packet, check a PDF before it leaves.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

PACKET_EXAMPLES = """

[bold]Examples[/]

  nolle papers packet examples/a-dismissed-case/packet.toml --on 2023-09-18 --out packet.pdf

  nolle papers packet PACKET.toml --out filing.pdf --by "Ana Ruiz" --number "MD 12345"
"""

CHECK_EXAMPLES = """

[bold]Examples[/]

  nolle papers check examples/a-dismissed-case/exhibits/i-797.pdf

  nolle papers check MOTION.pdf --case CASE.toml --json
"""

ON = typer.Option("--on", metavar="DATE", help="The date of the papers and of the law. Default: today.")
FORMAT = typer.Option(help="How to print it.")
JSON = typer.Option("--json", help="The same as --format json.")


def packet(
    packet: Annotated[Path, typer.Argument(help="The packet.toml that names papers and exhibits.", show_default=False)],
    out: Annotated[Path, typer.Option(help="The PDF to write; parts get _Part1, _Part2.", show_default=False)],
    on: Annotated[str | None, ON] = None,
    by: Annotated[
        str | None, typer.Option(help="The attorney who approves it; the packet is then bound without DRAFT.")
    ] = None,
    number: Annotated[str | None, typer.Option(help="Their bar or accreditation number.")] = None,
    format: Annotated[Answer, FORMAT] = Answer.TEXT,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Bind papers and exhibits into one PDF with cover, index, tabs, bookmarks and page numbers.

    Exit code 1 when the packet was bound and something is still missing in it. It says DRAFT on every page until an
    attorney approves it with --by and --number: then nothing may be missing, and the bytes stay as they are.
    """
    if out.suffix.lower() != ".pdf":
        raise BadInput(f"--out {out} is not the name of a PDF. Write it as {out.with_suffix('.pdf').name}.")
    if not out.parent.is_dir():
        raise BadInput(f"--out {out}: there is no folder {out.parent}. Make it first.")
    day = read_day(on, "--on") or today()
    as_line = wants_json(format, as_json)
    approval = _approval(by, number)
    found = _apart("packet", packet, out=str(out.resolve()), on=day.isoformat(), approval=approval)
    found["out"] = [str(out.with_name(Path(file).name)) for file in found["out"]]
    if as_line:
        print_json(found)
    else:
        _print_packet(found)
    if not found["ready"]:
        raise typer.Exit(1)


def check(
    file: Annotated[Path, typer.Argument(help="The PDF to check, made by nolle or not.", show_default=False)],
    case: Annotated[Path | None, typer.Option(help="The case it belongs to: more can be checked with it.")] = None,
    releases: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Releases on record: what they name may be told.")
    ] = None,
    on: Annotated[str | None, ON] = None,
    format: Annotated[Answer, FORMAT] = Answer.TEXT,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Look for what is hidden, private, missing, wrong or out of date in a PDF before it leaves.

    Exit code 1 with findings. None found is no promise: an attorney reads the whole before it leaves.
    """
    day = read_day(on, "--on") or today()
    as_line = wants_json(format, as_json)
    named = {name: str(path) if path is not None else None for name, path in (("case", case), ("releases", releases))}
    found = _apart("check", file, on=day.isoformat(), **named)
    if as_line:
        print_json(found)
    else:
        _print_check(found, day.isoformat())
    if found["findings"]:
        raise typer.Exit(1)


def _approval(by: str | None, number: str | None) -> dict[str, str] | None:
    if by is None and number is None:
        return None
    if not (by and by.strip() and number and number.strip()):
        raise BadInput("an approval needs a name (--by) and a bar or accreditation number (--number). Give both.")
    return {
        "who": by.strip(),
        "number": number.strip(),
        "at": datetime.now().astimezone().isoformat(timespec="seconds"),
    }


def _apart(task: str, file: Path, **given: Any) -> dict[str, Any]:
    """Run a task where a hostile file can do no harm, saying on stderr what is being read."""
    if find_spec("pikepdf") is None or find_spec("pypdfium2") is None:
        raise BadInput("papers need libraries that are not installed. Run: pip install 'nolle[papers]'")
    from nolle.papers.apart import Apart, TaskError

    told = console(stderr=True)
    with Apart() as apart, told.status("reading ...", spinner="line") as status:
        try:
            found: dict[str, Any] = apart.run(
                task, file=str(file), said=lambda doing: status.update(f"reading {doing} ..."), **given
            )
        except TaskError as error:
            raise BadInput(str(error)) from None
    return found


def _print_packet(found: Mapping[str, Any]) -> None:
    screen = console()
    for file in found["out"]:
        screen.print(file, style="bold", markup=False)
    parts = len(found["out"])
    split = f" in {parts} parts, each under the e-filing limit" if parts > 1 else ""
    state = (
        "Every page says DRAFT: an attorney has not approved it."
        if found["draft"]
        else "Approved; the record is beside it."
    )
    screen.print(f"{found['pages']} pages{split}. {state}")
    for tab in found["tabs"]:
        screen.print(f"  Tab {tab['tab']}  {tab['first']}-{tab['last']}  {tab['description']}", markup=False)
    for note in found["notes"]:
        screen.print(f"Note: {note}", markup=False)
    for lack in found["lacks"]:
        screen.print(f"Not ready, {lack['where']}: {lack['message']}.", style="red", markup=False)
        screen.print(f"  {lack['fix'][:1].upper()}{lack['fix'][1:]}.", markup=False)
    if found["ready"]:
        screen.print("Nothing is missing. Check it next: nolle papers check FILE --case CASE", markup=False)


def _print_check(found: Mapping[str, Any], on: str) -> None:
    screen = console()
    findings = found["findings"]
    screen.print(f"{found['file']}: {found['pages']} pages, checked as of {on}", style="bold", markup=False)
    for one in findings:
        screen.print(f"page {one['page']}  {one['kind']}", style="red", markup=False)
        screen.print(f"  {one['message']}", markup=False)
        screen.print(f"  {one['fix']}", markup=False)
    if findings:
        screen.print(f"{len(findings)} to mend.")
    else:
        screen.print("Nothing found. An attorney still reads it before it leaves.")


packet.__doc__ = (packet.__doc__ or "") + PACKET_EXAMPLES
check.__doc__ = (check.__doc__ or "") + CHECK_EXAMPLES
app.command("packet")(packet)
app.command("check")(check)
app.command("list")(papers_draft.list_)
app.command("draft")(papers_draft.draft)
app.command("approve")(papers_draft.approve)
