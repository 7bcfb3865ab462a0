"""The opinion for a reader at a terminal: short where it can be, whole where asked, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Styled
from rich.tree import Tree

from nolle.law import authorities
from nolle.law.version import WRITTEN_ON
from nolle.logic import Element, Finding, Force, Lang, Missing, Text, Versions, say, say_date
from nolle.logic.change import Change
from nolle.logic.finding import ASK, AWAIT
from nolle.logic.judge import cells_used

from . import words as w
from .opinion import Exposed, Opinion, Report
from .reasons import reasons
from .status import MEANINGS, NAMES, Status
from .steps import next_steps
from .text_glance import due, due_words, fits, glance
from .told import answer_words, fact_words, said_by_words, settles_words
from .what_if import what_would_change

STYLES = {True: "bold green", False: "bold red", None: "bold yellow"}
ORDER = (Status.OPEN, Status.AWAITING, Status.NEEDS_JUDGEMENT, Status.UNKNOWN, Status.CLOSED, Status.NOT_IN_FORCE)
LEFT_OUT = {"happened later": w.HAPPENED_LATER, "recorded later": w.RECORDED_LATER}
BRIEF = (Status.UNKNOWN, Status.CLOSED, Status.NOT_IN_FORCE)
"""Statuses shown in a line or two, unless the pathway was asked for by name."""


def print_opinion(opinion: Opinion, console: Console, lang: Lang, *, full: bool = False, brief: bool = False) -> None:
    """Print the opinion.

    Args:
        opinion: the opinion.
        console: where to; its width is respected.
        lang: the language.
        full: show the whole tree of reasons, facts and citations of every pathway.
        brief: name the pathways that are unknown, closed or not in force, and leave out factors and questions.
    """
    console.print(_head(opinion, lang))
    console.print(due(opinion, lang))
    console.print(_exposure(opinion, lang))
    if len(opinion.reports) > 1:
        console.print(glance(opinion, lang))
    console.print(_priority(opinion, lang))
    for family, title in (("discretion", w.DISCRETION), ("relief", w.RELIEF)):
        reports = [r for r in opinion.reports if r.pathway.family == family]
        if reports:
            console.print(_title(title[lang]))
            for found in ORDER:
                some = [r for r in reports if r.status is found]
                if some:
                    whole = full or len(opinion.reports) == 1
                    named = brief and found in BRIEF
                    console.print(_names(found, some, lang) if named else _block(found, some, opinion, lang, whole))
    if len(opinion.reports) > 1 and not brief:
        console.print(fits(opinion, lang))
        console.print(_factors(opinion, lang))
        console.print(_missing(opinion, lang))
    console.print(_later(opinion, lang))
    console.print(Styled(w.NEVER[lang], style="italic"))


def _title(text: str) -> RenderableType:
    return Group("", Styled(text, style="bold underline"))


def _head(opinion: Opinion, lang: Lang) -> RenderableType:
    line = Styled()
    line.append(f"{w.TITLE[lang]}", style="bold")
    line.append(f" {w.AS_OF[lang]} {say_date(opinion.as_of, lang)}", style="bold")
    where = f"{w.CIRCUIT[lang]} {opinion.circuit}" if opinion.circuit else w.NO_CIRCUIT[lang]
    known = "" if opinion.known_on == date.max else f", {w.KNOWN_ON[lang]} {say_date(opinion.known_on, lang)}"
    line.append(f"{known}, {where}")
    who = f"{w.SUPERVISED[lang]} {opinion.supervisor}" if opinion.supervisor else w.UNSUPERVISED[lang]
    review = opinion.reviewed_through.isoformat() if opinion.reviewed_through else w.NOT_REVIEWED[lang]
    parts = [line, Styled(f"{who} · {w.LAW[lang]} {opinion.law}, {review}", style="dim")]
    if opinion.as_of < WRITTEN_ON:
        parts.append(Styled(w.WRITTEN[lang].format(day=say_date(WRITTEN_ON, lang)), style="dim italic"))
    return Group(*parts)


def _exposure(opinion: Opinion, lang: Lang) -> RenderableType:
    tree = Tree(Styled(w.EXPOSURE[lang], style="bold underline"), guide_style="dim")
    for exposed in opinion.exposure:
        branch = tree.add(_exposed_line(exposed, lang))
        for reason in _reasons(exposed.root, lang):
            branch.add(reason)
        if exposed.root.truth is not False:
            needs = "; ".join(t[lang] for t in exposed.exposure.no_needs)
            branch.add(Styled(f"{w.SAFE_NO[lang]}: {needs}", style="dim"))
            for caution in exposed.exposure.cautions:
                branch.add(Styled(f"! {caution[lang]}"))
    return Group("", tree)


def _exposed_line(exposed: Exposed, lang: Lang) -> Styled:
    truth = exposed.root.truth
    line = Styled(f"{w.EXPOSED_NAMES[exposed.exposure.id][lang]}: ")
    line.append(w.TRUTHS[truth][lang].upper(), style="bold" if truth is False else "bold reverse")
    return line


def _reasons(root: Finding, lang: Lang, most: int = 4) -> Iterable[Styled]:
    shown = reasons(root)
    for finding in shown[:most]:
        yield _line(finding, lang, waits=False)
    if len(shown) > most:
        yield Styled(w.AND_MORE[lang].format(n=len(shown) - most), style="dim")


def _line(finding: Finding, lang: Lang, opinion: Opinion | None = None, *, waits: bool = True) -> Styled:
    rule, truth = finding.rule, finding.truth
    out = finding.force is Force.OUT
    waiting = (
        waits and isinstance(rule, Element) and rule.by.awaited and truth is not True and finding.reading(AWAIT) is True
    )
    mark = w.OUT_MARK if out else w.AWAITED_MARK if waiting else w.MARKS[truth]
    line = Styled()
    line.append(f"{mark} ", style="dim" if out else "bold cyan" if waiting else STYLES[truth])
    line.append(rule.label[lang], style="dim" if out else "")
    if waiting and isinstance(rule, Element):
        line.append(f"  {w.WAITING_FOR[lang]}: {w.ACTORS[rule.by][lang]}", style="cyan")
    elif truth is None and finding.why is not None and not finding.because:
        line.append(f"  {w.WHYS[finding.why][lang]}", style="yellow")
    if isinstance(rule, Versions) and finding.version is not None and finding.version.label is not None:
        line.append(f"  [{finding.version.label[lang]}]", style="dim")
    if opinion is not None and rule.pin:
        line.append(f"  {rule.pin}", style="dim")
    return line


def _priority(opinion: Opinion, lang: Lang) -> RenderableType:
    priority = opinion.priority
    if priority.regime is None:
        return Group(_title(w.PRIORITY[lang]), w.NO_REGIME[lang])
    regime = priority.regime
    days = f"{regime.since} – {regime.until or ''}".rstrip(" –")
    head = Styled(f"{regime.name[lang]} ({days}): {w.FORCE.get(priority.status, w.FORCE['unknown'])[lang]}")
    tree = Tree(head, guide_style="dim")
    if regime.ended_by is not None:
        tree.add(Styled(f"{w.ENDED[lang]}: {regime.ended_by[lang]}", style="dim"))
    for raised in priority.categories:
        line = Styled()
        line.append(f"{w.MARKS[raised.root.truth]} ", style=STYLES[raised.root.truth and None])
        line.append(raised.category.label[lang])
        if raised.status != "in-force":
            line.append(f"  {w.FORCE.get(raised.status, w.FORCE['unknown'])[lang]}", style="dim")
        branch = tree.add(line)
        if raised.root.truth is not False:
            for reason in _reasons(raised.root, lang, most=3):
                branch.add(reason)
    tree.add(Styled(regime.discretion[lang], style="dim"))
    for other in priority.others:
        tree.add(Styled(f"+ {other.name[lang]}", style="dim"))
    return Group(_title(w.PRIORITY[lang]), tree)


def _block(found: Status, reports: list[Report], opinion: Opinion, lang: Lang, full: bool) -> RenderableType:
    parts: list[RenderableType] = ["", Styled(f"{NAMES[found][lang].upper()}  {MEANINGS[found][lang]}", style="bold")]
    for report in reports:
        whole = full or found is Status.OPEN or (found not in BRIEF and touched(report, opinion))
        parts.append(_full(report, opinion, lang, full) if whole else _brief(report, opinion, lang))
    return Group(*parts)


def _names(found: Status, reports: list[Report], lang: Lang) -> RenderableType:
    head = Styled(f"{NAMES[found][lang].upper()}  ", style="bold")
    return Group("", head.append("; ".join(r.pathway.name[lang] for r in reports), style="not bold"))


def touched(report: Report, opinion: Opinion) -> bool:
    """Whether anything is there of what a pathway still turns on; where nothing is, a line or two is enough."""
    return any(
        cell.answer not in (Missing.NOT_ASKED, "none")
        for finding in report.findings
        if isinstance(finding.rule, Element) and finding.truth is not True and finding.force is not Force.OUT
        for _, cell in cells_used(finding.rule, opinion.asked)
    )


def _brief(report: Report, opinion: Opinion, lang: Lang) -> RenderableType:
    tree = Tree(Styled(report.pathway.name[lang]), guide_style="dim")
    if report.status is Status.CLOSED:
        for reason in _reasons(report.root, lang, most=2) if report.root.truth is False else _decided(report, lang):
            tree.add(reason)
        for change in what_would_change(report, opinion.asked)[:1]:
            tree.add(Styled(f"→ {_change(change, lang)}", style="dim"))
    elif report.missing:
        first = report.missing[0]
        more = f"  (+{len(report.missing) - 1})" if len(report.missing) > 1 else ""
        tree.add(Styled(f"? {first.question[lang]}{more}", style="yellow"))
    return Padding(tree, (0, 0, 0, 2))


def _decided(report: Report, lang: Lang) -> Iterable[Styled]:
    for finding in report.findings:
        if isinstance(finding.rule, Element) and finding.reading(ASK) is False:
            yield _line(finding, lang)


def _full(report: Report, opinion: Opinion, lang: Lang, whole: bool) -> RenderableType:
    name = Styled(report.pathway.name[lang], style="bold")
    name.append(f"\n{w.MAY_BE_ASKED[lang]}: {w.TRUTHS[report.root.reading(ASK)][lang]}", style="not bold")
    not_yet = report.root.truth is False and report.root.reading(AWAIT) is not False
    granted = w.NOT_YET if not_yet else w.TRUTHS[report.root.truth]
    name.append(f" · {w.MAY_BE_GRANTED[lang]}: {granted[lang]}", style="not bold")
    if report.root.truth is True:
        name.append(f"; {w.DISCRETION_REMAINS[lang]}", style="not bold")
    tree = Tree(name, guide_style="dim")
    if report.pathway.exposure_first:
        tree.add(Styled(_exposed_first(opinion, lang), style="bold"))
    if report.exact is not None:
        tree.add(Styled(w.EXACT[lang].format(truth=w.TRUTHS[report.exact][lang])))
    why = tree.add(Styled(w.WHY_TITLE[lang], style="bold"))
    for part in report.root.because or (report.root,):
        _grow(why, part, opinion, lang, whole)
    if report.forum is not None and report.forum.truth is not False:
        for part in report.forum.because:
            if part.truth is True:
                tree.add(Styled(f"→ {part.rule.label[lang]}"))
    _list(
        tree, lang, w.MISSING, [f"{m.question[lang]}  ({w.ASKED_OF[m.asked_of][lang]})" for m in report.missing], whole
    )
    _list(
        tree,
        lang,
        w.CAUTIONS,
        [
            _caution(c.truth, c.caution.text[lang], c.caution.ours, lang)
            for c in report.cautions
            if c.truth is not False
        ],
        True,
    )
    _list(tree, lang, w.NOT_GIVES, [t[lang] for t in report.pathway.does_not_give], whole)
    _list(tree, lang, w.ON_GRANT, [t[lang] for t in report.pathway.on_grant], whole or report.pathway.exposure_first)
    _list(tree, lang, w.RISKS, [t[lang] for t in report.pathway.risks], whole or report.pathway.exposure_first)
    _list(
        tree,
        lang,
        w.DEADLINES,
        [f"{d.clock.label[lang]}: {due_words(d, opinion.as_of, lang)}" for d in report.due],
        True,
    )
    _list(tree, lang, w.NEXT, [step[lang] for step in next_steps(report)], whole)
    if whole:
        _list(tree, lang, w.CHANGES, [_change(c, lang) for c in what_would_change(report, opinion.asked)], True)
        _list(tree, lang, w.AUTHORITIES, list(_authorities(report, opinion, lang)), True)
    return Padding(Group("", tree), (0, 0, 0, 2))


def _exposed_first(opinion: Opinion, lang: Lang) -> str:
    answers = "; ".join(
        f"{w.EXPOSED_NAMES[e.exposure.id][lang]} {w.TRUTHS[e.root.truth][lang].upper()}" for e in opinion.exposure
    )
    return "! " + w.EXPOSED_FIRST[lang].format(answers=answers)


def _grow(tree: Tree, finding: Finding, opinion: Opinion, lang: Lang, whole: bool) -> None:
    branch = tree.add(_line(finding, lang, opinion if whole else None))
    if whole and isinstance(finding.rule, Element):
        for name, cell in cells_used(finding.rule, opinion.asked):
            said = [said_by_words(cell.said_by, lang)] if cell.said_by else []
            said += [cell.source] if cell.source else []
            who = f" ({', '.join(said)})" if said else ""
            branch.add(Styled(f"{fact_words(name, lang)}: {answer_words(name, cell.answer, lang)}{who}", style="dim"))
    if whole and finding.rule.note is not None:
        branch.add(Styled(finding.rule.note[lang], style="dim italic"))
    if whole or finding.truth is not True:
        for part in finding.because:
            if whole or part.force is not Force.OUT:
                _grow(branch, part, opinion, lang, whole)


def _list(tree: Tree, lang: Lang, title: Text, rows: list[str], whole: bool, most: int = 3) -> None:
    if not rows:
        return
    branch = tree.add(Styled(title[lang], style="bold"))
    for row in rows if whole else rows[:most]:
        branch.add(Styled(row))
    if not whole and len(rows) > most:
        branch.add(Styled(w.AND_MORE[lang].format(n=len(rows) - most), style="dim"))


def _caution(truth: bool | None, text: str, ours: bool, lang: Lang) -> str:
    doubt = "" if truth else f"({w.IF_SO[lang]}) "
    return f"! {doubt}{text}" + (f" [{w.OURS[lang]}]" if ours else "")


def _change(change: Change, lang: Lang) -> str:
    verb = w.LEARN if change.kind == "learn" else w.CHANGE
    needs = [need.rule.label[lang] if need.want else f"{w.NOT[lang]}: {need.rule.label[lang]}" for need in change.needs]
    return f"{verb[lang]}: {' + '.join(needs)}"


def _authorities(report: Report, opinion: Opinion, lang: Lang) -> Iterable[str]:
    for id in dict.fromkeys(
        (*report.pathway.cites, *(c for f in report.findings if f.force is not Force.OUT for c in f.rule.cites))
    ):
        authority, found = authorities.get(id), authorities.in_force(id, opinion.as_of, opinion.circuit)
        days = f"{found.from_ or '?'} – {found.to or ''}".rstrip(" –")
        held = authorities.STATUSES[found.status][lang]
        sure = f"{w.CONFIDENCE[lang].lower()} {w.CONFIDENCES[authority.confidence][lang]}"
        yield f"{authority.citation or authority.title}  ({days}; {held}; {sure})"


def _factors(opinion: Opinion, lang: Lang) -> RenderableType:
    parts: list[RenderableType] = []
    for title, against in ((w.FOR, False), (w.AGAINST, True)):
        rows = [f for f in opinion.factors if f.shown is True and f.against is against]
        if rows:
            parts.append(_title(title[lang]))
            for row in rows:
                line = Styled(f"{'-' if against else '+'} {row.factor.label[lang]}")
                if row.named:
                    line.append(f"  {w.NAMED[lang]}", style="dim")
                line.append(f"  {w.PROOF[lang]}: {'; '.join(e[lang] for e in row.factor.evidence)}", style="dim")
                parts.append(line)
    return Group(*parts)


def _missing(opinion: Opinion, lang: Lang, most: int = 8) -> RenderableType:
    if not opinion.missing:
        return Group()
    parts: list[RenderableType] = [_title(w.MISSING_ALL[lang])]
    for m in opinion.missing[:most]:
        line = Styled(f"? {m.question[lang]}")
        line.append(f"  {w.ASKED_OF[m.asked_of][lang]}; {settles_words(len(m.settles), lang)}", style="dim")
        parts.append(line)
    return Group(*parts)


def _later(opinion: Opinion, lang: Lang) -> RenderableType:
    if not opinion.later:
        return Group("")
    rows = [
        Styled(
            f"{fact_words(later.fact, lang)}: {answer_words(later.fact, later.value, lang)}"
            f"  ({LEFT_OUT[later.why][lang]}: {say(later.on, lang)})",
            style="dim",
        )
        for later in opinion.later
    ]
    return Group(_title(w.LATER[lang]), *rows, "")
