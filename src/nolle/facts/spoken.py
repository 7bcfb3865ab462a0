"""Answers as people say them, in English and Spanish, read into the answers a fact accepts.

Nothing is guessed. What can mean two things (``10/06/2023``) is asked back, what is rough stays rough (``about 2014``
is ``2014~``), and what cannot be read is refused with a hint that says how to answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import TypeAlias

from nolle.logic.known import Answer, Missing
from nolle.logic.rough import Span, exactly, say_date
from nolle.logic.text import Text

from .cells import EARLIEST, LATEST, MOST
from .spoken_dates import ABOUT, COUNT, SMALL, VAGUE_END, Unclear, WhichDate, plain, read_date
from .vocabulary import Field

__all__ = [
    "Unclear",
    "WhichDate",
    "numbered",
    "plain",
    "read_choice",
    "read_choices",
    "read_date",
    "read_number",
    "read_spoken",
    "read_yes_no",
]

LISTED = 20
"""Choices are shown with numbers up to so many; a longer list is answered by name."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


YES = _set(
    "y|ye|yes|yeah|yep|yup|true|correct|right|sure|of course|i do|i did|i have|i am|it is|si|s|claro|claro que si|"
    "correcto|asi es|cierto|verdad|por supuesto|afirmativo|es correcto|lo soy"
)
NO = _set(
    "n|no|nope|nah|never|false|not|i don't|i do not|i didn't|i haven't|not at all|nunca|jamas|falso|para nada|"
    "negativo|en absoluto|no, nunca|no, never"
)
NEVER = _set(
    "never|no|none|n/a|na|not applicable|it did not happen|did not happen|it never happened|has not happened|not yet|"
    "nunca|jamas|no aplica|no ha pasado|no paso|no sucedio|todavia no|aun no|ninguna|ninguno|no existe|no hay|no tengo"
)
NONE = _set("none|no|nothing|zero|ninguno|ninguna|nada|ningun|no tengo")

_UNSURE = re.compile(r"\b(know|sure|maybe|perhaps|think|guess|se|segur[oa]|quizas?|creo|tal vez|acuerdo|remember)\b")
_NEEDS_YES_NO = Text(
    "Please answer yes or no, or say that you don’t know.", "Responda sí o no, o diga que no sabe, por favor."
)
_NEEDS_NUMBER = Text(
    "Please give a whole number, or a range: 10, at least 10, at most 5, 16 or 17.",
    "Dé un número entero o un rango: 10, al menos 10, como máximo 5, 16 o 17.",
)
_NEEDS_BOTH = Text(
    "“About” is fine, but between which two numbers? For example: between 5 and 8.",
    "“Más o menos” está bien, pero ¿entre qué dos números? Por ejemplo: entre 5 y 8.",
)


def read_spoken(field: Field, said: str, today: date) -> Answer:
    """The answer to a fact's question.

    Args:
        field: the fact that was asked.
        said: what the person said, in either language.
        today: the day it was said; "two years ago" counts from it, and an event cannot lie after it.

    Raises:
        Unclear: with how to answer.
        WhichDate: for a date whose day and month cannot be told apart.
    """
    if len(said) > 2000:
        raise Unclear(
            Text("That is very long. Please say it in fewer words.", "Es muy largo. Dígalo con menos palabras.")
        )
    if field.type == "bool":
        return read_yes_no(said)
    if field.type == "date":
        if plain(said) in NEVER and field.field not in ("birth_date", "date"):
            return Missing.ABSENT
        return _sensible(field, read_date(said, today), today)
    if field.type == "int":
        return read_number(said, field.unit or "count")
    if field.type == "enum":
        return read_choice(said, field.values or {})
    if field.type == "codes":
        return read_choices(said, field.values or {})
    if field.type == "texts":
        return tuple(part.strip() for part in said.split(";") if part.strip())
    return said.strip()


def read_yes_no(said: str) -> bool:
    """Yes or no; words after a comma are passed over: "yes, twice".

    Raises:
        Unclear: for anything else.
    """
    text = plain(said)
    first, *rest = re.split(r"[,.;]", text)
    if any(_UNSURE.search(part) for part in rest):
        raise Unclear(_NEEDS_YES_NO)
    for part in (text, first.strip()):
        if part in YES:
            return True
        if part in NO:
            return False
    raise Unclear(_NEEDS_YES_NO)


