"""Reading a docket: its tables together, what each row of each was used for, and what was set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import xor
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from nolle.facts.casefile import read_case
from nolle.facts.errors import SHOWN, CaseFileError, Problem
from nolle.facts.formats import format_of
from nolle.facts.record import CaseFacts
from nolle.facts.vocabulary import vocabulary

from .as_known import with_dates
from .cases import case_of, to_rows
from .filings import by_case
from .folders import files_of, of_cases
from .layout import Column, case_columns, list_columns, lists
from .rejects import DocketError, Rejected, frame_of, write_rejected
from .tables import BOOKS, COURT, TEXT, Headers, Reading, Table, finish, read_table, text_table
from .text import ROW, TextTable, sheets
from .values import DayOrder, Dialect

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows a file had, and what became of them: ``read`` is always ``used`` and ``rejected`` together."""

    read: int
    used: int

    @property
    def rejected(self) -> int:
        """Rows set aside."""
        return self.read - self.used


@dataclass(frozen=True, slots=True)
class Docket:
    """A docket as read.

    ``frames`` are Polars frames as ``nolle.logic.columns`` reads them: the cases under ``case`` and every list under
    its name, empty where nothing was told. ``counts`` has the rows of each file. ``rejected`` has a row for each
    reason: ``file``, ``row`` (as a spreadsheet counts: the header is row 1; in Parquet the first row is 1; in a case
    file the line), ``case_id``, ``field``, ``found``, ``what``, ``accepted``. ``ignored`` are columns, by file, that
    nothing reads. ``strays`` are the rows of each list that were set aside and cannot be tied to a case: whose they are
    nobody can tell, so that a list that is said to be complete may lack them.
    """

    frames: Mapping[str, pl.DataFrame]
    counts: Mapping[str, Count]
    rejected: pl.DataFrame
    ignored: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    strays: Mapping[str, int] = field(default_factory=dict)

    def case(self, case_id: str) -> CaseFacts:
        """One case, as the interpreter asks it.

        Raises:
            KeyError: for a case that is not in the docket.
        """
        return case_of(self.frames, case_id)


def read_docket(
    path: str | Path,
    *,
    rejected: str | Path | None = None,
    ignore_unknown: bool = False,
    day_order: DayOrder | None = None,
    only_facts: Collection[str] | None = None,
    protected: bool = True,
) -> Docket:
    """Read a docket.

    Args:
        path: a folder with ``case.csv`` or ``case.parquet``; a folder of case files; one flat CSV, XLSX or Parquet
            table; or one case file.
        rejected: where to list the rows that were set aside. Nothing is written if there are none.
        ignore_unknown: pass over columns that are not in the vocabulary, and tables that are named like no list,
            instead of refusing them.
        day_order: the order of ``02/03/2004`` in this source, where it is known; without it such a date is refused.
        only_facts: the facts that will be asked (``case__final_order`` or ``case.final_order``); with them the dates
            that ``as_known`` needs are read, and the rows of lists whole. What is told of other facts is neither read
            nor checked; their columns must be known all the same. All facts unless given.
        protected: whether facts that 8 USC 1367 protects are read, of lists too: what is not read cannot be told, not
            even that something is there.

    Raises:
        DocketError: where there is no docket, or its headers are not known.
        UnknownFact: for a fact wanted that is not in the vocabulary.
    """
    path = Path(path)
    reading = Source(how_read(ignore_unknown, day_order, only_facts, protected))
    if path.is_dir():
        docket = reading.folder(path)
    elif not path.is_file():
        raise DocketError(str(path), [Problem("there is no such file or folder", "check the spelling")])
    elif format_of(path.name):
        docket = reading.case_files(path.parent, [path])
    elif path.suffix.lower() in (*TEXT, *BOOKS, ".parquet"):
        docket = reading.tables(path, {})
    else:
        raise DocketError(path.name, [Problem("this is no docket", "name a folder, a CSV, XLSX or Parquet file")])
    if rejected is not None and docket.rejected.height:
        write_rejected(docket.rejected, rejected)
    return docket


def how_read(
    ignore_unknown: bool, day_order: DayOrder | None, only_facts: Collection[str] | None, protected: bool
) -> Reading:
    """How a docket is read."""
    wanted = None if only_facts is None else with_dates(only_facts)
    return Reading(Dialect(day_order), ignore_unknown, wanted, protected)


