"""A paragraph of a record with the parts of the recording that it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.fidelity.alongside import Alongside
from generator.fidelity.reader import Heard, Reader, widened
from generator.fidelity.recording import Part, joined
from generator.model.record import Block
from generator.model.record_text import block_text

FROM_PLACE = 70
"""Characters before and behind its place within which a number of an edited record was said."""
MARGIN = 250
"""Characters before and behind a paragraph's span in which something is near: some twenty short lines."""


@dataclass(frozen=True)
class Said:
    """A paragraph, and what was heard.

    Attributes:
        block: The paragraph.
        text: Its words in Simplified Chinese, without white space between ideographs.
        heard: The recording.
        parts: Where in the recording its words come from.
        known: Names that need not have been said: of those who speak, and of where they belong.
        whole: Whether it keeps to what was said in these parts, nearly word for word.
    """

    block: Block
    text: str
    heard: Heard
    parts: tuple[Part, ...]
    known: frozenset[str] = frozenset()
    whole: bool = False

    @property
    def reader(self) -> Reader:
        """What reads texts of this forum."""
        return self.heard.reader

    @cached_property
    def near(self) -> tuple[Part, ...]:
        """The parts with a margin."""
        return widened(self.parts, MARGIN, len(self.heard.text.words))

    @cached_property
    def words(self) -> str:
        """What was said in the parts."""
        return "\n".join(self.heard.text.words[start:end] for start, end in self.parts)

    @cached_property
    def laid(self) -> Alongside:
        """The paragraph beside what was said in the parts, one after the other."""
        said = "".join(self.heard.text.words[start:end] for start, end in self.parts)
        return Alongside.of(self.text, said, close=self.whole)

    def expected(self, place: int) -> tuple[Part, ...]:
        """Return the parts of the recording in which to expect what stands at a place of the paragraph."""
        middle = int(self.laid.in_said(place))
        low, high = middle - FROM_PLACE * self.laid.scale, middle + FROM_PLACE * self.laid.scale
        found = []
        for start, end in self.parts:
            first, last = max(0, low), min(end - start, high)
            if first < last:
                found.append((start + first, start + last))
            low, high = low - (end - start), high - (end - start)
        return tuple(found)

    def shown(self, place: int) -> tuple[int, str]:
        """Return the line of a place in the parts, taken together, and some characters that stand there."""
        for start, end in self.parts:
            if place < end - start:
                at = start + max(0, place)
                return self.heard.text.line_of(at), self.heard.text.around(at, at)
            place -= end - start
        return self.heard.text.line_of(self.parts[-1][1] - 1), ""

    @cached_property
    def near_words(self) -> str:
        """What was said in the parts and around them."""
        return "\n".join(self.heard.text.words[start:end] for start, end in self.near)


def words_of(block: Block) -> str:
    """Return a paragraph's words as they are compared."""
    return joined(block_text(block))


def clauses(text: str, ends: str = "，,。.；;：:！!？?\n—") -> Sequence[Part]:
    """Return where the clauses of a text are; a point or comma within a number ends none."""
    found: list[Part] = []
    start = 0
    for at, sign in enumerate(text):
        if sign not in ends:
            continue
        inside = sign in ".,:" and at + 1 < len(text) and not text[at + 1].isspace()
        if inside and sign != ":":
            continue
        if at > start:
            found.append((start, at))
        start = at + 1
    if start < len(text):
        found.append((start, len(text)))
    return found


def sentences(text: str) -> Sequence[Part]:
    """Return where the sentences of a text are."""
    return clauses(text, "。.！!？?\n；;")
