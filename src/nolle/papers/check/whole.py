"""What a filing must have: its caption, an index, a proposed order, service, signatures, certified translations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from nolle.papers.draft import source_of
from nolle.papers.kinds import UnknownKind

from .finding import Finding
from .language import foreign_language
from .reading import Document, Page
from .roles import CAPTION

_TITLE = re.compile(r"\b(?:MOTION|REQUEST|PETITION|OPPOSITION|RESPONSE|BRIEF)\b")
_MOTION = re.compile(r"\b(?:JOINT |UNOPPOSED |OPPOSED |EMERGENCY )*MOTION (?:TO|FOR)\b")
_SERVED = re.compile(r"(certificate|proof) of service|served .{0,120}ECAS|ECAS.{0,80}serv|no separate service", re.I)
_GAP = re.compile(
    r"\[(?:missing|held back|counsel|exhibit|law|gap|todo|tbd|insert|fill in|name|date|address)\b[^\]\n]{0,160}\]|"
    r"\[(?:\s*_{2,}\s*|\s*\.{3,}\s*|XX+|\?+)\]|\bTODO\b|\bTBD\b|\bLOREM IPSUM\b|\{\{[^}]*\}\}",
    re.IGNORECASE,
)
_CONCLUSION = re.compile(
    r"\b(conclusion|prayer|for (?:these|the foregoing) reasons|wherefore|accordingly|asks?|requests?|urges?|prays?|"
    r"relief sought|moves? (?:to|for|that|the))\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^::: \{#[\w-]+ \.section\}\s*\n## +([^\n{]+)$", re.MULTILINE)
"""A section's heading as the papers' own sources have it."""
_ORDER_PAGE = re.compile(
    r"^\W*(?:\W?proposed\W?\s+order|order\s+of\s+the\s+immigration\s+judge)\W*$", re.IGNORECASE | re.MULTILINE
)
_BOARD = re.compile(r"board of immigration appeals", re.IGNORECASE)
_SUPPORTS = re.compile(r"\b(?:IN SUPPORT OF|[Ii]n Support of)\b[\w\s’']{0,60}\b(?:MOTION|Motion)\b")
"""The title of evidence or a brief filed for a motion that was made before."""
_ANSWER = re.compile(r"\b(?:OPPOSITION|RESPONSE|REPLY)\b")
_PART = re.compile(r"\bPart\s+\d+\s+of\s+\d+\b")
_SIGNS = re.compile(
    r"respectfully submitted|i (?:hereby )?certify that|under penalty of perjury|"
    r"i am competent (?:to|in)|i,? .{3,60}?,? (?:hereby )?(?:certify|declare|swear)|"
    r"\bi(?:,? .{3,60}?,?)? (?:served|mailed) (?:a|the|this|true)\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"_{10,}[ _]*\n\s*(?:Signature|Firma)\b")
_LINE = re.compile(r"(?P<above>[^\n]*)\n[ \t]*_{8,}[ _]*\n\s*(?P<name>[^\W\d_][\w.'’-]*(?: +[^\W\d_][\w.'’-]*){1,4})")
"""A line to sign on, with the name of a person beneath."""
_SIGNED = re.compile(r"/s/|/\s*s\s*/|digitally signed|electronically signed|e-?signed by|docusigned", re.IGNORECASE)
_JUDGE = re.compile(r"immigration judge|juez de inmigraci", re.IGNORECASE)
_CERTIFIED = re.compile(
    r"\b(?:certificat\w+|affidavit|declaration) (?:of|by) (?:the )?(?:english )?(?:translat|interpret|accura)|"
    r"\b(?:translat|interpret)(?:or|er|ion)(?:['’]s)? (?:certifica|affidavit|declaration)|"
    r"\bI\b[^.]{0,200}\b(?:certify|attest|affirm|declare|swear|state)\b.{0,400}(?:translat|interpret)|"
    r"(?:translat|interpret).{0,400}\bI\b[^.]{0,120}\b(?:certify|attest|affirm|declare|swear)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A translator speaks in the first person; that a registrar certifies something stands in the translation itself."""
