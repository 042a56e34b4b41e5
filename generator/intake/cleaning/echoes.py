"""Words that come again verbatim a moment later, at such length that only a recogniser says them twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from generator.intake.cleaning.leaving_out import Drop, Reason
from generator.intake.cleaning.letters import Letters, key
from generator.intake.cleaning.lines import Line, lines_of
from generator.intake.step import Known

_GRAM = 8
_NEAR = 150
# What is farther back is forgotten every so many letters: long recordings need no more room.
_FORGETS = 10_000
_LEAST = 20
# A line that is the two before it, word for word; shorter ones are chance.
_LEAST_LINE = 10
_TITLE = 6
_MOST = 0.85


def echoes(words: str, letters: Letters, known: Known) -> Iterator[Drop]:
    """Find words that a recogniser wrote again a moment after it had heard them.

    Args:
        words: The text.
        letters: Its letters.
        known: The programme: titles are said again on purpose.

    Yields:
        The later hearings; they may overlap.
    """
    lines = [] if known.heard.chunked else list(lines_of(words))
    yield from _summing_lines(lines)
    titles = _titles(known)
    for start, end in _verbatim(letters.words):
        part = letters.words[start:end]
        if not part.isascii() and not any(part in title or title in part for title in titles):
            yield _with_line(Drop(*letters.span(start, end), Reason.STUTTER), end - start, lines)


def _with_line(drop: Drop, count: int, lines: list[Line]) -> Drop:
    """Take the rest of a line along of which hardly more is left than what leads to it."""
    at = bisect_right(lines, drop.start, key=lambda line: line.start) - 1
    if at >= 0 and drop.end <= lines[at].end and count >= _MOST * len(lines[at].key):
        return Drop(lines[at].start, lines[at].end, drop.reason)
    return drop


def _summing_lines(lines: list[Line]) -> Iterator[Drop]:
    for first, second, line in zip(lines, lines[1:], lines[2:], strict=False):
        if len(line.key) >= _LEAST_LINE and line.key == first.key + second.key:
            yield Drop(line.start, line.end, Reason.STUTTER)


def _verbatim(words: str) -> Iterator[tuple[int, int]]:
    last: dict[str, int] = {}
    start, distance, end = 0, 0, -1
    for at in range(len(words) - _GRAM + 1):
        gram = words[at : at + _GRAM]
        before = last.get(gram)
        last[gram] = at
        if at % _FORGETS == 0:
            last = {other: place for other, place in last.items() if at - place <= _NEAR}
        apart = at - before if before is not None and at - before <= _NEAR else 0
        if apart and apart == distance:
            end = at + _GRAM
            continue
        if distance and end - start >= _LEAST:
            yield start, min(end, len(words))
        start, distance, end = at, apart, at + _GRAM
    if distance and end - start >= _LEAST:
        yield start, end


def _titles(known: Known) -> frozenset[str]:
    """Return titles and names that hosts and speakers say over and over."""
    said = [text for session in known.forum.sessions for _, text in session.title.texts]
    said += [text for _, text in known.forum.title.texts]
    for organisation in known.held.organisations.values():
        said += [text for _, text in organisation.name.texts]
    return frozenset(found for found in map(key, said) if len(found) >= _TITLE)
