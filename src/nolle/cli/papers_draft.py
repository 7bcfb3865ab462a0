"""``nolle papers list``, ``draft`` and ``approve``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .errors import BadInput
from .options import Answer, Language, console, print_json, read_circuit, read_day, today, wants_json

if TYPE_CHECKING:
    from nolle.papers.draft import Draft, Override
    from nolle.papers.telling import Exhibit, Release


class PaperFormat(StrEnum):
    """What a draft is written as."""

    DOCX = "docx"
    PDF = "pdf"
    MD = "md"
    ALL = "all"


class Asking(StrEnum):
    """The form of discretion asked for or offered."""

    DISMISSAL = "dismissal"
    CLOSURE = "closure"
    TERMINATION = "termination"
    DEFERRED_ACTION = "deferred_action"


class Overridden(StrEnum):
    """What a named attorney may decide to go on in spite of."""

    EXPOSURE = "exposure"
    STALE_LAW = "stale-law"


def complete_kind(incomplete: str) -> list[str]:
    """The papers whose name begins so."""
    from nolle.papers.kinds import kinds

    return [id for id in kinds() if id.startswith(incomplete)]


def list_(
    format: Annotated[Answer, typer.Option(help="How to print it.")] = Answer.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """List every paper nolle drafts: for whom, in which languages, and how much of it is written.

    A frame has caption, sections and law; counsel writes facts and argument. A skeleton is headings and gaps. Beneath a
    paper stand its variants, for --variant.
    """
    from rich.table import Table

    from nolle.papers.kinds import kinds

    if wants_json(format, as_json):
        rows = [
            {
                "id": k.id,
                "title": {"en": k.title.en, "es": k.title.es},
                "audience": k.audience,
                "privileged": k.privileged,
                "languages": list(k.languages),
                "depth": k.depth,
                "exposure_gate": k.exposure_gate,
                "variants": {one.id: one.what for one in k.written},
                "sections": [section.id for section in k.sections],
                "must_cite": list(k.must_cite),
            }
            for k in kinds().values()
        ]
        print_json(rows)
        return
    table = Table(box=None, pad_edge=False)
    for name in ("Paper", "What it is", "Reader", "Languages", ""):
        table.add_column(name, overflow="fold")
    for k in kinds().values():
        notes = [word for word, so in ((k.depth, k.depth != "full"), ("privileged", k.privileged)) if so]
        table.add_row(k.id, k.title.en, k.audience, " ".join(k.languages), ", ".join(notes))
        for one in k.written:
            table.add_row(f"  {one.id}", one.what, style="dim")
    console().print(table)


def draft(
    kind: Annotated[
        str, typer.Argument(help="Which paper; `nolle papers list` shows them.", autocompletion=complete_kind)
    ],
    case: Annotated[Path, typer.Argument(help="The case file: TOML, JSON or YAML.", show_default=False)],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.", show_default=False)],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The paper's date. Default: today.")] = None,
    circuit: Annotated[str | None, typer.Option(help="ca1 to ca11, or cadc. Default: the case's own.")] = None,
    lang: Annotated[Language, typer.Option(help="English; Spanish too for what a client reads.")] = Language.EN,
    format: Annotated[PaperFormat, typer.Option(help="Word, PDF, Markdown, or all three.")] = PaperFormat.ALL,
    asking: Annotated[Asking | None, typer.Option(help="The form of discretion asked for or offered.")] = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="The motion an order, a certificate or an index goes with."),
    ] = None,
    packet: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The packet.toml it goes into: its exhibits, releases and motion are taken."),
    ] = None,
    variant: Annotated[
        str | None,
        typer.Option(
            help="Another form. pd_request: email, supplement, renewed, escalation. opposition_pretermit: incomplete, "
            "insufficient. motion_admin_closure: joint. motion_stay_emergency: circuit. "
            "motion_remand_or_withdraw_appeal: withdraw."
        ),
    ] = None,
    templates: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder of your own templates, KIND.md, in place of ours.")
    ] = None,
    release: Annotated[
        list[str] | None, typer.Option(metavar="FACT", help="A fact held back that may be told; may repeat.")
    ] = None,
    releases: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Releases on record: TOML, [[release]] fact, why, by.")
    ] = None,
    override: Annotated[
        list[Overridden] | None, typer.Option(help="What an attorney goes on in spite of; may repeat.")
    ] = None,
    why: Annotated[str | None, typer.Option(help="The reason for each release and override named here.")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who releases or overrides.")] = None,
    line_numbers: Annotated[bool, typer.Option("--line-numbers", help="For a court that wants them.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the record of the draft as JSON.")] = False,
) -> None:
    """Draft one paper from a case: Word, PDF and Markdown, a review sheet, and a record. Every draft says DRAFT.

    Protected, conceding and third-party facts and the client's addresses stay out until each is released by a name
    and a reason. What is missing stands in brackets and is listed at the top.
    """
    _check_libraries()
    from nolle.facts.casefile import read_case
    from nolle.papers.draft import draft as drafted
    from nolle.papers.files import FORMATS, record, write

    from .deadlines import standing_orders
    from .settings import supervisor

    if templates is not None and not templates.is_dir():
        raise BadInput(f"{templates} is not a folder. --templates names one that holds KIND.md files.")
    day = read_day(on, "--on") or today()
    going = _into(packet, kind, variant, case) if packet is not None else _Into()
    with _explained():
        found = drafted(
            kind,
            read_case(case, today=today()),
            day,
            lang="es" if lang is Language.ES else "en",
            releases=[*_recorded(going.releases), *_recorded(releases), *_released(release or [], why, by)],
            overrides=_overridden(override or [], why, by),
            exhibits=going.exhibits,
            templates=templates,
            circuit=read_circuit(circuit),
            asking=asking.value if asking else going.asking,
            about=about or going.about,
            variant=variant or going.variant,
            supervisor=supervisor(),
            orders=standing_orders(case, None, day)[0],
            bound=packet is not None,
        )
        written = write(found, out, FORMATS if format is PaperFormat.ALL else (format.value,), lines=line_numbers)
    if as_json:
        print_json({**record(found), "files": [str(path) for path in written]})
    else:
        _print_draft(found, written)


def approve(
    text: Annotated[Path, typer.Argument(help="The draft's .md file, as counsel edited it.", show_default=False)],
    by: Annotated[str, typer.Option(metavar="NAME", help="The attorney or accredited representative.")],
    number: Annotated[str, typer.Option(help="Bar number, or accreditation and its expiry.")],
    override: Annotated[list[Overridden] | None, typer.Option(help="What you go on in spite of; may repeat.")] = None,
    why: Annotated[str | None, typer.Option(help="The reason for each override.")] = None,
) -> None:
    """Approve a paper: set it once without the DRAFT marks, and freeze those bytes with a name, number and time.

    Refused while a gap is open. A change afterwards is another version, with what differs page by page.
    """
    _check_libraries()
    from nolle.papers.approve import approve as approved

    decided = _overridden(override or [], why, by)
    with _explained():
        found, changed = approved(text, who=by, number=number, at=datetime.now().astimezone(), overrides=decided)
    screen = console()
    screen.print(f"{found.file}: version {found.version}, approved by {found.who} ({found.number}).", markup=False)
    screen.print(f"sha256 {found.sha256}")
    if changed is not None:
        screen.print(changed, markup=False, highlight=False)


@dataclass(frozen=True)
class _Into:
    """What a draft takes from the packet it goes into."""

    releases: Path | None = None
    exhibits: tuple[Exhibit, ...] = ()
    asking: str | None = None
    about: str | None = None
    variant: str | None = None


def _into(packet: Path, kind: str, variant: str | None, case: Path) -> _Into:
    from nolle.papers.packet import PacketError, read_packet
    from nolle.papers.packet.drafting import for_packet, proofs

    try:
        read = read_packet(packet)
        paper, about = for_packet(read, kind, variant)
    except PacketError as error:
        raise BadInput(str(error)) from None
    except ValueError as error:
        raise BadInput(f"{error} Name it there, or draft without --packet.") from None
    if read.case is not None and read.case.resolve() != case.resolve():
        raise BadInput(f"{packet} is the packet of {read.case}, not of {case}. Name that case, or another packet.")
    return _Into(read.releases, tuple(proofs(read.exhibits)), paper.asking, about, paper.variant)


@contextmanager
def _explained() -> Iterator[None]:
    """What a person can mend, as one sentence."""
    from nolle.papers.draft import PaperError
    from nolle.papers.kinds import UnknownKind

    try:
        yield
    except (PaperError, UnknownKind) as error:
        raise BadInput(str(error)) from None


def _check_libraries() -> None:
    if any(find_spec(name) is None for name in ("jinja2", "pypandoc", "typst")):
        raise BadInput("papers need libraries that are not installed. Run: pip install 'nolle[papers]'")


def _released(facts: list[str], why: str | None, by: str | None) -> list[Release]:
    from nolle.papers.telling import Release

    if facts and not (why and by):
        raise BadInput("--release needs a reason (--why) and a name (--by): both are recorded.")
    return [Release(fact, why or "", by or "") for fact in facts]


def _recorded(path: Path | None) -> list[Release]:
    if path is None:
        return []
    from nolle.papers.files import read_releases

    with _explained():
        return read_releases(path)


def _overridden(what: list[Overridden], why: str | None, by: str | None) -> list[Override]:
    from nolle.papers.draft import Override

    if what and not (why and by):
        raise BadInput("--override needs a reason (--why) and a name (--by): both are recorded.")
    return [Override(one.value, why or "", by or "") for one in what]


def _print_draft(found: Draft, written: list[Path]) -> None:
    screen = console()
    for path in written:
        screen.print(str(path), style="bold", markup=False, soft_wrap=True)
    screen.print(f"DRAFT as of {found.on.isoformat()}. The review sheet is for the office only.")
    if found.kind.depth != "full":
        screen.print(f"A {found.kind.depth}: counsel writes the rest.")
    for problem in found.problems:
        screen.print(f"Not ready: {problem}.", markup=False)
    if found.held:
        screen.print(f"Held back: {', '.join(sorted(found.held))}.", markup=False)


draft.__doc__ = (
    (draft.__doc__ or "")
    + """

[bold]Examples[/]

  nolle papers draft joint_motion_dismiss examples/a-dismissed-case/case.toml --on 2023-09-18 --out drafts

  nolle papers draft client_advisal examples/a-dismissed-case/case.toml --asking dismissal --lang es --out drafts

  nolle papers draft motion_continue examples/b-child/case.toml --on 2026-11-21 --out drafts

  nolle papers draft pd_request examples/b-child/case.toml --packet examples/b-child/request.toml --out drafts
"""
)
