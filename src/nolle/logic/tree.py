"""The language of conditions: a frozen, typed tree built with readable operators.

    person.birth_date.plus(years=21) > filing.i360_sij.filed_on.if_absent(AS_OF)
    conviction.none(conviction.offense_class == "felony") & ~case.detained

Every node is checked as it is built; a mistake is refused with a sentence that says what to write instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, Literal, TypeAlias, cast

from .rough import Span, exactly, parse_date
from .text import Text

Kind: TypeAlias = Literal["bool", "date", "number", "code", "codes", "text"]


class RuleError(TypeError):
    """A rule that cannot mean what it says. The message says what to write instead."""


@dataclass(frozen=True, slots=True, eq=False)
class Expr:
    """A question put to a case. Build one from facts with operators; never call ``bool`` on it."""

    @property
    def kind(self) -> Kind:
        """What the question answers with."""
        return "bool"

    def __bool__(self) -> bool:
        raise RuleError(
            "a condition has no truth until a case is judged: use '&' instead of 'and', '|' instead of 'or', "
            "'~' instead of 'not', and write 'a < b < c' as '(a < b) & (b < c)'"
        )

    __hash__ = object.__hash__

    def __and__(self, other: Expr) -> Expr:
        return And((*_flat(And, self), *_flat(And, other)))

    def __or__(self, other: Expr) -> Expr:
        return Or((*_flat(Or, self), *_flat(Or, other)))

    def __invert__(self) -> Expr:
        return Not(self)

    def __lt__(self, other: object) -> Expr:
        return _compare("<", self, other)

    def __le__(self, other: object) -> Expr:
        return _compare("<=", self, other)

    def __gt__(self, other: object) -> Expr:
        return _compare(">", self, other)

    def __ge__(self, other: object) -> Expr:
        return _compare(">=", self, other)

    def __eq__(self, other: object) -> Expr:  # type: ignore[override]
        return _equal(self, other)

    def __ne__(self, other: object) -> Expr:  # type: ignore[override]
        return Not(_equal(self, other))

    def is_in(self, *codes: str) -> Expr:
        """Whether a code is one of these."""
        return IsIn(self, frozenset(codes))

    def has_any(self, *codes: str) -> Expr:
        """Whether a list of codes shares one with these."""
        return Has(self, frozenset(codes))

    def has_none(self, *codes: str) -> Expr:
        """Whether a list of codes shares none with these; unknown stays unknown."""
        return Not(Has(self, frozenset(codes)))

    def plus(self, *, years: int | Expr = 0, months: int = 0, days: int | Expr = 0) -> Expr:
        """A date so much later; months and years are held at the month's end."""
        return Shift(self, years, months, days, 1)

    def minus(self, *, years: int | Expr = 0, months: int = 0, days: int | Expr = 0) -> Expr:
        """A date so much earlier; months and years are held at the month's end."""
        return Shift(self, years, months, days, -1)

    def if_absent(self, other: Expr) -> Expr:
        """The other value where someone said that this one does not exist; unknown stays unknown."""
        return IfAbsent(self, other)

    def or_else(self, other: Expr) -> Expr:
        """Another fact where this one has no value: for facts that can be learned in two ways."""
        return OrElse(self, other)

    def only_if(self, when: Expr) -> Expr:
        """This value where the condition is true, absent where it is false."""
        return OnlyIf(self, when)

    @property
    def is_known(self) -> Expr:
        """True when given, false when absent, unknown otherwise."""
        return Known(self)

    @property
    def is_absent(self) -> Expr:
        """True when someone said that it does not exist, false when given, unknown otherwise."""
        return Absent(self)

    def years_until(self, end: Expr) -> Expr:
        """Whole years from this date to another; an age, when this is a birth date."""
        return Elapsed("years", self, end)

    def months_until(self, end: Expr) -> Expr:
        """Whole months from this date to another."""
        return Elapsed("months", self, end)

    def days_until(self, end: Expr) -> Expr:
        """Days from this date to another."""
        return Elapsed("days", self, end)

    def within(self, *, before: Expr | None = None, after: Expr | None = None, months: int = 0, days: int = 0) -> Expr:
        """Whether this date lies in so many months and days up to (or from) another date, both ends included."""
        if (before is None) == (after is None):
            raise RuleError("say within(days=14, before=DATE) or within(days=14, after=DATE), one of the two")
        if before is not None:
            return (self >= before.minus(months=months, days=days)) & (self <= before)
        return (self >= after) & (self <= cast("Expr", after).plus(months=months, days=days))


