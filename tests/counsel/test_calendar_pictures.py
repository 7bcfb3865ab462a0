"""A year and a timeline of a matter, as SVG and as text: every date there, in words, in both languages."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from nolle.counsel.calendar import timeline, words, year
from nolle.counsel.calendar.matter import Matter, matter_of
from nolle.counsel.calendar.svg import LETTER, wrapped
from nolle.law.procedure import Order, why_not_federal
from nolle.logic import Lang, say_date

from .dated import CLOSURES, CODE, STORIES, TODAY, in_court, story, told

SVG = "{http://www.w3.org/2000/svg}"
LANGS: tuple[Lang, ...] = ("en", "es")


def matter(name: str) -> Matter:
    return matter_of(story(name), TODAY)


def drawn(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)


def said(picture: str) -> str:
    """All the words of a picture, in order."""
    return " ".join("".join(text.itertext()) for text in drawn(picture).iter(f"{SVG}text"))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("made", [year, timeline], ids=["year", "timeline"])
def test_a_picture_is_whole_titled_and_closed_to_the_outside(made: object, name: str, lang: Lang) -> None:
    picture = made.picture(matter(name), lang, CODE)  # type: ignore[attr-defined]
    root = drawn(picture)
    assert root.tag == f"{SVG}svg"
    assert root.get("lang") == lang
    assert say_date(TODAY, lang) in (root.findtext(f"{SVG}title") or "")
    assert root.findtext(f"{SVG}desc")
    assert set((root.get("aria-labelledby") or "").split()) == {"nd-t", "nd-d"}
    assert CODE in said(picture)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|<script|href=|url\(|@import", picture)
    assert "prefers-color-scheme: dark" in picture
    ids = re.findall(r'\bid="([^"]+)"', picture)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", STORIES)
def test_a_year_has_twelve_months_of_whole_weeks_from_sunday(name: str, lang: Lang) -> None:
    months = year.months(matter(name))
    assert [month.first for month in months][:2] == [date(2026, 11, 1), date(2026, 12, 1)]
    assert len(months) == 12
    for month in months:
        assert all(len(week) == 7 for week in month.weeks)
        for week in month.weeks:
            for place, day in enumerate(week):
                assert day is None or (day.day.weekday() + 1) % 7 == place
        days = [day.day for day in month.days]
        assert days[0].day == 1
        assert all((b - a).days == 1 for a, b in pairwise(days))
    picture = said(year.picture(matter(name), lang))
    assert all(year.month_name(month.first, lang) in picture for month in months)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", STORIES)
def test_every_date_of_the_year_is_named_in_the_picture_and_in_the_text(name: str, lang: Lang) -> None:
    found = matter(name)
    in_picture, in_text = said(year.picture(found, lang)), " ".join(year.text(found, lang).split())
    for entry in found.entries():
        if date(2026, 11, 1) <= entry.day < date(2027, 11, 1):
            assert entry.label[lang] in in_picture
            assert f"{words.MARKS[entry.kind]} {entry.day.isoformat()} {entry.label[lang]}" in in_text


def test_holidays_and_closures_are_marked_and_named_not_only_coloured() -> None:
    closed = matter_of(in_court(), TODAY, closures=CLOSURES)
    text = year.text(closed, "en")
    assert "× 2026-11-26  Thanksgiving Day" in text
    assert "26×" in text
    assert "× 2026-12-15  The court was closed" in text
    assert "× 2026-11-26  Día de Acción de Gracias" in year.text(closed, "es")
    for month in year.months(closed):
        for day in month.days:
            assert (why_not_federal(day.day) is None) or day.closed is not None


def test_where_the_last_day_is_later_than_the_day_to_work_to_both_are_marked() -> None:
    found = matter_of(in_court(), TODAY, orders={"motion_continue": Order(date(2027, 1, 2), "order of 2026-11-03")})
    text = year.text(found, "en")
    assert "◆ 2026-12-31  Motion to continue" in text
    assert "◇ 2027-01-02  Motion to continue: last day as ordered" in text
    assert "before the order: February 25, 2027" in timeline.text(found, "en")
    assert '<tspan class="x">February 25, 2027</tspan>' in timeline.picture(found, "en"), "struck through"


@pytest.mark.parametrize("name", STORIES)
def test_the_timeline_runs_from_the_notice_through_today_to_the_last_date(name: str) -> None:
    found = matter(name)
    days = [one.day for one in timeline.dates(found)]
    assert days == sorted(days)
    text = timeline.text(found, "en")
    lines = text.splitlines()
    today = next(n for n, line in enumerate(lines) if "Today" in line)
    for n, line in enumerate(lines):
        if match := re.search(r"\d{4}-\d{2}-\d{2}", line):
            assert (date.fromisoformat(match[0]) < TODAY) is (n < today)
    assert "Notice to Appear served" in text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", STORIES)
def test_every_date_of_the_timeline_is_in_the_picture_wide_and_narrow(name: str, lang: Lang) -> None:
    found = matter(name)
    root = drawn(timeline.picture(found, lang))
    for arrangement in ("wide", "slim"):
        group = next(g for g in root.iter(f"{SVG}g") if g.get("class") == arrangement)
        whole = " ".join("".join(text.itertext()) for text in group.iter(f"{SVG}text"))
        for one in timeline.dates(found):
            assert one.label[lang] in whole
            assert say_date(one.day, lang) in whole


def test_the_dismissed_case_shows_its_request_its_order_and_its_watch() -> None:
    kinds = {one.id: one.kind for one in timeline.dates(matter("a-dismissed-case"))}
    assert kinds["event.case.pd_requested_on"] == "request"
    assert kinds["event.case.motion_decided_on"] == "order"
    assert kinds["post_order_watch"] == "watch"
    assert "uac_18" not in kinds, "an age that was past before the matter began is no part of it"


def test_the_child_s_ages_are_on_her_timeline() -> None:
    ages = {one.id for one in timeline.dates(matter("b-child")) if one.kind == "age"}
    assert {"uac_18", "sij_state_order", "sij_i360_21"} <= ages


def test_an_empty_case_is_drawn_too() -> None:
    empty = matter_of(told(), TODAY)
    assert empty.entries(behind=True) == ()
    assert words.TODAY.en in timeline.text(empty, "en")
    assert drawn(timeline.picture(empty, "en")) is not None
    assert drawn(year.picture(empty, "es")) is not None


@pytest.mark.parametrize("made", [year, timeline], ids=["year", "timeline"])
def test_text_fits_a_page(made: object) -> None:
    for name in STORIES:
        for lang in LANGS:
            assert max(map(len, made.text(matter(name), lang, CODE).splitlines())) <= 100  # type: ignore[attr-defined]


def test_what_a_person_typed_cannot_become_a_tag() -> None:
    evil = matter_of(in_court(), TODAY, closures=[])
    picture = year.picture(evil, "en", "<script>&")
    assert "<script>&" in said(picture)
    assert "<script" not in picture


def test_wrapped_words_lose_nothing_and_fit() -> None:
    long = "Filing that asks for a ruling at or before a master hearing"
    lines = wrapped(long, 120, 14)
    assert " ".join(lines) == long
    assert all(len(line) * 14 * LETTER <= 120 for line in lines)


def test_hearings_that_are_told_twice_and_differently_are_said() -> None:
    case = told(case={"next_hearing_on": "2027-03-12"}, court={"next_hearing_at": "2027-03-15T09:00"})
    found = matter_of(case, TODAY)
    assert "name different days" in found.notes[0].en
    assert found.hearing is not None
    assert found.hearing.at is None
    only_hour = matter_of(told(court={"next_hearing_at": "2027-03-15T09:00"}), TODAY)
    assert "case.next_hearing_on is not told" in only_hour.notes[0].en


def test_a_court_that_does_not_exist_is_said_and_left_out() -> None:
    found = matter_of(told(case={"next_hearing_on": "2027-03-12"}, court={"court_code": "ZZZ"}), TODAY)
    assert found.court is None
    assert "court.court_code" in found.notes[0].en
