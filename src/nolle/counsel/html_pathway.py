"""One pathway on the page: what may be asked for and granted, why, and everything a client should hear beside it."""

from __future__ import annotations

from nolle.law.authorities import AS_OF
from nolle.logic import Element, Finding, say, say_date
from nolle.logic.finding import ASK, AWAIT

from . import words as w
from .html_parts import (
    Page,
    block,
    finding_mark,
    grant_mark,
    lines,
    question,
    risk_mark,
    status_mark,
    table,
    texts,
    tree,
    truth_mark,
    turns_on,
)
from .markup import NONE, Html, el, items, join
from .opinion import Due, Report, Warned
from .status import Status
from .steps import next_steps
from .what_if import what_would_change

LIVE = (Status.OPEN, Status.AWAITING, Status.NEEDS_JUDGEMENT)
"""Statuses whose reasons stand open on the page; the others show what they turn on, and the rest when asked."""


def pathway(report: Report, page: Page) -> Html:
    """The article on one pathway."""
    lang, law, status = page.lang, report.pathway, report.status
    live = status in LIVE
    name = f"n-{law.id}"
    return el(
        "article",
        el("h4", law.name[lang], id=name),
        el("p", status_mark(status, lang), class_="status"),
        _answers(report, page) if status is not Status.NOT_IN_FORCE else None,
        _exposed_first(page) if law.exposure_first and status is not Status.NOT_IN_FORCE else None,
        _awaited(report, page),
        _why(report, page, live),
        _live_parts(report, page)
        if status not in (Status.CLOSED, Status.NOT_IN_FORCE)
        else join([_changes(report, page), _caution_block(report, page)]),
        _rest(report, page, live),
        id=f"p-{law.id}",
        class_=f"path s-{status.value.replace('_', '-')}{' live' if live else ''}",
        aria_labelledby=name,
    )


def _answers(report: Report, page: Page) -> Html:
    lang, granted = page.lang, report.root.truth
    remains = el("span", f"; {w.DISCRETION_REMAINS[lang]}", class_="dim") if granted is True else None
    return el(
        "dl",
        el("div", el("dt", w.MAY_BE_ASKED[lang]), el("dd", truth_mark(report.root.reading(ASK), lang))),
        el("div", el("dt", w.MAY_BE_GRANTED[lang]), el("dd", grant_mark(report.root, lang), remains)),
        class_="answers",
    )


def _exposed_first(page: Page) -> Html | None:
    lang = page.lang
    answers = [
        el("li", w.EXPOSED_NAMES[e.exposure.id][lang], Html(": "), risk_mark(e.root.truth, lang))
        for e in page.opinion.exposure
    ]
    if not answers:
        return None
    title, _, _ = w.EXPOSED_FIRST[lang].partition(":")
    return el("div", el("p", el("a", f"{title}.", href="#exposure")), el("ul", *answers), class_="first")


def _awaited(report: Report, page: Page) -> Html:
    rows = [
        join([el("b", w.ACTORS[f.rule.by][page.lang]), f.rule.label[page.lang]], ": ")
        for f in report.awaited
        if isinstance(f.rule, Element)
    ]
    return block(w.AWAITED, items("ul", rows), page)


def _why(report: Report, page: Page, live: bool) -> Html:
    lang = page.lang
    whole = el(
        "details",
        el("summary", w.ALL_REASONS[lang]),
        tree(report.root.because or (report.root,), page),
        open=live,
        class_="whole",
    )
    if report.status is Status.NOT_IN_FORCE:
        return NONE
    short = NONE
    if not live:
        found: tuple[Finding, ...] = ()
        if report.status is Status.CLOSED and report.root.truth is not False:
            found = _decided(report)
        short = lines(found, page) if found else turns_on(report.root, page)
    return join([block(w.IN_SHORT, short, page), whole])


def _decided(report: Report) -> tuple[Finding, ...]:
    """The conditions that close a pathway although nothing in it is simply false: an act decided the other way."""
    elements = (f for f in report.findings if isinstance(f.rule, Element))
    return tuple(f for f in elements if f.reading(ASK) is False or f.reading(AWAIT) is False)


def _live_parts(report: Report, page: Page) -> Html:
    lang = page.lang
    missing = items("ul", [question(m, page) for m in report.missing])
    if len(report.missing) > 6:
        first = items("ul", [question(m, page) for m in report.missing[:6]])
        rest = items("ul", [question(m, page) for m in report.missing[6:]])
        more = el("summary", w.QUESTIONS_MORE[lang].format(n=len(report.missing) - 6))
        missing = join([first, el("details", more, rest)])
    return join(
        [
            el(
                "div",
                block(w.WHO_DECIDES, _forum(report, page), page),
                block(w.MISSING, missing, page),
                _caution_block(report, page),
                block(w.DEADLINES, items("ul", [_due(d, page) for d in report.due]), page),
                block(w.WEIGHED, _weighed(report, page), page),
                _changes(report, page),
                block(w.NEXT, texts(next_steps(report), page, "ol"), page, class_="part next"),
                class_="parts",
            ),
            _evidence(report, page),
            el(
                "div",
                block(w.GIVES, el("p", report.pathway.gives[lang]), page),
                block(w.NOT_GIVES, texts(report.pathway.does_not_give, page), page),
                class_="parts",
            ),
        ]
    )


