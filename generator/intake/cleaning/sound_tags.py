"""Sounds that recognisers describe in brackets, and the signs of music."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.cleaning.leaving_out import Drop, Reason
from generator.intake.cleaning.letters import key
from generator.intake.settings import Settings

_NOTES = "♩♪♫♬🎵🎶"
# What stands in brackets, at most thirty characters; asterisks and notes count as brackets.
_BRACKETED = re.compile(r"[(（\[【<*][^()（）\[\]【】<>*\n]{1,30}[)）\]】>*]")
_SUNG = re.compile(rf"[{_NOTES}][^{_NOTES}\n]{{0,80}}[{_NOTES}]|[{_NOTES}]")
_NO_LETTERS = re.compile(r"^(?=[^\n]*[^\s])[^\w\n]+$", re.MULTILINE)


def sounds_in(words: str, settings: Settings) -> Iterator[Drop]:
    """Find described sounds, notes with what is sung between them, and lines of signs alone.

    Args:
        words: The text.
        settings: The lists of words; of `noise` those that describe sounds.

    Yields:
        Where they stand; they may overlap.
    """
    described = frozenset(map(key, settings.words("noise", "sounds")))
    for match in _BRACKETED.finditer(words):
        if key(match.group()) in described:
            yield Drop(match.start(), match.end(), Reason.SOUND)
    for pattern in (_SUNG, _NO_LETTERS):
        for match in pattern.finditer(words):
            yield Drop(match.start(), match.end(), Reason.SOUND)
