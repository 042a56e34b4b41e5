"""Who is likely to be named where: those of a session in it, those of its neighbours around it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from generator.intake.division import Division
from generator.intake.step import Known
from generator.intake.text import Text
from generator.model.identifiers import PersonId

IN_SESSION = 0.8
BESIDE = 0.6
AT_FORUM = 0.45
ELSEWHERE = -2.0


@dataclass(frozen=True, slots=True)
class Places:
    """The sessions of a text.

    Attributes:
        starts: Where each stretch begins in the text.
        inside: Of each stretch, the people of its session.
        beside: Of each stretch, the people of the sessions before and after.
        forum: Everybody of the forum.
    """

    starts: tuple[int, ...]
    inside: tuple[frozenset[PersonId], ...]
    beside: tuple[frozenset[PersonId], ...]
    forum: frozenset[PersonId]

    @classmethod
    def of(cls, text: Text, known: Known, division: Division) -> Places:
        """Lay the sessions out over a text."""
        people = {
            session.id: frozenset(one.person for one in session.people) for session in known.forum.sessions
        }
        order = sorted(division.sessions, key=lambda one: one.start)
        groups = [people.get(one.id, frozenset()) | frozenset(one.speakers) for one in order]
        starts, inside, beside = (
            [0],
            [frozenset[PersonId]()],
            [groups[0] if groups else frozenset[PersonId]()],
        )
        for number, session in enumerate(order):
            before = groups[number - 1] if number else frozenset()
            after = groups[number + 1] if number + 1 < len(groups) else frozenset()
            starts += [text.at(session.start), text.at(session.end)]
            inside += [groups[number], frozenset()]
            beside += [before | after, groups[number] | after]
        hosts = {one.person for one in known.forum.people}
        return cls(tuple(starts), tuple(inside), tuple(beside), frozenset().union(hosts, *people.values()))

    def nearness(self, at: int, people: frozenset[PersonId]) -> float:
        """Return how much the place speaks for one of some people."""
        number = max(0, bisect_right(self.starts, at) - 1)
        if people & self.inside[number]:
            return IN_SESSION
        if people & self.beside[number]:
            return BESIDE
        return AT_FORUM if people & self.forum else ELSEWHERE