class Source:
    """One reading of one docket."""

    def __init__(self, how: Reading) -> None:
        self.how = how

    def folder(self, path: Path) -> Docket:
        """The tables of a folder, or its case files."""
        found = files_of(path, self.how.ignore_unknown)
        if isinstance(found, list):
            return self.case_files(path, found)
        return self.tables(found.pop("case"), found)

    def tables(self, case: Path, beside: Mapping[str, Path]) -> Docket:
        """A docket from the table of cases and those of lists.

        Raises:
            DocketError: for a workbook with the rows of a list on a sheet of their own, which nothing would read.
        """
        for number, sheet in enumerate(sheets(case) if case.suffix.lower() in BOOKS else ()):
            if number and of_cases(case, number, sheet.lower()):
                how = "save each sheet as CSV in one folder, the cases as case.csv, a list under its name"
                raise DocketError(case.name, [Problem(f'only the first sheet is read, and "{sheet}" has more', how)])
        cases = read_table(case, headers_of("case"), self.how)
        rows = {name: read_table(file, headers_of(name), self.how) for name, file in beside.items()}
        return assemble(cases, rows)

    def case_files(self, folder: Path, files: list[Path]) -> Docket:
        """A docket from case files. The name of a file is the id of its case; that of its folder, for ``case.toml``."""
        cases: list[dict[str, str]] = []
        rows: dict[str, list[dict[str, str]]] = {}
        rejected: list[Rejected] = []
        names = [file.relative_to(folder).as_posix() for file in files]
        ids = [id_of_file(file.relative_to(folder)) for file in files]
        times = Counter(ids)
        for file, name, id in zip(files, names, ids, strict=True):
            if times[id] > 1:
                what = f"there are several files for the case {id}"
                rejected.append(Rejected(name, 1, id, None, None, what, "keep one of them"))
                continue
            try:
                row, its_rows = to_rows(id, read_case(file))
            except CaseFileError as error:
                rejected += [
                    Rejected(name, p.line or 1, id, p.field, p.found, p.what, p.accepted) for p in error.problems
                ]
                continue
            cases.append({key: text for key, text in row.items() if not _for_papers(key)})
            for key, told in its_rows.items():
                rows.setdefault(key, []).extend(told)
        docket = assemble(self._told("case", cases), {name: self._told(name, told) for name, told in rows.items()})
        return _of_files(docket, names, ids, {**rows, "case": cases}, rejected)

    def _told(self, name: str, rows: list[dict[str, str]]) -> Table:
        import polars as pl

        headers = list(dict.fromkeys(["case_id", *(key for row in rows for key in row)]))
        columns = {header: [row.get(header) for row in rows] for header in headers}
        frame = pl.DataFrame(
            {ROW: list(range(1, len(rows) + 1)), **columns}, schema={ROW: pl.Int64} | dict.fromkeys(headers, pl.String)
        )
        how = replace(self.how, ignore_unknown=False)
        return text_table(name, TextTable(frame, tuple(headers), (), len(rows)), headers_of(name), how)


def headers_of(name: str) -> Headers:
    """What reads the header of a table: ``case``, ``filing`` or a list."""
    if name == "case":
        return lambda headers, parts: case_columns(headers, parts=parts)
    return lambda headers, parts: list_columns(name, headers, parts=parts)


def id_of_file(file: Path) -> str:
    """The id of the case of a file, as a table would have it: without blanks around it, in one Unicode form."""
    named = file.parent if file.stem == "case" and file.parent.name else file.with_suffix("")
    return normalize("NFC", named.as_posix()).strip()


def _for_papers(key: str) -> bool:
    if key == COURT:
        return False
    info = vocabulary().get(key.partition("__")[0])
    return info is not None and not info.for_rules


