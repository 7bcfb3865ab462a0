"""Parts of the page that several sections share: marks, citations, facts, the tree of reasons, lists of texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nolle.law import authorities
from nolle.law.authorities import Authority, InForce
from nolle.logic import Cell, Element, Finding, Force, Lang, Settled, Text, Truth, Versions, Why
from nolle.logic.finding import AWAIT
from nolle.logic.judge import cells_used

from . import words as w
from .markup import NONE, Html, el, items, join
from .missing import MissingFact
from .opinion import Opinion
from .reasons import reasons
from .status import NAMES, Status
from .told import answer_words, fact_words, said_by_words

SHAPES: dict[Truth, str] = {True: "yes", False: "no", None: "unk"}
STATUS_SHAPES = {
    Status.OPEN: "yes",
    Status.AWAITING: "wait",
    Status.NEEDS_JUDGEMENT: "judge",
    Status.UNKNOWN: "unk",
    Status.CLOSED: "no",
    Status.NOT_IN_FORCE: "off",
}
RISK_SHAPES: dict[Truth, str] = {True: "stop", False: "clear", None: "unk"}
"""For what a client is exposed to, yes is the warning and no is the relief."""

_SHORT = 64
"""Characters of a citation that still fit a chip; a longer one is named by its title."""


@dataclass
class Page:
    """One page being made: the opinion, the language, and the authorities cited so far, each of which gets a row."""

    opinion: Opinion
    lang: Lang
    cited: dict[str, tuple[Authority, InForce]] = field(default_factory=dict)

    def authority(self, id: str) -> tuple[Authority, InForce]:
        """An authority and its force on the date; from now on it has a row in the table."""
        if id not in self.cited:
            found = authorities.in_force(id, self.opinion.as_of, self.opinion.circuit)
            self.cited[id] = authorities.get(id), found
        return self.cited[id]

    def say(self, texts: Iterable[Text]) -> list[str]:
        """Texts in the page's language."""
        return [text[self.lang] for text in texts]


def mark(shape: str, word: str) -> Html:
    """A state: its shape, its word and its colour, in that order of importance."""
    drawn = Html(f'<svg aria-hidden="true"><use href="#m-{shape}"/></svg>')
    return el("span", drawn, Html(" "), el("span", word), class_=f"m m-{shape}")


def truth_mark(truth: Truth, lang: Lang) -> Html:
    """Yes, no or unknown."""
    return mark(SHAPES[truth], w.TRUTHS[truth][lang])


def risk_mark(truth: Truth, lang: Lang) -> Html:
    """Yes, no or unknown, where yes is what the client is exposed to."""
    return mark(RISK_SHAPES[truth], w.TRUTHS[truth][lang])


def grant_mark(root: Finding, lang: Lang) -> Html:
    """Whether a pathway may be granted: no, where only acts of others are missing, is said as not yet."""
    if root.truth is False and root.reading(AWAIT) is not False:
        return mark("wait", w.NOT_YET[lang])
    return truth_mark(root.truth, lang)


def status_mark(status: Status, lang: Lang) -> Html:
    """The status of a pathway."""
    return mark(STATUS_SHAPES[status], NAMES[status][lang])


def waiting(finding: Finding) -> bool:
    """Whether a condition is the act of another that has not been done and may still be."""
    rule = finding.rule
    awaited = isinstance(rule, Element) and rule.by.awaited and finding.force is not Force.OUT
    return awaited and finding.truth is not True and finding.reading(AWAIT) is True


def finding_mark(finding: Finding, lang: Lang, *, risk: bool = False) -> Html:
    """The answer of one rule: yes, no, unknown, awaited, or not law on the date. A risk is not awaited."""
    if finding.force is Force.OUT:
        return mark("off", w.WHYS[Why.NOT_IN_FORCE][lang])
    if not risk and waiting(finding):
        return mark("wait", w.WAITING_FOR[lang])
    return truth_mark(finding.truth, lang)


def days(first: object, last: object, lang: Lang) -> str:
    """A window of days as ISO dates."""
    if first is None:
        return "" if last is None else f"– {last}"
    return f"{w.CHIP_FROM[lang]} {first}" if last is None else f"{first} – {last}"


def chip(id: str, page: Page) -> Html:
    """A citation with its dates in plain sight, linked to its row; its status too, where it is not in force."""
    authority, found = page.authority(id)
    window = days(found.from_, found.to, page.lang)
    state = "" if found.in_force is True else authorities.STATUSES[found.status][page.lang]
    small = ", ".join(part for part in (window, state) if part)
    name = el("span", short_name(authority), lang=english(page))
    dead = " off" if found.in_force is False else " doubt" if found.in_force is None else ""
    return el("a", name, Html(" "), el("small", small) if small else None, class_=f"cite{dead}", href=f"#a-{id}")


def short_name(authority: Authority) -> str:
    """The citation where it is short, with the name of the case; else the title."""
    if len(authority.citation) > _SHORT or authority.kind == "policy-window":
        return authority.title
    name = authority.title.partition(":")[0]
    plain = authority.kind != "federal-court" or name in authority.citation
    return authority.citation if plain else f"{name}, {authority.citation}"


def english(page: Page) -> str | None:
    """The ``lang`` of titles and citations, which are English on every page."""
    return None if page.lang == "en" else "en"


def fact(name: str, cell: Cell, lang: Lang) -> Html:
    """One fact as it was used: what it is, its value, who said so and from what source."""
    who = [said_by_words(cell.said_by, lang)] if cell.said_by else []
    source = [cell.source] if cell.source else []
    day = [cell.on.isoformat()] if cell.on else []
    told = " · ".join([*who, *source, *day])
    return join(
        [
            el("span", fact_words(name, lang), class_="k"),
            Html(": "),
            el("b", answer_words(name, cell.answer, lang), class_="v"),
            join([Html(" "), el("span", told, class_="said")]) if told else None,
        ]
    )


