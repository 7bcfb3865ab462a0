"""The toy row's second peer: the same rule for OpenFisca-core, one variable a condition or group, with its tracer on.

OpenFisca has no unknown and no list of records for one person, so it is asked only about exact cases, and is given
the convictions counted beforehand. Both spare it work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.model_api import DAY, ETERNITY, Variable
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from nolle.logic import Span

from .toy import RULE, Told

Formula = Callable[[Any, Any], Any]

PERSON = build_entity(key="person", plural="persons", label="A person", is_person=True)
NEVER = np.datetime64("1970-01-01")
"""The default of a date: OpenFisca has no other way to say that there is none."""

INPUTS: dict[str, type] = {
    "in_removal_proceedings": bool,
    "nta_served_on": np.datetime64,
    "nta_filed_on": np.datetime64,
    "detained": bool,
    "petition_status": str,
    "birth_date": np.datetime64,
    "changed_circumstances_since_nta": bool,
    "present_in_us_since": np.datetime64,
    "felonies": int,
    "long_sentences": int,
    "gang_allegation": str,
    "motion_form": str,
    "pd_requested_on": np.datetime64,
    "next_hearing_on": np.datetime64,
    "nta_improvidently_issued": bool,
    "respondent_informed_consent_dismissal": bool,
    "opla_position": str,
}


def _years_on(days: Any, years: int) -> Any:
    months = days.astype("datetime64[M]")
    return (months + 12 * years).astype("datetime64[D]") + (days - months.astype("datetime64[D]"))


def _today(period: Any) -> Any:
    return np.datetime64(period.start.date)


def _every(*parts: str) -> Formula:
    def formula(person: Any, period: Any) -> Any:
        result = person(parts[0], period)
        for part in parts[1:]:
            result = result * person(part, period)
        return result

    return formula


def _some(*parts: str) -> Formula:
    def formula(person: Any, period: Any) -> Any:
        result = person(parts[0], period)
        for part in parts[1:]:
            result = result + person(part, period)
        return result

    return formula


FORMULAS: dict[str, dict[str, Formula]] = {
    "in_proceedings": {"formula": lambda p, t: p("in_removal_proceedings", t)},
    "filed": {"formula": lambda p, t: p("nta_filed_on", t) != NEVER},
    "served_first": {"formula": lambda p, t: p("nta_served_on", t) <= p("nta_filed_on", t)},
    "at_liberty": {"formula": lambda p, t: np.logical_not(p("detained", t))},
    "petition": {"formula": lambda p, t: np.isin(p("petition_status", t), ("approved", "granted"))},
    "young": {"formula": lambda p, t: _years_on(p("birth_date", t), 21) > _today(t)},
    "changed": {"formula": lambda p, t: p("changed_circumstances_since_nta", t)},
    "long_here": {"formula": lambda p, t: _years_on(p("present_in_us_since", t), 2) <= _today(t)},
    "felony": {"formula": lambda p, t: p("felonies", t) > 0},
    "sentence": {"formula": lambda p, t: p("long_sentences", t) > 0},
    "gang": {"formula": lambda p, t: p("gang_allegation", t) != "none"},
    "written": {"formula": lambda p, t: p("motion_form", t) == "written"},
    "early": {"formula": lambda p, t: p("pd_requested_on", t) < p("next_hearing_on", t)},
    "improvident": {"formula": lambda p, t: p("nta_improvidently_issued", t)},
    "consent": {"formula": lambda p, t: p("respondent_informed_consent_dismissal", t)},
    "agreed": {"formula": lambda p, t: np.isin(p("opla_position", t), ("joins", "affirmative_non_opposition"))},
    "in_court": {"formula": _every("in_proceedings", "filed", "served_first", "at_liberty")},
    "reason": {"formula": _some("petition", "young", "changed")},
    "bar": {"formula": _some("felony", "sentence", "gang")},
    "clear": {"formula": lambda p, t: np.logical_not(p("bar", t))},
    "form": {
        "formula_2018_01_01": lambda p, t: p("written", t),
        "formula_2021_01_01": lambda p, t: p("early", t),
        "formula_2024_01_01": lambda p, t: p("improvident", t),
    },
    RULE.id: {"formula": _every("in_court", "reason", "long_here", "clear", "form", "consent", "agreed")},
}


@cache
def system() -> TaxBenefitSystem:
    """The rule as a tax and benefit system; built once, outside the clock."""
    built = TaxBenefitSystem([PERSON])
    for name, kind in INPUTS.items():
        value_type = date if kind is np.datetime64 else kind
        built.add_variable(_variable(name, value_type, ETERNITY, {}))
    for name, formulas in FORMULAS.items():
        built.add_variable(_variable(name, bool, DAY, formulas))
    return built


def _variable(name: str, value_type: Any, period: Any, formulas: dict[str, Formula]) -> type[Variable]:
    about = {"value_type": value_type, "entity": PERSON, "definition_period": period, "label": name}
    return type(name, (Variable,), {**about, **formulas})


def situation(told: Told) -> dict[str, Any]:
    """An exact case as OpenFisca reads one; made before the clock starts."""
    values = {name.rpartition(".")[2]: _plain(cell.answer) for name, cell in told.case.told() if "[" not in name}
    values["petition_status"] = values.pop("status", "none")
    rows = [{k: _plain(c.answer) for k, c in row.cells.items()} for row in told.case.rows("conviction")]
    values["felonies"] = sum("aggravated_felony" in row["immigration_class"] for row in rows)
    values["long_sentences"] = sum(row["sentence_imposed_days"] > 365 for row in rows)
    return {"persons": {"client": {name: {"ETERNITY": value} for name, value in values.items()}}}


def _plain(answer: Any) -> Any:
    low = answer.low if isinstance(answer, Span) else answer
    return low.isoformat() if isinstance(low, date) else low


def calculate(told: Told, inputs: dict[str, Any]) -> Simulation:
    """A simulation built for one case and its top variable calculated, with the trace."""
    simulation = SimulationBuilder().build_from_entities(system(), inputs)
    simulation.trace = True
    simulation.calculate(RULE.id, told.on.isoformat())
    return simulation


def truths(simulation: Simulation) -> Iterator[tuple[str, bool]]:
    """What the trace holds: every condition and group, with its truth."""
    for node in simulation.tracer.browse_trace():
        if node.name in FORMULAS:
            yield node.name, bool(node.value[0])
