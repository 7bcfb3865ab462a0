"""``nolle deadlines``: every deadline of a case, the soonest first, and the files made of them."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import time_machine
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from nolle.law.procedure import rules

from .running import STORY_A, STORY_B, STORY_C, answered, run

DAY = ("--on", "2026-11-21")
ORDERS = """
[[order]]
id = "ic_master_filing_nondetained"
due = 2026-12-12
source = "scheduling order of 2026-09-02"
on = 2026-09-02

[[order]]
id = "motion_continue"
due = 2026-12-01
source = "order of 2026-12-01"
on = 2026-12-01
"""


def schema(name: str) -> Any:
    return json.loads(resources.files("nolle.counsel").joinpath("schemas", f"{name}.json").read_text("utf-8"))


def faults(answer: Any) -> list[str]:
    """Where an answer leaves its schema."""
    registry: Any = Registry().with_resource("urn:nolle:deadline:1", Resource.from_contents(schema("deadline")))
    checker = Draft202012Validator(
        schema("deadlines"), registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in checker.iter_errors(answer)]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The child's case in a folder of its own, with the judge's orders beside it."""
    shutil.copy(STORY_B, tmp_path / "case.toml")
    (tmp_path / "case.orders.toml").write_text(ORDERS, "utf-8")
    return tmp_path / "case.toml"


@pytest.mark.parametrize("story", [STORY_A, STORY_B, STORY_C])
def test_json_holds_to_its_schema_and_stands_in_order(story: str) -> None:
    found = answered("deadlines", story, *DAY, "--json").json
    assert not faults(found)
    assert found["schema"] == "nolle.deadlines/1"
    days = [one["days"] for one in found["deadlines"] if one["days"] is not None]
    assert days == sorted(days)
    assert all(one["why"] for one in found["deadlines"] if one["due"] is None)
    assert all(one["missing"] for one in found["deadlines"] if one["status"] == "unknown")


def test_the_schema_is_well_formed_and_refuses_what_is_no_answer() -> None:
    Draft202012Validator.check_schema(schema("deadlines"))
    good = answered("deadlines", STORY_B, *DAY, "--json").json
    one = good["deadlines"][0]
    assert faults({**good, "deadlines": [{**one, "score": 1}]})
    assert faults({**good, "deadlines": [{key: value for key, value in one.items() if key != "steps"}]})
    assert faults({**good, "as_of": "soon"})


def test_text_puts_what_is_near_first_and_marks_what_has_gone_by() -> None:
    out = answered("deadlines", STORY_B, *DAY).out
    places = [out.index(said) for said in ("Next hearing", "Ahead", "Motion to continue", "Gone by", "Not known yet")]
    assert places == sorted(places)
    assert "GONE BY" in out
    assert "in 39 days" in out
    assert "? When does your work permit expire?" in out
    assert "No attorney has reviewed these dates." in out


def test_what_went_by_long_ago_is_counted_and_shown_when_asked_for() -> None:
    short, every = (answered("deadlines", STORY_A, *DAY, *more).out for more in ((), ("--all",)))
    assert "--all shows" in short
    assert "2009-04-16" not in short
    assert "2009-04-16" in every


def test_full_shows_the_working_and_the_law_of_each() -> None:
    short, full = (answered("deadlines", STORY_B, *DAY, *more).out for more in ((), ("--full",)))
    assert "15 days before Thursday, January 14, 2027 is Wednesday, December 30, 2026" in full
    assert "ICPM ch. 3.1(b)(1)(A)" in full
    assert "15 days before" not in short


def test_a_hearing_that_has_gone_by_is_not_called_the_next() -> None:
    out = answered("deadlines", STORY_B, "--on", "2027-02-01").out
    assert "The hearing that is told has gone by (Thursday, January 14, 2027)" in " ".join(out.split())
    assert "Next hearing:" not in out


