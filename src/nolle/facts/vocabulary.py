"""The vocabulary: every fact that can be known about a case, with its question in two languages.

One data file an entity, in ``data/``. A list (``relative``, ``conviction``) has rows; ``filing`` is keyed by form, so
its facts are read as ``filing.i130.status``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Any, Literal, TypeAlias

from nolle.logic.text import Text

Type: TypeAlias = Literal["bool", "date", "datetime", "int", "enum", "codes", "text", "texts", "address"]
AskedOf: TypeAlias = Literal["client", "client-private", "attorney", "system"]
Sensitivity: TypeAlias = Literal["ordinary", "sensitive", "third_party", "concession", "protected-1367"]

_STRICTNESS: tuple[Sensitivity, ...] = ("ordinary", "sensitive", "third_party", "concession", "protected-1367")

ENTITIES = [
    "person",
    "case",
    "entry",
    "derived",
    "relative",
    "filing",
    "visa",
    "conviction",
    "arrest",
    "juvenile",
    "uac",
    "asylum",
    "victim",
    "labor",
    "daca",
    "da",
    "tps",
    "lpr",
    "nacara",
    "equity",
    "presence_event",
    "law",
    "party",
    "court",
]


class UnknownFact(KeyError):
    """A name that is not in the vocabulary; the message suggests the nearest one."""

    def __str__(self) -> str:
        """The sentence itself, without the quotes a KeyError adds."""
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Field:
    """One fact: what it holds, how it is asked, who may answer, and how carefully it is kept.

    ``event`` marks a date on which something happened (it cannot lie after the day asked about); ``dated_by`` names
    the date that says since when another fact is so. ``adverse`` are the codes under which an act of another is no
    longer awaited: it was decided against the client, or cannot come, because nothing was filed. ``burden`` (1 to 5)
    is our own rating of what asking costs.
    """

    name: str
    entity: str
    field: str
    type: Type
    label: Text
    question: Text
    why: Text
    asked_of: AskedOf
    sensitivity: Sensitivity
    unit: str | None = None
    values: Mapping[str, Text] | None = None
    form: str | None = None
    event: bool = False
    dated_by: tuple[str, ...] = ()
    judgement: bool = False
    burden: int = 1
    adverse: frozenset[str] = frozenset()
    compute: str | None = None


@dataclass(frozen=True, slots=True)
class EntityInfo:
    """A group of facts. ``forms`` are the forms a filing may be.

    ``dated_by`` names the dates that say when a row of the list happened; ``form_sensitivity`` the forms that are kept
    more carefully than their facts.
    """

    name: str
    label: Text
    is_list: bool
    for_rules: bool
    fields: Mapping[str, Field]
    forms: Mapping[str, Text]
    dated_by: tuple[str, ...]
    form_sensitivity: Mapping[str, Sensitivity]


@cache
def vocabulary() -> Mapping[str, EntityInfo]:
    """Every entity by name, in reading order."""
    return {name: _entity(_read(name)) for name in ENTITIES}


@cache
def codes() -> Mapping[str, Mapping[str, Text]]:
    """The shared lists of codes: countries, states, languages, circuits."""
    raw = _read("codes")
    return {name: {r["code"]: Text(r["en"], r["es"]) for r in rows} for name, rows in raw.items()}


def fields() -> Iterator[Field]:
    """Every fact, a filing's fields once for all forms."""
    for entity in vocabulary().values():
        yield from entity.fields.values()


def find(name: str) -> Field:
    """The field behind a fact's name: ``person.birth_date``, ``filing.i130.status``, ``relative[2].status``.

    Raises:
        UnknownFact: with the nearest right name.
    """
    entity, _, rest = name.partition(".")
    entity = entity.partition("[")[0]
    info = vocabulary().get(entity)
    if info is None:
        raise UnknownFact(f"there is no {entity!r} in the vocabulary{_near(entity, vocabulary())}")
    if info.forms:
        form, dot, field = rest.partition(".")
        if not dot:
            field = form
        elif form.partition("[")[0] not in info.forms:
            raise UnknownFact(f"there is no filing.{form}{_near(form, info.forms)}")
    else:
        field = rest
    try:
        return info.fields[field]
    except KeyError:
        raise UnknownFact(f"there is no fact {name!r}{_near(field, info.fields)}") from None


