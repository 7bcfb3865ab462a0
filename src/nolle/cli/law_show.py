"""One item of the law, shown whole: an authority, a pathway, a regime, a factor or an exposure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text as Styled
from rich.tree import Tree

from nolle.counsel import words as w
from nolle.law import authorities, exposure, factors, pathways, priorities
from nolle.logic import Element, Rule, Settled, Text, Versions
from nolle.logic.rule import parts_of

from .errors import unknown

NOT_REVIEWED = w.NOT_REVIEWED


@dataclass(frozen=True)
class Item:
    """One item as JSON and as it is printed."""

    record: dict[str, Any]
    shown: RenderableType


def found(id: str, on: date, circuit: str | None, lang: str) -> Item:
    """The item with this id.

    Raises:
        BadInput: when nothing has that id, with the nearest right ones.
    """
    if id in authorities.load():
        return _authority(id, on, circuit, lang)
    if id in (*pathways.DISCRETION, *pathways.RELIEF):
        return _pathway(id, lang)
    if id in priorities.ORDER:
        return _regime(id, lang)
    if id in factors.factors():
        return _factor(id, lang)
    if id in exposure.ORDER:
        return _exposure(id, lang)
    known = (*pathways.DISCRETION, *pathways.RELIEF, *priorities.ORDER, *factors.factors(), *exposure.ORDER)
    raise unknown(id, (*known, *authorities.load()))


def _authority(id: str, on: date, circuit: str | None, lang: str) -> Item:
    authority = authorities.get(id)
    status = authorities.in_force(id, on, circuit)
    tree = Tree(Styled(authority.title, style="bold"), guide_style="dim")
    tree.add(f"{authority.citation}  ({authority.kind}, {authority.issuer})")
    tree.add(Styled(status.why[lang], style="bold"))
    for window in authority.windows:
        tree.add(Styled(f"{window.from_} – {window.to or ''}: {window.status}. {window.why[lang]}", style="dim"))
    holds = tree.add("holds")
    for held in authority.holds:
        holds.add(held)
    tree.add(Styled(f"topics: {', '.join(authority.topics)}", style="dim"))
    provenance = authorities.provenance_of(id)
    tree.add(f"{provenance.review[lang]}; {authority.confidence}; {authority.verified}")
    if authority.notes:
        tree.add(Styled(authority.notes, style="dim italic"))
    record = {
        "id": id,
        "kind": authority.kind,
        "title": authority.title,
        "citation": authority.citation,
        "issuer": authority.issuer,
        "issued": _iso(authority.issued),
        "in_force": status.record(),
        "windows": [
            {"from": _iso(x.from_), "to": _iso(x.to), "status": x.status, "why": _both(x.why)}
            for x in authority.windows
        ],
        "holds": list(authority.holds),
        "topics": list(authority.topics),
        "jurisdiction": list(authority.jurisdiction) if authority.jurisdiction else None,
        "verified": authority.verified,
        "confidence": authority.confidence,
        "reviewed_on": _iso(authority.reviewed_on),
        "notes": authority.notes,
    }
    return Item(record, tree)


def _pathway(id: str, lang: str) -> Item:
    pathway = pathways.pathway(id)
    head = Group(
        Styled(pathway.name[lang], style="bold underline"),
        Styled(f"{w.GIVES[lang]}: {pathway.gives[lang]}"),
        *(Styled(f"{w.NOT_GIVES[lang]}: {text[lang]}") for text in pathway.does_not_give),
        Styled(f"{pathway.decided_by[lang]}"),
        Styled(f"{NOT_REVIEWED[lang]}; {pathway.confidence}", style="dim") if pathway.reviewed_on is None else "",
    )
    tree = Tree(Styled(pathway.elements.label[lang], style="bold"), guide_style="dim")
    for part in parts_of(pathway.elements):
        _grow(tree, part, lang)
    parts: list[RenderableType] = [head, tree]
    for title, texts in ((w.CAUTIONS, [c.text for c in pathway.cautions]), (w.DEADLINES, pathway.time_limits)):
        if texts:
            branch = Tree(Styled(title[lang], style="bold"), guide_style="dim")
            for text in texts:
                branch.add(text[lang])
            parts.append(branch)
    cited = Tree(Styled(w.AUTHORITIES[lang], style="bold"), guide_style="dim")
    for cite in pathway.cites:
        cited.add(f"{authorities.get(cite).title}  ({cite})")
    parts.append(cited)
    record = {
        "id": id,
        "name": _both(pathway.name),
        "family": pathway.family,
        "gives": _both(pathway.gives),
        "elements": _rule(pathway.elements),
        "cites": list(pathway.cites),
        "reviewed_on": _iso(pathway.reviewed_on),
    }
    return Item(record, Group(*parts))


def _grow(tree: Tree, rule: Rule, lang: str) -> None:
    line = Styled(rule.label[lang])
    if rule.pin:
        line.append(f"  {rule.pin}", style="dim")
    if isinstance(rule, Element):
        line.append(f"  {w.ACTORS[rule.by][lang]}", style="cyan")
    elif isinstance(rule, Settled):
        line.append(f"  {w.TRUTHS[rule.answer][lang]}", style="dim")
    branch = tree.add(line)
    if isinstance(rule, Element):
        branch.add(Styled(str(rule.that), style="dim"))
    if isinstance(rule, Versions):
        for choice in rule.choices:
            where = f" {', '.join(sorted(choice.scope.circuits or choice.scope.states or ()))}".rstrip()
            days = f"{choice.scope.since or ''} – {choice.scope.until or ''}{where}"
            version = branch.add(Styled(days, style="bold"))
            _grow(version, choice.that, lang)
    else:
        for part in parts_of(rule):
            _grow(branch, part, lang)


def _rule(rule: Rule) -> dict[str, Any]:
    made: dict[str, Any] = {"id": rule.id, "label": _both(rule.label), "cites": list(rule.cites), "pin": rule.pin}
    if isinstance(rule, Element):
        made |= {"that": str(rule.that), "by": str(rule.by)}
    elif isinstance(rule, Settled):
        made |= {"answer": rule.answer}
    elif isinstance(rule, Versions):
        made["versions"] = [
            {
                "id": choice.id,
                "from": _iso(choice.scope.since),
                "to": _iso(choice.scope.until),
                "circuits": sorted(choice.scope.circuits or ()),
                "states": sorted(choice.scope.states or ()),
                "cites": list(choice.cites),
                "rule": _rule(choice.that),
            }
            for choice in rule.choices
        ]
    else:
        made |= {"how": getattr(rule, "how", ""), "parts": [_rule(part) for part in parts_of(rule)]}
    return made


def _regime(id: str, lang: str) -> Item:
    regime = priorities.regime(id)
    tree = Tree(Styled(regime.name[lang], style="bold"), guide_style="dim")
    for days in regime.days:
        tree.add(f"{days.since} – {days.until or ''}: {w.FORCE.get(days.status, w.FORCE['unknown'])[lang]}")
    if regime.ended_by:
        tree.add(f"{w.ENDED[lang]}: {regime.ended_by[lang]}")
    for category in regime.categories:
        branch = tree.add(Styled(category.label[lang], style="bold"))
        _grow(branch, category.rule, lang)
    for exception in regime.exceptions:
        tree.add(exception[lang])
    tree.add(regime.discretion[lang])
    tree.add(Styled(f"{NOT_REVIEWED[lang]}; {regime.confidence}", style="dim"))
    record = {
        "id": id,
        "name": _both(regime.name),
        "from": _iso(regime.since),
        "to": _iso(regime.until),
        "ended_by": _both(regime.ended_by) if regime.ended_by else None,
        "categories": [{"id": c.id, "label": _both(c.label), "rule": _rule(c.rule)} for c in regime.categories],
        "discretion": _both(regime.discretion),
        "cites": list(regime.cites),
    }
    return Item(record, tree)


def _factor(id: str, lang: str) -> Item:
    factor = factors.factors()[id]
    tree = Tree(Styled(factor.label[lang], style="bold"), guide_style="dim")
    tree.add(Styled(str(factor.shows), style="dim"))
    tree.add(f"{w.PROOF[lang]}: {'; '.join(e[lang] for e in factor.evidence)}")
    tree.add(", ".join(factor.named_by))
    record = {
        "id": id,
        "label": _both(factor.label),
        "polarity": factor.polarity,
        "facts": list(factor.facts),
        "evidence": [_both(e) for e in factor.evidence],
        "named_by": list(factor.named_by),
        "cites": list(factor.cites),
    }
    return Item(record, tree)


def _exposure(id: str, lang: str) -> Item:
    exposed = next(e for e in exposure.exposures() if e.id == id)
    tree = Tree(Styled(exposed.question[lang], style="bold"), guide_style="dim")
    _grow(tree, exposed.rule, lang)
    for text in (*exposed.no_needs, *exposed.cautions):
        tree.add(text[lang])
    record = {"id": id, "question": _both(exposed.question), "rule": _rule(exposed.rule), "cites": list(exposed.cites)}
    return Item(record, tree)


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "es": text.es}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
