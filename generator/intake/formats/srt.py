"""Subtitles as SubRip writes them (SRT): a number, two times, the words, an empty line."""

from __future__ import annotations

import re
from typing import Final

from generator.intake.formats.gathering import (
    Gathering,
    Line,
    Reading,
    begins_like_times,
    lines,
    looks_like_times,
    milliseconds,
)
from generator.intake.heard import Cue
from generator.intake.recording_error import RecordingError

_CLOCK: Final = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[,.](\d{1,3}))?"
_TIMES: Final = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?")
_SIGNS: Final = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}")
_NUMBER: Final = re.compile(r"\s*\d+\s*")
REMEDY: Final = "write the times of a subtitle as 00:00:01,000 --> 00:00:04,000"


def looks_like_srt(start: str) -> bool:
    """Whether the first lines of a file are subtitles."""
    return any(_TIMES.fullmatch(line.words) for line in lines(start))


def read_srt(raw: str, name: str) -> Reading:
    r"""Read subtitles; formatting (`<i>`, `{\an8}`) goes.

    Raises:
        RecordingError: A time cannot be read, or words stand before the first.
    """
    gathering = Gathering(raw)
    begun = False
    start: int | None = None
    number: Line | None = None  # Belongs to the next times, or was said ("7").
    opens = False  # It stands behind an empty line, where a subtitle begins.
    before = ""
    for line in lines(raw):
        before, behind = line.words, before
        times = _TIMES.fullmatch(line.words)
        if times:
            begun, number = True, None
            start = milliseconds(times[1], times[2], times[3], times[4])
            continue
        cut_short = number is not None and opens and begins_like_times(line.words)
        if cut_short or "-->" in line.words or looks_like_times(line.words):
            raise RecordingError(f"{name}:{line.number}", "these times cannot be read", REMEDY)
        if number is not None and (begun or line.words.strip()):
            _say(gathering, number, start, name, begun=begun)
            start = number = None
        if _NUMBER.fullmatch(line.words):
            number, opens = line, not behind.strip()
        elif line.words.strip():
            _say(gathering, line, start, name, begun=begun)
            start = None
    if not begun:
        raise RecordingError(name, "there is no subtitle in it", REMEDY)
    if number is not None and not opens:
        _say(gathering, number, start, name, begun=begun)
    return gathering.reading()


def _say(gathering: Gathering, line: Line, start: int | None, name: str, *, begun: bool) -> None:
    if not begun:
        raise RecordingError(f"{name}:{line.number}", "words stand before the first time", REMEDY)
    if start is not None:
        gathering.cues.append(Cue(line.start, start))
    at = line.start
    for sign in _SIGNS.finditer(gathering.raw, line.start, line.after):
        gathering.keep(at, sign.start())
        at = sign.end()
    if at == line.start:
        gathering.keep_spoken(at, line.after)
    else:
        gathering.keep(at, line.after)
