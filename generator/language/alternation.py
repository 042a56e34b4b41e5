"""One regular expression for many words, fast however many they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def _branches(words: list[str], depth: int) -> str:
    # All words share their first `depth` characters and are sorted, so the one that ends here is first.
    ends_here = len(words[0]) == depth
    by_character: dict[str, list[str]] = {}
    for word in words[1:] if ends_here else words:
        by_character.setdefault(word[depth], []).append(word)
    branches = [
        re.escape(character) + _branches(group, depth + 1) for character, group in by_character.items()
    ]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if ends_here else ''}"
