"""Words as rules look for them: lists as patterns."""

from __future__ import annotations

import re
from functools import cache

_NEVER = re.compile(r"(?!)")


@cache
def alternation(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of all words, the longest first; one that matches nothing where there are none."""
    if not words:
        return _NEVER
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    # What may begin a word is looked at before the words are: of long lists, most places cost one look.
    heads = "".join(re.escape(head) for head in sorted({word[0] for word in words}))
    return re.compile(f"(?=[{heads}])(?:{'|'.join(re.escape(word) for word in longest_first)})")
