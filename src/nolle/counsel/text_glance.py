"""Two parts of an opinion at a terminal: what matters first, and which discretion fits which relief."""

from __future__ import annotations

from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from nolle.logic import Element, Lang, Span, say

from . import words as w
from .opinion import Due, Opinion
from .status import NAMES, Status
from .weigh import closure_is_best

SHOWN = (Status.OPEN, Status.AWAITING, Status.NEEDS_JUDGEMENT)


def glance(opinion: Opinion, lang: Lang) -> RenderableType:
    """The next hearing with its duty, the nearest clock, the pathways by status, and the first question to ask."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    hearing = opinion.asked.case.cell("case.next_hearing_on").answer
    if isinstance(hearing, Span) and hearing.high is not None and hearing.high >= opinion.as_of:
        table.add_row(w.HEARING[lang], f"{say(hearing, lang)}. {w.DUTY[lang]}")
    posture = opinion.asked.case.cell("case.posture").answer
    if isinstance(posture, str) and posture in w.WATCH_FOR:
        table.add_row(w.WATCH[lang], w.WATCH_FOR[posture][lang])
    nearest = nearest_clock(opinion)
    if nearest is not None:
        table.add_row(w.NEAREST[lang], f"{due_words(nearest, opinion.as_of, lang)}: {nearest.clock.label[lang]}")
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


def nearest_clock(opinion: Opinion) -> Due | None:
    """The clock of a live pathway that runs out soonest after the date asked."""
    ahead: list[tuple[date, int, Due]] = [
        (due.day.low, n, due)
        for n, report in enumerate(opinion.reports)
        if report.status not in (Status.CLOSED, Status.NOT_IN_FORCE)
        for due in report.due
        if due.day is not None and due.day.low is not None and due.day.low >= opinion.as_of
    ]
    return min(ahead, key=lambda one: one[:2])[2] if ahead else None


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
