"""What can be known about a case: the vocabulary, derived facts, and reading a case from files.

The entities are used in rules as ``person.birth_date`` or ``conviction.exists(conviction.vacated)``.
"""

from .entities import (
    arrest,
    asylum,
    case,
    conviction,
    da,
    daca,
    derived,
    entry,
    equity,
    filing,
    juvenile,
    labor,
    law,
    lpr,
    nacara,
    person,
    presence_event,
    relative,
    tps,
    uac,
    victim,
    visa,
)

__all__ = [
    "arrest",
    "asylum",
    "case",
    "conviction",
    "da",
    "daca",
    "derived",
    "entry",
    "equity",
    "filing",
    "juvenile",
    "labor",
    "law",
    "lpr",
    "nacara",
    "person",
    "presence_event",
    "relative",
    "tps",
    "uac",
    "victim",
    "visa",
]
