"""Discretionary factors: what an officer or judge may weigh. A factor is never an element and closes nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

from nolle.facts import entities
from nolle.logic import Expr, Text
from nolle.logic.condition import read_condition

DATA = Path(__file__).parent / "data" / "factors.json"

Polarity: TypeAlias = Literal["positive", "adverse", "either"]


@dataclass(frozen=True, slots=True, eq=False)
class Factor:
    """One factor. ``shows`` is true when the facts show it (ours: which facts do), ``against`` when they weigh the
    other way; ``evidence`` are the papers that would prove it; ``named_by`` the regimes that name it.
    """

    id: str
    label: Text
    polarity: Polarity
    shows: Expr
    against: Expr | None
    facts: tuple[str, ...]
    evidence: tuple[Text, ...]
    named_by: tuple[str, ...]
    cites: tuple[str, ...]
    note: Text | None
    verified: str
    confidence: str


@cache
def factors() -> Mapping[str, Factor]:
    """Every factor by id."""
    return {row["id"]: _factor(row) for row in json.loads(DATA.read_text("utf-8"))}


def _factor(raw: dict[str, Any]) -> Factor:
    names = entities.BUILT
    return Factor(
        id=raw["id"],
        label=Text(**raw["label"]),
        polarity=raw["polarity"],
        shows=read_condition(raw["shows"], names),
        against=read_condition(raw["against"], names) if raw.get("against") else None,
        facts=tuple(raw["facts"]),
        evidence=tuple(Text(**row) for row in raw["evidence"]),
        named_by=tuple(raw["named_by"]),
        cites=tuple(raw["authorities"]),
        note=Text(**raw["note"]) if raw.get("note") else None,
        verified=raw["verified"],
        confidence=raw["confidence"],
    )
