"""How like a run of Latin words, as heard, is to a name as it is written."""

from __future__ import annotations

import re

from rapidfuzz.distance import Prefix

from generator.intake.names.letters import key, key_likeness, pieces, plain, spelling_likeness

ENOUGH = 1.55
"""From what likeness on, of sound and of letters together, a run of words is a name; 2 is the same."""
FIGURES = re.compile(r"\d+")
_ENDINGS = frozenset({"", "s", "es", "e", "d", "ed", "er", "ing"})
_SHORTEST = 4
_SHORTEST_WORD = 3
_LEAST_SPELLING = 0.6
_LEAST_SOUND = 0.62
_SAME_SOUND = 0.99
_LEAST_OF_SAME_SOUND = 0.4
_SAME_FIGURE = 0.05


def proper(written: str) -> bool:
    """Whether a form is a name, not a word: it has capitals within, figures, or is all capitals."""
    return any(c.isupper() or c.isdigit() for c in written[1:])


def likeness_to(heard: str, written: str) -> float:
    """Return how alike sound and letters are together; 0 where either is too far, or an ending differs."""
    letters, right = plain(heard), plain(written)
    if len(right) < _SHORTEST or figures(right) != figures(letters):
        return 0.0
    if written.islower() and " " not in heard:
        return 0.0
    if one_word(letters, right) or letters in map(plain, pieces(written)):
        return 0.0
    if not _word_by_word(heard, written):
        return 0.0
    spelling = spelling_likeness(letters, right)
    spoken = key_likeness(key(heard), key(written))
    if spoken > _SAME_SOUND and spelling >= _LEAST_OF_SAME_SOUND and FIGURES.search(right):
        return ENOUGH + spelling / 10
    if spelling < _LEAST_SPELLING or spoken < _LEAST_SOUND:
        return 0.0
    return spelling + spoken + (_SAME_FIGURE if FIGURES.search(right) else 0.0)


def figures(word: str) -> str:
    """Return a name from its first figure on: that of another version is another name."""
    found = FIGURES.search(word)
    return word[found.start() :] if found else ""


def _word_by_word(heard: str, written: str) -> bool:
    """Whether words apart are as many, one at least is the same, and each other is like its own."""
    ours, theirs = heard.split(" "), re.split("[ -]", written)
    if len(ours) == len(theirs) == 1:
        return True
    if len(theirs) == 1:
        theirs = list(pieces(written))
    elif len(ours) == 1:
        ours = list(pieces(heard))
    if len(ours) != len(theirs):
        return False
    pairs = [(plain(one), plain(other)) for one, other in zip(ours, theirs, strict=True)]
    other = [pair for pair in pairs if not one_word(*pair)]
    return 0 < len(other) < len(pairs) and all(_one_for_one(*pair) for pair in other)


def _one_for_one(heard: str, right: str) -> bool:
    return (
        min(len(heard), len(right)) >= _SHORTEST_WORD and spelling_likeness(heard, right) >= _LEAST_SPELLING
    )


def one_word(one: str, other: str) -> bool:
    """Whether two words differ in an ending at most."""
    same = Prefix.similarity(one, other)
    return one == other or (same >= _SHORTEST_WORD and one[same:] in _ENDINGS and other[same:] in _ENDINGS)