def test_it_speaks_spanish() -> None:
    out = answered("deadlines", STORY_C, *DAY, "--lang", "es").out
    for said in ("Plazos al 21 de noviembre de 2026", "Próxima audiencia", "en 9 días", "Lo que ya pasó"):
        assert said in out
    assert "Deadline" not in out


def test_an_order_beside_the_case_wins_and_the_default_is_there(case: Path) -> None:
    found = run("deadlines", str(case), *DAY, "--json").json
    assert not faults(found)
    one = next(one for one in found["deadlines"] if one["id"] == "ic_master_filing_nondetained")
    assert (one["status"], one["safe"], one["due"]) == ("ordered", "2026-12-11", "2026-12-12")
    assert one["order"]["source"] == "scheduling order of 2026-09-02"
    assert one["replaced"]["due"] == "2026-12-30"
    assert found["orders"]["later"] == 1, "an order made after the day asked about is left out, and counted"
    out = run("deadlines", str(case), *DAY).out
    assert "the judge ordered it (scheduling order of 2026-09-02)" in " ".join(out.split())
    assert "1 made after this day left out" in out


def test_the_default_that_an_order_replaced_is_struck_through(case: Path) -> None:
    from rich.console import Console

    from nolle.cli.deadlines_show import shown
    from nolle.counsel.calendar.matter import matter_of
    from nolle.facts.casefile import read_case
    from nolle.law.procedure import in_effect, read_orders

    orders = in_effect(read_orders(case.with_name("case.orders.toml")), date(2026, 11, 21))
    found = matter_of(read_case(case), date(2026, 11, 21), orders=orders)
    console = Console(force_terminal=True, width=100, legacy_windows=False)
    with console.capture() as capture:
        console.print(shown(found, "case.toml", "en", kept_in=None, left_out=0, full=False, every=False, written={}))
    assert re.search(r"\x1b\[[\d;]*9mWednesday, December 30,", capture.get()), "struck through"


