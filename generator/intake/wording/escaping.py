"""Words written so that the parser of records reads just these words."""

from __future__ import annotations

import re
from typing import Final

_ALWAYS: Final = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)|(?<!\S)\^")
_FIRST: Final = re.compile(r"[#>+\-=~|]")
_NUMBER: Final = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


def escaped(words: str) -> str:
    """Return one line of Markdown for just these words: no list, heading, link, emphasis, mark or time.

    White space at the ends goes, and line ends and control characters become spaces.
    """
    words = _CONTROL.sub(" ", words).strip()
    written = _ALWAYS.sub(r"\\\g<0>", words)
    if _FIRST.match(written):
        return f"\\{written}"
    return _NUMBER.sub(r"\1\\\2", written, count=1) if _NUMBER.match(written) else written


def as_note(words: str, longest: int = 60) -> str:
    """Return words as the note of a review mark: on one line, without what would end the comment."""
    note = " ".join(_CONTROL.sub(" ", words).split()).replace("--", "- -")
    return note if len(note) <= longest else f"{note[: longest - 1]}…"
