"""Plain text: a line is a breath, or a chunk of a recogniser that makes none."""

from __future__ import annotations

from typing import Final

from generator.intake.formats.gathering import Gathering, Reading, lines

_LONG: Final = 120  # Characters; nobody speaks this long in one breath.


def read_plain(raw: str) -> Reading:
    """Read plain text; all of it was said."""
    gathering = Gathering(raw)
    count = letters = 0
    for line in lines(raw):
        gathering.keep_spoken(line.start, line.after)
        if line.words and not line.words.isspace():
            count += 1
            letters += len(line.words)
    return gathering.reading(chunked=letters > _LONG * count)
