"""The invented rules as written by hand for OpenFisca-core, over the same docket, with its unknowns and its list.

OpenFisca-core has no unknown, so a question is two Boolean variables, known to hold and (``NOT``) known not to, and may
be neither; so is a yes or no that is given. A code has a value for not known. A day not known is NaT, which no
comparison holds of. The rows of the list are the persons, and a case is their group.

It is written for speed: what several rules ask is one variable, arrays are set at once in one simulation without a
tracer, and where a day is moved on and compared with the day asked about, that one day is moved back instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import reduce
from operator import add, mul
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import polars as pl

from .invented import ANSWERS, CODES, CONDITIONS, GROUPS, KINDS, ON, PER_GROUP, STANDINGS, codes_of, joined_by_and

NOT, UNKNOWN, NOBODY = "__not", "unknown", "nobody"
"""``NOBODY``: the one member of a case without relatives; ``join_with_persons`` misnumbers groups if one is empty."""
CALENDAR = np.arange("1899-12-31", "2100-01-01", dtype="datetime64[D]")  # a docket's days come after the first
Formula: TypeAlias = Callable[[Any, Any], Any]
Question: TypeAlias = tuple[str, Formula, Formula]  # known to hold, and known not to


def _age(i: int) -> Question:
    born, filed, years = f"person__day_{i % 12}", f"person__day_{(i + 5) % 12}", 14 + i % 20
    later = moved(12 * years)
    return (
        f"{years}_years_from_{born}_after_{filed}",
        lambda case, period: later(case(f"{born}__low", period)) > case(f"{filed}__high_or_today", period),
        lambda case, period: later(case(f"{born}__high", period)) <= case(f"{filed}__low_or_today", period),
    )


def moved(months: int) -> Callable[[Any], Any]:
    """What moves days on, to a month's last if it has no such day. A table, since numpy is slow at months."""
    month = CALENDAR.astype("datetime64[M]")
    last = (month + months + 1).astype("datetime64[D]") - 1
    table = np.minimum((month + months).astype("datetime64[D]") + (CALENDAR - month), last)
    table[0] = np.datetime64("NaT")  # NaT, below every number, is looked up here
    return lambda days: table.take((days - CALENDAR[0]).view(np.int64), mode="clip")


def _today(period: Any, months: int = 0) -> Any:
    return np.datetime64(period.start.offset(months, "month").date)


def _or_today(day: str, end: str) -> Formula:
    absent = f"{day}__state__absent"
    return lambda case, period: np.where(case(absent, period), _today(period), case(f"{day}__{end}", period))


def _residence(i: int) -> Question:
    day, months = f"person__day_{i % 12}", 12 * (i % 20) + 6
    return (
        f"{months}_months_since_{day}",
        lambda case, period: case(f"{day}__high", period) <= _today(period, -months),
        lambda case, period: case(f"{day}__low", period) > _today(period, -months),
    )


def _code(i: int) -> Question:
    return _is(f"filing__status_{i % 12}", codes_of(i), sorted(CODES))


def _is(name: str, wanted: Sequence[str], codes: Sequence[str]) -> Question:
    def among(these: Sequence[str]) -> Formula:
        return lambda one, period: reduce(add, ((a := one(name, period)) == a.possible_values[c] for c in these))

    others = [code for code in codes if code not in wanted]
    return f"{name}__{'_or_'.join(sorted(wanted))}", among(wanted), among(others)


def _flag(i: int) -> Question:
    one, other = f"case__flag_{i % 12}", f"case__flag_{(i + 7) % 12}"
    return (
        f"{one}_without_{other}",
        lambda case, period: case(one, period) * case(other + NOT, period),
        lambda case, period: case(one + NOT, period) + case(other, period),
    )


def _order(i: int) -> Question:
    one, other = f"person__day_{i % 12}", f"person__day_{(i + 3) % 12}"
    return (
        f"{one}_before_{other}",
        lambda case, period: case(f"{one}__high", period) < case(f"{other}__low", period),
        lambda case, period: case(f"{one}__low", period) >= case(f"{other}__high", period),
    )


def _some_relative(i: int) -> Question:
    kind, status = f"kind__{KINDS[i // 8 % 4]}", f"status__{STANDINGS[i // 32 % 3]}"
    return (
        f"some_{kind}_{status}",
        _any(lambda one, period: one(kind, period) * one(status, period)),
        _none(lambda one, period: one(kind + NOT, period) + one(status + NOT, period)),
    )


