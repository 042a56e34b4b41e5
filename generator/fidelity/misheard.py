"""Names as a recogniser left them: misheard forms that are known, and what only sounds like a known name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import rjieba

from generator.fidelity.content_words import LIGHT
from generator.fidelity.finding import Finding
from generator.fidelity.held import Said
from generator.language.ideographs import IDEOGRAPH
from generator.model.fidelity import FindingKind

_LONG = 3
"""Characters of a name that is hardly met by chance."""


def hold_misheard(said: Said) -> Iterator[Finding]:
    """Find what stands where a name should stand."""
    names = said.reader.names
    right = [(one.start, one.end) for one in names.mentions(said.text)]
    taken: list[tuple[int, int]] = []
    told: set[str] = set()
    for start, end, name in names.misheard_in(said.text):
        words = said.text[start:end]
        if words in told:
            continue
        if any(a <= start and end <= b for a, b in right) or any(a < end and start < b for a, b in taken):
            continue
        if _is_ordinary(said.text, start, end, name, known=names.is_misheard(words)):
            continue
        taken.append((start, end))
        told.add(words)
        line = said.heard.text.line_of(said.parts[0][0])
        yield Finding(
            FindingKind.NAME,
            said.block,
            start,
            words,
            f"‘{words}’ is no known name; ‘{name}’ sounds like it",
            line,
        )


def _is_ordinary(text: str, start: int, end: int, name: str, *, known: bool) -> bool:
    """Whether words of the dictionary make up a part of a text, not a name."""
    if not IDEOGRAPH.match(text[start]):
        return False
    at = 0
    inside = []
    for word in _dictionary().cut(text, hmm=False):
        if at < end and start < at + len(word):
            inside.append((at, word))
        at += len(word)
    if len(inside) == 1:
        return True  # It is a part of a longer word, or a word itself.
    if inside[0][0] < start or inside[-1][0] + len(inside[-1][1]) > end:
        return True  # Words go on over its edges.
    if end - start < _LONG and not known and any(character in LIGHT for character in text[start:end]):
        return True
    return any(
        len(word) > 1 and not {*word} & {*name[at - start : at - start + len(word)]} for at, word in inside
    ) or all(len(word) > 1 for _, word in inside)


@cache
def _dictionary() -> rjieba.Jieba:
    return rjieba.Jieba()
