"""Expressions over the columns of one frame, as plain trees: made on Polars as they are, as SQL text on the others.

Only what every engine does alike may be written here (``docs/decisions/0007-portable-columns.md``); there is no
division, no remainder and no date arithmetic. A tree is made once and handed to the engine a whole layer at a time:
a call for each operation is what planning the law would mostly be spent on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

BOOLEAN, INT16, INT32, INT64, FLOAT64, DATE, STRING = "Boolean", "Int16", "Int32", "Int64", "Float64", "Date", "String"


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One operation and what it is done to: other nodes, or constants."""

    op: str
    args: tuple[Any, ...]

    def __add__(self, other: Operand) -> Node:
        return Node("+", (self, other))

    def __sub__(self, other: Operand) -> Node:
        return Node("-", (self, other))

    def __mul__(self, other: Operand) -> Node:
        return Node("*", (self, other))

    def __neg__(self) -> Node:
        return Node("neg", (self,))

    def __and__(self, other: Node) -> Node:
        return Node("&", (self, other))

    def __or__(self, other: Node) -> Node:
        return Node("|", (self, other))

    def __invert__(self) -> Node:
        return Node("~", (self,))

    def __lt__(self, other: Operand) -> Node:
        return Node("<", (self, other))

    def __le__(self, other: Operand) -> Node:
        return Node("<=", (self, other))

    def __gt__(self, other: Operand) -> Node:
        return Node(">", (self, other))

    def __ge__(self, other: Operand) -> Node:
        return Node(">=", (self, other))

    def __eq__(self, other: Operand) -> Node:  # type: ignore[override]
        return Node("==", (self, other))

    __hash__ = object.__hash__

    def cast(self, kind: str) -> Node:
        """The same as another type of column."""
        return Node("cast", (self, kind))

    def is_null(self) -> Node:
        """Whether it is null; never null itself."""
        return Node("is_null", (self,))

    def fill_null(self, value: Operand) -> Node:
        """A constant where it is null."""
        return Node("fill_null", (self, value))

    def floor(self) -> Node:
        """Rounded down, still as a fraction."""
        return Node("floor", (self,))

    def goes_into(self, by: int) -> Node:
        """How often a whole number goes into it, rounded down; null where it is null."""
        return Node("goes_into", (self, by))

    def is_one_of(self, codes: list[str]) -> Node:
        """Whether a text is one of some; null where it is null."""
        return Node("is_one_of", (self, tuple(codes)))

    def has(self, code: str) -> Node:
        """Whether a list holds a text; null where it is null."""
        return Node("has", (self, code))

    def size(self) -> Node:
        """How many a list holds; null where it is null."""
        return Node("size", (self,))

    def part(self, part: str) -> Node:
        """The ``year``, ``month`` or ``day`` of a date."""
        return Node(part, (self,))


Operand: TypeAlias = Node | bool | int | float | str | date | None


def col(name: str) -> Node:
    """A column."""
    return Node("col", (name,))


def lit(value: bool | float | str | date | None, kind: str | None = None) -> Node:
    """A constant."""
    return Node("lit", (value, kind))


def when(branches: list[tuple[Node, Node]], otherwise: Node) -> Node:
    """The value beside the first condition that is true; a null condition is passed over."""
    return Node("when", (tuple(branches), otherwise))


# Polars


def to_polars(node: Operand) -> Any:
    """The expression as Polars has it."""
    if not isinstance(node, Node):
        return node
    import polars as pl

    make = _POLARS.get(node.op)
    if make is not None:
        return make(*map(to_polars, node.args))
    if node.op == "col":
        return pl.col(node.args[0])
    if node.op == "lit":
        value, kind = node.args
        return pl.lit(value, dtype=None if kind is None else getattr(pl, kind))
    if node.op == "cast":
        return to_polars(node.args[0]).cast(getattr(pl, node.args[1]))
    if node.op == "is_one_of":
        return to_polars(node.args[0]).is_in(list(node.args[1]))
    branches, otherwise = node.args
    chain: Any = pl
    for condition, value in branches:
        chain = chain.when(to_polars(condition)).then(to_polars(value))
    return chain.otherwise(to_polars(otherwise))


