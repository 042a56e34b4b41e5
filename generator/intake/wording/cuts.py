"""The best places to cut something into parts of a good length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where something may be cut.

    Attributes:
        place: Where.
        gain: How much speaks for it; what speaks against it is below zero.
    """

    place: int
    gain: float


def best_cuts(
    start: int, end: int, cuts: Sequence[Cut], cost: Callable[[int, int], float], farthest: int
) -> list[int]:
    """Choose among places so that what they gain less what the parts cost is the most.

    Args:
        start: Where that which is cut begins.
        end: Where it ends.
        cuts: The places, in order.
        cost: What a part from and to costs.
        farthest: Parts that are longer are not weighed against others: this keeps the time linear.
    """
    places = [start, *(cut.place for cut in cuts if start < cut.place < end), end]
    gains = [0.0, *(cut.gain for cut in cuts if start < cut.place < end), 0.0]
    best = [0.0]
    before = [0]
    first = 0
    for number in range(1, len(places)):
        while first < number - 1 and places[number] - places[first] > farthest:
            first += 1
        value, chosen = max(
            (best[other] - cost(places[other], places[number]), other) for other in range(first, number)
        )
        best.append(value + gains[number])
        before.append(chosen)
    found = []
    number = before[-1]
    while number:
        found.append(places[number])
        number = before[number]
    return found[::-1]
