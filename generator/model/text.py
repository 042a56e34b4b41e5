"""Text that readers see, in one or more languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.language import Language

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A text by language; never empty.

    Attributes:
        texts: Pairs of language and text, in the order of `Language`.
    """

    texts: tuple[tuple[Language, str], ...]

    @classmethod
    def of(cls, texts: Mapping[Language, str]) -> LocalizedText:
        """Build from a mapping, in the order of the languages."""
        return cls(tuple((language, texts[language]) for language in Language if language in texts))

    def get(self, language: Language) -> str | None:
        """Return the text written in just this language, or None."""
        return dict(self.texts).get(language)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that it is written in."""
        return tuple(language for language, _ in self.texts)

    def nearest(self, language: Language, fallback: Language) -> tuple[Language, str]:
        """Return the best text for a reader of a language, and the language that it is written in.

        Order: the language itself, its other script, the fallback (what was spoken), its other script, any.
        """
        texts = dict(self.texts)
        for wanted in (*language.sources(), *fallback.sources()):
            if wanted in texts:
                return wanted, texts[wanted]
        return self.texts[0]
