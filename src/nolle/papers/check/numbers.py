"""Numbers that identify a person, on pages not meant for them: A-numbers, Social Security numbers, birth dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from nolle.logic.rough import Span

from .finding import Finding
from .reading import Document, Page
from .roles import CAPTION

A_NUMBER = re.compile(
    r"(?<![A-Za-z0-9])A(?:lien)?\s*(?:#|No\.?|number)?[-:#\s]{0,3}"
    r"(\d{3}[-\s]?\d{3}[-\s]?\d{3}|\d{2}[-\s]?\d{3}[-\s]?\d{3})(?!\d)"
)
_SSN = re.compile(r"(?<![\d-])(?!000|666)\d{3}[-–]\d{2}[-–](?!0000)\d{4}(?![\d-])")
_SSN_NAMED = re.compile(
    r"(?:SSN|S\.S\.N\.|social security(?: number| no\.?)?|seguro social|ITIN)\W{0,12}"
    r"(\d{3}[ -]?\d{2}[ -]?\d{4})(?!\d)",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"(?:\bDOB\b|\bD\.O\.B\.|date of birth|birth ?date|\bborn(?: on)?\b|fecha de nacimiento|nacid[oa](?: el)?)"
    r"[^\d\n]{0,24}?(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:[A-Z][a-z]+\.? \d{1,2},? \d{4})|"
    r"\d{1,2}(?: de)? [A-Za-z]+\.?(?: de)? \d{4})",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"department of homeland security|citizenship and immigration services|executive office for immigration review|"
    r"immigration and customs enforcement|office of refugee resettlement|notice to appear|"
    r"\bform (?:i|g|eoir|n)-?\d+|\bI-(?:797|94|862|130|485|213)\b",
    re.IGNORECASE,
)
_IDENTITY = re.compile(
    r"birth (?:certificate|record|registration)|(?:certificat(?:e|ion)|record|act) of (?:live )?birth|"
    r"(?:acta|partida|certificado|certificación) de nacimiento|"
    r"passport|pasaporte|driver'?s? licen[cs]e|identification card|c[ée]dula|marriage certificate|acta de matrimonio|"
    r"certificate of marriage|baptism|naturalization|immuni[sz]ation|medical record|school record|transcript",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"freedom of information|\bFOIA\b|U\.?S\.? Citizenship and Immigration Services|\bUSCIS\b|deferred action",
    re.IGNORECASE,
)
"""To whom a letter goes that identifies its client by the birth date."""

_SUBJECT = re.compile(r"^\s*(?:RE|Re|Asunto)\s*:|^\s*(?:Subject|Matter)\b|matter of", re.MULTILINE)


def numbers(document: Document) -> Iterator[Finding]:
    """What stands where it need not."""
    own = respondents(document)
    born = _birth_date(document)
    agency = bool(document.pages) and _AGENCY.search(document.pages[0].text[:900]) is not None
    for page in document.pages:
        yield from _a_numbers(page, own)
        yield from _social(page)
        if not agency:
            yield from _births(page, born)


def captions(document: Document) -> Iterator[Finding]:
    """A caption with none of the case's numbers, or with none of those of the caption before it: a slip of a digit
    sends a filing into the record of another person."""
    own, of = _of_case(document), "the case has"
    for page in document.pages:
        found = _digits(page.text) if _is_caption(page) else set()
        if not found:
            continue
        if own and not found & own:
            message = f"The caption bears the A-number {_shown(min(found))}; {of} the one {_shown(min(own))}."
            yield Finding(page.number, "private-number", message, "Correct it from the Notice to Appear.")
        elif not own:
            own, of = found, "the caption before it has"


def respondents(document: Document) -> frozenset[str]:
    """The A-numbers of the people the filing is about: those of the case, and those in its captions."""
    found = {digits for page in document.pages if _is_caption(page) for digits in _digits(page.text)}
    found |= _of_case(document)
    if not found:
        for page in document.pages[:1]:
            found |= _digits(page.text) if _SUBJECT.search(page.text) else set()
    return frozenset(found)


def _of_case(document: Document) -> set[str]:
    """The A-numbers that the case holds for its respondents."""
    found: set[str] = set()
    if document.case is not None:
        for fact in ("party.a_number", "party.lead_a_number", "party.co_respondents"):
            answer = document.case.party(fact).answer
            for text in answer if isinstance(answer, tuple) else (answer,) if isinstance(answer, str) else ():
                found |= {re.sub(r"\D", "", one).zfill(9) for one in re.findall(r"\d[\d\s-]{6,10}\d", text)}
    return found


def _is_caption(page: Page) -> bool:
    return page.role in ("paper", "order", "service") and CAPTION.search(page.text[:2500]) is not None


def _digits(text: str) -> set[str]:
    return {re.sub(r"\D", "", one).zfill(9) for one in A_NUMBER.findall(text)}


def _a_numbers(page: Page, own: frozenset[str]) -> Iterator[Finding]:
    strange = sorted(_digits(page.text) - own)
    if strange and own:
        message = f"The A-number {_shown(strange[0])} belongs to nobody in the caption; it identifies another person."
        yield Finding(page.number, "private-number", message, "Redact it, unless the court needs it and they agree.")
    elif _digits(_without_foot(page)) and not _may_bear(page):
        message = "An A-number stands on a page that needs none; a reader of this page alone learns who it is."
        yield Finding(page.number, "private-number", message, "Redact it here; the caption and the forms bear it.")


def _without_foot(page: Page) -> str:
    """The text above the running foot, in which firms repeat the number of the case on every page."""
    foot = page.foot.strip()
    return page.text.replace(foot, "", 1) if foot else page.text


def _may_bear(page: Page) -> bool:
    """Papers, the index heading and the government's own forms bear A-numbers; letters and tab sheets need none."""
    if page.role in ("paper", "order", "service", "index"):
        return True
    return page.role == "exhibit" and _FORM.search(page.flat) is not None


def _social(page: Page) -> Iterator[Finding]:
    if _SSN.search(page.text) or _SSN_NAMED.search(page.text):
        message = "A Social Security or taxpayer number stands here; it is never needed, and it is stolen for fraud."
        yield Finding(page.number, "private-number", message, "Redact all but the last four digits in the original.")


def _births(page: Page, born: tuple[str, ...]) -> Iterator[Finding]:
    identity = page.role == "exhibit" and (_IDENTITY.search(page.flat) or _FORM.search(page.flat))
    if identity:
        return
    said = page.flat
    if _BIRTH.search(said) or any(re.search(rf"(?<!\d){re.escape(one)}(?!\d)", said, re.IGNORECASE) for one in born):
        message = "A full birth date stands on a page not meant for one; with a name it opens accounts and records."
        yield Finding(
            page.number, "private-number", message, "Give the year or the age, unless a form asks for the day."
        )


def _birth_date(document: Document) -> tuple[str, ...]:
    """The respondent's birth date as people write it."""
    answer = document.case.cell("person.birth_date").answer if document.case is not None else None
    if not isinstance(answer, Span) or answer.low != answer.high or not isinstance(answer.low, date):
        return ()
    day = answer.low
    month = day.strftime("%B")
    return (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        day.isoformat(),
        f"{day.month:02}/{day.day:02}/{day.year}",
        f"{day.month}/{day.day}/{day.year}",
    )


def _shown(digits: str) -> str:
    return f"ending in {digits[-3:]}"
