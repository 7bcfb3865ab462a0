"""What to ask over a docket, at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from nolle.counsel.asking import private
from nolle.counsel.words import ASKED_OF
from nolle.logic import Lang

from . import words as w
from .calls import Plan, question
from .lacking import SEPARATOR


def print_plan(plan: Plan, names: Sequence[str], console: Console, lang: Lang, *, law: str, sensitive: bool) -> None:
    """Print the best questions, then the calls to make first.

    Args:
        plan: what to ask.
        names: what the cases of the first calls are called, as many as are to be shown.
        console: where to.
        lang: the language.
        law: the hash of the law that was asked.
        sensitive: whether the pathways for survivors were asked too.
    """
    console.print()
    console.print(Styled(w.CALLS_TITLE[lang], style="bold underline"))
    console.print(Styled(w.LAW[lang].format(hash=law[:12]), style="dim"))
    if sensitive:
        console.print(Styled(w.SURVIVORS_HELD[lang], style="bold"))
    numbers = {"open": f"{plan.open:,}", "cases": f"{plan.cases:,}", "calls": f"{plan.calls.height:,}"}
    console.print(w.CALLS_OPEN[lang].format(**numbers))
    if not sensitive:
        console.print(Styled(w.SURVIVORS_LEFT_OUT[lang], style="dim"))
    console.print()
    console.print(_questions(plan, lang))
    if names:
        console.print()
        console.print(_calls(plan, names, lang))


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))


def _questions(plan: Plan, lang: Lang) -> Table:
    table = _table(w.QUESTIONS[lang])
    table.add_column(w.QUESTION[lang], ratio=1, overflow="fold")
    table.add_column(w.ASKED_OF[lang])
    for word in (w.WAITING, w.COMPLETES, w.SO_FAR):
        narrow = max(len("1,000,000"), *map(len, word[lang].split()))
        table.add_column(word[lang], justify="right", max_width=narrow)
    for step in plan.steps:
        told = (f"{n:,}" for n in (step.cases, step.settles, step.settled))
        table.add_row(question(step.fact, lang), ASKED_OF[step.asked_of][lang], *told)
    return table


def _calls(plan: Plan, names: Sequence[str], lang: Lang) -> Table:
    table = _table(w.CALLS[lang])
    table.caption, table.caption_justify, table.caption_style = w.CALLS_WHY[lang], "left", "dim"
    table.add_column(w.CASE[lang], no_wrap=True)
    table.add_column(w.HEARING[lang], no_wrap=True)
    table.add_column(w.QUESTION[lang], ratio=1, overflow="fold")
    table.add_column(w.SETTLES[lang], justify="right")
    for name, row in zip(names, plan.calls.head(len(names)).iter_rows(named=True), strict=True):
        facts = row["questions"].split(SEPARATOR)
        asked = "\n".join(f"{'* ' if private(fact) else ''}{question(fact, lang)}" for fact in facts)
        hearing = row["next_hearing"]
        held = w.day_of(hearing, row["next_hearing_rough"], lang) if hearing else "–"
        table.add_row(name, held, asked, str(row["settles"]))
    return table
