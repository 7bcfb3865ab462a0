"""A docket as it stood on a day: ``nolle.facts.known.as_known`` for whole columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from nolle.facts.known import IS_A, companions
from nolle.facts.vocabulary import Field, UnknownFact, find, vocabulary

from .layout import PARTS

if TYPE_CHECKING:
    import polars as pl

_DAY = "\tas_of"


def as_known(frames: Mapping[str, pl.DataFrame], as_of: date | None) -> dict[str, pl.DataFrame]:
    """The frames of a docket as they were on a day: each case on its own ``as_of``, or on the date given.

    Left out, as not asked, is what ``nolle.facts.known.as_known`` leaves out of one case: the date of an event that
    lies surely after the day, a fact whose own date does, a row that happened after it. A docket does not say when
    anything was recorded, so everything counts as recorded. What nothing was left out of is the same frame.

    Args:
        frames: the cases under ``case`` and the lists under their names, as ``read_docket`` gives them.
        as_of: the date of cases that have none of their own.

    Raises:
        ValueError: where a case has no date, and none was given.
    """
    import polars as pl

    case = frames["case"]
    if "as_of" in case.columns:
        days = case["as_of"].cast(pl.Date)
        days = days if as_of is None else days.fill_null(as_of)
        if days.null_count():
            raise ValueError(f"{days.null_count():,} cases have no as_of date, and no date was given for them")
        one = days.n_unique() <= 1
    elif as_of is None:
        raise ValueError("say as of which date: the cases have no as_of column, and no date was given")
    else:
        days, one = pl.Series([as_of]), True
    if one:
        cases = case.select("case_id", *_dates_for_rows(case))
        day: Any = pl.lit(next(iter(days), None), pl.Date)
    else:
        cases = case.select("case_id", days.alias(_DAY), *_dates_for_rows(case))
        case = case.with_columns(days.alias(_DAY))
        day = pl.col(_DAY)
    if cases.width > 1 and not cases["case_id"].is_sorted():
        cases = cases.sort("case_id")
    known = dict(frames)
    known["case"] = _Sheet(case, None, day).seen(frames["case"])
    for name, rows in frames.items():
        if name != "case" and name in vocabulary() and rows.height:
            told = rows if cases.width == 1 else rows.hstack(_beside(rows["case_id"], cases))
            known[name] = _Sheet(told, name, day).rows(rows)
    return known


def with_dates(facts: Collection[str]) -> frozenset[str]:
    """The stems of facts (``case__final_order``), with those of the dates that ``as_known`` reads beside them.

    Raises:
        UnknownFact: for a fact that is not in the vocabulary.
    """
    stems: set[str] = set()
    for name in facts:
        stem = name.replace(".", "__")
        field = find(stem.replace("__", "."))
        keys = {*field.dated_by, *(key for code in field.values or () for key in companions(field, code))}
        stems |= {stem, *(_beside_fact(stem, key) for key in keys)}
    return frozenset(stems | _of_rows())


def _dates_for_rows(case: pl.DataFrame) -> list[str]:
    """The dates of a case that say since when a fact of one of its rows is so."""
    return [low for stem in sorted(_of_rows()) if (low := f"{stem}__low") in case.columns]


def _of_rows() -> set[str]:
    rows = [info for info in vocabulary().values() if info.is_list and not info.forms]
    keys = {key for info in rows for field in info.fields.values() for key in field.dated_by}
    return {key.replace(".", "__") for key in keys if "." in key}


def _beside(ids: pl.Series, cases: pl.DataFrame) -> list[pl.Series]:
    """What cases sorted by their ids hold, for each row of a list: several times as fast as a join on text."""
    found = cases.drop("case_id")[cases["case_id"].search_sorted(ids)]
    return found.get_columns()


def _beside_fact(stem: str, key: str) -> str:
    """The stem of a date that is named beside a fact: of the same row, unless it says whose."""
    if "." in key:
        return key.replace(".", "__")
    lead, dot, _ = stem.rpartition("__")
    return f"{lead}{dot}{key}"


class _Sheet:
    """One frame, of the cases or of a list, and what of it came later than the day."""

    def __init__(self, frame: pl.DataFrame, entity: str | None, day: Any) -> None:
        import polars as pl

        self.entity = entity
        self.parts: dict[str, list[str]] = {}
        for name in frame.columns:
            stem, _, end = name.rpartition("__")
            self.parts.setdefault(stem if stem and end in PARTS else name, []).append(name)
        self.fields = {stem: field for stem in self.parts if (field := self._field(stem)) is not None}
        stems = {stem for stem, field in self.fields.items() if field.event}
        stems |= {_beside_fact(stem, key) for stem, field in self.fields.items() for key in field.dated_by}
        stems |= {
            _beside_fact(s, key)
            for s, f in self.fields.items()
            for code in f.values or ()
            for key in companions(f, code)
        }
        stems |= set(self._began())
        low = {stem: name for stem in sorted(stems) for name in (f"{stem}__low", stem) if name in frame.columns}
        after = frame.select((pl.col(name) > day).fill_null(False).alias(f"\t{stem}") for stem, name in low.items())
        # Most dates lie in the past in every case: what depends on them alone is not touched.
        self.after = {s.name[1:]: pl.col(s.name) for s in after if s.any()}
        self.frame = frame.with_columns(after[f"\t{stem}"] for stem in self.after)

    def _field(self, stem: str) -> Field | None:
        if self.entity is not None:
            return vocabulary()[self.entity].fields.get(stem)
        if "__" not in stem:
            return None
        try:
            return find(stem.replace("__", "."))
        except UnknownFact:
            return None

    def _began(self) -> tuple[str, ...]:
        return vocabulary()[self.entity].dated_by if self.entity is not None else ()

    def _any(self, stems: Iterable[str]) -> Any:
        """Whether one of the dates lies after the day; ``None`` where none does in any row."""
        live = [self.after[stem] for stem in stems if stem in self.after]
        return reduce(or_, live) if live else None

    def _gone(self, stem: str) -> Any:
        """Where a fact was not so yet; ``None`` where it always was."""
        import polars as pl

        field = self.fields[stem]
        own = [stem] if field.event else []
        usual = self._any([*own, *(_beside_fact(stem, key) for key in field.dated_by)])
        gone = usual
        for code in field.values or ():
            dates = companions(field, code)
            if dates == field.dated_by or stem not in self.parts[stem]:
                continue
            its_own = self._any([*own, *(_beside_fact(stem, key) for key in dates)])
            if its_own is None and gone is None:
                continue
            no = pl.lit(False)
            gone = (
                pl.when(pl.col(stem) == code)
                .then(no if its_own is None else its_own)
                .otherwise(no if gone is None else gone)
            )
        return gone

    def seen(self, told: pl.DataFrame) -> pl.DataFrame:
        """The cases with every fact that was so by then."""
        left = self._left_out(self._all_gone())
        return self.frame.with_columns(left).select(told.columns) if left else told

    def rows(self, told: pl.DataFrame) -> pl.DataFrame:
        """The rows that had happened by then, each with what was so."""
        import polars as pl

        gone = self._all_gone()
        began = self._any(self._began())
        drop = [] if began is None else [began]
        is_a = IS_A.get(self.entity or "")
        if is_a in gone:
            drop.append(gone[is_a] & self._told(is_a))
        if gone:
            # A row of which nothing is left was not known of; one of which nothing was ever told is still a row.
            left_out = pl.any_horizontal(where & self._told(stem) for stem, where in gone.items())
            rest = [self._told(stem) & ~gone[stem] if stem in gone else self._told(stem) for stem in self.fields]
            drop.append(left_out & ~pl.any_horizontal(rest))
        if not drop:
            return told
        stays = (~pl.any_horizontal(drop)).alias("\tstays")
        return self.frame.with_columns(stays, *self._left_out(gone)).filter("\tstays").select(told.columns)

    def _all_gone(self) -> dict[str, Any]:
        return {stem: where for stem in self.fields if (where := self._gone(stem)) is not None}

    def _left_out(self, gone: Mapping[str, Any]) -> list[Any]:
        import polars as pl

        return [
            pl.when(~where).then(pl.col(name)).alias(name) for stem, where in gone.items() for name in self.parts[stem]
        ]

    def _told(self, stem: str) -> Any:
        import polars as pl

        state = f"{stem}__state"
        names = [state] if state in self.parts[stem] else self.parts[stem]
        return pl.any_horizontal(pl.col(name).is_not_null() for name in names)
