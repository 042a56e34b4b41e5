"""Where words end, and which are ordinary: a right word is no mishearing."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import rjieba

_NAMES = ("nr", "nz", "nt", "ns")


class Dictionary:
    """Words that are right as they stand."""

    def __init__(self) -> None:
        """Take the dictionary that comes with the word splitter."""
        self._words = rjieba.Jieba()

    def learn(self, words: Iterable[str]) -> None:
        """Add words that it lacks: those of the trade, and the right forms of names and terms."""
        for word in words:
            if not self._words.has_word(word):
                self._words.add_word(word, None, None)

    def __contains__(self, word: str) -> bool:
        """Whether something is a word, a name perhaps."""
        return self._words.has_word(word)

    def cut(self, text: str) -> list[str]:
        """Return the words of a text; what is in no word stands character by character."""
        return self._words.cut(text, hmm=False)

    def unknown(self, text: str) -> list[str]:
        """Return what reads like words of a text and is in no dictionary."""
        return [word for word in self._words.cut(text, hmm=True) if not self._words.has_word(word)]

    def frequency(self, word: str) -> int:
        """Return how often a word is met in some sixty million; 0 where it is none."""
        return self._words.suggest_freq(word) if self._words.has_word(word) else 0

    def is_name(self, word: str) -> bool:
        """Whether a word of the dictionary is a name rather than a word of the language."""
        return any(tag.startswith(_NAMES) for _, tag in self._words.tag(word, hmm=False))


@dataclass(frozen=True, slots=True)
class Edges:
    """A text cut into words.

    Attributes:
        starts: For each character, where its word begins.
        ends: For each character, where its word ends.
    """

    starts: array[int]
    ends: array[int]

    @classmethod
    def of(cls, text: str, dictionary: Dictionary) -> Edges:
        """Cut a text."""
        starts, ends = array("q"), array("q")
        at = 0
        for word in dictionary.cut(text):
            starts.extend([at] * len(word))
            at += len(word)
            ends.extend([at] * len(word))
        return cls(starts, ends)

    def within(self, start: int, end: int) -> bool:
        """Whether a part of the text begins and ends where words do."""
        return self.starts[start] == start and self.ends[end - 1] == end

    def words(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the words that a part of the text has something of, from and to."""
        found, at = [], self.starts[start]
        while at < end:
            found.append((at, self.ends[at]))
            at = self.ends[at]
        return found


def ideographs(text: str) -> bool:
    """Whether a text has nothing but Chinese characters."""
    return bool(text) and all("\u4e00" <= character <= "\u9fff" for character in text)


def shared_beginnings(words: Iterable[str], dictionary: Dictionary) -> set[str]:
    """Return what several words begin with, where words follow: 端侧 of 端侧模型 and 端侧小模型."""
    rests: dict[str, set[str]] = {}
    for word in sorted({word for word in words if ideographs(word)}):
        for size in (2, 3):
            rest = word[size:]
            if len(rest) > 1 and all(len(part) > 1 for part in dictionary.cut(rest)):
                rests.setdefault(word[:size], set()).add(rest)
    several = {start for start, ends in rests.items() if len(ends) > 1}
    return {start for start in several if start in dictionary or _one(start, dictionary)}


def _one(word: str, dictionary: Dictionary) -> bool:
    parts = dictionary.cut(word)
    return all(len(part) == 1 for part in parts) or any(len(part) == 1 for part, _ in pairwise([*parts, ""]))


def plain_words(word: str) -> list[str]:
    """Return the words that a long word is made of."""
    return rjieba.cut(word, hmm=False)
