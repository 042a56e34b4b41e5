"""What Pagefind reads: volumes, each a page with the tokens of many entries.

A page for each session would be the usual way. But Pagefind keeps an entry in memory for each different token
of each page, and with pairs of ideographs these are most of its work: 1,000 sessions take 2.9 GB so, and
1.0 GB in volumes. Which entry a place belongs to follows from how many tokens each has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from generator.search.entries import Entry
from generator.search.separation import separated

VOLUME = 400_000
"""Tokens after which a volume is full: some 50 sessions, so that there are enough to read side by side."""


@dataclass(slots=True)
class Volume:
    """The tokens of some entries.

    Attributes:
        first: The number of the first entry.
        counts: How many tokens each entry has.
        lines: The tokens of each passage, with spaces between.
    """

    first: int
    counts: list[int] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def page(self) -> str:
        """The page for Pagefind; tokens are letters, digits and `_`, so nothing in it needs escaping."""
        body = "\n".join(self.lines)
        return f'<!doctype html>\n<html lang="en"><body data-pagefind-body><p>\n{body}\n</p></body></html>\n'


def volumes(
    entries: Sequence[Entry], full: int = VOLUME, cut: Callable[[str], list[str]] = separated
) -> Iterator[Volume]:
    """Yield the volumes of a language: every entry in order, none divided.

    Args:
        entries: What is found.
        full: Tokens after which a volume is full.
        cut: The rule of cutting; another than the browser's is for measuring alone.
    """
    volume = Volume(0)
    size = 0
    for number, entry in enumerate(entries):
        tokens = [cut(passage.text) for passage in entry.passages]
        count = sum(map(len, tokens))
        if size and size + count > full:
            yield volume
            volume, size = Volume(number), 0
        volume.counts.append(count)
        volume.lines += (" ".join(line) for line in tokens if line)
        size += count
    if size:
        yield volume


def vocabulary(volumes: Sequence[Volume]) -> frozenset[str]:
    """Return every token of some volumes."""
    return frozenset(chain.from_iterable(line.split() for volume in volumes for line in volume.lines))
