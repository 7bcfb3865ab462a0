"""What the judge has set, as papers tell it: the day, what is due then, and the order it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from nolle.facts.casefile import CaseFile
from nolle.law.procedure.orders import Ordered
from nolle.logic import Span
from nolle.logic.rough import say_date

from .telling import Md, Teller, plain


@dataclass(frozen=True, slots=True)
class Set:
    """A day that an order sets: the deadline's id and name, the day (``None``: not yet to be counted), the order."""

    id: str
    what: str
    day: date | None
    source: str


def set_days(orders: Sequence[Set], on: date) -> Md:
    """The days to come that orders set, as court papers say it; empty where there is none."""
    coming = [one for one in orders if one.day is not None and one.day >= on]
    said = []
    for source in dict.fromkeys(one.source for one in coming):
        days = "; ".join(
            f"{say_date(one.day, 'en')} ({one.what[:1].lower()}{one.what[1:]})"
            for one in coming
            if one.source == source and one.day is not None
        )
        told = _with_article(source)
        said.append(f"{told[:1].upper()}{told[1:]} sets {days}.")
    return plain(" ".join(said))


def standing_orders(case: Path, on: date) -> Mapping[str, Ordered]:
    """The orders kept beside a case file that stand on a day; none where there is no such file.

    Raises:
        OrderError: the file, or a row of it, cannot be read.
    """
    from nolle.law.procedure.orders import in_effect, orders_beside, read_orders

    path = orders_beside(case)
    return in_effect(read_orders(path), on) if path.is_file() else {}


def orders_of(case: CaseFile, on: date, orders: Mapping[str, Ordered], circuit: str | None) -> tuple[Set, ...]:
    """What the orders set in this case, the soonest first.

    Raises:
        PaperError: where the dates of the case or of the orders cannot be.
    """
    from nolle.counsel.calendar.matter import matter_of

    from .draft import PaperError

    try:
        found = matter_of(case, on, circuit=circuit, orders=orders, only=list(orders))
    except ValueError as error:
        raise PaperError(f"the judge's orders cannot be worked out: {error}") from None
    rows = [
        Set(d.id, d.label.en, d.due.low if d.due is not None else None, d.order.source)
        for d in found.deadlines
        if d.order is not None
    ]
    return tuple(sorted(rows, key=lambda row: (row.day is None, row.day or on)))


def to_confirm(teller: Teller, orders: tuple[Set, ...]) -> list[str]:
    """What counsel must look at before the paper goes: days set by order, and a hearing told in two ways."""
    on = teller.opinion.as_of
    said = [
        f"{one.what}: {say_date(one.day, 'en')} by {_with_article(one.source)}"
        + ("; this paper is dated after it" if one.day < on else "")
        for one in orders
        if one.day is not None
    ]
    at, day = teller.cell("court.next_hearing_at").answer, teller.cell("case.next_hearing_on").answer
    if isinstance(at, str) and isinstance(day, Span) and datetime.fromisoformat(at).date() not in (day.low, day.high):
        said.append(f"the next hearing: {at[:10]} in [court], {day.low} in [case]; the papers tell the first")
    return said


def _with_article(source: str) -> str:
    return source if source[:1].isupper() or source.startswith(("the ", "an ", "a ")) else f"the {source}"
