"""Which question comes first for each case of a docket: as ``counsel.asking`` has it for one, in columns.

The facts of a list's rows have no gates here: what is missing of a docket says only that some row lacks them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from nolle.counsel.asking import OF_AN_ADMISSION, Gate, gate_of
from nolle.facts.docket.layout import lists

if TYPE_CHECKING:
    import polars as pl

_EITHER_WAY = "unsure"


@cache
def gate_before(fact: str) -> Gate | None:
    """The question that comes before a fact with one value a case."""
    if fact.partition(".")[0] in lists() or "." not in fact:
        return None
    return gate_of(fact)


@cache
def is_gated(fact: str) -> bool:
    """Whether another question may come before a fact."""
    return fact in OF_AN_ADMISSION or gate_before(fact) is not None


def gates_of(facts: Iterable[str]) -> frozenset[str]:
    """The facts that must be read to know which questions come first: gates, and the gates before them."""
    found: set[str] = set()
    for fact in facts:
        if fact in OF_AN_ADMISSION:
            found.add("entry.manner")
        while (gate := gate_before(fact)) is not None and gate.fact not in found:
            fact = gate.fact
            found.add(fact)
    return frozenset(found)


def first_questions(frames: Mapping[str, pl.DataFrame], facts: Iterable[str]) -> pl.DataFrame:
    """For each case and gated fact the question to ask in its place, as ``first_to_ask`` has it.

    Args:
        frames: the cases as they stood, with their entries.
        facts: the facts wanted.

    Returns:
        ``case_id``, and a column for each gated fact: the fact itself where it may be asked now, the question before
        it, or null where it makes no sense.
    """
    import polars as pl

    case = frames["case"]
    if not any(fact in OF_AN_ADMISSION for fact in facts):
        never = whole = pl.lit(False)
    else:
        whole = pl.col("entry__complete").fill_null(False) if "entry__complete" in case.columns else pl.lit(False)
        never = whole & ~pl.col("case_id").is_in(_inspected(frames).implode())
    chosen = {fact: _first(fact, case.schema, never, whole).alias(fact) for fact in facts if is_gated(fact)}
    return case.select("case_id", *chosen.values())


def asked_for(
    facts: Iterable[str], first: Mapping[str, str | None], may_ask: Callable[[str], bool]
) -> tuple[str, ...] | None:
    """The questions of a call that would settle what lacks these facts, each after those that come before it.

    Args:
        facts: what is missing.
        first: for the gated facts the question to ask in their place.
        may_ask: whether this call may ask a fact; a gate that it may not ask stands open.

    Returns:
        The questions; ``None`` where one of the facts makes no sense to ask, or nothing is left to ask.
    """
    asked: dict[str, None] = {}
    for fact in facts:
        target = first.get(fact, fact)
        gate = gate_before(fact)
        if target is None:
            if gate is not None and gate.opens == _EITHER_WAY:
                continue  # a second way to say what is told already
            return None
        chain, before = [fact], fact
        while before != target:
            gate = gate_before(before)
            before = target if gate is None or before in OF_AN_ADMISSION else gate.fact
            if not may_ask(before):
                break
            if gate is not None and gate.opens == _EITHER_WAY:
                chain.pop()
            chain.append(before)
        asked |= dict.fromkeys(reversed(chain))
    return tuple(asked) or None


def in_order(facts: frozenset[str]) -> list[str]:
    """Of some questions those that none of the others comes before."""
    gates = {fact: gate_before(fact) for fact in facts}
    return [fact for fact, gate in gates.items() if gate is None or gate.fact not in facts]


def _first(fact: str, schema: pl.Schema, never: Any, whole: Any) -> Any:
    import polars as pl

    gate = gate_before(fact)
    here = pl.lit(fact)
    if gate is not None:
        stem = gate.fact.replace(".", "__")
        state = pl.col(f"{stem}__state").cast(pl.String) if f"{stem}__state" in schema else pl.lit(None, pl.String)
        before = _first(gate.fact, schema, never, whole)
        here = (
            pl.when(_opens(gate, stem, schema, state))
            .then(here)
            .when(state.is_not_null())
            .then(pl.lit(None, pl.String))
            .otherwise(before)
        )
    if fact not in OF_AN_ADMISSION:
        return here
    return pl.when(never).then(pl.lit(None, pl.String)).when(~whole).then(pl.lit("entry")).otherwise(here)


def _opens(gate: Gate, stem: str, schema: pl.Schema, state: Any) -> Any:
    """``asking.opens`` for a column."""
    import polars as pl

    if gate.opens == "asked":
        return state.is_not_null()
    if gate.opens == "unsure":
        return (state == "unknown").fill_null(False)
    given = (state == "given").fill_null(False)
    value = pl.col(stem) if stem in schema else pl.lit(None)
    several = pl.col(f"{stem}__one_of") if f"{stem}__one_of" in schema else None
    if gate.opens in ("yes", "no"):
        return given & (value.cast(pl.Boolean) == (gate.opens == "yes")).fill_null(False)
    if gate.opens == "given":
        no = ~value if schema.get(stem) == pl.Boolean else value == "none" if schema.get(stem) == pl.String else None
        return given if no is None else given & ~no.fill_null(False)
    shut = gate.opens.startswith("!")
    codes = gate.opens.removeprefix("!").split("|")
    one = value.cast(pl.String).is_in(codes)
    meets = (value.is_not_null() & ~one if shut else one).fill_null(False)
    if several is not None:
        some = several.cast(pl.List(pl.String))
        left = some.list.set_difference(codes) if shut else some.list.set_intersection(codes)
        meets = meets | (left.list.len() > 0).fill_null(False)
    return given & meets


def _inspected(frames: Mapping[str, pl.DataFrame]) -> pl.Series:
    """The cases with an entry that is not surely one without inspection."""
    import polars as pl

    entries = frames["entry"]
    if "manner" not in entries.columns:
        return entries["case_id"].unique()
    hidden = (pl.col("manner__state").cast(pl.String) == "given") & (pl.col("manner").cast(pl.String) == "ewi")
    return entries.filter(~hidden.fill_null(False))["case_id"].unique()
