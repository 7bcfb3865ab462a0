"""``nolle law``: the authorities, pathways and regimes, their dates, and the checks on them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text as Styled
from rich.tree import Tree

from nolle.law import authorities

from .options import (
    Answer,
    Language,
    complete_authority,
    complete_circuit,
    complete_item,
    complete_topic,
    console,
    print_json,
    read_circuit,
    read_day,
    today,
    wants_json,
)

app = typer.Typer(
    name="law",
    help="What the law says, with its dates: authorities, pathways, regimes, and the checks on them.",
    rich_markup_mode="rich",
)

AsJson = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
How = Annotated[Answer, typer.Option("--format", help="How to print it; json is one line, the last of the output.")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The date asked about. Default: today.")]
Circuit = Annotated[str | None, typer.Option(help="ca1 to ca11, or cadc.", autocompletion=complete_circuit)]
Lang = Annotated[Language, typer.Option(help="English or Spanish.")]


@app.callback(invoke_without_command=True)
def about(ctx: typer.Context) -> None:
    """What the law says, with its dates: authorities, pathways, regimes, and the checks on them."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


class Kind(StrEnum):
    """What can be listed."""

    AUTHORITY = "authority"
    PATHWAY = "pathway"
    REGIME = "regime"
    FACTOR = "factor"
    EXPOSURE = "exposure"
    RULE = "rule"
    TOPIC = "topic"


@app.command("list")
def list_(
    kind: Annotated[Kind | None, typer.Option(help="Only these.")] = None,
    topic: Annotated[
        str | None, typer.Option(help="Only authorities on this topic.", autocompletion=complete_topic)
    ] = None,
    lang: Lang = Language.EN,
    format: How = Answer.TEXT,
    as_json: AsJson = False,
) -> None:
    """List what the law room holds: pathways, regimes, factors, dated rules, topics and authorities.

    [bold]Examples[/]

      nolle law list --kind pathway

      nolle law list --topic administrative-closure
    """
    if topic is not None and topic not in authorities.topics():
        raise authorities.UnknownTopic(topic, authorities.nearest(topic, authorities.topics()))
    kinds = [Kind.AUTHORITY] if topic is not None else [kind] if kind is not None else list(Kind)
    rows = [(k.value, id, name) for k in kinds for id, name in _named(k, lang.value, topic)]
    if wants_json(format, as_json):
        print_json([{"kind": k, "id": i, "name": n} for k, i, n in rows])
        return
    table = Table(box=None, pad_edge=False, show_header=False)
    for k, i, n in rows:
        table.add_row(Styled(k, style="dim"), i, n)
    console().print(table)


def _named(kind: Kind, lang: str, topic: str | None) -> list[tuple[str, str]]:
    from nolle.law import dated_rules, exposure, factors, pathways, priorities

    if kind is Kind.PATHWAY:
        return [(p.id, p.name[lang]) for p in pathways.pathways()]
    if kind is Kind.REGIME:
        return [(r.id, r.name[lang]) for r in priorities.regimes().values()]
    if kind is Kind.FACTOR:
        return [(f.id, f.label[lang]) for f in factors.factors().values()]
    if kind is Kind.EXPOSURE:
        return [(e.id, e.question[lang]) for e in exposure.exposures()]
    if kind is Kind.RULE:
        return [(r.id, r.question[lang]) for r in dated_rules.rules().values()]
    if kind is Kind.TOPIC:
        return [(t, "") for t in authorities.topics()]
    return [(a.id, a.title) for a in authorities.load().values() if topic is None or topic in a.topics]


@app.command()
def show(
    id: Annotated[
        str,
        typer.Argument(
            help="An authority, pathway, regime, factor or exposure.", show_default=False, autocompletion=complete_item
        ),
    ],
    on: On = None,
    circuit: Circuit = None,
    lang: Lang = Language.EN,
    format: How = Answer.TEXT,
    as_json: AsJson = False,
) -> None:
    """Show one item whole: what it holds, its dates, what it rests on, and who has reviewed it.

    [bold]Examples[/]

      nolle law show matter-of-castro-tum

      nolle law show sijs_classification --lang es
    """
    from .law_show import found

    day = read_day(on, "--on") or today()
    item = found(id, day, read_circuit(circuit), lang.value)
    if wants_json(format, as_json):
        print_json(item.record)
    else:
        console().print(item.shown)


