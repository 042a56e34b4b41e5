"""Which sentences of a translation stand for which sentences of its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.fidelity.held import sentences
from generator.fidelity.recording import Part
from generator.language.ideographs import IDEOGRAPH

_WIDE: Final = 3.1
"""Latin letters that stand for one ideograph."""
_KINDS: Final = (
    ((1, 1), 0.0),
    ((1, 2), 0.35),
    ((2, 1), 0.35),
    ((2, 2), 0.8),
    ((1, 3), 0.8),
    ((3, 1), 0.8),
    ((1, 0), 2.5),
    ((0, 1), 2.5),
)
_SHARED: Final = 0.35


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Sentences of both that say the same.

    Attributes:
        source: Their place in the source.
        translation: Their place in the translation.
    """

    source: Part
    translation: Part


def pair_sentences(
    source: str,
    translation: str,
    anchors: Sequence[tuple[int, int]] = (),
) -> tuple[SentencePair, ...]:
    """Pair the sentences of two paragraphs in order, by their lengths and by what both certainly say.

    Args:
        source: Of the source.
        translation: Of its translation.
        anchors: Places in both, such as of a number or a name that stands in both.
    """
    ours, theirs = sentences(source), sentences(translation)
    lengths = (
        [_length(source[start:end]) for start, end in ours],
        [_length(translation[start:end]) for start, end in theirs],
    )
    total = sum(lengths[0]) or 1.0, sum(lengths[1]) or 1.0
    shared = [[0] * len(theirs) for _ in ours]
    for one, other in anchors:
        row = next((number for number, (start, end) in enumerate(ours) if start <= one < end), None)
        column = next((number for number, (start, end) in enumerate(theirs) if start <= other < end), None)
        if row is not None and column is not None:
            shared[row][column] += 1

    def cost(row: int, column: int, rows: int, columns: int, extra: float) -> float:
        mine, its = (
            sum(lengths[0][row : row + rows]) / total[0],
            sum(lengths[1][column : column + columns]) / total[1],
        )
        together = sum(shared[r][c] for r in range(row, row + rows) for c in range(column, column + columns))
        apart = abs(mine - its) / max(mine + its, 1e-6) * 2
        return apart + extra - _SHARED * together

    @cache
    def best(row: int, column: int) -> tuple[float, tuple[int, int]]:
        if row == len(ours) and column == len(theirs):
            return 0.0, (0, 0)
        found = (float("inf"), (0, 0))
        for (rows, columns), extra in _KINDS:
            if row + rows <= len(ours) and column + columns <= len(theirs):
                whole = cost(row, column, rows, columns, extra) + best(row + rows, column + columns)[0]
                if whole < found[0]:
                    found = (whole, (rows, columns))
        return found

    pairs = []
    row = column = 0
    while row < len(ours) or column < len(theirs):
        rows, columns = best(row, column)[1]
        if not rows and not columns:
            break
        pairs.append(
            SentencePair(
                _spanned(ours[row : row + rows], len(source)),
                _spanned(theirs[column : column + columns], len(translation)),
            )
        )
        row, column = row + rows, column + columns
    return tuple(pairs)


def _spanned(parts: Sequence[Part], end: int) -> Part:
    return (parts[0][0], parts[-1][1]) if parts else (end, end)


def _length(text: str) -> float:
    wide = sum(1 for character in text if IDEOGRAPH.match(character))
    return wide * _WIDE + (len(text) - wide)
