"""Typography as the W3C's requirements for Chinese have it (https://www.w3.org/TR/clreq/)."""

from __future__ import annotations

import re
from typing import Final

from generator.intake.text import Edit, Text

_WIDE: Final = r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]"
_TYPED_SPACE: Final = re.compile(
    rf"(?<={_WIDE})[ \t\u3000]+|[ \t\u3000]+(?={_WIDE})|(?<=\S)[ \t]{{2,}}(?=\S)"
)
_BRACKETS: Final = re.compile(rf"\((?=[^()\n]*{_WIDE})([^()\n]*)\)")
_ASCII_SIGN: Final = re.compile(rf"(?<={_WIDE})[,;:?!](?![0-9A-Za-z/])|(?<={_WIDE})[,;?!](?=[A-Za-z])")
_FULL: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}


def set_signs(text: Text) -> Text:
    """Make signs beside ideographs full-width, and take typed spaces beside them away; words stay.

    A style sheet makes the gap between Chinese and Latin, not a typed space. Runs of spaces become one.
    """
    words = text.words
    edits = [Edit(found.start(), found.end(), _FULL[found[0]]) for found in _ASCII_SIGN.finditer(words)]
    for found in _BRACKETS.finditer(words):
        edits += [Edit(found.start(), found.start() + 1, "（"), Edit(found.end() - 1, found.end(), "）")]
    text = text.edited(edits)
    return text.edited(
        Edit(found.start(), found.end(), " " if _between(text.words, found) else "")
        for found in _TYPED_SPACE.finditer(text.words)
    )


def _between(words: str, found: re.Match[str]) -> bool:
    """Whether a run of spaces parts Latin words."""
    before, after = words[found.start() - 1 : found.start()], words[found.end() : found.end() + 1]
    return bool(before and after) and not (re.match(_WIDE, before) or re.match(_WIDE, after))