def _sensible(field: Field, span: Span, today: date) -> Span:
    for end in (span.low, span.high):
        if isinstance(end, date) and not EARLIEST <= end.year <= LATEST:
            raise Unclear(Text(f"The year {end.year} cannot be right.", f"El año {end.year} no puede ser correcto."))
    if field.event and isinstance(span.low, date) and span.low > today:
        raise Unclear(
            Text(
                f"That day has not come yet: today is {say_date(today, 'en')}.",
                f"Ese día aún no ha llegado: hoy es {say_date(today, 'es')}.",
            )
        )
    return span


# Numbers

_UNITS = {
    "years": r"years?|anos?|yrs?",
    "months": r"months?|mes(?:es)?",
    "days": r"days?|dias?",
    "weeks": r"weeks?|semanas?",
}
_IN_DAYS = {"weeks": (7, 7), "months": (28, 31), "years": (365, 366)}
_HOW_MANY = re.compile(
    rf"{COUNT}(?:\s*(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _UNITS.items())}))?"
    rf"(?:\s*(?:old|de edad|veces|times?))?"
)


def read_number(said: str, unit: str) -> Span:
    """A whole number or a range of them, in the fact's unit: years, months, days or a count.

    Raises:
        Unclear: for what cannot be read.
    """
    text = plain(said).replace("1/2", "")
    if text in NONE or text in ("never", "nunca"):
        return exactly(0)
    low: int | None
    high: int | None
    if match := re.fullmatch(
        r"(?:(?:between|entre|from|de)\s+)?(.+?)\s*(?:-|–|\bto\b|\bor\b|\band\b|\ba\b|\bo\b|\by\b)\s*(.+)", text
    ):
        second = _many(match[2], unit)
        first = _many(match[1], unit, match[2]) if second else None
        if first and second:
            low, high = first[0], second[1]
            if low > high:
                raise Unclear(Text("Please give the smaller number first.", "Diga primero el número menor."))
            return _few(low, high, unit)
    for pattern, build in _BOUNDS:
        if (match := pattern.fullmatch(text)) and (found := _many(match[1], unit)):
            low, high = build(*found)
            return _few(low, high, unit)
    if (match := re.fullmatch(rf"(?:{ABOUT}|unos|unas)\s+(.+)", text) or re.fullmatch(rf"(.+?){VAGUE_END}", text)) and (
        found := _many(match[1], unit)
    ):
        if unit == "years":
            return _few(max(found[0] - 1, 0), found[1] + 1, unit)
        raise Unclear(_NEEDS_BOTH)
    if found := _many(text, unit):
        return _few(*found, unit)
    raise Unclear(_NEEDS_NUMBER)


_Bounds: TypeAlias = Callable[[int, int], tuple[int | None, int | None]]
_BOUNDS: tuple[tuple[re.Pattern[str], _Bounds], ...] = (
    (re.compile(r"(?:at least|al menos|por lo menos|como minimo|minimum|minimo)\s+(.+)"), lambda a, b: (a, None)),
    (re.compile(r"(.+?)\s*(?:or more|o mas|\+|and up|en adelante|as a minimum)"), lambda a, b: (a, None)),
    (re.compile(r"(?:more than|over|mas de)\s+(.+)"), lambda a, b: (b + 1, None)),
    (
        re.compile(r"(?:at most|up to|no more than|a lo mas|como maximo|hasta|maximum|maximo)\s+(.+)"),
        lambda a, b: (None, b),
    ),
    (re.compile(r"(.+?)\s*(?:or less|or fewer|o menos)"), lambda a, b: (None, b)),
    (re.compile(r"(?:less than|fewer than|under|menos de)\s+(.+)"), lambda a, b: (None, a - 1)),
)


