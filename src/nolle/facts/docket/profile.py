"""Export profiles: what a practice manager calls its columns, and what its words mean.

One data file a profile, in ``profiles/``, and one for what any export may use. ``documented`` headers are published by
the maker (``sources`` says where); ``ours`` are our own reading of its screens and of common use. A profile lists a
fact's headers, the parts a value is put together from, which column numbers the case, how a contact is found for a
matter, headers that hold no fact, and headers that could mean several facts and are therefore asked about.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, TypeAlias

from nolle.facts.vocabulary import vocabulary

from .values import DayOrder

Basis: TypeAlias = Literal["documentation", "ours", "vocabulary", "told"]
PROFILES = ("clio", "docketwise", "legalserver", "generic")
KEYS = ("case_id", "contact_id", "contact_name", "as_of", "circuit")
"""What a column may be beside a fact: the number of the case, and what a contact is found by."""

_SQUASH = re.compile(r"\b([a-z]{1,4}) (\d+[a-z]?)\b")
_NUMBER = frozenset({"no", "num", "nbr", "nr"})


@dataclass(frozen=True, slots=True)
class Target:
    """What a column is for: a fact (``person.birth_date``, ``entry[last].date``) or one of ``KEYS``.

    ``part`` is the place of the column among those a value is put together from, first to last; 0 for a whole value.
    """

    name: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A header that a profile lists, as it compares (``plain_header``): what it is for, and whose word that is."""

    header: str
    target: Target
    basis: Basis


@dataclass(frozen=True, slots=True)
class Profile:
    """One profile. ``keys`` has, for each kind of table, the headers of ``KEYS`` in the order they are preferred.

    ``ask`` are headers that could mean several things: the nearest fact, and why nothing is read.
    """

    name: str
    title: str
    day_order: DayOrder | None
    contacts: bool
    listed: tuple[Listed, ...]
    keys: Mapping[str, tuple[Listed, ...]]
    ask: Mapping[str, tuple[str, str]]
    ignore: frozenset[str]
    note: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words for values, as they compare (``plain_word``)."""

    blank: frozenset[str]
    unknown: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    country: Mapping[str, str]
    language: Mapping[str, str]
    facts: Mapping[str, Mapping[str, str]]


def plain_word(text: str) -> str:
    """Lower case, without accents, doubled blanks or a full stop at the end: how values are compared."""
    folded = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return " ".join("".join(c for c in folded if not unicodedata.combining(c)).split()).rstrip(".")


def plain_header(header: str) -> str:
    """A header as it compares: lower case, no accents or punctuation; ``A#`` and ``A No.`` are ``a number``."""
    text = plain_word(header).replace("#", " number ").replace("'", "")
    words = re.findall(r"[a-z0-9]+", text)
    if len(words) > 1 and words[-1] in _NUMBER:
        words[-1] = "number"
    kept = [word for at, word in enumerate(words) if not (word == "number" and at and words[at - 1] == "number")]
    return _SQUASH.sub(r"\1\2", " ".join(kept))


@cache
def load(name: str) -> Profile:
    """A profile by its name.

    Raises:
        KeyError: for a profile that does not exist.
    """
    if name not in PROFILES:
        raise KeyError(name)
    raw, common = _read(name), _read("common")
    keys = {kind: tuple(_keys(raw, common, kind)) for kind in ("matters", "contacts")}
    listed = [*_facts(raw), *_of(common["headers"], "ours"), *_parts(common["parts"], "ours"), *_filings(common)]
    ignored = [*raw["ignore"]["documented"], *raw["ignore"]["ours"], *common["ignore"]]
    return Profile(
        name=raw["profile"],
        title=raw["title"],
        day_order=raw["day_order"],
        contacts="contacts" in raw["tables"],
        listed=tuple(each for each in listed if each.target.name != "case_id"),
        keys=keys,
        ask={plain_header(h): (a["near"], a["why"]) for a in common["ask"] for h in a["headers"]},
        ignore=frozenset(map(plain_header, ignored)),
        note=raw["note"],
    )


@cache
def words() -> Words:
    """The words any export may use for a value."""
    raw = _read("common")["words"]
    return Words(
        **{name: frozenset(map(plain_word, raw[name])) for name in ("blank", "unknown", "yes", "no")},
        country={plain_word(k): v for k, v in raw["country"].items()},
        language={plain_word(k): v for k, v in raw["language"].items()},
        facts={fact: {plain_word(k): v for k, v in table.items()} for fact, table in raw["facts"].items()},
    )


def _read(name: str) -> Any:
    return json.loads(resources.files(__package__).joinpath("profiles", f"{name}.json").read_text("utf-8"))


def _facts(raw: Any) -> Iterator[Listed]:
    for key, basis in _BASES.items():
        yield from _of(raw["headers"][key], basis)
        yield from _parts(raw["parts"][key], basis)


_BASES: dict[str, Basis] = {"documented": "documentation", "ours": "ours"}


def _of(headers: Mapping[str, list[str]], basis: Basis) -> Iterator[Listed]:
    for name, told in headers.items():
        for header in told:
            yield Listed(plain_header(header), Target(name), basis)


def _parts(parts: Mapping[str, list[list[str]]], basis: Basis) -> Iterator[Listed]:
    for name, places in parts.items():
        for place, told in enumerate(places, 1):
            for header in told:
                yield Listed(plain_header(header), Target(name, place), basis)


def _filings(common: Any) -> Iterator[Listed]:
    """``I-130 Filed Date`` and the like, for every form that its number alone names."""
    for form in vocabulary()["filing"].forms:
        number = form.removeprefix("eoir") if form.startswith("eoir") else form
        if not re.fullmatch(r"[a-z]?\d+[a-z]?", number):
            continue
        for field, told in common["filings"].items():
            for words_ in told:
                for name in (form, f"form {form}"):
                    yield Listed(plain_header(f"{name} {words_}"), Target(f"filing.{form}.{field}"), "ours")


def _keys(raw: Any, common: Any, kind: str) -> Iterator[Listed]:
    """The key columns of a table of matters, or of contacts."""
    told: list[tuple[str, list[str], Basis]] = [("contact_id", raw["contact_id"]["of_contacts"], "ours")]
    if kind == "matters":
        told = [(name, raw[name][key], basis) for name in KEYS[:3] for key, basis in _BASES.items()]
        told.insert(2, ("case_id", common["headers"]["case_id"], "ours"))
    for name, headers, basis in told:
        for header in headers:
            yield Listed(plain_header(header), Target(name), basis)
