"""The JSON Schema of a case file (``nolle.case/1``), made from the vocabulary so that the two cannot part.

A schema checks shapes: names, types, codes, ranges of years and numbers. What only the reader knows (an ambiguous day,
two rows under one id) it still refuses by itself.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from .casefile import SCHEMA
from .cells import EARLIEST, LATEST, LONGEST, MOST
from .vocabulary import EntityInfo, Field, vocabulary

Json: TypeAlias = dict[str, Any]

_DERIVED = ("derived", "law")
"""What is worked out is never told in a case file."""

_PROVENANCE: Json = {
    "source": {"type": "string", "minLength": 1},
    "said_by": {"type": "string", "minLength": 1},
    "on": {"type": "string", "format": "date", "description": "The day this was recorded."},
}
_TEXT: Json = {"type": "string", "pattern": r"\S", "maxLength": LONGEST}
_PLAIN: dict[str, Json] = {
    "bool": {"type": "boolean"},
    "date": {
        "anyOf": [
            {
                "type": "string",
                "pattern": r"^(\d{4}|\.\.)",
                "description": "2014-05-07, 2014-05, 2014, 2014-05~, 2014/2016",
            },
            {"type": "integer", "minimum": EARLIEST, "maximum": LATEST},
        ]
    },
    "datetime": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}"},
    "text": _TEXT,
    "texts": {"type": "array", "items": _TEXT},
    "address": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
}


def case_schema() -> Json:
    """The JSON Schema (draft 2020-12) of a case file written as JSON.

    Each fact is plain, or one table with exactly one kind of value and its provenance; ``null`` is not asked.
    """
    parts = _Parts()
    told = [info for info in vocabulary().values() if info.name not in _DERIVED]
    lists = [info.name for info in told if info.is_list]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:nolle:case:1",
        "title": SCHEMA,
        "description": "One case: what is known of it, who said so, and from what source.",
        "type": "object",
        "properties": {
            "schema": {"const": SCHEMA},
            "complete": {
                "type": ["array", "null"],
                "items": {"enum": lists},
                "uniqueItems": True,
                "description": "Lists of which someone said that no row is missing.",
            },
            **{info.name: parts.entity(info) for info in told},
        },
        "required": ["schema"],
        "additionalProperties": False,
        "$defs": parts.defs,
    }


class _Parts:
    """The definitions that facts share, made as they are met."""

    def __init__(self) -> None:
        self.defs: dict[str, Json] = {}
        self._codes: dict[tuple[str, ...], str] = {}

    def entity(self, info: EntityInfo) -> Json:
        properties = {
            name: self._fact(field) for name, field in info.fields.items() if name != "form" or not info.forms
        }
        if info.is_list:
            properties["id"] = {"type": ["string", "integer"], "pattern": r"^[\w-]{1,64}$", "minimum": 1}
        if info.forms:
            properties["main"] = {"type": "boolean", "description": "The filing that counts among several of one form."}
        row: Json = {"type": "object", "properties": properties, "additionalProperties": False}
        if info.forms:
            self.defs[info.name] = row
            one = {"$ref": f"#/$defs/{info.name}"}
            form = {"anyOf": [one, {"type": "array", "items": one}, {"type": "null"}]}
            forms = {code: {"title": label.en, **form} for code, label in info.forms.items()}
            found: Json = {"type": ["object", "null"], "properties": forms, "additionalProperties": False}
        elif info.is_list:
            found = {"type": ["array", "null"], "items": row}
        else:
            found = {**row, "type": ["object", "null"]}
        return {"title": info.label.en, **found}

    def _fact(self, field: Field) -> Json:
        return {"title": field.label.en, "$ref": f"#/$defs/{self._kind(field)}"}

    def _kind(self, field: Field) -> str:
        """The name of the definition this fact shares with others of its type, its unit or its codes."""
        if field.values is not None:
            codes = tuple(field.values)
            name = self._codes.setdefault((field.type, *codes), f"{field.entity}_{field.field}")
            plain = _codes(field.type, codes)
        elif field.type == "int":
            name = f"int_{field.unit or 'count'}"
            plain = {"type": "integer", "minimum": 0, "maximum": MOST[field.unit or "count"]}
        else:
            name, plain = field.type, _PLAIN[field.type]
        if name not in self.defs:
            self.defs[name] = _cell(field.type, plain)
        return name


def _codes(type: str, codes: tuple[str, ...]) -> Json:
    numbers = [int(code) for code in codes if code.isdecimal()]
    one: Json = {"enum": [*codes, *numbers]}
    if type == "codes":
        return {"type": "array", "items": one, "uniqueItems": True}
    return one


def _cell(type: str, plain: Json) -> Json:
    """A value as it stands, or one table of it: exactly one kind of value, and who said so."""
    kinds = [_table({"value": plain}), _table({"unknown": {"const": True}}), _table({"absent": {"const": True}})]
    if type in ("date", "int"):
        kinds.append(_table({"min": plain, "max": plain}, needs=("anyOf", ["min", "max"])))
    bare = [plain, {"type": "null"}]
    if type == "enum":
        kinds.append(_table({"one_of": {"type": "array", "items": plain, "minItems": 2, "uniqueItems": True}}))
    if type in ("enum", "codes"):
        bare.append({"const": "unknown"})
    return {"anyOf": [*bare, *kinds]}


def _table(values: Json, needs: tuple[str, list[str]] | None = None) -> Json:
    found: Json = {"type": "object", "properties": {**values, **_PROVENANCE}, "additionalProperties": False}
    if needs is None:
        return {**found, "required": list(values)}
    return {**found, needs[0]: [{"required": [name]} for name in needs[1]]}
