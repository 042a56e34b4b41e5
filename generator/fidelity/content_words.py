"""The words of a text that carry its meaning, by which two wordings are laid beside each other."""

from __future__ import annotations

import re
from typing import Final

from generator.language.ideographs import IDEOGRAPH

LIGHT: Final = frozenset(
    "的了是在有和与就也都还又这那我你他她它们个一不没上下来去到会能可要把被让给对从以为于而且但或如果所因"
    "之其此些什么怎样呢吧啊吗嘛呃嗯很非常真正地得着过中里外前后说讲看想做用等及并更最大小多少几二三两今天现"
)
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z']+")
_COMMON: Final = frozenset(
    [
        "the",
        "and",
        "that",
        "this",
        "with",
        "for",
        "from",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "been",
        "not",
        "but",
        "they",
        "them",
        "their",
        "there",
        "then",
        "than",
        "when",
        "what",
        "which",
        "who",
        "whose",
        "will",
        "would",
        "can",
        "could",
        "should",
        "may",
        "might",
        "must",
        "also",
        "into",
        "onto",
        "over",
        "under",
        "about",
        "some",
        "any",
        "all",
        "its",
        "it's",
        "our",
        "your",
        "his",
        "her",
        "you",
        "she",
        "him",
        "one",
        "two",
        "very",
        "more",
        "most",
        "much",
        "many",
        "such",
        "only",
        "just",
        "like",
        "so",
        "because",
        "while",
        "these",
        "those",
        "here",
        "where",
        "how",
        "out",
        "off",
        "too",
        "own",
        "same",
        "other",
        "each",
        "every",
        "being",
        "does",
        "did",
        "done",
        "get",
        "got",
        "make",
        "made",
        "say",
        "said",
        "says",
        "go",
        "goes",
        "went",
        "come",
        "came",
        "know",
        "think",
        "thing",
        "things",
        "really",
        "kind",
        "sort",
        "actually",
        "well",
        "now",
        "let",
        "see",
        "take",
        "use",
        "used",
    ]
)
_ENDINGS: Final = (
    "ations",
    "ation",
    "ements",
    "ement",
    "ingly",
    "ings",
    "ing",
    "edly",
    "ies",
    "ied",
    "ers",
    "er",
    "ed",
    "es",
    "ly",
    "s",
    "e",
)
_SHORTEST: Final = 3


def content_of(text: str, *, every: bool = False) -> dict[str, list[int]]:
    """Return pairs of ideographs and stems of Latin words, each with the places where it begins.

    Args:
        text: The text.
        every: Whether words without weight count too, as they do between wordings that are nearly the same.
    """
    found: dict[str, list[int]] = {}
    for at in range(len(text) - 1):
        one, two = text[at], text[at + 1]
        if (
            IDEOGRAPH.match(one)
            and IDEOGRAPH.match(two)
            and (every or (one not in LIGHT and two not in LIGHT))
        ):
            found.setdefault(one + two, []).append(at)
    for word in _LATIN.finditer(text):
        stem = stem_of(word[0]) or (word[0].lower() if every else "")
        if stem:
            found.setdefault(stem, []).append(word.start())
    return found


def stem_of(word: str) -> str:
    """Return what a word of Latin letters begins with in all its forms; empty for one without weight."""
    low = word.lower()
    if low in _COMMON or len(low) < _SHORTEST:
        return ""
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            return low.removesuffix(ending)
    return low
