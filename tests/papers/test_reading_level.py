"""What a client reads is held to the sixth grade, in both languages.

English: the Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom, Naval Technical Training Command report 8-75,
1975), 0.39 words a sentence + 11.8 syllables a word - 15.59. Spanish: the ease of reading of Fernández Huerta ("Medidas
sencillas de lecturabilidad", Consigna 214, 1959), 206.84 - 60 syllables a word - 1.02 words a sentence; 70 to 80 is
sixth grade, and higher is easier.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from nolle.papers.kinds import advisals, kinds

from .drafting import MOTION, TODAY, made, words

CLIENT = [k.id for k in kinds().values() if k.audience == "client"]
STRONG = "aáeéoóíú"


def sentences(text: str) -> int:
    return len([part for part in re.split(r"[.!?:;]+(?:\s|$)|\n\n", text) if re.search(r"\w", part)])


def syllables_en(word: str) -> int:
    word = re.sub(r"[^a-z]", "", word.lower())
    count = len(re.findall(r"[aeiouy]+", word))
    if count > 1 and re.search(r"[^l]e$|[^td]ed$|[^szhxgc]es$", word):
        count -= 1
    return max(count, 1)


def syllables_es(word: str) -> int:
    count = 0
    for run in re.findall(r"[aeiouáéíóúü]+", word.lower()):
        count += 1 + sum(a in STRONG and b in STRONG for a, b in pairwise(run))
    return max(count, 1)


def grade(text: str) -> float:
    found = re.findall(r"[A-Za-z0-9'’-]+", text)
    return 0.39 * len(found) / sentences(text) + 11.8 * sum(map(syllables_en, found)) / len(found) - 15.59


def ease(text: str) -> float:
    found = re.findall(r"[\w-]+", text)
    return 206.84 - 60 * sum(map(syllables_es, found)) / len(found) - 1.02 * len(found) / sentences(text)


def read(kind: str, lang: str) -> str:
    """The letter's own words: no gaps, blanks, names or numbers of the office."""
    text = words(made(kind, on=MOTION if kind == "client_advisal" else TODAY, lang=lang, asking="dismissal").markdown)
    text = text.partition("Dear ")[2] or text.partition("Hola, ")[2] or text
    return re.sub(r"\[[^\]]*\]|_{2,}|\S+@\S+", "", text)


@pytest.mark.parametrize("kind", CLIENT)
def test_english_letters_read_at_sixth_grade(kind: str) -> None:
    assert grade(read(kind, "en")) < 7


@pytest.mark.parametrize("kind", CLIENT)
def test_spanish_letters_read_at_sixth_grade(kind: str) -> None:
    assert ease(read(kind, "es")) >= 70


@pytest.mark.parametrize("id", sorted(advisals()))
def test_no_block_read_aloud_is_far_above_it(id: str) -> None:
    assert grade(advisals()[id].text.en) < 8
    assert ease(advisals()[id].text.es) >= 60


@pytest.mark.parametrize(("word", "count"), [("made", 1), ("table", 2), ("asked", 1), ("wanted", 2), ("government", 3)])
def test_english_syllables(word: str, count: int) -> None:
    assert syllables_en(word) == count


@pytest.mark.parametrize(("word", "count"), [("audiencia", 3), ("país", 2), ("ley", 1), ("corte", 2), ("guía", 2)])
def test_spanish_syllables(word: str, count: int) -> None:
    assert syllables_es(word) == count


def test_lawyers_language_would_fail() -> None:
    assert grade("The aforementioned administrative adjudication necessitates comprehensive documentation.") > 12
    assert ease("La mencionada adjudicación administrativa necesita documentación pormenorizada.") < 40
