"""What is read out of texts before they are compared, by the lists and names of a project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Protocol, TypeVar

from generator.fidelity.amount import Amount
from generator.fidelity.cues import Cue, Cues
from generator.fidelity.names import Mention, Names
from generator.fidelity.numbers import Numbers
from generator.fidelity.recording import Part, RecordingText
from generator.fidelity.settings import Settings
from generator.model.forum import Forum
from generator.model.proceedings import Proceedings


class Placed(Protocol):
    """What has a beginning in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True)
class Reader:
    """Reads numbers, names and the words of all lists, for one forum."""

    numbers: Numbers
    names: Names
    cues: Cues

    @classmethod
    def of(cls, settings: Settings, held: Proceedings, forum: Forum) -> Reader:
        """Return the reader of a forum."""
        people = {one.person for one in forum.people}
        people |= {one.person for session in forum.sessions for one in session.people}
        names = Names(held, settings, people)
        year = forum.date.year
        return cls(Numbers(settings, (*names.right, *names.misheard), year), names, Cues(settings))


@dataclass(frozen=True)
class Heard:
    """A recording, read."""

    text: RecordingText
    reader: Reader

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """All numbers: of the whole, and of each line for itself, as a line may end within a number."""
        whole = [*self.reader.numbers.read(self.text.words), *self.reader.numbers.years(self.text.words)]
        known = {(one.start, one.end, one.values) for one in whole}
        for start, end in self._pieces():
            for one in self.reader.numbers.read(self.text.words[start:end]):
                moved = replace(one, start=one.start + start, end=one.end + start)
                if (moved.start, moved.end, moved.values) not in known:
                    whole.append(moved)
        return tuple(sorted(whole, key=lambda one: one.start))

    @cached_property
    def cues(self) -> dict[str, tuple[Cue, ...]]:
        """The words of all lists."""
        return self.reader.cues.all(self.text.words)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """All names, also as they are misheard."""
        return tuple(self.reader.names.mentions(self.text.words, heard=True))

    def _pieces(self) -> Iterator[Part]:
        edges = [0, *self.text.breaks, len(self.text.words)]
        yield from pairwise(edges)


def within(items: Sequence[P], parts: Sequence[Part]) -> list[P]:
    """Return what begins within one of some parts of a text."""
    return [one for one in items if any(start <= one.start < end for start, end in parts)]


def widened(parts: Sequence[Part], by: int, size: int) -> tuple[Part, ...]:
    """Return parts with so many characters before and behind each."""
    return tuple((max(0, start - by), min(size, end + by)) for start, end in parts)
