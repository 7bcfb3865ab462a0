"""Two askings of one docket: whose position changed, from what to what, and which rule it rests on.

First both are asked for no more than where each case stands. Then only the cases that moved are asked again, for every
rule, so that the deepest rules that changed can be named: the same as ``counsel.compare`` does for one case.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import reduce
from operator import and_, or_
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nolle.counsel.status import Status
from nolle.law import authorities
from nolle.law.priorities import Days, Regime
from nolle.logic import Rule, Versions, walk
from nolle.logic.columns import column_name
from nolle.logic.columns.trace import IN_FORCE, SEVERAL
from nolle.logic.rule import parts_of

from .finish import governing
from .lacking import SEPARATOR, in_text, names_of
from .output import write_plain
from .pseudonyms import pseudonyms
from .questions import Questions, exposure_root, root_of
from .screen import Frames, Request, ready, screen
from .summary import most_frequent

if TYPE_CHECKING:
    import polars as pl

MOST_BITS = 60


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

    What it says of days of its own, of the whole or of a category, stands where it has begun.
    """

    def begun(days: tuple[Days, ...]) -> tuple[Days, ...]:
        if not days or min(row.since for row in days) <= on:
            return days
        return (Days(on, None, min(days, key=lambda row: row.since).status),)

    categories = tuple(replace(category, days=begun(category.days)) for category in draft.categories)
    return replace(draft, days=begun(draft.days) or (Days(on, None, "in-force"),), categories=categories)


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
    reasons = _reasons(mine, before, after, asked, wanted)
    if "priority" in wanted:
        reasons["priority"] = _categories(
            a.filter(any_moved), b.filter(any_moved), *(_live(r, r.questions(mine)) for r in (before, after))
        )
    found = []
    for name in wanted:
        flag = apart[name]
        conclusion = _conclusion(name)
        rows = pl.DataFrame(
            {
                "case_id": a["case_id"].filter(flag),
                "before": _word(a[name].filter(flag)),
                "after": _word(b[name].filter(flag)),
                "missing": _missing_of(name, b, after, asked).filter(flag),
            }
        )
        because = reasons.get(conclusion)
        if because is None:
            rows = rows.with_columns(pl.lit(None, pl.String).alias("because"))
        else:
            rows = rows.join(because, on="case_id", how="left", maintain_order="left")
        whole = pl.col("before").eq(str(Status.NOT_IN_FORCE)) | pl.col("after").eq(str(Status.NOT_IN_FORCE))
        rows = rows.with_columns(
            pl.lit(conclusion).alias("conclusion"),
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
    frames: Frames, before: Request, after: Request, asked: Questions, wanted: Sequence[str]
) -> dict[str, pl.DataFrame]:
    """For each conclusion, the rules responsible for each case: ``case_id`` and ``because``."""
    roots = {p.id: (root_of(p), p.elements) for p in asked.pathways}
    roots |= {f"exposure.{e.id}": (exposure_root(e), e.rule) for e in asked.exposures}
    traced = {c: roots[c] for c in map(_conclusion, wanted) if c in roots}
    found = {}
    if traced:
        ids = [id for id, _ in traced.values()]
        a, b = (_traced(frames, request, ids) for request in (before, after))
        b = a.select("case_id").join(b, on="case_id", how="left", maintain_order="left")
        for conclusion, (_, rule) in traced.items():
            found[conclusion] = _responsible(conclusion, rule, a, b)
    return found


def _traced(frames: Frames, request: Request, roots: Sequence[str]) -> pl.DataFrame:
    known = ready(frames, request.on, sensitive=request.sensitive)
    plan = request.questions(known).plan
    lazy = {name: frame.lazy() for name, frame in known.items()}
    layers = plan.run(lazy, law=authorities.Law(), as_of=request.on, circuit=request.circuit, only=(), traced=roots)
    answered: pl.DataFrame = layers.frame.collect()
    return answered


