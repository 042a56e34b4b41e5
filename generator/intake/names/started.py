"""Names in Latin letters that a speaker began twice: what was heard of the first time goes with the rest."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from generator.intake.names.fix import Fix
from generator.intake.names.words import Edges

_FIRST: Final = re.compile(r"[A-Za-z]+")
_HISSES: Final = frozenset("思斯丝嘶撕")
"""How an s before a consonant is heard, which Chinese has none of: as a syllable of its own."""
_CLUSTER: Final = re.compile(r"S[^aeiouhAEIOUH ]")


def with_false_start(text: str, fix: Fix, edges: Edges) -> Fix:
    """Return a place that is put right, with its first word where that stands before it once more.

    Args:
        text: The text.
        fix: The place: `skin law`, say, that is to be Scaling Law, in `skin skin law`.
        edges: The words of the text: what is part of one (意思) is no sound that was left over.
    """
    first = _FIRST.match(text, fix.start, fix.end)
    if not first or not fix.written.isascii() or first.group() in fix.written.split(" "):
        return fix
    start = fix.start
    again = f"{first.group()} "
    while text.endswith(again, 0, start) and not text[: start - len(again)][-1:].isascii():
        start -= len(again)
    hissed = start and text[start - 1] in _HISSES and edges.within(start - 1, start)
    if hissed and _CLUSTER.match(fix.written):
        start -= 1
    return replace(fix, start=start)
