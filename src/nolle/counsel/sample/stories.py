"""Case files told in full, to stand among the cases of a sample."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nolle.facts.docket import read_docket

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Stories:
    """The frames of the stories, with the ids they have in the docket."""

    ids: list[str]
    frames: Mapping[str, pl.DataFrame]

    @classmethod
    def read(cls, files: Sequence[Path]) -> Stories:
        """Read case files. ``a-dismissed-case/case.toml`` becomes ``story-a``.

        Raises:
            DocketError: for a file that cannot be read.
        """
        import polars as pl

        ids: list[str] = []
        parts: dict[str, list[pl.DataFrame]] = {}
        for file in files:
            named = file.parent.name if file.stem == "case" else file.stem
            id = f"story-{named.partition('-')[0]}"
            ids.append(id)
            for name, frame in read_docket(file).frames.items():
                # the court's code is told as plain text, as for everybody else in the docket
                told = frame.drop("court__court_code__state", strict=False)
                parts.setdefault(name, []).append(told.with_columns(case_id=pl.lit(id)))
        return cls(ids, {name: pl.concat(its, how="diagonal") for name, its in parts.items()})

    def table(self, name: str, like: pl.DataFrame) -> pl.DataFrame:
        """The rows of one table with the columns of ``like``, and after them what only the stories tell."""
        import polars as pl

        frame = self.frames.get(name)
        if frame is None:
            return like.clear()
        frame = frame.select(
            c for c in frame.columns if not (c.endswith("__one_of") and frame[c].null_count() == frame.height)
        )
        types = {column: type for column, type in like.schema.items() if column in frame.columns}
        return pl.concat([like.clear(), frame.cast(types)], how="diagonal")  # type: ignore[arg-type]
