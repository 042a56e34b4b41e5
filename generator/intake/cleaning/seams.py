"""Joining what a recogniser heard in pieces: of words that two pieces have, one hearing is left."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.intake.cleaning.doubled import doubled_blocks
from generator.intake.cleaning.leaving_out import Drop, Reason, leave_out
from generator.intake.cleaning.letters import Letters
from generator.intake.cleaning.noise import phrases_in
from generator.intake.cleaning.overlap import Overlap, overlap
from generator.intake.cleaning.seam_cut import best_cut
from generator.intake.step import Known, Stepped
from generator.intake.text import Text

# How far back and forward an overlap may reach, in letters: ten seconds and more of speech.
_WINDOW = 120
_MARGIN = 8
_SEED = 3
_LEAST_RUNS = 2
_RUNS = 0.2
# Two points for each letter heard twice: what is sure by itself, what is likely where the recording overlaps
# anyway, and what is sure in one that does not.
_SURE = 18.0
_LIKELY = 7.0
_ALONE = 50.0
# Letters at the border that only one of the two chunks has.
_BEYOND = 10
_MOST_SEAMS = 0.4
_ENOUGH_SEAMS = 3


def join_seams(text: Text, known: Known) -> Stepped:
    """Leave one hearing of each doubled passage, and of the words at each border of two chunks.

    Args:
        text: What was heard.
        known: Whether line breaks are borders of chunks, and what noise may stand at them.

    Returns:
        The text with one hearing left, and what was left out (`duplicate`, `seam`). Chunks that overlapped
        are joined without a line break.
    """
    once, doubled = leave_out(text, _doubled(text.words))
    if not known.heard.chunked:
        return once, doubled
    joined, seams = leave_out(once, _seams(once.words, phrases_in(once.words, known.settings)))
    return joined, (*doubled, *seams)


def _doubled(words: str) -> list[Drop]:
    letters = Letters.of(words)
    return [Drop(*letters.span(one.start, one.end), Reason.DUPLICATE) for one in doubled_blocks(letters)]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The letters of a chunk that somebody said, by index of letters in the whole text; never empty."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Seam:
    before: int
    after: int
    overlap: Overlap


def _seams(words: str, noise: Sequence[Drop]) -> list[Drop]:
    letters = Letters.of(words)
    chunks = _chunks(words, letters, noise)
    found = [_seam(letters.words, one, other) for one, other in pairwise(chunks)]
    sure = sum(1 for seam in found if seam is not None and seam.overlap.score >= _SURE)
    overlaps = sure >= max(_ENOUGH_SEAMS, _MOST_SEAMS * len(found))
    pairs = Counter(map("".join, zip(letters.words, letters.words[1:], strict=False)))
    least = _LIKELY if overlaps else _ALONE
    drops = (_drop(letters, seam, pairs) for seam in found if seam and seam.overlap.score >= least)
    return [drop for drop in drops if drop.start < drop.end]


def _chunks(words: str, letters: Letters, noise: Sequence[Drop]) -> list[_Chunk]:
    found: list[_Chunk] = []
    at = 0
    for line in words.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        first, last = bisect_left(letters.places, start), bisect_left(letters.places, end)
        first, last = _without_noise(letters, noise, first, last)
        if first < last:
            found.append(_Chunk(first, last))
    return found


def _without_noise(letters: Letters, noise: Sequence[Drop], first: int, last: int) -> tuple[int, int]:
    """Move the ends of a chunk past noise that stands there."""
    moved = True
    while moved and first < last:
        moved = False
        for place in (letters.places[first], letters.places[last - 1]):
            at = bisect_right(noise, place, key=lambda one: one.start) - 1
            if at >= 0 and noise[at].start <= place < noise[at].end:
                if place == letters.places[first]:
                    first = bisect_left(letters.places, noise[at].end)
                else:
                    last = bisect_left(letters.places, noise[at].start)
                moved = True
                break
    return first, last


def _seam(words: str, one: _Chunk, other: _Chunk) -> _Seam | None:
    before = words[max(one.start, one.end - _WINDOW) : one.end]
    after = words[other.start : min(other.end, other.start + _WINDOW)]
    reach = _reach(before, after)
    if not reach:
        return None
    before, after = before[-reach:], after[:reach]
    found = overlap(before, after)
    if not found.pairs or found.pairs[0][1] > _BEYOND or len(before) - 1 - found.pairs[-1][0] > _BEYOND:
        return None
    return _Seam(one.end - len(before), other.start, found)


def _reach(before: str, after: str) -> int:
    """Return how many letters the overlap may have at most, by the short runs that both have; 0 for none."""
    places: dict[str, int] = {}
    for at in range(len(after) - _SEED + 1):
        places.setdefault(after[at : at + _SEED], at)
    votes: Counter[int] = Counter()
    for at in range(len(before) - _SEED + 1):
        place = places.get(before[at : at + _SEED])
        if place is not None:
            # Where the first hearing ends, the second has got to this letter if they run along.
            votes[(place + len(before) - at) // _MARGIN] += 1
    # An overlap has a part of its runs in common, whatever was heard otherwise in it.
    likely = [
        bucket
        for bucket in votes
        if votes[bucket - 1] + votes[bucket] + votes[bucket + 1] >= max(_LEAST_RUNS, _RUNS * bucket * _MARGIN)
    ]
    return (max(likely) + 2) * _MARGIN if likely else 0


def _drop(letters: Letters, seam: _Seam, pairs: Counter[str]) -> Drop:
    """Leave out from a letter of the first hearing to the same letter of the second."""
    cut, start = best_cut(letters.words, seam.before, seam.after, seam.overlap.pairs, pairs)
    return Drop(letters.places[cut], letters.places[start], Reason.SEAM)
