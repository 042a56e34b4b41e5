"""Parts of the recording, as lists in order that do not overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.intake.division import Stretch


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return what parts cover together, in order; those that touch become one, empty ones go."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def without(whole: Iterable[Stretch], gone: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield what is left of parts when others are taken away.

    Args:
        whole: As `merged` returns them.
        gone: As `merged` returns them.
    """
    taken: Sequence[Stretch] = list(gone)
    at = 0
    for start, end in whole:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        left, number = start, at
        while number < len(taken) and taken[number][0] < end:
            if left < taken[number][0]:
                yield left, taken[number][0]
            left = max(left, taken[number][1])
            number += 1
        if left < end:
            yield left, end


def runs(indices: Iterable[int]) -> Iterator[Stretch]:
    """Yield indices that never decrease as parts without a gap."""
    start = end = -1
    for index in indices:
        if index > end:
            if start < end:
                yield start, end
            start = index
        end = index + 1
    if start < end:
        yield start, end
