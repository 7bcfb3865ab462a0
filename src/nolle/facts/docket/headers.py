"""Which column of an export holds which fact: what was told, what a profile lists, and what is nearly that.

A header is read, in this order, if

1. ``--map`` says what it is;
2. it is the name of a fact (``person.birth_date``, ``person__birth_date``), or a docket's own column;
3. the profile or the common list has it, capitals, accents and punctuation aside;
4. it is a fact's label in the vocabulary, in English or Spanish;
5. it is nearly one of the listed ones: ``TAKEN`` of 100 or more alike as rapidfuzz counts (the words in any order),
   with each word nearly one word of the other, the same figures, and nothing else as near.

Everything else is listed as not read, with the nearest fact.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeAlias

from rapidfuzz import fuzz, process

from nolle.facts.errors import Problem, show
from nolle.facts.vocabulary import UnknownFact, find, vocabulary

from .layout import Column, case_columns, lists
from .profile import KEYS, Basis, Listed, Profile, Target, plain_header
from .rejects import DocketError

TAKEN = 90
"""A slip of the hand in a header of two words or more keeps 90 of 100; ``First Entry`` for ``Last Entry`` has 84."""

NEAR = 60
"""From here on a header is like enough for its fact to be named as the nearest."""

CLEAR = 5
"""How much nearer than any other fact a header must be."""

WORD = 75
"""How alike each word must be to its counterpart: ``birth`` and ``death`` have 60, ``filed`` and ``fled`` 89."""

LEAVE_OUT = "-"
Kind: TypeAlias = Literal["matters", "contacts"]
How: TypeAlias = Literal["map", "exact", "fuzzy"]

_FACT = re.compile(r"([a-z_]+)\[(\w+)\]\.(\w+)")
_PLACE = re.compile(r"([a-z_]+?)_([1-9][0-9]{0,3})__(\w+)")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A column that is read: its header, the name of its cells in the table, what it is for, and how that was found.

    ``basis`` is whose word it is: the maker's documentation, our own list, the vocabulary, or what was told.
    """

    header: str
    cells: str
    target: Target
    how: How
    basis: Basis
    score: int = 100


@dataclass(frozen=True, slots=True)
class NotRead:
    """A column that is not read: why, and the nearest fact, if one is near."""

    header: str
    why: str
    near: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one file."""

    kind: Kind
    mapped: tuple[Mapped, ...]
    not_read: tuple[NotRead, ...]

    def of(self, name: str) -> list[Mapped]:
        """The columns that are for one fact or key."""
        return [m for m in self.mapped if m.target.name == name]


def read_target(told: str) -> Target:
    """What ``--map`` may name: a fact, in any of its spellings, or one of ``KEYS``.

    Raises:
        ValueError: for anything else, with the nearest fact.
    """
    name = told.strip()
    if name in (*KEYS, LEAVE_OUT):
        return Target(name)
    if match := _PLACE.fullmatch(name):
        name = f"{match[1]}[{match[2]}].{match[3]}"
    name = name.replace("__", ".")
    match = _FACT.fullmatch(name)
    try:
        field = find(f"{match[1]}.{match[3]}" if match else name)
    except UnknownFact as error:
        raise ValueError(str(error)) from None
    info = vocabulary()[field.entity]
    if field.entity in ("derived", "law"):
        raise ValueError(f"{name} is worked out from other facts and cannot be imported")
    if info.forms and name.count(".") != 2:
        raise ValueError(f"{name} does not say of which form; write filing.i130.{field.field}")
    if info.is_list and not info.forms and not match:
        raise ValueError(f"{name} is of a list; write {field.entity}[1].{field.field}")
    if match and field.entity not in lists():
        raise ValueError(f"{field.entity} is no list; write {field.entity}.{field.field}")
    return Target(name)


def column_of(target: Target) -> Column:
    """The column of a docket that a target's values are read as."""
    name = target.name
    if match := _FACT.fullmatch(name):
        (column,), _ = case_columns([f"{match[1]}_1__{match[3]}", "case_id"][:1])
        return replace(column, of=match[1], place=0)
    if name in ("as_of", "circuit", "case_id"):
        (column,), _ = case_columns([name])
        return column
    (column,), _ = case_columns([name.replace(".", "__")])
    # What papers need is read by the same rules as what the law asks.
    return replace(column, role="fact")


def row_of(target: Target) -> tuple[str, str, str] | None:
    """The list, the row and the field that a target names, if it is of a list."""
    match = _FACT.fullmatch(target.name)
    return (match[1], match[2], match[3]) if match else None


def map_headers(file: str, headers: Sequence[tuple[str, str]], profile: Profile, told: Mapping[str, Target]) -> Columns:
    """The columns of a file.

    Args:
        file: its name, for errors.
        headers: each header as written, and the name of its cells in the table.
        profile: whose export it is.
        told: what ``--map`` says, by header in any spelling.

    Raises:
        DocketError: where no column numbers the cases, and it is no table of contacts.
    """
    told = {plain_header(header): target for header, target in told.items()}
    for kind in ("matters", "contacts") if profile.contacts else ("matters",):
        found = _map(headers, profile, told, kind)
        needs = ["case_id"] if kind == "matters" else ["contact_id", "contact_name", "party.full_name"]
        if any(map(found.of, needs)):
            return found
    wanted = [each.header for each in profile.keys["matters"] if each.target.name == "case_id"]
    close = process.extractOne(
        wanted[0], {h: plain_header(h) for h, _ in headers}, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR
    )
    like = f"; is it {show(close[2])}?" if close else ""
    how = f'say which with --map "Header=case_id"{like}'
    raise DocketError(file, [Problem("no column has the number of the case", how, "case_id")])


