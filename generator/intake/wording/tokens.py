"""Where Chinese words begin and what they are, by the dictionary."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import rjieba

_PIECE = 4000
"""Characters that are cut at a time: enough for the words around a place, and memory stays small."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text.

    Attributes:
        words: The text.
        starts: For each character and the end 1 where a word begins, else 0.
        kinds: For each character the part of speech of its word, as ICTCLAS names it (`n`, `v`, `c` ...).
        read: The text without gaps.
        places: For each character of that, where it stands in the text.
    """

    words: str
    starts: bytearray
    kinds: list[str]
    read: str
    places: array[int]

    def at_edge(self, place: int) -> bool:
        """Whether a word begins here."""
        return bool(self.starts[place])

    def end(self, place: int) -> int:
        """Return where the word that a character is in ends."""
        place += 1
        while not self.starts[place]:
            place += 1
        return place

    def begin(self, place: int) -> int:
        """Return where the word that a character is in begins."""
        while place and not self.starts[place]:
            place -= 1
        return place


def tokens_of(words: str, gaps: Iterable[tuple[int, int]] = ()) -> Tokens:
    """Cut a text into words.

    Args:
        words: The text.
        gaps: Parts to read over, in order, as if they were not there: a word may go on after one, and then
            none begins there. They belong to no word.

    Returns:
        The words; every few thousand characters one is cut by force.
    """
    places, read = array("q"), []
    done = 0
    for start, end in (*gaps, (len(words), len(words))):
        places.extend(range(done, start))
        read.append(words[done:start])
        done = end
    text = "".join(read)
    starts = bytearray(len(words) + 1)
    kinds = [""] * (len(words) + 1)
    place = 0
    for start in range(0, len(text), _PIECE):
        for word, kind in rjieba.tag(text[start : start + _PIECE]):
            starts[places[place]] = 1
            for number in range(place, place + len(word)):
                kinds[places[number]] = kind
            place += len(word)
    starts[len(words)] = 1
    return Tokens(words, starts, kinds, text, places)
