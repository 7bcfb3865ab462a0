"""Invented rules over an invented docket, each condition in three forms: nolle's, Polars' and SQL. They are no law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import cycle, islice
from operator import and_, or_
from pathlib import Path

import polars as pl

from nolle.logic.entity import Entity
from nolle.logic.rule import Rule, all_of, any_of, element
from nolle.logic.tree import AS_OF, Expr, Fact
from nolle.logic.truth import Force

ON = date(2023, 10, 6)
CONDITIONS, PER_GROUP = 240, 8
GROUPS = CONDITIONS // PER_GROUP
ELEMENTS = [f"e{i}" for i in range(CONDITIONS)]
ANSWERS = [*ELEMENTS, *(f"g{i}" for i in range(GROUPS)), "root"]

CODES = frozenset(["none", "pending", "approved", "denied", "withdrawn"])
DATES = [Fact(f"person.day_{i}", "date") for i in range(12)]
STATUSES = [Fact(f"filing.status_{i}", "code", CODES) for i in range(12)]
YES_NO = [Fact(f"case.flag_{i}", "bool") for i in range(12)]
KINDS, STANDINGS = ("spouse", "parent", "child", "sibling"), ("usc", "lpr", "none")
relative = Entity(
    "relative",
    (
        Fact("relative.kind", "code", frozenset(KINDS), entity="relative"),
        Fact("relative.status", "code", frozenset(STANDINGS), entity="relative"),
        Fact("relative.birth_date", "date", entity="relative"),
    ),
    is_list=True,
)


class AllInForce:
    """Law in which everything is in force."""

    def force(self, authority: str, on: date, circuit: str | None) -> Force:
        """In force."""
        return Force.IN


@dataclass(frozen=True)
class Condition:
    """A condition in its forms; ``sums`` and ``sql_sums`` are what the hand-written ones need of the list."""

    ours: Expr
    hand: pl.Expr
    sql: str
    sums: tuple[pl.Expr, ...] = ()
    sql_sums: tuple[str, ...] = ()


def conditions() -> Iterator[Condition]:
    """Conditions of the kinds the law is made of, each a little different."""
    kinds = cycle((_age, _residence, _code, _code, _flag, _order, _some_relative, _no_relative))
    return (next(kinds)(i) for i in range(CONDITIONS))


def is_about_a_list(i: int) -> bool:
    """Whether the condition of that number asks a list."""
    return i % 8 >= 6


def codes_of(i: int) -> list[str]:
    """The codes that a condition on a code takes."""
    return list(islice(cycle(sorted(CODES)), i % 5, i % 5 + 1 + i % 3))


def joined_by_and(group: int) -> bool:
    """Whether all parts of a group must hold, or any."""
    return group % 2 == 1


def _age(i: int) -> Condition:
    born, filed, years = DATES[i % 12], DATES[(i + 5) % 12], 14 + i % 20
    one, other = f"person__day_{i % 12}", f"person__day_{(i + 5) % 12}"
    low, high = (pl.col(f"{one}__{end}").dt.offset_by(f"{years}y") for end in ("low", "high"))
    absent = pl.col(f"{other}__state") == "absent"
    start, end = (pl.when(absent).then(pl.lit(ON)).otherwise(pl.col(f"{other}__{e}")) for e in ("low", "high"))
    until, since = (f"if({other}__state = 'absent', date '{ON}', {other}__{e})" for e in ("high", "low"))
    grown = f"+ interval {years} year"
    return Condition(
        born.plus(years=years) > filed.if_absent(AS_OF),
        _settle(low > end, high <= start),
        _settled(f"{one}__low {grown} > {until}", f"{one}__high {grown} <= {since}"),
    )


def _residence(i: int) -> Condition:
    one, years = f"person__day_{i % 12}", i % 20
    low, high = (pl.col(f"{one}__{end}").dt.offset_by(f"{years}y6mo") for end in ("low", "high"))
    later = f"+ interval {12 * years + 6} month"
    return Condition(
        DATES[i % 12].plus(years=years, months=6) <= AS_OF,
        _settle(high <= ON, low > ON),
        _settled(f"{one}__high {later} <= date '{ON}'", f"{one}__low {later} > date '{ON}'"),
    )


def _code(i: int) -> Condition:
    codes, name = codes_of(i), f"filing__status_{i % 12}"
    written = ", ".join(f"'{code}'" for code in codes)
    return Condition(STATUSES[i % 12].is_in(*codes), pl.col(name).is_in(codes), f"{name} in ({written})")


def _flag(i: int) -> Condition:
    one, other = f"case__flag_{i % 12}", f"case__flag_{(i + 7) % 12}"
    return Condition(YES_NO[i % 12] & ~YES_NO[(i + 7) % 12], pl.col(one) & ~pl.col(other), f"{one} and not {other}")


def _order(i: int) -> Condition:
    one, other = f"person__day_{i % 12}", f"person__day_{(i + 3) % 12}"
    yes, no = pl.col(f"{one}__high") < pl.col(f"{other}__low"), pl.col(f"{one}__low") >= pl.col(f"{other}__high")
    written = _settled(f"{one}__high < {other}__low", f"{one}__low >= {other}__high")
    return Condition(DATES[i % 12] < DATES[(i + 3) % 12], _settle(yes, no), written)


def _some_relative(i: int) -> Condition:
    kind, status = KINDS[i // 8 % 4], STANDINGS[i // 32 % 3]
    return Condition(
        relative.exists((relative.kind == kind) & (relative.status == status)),
        _settle(pl.col(f"sure_{i}") > 0, _none(i)),
        _settled(f"sure_{i} > 0", f"relative__complete and coalesce(may_{i}, 0) = 0"),
        _sums(i, (pl.col("kind") == kind) & (pl.col("status") == status)),
        _sql_sums(i, f"kind = '{kind}' and status = '{status}'"),
    )


def _no_relative(i: int) -> Condition:
    kind, born = KINDS[i // 8 % 4], date(1960 + i // 8, 1, 1)
    young = _settle(pl.col("birth_date__low") > born, pl.col("birth_date__high") <= born)
    written = _settled(f"birth_date__low > date '{born}'", f"birth_date__high <= date '{born}'")
    return Condition(
        relative.none((relative.kind == kind) & (relative.birth_date > born.isoformat())),
        _settle(_none(i), pl.col(f"sure_{i}") > 0),
        _settled(f"relative__complete and coalesce(may_{i}, 0) = 0", f"sure_{i} > 0"),
        _sums(i, (pl.col("kind") == kind) & young),
        _sql_sums(i, f"kind = '{kind}' and {written}"),
    )


def _settle(yes: pl.Expr, no: pl.Expr) -> pl.Expr:
    return pl.when(yes).then(True).when(no).then(False).otherwise(None)


def _settled(yes: str, no: str) -> str:
    return f"case when {yes} then true when {no} then false end"


def _none(i: int) -> pl.Expr:
    return pl.col("relative__complete") & (pl.col(f"may_{i}") == 0)


def _sums(i: int, meets: pl.Expr) -> tuple[pl.Expr, ...]:
    return meets.fill_null(False).sum().alias(f"sure_{i}"), meets.fill_null(True).sum().alias(f"may_{i}")


def _sql_sums(i: int, meets: str) -> tuple[str, ...]:
    return (
        f"count(*) filter ({meets}) as sure_{i}",
        f"count(*) filter (({meets}) is not false) as may_{i}",
    )


def rules(exprs: list[Expr] | None = None) -> list[Rule]:
    """The conditions, or others in their place, as elements, in groups, and all groups in one."""
    that = exprs or [c.ours for c in conditions()]
    parts = [element(name, "C", es="C", that=expr, cite="a") for name, expr in zip(ELEMENTS, that, strict=True)]
    groups = [
        (all_of if joined_by_and(i) else any_of)(f"g{i}", "G", *parts[i * PER_GROUP : (i + 1) * PER_GROUP], es="G")
        for i in range(GROUPS)
    ]
    return [any_of("root", "R", *groups, es="R")]


def in_polars(frames: dict[str, pl.LazyFrame]) -> pl.LazyFrame:
    """The same rules as one writes them in Polars: one grouping of the list, then the conditions, then the groups."""
    made = list(conditions())
    sums = frames["relative"].group_by("case_id").agg(*(s for c in made for s in c.sums))
    names = [s.meta.output_name() for c in made for s in c.sums]
    case = frames["case"].join(sums, on="case_id", how="left").with_columns(pl.col(*names).fill_null(0))
    case = case.select("case_id", *(c.hand.alias(f"e{i}") for i, c in enumerate(made)))
    groups = []
    for i in range(GROUPS):
        parts = [pl.col(f"e{k}") for k in range(i * PER_GROUP, (i + 1) * PER_GROUP)]
        groups.append(reduce(and_ if joined_by_and(i) else or_, parts).alias(f"g{i}"))
    case = case.with_columns(groups)
    return case.with_columns(reduce(or_, (pl.col(f"g{i}") for i in range(GROUPS))).alias("root"))


def in_sql(folder: Path) -> str:
    """The same rules as one writes them in SQL for DuckDB, over the Parquet files of a folder."""
    made = list(conditions())
    sums = ",\n    ".join(s for c in made for s in c.sql_sums)
    elements = ",\n    ".join(f"{c.sql} as e{i}" for i, c in enumerate(made))
    groups = ",\n    ".join(
        f"{(' and ' if joined_by_and(i) else ' or ').join(ELEMENTS[i * PER_GROUP : (i + 1) * PER_GROUP])} as g{i}"
        for i in range(GROUPS)
    )
    return f"""\
with relatives as (
  select case_id,
    {sums}
  from '{folder / "relative.parquet"}'
  group by case_id
),
conditions as (
  select case_id,
    {elements}
  from '{folder / "case.parquet"}' left join relatives using (case_id)
),
groups as (
  select *,
    {groups}
  from conditions
)
select *, {" or ".join(f"g{i}" for i in range(GROUPS))} as root
from groups
"""
