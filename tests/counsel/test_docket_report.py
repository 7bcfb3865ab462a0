"""The page of a docket: charts with their tables, both languages, no script, nothing from outside."""

from __future__ import annotations

import re
import stat
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from nolle.counsel.docket.compare import compare_docket
from nolle.counsel.docket.report import render_report, write_report
from nolle.counsel.docket.report_compare import render_comparison
from nolle.counsel.docket.screen import Request
from nolle.counsel.docket.summary import Summary
from nolle.logic import Lang

from .sampled import TODAY, sample

LANGS: tuple[Lang, ...] = ("en", "es")
COUNTED = Summary(
    cases=10,
    statuses={"asylum": Counter(open=4, closed=6), "dapa_2014": Counter(not_in_force=10)},
    missing={"person.birth_date": 7, "conviction": 3},
    hearings={date(2026, 12, 1): 2, date(2027, 3, 1): 1},
    deadlines={date(2026, 12, 15): 3},
    due={"asylum.one_year": 3},
    truths={"exposure__no_bond": Counter({True: 1, None: 8, False: 1}), "priority": Counter({None: 10})},
    first=(
        {
            "case": "<b>0123</b>",
            "next_hearing": date(2026, 12, 1),
            "next_hearing_rough": True,
            "soonest_deadline": None,
            "soonest_deadline_of": None,
            "soonest_deadline_rough": None,
            "soonest_deadline_ordered": False,
            "open_ways": 1,
            "dates_contradict": True,
        },
    ),
)


@cache
def page(lang: Lang = "en") -> str:
    return render_report(COUNTED, on=TODAY, lang=lang)


def numbers(html: str) -> Counter[int]:
    """The numbers in the cells of the tables; a cell may begin with its column's name, for a narrow screen."""
    told = (re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", html, re.DOTALL))
    ends = (re.search(r"([\d,]+)\s*$", cell) for cell in told)
    return Counter(int(end[1].replace(",", "")) for end in ends if end is not None)


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_runs_nothing_and_asks_for_nothing_outside(lang: Lang) -> None:
    html = page(lang)
    assert "<script" not in html
    assert not re.findall(r"(?:src|href)=\"(?!#)[^\"]*\"", html)
    assert not re.findall(r"url\((?!#)", html)
    assert "default-src 'none'" in html
    assert not re.search(r"\son[a-z]+=", html)


@pytest.mark.parametrize("lang", LANGS)
def test_every_chart_is_real_text_with_a_title_and_a_table_beside_it(lang: Lang) -> None:
    charts = re.findall(r"<svg[^>]*role=\"img\".*?</svg>", page(lang), re.DOTALL)
    assert len(charts) >= 4
    for chart in charts:
        ET.fromstring(chart)
        assert "<title" in chart
        assert "<text" in chart
    assert page(lang).count("<table") >= 4


def test_the_numbers_of_a_pathway_add_up_to_the_cases() -> None:
    told = numbers(page())
    assert told[4]
    assert told[6]
    assert "2014" in page(), "what is not in force is named, not drawn"


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ("2026-12-01 or later", "cannot both be right")), ("es", ("2026-12-01 o después", "ambas correctas"))],
)
def test_a_day_that_is_not_sure_is_told_so(lang: Lang, words: tuple[str, ...]) -> None:
    assert all(said in page(lang) for said in words)


def test_a_name_is_escaped_and_the_same_counts_give_the_same_bytes() -> None:
    assert "<b>0123</b>" not in page()
    assert "&lt;b&gt;0123&lt;/b&gt;" in page()
    assert page() == render_report(COUNTED, on=TODAY, lang="en")


def test_an_empty_docket_and_one_without_exposure_have_pages_too() -> None:
    empty = Summary(0, {}, {}, {}, {}, {}, {})
    assert "<main" in render_report(empty, on=None, lang="en")
    assert "--include-sensitive" in render_report(replace(COUNTED, truths={}), on=TODAY, lang="en")


def test_a_page_is_for_its_owner_alone(tmp_path: Path) -> None:
    write_report(COUNTED, tmp_path / "page.html", on=TODAY, lang="es")
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o600
    assert '<html lang="es">' in (tmp_path / "page.html").read_text("utf-8")


@pytest.mark.parametrize("lang", LANGS)
def test_a_comparison_has_a_page(lang: Lang) -> None:
    only = ("sij_deferred_action", "administrative_closure")
    a, b = (Request(day, only=only) for day in (date(2024, 6, 1), TODAY))
    found = compare_docket([sample(60).frames], a, b)
    html = render_comparison(found, lang=lang)
    assert "<script" not in html
    assert found.groups
    assert not Counter(group.cases for group in found.groups) - numbers(html)
