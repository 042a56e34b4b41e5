"""What was read of the files of a recording: the words, and all that their format says beside them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator.intake.text import Text
from generator.model.identifiers import RecordingId
from generator.model.recording import Position


@dataclass(frozen=True)
class HeardFile:
    """A file of a recording.

    Attributes:
        recording: Its id in the forum.
        name: The file's name, for messages.
        raw: Its text, decoded, line ends as they are but for carriage returns.
        base: The index of its first character among all files of the forum.
    """

    recording: RecordingId
    name: str
    raw: str
    base: int = 0

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts = [0]
        for line in self.raw.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return tuple(starts)

    @property
    def end(self) -> int:
        """The index after its last character; a line break that ends the file counts."""
        return self.base + len(self.raw)

    def position(self, index: int) -> Position:
        """Return line (from 1) and character (from 0) of an index of the recording."""
        line = bisect_right(self._starts, index - self.base) - 1
        line = min(line, len(self._starts) - 2)
        return line + 1, index - self.base - self._starts[line]


@dataclass(frozen=True, slots=True)
class Cue:
    """Where the format says when something was said, or who speaks.

    Attributes:
        index: Where in the recording it begins to hold.
        start: When it was said, in milliseconds of the recording's clock; None where only a speaker is named.
        speaker: Who speaks as the format names them, such as `发言人1`; empty where it does not.
    """

    index: int
    start: int | None = None
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands among the words.

    Attributes:
        index: Where it stands in the recording.
        source: Its address as written.
        alt: What it shows, as written.
    """

    index: int
    source: str
    alt: str


@dataclass(frozen=True, slots=True)
class Title:
    """A heading that stands among the words; it was not said.

    Attributes:
        index: Where it begins in the recording.
        level: From 1.
        words: Without signs.
    """

    index: int
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A forum's recording as it was read.

    Attributes:
        files: In order; indices run through all of them.
        text: What was said. Characters of the format (times, numbers, signs) are not in it.
        cues: By index.
        pictures: By index.
        titles: By index.
        chunked: Line breaks are where the recogniser began a new chunk, not where a speaker took breath. A
            full stop that marks the same in Markdown is a character of the format.
    """

    files: tuple[HeardFile, ...]
    text: Text
    cues: tuple[Cue, ...] = ()
    pictures: tuple[Picture, ...] = ()
    titles: tuple[Title, ...] = ()
    chunked: bool = False

    def file_of(self, index: int) -> HeardFile:
        """Return the file that an index is in; one past the end belongs to the last."""
        found = self.files[0]
        for file in self.files:
            if file.base <= index:
                found = file
        return found
