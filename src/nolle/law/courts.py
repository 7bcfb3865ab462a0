"""The immigration courts: codes, places, circuits and the government's office that appears there.

Addresses change often: each is a prefill to be confirmed against the latest hearing notice. The caption of a
paper takes its city from that notice, never from this table.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from nolle.law.circuits import circuit_code
from nolle.logic.text import Text

DATA = Path(__file__).parent / "data" / "courts.json"

_PLACE_DOUBTFUL = frozenset({"OTO"})
"""Courts whose own note says the governing circuit must be confirmed."""


class UnknownCourt(KeyError):
    """No court has this code. ``near`` holds codes that look like it; ``retired`` says what the code once
    was.
    """

    def __init__(self, code: str, near: tuple[str, ...], retired: Text | None = None) -> None:
        self.code = code
        self.near = near
        self.retired = retired
        super().__init__(code)

    def __str__(self) -> str:
        if self.retired is not None:
            return f"{self.code!r} is not a court in use: {self.retired.en}"
        hint = f"; did you mean {', '.join(self.near)}?" if self.near else ""
        return f"no immigration court has the code {self.code!r}{hint}"


@dataclass(frozen=True, slots=True)
class Court:
    """One immigration court.

    ``base_city_code`` is its code in EOIR's public data, ``aliases`` other codes for it. ``docket`` is
    ``detained``, ``non_detained``, ``mixed`` or ``adjudication_center``; ``status`` is ``open``, ``closing``
    or ``verify``. ``confidence`` and ``verified`` are kept apart for the code, the address and the
    government's office.
    """

    code: str
    base_city_code: str | None
    aliases: tuple[str, ...]
    name: str
    city: str
    state: str
    circuit: str
    docket: str
    status: str
    street: str | None
    city_state_zip: str | None
    opla_office: str
    opla_address: str | None
    confidence: Mapping[str, str]
    verified: Mapping[str, str]
    note: Text | None


@lru_cache(maxsize=1)
def courts() -> Mapping[str, Court]:
    """Every court by its code."""
    data = _data()
    aliases: dict[str, list[str]] = {}
    for alias, code in data["alias_codes"].items():
        aliases.setdefault(code, []).append(alias)
    return MappingProxyType({row["code"]: _court(row, aliases.get(row["code"], [])) for row in data["courts"]})


def court(code: str) -> Court:
    """The court with this code or alias, in any case.

    Raises:
        UnknownCourt: no such code; it names the nearest ones, or what a retired code was.
    """
    asked = code.strip().upper()
    data = _data()
    known = courts()
    found = known.get(asked) or known.get(data["alias_codes"].get(asked, ""))
    if found is not None:
        return found
    for row in data["retired_codes"]:
        if row["code"] == asked:
            retired = Text(f"{row['label']}, {row['note']}", f"{row['label']}, {row['note_es']}")
            raise UnknownCourt(code, (), retired)
    codes = [*known, *data["alias_codes"]]
    raise UnknownCourt(code, tuple(get_close_matches(asked, codes, n=3, cutoff=0.5)))


def circuit_of(code: str) -> str | None:
    """The circuit of the state where the court sits (``ca9``), the usual circuit of a case whose venue it is.

    ``None`` for an adjudication center, which hears other courts' cases and does not move their venue, and
    for a court whose governing circuit must be confirmed. Let the user override it: 8 CFR 1003.14, 1003.20;
    Matter of Garcia, 28 I&N Dec. 693 (BIA 2023).

    Raises:
        UnknownCourt: no such code.
    """
    found = court(code)
    if found.docket == "adjudication_center" or found.code in _PLACE_DOUBTFUL:
        return None
    return found.circuit


def cautions() -> tuple[Text, ...]:
    """What to know before using the table."""
    return tuple(Text(row["en"], row["es"]) for row in _data()["caution"])


def circuit_rule() -> Text:
    """How the circuit of a case is found."""
    rule = _data()["circuit_rule"]
    return Text(rule["text"], rule["text_es"])


def circuit_warning() -> Text:
    """Where the circuit of a case and of its judicial review may part."""
    rule = _data()["circuit_rule"]
    return Text(rule["warning"], rule["warning_es"])


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return data


def _court(row: dict[str, Any], aliases: list[str]) -> Court:
    address, note, base = row.get("address", {}), row.get("note"), row.get("base_city_code")
    others = {*aliases, *([base] if base else [])} - {row["code"]}
    return Court(
        code=row["code"],
        base_city_code=base,
        aliases=tuple(sorted(others)),
        name=row["name"],
        city=row["city"],
        state=row["state"],
        circuit=circuit_code(row["circuit"]),
        docket=row["docket"],
        status=row["status"],
        street=address.get("street"),
        city_state_zip=address.get("city_state_zip"),
        opla_office=row["opla_office"],
        opla_address=row.get("opla_address"),
        confidence=MappingProxyType(row["confidence"]),
        verified=MappingProxyType(row["verified"]),
        note=Text(note, row["note_es"]) if note else None,
    )
