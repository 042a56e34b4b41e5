"""Where the audience begins to ask after a talk."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from generator.intake.sessions.plain import alternation
from generator.intake.settings import Settings
from generator.intake.turns.signs import Signs

_EARLIEST: Final = 0.4  # of a talk; before, a speaker speaks of questions
_ASKED_WITHIN: Final = 400
_BEFORE: Final = 300  # letters of the talk's end, to see where the host comes in


def questions_from(letters: str, signs: Signs, settings: Settings) -> int | None:
    """Return a place in a talk close before somebody lets the audience ask; None where nobody does.

    Args:
        letters: The talk, reduced to its letters.
        signs: What was found in it.
        settings: The lists of words.
    """
    begun = [match.start() for match in alternation(settings.words("turns", "audience")).finditer(letters)]
    for start, end in signs.audience_asked:
        if start < _EARLIEST * len(letters):
            continue
        index = bisect_left(begun, end)
        if index < len(begun) and begun[index] < end + _ASKED_WITHIN:
            return max(0, start - _BEFORE)
    return None
