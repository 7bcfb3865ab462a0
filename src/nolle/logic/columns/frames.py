"""A lazy frame on its way through the layers: of Polars in memory, of SQL text or of Spark elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from nolle.logic.columns.expression import INT32, SPARK, Dialect, Node, to_polars

if TYPE_CHECKING:
    import polars as pl

How: TypeAlias = Literal["sum", "count", "min", "max", "len"]
KEY = "case_id"


class Frame(Protocol):
    """What every engine does with a frame; nothing is worked out before ``settle`` or ``rows``."""

    @property
    def names(self) -> Collection[str]:
        """Its columns."""

    @property
    def counts_days(self) -> bool:
        """Whether a date becomes its number, from 1970, when cast to a whole number."""

    def layer(self, new: Mapping[str, Node], gone: Collection[str] = ()) -> Any:
        """The frame with new columns, of those it has; an old one of the same name goes, and so do those ``gone``."""

    def select(self, wanted: Mapping[str, Node]) -> Any:
        """Only these columns."""

    def join(self, other: Any, on: Sequence[str] = (KEY,), *, every: bool = True) -> Any:
        """The frame with the columns of another beside it; rows that have no other are kept if ``every``."""

    def with_totals(self, rows: Any, sums: Mapping[str, tuple[How, str]]) -> Any:
        """The cases with sums over the rows each has in a list; nulls where it has none."""

    def beside(self, table: Mapping[str, Sequence[Any]], on: Sequence[str]) -> Any:
        """The cases with the whole numbers of a small table."""

    def settle(self) -> Any:
        """The frame worked out, because it is about to be read twice."""

    def rows(self) -> list[tuple[Any, ...]]:
        """The distinct rows of a frame that has few."""

    def native(self) -> Any:
        """The frame as the engine has it."""


def frame_of(native: Any) -> Frame:
    """A frame of the engine it comes from.

    Raises:
        TypeError: for what is no frame.
    """
    if isinstance(native, (SqlFrame, SparkFrame)):
        return native
    import polars as pl

    if not isinstance(native, (pl.DataFrame, pl.LazyFrame)):
        raise TypeError(f"{type(native).__name__} is no frame of a docket: give Polars frames")
    stand_together = isinstance(native, pl.DataFrame) and _stand_together(native[KEY])
    return InMemory(native.lazy(), native.lazy().select(KEY), stand_together)


def _stand_together(ids: pl.Series) -> bool:
    firsts = ids if ids.is_sorted() else ids.filter(ids.ne_missing(ids.shift(1)))
    return firsts is ids or firsts.n_unique() == firsts.len()


@dataclass(frozen=True, slots=True)
class InMemory:
    """A lazy Polars frame; the keys of its rows in their order; whether rows of one case are known to stand together.

    What is joined to the cases is joined to their keys alone and laid beside them: a join would copy every column. All
    is worked out whole columns at a time: over a hundred thin layers the streaming engine takes a third more.
    """

    frame: Any
    keys: Any
    stand_together: bool = False
    counts_days: bool = True

    @property
    def names(self) -> Collection[str]:
        """Its columns."""
        return self.frame.collect_schema().names()  # type: ignore[no-any-return]

    def layer(self, new: Mapping[str, Node], gone: Collection[str] = ()) -> InMemory:
        """Columns are added, then dropped."""
        made = self.frame.with_columns(_aliased(new)) if new else self.frame
        return replace(self, frame=made.drop(list(gone)) if gone else made)

    def select(self, wanted: Mapping[str, Node]) -> InMemory:
        """Only these columns."""
        return replace(self, frame=self.frame.select(_aliased(wanted)))

    def join(self, other: InMemory, on: Sequence[str] = (KEY,), *, every: bool = True) -> InMemory:
        """In the order the rows had."""
        how = "left" if every else "inner"
        frame = self.frame.join(other.frame, on=list(on), how=how, maintain_order="left")
        return replace(self, frame=frame, keys=frame.select(KEY))

    def with_totals(self, rows: InMemory, sums: Mapping[str, tuple[How, str]]) -> InMemory:
        """Worked out for each case that has rows, then put in the cases' order."""
        how_many = {name: of if how == "count" else "" for name, (how, of) in sums.items() if how in ("count", "len")}
        counts = how_many if rows.stand_together else {}
        other = [_sum(how, of).alias(name) for name, (how, of) in sums.items() if name not in counts]
        found = self
        if counts:
            found = found._beside_keys(_counts(rows.frame, counts))
        return found._beside_keys(rows.frame.group_by(KEY).agg(other)) if other else found

    def _beside_keys(self, totals: Any) -> InMemory:
        return self._with(self.keys.join(totals, on=KEY, how="left", maintain_order="left").drop(KEY))

    def beside(self, table: Mapping[str, Sequence[Any]], on: Sequence[str]) -> InMemory:
        """A small frame, joined."""
        import polars as pl

        small = pl.LazyFrame(dict(table)).with_columns(pl.col([n for n in table if n not in on]).cast(pl.Int32))
        found = self.frame.select(on).join(small, on=list(on), how="left", maintain_order="left")
        return self._with(found.drop(on))

    def _with(self, more: Any) -> InMemory:
        import polars as pl

        return replace(self, frame=pl.concat([self.frame, more], how="horizontal"))

    def settle(self) -> InMemory:
        """Collected."""
        return replace(self, frame=worked_out(self.frame).lazy())

    def rows(self) -> list[tuple[Any, ...]]:
        """Collected, each once."""
        return list(worked_out(self.frame.unique()).rows())

    def native(self) -> Any:
        """The lazy frame."""
        return self.frame


