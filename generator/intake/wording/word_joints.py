"""Where clauses begin and end by their words, for those who speak on without a breath."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.intake.step import Known
from generator.intake.wording.joints import Joint, JointKind
from generator.intake.wording.tokens import Tokens

_LONG: Final = 14
"""Characters without a joint from which words are asked; shorter clauses need none."""
_BEFORE: Final = 5
_AFTER: Final = 3
_VERY_LONG: Final = 14
_ENDLESS: Final = 26
_ENDS_THING: Final = ("n", "vn", "t", "y", "l", "f", "i", "eng", "an", "j", "s", "nz")
_SOMEHOW_BEGINS: Final = ("m", "p", "d")


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Words that begin and end clauses; the lists of the same names."""

    openers: frozenset[str]
    closers: frozenset[str]
    holds_on: frozenset[str]
    subjects: frozenset[str]
    greetings: frozenset[str]
    longest: int

    @classmethod
    def of(cls, known: Known) -> ClauseWords:
        """Take them from the settings."""
        keys = ("clause_openers", "clause_closers", "holds_on", "new_subjects", "greetings")
        found = tuple(frozenset(known.settings.words("text", key)) for key in keys)
        openers, closers, holds_on, subjects, greetings = found
        return cls(
            openers, closers, holds_on, subjects, greetings, max(map(len, openers | closers), default=1)
        )


def word_joints(joints: Sequence[Joint], tokens: Tokens, words: ClauseWords) -> list[Joint]:
    """Return joints that words tell of, within what is long between those that are there.

    Args:
        joints: Those there are, in order; chunks without a meaning are none.
        tokens: The words of the text.
        words: What begins and ends clauses.
    """
    found: list[Joint] = []
    before = 0
    for joint in (*joints, Joint(len(tokens.words), len(tokens.words), JointKind.STOP)):
        if joint.kind is JointKind.CHUNK:
            continue
        if joint.start - before > _LONG:
            found += [
                Joint(place, place, JointKind.WORD) for place in _places(before, joint.start, tokens, words)
            ]
        before = joint.end
    chunks = [joint for joint in joints if joint.kind is JointKind.CHUNK]
    return [joint for joint in found if not _inside(joint.start, chunks)]


def _inside(place: int, chunks: Sequence[Joint]) -> bool:
    """Whether a place touches a chunk's end, which is judged by itself."""
    number = bisect_left(chunks, place, key=lambda chunk: chunk.end)
    return number < len(chunks) and chunks[number].start <= place <= chunks[number].end


def _places(start: int, end: int, tokens: Tokens, words: ClauseWords) -> Iterator[int]:
    last, place = start, start
    while place < end:
        following = tokens.end(place)
        size = place - last
        room = end - place
        if (size >= _BEFORE and room >= _AFTER and _begins(place, start, tokens, words)) or (
            size >= _VERY_LONG and room >= _BEFORE and _new_clause(place, size, tokens, words)
        ):
            yield place
            last = place
        elif (
            following - last >= _AFTER
            and end - following >= _AFTER
            and _closes(following, last, tokens, words)
        ):
            yield following
            last = following
        place = following


def _begins(place: int, start: int, tokens: Tokens, words: ClauseWords) -> bool:
    for size in range(min(words.longest, len(tokens.words) - place), 1, -1):
        if tokens.words[place : place + size] in words.openers and tokens.at_edge(place + size):
            before = tokens.words[tokens.begin(place - 1) : place] if place > start else ""
            return before not in words.holds_on and not (tokens.kinds[place - 1] in {"p", "d"} and before)
    return False


def _new_clause(place: int, size: int, tokens: Tokens, words: ClauseWords) -> bool:
    """Whether somebody or something new is spoken of after a thing; in an endless clause, more will do."""
    begin = tokens.begin(place - 1)
    before, kind = tokens.words[begin:place], tokens.kinds[place - 1]
    if before in words.holds_on:
        return False
    ended = kind in _ENDS_THING
    if tokens.words[place : tokens.end(place)] in words.subjects:
        return ended or (size >= _ENDLESS and kind in {"v", "ul"} and len(before) > 1)
    return size >= _ENDLESS and ended and tokens.kinds[place] in _SOMEHOW_BEGINS


def _closes(place: int, last: int, tokens: Tokens, words: ClauseWords) -> bool:
    """Whether a clause ends before a place: with one of the words, and no particle goes on with it."""
    goes_on = tokens.kinds[place] in {"uj", "ul", "y", "uz", "d", "k"}
    for size in range(min(words.longest, place - last), 0, -1):
        word = tokens.words[place - size : place]
        if word in words.closers and tokens.at_edge(place - size):
            return not goes_on or (word in words.greetings and tokens.kinds[place] == "d")
    return False
