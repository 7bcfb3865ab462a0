"""The citations that ``nolle.law`` knows, by section, volume and page, and how one is found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from nolle.law import authorities

_PARAS = r"((?:\s?\([A-Za-z0-9]{1,5}\))*)"
_SIGN = r"(?:§+|[Ss]ections?|[Ss]ecs?\.|[Pp]arts?)?\s*"
CFR = re.compile(r"\b(\d{1,2})\s*C\.?\s?F\.?\s?R\.?\s*" + _SIGN + r"(\d{1,4}[a-z]?\.\d{1,4}[a-z]?)" + _PARAS)
USC = re.compile(
    r"\b(\d{1,2})\s*U\.?\s?S\.?\s?C\.?(?:A\.?)?\s*" + _SIGN + r"(\d{1,5}[a-z]{0,2}(?:-\d{1,2})?)\b" + _PARAS
)
INA = re.compile(
    r"\b(?:INA|I\.N\.A\.|Immigration and Nationality Act)\s*" + _SIGN + r"(\d{3}[A-Z]?(?:-\d)?)\b" + _PARAS
)
ACT = re.compile(
    r"\b[Ss]ection\s+(\d{3}[A-Z]?)\b" + _PARAS + r"\s+of\s+the\s+(?:INA|Act|Immigration and Nationality Act)\b"
)
BOARD = re.compile(r"\b(\d{1,3})\s*I\s*\.?\s*&\s*N\s*\.?\s*Dec\s*\.?\s*(\d{1,4})\b")
REGISTER = re.compile(r"\b(\d{1,3})\s*(?:Fed\.?\s*Reg\.?|F\.\s?R\.|FR)\s*(\d{1,3},\d{3}|\d{1,6})\b")
MORE = re.compile(r"\s*(,|;|and|&|or|to|-|–)\s*(\d{1,4}[a-z]?\.\d{1,4}[a-z]?|\d{3}[A-Z]?(?=\())" + _PARAS)
AND_PARAS = re.compile(r"\s*(?:,|and|&|or|-|–)\s*((?:\([A-Za-z0-9]{1,5}\))+)")
MISSPELT = re.compile(
    r"\b\d{1,2}\s*(?:C\.?\s?R\.?\s?F\.?|F\.?\s?C\.?\s?R\.?|C\.?\s?F\.?\s?T\.?|CF|CFRR|"
    r"U\.?\s?C\.?\s?S\.?|U\.?\s?S\.?\s?S\.?|USCC)\s*"
    r"(?:§+\s*)?\d{3,4}[\w.()]*|\b(?:IAN|NIA|INS|I\.A\.N\.)\s*§+\s*\d{3}[\w()]*|"
    r"\b\d{1,3}\s*(?:I\s*&\s*[A-MO-Z]|[A-HJ-Z]\s*&\s*N|N\s*&\s*I)\s*\.?\s*D[a-z]{2}\.?\s*\d{1,4}|"
    r"\b\d{1,3}\s*I\s*&\s*N\s*\.?\s*(?!Dec\b)D[a-z]{1,3}\.?\s*\d{1,4}"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A section as cited: ``cfr``, ``usc`` or ``ina``; its title and number; its first paragraph, as ``(c)``."""

    code: str
    title: str
    number: str
    paragraph: str
    words: str
    start: int


@dataclass(frozen=True, slots=True)
class Holding:
    """An authority that rests on a section, and the first paragraph of it, if it names one."""

    id: str
    paragraph: str


def sections(text: str) -> Iterator[Section]:
    """Every section of the CFR, the U.S. Code and the INA cited in a text of one line."""
    for found in CFR.finditer(text):
        yield from _listed("cfr", found[1], found[2], found[3], text, found)
    for found in USC.finditer(text):
        yield from _listed("usc", found[1], found[2], found[3], text, found)
    for found in (*INA.finditer(text), *ACT.finditer(text)):
        yield from _listed("ina", "", found[1], found[2], text, found)


