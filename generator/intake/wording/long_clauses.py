"""Where a clause may end that no breath and no word of the lists ends: by the kinds of the words around."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Final

from generator.intake.step import Known
from generator.intake.wording.cuts import Cut, best_cuts
from generator.intake.wording.tokens import Tokens

LONG: Final = 22
"""Characters of a clause above which a place is looked for to cut it."""
_VERY_LONG: Final = 36
_SHORTEST: Final = 6
_SHORT: Final = 10
_FARTHEST: Final = 60
_AGAIN: Final = 14
"""Characters in which the same word begins something anew: 面向医生…面向患者…."""
_NEVER: Final = -9.0

# Kinds of words by ICTCLAS.
_VERB: Final = "v"
_OF: Final = "uj"
_DONE: Final = "ul"
_WHO: Final = "r"
_THING: Final = frozenset(
    {"n", "vn", "nr", "nz", "ns", "nt", "nrt", "nrfg", "eng", "an", "j", "s", "f", "l", "i"}
)
_MORE_OF_IT: Final = frozenset(
    {"n", "nz", "ns", "nt", "nr", "vn", "an", "j", "eng", "a", "b", "q", "l", "i", "s"}
)
_TAKES: Final = frozenset({"v", "ul", "ug", "m", "q", "a"})
_SAYS: Final = frozenset({"v", "d", "zg", "vn", "n"})
_ANEW: Final = frozenset({"v", "p", "n", "b"})

# How readily a clause ends with a word of a kind, and begins with one, as commas stand in talks; what is in
# neither never does.
_ENDING: Final = {"y": 2.0, "u": 1.5, "i": 0.8, "s": 0.8, "vn": 0.6, "n": 0.5, "an": 0.5} | {
    "f": 0.4, "nz": 0.4, "nt": 0.4, "l": 0.4, "ns": 0.3, "j": 0.3, "ul": 0.3, "nr": 0.2, "eng": 0.2, "a": 0.2,
    "ug": 0.0, "uj": -0.2, "q": -0.2, "m": -0.3, "v": -0.6,
}  # fmt: skip
_BEGINNING: Final = {"c": 1.2, "r": 1.0, "t": 0.8, "p": 0.6, "d": 0.4, "ad": 0.2, "v": 0.2} | {
    "l": 0.0, "m": -0.2, "i": -0.3, "ns": -0.4, "eng": -0.4, "nt": -0.4, "a": -0.5, "n": -0.6, "nz": -0.6,
    "j": -0.6, "nr": -0.6, "b": -0.8, "vn": -1.2,
}  # fmt: skip
_AFTER_OF: Final = frozenset({"r", "c", "d", "t"})
_CUT: Final = 1.0
"""What a comma costs."""
_PARALLEL: Final = 1.2
_SUBJECT: Final = 0.8
_CHAIN: Final = 1.2
_LEANS: Final = 1.0
_JOINS: Final = 1.5
_SAYS_NOTHING: Final = 1.5
"""What a clause without a verb costs."""
_IS: Final = "是"


@dataclass(frozen=True, slots=True)
class LongWords:
    """Words that speak for and against a cut; mostly the lists of the same names."""

    new_subjects: frozenset[str]
    after_subject: frozenset[str]
    never_first: frozenset[str]
    joining: frozenset[str]
    before_verb: frozenset[str]
    taking: frozenset[str]
    holding: frozenset[str]
    new_agents: frozenset[str]
    closed_kinds: frozenset[str]

    @classmethod
    def of(cls, known: Known) -> LongWords:
        """Take them from the settings."""

        def words(*keys: str) -> frozenset[str]:
            return frozenset(word for key in keys for word in known.settings.words("text", key))

        return cls(
            new_subjects=words("new_subjects"),
            after_subject=words("after_subject"),
            never_first=words("never_first"),
            joining=words("joining"),
            before_verb=words("before_verb"),
            taking=words("taking", "giving"),
            holding=words("holds_on", "determiners", "after_subject"),
            new_agents=words("new_agents"),
            closed_kinds=words("closed_kinds"),
        )


def long_cuts(
    start: int, end: int, tokens: Tokens, words: LongWords, never: frozenset[int] = frozenset()
) -> list[int]:
    """Return places that cut what nobody took breath in into clauses of a good length.

    Only where a thing, a particle or what was done ends and somebody or something else begins; both sides
    say something of their own, that is, have a verb. Where no place convinces, the clause stays long.

    Args:
        start: Where the clause begins, at a word.
        end: Where it ends.
        tokens: The words of the text.
        words: What speaks for and against a cut.
        never: Places within names.
    """
    cuts, verbs = _weighed(start, end, tokens, words, never)

    def cost(first: int, last: int) -> float:
        size = last - first
        dear = 0.0 if verbs[last - start] > verbs[first - start] else _SAYS_NOTHING
        if size < _SHORT:
            return dear + (3.0 if size < _SHORTEST else 1.0)
        return dear + max(0, min(size, _VERY_LONG) - LONG) * 0.25 + max(0, size - _VERY_LONG) * 0.12

    return best_cuts(start, end, cuts, cost, _FARTHEST) if cuts else []


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, and of which kind it is."""

    said: str
    kind: str


