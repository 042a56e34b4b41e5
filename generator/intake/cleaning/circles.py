"""Words that go round and round within lines and across them, letter by letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.intake.cleaning.leaving_out import Drop, Reason
from generator.intake.cleaning.letters import Letters

_GRAM = 4
# A round is this many letters at most.
_WINDOW = 300
# What is farther back than the window is forgotten every so many letters: long recordings need no more room.
_FORGETS = 10_000
_NEW = -2
_AGAIN = 1
# Where so much less was again than the best so far, the circle has been left.
_LEFT = 16
_LEAST = 24
# Words of a circle stood two rounds before at most, and a few letters that were heard otherwise.
_ROUNDS_BACK = 2
_BRIDGE = 8
# In a circle, each run of letters comes this often at least, the first round not counted.
_ROUNDS = 2.0
_SHORT_ROUND = 8
_SHORT_ROUNDS = 3.0
# Shorter rounds are laughter, assent and slogans, unless they go on and on.
_TINY_ROUND = 3
_TINY_ROUNDS = 14.0


def circles(words: str, letters: Letters) -> Iterator[Drop]:
    """Find words that go round and round, also with small variations.

    Args:
        words: The text.
        letters: Its letters.

    Yields:
        All rounds but the first, in order, without overlaps.
    """
    for found in _stretches(letters.words):
        if _goes_round(letters.words, found):
            start, end = letters.span(found.start, found.end)
            yield Drop(start, _whole(words, start, end), Reason.LOOP)


def _whole(words: str, start: int, end: int) -> int:
    """Leave the next line its beginning where it begins like the words that went round."""
    broken = words.rfind("\n", start, end)
    rest = words.find("\n", end)
    goes_on = any(map(str.isalnum, words[end : rest if rest >= 0 else len(words)]))
    return broken if broken > start and goes_on else end


@dataclass(slots=True)
class _Stretch:
    start: int
    end: int


def _stretches(words: str) -> Iterator[_Stretch]:
    """Find stretches of which nearly all stood shortly before: where the score rises and stays."""
    last: dict[str, int] = {}
    score = best = 0
    start = best_end = -1
    reach = _WINDOW
    for at in range(len(words) - _GRAM + 1):
        gram = words[at : at + _GRAM]
        before = last.get(gram, -_WINDOW - 1)
        last[gram] = at
        if at % _FORGETS == 0:
            last = {other: place for other, place in last.items() if at - place <= _WINDOW}
        again = at - before <= (_WINDOW if start < 0 else reach)
        if start < 0:
            if again:
                start, best_end, score, best = at, at + _GRAM, _AGAIN, _AGAIN
                reach = min(_WINDOW, _ROUNDS_BACK * (at - before) + _BRIDGE)
            continue
        score += _AGAIN if again else _NEW
        if again and score >= best:
            best, best_end = score, at + _GRAM
        if score <= 0 or score < best - _LEFT:
            if best_end - start >= _SHORT_ROUND:
                yield _Stretch(start, best_end)
            start, score, best = -1, 0, 0
    if start >= 0:
        yield _Stretch(start, best_end)


def _goes_round(words: str, found: _Stretch) -> bool:
    length = found.end - found.start
    part = words[found.start : found.end]
    if part.isdecimal():
        return False
    grams = {part[at : at + _GRAM] for at in range(max(1, length - _GRAM + 1))}
    # What is left of the length for each different gram: how often the words went round.
    rounds = length / len(grams)
    if len(grams) <= _TINY_ROUND:
        return rounds >= _TINY_ROUNDS / len(grams) and length >= _TINY_ROUNDS
    if len(grams) < _SHORT_ROUND:
        return rounds >= _SHORT_ROUNDS
    return rounds >= _ROUNDS - 0.1 and length >= _LEAST
