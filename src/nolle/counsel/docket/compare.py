"""Two askings of one docket: whose position changed, from what to what, and which rule it rests on.

First both are asked for no more than where each case stands. Then only the cases that moved are asked again, for every
rule, so that the deepest rules that changed can be named: the same as ``counsel.compare`` does for one case.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import and_, or_
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nolle.counsel.status import Status
from nolle.law import authorities
from nolle.logic import Rule, Versions, walk
from nolle.logic.columns import column_name
from nolle.logic.columns.trace import IN_FORCE, SEVERAL
from nolle.logic.rule import parts_of

from .lacking import SEPARATOR, in_text, names_of
from .output import write_plain
from .pseudonyms import pseudonyms
from .questions import Questions, exposure_root, root_of
from .screen import Frames, Request, ready, screen

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
    found = []
    for name in wanted:
        flag = apart[name]
        conclusion = _conclusion(name)
        rows = pl.DataFrame(
            {
                "case_id": a["case_id"].filter(flag),
                "before": _word(a[name].filter(flag)),
                "after": _word(b[name].filter(flag)),
                "missing": _missing_of(name, b).filter(flag),
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


def _missing_of(name: str, b: pl.DataFrame) -> pl.Series:
    import polars as pl

    if name == "priority":
        parts = [c for c in b.columns if c.startswith("regime__") and c.endswith("__missing")]
        joined = b.select(pl.concat_str([in_text(part) for part in parts], separator=SEPARATOR, ignore_nulls=True))
        texts = joined.to_series()
        unique = {t: SEPARATOR.join(dict.fromkeys(t.split(SEPARATOR))) or None for t in texts.unique() if t}
        return texts.replace_strict(unique, default=None, return_dtype=pl.String)
    return b.select(in_text(f"{name.removesuffix('__status')}__missing")).to_series()


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
    if "priority" in wanted:
        found["priority"] = _categories(frames, before, after)
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


def _categories(frames: Frames, before: Request, after: Request) -> pl.DataFrame:
    """The categories of a regime whose answer is not the same, or that only one of the two regimes has."""
    import polars as pl

    found = []
    for request in (before, after):
        (part,) = list(screen([frames], request))
        names = [c for c in part.columns if c.startswith("regime__") and c.count("__") == 2]
        found.append(part.select("case_id", *names))
    a, b = found
    b = a.select("case_id").join(b, on="case_id", how="left", maintain_order="left")
    flags = {}
    for name in dict.fromkeys([*a.columns, *b.columns]):
        if name == "case_id":
            continue
        none = pl.Series([None] * a.height, dtype=pl.Boolean)
        x, y = (f[name] if name in f.columns else none for f in (a, b))
        met_or_open = (x.ne_missing(False) if name in a.columns else y.ne_missing(False)) | y.eq_missing(True)
        apart = x.ne_missing(y) if name in a.columns and name in b.columns else met_or_open
        flags[name.removeprefix("regime__").replace("__", ".")] = apart
    return a.select("case_id").with_columns(_named("regime", flags).alias("because"))


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
            Group(row["conclusion"], row["before"], row["after"], because, row["cases"], dict(missing.most_common()))
        )
    place = {c: n for n, c in enumerate(dict.fromkeys(g.conclusion for g in groups))}
    return tuple(sorted(groups, key=lambda g: (place[g.conclusion], -g.cases, g.before, g.after, g.because)))
