"""Deadlines: what must be done by when, the counting shown, with its authority and its doubts.

* ``rules``: every deadline, counting rule, event type and parameter, as stored in ``data/procedure``
* ``calendar``, ``counting``: open and closed days, and counting over them, step by step
* ``windows``: whether a deadline was law on a day
* ``given``, ``alone``, ``engine``, ``answer``: one deadline asked by its id; the answer with its working
* ``orders``: what a judge has ordered in a case, from a file beside the case file
* ``clocks``, ``triggers``, ``of_case``: the deadlines of a whole case, and the same dates as expressions for columns
"""

from .alone import deadline
from .answer import STATUSES, Deadline, ImpossibleDates, Order, Question, Reckoning, Replaced, StandingOrder
from .calendar import (
    Calendar,
    CalendarMissing,
    Closure,
    ClosureError,
    calendar_for,
    days_to_open,
    read_closures,
    say_day,
    why_not_federal,
)
from .counting import Counted, Step, count, shifted
from .of_case import IN_ORDER, deadline_of, deadlines_of, impossible_dates
from .orders import OrderError, Recorded, in_effect, orders_beside, read_orders
from .rules import (
    DeadlineRule,
    UnknownDeadline,
    alerts_of,
    alerts_told,
    counting_notes,
    counting_rules,
    event_types,
    not_rolled,
    parameters,
    rule,
    rules,
    sources,
)
from .triggers import DocketDate, docket_clocks, docket_dates, rule_of_clock, works_early

__all__ = [
    "IN_ORDER",
    "STATUSES",
    "Calendar",
    "CalendarMissing",
    "Closure",
    "ClosureError",
    "Counted",
    "Deadline",
    "DeadlineRule",
    "DocketDate",
    "ImpossibleDates",
    "Order",
    "OrderError",
    "Question",
    "Reckoning",
    "Recorded",
    "Replaced",
    "StandingOrder",
    "Step",
    "UnknownDeadline",
    "alerts_of",
    "alerts_told",
    "calendar_for",
    "count",
    "counting_notes",
    "counting_rules",
    "days_to_open",
    "deadline",
    "deadline_of",
    "deadlines_of",
    "docket_clocks",
    "docket_dates",
    "event_types",
    "impossible_dates",
    "in_effect",
    "not_rolled",
    "orders_beside",
    "parameters",
    "read_closures",
    "read_orders",
    "rule",
    "rule_of_clock",
    "rules",
    "say_day",
    "shifted",
    "sources",
    "why_not_federal",
    "works_early",
]
