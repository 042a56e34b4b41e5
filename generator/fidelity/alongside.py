"""What was said and what was written of it, beside each other: one language, about the same order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.fidelity.content_words import content_of
from generator.fidelity.recording import Part

_BEFORE: Final = 4
_BEHIND: Final = 8
"""Characters before and behind a word of the recording within which it is about something."""
_WIDE: Final = 16
_FROM_PLACE: Final = 30
"""Characters from where a thing is to be expected within which it is looked for."""
LEAST: Final = 2
"""What the common words weigh at least: a word that stands once weighs two."""


@dataclass(frozen=True)
class Alongside:
    """Two texts and where they certainly say the same.

    Attributes:
        text: What was written.
        said: What was said.
        anchors: Places in both, in the order of both.
        scale: How many characters of the texts stand for one of Chinese: Latin words are longer.
        close: The wording is nearly the same.
    """

    text: str
    said: str
    anchors: tuple[tuple[int, int], ...]
    scale: int
    close: bool = False

    @classmethod
    def of(cls, text: str, said: str, *, close: bool = False) -> Alongside:
        """Lay two texts beside each other by the words of content that each has once.

        Args:
            text: What was written.
            said: What was said.
            close: Whether the wording is nearly the same, so that words without weight tell places too.
        """
        mine, its = content_of(text), content_of(said)
        pairs = sorted(
            (place, its[word][0])
            for word, places in mine.items()
            for place in places
            if len(places) == 1 and len(its.get(word, ())) == 1
        )
        latin = sum(character.isascii() and character.isalpha() for character in text) > len(text) / 2
        anchors = ((-1, -1), *_rising(pairs), (len(text), len(said)))
        return cls(text, said, anchors, 3 if latin else 1, close)

    def in_said(self, place: int) -> float:
        """Return about where in what was said a place of the text is."""
        return _across(self.anchors, place, 0)

    def in_text(self, place: int) -> float:
        """Return about where in the text a place of what was said is."""
        return _across(self.anchors, place, 1)

    def written_of(self, start: int, end: int, least: int = LEAST) -> Part | None:
        """Return where the text has what stands around a word of what was said; None where it is left out."""
        scale = self.scale
        around = (
            self.said[max(0, start - _BEFORE * scale) : start] + "\n" + self.said[end : end + _BEHIND * scale]
        )
        expected = self.in_text(start)
        places = _places(around, self.text, every=self.close)
        near = [one for one in places if abs(one[0] - expected) <= _FROM_PLACE * scale]
        return _densest(near, _WIDE * scale, self._once, least)

    def said_of(self, start: int, end: int) -> Part | None:
        """Return where what was said has what stands around a word of the text."""
        scale = self.scale
        around = (
            self.text[max(0, start - _BEFORE * scale) : start] + "\n" + self.text[end : end + _BEHIND * scale]
        )
        return _densest(_places(around, self.said, every=self.close), _WIDE * scale, frozenset(), LEAST)

    @property
    def _once(self) -> frozenset[str]:
        return frozenset(
            word for word, places in content_of(self.text, every=self.close).items() if len(places) == 1
        )


def _places(around: str, text: str, *, every: bool) -> list[tuple[int, str]]:
    there = content_of(text, every=every)
    return sorted((place, word) for word in content_of(around, every=every) for place in there.get(word, ()))


def _densest(places: Sequence[tuple[int, str]], wide: int, once: frozenset[str], least: int) -> Part | None:
    """Return the stretch with most of the words, if they weigh enough; a word that stands once weighs two."""
    best: tuple[int, int, int] | None = None
    low = 0
    for high in range(len(places)):
        while places[high][0] - places[low][0] > wide:
            low += 1
        weight = sum(2 if word in once else 1 for word in {word for _, word in places[low : high + 1]})
        if best is None or weight > best[0]:
            best = weight, places[low][0], places[high][0] + 2
    return best[1:] if best and best[0] >= least else None


def _across(anchors: Sequence[tuple[int, int]], place: int, side: int) -> float:
    """Return the place in the other text, between the two anchors around it."""
    number = min(max(bisect_left([one[side] for one in anchors], place), 1), len(anchors) - 1)
    before, behind = anchors[number - 1], anchors[number]
    share = (place - before[side]) / max(1, behind[side] - before[side])
    return before[1 - side] + (behind[1 - side] - before[1 - side]) * share


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs that rise in both texts."""
    ends: list[int] = []
    before = [-1] * len(pairs)
    for number, (_, place) in enumerate(pairs):
        at = bisect_left([pairs[end][1] for end in ends], place)
        before[number] = ends[at - 1] if at else -1
        ends[at : at + 1] = [number]
    found: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]
