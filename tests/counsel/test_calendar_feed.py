"""The calendar file: read back by another library, carried on from writing to writing, and telling nobody's name."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import vobject

from nolle.counsel.calendar import timeline, words, year
from nolle.counsel.calendar.held import name_held_back, working_held_back
from nolle.counsel.calendar.ics import CalendarExtraMissing, FeedError, check_code, feed, uid_of, write_feed
from nolle.counsel.calendar.matter import HEARING, Matter, matter_of
from nolle.facts.casefile import CaseFile
from nolle.law.procedure import alerts_told, rule, rules
from nolle.logic import Lang, say_date

from .dated import CLOSURES, CODE, LATER, ORDERS, STAMP, STORIES, TODAY, in_court, planted, story, told


def fed(case: CaseFile, before: bytes | None = None, stamp: datetime = STAMP, on: date = TODAY, **more: Any) -> bytes:
    return feed(matter_of(case, on, **more), CODE, "en", stamp, before)[0]


def plain(text: str) -> str:
    """The words of a text or picture."""
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def read(data: bytes) -> Mapping[str, Any]:
    """The events by id, as the other library reads them."""
    events = vobject.readOne(data.decode()).contents.get("vevent", [])
    found = {event.uid.value: event for event in events}
    assert len(found) == len(events), "an id stands there twice"
    return found


def unfolded(data: bytes) -> str:
    return data.decode().replace("\r\n ", "")


@pytest.fixture(scope="module")
def matter() -> Matter:
    return matter_of(in_court(), TODAY)


@pytest.fixture(scope="module")
def written(matter: Matter) -> bytes:
    return feed(matter, CODE, "en", STAMP)[0]


def test_another_library_reads_every_date_to_come(matter: Matter, written: bytes) -> None:
    events = read(written)
    for entry in matter.entries():
        event = events.get(uid_of(CODE, entry.id))
        assert (event is not None) is (entry.day >= TODAY), entry.id
        if event is not None and entry.id != HEARING:
            assert event.dtstart.value == entry.day, "a deadline is an event of the whole day"
            assert (event.dtend.value - event.dtstart.value).days == 1
            assert event.summary.value == f"{CODE} · {entry.label.en}"
            assert event.status.value == ("TENTATIVE" if entry.open else "CONFIRMED")
    assert len(events) == 6


def test_a_hearing_has_its_hour_in_the_zone_of_the_court(written: bytes) -> None:
    hearing = read(written)[uid_of(CODE, HEARING)]
    assert hearing.dtstart.value.astimezone(UTC) == datetime(2027, 3, 12, 14, 0, tzinfo=UTC)
    assert "DTSTART;TZID=America/New_York:20270312T090000" in unfolded(written)
    assert "BEGIN:VTIMEZONE\r\nTZID:America/New_York" in unfolded(written)
    assert "TZOFFSETTO:-0500" in unfolded(written)


def test_a_hearing_told_with_an_offset_is_the_same_moment() -> None:
    case = told(
        case={"next_hearing_on": "2027-03-12"},
        court={"court_code": "BAL", "next_hearing_at": "2027-03-12T06:00-08:00"},
    )
    assert "DTSTART;TZID=America/New_York:20270312T090000" in unfolded(fed(case))


def test_a_hearing_without_its_hour_is_a_day() -> None:
    case = told(case={"next_hearing_on": "2027-03-12"}, court={"court_code": "BAL"})
    assert read(fed(case))[uid_of(CODE, HEARING)].dtstart.value == date(2027, 3, 12)


def test_an_hour_at_a_court_that_is_not_known_says_so() -> None:
    case = told(case={"next_hearing_on": "2027-03-12"}, court={"next_hearing_at": "2027-03-12T09:00"})
    assert "DTSTART:20270312T090000\r\n" in unfolded(fed(case))
    assert "whose time zone is not known" in unfolded(fed(case))


def test_every_event_reminds_a_month_a_week_and_a_day_before_and_when_the_law_s_data_say(written: bytes) -> None:
    for uid, event in read(written).items():
        days = {-alarm.trigger.value.days for alarm in event.contents["valarm"]}
        assert {30, 7, 1} <= days, uid
    asylum = told(asylum={"last_arrival_on": "2026-06-01"})
    events = read(fed(asylum))
    own = {-alarm.trigger.value.days for alarm in events[uid_of(CODE, "asylum_one_year")].contents["valarm"]}
    assert own == {30, 7, 1, *alerts_told(rule("asylum_one_year"))}


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_file_keeps_the_rules_of_rfc_5545(name: str, lang: Lang) -> None:
    data, _ = feed(matter_of(story(name), TODAY), CODE, lang, STAMP)
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line for line in lines), "lines end in CRLF"
    assert all(len(line) <= 75 for line in lines), "no line is longer than 75 octets"
    open_: list[str] = []
    for line in unfolded(data).split("\r\n")[:-1]:
        name_, _, value = line.partition(":")
        assert name_, "a line has a name and a value"
        if name_ == "BEGIN":
            open_.append(value)
        elif name_ == "END":
            assert open_.pop() == value
    assert not open_
    for event in read(data).values():
        needed = {"uid", "dtstamp", "dtstart", "dtend", "summary", "sequence", "last-modified", "status", "categories"}
        assert needed <= set(event.contents)


def test_written_again_on_another_day_nothing_has_changed(written: bytes) -> None:
    again, counts = feed(matter_of(in_court(), date(2026, 11, 30)), CODE, "en", LATER, written)
    assert again == written
    assert (counts.new, counts.changed, counts.cancelled) == (0, 0, 0)


def test_a_change_keeps_the_id_and_counts_up(written: bytes) -> None:
    before = read(written)
    moved = read(fed(in_court(next_hearing_on="2027-04-16"), written, LATER))
    old, new = (events[uid_of(CODE, "ic_individual_filing_current")] for events in (before, moved))
    assert (old.sequence.value, new.sequence.value) == ("0", "1")
    assert new.last_modified.value == LATER
    assert new.dtstart.value > old.dtstart.value
    birthday = told(person={"birth_date": "2009-07-05"})
    first = fed(birthday)
    second = read(fed(told(person={"birth_date": "2009-07-05", "ead_expires_on": "2028-01-01"}), first, LATER))
    same = second[uid_of(CODE, "uac_18")]
    assert (same.sequence.value, same.last_modified.value) == ("0", STAMP), "what is the same keeps its number and day"


def test_what_is_gone_is_cancelled_once_and_comes_back_with_the_next_number(written: bytes) -> None:
    uid = uid_of(CODE, "ic_individual_filing_current")
    gone, counts = feed(matter_of(in_court(posture="dismissed"), TODAY), CODE, "en", LATER, written)
    event = read(gone)[uid]
    assert (event.status.value, event.sequence.value) == ("CANCELLED", "1")
    assert "valarm" not in event.contents
    assert counts.cancelled > 3
    again, counts = feed(matter_of(in_court(posture="dismissed"), TODAY), CODE, "en", LATER, gone)
    assert (again, counts.cancelled) == (gone, 0)
    back = read(fed(in_court(), again, LATER))[uid]
    assert (back.status.value, back.sequence.value) == ("CONFIRMED", "2")


def test_a_date_that_has_gone_by_stays_but_is_not_added() -> None:
    uid = uid_of(CODE, "asylum_one_year")
    case = told(asylum={"last_arrival_on": "2025-12-01"}, filing={"i589": {"filed_on": {"absent": True}}})
    first, passed = fed(case), date(2027, 1, 5)
    assert read(first)[uid].dtstart.value == date(2026, 12, 1)
    assert uid not in read(fed(case, on=passed))
    assert read(fed(case, first, LATER, on=passed))[uid].status.value != "CANCELLED"


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", [*STORIES, "planted"])
def test_no_name_and_no_number_of_a_person_stands_in_a_calendar(name: str, lang: Lang) -> None:
    case = planted() if name == "planted" else story(name)
    orders, closures = (ORDERS, CLOSURES) if name == "planted" else ({}, ())
    data, _ = feed(matter_of(case, TODAY, orders=orders, closures=closures), CODE, lang, STAMP)
    said = unfolded(data).casefold()
    for secret in ("zoraida", "quispe", "987 654", "987654"):
        assert secret not in said
    for cell in case.for_papers.values():
        texts = cell.answer if isinstance(cell.answer, tuple) else (cell.answer,)
        assert not any(isinstance(text, str) and len(text) > 3 and text.casefold() in said for text in texts)


def test_a_protected_a_conceded_and_a_relative_s_day_are_not_spelled_out() -> None:
    matter = matter_of(planted(), TODAY, orders=ORDERS, closures=CLOSURES)
    said = unfolded(feed(matter, CODE, "en", STAMP)[0])
    days = {"October 10\\, 2026": "signature", "February 2\\, 2026": "arrival", "July 5\\, 2009": "birth"}
    assert {what for day, what in days.items() if day in said} == set()
    assert "VAWA" not in said
    assert "I-918" not in said
    events = read(feed(matter, CODE, "en", STAMP)[0])
    assert events[uid_of(CODE, "u_cert")].summary.value == f"{CODE} · Deadline: see the file"
    assert "See the file" in events[uid_of(CODE, "asylum_one_year")].description.value
    assert "14 days before" in events[uid_of(CODE, "pd_prehearing_chase")].description.value, "plain working is told"


def test_every_deadline_of_survivors_has_its_name_held_back() -> None:
    named = {id for id, one in rules().items() if any(word in one.label.en for word in ("VAWA", "I-918", "divorce"))}
    assert named <= {id for id in rules() if name_held_back(id)}
    assert all(working_held_back(id) for id in ("uac_18", "qr_child_21", "asylum_one_year", "ten_year_42b"))
    assert not working_held_back("bia_appeal")


def test_an_order_is_told_without_its_words() -> None:
    matter = matter_of(planted(), TODAY, orders=ORDERS, closures=CLOSURES)
    event = read(feed(matter, CODE, "en", STAMP)[0])[uid_of(CODE, "motion_continue")]
    assert event.dtstart.value == date(2026, 12, 3)
    assert "Set by the judge" in event.description.value


def test_the_file_is_its_owner_s_alone_and_is_carried_on(tmp_path: Path, matter: Matter) -> None:
    path = tmp_path / "matter.ics"
    assert write_feed(path, matter, CODE, "en", STAMP).new == 6
    assert path.stat().st_mode & 0o777 == 0o600
    assert write_feed(path, matter, CODE, "en", LATER).same == 6
    assert [one.name for one in tmp_path.iterdir()] == ["matter.ics"], "nothing is left beside it"


STRANGER = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//someone//else//EN\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize("there", [STRANGER, b"", b"hello", b"\xff\xfe\x00", b"BEGIN:VCALENDAR\r\nPRODID:x"])
def test_a_file_of_another_kind_is_left_as_it_is(there: bytes, tmp_path: Path, matter: Matter) -> None:
    path = tmp_path / "mine.ics"
    path.write_bytes(there)
    with pytest.raises(FeedError, match=r"mine\.ics is no calendar that nolle wrote"):
        write_feed(path, matter, CODE, "en", STAMP)
    assert path.read_bytes() == there


def test_so_is_the_calendar_of_another_matter(tmp_path: Path, matter: Matter) -> None:
    path = tmp_path / "other.ics"
    write_feed(path, matter, "2025-0007", "en", STAMP)
    before = path.read_bytes()
    with pytest.raises(FeedError, match="another matter"):
        write_feed(path, matter, CODE, "en", LATER)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("", "not the code"),
        ("a b", "not the code"),
        ("x" * 33, "not the code"),
        ("2026;0141", "not the code"),
        ("Smith", "with a digit among them"),
        ("987654321", "A-number"),
        ("A987-654-321", "A-number"),
        ("quispe-2026", "name or number"),
        ("2026-ZORAIDA", "name or number"),
    ],
)
def test_a_code_that_tells_of_a_person_is_refused(code: str, wrong: str) -> None:
    with pytest.raises(FeedError, match=wrong):
        check_code(code, ["Zoraida Quispe", "A 987 654 321"])


@pytest.mark.parametrize("code", ["2026-0141", "M.17", "clinic/2026_3"])
def test_a_plain_code_is_taken(code: str) -> None:
    assert check_code(code, ["Zoraida Quispe", "A 987 654 321"]) == code


@pytest.mark.parametrize("code", ["Zoraida", "Zoraida-Quispe", "QUISPE-2026", "2026.zoraida"])
def test_a_code_that_may_be_a_name_is_refused_where_the_file_names_nobody(code: str) -> None:
    with pytest.raises(FeedError, match=r"may be a name|with a digit among them"):
        check_code(code)
    assert check_code("SIJ-2026-014") == "SIJ-2026-014"


HEARINGS = [
    ("2027-03", "in March 2027, day not known", "en marzo de 2027, día desconocido", "2027-03"),
    ("2027", "in 2027, day not known", "en 2027, día desconocido", "2027"),
    ("2027-03~", "about March 2027, day not known", "alrededor de marzo de 2027, día desconocido", "~2027-02"),
]


@pytest.mark.parametrize(("written", "en", "es", "short"), HEARINGS)
def test_a_hearing_known_only_to_its_month_has_no_day_anywhere(written: str, en: str, es: str, short: str) -> None:
    found = matter_of(told(case={"next_hearing_on": written, "in_removal_proceedings": True}), TODAY)
    (hearing,) = [one for one in found.entries() if one.id == HEARING]
    langs: list[tuple[Lang, str]] = [("en", en), ("es", es)]
    for lang, said in langs:
        title = words.hearing(None)[lang]
        in_year, line = plain(year.text(found, lang)), plain(timeline.text(found, lang))
        assert f"■ {hearing.day:%Y-%m} {title}: {said}" in in_year
        assert f"■ {short} {title} ({said})" in line
        pictures = [plain(year.picture(found, lang)), plain(timeline.picture(found, lang))]
        assert all(said in picture for picture in pictures)
        for made_up in (hearing.day.isoformat(), say_date(hearing.day, lang)):
            assert not [text for text in (in_year, line, *pictures) if f"{made_up} {title}" in text]
        event = read(feed(found, CODE, lang, STAMP)[0])[uid_of(CODE, HEARING)]
        assert event.summary.value == f"{CODE} · {title}, {said}"
        assert event.dtstart.value == hearing.day
        assert event.dtend.value > hearing.day.replace(day=28), "it lasts as long as it may be"
        assert event.status.value == "TENTATIVE"


def test_a_hearing_some_day_this_month_is_still_in_the_calendar() -> None:
    found = matter_of(told(case={"next_hearing_on": "2026-11", "in_removal_proceedings": True}), TODAY)
    events = read(feed(found, CODE, "en", STAMP)[0])
    assert events[uid_of(CODE, HEARING)].dtend.value == date(2026, 12, 1)
    assert "■ 2026-11     Hearing: in November 2026, day not known" in year.text(found, "en")


def test_an_id_is_the_same_for_the_same_date_and_tells_nothing() -> None:
    assert uid_of(CODE, "bia_appeal") == uid_of(CODE, "bia_appeal") != uid_of("2026-0142", "bia_appeal")
    assert CODE not in uid_of(CODE, "bia_appeal")
    assert "appeal" not in uid_of(CODE, "bia_appeal")


def test_without_the_package_the_remedy_is_named(matter: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(CalendarExtraMissing, match=r"install nolle\[calendar\]"):
        feed(matter, CODE, "en", STAMP)