_POLARS: Mapping[str, Callable[..., Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "neg": lambda a: -a,
    "&": lambda a, b: a & b,
    "|": lambda a, b: a | b,
    "~": lambda a: ~a,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "is_null": lambda a: a.is_null(),
    "fill_null": lambda a, b: a.fill_null(b),
    "floor": lambda a: a.floor(),
    "goes_into": lambda a, by: a // by,
    "has": lambda a, b: a.list.contains(b),
    "size": lambda a: a.list.len(),
    "year": lambda a: a.dt.year(),
    "month": lambda a: a.dt.month(),
    "day": lambda a: a.dt.day(),
}


# SQL


@dataclass(frozen=True, slots=True)
class Dialect:
    """What SQL engines write differently."""

    quote: str
    types: Mapping[str, str]
    has: str
    size: str
    escapes: Mapping[str, str]

    def name(self, name: str) -> str:
        """A column's or table's name."""
        return f"{self.quote}{name}{self.quote}"

    def constant(self, value: Any, kind: str | None = None) -> str:
        """A constant; a fraction is written with an exponent, without which it is taken for a decimal."""
        if value is None:
            return "NULL" if kind is None else f"CAST(NULL AS {self.types[kind]})"
        if isinstance(value, bool):
            text = "TRUE" if value else "FALSE"
        elif isinstance(value, int):
            text = f"({value})" if value < 0 else str(value)
        elif isinstance(value, float):
            text = repr(value) if "e" in repr(value) else f"{value!r}e0"
            text = f"({text})" if value < 0 else text
        elif isinstance(value, date):
            text = f"DATE '{value.isoformat()}'"
        else:
            text = "'" + "".join(self.escapes.get(c, c) for c in value) + "'"
        return text if kind is None else f"CAST({text} AS {self.types[kind]})"

    def text(self, node: Operand, within: int = 0) -> str:
        """The expression as SQL, in parentheses only where it binds less than what it stands in.

        Spark's parser takes seconds for parentheses a few deep.
        """
        if not isinstance(node, Node):
            return self.constant(node)
        if node.op in _BINDS:
            binds, form, *needs = _BINDS[node.op]
            text = form.format(*(self.text(arg, need) for arg, need in zip(node.args, needs, strict=True)))
            return f"({text})" if binds < within else text
        if node.op == "is_one_of":
            codes = ", ".join(map(self.constant, node.args[1]))
            text = f"{self.text(node.args[0], _SUM)} IN ({codes})"
            return f"({text})" if within > _COMPARED else text
        if node.op == "goes_into":
            # half a step from a whole number, no rounding of the product can reach the next
            number, by = node.args
            return self.text(((number.cast(FLOAT64) + 0.5) * (1 / by)).floor().cast(INT32))
        return self._atom(node)

    def _atom(self, node: Node) -> str:
        if node.op == "col":
            return self.name(node.args[0])
        if node.op == "lit":
            return self.constant(*node.args)
        if node.op == "cast":
            return f"CAST({self.text(node.args[0])} AS {self.types[node.args[1]]})"
        if node.op == "when":
            branches, otherwise = node.args
            cases = " ".join(f"WHEN {self.text(c)} THEN {self.text(v)}" for c, v in branches)
            return f"CASE {cases} ELSE {self.text(otherwise)} END"
        function = {"fill_null": "COALESCE", "has": self.has, "size": self.size}.get(node.op, node.op)
        return f"{function}({', '.join(map(self.text, node.args))})"


_EITHER, _BOTH, _NOT, _COMPARED, _SUM, _PRODUCT, _SIGN = range(1, 8)

_BINDS: Mapping[str, tuple[Any, ...]] = {
    "|": (_EITHER, "{} OR {}", _EITHER, _EITHER),
    "&": (_BOTH, "{} AND {}", _BOTH, _BOTH),
    "~": (_NOT, "NOT {}", _NOT),
    **{op: (_COMPARED, f"{{}} {op} {{}}", _SUM, _SUM) for op in ("<", "<=", ">", ">=")},
    "==": (_COMPARED, "{} = {}", _SUM, _SUM),
    "is_null": (_COMPARED, "{} IS NULL", _SUM),
    "+": (_SUM, "{} + {}", _SUM, _PRODUCT),
    "-": (_SUM, "{} - {}", _SUM, _PRODUCT),
    "*": (_PRODUCT, "{} * {}", _PRODUCT, _SIGN),
    "neg": (_SIGN, "-{}", _SIGN + 1),
}
"""How closely each operation binds, how it is written, and how closely what stands in it must bind."""

DUCKDB = Dialect(
    quote='"',
    types={
        BOOLEAN: "BOOLEAN", INT16: "SMALLINT", INT32: "INTEGER", INT64: "BIGINT", FLOAT64: "DOUBLE",
        DATE: "DATE", STRING: "VARCHAR",
    },
    has="list_contains",
    size="len",
    escapes={"'": "''"},
)  # fmt: skip

SPARK = Dialect(
    quote="`",
    types={**DUCKDB.types, INT32: "INT", STRING: "STRING"},
    has="array_contains",
    size="array_size",
    escapes={"'": "\\'", "\\": "\\\\"},
)
