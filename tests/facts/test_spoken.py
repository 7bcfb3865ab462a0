"""Answers as people say them, read without guessing."""

from __future__ import annotations

from datetime import date

import pytest

from nolle.facts.spoken import (
    Unclear,
    WhichDate,
    read_choice,
    read_choices,
    read_date,
    read_number,
    read_spoken,
    read_yes_no,
)
from nolle.facts.vocabulary import codes, find
from nolle.logic.known import Missing

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("2014", "2014"),
        ("in 1999", "1999"),
        ("desde 2004", "2004"),
        ("May 2014", "2014-05"),
        ("mayo de 2014", "2014-05"),
        ("mayo del 2014", "2014-05"),
        ("5/2014", "2014-05"),
        ("May 7, 2014", "2014-05-07"),
        ("the 7th of May 2014", "2014-05-07"),
        ("el 7 de mayo del 2014", "2014-05-07"),
        ("Sept. 3, 2015", "2015-09-03"),
        ("2023-10-06", "2023-10-06"),
        ("2014~", "2014~"),
        ("../2009", "../2009"),
        ("2014/2016", "2014/2016"),
        ("about 2014", "2014~"),
        ("como en 2014", "2014~"),
        ("creo que en 2010", "2010~"),
        ("2014 más o menos", "2014~"),
        ("about May 2014", "2014-05~"),
        ("before 2009", "../2008-12-31"),
        ("antes de 2009", "../2008-12-31"),
        ("on or before 2009", "../2009-12-31"),
        ("después de mayo de 2010", "2010-06-01/.."),
        ("between 2014 and 2016", "2014-01-01/2016-12-31"),
        ("2014 o 2015", "2014-01-01/2015-12-31"),
        ("entre mayo y junio de 2014", "2014-05-01/2014-06-30"),
        ("a principios de 2014", "2014"),
        ("10 years ago", "2016~"),
        ("hace diez años", "2016~"),
        ("hace unos dos meses", "2026-09~"),
        ("3 days ago", "2026-11-18"),
        ("el año pasado", "2025"),
        ("ayer", "2026-11-20"),
        ("13/06/2023", "2023-06-13"),
        ("06/06/2023", "2023-06-06"),
    ],
)
def test_a_date_is_read_as_it_is_known(said: str, edtf: str) -> None:
    assert read_date(said, TODAY).text == edtf


def test_day_and_month_that_cannot_be_told_apart_are_asked_back() -> None:
    with pytest.raises(WhichDate) as asked:
        read_date("10/06/2023", TODAY)
    assert asked.value.days == (date(2023, 10, 6), date(2023, 6, 10))
    assert [option.es for option in asked.value.options] == ["6 de octubre de 2023", "10 de junio de 2023"]


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("banana", "as you know it"),
        ("14", "four digits"),
        ("10/06/23", "four digits"),
        ("31 febrero 2014", "no such day"),
        ("2014-13", "no such day"),
        ("between 2016 and 2014", "before the second"),
    ],
)
def test_what_is_no_date_is_refused_with_a_hint(said: str, hint: str) -> None:
    with pytest.raises(Unclear) as refused:
        read_date(said, TODAY)
    assert hint in refused.value.hint.en
    assert refused.value.hint.es != refused.value.hint.en


def test_an_event_does_not_lie_ahead_but_a_hearing_may() -> None:
    with pytest.raises(Unclear, match="has not come yet"):
        read_spoken(find("entry.date"), "2031", TODAY)
    assert read_spoken(find("case.next_hearing_on"), "14 de enero de 2031", TODAY)


def test_never_says_that_a_date_does_not_exist_but_everybody_was_born() -> None:
    assert read_spoken(find("case.pd_requested_on"), "nunca", TODAY) is Missing.ABSENT
    with pytest.raises(Unclear):
        read_spoken(find("person.birth_date"), "never", TODAY)


@pytest.mark.parametrize(
    ("said", "unit", "low", "high"),
    [
        ("10", "years", 10, 10),
        ("diez años", "years", 10, 10),
        ("at least 10", "years", 10, None),
        ("10 o más", "years", 10, None),
        ("más de 5", "count", 6, None),
        ("hasta 20", "days", None, 20),
        ("less than 3", "count", None, 2),
        ("16 or 17", "years", 16, 17),
        ("16-17", "years", 16, 17),
        ("entre 5 y 8 días", "days", 5, 8),
        ("about 10", "years", 9, 11),
        ("two weeks", "days", 14, 14),
        ("6 months", "days", 168, 186),
        ("1 o 2 meses", "days", 28, 62),
        ("ninguno", "count", 0, 0),
    ],
)
def test_a_number_is_read_as_it_is_known(said: str, unit: str, low: int | None, high: int | None) -> None:
    span = read_number(said, unit)
    assert (span.low, span.high) == (low, high)


@pytest.mark.parametrize(("said", "unit"), [("many", "count"), ("-5", "years"), ("300", "years"), ("como 200", "days")])
def test_a_number_that_cannot_be_read_or_be_right_is_refused(said: str, unit: str) -> None:
    with pytest.raises(Unclear):
        read_number(said, unit)


@pytest.mark.parametrize("said", ["y", "Yes", "sí", "SI", "claro que sí", "Yes, twice", "¡Sí!"])
def test_yes(said: str) -> None:
    assert read_yes_no(said) is True


@pytest.mark.parametrize("said", ["n", "No.", "nope", "nunca", "para nada", "no, never"])
def test_no(said: str) -> None:
    assert read_yes_no(said) is False


@pytest.mark.parametrize("said", ["maybe", "a veces", "yes and no", "1", "no, I don't know", "sí, creo"])
def test_neither_yes_nor_no_is_asked_again(said: str) -> None:
    with pytest.raises(Unclear):
        read_yes_no(said)


def test_a_choice_is_made_by_number_code_or_words_in_either_language() -> None:
    values = find("person.marital_status").values or {}
    assert [read_choice(said, values) for said in ("2", "married", "Casada", "separado")] == [
        "married",
        "married",
        "married",
        "separated",
    ]
    assert read_choice("3 o 4", values) == frozenset({"separated", "divorced"})
    assert read_choice("no", find("filing.i130.status").values or {}) == "none"


def test_a_country_is_named_not_numbered_and_the_nearest_are_offered() -> None:
    countries = codes()["country"]
    assert read_choice("estados unidos", countries) == read_choice("USA", countries) == "USA"
    assert read_choice("Salvador", countries) == "SLV"
    with pytest.raises(Unclear) as refused:
        read_choice("guatamala", countries)
    assert "Guatemala" in refused.value.hint.es
    with pytest.raises(Unclear) as refused:
        read_choice("Corea", countries)
    assert "Corea del Norte" in refused.value.hint.es
    assert "Corea del Sur" in refused.value.hint.es
    assert read_choices("Honduras y México", countries) == ("HND", "MEX")
    assert read_choices("ninguno", countries) == ()
