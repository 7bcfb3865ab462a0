"""What a folder holds: the tables of a docket, each under the name of its list, or case files."""

from __future__ import annotations

from pathlib import Path

from nolle.facts.errors import Problem
from nolle.facts.formats import format_of
from nolle.facts.vocabulary import nearest

from .layout import lists
from .rejects import DocketError
from .tables import BOOKS, TEXT
from .text import first_row

_FREE = (".", "rejected")
"""How files begin that are never taken for a table: hidden ones, and lists of rows that were set aside."""


def files_of(path: Path, ignore_unknown: bool) -> dict[str, Path] | list[Path]:
    """The tables of a folder by name, ``case`` among them; or its case files where it has no tables.

    A table that is not known is passed over if told so, but not one whose name is near that of a known one: that is
    a list misspelt, which would be lost.

    Raises:
        DocketError: for a folder with neither, or with tables that are not known.
    """
    found: dict[str, Path] = {}
    refused: list[Problem] = []
    strange: list[Problem] = []
    unread: list[Problem] = []
    names = {"case": None, "filing": None} | dict.fromkeys(lists())
    for file in sorted(path.iterdir()):
        suffix, name = file.suffix.lower(), file.stem.lower()
        if file.name.startswith(_FREE):
            continue
        if suffix in BOOKS and not file.name.startswith("~") and of_cases(file, 0, name):
            how = "save it as CSV under the name of its list, or name the file itself, if it is one flat table"
            raise DocketError(str(path), [Problem(f"{file.name} is not read in a folder of tables", how)])
        if suffix not in (*TEXT, ".parquet"):
            if _of_list(file):
                how = "unpack it, or save it as CSV or Parquet under the name of its list; or move it away"
                unread.append(Problem(f"{file.name} is not read", how))
        elif name not in names:
            near = nearest(name, names) or next((known for known in names if known in name), None)
            how = f"did you mean {near}{file.suffix}?" if near else f"tables are {', '.join(names)}"
            how += "; or name the file itself, if it is one flat table, or move it away"
            (refused if near else strange).append(Problem(f"there is no table {file.name}", how))
        elif name in found:
            refused.append(Problem(f"both {found[name].name} and {file.name} are there", "keep one of them"))
        else:
            found[name] = file
    if "case" in found:
        problems = [*refused, *unread, *([] if ignore_unknown else strange)]
    else:
        files = _case_files(path)
        if files and not found:
            return files
        none = Problem("there is no case.csv, case.parquet or case file", "add the table of cases")
        problems = [*refused, *strange, none]
    if problems:
        raise DocketError(str(path), problems)
    return found


def _case_files(path: Path) -> list[Path]:
    """The case files of a folder and the folders in it; none that is hidden, or in a hidden folder."""
    files = [f for f in sorted(path.rglob("*")) if format_of(f.name) and f.is_file()]
    files = [f for f in files if not any(part.startswith(".") for part in f.relative_to(path).parts)]
    files = [f for f in files if not f.stem.endswith(".orders")]
    # beside a case.toml stand its packet and what was released: they are no cases
    whole = {f.parent for f in files if f.stem == "case"}
    return [f for f in files if f.stem == "case" or f.parent not in whole]


def _of_list(file: Path) -> bool:
    """Whether a file is named for a list, whatever it ends in."""
    name = file.name.lower().partition(".")[0]
    return file.is_file() and not {name, name.removesuffix("s")}.isdisjoint(["filing", *lists()])


def of_cases(book: Path, sheet: int, name: str) -> bool:
    """Whether a sheet holds rows of cases: it is named for a table, or a column is."""
    tables = {"case", "filing", *lists()}
    return name in tables or name.removesuffix("s") in tables or "case_id" in first_row(book, sheet)
