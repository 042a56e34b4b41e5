"""Announcements to the room: please be seated, no telephones."""

from __future__ import annotations

from generator.intake.sessions.plain import Plain
from generator.intake.sessions.sayings import SayingKind, Sayings

_TOGETHER = 120  # letters between two phrases of one announcement
_SENTENCE = 40


def announced(plain: Plain, sayings: Sayings, start: int, end: int) -> list[tuple[int, int]]:
    """Return announcements in a part of the text that is no session's.

    One phrase alone is none: hosts ask for quiet too. What stands before a recording's first announcement is
    of it, and so is what stands between two phrases of the same.

    Args:
        plain: The text.
        sayings: What was found in it.
        start: Where the part begins, in letters.
        end: Where it ends; not included.

    Returns:
        Where announcements begin and end, in letters.
    """
    groups: list[list[tuple[int, int]]] = []
    for span in sayings[SayingKind.ANNOUNCEMENT].within(start, end):
        if groups and span[0] - groups[-1][-1][1] <= _TOGETHER:
            groups[-1].append(span)
        else:
            groups.append([span])
    found: list[tuple[int, int]] = []
    for group in groups:
        if len(group) > 1:
            first = 0 if start == 0 and not found else _sentence_start(plain, sayings, group[0][0], start)
            found.append((max(start, first), min(end, _sentence_end(plain, group[-1][1]))))
    return found


def _sentence_start(plain: Plain, sayings: Sayings, place: int, start: int) -> int:
    greeted = sayings[SayingKind.GREETING].within(max(start, place - _SENTENCE), place)
    return greeted[0][0] if greeted else max(start, plain.break_before(place))


def _sentence_end(plain: Plain, place: int) -> int:
    following = plain.break_from(place)
    return following if following - place <= _SENTENCE // 4 else place
