"""Leaving out what a recogniser wrote again because it was stuck; what a speaker repeats stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.intake.cleaning.circles import circles
from generator.intake.cleaning.echoes import echoes
from generator.intake.cleaning.leaving_out import Drop, Reason, leave_out
from generator.intake.cleaning.letters import Letters
from generator.intake.cleaning.lines import Line, likeness, lines_of, same_words
from generator.intake.step import Known, Stepped
from generator.intake.text import Text

# A line counts as heard again where it stood this many lines before, or fewer.
_WINDOW = 12
_ALIKE = 0.6
_IN_LOOP = 0.5
# Fewer letters than this are said again on purpose (谢谢大家, 掌声有请), unless it goes on and on.
_LONG_LINE = 5
_SHORT_LINE = 2
_OFTEN_SHORT = 3
_OFTEN_SINGLE = 7
_LEAST_LETTERS = 12
_LOOP = 2
_FEW_FORMS = 0.5
_LAST_LINES = 4
_ROLLING = 0.3


def drop_loops(text: Text, known: Known) -> Stepped:
    """Leave one hearing of what a recogniser wrote again and again, and of lines written twice.

    Args:
        text: What was heard, without noise.
        known: Whether line breaks are breaths, and the programme, whose titles are said again on purpose.

    Returns:
        The text, and what was left out (`loop`, `stutter`).
    """
    text, by_line = leave_out(text, _line_drops(text, known))
    text, by_letter = leave_out(text, circles(text.words, Letters.of(text.words)))
    text, by_echo = leave_out(text, echoes(text.words, Letters.of(text.words), known))
    return text, tuple(sorted((*by_line, *by_letter, *by_echo)))


def _line_drops(text: Text, known: Known) -> Iterator[Drop]:
    lines = list(lines_of(text.words))
    distances = _distances(lines)
    # Rolling captions write every line twice, the short ones too.
    rolling = len(lines) > _WINDOW and distances.count(1) >= _ROLLING * len(lines)
    least = 1 if rolling else _LONG_LINE
    turns = _turns(known)
    for start, end in _regions(lines, distances):
        reason = _judged(lines, distances, start, end)
        if reason is Reason.LOOP or (reason is not None and end - start > 1):
            yield from (Drop(lines[at].start, lines[at].end, reason) for at in range(start, end))
            continue
        for at in range(start, end):
            if distances[at] == 1 and len(lines[at].key) >= least:
                before, after = text.origins[lines[at - 1].start], text.origins[lines[at].start]
                if bisect_right(turns, before) == bisect_right(turns, after):
                    yield Drop(lines[at].start, lines[at].end, Reason.STUTTER)
    yield from _last_words(lines)


def _turns(known: Known) -> list[int]:
    """Where somebody else begins to speak, as far as the format says: who repeats another means it."""
    named = [cue for cue in known.heard.cues if cue.speaker]
    return [after.index for before, after in pairwise(named) if before.speaker != after.speaker]


def _distances(lines: Sequence[Line]) -> list[int]:
    """For each line how many lines before it stood last; 0 where it did not."""
    last: dict[str, int] = {}
    found = []
    for at, line in enumerate(lines):
        distance = at - last.get(line.key, at - _WINDOW - 1)
        if distance > _WINDOW and at and same_words(lines[at - 1].key, line.key):
            distance = 1
        found.append(distance if distance <= _WINDOW else 0)
        last[line.key] = at
    return found


def _regions(lines: Sequence[Line], distances: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of lines that stood shortly before, or are nearly such; the first hearing is not in them."""
    at = 0
    while at < len(lines):
        if not (distances[at] or (at and _nearly(lines[at - 1], lines[at]))):
            at += 1
            continue
        start = at
        first = lines[start - (distances[start] or 1)]
        while at < len(lines) and (distances[at] or likeness(first.key, lines[at].key) >= _IN_LOOP):
            at += 1
        yield start, max(at, start + 1)
        at = max(at, start + 1)


def _nearly(one: Line, other: Line) -> bool:
    return len(one.key) >= _LONG_LINE and likeness(one.key, other.key) >= _ALIKE


def _judged(lines: Sequence[Line], distances: Sequence[int], start: int, end: int) -> Reason | None:
    count = end - start
    region = lines[start:end]
    letters = sum(len(line.key) for line in region)
    if len({line.key for line in region}) == 1 and set(distances[start:end]) == {1}:
        return _judged_single(len(region[0].key), count)
    period = distances[start]
    # Several lines came again in their order.
    whole = period > 1 and count >= period and len(set(distances[start : start + period])) == 1
    if whole and letters >= _LEAST_LETTERS:
        return Reason.LOOP if count >= _LOOP * period else Reason.STUTTER
    # Variants do not count as forms: they are what was heard of the others.
    exact = [lines[at].key for at in range(start, end) if distances[at]]
    if letters < max(_LEAST_LETTERS, 3 * count) or len(set(exact)) > _FEW_FORMS * count:
        return None
    came_round = len(exact) >= _LOOP or (exact and count > _OFTEN_SHORT) or count >= _OFTEN_SINGLE
    return Reason.LOOP if came_round and count > _LOOP else None


def _judged_single(length: int, count: int) -> Reason | None:
    """Judge a line that was written this many times more, one after the other."""
    if length >= _LONG_LINE:
        return Reason.LOOP if count >= _LOOP else Reason.STUTTER
    often = _OFTEN_SHORT if length >= _SHORT_LINE else _OFTEN_SINGLE
    return Reason.LOOP if count >= often else None


def _last_words(lines: Sequence[Line]) -> Iterator[Drop]:
    """At a recording's very end its last words are written again over the silence."""
    last = list(lines[-_LAST_LINES:])
    for before, line in pairwise(last):
        tail = last[last.index(line) :]
        if before.key.endswith(line.key) and len({one.key for one in tail}) == 1:
            if len(line.key) >= _SHORT_LINE:
                yield from (Drop(one.start, one.end, Reason.STUTTER) for one in tail)
            return
