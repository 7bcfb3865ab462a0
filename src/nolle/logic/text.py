"""Words shown to people, always in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Lang: TypeAlias = Literal["en", "es"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in English and Spanish. ``text["es"]`` gives one of them."""

    en: str
    es: str

    def __post_init__(self) -> None:
        """Both languages or neither."""
        if "" in (self.en.strip(), self.es.strip()):
            raise ValueError(f"both languages are needed: en={self.en!r}, es={self.es!r}")

    def __getitem__(self, lang: str) -> str:
        """The words in that language.

        Raises:
            KeyError: for a language nolle does not speak.
        """
        if lang == "en":
            return self.en
        if lang == "es":
            return self.es
        raise KeyError(f"nolle speaks 'en' and 'es', not {lang!r}")