@dataclass(frozen=True, slots=True, eq=False)
class Fact(Expr):
    """One fact of the vocabulary, or one field of a list's rows when ``entity`` names the list."""

    name: str
    holds: Kind
    codes: frozenset[str] | None = None
    entity: str | None = None
    adverse: frozenset[str] = frozenset()
    label: Text | None = None

    @property
    def kind(self) -> Kind:
        return self.holds

    def __repr__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, eq=False)
class Literal_(Expr):
    """A value written in a rule."""

    value: Span | str | bool

    @property
    def kind(self) -> Kind:
        if isinstance(self.value, bool):
            return "bool"
        if isinstance(self.value, str):
            return "code"
        return "date" if isinstance(self.value.low or self.value.high, date) else "number"

    def __repr__(self) -> str:
        return str(self.value.text or self.value.low) if isinstance(self.value, Span) else repr(self.value)


@dataclass(frozen=True, slots=True, eq=False)
class AsOf(Expr):
    """The date the question is asked about."""

    @property
    def kind(self) -> Kind:
        return "date"

    def __repr__(self) -> str:
        return "as of"


AS_OF = AsOf()


@dataclass(frozen=True, slots=True, eq=False)
class And(Expr):
    """All of the parts."""

    parts: tuple[Expr, ...]

    def __post_init__(self) -> None:
        _need("bool", "'&'", *self.parts)

    def __repr__(self) -> str:
        return " and ".join(f"({p})" if isinstance(p, Or) else str(p) for p in self.parts)


@dataclass(frozen=True, slots=True, eq=False)
class Or(Expr):
    """Any of the parts."""

    parts: tuple[Expr, ...]

    def __post_init__(self) -> None:
        _need("bool", "'|'", *self.parts)

    def __repr__(self) -> str:
        return " or ".join(f"({p})" if isinstance(p, And) else str(p) for p in self.parts)


@dataclass(frozen=True, slots=True, eq=False)
class Not(Expr):
    """The opposite; unknown stays unknown."""

    part: Expr

    def __post_init__(self) -> None:
        _need("bool", "'~'", self.part)

    def __repr__(self) -> str:
        return f"not ({self.part})"


@dataclass(frozen=True, slots=True, eq=False)
class Compare(Expr):
    """Two dates or two numbers compared."""

    op: Literal["<", "<=", "=="]
    left: Expr
    right: Expr

    def __post_init__(self) -> None:
        if self.left.kind not in ("date", "number"):
            raise RuleError(f"only dates and numbers have an order: {self.left} is a {self.left.kind}")
        if self.left.kind != self.right.kind:
            raise RuleError(f"a {self.left.kind} cannot be compared with a {self.right.kind}: {self}")

    def __repr__(self) -> str:
        return f"{self.left} {self.op} {self.right}"


@dataclass(frozen=True, slots=True, eq=False)
class IsIn(Expr):
    """A code is one of a set."""

    of: Expr
    codes: frozenset[str]

    def __post_init__(self) -> None:
        _need("code", "is_in", self.of)
        _check_codes(self.of, self.codes)

    def __repr__(self) -> str:
        return f"{self.of} is {' or '.join(sorted(self.codes))}"


@dataclass(frozen=True, slots=True, eq=False)
class Has(Expr):
    """A list of codes shares one with a set."""

    of: Expr
    codes: frozenset[str]

    def __post_init__(self) -> None:
        _need("codes", "has_any", self.of)
        _check_codes(self.of, self.codes)

    def __repr__(self) -> str:
        return f"{self.of} has {' or '.join(sorted(self.codes))}"


@dataclass(frozen=True, slots=True, eq=False)
class Known(Expr):
    """Given (true) or absent (false)."""

    of: Expr

    def __repr__(self) -> str:
        return f"{self.of} is known"


@dataclass(frozen=True, slots=True, eq=False)
class Absent(Expr):
    """Absent (true) or given (false)."""

    of: Expr

    def __repr__(self) -> str:
        return f"{self.of} is absent"


@dataclass(frozen=True, slots=True, eq=False)
class _Of(Expr):
    of: Expr

    @property
    def kind(self) -> Kind:
        return self.of.kind


