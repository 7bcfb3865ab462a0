"""What a rule is written with: ``person.birth_date``, ``conviction.exists(...)``, ``lookup``, ``choose``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from .tree import TRUE, Choose, Count, Exists, Expr, Extreme, Fact, Lookup, Not, PickRow, RuleError, Soonest, literal


class Entity:
    """A group of facts: ``person.birth_date``. A list's facts are asked through its methods.

    A fact whose name Python keeps for itself takes a trailing underscore: ``nacara.class_``.

    Raises:
        AttributeError: for an unknown fact, with the nearest right one.
    """

    def __init__(self, name: str, facts: Iterable[Fact], *, is_list: bool = False) -> None:
        self._name = name
        self._list = is_list
        self._facts = {fact.name.rpartition(".")[2]: fact for fact in facts}

    def __getattr__(self, field: str) -> Fact:
        if field.startswith("__"):
            raise AttributeError(field)
        try:
            return self._facts[field.rstrip("_")]
        except KeyError:
            near = get_close_matches(field, self._facts, n=1)
            hint = f"; did you mean {self._name}.{near[0]}?" if near else ""
            raise AttributeError(f"the vocabulary has no fact {self._name}.{field}{hint}") from None

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts.values())

    def exists(self, where: Expr = TRUE) -> Expr:
        """Some row meets the condition; false only if the list is complete and every row fails."""
        return Exists(self._list_name(), where)

    def none(self, where: Expr = TRUE) -> Expr:
        """No row meets the condition: true only if the list is complete and every row fails."""
        return Not(Exists(self._list_name(), where))

    def count(self, where: Expr = TRUE) -> Expr:
        """How many rows meet the condition, as a number that may be a range."""
        return Count(self._list_name(), where)

    def first(self, give: Expr, *, by: Expr, where: Expr = TRUE) -> Expr:
        """A field of the earliest row."""
        return PickRow(self._list_name(), "first", by, give, where)

    def last(self, give: Expr, *, by: Expr, where: Expr = TRUE) -> Expr:
        """A field of the latest row."""
        return PickRow(self._list_name(), "last", by, give, where)

    def earliest(self, give: Expr, where: Expr = TRUE) -> Expr:
        """The earliest of a date."""
        return Extreme(self._list_name(), "earliest", give, where)

    def latest(self, give: Expr, where: Expr = TRUE) -> Expr:
        """The latest of a date."""
        return Extreme(self._list_name(), "latest", give, where)

    def greatest(self, give: Expr, where: Expr = TRUE) -> Expr:
        """The greatest of a number."""
        return Extreme(self._list_name(), "latest", give, where)

    def total(self, give: Expr, where: Expr = TRUE) -> Expr:
        """The sum of a number."""
        return Extreme(self._list_name(), "total", give, where)

    def _list_name(self) -> str:
        if not self._list:
            raise RuleError(f"{self._name} is not a list: ask its facts directly, as {self._name}.field")
        return self._name


def lookup(table: str, key: Expr, on: Expr) -> Expr:
    """A number from a table of the law, by a code and on a date."""
    return Lookup(table, key, on)


def soonest(*dates: Expr) -> Expr:
    """The earliest of some dates, leaving out the absent ones."""
    return Soonest(dates)


def choose(when: Expr, then: Expr | str | int, otherwise: Expr | str | int) -> Expr:
    """One value when a condition is true, another when it is false; either when it is unknown."""
    return Choose(when, literal(then, "choose"), literal(otherwise, "choose"))
