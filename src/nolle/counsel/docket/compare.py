"""Two askings of one docket: whose position changed, from what to what, and which rule it rests on.

First both are asked for no more than where each case stands. Then only the cases that moved are asked again, for every
rule, so that the deepest rules that changed can be named: the same as ``counsel.compare`` does for one case.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nolle.counsel.status import Status
from nolle.law import authorities
from nolle.law.priorities import Category, Days, Regime, RegimeError
from nolle.logic.columns import column_name
from nolle.logic.rule import CIRCUITS, Rule
from nolle.logic.rule import Group as RuleGroup

from .finish import governing
from .lacking import SEPARATOR, in_text
from .output import write_plain
from .pseudonyms import pseudonyms
from .questions import Questions, exposure_root, root_of
from .responsible import moved_it, named, responsible
from .screen import Frames, Request, ready, screen
from .summary import most_frequent

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Group:
    """Cases that moved alike: on what, from what to what, and the rules responsible (``pathway.rule``)."""

    conclusion: str
    before: str
    after: str
    because: tuple[str, ...]
    cases: int
    missing: Mapping[str, int]
    """For those now unknown: the facts that would settle them, and for how many cases."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What changed over a docket. ``moved`` has a row for each case and conclusion that moved.

    Its columns: ``case_id``, ``conclusion`` (a pathway, ``exposure.<id>`` or ``priority``), ``before``, ``after``,
    ``because`` (rules, ``;`` between them), ``missing`` (the facts that would settle what is now unknown).
    """

    before: Request
    after: Request
    cases: int
    moved: pl.DataFrame
    groups: tuple[Group, ...]

    @property
    def cases_moved(self) -> int:
        """How many cases moved on anything."""
        return int(self.moved["case_id"].n_unique())

    @property
    def cases_moved_within(self) -> int:
        """How many moved on something that did not begin or end as a whole on one of the dates."""
        import polars as pl

        whole = pl.col("before").eq(str(Status.NOT_IN_FORCE)) | pl.col("after").eq(str(Status.NOT_IN_FORCE))
        return int(self.moved.filter(~whole)["case_id"].n_unique())


@dataclass(slots=True)
class _Gathered:
    cases: int = 0
    moved: list[pl.DataFrame] = field(default_factory=list)


def compare_docket(
    batches: Iterable[Frames],
    before: Request,
    after: Request,
    progress: Callable[[int], None] = lambda cases: None,
) -> Compared:
    """What changed between two askings of the same cases.

    Args:
        batches: frames of whole cases, as ``screen`` takes them.
        before: the first asking; its ``on`` holds for every case, whatever its own date.
        after: the second; the same pathways.
        progress: told how many cases were done, after each batch.
    """
    import polars as pl

    before, after = (replace(r, rules=False, weigh=False, asked={}) for r in (before, after))
    gathered = _Gathered()
    for frames in batches:
        frames = {**frames, "case": frames["case"].drop("as_of", strict=False)}
        gathered.cases += frames["case"].height
        gathered.moved.append(_moved(frames, before, after))
        progress(frames["case"].height)
    moved = pl.concat(gathered.moved) if gathered.moved else pl.DataFrame(schema=_schema())
    return Compared(before, after, gathered.cases, moved, _groups(moved))


def as_if_in_force(draft: Regime, on: date) -> Regime:
    """A draft policy that has not begun, as if it had begun that day: otherwise it could be asked of nobody.

    What it says of days of its own, of the whole or of a category, stands where it has begun. The rules of what is
    taken as begun stand as on its first day: one that begins by then is taken as begun too, one that begins later
    stays out, and one that has ended by then stays ended.

    Raises:
        RegimeError: for a rule that rests on an authority whose force changes before that first day.
    """

    def begun(days: tuple[Days, ...]) -> tuple[Days, ...]:
        if _first_after(days, on) is None:
            return days
        return (Days(on, None, min(days, key=lambda row: row.since).status),)

    def sorting(category: Category) -> Category:
        later = [day for days in (draft.days, category.days) if (day := _first_after(days, on)) is not None]
        rule = _rule_begun(category.rule, on, max(later)) if later else category.rule
        return replace(category, days=begun(category.days), rule=rule)

    days = begun(draft.days) or (Days(on, None, "in-force"),)
    return replace(draft, days=days, categories=tuple(sorting(category) for category in draft.categories))


def _first_after(days: tuple[Days, ...], on: date) -> date | None:
    """The first of these days, where it lies after that day."""
    first = min((row.since for row in days), default=on)
    return first if first > on else None


def _rule_begun(rule: Rule, on: date, first: date) -> Rule:
    """A rule of a draft, and those beneath it, on the day asked as on the draft's first day."""
    scope, law = rule.scope, authorities.Law()
    for authority in scope.force:
        if any(law.force(authority, on, c) is not law.force(authority, first, c) for c in (None, *CIRCUITS)):
            raise RegimeError(
                f"rule {rule.id} rests on {authority}, whose force changes between {on} and {first}: "
                f"ask the draft on {first}, when it begins, or take 'force' out of {rule.id}."
            )
    if scope.since is not None and on < scope.since <= first:
        scope = replace(scope, since=on)
    if scope.until is not None and on <= scope.until < first:
        scope = replace(scope, until=on - timedelta(1))
    if isinstance(rule, RuleGroup):
        return replace(rule, scope=scope, parts=tuple(_rule_begun(part, on, first) for part in rule.parts))
    return replace(rule, scope=scope)


