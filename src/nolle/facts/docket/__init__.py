"""Dockets: many cases at once, from a folder of tables, one flat table, or many case files.

A docket is one row for each respondent in one proceeding. A folder has ``case.csv`` or ``case.parquet`` with
``case_id``, optionally ``as_of`` and ``circuit``, ``<list>__complete``, and the facts with two underscores for a dot
(``person__birth_date``, ``filing__i130__status``); and one table for each list (``relative.csv``: ``case_id``,
optionally ``id``, and the facts of a row), ``filing`` among them. A flat table, CSV or XLSX, is the table of cases
with the rows of lists beside each other: ``relative_1__status``, ``relative_2__status``. ``values`` says what a cell
may be. Types come from the vocabulary and are never guessed.

A row that cannot be read is set aside with the reason, and the rest go on. A case set aside takes the rows of its
lists with it; a list that lost a row is no longer known to be whole.

``read_docket`` reads all of it; ``open_docket`` a part at a time, so that it may be larger than memory. ``as_known`` is
the docket as it stood on a day.
"""

from __future__ import annotations

from .as_known import as_known
from .batches import DocketSource, open_docket
from .cases import case_of, cases_of, cell_text, to_rows
from .circuits import with_circuits
from .reading import Count, Docket, id_of_file, read_docket
from .rejects import DocketError, harmless, write_rejected
from .values import DayOrder, Dialect

__all__ = [
    "Count",
    "DayOrder",
    "Dialect",
    "Docket",
    "DocketError",
    "DocketSource",
    "as_known",
    "case_of",
    "cases_of",
    "cell_text",
    "harmless",
    "id_of_file",
    "open_docket",
    "read_docket",
    "to_rows",
    "with_circuits",
    "write_rejected",
]
