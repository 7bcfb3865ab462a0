"""The engines a docket can be asked with: Polars in memory, DuckDB where memory is short, Spark on a cluster.

Each takes frames as ``Plan.run`` does and comes to the same cells; they differ in where the work is done.

* ``Polars`` holds a batch and its columns in memory: for the whole law about 4 KB a case at its height.
* ``DuckDb`` is given the frames as Parquet, asks the law a few pathways or dates at a time, and writes what does not
  fit under its cap to a temporary folder. Beside the cap the process needs what Python and one batch of frames need,
  and up to 100 MB to plan a query: hand the docket over in batches.
* ``Spark`` is given the frames as Parquet in a folder that every worker can read. Planning the whole law takes Spark
  minutes whatever the number of cases: hand the docket over whole.

Neither DuckDB nor Spark is imported before it is asked.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from nolle.logic.columns import Layers, Plan
from nolle.logic.columns.expression import DUCKDB, Dialect
from nolle.logic.columns.frames import KEY, SparkFrame, SqlFrame
from nolle.logic.known import Law
from nolle.logic.rule import walk
from nolle.logic.tree import Expr

if TYPE_CHECKING:
    import polars as pl

RULES_AT_ONCE = 150
"""So many rules are asked of DuckDB or Spark in one go: their planners take far more than twice as long for twice
as many columns, while pathways share so little that asking them apart costs little."""

RULES_WITH_MORE = 50
"""Where what is missing, or a trace, is asked as well: several times the columns for a rule."""

DAYS_AT_ONCE = 12
"""Dates that are worked out in one go: each takes dozens of steps, and all are in memory at once."""


class EngineMissing(ImportError):
    """An engine that is not installed."""


class Engine(Protocol):
    """What works out the columns of a plan."""

    @property
    def name(self) -> str:
        """What it is called."""

    def run(
        self,
        plan: Plan,
        frames: Mapping[str, Any],
        *,
        law: Law,
        as_of: date | None = None,
        circuit: str | None = None,
        only: Collection[str] | None = None,
        missing: Collection[str] = (),
        days: Mapping[str, Expr] = MappingProxyType({}),
        traced: Collection[str] = (),
    ) -> Layers:
        """The columns ``Plan.run`` gives, as a lazy Polars frame, in the order of the cases.

        Args:
            plan: what is asked.
            frames: the cases under ``case`` and each list under its name, as Polars frames.
            law: what says whether an authority is in force.
            as_of: the date of cases that have none of their own.
            circuit: the circuit of cases that have none of their own.
            only: the columns wanted, if not all.
            missing: the roots for which the facts still missing are wanted.
            days: dates worked out from facts, by the name of their columns.
            traced: the roots of which every rule's finding is wanted as one number.

        Raises:
            EngineMissing: for an engine that is not installed.
            ValueError: for a case without a date.
            RuleError: for what cannot be asked of a docket.
        """


@dataclass(frozen=True, slots=True)
class Polars:
    """All columns in memory, in this process."""

    name: str = "polars"

    def run(self, plan: Plan, frames: Mapping[str, Any], **asked: Any) -> Layers:
        """See ``Engine.run``; nothing is worked out until the frame is collected."""
        return plan.run(frames, **asked)


@dataclass(frozen=True, slots=True)
class DuckDb:
    """A database in this process, with a cap on its memory in MB.

    What does not fit goes to ``folder``, the system's temporary one if none is given. Each thread needs some 250 MB for
    the columns of the rows it is at, so a low cap has few threads unless their number is given.
    """

    memory_mb: int = 1024
    threads: int | None = None
    folder: Path | None = None
    name: str = "duckdb"

    def run(self, plan: Plan, frames: Mapping[str, Any], **asked: Any) -> Layers:
        """See ``Engine.run``; worked out when it comes back."""
        with _stopped(), _folder(self.folder) as folder, self._open(folder) as database:
            return _in_parts(database, plan, frames, folder, asked)

    @contextmanager
    def _open(self, folder: Path) -> Iterator[_DuckDb]:
        try:
            import duckdb
        except ImportError:
            raise EngineMissing("the engine duckdb is not installed: pip install 'nolle[duckdb]'") from None
        config: dict[str, Any] = {
            "memory_limit": f"{self.memory_mb}MB",
            "threads": self.threads or max(1, min(os.cpu_count() or 1, self.memory_mb // 256)),
            "temp_directory": str(folder / "spill"),
            "preserve_insertion_order": False,
            # the optimizer takes a hundred times longer over these steps than they take to run; only the dropping of
            # columns that nobody reads is worth having
            "disabled_optimizers": ",".join(_optimizers(duckdb) - {"unused_columns"}),
        }
        connection = duckdb.connect()
        try:
            for name, value in config.items():
                connection.execute(f"SET {name} = {DUCKDB.constant(value)}")
            yield _DuckDb(connection, folder)
        finally:
            connection.close()


@contextmanager
def _stopped() -> Iterator[None]:
    """Ctrl-C as Python knows it: the database makes an error of its own of it."""
    try:
        yield
    except Exception as error:
        if type(error).__name__ != "InterruptException" and str(error) != "Query interrupted":
            raise
        raise KeyboardInterrupt from None


def _optimizers(duckdb: Any) -> set[str]:
    with duckdb.connect() as connection:
        return {name for (name,) in connection.execute("SELECT name FROM duckdb_optimizers()").fetchall()}


@dataclass(frozen=True, slots=True)
class Spark:
    """A Spark session: that which is there, or a new one on ``master``."""

    master: str = "local[2]"
    folder: Path | None = None
    name: str = "spark"

    def run(self, plan: Plan, frames: Mapping[str, Any], **asked: Any) -> Layers:
        """See ``Engine.run``; worked out when it comes back."""
        with _folder(self.folder) as folder, self._settings(self.session()) as session:
            return _in_parts(_Spark(session), plan, frames, folder, asked)

    def session(self) -> Any:
        """The session that is there, or a new one.

        Raises:
            EngineMissing: without pyspark or Java.
        """
        try:
            from pyspark.sql import SparkSession
        except ImportError:
            raise EngineMissing("the engine spark is not installed: pip install 'nolle[spark]'") from None
        active = SparkSession.getActiveSession()
        if active is not None:
            return active
        if not _has_java():
            raise EngineMissing("Spark needs Java: apt-get install openjdk-17-jre-headless (or set JAVA_HOME)")
        builder = SparkSession.builder.master(self.master).appName("nolle")
        for name, value in LOCAL.items() if self.master.startswith("local") else ():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        return session

    @contextmanager
    def _settings(self, session: Any) -> Iterator[Any]:
        before = {name: session.conf.get(name, None) for name in SETTINGS}
        try:
            for name, value in SETTINGS.items():
                session.conf.set(name, value)
            yield session
        finally:
            for name, value in before.items():
                if value is None:
                    session.conf.unset(name)
                else:
                    session.conf.set(name, value)


LOCAL = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.memory": "2g",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    # two hundred parts, as for a cluster, are two hundred tasks for each join
    "spark.sql.shuffle.partitions": "2",
}
"""For a session of our own on this machine; a cluster, and a session that is there, keep their own."""

SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    # a projection of hundreds of columns is more code than the JVM compiles
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    # what the planner concludes from hundreds of aliases, and writes down about them, takes far longer than the query
    "spark.sql.constraintPropagation.enabled": "false",
    "spark.sql.optimizer.expressionProjectionCandidateLimit": "0",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.ui.explainMode": "simple",
    "spark.sql.maxPlanStringLength": "1000",
}


def _has_java() -> bool:
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java") is not None or (home is not None and (Path(home) / "bin" / "java").exists())


@dataclass(slots=True)
class _DuckDb:
    connection: Any
    folder: Path
    dialect: Dialect = DUCKDB
    numbers: Iterator[int] = field(default_factory=count)
    kept: list[str] = field(default_factory=list)

    def new_name(self) -> str:
        return f"_s{next(self.numbers)}"

    def read(self, path: Path) -> SqlFrame:
        source = f"read_parquet({self.dialect.constant(str(path))})"
        names = [row[0] for row in self.connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()]
        return SqlFrame(self, source, tuple(names))

    def small(self, table: Mapping[str, Sequence[Any]]) -> str:
        import polars as pl

        # As a file: what thousands of dates come to takes hundreds of megabytes as words of a query.
        path = self.folder / f"{self.new_name()}.parquet"
        pl.DataFrame(table).with_columns(pl.selectors.integer().cast(pl.Int32)).write_parquet(path)
        return f"read_parquet({self.dialect.constant(str(path))})"

    def keep(self, sql: str) -> str:
        name = self.new_name()
        self.connection.execute(f"CREATE TEMP TABLE {name} AS {sql}")
        self.kept.append(name)
        return name

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql).fetchall()  # type: ignore[no-any-return]

    def save(self, frame: SqlFrame, path: Path) -> None:
        target = self.dialect.constant(str(path))
        self.connection.execute(f"COPY ({frame.sql()}) TO {target} (FORMAT parquet)")
        for name in self.kept:
            self.connection.execute(f"DROP TABLE {name}")
        self.kept.clear()


@dataclass(frozen=True, slots=True)
class _Spark:
    session: Any

    def read(self, path: Path) -> SparkFrame:
        return SparkFrame(self.session.read.parquet(str(path)))

    def save(self, frame: Any, path: Path) -> None:
        frame.write.parquet(str(path))


@contextmanager
def _folder(inside: Path | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="nolle-", dir=inside) as name:
        yield Path(name)


def _in_parts(
    database: _DuckDb | _Spark, plan: Plan, frames: Mapping[str, Any], folder: Path, asked: dict[str, Any]
) -> Layers:
    """The plan a few pathways at a time, the columns then put side by side, in the order of the cases."""
    import polars as pl

    cases = frames["case"].lazy().select(pl.col(KEY).cast(pl.String)).collect()
    sources: dict[str, Any] = {}
    for name, frame in frames.items():
        path = folder / f"{name}.parquet"
        frame.lazy().with_columns(pl.selectors.enum().cast(pl.String)).sink_parquet(path)
        sources[name] = database.read(path)
    found: list[pl.DataFrame] = []
    forces: dict[str, Any] = {}
    masks: dict[str, Any] = {}
    for place, (part, its) in enumerate(_parts(plan, asked)):
        layers = part.run(sources, **its)
        path = folder / f"_part_{place}.parquet"
        database.save(layers.frame, path)
        cells = pl.read_parquet(path / "*.parquet" if path.is_dir() else path)
        found.append(cases.join(cells, on=KEY, how="left", maintain_order="left"))
        forces |= layers.forces
        masks |= layers.masks
    cells = pl.concat([found[0], *(frame.drop(KEY) for frame in found[1:])], how="horizontal")
    return Layers(cells.lazy(), forces, masks)


def _parts(plan: Plan, asked: dict[str, Any]) -> Iterator[tuple[Plan, dict[str, Any]]]:
    """The plan in smaller ones, roots that share a rule together, and what is asked of each."""
    days = list(asked.get("days", {}).items())
    for start in range(0, len(days), DAYS_AT_ONCE):
        lot = dict(days[start : start + DAYS_AT_ONCE])
        yield replace(plan, roots={}, rules={}), asked | {"missing": [], "traced": [], "days": lot}
    limit = RULES_WITH_MORE if asked.get("missing") or asked.get("traced") else RULES_AT_ONCE
    for roots in _groups(plan, limit):
        rules: dict[str, Any] = {}
        for id in roots:
            rules |= _beneath(plan, id)
        its = {name: [id for id in asked.get(name, ()) if id in roots] for name in ("missing", "traced")}
        yield replace(plan, roots={id: plan.roots[id] for id in roots}, rules=rules), asked | its | {"days": {}}


def _groups(plan: Plan, limit: int) -> list[list[str]]:
    groups: list[tuple[set[str], list[str]]] = []
    for id in plan.roots:
        rules = set(_beneath(plan, id))
        sharing = [group for group in groups if group[0] & rules]
        if len(sharing) > 1:
            for group in sharing[1:]:
                sharing[0][0].update(group[0])
                sharing[0][1].extend(group[1])
                groups.remove(group)
        elif not sharing and groups and len(groups[-1][0]) + len(rules) <= limit:
            sharing = [groups[-1]]
        if sharing:
            sharing[0][0].update(rules)
            sharing[0][1].append(id)
        else:
            groups.append((rules, [id]))
    return [roots for _, roots in groups] or [[]]


def _beneath(plan: Plan, id: str) -> dict[str, Any]:
    root = plan.roots[id]
    lead = id.removesuffix(root.id)
    return {lead + rule.id: rule for rule in walk(root)}
