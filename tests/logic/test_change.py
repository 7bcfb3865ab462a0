"""What would change it: the smallest sets of facts that would open a rule."""

from __future__ import annotations

import pytest

from nolle.logic.change import Change, changes
from nolle.logic.entity import Entity
from nolle.logic.finding import ASK
from nolle.logic.judge import judge
from nolle.logic.rule import Rule, all_of, any_of, not_, settled, version, versions
from nolle.logic.suppose import suppose
from nolle.logic.tree import AS_OF, Fact

from .generate import Maker
from .small import NOT_KNOWN, ask, on_day, rule, yes_no

A, B, C, D = yes_no("a", "b", "c", "d")
MARITAL = Fact("person.marital_status", "code", frozenset(("single", "married")))
BORN = Fact("person.birth_date", "date")
RELATIVE = Entity(
    "relative",
    [
        Fact("relative.status", "code", frozenset(("usc", "lpr", "none")), "relative"),
        Fact("relative.kind", "code", frozenset(("spouse", "child")), "relative"),
    ],
    is_list=True,
)


def _sets(found: list[Change]) -> list[set[str]]:
    return [set(change.facts) for change in found]


def _all(*parts: Rule) -> Rule:
    return all_of("root", "root", *parts, es="root")


def _any(*parts: Rule) -> Rule:
    return any_of("root", "root", *parts, es="root")


def _can_change(*names: str) -> object:
    return lambda fact: fact in names


def test_an_open_rule_needs_no_change() -> None:
    assert changes(rule("a", A), ask({"person.a": True})) == []


def test_what_is_not_known_can_be_learned() -> None:
    (change,) = changes(_all(rule("a", A), rule("b", B)), ask({"person.a": True}))
    assert change.kind == "learn"
    assert [(need.rule.id, need.want, need.facts) for need in change.needs] == [("b", True, (("person.b", True),))]


def test_the_smaller_set_comes_first_and_no_set_holds_another() -> None:
    root = _any(_sub("both", rule("a", A), rule("b", B)), rule("c", C), _sub("more", rule("c2", C), rule("d", D)))
    assert _sets(changes(root, ask())) == [{"person.c"}, {"person.a", "person.b"}, {"person.c", "person.d"}]
    shared = rule("shared", C)
    root = _any(shared, _sub("more", shared, rule("d", D)))
    assert _sets(changes(root, ask())) == [{"person.c"}]


def _sub(id: str, *parts: Rule) -> Rule:
    return all_of(id, id, *parts, es=id)


def test_learning_comes_before_changing() -> None:
    root = _any(rule("single", MARITAL == "single"), rule("b", B))
    found = changes(root, ask({"person.marital_status": "married"}), lambda fact: True)
    assert [change.kind for change in found] == ["learn", "change"]
    assert found[1].needs[0].facts == (("person.marital_status", "single"),)


def test_a_birth_date_cannot_change_but_a_marital_status_can() -> None:
    young = rule("young", BORN.plus(years=21) > AS_OF)
    single = rule("single", MARITAL == "single")
    asked = ask({"person.birth_date": on_day("1980-01-01"), "person.marital_status": "married"})
    can = lambda fact: fact == "person.marital_status"  # noqa: E731
    assert changes(_all(young, single), asked, can) == []
    asked = ask({"person.birth_date": on_day("2010-01-01"), "person.marital_status": "married"})
    assert _sets(changes(_all(young, single), asked, can)) == [{"person.marital_status"}]


def test_what_stands_in_the_way_must_become_false() -> None:
    root = _all(rule("a", A), not_("no_bar", "no bar", rule("bar", B), es="no bar"))
    (change,) = changes(root, ask({"person.a": True}))
    assert [(need.rule.id, need.want) for need in change.needs] == [("bar", False)]
    assert change.needs[0].facts == (("person.b", False),)


