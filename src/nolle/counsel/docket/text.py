"""What a docket comes to, at a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from nolle.counsel.status import NAMES, Status
from nolle.counsel.urgent import ORDERED
from nolle.logic import Lang, say_date

from . import words as w
from .summary import Summary

COLUMNS = (
    Status.OPEN, Status.AWAITING, Status.NEEDS_JUDGEMENT, Status.UNKNOWN, Status.CLOSED, Status.NOT_IN_FORCE,
)  # fmt: skip
STYLES = {Status.OPEN: "green", Status.AWAITING: "cyan", Status.NEEDS_JUDGEMENT: "yellow"}
MOST_MISSING = 10
WIDE = 84
"""Columns of a terminal in which the table of pathways can be read."""
HORIZONS = (7, 30, 90, 365)
EXPOSURES = ("exposure__expedited_removal", "exposure__no_bond", "exposure__third_country", "priority")


def print_summary(summary: Summary, console: Console, lang: Lang, *, on: date | None, law: str) -> None:
    """Print the counts: statuses, exposure, what is missing, what lies ahead, and the cases to open first."""
    title = w.TITLE[lang].format(day=say_date(on, lang)) if on is not None else w.EACH_DAY[lang].capitalize()
    console.print()
    cases = w.CASE_COUNT[lang] if summary.cases == 1 else w.CASES[lang].format(n=f"{summary.cases:,}")
    console.print(Styled(f"{title}: {cases}", style="bold underline"))
    console.print(Styled(w.LAW[lang].format(hash=law[:12]), style="dim"))
    if summary.truths:
        console.print(Styled(w.HELD[lang], style="bold"))
    if summary.contradicting:
        console.print(Styled(w.CONTRADICT[lang].format(n=f"{summary.contradicting:,}"), style="bold"))
    if not summary.cases:
        console.print(w.NO_CASES[lang])
        return
    for part in (
        _exposure(summary, lang),
        _pathways(summary, lang) if console.width >= WIDE else _pathways_narrow(summary, lang),
        _missing(summary, lang),
        _ahead(summary, lang),
    ):
        console.print()
        console.print(part)
    if summary.first:
        console.print()
        console.print(_first(summary, lang) if console.width >= WIDE else _first_narrow(summary, lang))
    console.print(Styled(w.NO_ADVICE[lang], style="dim"))


def _table(title: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("", overflow="fold", ratio=1)
    return table


def _pathways(summary: Summary, lang: Lang) -> Table:
    table = _table(w.PATHWAYS[lang])
    for status in COLUMNS:
        table.add_column(NAMES[status][lang], justify="right", style=STYLES.get(status, ""), min_width=5)
    for id, counts in summary.statuses.items():
        cells = [_count(counts.get(str(status), 0)) for status in COLUMNS]
        table.add_row(w.pathway_name(id, lang), *cells)
    return table


def _pathways_narrow(summary: Summary, lang: Lang) -> Styled:
    """The same under one another: beside seven columns a name would be broken into syllables."""
    said = Styled(w.PATHWAYS[lang], style="bold")
    for id, counts in summary.statuses.items():
        there = [(status, counts[str(status)]) for status in COLUMNS if counts.get(str(status))]
        said.append(f"\n{w.pathway_name(id, lang)}\n  ", style="not bold")
        for place, (status, count) in enumerate(there):
            said.append(", " if place else "", style="not bold")
            said.append(
                f"{NAMES[status][lang]}\N{NO-BREAK SPACE}{count:,}", style=f"not bold {STYLES.get(status, '')}".strip()
            )
    return said


def _count(count: int) -> str:
    return f"{count:,}" if count else "·"


def _exposure(summary: Summary, lang: Lang) -> RenderableType:
    if not summary.truths:
        return Styled(w.EXPOSURE_LEFT_OUT[lang], style="dim")
    from nolle.counsel.words import EXPOSED_NAMES

    table = _table(w.EXPOSURE[lang])
    for word in (w.YES, w.UNKNOWN, w.NO):
        table.add_column(word[lang], justify="right", min_width=5)
    for name in EXPOSURES:
        if name in summary.truths:
            counts = summary.truths[name]
            id = name.removeprefix("exposure__")
            named = EXPOSED_NAMES[id][lang] if id in EXPOSED_NAMES else w.RAISED[lang]
            table.add_row(named, *(_count(counts.get(truth, 0)) for truth in (True, None, False)))
    return table


def _missing(summary: Summary, lang: Lang) -> Table:
    table = _table(w.MISSING[lang])
    table.add_column(w.MISSING_OF[lang], justify="right")
    for fact, count in list(summary.missing.items())[:MOST_MISSING]:
        table.add_row(w.fact_name(fact, lang), _count(count))
    return table


def horizons(days: Mapping[int, int], cases: int) -> list[int]:
    """How many lie within each of ``HORIZONS`` days of the case's date, how many later, and how many have none."""
    counts, start = [], 0
    for horizon in HORIZONS:
        counts.append(sum(n for day, n in days.items() if start <= day <= horizon))
        start = horizon + 1
    return [*counts, sum(n for day, n in days.items() if day >= start), cases - sum(days.values())]


