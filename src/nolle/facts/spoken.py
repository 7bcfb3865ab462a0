"""Answers as people say them, in English and Spanish, read into the answers a fact accepts.

Nothing is guessed. What can mean two things (``10/06/2023``) is asked back, what is rough stays rough (``about 2014``
is ``2014~``), and what cannot be read is refused with a hint that says how to answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from typing import TypeAlias

from nolle.logic.known import Answer, Missing
from nolle.logic.rough import RoughError, Span, add_months, exactly, parse_date, say_date
from nolle.logic.text import Text

from .cells import EARLIEST, LATEST, MOST
from .vocabulary import Field

LISTED = 20
"""Choices are shown with numbers up to so many; a longer list is answered by name."""


class Unclear(ValueError):
    """An answer that cannot be read; ``hint`` says how to answer."""

    def __init__(self, hint: Text) -> None:
        super().__init__(hint.en)
        self.hint = hint


class WhichDate(ValueError):
    """A date that can be read in two ways; ``days`` are the two."""

    def __init__(self, days: tuple[date, date]) -> None:
        super().__init__("day and month cannot be told apart")
        self.days = days

    @property
    def options(self) -> tuple[Text, ...]:
        """The two days in words."""
        return tuple(Text(say_date(day, "en"), say_date(day, "es")) for day in self.days)


def plain(text: str) -> str:
    """Lower case, without accents, quotes or doubled blanks: how answers are compared."""
    folded = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(bare.strip(" \t\n.!¡¿\"“”").split())


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

_NEEDS_YES_NO = Text("Please answer yes or no.", "Responda sí o no, por favor.")
_NEEDS_DATE = Text(
    "Please give a date as you know it: 2014, May 2014, May 7 2014, about 2014, before 2009, between 2014 and 2016.",
    "Dé la fecha como la sepa: 2014, mayo de 2014, 7 de mayo de 2014, como en 2014, antes de 2009, entre 2014 y 2016.",
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
        raise Unclear(Text("That is very long. Please say it in fewer words.", "Es muy largo. Dígalo con menos palabras."))
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
    for part in (text, re.split(r"[,.;]", text)[0].strip()):
        if part in YES:
            return True
        if part in NO:
            return False
    raise Unclear(_NEEDS_YES_NO)


# Dates

_MONTHS = (
    "january|jan|enero|ene", "february|feb|febrero", "march|mar|marzo", "april|apr|abril|abr", "may|mayo",
    "june|jun|junio", "july|jul|julio", "august|aug|agosto|ago", "september|sept|sep|septiembre|setiembre|set",
    "october|oct|octubre", "november|nov|noviembre", "december|dec|diciembre|dic",
)  # fmt: skip
_MONTH = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names.split("|")}
_ANY_MONTH = "|".join(sorted(_MONTH, key=len, reverse=True))
_ABOUT = (
    r"about|around|circa|ca|roughly|approximately|approx|maybe|i think|i think in|como en|como|mas o menos|"
    r"alrededor de|alrededor del|aproximadamente|aprox|cerca de|cerca del|quizas|creo que|creo que en|hacia|hacia el|por"
)
_VAGUE_END = r"\s*(?:or so|mas o menos|aproximadamente|approximately|approx|creo|i think)"
_OPENING = re.compile(r"^(?:(?:in|on|en|el|the|desde|since|del|de|ano|year|el ano|the year|dia|el dia)\s+)+")
_PART_OF_YEAR = re.compile(
    r"^(?:(?:in|at|a|the|en)\s+)*(?:early|mid|late|beginning|middle|end|start|principios|mediados|fines|finales|comienzos)"
    r"[\s-]+(?:of |de |del )?"
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|o)\b")
_SMALL = {
    word: n
    for n, words in enumerate(
        "zero|cero,one|uno|una|un|a,two|dos,three|tres,four|cuatro,five|cinco,six|seis,seven|siete,eight|ocho,nine|nueve,"
        "ten|diez,eleven|once,twelve|doce,thirteen|trece,fourteen|catorce,fifteen|quince,sixteen|dieciseis,"
        "seventeen|diecisiete,eighteen|dieciocho,nineteen|diecinueve,twenty|veinte".split(",")
    )
    for word in words.split("|")
}
_COUNT = rf"(\d{{1,4}}|{'|'.join(_SMALL)})"
_AGO = re.compile(
    rf"(?:hace (?:unos |como |mas o menos )?{_COUNT} (anos?|mes(?:es)?|dias?)|{_COUNT} (years?|months?|days?) ago)"
)


def read_date(said: str, today: date) -> Span:
    """A rough date in the words of people, or in EDTF.

    Raises:
        Unclear: for what cannot be read.
        WhichDate: where day and month cannot be told apart.
    """
    raw = said.strip()
    try:
        return parse_date(raw)
    except RoughError:
        pass
    return parse_date(_edtf(plain(raw).rstrip(","), today))


def _edtf(text: str, today: date) -> str:
    """The EDTF of what was said."""
    between = re.fullmatch(r"(?:between|entre)\s+(.+?)\s+(?:and|y|e)\s+(.+)", text) or re.fullmatch(
        r"(?:(?:from|desde|de)\s+)?(.+?)\s+(?:to|until|or|a|hasta|o|-|–)\s+(.+)", text
    )
    if between and (pair := _pair(*between.groups(), today)):
        return pair
    if match := re.fullmatch(r"(?:on or before|by|a mas tardar(?: en| el)?|hasta)\s+(.+)", text):
        return f"../{_span(match[1], today).high}"
    if match := re.fullmatch(r"(?:before|prior to|antes (?:de|del))\s+(.+)", text):
        low = _span(match[1], today).low
        return f"../{low - timedelta(days=1)}"
    if match := re.fullmatch(r"(?:after|despues (?:de|del))\s+(.+)", text):
        return f"{_span(match[1], today).high + timedelta(days=1)}/.."
    if match := re.fullmatch(rf"(?:{_ABOUT})\s+(.+)", text) or re.fullmatch(rf"(.+?){_VAGUE_END}", text):
        inner = _unit(match[1], today)
        return inner if inner.endswith("~") or "/" in inner else f"{inner}~"
    return _unit(text, today)


def _span(text: str, today: date) -> Span:
    return parse_date(_unit(text, today))


def _pair(first: str, last: str, today: date) -> str | None:
    """A range from one date to another; ``None`` when the two are not dates."""
    try:
        end = _span(last, today)
        try:
            start = _span(first, today)
        except Unclear:
            start = _span(f"{first} {end.high.year}", today)
    except Unclear:
        return None
    if start.low > end.high:
        raise Unclear(Text("The first date must come before the second.", "La primera fecha debe ser anterior a la segunda."))
    return f"{start.low}/{end.high}"


def _unit(text: str, today: date) -> str:
    """One day, month or year as EDTF."""
    if match := _AGO.search(text):
        return _ago(match, today)
    text = _OPENING.sub("", _PART_OF_YEAR.sub("", _relative(text, today)))
    text = _ORDINAL.sub("", text.replace(",", " "))
    if re.fullmatch(r"\d{4}(-\d\d){0,2}[~?]?", text):
        return _checked(text)
    if match := re.fullmatch(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", text):
        return _numbers(*map(int, match.groups()))
    if match := re.fullmatch(r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?", text):
        return _checked("-".join([match[1], *(f"{int(part):02}" for part in match.groups()[1:] if part)]))
    if match := re.fullmatch(r"(\d{1,2})[/.-](\d{4})", text):
        return _checked(f"{match[2]}-{int(match[1]):02}")
    if match := re.fullmatch(rf"({_ANY_MONTH})\.? (?:(?:de|del|of) )?(?:ano )?(\d{{4}})", text):
        return _checked(f"{match[2]}-{_MONTH[match[1]]:02}")
    if match := re.fullmatch(rf"({_ANY_MONTH})\.? (\d{{1,2}}) +(?:de |del |of )?(\d{{4}})", text):
        return _checked(f"{match[3]}-{_MONTH[match[1]]:02}-{int(match[2]):02}")
    if match := re.fullmatch(rf"(\d{{1,2}})[ -](?:de |of )?({_ANY_MONTH})\.?[ -]+(?:de |del |of )?(\d{{4}})", text):
        return _checked(f"{match[3]}-{_MONTH[match[2]]:02}-{int(match[1]):02}")
    if re.fullmatch(r"'?\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}", text):
        raise Unclear(Text("Please write the year with four digits, such as 2014.", "Escriba el año con cuatro cifras, como 2014."))
    raise Unclear(_NEEDS_DATE)


def _ago(match: re.Match[str], today: date) -> str:
    """So many years, months or days back; years and months are as rough as people mean them."""
    number, unit = (match[1], match[2]) if match[1] else (match[3], match[4])
    count = int(number) if number.isdigit() else _SMALL[number]
    if count > 120 and not unit.startswith("d"):
        raise Unclear(_NEEDS_DATE)
    if unit.startswith(("year", "ano")):
        return f"{today.year - count}~"
    if unit.startswith("m"):
        back = add_months(today, -count)
        return f"{back.year}-{back.month:02}~"
    return (today - timedelta(days=count)).isoformat()


def _relative(text: str, today: date) -> str:
    if text in ("today", "hoy"):
        return today.isoformat()
    if text in ("yesterday", "ayer"):
        return (today - timedelta(days=1)).isoformat()
    if text in ("this year", "este ano"):
        return str(today.year)
    text = re.sub(r"^(?:in|en|el|the) ", "", text)
    if text in ("last year", "ano pasado"):
        return str(today.year - 1)
    if text in ("this month", "este mes"):
        return f"{today.year}-{today.month:02}"
    if text in ("last month", "mes pasado"):
        back = add_months(today, -1)
        return f"{back.year}-{back.month:02}"
    return text


def _numbers(first: int, second: int, year: int) -> str:
    """A date in figures: month first in the United States, day first almost everywhere else, so it is asked back."""
    readings = []
    for month, day in dict.fromkeys(((first, second), (second, first))):
        try:
            readings.append(date(year, month, day))
        except ValueError:
            continue
    if len(readings) == 2:
        raise WhichDate((readings[0], readings[1]))
    if not readings:
        raise Unclear(_NEEDS_DATE)
    return _checked(readings[0].isoformat())


def _checked(edtf: str) -> str:
    try:
        parse_date(edtf)
    except RoughError:
        raise Unclear(
            Text(
                "The calendar has no such day. Please look at the day, the month and the year.",
                "El calendario no tiene ese día. Revise el día, el mes y el año.",
            )
        ) from None
    return edtf


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
    rf"{_COUNT}(?:\s*(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _UNITS.items())}))?"
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
    if (match := re.fullmatch(rf"(?:{_ABOUT}|unos|unas)\s+(.+)", text) or re.fullmatch(rf"(.+?){_VAGUE_END}", text)) and (
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
    (re.compile(r"(?:at most|up to|no more than|a lo mas|como maximo|hasta|maximum|maximo)\s+(.+)"), lambda a, b: (None, b)),
    (re.compile(r"(.+?)\s*(?:or less|or fewer|o menos)"), lambda a, b: (None, b)),
    (re.compile(r"(?:less than|fewer than|under|menos de)\s+(.+)"), lambda a, b: (None, a - 1)),
)


def _many(text: str, unit: str, unit_from: str = "") -> tuple[int, int] | None:
    """One number as the least and most it is in the fact's unit; ``unit_from`` lends its unit to a bare number."""
    match = _HOW_MANY.fullmatch(text.strip())
    if match is None:
        return None
    number = int(match[1]) if match[1].isdigit() else _SMALL[match[1]]
    lender = _HOW_MANY.fullmatch(unit_from.strip()) if unit_from else None
    named = next((u for u in _UNITS if match[u]), None) or (next((u for u in _UNITS if lender[u]), None) if lender else None)
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
        raise Unclear(
            Text(f"Please give a number from 0 to {most}.", f"Dé un número de 0 a {most}.")
        )
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
    for code, label in values.items():
        for words in (label.en, label.es):
            for name in (words, re.sub(r"\s*\(.*?\)", "", words), *re.findall(r"\((.*?)\)", words)):
                meant.setdefault(plain(name), code)
    if text in meant:
        return meant[text]
    words = set(re.findall(r"\w+", text))
    holding = {code for name, code in meant.items() if words and words <= set(re.findall(r"\w+", name))}
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
        Text("That name was not found. Please write it in full, or another way.", "No se encontró ese nombre. Escríbalo completo, o de otra forma.")
    )


def numbered(values: Mapping[str, Text]) -> bool:
    """Whether the choices are shown with numbers: not when they are many, nor when their codes are numbers."""
    return len(values) <= LISTED and not any(code.isdigit() for code in values)
