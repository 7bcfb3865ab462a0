"""The call list of a docket asks each question after the one that comes before it, as the interview does."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from io import StringIO
from pathlib import Path

import polars as pl
import pytest
from rich.console import Console

from nolle.counsel.asking import first_to_ask
from nolle.counsel.docket import words as w
from nolle.counsel.docket.calls import ASKED_OF, Calls, Plan, asked_of
from nolle.counsel.docket.gates import asked_for, first_questions, gates_of, in_order, is_gated
from nolle.counsel.docket.screen import Request, ready, screen
from nolle.counsel.docket.text_calls import print_plan
from nolle.facts.docket import Docket, case_of, read_docket
from nolle.facts.docket.layout import lists
from nolle.facts.vocabulary import vocabulary
from nolle.logic import Lang

CASELOAD = Path(__file__).parents[2] / "examples" / "caseload"
ON = date(2026, 11, 22)
CLIENT = ("client", "client-private")
FORMS = ("i130", "i485", "i589", "i360_sij")
SOME = ("sijs_classification", "stay_of_removal_i246", "asylum", "tps", "aos_immediate_relative", "voluntary_departure")


def facts() -> list[str]:
    """Every fact with one value a case; of a few forms, for all have the same."""
    found = []
    for name, info in vocabulary().items():
        if name in lists() or name in ("derived", "law", "party", "court"):
            continue
        forms = [f"{name}.{form}" for form in FORMS if form in info.forms] or [name]
        found += [f"{lead}.{key}" for lead in forms for key in info.fields if key != "form"]
    return found


def docket(tmp_path: Path, text: str) -> Docket:
    (tmp_path / "case.csv").write_text(text, encoding="utf-8")
    found = read_docket(tmp_path / "case.csv")
    assert found.rejected.height == 0
    return found


def as_the_interview(frames: Mapping[str, pl.DataFrame], some: list[str]) -> None:
    found = first_questions(frames, some)
    for row in found.iter_rows(named=True):
        case = case_of(frames, row["case_id"])
        for fact in (fact for fact in some if is_gated(fact)):
            expected = first_to_ask(fact, case, frozenset(), lambda name: True)
            assert row[fact] == expected, (row["case_id"], fact)


def test_in_columns_the_same_question_comes_first_as_for_one_case() -> None:
    frames = read_docket(CASELOAD).frames
    as_the_interview({**frames, "case": frames["case"].gather_every(4)}, facts())


def test_it_does_for_every_way_a_gate_can_be_answered(tmp_path: Path) -> None:
    gates = {
        "case__in_removal_proceedings": ["yes", "no", "unknown", "absent", ""],
        "person__birth_date": ["2004", "unknown", "absent", "", "2004-05-07"],
        "person__immigration_status": ["none", "lpr", "unknown", "lpr|none", ""],
        "juvenile__order_in_effect": ["no", "yes", "unknown", "", "absent"],
        "person__ead_category": ["c08", "unknown", "absent", "", "a05"],
        "filing__i130__status": ["approved", "none", "planned|pending", "unknown", "none|planned"],
        "entry__complete": ["yes", "yes", "no", "yes", "yes"],
        "entry_1__manner": ["ewi", "admitted_visa", "ewi", "unknown", "ewi|paroled"],
    }
    rows = [["case_id", *gates], *([f"c{n}", *(told[n] for told in gates.values())] for n in range(5))]
    found = docket(tmp_path, "\n".join(",".join(row) for row in rows))
    as_the_interview(found.frames, facts())


def test_the_facts_to_be_read_hold_every_gate() -> None:
    wanted = gates_of(["case.in_absentia_cause", "person.admitted_vwp"])
    assert {"case.in_absentia", "case.final_order", "case.in_removal_proceedings", "entry.manner"} <= wanted


def everyone(fact: str) -> bool:
    return True


def test_what_comes_before_is_asked_before() -> None:
    first = {"case.final_order_on": "case.in_removal_proceedings"}
    asked = asked_for(["case.final_order_on"], first, everyone)
    assert asked == ("case.in_removal_proceedings", "case.final_order", "case.final_order_on")


def test_what_makes_no_sense_is_not_asked() -> None:
    assert (
        asked_for(["person.us_citizen_confirmed", "case.final_order_on"], {"case.final_order_on": None}, everyone)
        is None
    )


def test_a_second_way_to_say_the_same_is_asked_only_where_the_first_is_not_known() -> None:
    age, birth = "person.age_stated", "person.birth_date"
    assert asked_for([age, birth], {age: birth}, everyone) == (birth,)
    assert asked_for([age], {age: age}, everyone) == (age,)
    assert asked_for([age, "case.detained"], {age: None}, everyone) == ("case.detained",)
    assert asked_for([age], {age: None}, everyone) is None


def test_a_gate_that_this_call_may_not_ask_stands_open() -> None:
    asked = asked_for(
        ["person.age_stated"], {"person.age_stated": "person.birth_date"}, lambda fact: "birth" not in fact
    )
    assert asked == ("person.age_stated",)


def test_over_the_docket_too_no_question_is_named_before_its_gate() -> None:
    both = frozenset(("case.final_order", "case.final_order_on", "case.detained"))
    assert sorted(in_order(both)) == ["case.detained", "case.final_order"]


def planned(frames: Mapping[str, pl.DataFrame], only: tuple[str, ...], whom: Collection[str] = CLIENT) -> Plan:
    request = Request(ON, None, only, rules=False, weigh=False, regimes=())
    calls = Calls(whom)
    for part in screen([frames], request):
        calls.add(part, ready(frames, ON, sensitive=False))
    return calls.plan()


def test_a_case_is_asked_by_its_own_answers(tmp_path: Path) -> None:
    told = docket(
        tmp_path, "case_id,case__in_removal_proceedings,case__administratively_closed\nno,no,\nnobody,,\nyes,yes,yes\n"
    )
    asked = {
        row["case_id"]: row["questions"] for row in planned(told.frames, ("recalendaring",), ASKED_OF).calls.to_dicts()
    }
    assert "case.administratively_closed" not in asked.get("no", ""), "who is not in court is not asked about the court"
    assert asked["nobody"].startswith("case.in_removal_proceedings;case.administratively_closed")
    assert "case.administratively_closed" not in asked.get("yes", ""), "what is told is not asked"


def test_the_steps_over_the_docket_begin_with_the_gate(tmp_path: Path) -> None:
    told = docket(tmp_path, "case_id,person__in_us_now\na,yes\nb,yes\n")
    plan = planned(told.frames, ("recalendaring", "stay_of_removal_i246"))
    places = {step.fact: place for place, step in enumerate(plan.steps)}
    behind = {"case.administratively_closed", "case.final_order"} & set(places)
    assert behind
    assert all(places["case.in_removal_proceedings"] < places[fact] for fact in behind)
    assert 0 < plan.steps[-1].settled <= plan.open


def test_over_the_caseload_no_call_has_a_question_before_its_gate() -> None:
    frames = read_docket(CASELOAD).frames
    plan = planned(frames, SOME)
    assert plan.calls.height > 10
    for row in plan.calls.iter_rows(named=True):
        case, asked = case_of(frames, row["case_id"]), row["questions"].split(";")
        for place, fact in enumerate(asked):
            first = first_to_ask(fact, case, frozenset(), lambda one: asked_of(one) in CLIENT)
            if is_gated(fact):
                assert first in asked[: place + 1], (row["case_id"], fact)


@pytest.mark.parametrize(("lang", "said"), [("en", w.SURVIVORS_HELD.en), ("es", w.SURVIVORS_HELD.es)])
@pytest.mark.parametrize("sensitive", [False, True])
def test_a_terminal_is_told_by_what_law_and_whether_it_holds_what_is_protected(
    lang: Lang, said: str, sensitive: bool
) -> None:
    out = StringIO()
    print_plan(Calls().plan(), (), Console(file=out, width=400), lang, law="0123456789abcdef", sensitive=sensitive)
    assert w.LAW[lang].format(hash="0123456789ab") in out.getvalue().splitlines()
    assert [said in out.getvalue(), w.SURVIVORS_LEFT_OUT[lang] in out.getvalue()] == [sensitive, not sensitive]
