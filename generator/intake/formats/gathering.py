"""What all formats give back, and how they gather it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.intake.heard import Cue, Picture, Title
from generator.intake.text import Text

MOST_SAID: Final = 12_000_000
"""Characters of a recording; more than is said in two weeks of days and nights."""

# What no reader sees: byte-order marks, joiners and direction signs, controls, other systems' line breaks.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f\U0001fffe-\U0001ffff\U0002fffe-\U0002ffff\U0010fffe-\U0010ffff]+"
)
_TIMES_LIKE: Final = re.compile(
    r"(?=[^\n]*\d:\d\d[^\n]*\d:\d\d|[\d:]{0,6}\d:\d\d[.,]\d{3}(?!\d))[\s\d:.,=>–—-]{9,80}"
)
_BEGUN_TIME: Final = re.compile(r"\s*\d{1,3}:[\s\d:,.-]*")
_SPEAKER: Final = re.compile(r"[ \t]*(?:\[(SPEAKER_\d+)\]:?|(SPEAKER_\d+):)[ \t]*")


class TooMuchSaidError(Exception):
    """There are more words in a file than any recording has."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as its format is read; indices are those of the file.

    Attributes:
        text: What was said.
        cues: By index.
        pictures: By index.
        titles: By index.
        chunked: Line breaks are chunk borders.
    """

    text: Text
    cues: tuple[Cue, ...] = ()
    pictures: tuple[Picture, ...] = ()
    titles: tuple[Title, ...] = ()
    chunked: bool = False


@dataclass(frozen=True, slots=True)
class Gathering:
    """Pieces of a file that were said, in order.

    Attributes:
        raw: The file.

    Raises:
        TooMuchSaidError: There are more than `MOST_SAID` characters, when one more piece is kept.
    """

    raw: str
    cues: list[Cue] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _origins: array[int] = field(default_factory=lambda: array("q"))

    def keep(self, start: int, end: int) -> None:
        """Keep a piece of the file, but for characters that nobody sees."""
        at = start
        for unseen in _UNSEEN.finditer(self.raw, start, end):
            self._add(at, unseen.start())
            at = unseen.end()
        self._add(at, end)

    def put(self, words: str, origin: int) -> None:
        """Put words that stand for a sign of the file."""
        seen = _UNSEEN.sub("", words)
        self._words.append(seen)
        self._origins.extend([origin] * len(seen))

    def keep_spoken(self, start: int, end: int) -> None:
        """Keep a piece that may begin with a speaker's label of a diarising program (`SPEAKER_00:`)."""
        label = _SPEAKER.match(self.raw, start, end)
        if label:
            self.cues.append(Cue(label.end(), speaker=label[1] or label[2]))
        self.keep(label.end() if label else start, end)

    def reading(self, *, chunked: bool = False) -> Reading:
        """Return what was gathered."""
        text = Text("".join(self._words), self._origins)
        return Reading(text, tuple(self.cues), tuple(self.pictures), tuple(self.titles), chunked)

    def _add(self, start: int, end: int) -> None:
        if len(self._origins) + end - start > MOST_SAID:
            raise TooMuchSaidError
        if start < end:
            self._words.append(self.raw[start:end])
            self._origins.extend(range(start, end))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file.

    Attributes:
        number: From 1.
        start: Index of its first character.
        words: Without its line break.
        after: Index behind its line break.
    """

    number: int
    start: int
    words: str
    after: int


def lines(raw: str) -> Iterator[Line]:
    """Yield the lines of a file; one that is empty at the end is none."""
    start = number = 0
    while start < len(raw):
        end = raw.find("\n", start)
        after = len(raw) if end < 0 else end + 1
        number += 1
        yield Line(number, start, raw[start : len(raw) if end < 0 else end], after)
        start = after


def looks_like_times(words: str) -> bool:
    """Whether a line is two clock times with signs between, or an exact one: those of a subtitle."""
    return _TIMES_LIKE.fullmatch(words) is not None


def begins_like_times(words: str) -> bool:
    """Whether a line, where times belong, is the beginning of one: the file was cut short there."""
    return _BEGUN_TIME.fullmatch(words) is not None


def milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str | None = None) -> int:
    """Return a clock's time; the fraction has one to three digits."""
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "0").ljust(3, "0")[:3])