def _ahead(summary: Summary, lang: Lang) -> Table:
    table = _table(w.AHEAD[lang])
    for horizon in HORIZONS:
        table.add_column(w.WITHIN[lang].format(n=horizon), justify="right")
    for word in (w.LATER, w.NONE_KNOWN):
        table.add_column(word[lang], justify="right")
    for name, days in ((w.HEARINGS, summary.hearings_in), (w.DEADLINES, summary.deadlines_in)):
        table.add_row(name[lang], *(_count(n) for n in horizons(days, summary.cases)))
    return table


def _first(summary: Summary, lang: Lang) -> Table:
    table = _table(w.FIRST[lang])
    table.columns[0].header = w.CASE[lang]
    table.columns[0].ratio = None
    table.columns[0].no_wrap = True
    table.caption, table.caption_justify, table.caption_style = w.FIRST_WHY[lang], "left", "dim"
    table.add_column(w.HEARING[lang], no_wrap=True)
    table.add_column(w.DEADLINE[lang], overflow="fold")
    table.add_column(w.OPEN_WAYS[lang], justify="right")
    for row in summary.first:
        table.add_row(str(row["case"]), *_dates(row, lang), str(row["open_ways"]))
    return table


def _dates(row: Mapping[str, object], lang: Lang) -> tuple[str, str]:
    """The hearing and the deadline of a case, each as far as it is known."""
    hearing, deadline, which = row["next_hearing"], row["soonest_deadline"], row["soonest_deadline_of"]
    due = f"{w.day_of(deadline, row['soonest_deadline_rough'], lang)} {w.clock_name(str(which), lang)}"
    held = w.day_of(hearing, row["next_hearing_rough"], lang) if hearing else "–"
    notes = [ORDERED[lang]] if row["soonest_deadline_ordered"] else []
    notes += [w.CONTRADICTS[lang]] if row["dates_contradict"] else []
    return held, f"{due if deadline else '–'}{''.join(f' ({note})' for note in notes)}"


def _first_narrow(summary: Summary, lang: Lang) -> Styled:
    said = Styled(w.FIRST[lang], style="bold")
    for row in summary.first:
        hearing, due = _dates(row, lang)
        said.append(f"\n{row['case']}", style="not bold")
        said.append(f"\n  {w.HEARING[lang]}: {hearing}", style="not bold")
        said.append(f"\n  {w.DEADLINE[lang]}: {due}", style="not bold")
        said.append(f"\n  {w.OPEN_WAYS[lang]}: {row['open_ways']}", style="not bold")
    return said.append(f"\n{w.FIRST_WHY[lang]}", style="not bold dim")
