"""A fact and its answer in a reader's words: the vocabulary's labels, never its codes."""

from __future__ import annotations

from nolle.facts import vocabulary
from nolle.logic import Lang, Missing, Span, Text, say

from . import words as w

_SAID_BY = {
    "client": Text("client", "cliente"),
    "attorney": Text("attorney", "abogado"),
    "computed": Text("worked out", "calculado"),
}

_MISSING = {
    Missing.ABSENT: Text("does not exist", "no existe"),
    Missing.NOT_KNOWN: Text("asked, not known", "se preguntó; no se sabe"),
    Missing.NOT_ASKED: Text("not asked", "no se ha preguntado"),
}


def fact_words(name: str, lang: Lang) -> str:
    """The short name of a fact, with the row it belongs to: ``wife: Status``. A whole row is named by its list."""
    lead, bracket, rest = name.partition("[")
    row = rest.partition("]")[0] if bracket else ""
    try:
        label = vocabulary.label(name)[lang]
    except vocabulary.UnknownFact:
        label = _entity(lead, lang)
    return f"{label} ({row})" if row else label


def answer_words(name: str, answer: object, lang: Lang) -> str:
    """An answer in words; a code by its label."""
    if isinstance(answer, Span):
        return say(answer, lang)
    if isinstance(answer, bool):
        return w.TRUTHS[answer][lang]
    if isinstance(answer, Missing):
        return _MISSING[answer][lang]
    if isinstance(answer, frozenset):
        return (" or " if lang == "en" else " o ").join(_code(name, code, lang) for code in sorted(answer))
    if isinstance(answer, tuple):
        return ", ".join(_code(name, code, lang) for code in answer)
    return _code(name, str(answer), lang)


def said_by_words(said_by: str, lang: Lang) -> str:
    """Who said it; a name stays as it was written."""
    known = _SAID_BY.get(said_by)
    return known[lang] if known is not None else said_by


def settles_words(answers: int, lang: Lang) -> str:
    """On how many answers a question bears."""
    return w.SETTLES_ONE[lang] if answers == 1 else w.SETTLES[lang].format(n=answers)


def _code(name: str, code: str, lang: Lang) -> str:
    try:
        values = vocabulary.find(name).values
    except vocabulary.UnknownFact:
        return code
    return values[code][lang] if values and code in values else code


def _entity(name: str, lang: Lang) -> str:
    entity, _, form = name.partition(".")
    info = vocabulary.vocabulary().get(entity)
    if info is None:
        return name
    return info.forms[form][lang] if form in info.forms else info.label[lang]
