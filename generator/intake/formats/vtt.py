"""WebVTT (https://www.w3.org/TR/webvtt1/): blocks between empty lines, `<v Name>` for who speaks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
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

_CLOCK: Final = r"(?:(\d{2,}):)?(\d{2}):(\d{2})\.(\d{3})"
_TIMES: Final = re.compile(rf"\s*{_CLOCK}\s+-->\s+{_CLOCK}(?:\s.*)?")
_VOICE: Final = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>\n]*)>")
_SIGN: Final = re.compile(r"<[^<>\n]{0,300}>|&(?:[a-zA-Z]{2,8}|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
REMEDY: Final = "write the times of a cue as 00:01.000 --> 00:04.000"


def looks_like_vtt(start: str) -> bool:
    """Whether a file begins as WebVTT does."""
    return re.match(r"WEBVTT(?:[ \t\n]|$)", start) is not None


def read_vtt(raw: str, name: str) -> Reading:
    """Read cues; notes, styles, regions, settings, tags go, and entities become what they stand for.

    Raises:
        RecordingError: A time cannot be read.
    """
    gathering = Gathering(raw)
    for number, block in enumerate(_blocks(raw)):
        at = next((at for at, line in enumerate(block[:2]) if _is_arrow(line.words)), _cut_short(block))
        if at is None:
            if number and not re.match(r"(?:NOTE|STYLE|REGION)(?:\s|$)", block[0].words):
                # An empty line within a cue: what follows was said, too.
                _say(gathering, block, None)
            continue
        times = _TIMES.fullmatch(block[at].words)
        if times is None:
            raise RecordingError(f"{name}:{block[at].number}", "these times cannot be read", REMEDY)
        _say(gathering, block[at + 1 :], milliseconds(times[1], times[2], times[3], times[4]))
    return gathering.reading()


def _is_arrow(words: str) -> bool:
    return "-->" in words or looks_like_times(words)


def _cut_short(block: list[Line]) -> int | None:
    """Return where the times of a cue are that the file ends within."""
    last = len(block) - 1
    numbered = last == 1 and block[0].words.strip().isdecimal()
    return last if (numbered or not last) and begins_like_times(block[last].words) else None


def _blocks(raw: str) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines(raw):
        if line.words.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _say(gathering: Gathering, block: list[Line], start: int | None) -> None:
    for line in block:
        if start is not None:
            gathering.cues.append(Cue(line.start, start))
            start = None
        at = line.start
        for sign in _SIGN.finditer(gathering.raw, line.start, line.after):
            gathering.keep(at, sign.start())
            at = sign.end()
            voice = _VOICE.fullmatch(sign[0])
            if voice:
                gathering.cues.append(Cue(at, speaker=html.unescape(voice[1]).strip()))
            elif sign[0].startswith("&"):
                gathering.put(html.unescape(sign[0]).replace("\u00a0", " "), sign.start())
        if at == line.start:
            gathering.keep_spoken(at, line.after)
        else:
            gathering.keep(at, line.after)