@dataclass(frozen=True, slots=True, eq=False)
class IfAbsent(_Of):
    """A value, or another where the first is absent."""

    other: Expr

    def __post_init__(self) -> None:
        _need(self.of.kind, "if_absent", self.other)

    def __repr__(self) -> str:
        return f"{self.of} (or {self.other}, if absent)"


@dataclass(frozen=True, slots=True, eq=False)
class OrElse(_Of):
    """A value, or another where the first has none."""

    other: Expr

    def __post_init__(self) -> None:
        _need(self.of.kind, "or_else", self.other)
        if isinstance(self.other, Literal_):
            raise RuleError(f"{self.of} must not fall back to the constant {self.other}: unknown is never a default")

    def __repr__(self) -> str:
        return f"{self.of} (or else {self.other})"


@dataclass(frozen=True, slots=True, eq=False)
class Choose(Expr):
    """One value when a condition is true, another when it is false; either when it is unknown."""

    when: Expr
    then: Expr
    otherwise: Expr

    def __post_init__(self) -> None:
        _need("bool", "choose", self.when)
        _need(self.then.kind, "choose", self.otherwise)

    @property
    def kind(self) -> Kind:
        return self.then.kind

    def __repr__(self) -> str:
        return f"({self.then} if {self.when}, else {self.otherwise})"


@dataclass(frozen=True, slots=True, eq=False)
class OnlyIf(_Of):
    """A value where a condition is true; absent where it is false; unknown where it is unknown."""

    when: Expr

    def __post_init__(self) -> None:
        _need("bool", "only_if", self.when)

    def __repr__(self) -> str:
        return f"({self.of}, only if {self.when})"


@dataclass(frozen=True, slots=True, eq=False)
class Soonest(Expr):
    """The earliest of some dates, leaving out the absent ones; absent if all are. One not known may be any day."""

    parts: tuple[Expr, ...]

    def __post_init__(self) -> None:
        _need("date", "soonest", *self.parts)

    @property
    def kind(self) -> Kind:
        return "date"

    def __repr__(self) -> str:
        return f"the earliest of {', '.join(map(str, self.parts))}"


@dataclass(frozen=True, slots=True, eq=False)
class Shift(Expr):
    """A date moved by years, months and days; the years and the days may be numbers that are worked out."""

    of: Expr
    years: int | Expr
    months: int
    days: int | Expr
    sign: Literal[1, -1]

    def __post_init__(self) -> None:
        _need("date", "plus and minus", self.of)
        for amount in (self.years, self.days):
            if isinstance(amount, Expr):
                _need("number", "plus and minus", amount)

    @property
    def kind(self) -> Kind:
        return "date"

    def __repr__(self) -> str:
        parts = [
            f"{n} {unit}"
            for n, unit in ((self.years, "years"), (self.months, "months"), (self.days, "days"))
            if isinstance(n, Expr) or n
        ]
        return f"{self.of} {'+' if self.sign == 1 else '-'} {' '.join(parts)}"


@dataclass(frozen=True, slots=True, eq=False)
class Elapsed(Expr):
    """Whole units of time from one date to another."""

    unit: Literal["days", "months", "years"]
    start: Expr
    end: Expr

    def __post_init__(self) -> None:
        _need("date", f"{self.unit}_until", self.start, self.end)

    @property
    def kind(self) -> Kind:
        return "number"

    def __repr__(self) -> str:
        return f"{self.unit} from {self.start} to {self.end}"


@dataclass(frozen=True, slots=True, eq=False)
class Exists(Expr):
    """Some row meets the condition; false only if the list is complete and every row fails."""

    entity: str
    where: Expr

    def __post_init__(self) -> None:
        _need("bool", "exists", self.where)

    def __repr__(self) -> str:
        return f"some {self.entity} with {self.where}"


@dataclass(frozen=True, slots=True, eq=False)
class Count(Expr):
    """How many rows meet the condition: at least the sure ones, at most all that may, if the list is complete."""

    entity: str
    where: Expr

    def __post_init__(self) -> None:
        _need("bool", "count", self.where)

    @property
    def kind(self) -> Kind:
        return "number"

    def __repr__(self) -> str:
        return f"number of {self.entity} with {self.where}"


