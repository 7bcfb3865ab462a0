"""The vocabulary as rules use it: ``person.birth_date``, ``filing.i130.status``, ``relative.exists(...)``."""

from __future__ import annotations

from typing import Any

from nolle.logic.tree import Entity, Fact, Kind

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
        judgement=field.judgement,
        adverse=field.adverse,
        label=field.label,
    )


def _build(name: str) -> Any:
    info = vocabulary()[name]
    if info.forms:
        return Filings()
    row = name if info.is_list else None
    return Entity(name, [fact_of(f.name, f, entity=row) for f in info.fields.values()], is_list=info.is_list)


_BUILT = {name: _build(name) for name in ENTITIES if vocabulary()[name].for_rules}

person: Entity = _BUILT["person"]
case: Entity = _BUILT["case"]
entry: Entity = _BUILT["entry"]
derived: Entity = _BUILT["derived"]
relative: Entity = _BUILT["relative"]
filing: Filings = _BUILT["filing"]
visa: Entity = _BUILT["visa"]
conviction: Entity = _BUILT["conviction"]
arrest: Entity = _BUILT["arrest"]
juvenile: Entity = _BUILT["juvenile"]
uac: Entity = _BUILT["uac"]
asylum: Entity = _BUILT["asylum"]
victim: Entity = _BUILT["victim"]
labor: Entity = _BUILT["labor"]
daca: Entity = _BUILT["daca"]
da: Entity = _BUILT["da"]
tps: Entity = _BUILT["tps"]
lpr: Entity = _BUILT["lpr"]
nacara: Entity = _BUILT["nacara"]
equity: Entity = _BUILT["equity"]
presence_event: Entity = _BUILT["presence_event"]
law: Entity = _BUILT["law"]