def _many(text: str, unit: str, unit_from: str = "") -> tuple[int, int] | None:
    """One number as the least and most it is in the fact's unit; ``unit_from`` lends its unit to a bare number."""
    match = _HOW_MANY.fullmatch(text.strip())
    if match is None or text.strip() == "a":
        return None
    number = int(match[1]) if match[1].isdigit() else SMALL[match[1]]
    lender = _HOW_MANY.fullmatch(unit_from.strip()) if unit_from else None
    named = next((u for u in _UNITS if match[u]), None) or (
        next((u for u in _UNITS if lender[u]), None) if lender else None
    )
    if named is None or named == unit:
        return number, number
    if unit == "days" and named in _IN_DAYS:
        least, most = _IN_DAYS[named]
        return number * least, number * most
    if unit == "months" and named == "years":
        return number * 12, number * 12
    raise Unclear(
        Text(f"Please give the number in {unit}.", f"Dé el número en {_UNIT_ES.get(unit, unit)}.")
        if unit in _UNIT_ES
        else _NEEDS_NUMBER
    )


_UNIT_ES = {"years": "años", "months": "meses", "days": "días"}


def _few(low: int | None, high: int | None, unit: str) -> Span:
    most = MOST[unit]
    if any(end is not None and not 0 <= end <= most for end in (low, high)):
        raise Unclear(Text(f"Please give a number from 0 to {most}.", f"Dé un número de 0 a {most}."))
    return Span(low, high)


# Choices


def read_choice(said: str, values: Mapping[str, Text]) -> Answer:
    """A code by its number in the list, its name or its words; "1 or 3" is one of the two.

    Raises:
        Unclear: with the nearest choices.
    """
    try:
        return _code(said, values)
    except Unclear:
        parts = re.split(r"\s+(?:or|o|u)\s+", plain(said))
        if len(parts) < 2:
            raise
        codes = frozenset(_code(part, values) for part in parts)
        return codes if len(codes) > 1 else next(iter(codes))


def read_choices(said: str, values: Mapping[str, Text]) -> Answer:
    """Several codes: "1, 3", "Honduras and Mexico", "none".

    Raises:
        Unclear: with the nearest choices.
    """
    if plain(said) in NONE:
        return ("none",) if "none" in values else ()
    try:
        return (_code(said, values),)
    except Unclear:
        parts = [part for part in re.split(r"\s*[,;]\s*|\s+(?:and|y|e)\s+", said) if part.strip()]
        if len(parts) < 2:
            raise
        return tuple(dict.fromkeys(_code(part, values) for part in parts))


def _code(said: str, values: Mapping[str, Text]) -> str:
    text = plain(said)
    codes = list(values)
    if text.isdigit() and numbered(values):
        if 1 <= int(text) <= len(codes):
            return codes[int(text) - 1]
        raise Unclear(Text(f"Please give a number from 1 to {len(codes)}.", f"Dé un número de 1 a {len(codes)}."))
    meant = {plain(code): code for code in codes}
    if "none" in values:
        meant |= dict.fromkeys(NEVER, "none")
    for code, label in values.items():
        for words in (label.en, label.es):
            for name in (words, re.sub(r"\s*\(.*?\)", "", words), *re.findall(r"\((.*?)\)", words)):
                meant.setdefault(plain(name), code)
    if text in meant:
        return meant[text]
    tokens = set(re.findall(r"\w+", text))
    holding = {code for name, code in meant.items() if tokens and tokens <= set(re.findall(r"\w+", name))}
    if len(holding) == 1:
        return holding.pop()
    near = [meant[name] for name in get_close_matches(text, meant, n=6, cutoff=0.65)]
    shown = sorted(holding)[:4] or list(dict.fromkeys(near))[:3]
    if shown:
        raise Unclear(
            Text(
                f"Did you mean {' / '.join(values[c].en for c in shown)}? Please write one of them.",
                f"¿Quiso decir {' / '.join(values[c].es for c in shown)}? Escriba uno de ellos.",
            )
        )
    if numbered(values):
        raise Unclear(
            Text(
                f"Please give a number from 1 to {len(codes)}, or the words beside it.",
                f"Dé un número de 1 a {len(codes)}, o las palabras que están al lado.",
            )
        )
    raise Unclear(
        Text(
            "That name was not found. Please write it in full, or another way.",
            "No se encontró ese nombre. Escríbalo completo, o de otra forma.",
        )
    )


def numbered(values: Mapping[str, Text]) -> bool:
    """Whether the choices are shown with numbers: not when they are many, nor when their codes are numbers."""
    return len(values) <= LISTED and not any(code.isdigit() for code in values)
