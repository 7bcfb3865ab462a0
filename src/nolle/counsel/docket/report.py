"""What a docket comes to as one HTML file: charts, each with its table; no script, nothing from outside."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

from nolle.counsel import words as counsel_words
from nolle.counsel.html_parts import STATUS_SHAPES, mark, table
from nolle.counsel.markup import NONE, Html, el, items, join
from nolle.counsel.status import MEANINGS, NAMES, Status
from nolle.counsel.urgent import ORDERED
from nolle.facts.files import written_beside
from nolle.law.pathways import pathways
from nolle.law.version import law_hash
from nolle.logic import Lang, Text, say_date

from . import words as w
from .ahead import Stretch, gathered
from .charts import Bar, Column, Part, ReportError, check_charts, columns, lengths, stacked, swatch
from .summary import Summary
from .text import COLUMNS, EXPOSURES, HORIZONS, horizons
from .words import capital

__all__ = ["ReportError", "check_charts", "render_report", "write_report"]

FAMILIES = (("discretion", counsel_words.DISCRETION), ("relief", counsel_words.RELIEF))
MOST_MISSING = 12
DEADLINE_WEEKS = 13
"""How far the soonest deadlines are shown week by week: a quarter of a year."""


def write_report(
    summary: Summary, path: Path, *, on: date | None, lang: Lang, law: str | None = None, left_out: Sequence[str] = ()
) -> None:
    """Write the page, whole or not at all, for its owner's eyes only.

    Args:
        summary: the counts.
        path: the file.
        on: the date asked; ``None`` where each case has its own.
        lang: the language of the page.
        law: the hash of the law that was asked; the installed law's unless given.
        left_out: sentences about what was set aside, to stand at the head.

    Raises:
        ReportError: where the libraries that draw are not installed, or the file cannot be written.
    """
    page = render_report(summary, on=on, lang=lang, law=law, left_out=left_out)
    try:
        with written_beside(path) as beside:
            beside.write_text(page, "utf-8")
    except OSError as error:
        raise ReportError(f"{path} cannot be written ({error.strerror}). Name a file in a folder of yours.") from None


def render_report(
    summary: Summary, *, on: date | None, lang: Lang, law: str | None = None, left_out: Sequence[str] = ()
) -> str:
    """The page as text: the same counts give the same bytes. Arguments and errors as for ``write_report``."""
    check_charts()
    title = _title(on, lang)
    parts: list[tuple[str, Text, Html]] = [("none", w.COUNTED, el("p", w.NO_CASES[lang]))]
    if summary.cases:
        parts = [
            ("exposure", w.EXPOSURE, _exposure(summary, lang)),
            ("pathways", w.PATHWAYS, _pathways(summary, lang)),
            ("missing", w.MISSING, _missing(summary, lang)),
            ("ahead", w.AHEAD, _ahead(summary, on, lang)),
            ("first", w.FIRST, _first(summary, lang)),
        ]
    shown = [(id, name[lang], body) for id, name, body in parts if body]
    return page(title, _head(summary, title, law or law_hash(), on, lang, left_out), shown, lang)


def page(title: str, head: Html, shown: Sequence[tuple[str, str, Html]], lang: Lang, *, contents: bool = True) -> str:
    """A whole page: its head, a list of contents unless a section serves as one, and sections (id, name, body)."""
    sections = [
        el("section", el("h2", name, id=f"{id}-h"), body, id=id, aria_labelledby=f"{id}-h") for id, name, body in shown
    ]
    links = items("ol", [el("a", name, href=f"#{id}") for id, name, _ in shown])
    title_of_it = el("h2", counsel_words.CONTENTS[lang], id="contents")
    body = el(
        "body",
        el("a", w.SKIP[lang], class_="skip", href="#main"),
        Html(_data("nolle.counsel", "html.svg")),
        head,
        el(
            "div",
            el("nav", title_of_it, links, aria_labelledby="contents") if contents else None,
            el("main", *sections, id="main", tabindex="-1"),
            class_="page",
        ),
        el(
            "footer",
            el("p", counsel_words.NEVER[lang]),
            el("p", el("a", counsel_words.TOP[lang], href="#top"), class_="up"),
        ),
        id="top",
    )
    return "<!doctype html>\n" + el("html", _meta(title), body, lang=lang)


@cache
def _data(package: str, name: str) -> str:
    return resources.files(package).joinpath(name).read_text("utf-8")


def _meta(title: str) -> Html:
    style = _data("nolle.counsel", "html.css") + _data("nolle.counsel.docket", "report.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return el(
        "head",
        el("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="robots", content="noindex"),
        el("title", title),
        el("style", Html(style)),
    )


def _title(on: date | None, lang: Lang) -> str:
    if on is not None:
        return w.TITLE[lang].format(day=say_date(on, lang))
    said = w.EACH_DAY[lang]
    return said[:1].upper() + said[1:]


def _head(summary: Summary, title: str, law: str, on: date | None, lang: Lang, left_out: Sequence[str]) -> Html:
    """How many, on what date, by what law; that no attorney reviewed it; that a count is no advice."""
    rows = [(w.COUNTED[lang], el("b", f"{summary.cases:,}", class_="figure"))]
    if on is not None:
        rows.append((w.DATE[lang], el("span", say_date(on, lang))))
    rows.append((w.LAW_NAME[lang], el("span", law[:12], class_="code")))
    facts = [el("div", el("dt", name), el("dd", told)) for name, told in rows]
    draft = el("p", mark("stop", w.LAW_UNREVIEWED[lang]), class_="draft")
    if summary.contradicting:
        left_out = [*left_out, w.CONTRADICT[lang].format(n=f"{summary.contradicting:,}")]
    return el(
        "header",
        el("p", "nolle", class_="brand", translate="no"),
        el("h1", title),
        draft,
        el("p", mark("stop", w.HELD[lang]), class_="draft") if summary.truths else None,
        el("dl", *facts),
        *(el("p", mark("unk", said), class_="advice") for said in left_out),
        el("p", w.NO_ADVICE[lang], class_="advice"),
        el("p", mark("unk", w.UNKNOWN_MEANS[lang]), class_="advice"),
    )


def _figure(drawn: Html, about: str, numbers: Html, lang: Lang, *, folded: bool = True) -> Html:
    """A chart, what it shows, and its table: folded away on a screen where it is long, whole on paper."""
    if not drawn:
        return numbers
    fold = el("details", el("summary", w.AS_TABLE[lang]), numbers, class_="numbers") if folded else numbers
    return join([el("figure", el("figcaption", about), drawn), fold])


def _exposure(summary: Summary, lang: Lang) -> Html:
    if not summary.truths:
        return el("p", w.EXPOSURE_LEFT_OUT[lang])
    truths = ((True, "risk", w.YES), (None, "unknown", w.UNKNOWN), (False, "clear", w.NO))
    bars, rows = [], []
    for name in (name for name in EXPOSURES if name in summary.truths):
        counts, id = summary.truths[name], name.removeprefix("exposure__")
        named = capital(counsel_words.EXPOSED_NAMES.get(id, w.RAISED)[lang])
        bars.append(Bar(named, tuple(Part(key, counts.get(truth, 0), word[lang]) for truth, key, word in truths)))
        rows.append([named, *(f"{counts.get(truth, 0):,}" for truth, _, _ in truths)])
    about = w.EXPOSURE_ABOUT[lang].format(n=f"{summary.cases:,}")
    drawn = stacked("x", bars, summary.cases, title=w.EXPOSURE[lang], about=about)
    head = [w.RISK[lang], *(word[lang] for _, _, word in truths)]
    key = [join([swatch(key), el("b", word[lang])], " ") for _, key, word in truths]
    numbers = table(head, rows, caption=w.EXPOSURE[lang], class_="counts")
    return join([items("ul", key, class_="legend key"), _figure(drawn, about, numbers, lang)])


def _pathways(summary: Summary, lang: Lang) -> Html:
    """A chart for each family, in the order of the law; what was in force for no case is named, not drawn."""
    legend = [
        join([swatch(str(status)), el("span", el("b", NAMES[status][lang]), Html(": "), MEANINGS[status][lang])], " ")
        for status in COLUMNS
        if any(counts.get(str(status)) for counts in _drawn(summary).values())
    ]
    parts = [items("ul", legend, class_="legend key")]
    for family, title in FAMILIES:
        some = {id: counts for id, counts in _drawn(summary).items() if _family(id) == family}
        if some:
            parts += [el("h3", title[lang]), _bars(family, title[lang], some, summary.cases, lang)]
    left = [w.pathway_name(id, lang) for id in _in_order(summary) if id not in _drawn(summary)]
    if left:
        parts.append(el("p", mark("off", ""), w.NOT_OFFERED[lang].format(names="; ".join(left)), class_="left"))
    return join(parts)


def _bars(family: str, title: str, some: Mapping[str, Mapping[str, int]], cases: int, lang: Lang) -> Html:
    bars, rows = [], []
    for id, counts in some.items():
        name = w.pathway_name(id, lang)
        bars.append(Bar(name, tuple(Part(s, counts.get(s, 0), NAMES[s][lang]) for s in COLUMNS)))
        rows.append([name, *(f"{counts.get(s, 0):,}" for s in COLUMNS)])
    about = w.PATHWAYS_ABOUT[lang].format(n=f"{cases:,}")
    drawn = stacked(f"p-{family}", bars, cases, title=title, about=about)
    head = [capital(w.PATHWAY[lang]), *(mark(STATUS_SHAPES[s], NAMES[s][lang]) for s in COLUMNS)]
    return _figure(drawn, about, table(head, rows, caption=title, class_="counts"), lang)


def _in_order(summary: Summary) -> list[str]:
    known = [p.id for p in pathways()]
    return sorted(summary.statuses, key=lambda id: known.index(id) if id in known else len(known))


def _drawn(summary: Summary) -> dict[str, Mapping[str, int]]:
    """The pathways in the order of the law, without those that were in force for no case."""
    out = Status.NOT_IN_FORCE
    some = {id: summary.statuses[id] for id in _in_order(summary)}
    return {id: counts for id, counts in some.items() if any(n for status, n in counts.items() if status != out)}


def _family(id: str) -> str:
    return next((p.family for p in pathways() if p.id == id), FAMILIES[-1][0])


def _missing(summary: Summary, lang: Lang) -> Html:
    if not summary.missing:
        return el("p", w.NOTHING_MISSING[lang])
    most = [(w.fact_name(fact, lang), n) for fact, n in list(summary.missing.items())[:MOST_MISSING]]
    drawn = lengths(
        "m",
        [Bar(name, (Part("missing", n),)) for name, n in most],
        title=w.MISSING[lang],
        about=w.MISSING_ABOUT[lang],
    )
    head = [capital(w.FACT[lang]), w.MISSING_OF[lang]]
    numbers = table(head, [[name, f"{n:,}"] for name, n in most], caption=w.MISSING[lang], class_="counts")
    return _figure(drawn, w.MISSING_ABOUT[lang], numbers, lang)


def _ahead(summary: Summary, on: date | None, lang: Lang) -> Html:
    start = on or min([*summary.hearings, *summary.deadlines], default=None)
    if start is None:
        return el("p", capital(w.NONE_KNOWN[lang]))
    head = ["", *(w.WITHIN[lang].format(n=n) for n in HORIZONS), w.LATER[lang], w.NONE_KNOWN[lang]]
    rows = [
        [capital(name[lang]), *(f"{n:,}" for n in horizons(days, summary.cases))]
        for name, days in ((w.HEARINGS, summary.hearings_in), (w.DEADLINES, summary.deadlines_in))
    ]
    due = [[clock, f"{n:,}"] for clock, n in _due(summary, lang).items()]
    due_table = table([capital(w.WHICH[lang]), w.COUNTED[lang]], due, caption=w.DUE_ABOUT[lang], class_="counts")
    return join(
        [
            table(head, rows, caption=f"{w.AHEAD[lang]}: {w.IN_SHORT[lang]}", class_="counts"),
            el("h3", w.HEARINGS_AHEAD[lang]),
            _times("h", "hearing", gathered(summary.hearings, start), summary.cases, w.HEARINGS_ABOUT, lang),
            el("h3", w.DEADLINES_AHEAD[lang]),
            _times(
                "d",
                "deadline",
                gathered(summary.deadlines, start, weeks=DEADLINE_WEEKS, months=0),
                summary.cases,
                w.DEADLINES_ABOUT,
                lang,
            ),
            el("details", el("summary", w.DUE_ABOUT[lang]), due_table, class_="numbers") if due else None,
        ]
    )


def _times(id: str, key: str, found: Sequence[Stretch], cases: int, about: Text, lang: Lang) -> Html:
    if not found:
        return el("p", capital(w.NONE_KNOWN[lang]))
    shown, year = [], 0
    for stretch in found:
        dated = stretch.kind in ("week", "month")
        under = str(stretch.first.year) if dated and stretch.first.year != year else ""
        year = stretch.first.year if dated else year
        shown.append(Column(capital(stretch.label(lang)), stretch.short(lang), under, stretch.count))
    rows = [[column.label, f"{column.count:,}"] for column in shown]
    rows.append([capital(w.NONE_KNOWN[lang]), f"{cases - sum(stretch.count for stretch in found):,}"])
    numbers = table([capital(w.WHEN[lang]), w.COUNTED[lang]], rows, caption=about[lang], class_="counts")
    drawn = columns(id, shown, key, title=about[lang].rstrip("."), about=about[lang])
    return _figure(drawn, about[lang], numbers, lang)


def _due(summary: Summary, lang: Lang) -> dict[str, int]:
    """Cases by the clock that runs out first; a clock of a pathway that is left out is not named."""
    counted: dict[str, int] = {}
    for id, n in summary.due.items():
        name = _clock(id, summary, lang) or w.OTHER_CLOCK[lang]
        counted[name] = counted.get(name, 0) + n
    return counted


def _clock(id: str, summary: Summary, lang: Lang) -> str:
    return w.clock_name(id, lang) if id.partition(".")[0] in (*summary.statuses, "deadline") else ""


def _first(summary: Summary, lang: Lang) -> Html:
    if not summary.first:
        return NONE
    rows = []
    for row in summary.first:
        deadline, which = row["soonest_deadline"], row["soonest_deadline_of"]
        due = w.day_of(deadline, row["soonest_deadline_rough"], lang) if deadline else w.NONE_KNOWN[lang]
        wrong = w.CONTRADICTS[lang] if row["dates_contradict"] else ""
        ordered = ORDERED[lang] if row["soonest_deadline_ordered"] else ""
        dim = (_clock(str(which), summary, lang) if deadline else "", ordered, wrong)
        cells = (due, *(el("span", said, class_="dim") for said in dim if said))
        hearing = row["next_hearing"]
        rows.append(
            [
                el("span", str(row["case"]), class_="code"),
                w.day_of(hearing, row["next_hearing_rough"], lang) if hearing else w.NONE_KNOWN[lang],
                join(cells, " "),
                str(row["open_ways"]),
            ]
        )
    head = [capital(name[lang]) for name in (w.CASE, w.HEARING, w.DEADLINE, w.OPEN_WAYS)]
    why = el("p", f"{capital(w.FIRST_WHY[lang])}.", class_="dim")
    return join([why, table(head, rows, caption=w.FIRST[lang], class_="order")])
