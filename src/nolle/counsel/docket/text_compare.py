"""What changed over a docket, at a terminal: by the rule responsible, with what would settle the undecided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rich.console import Console
from rich.text import Text as Styled
from rich.tree import Tree

from nolle.counsel.status import NAMES, Status
from nolle.counsel.words import EXPOSED_NAMES, FORCE
from nolle.law.exposure import exposures
from nolle.law.pathways import pathways
from nolle.law.priorities import Regime, regimes
from nolle.law.version import law_hash
from nolle.logic import Lang, Text, say_date, walk

from . import words as w
from .compare import Compared, Group
from .finish import governing

MOST_RULES, MOST_MISSING = 6, 4


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Everything that moved on one conclusion: how many cases from what to what, and why."""

    id: str
    name: Text
    moves: Mapping[tuple[str, str], int]
    groups: tuple[Group, ...]

    @property
    def cases(self) -> int:
        """How many cases moved on it."""
        return sum(self.moves.values())


def conclusions(found: Compared) -> Iterator[Conclusion]:
    """What moved, conclusion by conclusion, in the law's order."""
    order = ["priority", *(f"exposure.{e.id}" for e in exposures()), *(p.id for p in pathways())]
    for id in sorted({g.conclusion for g in found.groups}, key=order.index):
        groups = tuple(g for g in found.groups if g.conclusion == id)
        moves: dict[tuple[str, str], int] = {}
        for g in groups:
            moves[g.before, g.after] = moves.get((g.before, g.after), 0) + g.cases
        ordered = dict(sorted(moves.items(), key=lambda move: -move[1]))
        yield Conclusion(id, conclusion_name(id), ordered, groups)


def conclusion_name(id: str) -> Text:
    """The name of a pathway, of an exposure, or of what DHS may raise."""
    if id == "priority":
        return w.RAISED
    if id.startswith("exposure."):
        return EXPOSED_NAMES[id.removeprefix("exposure.")]
    return next(p.name for p in pathways() if p.id == id)


def position(word: str, lang: Lang) -> str:
    """A status, or yes, no, unknown, in words."""
    plain = {"yes": w.YES, "no": w.NO}
    return plain[word][lang] if word in plain else NAMES[Status(word)][lang]


@cache
def _labels(drafts: tuple[Regime, ...]) -> dict[str, tuple[Text | None, Text]]:
    """What every rule is called, and whose it is: of a category, its regime."""
    found: dict[str, tuple[Text | None, Text]] = {}
    found |= {f"{p.id}.{r.id}": (None, r.label) for p in pathways() for r in walk(p.elements)}
    found |= {f"exposure.{e.id}.{r.id}": (None, r.label) for e in exposures() for r in walk(e.rule)}
    for regime in (*regimes().values(), *drafts):
        found |= {f"regime.{regime.id}.{c.id}": (short_name(regime), c.label) for c in regime.categories}
    return found


def short_name(regime: Regime) -> Text:
    """What a regime is called beside its categories: what stands before the colon."""
    return Text(regime.name.en.partition(":")[0], regime.name.es.partition(":")[0])


def _whole_name(regime: Regime) -> Text:
    """What a regime is called in a title: of a memo of ours the short name, of a draft all of it."""
    return short_name(regime) if regimes().get(regime.id) is regime else regime.name


def called(rules: Sequence[str], found: Compared, lang: Lang) -> str:
    """What rules responsible are called; categories behind their regime, those of one before those of the next."""
    labels = _labels((*(found.before.regimes or ()), *(found.after.regimes or ())))
    whose: dict[Text | None, list[str]] = {}
    for id in rules:
        regime, label = labels.get(id, (None, Text(id, id)))
        whose.setdefault(regime, []).append(label[lang])
    said = [("" if regime is None else f"{regime[lang]}: ") + "; ".join(names) for regime, names in whose.items()]
    return " → ".join(said) or w.WHOLE_LAW[lang]


def title(found: Compared, lang: Lang) -> str:
    """The two dates; or the one date, and the regimes asked under on it."""
    days = [say_date(request.on, lang) if request.on is not None else "" for request in (found.before, found.after)]
    if found.after.regimes is None:
        return w.COMPARED[lang].format(a=days[0], b=days[1])
    under = [
        " + ".join(w.QUOTED[lang].format(name=_whole_name(regime)[lang]) for regime in request.regimes or ())
        or w.NO_POLICY[lang]
        for request in (found.before, found.after)
    ]
    return w.COMPARED_UNDER[lang].format(day=days[1], a=under[0], b=under[1])


