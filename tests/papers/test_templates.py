"""What holds for every template: sections in order, citations through ``law``, gaps in sight, duty beside arrest."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib import resources

import pytest

from nolle.law import authorities
from nolle.papers.draft import Draft, source_of
from nolle.papers.kinds import advisals, kind, kinds

from .drafting import TODAY, made

PAPERS = [pytest.param(k.id, lang, id=f"{k.id}-{lang}") for k in kinds().values() for lang in k.languages]
BOTH = ("a", "b")
TYPED = re.compile(r"\d+ (?:C\.?F\.?R|U\.?S\.?C|I ?& ?N|U\.S\.) ?\.?|INA §|§|\bMatter of\b|F\.(?:3d|4th)")
ARREST = re.compile(r"\barrest", re.IGNORECASE)
DUTY = re.compile(
    r"(?:go|went|attend)[^.]*(?:hearing|check-in|duty)|must[^.]*go|duty to (?:attend|report)|"
    r"(?:ir|vaya|voy|presentarse)[^.]*(?:audiencia|presentaci)",
    re.IGNORECASE,
)
RECORD = re.compile(r"disposition|search|conviction|no arrest|record", re.IGNORECASE)


@cache
def drafted(id: str, lang: str, letter: str, on: date = TODAY) -> Draft:
    asking = "dismissal" if id == "pd_request" else None
    return made(id, letter, on, lang=lang, about="motion_continue", asking=asking)


@pytest.mark.parametrize(("id", "lang"), PAPERS)
def test_the_required_sections_stand_in_their_order(id: str, lang: str) -> None:
    wanted = [section.id for section in kind(id).sections]
    assert re.findall(r"^:{3,} \{#([\w-]+) \.section\}", source_of(id, lang), re.MULTILINE) == wanted
    assert re.findall(r"^:{3,} \{#([\w-]+) \.section\}", drafted(id, lang, "a").markdown, re.MULTILINE) == wanted


@pytest.mark.parametrize(("id", "lang"), PAPERS)
def test_no_citation_is_typed_by_hand(id: str, lang: str) -> None:
    source = re.sub(r'cites?\((?:"[^"]*"(?:, )?)+\)', "", source_of(id, lang))
    assert not TYPED.findall(source)


@pytest.mark.parametrize(("id", "lang"), PAPERS)
def test_what_must_be_cited_is_cited_where_it_is_law(id: str, lang: str) -> None:
    for letter in BOTH:
        found = drafted(id, lang, letter)
        cited = {c.id for c in found.cited}
        for wanted in kind(id).must_cite:
            if authorities.in_force(wanted, TODAY, found.circuit).in_force is not False:
                assert wanted in cited, f"{wanted} is not cited for story {letter}"


@pytest.mark.parametrize("on", [date(2019, 5, 1), TODAY])
@pytest.mark.parametrize(("id", "lang"), PAPERS)
def test_everything_cited_was_law_on_the_date_or_is_marked(id: str, lang: str, on: date) -> None:
    found = drafted(id, lang, "b", on)
    for cited in found.cited:
        answer = authorities.in_force(cited.id, on, found.circuit).in_force
        assert answer is not False
        if answer is None:
            assert any(gap.kind == "law" and cited.id in gap.words for gap in found.gaps)


@pytest.mark.parametrize(("id", "lang"), PAPERS)
def test_every_gap_is_in_sight_and_in_the_list(id: str, lang: str) -> None:
    found = drafted(id, lang, "b")
    seen = re.findall(r"\[\\\[(missing|held back|counsel|exhibit|law): ", found.markdown)
    assert bool(seen) == bool(found.gaps)
    assert len(set(re.findall(r"\[\\\[.*?\\\]\]\{\.gap\}", found.markdown))) <= len(found.gaps)


def paragraphs() -> list[tuple[str, str]]:
    found = [(b.id, b.text[lang]) for b in advisals().values() for lang in ("en", "es")]
    folder = resources.files("nolle.papers") / "templates"
    for file in folder.iterdir():
        for part in re.split(r"\n\s*\n", file.read_text("utf-8")):
            found.append((file.name, part))
    return found


def test_no_caution_about_arrest_without_the_duty_to_attend() -> None:
    met = 0
    for where, part in paragraphs():
        if ARREST.search(part) and not RECORD.search(part):
            met += 1
            assert DUTY.search(part), f"{where}: {part}"
    assert met >= 4


def test_a_caution_without_the_duty_would_be_found() -> None:
    assert ARREST.search("ICE may arrest you at court.")
    assert not DUTY.search("ICE may arrest you at court. Stay home.")
    assert not DUTY.search("Puede haber arrestos en la corte.")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_advisals_about_arrest_give_our_phone(lang: str) -> None:
    found = drafted("client_advisal", lang, "b").markdown
    for part in found.split("::::"):
        if ARREST.search(part) and ("ICE" in part) and "condena" not in part and "conviction" not in part:
            assert "(410) 555-0142" in part


def test_no_template_tells_anyone_that_they_qualify_or_predicts() -> None:
    for where, part in paragraphs():
        assert not re.search(r"you qualify|usted califica|guarantee", part, re.IGNORECASE), where
