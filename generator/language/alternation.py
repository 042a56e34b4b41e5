"""One regular expression for many words, fast however many they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_DEEPEST: Final = 60
"""Groups within groups; the engine of patterns and Python's own stack take some hundred."""


def longest_first(words: Iterable[str]) -> str:
    """The source of a pattern that matches any of the words, the longest that fits.

    Words with a common beginning share it, so the engine tries one branch a character and not one a
    word: thousands of names cost no more than a few.

    Args:
        words: Words that are not empty; order and repetition do not matter.

    Returns:
        The source, in a group of its own; a pattern that never matches where there are no words.
    """
    chosen = sorted({word for word in words if word})
    return _branches(chosen, 0) if chosen else r"(?!)"


def _branches(words: list[str], depth: int, level: int = 0) -> str:
    # Sorted words share what their first and last one share; so the one that ends there is first.
    first, last = words[0], words[-1]
    end = next(
        (at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first)
    )
    beginning, depth = re.escape(first[depth:end]), end
    ends_here = len(first) == depth
    rest = words[1:] if ends_here else words
    if not rest:
        return beginning
    if level == _DEEPEST:
        branches = [re.escape(word[depth:]) for word in sorted(rest, key=len, reverse=True)]
    else:
        by_character: dict[str, list[str]] = {}
        for word in rest:
            by_character.setdefault(word[depth], []).append(word)
        branches = [_branches(group, depth, level + 1) for group in by_character.values()]
    return f"{beginning}(?:{'|'.join(branches)}){'?' if ends_here else ''}"
