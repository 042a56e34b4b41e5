"""How words in Latin letters sound to a recogniser that hears Chinese: spelled letters, and rough English."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz.distance import Levenshtein

from generator.language.sound import sound_of

_SPELLED = {
    "b": "B", "c": "S", "d": "D", "f": "F", "g": "J", "h": "X", "j": "J", "k": "K", "l": "L", "m": "M",
    "n": "N", "p": "P", "q": "KW", "r": "R", "s": "S", "t": "T", "u": "Y", "v": "V", "w": "W", "x": "KS",
    "y": "W", "z": "Z",
}  # fmt: skip
"""The consonants of the names of letters; those of a, e, i, o have none."""
_RULES = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        ("^kn|^gn", "N"),
        ("^wr", "R"),
        ("sch|sh|ch|tion|sion", "X"),
        ("ph", "F"),
        ("(?<=[aeo])r(?![aeiouy])", ""),
        ("th", "T"),
        ("gh(?=t)", ""),
        ("qu?w?|ck", "K"),
        ("dg", "J"),
        ("c(?=[eiy])", "S"),
        ("c", "K"),
        ("x", "KS"),
        ("g(?=[eiy])", "J"),
        ("wh", "W"),
        ("w$", ""),
        ("[aeiouyh]", ""),
    )
)
_PAIRS = ("BP", "DT", "GK", "SZ", "FV", "LR", "LN", "MN", "JX", "GJ", "VW", "SX")
_LETTERS = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]|\d+(?:\.\d+)?")


def plain(word: str) -> str:
    """Return letters and digits alone, small: how a word is compared."""
    return re.sub(r"[^0-9a-z.]|\.(?!\d)", "", word.lower())


@cache
def pieces(word: str) -> tuple[str, ...]:
    """Return the parts of a word that capitals, digits and signs set apart: Chat and GPT of ChatGPT."""
    return tuple(_LETTERS.findall(word))


@cache
def key(word: str) -> str:
    """Return the consonants that are heard: capitals in a row are spelled, digits stand for themselves."""
    heard = ""
    for piece in pieces(word):
        if piece[0].isdigit():
            heard += piece
        elif len(piece) > 1 and piece.isupper() and not _speakable(piece):
            heard += "".join(_SPELLED.get(letter, "") for letter in piece.lower())
        else:
            heard += _spoken(piece.lower())
    return re.sub(r"([A-Z])\1+", r"\1", heard)


def _speakable(piece: str) -> bool:
    """Whether capitals are said as a word: RAG, but not GPT."""
    return len(piece) > 3 and bool(re.search("[AEIOU]", piece[1:-1]))  # noqa: PLR2004


def _spoken(word: str) -> str:
    for pattern, sound in _RULES:
        word = pattern.sub(sound, word)
    return word.upper()


@cache
def key_likeness(one: str, other: str) -> float:
    """Return how alike two keys are, 0 to 1; consonants that are taken for one another count half."""
    if not one or not other:
        return 0.0
    rows = list(range(len(other) + 1))
    costs = [float(value) for value in rows]
    for number, first in enumerate(one, 1):
        above, costs[0] = costs[0], float(number)
        for at, second in enumerate(other, 1):
            swap = 0.0 if first == second else 0.4 if _near(first, second) else 1.0
            above, costs[at] = costs[at], min(above + swap, costs[at] + 1.0, costs[at - 1] + 1.0)
    return 1.0 - costs[-1] / max(len(one), len(other))


def _near(one: str, other: str) -> bool:
    return any(one in pair and other in pair for pair in _PAIRS)


def romanised(words: str) -> str:
    """Return letters and figures for words in any script, Chinese as it is read."""
    return plain("".join(sound_of(c).initial + sound_of(c).final.replace("-", "") for c in words))


def spelling_likeness(one: str, other: str) -> float:
    """Return how alike two words are written, 0 to 1."""
    return Levenshtein.normalized_similarity(one, other)


def letter_cost(heard: str, right: str, rhymes: tuple[str, ...]) -> float:
    """Return what it takes to hear letters for others: those that rhyme cost little, vowels get lost."""
    costs = [0.0]
    for letter in right:
        costs.append(costs[-1] + _lost(letter))
    for number, first in enumerate(heard):
        above, costs[0] = costs[0], costs[0] + 1.0
        for at, second in enumerate(right, 1):
            swap = 0.0 if first == second else 0.4 if _rhyme(first, second, rhymes) else 1.2
            doubled = number and heard[number - 1] == first
            put_in = 0.4 if doubled else 1.0
            above, costs[at] = costs[at], min(above + swap, costs[at] + put_in, costs[at - 1] + _lost(second))
    return costs[-1]


def _lost(letter: str) -> float:
    return 0.6 if letter in "AEIOU" else 0.8


def _rhyme(one: str, other: str, rhymes: tuple[str, ...]) -> bool:
    return any(one in group and other in group for group in rhymes)