def worked_out(frame: pl.LazyFrame) -> pl.DataFrame:
    """The frame collected as its steps stand: for thousands of columns the optimizer takes longer than it saves."""
    import polars as pl

    return frame.collect(engine="in-memory", optimizations=pl.QueryOptFlags.none(fast_projection=True))


def _aliased(columns: Mapping[str, Node]) -> list[Any]:
    return [_column(name, node) for name, node in columns.items()]


@lru_cache(maxsize=1 << 14)
def _column(name: str, node: Node) -> Any:
    """One column; kept, for the next batch of a docket mostly asks for the same.

    A node is its own identity, and what is kept keeps it alive: no other node can be taken for it.
    """
    return to_polars(node).alias(name)


def _counts(rows: Any, counts: Mapping[str, str]) -> Any:
    """How many rows of each case have a flag, all of them for ``""``: what the running count has grown by at its last.

    Where the rows of a case stand together this takes a tenth of the time of grouping them.
    """
    import polars as pl

    last = pl.col("_last")
    running = {
        name: (
            pl.col(of).fill_null(False).cast(pl.Int32).cum_sum()
            if of
            else pl.int_range(1, pl.len() + 1, dtype=pl.Int32)
        )
        for name, of in counts.items()
    }
    ends = rows.with_columns((pl.col(KEY) != pl.col(KEY).shift(-1)).fill_null(True).alias("_last"))
    ends = ends.select(pl.col(KEY).filter(last), *(count.filter(last).alias(name) for name, count in running.items()))
    return ends.select(KEY, *(pl.col(name) - pl.col(name).shift(1, fill_value=0) for name in counts))


def _sum(how: How, of: str) -> Any:
    import polars as pl

    if how == "len":
        return pl.len()
    if how == "count":
        return pl.col(of).cast(pl.Int32).sum()
    return getattr(pl.col(of), how)()


