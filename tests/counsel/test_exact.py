"""The exact second line: one fact in two conditions, where Kleene's answer is too cautious."""

from datetime import date

from nolle.facts.casefile import parse_case
from nolle.facts.entities import person
from nolle.law import authorities
from nolle.logic import Asked, any_of, element, judge
from nolle.logic.proof.exact import exact


def test_a_date_that_must_lie_on_one_side_or_the_other_settles_the_answer() -> None:
    before = element("before", "Before", es="Antes", that=person.birth_date < "1990-06-15", cite="ina-103a")
    after = element("after", "After", es="Después", that=person.birth_date >= "1990-06-15", cite="ina-103a")
    either = any_of("either", "Either", before, after, es="Uno u otro")
    case = parse_case('schema = "nolle.case/1"\nperson.birth_date = "1990"\n', "toml", name="rough")
    asked = Asked(case, authorities.Law(), date(2026, 11, 21))
    assert judge(either, asked).truth is None
    assert exact(either, asked) is True