@app.command()
def timeline(
    topic: Annotated[str | None, typer.Option(help="Only this topic.", autocompletion=complete_topic)] = None,
    id: Annotated[
        str | None, typer.Option("--id", help="Only this authority.", autocompletion=complete_authority)
    ] = None,
    lang: Lang = Language.EN,
    format: How = Answer.TEXT,
    as_json: AsJson = False,
) -> None:
    """What was issued, started, changed and ended, oldest first.

    [bold]Examples[/]

      nolle law timeline --topic administrative-closure

      nolle law timeline --id doyle-2022
    """
    events = authorities.timeline(topic, id)
    if wants_json(format, as_json):
        rows = [
            {
                "day": e.day.isoformat(),
                "id": e.id,
                "change": e.change,
                "status": e.status,
                "why": {"en": e.why.en, "es": e.why.es},
            }
            for e in events
        ]
        print_json(rows)
        return
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for e in events:
        table.add_row(e.day.isoformat(), e.change, e.id, Styled(e.why[lang.value], style="dim"))
    console().print(table)


@app.command("in-force")
def in_force(
    id: Annotated[str, typer.Argument(help="An authority.", show_default=False, autocompletion=complete_authority)],
    on: On = None,
    circuit: Circuit = None,
    lang: Lang = Language.EN,
    format: How = Answer.TEXT,
    as_json: AsJson = False,
) -> None:
    """Whether an authority was in force on a day, in a circuit: yes, no, or unknown.

    [bold]Examples[/]

      nolle law in-force matter-of-castro-tum --on 2019-01-15

      nolle law in-force zuniga-romero-v-barr-2019 --on 2020-01-15 --circuit ca4 --json
    """
    found = authorities.in_force(id, read_day(on, "--on") or today(), read_circuit(circuit))
    if wants_json(format, as_json):
        print_json(found.record())
    else:
        console().print(f"{authorities.get(id).title}\n{found.why[lang.value]}")


@app.command()
def governing(
    topic: Annotated[
        str,
        typer.Argument(
            help="A topic; see `nolle law list --kind topic`.", show_default=False, autocompletion=complete_topic
        ),
    ],
    on: On = None,
    circuit: Circuit = None,
    lang: Lang = Language.EN,
    format: How = Answer.TEXT,
    as_json: AsJson = False,
) -> None:
    """What governed a topic on a day, in a circuit.

    [bold]Examples[/]

      nolle law governing administrative-closure --on 2019-01-15

      nolle law governing administrative-closure --on 2020-01-15 --circuit ca4
    """
    found = authorities.governing(topic, read_day(on, "--on") or today(), read_circuit(circuit))
    if wants_json(format, as_json):
        print_json(found.record())
        return
    where = f", circuit {found.circuit}" if found.circuit else ""
    tree = Tree(f"{topic}, {found.on}{where}: {found.status}", guide_style="dim")
    for row in (*found.authorities, *found.uncertain):
        branch = tree.add(authorities.get(row.id).title)
        branch.add(Styled(f"{row.id}: {row.why[lang.value]}", style="dim"))
    console().print(tree)


@app.command()
def stale(on: On = None, format: How = Answer.TEXT, as_json: AsJson = False) -> None:
    """Authorities and pathways no attorney has reviewed, or not within 180 days.

    [bold]Example[/]

      nolle law stale
    """
    from nolle.law.pathways import pathways

    day = read_day(on, "--on") or today()
    rows = [("authority", a.id, a.reviewed_on) for a in authorities.stale(day)]
    rows += [("pathway", p.id, p.reviewed_on) for p in pathways() if _stale(p.reviewed_on, day)]
    if wants_json(format, as_json):
        listed = [{"kind": k, "id": i, "reviewed_on": d.isoformat() if d else None} for k, i, d in rows]
        print_json(listed)
        return
    out = console()
    for kind, id, reviewed in rows:
        out.print(f"{kind:10} {id}  {f'reviewed {reviewed}' if reviewed else 'not reviewed by an attorney'}")
    out.print(f"{len(rows)} to review on {day}.", style="bold")


def _stale(reviewed: date | None, on: date) -> bool:
    return reviewed is None or on - reviewed > authorities.STALE_AFTER


@app.command()
def check(format: How = Answer.TEXT, as_json: AsJson = False) -> None:
    """Check the law itself: citations, unused facts, contradictions, gaps; exit code 1 when a defect is found.

    [bold]Example[/]

      nolle law check
    """
    from nolle.counsel.check import check_law

    found = check_law(lambda what: console(stderr=True).print(f"checking {what}", style="dim"))
    if wants_json(format, as_json):
        print_json([_defect(d) for d in found.defects])
    else:
        out = console()
        for defect in found.defects:
            out.print(f"{defect.kind}: {defect.where}: {defect.message}")
            if defect.counter_example:
                out.print(Styled(defect.counter_example, style="dim"))
        out.print(found.summary, style="bold")
    if found.defects:
        raise typer.Exit(1)


def _defect(defect: Any) -> dict[str, Any]:
    return {
        "kind": str(defect.kind),
        "where": defect.where,
        "message": defect.message,
        "counter_example": defect.counter_example,
    }
