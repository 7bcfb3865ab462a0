"""A docket as it stood on a day: ``nolle.facts.known.as_known`` for whole columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from nolle.facts.known import _IS_A as IS_A
from nolle.facts.known import _companions as companions
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
        day = case["as_of"].cast(pl.Date)
        day = day if as_of is None else day.fill_null(as_of)
        if day.null_count():
            raise ValueError(f"{day.null_count():,} cases have no as_of date, and no date was given for them")
        dated: pl.DataFrame | None = case.select("case_id", day.alias(_DAY))
        cases = case.with_columns(day.alias(_DAY))
    elif as_of is None:
        raise ValueError("say as of which date: the cases have no as_of column, and no date was given")
    else:
        dated, cases = None, case
    known = {"case": _Sheet(cases, None, as_of).seen(case)}
    for name, rows in frames.items():
        if name != "case" and name in vocabulary() and rows.height:
            told = rows if dated is None else rows.join(dated, on="case_id", how="left", maintain_order="left")
            known[name] = _Sheet(_with_dates_of_cases(told, name, case), name, as_of).rows(rows)
        elif name != "case":
            known[name] = rows
    return known


def _with_dates_of_cases(rows: pl.DataFrame, name: str, case: pl.DataFrame) -> pl.DataFrame:
    """The rows of a list, with the dates of their case that say since when a fact of a row is so."""
    elsewhere = {key for field in vocabulary()[name].fields.values() for key in field.dated_by if "." in key}
    there = [low for key in sorted(elsewhere) if (low := f"{key.replace('.', '__')}__low") in case.columns]
    if not there:
        return rows
    return rows.join(case.select("case_id", *there), on="case_id", how="left", maintain_order="left")


class _Sheet:
    """One frame, of the cases or of a list, and what of it came later than the day."""

    def __init__(self, frame: pl.DataFrame, entity: str | None, as_of: date | None) -> None:
        import polars as pl

        self.entity = entity
        day: Any = pl.col(_DAY) if _DAY in frame.columns else pl.lit(as_of)
        self.parts: dict[str, list[str]] = {}
        for name in frame.columns:
            stem, _, end = name.rpartition("__")
            self.parts.setdefault(stem if stem and end in PARTS else name, []).append(name)
        self.fields = {stem: field for stem in self.parts if (field := self._field(stem)) is not None}
        stems = {stem for stem, field in self.fields.items() if field.event}
        stems |= {self._date(stem, key) for stem, field in self.fields.items() for key in field.dated_by}
        stems |= {
            self._date(s, key) for s, f in self.fields.items() for code in f.values or () for key in companions(f, code)
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

    def _date(self, stem: str, key: str) -> str:
        """The stem of a date that is named beside a fact: of the same row, unless it says whose."""
        if "." in key:
            return key.replace(".", "__")
        lead, dot, _ = stem.rpartition("__")
        return f"{lead}{dot}{key}"

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
        usual = self._any([*own, *(self._date(stem, key) for key in field.dated_by)])
        gone = usual
        for code in field.values or ():
            dates = companions(field, code)
            if dates == field.dated_by or stem not in self.parts[stem]:
                continue
            its_own = self._any([*own, *(self._date(stem, key) for key in dates)])
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
