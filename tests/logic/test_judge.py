"""The interpreter for one case: groups, force, scopes, versions, and the four readings."""

from datetime import date
from typing import Any

import pytest

from nolle.logic import (
    Force,
    Rule,
    Span,
    Text,
    Why,
    all_of,
    any_of,
    element,
    exactly,
    not_,
    settled,
    version,
    versions,
)
from nolle.logic.entity import choose, lookup, soonest
from nolle.logic.finding import ADVISE, ASK, AWAIT, GRANT
from nolle.logic.tree import OnlyIf

from .told import (
    ABSENT,
    BORN,
    CONVICTION,
    DAYS,
    FILED,
    KINDS,
    STATE,
    STATUS,
    UNKNOWN,
    A,
    B,
    C,
    Stored,
    day,
    found,
    truth,
    value,
)


def rule(id: str, that: Any, **more: Any) -> Rule:
    return element(id, id, es=id, that=that, cite="law", **more)


# Values


def test_an_age_is_reached_on_the_birthday() -> None:
    under_21 = BORN.plus(years=21) > FILED
    born = day("2004-02-29")
    assert truth(under_21, {"person.birth_date": born, "filing.i130.filed_on": day("2025-02-27")}) is True
    assert truth(under_21, {"person.birth_date": born, "filing.i130.filed_on": day("2025-02-28")}) is False
    assert truth(under_21, {"person.birth_date": day("2004"), "filing.i130.filed_on": day("2025-02-28")}) is None


def test_a_code_that_may_be_one_of_several_answers_where_they_agree() -> None:
    may_be = {"filing.i130.status": frozenset({"pending", "approved"})}
    assert truth(STATUS.is_in("pending", "approved"), may_be) is True
    assert truth(STATUS == "denied", may_be) is False
    assert truth(STATUS == "pending", may_be) is None


def test_a_list_of_codes_has_any_or_none() -> None:
    assert truth(KINDS.has_any("x"), {"case.kinds": ("x", "y")}) is True
    assert truth(KINDS.has_none("x"), {"case.kinds": ("y",)}) is True
    assert truth(KINDS.has_none("x"), {"case.kinds": UNKNOWN}) is None


FELONY = CONVICTION.offense == "felony"


@pytest.mark.parametrize(
    ("rows", "complete", "exists", "none", "count"),
    [
        ([], False, None, None, Span(0, None)),
        ([], True, False, True, Span(0, 0)),
        ([{"offense": "felony"}], False, True, False, Span(1, None)),
        ([{"offense": "misdemeanor"}], False, None, None, Span(0, None)),
        ([{"offense": "misdemeanor"}], True, False, True, Span(0, 0)),
        ([{}], True, None, None, Span(0, 1)),
        ([{"offense": "felony"}, {}], True, True, False, Span(1, 2)),
    ],
)
def test_a_list_is_false_only_when_it_is_complete(
    rows: list[dict[str, Any]], complete: bool, exists: bool | None, none: bool | None, count: Span
) -> None:
    more: dict[str, Any] = {"lists": {"conviction": rows}, "complete": ["conviction"] if complete else []}
    assert truth(CONVICTION.exists(FELONY), **more) is exists
    assert truth(CONVICTION.none(FELONY), **more) is none
    assert value(CONVICTION.count(FELONY), **more) == count


def test_the_last_row_is_known_only_when_no_row_is_missing_and_the_dates_tell() -> None:
    last = CONVICTION.last(CONVICTION.offense, by=CONVICTION.on)
    first = {"offense": "felony", "on": day("2010")}
    second = {"offense": "misdemeanor", "on": day("2012-05")}
    assert value(last, lists={"conviction": [first, second]}, complete=["conviction"]) == "misdemeanor"
    assert truth(last == "misdemeanor", lists={"conviction": [first, second]}) is None
    rough = {"offense": "misdemeanor", "on": day("2009/2012")}
    both = value(last, lists={"conviction": [first, rough]}, complete=["conviction"])
    assert both == frozenset({"felony", "misdemeanor"})
    assert value(last, lists={"conviction": []}, complete=["conviction"]) is ABSENT