_VOUCHES = re.compile(r"\bI\b[^.]{0,120}\b(?:certify|attest|affirm|declare|swear)\b", re.IGNORECASE)
_NUMBER = r"A\s*(?:#|No\.?|number)?[-:#\s]{0,3}\d{3}[-\s]?\d{3}[-\s]?\d{3}|\d{3}[-\s]\d{3}[-\s]\d{3}|\[missing: A"
_PHONE = re.compile(r"\(?\d{3}\)?[\s.-]\s?\d{3}[\s.-]\d{4}|\+\d{1,3}[\s\d-]{7,}|\b\d{10}\b")
_ADDRESS = re.compile(r"\b\d{1,6}\s+[A-Z0-9][\w.]*(?:\s+[\w.#-]+){1,6},?|\bP\.?\s?O\.? Box\b|\b[A-Z]{2}\s+\d{5}\b")


def sections(document: Document) -> Iterator[Finding]:
    """Parts of a filing with the court that are not there, and gaps left open."""
    papers = list(document.of("paper"))
    for page in document.of("paper", "order", "service", "index", "tab"):
        for gap in dict.fromkeys(found[0] for found in _GAP.finditer(page.flat)):
            yield _missing(page.number, f"A gap is left open: {gap}.", "Fill it in, or take the sentence out.")
    yield from _unread(papers)
    # A part of a filing split for upload, or one paper by itself: the rest of the filing is elsewhere.
    partly = document.kind is not None or any(_PART.search(page.foot) for page in document.pages)
    yield from _by_kind(document)
    title = _title_page(papers)
    if title is not None:
        yield from _cover(title)
        yield from _filing(document, papers, title, partly=partly)
    sheets = [page for page in document.pages if page.role == "tab"]
    if sheets and not partly and not any(page.role == "index" for page in document.pages):
        message = "There are exhibits and no index of them (ICPM ch. 3.3(c)(2), 3.3(e))."
        yield _missing(1, message, "Add an index: tab, description, pages.")
    for page in sheets:
        behind = next((one for one in document.pages if one.number == page.number + 1), None)
        if behind is None or behind.role != "exhibit":
            yield _missing(
                page.number, f"Nothing lies behind Tab {page.tab}.", "Bind the exhibit, or take the tab out."
            )


def _unread(papers: Sequence[Page]) -> Iterator[Finding]:
    """Papers that are pictures: silence about them would be taken for a check."""
    blind = [page.number for page in papers if page.scanned and not page.text.strip()]
    if blind:
        where = f"Page {blind[0]} is a picture" if len(blind) == 1 else f"{len(blind)} pages are pictures"
        message = f"{where} without text: what stands there was not checked, neither caption nor signature."
        yield _missing(
            blind[0], message, "Have the text recognised (OCR) and check it again, or read these pages yourself."
        )


def _by_kind(document: Document) -> Iterator[Finding]:
    """The headings that a paper made here must have, by the kind it says it is."""
    if document.kind is None:
        return
    try:
        id, _, variant = document.kind.partition(".")
        source = source_of(id, variant=variant or None)
    except (UnknownKind, ValueError):
        return
    text = _letters(" ".join(page.flat for page in document.pages))
    for heading in _HEADING.findall(source):
        if _letters(heading) not in text:
            message = f'The paper lacks its section "{heading.strip()}".'
            yield _missing(1, message, "Write it, or say in it why nothing stands there.")


def _letters(text: str) -> str:
    """Letters and figures alone: quotation marks are set otherwise than they are written."""
    return re.sub(r"[\W_]", "", text).casefold()


