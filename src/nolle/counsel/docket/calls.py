"""The fewest questions that settle the most: for each case the call that settles most for its cost, and overall.

A conclusion (a pathway whose answer is not known) is settled when every fact missing for it is told; often fewer are
enough, which only the answers can show. So what is counted here is what a call settles if each question that arises is
answered. A question stands after the one that comes before it in the interview (``counsel.asking``), and what makes no
sense after the answers so far is not asked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nolle.counsel.asking import burden
from nolle.counsel.status import Status
from nolle.facts import vocabulary
from nolle.logic import Lang, Text

from .gates import asked_for, first_questions, in_order
from .lacking import SEPARATOR, in_text
from .output import write_plain
from .pseudonyms import pseudonyms
from .urgency import ORDER, urgency

if TYPE_CHECKING:
    import polars as pl

UNSETTLED = (Status.UNKNOWN, Status.NEEDS_JUDGEMENT)
ASKED_OF = ("client", "client-private", "attorney", "system")
LONGEST = 12
"""A call of more questions than this is an interview: ``nolle ask`` plans it better."""


@dataclass(frozen=True, slots=True)
class Step:
    """One question over the whole docket: how many answers it completes, after those before it have been asked."""

    fact: str
    asked_of: str
    cases: int
    settles: int
    settled: int
    """All answers settled so far, with this one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask.

    ``calls`` has a row for each case with a call worth making, in the order of work: ``case_id``, ``next_hearing``,
    ``soonest_deadline`` and whether they are ``_rough``, ``questions`` (facts, ``;`` between them), ``count`` (how many
    questions) and ``settles`` (how many answers they settle). ``steps`` are the questions over the whole docket, the
    best first.
    """

    cases: int
    open: int
    """Answers not known: one for each case and pathway."""
    calls: pl.DataFrame
    steps: tuple[Step, ...]


def asked_of(fact: str) -> str:
    """Who can be asked for a fact; whether a list is whole, the client."""
    return vocabulary.find(fact).asked_of if "." in fact else "client"


class Calls:
    """A plan on its way."""

    def __init__(self, whom: Iterable[str] = ("client", "client-private")) -> None:
        self.whom = frozenset(whom)
        self.cases = 0
        self.open = 0
        self.sets: Counter[str] = Counter()
        self.parts: list[pl.DataFrame] = []

    def add(self, part: pl.DataFrame, frames: Mapping[str, pl.DataFrame]) -> None:
        """Take in one batch of answers, and the cases they are about as they stood."""
        import polars as pl

        self.cases += part.height
        names = [c.removesuffix("__missing") for c in part.columns if c.endswith("__missing")]
        pathways = [name for name in names if f"{name}__status" in part.columns]
        each = [
            part.select(
                "case_id",
                pl.when(pl.col(f"{p}__status").cast(pl.String).is_in([str(s) for s in UNSETTLED]))
                .then(in_text(f"{p}__missing"))
                .alias("missing"),
            ).drop_nulls()
            for p in pathways
        ]
        if not each:
            return
        waiting = pl.concat(each)
        self.open += waiting.height
        waiting = self._gated(waiting, frames)
        counted = waiting["missing"].value_counts(name="count")
        self.sets.update(dict(counted.iter_rows()))
        askable = self._askable(counted["missing"].to_list())
        waiting = waiting.join(askable, on="missing", how="inner")
        calls = waiting.group_by("case_id").agg(pl.col("missing", "weight")).sort("case_id")
        planned = [_call(row["missing"], row["weight"]) for row in calls.iter_rows(named=True)]
        told = pl.DataFrame(
            planned, schema={"questions": pl.String, "count": pl.Int32, "settles": pl.Int32}, orient="row"
        )
        keys = part.select(*(name for name, _ in ORDER), "next_hearing_rough", "soonest_deadline_rough")
        self.parts.append(calls.select("case_id").hstack(told).join(keys, on="case_id", how="left"))

    def _gated(self, waiting: pl.DataFrame, frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
        """The questions in the place of the facts that are missing, in the order they can be asked; what makes no sense
        to ask is left out with what lacks it.
        """
        import polars as pl

        texts = waiting["missing"].unique()
        first = first_questions(frames, sorted({fact for text in texts for fact in text.split(SEPARATOR)}))
        found = [waiting.clear()]
        for (text,), rows in waiting.partition_by("missing", as_dict=True).items():
            facts = text.split(SEPARATOR)
            gated = [fact for fact in facts if fact in first.columns]
            if not gated:
                found.append(rows)
                continue
            known = rows.select("case_id").join(first.select("case_id", *gated), on="case_id", how="left")
            for values, mine in known.partition_by(gated, as_dict=True).items():
                asked = asked_for(
                    facts, dict(zip(gated, values, strict=True)), lambda fact: asked_of(fact) in self.whom
                )
                if asked is not None:
                    found.append(mine.select("case_id", pl.lit(SEPARATOR.join(asked)).alias("missing")))
        return pl.concat(found)

    def _askable(self, sets: Sequence[str]) -> pl.DataFrame:
        """The sets that one call can settle: short, and of facts that those called can tell; with what asking costs."""
        import polars as pl

        rows = []
        for text in sets:
            facts = text.split(SEPARATOR)
            if len(facts) <= LONGEST and all(asked_of(f) in self.whom for f in facts):
                rows.append((text, sum(burden(f) for f in facts)))
        return pl.DataFrame(rows, schema={"missing": pl.String, "weight": pl.Float64}, orient="row")

    def plan(self, most: int = 25) -> Plan:
        """The calls in the order of work, and the best ``most`` questions over the docket."""
        import polars as pl

        schema = {"case_id": pl.String, "questions": pl.String, "count": pl.Int32, "settles": pl.Int32}
        calls = pl.concat(self.parts) if self.parts else pl.DataFrame(schema=schema)
        if self.parts:
            calls = calls.with_columns(urgency(calls).alias("urgency")).sort("urgency").drop("urgency")
        return Plan(self.cases, self.open, calls, tuple(self._steps(most)))

    def _steps(self, most: int) -> Iterable[Step]:
        """Question after question, each the one that brings the most answers nearer."""
        left: dict[frozenset[str], int] = {}
        for text, count in self.sets.items():
            facts = frozenset(text.split(SEPARATOR))
            left[facts] = left.get(facts, 0) + count
        waiting: Counter[str] = Counter()
        for facts, count in left.items():
            for fact in facts:
                waiting[fact] += count
        settled = 0
        for _ in range(most):
            best = _best(left)
            if best is None:
                return
            gained = left.pop(frozenset((best,)), 0)
            settled += gained
            shorter: dict[frozenset[str], int] = {}
            for facts, count in left.items():
                rest = facts - {best}
                shorter[rest] = shorter.get(rest, 0) + count
            left = shorter
            yield Step(best, asked_of(best), waiting[best], gained, settled)


def _best(left: Mapping[frozenset[str], int]) -> str | None:
    """The fact that brings the most answers nearer, for what asking costs: a set that lacks few facts counts more.

    Only what none of the others of its set comes before can be asked next.
    """
    worth: dict[str, float] = defaultdict(float)
    for facts, count in left.items():
        for fact in in_order(facts):
            worth[fact] += count / len(facts) ** 2 / burden(fact)
    return max(sorted(worth), key=lambda fact: worth[fact]) if worth else None


def _call(sets: Sequence[str], weights: Sequence[float]) -> tuple[str, int, int]:
    """The questions that settle the most for what they cost, and all that they settle."""
    each = [(frozenset(text.split(SEPARATOR)), text, weight) for text, weight in zip(sets, weights, strict=True)]
    best: tuple[float, Any] | None = None
    for facts, text, weight in sorted(set(each), key=lambda one: (one[2], one[1])):
        settles = sum(1 for other, _, _ in each if other <= facts)
        value = settles / weight
        if best is None or value > best[0]:
            best = value, (text, len(facts), settles)
    assert best is not None
    return best[1]  # type: ignore[no-any-return]


def write_calls(plan: Plan, path: Path, key: bytes | None, lang: Lang) -> None:
    """Write the calls, the questions spelled out; cases by their keyed names, or by their ids without a key."""
    import polars as pl

    ids = plan.calls["case_id"]
    names = ids if key is None else pseudonyms(ids, key)
    texts = {
        text: " / ".join(question(f, lang) for f in text.split(SEPARATOR)) for text in plan.calls["questions"].unique()
    }
    spelled = pl.col("questions").replace_strict(texts, default=None, return_dtype=pl.String).alias("spelled_out")
    write_plain(plan.calls.drop("case_id").insert_column(0, names.alias("case")).with_columns(spelled), path)


def question(fact: str, lang: Lang) -> str:
    """The question that asks for a fact, or whether a list is whole."""
    if "." not in fact:
        return WHOLE[lang].format(list=vocabulary.vocabulary()[fact].label[lang])
    return vocabulary.question(fact)[lang]


WHOLE = Text(
    "Are these all of them, with none left out? ({list})", "¿Está completa esta lista, sin que falte nada? ({list})"
)
