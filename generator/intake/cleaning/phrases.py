"""Phrases of a settings file, found in a text by their letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.intake.cleaning.letters import Letters, key

_GAP = "…"
_LONGEST_GAP = 20


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as it compares.

    Attributes:
        anchor: Its letters before the first gap.
        pattern: The whole of it, over letters.
        open: It ends with a gap: a name follows.
    """

    anchor: str
    pattern: re.Pattern[str]
    open: bool


def compiled(phrases: Iterable[str]) -> tuple[Phrase, ...]:
    """Return phrases ready to be found, the longest first; `…` in one stands for up to twenty letters."""
    found = {_compiled(phrase) for phrase in phrases if key(phrase.split(_GAP)[0])}
    return tuple(sorted(found, key=lambda one: (-len(one.anchor), one.pattern.pattern)))


def _compiled(phrase: str) -> Phrase:
    parts = [key(part) for part in phrase.split(_GAP)]
    last_gap = not parts[-1]
    solid = parts[:-1] if last_gap else parts
    gap = f".{{0,{_LONGEST_GAP}}}?"
    return Phrase(parts[0], re.compile(gap.join(map(re.escape, solid))), open=last_gap)


def occurrences(phrase: Phrase, letters: Letters) -> Iterator[tuple[int, int]]:
    """Find where a phrase stands, by letters, without the name that may follow; words are not cut.

    Args:
        phrase: The phrase.
        letters: The text.

    Yields:
        From and to (not included), from left to right, without overlaps.
    """
    at = letters.words.find(phrase.anchor)
    while at >= 0:
        match = phrase.pattern.match(letters.words, at)
        if match and not _cuts_word(letters, at, match.end()):
            yield at, match.end()
            at = letters.words.find(phrase.anchor, match.end())
        else:
            at = letters.words.find(phrase.anchor, at + 1)


def _cuts_word(letters: Letters, start: int, end: int) -> bool:
    return _in_word(letters, start) or _in_word(letters, end)


def _in_word(letters: Letters, at: int) -> bool:
    """Whether a border lies within a word of an alphabet."""
    if not 0 < at < len(letters):
        return False
    before, after = letters.words[at - 1], letters.words[at]
    apart = letters.places[at] - letters.places[at - 1] > 1
    return not apart and before.isalpha() and after.isalpha() and _alphabetic(before) and _alphabetic(after)


def _alphabetic(letter: str) -> bool:
    return letter < "\u0e00"
