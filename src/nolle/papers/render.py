"""A draft made visible: a PDF through Typst and an editable Word file, both through pandoc, from one Markdown text."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path

from nolle.logic import Lang
from nolle.logic.rough import say_date

from .draft import Draft, PaperError
from .telling import plain
from .word import reference

READER = "markdown-raw_html-raw_tex-tex_math_dollars-example_lists-citations-auto_identifiers"
MARKED = {
    "en": "DRAFT: not approved by an attorney; do not file or send",
    "es": "BORRADOR: sin aprobación de un abogado; no presentar ni enviar",
}
TOP = "Before this paper can be approved"
_OPEN = {
    "missing": "Missing facts",
    "held": "Held back until released by name and reason",
    "counsel": "Counsel has still to write",
    "proof": "No exhibit yet",
    "law": "Law to confirm",
}


def pdf(
    draft: Draft, *, approved: bool = False, numbers: bool = True, lines: bool = False, listed: bool = True
) -> bytes:
    """The paper as a PDF, US Letter. The same draft gives the same bytes.

    Args:
        draft: the paper.
        approved: without the DRAFT marks and the list of gaps.
        numbers: page numbers at the foot; a packet puts its own.
        lines: line numbers in the margin, for a court that wants them.
        listed: the list of what is open, before the paper.

    Raises:
        PaperError: where Typst cannot set the text.
    """
    text = draft.markdown if approved or not listed else top(draft) + draft.markdown
    return paper_pdf(text, sheet_of(draft), approved=approved, numbers=numbers, lines=lines)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the look of a paper takes besides its words. ``kind`` is what its PDF says it is: ``pd_request.email``."""

    kind: str
    title: str
    style: str
    lang: str
    on: date
    version: str


def marked(kind: str, variant: str | None) -> str:
    """What a PDF says it is."""
    return f"{kind}.{variant}" if variant else kind


def sheet_of(draft: Draft) -> Sheet:
    """The look of a draft."""
    title = draft.kind.title[draft.lang]
    return Sheet(marked(draft.kind.id, draft.variant), title, draft.style, draft.lang, draft.on, draft.template)


def paper_pdf(text: str, sheet: Sheet, *, approved: bool = False, numbers: bool = True, lines: bool = False) -> bytes:
    """A paper's Markdown, as drafted or as counsel edited it, as a PDF.

    Raises:
        PaperError: where it cannot be read or set.
    """
    words = "Version" if sheet.lang == "en" else "Versión"
    foot = f"{say_date(sheet.on, _lang(sheet.lang))} · {words} {sheet.version}" if sheet.style == "client" else None
    return typeset(
        _pandoc(text, "typst", sheet.style),
        on=sheet.on,
        style=sheet.style,
        draft=not approved,
        numbers=numbers and sheet.style != "card",
        lines=lines,
        lang=sheet.lang,
        words=MARKED[sheet.lang],
        foot=foot,
        title=sheet.title,
        kind=sheet.kind,
    )


def docx(draft: Draft) -> bytes:
    """The paper as an editable Word file with named styles; always marked DRAFT."""
    with tempfile.TemporaryDirectory(prefix="nolle-") as folder:
        place = Path(folder)
        look = place / "reference.docx"
        look.write_bytes(reference(draft.style, MARKED[draft.lang]))
        out = place / "out.docx"
        _pandoc(top(draft) + draft.markdown, "docx", draft.style, f"--reference-doc={look}", out=out)
        return out.read_bytes()


def words_pdf(text: str, on: date, *, title: str, words: str, lang: str = "en", kind: str = "") -> bytes:
    """Any pandoc Markdown set as a letter is, with ``words`` at the head of each page."""
    body = _pandoc(text, "typst", "letter")
    return typeset(body, on=on, style="letter", draft=False, lang=lang, head=words, title=title, kind=kind)


def from_html(page: str) -> str:
    """Plain HTML as Typst source.

    Raises:
        PaperError: where pandoc cannot read it.
    """
    return _pandoc(page, "typst", "report", reader="html-native_divs-native_spans-auto_identifiers")


def top(draft: Draft) -> str:
    """The list of what is open, as it stands at the head of every draft."""
    if not draft.gaps and not draft.problems and not draft.confirm:
        return ""
    said = ["::: {.draft-box}", f"**{TOP}**", ""]
    for kind, words in _OPEN.items():
        found = [gap.words for gap in draft.gaps if gap.kind == kind]
        if found:
            said += [f"*{words}:* " + "; ".join(plain(word) for word in found), ""]
    others = [p for p in draft.problems if not p.startswith(tuple(_COUNTS))]
    said += [f"*Not ready:* {plain(problem)}" + "\n" for problem in others]
    if draft.confirm:
        said += ["*Confirm:* " + "; ".join(plain(word) for word in draft.confirm), ""]
    alone = ["::: {.page-break}", ":::", "", ""] if draft.style == "court" else []
    return "\n".join([*said, ":::", "", "", *alone])


_COUNTS = ("missing:", "held back:", "counsel has", "no exhibit", "law to confirm")


def typeset(source: str, *, on: date, **options: object) -> bytes:
    """Typst source set as a PDF, with the engine's own fonts only; ``options`` are those of ``paper`` in paper.typ.

    Raises:
        PaperError: where Typst cannot set the text, with its own words.
    """
    import typst

    look = resources.files(__package__).joinpath("look", "paper.typ").read_text("utf-8")
    said = ", ".join(f"{name}: {_typst(value)}" for name, value in options.items())
    whole = f"{look}\n#show: paper.with({said})\n\n{source}\n"
    made_on = int(datetime.combine(on, datetime.min.time(), UTC).timestamp())
    try:
        made = typst.compile(whole.encode(), format="pdf", ignore_system_fonts=True, timestamp=made_on)
    except typst.TypstError as error:
        raise PaperError(f"the paper cannot be set: {error}") from None
    assert isinstance(made, bytes)
    return made


def _typst(value: object) -> str:
    if value is None:
        return "none"
    return str(value).lower() if isinstance(value, bool) else json.dumps(str(value), ensure_ascii=False)


def _pandoc(text: str, to: str, style: str, *more: str, out: Path | None = None, reader: str = READER) -> str:
    import pypandoc  # type: ignore[import-untyped]

    look = resources.files(__package__).joinpath("look", "filter.lua")
    arguments = [f"--lua-filter={look}", "--wrap=none", "--fail-if-warnings", *more]
    if style == "court":
        arguments.append("--metadata=numbered:true")
    try:
        made = pypandoc.convert_text(
            text,
            to,
            format=reader,
            extra_args=arguments,
            outputfile=str(out) if out is not None else None,
            sandbox=False,
        )
    except RuntimeError as error:
        raise PaperError(f"the paper's Markdown cannot be read: {error}") from None
    return str(made)


def _lang(lang: str) -> Lang:
    return "es" if lang == "es" else "en"