def test_totals_and_extremes_over_rows() -> None:
    rows = [{"days": exactly(10), "on": day("2010-01-02")}, {"days": exactly(5), "on": day("2011")}, {"vacated": True}]
    more: dict[str, Any] = {"lists": {"conviction": rows}, "complete": ["conviction"]}
    counted = ~CONVICTION.vacated
    assert value(CONVICTION.earliest(CONVICTION.on), **more) == Span(None, date(2010, 1, 2))
    told = [{**row, "vacated": i == 2} for i, row in enumerate(rows)]
    more = {"lists": {"conviction": told}, "complete": ["conviction"]}
    assert value(CONVICTION.total(CONVICTION.days, counted), **more) == exactly(15)
    assert value(CONVICTION.latest(CONVICTION.on, counted), **more) == Span(date(2011, 1, 1), date(2011, 12, 31))
    assert value(CONVICTION.greatest(CONVICTION.days, counted), **more) == exactly(10)


def test_a_value_may_be_absent_unless_something_holds() -> None:
    only = OnlyIf(FILED, A)
    filed = {"filing.i130.filed_on": day("2020-01-01")}
    assert value(only, {**filed, "a": True}) == day("2020-01-01")
    assert value(only, {**filed, "a": False}) is ABSENT
    assert value(only, filed) is UNKNOWN


def test_the_soonest_date_leaves_out_what_does_not_exist() -> None:
    both = soonest(FILED, BORN)
    assert value(both, {"filing.i130.filed_on": day("2020-01-01"), "person.birth_date": ABSENT}) == exactly(
        date(2020, 1, 1)
    )
    assert value(both, {"filing.i130.filed_on": day("2020-01-01")}) == Span(None, date(2020, 1, 1))
    assert value(both, {"filing.i130.filed_on": ABSENT, "person.birth_date": ABSENT}) is ABSENT


def test_an_unknown_choice_is_what_both_have_in_common() -> None:
    chosen = choose(A, FILED, BORN)
    facts = {"filing.i130.filed_on": day("2020"), "person.birth_date": day("2022")}
    assert value(chosen, facts) == Span(date(2020, 1, 1), date(2022, 12, 31))
    assert value(chosen, {**facts, "a": True}) == day("2020")


def test_a_table_is_looked_up_by_key_and_day() -> None:
    class Ages:
        def look_up(self, key: str, on: Span) -> Span | None:
            return exactly({"CA": 21, "TX": 18}[key]) if key in ("CA", "TX") else None

    limit = BORN.plus(years=lookup("age", STATE, FILED)) > FILED
    facts = {"person.birth_date": day("2005-01-01"), "filing.i130.filed_on": day("2024-06-01")}
    assert truth(limit, {**facts, "juvenile.court_state": "CA"}, tables={"age": Ages()}) is True
    assert truth(limit, {**facts, "juvenile.court_state": "TX"}, tables={"age": Ages()}) is False
    assert truth(limit, {**facts, "juvenile.court_state": "NY"}, tables={"age": Ages()}) is None


def test_a_derived_fact_takes_what_it_comes_to_and_then_what_was_told() -> None:
    definitions = {"a": FILED.is_known}
    assert truth(A, {"filing.i130.filed_on": day("2020"), "a": False}, definitions=definitions) is True
    assert truth(A, {"a": True}, definitions=definitions) is True
    assert truth(A, {}, definitions=definitions) is None
    reads_itself = {"a": A & B}
    assert truth(A, {"a": True, "b": False}, definitions=reads_itself) is False
    assert truth(A, {"a": True}, definitions=reads_itself) is True


# Force and scope


def test_a_rule_out_of_force_drops_out_as_if_never_written() -> None:
    past = rule("past", A, until="2020-12-31")
    group = all_of("g", "g", past, rule("b", B), es="g")
    assert found(group, {"a": False, "b": True}, on=date(2020, 12, 31)).truth is False
    assert found(group, {"a": False, "b": True}, on=date(2021, 1, 1)).truth is True


