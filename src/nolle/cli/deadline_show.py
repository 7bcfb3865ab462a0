"""A deadline as it is printed: the date first, then the working, the law, and what is in doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as Styled

from nolle.law import authorities
from nolle.law.procedure import STATUSES, Deadline, say_day, sources
from nolle.law.procedure.rules import DeadlineRule
from nolle.logic import Lang, Span, Text, say

WORK_TO = Text("WORK TO", "TRABAJE CON")
NOT_BEFORE = Text("NOT BEFORE", "NO ANTES DE")
NO_DATE = Text("NO DATE", "SIN FECHA")
NO_SAFE = Text("NO SAFE DATE", "NINGUNA FECHA SEGURA")
LAST_DAY = Text("Last day by the rule", "Último día según la regla")
FIRST_DAY = Text("First day by the rule", "Primer día según la regla")
REPLACED = Text("Replaced by the order", "Reemplazado por la orden")
WORKING = Text("The working", "El cálculo")
BOTH = Text("Every count", "Cada cómputo")
LAW = Text("The law", "La ley")
DOUBT = Text("What is in doubt", "Lo que está en duda")
MISSING = Text("What would settle it", "Lo que lo resolvería")
WORKED_TO = Text("work to this one", "trabaje con esta")
RESTS_ON = Text("Rests on", "Se basa en")
CONFIDENCE = Text("confidence", "confianza")
LEVELS = {
    "high": Text("high", "alta"),
    "medium": Text("medium", "media"),
    "low": Text("low", "baja"),
    "n/a": Text("our own convention", "convención nuestra"),
}
MEMORY = Text("memory", "la memoria")
LAW_OF = Text("The law of", "La ley del")

_NOT_COUNTED = {
    "as_ordered": Text("as ordered", "según la orden"),
    "per_notice": Text("per the notice", "según el aviso"),
    "promptly": Text("promptly", "pronto"),
    "before_hearing": Text("before the hearing", "antes de la audiencia"),
    "before_filing": Text("before filing", "antes de presentar"),
    "none": Text("no deadline", "sin plazo"),
}


def shown(one: Deadline, lang: Lang) -> RenderableType:
    """One deadline whole."""
    parts: list[RenderableType] = [_headline(one, lang)]
    if one.reckonings:
        parts += [_title(BOTH, lang), _reckonings(one, lang)]
    if one.steps:
        parts += [_title(WORKING, lang), _steps(one, lang)]
    parts += [_title(LAW, lang), _law(one, lang), _title(DOUBT, lang), _doubt(one, lang)]
    if one.missing:
        parts += [_title(MISSING, lang), _missing(one, lang)]
    return Group(*parts)


def listed(many: Sequence[Deadline], lang: Lang) -> RenderableType:
    """Every deadline on two lines: what it is and how it counts; its date, where one was asked."""
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True)
    for one in many:
        found = say(one.due, lang) if one.due is not None else STATUSES[one.status][lang] if one.trigger else ""
        table.add_row(one.id, one.label[lang], Styled(_count(one.rule, lang), style="dim"))
        if one.trigger is not None:
            table.add_row("", Styled(found, style="bold" if one.due is not None else "dim"), "")
    return table


def _headline(one: Deadline, lang: Lang) -> RenderableType:
    lines: list[Styled] = []
    if one.safe is not None:
        lead = NOT_BEFORE if one.rule.not_before else WORK_TO
        lines += [Styled(lead[lang], style="dim"), Styled(say_day(one.safe, lang).upper(), style="bold")]
        if one.due is not None and not (one.due.exact and one.due.low == one.safe):
            by_rule = FIRST_DAY if one.rule.not_before else LAST_DAY
            lines.append(Styled(f"{by_rule[lang]}: {_day(one.due, lang)}"))
    elif one.due is not None:
        lines += [Styled(NO_SAFE[lang], style="bold"), Styled(f"{LAST_DAY[lang]}: {_day(one.due, lang)}")]
    else:
        lines.append(Styled(NO_DATE[lang], style="bold"))
        if one.why is not None:
            lines.append(Styled(one.why[lang]))
    if one.due is not None and one.why is not None:
        lines.append(Styled(one.why[lang]))
    if one.replaced is not None and one.replaced.due is not None:
        old = Styled(f"{REPLACED[lang]}: ")
        lines.append(old.append(_day(one.replaced.due, lang), style="strike"))
    return Panel(
        Group(*lines),
        title=Styled(one.label[lang], style="bold"),
        subtitle=Styled(f"{one.id} · {STATUSES[one.status][lang]}", style="dim"),
        title_align="left",
        subtitle_align="left",
        padding=(1, 3),
    )


def _title(text: Text, lang: Lang) -> RenderableType:
    return Padding(Styled(text[lang], style="bold"), (1, 0, 0, 0))


def _steps(one: Deadline, lang: Lang) -> RenderableType:
    table = _grid()
    for place, step in enumerate(one.steps, start=1):
        last = step.kind == "safe" and place == len(one.steps)
        table.add_row(f"{place}.", Styled(step.text[lang], style="bold" if last else ""))
    return table


def _reckonings(one: Deadline, lang: Lang) -> RenderableType:
    table = _grid()
    for count in one.reckonings:
        said = Styled(f"{count.label[lang]}: ").append(_day(count.due, lang), style="bold")
        if count.safe:
            said.append(f" ({WORKED_TO[lang]})")
        table.add_row("-", said)
    return table


def _law(one: Deadline, lang: Lang) -> RenderableType:
    table = _grid()
    if not any(step.kind == "law" for step in one.steps):
        table.add_row("-", Styled(f"{LAW_OF[lang]} {say(Span(one.on, one.on), lang)}. {one.rule.pin[lang]}"))
    for found in one.law:
        authority = authorities.get(found.id)
        line = Styled(f"{authority.title} ({authority.citation}). ")
        table.add_row("-", line.append(found.why[lang], style="dim"))
    return table


def _doubt(one: Deadline, lang: Lang) -> RenderableType:
    table = _grid()
    verified = MEMORY[lang] if one.rule.verified == "memory" else _pages(one.rule.verified)
    level = LEVELS[one.rule.confidence][lang]
    table.add_row("-", f"{RESTS_ON[lang]}: {verified}; {CONFIDENCE[lang]}: {level}")
    table.add_row("-", authorities.NOT_REVIEWED[lang])
    return table


def _pages(verified: str) -> str:
    """What an entry rests on, each key with the page it stands for."""
    pages = sources()
    named = [f"{key} ({pages[key]})" for key in re.findall(r"[A-Z][A-Z0-9_]+", verified) if key in pages]
    return verified if not named else f"{verified}: {', '.join(named)}"


def _missing(one: Deadline, lang: Lang) -> RenderableType:
    table = _grid()
    for question in one.missing:
        said = Styled(question.question[lang])
        if question.fact is not None:
            said.append(f"  {question.fact}", style="dim")
        table.add_row("?", said)
    return table


def _grid() -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 1, 0, 0))
    table.add_column(justify="right", style="dim", no_wrap=True, min_width=3)
    table.add_column(ratio=1, overflow="fold")
    return table


def _day(span: Span, lang: Lang) -> str:
    return say_day(span.low, lang) if span.exact and isinstance(span.low, date) else say(span, lang)


def _count(rule: DeadlineRule, lang: Lang) -> str:
    from nolle.law.procedure.counting import amount
    from nolle.law.procedure.rules import COUNTED

    if rule.unit in _NOT_COUNTED:
        return _NOT_COUNTED[rule.unit][lang]
    if rule.unit not in COUNTED or rule.value is None:
        return ""
    after = {"before": Text("before", "antes"), "every": Text("each time", "cada vez")}
    return f"{amount(rule.value, rule.unit, lang)} {after.get(rule.direction or '', Text('after', 'después'))[lang]}"
