"""A draft made visible: a PDF through Typst and an editable Word file, both through pandoc, from one Markdown text."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib import resources

from nolle.logic.rough import say_date

from .draft import Draft, PaperError
from .word import reference

READER = "markdown-raw_html-raw_tex-tex_math_dollars-example_lists-citations-auto_identifiers+hard_line_breaks"
READER = READER.replace("+hard_line_breaks", "")
MARKED = {
    "en": "DRAFT: not approved by an attorney; do not file or send",
    "es": "BORRADOR: sin aprobación de un abogado; no presentar ni enviar",
}
_OPEN = {
    "missing": "Missing facts",
    "held": "Held back until released by name and reason",
    "counsel": "Counsel has still to write",
    "proof": "No exhibit yet",
    "law": "Law to confirm",
}


def pdf(draft: Draft, *, approved: bool = False, numbers: bool = True, lines: bool = False) -> bytes:
    """The paper as a PDF, US Letter. The same draft gives the same bytes.

    Args:
        draft: the paper.
        approved: without the DRAFT marks and the list of gaps; only ``approve`` asks for it.
        numbers: page numbers at the foot; a packet puts its own.
        lines: line numbers in the margin, for a court that wants them.

    Raises:
        PaperError: where Typst cannot set the text.
    """
    text = draft.markdown if approved else top(draft) + draft.markdown
    body = _pandoc(text, "typst", draft.style)
    return typeset(
        body,
        style=draft.style,
        on=datetime.combine(draft.on, datetime.min.time(), UTC),
        draft=not approved,
        numbers=numbers and draft.style != "card",
        lines=lines,
        lang=draft.lang,
        words=MARKED[draft.lang],
        foot=_foot(draft),
        title=draft.kind.title[draft.lang],
        kind=draft.kind.id,
    )


def docx(draft: Draft) -> bytes:
    """The paper as an editable Word file with named styles; always marked DRAFT."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory(prefix="nolle-") as folder:
        place = Path(folder)
        look = place / "reference.docx"
        look.write_bytes(reference(draft.style, MARKED[draft.lang]))
        out = place / "out.docx"
        _pandoc(top(draft) + draft.markdown, "docx", draft.style, f"--reference-doc={look}", out=out)
        return out.read_bytes()


def markdown_pdf(text: str, on: datetime, *, title: str, words: str, lang: str = "en") -> bytes:
    """Any pandoc Markdown as a letter-style PDF with ``words`` at the head of each page."""
    return typeset(_pandoc(text, "typst", "letter"), style="letter", on=on, draft=False, numbers=True, lines=False,
                   lang=lang, words=words, foot=words, title=title)  # fmt: skip


def top(draft: Draft) -> str:
    """The list of what is open, as it stands at the head of every draft."""
    if not draft.gaps and not draft.problems and not draft.confirm:
        return ""
    said = ["::: {.draft-box}", "**Before this paper can be approved**", ""]
    for kind, words in _OPEN.items():
        found = [gap.words for gap in draft.gaps if gap.kind == kind]
        if found:
            said += [f"*{words}:* " + "; ".join(_plain(word) for word in found), ""]
    others = [p for p in draft.problems if not p.startswith(tuple(_COUNTS))]
    said += [f"*Not ready:* {_plain(problem)}" + "\n" for problem in others]
    if draft.confirm:
        said += ["*Confirm:* " + "; ".join(_plain(word) for word in draft.confirm), ""]
    alone = ["::: {.page-break}", ":::", "", ""] if draft.style == "court" else []
    return "\n".join([*said, ":::", "", "", *alone])


_COUNTS = ("missing:", "held back:", "counsel has", "no exhibit", "law to confirm")


def typeset(source: str, *, style: str, on: datetime, draft: bool, numbers: bool, lines: bool, lang: str,
            words: str, foot: str | None, title: str, kind: str = "") -> bytes:  # fmt: skip
    """Typst source set as a PDF, with the engine's own fonts only.

    Raises:
        PaperError: where Typst cannot set the text, with its own words.
    """
    import typst

    look = resources.files(__package__).joinpath("look", "paper.typ").read_text("utf-8")
    options = {"style": style, "draft": draft, "numbers": numbers, "lines": lines, "lang": lang, "words": words}
    said = ", ".join(f"{name}: {_typst(value)}" for name, value in {**options, "foot": foot, "title": title, "kind": kind}.items())
    whole = f"{look}\n#show: paper.with({said})\n\n{source}\n"
    try:
        made = typst.compile(whole.encode(), format="pdf", ignore_system_fonts=True, timestamp=int(on.timestamp()))
    except typst.TypstError as error:
        raise PaperError(f"the paper cannot be set: {error}") from None
    assert isinstance(made, bytes)
    return made


def _typst(value: object) -> str:
    if value is None:
        return "none"
    return str(value).lower() if isinstance(value, bool) else json.dumps(str(value), ensure_ascii=False)


def _pandoc(text: str, to: str, style: str, *more: str, out: object = None) -> str:
    import pypandoc

    look = resources.files(__package__).joinpath("look", "filter.lua")
    arguments = [f"--lua-filter={look}", "--wrap=none", "--fail-if-warnings", *more]
    if style == "court":
        arguments.append("--metadata=numbered:true")
    try:
        made = pypandoc.convert_text(
            text, to, format=READER, extra_args=arguments, outputfile=str(out) if out is not None else None, sandbox=False
        )
    except RuntimeError as error:
        raise PaperError(f"the paper's Markdown cannot be read: {error}") from None
    return str(made)


def _foot(draft: Draft) -> str | None:
    """What an advisal says on each page: its date and version."""
    if draft.style != "client":
        return None
    words = "Version" if draft.lang == "en" else "Versión"
    return f"{say_date(draft.on, draft.lang)} · {words} {draft.template}"


def _plain(words: str) -> str:
    from .telling import plain

    return plain(words)