def _listed(code: str, title: str, number: str, paras: str, text: str, found: re.Match[str]) -> Iterator[Section]:
    """The section itself, and those that follow it in a list: ``§§ 1003.19, 1236.1(d)``."""
    yield Section(code, title, number, _first(paras), found[0].strip(), found.start())
    at = found.end()
    while True:
        if also := AND_PARAS.match(text, at):
            yield Section(code, title, number, _first(also[1]), f"{found[0].strip()} ... {also[1]}", found.start())
            at = also.end()
        elif code == "cfr" and (more := MORE.match(text, at)):
            if more[1] in ("to", "-", "–"):
                yield from (Section(code, title, one, "", one, more.start()) for one in _between(number, more[2]))
            number = more[2]
            yield Section(code, title, number, _first(more[3]), more[0].strip(" ,;&-–"), more.start())
            at = more.end()
        else:
            return


def _between(first: str, last: str) -> list[str]:
    """The sections within a range of one part, its ends left out: ``1003.32`` for ``1003.31-1003.33``."""
    (part, low), (other, high) = first.split(".", 1), last.split(".", 1)
    if part != other or not (low.isdigit() and high.isdigit()) or int(high) - int(low) > 200:
        return []
    return [f"{part}.{number}" for number in range(int(low) + 1, int(high))]


def _first(paras: str) -> str:
    found = re.match(r"\s?(\([A-Za-z0-9]{1,5}\))", paras or "")
    return found[1] if found else ""


@cache
def known_sections() -> Mapping[tuple[str, str, str], tuple[Holding, ...]]:
    """By code, title and number: the authorities that rest on the section."""
    found: dict[tuple[str, str, str], list[Holding]] = {}
    for authority in authorities.load().values():
        if authority.kind == "policy-window":
            continue
        own = authority.kind in ("statute", "regulation")
        for section in sections(" ".join((authority.citation, authority.title if own else ""))):
            key = (section.code, section.title, section.number)
            holding = Holding(authority.id, section.paragraph)
            if holding not in found.setdefault(key, []):
                found[key].append(holding)
    return MappingProxyType({key: tuple(held) for key, held in found.items()})


@cache
def known_decisions() -> Mapping[tuple[int, int], str]:
    """By volume and page of I&N Decisions: the authority."""
    found: dict[tuple[int, int], str] = {}
    for authority in authorities.load().values():
        if authority.kind.startswith("precedent"):
            for cited in BOARD.finditer(authority.citation):
                found.setdefault((int(cited[1]), int(cited[2])), authority.id)
    return MappingProxyType(found)


@cache
def known_notices() -> Mapping[tuple[int, int], tuple[str, ...]]:
    """By volume and page of the Federal Register: the authorities."""
    found: dict[tuple[int, int], list[str]] = {}
    for authority in authorities.load().values():
        for cited in REGISTER.finditer(authority.citation):
            found.setdefault((int(cited[1]), int(cited[2].replace(",", ""))), []).append(authority.id)
    return MappingProxyType({key: tuple(ids) for key, ids in found.items()})


@cache
def known_names() -> Mapping[str, str]:
    """By the bare letters of its name: the decision's id, for ``Matter of`` decisions."""
    found = {}
    for authority in authorities.load().values():
        if authority.kind.startswith("precedent"):
            name = authority.citation.split(",")[0].removeprefix("Matter of ")
            found[bare(name)] = authority.id
    return MappingProxyType(found)


@cache
def known_cases() -> Mapping[tuple[str, str, str], str]:
    """By volume, reporter and page, as eyecite writes them: the federal decision."""
    found: dict[tuple[str, str, str], str] = {}
    for authority in authorities.load().values():
        if authority.kind == "federal-court":
            for volume, reporter, page, _, _ in federal(authority.citation):
                found.setdefault((volume, reporter, page), authority.id)
    return MappingProxyType(found)


def federal(text: str) -> Iterator[tuple[str, str, str, str, int]]:
    """Full citations of federal decisions: volume, reporter, page, the parties as far as they are named, the place."""
    from eyecite import get_citations
    from eyecite.models import FullCaseCitation

    if not text.strip():
        return
    for cited in get_citations(text):
        if not isinstance(cited, FullCaseCitation):
            continue
        found: Any = cited
        groups = found.groups
        reporter = found.corrected_reporter()
        if "I. & N." in reporter or "I&N" in reporter or not groups.get("page"):
            continue
        parties = " v. ".join(p for p in (found.metadata.plaintiff, found.metadata.defendant) if p)
        yield str(groups.get("volume")), reporter, str(groups["page"]), parties, found.span()[0]


def bare(name: str) -> str:
    """The letters of a name alone."""
    return re.sub(r"[^a-z]", "", name.lower().replace("&", "and"))