def _of_files(
    docket: Docket,
    names: Sequence[str],
    ids: Sequence[str],
    tables: Mapping[str, Sequence[Mapping[str, str]]],
    rejected: Sequence[Rejected],
) -> Docket:
    """A docket of case files, one case each: what was set aside is told and counted under the name of its file."""
    file_of = dict(zip(ids, names, strict=True))
    lost: set[tuple[str, str, int]] = set()
    reasons: list[Rejected] = []
    for reason in docket.rejected.iter_rows(named=True):
        name, row = reason["file"], reason["row"]
        id = tables[name][row - 1]["case_id"]
        lost.add((id, name, row))
        if reason["field"] != "case_id":
            reasons.append(Rejected(**{**reason, "file": file_of[id], "row": 1, "case_id": id}))
        elif name == "case":  # that of its rows in a list says the same
            how = "give the file a plain name of at most 200 characters"
            reasons.append(Rejected(file_of[id], 1, id, "case_id", reason["found"], reason["what"], how))
    used, more = set(docket.frames["case"]["case_id"]), Counter(id for id, _, _ in lost)
    counts = {name: Count(1 + more[id], 1) if id in used else Count(1, 0) for name, id in zip(names, ids, strict=True)}
    return Docket(docket.frames, counts, frame_of([*reasons, *rejected]))


def assemble(cases: Table, rows: dict[str, Table]) -> Docket:
    """The docket of a table of cases and tables of list rows; what does not fit together is set aside."""
    import polars as pl

    _tie(cases, list(rows.values()))
    _check_cases(cases)
    _check_overlap(cases, rows)
    filings = rows.pop("filing", None)
    strays: dict[str, int] = {}
    for name, table in [*rows.items(), *([("filing", filings)] if filings else [])]:
        _check_rows(name, table, cases)
        if of_nobody := _of_nobody(table, cases):
            strays[table.file] = of_nobody
    frames: dict[str, pl.DataFrame] = {}
    case = cases.frame.select(pl.exclude(ROW))
    beside = [c for c in cases.columns if c.of]
    for name in lists():
        if name in rows:
            frames[name] = rows[name].frame.select("case_id", "id", *_facts(rows[name].frame, rows[name].columns))
        else:
            frames[name] = _beside(cases.frame, [c for c in beside if c.of == name])
    case = case.drop([n for c in beside for n in _names(case, c.stem)])
    lost = {name: table for name, table in rows.items() if table.rejected}
    if filings is not None:
        if filings.rejected:
            lost["filing"] = filings
        for of_form in by_case(filings.frame, filings.columns).values():
            told = case.select("case_id").join(of_form, on="case_id", how="left", maintain_order="left")
            case = case.hstack(told.drop("case_id").get_columns())
    for column in [c for c in case.columns if c.endswith("__complete")]:
        case = case.with_columns(pl.col(column).fill_null(False))
    for name, table in lost.items():
        if f"{name}__complete" in case.columns:
            missed = pl.concat([r.select("case_id") for r in table.rejected])["case_id"].drop_nulls().unique()
            whole = pl.col(f"{name}__complete") & ~pl.col("case_id").is_in(missed.implode())
            case = case.with_columns(whole.alias(f"{name}__complete"))
    tables = [cases, *rows.values(), *([filings] if filings else [])]
    counts, reasons = {}, []
    for table in tables:
        its_reasons, _ = finish(table)
        counts[table.file] = Count(table.read, table.frame.height)
        reasons.append(its_reasons)
    ignored = {table.file: tuple(table.ignored) for table in tables if table.ignored}
    return Docket({"case": case, **frames}, counts, pl.concat(reasons), ignored, strays)


def _of_nobody(table: Table, cases: Table) -> int:
    """How many rows of a list were set aside without a case that is surely theirs: not one that was asked, nor one
    that was set aside too.
    """
    import polars as pl

    if not table.rejected:
        return 0
    known = _ids([cases.frame, *cases.rejected])
    nobodys = pl.col("case_id").is_null() | ~pl.col("case_id").cast(pl.String).is_in(known.implode())
    nobodys |= pl.col("row").is_in(table.unsure)
    return pl.concat([r.filter(nobodys)["row"] for r in table.rejected]).n_unique()


def _tie(cases: Table, rows: Sequence[Table]) -> None:
    """Tie rows whose cells could not be told apart to a case that is named elsewhere too; or to none."""
    import polars as pl

    if not any(r["field"].null_count() for table in (cases, *rows) for r in table.rejected):
        return
    whole = [r.filter(pl.col("field").is_not_null()) for table in (cases, *rows) for r in table.rejected]
    _tie_rows(cases, _ids([cases.frame, *(table.frame for table in rows), *whole]))
    for table in rows:
        _tie_rows(table, _ids([cases.frame, *cases.rejected]))


