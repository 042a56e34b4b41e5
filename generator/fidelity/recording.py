"""A recording's words without its line breaks, and where each of them stands."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from generator.language.ideographs import IDEOGRAPH
from generator.model.identifiers import RecordingId
from generator.model.recording import Position

Part = tuple[int, int]
"""From and to (not included), in characters of a text."""


@dataclass(frozen=True)
class RecordingText:
    """What was said in the recordings of a forum, in one run.

    Attributes:
        words: The words; white space only where it parts Latin letters or figures.
        lines: For each character its line in its file, from 1.
        offsets: For each character its place in the line, from 0.
        files: The part that each recording has.
    """

    words: str
    lines: array[int]
    offsets: array[int]
    files: Mapping[RecordingId, Part]

    @classmethod
    def of(cls, heard: Sequence[tuple[RecordingId, str, Sequence[Position]]]) -> RecordingText:
        """Join lines.

        Args:
            heard: For each recording what was said, line breaks and all, and for each of its characters where
                it stands in the file.
        """
        kept: list[str] = []
        lines, offsets = array("l"), array("l")
        files: dict[RecordingId, Part] = {}
        for recording, words, positions in heard:
            start = len(lines)
            for number, character in enumerate(words):
                if character.isspace() and not _parts(words, number):
                    continue
                kept.append(" " if character.isspace() else character)
                lines.append(positions[number][0])
                offsets.append(positions[number][1])
            files[recording] = start, len(lines)
        return cls("".join(kept), lines, offsets, MappingProxyType(files))

    def part(self, recording: RecordingId, start: Position, end: Position) -> Part:
        """Return the characters between two places of a recording; none of one that is not at hand."""
        if recording not in self.files:
            return 0, 0
        return self._at(recording, start), self._at(recording, end)

    def of_lines(self, recording: RecordingId, first: int, last: int) -> Part:
        """Return the characters of some lines of a recording, both included."""
        return self.part(recording, (first, 0), (last + 1, 0))

    def _at(self, recording: RecordingId, place: Position) -> int:
        """Return the character that stands at a place, or the first after it."""
        start, end = self.files[recording]
        first = bisect_left(self.lines, place[0], start, end)
        last = bisect_left(self.lines, place[0] + 1, first, end)
        return bisect_left(self.offsets, place[1], first, last)

    def line_of(self, index: int) -> int:
        """Return the line of a character, or of the last one before it."""
        return self.lines[min(max(index, 0), len(self.lines) - 1)] if self.lines else 0

    def around(self, start: int, end: int, most: int = 20) -> str:
        """Return some characters from a place on, at most so many: recordings are not shown at length."""
        spare = max(0, most - (end - start)) // 2
        begin = max(0, start - spare)
        return self.words[begin : min(len(self.words), begin + most)]

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """Where a line begins that is not the first."""
        return tuple(
            number for number in range(1, len(self.lines)) if self.lines[number] != self.lines[number - 1]
        )


def joined(words: str) -> str:
    """Return a text without white space, but where it parts Latin letters or figures."""
    found = "".join(
        (" " if character.isspace() else character)
        for number, character in enumerate(words)
        if not character.isspace() or _parts(words, number)
    )
    return re.sub(" {2,}", " ", found)


def _parts(words: str, number: int) -> bool:
    """Whether white space at a place parts words: not beside an ideograph, and only the first of several."""
    if number and words[number - 1].isspace():
        return False
    before = words[number - 1] if number else ""
    after = (
        words[number + 1 :].lstrip()[:1]
        if words[number + 1 : number + 2].isspace()
        else words[number + 1 : number + 2]
    )
    return bool(before and after) and not IDEOGRAPH.match(before) and not IDEOGRAPH.match(after)
