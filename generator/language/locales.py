"""Which of CLDR's locales speaks for a language of the site."""

from __future__ import annotations

from generator.model.language import Language

# English for the world: the day before the month, and no comma before “and”.
_LOCALES = {Language.HANS: "zh_Hans", Language.HANT: "zh_Hant", Language.EN: "en_001"}


def locale_of(language: Language) -> str:
    """The CLDR locale of a language, as Babel writes it."""
    return _LOCALES[language]