@dataclass(slots=True)
class _Said:
    """What was said before a place.

    Attributes:
        earlier: The last word but one.
        before: The last word.
        waits: Something that stands before its verb was named: 把 or 让 and what follows.
        is_it: Where 是 was said last.
        last: Where each word was said last.
    """

    earlier: _Word
    before: _Word
    waits: bool
    is_it: int
    last: dict[str, int]


def _weighed(
    start: int, end: int, tokens: Tokens, words: LongWords, never: frozenset[int]
) -> tuple[list[Cut], array[int]]:
    """Return all places with what speaks for them, and how many verbs begin before each character."""
    found: list[Cut] = []
    verbs = array("i", [0])
    nothing = _Word("", "")
    said = _Said(nothing, nothing, waits=False, is_it=start - LONG, last={})
    place = start
    while place < end:
        after = min(tokens.end(place), end)
        word = _Word(tokens.words[place:after].strip(), tokens.kinds[place])
        if said.before.kind and place not in never:
            owns = after < end and tokens.kinds[after] == _OF
            gain = _gain(said, word, place, words, owns=owns)
            if gain > _NEVER:
                found.append(Cut(place, gain))
        verb = word.kind == _VERB
        said.waits = word.said in words.before_verb or (said.waits and not verb)
        said.last[word.said] = place
        if _IS in word.said:
            said.is_it = place
        verbs.extend([verbs[-1] + verb] * (after - place))
        said.earlier, said.before, place = said.before, word, after
    return found, verbs


def _gain(said: _Said, word: _Word, place: int, words: LongWords, *, owns: bool) -> float:
    """Return what speaks for a comma before a word; `owns` says that 的 follows it."""
    before = said.before
    anew = (
        len(word.said) > 1 and word.kind in _ANEW and said.last.get(word.said, place - LONG) >= place - _AGAIN
    )
    if before.kind not in _ENDING or word.kind not in _BEGINNING or _belongs(said, word, words, anew=anew):
        return _NEVER
    if owns and (word.kind not in {_WHO, "n"} or before.kind in _TAKES):
        return _NEVER
    gain = _ENDING[before.kind] + _BEGINNING[word.kind] - _CUT
    if before.kind == _OF:  # 是…的
        return gain if place - said.is_it < LONG and word.kind in _AFTER_OF else _NEVER
    gain += _SUBJECT * (word.said in words.new_subjects) - _LEANS * (word.said in words.after_subject)
    gain -= _JOINS * (word.said in words.joining)
    return gain + _PARALLEL if anew else gain - _CHAIN * (before.kind == word.kind == _VERB)


def _belongs(said: _Said, word: _Word, words: LongWords, *, anew: bool) -> bool:
    """Whether a word belongs to what is before it, whatever else speaks for a comma."""
    before = said.before
    if before.said in words.holding:
        return True
    if word.said in words.never_first or (said.waits and word.kind in _SAYS):
        return True
    if before.kind == _VERB and len(before.said) == 1:
        return True
    if before.kind in _TAKES and (word.kind in _MORE_OF_IT or word.kind == "m"):
        return before.said not in words.closed_kinds
    if before.kind in _THING and word.kind in _MORE_OF_IT:
        return not anew
    if word.kind != _WHO:
        return False
    verb = said.earlier.said if before.kind == _DONE else before.said
    taken = verb in words.taking or len(verb) == 1 or word.said not in words.new_agents
    return word.said not in words.new_subjects or (before.kind in _TAKES and taken)