class Database(Protocol):
    """An engine that reads SQL."""

    @property
    def dialect(self) -> Dialect:
        """How its SQL is written."""

    def new_name(self) -> str:
        """A name nothing has."""

    def small(self, table: Mapping[str, Sequence[Any]]) -> str:
        """A small table, of which the numbers are whole, as what a query reads from."""

    def keep(self, sql: str) -> str:
        """Work out a query; the name of the table its answer is kept in."""

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The answer of a query that has few rows."""


@dataclass(frozen=True, slots=True)
class SqlFrame:
    """A query of an engine that reads SQL: a table, and the steps after it, each of the one before."""

    database: Database
    source: str
    names: tuple[str, ...]
    steps: tuple[tuple[str, str], ...] = ()
    counts_days: bool = False

    def layer(self, new: Mapping[str, Node], gone: Collection[str] = ()) -> SqlFrame:
        """One more step."""
        dialect = self.database.dialect
        kept = {name: dialect.name(name) for name in self.names if name not in gone and name not in new}
        return self._select(kept | self._texts(new))

    def select(self, wanted: Mapping[str, Node]) -> SqlFrame:
        """Only these columns."""
        return self._select(self._texts(wanted))

    def join(self, other: SqlFrame, on: Sequence[str] = (KEY,), *, every: bool = True) -> SqlFrame:
        """A join of two queries."""
        more = [name for name in other.names if name not in on]
        return self._join(other.source, more, on, "LEFT" if every else "INNER", other.steps)

    def with_totals(self, rows: SqlFrame, sums: Mapping[str, tuple[How, str]]) -> SqlFrame:
        """Grouped by case, then joined."""
        name = self.database.dialect.name
        texts = {total: _sum_text(self.database.dialect, how, of) for total, (how, of) in sums.items()}
        return self.join(rows._select({KEY: name(KEY), **texts}, f" GROUP BY {name(KEY)}"))

    def beside(self, table: Mapping[str, Sequence[Any]], on: Sequence[str]) -> SqlFrame:
        """A join with the table."""
        return self._join(self.database.small(table), [n for n in table if n not in on], on)

    def settle(self) -> SqlFrame:
        """Kept in a table."""
        return replace(self, source=self.database.keep(self.sql()), steps=())

    def rows(self) -> list[tuple[Any, ...]]:
        """Asked at once, each row once."""
        return self.database.rows(replace(self, source=f"(SELECT DISTINCT * FROM {self.source}) AS d").sql())

    def native(self) -> SqlFrame:
        """Itself: nothing but its engine can make it more."""
        return self

    def sql(self) -> str:
        """The whole query."""
        steps = ",\n".join(f"{name} AS ({text})" for name, text in self.steps)
        names = ", ".join(map(self.database.dialect.name, self.names))
        return f"{f'WITH {steps}' if steps else ''}\nSELECT {names} FROM {self.source}"

    def _select(self, texts: Mapping[str, str], after: str = "") -> SqlFrame:
        name = self.database.dialect.name
        columns = ", ".join(text if text == name(n) else f"{text} AS {name(n)}" for n, text in texts.items())
        return self._then(f"SELECT {columns} FROM {self.source}{after}", tuple(texts))

    def _join(self, other: str, more: Sequence[str], on: Sequence[str], how: str = "LEFT", steps: Any = ()) -> SqlFrame:
        name = self.database.dialect.name
        columns = ", ".join([*(f"a.{name(n)}" for n in self.names), *(f"b.{name(n)}" for n in more)])
        same = " AND ".join(f"a.{name(n)} = b.{name(n)}" for n in on)
        text = f"SELECT {columns} FROM {self.source} AS a {how} JOIN {other} AS b ON {same}"
        return self._then(text, (*self.names, *more), steps)

    def _then(self, text: str, names: tuple[str, ...], more: Sequence[tuple[str, str]] = ()) -> SqlFrame:
        name = self.database.new_name()
        steps = dict((*self.steps, *more, (name, text)))
        return replace(self, source=name, names=names, steps=tuple(steps.items()))

    def _texts(self, columns: Mapping[str, Node]) -> dict[str, str]:
        return {name: self.database.dialect.text(node) for name, node in columns.items()}


def _sum_text(dialect: Dialect, how: How, of: str) -> str:
    if how == "len":
        return "COUNT(*)"
    if how == "count":
        return f"CAST(SUM(CAST({dialect.name(of)} AS {dialect.types[INT32]})) AS {dialect.types[INT32]})"
    return f"{how.upper()}({dialect.name(of)})"


def _values(dialect: Dialect, table: Mapping[str, Sequence[Any]]) -> str:
    rows = list(zip(*table.values(), strict=True))
    values = ", ".join(f"({', '.join(map(dialect.constant, row))})" for row in rows)
    return f"SELECT * FROM (VALUES {values}) AS v({', '.join(map(dialect.name, table))})"


LAYERS_AT_ONCE = 8
"""Spark asks each step how the step before is partitioned, twice: twice the time for every layer more."""


@dataclass(frozen=True, slots=True)
class SparkFrame:
    """A Spark frame. Each expression is parsed by itself: Spark's parser runs out of memory on a whole query."""

    frame: Any
    layers: int = 0
    counts_days: bool = False

    @property
    def names(self) -> Collection[str]:
        """Its columns."""
        return self.frame.columns  # type: ignore[no-any-return]

    def layer(self, new: Mapping[str, Node], gone: Collection[str] = ()) -> SparkFrame:
        """One projection; what stays is not named, for each name costs a call to the JVM."""
        dropped = [name for name in self.names if name in gone or name in new]
        rest = f"* EXCEPT ({', '.join(map(SPARK.name, dropped))})" if dropped else "*"
        made = SparkFrame(self.frame.selectExpr(rest, *_texts(new)), self.layers + 1)
        return made if made.layers < LAYERS_AT_ONCE else made.settle()

    def select(self, wanted: Mapping[str, Node]) -> SparkFrame:
        """Only these columns."""
        return SparkFrame(self.frame.selectExpr(*_texts(wanted)), self.layers + 1)

    def join(self, other: SparkFrame, on: Sequence[str] = (KEY,), *, every: bool = True) -> SparkFrame:
        """A join on columns of one name."""
        joined = self.frame.join(other.frame, on=list(on), how="left" if every else "inner")
        return SparkFrame(joined, max(self.layers, other.layers) + 1)

    def with_totals(self, rows: SparkFrame, sums: Mapping[str, tuple[How, str]]) -> SparkFrame:
        """Grouped by case, then joined."""
        from pyspark.sql.functions import expr

        made = [expr(_sum_text(SPARK, how, of)).alias(name) for name, (how, of) in sums.items()]
        return self.join(SparkFrame(rows.frame.groupBy(KEY).agg(*made), rows.layers + 1))

    def beside(self, table: Mapping[str, Sequence[Any]], on: Sequence[str]) -> SparkFrame:
        """A join with a small frame that every worker gets."""
        from pyspark.sql.functions import broadcast

        return self.join(SparkFrame(broadcast(self.frame.sparkSession.sql(_values(SPARK, table)))), on)

    def settle(self) -> SparkFrame:
        """Kept by the workers, its plan forgotten."""
        return SparkFrame(self.frame.localCheckpoint(eager=True))

    def rows(self) -> list[tuple[Any, ...]]:
        """Collected, each once."""
        return [tuple(row) for row in self.frame.distinct().collect()]

    def native(self) -> Any:
        """The frame itself."""
        return self.frame


def _texts(columns: Mapping[str, Node]) -> list[str]:
    return [f"{SPARK.text(node)} AS {SPARK.name(name)}" for name, node in columns.items()]
