"""A docket of random answers to whatever facts some rules ask: enough to time columns, not meant to be lifelike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from nolle.logic.columns import column_name
from nolle.logic.rule import Element, Rule, Versions, walk
from nolle.logic.tree import Expr, Fact
from nolle.logic.walk import children, entity_of, facts_of
from nolle.logic.when import STATE_FACT

GIVEN, OTHER_STATES = 0.6, ("absent", "unknown")
FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2026, 11, 1)
ROWS_PER_CASE = 1.5


def facts_asked(rules: Iterable[Rule], definitions: Mapping[str, Expr]) -> tuple[list[Fact], set[str]]:
    """Every fact the rules may read, with derived facts opened, and every list they ask."""
    found: dict[str, Fact] = {STATE_FACT: Fact(STATE_FACT, "code", frozenset(("NY", "TX", "CA")))}
    lists: set[str] = set()

    def open_(expr: Expr) -> None:
        lists.update(_lists(expr))
        for fact in facts_of(expr):
            if fact.name not in found:
                found[fact.name] = fact
                if fact.name in definitions:
                    open_(definitions[fact.name])

    for root in rules:
        for rule in walk(root):
            if isinstance(rule, Element):
                open_(rule.that)
            elif isinstance(rule, Versions):
                open_(rule.date_basis)
                if rule.circuit_basis is not None:
                    open_(rule.circuit_basis)
    lists |= {f.entity for f in found.values() if f.entity is not None}
    return list(found.values()), lists


def _lists(expr: Expr) -> set[str]:
    own = {entity for entity in (entity_of(expr),) if entity is not None}
    return own.union(*(_lists(child) for child in children(expr)))


def random_docket(facts: Iterable[Fact], lists: Iterable[str], cases: int, seed: int) -> dict[str, pl.DataFrame]:
    """Frames as ``logic.columns`` reads them."""
    rng = np.random.default_rng(seed)
    facts = list(facts)
    ids = pl.Series("case_id", np.arange(cases)).cast(pl.String).str.zfill(9)
    columns = [ids]
    for entity in sorted(lists):
        columns.append(pl.Series(f"{entity}__complete", rng.random(cases) < 0.7))
    for fact in facts:
        if fact.entity is None:
            columns += _answers(fact, column_name(fact.name), cases, rng)
    frames = {"case": pl.DataFrame(columns)}
    for entity in sorted(lists):
        owner = np.sort(rng.integers(0, cases, int(cases * ROWS_PER_CASE)))
        rows = [ids.gather(owner), pl.Series("id", np.arange(len(owner))).cast(pl.String)]
        for fact in facts:
            if fact.entity == entity:
                rows += _answers(fact, fact.name.rpartition(".")[2], len(owner), rng)
        frames[entity] = pl.DataFrame(rows)
    return frames


def _answers(fact: Fact, name: str, count: int, rng: np.random.Generator) -> list[pl.Series]:
    draw = rng.random(count)
    given = draw < GIVEN
    state = np.where(given, 0, np.where(draw < 0.7, 1, np.where(draw < 0.8, 2, 3)))
    states = pl.Series(["given", *OTHER_STATES, None]).gather(state).cast(pl.Enum(["given", *OTHER_STATES]))
    found = [states.alias(f"{name}__state")]
    keep = pl.Series(given)

    def masked(values: Any) -> pl.Series:
        series = values if isinstance(values, pl.Series) else pl.Series(values)
        return pl.select(pl.when(keep).then(series)).to_series()

    if fact.kind == "date":
        first = np.datetime64(FIRST_DAY) + rng.integers(0, (LAST_DAY - FIRST_DAY).days, count).astype("timedelta64[D]")
        wide = np.where(rng.random(count) < 0.2, rng.integers(0, 700, count), 0).astype("timedelta64[D]")
        return [*found, masked(first).alias(f"{name}__low"), masked(first + wide).alias(f"{name}__high")]
    if fact.kind == "number":
        low = rng.integers(0, 60, count)
        high = low + np.where(rng.random(count) < 0.2, rng.integers(0, 10, count), 0)
        return [*found, masked(low).alias(f"{name}__low"), masked(high).alias(f"{name}__high")]
    codes = sorted(fact.codes or ("x", "y"))
    if fact.kind == "bool":
        return [*found, masked(rng.random(count) < 0.5).alias(name)]
    picked = pl.Series(codes).gather(rng.integers(0, len(codes), count))
    if fact.kind == "codes":
        return [*found, masked(picked.reshape((count, 1)).cast(pl.List(pl.String))).alias(name)]
    return [*found, masked(picked).alias(name)]
