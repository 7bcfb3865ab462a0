"""What a judge has ordered in a case, kept in a file beside the case file: dates, and numbers of days.

[[order]]
id = "ic_individual_filing_current"      # the deadline it replaces
due = 2026-11-20                         # or: days = 45, where a standing order sets so many
source = "scheduling order of 2026-09-02"
said_by = "court"                        # may be left out
on = 2026-09-02                          # the day it was ordered; may be left out
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from .answer import Order, StandingOrder
from .rules import UnknownDeadline, rule

Ordered: TypeAlias = "Order | StandingOrder"

_EXAMPLE = '[[order]] then id = "ic_individual_filing_current", due = 2026-11-20, source = "order of 2026-09-02"'
_KEYS = ("id", "due", "days", "source", "said_by", "on")


class OrderError(ValueError):
    """A file of orders that cannot be read: the file, the row, what was found, and how to write it."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One row of the file: the deadline's id and what was ordered."""

    id: str
    order: Ordered


def orders_beside(case: Path) -> Path:
    """Where the orders of a case file are kept: ``case.orders.toml`` beside ``case.toml``."""
    return case.with_name(f"{case.stem}.orders.toml")


def read_orders(path: Path) -> tuple[Recorded, ...]:
    """The orders of a file, as written: TOML with one ``[[order]]`` for each, or JSON ``{"order": [...]}``.

    Raises:
        OrderError: for a file or row that cannot be read, an unknown deadline, or an order without a source.
        OSError: when the file cannot be opened.
    """
    try:
        raw = path.read_text(encoding="utf-8")
        data = json.loads(raw) if path.suffix.lower() == ".json" else tomllib.loads(raw)
    except ValueError as error:
        raise OrderError(f"{path}: cannot be read: {error}. Write JSON or TOML, as {_EXAMPLE}") from None
    rows = data.get("order") if isinstance(data, dict) and set(data) <= {"order"} else None
    if not isinstance(rows, list):
        raise OrderError(f"{path}: has no list of orders, or more than that. Write it as {_EXAMPLE}")
    return tuple(_row(row, f"{path}: order {place}") for place, row in enumerate(rows, start=1))


def in_effect(recorded: Iterable[Recorded], as_of: date) -> Mapping[str, Ordered]:
    """What stands on a day, by the deadline's id: an order made later than the day is left out, and of several for
    one deadline the last one made stands.

    Raises:
        OrderError: for two orders on one deadline of which nobody can tell which came last.
    """
    found: dict[str, Ordered] = {}
    for row in recorded:
        new, old = row.order, found.get(row.id)
        if new.on is not None and new.on > as_of:
            continue
        if old is not None and (old.on is None or new.on is None or old.on == new.on):
            raise OrderError(
                f"two orders set {row.id} ({old.source}; {new.source}), and nothing says which came last. "
                "Give each its day with on, or take one out"
            )
        if old is None or (old.on is not None and new.on is not None and new.on > old.on):
            found[row.id] = new
    return found


def _row(row: Any, where: str) -> Recorded:
    if not isinstance(row, dict) or not {"id", "source"} <= set(row):
        raise OrderError(f"{where} needs id, due (or days) and source. Write it as {_EXAMPLE}")
    unknown = sorted(set(row) - set(_KEYS))
    if unknown:
        raise OrderError(f"{where} has {unknown[0]!r}, which is not read. It may have {', '.join(_KEYS)}")
    try:
        id = rule(str(row["id"])).id
    except UnknownDeadline as error:
        raise OrderError(f"{where}: {error}") from None
    source, said_by, on = _text(row, "source", where), _text(row, "said_by", where), _day(row, "on", where)
    if source is None:
        raise OrderError(f"{where}: source is empty. Say where it is ordered: the order or notice, and its date")
    due, days = _day(row, "due", where), row.get("days")
    if (due is None) is (days is None):
        raise OrderError(f"{where}: give either due, a day, or days, a number. Write it as {_EXAMPLE}")
    if due is not None:
        return Recorded(id, Order(due, source, said_by, on))
    if not isinstance(days, int) or isinstance(days, bool) or not 0 <= days <= 3650:
        raise OrderError(f"{where}: days {days!r} is not a number of days from 0 to 3650")
    return Recorded(id, StandingOrder(days, source, said_by, on))


def _text(row: Mapping[str, Any], key: str, where: str) -> str | None:
    said = row.get(key)
    if said is not None and not isinstance(said, str):
        raise OrderError(f"{where}: {key} {said!r} is not text")
    return said.strip() or None if said else None


def _day(row: Mapping[str, Any], key: str, where: str) -> date | None:
    told = row.get(key)
    if told is None:
        return None
    try:
        day = told if type(told) is date else date.fromisoformat(str(told))
    except ValueError:
        day = None
    if day is None or not 1900 <= day.year < 2200:
        raise OrderError(f"{where}: {key} {str(told)!r} is not a day. Write it as 2026-11-20")
    return day
