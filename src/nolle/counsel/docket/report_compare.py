"""What changed over a docket as one HTML file: no script, nothing from outside."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nolle.counsel.html_parts import mark, table
from nolle.counsel.markup import Html, el, items, join
from nolle.facts.files import written_beside
from nolle.law.version import law_hash
from nolle.logic import Lang

from . import words as w
from .compare import Compared
from .report import page
from .text_compare import (
    Conclusion,
    as_drafted,
    called,
    conclusions,
    governed,
    position,
    reasons,
    settling,
    title,
    whole_pathways,
)
from .words import capital

MOST_RULES, MOST_MISSING = 12, 8


def write_comparison(found: Compared, path: Path, *, lang: Lang, left_out: Sequence[str] = ()) -> None:
    """Write the page, whole or not at all, for its owner's eyes only; ``left_out`` says what was set aside.

    Raises:
        OSError: where it cannot be written.
    """
    with written_beside(path) as beside:
        beside.write_text(render_comparison(found, lang=lang, left_out=left_out), "utf-8")


def render_comparison(found: Compared, *, lang: Lang, left_out: Sequence[str] = ()) -> str:
    """The page as text: the same comparison gives the same bytes."""
    said = title(found, lang)
    moved = list(conclusions(found))
    sections: list[tuple[str, str, Html]] = [("moves", w.MOVES[lang], _overview(moved, lang))]
    sections += [(_id(c.id), capital(c.name[lang]), _conclusion(c, found, lang)) for c in moved]
    return page(said, _head(found, said, lang, left_out), sections, lang, contents=False)


def _id(conclusion: str) -> str:
    return conclusion.replace(".", "-")


def _head(found: Compared, said: str, lang: Lang, left_out: Sequence[str]) -> Html:
    counts = [(w.COUNTED, found.cases), (w.CASES_MOVED, found.cases_moved)]
    facts = [el("div", el("dt", name[lang]), el("dd", el("b", f"{n:,}", class_="figure"))) for name, n in counts]
    facts.append(el("div", el("dt", w.LAW_NAME[lang]), el("dd", el("span", law_hash()[:12], class_="code"))))
    held = el("p", mark("stop", w.HELD[lang]), class_="draft") if found.after.sensitive else None
    return el(
        "header",
        el("p", "nolle", class_="brand", translate="no"),
        el("h1", said),
        el("p", mark("stop", w.LAW_UNREVIEWED[lang]), class_="draft"),
        held,
        el("dl", *facts),
        *(el("p", mark("unk", one), class_="advice") for one in left_out),
        el("p", under, class_="advice") if (under := as_drafted(found, lang)) else None,
        el("p", apart, class_="advice") if (apart := whole_pathways(found, lang)) else None,
        el("p", w.NO_ADVICE[lang], class_="advice"),
        None if held else el("p", w.EXPOSURE_LEFT_OUT[lang], class_="advice"),
    )


def _overview(moved: list[Conclusion], lang: Lang) -> Html:
    if not moved:
        return el("p", w.NOTHING_MOVED[lang])
    rows = [[el("a", c.name[lang], href=f"#{_id(c.id)}"), f"{c.cases:,}"] for c in moved]
    head = [w.CONCLUSION[lang], w.COUNTED[lang]]
    return table(head, rows, caption=w.MOVES[lang], class_="order")


def _conclusion(c: Conclusion, found: Compared, lang: Lang) -> Html:
    under = governed(found, lang) if c.id == "priority" else ""
    parts = [el("p", under)] if under else []
    for move, n in c.moves.items():
        name = f"{position(move[0], lang)} → {position(move[1], lang)}: {n:,}"
        because = reasons(c.groups, move)
        rows = [[called(ids, found, lang), f"{cases:,}"] for ids, cases in because[:MOST_RULES]]
        if rest := sum(cases for _, cases in because[MOST_RULES:]):
            rows.append([w.OTHER_REASONS[lang].format(n="").strip(), f"{rest:,}"])
        head = [w.BECAUSE[lang], w.COUNTED[lang]]
        settle = settling(c.groups, move)[:MOST_MISSING]
        missing = items("ul", [f"{capital(w.fact_name(fact, lang))} ({cases:,})" for fact, cases in settle])
        wanted = el("div", el("h4", f"{capital(w.WOULD_SETTLE[lang])}:"), missing, class_="part") if settle else None
        parts.append(join([el("h3", name), table(head, rows, caption=name, class_="order"), wanted]))
    return join(parts)