def _schema() -> dict[str, Any]:
    import polars as pl

    return dict.fromkeys(("case_id", "conclusion", "before", "after", "because", "missing"), pl.String)


def _moved(frames: Frames, before: Request, after: Request) -> pl.DataFrame:
    """The rows of one batch."""
    import polars as pl

    (a,), (b,) = list(screen([frames], before)), list(screen([frames], after))
    b = a.select("case_id").join(b, on="case_id", how="left", maintain_order="left")
    names = [n for n in a.columns if n in b.columns and _is_conclusion(n)]
    apart = {n: a[n].cast(pl.String).ne_missing(b[n].cast(pl.String)) for n in names}
    any_moved = reduce(or_, apart.values(), pl.Series([False] * a.height, dtype=pl.Boolean))
    if not any_moved.any():
        return pl.DataFrame(schema=_schema())
    ids = a["case_id"].filter(any_moved)
    mine = {name: frame.filter(pl.col("case_id").is_in(ids.implode())) for name, frame in frames.items()}
    wanted = [n for n, flag in apart.items() if flag.any()]
    asked = after.questions(mine)
    sides = a.filter(any_moved), b.filter(any_moved)
    stood = {_conclusion(n): pl.DataFrame({"before": _word(sides[0][n]), "after": _word(sides[1][n])}) for n in wanted}
    reasons = _reasons(mine, before, after, asked, ids, stood)
    if "priority" in wanted:
        (x, y), flag = sides, apart["priority"].filter(any_moved)
        live = [_live(r, r.questions(mine)) for r in (before, after)]
        reasons["priority"] = _categories(x.filter(flag), y.filter(flag), live[0], live[1])
    found = []
    for name in wanted:
        conclusion, flag = _conclusion(name), apart[name].filter(any_moved)
        missing = _missing_of(name, sides[1], after, asked)
        rows = stood[conclusion].with_columns(ids.alias("case_id"), missing.alias("missing")).filter(flag)
        because = reasons.get(conclusion, pl.Series([None] * rows.height, dtype=pl.String))
        whole = pl.col("before").eq(str(Status.NOT_IN_FORCE)) | pl.col("after").eq(str(Status.NOT_IN_FORCE))
        rows = rows.with_columns(because.alias("because"), pl.lit(conclusion).alias("conclusion")).with_columns(
            pl.when(whole).then(None).otherwise("because").alias("because"),
            pl.when(pl.col("after") == "unknown").then("missing").alias("missing"),
        )
        found.append(rows.select(*_schema()))
    return pl.concat(found)


def _is_conclusion(column: str) -> bool:
    return (
        column.endswith("__status")
        or column == "priority"
        or (column.startswith("exposure__") and not column.endswith("__missing"))
    )


def _conclusion(column: str) -> str:
    return column.removesuffix("__status").replace("exposure__", "exposure.")


def _word(series: pl.Series) -> pl.Series:
    """A status, or a yes, no or unknown, as a word."""
    import polars as pl

    if series.dtype == pl.Boolean:
        words = {True: "yes", False: "no"}
        return series.replace_strict(words, default="unknown", return_dtype=pl.String)
    return series.cast(pl.String)


def _missing_of(name: str, b: pl.DataFrame, after: Request, asked: Questions) -> pl.Series:
    import polars as pl

    if name == "priority":
        # What a category lacks that is blocked or in doubt would settle nothing.
        parts = [f"{_column_of(id)}__missing" for id, sure in _live(after, asked).items() if sure]
        if not parts:
            return pl.Series([None] * b.height, dtype=pl.String)
        joined = b.select(pl.concat_str([in_text(part) for part in parts], separator=SEPARATOR, ignore_nulls=True))
        texts = joined.to_series()
        unique = {t: SEPARATOR.join(dict.fromkeys(t.split(SEPARATOR))) or None for t in texts.unique() if t}
        return texts.replace_strict(unique, default=None, return_dtype=pl.String)
    return b.select(in_text(f"{name.removesuffix('__status')}__missing")).to_series()


def _live(request: Request, asked: Questions) -> dict[str, bool]:
    """The categories that may be raised on the date (``regime.category``), those of the regime that governs it: whether
    each is surely in force.
    """
    assert request.on is not None
    regime = governing(request.on, {r.id: r for r in asked.regimes})
    if regime is None:
        return {}
    sure = regime.status(request.on) == "in-force"
    live = {f"{regime.id}.{c.id}": c.status(request.on) for c in regime.categories}
    return {id: sure and status == "in-force" for id, status in live.items() if status != "not-in-force"}


