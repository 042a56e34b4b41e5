"""Which parts of a text are somebody's words: sessions, and what the host says between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from generator.intake.division import Division, Stretch
from generator.intake.text import Text


def stretches_of(division: Division) -> tuple[Stretch, ...]:
    """Return where sessions and the host's words are in the recording, in order."""
    return tuple(sorted([*((one.start, one.end) for one in division.sessions), *division.host]))


def inside(text: Text, stretches: tuple[Stretch, ...]) -> Callable[[int], bool]:
    """Return what tells whether a character of the text lies in one of the stretches."""
    starts = [start for start, _ in stretches]

    def tells(place: int) -> bool:
        origin = text.origins[place]
        number = bisect_right(starts, origin) - 1
        return number >= 0 and origin < stretches[number][1]

    return tells


def borders_of(text: Text, division: Division) -> frozenset[int]:
    """Return the characters of the text with which a session, a turn, or words of the host begin or end."""
    found = {index for stretch in (*stretches_of(division), *division.aside) for index in stretch}
    found |= {turn.start for session in division.sessions for turn in session.turns}
    return frozenset(text.at(index) for index in found)
