"""Derived facts: what plainer facts decide, on each side of a boundary. Nothing is no because nothing is known."""

from datetime import date

import pytest

from nolle.facts import derived, person, uac
from nolle.facts.casefile import parse_case
from nolle.facts.derivations import definitions
from nolle.law.authorities import Law
from nolle.law.tables import tables
from nolle.logic import Asked
from nolle.logic.known import Answer, Missing
from nolle.logic.rough import Span
from nolle.logic.tree import Expr
from nolle.logic.value import evaluate

TODAY = date(2026, 11, 21)

FAMILY = 'complete = ["relative"]\nfiling.i130.category = "f4"\nfiling.i360_widow.status = "none"\n'
NO_VAWA = 'filing.i360_vawa.status = "none"\n'
UNDER_21 = 'person.birth_date = "2007-01-01"\n'


def worked_out(fact: Expr, facts: str) -> Answer:
    """What a fact comes to."""
    case = parse_case('schema = "nolle.case/1"\n' + facts, "toml", name="derived")
    return evaluate(fact, Asked(case, Law(), TODAY, None, tables=tables(), definitions=definitions()))


def kin(relationship: str, more: str = "") -> str:
    """A citizen relative."""
    return f'[[relative]]\nrelationship = "{relationship}"\nstatus = "usc"\n{more}'


@pytest.mark.parametrize(
    ("facts", "truth"),
    [
        ('person.marital_status = "single"\n' + UNDER_21 + kin("parent"), True),
        ('person.marital_status = "divorced"\n' + UNDER_21 + kin("parent"), True),
        ('person.marital_status = "married"\n' + UNDER_21 + kin("parent"), False),
        ('person.marital_status = "single"\n' + UNDER_21 + kin("adoptive_parent"), True),
        ('person.marital_status = "single"\n' + UNDER_21 + kin("stepparent", "step_relation_age = 17\n"), True),
        ('person.marital_status = "single"\n' + UNDER_21 + kin("stepparent", "step_relation_age = 18\n"), False),
        (kin("stepchild", 'step_relation_age = 5\nbirth_date = "2005-11-21"\n'), True),
        (kin("stepchild", 'step_relation_age = 5\nbirth_date = "2005-11-22"\n'), False),
        (kin("sibling"), False),
        ("", False),
    ],
)
def test_immediate_relative(facts: str, truth: bool) -> None:
    """Unmarried is more than never married; stepchildren and adoptive parents count (INA 101(b))."""
    assert worked_out(derived.immediate_relative, FAMILY + NO_VAWA + facts) is truth


def test_a_petition_of_ones_own_makes_an_immediate_relative() -> None:
    """Divorced from the citizen who abused her: her own petition says what she is."""
    own = 'filing.i360_vawa.status = "approved"\nfiling.i360_vawa.category = "{}"\n'
    assert worked_out(derived.immediate_relative, FAMILY + own.format("ir_spouse")) is True
    assert worked_out(derived.immediate_relative, FAMILY + own.format("f2a")) is False
    assert isinstance(worked_out(derived.immediate_relative, FAMILY), Missing)


def crime(kind: str, more: str) -> str:
    """A complete list of one crime of 2010-05-05."""
    return (
        f'complete = ["conviction"]\n[[conviction]]\noffense_on = "2010-05-05"\nimmigration_class = ["{kind}"]\n{more}'
    )


PETTY = "only_cimt = true\nmax_possible_sentence_days = 365\nsentence_imposed_days = 10\n"


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (crime("cimt", PETTY + 'disposition = "convicted"\n'), Missing.ABSENT),
        (crime("controlled_substance", PETTY + 'disposition = "convicted"\n'), date(2010, 5, 5)),
        (crime("controlled_substance", 'disposition = "dismissed"\n'), Missing.ABSENT),
        (crime("controlled_substance", 'disposition = "vacated"\n'), Missing.ABSENT),
        (crime("controlled_substance", 'disposition = "expunged"\n'), date(2010, 5, 5)),
    ],
)
def test_the_offense_that_stops_time(facts: str, answer: date | Missing) -> None:
    """Only a crime of moral turpitude can be petty; what ended in no conviction stops nothing."""
    found = worked_out(derived.offense_stop_date, facts)
    assert (found.low if isinstance(found, Span) else found) == answer


def test_no_absence_in_a_complete_list() -> None:
    """A complete list without a trip is no day away; an open list says nothing."""
    for fact in (person.longest_absence_days, person.total_absence_days):
        found = worked_out(fact, 'complete = ["presence_event"]\n')
        assert isinstance(found, Span)
        assert (found.low, found.high) == (0, 0)
        assert isinstance(worked_out(fact, ""), Missing)


def test_an_ended_finding_no_longer_stands() -> None:
    """Found to be an unaccompanied child: so it stays until an agency ends it."""
    assert worked_out(uac.determined, "uac.determined = true\n") is True
    assert worked_out(uac.determined, "uac.determined = true\nuac.determination_terminated = true\n") is False
    assert isinstance(worked_out(uac.determined, ""), Missing)


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ('received_on = "1999-01-01"\n', date(1999, 1, 1)),
        ('received_on = "1998-01-20"\npostmarked_on = "1998-01-10"\n', date(1998, 1, 20)),
        ('received_on = "2001-05-03"\npostmarked_on = "2001-04-30"\n', date(2001, 4, 30)),
        ('received_on = "2001-05-03"\npostmarked_on = "2001-05-01"\n', date(2001, 5, 3)),
    ],
)
def test_the_postmark_counts_only_at_the_end(facts: str, day: date) -> None:
    """245(i): received by 2001-04-30, or postmarked by then."""
    found = worked_out(derived.filing_date_for_245i, "[filing.grandfather_petition]\n" + facts)
    assert isinstance(found, Span)
    assert (found.low, found.high) == (day, day)
