"""The languages of the proceedings."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language of the site, by its BCP 47 tag (RFC 5646)."""

    HANS = "zh-Hans"
    HANT = "zh-Hant"
    EN = "en"

    @property
    def other_script(self) -> Language | None:
        """The language that is made from this one by changing the script, or None."""
        return {Language.HANS: Language.HANT, Language.HANT: Language.HANS}.get(self)

    @property
    def is_chinese(self) -> bool:
        """Whether it is written in ideographs."""
        return self is not Language.EN

    def sources(self) -> tuple[Language, ...]:
        """Where a text in this language may come from without translation, best first.

        Returns:
            The language itself and, for Chinese, the language of the other script.
        """
        other = self.other_script
        return (self,) if other is None else (self, other)
