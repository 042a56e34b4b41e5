"""A step that sets the signs that a punctuation model tells, where it leaves the words as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.intake.division import Division
from generator.intake.known_names import names_of
from generator.intake.models.protocols import Punctuator
from generator.intake.step import Known, Stepped
from generator.intake.text import Edit, Text
from generator.intake.wording.paragraphs import Part, sentences_of
from generator.intake.wording.places import borders_of, inside, stretches_of
from generator.intake.wording.words import alternation

_ASKED: Final = 1000
"""Characters that are asked at a time, at the least where so much is left."""
_GAP: Final = re.compile(
    r"(?:\s|[，。、；：？！…]|[,;?!](?![0-9])|(?<![0-9])[,;?!]|\.(?![0-9A-Za-z])|:(?![0-9A-Za-z/]))+"
)
_SIGN: Final = frozenset("，。、；：？！…,.;:?!")
_WIDE: Final = {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！"}
_NARROW: Final = {"，": ", ", "、": ", ", "。": ". ", "；": "; ", "：": ": ", "？": "? ", "！": "! "}
_STAYS: Final = frozenset("：；！…")
"""Signs that punctuation models do not know, or hardly: where one stands, it stays."""
_STOPS: Final = frozenset("。？")
_IDEOGRAPH: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_AROUND: Final = 12
"""Characters on both sides of a place without an ideograph, where signs are those of Latin script."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place between two letters.

    Attributes:
        start: Where what stands there begins, in characters of the text.
        end: Where it ends; equal to `start` where nothing stands there.
    """

    start: int
    end: int


class PunctuatingStep:
    """Asks a model for the signs of sessions and of what the host says; those of the rules stand already.

    Attributes:
        asked: How many stretches the model was asked for.
        refused: For how many its answer had other letters, so that the rules' signs stay.
    """

    def __init__(self, punctuator: Punctuator) -> None:
        self._punctuator = punctuator
        self.asked = 0
        self.refused = 0

    def __call__(self, text: Text, known: Known, division: Division) -> Stepped:
        """Set a model's signs in the place of others.

        A turn, a session or the host's words end as they did, nothing is set within a name, a Latin word or a
        number, and colons, semicolons, exclamation marks and ellipses stay.

        Returns:
            The text, and nothing that was done: no letter changes.

        Raises:
            ModelError: The model cannot do it.
        """
        words = text.words
        found = alternation(names_of(known)).finditer(words)
        within = frozenset(place for name in found for place in range(name.start() + 1, name.end()))
        edits: list[Edit] = []
        for part in _parts(text, division):
            gaps = list(_gaps(words, part))
            signs = self._signs(words, gaps)
            for gap, sign in zip(gaps[1:], signs, strict=True) if signs else ():
                written = _written(words, gap, sign, last=gap is gaps[-1])
                if gap.end not in within and written != words[gap.start : gap.end]:
                    edits.append(Edit(gap.start, gap.end, written))
        return text.edited(edits), ()

    def _signs(self, words: str, gaps: list[_Gap]) -> list[str]:
        """Return the sign that the model sets in each gap but the first; none where it is not used."""
        letters = [words[one.end : two.start] for one, two in pairwise(gaps)]
        if not any(letters):
            return []
        bare = "".join(
            f"{letter}{' ' if _parted(words, gap) else ''}"
            for letter, gap in zip(letters, gaps[1:], strict=True)
        )
        self.asked += 1
        signs = _read(letters, self._punctuator.punctuate(bare.strip()))
        self.refused += not signs
        return signs


def _parts(text: Text, division: Division) -> Iterator[Part]:
    """Return what is spoken by one person at a time, cut at ends of sentences where it is long."""
    spoken = inside(text, stretches_of(division))
    borders = sorted({0, *borders_of(text, division), len(text)})
    for start, end in pairwise(borders):
        if not spoken(start):
            continue
        begin = start
        for _, stop in sentences_of(text.words, start, end):
            if stop - begin >= _ASKED:
                yield begin, stop
                begin = stop
        if begin < end:
            yield begin, end


def _gaps(words: str, part: Part) -> Iterator[_Gap]:
    """Return the places before, between and behind all letters of a part."""
    place = part[0]
    while True:
        gap = _gap(words, place, part[1])
        yield gap
        if gap.end >= part[1]:
            return
        place = gap.end + 1


def _gap(words: str, place: int, end: int) -> _Gap:
    found = _GAP.match(words, place)
    return _Gap(place, min(found.end(), end) if found else place)


def _parted(words: str, gap: _Gap) -> bool:
    """Whether something stands between what would else be one Latin word or number."""
    before, after = words[gap.start - 1 : gap.start], words[gap.end : gap.end + 1]
    return gap.end > gap.start and before.isascii() and after.isascii()


def _read(letters: list[str], answer: str) -> list[str]:
    """Return the sign behind each letter; nothing where the letters are others."""
    signs = [""] * len(letters)
    number = 0
    for sign in answer:
        if number < len(letters) and sign == letters[number]:
            number += 1
        elif sign in _SIGN and number:
            signs[number - 1] = signs[number - 1] or _WIDE.get(sign, sign)
        elif not sign.isspace():
            return []
    return signs if number == len(letters) else []


def _written(words: str, gap: _Gap, sign: str, *, last: bool) -> str:
    stands = words[gap.start : gap.end]
    old = stands.strip()
    if last:
        return stands.replace(old, sign) if old in _STOPS and sign in _STOPS else stands
    before, after = words[gap.start - 1], words[gap.end]
    ascii_both = before.isascii() and after.isascii()
    if _STAYS.intersection(old) or (not stands and ascii_both):
        return stands
    if not sign:
        # Figures that a sign parts would become one number.
        return stands if before.isdigit() and after.isdigit() else (" " if ascii_both and stands else "")
    around = words[max(0, gap.start - _AROUND) : gap.start] + words[gap.end : gap.end + _AROUND]
    return sign if _IDEOGRAPH.search(around) else _NARROW.get(sign, sign)