def lines(findings: Sequence[Finding], page: Page, most: int = 4, *, risk: bool = False) -> Html:
    """The conditions an answer turns on, the first few."""
    rows = [join([finding_mark(f, page.lang, risk=risk), _label(f, page.lang)], " ") for f in findings[:most]]
    if len(findings) > most:
        rows.append(el("span", w.AND_MORE[page.lang].format(n=len(findings) - most), class_="dim"))
    return items("ul", rows, class_="rows")


def turns_on(root: Finding, page: Page, most: int = 4, *, risk: bool = False) -> Html:
    """What the answer of a rule turns on."""
    return lines(reasons(root), page, most, risk=risk)


def tree(findings: Iterable[Finding], page: Page, depth: int = 0, *, risk: bool = False) -> Html:
    """Rules and what lies beneath, nested. A group that is met is folded; what is not law on the date stands last."""
    live: list[Finding] = []
    out: list[Finding] = []
    for finding in findings:
        (out if finding.force is Force.OUT else live).append(finding)
    rows = [el("li", _node(finding, page, depth, risk), class_=_kind(finding)) for finding in live]
    if out:
        names = items("ul", [_label(f, page.lang) for f in out])
        title = el("summary", mark("off", f"{w.NOT_LAW[page.lang]} ({len(out)})"))
        rows.append(el("li", el("details", title, names), class_="leaf"))
    return el("ul", *rows, class_="tree" if depth == 0 else None) if rows else NONE


def _node(finding: Finding, page: Page, depth: int, risk: bool) -> Html:
    more = _more(finding, page.lang, risk)
    line = join([finding_mark(finding, page.lang, risk=risk), _label(finding, page.lang, more)], " ")
    if not finding.because:
        return join([el("div", line, class_="line"), _beneath(finding, page)])
    folded = finding.truth is True and depth > 0
    below = join([_beneath(finding, page), tree(finding.because, page, depth + 1, risk=risk)])
    return el("details", el("summary", el("span", line, class_="line")), below, open=not folded)


def _kind(finding: Finding) -> str:
    return "branch" if finding.because else "leaf"


def _label(finding: Finding, lang: Lang, more: Html | None = None) -> Html:
    return el("span", finding.rule.label[lang], join([Html(" · "), more]) if more else None, class_="label")


def _more(finding: Finding, lang: Lang, risk: bool) -> Html | None:
    rule = finding.rule
    said = []
    if not risk and waiting(finding) and isinstance(rule, Element):
        said.append(w.ACTORS[rule.by][lang])
    elif finding.truth is None and finding.why is not None and not finding.because:
        said.append(w.WHYS[finding.why][lang])
    if isinstance(rule, Settled):
        said.append(w.BY_LAW[lang])
    if rule.confidence == "low":
        said.append(w.LOW_CONFIDENCE[lang])
    return el("span", "; ".join(said), class_="dim") if said else None


def _beneath(finding: Finding, page: Page) -> Html:
    """Pinpoint, citations, facts and notes of one rule. A group's citations are its parts', and are shown there."""
    rule, lang = finding.rule, page.lang
    parts: list[str | None] = []
    if isinstance(rule, Versions) and finding.version is not None:
        chosen = finding.version
        window = days(chosen.scope.since, chosen.scope.until, lang)
        name = f"{chosen.label[lang]} " if chosen.label is not None else ""
        if name or window:
            dates = f"({window})" if window and name else window
            parts.append(el("p", f"{w.LAW_OF_THE_DAY[lang]}: {name}{dates}", class_="dim"))
    if not finding.because or rule.pin:
        pin = el("span", rule.pin, class_="pin", lang=english(page)) if rule.pin else None
        chips = join([chip(id, page) for id in rule.cites], " ") if not finding.because else None
        parts.append(el("p", join([pin, chips], " "), class_="law"))
    if isinstance(rule, Element):
        used = [fact(name, cell, lang) for name, cell in cells_used(rule, page.opinion.asked)]
        parts.append(items("ul", used, class_="facts"))
    if rule.note is not None:
        parts.append(el("p", rule.note[lang], class_="note"))
    return el("div", *parts, class_="under") if any(parts) else NONE


def question(missing: MissingFact, page: Page) -> Html:
    """One question to ask, and of whom."""
    of = w.ASKED_OF[missing.asked_of][page.lang]
    private = " private" if missing.asked_of == "client-private" else ""
    return join([missing.question[page.lang], el("span", of, class_=f"tag{private}")], " ")


def block(title: Text, body: str, page: Page, level: int = 5, class_: str = "part") -> Html:
    """A titled part; nothing where the body is empty."""
    return el("div", el(f"h{level}", title[page.lang]), body, class_=class_) if body else NONE


def texts(rows: Iterable[Text], page: Page, tag: str = "ul") -> Html:
    """A list of texts."""
    return items(tag, page.say(rows))


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str, class_: str) -> Html:
    """A table whose cells name their column, so that it can be read as cards on a narrow screen."""
    body = [
        el(
            "tr",
            el("th", cells[0], scope="row"),
            *(
                el(
                    "td",
                    el("span", name, class_="col", aria_hidden="true"),
                    el("div", cell),
                    class_=None if cell else "none",
                )
                for name, cell in zip(head[1:], cells[1:], strict=True)
            ),
        )
        for cells in rows
    ]
    top = el("thead", el("tr", *(el("th", name, scope="col") for name in head)))
    return el("table", el("caption", caption, class_="sr"), top, el("tbody", *body), class_=class_)
