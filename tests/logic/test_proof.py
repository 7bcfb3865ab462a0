"""Checks on the law itself: deliberately broken rules, and the case that shows each defect."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from nolle.logic.asked import Asked
from nolle.logic.entity import Entity
from nolle.logic.judge import judge
from nolle.logic.known import Answer
from nolle.logic.proof import Place, Proof
from nolle.logic.proof.defect import Defect
from nolle.logic.proof.exact import exact, repeated
from nolle.logic.rough import Span, exactly
from nolle.logic.rule import Rule, all_of, any_of, not_, settled, version, versions
from nolle.logic.suppose import suppose
from nolle.logic.tree import AS_OF, Fact

from .generate import Maker
from .small import InForce, ask, on_day, rule, yes_no

A, B, C = yes_no("a", "b", "c")
BORN, FILED = Fact("person.birth_date", "date"), Fact("filing.i360.filed_on", "date")
MONTHS = Fact("person.months", "number")
STATUS = Fact("case.status", "code", frozenset(("open", "shut", "other")))
CONVICTION = Entity(
    "conviction",
    [
        Fact("conviction.level", "code", frozenset(("felony", "misdemeanor")), "conviction"),
        Fact("conviction.days", "number", entity="conviction"),
    ],
    is_list=True,
)

PLACES: Sequence[Place] = [(date(2010, 6, 1), "9"), (date(2025, 6, 1), "9"), (date(2025, 6, 1), None)]
PROOF = Proof(InForce(), PLACES)


@dataclass(frozen=True)
class Path:
    """A pathway, as far as the checks look at one."""

    id: str
    elements: Rule


def _path(*parts: Rule) -> Path:
    return Path("path", all_of("root", "root", *parts, es="root"))


def _check(*parts: Rule) -> list[Defect]:
    return PROOF.check([_path(*parts)], authorities={"some-law"})


def _kinds(found: Sequence[Defect]) -> list[tuple[str, str]]:
    return [(defect.kind, defect.where) for defect in found]


def test_sound_rules_have_no_defect() -> None:
    young = rule("young", BORN.plus(years=21) > FILED.if_absent(AS_OF))
    clean = rule("clean", CONVICTION.none((CONVICTION.level == "felony") & (CONVICTION.days > 180)))
    few = rule("few", CONVICTION.count(CONVICTION.level == "misdemeanor") < 3)
    either = any_of("either", "either", rule("a", A), rule("open", STATUS == "open"), es="either")
    assert _check(young, clean, few, either, not_("no_b", "no b", rule("b", B), es="no b")) == []


def test_a_rule_without_an_authority_is_found() -> None:
    bare = replace(rule("bare", A), cites=())
    (defect,) = _check(bare, rule("b", B))
    assert (defect.kind, defect.where) == ("no_authority", "path.bare")


def test_an_authority_that_does_not_exist_is_found_in_rules_and_in_versions() -> None:
    wrong = replace(rule("wrong", A), cites=("some-law", "no-such-law"))
    (defect,) = _check(wrong, rule("b", B))
    assert defect.kind == "unknown_authority"
    assert "no-such-law" in defect.message
    dated = versions("dated", "dated", version("v1", that=rule("a", A), cite="gone"), es="dated", cite="some-law")
    assert _kinds(_check(dated, rule("b", B))) == [("unknown_authority", "path.v1")]


def test_facts_that_nothing_uses_and_facts_nobody_defined_are_found() -> None:
    derived = Fact("derived.young", "bool")
    proof = replace(PROOF, definitions={"derived.young": BORN.plus(years=21) > AS_OF})
    path = _path(rule("young", derived), rule("filed", FILED <= AS_OF))
    found = proof.check(
        [path],
        authorities={"some-law"},
        vocabulary={"person.birth_date", "filing.filed_on", "person.a", "person.c", "person.spare"},
        also=[C],
        may_be_unused={"person.spare"},
        named=lambda name: name.replace(".i360", ""),
    )
    assert _kinds(found) == [("unused_fact", "person.a"), ("unknown_fact", "derived.young")]


@pytest.mark.parametrize(
    "that",
    [
        A & ~A,
        (MONTHS >= 12) & (MONTHS < 12),
        (BORN.plus(years=21) > AS_OF) & (BORN.plus(years=30) < AS_OF),
        (STATUS == "open") & STATUS.is_in("shut", "other"),
        (BORN.plus(years=21) < FILED) & (BORN.plus(years=18) > FILED),
        BORN.is_absent & (BORN < "2000-01-01"),
        CONVICTION.exists((CONVICTION.days > 365) & (CONVICTION.days < 30)),
    ],
    ids=str,
)
def test_a_condition_that_can_never_be_true_is_found_with_a_case_in_which_it_is_false(that: object) -> None:
    found = _check(rule("never", that), rule("b", B))  # type: ignore[arg-type]
    assert _kinds(found) == [("contradiction", "path.never")]
    assert found[0].counter_example is not None
    tomllib.loads(found[0].counter_example)
    assert "path.never is false here" in found[0].counter_example


@pytest.mark.parametrize(
    "that",
    [
        A | ~A,
        (MONTHS >= 12) | (MONTHS < 12),
        (BORN < "2000-01-01") | (BORN >= "1990-01-01"),
        STATUS.is_in("open", "shut", "other"),
    ],
    ids=str,
)
def test_a_condition_that_can_never_be_false_is_found(that: object) -> None:
    assert _kinds(_check(rule("always", that), rule("b", B))) == [("tautology", "path.always")]  # type: ignore[arg-type]


def test_a_counter_example_is_a_case_file() -> None:
    (defect,) = _check(rule("never", (MONTHS < 12) & (MONTHS > 24) & CONVICTION.none()), rule("b", B))
    assert defect.counter_example == ("# path.never is false here\n# as of 2010-06-01\n\n[person]\nmonths = 8\n")


def test_two_conditions_that_exclude_each_other_close_the_pathway_for_everyone() -> None:
    found = _check(rule("minor", BORN.plus(years=18) > AS_OF), rule("adult", BORN.plus(years=21) <= AS_OF))
    assert _kinds(found) == [("contradiction", "path")]
    assert found[0].counter_example is not None


def test_law_that_was_never_open_is_an_answer_and_not_a_contradiction() -> None:
    never = settled("never", "never", es="never", answer=False, cite="some-law", since="2030-01-01")
    before = settled("no", "no", es="no", answer=False, cite="some-law")
    found = [d for d in _check(any_of("some", "some", never, before, es="some")) if d.kind != "closed_when_empty"]
    assert found == []


def _dated(*choices: tuple[str, str | None, str | None, tuple[str, ...] | None]) -> list[Defect]:
    made = [
        version(id, that=rule(f"{id}_a", A), since=since, until=until, cite="some-law", circuits=circuits)
        for id, since, until, circuits in choices
    ]
    return [d for d in _check(versions("dated", "dated", *made, es="dated")) if d.where == "path.dated"]


def test_versions_that_follow_each_other_have_no_gap() -> None:
    assert _dated(("one", None, "2012-12-31", None), ("two", "2013-01-01", None, None)) == []
    assert _dated(("base", None, None, None), ("later", "2013-01-01", None, None), ("there", None, None, ("9",))) == []


def test_a_day_that_no_version_covers_is_found() -> None:
    (defect,) = _dated(("one", None, "2012-12-31", None), ("two", "2013-02-01", None, None))
    assert defect.kind == "gap"
    assert "2013-01-01" in defect.message
    assert defect.counter_example is not None
    assert "as of 2013-01-01" in defect.counter_example


def test_a_gap_in_one_circuit_only_is_found() -> None:
    (defect,) = _dated(
        ("one", None, "2012-12-31", None), ("two", "2013-01-01", None, ("1", "2")), ("all", "2014-01-01", None, None)
    )
    assert defect.kind == "gap"
    assert "circuit 10" in defect.message


def test_two_versions_with_one_start_and_place_are_found() -> None:
    (defect,) = _dated(("one", "2013-01-01", "2015-01-01", None), ("two", "2013-01-01", None, None))
    assert defect.kind == "ambiguous"
    assert _dated(("one", "2013-01-01", None, ("1",)), ("two", "2013-01-01", None, ("2",))) == []


def test_a_version_that_others_always_go_before_is_found() -> None:
    found = _dated(
        ("old", "2010-01-01", "2011-01-01", None), ("new", "2010-01-02", None, ("9",)), ("base", None, None, None)
    )
    assert found == []
    (defect,) = _dated(
        ("hidden", "2010-01-01", None, ("9",)), ("late", "2010-06-01", None, None), ("same", "2010-01-01", None, ("9",))
    )
    assert defect.kind == "ambiguous"
    (defect,) = _dated(("late", "2012-01-01", "2011-01-01", None), ("base", None, None, None))
    assert (defect.kind, "late" in defect.message) == ("unreachable", True)


def test_a_pathway_that_an_empty_case_closes_is_found() -> None:
    no = settled("no", "no", es="no", answer=False, cite="some-law", since="2020-01-01")
    (defect,) = PROOF.closed_when_empty([_path(rule("a", A), no)])
    assert defect.kind == "closed_when_empty"
    assert defect.counter_example == "# nothing is known\n# as of 2025-06-01, circuit 9\n"
    assert list(PROOF.closed_when_empty([_path(rule("a", A))])) == []


def test_categories_that_leave_a_case_out_are_found_with_that_case() -> None:
    under, over = rule("under", MONTHS < 12), rule("over", MONTHS > 12)
    (gap,) = PROOF.gaps("regime", [under, over], PLACES[0])
    assert gap.kind == "gap"
    assert gap.counter_example is not None
    assert "months = 12" in gap.counter_example
    assert list(PROOF.gaps("regime", [under, rule("rest", MONTHS >= 12)], PLACES[0])) == []


def test_categories_that_both_hold_are_found_with_that_case() -> None:
    (clash,) = PROOF.clashes("regime", [rule("low", MONTHS <= 12), rule("high", MONTHS >= 12)], PLACES[0])
    assert clash.kind == "clash"
    assert clash.counter_example is not None
    assert "months = 12" in clash.counter_example
    assert list(PROOF.clashes("regime", [rule("low", MONTHS < 12), rule("high", MONTHS >= 12)], PLACES[0])) == []


def test_a_fact_in_two_conditions_is_listed() -> None:
    (note,) = PROOF.twice([_path(rule("a", A & B), rule("also", A | C))])
    assert (note.kind, note.where) == ("twice", "path")
    assert "person.a stands in 2 conditions: a, also" in note.message


def test_both_sides_of_one_question_give_one_answer() -> None:
    either_way = any_of(
        "root", "r", rule("minor", BORN.plus(years=21) > AS_OF), rule("adult", BORN.plus(years=21) <= AS_OF), es="r"
    )
    assert judge(either_way, ask()).truth is None
    assert exact(either_way, ask()) is True
    assert exact(all_of("root", "r", rule("yes", A), rule("no", ~A), es="r"), ask()) is False


def test_where_the_answer_turns_on_the_fact_it_stays_unknown() -> None:
    assert exact(any_of("root", "r", rule("a", A & B), rule("no", ~A & C), es="r"), ask()) is None
    assert exact(
        any_of("root", "r", rule("a", A & B), rule("no", ~A & C), es="r"), ask({"person.b": True, "person.c": True})
    )


def test_a_rough_date_is_split_only_where_it_may_lie() -> None:
    root = any_of(
        "root",
        "r",
        rule("early", BORN < "2004-05-01"),
        rule("late", (BORN >= "2004-05-01") & (BORN < "2010-01-01")),
        es="r",
    )
    assert exact(root, ask({"person.birth_date": on_day("2004")})) is True
    assert exact(root, ask({"person.birth_date": on_day("2009/2011")})) is None
    assert exact(root, ask()) is None


def _likely(r: random.Random, fact: Fact, known: Answer) -> Answer:
    if fact.kind == "bool":
        return r.random() < 0.5
    if fact.kind == "number":
        low, high = (known.low, known.high) if isinstance(known, Span) else (-60, 80)
        return exactly(r.randint(-60 if low is None else low, (low or 0) + 80 if high is None else high))
    if fact.kind == "date":
        low, high = (known.low, known.high) if isinstance(known, Span) else (None, None)
        low = low or (high - timedelta(days=9000) if high else date(1985, 1, 1))
        high = high or low + timedelta(days=18000)
        return exactly(low + timedelta(days=r.randint(0, (high - low).days)))
    codes = sorted(known if isinstance(known, frozenset) else fact.codes or ("x",))
    return r.choice(codes) if fact.kind == "code" else tuple(r.sample(codes, r.randint(0, len(codes))))


@pytest.mark.parametrize("seed", range(60))
def test_the_exact_line_holds_for_every_value_drawn(seed: int) -> None:
    maker = Maker(seed + 900)
    made = maker.world(sets=10, cases=3)
    facts = {fact.name: fact for fact in made.facts}
    for given in made.cases:
        asked = Asked(given, made.law, given.as_of, given.circuit, made.tables, made.definitions)
        for root in made.rules:
            truth = exact(root, asked)
            if truth is None or judge(root, asked).truth is not None:
                continue
            names = repeated(root, asked)
            for _ in range(40):
                drawn = {name: _likely(maker.r, facts[name], given.cell(name).answer) for name in names}
                assert judge(root, suppose(asked, drawn)).truth is truth, (seed, root.id, drawn)
