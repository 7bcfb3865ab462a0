"""A comparison for a reader at a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text as Styled
from rich.tree import Tree

from nolle.logic import Lang, Text, say_date

from . import words as w
from .compare import Comparison, Moved
from .status import NAMES, Status

TITLE = Text("What changed between {a} and {b}", "Qué cambió entre el {a} y el {b}")
SAME = Text("{n} pathways have the same status on both dates.", "{n} vías tienen el mismo estado en ambas fechas.")
NOTHING = Text("Nothing changed.", "Nada cambió.")
REGIME = Text("Priority regime", "Régimen de prioridades")
LAW_NOW = Text("law", "ley")


def print_comparison(comparison: Comparison, console: Console, lang: Lang) -> None:
    """Print what changed and why."""
    a, b = comparison.before, comparison.after
    days = {"a": say_date(a.as_of, lang), "b": say_date(b.as_of, lang)}
    console.print()
    console.print(Styled(TITLE[lang].format(**days), style="bold underline"))
    before, after = a.priority.regime, b.priority.regime
    if before is not after:
        names = [r.name[lang] if r is not None else "–" for r in (before, after)]
        console.print(Styled(f"{REGIME[lang]}: {names[0]} → {names[1]}"))
    for moved in comparison.exposure:
        console.print(_tree(moved, w.EXPOSED_NAMES[moved.id][lang], _truth_name, lang))
    for moved in comparison.pathways:
        console.print(_tree(moved, moved.name[lang], _status_name, lang))
    if not comparison.pathways and not comparison.exposure:
        console.print(NOTHING[lang])
    console.print(Styled(SAME[lang].format(n=comparison.same), style="dim"))


def _status_name(status: str, lang: Lang) -> str:
    return NAMES[Status(status)][lang]


def _truth_name(truth: str, lang: Lang) -> str:
    return w.TRUTHS[{"True": True, "False": False, "None": None}[truth]][lang]


def _tree(moved: Moved, name: str, say: object, lang: Lang) -> Tree:
    assert callable(say)
    head = Styled(f"{name}: ")
    head.append(say(moved.before, lang), style="bold")
    head.append(" → ")
    head.append(say(moved.after, lang), style="bold")
    tree = Tree(head, guide_style="dim")
    for turned in moved.because:
        line = Styled(f"{w.MARKS[turned.before]} → {w.MARKS[turned.after]}  {turned.label[lang]}")
        branch = tree.add(line)
        if turned.law_before is not None and turned.law_after is not None and turned.law_before != turned.law_after:
            branch.add(Styled(f"{LAW_NOW[lang]}: {turned.law_before[lang]} → {turned.law_after[lang]}", style="dim"))
    return tree
