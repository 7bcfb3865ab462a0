"""The opinion as a page: whole, well formed, safe, in one language, and closed to the outside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from nolle.counsel import words
from nolle.counsel.html import host, render
from nolle.counsel.markup import Html, el, items, join
from nolle.counsel.opinion import Opinion, opinion
from nolle.counsel.status import MEANINGS, NAMES
from nolle.facts.casefile import parse_case, read_case
from nolle.law.pathways import pathways
from nolle.logic import Lang, Text

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES: tuple[tuple[str, str, Lang], ...] = (
    ("a-dismissed-case", "2023-10-06", "en"),
    ("b-child", "2026-11-21", "es"),
    ("c-long-time-resident", "2026-11-21", "en"),
    ("c-long-time-resident", "2014-12-01", "es"),
)
VOID = {"meta", "link", "br", "hr", "img", "input", "col"}
BLOCKS = {"div", "p", "ul", "ol", "dl", "table", "section", "article", "details", "h1", "h2", "h3", "h4", "h5"}
PHRASING = {"p", "span", "a", "b", "i", "small", "summary", "dt", "h1", "h2", "h3", "h4", "h5"}
PARENTS = {
    "li": {"ul", "ol"},
    "tr": {"thead", "tbody"},
    "td": {"tr"},
    "th": {"tr"},
    "dt": {"div"},
    "dd": {"div"},
    "summary": {"details"},
    "caption": {"table"},
}
EVIL = "<script>alert(1)</script>\"'&</style><img src=x onerror=alert(2)>"


@cache
def found(story: str, on: str) -> Opinion:
    return opinion(read_case(EXAMPLES / story / "case.toml"), date.fromisoformat(on))


@cache
def page(story: str, on: str, lang: Lang) -> Read:
    return Read(render(found(story, on), lang))


class Read(HTMLParser):
    """A page as read: its elements in order, its text, and any tag left open or closed out of turn."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, bool]] = []
        self.texts: list[str] = []
        self.ours: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is left open" for tag, _ in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        parent = self.open[-1][0] if self.open else ""
        if tag in BLOCKS and parent in PHRASING:
            self.faults.append(f"<{tag}> stands in <{parent}> at {self.getpos()}")
        if parent not in PARENTS.get(tag, {parent}):
            self.faults.append(f"<{tag}> stands in <{parent}> at {self.getpos()}")
        if len(told) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.elements.append((tag, told))
        foreign = told.get("class") == "said" or (tag != "html" and "lang" in told)
        if tag not in VOID:
            self.open.append((tag, foreign))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> at {self.getpos()} closes {self.open[-1:] or 'nothing'}")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        inside = {tag for tag, _ in self.open}
        if "style" in inside or not data.strip():
            return
        self.texts.append(data.strip())
        if not any(foreign for _, foreign in self.open):
            self.ours.append(data.strip())

    def of(self, *tags: str) -> Iterator[dict[str, str | None]]:
        return (attrs for tag, attrs in self.elements if tag in tags)


each_page = pytest.mark.parametrize(("story", "on", "lang"), PAGES)


@each_page
def test_it_is_well_formed(story: str, on: str, lang: Lang) -> None:
    read = page(story, on, lang)
    assert read.html.startswith("<!doctype html>\n<html")
    assert read.faults == []
    assert next(read.of("html"))["lang"] == lang
    ids = [attrs["id"] for _, attrs in read.elements if attrs.get("id")]
    assert len(ids) == len(set(ids))


@each_page
def test_nothing_comes_from_outside_and_nothing_runs(story: str, on: str, lang: Lang) -> None:
    read = page(story, on, lang)
    tags = {tag for tag, _ in read.elements}
    assert not tags & {"script", "iframe", "object", "embed", "form", "img", "link", "base", "video", "audio"}
    for tag, attrs in read.elements:
        assert "style" not in attrs, f"<{tag}> has an inline style"
        assert not [name for name in attrs if name.startswith("on")], f"<{tag}> has a handler"
        for name in ("href", "src", "action", "data", "srcset"):
            assert (attrs.get(name) or "#").startswith("#"), f"<{tag} {name}={attrs[name]!r}>"
    style = re.search(r"<style>(.*?)</style>", read.html, re.DOTALL)
    assert style is not None
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    assert len(style[1].encode()) < 14_000


@each_page
def test_every_link_leads_somewhere(story: str, on: str, lang: Lang) -> None:
    read = page(story, on, lang)
    ids = {attrs.get("id") for _, attrs in read.elements}
    targets = {(attrs["href"] or "")[1:] for attrs in read.of("a", "use")}
    labels = {id for _, attrs in read.elements if (id := attrs.get("aria-labelledby"))}
    assert targets | labels <= ids


