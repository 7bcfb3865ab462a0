"""The language of conditions: what it reads like, and what it refuses."""

from datetime import date

import pytest

from nolle.logic import AS_OF, RuleError, all_of, choose, element, settled, version, versions
from nolle.logic.condition import read_condition
from nolle.logic.rule import check_ids
from nolle.logic.tree import Expr

from .told import BORN, CONVICTION, DAYS, FILED, KINDS, STATUS, A, B

MISTAKES = [
    (lambda: A and B, "use '&' instead of 'and'"),
    (lambda: A or B, "'|' instead of 'or'"),
    (lambda: not A, "'~' instead of 'not'"),
    (lambda: BORN < FILED < AS_OF, "write 'a < b < c' as '(a < b) & (b < c)'"),
    (lambda: A == True, "write the condition itself, a"),  # noqa: E712
    (lambda: FILED == None, "write filing.i130.filed_on.is_absent"),  # noqa: E711
    (lambda: STATUS == "aproved", "did you mean 'approved'?"),
    (lambda: BORN < DAYS, "a date cannot be compared with a number"),
    (lambda: STATUS < "approved", "only dates and numbers have an order"),
    (lambda: BORN < "31/12/2004", "day and month cannot be told apart"),
    (lambda: A & BORN, "'&' needs a bool"),
    (lambda: A & True, "joins conditions; True is not one"),
    (lambda: KINDS == "x", "write case.kinds.has_any('x')"),
    (lambda: DAYS.plus(years=1), "plus and minus needs a date"),
    (lambda: FILED.or_else(choose(A, "x", "y")), "needs a date"),
    (lambda: FILED.within(days=3), "say within(days=14, before=DATE)"),
    (lambda: element("x", "X", es="X", that=BORN, cite="a"), "'that' must be a yes-or-no condition"),
    (lambda: element("x", "X", es="X", that=CONVICTION.vacated, cite="a"), "ask conviction.exists(conviction.vacated"),
    (lambda: element("x", "X", es="X", that=A, cite=""), "name the authority it rests on"),
    (lambda: element("X y", "X", es="X", that=A, cite="a"), "is not an id"),
    (lambda: element("x", "X", es="X", that=A, cite="a", since="2020-02-30"), "2020-02 has no day 30"),
    (lambda: element("x", "X", es="X", that=A, cite="a", circuits="12"), "circuits are"),
    (lambda: element("x", "X", es="X", that=A, cite="a", when="now"), "a rule has no 'when'"),
    (
        lambda: element("x", "X", es="X", that=CONVICTION.exists(CONVICTION.exists(CONVICTION.vacated)), cite="a"),
        "a list cannot be asked inside a list",
    ),
]


@pytest.mark.parametrize(("mistake", "said"), MISTAKES)
def test_a_mistake_is_refused_with_what_to_write_instead(mistake: object, said: str) -> None:
    assert callable(mistake)
    with pytest.raises((RuleError, ValueError)) as refused:
        mistake()
    assert said in str(refused.value)


def test_both_languages_are_needed() -> None:
    with pytest.raises(ValueError, match="both languages are needed"):
        element("x", "A label", es=" ", that=A, cite="a")


def test_two_rules_may_not_share_an_id() -> None:
    one = element("x", "X", es="X", that=A, cite="a")
    other = element("x", "X", es="X", that=B, cite="a")
    check_ids(all_of("both", "Both", one, one, es="Ambas"))
    with pytest.raises(RuleError, match="two different rules are called 'x'"):
        check_ids(all_of("both", "Both", one, other, es="Ambas"))


def test_versions_need_ids_of_their_own() -> None:
    yes = settled("yes", "Yes", es="Sí", answer=True, cite="a")
    with pytest.raises(RuleError, match="two versions have one id: v"):
        versions("x", "X", version("v", that=yes, cite="a"), version("v", that=yes, cite="a"), es="X")


def test_a_rule_reads_as_it_is_written() -> None:
    condition = BORN.plus(years=21) > FILED.if_absent(AS_OF)
    assert repr(condition) == "filing.i130.filed_on (or as of, if absent) < person.birth_date + 21 years"


def test_an_unknown_fact_names_the_nearest_one() -> None:
    from nolle.facts import person

    with pytest.raises(AttributeError, match=r"did you mean person.birth_date\?"):
        _ = person.birth_dat


def entities() -> dict[str, object]:
    from nolle.facts.entities import BUILT

    return BUILT


@pytest.mark.parametrize(
    "text",
    [
        'conviction.count(conviction.offense_class == "misdemeanor") >= 3',
        'derived.last_entry_manner == "ewi" and not case.detained',
        "person.birth_date.plus(years=18) > as_of",
        'person.gang_allegation.is_in("admitted", "none") | case.final_order',
    ],
)
def test_a_condition_can_be_written_as_text(text: str) -> None:
    assert isinstance(read_condition(text, entities()), Expr)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('__import__("os").system("true")', "there is no '__import__'"),
        ("person.__class__", "there is no"),
        ("person.birth_dat", "did you mean person.birth_date?"),
        ("person.birth_date.strftime('%Y')", "has no 'strftime'"),
        ("1 < 2", "is not a condition"),
        ("person.birth_date", "not a yes-or-no condition"),
        ("conviction.vacated", "belongs to each row of a list"),
        ("lambda: 1", "cannot be part of a condition"),
        ("(", "is not a condition"),
        ("case.detained and " * 200 + "case.detained", "too long"),
    ],
)
def test_text_that_is_no_condition_is_refused(text: str, said: str) -> None:
    with pytest.raises(RuleError) as refused:
        read_condition(text, entities())
    assert said in str(refused.value)


def test_a_date_in_a_rule_may_be_a_day() -> None:
    assert repr(date(2020, 1, 2) > FILED) == "filing.i130.filed_on < 2020-01-02"