def _column_of(category: str) -> str:
    return f"regime__{category.replace('.', '__')}"


def _reasons(
    frames: Frames,
    before: Request,
    after: Request,
    asked: Questions,
    ids: pl.Series,
    stood: Mapping[str, pl.DataFrame],
) -> dict[str, pl.Series]:
    """For each pathway and exposure that moved, the rules responsible for each case that moved on it.

    Args:
        frames: the cases that moved on anything.
        before: the first asking.
        after: the second.
        asked: what the second asks.
        ids: those cases, in the order of the answer.
        stood: for each conclusion where they stood, ``before`` and ``after``.
    """
    import polars as pl

    roots = {p.id: (root_of(p), p.elements) for p in asked.pathways}
    roots |= {f"exposure.{e.id}": (exposure_root(e), e.rule) for e in asked.exposures}
    traced = {c: roots[c] for c in stood if c in roots}
    if not traced:
        return {}
    of = [root for root, _ in traced.values()]
    a, b = (
        ids.to_frame("case_id").join(_traced(frames, request, of), on="case_id", how="left", maintain_order="left")
        for request in (before, after)
    )
    found = {}
    for conclusion, (_, rule) in traced.items():
        moved = stood[conclusion]["before"] != stood[conclusion]["after"]
        its = pl.selectors.starts_with(f"{column_name(conclusion)}__")
        x, y = (frame.select(its).filter(moved) for frame in (a, b))
        found[conclusion] = responsible(conclusion, rule, x, y, stood[conclusion].filter(moved))
    return found


def _traced(frames: Frames, request: Request, roots: Sequence[str]) -> pl.DataFrame:
    known = ready(frames, request.on, sensitive=request.sensitive)
    plan = request.questions(known).plan
    lazy = {name: frame.lazy() for name, frame in known.items()}
    layers = plan.run(lazy, law=authorities.Law(), as_of=request.on, circuit=request.circuit, only=(), traced=roots)
    answered: pl.DataFrame = layers.frame.collect()
    return answered


def _categories(a: pl.DataFrame, b: pl.DataFrame, before: Mapping[str, bool], after: Mapping[str, bool]) -> pl.Series:
    """The categories that moved the answer, or that made it on the one side and are not on the other.

    One that is met is enough; one that is met, but enjoined or in doubt, makes it unknown.

    Args:
        a: the answers of the first asking, for the cases that moved.
        b: those of the second, in the same order.
        before: the categories live in the first, and whether each is surely in force (``_live``).
        after: those live in the second.
    """
    import polars as pl

    flags = {}
    for id in dict.fromkeys([*before, *after]):
        name = _column_of(id)
        if id in before and id in after:
            mine = _turned_round(a[name], before[id]), _turned_round(b[name], after[id])
            whole = _turned_round(a["priority"], True), _turned_round(b["priority"], True)
            flags[id] = (mine[0] != mine[1]) & moved_it(whole, mine)
        else:
            side, sure = (a, before[id]) if id in before else (b, after[id])
            made = side[name].eq_missing(side["priority"]) if sure else side["priority"].is_null()
            flags[id] = side[name].ne_missing(False) & made
    return named("regime", flags) if flags else pl.Series([None] * a.height, dtype=pl.String)


def _turned_round(answer: pl.Series, sure: bool) -> pl.Series:
    """Yes, unknown and no as 0, 1 and 2, so that the lowest counts; a yes that is not surely in force is unknown."""
    import polars as pl

    words = {True: 0 if sure else 1, False: 2}
    return answer.replace_strict(words, default=1, return_dtype=pl.Int8)


def write_moved(found: Compared, path: Path, key: bytes | None) -> None:
    """Write who moved, a row for each case and conclusion; cases by their keyed names, or by their ids without a key.

    Raises:
        OutputError: for more rows than a worksheet holds.
    """
    ids = found.moved["case_id"]
    names = ids if key is None else pseudonyms(ids, key)
    write_plain(found.moved.drop("case_id").insert_column(0, names.alias("case")), path)


def _groups(moved: pl.DataFrame) -> tuple[Group, ...]:
    """Cases that moved alike, the largest group of each conclusion first."""
    import polars as pl

    keys = ["conclusion", "before", "after", "because"]
    counted = moved.group_by(keys, maintain_order=True).agg(
        pl.len().alias("cases"), pl.col("missing").drop_nulls().value_counts()
    )
    groups = []
    for row in counted.iter_rows(named=True):
        missing: Counter[str] = Counter()
        for told in row["missing"]:
            for fact in told["missing"].split(SEPARATOR):
                missing[fact] += told["count"]
        because = tuple(row["because"].split(SEPARATOR)) if row["because"] else ()
        groups.append(
            Group(
                row["conclusion"],
                row["before"],
                row["after"],
                because,
                row["cases"],
                most_frequent(missing),
            )
        )
    place = {c: n for n, c in enumerate(dict.fromkeys(g.conclusion for g in groups))}
    return tuple(sorted(groups, key=lambda g: (place[g.conclusion], -g.cases, g.before, g.after, g.because)))
