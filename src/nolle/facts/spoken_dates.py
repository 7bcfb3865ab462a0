"""Dates as people say them, in English and Spanish, read as rough dates."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from nolle.logic.rough import RoughError, Span, add_months, parse_date, say_date
from nolle.logic.text import Text


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
    return " ".join(bare.strip(' \t\n.!¡¿"“”').split())


_NEEDS_DATE = Text(
    "Please give a date as you know it: 2014, May 2014, May 7 2014, about 2014, before 2009, between 2014 and 2016.",
    "Dé la fecha como la sepa: 2014, mayo de 2014, 7 de mayo de 2014, como en 2014, antes de 2009, entre 2014 y 2016.",
)

_MONTHS = (
    "january|jan|enero|ene", "february|feb|febrero", "march|mar|marzo", "april|apr|abril|abr", "may|mayo",
    "june|jun|junio", "july|jul|julio", "august|aug|agosto|ago", "september|sept|sep|septiembre|setiembre|set",
    "october|oct|octubre", "november|nov|noviembre", "december|dec|diciembre|dic",
)  # fmt: skip
_MONTH = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names.split("|")}
_ANY_MONTH = "|".join(sorted(_MONTH, key=len, reverse=True))
ABOUT = (
    r"about|around|circa|ca|roughly|approximately|approx|maybe|i think|i think in|como en|como|mas o menos|"
    r"alrededor de|alrededor del|aproximadamente|aprox|cerca de|cerca del|quizas|creo que|creo que en|"
    r"hacia|hacia el|por"
)
VAGUE_END = r"\s*(?:or so|mas o menos|aproximadamente|approximately|approx|creo|i think)"
_OPENING = re.compile(r"^(?:(?:in|on|en|el|the|desde|since|del|de|ano|year|el ano|the year|dia|el dia)\s+)+")
_PART_OF_YEAR = re.compile(
    r"^(?:(?:in|at|a|the|en)\s+)*(?:early|mid|late|beginning|middle|end|start|principios|mediados|fines|finales|comienzos)"
    r"[\s-]+(?:of |de |del )?"
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|o)\b")
_NUMBER_WORDS = (
    "zero|cero,one|uno|una|un|a,two|dos,three|tres,four|cuatro,five|cinco,six|seis,seven|siete,eight|ocho,nine|nueve,"
    "ten|diez,eleven|once,twelve|doce,thirteen|trece,fourteen|catorce,fifteen|quince,sixteen|dieciseis,"
    "seventeen|diecisiete,eighteen|dieciocho,nineteen|diecinueve,twenty|veinte"
)
SMALL = {word: n for n, words in enumerate(_NUMBER_WORDS.split(",")) for word in words.split("|")}
COUNT = rf"(\d{{1,4}}|{'|'.join(SMALL)})"
_AGO = re.compile(
    rf"(?:hace (?:unos |como |mas o menos )?{COUNT} (anos?|mes(?:es)?|dias?)|{COUNT} (years?|months?|days?) ago)"
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
    if between and (pair := _pair(between[1], between[2], today)):
        return pair
    if match := re.fullmatch(r"(?:on or before|by|a mas tardar(?: en| el)?|hasta)\s+(.+)", text):
        return f"../{_ends(match[1], today)[1]}"
    if match := re.fullmatch(r"(?:before|prior to|antes (?:de|del))\s+(.+)", text):
        return f"../{_ends(match[1], today)[0] - timedelta(days=1)}"
    if match := re.fullmatch(r"(?:after|despues (?:de|del))\s+(.+)", text):
        return f"{_ends(match[1], today)[1] + timedelta(days=1)}/.."
    if match := re.fullmatch(rf"(?:{ABOUT})\s+(.+)", text) or re.fullmatch(rf"(.+?){VAGUE_END}", text):
        inner = _unit(match[1], today)
        return inner if inner.endswith("~") or "/" in inner else f"{inner}~"
    return _unit(text, today)


def _ends(text: str, today: date) -> tuple[date, date]:
    """The first and the last day that one date may be."""
    span = parse_date(_unit(text, today))
    if not isinstance(span.low, date) or not isinstance(span.high, date):
        raise Unclear(_NEEDS_DATE)
    return span.low, span.high


def _pair(first: str, last: str, today: date) -> str | None:
    """A range from one date to another; ``None`` when the two are not dates."""
    try:
        end = _ends(last, today)[1]
        try:
            start = _ends(first, today)[0]
        except Unclear:
            start = _ends(f"{first} {end.year}", today)[0]
    except Unclear:
        return None
    if start > end:
        raise Unclear(
            Text("The first date must come before the second.", "La primera fecha debe ser anterior a la segunda.")
        )
    return f"{start}/{end}"


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
        raise Unclear(
            Text(
                "Please write the year with four digits, such as 2014.", "Escriba el año con cuatro cifras, como 2014."
            )
        )
    raise Unclear(_NEEDS_DATE)


def _ago(match: re.Match[str], today: date) -> str:
    """So many years, months or days back; years and months are as rough as people mean them."""
    number, unit = (match[1], match[2]) if match[1] else (match[3], match[4])
    count = int(number) if number.isdigit() else SMALL[number]
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
