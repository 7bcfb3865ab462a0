"""An opinion as a PDF for the file: what the page says, less what unfolds there, marked privileged on every sheet."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from nolle.counsel.html import render
from nolle.logic import Lang, Text

from .render import from_html, typeset

if TYPE_CHECKING:
    from nolle.counsel.opinion import Opinion

PRIVILEGED = Text(
    "Privileged and confidential: attorney work product. Never file or send.",
    "Confidencial y privilegiado: trabajo del abogado. No presentar ni enviar.",
)
KEPT = frozenset(
    "h1 h2 h3 h4 h5 p ul ol li table thead tbody tr th td dl dt dd b em div section article".split()  # noqa: SIM905
)
"""Elements that are set; of others the words alone are kept."""

DROPPED = frozenset(("head", "nav", "svg", "style", "caption", "footer"))
EMPTY = frozenset(("meta", "link", "br", "hr", "img", "use", "input"))


class _Printable(HTMLParser):
    """The page as plain elements: no script, style, picture, link or attribute; what unfolds only where ``whole``."""

    def __init__(self, whole: bool) -> None:
        super().__init__()
        self.whole = whole
        self.out: list[str] = []
        self.stack: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element: kept, its words alone, or (``None``) nothing of it."""
        if tag in EMPTY:
            return
        given = {name: value or "" for name, value in attrs}
        named = given.get("class", "").split()
        folded = tag == "details" and not (self.whole and "open" in given)
        within = self.stack[-1] if self.stack else ""
        if within is None or folded or tag in DROPPED or {"col", "skip", "brand"}.intersection(named):
            self.stack.append(None)
            return
        name = "b" if "m" in named else tag if tag in KEPT else ""
        self.stack.append(name)
        if name:
            self.out.append(f"<{name}>")

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        if tag not in EMPTY and self.stack and (name := self.stack.pop()):
            self.out.append(f"</{name}>")

    def handle_data(self, data: str) -> None:
        """Words, where their element is not dropped."""
        if not self.stack or self.stack[-1] is not None:
            self.out.append(escape(data))


def opinion_pdf(opinion: Opinion, lang: Lang, *, whole: bool = False) -> bytes:
    """The opinion as a PDF, US Letter. ``whole`` adds every condition of the pathways that are open.

    Raises:
        PaperError: where it cannot be set.
    """
    reader = _Printable(whole)
    reader.feed(render(opinion, lang))
    reader.close()
    title = "Opinion" if lang == "en" else "Opinión"
    return typeset(
        from_html("".join(reader.out)),
        on=opinion.as_of,
        style="report",
        draft=False,
        lang=lang,
        head=PRIVILEGED[lang],
        foot=PRIVILEGED[lang],
        title=title,
        kind="opinion",
    )
