"""What the columns of a docket's tables are called, and which fact each one holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from nolle.facts.errors import Problem, show
from nolle.facts.vocabulary import EntityInfo, Field, Type, UnknownFact, codes, nearest, sensitivity_of, vocabulary
from nolle.logic.text import Text

Role: TypeAlias = Literal["key", "as_of", "circuit", "complete", "row_id", "form", "main", "fact", "papers"]
PARTS = ("low", "high", "state", "one_of")
"""What one fact is laid out in, in Parquet: ``person__birth_date__low``."""

_ROW = re.compile(r"([a-z_]+?)_([1-9][0-9]{0,3})__(\w+)")
_WORKED_OUT = ("derived", "law")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its ``header`` in the file, the ``stem`` of its name in the frames, and what it holds.

    ``of`` is the list whose row ``place`` it belongs to, for the columns ``relative_1__status`` of a flat table.
    ``part`` is ``low``, ``high``, ``state`` or ``one_of`` in Parquet.
    """

    header: str
    stem: str
    role: Role
    type: Type = "text"
    field: Field | None = None
    of: str | None = None
    place: int = 0
    part: str = ""

    @property
    def fact(self) -> str | None:
        """The fact that it tells, such as ``filing.i360_vawa.status``; ``None`` for what is no fact."""
        if self.field is None:
            return None
        return self.stem.replace("__", ".") if "__" in self.stem and self.of is None else self.field.name

    @property
    def protected(self) -> bool:
        """Whether 8 USC 1367 protects what it tells."""
        try:
            return self.fact is not None and sensitivity_of(self.fact) == "protected-1367"
        except UnknownFact:
            return False


def lists() -> list[str]:
    """The lists that may have a table of their own."""
    return [name for name, info in vocabulary().items() if info.is_list and not info.forms]


def case_columns(headers: Sequence[str], *, parts: bool = False) -> tuple[list[Column], list[Problem]]:
    """The columns of the table of cases, and what is wrong with its headers.

    A problem with a header that is not known has ``found``; without that column the table can still be read.
    """
    return _columns(headers, _of_case, parts, needs=("case_id",))


def list_columns(entity: str, headers: Sequence[str], *, parts: bool = False) -> tuple[list[Column], list[Problem]]:
    """The columns of the table of one list; ``filing`` has one row a filing, with its ``form``."""
    info = vocabulary()[entity]
    needs = ("case_id", "form") if info.forms else ("case_id",)
    return _columns(headers, lambda name: _of_row(info, name.removeprefix(f"{entity}__")), parts, needs)


def _columns(
    headers: Sequence[str], read: Callable[[str], Column | str], parts: bool, needs: Iterable[str]
) -> tuple[list[Column], list[Problem]]:
    found: list[Column] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    told: dict[tuple[str, str], str] = {}
    for header in headers:
        # A fact may be named as a case file names it: ``person.birth_date``.
        name, part = header.replace(".", "__"), ""
        if parts:
            stem, _, end = name.rpartition("__")
            if stem and end in PARTS:
                name, part = stem, end
        if header in seen:
            problems.append(Problem(f"two columns are called {show(header)}", "give each its own name", header))
            continue
        seen.add(header)
        column = read(name)
        if isinstance(column, str):
            problems.append(Problem(f"there is no column {show(header)}", column, header, found=header))
        elif (other := told.setdefault((column.stem, part), header)) != header:
            what = f"two columns, {show(other)} and {show(header)}, are of one fact"
            problems.append(Problem(what, "keep one of them", header))
        else:
            found.append(
                Column(header, column.stem, column.role, column.type, column.field, column.of, column.place, part)
            )
    for need in needs:
        if need not in seen:
            near = nearest(need, dict.fromkeys(headers))
            like = f"; is it {show(near)}?" if near else ""
            how = f"every row names its {need}{like}"
            if need == "case_id" and not near:
                how += "; `nolle docket import` reads the exports of other programs"
            problems.append(Problem(f"there is no column {need}", how, need))
    return found, problems


def _of_case(name: str) -> Column | str:
    if name == "case_id":
        return Column(name, name, "key")
    if name == "as_of":
        return Column(name, name, "as_of", "date")
    if name == "circuit":
        return Column(name, name, "circuit")
    entity, _, rest = name.partition("__")
    if rest == "complete" and entity in vocabulary() and vocabulary()[entity].is_list:
        return Column(name, name, "complete", "bool")
    if entity in _WORKED_OUT:
        return "what follows from other facts is worked out: leave it out"
    if (row := _ROW.fullmatch(name)) and row[1] in lists():
        of, place, key = row[1], int(row[2]), row[3]
        if key == "id":
            return Column(name, name, "row_id", of=of, place=place)
        field = vocabulary()[of].fields.get(key)
        if field is None:
            return _suggest(name, [f"{of}_{place}__{other}" for other in vocabulary()[of].fields])
        return Column(name, name, "fact", field.type, field, of, place)
    info = vocabulary().get(entity)
    if info is None or (info.is_list and not info.forms):
        return _suggest(name, _case_names())
    if info.forms:
        form, _, key = rest.partition("__")
        if form not in info.forms or key not in info.fields or key == "form":
            return _suggest(name, _case_names())
    else:
        key = rest
        if key not in info.fields:
            return _suggest(name, _case_names())
    field = info.fields[key]
    return Column(name, name, "fact" if info.for_rules else "papers", field.type, field)


def _of_row(info: EntityInfo, name: str) -> Column | str:
    if name == "case_id":
        return Column(name, name, "key")
    if name == "id":
        return Column(name, name, "row_id")
    if info.forms and name == "main":
        return Column(name, name, "main", "bool")
    field = info.fields.get(name)
    if field is None:
        return _suggest(name, ["case_id", "id", *info.fields])
    if info.forms and name == "form":
        return Column(name, name, "form", "enum", field)
    return Column(name, name, "fact", field.type, field)


def _suggest(name: str, among: Iterable[str]) -> str:
    close = nearest(name.strip().lower().replace(".", "__"), dict.fromkeys(among))
    return f"did you mean {close}?" if close else "the vocabulary lists every fact; ignore it or take it out"


def _case_names() -> list[str]:
    names = ["case_id", "as_of", "circuit"]
    for entity, info in vocabulary().items():
        if entity in _WORKED_OUT:
            continue
        if info.is_list:
            names.append(f"{entity}__complete")
        if info.forms:
            names += [f"{entity}__{form}__{key}" for form in info.forms for key in info.fields if key != "form"]
        elif info.is_list:
            names += [f"{entity}_1__{key}" for key in info.fields]
        else:
            names += [f"{entity}__{key}" for key in info.fields]
    return names


def circuits() -> dict[str, str]:
    """The circuits as they may be written in a docket, and as rules know them: ``ca9`` and ``9`` are ``9``."""
    known: dict[str, Text] = dict(codes()["circuit"])
    return {code: code for code in known} | {f"ca{code}": code for code in known}
