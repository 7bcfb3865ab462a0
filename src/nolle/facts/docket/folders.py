"""What a folder holds: the tables of a docket, each under the name of its list, or case files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from nolle.facts.casefile import LARGEST
from nolle.facts.errors import Problem
from nolle.facts.formats import format_of

from .layout import lists
from .rejects import DocketError
from .tables import BOOKS, TEXT
from .text import first_row

_FREE = (".", "rejected")
"""How files begin that are never taken for a table: hidden ones, and lists of rows that were set aside."""

_ALIKE = 0.8
"""How alike a misspelt name is to the one that was meant."""

_SAYS_CASE = re.compile(rb"""\bschema["']?\s*[=:]\s*["']?nolle\.case/""")


def files_of(path: Path, ignore_unknown: bool) -> dict[str, Path] | list[Path]:
    """The tables of a folder by name, ``case`` among them; or its case files where it has no table of cases.

    A table that is not known is passed over if told so, but not one whose name is near that of a known one: that is
    a list misspelt, which would be lost. Nor is any beside case files: they are read without tables.

    Raises:
        DocketError: for a folder with neither, or with what would not be read.
    """
    top = [file for file in sorted(path.iterdir()) if not _is_free(file)]
    tables = [file for file in top if _is_table(file)]
    if any(file.stem.lower() == "case" and file.suffix.lower() not in BOOKS for file in tables):
        return _tables(path, top, ignore_unknown)
    cases = _case_files(path)
    if not cases:
        return _tables(path, top, ignore_unknown)
    if tables:
        how = "move it away, or name the file itself; or add case.csv, if this is a folder of tables"
        first = cases[0].relative_to(path)
        said = [Problem(f"{table.name} is not read beside case files such as {first}", how) for table in tables]
        raise DocketError(str(path), said)
    return cases


def _tables(path: Path, top: list[Path], ignore_unknown: bool) -> dict[str, Path]:
    """The tables of a folder by name.

    Raises:
        DocketError: for a folder without a table of cases, or with what would not be read.
    """
    found: dict[str, Path] = {}
    refused: list[Problem] = []
    strange: list[Problem] = []
    for file in top:
        name = file.stem.lower()
        if not _is_table(file):
            refused += _unread(file)
        elif file.suffix.lower() in BOOKS:
            how = "save it as CSV under the name of its list, or name the file itself, if it is one flat table"
            raise DocketError(str(path), [Problem(f"{file.name} is not read in a folder of tables", how)])
        elif name not in _names().values():
            near = _near(file.stem)
            how = f"did you mean {near}{file.suffix}?" if near else f"tables are {', '.join(_known())}"
            how += "; or name the file itself, if it is one flat table, or move it away"
            (refused if near else strange).append(Problem(f"there is no table {file.name}", how))
        elif name in found:
            refused.append(Problem(f"both {found[name].name} and {file.name} are there", "keep one of them"))
        else:
            found[name] = file
    problems = refused if ignore_unknown and "case" in found else [*refused, *strange]
    if "case" not in found:
        problems.append(Problem("there is no case.csv, case.parquet or case file", "add the table of cases"))
    if problems:
        raise DocketError(str(path), problems)
    return found


def _unread(file: Path) -> list[Problem]:
    """What is lost with a file that is no table: a list in a format that is not read, or a case."""
    if format_of(file.name) and _is_case(file):
        return [Problem(f"{file.name} is a case file, and is not read beside tables", "give it a folder of its own")]
    if file.is_file() and _names().get(file.name.lower().partition(".")[0], "case") != "case":
        how = "unpack it, or save it as CSV or Parquet under the name of its list; or move it away"
        return [Problem(f"{file.name} is not read", how)]
    return []


def _case_files(path: Path) -> list[Path]:
    """The case files of a folder and the folders in it; none that is hidden, or in a hidden folder.

    Raises:
        DocketError: for cases that would be lost: beside a ``case.toml``, or in a folder that is only linked.
    """
    linked: list[Path] = []
    files = [f for f in sorted(_within(path, linked)) if format_of(f.name) and not f.stem.endswith(".orders")]
    # Beside a case.toml stand its packet and what was released: they are no cases.
    whole = {f.parent: f for f in files if f.stem == "case"}
    problems = [
        Problem(
            f"{f.relative_to(path)} is a case file beside a {whole[f.parent].name}",
            "give each case a folder of its own",
        )
        for f in files
        if f.stem != "case" and f.parent in whole and _is_case(f)
    ]
    problems += [
        Problem(f"{f.relative_to(path)} is a link to a folder, and is not followed", "copy the folder here, or name it")
        for f in sorted(linked)
        if any(format_of(inner.name) for inner in f.rglob("*"))
    ]
    if problems:
        raise DocketError(str(path), problems)
    return [f for f in files if f.stem == "case" or f.parent not in whole]


def _within(path: Path, linked: list[Path]) -> Iterator[Path]:
    """The files of a folder and the folders in it, but for what is hidden; folders that are linked are put aside.

    Raises:
        DocketError: for a folder that may not be read.
    """
    left = [path]
    while left:
        folder = left.pop()
        try:
            with os.scandir(folder) as entries:
                seen = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            problem = Problem(f"{folder} cannot be read ({error.strerror})", "see that you may read it")
            raise DocketError(str(path), [problem]) from None
        for entry in seen:
            if entry.is_dir():
                (linked if entry.is_symlink() else left).append(folder / entry.name)
            elif entry.is_file() or entry.is_symlink():
                yield folder / entry.name


def _is_free(file: Path) -> bool:
    name = file.name.lower()
    return name.startswith(_FREE) or name.endswith(".rejected.csv")


def _is_table(file: Path) -> bool:
    """Whether a file holds rows: not a note in plain text, nor a workbook of something else."""
    suffix, name = file.suffix.lower(), file.stem.lower()
    if suffix in BOOKS:
        return not file.name.startswith("~") and of_cases(file, 0, name)
    return suffix == ".parquet" or (suffix in TEXT and (suffix != ".txt" or name in _names()))


def _is_case(file: Path) -> bool:
    """Whether a file says that it is a case file; one that cannot be opened says nothing."""
    try:
        with file.open("rb") as opened:
            return _SAYS_CASE.search(opened.read(LARGEST)) is not None
    except OSError:
        return False


def of_cases(book: Path, sheet: int, name: str) -> bool:
    """Whether a sheet holds rows of cases: it is named for a table, or a column is."""
    return name in _names() or "case_id" in first_row(book, sheet)


def _known() -> list[str]:
    return ["case", "filing", *lists()]


@cache
def _names() -> dict[str, str]:
    """The table that a name is for: its own, or its plural."""
    plurals = {f"{name[:-1]}ies" if name.endswith("y") else f"{name}s": name for name in _known()}
    return {name: name for name in _known()} | plurals


def _near(stem: str) -> str | None:
    """The table that was probably meant: its name is a word of this one, or this one is it misspelt."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", stem).lower()
    for name, table in sorted(_names().items(), key=lambda pair: -len(pair[0])):
        word = name.replace("_", "[^a-z]?")
        # A long name is hardly part of another word: it is run together with its neighbours.
        if re.search(word if len(name) > len("filings") else rf"(?<![^\W\d_]){word}(?![^\W\d_])", words):
            return table
    close = get_close_matches(stem.lower(), _names(), n=1, cutoff=_ALIKE)
    return _names()[close[0]] if close else None
