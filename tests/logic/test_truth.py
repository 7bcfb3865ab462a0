"""The truth tables of strong Kleene, in the interpreter, and the page of the docs made from them."""

import os
from itertools import product
from pathlib import Path

import pytest

from nolle.logic import Expr
from nolle.logic.truth import Truth

from .told import ABSENT, DAYS, UNKNOWN, A, B, day, truth

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "truth-tables.md"

T, F, U = True, False, None
WORDS: dict[Truth, str] = {T: "yes", F: "no", U: "unknown"}

AND = {(T, T): T, (T, F): F, (T, U): U, (F, T): F, (F, F): F, (F, U): F, (U, T): U, (U, F): F, (U, U): U}
OR = {(T, T): T, (T, F): T, (T, U): T, (F, T): T, (F, F): F, (F, U): U, (U, T): T, (U, F): U, (U, U): U}
NOT = {T: F, F: T, U: U}

STATES = {
    "given": (day("2020"), {"known": T, "absent": F, "before 2021": T, "if absent, 2022, before 2021": T}),
    "absent": (ABSENT, {"known": F, "absent": T, "before 2021": U, "if absent, 2022, before 2021": F}),
    "asked, not known": (UNKNOWN, {"known": U, "absent": U, "before 2021": U, "if absent, 2022, before 2021": U}),
    "not asked": (None, {"known": U, "absent": U, "before 2021": U, "if absent, 2022, before 2021": U}),
}
"""What each state of a date answers."""


INTRODUCTION = """\
nolle answers with yes, no or unknown (strong Kleene logic). These tables are written by the tests that hold the \
interpreter to them; do not edit them by hand."""
STATES_TITLE = """\
## The states of a fact

What a date answers in each of its four states. The date given is 2020.

"""
NOT_IN_FORCE = """\
A group one of whose rules is not in force on the date drops that rule, as if it had never been written. A group whose \
every rule is out of force is itself out of force; so is its negation."""


def facts(a: Truth, b: Truth) -> dict[str, bool]:
    return {name: value for name, value in (("a", a), ("b", b)) if value is not None}


@pytest.mark.parametrize(("a", "b"), list(product((T, F, U), repeat=2)))
def test_and_and_or_follow_the_tables(a: Truth, b: Truth) -> None:
    assert truth(A & B, facts(a, b)) is AND[a, b]
    assert truth(A | B, facts(a, b)) is OR[a, b]


@pytest.mark.parametrize("a", [T, F, U])
def test_not_leaves_unknown_unknown(a: Truth) -> None:
    assert truth(~A, facts(a, U)) is NOT[a]


def states_of(expr_of_date: Expr) -> dict[str, Expr]:
    from nolle.logic.tree import Literal_

    later = Literal_(day("2022"))
    return {
        "known": expr_of_date.is_known,
        "absent": expr_of_date.is_absent,
        "before 2021": expr_of_date < "2021",
        "if absent, 2022, before 2021": expr_of_date.if_absent(later) < "2021",
    }


@pytest.mark.parametrize("state", list(STATES))
def test_only_absence_answers_is_absent_and_only_absence_is_replaced(state: str) -> None:
    from .told import FILED

    told, expected = STATES[state]
    given = {} if told is None else {"filing.i130.filed_on": told}
    for question, expr in states_of(FILED).items():
        assert truth(expr, given) is expected[question], question


def test_a_fact_nobody_asked_about_has_no_default() -> None:
    assert truth(A) is None
    assert truth(DAYS <= 90) is None


def page() -> str:
    def table(heads: list[str], rows: list[list[str]]) -> str:
        lines = [" | ".join(heads), " | ".join("---" for _ in heads), *(" | ".join(row) for row in rows)]
        return "\n".join(f"| {line} |" for line in lines)

    def pairs(title: str, answers: dict[tuple[Truth, Truth], Truth]) -> str:
        rows = [[WORDS[a], *(WORDS[answers[a, b]] for b in (T, F, U))] for a in (T, F, U)]
        return f"## {title}\n\n" + table([title.lower(), *(WORDS[b] for b in (T, F, U))], rows)

    questions = list(next(iter(STATES.values()))[1])
    states = [[name, *(WORDS[answers[q]] for q in questions)] for name, (_, answers) in STATES.items()]
    return (
        "\n\n".join(
            [
                "# Truth tables",
                INTRODUCTION,
                pairs("And", AND),
                pairs("Or", OR),
                "## Not\n\n" + table(["", "not"], [[WORDS[a], WORDS[NOT[a]]] for a in (T, F, U)]),
                STATES_TITLE + table(["state", *questions], states),
                NOT_IN_FORCE,
            ]
        )
        + "\n"
    )


def test_the_docs_print_these_tables() -> None:
    if os.environ.get("NOLLE_WRITE_DOCS"):
        PAGE.write_text(page(), "utf-8")
    assert PAGE.read_text("utf-8") == page(), "run NOLLE_WRITE_DOCS=1 pytest tests/logic/test_truth.py"
