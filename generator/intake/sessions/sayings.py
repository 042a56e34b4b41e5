"""Where hosts and speakers say the words that sessions begin and end with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.intake.sessions.plain import Plain, alternation
from generator.intake.settings import Settings

Spans = tuple[tuple[int, int], ...]


class SayingKind(StrEnum):
    """What kind of words, by the name of their list in `hosts.yml`."""

    CALL = "calls"
    INVITATION = "invitations"
    PERFORMANCE = "performances"
    THANKS = "thanks"
    PRAISE = "praises"
    SEVERAL = "several"
    COURTESY = "courtesies"
    GREETING = "greetings"
    INTRODUCTION = "introductions"
    ENDING = "endings"
    PASSING = "thanks_in_passing"
    FAREWELL = "farewells"
    LINK = "links"
    RESUME = "resumes"
    SEAT = "seats"
    FILM = "films"
    CEREMONY = "ceremonies"
    ADDRESS = "addresses"
    PANEL = "panels"
    QUESTION = "questions"
    CLOSING = "closings"
    HOST = "hosts"
    ANNOUNCEMENT = "announcements"
    TITLE = "titles"


@dataclass(frozen=True)
class OfKind:
    """The sayings of one kind, from left to right.

    Attributes:
        spans: Where they begin and end, in letters.
    """

    spans: Spans

    def within(self, start: int, end: int) -> Spans:
        """Return those that begin in a part."""
        return self.spans[bisect_left(self.spans, (start, 0)) : bisect_left(self.spans, (end, 0))]

    def any_within(self, start: int, end: int) -> bool:
        """Whether one begins in a part."""
        return bool(self.within(start, end))

    def at(self, place: int) -> tuple[int, int] | None:
        """Return the one that begins at a place."""
        found = self.within(place, place + 1)
        return found[0] if found else None


Sayings = Mapping[SayingKind, OfKind]


def find_sayings(plain: Plain, settings: Settings) -> Sayings:
    """Find all sayings of a text."""
    return {
        kind: OfKind(
            tuple(
                match.span() for match in alternation(settings.words("hosts", kind)).finditer(plain.letters)
            )
        )
        for kind in SayingKind
    }