def _filing(document: Document, papers: Sequence[Page], title: Page, *, partly: bool) -> Iterator[Finding]:
    """What goes with a motion, and what a motion ends with."""
    text = title.flat
    motion = _MOTION.search(text.upper()) is not None and not _ANSWER.search(text.upper())
    motion = motion and not _SUPPORTS.search(text)
    whole = [page for page in document.pages if page.role != "exhibit"]
    ordered = any(page.role == "order" or _ORDER_PAGE.search(page.text) for page in whole)
    if motion and not partly and not ordered and not _BOARD.search(text):
        yield _missing(1, "The motion has no proposed order (ICPM ch. 5.2(b)).", "Attach one, blank for the judge.")
    joint = re.search(r"\bJOINT\b", text) is not None
    served = any(page.role == "service" or _SERVED.search(page.flat) for page in whole)
    if not joint and not partly and not served:
        message = "There is no certificate or statement of service; unserved papers are not read (8 CFR 1003.32)."
        yield _missing(len(document.pages), message, "Add it, signed on the day of service.")
    if motion and document.kind is None and not any(_CONCLUSION.search(page.flat) for page in papers):
        message = "The motion has no conclusion that says what is asked."
        yield _missing(title.number, message, "End with the order asked for.")


def _title_page(papers: Sequence[Page]) -> Page | None:
    """The first page of a filing with the court: it bears the court's name and a title."""
    first = papers[0] if papers and papers[0].number == 1 else None
    return first if first is not None and CAPTION.search(first.text) and _TITLE.search(first.text.upper()) else None


def _cover(page: Page) -> Iterator[Finding]:
    """The blocks of a cover page (ICPM ch. 3.3(c)(6))."""
    text = page.flat
    heard = _BOARD.search(text) is None
    wanted = (
        (r"matter of", "the respondent's name under In the Matter of"),
        (_NUMBER, "a nine-digit A-number"),
        *(((r"immigration judge|judge:", "the immigration judge"),) if heard else ()),
        *(((r"(?:next )?hearing", "the next hearing date"),) if heard else ()),
        (r"detained", "DETAINED or NON-DETAINED"),
        (r"EOIR ID|attorney|counsel|accredited representative|pro se|respondent, without", "who files it"),
    )
    for pattern, what in wanted:
        if not re.search(pattern, text, re.IGNORECASE):
            message = f"The cover page lacks {what} (ICPM ch. 3.3(c)(6)); covers that lack a block are sent back."
            yield _missing(page.number, message, "Add it to the cover page.")


def signatures(document: Document) -> Iterator[Finding]:
    """Papers, declarations and certificates that nobody has signed, and an order that somebody has."""
    pages = document.pages
    for number, page in enumerate(pages):
        if page.role == "order":
            if _SIGNED.search(page.text) and _JUDGE.search(page.text):
                message = "The proposed order bears a signature; only the judge signs it."
                yield Finding(page.number, "signature", message, "Leave the judge's line and date blank.")
            continue
        if page.role in ("tab", "index") or page.scanned:
            continue
        blank = (_BLANK.search(page.text) is not None or _second_left(page)) and not page.inked
        if blank or _unsigned(pages, number):
            what = "certificate" if page.role != "paper" and "certif" in page.flat.lower() else "paper"
            message = f"This {what} is not signed; what is unsigned is not properly filed (ICPM ch. 3.3(b))."
            yield Finding(page.number, "signature", message, "Have it signed: ink, digital or /s/ with the name.")


def _second_left(page: Page) -> bool:
    """Whether one of those who submit a paper has signed, and the line of another stands blank over the name."""
    if page.role != "paper" or not re.search("respectfully submitted", page.flat, re.IGNORECASE):
        return False
    return any(
        not _SIGNED.search(found["above"])
        and found["name"].split()[0].casefold() not in found["above"].casefold()
        and not re.match(r"(?i)date|immigration judge", found["name"])
        for found in _LINE.finditer(page.text)
    )