def test_orders_of_another_file_are_taken_when_named(case: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(ORDERS.replace("2026-12-12", "2026-12-04"), "utf-8")
    found = run("deadlines", str(case), *DAY, "--orders", str(other), "--json").json
    one = next(one for one in found["deadlines"] if one["id"] == "ic_master_filing_nondetained")
    assert one["due"] == "2026-12-04"


def test_every_deadline_can_be_asked_by_its_id_through_a_case() -> None:
    wanted = [word for id in rules() for word in ("--only", id)]
    found = answered("deadlines", STORY_C, *DAY, *wanted, "--json").json
    assert not faults(found)
    told = {one["id"] for one in found["deadlines"]}
    ruled_out = {note["en"].partition(" (")[0] for note in found["notes"]}
    assert told | ruled_out == set(rules())
    assert not told & ruled_out
    assert all(one["due"] is not None or one["why"] for one in found["deadlines"])


@pytest.mark.parametrize("id", ["bia_brief_20", "relief_application_due", "uac_18", "bia_appeal"])
def test_one_deadline_is_asked_alone_and_through_a_case(id: str) -> None:
    assert answered("deadline", id, "--json").json["id"] == id
    through = answered("deadlines", STORY_C, *DAY, "--only", id, "--json").json
    assert [one["id"] for one in through["deadlines"]] == [id] or through["notes"][0]["en"].startswith(id)


def test_a_calendar_and_two_pictures_are_written_for_their_owner_alone(case: Path, tmp_path: Path) -> None:
    names = {"ics": "m.ics", "svg": "year.svg", "timeline": "line.txt"}
    options = [word for option, name in names.items() for word in (f"--{option}", str(tmp_path / name))]
    with time_machine.travel("2026-11-21T12:00:00+00:00", tick=False):
        found = run("deadlines", str(case), *DAY, *options, "--matter", "2026-0141", "--json").json
        again = run("deadlines", str(case), *DAY, *options, "--matter", "2026-0141")
    assert not faults(found)
    assert found["written"]["ics"]["new"] > 8
    assert f"0 new, 0 changed, 0 cancelled, {found['written']['ics']['new']} as before" in " ".join(again.out.split())
    for name in names.values():
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert "DTSTAMP:20261121T120000Z" in (tmp_path / "m.ics").read_text("utf-8")
    assert (tmp_path / "year.svg").read_text("utf-8").startswith("<?xml")
    assert "Today, November 21, 2026" in (tmp_path / "line.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (("--ics", "m.ics"), "add --matter CODE"),
        (("--ics", "m.txt", "--matter", "7"), "End it in .ics"),
        (("--svg", "y.pdf"), "End it in .svg or .txt"),
        (("--svg", "nowhere/y.svg"), "there is no folder"),
        (("--svg", "y.svg", "--timeline", "y.svg"), "name the same file"),
        (("--ics", "m.ics", "--matter", "A123456789"), "A-number"),
        (("--ics", "m.ics", "--matter", "Smith"), "with a digit among them, such as 2026-0141"),
        (("--ics", "m.ics", "--matter", "7", "--only", "bia_appeal"), "leave out --only"),
        (("--only", "bia_apeal"), "did you mean bia_appeal"),
        (("--orders", "none.toml"), "cannot be read"),
        (("--closures", "none.toml"), "cannot be read"),
        (("--on", "soon"), "is not a day"),
        (("--circuit", "14"), "not a circuit"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    words: tuple[str, ...], wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("deadlines", STORY_B, *words)
    assert (ran.code, ran.out) == (2, "")
    assert wrong in ran.err
    assert "Traceback" not in ran.err
    assert list(tmp_path.iterdir()) == []


def test_dates_that_cannot_be_are_refused_with_both(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text(
        'schema = "nolle.case/1"\n[case]\nnta_served_on = "2026-12-12"\nnext_hearing_on = "2026-12-11"\n', "utf-8"
    )
    ran = run("deadlines", str(path), "--on", "2026-12-31")
    assert ran.code == 2
    assert "case.next_hearing_on" in ran.err
    assert "case.nta_served_on" in ran.err


def test_a_bad_order_beside_the_case_is_never_passed_over(case: Path) -> None:
    case.with_name("case.orders.toml").write_text("[[order]]\nid = 'x'", "utf-8")
    ran = run("deadlines", str(case), *DAY)
    assert ran.code == 2
    assert "case.orders.toml: order 1" in ran.err


@pytest.mark.parametrize("name", ["mine.svg", "mine.txt", "mine.ics"])
def test_somebody_elses_file_is_left_as_it_is(name: str, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.parent)
    file = case.with_name(name)
    file.write_text("mine", "utf-8")
    for option in ("--ics",) if name.endswith(".ics") else ("--svg", "--timeline"):
        words = ("deadlines", str(case), *DAY, option, name, "--matter", "2026-0141")
        ran = run(*words)
        assert (ran.code, ran.err.count("\n"), file.read_text("utf-8")) == (2, 1, "mine"), ran.err
        if option != "--ics":
            assert run(*words, "--force").code == 0
            assert run(*words, "--lang", "es").code == 0, "what nolle wrote is written over"
            assert run(*words).code == 0
            file.write_text("mine", "utf-8")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Next hearing: in September 2026, day not known"),
        ("es", "Próxima audiencia: en septiembre de 2026, día desconocido"),
    ],
)
def test_a_hearing_known_only_to_its_month_is_given_no_day(lang: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    told = {"in_removal_proceedings": True, "posture": "pre_pleading", "next_hearing_on": "2026-09"}
    file.write_text(json.dumps({"schema": "nolle.case/1", "case": told}), "utf-8")
    ran = run("deadlines", str(file), "--on", "2026-03-15", "--lang", lang)
    assert ran.code == 0, ran.err
    assert said in " ".join(ran.out.split())
    (attend,) = [line for line in ran.out.splitlines() if "Attend every" in line or "Asistir a toda" in line]
    assert attend.split()[1] == "2026-09"
    screened = run("screen", str(file), "--on", "2026-03-15", "--lang", lang, "--only", "recalendaring")
    assert said in " ".join(screened.out.split())
