"""Where clauses begin and end by their words, for those who speak on without a breath."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import rjieba

from generator.intake.step import Known
from generator.intake.wording.joints import Joint, JointKind
from generator.intake.wording.tokens import Tokens

_LONG: Final = 14
"""Characters without a joint from which words are asked; shorter clauses need none."""
_BEFORE: Final = 5
_AFTER: Final = 3
_VERY_LONG: Final = 14
_AGREED: Final = "对"
_GOOD: Final = "好"
_FRAMES: Final = frozenset({_AGREED})
"""Answers that begin a clause as something else where a word such as 来说 closes it: 对我来说."""
_FRAMED: Final = 10
_THE_MORE: Final = "越"
_QUITE_LONG: Final = 18
_ENDLESS: Final = 26
_ENDS_THING: Final = ("n", "vn", "nr", "nt", "ns", "y", "l", "f", "i", "eng", "an", "j", "s", "nz")
_GOES_ON: Final = frozenset({"uj", "ul", "y", "uz", "k", "u"})
_THEN: Final = "那"
_AFTER_THEN: Final = frozenset({"d", "n", "nz", "nt", "ns", "nr", "vn", "t", "p", "r", "c", "l", "eng"})
_COUNTED: Final = "m"
_DEGREES: Final = frozenset({"d", "zg"})
"""Kinds of words before 好的 that make it no answer: 非常好的."""


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Words that begin and end clauses; the lists of the same names."""

    openers: frozenset[str]
    closers: frozenset[str]
    holds_on: frozenset[str]
    subjects: frozenset[str]
    greetings: frozenset[str]
    agents: frozenset[str]
    giving: frozenset[str]
    taking: frozenset[str]
    after_de: frozenset[str]
    titles: frozenset[str]
    appositions: tuple[str, ...]
    frame_closers: frozenset[str]
    frames: frozenset[str]
    answers: frozenset[str]
    after_answers: tuple[str, ...]
    longest: int

    @classmethod
    def of(cls, known: Known) -> ClauseWords:
        """Take them from the settings."""

        def words(key: str) -> frozenset[str]:
            return frozenset(known.settings.words("text", key))

        openers, closers = words("clause_openers"), words("clause_closers")
        return cls(
            openers=openers,
            closers=closers,
            holds_on=words("holds_on"),
            subjects=words("new_subjects"),
            greetings=words("greetings"),
            agents=words("new_agents"),
            giving=words("giving"),
            taking=words("taking"),
            after_de=words("after_de"),
            titles=words("titles"),
            appositions=known.settings.words("text", "appositions"),
            frame_closers=words("frame_closers"),
            frames=words("frames"),
            answers=words("answers"),
            after_answers=known.settings.words("text", "after_answers"),
            longest=max(map(len, openers | closers), default=1),
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
        answers = _answers(before, joint, tokens, words)
        found += [Joint(place, place, JointKind.WORD) for place in answers]
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


def _answers(start: int, joint: Joint, tokens: Tokens, words: ClauseWords) -> Iterator[int]:
    """Return where an answer ends that a clause follows, and where one begins that ends a clause."""
    end = joint.start
    if end - start < _BEFORE:
        return
    after = tokens.end(start)
    answered = tokens.words[start:after] in words.answers and after < end
    framed = (
        tokens.words[start:after] in _FRAMES
        and tokens.kinds[after] != "c"
        and any(word in tokens.words[after : min(end, after + _FRAMED)] for word in words.frame_closers)
    )
    if answered and not framed and tokens.words.startswith(words.after_answers, after):
        yield after
    begin = tokens.begin(end - 1)
    last = tokens.words[begin:end]
    # 好 is how a verb comes out (变好); after a word of two signs, such as 介绍, it is an answer.
    done = tokens.kinds[begin - 1] == "v" and not _is_long_word(tokens.words[tokens.begin(begin - 1) : begin])
    good = last == _GOOD and tokens.words.startswith(words.after_answers, joint.end)
    agreed = last == _AGREED or (good and not done and tokens.words[begin - 1] != _THE_MORE)
    if begin - start >= _BEFORE and agreed:
        before = tokens.words[tokens.begin(begin - 1) : begin]
        if before not in words.holds_on and tokens.kinds[begin - 1] != "d":
            yield begin


def _is_long_word(word: str) -> bool:
    """Whether this is a word of the dictionary of more than one sign, not signs that were taken for one."""
    return len(word) > 1 and rjieba.has_word(word)


def _begins(place: int, start: int, tokens: Tokens, words: ClauseWords) -> bool:
    if tokens.words[place] == _THEN and _leads(place, start, tokens, words):
        return True
    for size in range(min(words.longest, len(tokens.words) - place), 0, -1):
        word, after = tokens.words[place : place + size], place + size
        if word not in words.openers or not tokens.at_edge(after):
            continue
        before = tokens.words[tokens.begin(place - 1) : place] if place > start else ""
        if tokens.kinds[after] == "uj" or (before == "的" and word in words.after_de):
            return before == "的" and word in words.after_de
        return not before or (before not in words.holds_on and tokens.kinds[place - 1] not in {"p", "d", "t"})
    return False


def _leads(place: int, start: int, tokens: Tokens, words: ClauseWords) -> bool:
    """Whether 那 leads a clause in, rather than pointing at something."""
    before = tokens.words[tokens.begin(place - 1) : place] if place > start else ""
    if tokens.end(place) > place + 1 or (before in words.holds_on and before not in {"的", ""}):
        return False
    if tokens.kinds[place - 1] == "v" and tokens.kinds[place + 1] == "d":
        return False
    return tokens.kinds[place - 1] not in {"p", "t"} and tokens.kinds[place + 1] in _AFTER_THEN


def _new_clause(place: int, size: int, tokens: Tokens, words: ClauseWords) -> bool:
    """Whether somebody or something new is spoken of after a thing; in an endless clause, more will do."""
    begin = tokens.begin(place - 1)
    before, kind = tokens.words[begin:place], tokens.kinds[place - 1]
    if before in words.holds_on or tokens.words.startswith(words.appositions, place):
        return False
    ended = kind in _ENDS_THING or before.isdigit() or (kind == "a" and tokens.kinds[begin - 1] == "d")
    after = tokens.end(place)
    word = tokens.words[place:after]
    if word in words.agents and not ended:
        if tokens.words.startswith("的", after):
            return False
        done = kind == "ul" and tokens.words[tokens.begin(begin - 1) : begin] not in words.giving
        return done or (
            size >= _QUITE_LONG and kind == "v" and len(before) > 1 and before not in words.taking
        )
    counted = size >= _ENDLESS and tokens.kinds[place] == _COUNTED and kind != "f"
    return ended and (word in words.subjects or counted)


def _closes(place: int, last: int, tokens: Tokens, words: ClauseWords) -> bool:
    """Whether a clause ends before a place: with one of the words, and no particle goes on with it."""
    if tokens.kinds[place] in _GOES_ON:
        return False
    if tokens.words[tokens.begin(place - 1) : place] in words.titles:
        if rjieba.has_word(tokens.words[place - 1 : place + 1]):  # 先生成 may well be 先 and 生成
            return False
        return tokens.kinds[place].startswith(("n", "r")) and place - last >= _BEFORE
    for size in range(min(words.longest, place - last), 0, -1):
        word = tokens.words[place - size : place]
        if word in words.closers and tokens.at_edge(place - size):
            said = tokens.words[last : place - size]
            if word.startswith(_GOOD) and tokens.kinds[place - size - 1] in _DEGREES:
                return False
            if word in words.frame_closers and not any(frame in said for frame in words.frames):
                return False
            adverb = tokens.kinds[place] == "d"
            return not adverb or word in words.greetings or place - last >= _LONG // 2
    return False
