"""Languages of exhibits, by code or by name, as an index prints them."""

from __future__ import annotations

import re

NAMES = {
    "am": "Amharic",
    "ar": "Arabic",
    "bn": "Bengali",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "gu": "Gujarati",
    "hi": "Hindi",
    "ht": "Haitian Creole",
    "hy": "Armenian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kek": "Q'eqchi'",
    "ko": "Korean",
    "mam": "Mam",
    "my": "Burmese",
    "ne": "Nepali",
    "pa": "Punjabi",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "quc": "K'iche'",
    "ro": "Romanian",
    "ru": "Russian",
    "so": "Somali",
    "sq": "Albanian",
    "ta": "Tamil",
    "ti": "Tigrinya",
    "tl": "Tagalog",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "wo": "Wolof",
    "zh": "Chinese",
}
_THREE = {"eng": "English", "spa": "Spanish", "fra": "French", "por": "Portuguese", "hat": "Haitian Creole"}
_OWN = {"inglés": "English", "español": "Spanish", "castellano": "Spanish"}


def language_name(written: str) -> str:
    """The English name for a code or a name in any case, ``es-GT`` as Spanish; anything else as it was written."""
    key = _code(written) or written.strip().lower()
    by_name = {name.lower(): name for name in NAMES.values()}
    return NAMES.get(key) or _THREE.get(key) or _OWN.get(key) or by_name.get(key) or written.strip()


def known_code(written: str) -> bool:
    """Whether it is no code of two letters, or one that is known."""
    code = _code(written)
    return code is None or len(code) != 2 or code in NAMES


def _code(written: str) -> str | None:
    """The language of a code, with or without its country."""
    found = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{2}|[-_]\d{3})?", written.strip())
    return found[1].lower() if found else None
