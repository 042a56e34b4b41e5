"""A text as a page says it, with the language that it is in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.language.words import Words
from generator.model.language import Language

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that run to the left (Unicode UAX 9, table 4): they must not turn what stands beside them."""


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

    def __html__(self) -> Markup:
        """Return the words for HTML; templates call this."""
        # A plain string would be escaped once more where Markup.format puts it in.
        isolated = _RIGHT_TO_LEFT.search(self.text) is not None
        if self.foreign:
            element = "bdi" if isolated else "span"
            return Markup('<{0} lang="{1}">{2}</{0}>').format(element, self.lang, self.text)
        return Markup("<bdi>{}</bdi>").format(self.text) if isolated else escape(self.text)

    @property
    def lang(self) -> str:
        """The language tag where the words need one, else empty."""
        return self.language.value if self.foreign else ""


def joined(separator: str, parts: Iterable[Said | str | None]) -> Markup:
    """Join texts for HTML, each in its own language; what is missing or empty is left out."""
    return escape(separator).join(part for part in parts if part is not None and str(part))


def sentence(words: Words, key: str, *, count: int | None = None, **values: Said | str) -> Markup:
    """Return a sentence of the interface for HTML, with values that keep their own language.

    Args:
        words: The words of the interface.
        key: The sentence.
        count: What the plural form goes by.
        values: For its places; what is not `Said` or `Markup` is text.
    """
    # Characters of private use stand for the values meanwhile: no word of the interface holds one.
    places = {name: chr(0xE000 + number) for number, name in enumerate(values)}
    text = escape(words(key, count=count, **places))
    put = {place: str(escape(values[name])) for name, place in places.items()}
    return Markup(re.sub("[\ue000-\ue0ff]", lambda found: put.get(found[0], found[0]), text))  # noqa: S704 - escaped