@each_page
def test_headings_are_in_order_and_landmarks_are_there(story: str, on: str, lang: Lang) -> None:
    read = page(story, on, lang)
    levels = [int(tag[1]) for tag, _ in read.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    skipped = [(a, b) for a, b in pairwise(levels) if b > a + 1]
    assert not skipped
    for landmark in ("header", "nav", "main", "footer"):
        assert len(list(read.of(landmark))) == 1


@each_page
def test_every_pathway_exposure_factor_and_question_is_there(story: str, on: str, lang: Lang) -> None:
    read, about = page(story, on, lang), found(story, on)
    ids = {attrs.get("id") for attrs in read.of("article")}
    assert {f"p-{p.id}" for p in pathways()} <= ids
    texts = set(read.texts)
    whole = " ".join(read.texts)
    for exposed in about.exposure:
        assert words.EXPOSED_NAMES[exposed.exposure.id][lang] in texts
    for report in about.reports:
        assert report.pathway.name[lang] in texts
        for warned in report.cautions:
            if warned.truth is not False:
                assert warned.caution.text[lang] in whole
    assert {m.question[lang] for m in about.missing} <= texts
    assert {f.factor.label[lang] for f in about.factors if f.shown is True} <= texts
    assert words.NEVER[lang] in texts
    assert words.UNSUPERVISED[lang] in texts


@each_page
def test_a_state_has_a_mark_and_a_word(story: str, on: str, lang: Lang) -> None:
    html = page(story, on, lang).html
    marks = re.findall(r'<span class="m m-(\w+)">(.*?)</span></span>', html, re.DOTALL)
    assert len(marks) == html.count('<span class="m m-')
    for shape, inside in marks:
        assert f'href="#m-{shape}"' in inside
        assert re.search(r"<span>\S", inside + "</span>")


def _fixed() -> Iterator[Text]:
    """Every fixed text of the page, in both languages."""
    for value in (*vars(words).values(), NAMES, MEANINGS):
        if isinstance(value, Text):
            yield value
        elif isinstance(value, dict):
            yield from (text for text in value.values() if isinstance(text, Text))


@pytest.mark.parametrize(("story", "on"), [("b-child", "2026-11-21"), ("c-long-time-resident", "2014-12-01")])
def test_the_spanish_page_has_no_english_word_of_ours(story: str, on: str) -> None:
    said = [text.casefold().strip(" .:;()") for text in page(story, on, "es").ours]
    whole = " ".join(said)
    spanish = {text.es.casefold().strip(" .") for text in _fixed()}
    for text in _fixed():
        en = text.en.casefold().strip(" .")
        if en in spanish or "{" in en:
            continue
        assert en not in said, f"{text.en!r} stands on the Spanish page"
        if " " in en:
            assert not re.search(rf"\b{re.escape(en)}\b", whole), f"{text.en!r} stands on the Spanish page"


def test_what_a_case_file_says_never_becomes_markup() -> None:
    case = parse_case(
        '{"schema": "nolle.case/1", "case": {"in_removal_proceedings": {"value": true, "source": %s, "said_by": %s}}}'
        % ((json.dumps(EVIL),) * 2),
        "json",
    )
    read = Read(render(opinion(case, date(2023, 10, 6), supervisor=EVIL), "en"))
    assert read.faults == []
    assert not list(read.of("script", "img"))
    assert "<script" not in read.html
    assert read.html.count("</style>") == 1
    assert any(EVIL in text for text in read.texts)


def test_markup_escapes_what_is_not_markup() -> None:
    assert el("b", "<i>", Html("<i></i>"), title='"', hidden=True, id=None) == (
        '<b title="&quot;" hidden>&lt;i&gt;<i></i></b>'
    )
    assert join(["a&b", None, "", Html("<br>")], ", ") == "a&amp;b, <br>"
    assert items("ul", []) == ""


def test_the_head_names_supervisor_record_and_place() -> None:
    case = read_case(EXAMPLES / "a-dismissed-case" / "case.toml")
    about = opinion(case, date(2023, 10, 6), known_on=date(2023, 3, 1), circuit="dc", supervisor="Ana Ruiz, CA 123456")
    texts = Read(render(about, "en")).texts
    assert "supervised by Ana Ruiz, CA 123456" in texts
    assert "as the record stood on March 1, 2023" in texts
    assert "circuit dc" in texts
    assert words.UNSUPERVISED.en not in texts


def test_one_pathway_alone_makes_a_short_page() -> None:
    case = read_case(EXAMPLES / "b-child" / "case.toml")
    read = Read(render(opinion(case, date(2026, 11, 21), only=["sijs_classification"]), "es"))
    assert read.faults == []
    assert [a["id"] for a in read.of("article") if (a.get("id") or "").startswith("p-")] == ["p-sijs_classification"]


def test_a_source_page_is_named_by_its_site() -> None:
    assert host("https://www.justice.gov/eoir/policy#x") == "justice.gov"
    assert host("a note") == "a note"
