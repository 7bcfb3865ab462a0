"""Write docs/reference/facts.md from the vocabulary.

    python docs/facts_page.py

A test compares the page with the vocabulary, so that neither can change alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nolle.facts.vocabulary import EntityInfo, Field, vocabulary
from nolle.logic import Text

PAGE = Path(__file__).parent / "reference" / "facts.md"

LEAD = """\
# Every fact

Written from the vocabulary; do not edit it by hand. [How a case file says these](case-file.md).

A fact is named `entity.field`. A field of a filing is named with its form: `filing.i130.status`. A row of a list is
named with its id: `relative[wife].status`.

- **Asked of**: the client; the client in private, away from family; the attorney; or nobody, where the record says it.
- **Care**: the sensitivity class. `ordinary` needs no special care beyond the file's own; `sensitive` is seen only by
  those who need it; `protected-1367` is information on survivors that 8 USC 1367 protects; `concession` would help DHS
  prove its case; `third_party` is about someone else.
- Facts that are worked out from others are at the end. They are not written in a case file.
"""

TYPES = {
    "bool": "yes or no",
    "date": "date",
    "datetime": "date and time",
    "int": "whole number",
    "enum": "code",
    "codes": "list of codes",
    "text": "text",
    "texts": "list of texts",
    "address": "address",
}
ASKED_OF = {"client": "client", "client-private": "client, in private", "attorney": "attorney", "system": "the record"}
MOST_CODES = 40
"""Longer lists of codes (countries, states) are named, not printed."""


def page() -> str:
    """The whole page."""
    told = [info for info in vocabulary().values() if any(not _computed(f) for f in info.fields.values())]
    parts = [LEAD, *(_entity(info) for info in told), _worked_out()]
    return "\n".join(parts)


def _entity(info: EntityInfo) -> str:
    kind = "A list: one row each." if info.is_list else ""
    kind = "One block for each form." if info.forms else kind
    no_rules = "" if info.for_rules else "For papers only; no rule reads it."
    lines = [f"## {info.name}", "", " ".join(filter(None, (f"{_both(info.label)}.", kind, no_rules))), ""]
    if info.forms:
        lines += ["| form | |", "| --- | --- |"]
        lines += [f"| `filing.{form}` | {_both(label)} |" for form, label in info.forms.items()] + [""]
    lines += ["| fact | type | question | asked of | care |", "| --- | --- | --- | --- | --- |"]
    lines += [_row(field) for field in info.fields.values() if not _computed(field)]
    return "\n".join([*lines, *_codes(info), ""])


def _row(field: Field) -> str:
    unit = f" ({field.unit})" if field.unit else ""
    cells = (
        f"`{field.name}`",
        f"{TYPES[field.type]}{unit}",
        _both(field.question, "<br>"),
        ASKED_OF[field.asked_of],
        f"`{field.sensitivity}`",
    )
    return "| " + " | ".join(cells) + " |"


def _codes(info: EntityInfo) -> Iterator[str]:
    coded = [f for f in info.fields.values() if f.values and not _computed(f)]
    if not coded:
        return
    yield ""
    yield "| codes of | code | |"
    yield "| --- | --- | --- |"
    for field in coded:
        assert field.values is not None
        if len(field.values) > MOST_CODES:
            first, *_, last = field.values
            yield f"| `{field.name}` | `{first}` ... `{last}` | {len(field.values)} codes |"
            continue
        for code, label in field.values.items():
            yield f"| `{field.name}` | `{code}` | {_both(label)} |"


def _worked_out() -> str:
    lines = ["## Worked out", "", "| fact | type | |", "| --- | --- | --- |"]
    for info in vocabulary().values():
        for field in info.fields.values():
            if _computed(field):
                lines.append(f"| `{field.name}` | {TYPES[field.type]} | {_both(field.label)} |")
    return "\n".join(lines) + "\n"


def _computed(field: Field) -> bool:
    return field.entity in ("derived", "law")


def _both(text: Text, between: str = " · ") -> str:
    return _cell(text.en) if text.en == text.es else f"{_cell(text.en)}{between}{_cell(text.es)}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
