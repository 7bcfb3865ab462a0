"""Languages of exhibits, by code or by name, as an index prints them."""

from __future__ import annotations

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
    """The English name for a code or a name in any case; anything else as it was written."""
    key = written.strip().lower()
    by_name = {name.lower(): name for name in NAMES.values()}
    return NAMES.get(key) or _THREE.get(key) or _OWN.get(key) or by_name.get(key) or written.strip()