@dataclass(frozen=True, slots=True, eq=False)
class PickRow(Expr):
    """A field of the first or last row by a date, among the rows that meet the condition; needs a complete list."""

    entity: str
    which: Literal["first", "last"]
    by: Expr
    give: Expr
    where: Expr

    def __post_init__(self) -> None:
        _need("date", f"{self.which}(by=...)", self.by)
        _need("bool", "where", self.where)

    @property
    def kind(self) -> Kind:
        return self.give.kind

    def __repr__(self) -> str:
        return f"{self.give} of the {self.which} {self.entity}"


@dataclass(frozen=True, slots=True, eq=False)
class Extreme(Expr):
    """The earliest or latest date (or least or greatest number), or a total, over the rows; needs a complete list."""

    entity: str
    what: Literal["earliest", "latest", "total"]
    give: Expr
    where: Expr

    def __post_init__(self) -> None:
        if self.give.kind not in ("number",) if self.what == "total" else self.give.kind not in ("date", "number"):
            raise RuleError(
                f"{self.what} needs {'a number' if self.what == 'total' else 'dates or numbers'}, not {self.give}"
            )
        _need("bool", "where", self.where)

    @property
    def kind(self) -> Kind:
        return self.give.kind

    def __repr__(self) -> str:
        return f"{self.what} {self.give}"


@dataclass(frozen=True, slots=True, eq=False)
class Lookup(Expr):
    """A number from a table of the law, by a code and on a date."""

    table: str
    key: Expr
    on: Expr

    def __post_init__(self) -> None:
        _need("code", "lookup", self.key)
        _need("date", "lookup", self.on)

    @property
    def kind(self) -> Kind:
        return "number"

    def __repr__(self) -> str:
        return f"{self.table} of {self.key} on {self.on}"


TRUE = Literal_(True)


def _flat(cls: type[And | Or], expr: Expr) -> tuple[Expr, ...]:
    return expr.parts if isinstance(expr, cls) else (expr,)


def _need(kind: Kind, what: str, *parts: Expr) -> None:
    for part in parts:
        if not isinstance(part, Expr):
            raise RuleError(f"{what} joins conditions; {part!r} is not one. Compare a fact with it first")
        if part.kind != kind and {part.kind, kind} != {"code", "text"}:
            raise RuleError(f"{what} needs a {kind}, and {part} is a {part.kind}")


def literal(value: Any, what: str) -> Expr:
    """A value as a node; a node as it is."""
    if isinstance(value, Expr):
        return value
    if isinstance(value, str):
        return Literal_(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Literal_(exactly(value))
    if isinstance(value, date):
        return Literal_(exactly(value))
    raise RuleError(f"{what}: {value!r} is neither a fact nor a value; for 'no value' write .is_absent or .is_known")


def _operand(left: Expr, value: Any) -> Expr:
    if isinstance(value, Expr):
        return value
    if left.kind == "date" and isinstance(value, str):
        return Literal_(parse_date(value))
    return literal(value, f"{left} compared")


def _compare(op: str, left: Expr, right: object) -> Expr:
    other = _operand(left, right)
    if op == "<":
        return Compare("<", left, other)
    if op == "<=":
        return Compare("<=", left, other)
    return Compare("<" if op == ">" else "<=", other, left)


def _equal(left: Expr, right: object) -> Expr:
    if isinstance(right, bool):
        raise RuleError(f"write the condition itself, {left}, or its opposite, ~{left}; not '== {right}'")
    if right is None:
        raise RuleError(f"{left} == None asks nothing: write {left}.is_absent, or {left}.is_known")
    if left.kind == "code" and isinstance(right, str):
        return IsIn(left, frozenset((right,)))
    if left.kind == "codes":
        raise RuleError(f"{left} is a list of codes: write {left}.has_any({right!r})")
    return Compare("==", left, _operand(left, right))


def _check_codes(of: Expr, codes: frozenset[str]) -> None:
    if not codes:
        raise RuleError(f"{of}: name at least one code")
    allowed = (
        of.codes
        if isinstance(of, Fact)
        else of.give.codes
        if isinstance(of, PickRow) and isinstance(of.give, Fact)
        else None
    )
    if allowed is None:
        return
    for code in sorted(codes - allowed):
        near = get_close_matches(code, allowed, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"accepted: {', '.join(sorted(allowed))}"
        raise RuleError(f"{of} is never {code!r}; {hint}")
