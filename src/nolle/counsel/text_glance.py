"""Parts of an opinion at a terminal: what is due, what matters first, and which discretion fits which relief."""

from __future__ import annotations

from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from nolle.logic import Element, Lang, say

from . import urgent as u
from . import words as w
from .calendar import words as c
from .opinion import Due, Opinion
from .status import NAMES, Status
from .weigh import closure_is_best

SHOWN = (Status.OPEN, Status.AWAITING, Status.NEEDS_JUDGEMENT)


DUE_SHOWN = 8
"""Dates shown at once under what is due; ages beyond them are still named."""


def due(opinion: Opinion, lang: Lang) -> RenderableType:
    """Before all else: what must be mended, the next hearing with its duty, and what is due, the soonest first."""
    from nolle.law.procedure import say_day

    found = opinion.urgent
    parts: list[RenderableType] = ["", Styled(u.TITLE[lang], style="bold underline")]
    parts += [Styled(f"! {caution[lang]}", style="bold") for caution in found.cautions]
    if found.hearing is not None:
        line = Styled(f"{u.HEARING[lang]}: {u.hearing_words(found, lang)}", style="bold")
        parts.append(line.append(f". {w.DUTY[lang]}", style="not bold"))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    for one in found.due[:DUE_SHOWN]:
        day = one.deadline.day
        assert day is not None
        soon = one.when == "soon" and not one.deadline.rule.ours
        said = Styled(one.deadline.label[lang], style="bold" if soon else "")
        more = "; ".join(note[lang] for note in u.notes(one))
        said.append(f"  {more}" if more else "", style="dim not bold")
        off = Styled(c.in_days(one.days)[lang], style="bold" if soon else "dim")
        table.add_row(Styled(say_day(day, lang), style="bold" if one.days >= 0 else "dim"), off, said)
    if found.due:
        parts.append(table)
    elif not found.cautions:
        parts.append(u.NONE[lang])
    if len(found.due) > DUE_SHOWN:
        parts.append(Styled(w.AND_MORE[lang].format(n=len(found.due) - DUE_SHOWN), style="dim"))
    return Group(*parts)


def glance(opinion: Opinion, lang: Lang) -> RenderableType:
    """What to watch for, the pathways by status, whom they wait for, and the first question to ask."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    posture = opinion.asked.case.cell("case.posture").answer
    if isinstance(posture, str) and posture in w.WATCH_FOR:
        table.add_row(w.WATCH[lang], w.WATCH_FOR[posture][lang])
    for found in SHOWN:
        names = [r.pathway.name[lang] for r in opinion.reports if r.status is found]
        if names:
            table.add_row(NAMES[found][lang].capitalize(), "; ".join(names))
    whom = dict.fromkeys(
        w.ACTORS[f.rule.by][lang]
        for r in opinion.reports
        if r.status in SHOWN
        for f in r.awaited
        if isinstance(f.rule, Element)
    )
    if whom:
        table.add_row(w.WAITING_FOR[lang].capitalize(), ", ".join(whom))
    if opinion.missing:
        table.add_row(w.ASK_FIRST[lang], opinion.missing[0].question[lang])
    return Group("", Styled(w.GLANCE[lang], style="bold underline"), table)


def due_words(due: Due, on: date, lang: Lang) -> str:
    """The last day in words, and whether it has passed."""
    if due.day is None:
        return w.UNKNOWN_DAY[lang]
    passed = due.day.high is not None and due.day.high < on
    return say(due.day, lang) + (f" ({w.PASSED[lang]})" if passed else "")


def fits(opinion: Opinion, lang: Lang) -> RenderableType:
    """Which form of discretion suits the live relief, which would harm it and why, and where closure is best."""
    title = Styled(f"{w.FITS[lang]} ({w.OURS[lang]})", style="bold underline")
    live = [fitting for fitting in opinion.fits if fitting.live and fitting.status is not Status.UNKNOWN]
    if not live:
        return Group("", title, w.NO_FITS[lang])
    parts: list[RenderableType] = ["", title]
    for form, name in w.FORMS.items():
        parts.append(Styled(name[lang], style="bold"))
        for rating in ("good", "possible", "poor"):
            names: dict[str, list[str]] = {}
            for fitting in live:
                for fit in fitting.fits:
                    if fit.form == form and fit.rating == rating:
                        why = fit.why[lang] if fit.why is not None and rating == "poor" else ""
                        names.setdefault(why, []).append(fitting.pathway.name[lang])
            for why, some in names.items():
                line = f"{w.FIT_MARKS[rating]} {w.RATINGS[rating][lang]}: {'; '.join(some)}"
                parts.append(Padding(Styled(f"{line}. {why}" if why else line), (0, 0, 0, 2)))
    best = [fitting.pathway.name[lang] for fitting in live if closure_is_best(fitting)]
    if best:
        parts.append(Styled(w.CLOSURE_BEST[lang].format(names="; ".join(best)), style="bold"))
    return Group(*parts)
