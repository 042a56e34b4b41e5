"""What stands between a paragraph and its rewriting: the parts that differ, by whole words and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel, Levenshtein

LIKE: Final = 0.6
"""Likeness of two paragraphs, from 0 to 1, below which one is no light rewriting of the other."""
_APART: Final = 2
"""Equal characters between two differences, from which they are two."""
_WITHIN: Final = re.compile(r"[0-9A-Za-z.'’]")


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A part of a paragraph that reads otherwise.

    Attributes:
        old: Where it is in the paragraph, from and to (not included); never empty.
        new: Where it is in its rewriting; may be empty.
    """

    old: tuple[int, int]
    new: tuple[int, int]


def is_light(before: str, after: str) -> bool:
    """Whether one paragraph may stand for the other: one line, with most of the words."""
    if not after.strip() or "\n" in after:
        return False
    return Indel.normalized_similarity(before, after) >= LIKE


def rewritten(before: str, after: str) -> list[Rewritten]:
    """Return the parts in which a paragraph and its rewriting differ, in order; none where nothing is there.

    What is put in comes with the character before it, or at the beginning the one behind it, so that it has a
    place in what was heard. No part begins or ends within a Latin word or a number.
    """
    if not before:
        return []
    codes = [code for code in Levenshtein.opcodes(before, after) if code.tag != "equal"]
    parts = _joined(
        Rewritten((code.src_start, code.src_end), (code.dest_start, code.dest_end)) for code in codes
    )
    return _joined(_whole(part, before, after) for part in parts)


def _joined(parts: Iterable[Rewritten]) -> list[Rewritten]:
    """Make one part of those between which hardly anything is equal."""
    found: list[Rewritten] = []
    for part in parts:
        if found and part.old[0] - found[-1].old[1] < _APART:
            first = found.pop()
            found.append(Rewritten((first.old[0], part.old[1]), (first.new[0], part.new[1])))
        else:
            found.append(part)
    return found


def _whole(part: Rewritten, before: str, after: str) -> Rewritten:
    (start, end), (first, last) = part.old, part.new
    if start == end and start:
        start, first = start - 1, first - 1
    elif start == end:
        end, last = end + 1, last + 1
    while start and _goes_on(before, after, start, first):
        start, first = start - 1, first - 1
    while end < len(before) and _goes_on(before, after, end, last):
        end, last = end + 1, last + 1
    return Rewritten((start, end), (first, last))


def _goes_on(before: str, after: str, place: int, other: int) -> bool:
    """Whether a word goes on over the edge of a part, in one of the two."""
    return any(
        0 < at < len(words) and _WITHIN.match(words, at - 1) and _WITHIN.match(words, at)
        for words, at in ((before, place), (after, other))
    )