def as_drafted(found: Compared, lang: Lang) -> str:
    """How the days of a draft were taken; nothing, where two dates were compared."""
    drafts = found.after.regimes
    if not drafts or found.after.on is None:
        return ""
    draft, on = drafts[0], found.after.on
    status = draft.status(on)
    if status != "in-force":
        return w.AS_DRAFTED[lang].format(status=FORCE[status][lang])
    apart = [f"{c.label[lang]} ({FORCE[c.status(on)][lang]})" for c in draft.categories if c.status(on) != "in-force"]
    return " ".join([w.AS_IF_IN_FORCE[lang], *([w.OF_CATEGORIES[lang].format(list="; ".join(apart))] if apart else [])])


def governed(found: Compared, lang: Lang) -> str:
    """The policies that say what is a priority, before and after: not named where it is the same one, or none."""
    sides = []
    for request in (found.before, found.after):
        assert request.on is not None
        given = {r.id: r for r in request.regimes} if request.regimes is not None else regimes()
        regime = governing(request.on, given)
        sides.append(w.NO_POLICY[lang] if regime is None else short_name(regime)[lang])
    return "" if sides[0] == sides[1] else " → ".join(sides)


def whole_pathways(found: Compared, lang: Lang) -> str:
    """What moved only because a pathway began or ended for everybody, where that is why some cases are counted."""
    within = found.cases_moved_within
    if within == found.cases_moved:
        return ""
    return w.MOVED_WITHIN[lang].format(within=f"{within:,}", whole=f"{found.cases_moved - within:,}")


def reasons(groups: Sequence[Group], move: tuple[str, str]) -> list[tuple[tuple[str, ...], int]]:
    """The rules responsible for one move and for how many cases, the most frequent first."""
    counted: dict[tuple[str, ...], int] = {}
    for g in groups:
        if (g.before, g.after) == move:
            counted[g.because] = counted.get(g.because, 0) + g.cases
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))


def settling(groups: Sequence[Group], move: tuple[str, str]) -> list[tuple[str, int]]:
    """The facts that would settle those now unknown, and for how many cases each is missing."""
    counted: dict[str, int] = {}
    for g in groups:
        if (g.before, g.after) == move:
            for fact, cases in g.missing.items():
                counted[fact] = counted.get(fact, 0) + cases
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))


def print_compared(found: Compared, console: Console, lang: Lang) -> None:
    """Print who moved from what to what, and why."""
    console.print()
    console.print(Styled(title(found, lang), style="bold underline"))
    console.print(Styled(w.LAW[lang].format(hash=law_hash()[:12]), style="dim"))
    if found.after.sensitive:
        console.print(Styled(w.HELD[lang], style="bold"))
    if under := as_drafted(found, lang):
        console.print(under)
    numbers = {"moved": f"{found.cases_moved:,}", "cases": f"{found.cases:,}"}
    console.print(w.MOVED[lang].format(**numbers))
    if apart := whole_pathways(found, lang):
        console.print(apart)
    if not found.after.sensitive:
        console.print(Styled(w.EXPOSURE_LEFT_OUT[lang], style="dim"))
    for conclusion in conclusions(found):
        console.print()
        name = f"{w.capital(conclusion.name[lang])}: {conclusion.cases:,}"
        if conclusion.id == "priority" and (under := governed(found, lang)):
            name += f"  ({under})"
        tree = Tree(Styled(name, style="bold"), guide_style="dim")
        for move, cases in conclusion.moves.items():
            head = Styled(f"{position(move[0], lang)} → {position(move[1], lang)}: ")
            head.append(f"{cases:,}", style="bold")
            branch = tree.add(head)
            _explain(branch, conclusion, move, found, lang)
        console.print(tree)
    console.print(Styled(w.NO_ADVICE[lang], style="dim"))


def _explain(branch: Tree, conclusion: Conclusion, move: tuple[str, str], found: Compared, lang: Lang) -> None:
    because = reasons(conclusion.groups, move)
    for rules, cases in because[:MOST_RULES]:
        branch.add(Styled(f"{cases:,}  {called(rules, found, lang)}"))
    if len(because) > MOST_RULES:
        rest = sum(cases for _, cases in because[MOST_RULES:])
        branch.add(Styled(w.OTHER_REASONS[lang].format(n=f"{rest:,}"), style="dim"))
    missing = settling(conclusion.groups, move)[:MOST_MISSING]
    if missing:
        named = "; ".join(f"{w.fact_name(fact, lang)} ({cases:,})" for fact, cases in missing)
        branch.add(Styled(f"{w.WOULD_SETTLE[lang]}: {named}", style="dim"))
