"""Cases for the tests of calendars: the stories, and one in which every text a person may type holds a name."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from nolle.facts.casefile import CaseFile, parse_case, read_case
from nolle.facts.vocabulary import vocabulary
from nolle.law.procedure import Closure, Order, StandingOrder
from nolle.logic import Text

EXAMPLES = Path(__file__).parents[2] / "examples"
STORIES = ("a-dismissed-case", "b-child", "c-long-time-resident")
TODAY = date(2026, 11, 21)
STAMP = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
NAME = "Zoraida Quispe"
A_NUMBER = "A 987 654 321"
PLANTED = f"{NAME} {A_NUMBER}"
CODE = "2026-0141"


def story(name: str) -> CaseFile:
    """One of the three stories."""
    return read_case(EXAMPLES / name / "case.toml")


def told(**tables: Any) -> CaseFile:
    """A case of which these tables are told."""
    return parse_case(json.dumps({"schema": "nolle.case/1", **tables}), "json")


def in_court(**facts: Any) -> CaseFile:
    """A case with an individual hearing at the Baltimore court on a Friday morning."""
    case = {
        "in_removal_proceedings": True,
        "posture": "individual_set",
        "detained": False,
        "nta_served_on": "2025-01-10",
        "next_hearing_on": "2027-03-12",
        "next_hearing_kind": "individual",
        **facts,
    }
    return told(case=case, court={"court_code": "BAL", "next_hearing_at": "2027-03-12T09:00"})


def planted() -> CaseFile:
    """A case with a name and an A-number in every text, address and source that a person may type."""
    tables: dict[str, Any] = {}
    for entity, info in vocabulary().items():
        fields: dict[str, Any] = {}
        for name, field in info.fields.items():
            if field.type in ("text", "address"):
                fields[name] = {"value": PLANTED, "source": PLANTED, "said_by": PLANTED}
            elif field.type == "texts":
                fields[name] = [PLANTED, NAME]
        if fields and entity not in ("derived", "law"):
            tables[entity] = [{"id": "Zoraida", **fields}] if info.is_list and not info.forms else fields
    sourced = {"source": PLANTED, "said_by": PLANTED}
    tables["case"] = {
        **tables.get("case", {}),
        "in_removal_proceedings": {"value": True, **sourced},
        "posture": {"value": "pre_pleading", **sourced},
        "detained": {"value": False, **sourced},
        "next_hearing_on": {"value": "2027-01-14", **sourced},
        "next_hearing_kind": {"value": "individual", **sourced},
        "motion_filed_on": {"value": "2026-11-20", **sourced},
        "motion_kind": "continue",
        "motion_decided_on": {"absent": True},
        "pd_requested_on": {"value": "2026-11-02", **sourced},
    }
    tables["person"] = {"birth_date": {"value": "2009-07-05", **sourced}, "ead_expires_on": "2027-06-01"}
    tables["asylum"] = {"last_arrival_on": {"value": "2026-02-02", **sourced}}
    tables["victim"] = {"u_cert_signed_on": {"value": "2026-10-10", **sourced}, "marriage_ended_on": "2026-03-03"}
    tables["relative"] = [{"id": "Zoraida", "relationship": "child", "birth_date": {"value": "2010-05-06", **sourced}}]
    tables["court"] = {**tables["court"], "court_code": "BAL", "next_hearing_at": "2027-01-14T13:00"}
    tables["complete"] = ["relative"]
    return told(**tables)


ORDERS = {
    "motion_continue": Order(date(2026, 12, 3), PLANTED, PLANTED, date(2026, 11, 2)),
    "witness_list": StandingOrder(21, PLANTED, PLANTED),
}
CLOSURES = tuple(
    Closure(day, Text(f"the court was closed: {PLANTED}", f"la corte estaba cerrada: {PLANTED}"), ("BAL",), PLANTED)
    for day in (date(2026, 12, 15), date(2026, 11, 30), date(2026, 12, 30))
)