def nearest(name: str, among: Mapping[str, Any]) -> str | None:
    """The name that was probably meant."""
    close = get_close_matches(name, among, n=1, cutoff=0.5)
    return close[0] if close else None


def question(name: str) -> Text:
    """The question that asks for a fact; a filing's names its form."""
    field = find(name)
    if field.entity != "filing" or name.count(".") < 2:
        return field.question
    form = vocabulary()["filing"].forms[name.split(".")[1].partition("[")[0]]
    return Text(field.question.en.replace("{form}", form.en), field.question.es.replace("{form}", form.es))


def label(name: str) -> Text:
    """The short name of a fact; a filing's names its form."""
    field = find(name)
    if field.entity != "filing" or name.count(".") < 2:
        return field.label
    form = vocabulary()["filing"].forms[name.split(".")[1].partition("[")[0]]
    return Text(f"{form.en}: {field.label.en}", f"{form.es}: {field.label.es}")


def sensitivity_of(name: str) -> Sensitivity:
    """How carefully a fact is kept; for a filing the stricter of the fact's class and its form's."""
    field = find(name)
    if name.count(".") < 2:
        return field.sensitivity
    form = name.split(".")[1].partition("[")[0]
    of_form = vocabulary()[field.entity].form_sensitivity.get(form, field.sensitivity)
    return max(field.sensitivity, of_form, key=_STRICTNESS.index)


def _near(name: str, among: Mapping[str, Any]) -> str:
    close = nearest(name, among)
    return f"; did you mean {close!r}?" if close else ""


def _read(name: str) -> Any:
    return json.loads(resources.files(__package__).joinpath("data", f"{name}.json").read_text("utf-8"))


def _entity(raw: dict[str, Any]) -> EntityInfo:
    name = raw["entity"]
    return EntityInfo(
        name=name,
        label=Text(raw["en"], raw["es"]),
        is_list=bool(raw.get("list")),
        for_rules=raw.get("for_rules", True),
        fields={field["name"]: _field(name, field) for field in raw["fields"]},
        forms={form["code"]: Text(form["en"], form["es"]) for form in raw.get("forms", ())},
        dated_by=tuple(raw.get("dated_by", ())),
        form_sensitivity={f["code"]: f["sensitivity"] for f in raw.get("forms", ()) if "sensitivity" in f},
    )


def _field(entity: str, raw: dict[str, Any]) -> Field:
    dated_by = raw.get("dated_by", ())
    return Field(
        name=f"{entity}.{raw['name']}",
        entity=entity,
        field=raw["name"],
        type=raw["type"],
        label=Text(**raw["label"]),
        question=Text(**raw["question"]),
        why=Text(**raw["why"]),
        asked_of=raw["asked_of"],
        sensitivity=raw["sensitivity"],
        unit=raw.get("unit"),
        values=_values(raw),
        form=raw.get("form"),
        event=raw.get("event", False),
        dated_by=(dated_by,) if isinstance(dated_by, str) else tuple(dated_by),
        judgement=raw.get("judgement", False),
        burden=raw.get("burden", 1),
        adverse=frozenset(raw.get("adverse", ())),
        compute=raw.get("compute"),
    )


def _values(raw: dict[str, Any]) -> Mapping[str, Text] | None:
    if "values" in raw:
        return {value["code"]: Text(value["en"], value["es"]) for value in raw["values"]}
    source = raw.get("values_from")
    if source is None:
        return None
    if "." in source:
        entity, field = source.split(".")
        for other in _read(entity)["fields"]:
            if other["name"] == field:
                return _values(other)
        raise UnknownFact(f"{raw['name']} takes its values from {source}, which does not exist")
    return codes()[source]