def _responsible(lead: str, root: Rule, a: pl.DataFrame, b: pl.DataFrame) -> pl.DataFrame:
    """The deepest rules whose finding, or law, is not the same; not those that changed only through their parts."""
    import polars as pl

    def column(frame: pl.DataFrame, rule: Rule, what: str) -> pl.Series:
        return frame[f"{column_name(f'{lead}.{rule.id}')}__{what}"]

    rules = {rule.id: rule for rule in walk(root)}
    both = {id: column(a, r, "trace").is_not_null() & column(b, r, "trace").is_not_null() for id, r in rules.items()}
    apart = {
        id: both[id] & (column(a, r, "trace") != column(b, r, "trace")).fill_null(False) for id, r in rules.items()
    }
    nothing = pl.Series([False] * a.height, dtype=pl.Boolean)
    seen = dict.fromkeys(rules, nothing)
    seen[root.id] = pl.Series([True] * a.height, dtype=pl.Boolean)
    responsible: dict[str, pl.Series] = {}
    for id in _top_down(root):
        rule = rules[id]
        down = seen[id] & apart[id]
        law = nothing
        if isinstance(rule, Versions):
            versions = [column(frame, rule, "version") for frame in (a, b)]
            law = versions[0] != versions[1]
            handed = {part.id: _chosen(rule, part, versions) for part in parts_of(rule)}
        else:
            in_force = [column(frame, rule, "trace") >= IN_FORCE for frame in (a, b)]
            handed = dict.fromkeys((part.id for part in parts_of(rule)), reduce(and_, in_force).fill_null(False))
        deeper = reduce(or_, (apart[part] & on for part, on in handed.items()), nothing)
        responsible[id] = down & (law | ~deeper)
        for part, on in handed.items():
            seen[part] = seen[part] | (down & on)
    return a.select("case_id").with_columns(_named(lead, responsible).alias("because"))


def _chosen(rule: Versions, part: Rule, versions: Sequence[pl.Series]) -> pl.Series:
    """Where a rule may be the law in both askings, among the versions that hand on to it."""
    places = [n for n, choice in enumerate(rule.ranked) if choice.that is part]
    return reduce(and_, (v.is_in([*places, SEVERAL]) for v in versions))


def _top_down(root: Rule) -> list[str]:
    order: list[str] = []

    def visit(rule: Rule) -> None:
        if rule.id not in order:
            for part in reversed(parts_of(rule)):
                visit(part)
            order.append(rule.id)

    visit(root)
    return order[::-1]


def _named(lead: str, flags: Mapping[str, pl.Series]) -> pl.Series:
    """For each case the names of the flags that hold, each distinct set of them put into words once."""
    import polars as pl

    live = {id: flag for id, flag in flags.items() if flag.any()}
    height = len(next(iter(flags.values())))
    words = [list(live)[at : at + MOST_BITS] for at in range(0, len(live), MOST_BITS)]
    if not words:
        return pl.Series([None] * height, dtype=pl.String)
    masks = pl.DataFrame(
        {
            f"m{n}": reduce(lambda x, y: x + y, (live[id].cast(pl.Int64) * (1 << bit) for bit, id in enumerate(word)))
            for n, word in enumerate(words)
        }
    )
    distinct = masks.unique()
    texts = [SEPARATOR.join(f"{lead}.{id}" for id in names_of(row, words)) or None for row in distinct.iter_rows()]
    known = distinct.with_columns(pl.Series("text", texts, pl.String))
    return masks.join(known, on=masks.columns, how="left", maintain_order="left")["text"]


def _categories(
    a: pl.DataFrame, b: pl.DataFrame, before: Mapping[str, bool], after: Mapping[str, bool]
) -> pl.DataFrame:
    """The categories whose answer is not the same, or that made the answer on the one side and are not on the other.

    One that is met, but enjoined or in doubt, makes it unknown.

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
            apart = a[name].ne_missing(b[name])
            flags[id] = apart if before[id] == after[id] else apart | b[name].ne_missing(False)
        else:
            side, sure = (a, before[id]) if id in before else (b, after[id])
            made = side[name].eq_missing(side["priority"]) if sure else side["priority"].is_null()
            flags[id] = side[name].ne_missing(False) & made
    because = _named("regime", flags) if flags else pl.Series([None] * a.height, dtype=pl.String)
    return a.select("case_id").with_columns(because.alias("because"))


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