def _map(headers: Sequence[tuple[str, str]], profile: Profile, told: Mapping[str, Target], kind: Kind) -> Columns:
    keys = profile.keys[kind]
    mapped: list[Mapped] = []
    not_read: list[NotRead] = []
    for header, cells in headers:
        found = _find(header, cells, profile, told, keys)
        if isinstance(found, NotRead):
            not_read.append(found)
        else:
            mapped.append(found)
    return _settled(kind, mapped, not_read, keys)


def _find(
    header: str, cells: str, profile: Profile, told: Mapping[str, Target], keys: Sequence[Listed]
) -> Mapped | NotRead:
    plain = plain_header(header)
    if plain in told:
        target = told[plain]
        if target.name == LEAVE_OUT:
            return NotRead(header, "left out as told")
        return Mapped(header, cells, target, "map", "told")
    if not plain:
        return NotRead(header, "it has no name")
    if re.fullmatch(r"\w+(?:\[\w+\])?(?:\.|__)\S+", header.strip()) or header.strip() in KEYS:
        try:
            return Mapped(header, cells, read_target(header), "exact", "vocabulary")
        except ValueError:
            pass
    for each in (*keys, *profile.listed):
        if each.header == plain:
            return Mapped(header, cells, each.target, "exact", each.basis)
    if plain in profile.ask:
        near, why = profile.ask[plain]
        return NotRead(header, why, near)
    if plain in profile.ignore:
        return NotRead(header, "it holds no fact of the vocabulary")
    if plain in _labels():
        return Mapped(header, cells, Target(_labels()[plain]), "exact", "vocabulary")
    return _nearly(header, cells, plain, [*keys, *profile.listed], profile)


def _nearly(header: str, cells: str, plain: str, listed: Sequence[Listed], profile: Profile) -> Mapped | NotRead:
    known = {each.header: each for each in reversed(listed)}
    close = process.extract(plain, list(known), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=8)
    if close:
        best, score, _ = close[0]
        if score >= TAKEN and _word_for_word(plain, best):
            other = [s for h, s, _ in close if known[h].target != known[best].target]
            other += [fuzz.token_sort_ratio(plain, passed) for passed in (*profile.ignore, *profile.ask)]
            if not other or score - max(other) >= CLEAR:
                return Mapped(header, cells, known[best].target, "fuzzy", known[best].basis, round(score))
            return NotRead(header, "it is like several things", known[best].target.name)
        return NotRead(header, "it is only like the header of a fact", known[best].target.name)
    labels = process.extractOne(plain, list(_labels()), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR)
    if labels:
        return NotRead(header, "it is only like the name of a fact", _labels()[labels[0]])
    return NotRead(header, "no fact is like it")


def _word_for_word(one: str, other: str) -> bool:
    """Whether each word of one header is nearly a word of the other, with the same figures in both."""
    a, b = sorted(one.split()), sorted(other.split())
    if len(a) != len(b) or re.findall(r"\d+", " ".join(a)) != re.findall(r"\d+", " ".join(b)):
        return False
    left = list(b)
    for word in a:
        best = max(left, key=lambda w: fuzz.ratio(word, w))
        if fuzz.ratio(word, best) < WORD:
            return False
        left.remove(best)
    return True


def _settled(kind: Kind, mapped: list[Mapped], not_read: list[NotRead], keys: Sequence[Listed]) -> Columns:
    """One column for each fact and key: several that are surely the same fact are all read, and must agree."""
    kept: list[Mapped] = []
    order = [each.header for each in keys]
    for name in dict.fromkeys(m.target.name for m in mapped):
        same = [m for m in mapped if m.target.name == name]
        by_map = [m for m in same if m.how == "map"]
        whole = [m for m in same if not m.target.part]
        sure = by_map or [m for m in whole if m.how == "exact"] or (same if not whole else [])
        if name in KEYS:
            sure = sorted(sure, key=lambda m: _at(order, plain_header(m.header)))[:1]
        if not sure and len(whole) == 1:
            sure = whole
        for m in same:
            if m in sure:
                kept.append(m)
            elif sure:
                not_read.append(NotRead(m.header, f"{name} is read from {', '.join(s.header for s in sure)}"))
            else:
                not_read.append(NotRead(m.header, f"several columns are like {name}", name))
    twice = Counter((m.target.name, m.target.part) for m in kept if m.target.part)
    spare = [m for m in kept if m.target.part and twice[m.target.name, m.target.part] > 1]
    for m in spare:
        first = next(s for s in kept if s.target == m.target)
        if m is not first:
            kept.remove(m)
            not_read.append(NotRead(m.header, f"{m.target.name} is put together from {first.header}"))
    return Columns(kind, tuple(kept), tuple(not_read))


def _at(order: list[str], header: str) -> int:
    return order.index(header) if header in order else -1


@cache
def _labels() -> Mapping[str, str]:
    """The labels of facts that have one value a case, in both languages; a label of two facts names neither."""
    names: dict[str, set[str]] = {}
    for info in vocabulary().values():
        if info.is_list or info.name in ("derived", "law"):
            continue
        for field in info.fields.values():
            for label in (field.label.en, field.label.es):
                names.setdefault(plain_header(label), set()).add(field.name)
    return {label: facts.pop() for label, facts in names.items() if len(facts) == 1}
