"""``nolle docket import``: exports of practice managers, made into a docket folder."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from .errors import BadInput
from .options import console, print_json
from .own_files import check_ours, is_ours

if TYPE_CHECKING:
    from rich.console import Console

    from nolle.facts.docket.importing import Imported
    from nolle.facts.docket.merging import Conflict, Merged
    from nolle.facts.docket.profile import Target
    from nolle.facts.docket.values import DayOrder

SHOWN = 20
"""Conflicts and reasons listed in the terminal; the file of rejected rows has every one."""

EXAMPLES = """

[bold]Examples[/]

  nolle docket import examples/exports/clio-contacts.csv examples/exports/clio-matters.csv --profile clio --dry-run

  nolle docket import examples/exports/legalserver-report.csv --profile legalserver --into my-docket

  nolle docket import examples/exports/office-table.csv --profile generic --into my-docket --day-order mdy
"""


class Maker(StrEnum):
    """Whose export it is."""

    CLIO = "clio"
    DOCKETWISE = "docketwise"
    LEGALSERVER = "legalserver"
    GENERIC = "generic"


class Order(StrEnum):
    """The order of 02/03/2004."""

    MDY = "mdy"
    DMY = "dmy"


def import_(
    files: Annotated[list[Path], typer.Argument(help="Exports: CSV files or workbooks.", show_default=False)],
    profile: Annotated[Maker, typer.Option(help="Whose export it is.", show_default=False)],
    into: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The docket folder to write or to merge into.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be read, and write nothing.")] = False,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="HEADER=FACT", help='What a column holds, or - for nothing; "FILE:Header=..." in one file.'
        ),
    ] = None,
    day_order: Annotated[
        Order | None, typer.Option(help="The order of 02/03/2004. Default: the profile's own.")
    ] = None,
    rejected: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to list rows set aside. Default: rejected.csv in the folder."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Where old and new differ, take the new.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write --rejected over a file that nolle did not write.")
    ] = False,
    show_values: Annotated[
        bool, typer.Option("--show-values", help="Show a few values of each column: client data.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON.")] = False,
) -> None:
    """Read exports of a practice manager into a docket folder: new cases are added, known ones kept up to date."""
    from nolle.facts.docket.importing import read_exports
    from nolle.facts.docket.merging import merge, write_folder
    from nolle.facts.docket.rejects import DocketError

    if into is None and not dry_run:
        raise BadInput("there is no folder to write to. Name one with --into FOLDER, or look first with --dry-run.")
    if not dry_run:
        check_ours("--rejected", rejected or (into and into / "rejected.csv"), force)
    order: DayOrder | None = None if day_order is None else "mdy" if day_order is Order.MDY else "dmy"
    listed = None
    try:
        found = read_exports(files, profile.value, told=_told(map_ or []), day_order=order)
        merged = _nothing(found) if into is None else merge(into, found.cases, newer_wins=yes)
        if not dry_run and into is not None:
            write_folder(into, merged.files)
            listed = _list_rejected(found, rejected, into)
    except DocketError as error:
        said = str(error)
        raise BadInput(said if said.endswith("?") else f"{said}.") from None
    except OSError as error:
        # The folder is made beside its place, under a name that nobody asked for.
        hidden = error.filename and Path(error.filename).name.startswith(".")
        what = f"{into if hidden else error.filename}: {error.strerror}" if error.filename else str(error.strerror)
        raise BadInput(f"{what}. Check that the place exists and may be read and written.") from None
    if as_json:
        print_json(_record(found, merged, into, listed, dry_run))
    else:
        _print(console(), found, merged, into, listed, dry_run, show_values)
    if found.set_aside or merged.conflicts:
        raise typer.Exit(1)


import_.__doc__ = (import_.__doc__ or "") + EXAMPLES


def _told(written: list[str]) -> dict[str, Target]:
    from nolle.facts.docket.headers import read_target

    told = {}
    for each in written:
        header, sign, fact = each.rpartition("=")
        if not sign or not header.strip():
            raise BadInput(f'--map {each!r} does not say what a column holds. Write --map "Header=person.birth_date".')
        try:
            told[header.strip()] = read_target(fact)
        except ValueError as error:
            raise BadInput(f'--map {each!r}: {error}. "Header=-" leaves a column out.') from None
    return told


def _nothing(found: Imported) -> Merged:
    """A dry run without a folder: every case is new."""
    from nolle.facts.docket.merging import Merged

    return Merged(len(found.cases), 0, 0, (), {})


def _list_rejected(found: Imported, asked: Path | None, into: Path) -> Path | None:
    """The file of rejected rows; the one in the folder goes when nothing is rejected any more."""
    from nolle.facts.docket.rejects import write_rejected

    place = asked or into / "rejected.csv"
    if found.rejected.height:
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_rejected(found.rejected, place)
        return place
    if asked is None and is_ours(place):
        place.unlink()
    return None


def _record(found: Imported, merged: Merged, into: Path | None, listed: Path | None, dry_run: bool) -> dict[str, Any]:
    return {
        "profile": found.profile.name,
        "files": [export.file for export in found.exports],
        "rows": found.rows,
        "used": found.used,
        "rejected": found.set_aside,
        "cases": len(found.cases),
        "added": merged.added,
        "changed": merged.changed,
        "unchanged": merged.unchanged,
        "conflicts": len(merged.conflicts),
        "mapped": [
            {
                "file": export.file,
                "header": seen.mapped.header,
                "fact": seen.mapped.target.name,
                "how": seen.mapped.how,
                "basis": seen.mapped.basis,
                "score": seen.mapped.score,
                "distinct": seen.distinct,
            }
            for export in found.exports
            for seen in export.seen
        ],
        "unmapped": [
            {"file": export.file, "header": none.header, "near": none.near, "why": none.why}
            for export in found.exports
            for none in export.mapping.not_read
        ],
        "dry_run": dry_run,
        "into": None if into is None else str(into),
        "rejected_file": None if listed is None else str(listed),
    }


_HOW = {"map": "as told", "exact": "exactly", "fuzzy": "nearly"}
_BASIS = {"documentation": "published", "ours": "our list", "vocabulary": "vocabulary", "told": "--map"}


def _print(
    out: Console,
    found: Imported,
    merged: Merged,
    into: Path | None,
    listed: Path | None,
    dry_run: bool,
    show_values: bool,
) -> None:
    if dry_run or show_values:
        out.print(f"[bold]{found.profile.title}.[/] {found.profile.note}\n")
        for export in found.exports:
            _print_mapping(out, export, show_values)
    _print_not_read(out, found)
    verb = "would be " if dry_run else ""
    out.print(f"{_several(found.rows, 'row')} read: {found.used} {verb}used, {found.set_aside} {verb}set aside.")
    _print_reasons(out, found)
    if found.alone:
        out.print(f"{_several(found.alone, 'matter')} without a contact in these files: what the matter tells is read.")
    counts = f"{merged.added} added, {merged.changed} changed, {merged.unchanged} unchanged"
    where = "" if into is None else f" in {escape(str(into))}"
    out.print(f"{_several(len(found.cases), 'case')}: {counts}{where}.", soft_wrap=True)
    _print_conflicts(out, merged.conflicts, show_values)
    if listed is not None:
        out.print(f"Rows set aside are listed in {escape(str(listed))}.", soft_wrap=True)
    if dry_run:
        out.print("Nothing was written: this was a dry run.")


def _several(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _print_mapping(out: Console, export: Any, show_values: bool) -> None:
    table = Table(title=escape(export.file), title_justify="left", box=None, header_style="bold", pad_edge=False)
    for name in ("column", "fact", "matched", "by", "values", *(("such as",) if show_values else ())):
        table.add_column(name, justify="right" if name == "values" else "left")
    for seen in export.seen:
        m = seen.mapped
        how = _HOW[m.how] if m.how != "fuzzy" else f"nearly ({m.score})"
        row = [escape(m.header), escape(m.target.name), how, _BASIS[m.basis], str(seen.distinct)]
        if show_values:
            row.append(escape(_samples(m.target.name, seen.samples)))
        table.add_row(*row)
    out.print(table)
    out.print()


def _samples(fact: str, samples: tuple[str, ...]) -> str:
    from nolle.facts.docket.rejects import HIDDEN
    from nolle.facts.docket.wording import without_a_numbers
    from nolle.facts.errors import printable

    if fact == "party.a_number":
        return HIDDEN
    return " / ".join(printable(without_a_numbers(text), 30) for text in samples)


def _print_not_read(out: Console, found: Imported) -> None:
    lines = []
    for export in found.exports:
        for none in export.mapping.not_read:
            near = f'  --map "{none.header}={none.near}" if it is that' if none.near else ""
            lines.append(f"  {export.file}: {none.header or '(no header)'}: {none.why}.{near}")
    if lines:
        out.print("Not read:")
        # A line that is to be copied is not broken.
        out.print(escape("\n".join(lines)), soft_wrap=True)
        out.print()


def _print_reasons(out: Console, found: Imported) -> None:
    """Why rows were set aside, by column: a whole column that cannot be read is one thing to settle."""
    reasons = Counter(
        (file, field or "", what if not field or field in ("case_id", "contact_id") else accepted)
        for file, field, what, accepted in found.rejected.select("file", "field", "what", "accepted").iter_rows()
    )
    for (file, column, what), count in reasons.most_common(SHOWN):
        place = f"{file}, {column}" if column else file
        out.print(escape(f"  {count} in {place}: {what}"), soft_wrap=True)
    if len(reasons) > SHOWN:
        out.print(f"  and {len(reasons) - SHOWN} more reasons")
    if any(column not in ("", "case_id", "contact_id", "contact_name") for _, column, _ in reasons):
        out.print('Mend the cells, or leave a column out with --map "Header=-" to use its rows without it.')


def _print_conflicts(out: Console, conflicts: tuple[Conflict, ...], show_values: bool) -> None:
    from nolle.facts.docket.wording import without_a_numbers

    if not conflicts:
        return
    out.print(f"{_several(len(conflicts), 'value')} told otherwise than known. The old stand; --yes takes the new:")
    for each in conflicts[:SHOWN]:
        case_id = without_a_numbers(each.case_id)
        out.print(escape(f"  {case_id}, {each.fact}: {_difference(each, show_values)}"), soft_wrap=True)
    if len(conflicts) > SHOWN:
        out.print(f"  and {len(conflicts) - SHOWN} more")


def _difference(each: Conflict, show_values: bool) -> str:
    """The two values; those that are kept more carefully only when asked for, an A-number never."""
    from nolle.facts.docket.rejects import HIDDEN
    from nolle.facts.docket.wording import without_a_numbers
    from nolle.facts.errors import printable
    from nolle.facts.vocabulary import find

    if each.fact in ("party.a_number", "party.lead_a_number"):
        return f"the two differ {HIDDEN}"
    try:
        ordinary = find(each.fact).sensitivity == "ordinary" and not each.fact.startswith("party.")
    except KeyError:
        ordinary = True
    if not (ordinary or show_values):
        return "the two differ (--show-values shows them)"
    kept, newer = (printable(without_a_numbers(text), 40) for text in (each.kept, each.newer))
    return f"known {kept}, told now {newer}"
