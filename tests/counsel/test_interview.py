"""Interviews with invented people, from the first question to the last, and what is never asked."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from statistics import median

import pytest

from nolle.counsel.asking import GATES, LISTS, first_to_ask, gate_of, opens, priors, private, sensitivity
from nolle.counsel.interview import PATIENCE, Audience, Interview, Step, step_record
from nolle.facts.casefile import CaseFile, empty_case, parse_case
from nolle.facts.vocabulary import find, vocabulary
from nolle.logic import Missing, Span

ON = date(2026, 11, 3)
MOST = 200
"""No interview is longer than so many questions."""


@dataclass
class Person:
    """Somebody who answers by fact; what is not given is "no" to a yes or no, and else "I don't know"."""

    facts: Mapping[str, str]
    rows: Mapping[str, int] = field(default_factory=dict)
    alone: str = "yes"
    told: dict[str, int] = field(default_factory=dict)

    def answer(self, step: Step) -> str | None:
        """What this person says; ``None`` for "I don't know"."""
        if step.kind == "alone":
            return self.alone
        if step.kind == "whole":
            return "yes"
        if step.kind == "list":
            self.told[step.fact] = self.told.get(step.fact, 0) + 1
            return "yes" if self.told[step.fact] <= self.rows.get(step.fact, 0) else "no"
        if step.fact in self.facts:
            return self.facts[step.fact]
        if re.fullmatch(r"filing\.\w+\.status", step.fact):
            return "none"
        return "no" if find(step.fact).type == "bool" else None


def new(case: CaseFile | None = None, audience: Audience = "client", **more: object) -> Interview:
    return Interview(case or empty_case(), "en", ON, audience, **more)  # type: ignore[arg-type]


def interview_with(
    person: Person, interview: Interview, watch: Callable[[Step], None] = lambda step: None
) -> list[Step]:
    """The whole interview; every answer the person gives must be taken."""
    steps = []
    while (step := interview.next()) is not None:
        assert len(steps) < MOST, "the interview does not end"
        watch(step)
        steps.append(step)
        said = person.answer(step)
        if said is None:
            interview.dont_know()
        else:
            reply = interview.answer(step, said)
            assert reply.accepted, f"{step.fact}: {said}: {reply.hint}"
    return steps


A = Person(
    {
        "case.in_removal_proceedings": "yes",
        "person.in_us_now": "yes",
        "person.birth_date": "April 17, 1988",
        "person.birth_country": "Honduras",
        "person.marital_status": "married",
        "person.present_in_us_since": "September 2015",
        "filing.i130.status": "Approved",
        "filing.i130.filed_on": "20 de enero de 2022",
        "filing.i130.decided_on": "2023-03-06",
        "filing.i485.status": "pending",
        "case.next_hearing_on": "January 14, 2027",
        "entry[1].date": "2015-09-03",
        "entry[1].manner": "1",
        "entry[1].inspected": "yes",
        "entry[1].at_port_of_entry": "yes",
        "relative[1].relationship": "spouse",
        "relative[1].status": "usc",
    },
    {"entry": 1, "relative": 1},
)
B = Person(
    {
        "case.in_removal_proceedings": "sí",
        "person.in_us_now": "sí",
        "person.birth_date": "28 de febrero de 2010",
        "person.birth_country": "Guatemala",
        "person.marital_status": "soltera",
        "case.next_hearing_on": "14 de enero de 2027",
        "filing.i360_sij.status": "planeado, aún no presentado",
        "filing.i589.status": "2",
        "uac.determined": "sí",
        "uac.arrived_unaccompanied": "sí",
        "asylum.fear_of_return": "sí",
        "entry[1].date": "hace un año",
        "entry[1].manner": "ewi",
    },
    {"entry": 1},
    alone="sí",
)
C = Person(
    {
        "case.in_removal_proceedings": "yes",
        "person.in_us_now": "yes",
        "person.birth_date": "1983",
        "person.birth_country": "México",
        "person.marital_status": "divorced",
        "person.present_in_us_since": "about 2004",
        "entry[1].date": "about 2004",
        "entry[1].manner": "ewi",
        "relative[1].relationship": "child",
        "relative[1].status": "usc",
        "relative[2].relationship": "child",
        "victim.battery_or_extreme_cruelty": "yes",
        "victim.abuser_status": "usc",
    },
    {"entry": 1, "relative": 2},
)


@pytest.fixture(scope="module", params=["A", "B", "C"])
def whole(request: pytest.FixtureRequest) -> tuple[Interview, list[Step], list[float]]:
    """One whole interview, and what each question cost in seconds of work."""
    person = {"A": A, "B": B, "C": C}[request.param]
    interview, clock, seconds = new(), [time.process_time()], list[float]()

    def watch(step: Step) -> None:
        seconds.append(time.process_time() - clock[0])
        _sensible(interview, step)
        clock[0] = time.process_time()

    person.told.clear()
    return interview, interview_with(person, interview, watch), seconds


def _sensible(interview: Interview, step: Step) -> None:
    """What every question must keep to."""
    if step.kind != "fact":
        return
    gate = gate_of(step.fact)
    if gate is not None and step.fact not in interview.case.single:
        answer = interview.case.cell(gate.fact).answer
        assert opens(gate, answer, passed=False) or find(gate.fact).asked_of != "client", (
            f"{step.fact} before {gate.fact}"
        )
    assert find(step.fact).asked_of in ("client", "client-private")


def test_an_interview_ends_when_no_question_can_change_anything(
    whole: tuple[Interview, list[Step], list[float]],
) -> None:
    interview, steps, _ = whole
    assert interview.next() is None
    assert len(steps) > 30
    assert interview.done().worth == ()


def test_nothing_is_asked_twice(whole: tuple[Interview, list[Step], list[float]]) -> None:
    facts = [step.fact for step in whole[1] if step.kind in ("fact", "alone")]
    assert len(facts) == len(set(facts))


def test_every_question_and_its_why_are_in_both_languages(whole: tuple[Interview, list[Step], list[float]]) -> None:
    for step in whole[1]:
        for text in (step.question, step.why, step.hint, step.kindly):
            if text is not None:
                assert text.es != text.en
                assert not re.search(r"\b(the|you|your|and|did|was|were|is)\b", text.es), text.es


def test_every_answer_says_who_said_it_and_when(whole: tuple[Interview, list[Step], list[float]]) -> None:
    for name, cell in whole[0].case.told():
        assert (cell.said_by, cell.on) == ("client", ON), name


def test_a_question_comes_at_once(whole: tuple[Interview, list[Step], list[float]]) -> None:
    assert median(whole[2][1:]) < 0.150


def test_the_case_file_reads_back_as_it_was_told(whole: tuple[Interview, list[Step], list[float]]) -> None:
    case = whole[0].case
    assert dict(parse_case(case.text, "toml").told()) == dict(case.told())


def test_an_approved_petition_is_asked_for_its_date_and_none_for_no_date() -> None:
    A.told.clear()
    interview = new(only=("aos_immediate_relative",))
    asked = [step.fact for step in interview_with(A, interview)]
    assert asked.index("filing.i130.status") < min(
        (n for n, fact in enumerate(asked) if fact.startswith("filing.i130.") and not fact.endswith(".status")),
        default=len(asked),
    )
    nobody = [step.fact for step in interview_with(Person({}), new(only=("aos_immediate_relative",)))]
    assert [fact for fact in nobody if fact.startswith("filing.i130.")] == ["filing.i130.status"]


# The first questions


def test_the_first_question_on_an_empty_case_settles_most() -> None:
    interview = new()
    first = interview.next()
    assert first is not None
    assert first.fact == "case.in_removal_proceedings"
    ordinary = [q for q in interview._questions(interview._now) if sensitivity(q.fact) == "ordinary"]
    settled = {q.fact: len(q.settles) for q in ordinary}
    assert settled[first.fact] == max(settled.values())


@pytest.mark.parametrize("how", ["yes", "no", "skip", "unknown"])
def test_nothing_sensitive_is_asked_early(how: str) -> None:
    interview = new()
    for _ in range(PATIENCE):
        step = interview.next()
        assert step is not None
        assert step.kind == "fact"
        assert sensitivity(step.fact) == "ordinary", step.fact
        if how == "skip":
            interview.skip()
        elif how == "unknown" or find(step.fact).type != "bool":
            interview.dont_know()
        else:
            assert interview.answer(step, how).accepted


def test_a_sensitive_question_is_announced_kindly(whole: tuple[Interview, list[Step], list[float]]) -> None:
    touching = [s for s in whole[1] if s.kind in ("fact", "list") and sensitivity(s.fact) != "ordinary" and not s.about]
    assert touching
    for step in touching:
        if step.kind == "list" and step.question.en.find("another") >= 0:
            continue
        assert step.kindly is not None or step.kind == "list", step.fact
        if step.kindly is not None:
            assert "skip" in step.kindly.en
            assert "saltarla" in step.kindly.es


# What is never asked


def test_private_questions_are_asked_only_of_somebody_alone_and_safe() -> None:
    some = ("vawa_self_petition", "u_status", "aos_immediate_relative")
    alone, not_alone = new(only=some), new(only=some)
    asked = interview_with(Person(dict(C.facts), alone="yes"), alone)
    kept = interview_with(Person(dict(C.facts), alone="no"), not_alone)
    assert [step.kind for step in asked].count("alone") == 1
    first = next(n for n, step in enumerate(asked) if step.kind == "fact" and private(step.fact))
    assert [step.kind for step in asked].index("alone") < first
    assert not [step.fact for step in kept if step.kind == "fact" and private(step.fact)]
    left = {text.en for text in not_alone.done().private}
    assert "Hurt, threatened or controlled by family" in left


def test_private_answers_are_not_shown_before_somebody_says_they_are_alone() -> None:
    case = parse_case(
        'schema = "nolle.case/1"\n[victim]\nbattery_or_extreme_cruelty = true\n[person]\nin_us_now = true\n', "toml"
    )
    closing = new(case).done()
    assert [name.en for name, _ in closing.said] == ["In the United States now"]
    assert closing.unshown == 1
    assert len(new(case, "attorney").done().said) == 2


def test_the_attorney_is_asked_what_only_an_attorney_can_say() -> None:
    interview = new(audience="attorney", only=("dismissal_without_prejudice",))
    steps = interview_with(Person(dict(C.facts)), interview)
    whose = {find(step.fact).asked_of for step in steps if step.kind == "fact"}
    assert "attorney" in whose
    assert "system" not in whose
    assert "alone" not in {step.kind for step in steps}
    assert {cell.said_by for _, cell in interview.case.told()} == {"attorney"}


def test_details_of_an_admission_wait_for_the_arrivals_and_are_not_asked_of_somebody_never_admitted() -> None:
    def instead(told: str) -> str | None:
        case = parse_case(f'schema = "nolle.case/1"\n{told}', "toml")
        return first_to_ask("person.admitted_k_last", case, frozenset(), lambda fact: True)

    assert instead("") == "entry"
    assert instead('complete = ["entry"]\n[[entry]]\nmanner = "ewi"\n') is None
    assert instead('complete = ["entry"]\n[[entry]]\nmanner = "admitted_visa"\n') == "person.admitted_k_last"
    assert instead('complete = ["entry"]\n[[entry]]\ndate = "2004"\n') == "person.admitted_k_last"


# Lists


def test_a_list_is_told_row_by_row_and_whole_only_when_said_so() -> None:
    interview = new(only=("aos_immediate_relative", "cancellation_42b"))
    C.told.clear()
    steps = interview_with(C, interview)
    assert interview.case.complete("relative")
    assert [row.id for row in interview.case.rows("relative")] == ["1", "2"]
    rows = [(s.kind, s.fact) for s in steps if s.fact.startswith("relative")]
    kinds = [kind for kind, _ in rows]
    assert kinds.count("list") == 3
    assert kinds.count("whole") == 1
    first, second = rows.index(("fact", "relative[1].relationship")), rows.index(("fact", "relative[2].relationship"))
    assert all("[1]" in fact for kind, fact in rows[first:second] if kind == "fact")


def test_no_and_unsure_whether_that_is_all_leaves_the_list_open() -> None:
    interview = _to(new(), "relative")
    step = interview.next()
    assert step is not None
    assert interview.answer(step, "no").accepted
    step = interview.next()
    assert step is not None
    assert step.kind == "whole"
    interview.dont_know()
    assert not interview.case.complete("relative")
    step = interview.next()
    assert step is not None
    assert step.fact != "relative"


def _to(interview: Interview, fact: str) -> Interview:
    """The interview at the question about a fact; everything before it skipped."""
    for _ in range(MOST):
        step = interview.next()
        assert step is not None, f"{fact} is never asked"
        if step.fact == fact:
            return interview
        interview.skip()
    raise AssertionError(fact)


# Going on, going back


def test_back_takes_answers_back_also_over_several_questions() -> None:
    interview = new()
    seen: list[tuple[Step, str]] = []
    for said in ("yes", "no", "no"):
        step = interview.next()
        assert step is not None
        seen.append((step, interview.case.text))
        assert interview.answer(step, said).accepted
    assert interview.back() == 1
    assert (interview.next(), interview.case.text) == seen[2]
    assert interview.back(2) == 2
    assert (interview.next(), interview.case.text) == seen[0]
    assert interview.back() == 0
    assert interview.next() == seen[0][0]


def test_skip_is_kept_as_not_asked_and_dont_know_as_not_known() -> None:
    interview = new()
    first = interview.next()
    assert first is not None
    interview.skip()
    assert interview.case.cell(first.fact).answer is Missing.NOT_ASKED
    second = interview.next()
    assert second is not None
    assert second.fact != first.fact
    interview.dont_know()
    assert interview.case.cell(second.fact).answer is Missing.NOT_KNOWN
    assert any(name.en == "In removal proceedings" for name in interview.done().worth)


def test_an_interview_taken_up_again_asks_nothing_that_was_answered() -> None:
    some = ("dismissal_without_prejudice", "sijs_classification")
    before = new(only=some)
    answered = set()
    for _ in range(8):
        step = before.next()
        assert step is not None
        answered.add(step.fact)
        before.dont_know()
    after = new(parse_case(before.case.text, "toml"), only=some)
    again = [step.fact for step in interview_with(Person({}), after)]
    assert not answered & set(again) - set(LISTS)


@pytest.mark.parametrize("format", ["json", "yaml"])
def test_the_answers_are_kept_in_any_format(format: str) -> None:
    interview = new(empty_case(format))  # type: ignore[arg-type]
    step = interview.next()
    assert step is not None
    assert interview.answer(step, "yes").accepted
    assert parse_case(interview.case.text, format).cell(step.fact).answer is True  # type: ignore[arg-type]


# Bad answers


def test_an_answer_that_cannot_be_read_is_asked_again_with_a_hint() -> None:
    interview = new()
    step = interview.next()
    assert step is not None
    for said in ("banana", "", "   ", "x" * 5000):
        reply = interview.answer(step, said)
        assert not reply.accepted
        assert reply.hint is not None
        assert interview.next() == step


def test_a_date_that_can_be_two_days_is_asked_back() -> None:
    interview = _to(new(), "person.birth_date")
    step = interview.next()
    assert step is not None
    reply = interview.answer(step, "10/06/1983")
    assert [option.en for option in reply.options] == ["October 6, 1983", "June 10, 1983"]
    assert interview.answer(step, "2").accepted
    assert interview.case.cell("person.birth_date").answer == Span(date(1983, 6, 10), date(1983, 6, 10), "1983-06-10")


def test_an_answer_to_another_question_is_a_mistake_of_the_caller() -> None:
    interview = new()
    step = interview.next()
    assert step is not None
    interview.skip()
    with pytest.raises(ValueError, match="not the question being asked"):
        interview.answer(step, "yes")


# The end


def test_the_end_tells_what_was_said_what_is_worth_asking_and_the_hearing() -> None:
    interview = _to(new(), "case.in_removal_proceedings")
    step = interview.next()
    assert step is not None
    interview.answer(step, "yes")
    _to(interview, "case.next_hearing_on")
    step = interview.next()
    assert step is not None
    interview.answer(step, "14 January 2027")
    closing = interview.done()
    assert next((name.en, told.es) for name, told in closing.said) == ("In removal proceedings", "sí")
    assert closing.hearing is not None
    assert closing.hearing.low == date(2027, 1, 14)
    assert closing.worth
    assert closing.attorney


def test_the_next_question_as_a_record() -> None:
    record = step_record(new().next())
    assert record["schema"] == "nolle.question/1"
    assert record["fact"] == "case.in_removal_proceedings"
    assert record["question"]["es"] == "¿Tiene un caso en el tribunal de inmigración?"
    assert step_record(None) == {"schema": "nolle.question/1", "done": True}


# The data


def test_every_gate_and_prior_names_facts_that_exist() -> None:
    names = {field.name for entity in vocabulary().values() for field in entity.fields.values()}
    for fact, gate in GATES.items():
        of_form = re.sub(r"^filing\.(\*|i\w+)\.", "filing.", gate.fact)
        assert of_form in names, gate.fact
        plain = re.sub(r"^filing\.(\*|i\w+)\.", "filing.", fact)
        pattern = re.compile(re.escape(plain).replace(r"\*", ".*"))
        assert any(pattern.fullmatch(name) for name in names), fact
        codes = set(gate.opens.removeprefix("!").split("|")) - {"yes", "no", "asked", "given", "unsure"}
        assert codes <= set(find(of_form).values or {}), gate
    for fact in priors():
        find(fact)


def test_no_gate_waits_for_itself() -> None:
    for entity in vocabulary().values():
        for field_ in entity.fields.values():
            fact, seen = field_.name, set[str]()
            while (gate := gate_of(fact)) is not None:
                assert fact not in seen, fact
                seen.add(fact)
                fact = gate.fact
