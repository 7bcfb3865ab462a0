"""Every case of a docket asked at once: batch by batch, on any engine, into one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from nolle.facts.docket import as_known, with_circuits
from nolle.law import authorities
from nolle.law.courts import circuit_of, courts
from nolle.law.priorities import Regime
from nolle.logic.columns import Layers
from nolle.logic.columns.engines import DuckDb, Engine, Polars, Spark
from nolle.logic.columns.frames import worked_out

from .beforehand import beforehand
from .finish import base_of, finish
from .ordered import Orders, ordered
from .questions import Questions, facts_of_regimes, is_protected, questions

if TYPE_CHECKING:
    import polars as pl

Frames: TypeAlias = "Mapping[str, pl.DataFrame]"


CASES_IN_MEMORY = 250_000
CASES_A_MB = 50
"""For DuckDB, by its cap: with more, what a batch needs at once does not fit."""
CASES_ON_A_CLUSTER = 1_000_000
"""Planning the whole law takes Spark minutes, whatever the number of cases."""


def cases_at_once(engine: Engine) -> int:
    """How many cases an engine is best given at a time."""
    if isinstance(engine, DuckDb):
        return CASES_A_MB * engine.memory_mb
    return CASES_ON_A_CLUSTER if isinstance(engine, Spark) else CASES_IN_MEMORY


def answer(
    engine: Engine, asked: Questions, frames: Frames, *, on: date | None, circuit: str | None
) -> tuple[pl.DataFrame, Layers]:
    """The cells of every case, and what they mean: without the frame, which would keep all they were made from."""
    layers = engine.run(
        asked.plan, frames, law=authorities.Law(), as_of=on, circuit=circuit, missing=asked.missing, days=asked.days
    )
    return worked_out(layers.frame), replace(layers, frame=None)


def ready(frames: Frames, on: date | None, *, sensitive: bool = True) -> Frames:
    """The frames as an opinion sees them: as the cases stood on their date, each with its circuit.

    Without ``sensitive`` the facts that 8 USC 1367 protects are taken out first. Then nothing that follows can tell
    them, in whatever way: what turns on them is unknown.
    """
    if not sensitive:
        frames = {name: frame.drop(_protected(name, frame.columns)) for name, frame in frames.items()}
    return with_circuits(as_known(frames, on), circuits_of_courts())


def _protected(table: str, columns: Iterable[str]) -> list[str]:
    found = []
    for column in columns:
        stem = column
        for end in ("__state", "__low", "__high", "__one_of"):
            stem = stem.removesuffix(end)
        name = stem.replace("__", ".") if table == "case" else f"{table}.{stem}"
        if is_protected(name):
            found.append(column)
    return found


@cache
def circuits_of_courts() -> Mapping[str, str]:
    """The circuit of each immigration court by its code, where it has one."""
    found = {code: circuit_of(code) for code in courts()}
    return {code: circuit for code, circuit in found.items() if circuit is not None}


@dataclass(frozen=True, slots=True)
class Request:
    """What a docket is asked for.

    ``on`` and ``circuit`` are those of cases that have none of their own; ``only`` are pathway ids, all if empty;
    ``regimes`` stand in the place of those of the date; ``rules`` gives a column to every named rule; ``orders`` are
    what judges have set in the cases.
    """

    on: date | None
    circuit: str | None = None
    only: tuple[str, ...] = ()
    sensitive: bool = False
    regimes: tuple[Regime, ...] | None = None
    rules: bool = True
    weigh: bool = True
    orders: Orders = field(default_factory=dict)
    asked: dict[bool, Questions] = field(default_factory=dict)

    @property
    def read(self) -> frozenset[str] | None:
        """What a docket need be read for; all of it where judges' orders are weighed, which may rest on any date."""
        return None if self.orders else self.facts

    @property
    def facts(self) -> frozenset[str]:
        """What the answers rest on, also where cases have dates of their own: then every regime is asked."""
        facts = self.questions_for(own_dates=False).facts
        return facts | facts_of_regimes() if self.sensitive and self.regimes is None else facts

    def questions(self, frames: Frames) -> Questions:
        """What is asked of these frames: where cases have dates of their own, of every regime there has been."""
        return self.questions_for("as_of" in frames["case"].columns)

    def questions_for(self, own_dates: bool) -> Questions:
        """What is asked where cases have dates of their own, or have not."""
        if own_dates not in self.asked:
            dates = None if own_dates or self.on is None else [self.on]
            self.asked[own_dates] = questions(
                dates, only=self.only, sensitive=self.sensitive, regimes=self.regimes, weigh=self.weigh
            )
        return self.asked[own_dates]


def screen(
    batches: Iterable[Frames],
    request: Request,
    engine: Engine | None = None,
    progress: Callable[[int], None] = lambda cases: None,
    missing: Counter[str] | None = None,
) -> Iterator[pl.DataFrame]:
    """The answers of each batch: one row a case, in the order of the batch.

    Args:
        batches: frames of whole cases with all their list rows, as ``facts.docket`` reads them.
        request: what is asked.
        engine: what works it out; Polars unless given.
        progress: told how many cases were done, after each batch.
        missing: what counts, for each fact, the pathways that wait for it, one for each case.

    Raises:
        ValueError: for a case without a date.
        KeyError: for a pathway that does not exist.
    """
    engine = engine or Polars()
    ahead = beforehand if isinstance(engine, Polars) else iter

    def answered(known: Frames) -> tuple[pl.DataFrame, pl.DataFrame, Layers, Questions, pl.DataFrame | None]:
        asked = request.questions(known)
        cells, layers = answer(engine, asked, known, on=request.on, circuit=request.circuit)
        set_by_judges = ordered(known, request.orders, request.on, request.circuit) if request.orders else None
        return cells, base_of(known["case"], request.on, request.circuit), layers, asked, set_by_judges

    # One batch is read while the one before it is asked, and the one before that finished.
    known = ahead(ready(frames, request.on, sensitive=request.sensitive) for frames in batches)
    for cells, base, layers, asked, set_by_judges in ahead(map(answered, known)):
        yield finish(
            cells, base, layers, asked, sensitive=request.sensitive, rules=request.rules, missing=missing,
            ordered=set_by_judges,
        )  # fmt: skip
        progress(base.height)
