"""Which texts an index is of.

It has one segment, with all of them. While somebody writes, what they just wrote may be a second one: a text
of the first that is nowhere any more is passed over, and one that is new stands in the second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Segment:
    """An index of some texts.

    Attributes:
        name: Made from what is in its parts.
        texts: The digest of each.
        counts: How many tokens each has.
        first: The first token of each of its parts.
    """

    name: str
    texts: tuple[str, ...]
    counts: tuple[int, ...]
    first: tuple[str, ...]

    @property
    def folder(self) -> PurePosixPath:
        """Where its parts are below `search/`."""
        return PurePosixPath("index", self.name)

    def parts(self) -> list[PurePosixPath]:
        """Return the paths of its parts."""
        return [self.folder / f"{number}.bin" for number in range(len(self.first))]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the texts of some entries stand.

    Attributes:
        counts: How many tokens each entry has.
        rows: For each segment and text, the number of the entry, or `NOWHERE`.
    """

    counts: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]


def missing_in(segment: Segment, texts: Sequence[str]) -> list[int]:
    """Return the numbers of the texts that a segment lacks.

    Args:
        segment: The segment.
        texts: The digests; the same one twice needs two places.
    """
    left = Counter(segment.texts)
    missing = []
    for number, text in enumerate(texts):
        if left[text]:
            left[text] -= 1
        else:
            missing.append(number)
    return missing


def placed_in(segments: Sequence[Segment], texts: Sequence[str]) -> Placed:
    """Return where texts stand, which are all in one of the segments.

    Args:
        segments: The segments.
        texts: The digests of the entries' texts, in order.
    """
    waiting: dict[str, list[int]] = {}
    for number in reversed(range(len(texts))):
        waiting.setdefault(texts[number], []).append(number)
    counts = [0] * len(texts)
    rows = []
    for segment in segments:
        its = [waiting[text].pop() if waiting.get(text) else NOWHERE for text in segment.texts]
        for row, count in zip(its, segment.counts, strict=True):
            if row != NOWHERE:
                counts[row] = count
        rows.append(tuple(its))
    return Placed(tuple(counts), tuple(rows))