def _tie_rows(table: Table, named: pl.Series) -> None:
    """Tie the torn rows of a table to those that are named among what may be their ids.

    Where it is not sure whose a row is, its reason is told for each case that it may be of.
    """
    import polars as pl

    among = named.drop_nulls().unique().implode()
    for at, reasons in enumerate(table.rejected):
        if not reasons["field"].null_count():
            continue
        torn = reasons.filter(pl.col("field").is_null())
        may = torn.select(pl.col("case_id").str.normalize("NFC").str.split("\t")).to_series()
        of = torn.with_columns(may.list.eval(pl.element().filter(pl.element().is_in(among))).alias("case_id"))
        ids = pl.col("case_id").list
        sure = (ids.len() == 1) & ((may.list.len() == 1) | ((ids.first() == may.list.first()) & table.id_first))
        table.unsure += of.filter((ids.len() > 0) & ~sure)["row"].to_list()
        told = of.explode("case_id", empty_as_null=True)
        table.rejected[at] = pl.concat([reasons.filter(pl.col("field").is_not_null()), told])


def _ids(frames: Sequence[pl.DataFrame]) -> pl.Series:
    import polars as pl

    none = pl.Series("case_id", [], pl.String)
    found: pl.Series = pl.concat([none, *(frame["case_id"].cast(pl.String) for frame in frames)])
    return found


def _check_cases(cases: Table) -> None:
    import polars as pl

    if "as_of" in cases.frame.columns and cases.frame["as_of"].dtype != pl.Date:
        raise DocketError(cases.file, [Problem("as_of holds no days", "write days as 2014-05-07", "as_of")])
    cases.frame = cases.frame.with_columns(pl.col("case_id").cast(pl.String))
    unread = _ids(cases.rejected).drop_nulls()
    if unread.len():
        cases.set_aside(
            pl.col("case_id").is_in(unread.implode()),
            "case_id",
            "the case is there several times, and a row of it could not be read",
            "give each case one row",
            found=pl.col("case_id"),
        )
    ids = cases.frame["case_id"]
    # Hashes that are all different are of different ids, and far quicker to tell apart.
    if ids.hash().n_unique() == ids.len():
        return
    # A case told twice may be told differently; nobody can say here which row is right.
    places = pl.col(ROW).head(SHOWN).cast(pl.String).str.join(", ").first()
    twice = ids.is_duplicated()
    if twice.any():
        again = cases.frame.filter(twice).group_by("case_id").agg(places.alias("\tat"))
        cases.frame = cases.frame.join(again, on="case_id", how="left", maintain_order="left")
        cases.set_aside(
            pl.col("\tat").is_not_null(),
            "case_id",
            pl.format("the case is there several times, in rows {}", pl.col("\tat")),
            "give each case one row",
            found=pl.col("case_id"),
        )
        cases.frame = cases.frame.drop("\tat")


def _check_overlap(cases: Table, rows: Mapping[str, Table]) -> None:
    problems = []
    for column in cases.columns:
        name = column.of or ("filing" if column.stem.startswith("filing__") and column.role == "fact" else None)
        if name is not None and name in rows:
            how = f"keep {rows[name].file} or the columns"
            problems.append(Problem(f"{column.header} is told in {cases.file}, {name} in a table", how, column.header))
    if problems:
        raise DocketError(cases.file, problems)


