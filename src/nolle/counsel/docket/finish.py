"""From what the plan answers to what a reader needs: statuses, missing facts by name, priority, the soonest deadline.

Statuses follow ``counsel.status`` and priority follows ``counsel.opinion.Priority``, for whole columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from nolle.counsel.status import Status
from nolle.law.pathway import Pathway
from nolle.law.priorities import Regime, regimes_on
from nolle.law.procedure import IN_ORDER, DeadlineRule, counting_rules, days_to_open, rule_of_clock, works_early
from nolle.law.procedure import rules as deadline_rules
from nolle.law.procedure.given import COURT_OFFICES
from nolle.law.procedure.triggers import LIKE, ROLL_MARGIN
from nolle.logic import Force
from nolle.logic.columns import Layers, column_name

from .lacking import counted, listed
from .questions import (
    Questions,
    category_root,
    deadline_held_back,
    exposure_root,
    is_protected,
    root_of,
    serves,
    survivors_only,
)

if TYPE_CHECKING:
    import polars as pl

STATUSES = tuple(str(status) for status in Status)
LIVE = (Status.OPEN, Status.AWAITING, Status.NEEDS_JUDGEMENT)
"""A way that is there, or needs only others' acts or a judgement: what is counted for the urgency order."""

_EPOCH = date(1970, 1, 1).toordinal()
_FIRST, _FINAL = date(1870, 1, 1).toordinal(), date(2200, 1, 1).toordinal()
"""Further than any date of a docket can be moved."""


