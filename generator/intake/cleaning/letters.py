"""Text as it compares: letters and digits alone, in one case, one width and one script."""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache

import opencc


class _Folding(dict[int, str]):
    """What each character compares as; filled as characters are met."""

    def __init__(self) -> None:
        super().__init__()
        self._simplified = opencc.OpenCC("t2s")

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character).casefold()
        folded = str(self._simplified.convert(folded)) if code > ord("\u2e80") else folded
        # What would become two characters stays as it is: places are counted one for one.
        self[code] = folded if len(folded) == 1 else character
        return self[code]


@cache
def _folding() -> _Folding:
    return _Folding()


def folded(words: str) -> str:
    """Return words in lower case, half width and Simplified characters, as long as before."""
    return words.translate(_folding())


def key(words: str) -> str:
    """Return the letters and digits of words, folded: what two hearings of the same words share."""
    return "".join(filter(str.isalnum, folded(words)))


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and digits of a text, folded.

    Attributes:
        words: Without blanks and signs.
        places: Where in the text each of them stands.
    """

    words: str
    places: array[int]

    @classmethod
    def of(cls, words: str) -> Letters:
        """Return the letters of a text."""
        all_folded = folded(words)
        places = array("q", (place for place, sign in enumerate(all_folded) if sign.isalnum()))
        return cls("".join(filter(str.isalnum, all_folded)), places)

    def __len__(self) -> int:
        """The number of letters."""
        return len(self.words)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the text letters stand, from and to (not included); there must be at least one."""
        return self.places[start], self.places[end - 1] + 1