def _check_rows(name: str, table: Table, cases: Table) -> None:
    """Rows of a list: each belongs to a case that is used, and has an id of its own."""
    import polars as pl

    frame = table.frame.with_columns(pl.col("case_id").cast(pl.String))
    keys = ["case_id"] if name != "filing" else ["case_id", "form"]
    id = pl.col("id").cast(pl.String) if "id" in frame.columns else pl.lit(None, pl.String)
    table.frame = frame = frame.with_columns(id.alias("id"))
    if frame["id"].null_count():
        table.frame = frame = frame.with_columns(pl.coalesce("id", _named(frame, keys)))
    ids = frame["case_id"]
    # The rows of a case mostly stand together: one of them is asked for all.
    firsts = frame.select("case_id").filter(ids.ne_missing(ids.shift(1)))
    orphans = firsts.join(cases.frame.select("case_id"), on="case_id", how="anti")["case_id"].unique()
    if orphans.len():
        known = orphans.filter(orphans.is_in(_ids(cases.rejected).implode()))
        its_case = pl.col("case_id")
        table.set_aside(
            its_case.is_in(known.implode()),
            "case_id",
            "its case was set aside",
            "mend the row of the case",
            found=its_case,
        )
        table.set_aside(
            its_case.is_in(orphans.implode()),
            "case_id",
            f"there is no such case in {cases.file}",
            "check the case_id",
            found=its_case,
        )
    if name == "filing":
        table.set_aside(pl.col("form").is_null(), "form", "the filing has no form", "name it, such as i130")
        lost = _ids(table.rejected).drop_nulls()
        if lost.len():
            # The one that is lost may have been the one that counts.
            table.set_aside(
                pl.col("case_id").is_in(lost.implode()),
                "case_id",
                "another filing of this case was set aside",
                "mend that row",
                found=pl.col("case_id"),
            )
        if "main" in table.frame.columns:
            main = pl.col("main").fill_null(False)
            table.set_aside((main.sum().over(keys) > 1), "main", "two filings of this form are marked main", "mark one")
    hashes = table.frame.select(reduce(xor, (pl.col(key).hash(seed) for seed, key in enumerate([*keys, "id"]))))
    if hashes.to_series().n_unique() == table.frame.height:
        return
    twice = pl.struct(*keys, "id").is_duplicated()
    table.set_aside(twice, "id", f"two rows of {name} have this id", "give each row its own id", found=pl.col("id"))


def _named(frame: pl.DataFrame, keys: list[str]) -> pl.Expr:
    """What a row without an id is called: by its place, which is not to be taken for an id that another row has."""
    import polars as pl

    place = _place(frame, keys)
    if frame["id"].null_count() == frame.height:
        return place
    others = pl.col("id").is_not_null().any().over(keys)
    return pl.when(others).then(pl.lit("row-") + place).otherwise(place)


def _place(frame: pl.DataFrame, keys: list[str]) -> pl.Expr:
    """The place of a row among those of its case, from 1."""
    import polars as pl

    ids, number = frame["case_id"], pl.int_range(pl.len())
    if len(keys) == 1 and ids.is_sorted():
        first = pl.when(pl.lit(ids.ne_missing(ids.shift(1)))).then(number).forward_fill()
        return (number - first + 1).cast(pl.String)
    return (number.over(keys) + 1).cast(pl.String)


def _names(frame: pl.DataFrame, stem: str) -> list[str]:
    ends = ("__state", "", "__low", "__high", "__one_of")
    return [name for end in ends if (name := f"{stem}{end}") in frame.columns]


def _facts(frame: pl.DataFrame, columns: list[Column]) -> list[str]:
    stems = dict.fromkeys(c.stem for c in columns if c.role == "fact")
    return [name for stem in stems for name in _names(frame, stem)]


def _beside(frame: pl.DataFrame, columns: list[Column]) -> pl.DataFrame:
    """The rows of a list that stand beside each other in a flat table, ``relative_1__status`` first."""
    import polars as pl

    parts = [pl.DataFrame(schema={"case_id": pl.String, "id": pl.String})]
    ids = [pl.col(c.stem) for c in columns if c.role == "row_id"]
    for place in sorted({c.place for c in columns}):
        mine = [c for c in columns if c.place == place]
        select: list[Any] = [pl.col("case_id")]
        own = next((c for c in mine if c.role == "row_id"), None)
        taken = pl.any_horizontal(pl.lit(False), *(id == str(place) for id in ids))
        number = pl.when(taken).then(pl.lit(f"row-{place}")).otherwise(pl.lit(str(place)))
        select.append((number if own is None else pl.coalesce(pl.col(own.stem), number)).alias("id"))
        states = []
        lead = f"{columns[0].of}_{place}__"
        for column in {c.stem: c for c in mine if c.role == "fact"}.values():
            for name in _names(frame, column.stem):
                select.append(pl.col(name).alias(name.removeprefix(lead)))
            states.append(pl.col(f"{column.stem}__state").is_not_null())
        if own is not None:
            states.append(pl.col(own.stem).is_not_null())
        parts.append(frame.filter(pl.any_horizontal(states)).select(select))
    return pl.concat(parts, how="diagonal")