def finish(
    answered: pl.DataFrame,
    base: pl.DataFrame,
    layers: Layers,
    asked: Questions,
    *,
    sensitive: bool,
    rules: bool = True,
    missing: Counter[str] | None = None,
    ordered: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """One row for each case.

    Args:
        answered: what the plan came to, a row for each case.
        base: who the cases are and when, in any order (``base_of``).
        layers: the forces and the names of the masks.
        asked: what was asked.
        sensitive: whether exposures, priorities and what tells a protected fact are given.
        rules: whether every named rule has its column too.
        missing: what counts, for each fact, the pathways that wait for it, one for each case.
        ordered: the dates that judges have set, as ``ordered.ordered`` gives them.
    """
    import polars as pl

    ids = answered["case_id"]
    if not base["case_id"].equals(ids):
        base = ids.to_frame().join(base, on="case_id", how="left", maintain_order="left")
    found = base.hstack(answered.drop("case_id"))
    shown = [p for p in asked.pathways if sensitive or not survivors_only(p)]
    statuses = {p.id: _status(column_name(root_of(p)), layers, root_of(p)) for p in asked.pathways}
    found = found.with_columns(status.alias(f"{id}__status") for id, status in statuses.items())
    found = found.with_columns(_soonest(asked, found.columns))
    deadlines = tuple(asked.deadlines)
    if ordered is not None:
        found, deadlines = _as_ordered(found, ordered, asked)
    shut = {p.id: f"{p.id}__shut" for p in asked.pathways}
    found = found.with_columns(
        _is(f"{id}__status", Status.CLOSED, Status.NOT_IN_FORCE).alias(name) for id, name in shut.items()
    )
    closed = {id: pl.col(name) for id, name in shut.items()}
    found = found.hstack(_the_soonest(found, asked, deadlines, closed, sensitive=sensitive))
    # apart from the columns that are only laid beside: so Polars works them out on every core
    found = found.with_columns(_lists(shown, shut, layers, asked, sensitive=sensitive))
    live = [_is(f"{p.id}__status", *LIVE).cast(pl.Int16) for p in shown]
    made: list[Any] = [pl.col("case_id", "as_of", "circuit", "next_hearing", "next_hearing_rough")]
    made.append(pl.col("soonest_deadline", "soonest_deadline_of", "soonest_deadline_rough", "soonest_deadline_ordered"))
    made.append(pl.col("dates_contradict"))
    made.append((reduce(lambda a, b: a + b, live) if live else pl.lit(0, pl.Int16)).alias("open_ways"))
    for p in shown:
        root = column_name(root_of(p))
        made.append(pl.col(f"{p.id}__status"))
        made.append(pl.col(f"{root}__ask").alias(f"{p.id}__ask"))
        made.append(pl.col(root).alias(f"{p.id}__grant"))
        made.append(pl.col(f"{p.id}__missing"))
        made += [pl.col(f"{p.id}__{c.id}").alias(f"{p.id}__{c.id}__due") for c in p.clocks]
    made += [
        pl.col(f"deadline__{id}").alias(f"deadline__{id}__due")
        for id in asked.deadlines
        if sensitive or not deadline_held_back(id)
    ]
    if sensitive:
        made += _exposed(asked) + _priorities(found, asked)
    made += _factors(asked)
    if rules:
        given = {e.meta.output_name() for e in made if not e.meta.has_multiple_outputs()}
        made += [pl.col(name) for name in asked.columns(sensitive=sensitive) if name not in given]
    if missing is not None:
        waiting = {p: (_words(root_of(p), layers, sensitive=sensitive), ~pl.col(shut[p.id])) for p in shown}
        missing += counted(found, {f"{column_name(root_of(p))}__missing": its for p, its in waiting.items()})
    return found.select(made)


def base_of(case: pl.DataFrame, on: date | None, circuit: str | None) -> pl.DataFrame:
    """Who the cases are, their dates and circuits, and the hearing ahead.

    Args:
        case: the cases as they were asked.
        on: the date of cases that have none of their own.
        circuit: the circuit of cases that have none of their own.
    """
    import polars as pl

    there = case.columns
    day = pl.col("as_of").cast(pl.Date) if "as_of" in there else pl.lit(None, pl.Date)
    place = pl.col("circuit").cast(pl.String) if "circuit" in there else pl.lit(None, pl.String)
    hearing = "case__next_hearing_on"
    low, high = (
        next((pl.col(name) for name in (f"{hearing}__{end}", hearing) if name in there), pl.lit(None, pl.Date))
        for end in ("low", "high")
    )
    known = {name.removesuffix("__low") for name in there if name.endswith("__low")}
    pairs = [(first.replace(".", "__"), then.replace(".", "__")) for first, then in IN_ORDER]
    wrong = [pl.col(f"{b}__high") < pl.col(f"{a}__low") for a, b in pairs if {a, b} <= known]
    base = case.select(
        "case_id",
        pl.coalesce(day, pl.lit(on, pl.Date)).alias("as_of"),
        pl.coalesce(place, pl.lit(circuit, pl.String)).alias("circuit"),
        low.alias("hearing"),
        high.alias("last"),
        pl.any_horizontal(pl.lit(False), *wrong).fill_null(False).alias("dates_contradict"),
    )
    # a hearing known only to its month, or with no last day, may still be ahead: then it counts from today
    open_ended = pl.col("last").is_null() & pl.col("hearing").is_not_null()
    ahead = pl.when(open_ended | (pl.col("last") >= pl.col("as_of"))).then(pl.max_horizontal("hearing", "as_of"))
    rough = pl.col("hearing").ne_missing(pl.col("last")) & ahead.is_not_null()
    base = base.with_columns(ahead.alias("next_hearing"), rough.alias("next_hearing_rough"))
    return base.select("case_id", "as_of", "circuit", "next_hearing", "next_hearing_rough", "dates_contradict")


def _is(column: str, *statuses: Status) -> Any:
    import polars as pl

    return reduce(or_, (pl.col(column) == pl.lit(str(status), pl.Enum(STATUSES)) for status in statuses))


def _status(root: str, layers: Layers, id: str) -> Any:
    """The status of a pathway, the first that applies: see ``counsel.status.status``."""
    import polars as pl

    force = layers.forces.get(id)
    kind = pl.Enum(STATUSES)

    def word(status: Status) -> Any:
        return pl.lit(str(status), kind)

    if force is Force.OUT:
        return word(Status.NOT_IN_FORCE)
    out, doubtful = (
        (pl.col(f"{root}__force") == 0, pl.col(f"{root}__force") == 1)
        if force is None
        else (pl.lit(False), pl.lit(force is Force.MAYBE))
    )
    shut = pl.col(f"{root}__ask").eq_missing(False) | pl.col(f"{root}__await").eq_missing(False)
    judged = pl.col(f"{root}__advise").eq_missing(True) & pl.col(f"{root}__known")
    return (
        pl.when(out).then(word(Status.NOT_IN_FORCE))
        .when(shut).then(word(Status.CLOSED))
        .when(doubtful).then(word(Status.UNKNOWN))
        .when(pl.col(root)).then(word(Status.OPEN))
        .when(pl.col(f"{root}__await")).then(word(Status.AWAITING))
        .when(judged).then(word(Status.NEEDS_JUDGEMENT))
        .otherwise(word(Status.UNKNOWN))
    )  # fmt: skip


def _soonest(asked: Questions, there: Sequence[str]) -> list[Any]:
    """The safe day of each clock and deadline, the earliest it may be; null where it does not run or is not known.

    Beside it ``__last``, the last day on which it has not gone by, null where no last day is known; and ``__rough``,
    whether it may be a later day than this.
    """
    import polars as pl

    made = []
    for name, runs, rule in _dated(asked):
        low, high = _ends(name, rule)
        longest = f"{name}__longest"
        last = _ends(longest, rule)[1] if f"{longest}__high" in there else high
        # Of a first possible day the safe end is the late one.
        day = _safe(high if rule is not None and rule.not_before else low, rule)
        if runs in there:
            day = pl.when(pl.col(runs).ne_missing(False)).then(day)
        made += [_date(day).alias(name), _date(_last(last, rule)).alias(f"{name}__last")]
        made.append(low.ne_missing(high).alias(f"{name}__rough"))
    return made


def _as_ordered(found: pl.DataFrame, ordered: pl.DataFrame, asked: Questions) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """The dates of judges in the place of those of the rules, also for the clocks that have a rule's day; and the ids
    of the deadlines that are no clock, with those that only an order dates.
    """
    import polars as pl

    here = found.select("case_id").join(ordered, on="case_id", how="left", maintain_order="left")
    found = found.with_columns(pl.col("dates_contradict") | pl.lit(here["dates_contradict"].fill_null(False)))
    general = dict.fromkeys(asked.deadlines)
    pathways = {p.id for p in asked.pathways}
    clocks = {f"{p.id}.{c.id}": f"{p.id}__{c.id}" for p in asked.pathways for c in p.clocks}
    for id in [name for name in ordered.columns if name in deadline_rules()]:
        own = deadline_rules()[id].clock
        stems = [stem for clock, stem in clocks.items() if clock == own or LIKE.get(clock) == id]
        if own not in clocks:
            if not serves(id, pathways):
                continue
            stems.append(f"deadline__{id}")
            general[id] = None
        set_by = pl.lit(here[id].is_not_null())
        dates: dict[str, Any] = {column_name(f"runs.deadline.{id}"): pl.lit(True)}
        for stem in stems:
            dates |= {stem: here[id], f"{stem}__last": here[f"{id}__last"], f"{stem}__rough": here[f"{id}__rough"]}
            dates[f"{stem}__ordered"] = pl.lit(True)
        for name, column in dates.items():
            by_rule = pl.col(name) if name in found.columns else None
            found = found.with_columns(pl.when(set_by).then(column).otherwise(by_rule).alias(name))
    return found, tuple(general)


def _date(number: Any) -> Any:
    import polars as pl

    return (number - _EPOCH).cast(pl.Int32).cast(pl.Date)


def _dated(asked: Questions) -> Iterator[tuple[str, str, DeadlineRule | None]]:
    """Each clock and deadline: the stem of its columns, the column that says whether it runs, and its rule."""
    for name, clock in asked.clocks.items():
        pathway = name.removesuffix(f"__{clock.id}")
        id = f"{pathway}.{clock.id}"
        rule = rule_of_clock().get(id) or deadline_rules().get(LIKE.get(id, ""))
        yield name, column_name(f"runs.{id}"), rule
    for id in asked.deadlines:
        yield f"deadline__{id}", column_name(f"runs.deadline.{id}"), deadline_rules()[id]


def _ends(name: str, rule: DeadlineRule | None) -> tuple[Any, Any]:
    """The numbers of the first and the last day a count may come to; of a look every so many days, the next of each."""
    import polars as pl

    low, high = pl.col(f"{name}__low"), pl.col(f"{name}__high")
    if rule is None or rule.clock is not None or not rule.value:
        return low, high
    if rule.direction == "every":
        low, high = (_next_look(day, rule.value) for day in (low, high))
        return pl.when(low.is_not_null()).then(pl.min_horizontal(low, high)), pl.max_horizontal(low, high)
    if rule.unit in ("business_days", "working_days"):
        return _looked_up(low - rule.value, _business(rule.value)), _looked_up(high - rule.value, _business(rule.value))
    return low, high


def _next_look(day: Any, every: int) -> Any:
    """As ``procedure.engine`` takes it."""
    import polars as pl

    late = (pl.col("as_of").cast(pl.Int32) + _EPOCH - day).clip(0)
    return day + (late + every - 1) // every * every


def _safe(day: Any, rule: DeadlineRule | None) -> Any:
    """The day to work to: see ``procedure.counting.count`` and ``clock_span``."""
    if rule is None:
        return day
    if works_early(rule):
        return _looked_up(day, _open(forward=False, closures=_of_court(rule), beyond=-ROLL_MARGIN))
    if rule.clock is None and rule.counting and counting_rules()[rule.counting].roll == "next":
        return _looked_up(day, _open(forward=True, closures=False, beyond=0))
    return day


def _last(day: Any, rule: DeadlineRule | None) -> Any:
    """The last day on which it has not gone by."""
    if rule is None:
        return day
    rolls = rule.roll_rule is not None or (rule.counting and counting_rules()[rule.counting].roll in ("next", "back"))
    return _looked_up(day, _open(forward=True, closures=_of_court(rule), beyond=ROLL_MARGIN)) if rolls else day


def _of_court(rule: DeadlineRule) -> bool:
    return rule.clock is None and (rule.office in COURT_OFFICES or rule.office == "board")


def _looked_up(day: Any, table: pl.Series) -> Any:
    import polars as pl

    return pl.lit(table).gather((day - _FIRST).clip(0, table.len() - 1))


@cache
def _open(*, forward: bool, closures: bool, beyond: int) -> pl.Series:
    """For each day from ``_FIRST`` on the open day before or after it; ``beyond`` are the days to add where no holidays
    are stored.
    """
    import polars as pl

    first, far = days_to_open(forward=forward, closures=closures)
    start = first.toordinal()
    found = [day + beyond for day in range(_FIRST, _FINAL)]
    found[start - _FIRST : start - _FIRST + len(far)] = [
        start + n + (days if forward else -days) for n, days in enumerate(far)
    ]
    return pl.Series(found, dtype=pl.Int32)


@cache
def _business(days: int) -> pl.Series:
    """For each day from ``_FIRST`` on the day so many business days later."""
    import polars as pl

    each = pl.int_range(_FIRST, _FINAL, dtype=pl.Int32, eager=True)
    opened = each.filter(each == _open(forward=False, closures=False, beyond=0))
    passed = opened.search_sorted(each, side="right").cast(pl.Int64) - 1
    return opened.gather((passed + days).clip(0, opened.len() - 1))


def _the_soonest(
    found: pl.DataFrame, asked: Questions, deadlines: Sequence[str], closed: Mapping[str, Any], *, sensitive: bool
) -> pl.DataFrame:
    """The soonest day on or after the date among the deadlines that run in a case, which it is (``pathway.clock``,
    ``deadline.id``), and whether it may be later: as ``counsel.urgent``, which passes over an age where the pathway it
    serves is closed. One whose name would tell a protected fact counts only if that is asked for.
    """
    import polars as pl

    days, stems, held = {}, {}, set()
    if not sensitive:
        held |= {f"{p.id}.{c.id}" for p in asked.pathways if survivors_only(p) for c in p.clocks}
        held |= {f"deadline.{id}" for id in deadlines if deadline_held_back(id)}
    for name, clock in asked.clocks.items():
        pathway = name.removesuffix(f"__{clock.id}")
        id = f"{pathway}.{clock.id}"
        rule = rule_of_clock().get(id)
        # What is no rule's own clock is among the deadlines below.
        if id in held or rule is None or rule.not_before:
            continue
        day = _ahead(name)
        if (rule.trigger.fact or "").endswith(".birth_date"):
            day = pl.when(~closed[pathway]).then(day)
        runs = column_name(f"runs.deadline.{rule.id}")
        days[id] = pl.when(pl.col(runs).ne_missing(False)).then(day) if runs in found.columns else day
        stems[id] = name
    for id in deadlines:
        if not deadline_rules()[id].not_before and f"deadline.{id}" not in held:
            days[f"deadline.{id}"], stems[f"deadline.{id}"] = _ahead(f"deadline__{id}"), f"deadline__{id}"
    each = found.select(day.alias(id) for id, day in days.items())
    soonest = each.select(pl.min_horizontal(pl.all()).alias("soonest_deadline"))
    which = pl.Series([None] * found.height, dtype=pl.UInt32)
    rough = pl.Series([None] * found.height, dtype=pl.Boolean)
    by_judge = pl.repeat(False, found.height, eager=True)
    for place, (id, stem) in reversed(list(enumerate(stems.items()))):
        here = (each[id] == soonest["soonest_deadline"]).fill_null(False)
        which = which.set(here, place)
        rough = found[f"{stem}__rough"].zip_with(here, rough)
        by_judge &= ~here
        if f"{stem}__ordered" in found.columns:
            by_judge |= here & found[f"{stem}__ordered"].fill_null(False)
    names = pl.Series(list(days), dtype=pl.Enum(list(days)))
    return soonest.with_columns(
        names.gather(which).alias("soonest_deadline_of"),
        rough.alias("soonest_deadline_rough"),
        by_judge.alias("soonest_deadline_ordered"),
    )


def _ahead(name: str) -> Any:
    """A day on or after the date; today, where it is known only roughly and may have come."""
    import polars as pl

    last = pl.col(f"{name}__last")
    live = pl.col(name).is_not_null() & (last.is_null() | (last >= pl.col("as_of")))
    return pl.when(live).then(pl.max_horizontal(name, "as_of"))


def _lists(
    shown: Sequence[Pathway], shut: Mapping[str, str], layers: Layers, asked: Questions, *, sensitive: bool
) -> Iterator[Any]:
    """The names of the facts that are missing; none for a pathway that is closed, protected ones if asked for."""
    import polars as pl

    def names(root: str) -> Any:
        words = _words(root, layers, sensitive=sensitive)
        masks = [f"{column_name(root)}__missing_{place}" for place in range(len(words))]
        return listed(masks, words, asked.waited_for(root))

    for p in shown:
        yield pl.when(~pl.col(shut[p.id])).then(names(root_of(p))).alias(f"{p.id}__missing")
    for e in asked.exposures if sensitive else ():
        yield names(exposure_root(e)).alias(f"exposure__{e.id}__missing")
    for r in asked.regimes if sensitive else ():
        for c in r.categories:
            yield names(category_root(r, c)).alias(f"regime__{r.id}__{c.id}__missing")


def _words(root: str, layers: Layers, *, sensitive: bool) -> list[list[str]]:
    """The names of the bits of a root's masks; without one where it may not be told."""
    words = layers.masks.get(root, ())
    return [["" if not sensitive and is_protected(name) else name for name in word] for word in words]


def _exposed(asked: Questions) -> list[Any]:
    import polars as pl

    made = []
    for exposure in asked.exposures:
        made.append(pl.col(column_name(exposure_root(exposure))).alias(f"exposure__{exposure.id}"))
        made.append(pl.col(f"exposure__{exposure.id}__missing"))
    return made


def _priorities(found: pl.DataFrame, asked: Questions) -> list[Any]:
    """Which regime governs each case on its date, whether DHS may raise a category of it, and the first that is met."""
    import polars as pl

    given = {r.id: r for r in asked.regimes}
    days = [day for day in found["as_of"].unique().sort() if day is not None]
    governs = {day: governing(day, given) for day in days}
    chosen = {day: regime.id for day, regime in governs.items() if regime is not None}
    regime_of = pl.col("as_of").replace_strict(chosen, default=None, return_dtype=pl.String)
    alike: dict[tuple[str, ...], list[date]] = {}
    for day, regime in governs.items():
        if regime is not None:
            states = (regime.status(day), *(category.status(day) for category in regime.categories))
            alike.setdefault((regime.id, *states), []).append(day)
    truth: Any = pl
    tier: Any = pl
    for (id, *_), its_days in alike.items():
        regime, of_these = given[id], pl.col("as_of").is_in(its_days)
        truth = truth.when(of_these).then(_priority(regime, its_days[0]))
        for category in regime.categories:
            if category.status(its_days[0]) == "not-in-force":
                continue
            met = of_these & pl.col(column_name(category_root(regime, category)))
            tier = tier.when(met).then(pl.lit(category.tier or category.id, pl.String))
    # no regime governs, or one that sorts nobody: "when" was never said
    made = [
        regime_of.alias("priority__regime"),
        (pl.lit(None, pl.Boolean) if truth is pl else truth).alias("priority"),
        (pl.lit(None, pl.String) if tier is pl else tier).alias("priority__tier"),
    ]
    for regime in asked.regimes:
        for category in regime.categories:
            name = column_name(category_root(regime, category))
            stem = f"regime__{regime.id}__{category.id}"
            made.append(pl.col(name).alias(stem))
            made.append(pl.col(f"{stem}__missing"))
    return made


def governing(day: date, given: Mapping[str, Regime]) -> Regime | None:
    """The regime a case is asked under: of those on its day the latest started, or the one regime there is.

    A draft may have the id of the regime it would change.
    """
    on_the_day = [r for r in regimes_on(day) if given.get(r.id) is r]
    return on_the_day[0] if on_the_day else next(iter(given.values()), None) if len(given) == 1 else None


def _priority(regime: Regime, day: date) -> Any:
    """As ``opinion.Priority.truth``."""
    import polars as pl

    if regime.status(day) != "in-force":
        return pl.lit(None, pl.Boolean)
    columns = [(c.status(day), pl.col(column_name(category_root(regime, c)))) for c in regime.categories]
    live = [(status, column) for status, column in columns if status != "not-in-force"]
    sure = [column for status, column in live if status == "in-force"]
    doubtful = [column for status, column in live if status != "in-force"]
    if not regime.categories:
        return pl.lit(None, pl.Boolean)
    met = reduce(or_, (c.eq_missing(True) for c in sure), pl.lit(False))
    unsure = reduce(or_, (c.is_null() for c in sure), pl.lit(False))
    unsure = reduce(or_, (c.ne_missing(False) for c in doubtful), unsure)
    return pl.when(met).then(True).when(unsure).then(None).otherwise(False)


def _factors(asked: Questions) -> list[Any]:
    """For each factor whether the facts show it, as ``weigh.weigh``; and, where it may go either way, which way."""
    import polars as pl

    made = []
    for factor in asked.factors:
        shows = pl.col(column_name(f"factor.{factor.id}"))
        if factor.against is None:
            made.append(shows.alias(f"factor__{factor.id}"))
            continue
        turned = pl.col(column_name(f"against.{factor.id}")).eq_missing(True)
        made.append(pl.when(turned).then(True).otherwise(shows).alias(f"factor__{factor.id}"))
        if factor.polarity == "either":
            made.append(turned.alias(f"factor__{factor.id}__against"))
    return made