def test_a_group_whose_every_rule_is_out_is_out_and_so_is_its_negation() -> None:
    past = rule("past", A, until="2020-12-31")
    for made in (any_of("g", "g", past, es="g"), not_("n", "n", past, es="n")):
        gone = found(made, {"a": True})
        assert (gone.force, gone.truth, gone.why) == (Force.OUT, None, Why.NOT_IN_FORCE)
    assert found(all_of("h", "h", not_("n", "n", past, es="n"), rule("b", B), es="h"), {"b": True}).truth is True


@pytest.mark.parametrize(
    ("a", "b", "every", "some"),
    [(True, True, True, True), (False, True, None, True), (True, False, False, None), (False, False, False, False)],
)
def test_what_may_be_in_force_is_judged_both_ways(a: bool, b: bool, every: bool | None, some: bool | None) -> None:
    law = Stored({"memo": Force.MAYBE})
    doubted = rule("a", A, force="memo")
    facts = {"a": a, "b": b}
    assert found(all_of("g", "g", doubted, rule("b", B), es="g"), facts, law=law).truth is every
    assert found(any_of("g", "g", doubted, rule("b", B), es="g"), facts, law=law).truth is some


def test_a_group_of_nothing_but_doubted_law_is_doubted_law() -> None:
    law = Stored({"memo": Force.MAYBE})
    group = any_of("g", "g", rule("a", A, force="memo"), es="g")
    assert found(group, {"a": True}, law=law).force is Force.MAYBE
    assert found(all_of("h", "h", group, rule("b", B), es="h"), {"a": False, "b": True}, law=law).truth is None


def test_a_placed_rule_is_doubted_while_the_circuit_is_not_known() -> None:
    ninth = rule("ninth", A, circuits="9")
    group = all_of("g", "g", ninth, rule("b", B), es="g")
    facts = {"a": False, "b": True}
    assert found(group, facts, circuit="9").truth is False
    assert found(group, facts, circuit="2").truth is True
    unknown = found(group, facts)
    assert (unknown.truth, unknown.why) == (None, Why.NOT_ASKED)


def test_force_needs_only_one_of_its_authorities() -> None:
    law = Stored({"x": Force.OUT, "y": Force.IN})
    assert found(rule("a", A, force=("x", "y")), {"a": True}, law=law).force is Force.IN
    assert found(rule("a", A, force="x"), {"a": True}, law=law).force is Force.OUT


# Versions

YES = settled("yes", "yes", es="sí", answer=True, cite="law")
NO = settled("no", "no", es="no", answer=False, cite="law")


def dated(*choices: Any, **more: Any) -> Rule:
    return versions("v", "v", *choices, es="v", **more)


def test_the_version_is_that_of_the_day() -> None:
    law = dated(
        version("old", that=NO, until="2018-05-16", cite="x"), version("new", that=YES, since="2018-05-17", cite="y")
    )
    assert found(law, on=date(2018, 5, 16)).truth is False
    assert found(law, on=date(2018, 5, 17)).truth is True
    assert found(law, on=date(2018, 5, 17)).version.id == "new"  # type: ignore[union-attr]


def test_no_version_for_the_day_is_unknown_never_a_default() -> None:
    gone = found(dated(version("new", that=YES, since="2018-05-17", cite="y")), on=date(2010, 1, 1))
    assert (gone.truth, gone.why) == (None, Why.LAW_UNCERTAIN)


def test_a_circuits_version_beats_the_national_one_and_an_unknown_circuit_is_judged_in_each() -> None:
    law = dated(
        version("national", that=NO, since="2018-05-17", cite="x"),
        version("ca4", that=YES, since="2018-01-01", circuits="4", cite="y"),
    )
    assert found(law, circuit="4").truth is True
    assert found(law, circuit="5").truth is False
    assert found(law).truth is None
    assert found(law).why is Why.NOT_ASKED


