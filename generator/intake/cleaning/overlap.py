"""The end of one hearing laid over the beginning of the next, with gaps where they heard differently."""

from __future__ import annotations

from dataclasses import dataclass

_SAME = 2.0
# A letter of an alphabet is less than a syllable.
_SAME_LETTER = 0.7
_OTHER = -1.0
_GAP = -1.0
# Letters that stand beyond the overlap: what was cut short at the border of a chunk.
_BEYOND = -1.0


@dataclass(frozen=True, slots=True)
class Overlap:
    """Words heard twice.

    Attributes:
        score: Two for each syllable that both heard, less for each that only one heard or both otherwise.
        pairs: The letters that both heard: index in the first hearing, index in the second; both rising.
    """

    score: float
    pairs: tuple[tuple[int, int], ...]


def overlap(before: str, after: str) -> Overlap:
    """Align the end of one hearing with the beginning of the next.

    Args:
        before: The last letters of the first.
        after: The first letters of the second. Time and room grow with the product of both lengths.

    Returns:
        The best alignment; without pairs where nothing fits.
    """
    width = len(after) + 1
    row = [_BEYOND * at for at in range(width)]
    came: list[bytearray] = [bytearray(width)]
    best, best_at = 0.0, (0, 0)
    for number, letter in enumerate(before, 1):
        beyond = _BEYOND * (len(before) - number)
        above = row
        row = [0.0] * width
        same = _SAME_LETTER if letter.isascii() else _SAME
        steps = bytearray(width)
        came.append(steps)
        for at in range(1, width):
            fresh = _BEYOND * at
            diagonal = above[at - 1] + (same if letter == after[at - 1] else _OTHER)
            value, step = (diagonal, 1) if diagonal > fresh else (fresh, 0)
            up, left = above[at] + _GAP, row[at - 1] + _GAP
            if up > value:
                value, step = up, 2
            if left > value:
                value, step = left, 3
            row[at] = value
            steps[at] = step
            if value + beyond > best:
                best, best_at = value + beyond, (number, at)
    return Overlap(best, _traced(before, after, came, best_at))


def _traced(
    before: str, after: str, came: list[bytearray], end: tuple[int, int]
) -> tuple[tuple[int, int], ...]:
    pairs: list[tuple[int, int]] = []
    first, second = end
    while first and second and came[first][second]:
        step = came[first][second]
        if step == 1:
            first, second = first - 1, second - 1
            if before[first] == after[second]:
                pairs.append((first, second))
        elif step == 2:  # noqa: PLR2004 (the steps: 1 both, 2 the first hearing, 3 the second)
            first -= 1
        else:
            second -= 1
    return tuple(reversed(pairs))
