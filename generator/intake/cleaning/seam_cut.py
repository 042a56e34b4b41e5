"""Which of two hearings of the same words to follow up to where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2

_OFTEN = 1.5
# How much the place of a difference says, at most; what the recording has elsewhere says one at most.
_LEAD = 0.8
# A second hearing that begins with this many letters more, and then agrees, has heard something of its own.
_OWN = 2
_FAR = 2


@dataclass(frozen=True, slots=True)
class _Difference:
    """A place where two hearings differ: after how many pairs, and how much is for the first."""

    after: int
    for_first: float


def best_cut(
    words: str, before: int, after: int, pairs: Sequence[tuple[int, int]], common: Counter[str]
) -> tuple[int, int]:
    """Find where to leave the first hearing for the second.

    A recogniser hears the first and the last words of a chunk worst, since it does not hear what is beyond.
    So the first hearing is followed at first and the second at last; where they differ, what the rest of
    the recording has more often counts as well.

    Args:
        words: The letters of the whole text.
        before: Where the first hearing begins in them.
        after: Where the second begins.
        pairs: Letters that both heard, from each beginning; at least one.
        common: How often two letters stand side by side in the recording.

    Returns:
        Up to which letter of the text the first hearing stays, and from which the second does.
    """
    placed = [(before + first, after + second) for first, second in pairs]
    differences = _differences(words, placed, common)
    if not differences and placed[0][1] - after >= _OWN and _more_common(words, *placed[0], common):
        return placed[0][0], after
    bounds = sorted({0, len(placed), *(one.after for one in differences)})
    start, end = max(pairwise(bounds), key=lambda run: (_worth(differences, *run), run[1] - run[0]))
    return placed[(start + end) // 2]


def _worth(differences: Sequence[_Difference], start: int, end: int) -> float:
    """Following the first hearing before a run that both heard, and the second behind it."""
    first = sum(one.for_first for one in differences if one.after <= start)
    return first - sum(one.for_first for one in differences if one.after >= end)


def _differences(words: str, placed: Sequence[tuple[int, int]], common: Counter[str]) -> list[_Difference]:
    found = []
    for number, (one, other) in enumerate(pairwise(placed), 1):
        if other[0] - one[0] > 1 or other[1] - one[1] > 1:
            lead = _LEAD * (1 - 2 * number / len(placed))
            found.append(_Difference(number, lead + _by_use(words, one, other, common)))
    return found


def _by_use(words: str, one: tuple[int, int], other: tuple[int, int], common: Counter[str]) -> float:
    """Compare two readings of one length by what the recording has elsewhere: 1 for the first, -1 against."""
    if other[0] - one[0] != other[1] - one[1]:
        return 0.0
    first = _commonness(words, one[0], other[0], common)
    second = _commonness(words, one[1], other[1], common)
    return max(-1.0, min(1.0, (first - second) / _OFTEN))


def _commonness(words: str, start: int, end: int, common: Counter[str]) -> float:
    """How common the letters of a reading are side by side in the recording, on average."""
    return sum(log2(1 + common[words[at : at + 2]]) for at in range(start, end)) / (end - start)


def _more_common(words: str, first: int, second: int, common: Counter[str]) -> bool:
    """Whether what the second hearing has before a letter goes with it far better than what the first has."""
    return common[words[second - 1 : second + 1]] > _FAR * common[words[first - 1 : first + 1]]
