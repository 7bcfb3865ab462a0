"""What judges have set in the cases of a docket of case files: their dates stand before those of the rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from nolle.facts.docket import case_of, id_of_file
from nolle.facts.formats import format_of
from nolle.facts.record import CaseFacts
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
    for file in sorted(docket.rglob("*.orders.*")) if docket.is_dir() else ():
        within = file.relative_to(docket)
        if any(part.startswith(".") for part in within.parts) or not format_of(file.name):
            continue
        if file.suffix.lower() != ".toml":
            raise OrderError(f"{within}: orders are read from TOML. Write them as {within.with_suffix('.toml').name}")
        stem = file.name.removesuffix(".orders.toml")
        cases = [near for near in file.parent.glob("*.*") if near.stem == stem and format_of(near.name)]
        if not cases:
            raise OrderError(f"{within}: there is no case file {stem}.toml beside it. Name it after its case file")
        found[id_of_file(cases[0].relative_to(docket))] = read_orders(file)
    return found


def ordered(frames: Mapping[str, pl.DataFrame], orders: Orders, on: date | None, circuit: str | None) -> pl.DataFrame:
    """The dates that orders set in some cases, one row for each that has any.

    Beside ``case_id`` and ``dates_contradict`` (an order cannot be right beside the dates of its case) there are three
    columns for each deadline that is ordered in any case of the docket, by its id: the day to work to; with ``__last``
    the last day; with ``__rough`` whether the day may be later. They are null where this case has no order for it.

    Args:
        frames: the cases as they are asked, with every fact that was told.
        orders: what was ordered in the docket.
        on: the date of cases that have none of their own.
        circuit: the circuit of cases that have none of their own.

    Raises:
        OrderError: for two orders of which nobody can tell which came last, or one that its deadline cannot have.
    """
    import polars as pl

    rows = []
    for told in frames["case"].select(pl.col("case_id", "^as_of$", "^circuit$")).iter_rows(named=True):
        id, day, place = told["case_id"], told.get("as_of") or on or date.max, told.get("circuit") or circuit
        if id not in orders:
            continue
        row: dict[str, object] = {"case_id": id, "dates_contradict": False}
        try:
            for rule, order in in_effect(orders[id], day).items():
                row |= _dates(case_of(frames, id), rule, day, place, order)
        except ValueError as error:
            raise OrderError(f"{id}: {error}") from None
        rows.append(row)
    columns: dict[str, Any] = {"case_id": pl.String, "dates_contradict": pl.Boolean}
    for rule in sorted({one.id for recorded in orders.values() for one in recorded}):
        columns |= {rule: pl.Date, f"{rule}__last": pl.Date, f"{rule}__rough": pl.Boolean}
    return pl.DataFrame(rows, schema=columns)


def _dates(
    case: CaseFacts, rule: str, day: date, place: str | None, order: Order | StandingOrder
) -> Mapping[str, object]:
    """What an order comes to; the ordered day as it stands where the dates of the case cannot all be right."""
    wrong = False
    try:
        found = deadline_of(case, rule, day, place, order=order)
    except (ImpossibleDates, CalendarMissing) as error:
        found, wrong = None, isinstance(error, ImpossibleDates)
    fixed = order.day if isinstance(order, Order) else None
    told = {rule: fixed, f"{rule}__last": fixed, f"{rule}__rough": False}
    if found is not None and found.due is not None:
        told = {rule: found.day, f"{rule}__last": found.due.high, f"{rule}__rough": not found.due.exact}
    return told | ({"dates_contradict": True} if wrong else {})