def _forum(report: Report, page: Page) -> Html:
    lang, law = page.lang, report.pathway
    here = NONE
    if report.forum is not None:
        held = [finding_mark(f, lang) + Html(" ") + f.rule.label[lang] for f in report.forum.because if f.truth is True]
        here = el("p", f"{w.HOLDS_HERE[lang]}: ", join([_plain(row) for row in held], "; ")) if held else NONE
    return join([el("p", law.decided_by[lang]), el("p", law.forum[lang]), here])


def _plain(row: str) -> Html:
    return Html(row)


def _caution_block(report: Report, page: Page) -> Html:
    rows = [_caution(warned, page) for warned in report.cautions if warned.truth is not False]
    return block(w.CAUTIONS, items("ul", rows), page, class_="part warn")


def _caution(warned: Warned, page: Page) -> Html:
    lang = page.lang
    doubt = el("i", f"({w.IF_SO[lang]})") if warned.truth is None else None
    ours = el("span", w.OURS[lang], class_="tag") if warned.caution.ours else None
    return join([doubt, warned.caution.text[lang], ours], " ")


def _due(due: Due, page: Page) -> Html:
    lang = page.lang
    day = say(due.day, lang) if due.day is not None else w.UNKNOWN_DAY[lang]
    note = el("span", due.clock.note[lang], class_="dim") if due.clock.note is not None else None
    pin = el("span", due.clock.pin, class_="pin") if due.clock.pin else None
    return join([join([f"{due.clock.label[lang]}: ", el("b", day)]), pin, note], " ")


def _changes(report: Report, page: Page) -> Html:
    lang = page.lang
    rows = []
    for change in what_would_change(report, page.opinion.asked):
        verb = w.LEARN if change.kind == "learn" else w.CHANGE
        needs = [f"{'' if need.want else w.NOT[lang] + ': '}{need.rule.label[lang]}" for need in change.needs]
        rows.append(join([el("i", f"{verb[lang]}:"), " + ".join(needs)], " "))
    return block(w.CHANGES, items("ul", rows), page)


def _weighed(report: Report, page: Page) -> Html:
    lang, law = page.lang, report.pathway
    counts = NONE
    if law.family == "discretion" or law.weighed:
        shown = [f for f in page.opinion.factors if f.shown is True]
        if shown:
            against = sum(f.against for f in shown)
            said = w.WEIGHED_ON_FILE[lang].format(for_=len(shown) - against, against=against)
            counts = el("p", said, Html(" "), el("a", w.SEE_FACTORS[lang], href="#factors"))
    return join([texts(law.weighed, page), counts])


def _evidence(report: Report, page: Page) -> Html:
    lang = page.lang
    found = {f.rule.id: f for f in report.findings}
    rows = []
    for evidence in report.pathway.evidence:
        supports = [
            join([finding_mark(found[id], lang), found[id].rule.label[lang]], " ") for id in evidence.of if id in found
        ]
        rows.append((evidence.document[lang], evidence.proves[lang], items("ul", supports, class_="rows")))
    if not rows:
        return NONE
    head = [w.DOCUMENT[lang], w.SHOWS[lang], w.CONDITIONS[lang]]
    caption = f"{w.EVIDENCE[lang]}: {report.pathway.name[lang]}"
    return block(w.EVIDENCE, table(head, rows, caption=caption, class_="evidence"), page)


def _present(report: Report, page: Page) -> Html:
    """How things stand on the day the stored law describes, which need not be the day asked about."""
    present, lang = report.pathway.present_status, page.lang
    if present is None:
        return NONE
    return el("p", f"{say_date(AS_OF, lang)}: {present[lang]}")


def _rest(report: Report, page: Page, live: bool) -> Html:
    """What stands behind the rest: for a closed pathway also what it would give."""
    law, lang = report.pathway, page.lang
    told = report.status not in (Status.CLOSED, Status.NOT_IN_FORCE)
    body = join(
        [
            NONE if told else block(w.GIVES, el("p", law.gives[lang]), page),
            NONE if told else block(w.NOT_GIVES, texts(law.does_not_give, page), page),
            NONE if told else block(w.WHO_DECIDES, el("p", f"{law.decided_by[lang]} {law.forum[lang]}"), page),
            block(w.PRESENT, _present(report, page), page),
            block(w.BARS, texts(law.bars, page), page),
            block(w.RISKS, texts(law.risks, page), page),
            block(w.ON_GRANT, texts(law.on_grant, page), page),
            block(w.ON_DENIAL, texts(law.on_denial, page), page),
            block(w.TIME_LIMITS, texts(law.time_limits, page), page),
            block(w.BESIDE, el("p", law.beside_discretion[lang]), page),
        ]
    )
    for id in law.cites:
        page.authority(id)
    return el("details", el("summary", w.MORE[lang]), el("div", body, class_="parts"), open=live, class_="rest")
