"""Whether a page is in English: by the little words that no text of some length can do without, or by its script."""

from __future__ import annotations

import re
from collections import Counter

_SMALL = {
    "Spanish": """de la que el en los del se las por un para con una su al lo como más pero sus le este esta son fue ha
        porque entre cuando muy sin sobre ser también me hasta hay donde quien desde nos""",
    "Portuguese": """de que não do da em um para com uma os no se na por mais as dos como mas foi ao ele das tem seu
        sua ou ser quando muito há nos já está eu também pelo pela até isso ela""",
    "French": """de la le et les des en un du une que est pour qui dans ce il au sur se pas plus par je avec tout faire
        son mettre autre on mais nous comme ou sont été aux cette ses""",
    "Haitian Creole": """nan ki yo ak pou li se te gen mwen pa sou yon tout lè konsa menm kote epi fè ou nou ap va la
        an sa moun avèk""",
    "Italian": """di che il la un per non una con del sono della si da al le dei nel alla gli come più è ha anche lo
        questo""",
    "German": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus
        er hat""",
    "Romanian": "și de la în cu pe nu că din este un o care pentru mai sau prin fost ce sunt ale al lui",
    "Vietnamese": "của và là có cho được trong không người với các một này những đã từ khi",
}
_ENGLISH = """the of and to in is that it for was on are as with his they at be this from have or by one had not but
    what all were when we there can an your which their said if do will each about how up out them she he her him has
    who been its"""
_WORDS = {name: frozenset(words.split()) for name, words in _SMALL.items()}
_ENGLISH_WORDS = frozenset(_ENGLISH.split())
_SCRIPTS = (
    (re.compile(r"[\u0400-\u04ff]"), "a language in Cyrillic script"),
    (re.compile(r"[\u0600-\u06ff]"), "a language in Arabic script"),
    (re.compile(r"[\u4e00-\u9fff]"), "Chinese or Japanese"),
    (re.compile(r"[\uac00-\ud7af]"), "Korean"),
    (re.compile(r"[\u0900-\u097f]"), "a language in Devanagari script"),
    (re.compile(r"[\u1200-\u137f]"), "a language in Ethiopic script"),
    (re.compile(r"[\u10a0-\u10ff]"), "Georgian"),
    (re.compile(r"[\u0530-\u058f]"), "Armenian"),
)
_SHORTEST = 12
"""Words a page needs to be judged."""


def foreign_language(text: str) -> str | None:
    """The language of a page that is not in English; ``None`` for English, and where too little stands on it."""
    letters = max(1, sum(letter.isalpha() for letter in text))
    for script, name in _SCRIPTS:
        if len(script.findall(text)) > 0.3 * letters and letters > 20:
            return name
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", text)]
    if len(words) < _SHORTEST:
        return None
    counts = Counter(words)
    english = sum(counts[word] for word in _ENGLISH_WORDS)
    best, name = max((sum(counts[word] for word in small), name) for name, small in _WORDS.items())
    return name if best >= 4 and best > 0.12 * len(words) and best > 1.5 * english else None
