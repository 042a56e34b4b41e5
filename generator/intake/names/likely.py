"""Places where a text sounds like a form and does not read like it, found by pairs of sounds."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from generator.intake.names.forms import OF_PEOPLE, Form, FormKind
from generator.language.sound import alike, sound_of

_NEAR = 0.85
_LONG = 4
_ALLOWED = {2: 0.3, 3: 0.75, 4: 0.95}
"""How much may be wrong in all, by the number of syllables; 1 is a syllable that sounds quite otherwise."""
_ALLOWED_IN_LONG = 1.2
_LEAST = {2: 0.7, 3: 0.6}
_LEAST_IN_LONG = 0.5
_LEAST_OF_ONE = 0.2
"""How alike each syllable of a term must be; of a person's name one may be quite otherwise."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A place that sounds like a form.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends; not included.
        form: What it sounds like.
        near: For each syllable, how alike both are; 1 the same sound.
    """

    start: int
    end: int
    form: Form
    near: tuple[float, ...]


@cache
def _broad(character: str) -> int:
    return _number(sound_of(character).broad)


@cache
def _fine(character: str) -> int:
    sound = sound_of(character)
    initial = {"zh": "z", "ch": "c", "sh": "s", "n": "l"}.get(sound.initial, sound.initial)
    final = sound.final[:-1] if sound.final.endswith("ng") and sound.final != "ong" else sound.final
    return _number((initial, final, "fine"))


_numbers: dict[tuple[str, ...], int] = {}


def _number(key: tuple[str, ...]) -> int:
    return _numbers.setdefault(key, len(_numbers))


@dataclass(frozen=True, slots=True)
class _Sought:
    """A form, and how far what is heard for it may be."""

    form: Form
    name: str
    allowed: float
    least: float
    least_of_one: float
    close: float

    @classmethod
    def of(cls, form: Form) -> _Sought:
        name, person = form.spoken, form.kind in OF_PEOPLE
        size = len(name)
        least = 0.0 if person else _LEAST.get(size, _LEAST_IN_LONG)
        of_one = _LEAST_OF_ONE if form.kind == FormKind.WORD and size >= _LONG else least
        close = size / 2 if person else size * 2 / 3
        return cls(form, name, _ALLOWED.get(size, _ALLOWED_IN_LONG), least, of_one, close)


_Found = list[tuple[_Sought, int]]


class SoundIndex:
    """Forms by pairs of sounds: of short ones any pair, roughly; of long ones any two in a row, closely."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """Index forms; those of a single character are left out."""
        self._short: dict[tuple[int, int, int], _Found] = defaultdict(list)
        self._long: dict[tuple[int, int], _Found] = defaultdict(list)
        for sought in map(_Sought.of, forms):
            size = len(sought.name)
            if size >= _LONG:
                codes = [_fine(character) for character in sought.name]
                for at in range(size - 1):
                    self._long[codes[at], codes[at + 1]].append((sought, at))
            elif size > 1:
                codes = [_broad(character) for character in sought.name]
                for one, other in ((0, 1), (1, 2), (0, 2))[: 1 if size == 2 else 3]:  # noqa: PLR2004
                    self._short[codes[one], codes[other], other - one].append((sought, one))

    def find(self, text: str) -> Iterator[Likely]:
        """Find every place of a text that sounds like a form; a place may be found for several."""
        broad = array("l", map(_broad, text))
        fine = array("l", map(_fine, text))
        seen: set[tuple[int, str]] = set()
        none: _Found = []
        for at in range(len(text) - 1):
            if text[at] < "\u4e00" and not text[at].isalnum():
                continue
            found = self._long.get((fine[at], fine[at + 1]), none)
            found = found + self._short.get((broad[at], broad[at + 1], 1), none)
            if at + 2 < len(text):
                found += self._short.get((broad[at], broad[at + 2], 2), none)
            for sought, offset in found:
                start = at - offset
                end = start + len(sought.name)
                if start < 0 or end > len(text):
                    continue
                near = _near(text[start:end], sought)
                if near and (start, sought.name) not in seen:
                    seen.add((start, sought.name))
                    yield Likely(start, end, sought.form, near)


@cache
def _alike(one: str, other: str) -> float:
    """How alike two characters sound; a line break is like nothing."""
    if "\n" in (one, other):
        return -9.0
    return 1.0 if one == other else alike(sound_of(one), sound_of(other))


def _near(heard: str, sought: _Sought) -> tuple[float, ...]:
    """How near each syllable is; nothing where the whole is too far, or the same."""
    name, allowed = sought.name, sought.allowed
    if heard == name:
        return ()
    near: list[float] = []
    for one, other in zip(heard, name, strict=True):
        same = _alike(one, other)
        allowed -= 1.0 - same
        if allowed < 0:
            return ()
        near.append(same)
    lowest = min(near)
    if lowest < sought.least:
        changed = sum(one != other for one, other in zip(heard, name, strict=True))
        if changed > 1 or lowest < sought.least_of_one:
            return ()
    if heard.lower() == name.lower() or sum(same >= _NEAR for same in near) < sought.close:
        return ()
    return tuple(near)
