"""Places where a text sounds like a form and does not read like it, found by pairs of sounds."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.intake.names.forms import OF_PEOPLE, Form, FormKind
from generator.intake.sound import alike, sound_of

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


class SoundIndex:
    """Forms by pairs of sounds: of short ones any pair, roughly; of long ones any two in a row, closely."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """Index forms; those of a single character are left out."""
        self._short: dict[tuple[int, int, int], list[tuple[Form, int]]] = defaultdict(list)
        self._long: dict[tuple[int, int], list[tuple[Form, int]]] = defaultdict(list)
        for form in forms:
            size = len(form.spoken)
            if size >= _LONG:
                codes = [_fine(character) for character in form.spoken]
                for at in range(size - 1):
                    self._long[codes[at], codes[at + 1]].append((form, at))
            elif size > 1:
                codes = [_broad(character) for character in form.spoken]
                for one, other in ((0, 1), (1, 2), (0, 2))[: 1 if size == 2 else 3]:  # noqa: PLR2004
                    self._short[codes[one], codes[other], other - one].append((form, one))

    def find(self, text: str) -> Iterator[Likely]:
        """Find every place of a text that sounds like a form; a place may be found for several."""
        broad = array("l", map(_broad, text))
        fine = array("l", map(_fine, text))
        seen: set[tuple[int, str]] = set()
        for at in range(len(text) - 1):
            if text[at] < "\u4e00" and not text[at].isalnum():
                continue
            found = list(self._long.get((fine[at], fine[at + 1]), ()))
            found += self._short.get((broad[at], broad[at + 1], 1), ())
            if at + 2 < len(text):
                found += self._short.get((broad[at], broad[at + 2], 2), ())
            for form, offset in found:
                start = at - offset
                if start < 0 or (start, form.spoken) in seen:
                    continue
                near = _near(text[start : start + len(form.spoken)], form)
                if near:
                    seen.add((start, form.spoken))
                    yield Likely(start, start + len(form.spoken), form, near)


@lru_cache(maxsize=1 << 16)
def _near(heard: str, form: Form) -> tuple[float, ...]:
    """How near each syllable is; nothing where the whole is too far, or the same."""
    name = form.spoken
    if len(heard) != len(name) or heard.lower() == name.lower() or "\n" in heard:
        return ()
    allowed = _ALLOWED.get(len(name), _ALLOWED_IN_LONG)
    near: list[float] = []
    for one, other in zip(heard, name, strict=True):
        same = 1.0 if one == other else alike(sound_of(one), sound_of(other))
        allowed -= 1.0 - same
        if allowed < 0:
            return ()
        near.append(same)
    least = _LEAST.get(len(name), _LEAST_IN_LONG)
    if (
        form.kind == FormKind.WORD
        and len(name) >= _LONG
        and sum(one != other for one, other in zip(heard, name, strict=True)) == 1
    ):
        least = _LEAST_OF_ONE
    if form.kind not in OF_PEOPLE and min(near) < least:
        return ()
    close = sum(same >= _NEAR for same in near)
    wanted = len(name) / 2 if form.kind in OF_PEOPLE else len(name) * 2 / 3
    return tuple(near) if close >= wanted else ()
