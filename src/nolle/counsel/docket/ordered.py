"""What judges have set in the cases of a docket of case files: their dates stand before those of the rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from nolle.facts.docket import case_of, id_of_file
from nolle.facts.formats import format_of
from nolle.law.procedure import (
    CalendarMissing,
    ImpossibleDates,
    Order,
    OrderError,
    Recorded,
    StandingOrder,
    deadline_of,
    in_effect,
    orders_beside,
    read_orders,
)

if TYPE_CHECKING:
    import polars as pl

Orders: TypeAlias = "Mapping[str, tuple[Recorded, ...]]"
"""What was ordered, by the id of the case in the docket."""


def orders_of(docket: Path) -> Orders:
    """The orders beside the case files of a docket; none where it is no folder of case files.

    Args:
        docket: a folder of case files, or one.

    Raises:
        OrderError: for a file of orders that cannot be read, or that has no case file beside it.
    """
    if docket.is_file():
        beside = orders_beside(docket)
        return (
            {id_of_file(Path(docket.name)): read_orders(beside)} if format_of(docket.name) and beside.is_file() else {}
        )
    found = {}
    for file in sorted(docket.rglob("*.orders.toml")) if docket.is_dir() else ():
        within = file.relative_to(docket)
        if any(part.startswith(".") for part in within.parts):
            continue
        stem = file.name.removesuffix(".orders.toml")
        cases = [near for near in file.parent.glob("*.*") if near.stem == stem and format_of(near.name)]
        if not cases:
            raise OrderError(f"{within}: there is no case file {stem}.toml beside it. Name it after its case file")
        found[id_of_file(cases[0].relative_to(docket))] = read_orders(file)
    return found


def ordered(frames: Mapping[str, pl.DataFrame], orders: Orders, on: date | None, circuit: str | None) -> pl.DataFrame:
    """The dates that orders set in some cases, one row for each that has any.

    Beside ``case_id`` there are two columns for each deadline that is ordered in any case of the docket, by its id:
    the day to work to, and, with ``__last``, the last day; null where this case has no order for it.

    Args:
        frames: the cases as they are asked.
        orders: what was ordered in the docket.
        on: the date of cases that have none of their own.
        circuit: the circuit of cases that have none of their own.

    Raises:
        OrderError: for two orders of which nobody can tell which came last.
    """
    import polars as pl

    rows = []
    for told in frames["case"].select(pl.col("case_id", "^as_of$", "^circuit$")).iter_rows(named=True):
        id, day, place = told["case_id"], told.get("as_of") or on or date.max, told.get("circuit") or circuit
        row: dict[str, object] = {"case_id": id}
        for rule, order in in_effect(orders.get(id, ()), day).items():
            row[rule], row[f"{rule}__last"] = _dates(frames, id, rule, day, place, order)
        rows += [row] if len(row) > 1 else []
    columns = {name: pl.Date for rule in ordered_rules(orders) for name in (rule, f"{rule}__last")}
    return pl.DataFrame(rows, schema={"case_id": pl.String, **columns})


def ordered_rules(orders: Orders) -> tuple[str, ...]:
    """The ids of the deadlines for which there is an order in any case, sorted."""
    return tuple(sorted({one.id for recorded in orders.values() for one in recorded}))


def _dates(
    frames: Mapping[str, pl.DataFrame], id: str, rule: str, day: date, place: str | None, order: Order | StandingOrder
) -> tuple[date | None, date | None]:
    """The day to work to and the last day; the ordered day alone where the dates of the case cannot all be right."""
    try:
        found = deadline_of(case_of(frames, id), rule, day, place, order=order)
    except (ImpossibleDates, CalendarMissing):
        return (order.day, order.day) if isinstance(order, Order) else (None, None)
    except ValueError as error:
        raise OrderError(f"{id}: {error}") from None
    return (None, None) if found is None else (found.day, None if found.due is None else found.due.high)
