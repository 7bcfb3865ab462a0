"""Citations in the papers: each is known, spelt as it is stored, and was in force on the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from nolle.law import authorities

from . import known
from .finding import Finding
from .reading import Document, Page

_SAID = re.compile(
    r"enjoin|stayed|vacat|supersed|rescind|former|no longer|then in (?:force|effect)|repeal|overrul|in part|"
    r"not (?:now )?in force|as (?:then|it stood)|partly|confirm that|codif|persuasive",
    re.IGNORECASE,
)
_NEAR = 160
"""Characters around a citation in which its status may be said."""

_NAMED = re.compile(r"Matter\s+of\s+((?:(?!Matter of)[^,;()]){1,70}?)\s*,\s*$")
_WORD = r"[A-Z][\w.'’]+(?:-[A-Z][\w.'’]+)*"
_SHORT = re.compile(r"(?<![Ii]n the )\bMatter of (" + _WORD + r"(?:(?: | (?:&|and|de|la|del) )" + _WORD + r")*)")
_UNKNOWN = "Check it against the source. If it is right, an attorney can add it to the law room."


def citations(document: Document) -> Iterator[Finding]:
    """What is unknown, misspelt or not in force among the citations of the papers; exhibits are not ours to mend."""
    circuit = _circuit(document)
    for page in document.of("paper", "order", "service"):
        text = page.flat
        seen: set[str] = set()
        for finding in _on_page(document, page, text, circuit):
            if finding.message not in seen:
                seen.add(finding.message)
                yield finding


def _on_page(document: Document, page: Page, text: str, circuit: str | None) -> Iterator[Finding]:
    for found in known.MISSPELT.finditer(text):
        if not known.BOARD.match(text, found.start()):
            yield _finding(page, f'"{found[0].strip()}" is misspelt: no such code or reporter exists.', _UNKNOWN)
    for section in known.sections(text):
        yield from _section(document, page, text, section, circuit)
    for cited in known.BOARD.finditer(text):
        yield from _decision(document, page, text, cited, circuit)
    yield from _short_names(page, text)
    for cited in known.REGISTER.finditer(text):
        key = (int(cited[1]), int(cited[2].replace(",", "")))
        ids = known.known_notices().get(key)
        if ids is None:
            yield _finding(page, f'"{cited[0]}" is not among the authorities nolle holds.', _UNKNOWN)
        else:
            yield from _force(document, page, text, cited[0], cited.start(), list(ids), circuit)
    for volume, reporter, number, parties, at in known.federal(text):
        yield from _case(document, page, text, (volume, reporter, number), parties, at, circuit)


def _section(
    document: Document, page: Page, text: str, section: known.Section, circuit: str | None
) -> Iterator[Finding]:
    held = known.known_sections().get((section.code, section.title, section.number))
    if held is None:
        yield _finding(page, f'"{section.words}" is not among the authorities nolle holds.', _UNKNOWN)
        return
    exact = [one for one in held if section.paragraph and one.paragraph == section.paragraph]
    whole = [one for one in held if not one.paragraph]
    chosen = exact or whole or held
    yield from _force(document, page, text, section.words, section.start, [one.id for one in chosen], circuit)


def _decision(
    document: Document, page: Page, text: str, cited: re.Match[str], circuit: str | None
) -> Iterator[Finding]:
    id = known.known_decisions().get((int(cited[1]), int(cited[2])))
    before = _NAMED.search(text[max(0, cited.start() - 90) : cited.start()])
    name = before[1].strip() if before else None
    if id is None:
        meant = _closest(name) if name else None
        if meant is not None:
            message = f'"{cited[0]}" is not the citation of {meant}: {authorities.get(_id_of(meant)).citation}.'
            yield _finding(page, message, "Correct the volume and the page.")
        else:
            yield _finding(page, f'"{cited[0]}" is not among the authorities nolle holds.', _UNKNOWN)
        return
    stored = authorities.get(id).citation.split(",")[0]
    if name is not None and known.bare(name) != known.bare(stored.removeprefix("Matter of ")):
        message = f'"{cited[0]}" is {stored}, not "Matter of {name}".'
        yield _finding(page, message, "Correct the name, or the volume and the page.")
        return
    yield from _force(document, page, text, f"{stored}, {cited[0]}", cited.start(), [id], circuit)


def _short_names(page: Page, text: str) -> Iterator[Finding]:
    """A decision named without its citation, spelt almost like one that is known."""
    for found in _SHORT.finditer(text):
        name = found[1].rstrip(".'’")
        letters = known.bare(name)
        if len(letters) < 5 or letters in known.known_names() or found[1].isupper():
            continue
        if re.match(r"\s*,\s*\d", text[found.end() :]):
            continue
        meant = _closest(name, at_least=0.86)
        if meant is not None and not any(
            letters.startswith(one) or one.startswith(letters) for one in known.known_names()
        ):
            yield _finding(page, f'"Matter of {name}" is misspelt: {meant} is meant, it seems.', "Correct the name.")


def _case(
    document: Document,
    page: Page,
    text: str,
    cited: tuple[str, str, str],
    parties: str,
    at: int,
    circuit: str | None,
) -> Iterator[Finding]:
    words = " ".join(cited)
    id = known.known_cases().get(cited)
    if id is not None:
        yield from _force(document, page, text, f"{authorities.get(id).title}, {words}", at, [id], circuit)
        return
    meant = next((one for one in known.known_cases().values() if _same_case(parties, authorities.get(one).title)), None)
    if meant is not None:
        stored = authorities.get(meant)
        reporters = {key[1] for key, held in known.known_cases().items() if held == meant}
        if cited[1] in reporters:
            message = f'"{words}" is not the citation of {stored.title}: {stored.citation}.'
            yield _finding(page, message, "Correct the volume and the page.")
        return
    yield _finding(page, f'"{words}" is not among the authorities nolle holds.', _UNKNOWN)


def _force(
    document: Document, page: Page, text: str, words: str, at: int, ids: list[str], circuit: str | None
) -> Iterator[Finding]:
    answers = [authorities.in_force(id, document.on, circuit) for id in dict.fromkeys(ids)]
    if any(answer.in_force is True or answer.status == "differs-by-circuit" for answer in answers):
        return
    if _SAID.search(text[max(0, at - _NEAR) : at + len(words) + _NEAR]):
        return
    worst = min(answers, key=lambda answer: answer.in_force is None)
    message = f'"{words}" was not in force on {document.on}: {worst.why.en}'
    if worst.status == "partly-in-force":
        message = f'"{words}" holds only in part on {document.on}: {worst.why.en}'
    elif worst.in_force is None:
        message = f'"{words}" is not known to have been in force on {document.on}: {worst.why.en}'
    yield _finding(page, message, "Cite what was in force, or say its status beside it.")


def _finding(page: Page, message: str, fix: str) -> Finding:
    return Finding(page.number, "citation", message, fix)


def _closest(name: str, at_least: float = 0.8) -> str | None:
    """The stored decision whose name is nearest, as ``Matter of X``."""
    letters = known.bare(name)
    scored = [(SequenceMatcher(None, letters, one).ratio(), id) for one, id in known.known_names().items()]
    best, id = max(scored)
    return authorities.get(id).citation.split(",")[0] if best >= at_least else None


def _id_of(stored: str) -> str:
    return known.known_names()[known.bare(stored.removeprefix("Matter of "))]


def _same_case(parties: str, title: str) -> bool:
    return len(parties) > 8 and SequenceMatcher(None, known.bare(parties), known.bare(title)).ratio() > 0.85


def _circuit(document: Document) -> str | None:
    answer = document.case.cell("case.circuit").answer if document.case is not None else None
    return answer if isinstance(answer, str) and answer.isdigit() else None
