"""Long passages that stand in a recording twice: a chunk, or a part of a file, that was taken in again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.intake.cleaning.letters import Letters

_GRAM = 10
# Every fourth place is looked up later; every place looks itself up.
_STRIDE = 4
_PLACES = 3
# A passage goes on over this many letters that were heard otherwise, shifted by this many at most.
_REACH = 80
_SHIFT = 12
# Nobody says so many letters twice in the same words; announcements and refrains are shorter.
_LEAST = 240
_COVERED = 0.6
# Only loops have more at a time.
_MOST_CHAINS = 40


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A passage that was heard before, by letters.

    Attributes:
        start: Where it begins.
        end: Where it ends; not included.
        source: Where its first hearing begins.
        source_end: Where that ends; not included.
    """

    start: int
    end: int
    source: int
    source_end: int


@dataclass(slots=True)
class _Chain:
    start: int
    source: int
    end: int
    source_end: int
    covered: int


def doubled_blocks(letters: Letters) -> tuple[Block, ...]:
    """Find passages that were heard before, however far apart, not always in the same letters.

    Args:
        letters: The whole text.

    Returns:
        The later hearings, in order, without overlaps. One that begins before its first hearing has ended is
        a loop, and is not among them.
    """
    found: list[Block] = []
    for chain in sorted(_chains(letters.words), key=lambda one: (one.start, -one.end)):
        block = _widened(letters.words, chain)
        if not _is_double(block, chain):
            continue
        over = found[-1].end - block.start if found else 0
        if over <= 0:
            found.append(block)
        elif block.end > found[-1].end:
            found.append(Block(found[-1].end, block.end, block.source + over, block.source_end))
    return tuple(found)


def _is_double(block: Block, chain: _Chain) -> bool:
    length = block.end - block.start
    return length >= _LEAST and block.source_end <= block.start and chain.covered >= _COVERED * length


def _chains(words: str) -> Iterator[_Chain]:
    """Lay grams that were met before in chains that run along with their first hearings."""
    met: dict[str, list[int]] = {}
    running: list[_Chain] = []
    for at in range(len(words) - _GRAM + 1):
        gram = words[at : at + _GRAM]
        places = met.get(gram)
        if places:
            for place in places:
                _lay(running, at, place)
        if at % _STRIDE == 0:
            _keep(met, gram, at)
        if running and at % _REACH == 0:
            ended = [one for one in running if one.end + _REACH < at]
            yield from (one for one in ended if one.end - one.start >= _LEAST - _REACH)
            running = [one for one in running if one.end + _REACH >= at]
    yield from running


def _keep(met: dict[str, list[int]], gram: str, at: int) -> None:
    places = met.setdefault(gram, [])
    if len(places) < _PLACES:
        places.append(at)


def _lay(running: list[_Chain], at: int, place: int) -> None:
    for chain in running:
        gap, source_gap = at + _GRAM - chain.end, place + _GRAM - chain.source_end
        if 0 < gap <= _REACH and abs(gap - source_gap) <= _SHIFT and source_gap > 0:
            chain.covered += min(gap, _GRAM)
            chain.end, chain.source_end = at + _GRAM, place + _GRAM
            return
    if len(running) < _MOST_CHAINS:
        running.append(_Chain(at, place, at + _GRAM, place + _GRAM, _GRAM))


def _widened(words: str, chain: _Chain) -> Block:
    """Take letters in at both ends as long as both hearings are the same."""
    start, source, end, source_end = chain.start, chain.source, chain.end, chain.source_end
    while source and words[start - 1] == words[source - 1] and start > source_end:
        start, source = start - 1, source - 1
    while end < len(words) and source_end < chain.start and words[end] == words[source_end]:
        end, source_end = end + 1, source_end + 1
    return Block(start, end, source, source_end)