def _unsigned(pages: Sequence[Page], number: int) -> bool:
    """Whether a page has the words that a signature follows, and neither it nor its next page bears one."""
    page = pages[number]
    if not _SIGNS.search(page.flat):
        return False
    closes = re.search(r"respectfully submitted|penalty of perjury", page.flat, re.IGNORECASE)
    if closes is None and _continues(pages, number):
        return False
    near = [page, *_following(pages, number)]
    return not any(_SIGNED.search(one.text) or one.inked or one.scanned for one in near)


def _continues(pages: Sequence[Page], number: int) -> bool:
    """Whether the words come in the run of a longer paper, which is signed at its end."""
    page = pages[number]
    following = pages[number + 1] if number + 1 < len(pages) else None
    return page.role == "paper" and following is not None and following.role == "paper"


def _following(pages: Sequence[Page], number: int) -> list[Page]:
    """The next page, if the same paper goes on there."""
    if number + 1 >= len(pages):
        return []
    page, after = pages[number], pages[number + 1]
    goes_on = after.role == page.role and after.tab == page.tab and not CAPTION.search(after.text[:400])
    return [after] if goes_on else []


def translations(document: Document) -> Iterator[Finding]:
    """Exhibits that are not in English without a complete certificate of translation behind the same tab."""
    behind = [page for page in document.pages if page.role == "exhibit"]
    groups = [list(group) for _, group in groupby(behind, key=lambda page: page.tab)]
    loose = [page for page in document.of("paper") if foreign_language(page.flat)] if not behind else []
    for group in [*groups, *([loose] if loose else [])]:
        foreign = next((page for page in group if foreign_language(page.flat)), None)
        pool = group if group is not loose else list(document.pages)
        certificates = [page for page in pool if _CERTIFIED.search(page.flat) and not foreign_language(page.flat)]
        scanned = any(page.scanned and not page.text.strip() for page in pool)
        if foreign is not None and not certificates and not scanned:
            where = f"Tab {foreign.tab}" if foreign.tab else "This page"
            message = (
                f"{where} is in {foreign_language(foreign.flat)} without a certificate of translation (8 CFR 1003.33)."
            )
            yield Finding(foreign.number, "translation", message, "Add an English translation and its certificate.")
        elif (
            foreign is not None
            and not scanned
            and not any(_english(page) for page in pool if page not in certificates)
            and not any(_translated_above(page) for page in certificates)
        ):
            message = f"Tab {foreign.tab} has a certificate and no English translation (8 CFR 1003.33)."
            yield Finding(
                foreign.number, "translation", message, "Put the translation between original and certificate."
            )
        for page in certificates:
            yield from _certificate(page)


def _translated_above(page: Page) -> bool:
    """Whether the translation stands on the page too, and the certificate at its foot."""
    found = _VOUCHES.search(page.flat)
    return found is not None and found.start() > _SHORTEST and not foreign_language(page.flat[: found.start()])


def _english(page: Page) -> bool:
    return len(page.flat) > 60 and foreign_language(page.flat) is None


def _certificate(page: Page) -> Iterator[Finding]:
    text = page.flat
    wanted = (
        (r"competen|fluent|qualified", "that the translator is competent in the language"),
        (r"\btrue\b|accurate|correct|complete|faithful", "that the translation is true and accurate"),
    )
    lacks = [what for pattern, what in wanted if not re.search(pattern, text, re.IGNORECASE)]
    lacks += [] if _PHONE.search(text) else ["the translator's telephone"]
    lacks += [] if _ADDRESS.search(text) else ["the translator's address"]
    if lacks:
        message = f"The certificate of translation does not say {', nor '.join(lacks)} (8 CFR 1003.33)."
        yield Finding(page.number, "translation", message, "Have the translator complete and sign it again.")


_SHORTEST = 150
"""Letters above a certificate from which they are a translation, and no heading or name."""


def _missing(page: int, message: str, fix: str) -> Finding:
    return Finding(page, "missing-section", message, fix)
