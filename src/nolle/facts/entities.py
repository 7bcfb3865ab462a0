"""The vocabulary as rules use it: ``person.birth_date``, ``filing.i130.status``, ``relative.exists(...)``."""

from __future__ import annotations

from typing import Any

from nolle.logic.entity import Entity
from nolle.logic.tree import Fact, Kind

from .vocabulary import ENTITIES, Field, vocabulary

_KINDS: dict[str, Kind] = {
    "bool": "bool",
    "date": "date",
    "datetime": "date",
    "int": "number",
    "enum": "code",
    "codes": "codes",
    "text": "text",
    "texts": "text",
    "address": "text",
}


class Filings:
    """The filings by form: ``filing.i130.status``.

    Raises:
        AttributeError: for a form that is not in the vocabulary.
    """

    def __init__(self) -> None:
        self._forms: dict[str, Entity] = {}

    def __getattr__(self, form: str) -> Entity:
        info = vocabulary()["filing"]
        if form not in info.forms:
            raise AttributeError(f"the vocabulary has no form filing.{form}")
        if form not in self._forms:
            facts = [fact_of(f"filing.{form}.{name}", field) for name, field in info.fields.items()]
            self._forms[form] = Entity(f"filing.{form}", facts)
        return self._forms[form]


def fact_of(name: str, field: Field, *, entity: str | None = None) -> Fact:
    """The leaf that stands for a fact in a rule."""
    return Fact(
        name=name,
        holds=_KINDS[field.type],
        codes=frozenset(field.values) if field.values is not None else None,
        entity=entity,
        adverse=field.adverse,
        label=field.label,
    )


def _build(name: str) -> Any:
    info = vocabulary()[name]
    if info.forms:
        return Filings()
    row = name if info.is_list else None
    return Entity(name, [fact_of(f.name, f, entity=row) for f in info.fields.values()], is_list=info.is_list)


BUILT: dict[str, Any] = {name: _build(name) for name in ENTITIES if vocabulary()[name].for_rules}

person: Entity = BUILT["person"]
case: Entity = BUILT["case"]
entry: Entity = BUILT["entry"]
derived: Entity = BUILT["derived"]
relative: Entity = BUILT["relative"]
filing: Filings = BUILT["filing"]
visa: Entity = BUILT["visa"]
conviction: Entity = BUILT["conviction"]
arrest: Entity = BUILT["arrest"]
juvenile: Entity = BUILT["juvenile"]
uac: Entity = BUILT["uac"]
asylum: Entity = BUILT["asylum"]
victim: Entity = BUILT["victim"]
labor: Entity = BUILT["labor"]
daca: Entity = BUILT["daca"]
da: Entity = BUILT["da"]
tps: Entity = BUILT["tps"]
lpr: Entity = BUILT["lpr"]
nacara: Entity = BUILT["nacara"]
equity: Entity = BUILT["equity"]
presence_event: Entity = BUILT["presence_event"]
law: Entity = BUILT["law"]