def test_a_version_known_only_to_the_year_is_in_doubt_in_the_year_before() -> None:
    law = dated(
        version("old", that=NO, until="2010-12-30", cite="x"),
        version("new", that=YES, since="2010-12-31", precision="year", cite="y"),
    )
    assert found(law, on=date(2009, 12, 30)).truth is False
    assert found(law, on=date(2010, 6, 1)).truth is None
    assert found(law, on=date(2010, 12, 31)).truth is True


def test_a_version_may_go_by_the_day_of_filing() -> None:
    law = dated(
        version("old", that=NO, until="2015-12-31", cite="x"),
        version("new", that=YES, since="2016-01-01", cite="y"),
        date_basis=FILED,
    )
    assert found(law, {"filing.i130.filed_on": day("2014-06")}).truth is False
    assert found(law, {"filing.i130.filed_on": day("2015/2016")}).truth is None
    assert found(law, {"filing.i130.filed_on": ABSENT}).truth is True
    assert found(law).truth is None


def test_a_version_may_be_placed_by_the_state_of_the_court() -> None:
    law = dated(version("all", that=NO, cite="x"), version("ny", that=YES, states="NY", cite="y"))
    assert found(law, {"juvenile.court_state": "NY"}).truth is True
    assert found(law, {"juvenile.court_state": "TX"}).truth is False
    assert found(law).truth is None


# Readings


def readings(made: Rule, facts: dict[str, Any]) -> tuple[bool | None, ...]:
    finding = found(made, facts)
    return tuple(finding.reading(which) for which in (GRANT, ASK, AWAIT, ADVISE))


def test_an_act_of_another_not_yet_done_is_awaited() -> None:
    joins = rule("joins", A, by="opla")
    assert readings(joins, {}) == (None, True, True, True)
    assert readings(joins, {"a": False}) == (False, True, True, True)
    assert readings(joins, {"a": True}) == (True, True, True, True)


def test_under_a_not_the_act_that_helps_is_the_one_not_done() -> None:
    moved = not_("n", "n", rule("moved", A, by="opla"), es="n")
    assert readings(moved, {}) == (None, True, True, True)
    assert readings(moved, {"a": True}) == (False, True, True, True)


def test_an_act_decided_against_the_client_is_no_longer_awaited() -> None:
    approved = rule("approved", STATUS == "approved", by="uscis")
    assert readings(approved, {"filing.i130.status": "pending"}) == (False, True, True, True)
    assert readings(approved, {"filing.i130.status": "denied"}) == (False, True, False, False)


def test_a_judgement_is_advised_on_and_its_unknown_says_so() -> None:
    hardship = rule("hardship", B, by="judgement")
    assert readings(hardship, {}) == (None, None, None, True)
    assert readings(hardship, {"b": False}) == (False, False, False, False)
    assert found(hardship).why is Why.JUDGEMENT


def test_of_several_reasons_the_one_most_easily_mended_is_shown() -> None:
    group = all_of("g", "g", rule("a", A), rule("b", B, by="judgement"), rule("c", C), es="g")
    assert found(group, {"a": UNKNOWN, "c": True}).why is Why.NOT_KNOWN
    assert found(group, {"a": UNKNOWN}).why is Why.NOT_ASKED
    assert found(group, {"a": True, "c": True}).why is Why.JUDGEMENT


def test_a_rough_fact_is_not_known_rather_than_not_asked() -> None:
    few = rule("few", DAYS <= 90)
    assert found(few, {"person.absence_days": Span(80, 100)}).why is Why.NOT_KNOWN
    assert found(few).why is Why.NOT_ASKED


def test_a_note_is_in_both_languages() -> None:
    noted = rule("a", A, note=Text("A note", "Una nota"))
    assert noted.note is not None
    assert noted.note["es"] == "Una nota"
    with pytest.raises(KeyError, match="nolle speaks"):
        noted.note["fr"]
