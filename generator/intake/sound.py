"""How Chinese sounds to a recogniser: which syllables are heard for which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pypinyin import Style, pinyin

_NEAR_INITIALS = (
    frozenset({"zh", "z", "j"}),
    frozenset({"ch", "c", "q"}),
    frozenset({"sh", "s", "x"}),
    frozenset({"n", "l", "r"}),
    frozenset({"f", "h"}),
    frozenset({"b", "p"}),
    frozenset({"d", "t"}),
    frozenset({"g", "k", "h"}),
    frozenset({"w", ""}),
    frozenset({"y", ""}),
)
_NEAR_FINALS = (
    frozenset({"an", "ang"}),
    frozenset({"en", "eng"}),
    frozenset({"in", "ing", "i"}),
    frozenset({"ian", "iang", "ie"}),
    frozenset({"uan", "uang"}),
    frozenset({"un", "ong", "eng"}),
    frozenset({"o", "uo", "ou"}),
    frozenset({"ei", "ui", "ai"}),
    frozenset({"v", "u", "i"}),
    frozenset({"e", "er"}),
    frozenset({"van", "uan", "ian"}),
)
_NEAR = 0.75
_FAR = 0.35


@dataclass(frozen=True, slots=True)
class Sound:
    """A syllable without its tone, which recognisers hear worst.

    Attributes:
        initial: The consonant it begins with, or empty.
        final: The rest; ü is `v`.
    """

    initial: str
    final: str


@cache
def sound_of(character: str) -> Sound:
    """Return how a character is read most often; what is no ideograph sounds like itself."""
    initial = pinyin(character, style=Style.INITIALS, strict=False, errors="default")[0][0]
    final = pinyin(character, style=Style.FINALS, strict=False, errors="default")[0][0]
    return Sound("" if initial == character else initial, final.lower())


def sounds(words: str) -> tuple[Sound, ...]:
    """Return the sound of each character."""
    return tuple(sound_of(character) for character in words)


@cache
def alike(one: Sound, other: Sound) -> float:
    """Return how easily one syllable is heard for another: 1 the same, 0 not at all."""
    if one == other:
        return 1.0
    return min(_part(one.initial, other.initial, _NEAR_INITIALS), _part(one.final, other.final, _NEAR_FINALS))


def likeness(heard: str, name: str) -> float:
    """Return how easily words of one length are heard for others, 0 to 1; 0 where the lengths differ."""
    if len(heard) != len(name) or not heard:
        return 0.0
    return sum(alike(one, other) for one, other in zip(sounds(heard), sounds(name), strict=True)) / len(name)


def _part(one: str, other: str, near: tuple[frozenset[str], ...]) -> float:
    if one == other:
        return 1.0
    return _NEAR if any(one in group and other in group for group in near) else _FAR if one and other else 0.0
