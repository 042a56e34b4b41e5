"""What no model changes unseen: numbers, names, negations, and words that say how sure something is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from generator.intake.known_names import names_of
from generator.intake.step import Known
from generator.intake.wording.words import alternation
from generator.language.alternation import longest_first

_FIGURE: Final = re.compile(r"[0-9]+(?:[.,:][0-9]+)*%?|[零〇一二两兩三四五六七八九十百千万萬亿億半几幾]+")
_LISTS: Final = ("negations", "hedges", "number_words")

Part = tuple[int, int]


class Guarded:
    """Finds these words in paragraphs of one forum."""

    def __init__(self, known: Known) -> None:
        words = [word for key in _LISTS for word in known.settings.words("models", key)]
        self._patterns = (
            _FIGURE,
            alternation(names_of(known)),
            alternation(tuple(word for word in words if not word.isascii())),
            _latin(word for word in words if word.isascii()),
        )

    def changed(self, before: str, old: Part, after: str, new: Part) -> bool:
        """Whether a part of a paragraph has other ones than the part that stands for it."""
        return Counter(self._within(before, old)) != Counter(self._within(after, new))

    def _within(self, words: str, part: Part) -> Iterator[str]:
        """Yield the words that a part touches."""
        for pattern in self._patterns:
            for found in pattern.finditer(words):
                if found.start() < part[1] and found.end() > part[0]:
                    yield found[0].lower()


def _latin(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of words of Latin letters, whole, in any case."""
    return re.compile(rf"(?<![A-Za-z]){longest_first(words)}(?![A-Za-z])", re.IGNORECASE)
