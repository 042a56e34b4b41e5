"""The letters of a text without what stands between them, so that phrases are found over line breaks."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import opencc

from generator.intake.text import Text
from generator.language.ideographs import IDEOGRAPH

_APOSTROPHES = "'’"
_STRONG = "。？！?!；"
_LONGEST_BREATH = 60  # letters a line: a speaker's breath is shorter, a recogniser's chunk is longer
_TOKEN = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")
SHORT_GAP = 12
LONG_GAP = 40


@dataclass(frozen=True)
class Plain:
    """Letters and digits in small, simplified form; one blank between two words in Latin letters.

    Attributes:
        letters: The text so reduced.
        at: For each letter its place in the text.
        breaks: Places in `letters` before which a line or a sentence ends; the first place is one.
        breathed: Lines are breaths: what begins or ends does so at a break.
    """

    letters: str
    at: array[int]
    breaks: array[int]
    breathed: bool

    def __len__(self) -> int:
        """The number of letters."""
        return len(self.letters)

    def is_break(self, place: int) -> bool:
        """Whether a line or a sentence begins at a place."""
        index = bisect_left(self.breaks, place)
        return place >= len(self) or (index < len(self.breaks) and self.breaks[index] == place)

    def break_from(self, place: int) -> int:
        """Return the first break at or after a place; the end of all if there is none."""
        index = bisect_left(self.breaks, place)
        return self.breaks[index] if index < len(self.breaks) else len(self)

    def break_before(self, place: int) -> int:
        """Return the last break at or before a place."""
        index = bisect_left(self.breaks, place + 1)
        return self.breaks[index - 1] if index else 0

    def place_of(self, index: int) -> int:
        """Return the place of the first letter at or after an index of the text."""
        return bisect_left(self.at, index)


def plain_of(text: Text, *, chunked: bool) -> Plain:
    """Reduce a text to its letters.

    Args:
        text: Any text.
        chunked: Its line breaks say nothing.
    """
    letters: list[str] = []
    at, breaks = array("q"), array("q", [0])
    lines, blank, ends = 1, False, False
    for index, character in enumerate(text.words):
        if not character.isalnum():
            if character == ".":
                ends = ends or not text.words[index + 1 : index + 2].strip()
            if character == "\n":
                lines += 1
                ends = ends or not chunked
            elif character in _STRONG:
                ends = True
            blank = blank or character not in _APOSTROPHES
            continue
        letter = simple(character)
        if ends and letters:
            breaks.append(len(letters))
        if blank and letters and _is_latin(letter) and _is_latin(letters[-1]):
            if ends:
                breaks[-1] += 1
            letters.append(" ")
            at.append(index)
        letters.append(letter)
        at.append(index)
        blank = ends = False
    breathed = not chunked and lines > 1 and len(letters) / lines <= _LONGEST_BREATH
    return Plain("".join(letters), at, breaks, breathed)


@cache
def simple(character: str) -> str:
    """Return a character small and in simplified form; always one character."""
    small = character.lower()
    small = small if len(small) == 1 else character
    return _to_simplified().convert(small) if IDEOGRAPH.match(small) else small


def simplified(words: str) -> str:
    """Return words as they would stand in a text that is reduced to its letters."""
    return plain_of(Text.of(words), chunked=True).letters


def alternation(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of some phrases in reduced text; the longer ones first.

    `…` in a phrase stands for a short gap, `……` for a long one.
    """
    chosen = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(_pattern, chosen)) or r"(?!)")


def tokens(letters: str) -> set[str]:
    """Return what a reduced text is recognised by: pairs of ideographs, and words in Latin letters."""
    found = _TOKEN.findall(letters)
    pairs = {one + other for one, other in pairwise(found) if _is_sign(one) and _is_sign(other)}
    return pairs | {token for token in found if len(token) > 1}


def _pattern(phrase: str) -> str:
    parts = re.split("(…+)", phrase)
    gap = {"…": f".{{0,{SHORT_GAP}}}?", "……": f".{{0,{LONG_GAP}}}?"}
    source = "".join(gap.get(part) or re.escape(simplified(part)) for part in parts if part)
    first = r"(?<![a-z])" if _is_latin(phrase[0]) else ""
    return first + source + (r"(?![a-z])" if _is_latin(phrase[-1]) else "")


def _is_sign(token: str) -> bool:
    return len(token) == 1 and not token.isascii()


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
