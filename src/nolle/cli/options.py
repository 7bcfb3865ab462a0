"""What several commands share: dates, circuits, languages, formats, and the console."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

import typer
from rich.console import Console

from nolle.law.circuits import CIRCUITS, circuit_number
from nolle.law.pathways import DISCRETION, RELIEF
from nolle.law.priorities import ORDER as REGIMES

from .errors import BadInput

YEARS = range(1900, 2200)
"""Years that can be asked about: ages and periods can be added and taken away without leaving the calendar."""


class Format(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"


class Answer(StrEnum):
    """How a short answer is printed."""

    TEXT = "text"
    JSON = "json"


class Language(StrEnum):
    """The languages nolle speaks."""

    EN = "en"
    ES = "es"


def read_day(written: str | None, option: str) -> date | None:
    """An ISO day.

    Raises:
        BadInput: for anything else, and for a year out of all reach.
    """
    if written is None:
        return None
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day.isoformat() != written:  # 20231006 and 2023-W40-5 are slips of the hand
        raise BadInput(f"{option} {written!r} is not a day. Write it as 2023-10-06.")
    if day.year not in YEARS:
        raise BadInput(f"{option} {written!r} is not a year nolle can answer for: {YEARS[0]} to {YEARS[-1]}.")
    return day


def today() -> date:
    """The day the command is run, in the local time zone; said in the output wherever it is used."""
    return date.today()  # noqa: DTZ011 - a person's own calendar day


def read_circuit(written: str | None) -> str | None:
    """A circuit in any usual form, as the rules know it.

    Raises:
        BadInput: for a circuit that does not exist.
    """
    if written is None:
        return None
    try:
        return circuit_number(written)
    except ValueError as error:
        raise BadInput(f"--circuit: {error}") from None


def check_pathways(ids: list[str]) -> None:
    """Refuse a pathway that does not exist, with the nearest right one."""
    _check(ids, (*DISCRETION, *RELIEF), "pathway", "nolle law list")


def check_regime(id: str | None) -> None:
    """Refuse a regime that does not exist, with the nearest right one."""
    _check([] if id is None else [id], REGIMES, "regime", "nolle law list --kind regime")


def _check(ids: list[str], known: tuple[str, ...] | list[str], what: str, where: str) -> None:
    for id in ids:
        if id not in known:
            near = get_close_matches(id, known, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise BadInput(f"there is no {what} {id!r}.{hint} `{where}` shows them all.")


def wants_json(format: Format | Answer, as_json: bool) -> bool:
    """Whether JSON is asked for; ``--json`` is the same as ``--format json``.

    Raises:
        BadInput: when ``--json`` stands beside another format.
    """
    if as_json and format.value not in ("text", "json"):
        raise BadInput(f"--json and --format {format.value} ask for two formats. Leave one out.")
    return as_json or format.value == "json"


def print_json(answer: object) -> None:
    """One line, the last of the output."""
    typer.echo(json.dumps(answer, ensure_ascii=False))


def console(*, stderr: bool = False) -> Console:
    """The terminal: as wide as it is, or as ``COLUMNS`` says; 100 columns where it is no terminal."""
    stream = sys.stderr if stderr else sys.stdout
    told = stream.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return Console(file=stream, width=None if told else 100, highlight=False, soft_wrap=False)


def complete_pathway(incomplete: str) -> list[str]:
    """Pathway ids that begin as written."""
    return _beginning(incomplete, (*DISCRETION, *RELIEF))


def complete_regime(incomplete: str) -> list[str]:
    """Regime ids that begin as written."""
    return _beginning(incomplete, REGIMES)


def complete_circuit(incomplete: str) -> list[str]:
    """Circuits that begin as written."""
    return _beginning(incomplete, CIRCUITS)


def complete_authority(incomplete: str) -> list[str]:
    """Authority ids that begin as written."""
    from nolle.law import authorities

    return _beginning(incomplete, authorities.load())


def complete_topic(incomplete: str) -> list[str]:
    """Topics that begin as written."""
    from nolle.law import authorities

    return _beginning(incomplete, authorities.topics())


def complete_item(incomplete: str) -> list[str]:
    """Ids of anything `nolle law show` can show that begin as written."""
    from nolle.law import exposure, factors

    others = (*REGIMES, *exposure.ORDER, *factors.factors())
    return complete_pathway(incomplete) + _beginning(incomplete, others) + complete_authority(incomplete)


def _beginning(incomplete: str, ids: Iterable[str]) -> list[str]:
    return [id for id in ids if id.startswith(incomplete)]
