"""A text as a page says it, with the language that it is in."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.model.language import Language


@dataclass(frozen=True, slots=True)
class Said:
    """A text on a page.

    Attributes:
        text: The words, never markup.
        language: What they are in.
        foreign: Whether that is not the page's language; then the words carry a `lang` of their own
            (WCAG 2.2, 3.1.2), and readers see that they are not translated.
    """

    text: str
    language: Language
    foreign: bool = False

    def __str__(self) -> str:
        """Return the words."""
        return self.text

    def __html__(self) -> str:
        """Return the words for HTML; templates call this."""
        return str(
            Markup('<span lang="{}">{}</span>').format(self.lang, self.text)
            if self.foreign
            else escape(self.text)
        )

    @property
    def lang(self) -> str:
        """The language tag where the words need one, else empty."""
        return self.language.value if self.foreign else ""
