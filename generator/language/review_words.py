"""Words that a machine's text may not say unseen: the list of the site, and where a text says one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.language.alternation import longest_first
from generator.language.ideographs import IDEOGRAPH
from generator.language.yaml_text import LanguageFileError, read_yaml_text

REVIEW_FILE: Final = "intake/review.yml"
"""Where the list stands, below `site_config`."""
NOT_MEANT: Final = "not_meant"
"""The key of words that hold a listed word and say something else."""


@dataclass(frozen=True)
class ReviewWords:
    """The list.

    Attributes:
        words: What is listed.
        not_meant: Words in which a listed word does not count: 总理解 holds 总理.
    """

    words: tuple[str, ...] = ()
    not_meant: tuple[str, ...] = ()

    @classmethod
    def of(cls, lists: Mapping[str, Iterable[str]]) -> ReviewWords:
        """Return the list of a file: all its lists together, but for `not_meant`."""
        words = [word for key, listed in lists.items() if key != NOT_MEANT for word in listed]
        return cls(tuple(words), tuple(lists.get(NOT_MEANT, ())))

    def first(self, text: str) -> str:
        """Return the first listed word that a text says, as it stands there; empty where it says none."""
        return next((text[start:end] for start, end in self.spans(text)), "")

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a text says listed words, from and to (not included), from left to right.

        Capitals do not matter; words in Latin letters are whole words.
        """
        for found in self._pattern.finditer(text):
            if found.lastgroup == "meant":
                yield found.span()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        others, meant = _alternation(self.not_meant), _alternation(self.words)
        return re.compile(f"(?P<other>{others})|(?P<meant>{meant})", re.IGNORECASE)


NO_REVIEW_WORDS: Final = ReviewWords()


def load_review_words(path: Path) -> ReviewWords:
    """Read the list.

    Args:
        path: `site_config/intake/review.yml`.

    Raises:
        LanguageFileError: The file cannot be read, or is not lists of words by key.
    """
    content = read_yaml_text(path)
    if not isinstance(content, dict):
        raise LanguageFileError(path, "it should be lists of words, each under a name")
    for key, words in content.items():
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            raise LanguageFileError(path, f"'{key}' should be a list of words")
    return ReviewWords.of(content)


def _alternation(words: tuple[str, ...]) -> str:
    wide = longest_first(word for word in words if IDEOGRAPH.search(word))
    latin = longest_first(word for word in words if not IDEOGRAPH.search(word))
    return rf"{wide}|(?<![^\W_]){latin}(?![^\W_])"