def _no_relative(i: int) -> Question:
    kind, born = f"kind__{KINDS[i // 8 % 4]}", np.datetime64(date(1960 + i // 8, 1, 1))
    return (
        f"no_{kind}_born_after_{born}",
        _none(lambda one, period: one(kind + NOT, period) + (one("birth_date__high", period) <= born)),
        _any(lambda one, period: one(kind, period) * (one("birth_date__low", period) > born)),
    )


def _any(surely: Formula) -> Formula:
    return lambda case, period: case.any(surely(case.members, period))


def _none(surely_not: Formula) -> Formula:
    return lambda case, period: case("relative__complete", period) * ~case.any(~surely_not(case.members, period))


def _joined(name: str, parts: Sequence[str], all_must: bool) -> Question:
    def by(operator: Callable[[Any, Any], Any], ending: str) -> Formula:
        return lambda case, period: reduce(operator, (case(part + ending, period) for part in parts))

    return name, by(mul if all_must else add, ""), by(add if all_must else mul, NOT)


def system() -> tuple[Any, dict[str, str]]:
    """The rules as a tax and benefit system, and the name of the question behind each answer."""
    from openfisca_core.entities import build_entity
    from openfisca_core.indexed_enums import Enum
    from openfisca_core.model_api import DAY, ETERNITY, Variable
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem

    relative = build_entity(key="relative", plural="relatives", label="A relative", is_person=True)
    case = build_entity(key="case", plural="cases", label="A case", roles=[{"key": "listed", "label": "Listed"}])
    built = TaxBenefitSystem([relative, case])

    def add_variable(entity: Any, name: str, value_type: Any, **more: Any) -> None:
        about = {"value_type": value_type, "entity": entity, "label": name, "definition_period": ETERNITY, **more}
        built.add_variable(type(name, (Variable,), about))

    def add_code(entity: Any, name: str, values: Sequence[str]) -> None:
        codes: Any = Enum(name, {value: value for value in values})
        add_variable(entity, name, Enum, possible_values=codes, default_value=codes[UNKNOWN])

    def add_question(question: Question, entity: Any = case) -> str:
        name, yes, no = question
        if built.get_variable(name) is None:
            add_variable(entity, name, bool, definition_period=DAY, formula=yes)
            add_variable(entity, name + NOT, bool, definition_period=DAY, formula=no)
        return name

    for name, codes in (("kind", (*KINDS, NOBODY)), ("status", STANDINGS)):
        add_code(relative, name, (*codes, UNKNOWN))
        for code in codes:
            add_question(_is(name, [code], codes), relative)
    add_variable(case, "relative__complete", bool)
    for end in ("low", "high"):
        add_variable(relative, f"birth_date__{end}", date)
    for i in range(12):
        day, flag = f"person__day_{i}", f"case__flag_{i}"
        add_code(case, f"filing__status_{i}", (*sorted(CODES), UNKNOWN))
        for name in (flag, flag + NOT, f"{day}__state__absent"):
            add_variable(case, name, bool)
        for end in ("low", "high"):
            add_variable(case, f"{day}__{end}", date)
            add_variable(case, f"{day}__{end}_or_today", date, definition_period=DAY, formula=_or_today(day, end))
    kinds = (_age, _residence, _code, _code, _flag, _order, _some_relative, _no_relative)
    names = [add_question(kinds[i % 8](i)) for i in range(CONDITIONS)]
    for i in range(GROUPS):
        names.append(add_question(_joined(f"g{i}", names[i * PER_GROUP : (i + 1) * PER_GROUP], joined_by_and(i))))
    names.append(add_question(_joined("root", names[CONDITIONS:], all_must=False)))
    return built, dict(zip(ANSWERS, names, strict=True))


def calculate(built: Any, asked: dict[str, str], folder: Path) -> pl.DataFrame:
    """Every answer of OpenFisca-core as a column with nulls, from the Parquet files of a docket."""
    from openfisca_core.simulations import SimulationBuilder

    cases, relatives = _inputs(folder)
    builder = SimulationBuilder()
    builder.create_entities(built)
    builder.declare_person_entity("relative", range(relatives.height))
    group = builder.declare_entity("case", range(cases.height))
    builder.join_with_persons(group, relatives["index"].to_numpy(), np.zeros(relatives.height, dtype=np.int8))
    simulation = builder.build(built)
    for column in (*cases.drop("case_id", "index"), *relatives.drop("index")):
        simulation.set_input(column.name, "ETERNITY", column.to_numpy())
    truths = {}
    for name in set(asked.values()):
        yes, no = (pl.Series(simulation.calculate(name + ending, ON.isoformat())) for ending in ("", NOT))
        truths[name] = pl.select(pl.when(yes | no).then(yes)).to_series()
    return pl.DataFrame([cases["case_id"], *(truths[name].alias(answer) for answer, name in asked.items())])


def _inputs(folder: Path) -> list[pl.DataFrame]:
    def codes(column: pl.Expr, values: Sequence[str]) -> pl.Expr:
        return column.fill_null(UNKNOWN).cast(pl.Enum([*values, UNKNOWN])).to_physical()

    flags, births = pl.col(r"^case__flag_\d+$"), pl.col(r"^birth_date__(low|high)$")
    cases = pl.scan_parquet(folder / "case.parquet").select(
        pl.row_index(),
        "case_id",
        "relative__complete",
        flags.fill_null(False),
        flags.not_().fill_null(False).name.suffix(NOT),
        codes(pl.col(r"^filing__status_\d+$"), sorted(CODES)),
        pl.col(r"^person__day_\d+__(low|high)$"),
        (pl.col(r"^person__day_\d+__state$") == "absent").fill_null(False).name.suffix("__absent"),
    )
    kind = codes(pl.when(pl.col("id").is_null()).then(pl.lit(NOBODY)).otherwise("kind").alias("kind"), (*KINDS, NOBODY))
    listed = pl.scan_parquet(folder / "relative.parquet")
    relatives = cases.select("case_id", "index").join(listed, on="case_id", how="left")
    return pl.collect_all([cases, relatives.select("index", kind, codes(pl.col("status"), STANDINGS), births)])