def test_a_rough_date_is_learned_only_within_what_is_known() -> None:
    young = rule("young", BORN.plus(years=21) > AS_OF)
    (change,) = changes(young, ask({"person.birth_date": on_day("2004")}))
    ((name, value),) = change.needs[0].facts
    assert name == "person.birth_date"
    assert value.within(on_day("2004"))  # type: ignore[union-attr, arg-type]
    assert change.kind == "learn"
    assert changes(young, ask({"person.birth_date": on_day("1990")})) == []


def test_what_was_asked_and_not_known_can_still_be_learned() -> None:
    assert _sets(changes(rule("a", A), ask({"person.a": NOT_KNOWN}))) == [{"person.a"}]


def test_facts_that_work_against_each_other_are_not_offered_together() -> None:
    root = _all(rule("is_a", A), rule("not_a", ~A))
    assert changes(root, ask()) == []


def test_one_fact_that_opens_two_conditions_is_named_once() -> None:
    root = _all(rule("first", A & B), rule("second", A | C))
    assert _sets(changes(root, ask({"person.b": True}))) == [{"person.a"}]


def test_a_list_may_gain_a_row() -> None:
    family = rule("family", RELATIVE.exists((RELATIVE.status == "usc") & (RELATIVE.kind == "child")))
    (change,) = changes(family, ask())
    assert change.facts == ("relative",)
    whole = ask(lists={"relative": [{"status": "lpr", "kind": "child"}]}, whole=["relative"])
    assert changes(family, whole) == []
    found = changes(family, whole, lambda fact: fact.endswith(".status"))
    assert _sets(found) == [{"relative[1].status"}]
    assert found[0].kind == "change"
    assert _sets(changes(family, whole, lambda fact: fact == "relative")) == [{"relative"}]


def test_a_version_that_closes_by_itself_has_no_way_through() -> None:
    no = version("no", that=settled("never", "never", es="never", answer=False, cite="x"), cite="x", until="2024-12-31")
    yes = version("yes", that=rule("a", A), cite="x", since="2025-01-01")
    root = versions("root", "root", no, yes, es="root")
    assert _sets(changes(root, ask())) == [{"person.a"}]
    assert changes(root, ask(on=on_day("2020-01-01").low)) == []  # type: ignore[union-attr]


def test_the_act_of_another_is_not_needed_to_ask() -> None:
    root = _all(rule("joined", A, by="opla"), rule("b", B))
    assert _sets(changes(root, ask())) == [{"person.a", "person.b"}]
    assert _sets(changes(root, ask(), reading=ASK)) == [{"person.b"}]


def test_a_rule_with_a_hundred_ways_gives_only_as_many_as_were_asked_for() -> None:
    facts = yes_no(*(f"f{i}" for i in range(40)))
    ways = [_sub(f"w{i}", rule(f"a{i}", facts[i]), rule(f"b{i}", facts[(i * 7 + 1) % 40])) for i in range(40)]
    found = changes(_all(_anyof("x", *ways), rule("z", A)), ask(), limit=4)
    assert [len(change.needs) for change in found] == [3, 3, 3, 3]
    deep = _all(*(_anyof(f"o{i}", rule(f"p{i}", facts[i]), rule(f"q{i}", facts[i + 1])) for i in range(8)))
    assert changes(deep, ask()) == []


def _anyof(id: str, *parts: Rule) -> Rule:
    return any_of(id, id, *parts, es=id)


@pytest.mark.parametrize("seed", range(40))
def test_every_change_opens_the_rule_when_its_facts_are_so(seed: int) -> None:
    made = Maker(seed + 500).world(sets=4, cases=3)
    from nolle.logic.asked import Asked

    for given in made.cases:
        asked = Asked(given, made.law, given.as_of, given.circuit, made.tables, made.definitions)
        for root in made.rules:
            for change in changes(root, asked):
                values = {name: value for need in change.needs for name, value in need.facts}
                assert judge(root, suppose(asked, values)).truth is True
                assert change.kind == "learn"
