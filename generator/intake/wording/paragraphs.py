"""Sentences put together into paragraphs that a reader can take in, and that can be named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.intake.step import Known
from generator.intake.wording.words import alternation

Part = tuple[int, int]
"""From and to (not included), in characters of the text."""

SHORTEST: Final = 80
LONGEST: Final = 250
_GOOD: Final = 160
_TAIL: Final = 40
_ENGLISH: Final = 2.5
"""Letters of English that say as much as one ideograph."""

_SENTENCE: Final = re.compile(r"(?:[。？！]|……|[.?!](?=\s|\Z))[”’」』）]*\s*")
_LATIN: Final = re.compile(r"[A-Za-z]")


def sentences_of(words: str, start: int, end: int) -> Iterator[Part]:
    """Cut a part of a text into sentences; what follows the last sign is one too."""
    begin = start
    for found in _SENTENCE.finditer(words, start, end):
        yield begin, found.end()
        begin = found.end()
    if words[begin:end].strip():
        yield begin, end


def paragraphs_of(words: str, part: Part, breaks: Iterable[int], known: Known) -> list[Part]:
    """Cut a part of a text into paragraphs of 80 to 250 characters, at words that begin something new.

    Args:
        words: The text.
        part: Which part of it.
        breaks: Where one must begin, at the beginning of a sentence.
        known: Lists of words.

    Returns:
        Paragraphs in order; a single sentence may be longer, and what lies between breaks shorter.
    """
    must = frozenset(breaks)
    opens, leans = (alternation(known.settings.words("text", key)) for key in ("topic_openers", "leaning"))
    scale = _ENGLISH if len(_LATIN.findall(words, *part)) > (part[1] - part[0]) / 2 else 1.0
    found: list[Part] = []
    for start, end in sentences_of(words, *part):
        if not found or start in must:
            found.append((start, end))
            continue
        size = (start - found[-1][0]) / scale
        longer = (end - found[-1][0]) / scale
        new = (
            (size >= SHORTEST and opens.match(words, start))
            or (size >= _GOOD and not leans.match(words, start))
            or (size >= SHORTEST and longer > LONGEST)
        )
        if new:
            found.append((start, end))
        else:
            found[-1] = (found[-1][0], end)
    return _without_tails(found, must, scale)


def _without_tails(parts: list[Part], must: frozenset[int], scale: float) -> list[Part]:
    """Join what is too short to stand alone to what is before it."""
    joined: list[Part] = []
    for start, end in parts:
        fits = joined and (end - joined[-1][0]) / scale <= LONGEST + _TAIL
        if fits and start not in must and (end - start) / scale < _TAIL:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
