"""The lines of a text that have words, and how alike two of them are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.intake.cleaning.letters import folded
from generator.language.sound import sounds

_PARTICLES = str.maketrans(dict.fromkeys("啊呀呃嗯哦喔额呢嘛吧哎诶"))
_LEAST_BY_SOUND = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words.

    Attributes:
        start: Where in the text it begins.
        end: Where it ends, without the line break.
        key: Its letters, folded.
    """

    start: int
    end: int
    key: str


def lines_of(words: str) -> Iterator[Line]:
    """Return the lines that have letters, in order."""
    start = 0
    for line in folded(words).split("\n"):
        key = "".join(filter(str.isalnum, line))
        if key:
            yield Line(start, start + len(line), key)
        start += len(line) + 1


def same_words(one: str, other: str) -> bool:
    """Whether two keys are hearings of the same words: but for particles, or for characters of one sound."""
    if one == other:
        return True
    one, other = one.translate(_PARTICLES), other.translate(_PARTICLES)
    if one == other:
        return bool(one)
    if len(one) != len(other) or len(one) < _LEAST_BY_SOUND:
        return False
    same = sum(1 for pair in zip(one, other, strict=True) if pair[0] == pair[1])
    return same * 2 >= len(one) and sounds(one) == sounds(other)


def likeness(one: str, other: str) -> float:
    """Return the part of neighbouring letters that two keys share: 1 for the same, 0 for none."""
    if one == other:
        return 1.0
    first, second = _pairs(one), _pairs(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _pairs(key: str) -> set[str]:
    return {key[at : at + 2] for at in range(len(key) - 1)}
