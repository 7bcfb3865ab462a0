"""The opinion as one HTML file: no script, nothing from outside, for the screen, a reader's voice and paper."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources

from nolle.law import authorities
from nolle.law.procedure import say_day
from nolle.logic import Element, Lang, Missing, Text, say, say_date
from nolle.logic.finding import ASK

from . import urgent as u
from . import words as w
from .calendar import words as c
from .html_parts import (
    Page,
    block,
    chip,
    days,
    english,
    grant_mark,
    mark,
    question,
    risk_mark,
    status_mark,
    table,
    texts,
    tree,
    truth_mark,
    turns_on,
)
from .html_pathway import pathway
from .markup import NONE, Html, el, items, join
from .opinion import Exposed, Opinion, Raised, Report
from .status import MEANINGS, NAMES, Status
from .told import answer_words, fact_words, settles_words
from .weigh import Fitting, Weighed

ORDER = (Status.OPEN, Status.AWAITING, Status.NEEDS_JUDGEMENT, Status.UNKNOWN, Status.CLOSED, Status.NOT_IN_FORCE)
FAMILIES: tuple[tuple[str, Text], ...] = (("discretion", w.DISCRETION), ("relief", w.RELIEF))
FIRST_QUESTIONS = 12
"""Questions shown at once under what to learn next; the others unfold."""

FIT_SHAPES = {"good": "yes", "possible": "part", "poor": "stop", "none": "off"}


def render(opinion: Opinion, lang: Lang) -> str:
    """The whole opinion as one HTML file.

    Args:
        opinion: the opinion.
        lang: the language of the page; what a case file says, and the titles of authorities, stay as written.
    """
    page = Page(opinion, lang)
    parts = [
        ("due", u.TITLE, _due(page)),
        ("exposure", w.EXPOSURE, _exposure(page)),
        ("priority", w.PRIORITY, _priority(page)),
        ("glance", w.GLANCE, _glance(page)),
        *((family, title, _family(family, page)) for family, title in FAMILIES),
        ("fits", w.FITS, _fits(page) if len(opinion.reports) > 1 else NONE),
        ("factors", w.FACTORS, _factors(page)),
        ("learn", w.MISSING_ALL, _learn(page)),
        ("later", w.LATER, _later(page)),
    ]
    parts.append(("authorities", w.AUTHORITIES, _authorities(page)))
    shown = [(id, title[lang], body) for id, title, body in parts if body]
    sections = [
        el("section", el("h2", title, id=f"{id}-h"), body, id=id, aria_labelledby=f"{id}-h")
        for id, title, body in shown
    ]
    links = items("ol", [el("a", title, href=f"#{id}") for id, title, _ in shown])
    body = el(
        "body",
        el("a", w.SKIP[lang], class_="skip", href="#main"),
        _sprite(),
        _head(page),
        el(
            "div",
            el("nav", el("h2", w.CONTENTS[lang], id="contents"), links, aria_labelledby="contents"),
            el("main", *sections, id="main", tabindex="-1"),
            class_="page",
        ),
        el("footer", el("p", w.NEVER[lang]), el("p", el("a", w.TOP[lang], href="#top"), class_="up")),
        id="top",
    )
    return "<!doctype html>\n" + el("html", _meta(page), body, lang=lang)


def _meta(page: Page) -> Html:
    style = _data("html.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return el(
        "head",
        el("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="robots", content="noindex"),
        el("title", f"{w.TITLE[page.lang]} {w.AS_OF[page.lang]} {say_date(page.opinion.as_of, page.lang)}"),
        el("style", Html(style)),
    )


@cache
def _data(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def _sprite() -> Html:
    return Html(_data("html.svg"))


def _head(page: Page) -> Html:
    opinion, lang = page.opinion, page.lang
    where = f"{w.CIRCUIT[lang]} {opinion.circuit}" if opinion.circuit else w.NO_CIRCUIT[lang]
    whole = opinion.known_on == date.max
    known = w.RECORD_WHOLE[lang] if whole else f"{w.KNOWN_ON[lang]} {say_date(opinion.known_on, lang)}"
    review = opinion.reviewed_through
    reviewed = f"{w.REVIEWED_THROUGH[lang]} {review}" if review else w.NOT_REVIEWED[lang]
    who = f"{w.SUPERVISED[lang]} {opinion.supervisor}" if opinion.supervisor else w.UNSUPERVISED[lang]
    rows = (
        (w.WHERE, where),
        (w.RECORD, known),
        (w.SUPERVISION, who),
        (w.LAW_USED, join([el("span", opinion.law, class_="code"), reviewed], ", ")),
    )
    return el(
        "header",
        el("p", "nolle", class_="brand", translate="no"),
        el("h1", w.TITLE[lang], Html(" "), el("span", f"{w.AS_OF[lang]} {say_date(opinion.as_of, lang)}")),
        None if opinion.supervisor else el("p", mark("stop", w.UNSUPERVISED[lang]), class_="draft"),
        el(
            "dl",
            *(
                el("div", el("dt", title[lang]), el("dd", told))
                for title, told in rows
                if told is not w.UNSUPERVISED[lang]
            ),
        ),
    )


def _due(page: Page) -> Html:
    """Before all else: what must be mended, the next hearing with its duty, and what is due, the soonest first."""
    lang, found = page.lang, page.opinion.urgent
    cautions = items("ul", [mark("stop", caution[lang]) for caution in found.cautions], class_="rows wrong")
    hearing = NONE
    if found.hearing is not None:
        line = f"{u.HEARING[lang]}: {u.hearing_words(found, lang)}. "
        hearing = el("p", el("b", line), w.DUTY[lang])
    rows = [_pressing(one, page) for one in found.due]
    head = [u.DATE[lang], u.OFF[lang], u.WHAT[lang], u.NOTE[lang]]
    told = table(head, rows, caption=u.TITLE[lang], class_="due") if rows else NONE
    none = el("p", u.NONE[lang], class_="dim") if not rows and not found.cautions else NONE
    return join([cautions, hearing, told, none])


def _pressing(one: u.Pressing, page: Page) -> list[str]:
    lang, day = page.lang, one.deadline.day
    assert day is not None
    soon = one.when in ("soon", "passed") and not one.deadline.rule.ours
    off = c.in_days(one.days)[lang]
    when = mark("stop" if one.when == "passed" else "wait", off) if soon else off
    label = one.deadline.label[lang]
    return [say_day(day, lang), when, el("b", label) if soon else label, "; ".join(n[lang] for n in u.notes(one))]


def _exposure(page: Page) -> Html:
    if not page.opinion.exposure:
        return NONE
    duty = el("p", w.DUTY[page.lang], class_="duty")
    return join([duty, *(_exposed(e, page) for e in page.opinion.exposure)])


def _exposed(exposed: Exposed, page: Page) -> Html:
    lang, exposure = page.lang, exposed.exposure
    safe = exposed.root.truth is False
    ask = items("ul", [question(m, page) for m in exposed.missing[:5]])
    parts = (
        block(w.WHY_TITLE, turns_on(exposed.root, page, risk=True), page, 4),
        NONE if safe else block(w.SAFE_NO, texts(exposure.no_needs, page), page, 4),
        block(w.CAUTIONS, texts(exposure.cautions, page), page, 4, "part warn"),
        NONE if safe else block(w.EXPOSED_BY, texts(exposure.proof, page), page, 4),
        NONE if safe else block(w.MISSING, ask, page, 4),
    )
    whole = tree(exposed.root.because or (exposed.root,), page, risk=True)
    return el(
        "article",
        el("h3", w.EXPOSED_NAMES[exposure.id][lang]),
        el("p", risk_mark(exposed.root.truth, lang), class_="status"),
        el("p", exposure.question[lang], class_="dim"),
        el("div", *parts, class_="parts"),
        el("details", el("summary", w.ALL_REASONS[lang]), whole),
        class_=f"card x-{'no' if safe else 'yes' if exposed.root.truth else 'unk'}",
    )


def _priority(page: Page) -> Html:
    priority, lang = page.opinion.priority, page.lang
    regime = priority.regime
    if regime is None:
        return el("p", w.NO_REGIME[lang])
    ended = el("p", el("b", f"{w.ENDED[lang]}:"), " ", regime.ended_by[lang]) if regime.ended_by is not None else None
    force = w.FORCE.get(priority.status, w.FORCE["unknown"])[lang]
    shape = "yes" if priority.status == "in-force" else "off" if priority.status == "not-in-force" else "unk"
    head = el(
        "div",
        el("h3", regime.name[lang]),
        el(
            "p",
            mark(shape, force),
            Html(" "),
            el("span", days(regime.since, regime.until, lang), class_="dim"),
            class_="status",
        ),
        ended,
        el("p", regime.discretion[lang]),
        el("p", regime.note[lang], class_="note") if regime.note is not None else None,
        el("p", join([chip(id, page) for id in regime.cites], " "), class_="law"),
    )
    rows = items("ul", [_raised(raised, page) for raised in priority.categories], class_="cats")
    others = [f"{o.name[lang]} ({days(o.since, o.until, lang)})" for o in priority.others]
    return join(
        [
            head,
            rows,
            block(w.EXCEPTIONS, texts(regime.exceptions, page), page, 4),
            block(w.OTHERS_THEN, items("ul", others), page, 4),
        ]
    )


def _raised(raised: Raised, page: Page) -> Html:
    lang, truth = page.lang, raised.root.truth
    state = w.FORCE.get(raised.status, w.FORCE["unknown"])[lang] if raised.status != "in-force" else ""
    line = join([risk_mark(truth, lang), el("span", raised.category.label[lang], class_="label")], " ")
    return join(
        [
            el("div", line, Html(" "), el("span", state, class_="tag") if state else None, class_="line"),
            turns_on(raised.root, page, 3, risk=True) if truth is not False else None,
        ]
    )


def _glance(page: Page) -> Html:
    lang = page.lang
    head = [w.PATHWAY[lang], w.STATUS[lang], w.MAY_BE_ASKED[lang], w.MAY_BE_GRANTED[lang], w.AWAITED[lang]]
    parts = []
    for family, title in FAMILIES:
        rows = [_glance_row(report, page) for report in _in_order(family, page)]
        if rows:
            parts += [el("h3", title[lang]), table(head, rows, caption=title[lang], class_="glance")]
    legend = [join([status_mark(s, lang), MEANINGS[s][lang]], " ") for s in ORDER]
    return join([*parts, items("ul", legend, class_="legend")])


def _glance_row(report: Report, page: Page) -> list[str]:
    lang = page.lang
    out = report.status is Status.NOT_IN_FORCE
    actors = (w.ACTORS[f.rule.by][lang] for f in report.awaited if isinstance(f.rule, Element))
    return [
        el("a", report.pathway.name[lang], href=f"#p-{report.pathway.id}"),
        status_mark(report.status, lang),
        NONE if out else truth_mark(report.root.reading(ASK), lang),
        NONE if out else grant_mark(report.root, lang),
        ", ".join(dict.fromkeys(actors)),
    ]


def _in_order(family: str, page: Page) -> list[Report]:
    found = [r for r in page.opinion.reports if r.pathway.family == family]
    return sorted(found, key=lambda r: ORDER.index(r.status))


def _family(family: str, page: Page) -> Html:
    lang = page.lang
    reports = _in_order(family, page)
    parts: list[str] = []
    for status in ORDER:
        some = [r for r in reports if r.status is status]
        if some:
            parts.append(el("h3", f"{NAMES[status][lang].capitalize()} ({len(some)})"))
            parts.append(el("p", MEANINGS[status][lang], class_="dim"))
            parts.extend(pathway(r, page) for r in some)
    return join(parts)


def _fits(page: Page) -> Html:
    lang = page.lang
    live = sorted((f for f in page.opinion.fits if f.live), key=lambda f: ORDER.index(f.status))
    if not live:
        return el("p", w.NO_FITS[lang])
    head = [w.FORM[lang], *(name[lang] for name in w.FORMS.values())]
    note = el("p", el("b", f"{w.OURS[lang].capitalize()}."), " ", w.FITS_NOTE[lang])
    return join([note, table(head, [_fit_row(f, page) for f in live], caption=w.FITS[lang], class_="fits")])


def _fit_row(fitting: Fitting, page: Page) -> list[str]:
    """One kind of relief; a reason that is the same for every form is said once, beside the name."""
    lang = page.lang
    by_form = {f.form: f for f in fitting.fits}
    whys = {f.why[lang] for f in fitting.fits if f.why is not None}
    common = whys.pop() if len(whys) == 1 and len(fitting.fits) > 1 else None
    name = join(
        [
            el("a", fitting.pathway.name[lang], href=f"#p-{fitting.pathway.id}"),
            el("div", status_mark(fitting.status, lang)),
            el("div", common, class_="why") if common else None,
        ]
    )
    cells: list[str] = [name]
    for form in w.FORMS:
        fit = by_form.get(form)  # type: ignore[call-overload]
        if fit is None:
            cells.append(NONE)
            continue
        why = fit.why[lang] if fit.why is not None and common is None else None
        rated = mark(FIT_SHAPES[fit.rating], w.RATINGS[fit.rating][lang])
        cells.append(join([rated, el("div", why, class_="why") if why else None]))
    return cells


def _factors(page: Page) -> Html:
    lang = page.lang
    shown = [f for f in page.opinion.factors if f.shown is True]
    if not page.opinion.factors:
        return NONE
    if not shown:
        return el("p", w.NO_FACTORS[lang])
    sides = [
        block(
            title, items("ul", [_factor(f, page) for f in shown if f.against is against], class_="weigh"), page, 3, cls
        )
        for title, against, cls in ((w.FOR, False, "part for"), (w.AGAINST, True, "part against"))
    ]
    return el("div", *sides, class_="parts")


def _factor(weighed: Weighed, page: Page) -> Html:
    lang, factor = page.lang, weighed.factor
    named = el("span", w.NAMED[lang], class_="tag") if weighed.named else None
    known = [(name, cell.answer) for name, cell in weighed.cells if not isinstance(cell.answer, Missing)]
    told = [f"{fact_words(name, lang)}: {answer_words(name, answer, lang)}" for name, answer in known]
    return join(
        [
            join([el("b", factor.label[lang]), named], " "),
            el("div", "; ".join(told), class_="dim") if told else None,
            el("div", f"{w.PROOF[lang]}: {'; '.join(page.say(factor.evidence))}") if factor.evidence else None,
        ]
    )


def _learn(page: Page) -> Html:
    lang, missing = page.lang, page.opinion.missing
    if not missing:
        return NONE
    rows = [
        join([question(m, page), el("span", settles_words(len(m.settles), lang), class_="dim")], " ") for m in missing
    ]
    first = items("ol", rows[:FIRST_QUESTIONS], class_="learn")
    rest = rows[FIRST_QUESTIONS:]
    if not rest:
        return first
    more = items("ol", rest, class_="learn", start=str(FIRST_QUESTIONS + 1))
    return join([first, el("details", el("summary", w.QUESTIONS_MORE[lang].format(n=len(rest))), more)])


def _later(page: Page) -> Html:
    lang = page.lang
    if not page.opinion.later:
        return NONE
    whys = {"happened later": w.HAPPENED_LATER[lang], "recorded later": w.RECORDED_LATER[lang]}
    rows = [
        (
            fact_words(later.fact, lang),
            answer_words(later.fact, later.value, lang),
            f"{whys[later.why]}: {say(later.on, lang)}",
        )
        for later in page.opinion.later
    ]
    return table([w.FACT[lang], w.ANSWER[lang], w.WHY_LEFT_OUT[lang]], rows, caption=w.LATER[lang], class_="later")


def _authorities(page: Page) -> Html:
    """A row for every authority cited on the page, so that each citation leads somewhere."""
    lang = page.lang
    rows = [list(_authority(id, page)) for id in sorted(page.cited, key=lambda id: page.cited[id][0].title.casefold())]
    head = [w.AUTHORITY[lang], w.ON_THE_DATE[lang], w.DATES[lang], w.CONFIDENCE[lang], w.RESTS_ON[lang], w.REVIEW[lang]]
    return table(head, rows, caption=w.AUTHORITIES[lang], class_="auth")


def _authority(id: str, page: Page) -> Iterable[str]:
    lang = page.lang
    authority, found = page.cited[id]
    shape = "yes" if found.in_force is True else "off" if found.in_force is False else "unk"
    cited = authority.citation if authority.citation != authority.title else ""
    english_ = english(page)
    yield el(
        "div",
        el("span", authority.title, lang=english_),
        el("div", cited, class_="why", lang=english_) if cited else None,
        id=f"a-{id}",
    )
    yield mark(shape, authorities.STATUSES[found.status][lang])
    yield days(found.from_, found.to, lang)
    yield w.CONFIDENCES[authority.confidence][lang]
    yield w.FROM_MEMORY[lang] if authority.verified == "memory" else host(authority.verified)
    yield authorities.provenance_of(id).review[lang]


def host(verified: str) -> str:
    """The site of the page that was read; the whole address is in ``nolle law show``."""
    return verified.partition("//")[2].partition("/")[0].removeprefix("www.") or verified
