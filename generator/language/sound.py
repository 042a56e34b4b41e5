"""How Chinese sounds to a recogniser: which syllables are heard for which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pypinyin import Style, pinyin

_FAR = 0.8
"""How far two consonants are apart that are not known to be taken for one another."""
_INITIALS: dict[frozenset[str], float] = {
    frozenset(pair.split()): apart
    for apart, pairs in {
        0.1: ("z zh", "c ch", "s sh"),
        0.15: ("n l",),
        0.25: ("f h", "l r"),
        0.3: ("b p", "d t", "g k", "z c", "zh ch", "j q", "x sh", "zh j", "ch q", "n r"),
        0.35: ("x s", "z j", "c q", "q x", "sh ch", "m n", "g h", "k h"),
        0.4: ("d l",),
        0.5: ("z s", "c s", "zh sh", "j x", "zh r", "b m", "b d", "p t", "g d", "k t", "j d"),
    }.items()
    for pair in pairs
}
_LOSES = frozenset("rnhml")
_LOST = 0.5
"""How far a syllable is from one without its consonant, where that is soft."""
_FINALS = {  # glide, vowel, end; a full vowel that stands alone is the vowel
    "a": ("", "a", ""),
    "o": ("", "o", ""),
    "e": ("", "e", ""),
    "ê": ("", "e", ""),
    "ai": ("", "a", "i"),
    "ei": ("", "e", "i"),
    "ao": ("", "a", "u"),
    "ou": ("", "o", "u"),
    "an": ("", "a", "n"),
    "en": ("", "e", "n"),
    "ang": ("", "a", "ng"),
    "eng": ("", "e", "ng"),
    "ong": ("u", "e", "ng"),
    "er": ("", "e", "r"),
    "i": ("i", "", ""),
    "ia": ("i", "a", ""),
    "ie": ("i", "e", ""),
    "iao": ("i", "a", "u"),
    "iou": ("i", "o", "u"),
    "ian": ("i", "a", "n"),
    "in": ("i", "", "n"),
    "iang": ("i", "a", "ng"),
    "ing": ("i", "", "ng"),
    "iong": ("v", "e", "ng"),
    "u": ("u", "", ""),
    "ua": ("u", "a", ""),
    "uo": ("u", "o", ""),
    "uai": ("u", "a", "i"),
    "uei": ("u", "e", "i"),
    "uan": ("u", "a", "n"),
    "uen": ("u", "e", "n"),
    "uang": ("u", "a", "ng"),
    "ueng": ("u", "e", "ng"),
    "v": ("v", "", ""),
    "ve": ("v", "e", ""),
    "van": ("v", "a", "n"),
    "vn": ("v", "", "n"),
    "-i": ("", "", ""),
}
_WITHOUT_I = frozenset({"z", "c", "s", "zh", "ch", "sh", "r"})
"""The consonants after which i is no i, but a hum."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A syllable without its tone, which recognisers hear worst.

    Attributes:
        initial: The consonant it begins with, or empty.
        final: The rest; ü is `v`, the hum of zhi, chi, shi, ri, zi, ci, si `-i`.
    """

    initial: str
    final: str

    @property
    def broad(self) -> tuple[str, str]:
        """What is the same for syllables that are easily taken for one another."""
        return _BROAD_INITIALS.get(self.initial, self.initial), _BROAD_FINALS.get(self.final, self.final)


_BROAD_INITIALS = {
    letter: group[0]
    for group in (
        ("zh", "z", "j"),
        ("ch", "c", "q"),
        ("sh", "s", "x"),
        ("n", "l", "r"),
        ("f", "h"),
        ("b", "p"),
        ("d", "t"),
        ("g", "k"),
    )
    for letter in group
}
_BROAD_FINALS = {
    letter: group[0]
    for group in (
        ("an", "ang", "ian", "iang", "uan", "uang", "van"),
        ("en", "eng", "uen", "ueng", "ong", "in", "ing", "vn", "iong"),
        ("o", "uo", "e", "ie", "ve", "er"),
        ("ei", "uei"),
        ("ai", "uai"),
        ("a", "ia", "ua"),
        ("ao", "iao"),
        ("ou", "iou"),
        ("i", "v", "-i"),
    )
    for letter in group
}


@cache
def sound_of(character: str) -> Sound:
    """Return how a character is read most often; what is no ideograph sounds like itself."""
    initial = pinyin(character, style=Style.INITIALS, strict=True, errors="default")[0][0]
    final = pinyin(character, style=Style.FINALS, strict=True, errors="default")[0][0]
    if final == character:
        return Sound("", character.lower())
    return Sound(initial, "-i" if final == "i" and initial in _WITHOUT_I else final)


def sounds(words: str) -> tuple[Sound, ...]:
    """Return the sound of each character."""
    return tuple(sound_of(character) for character in words)


@cache
def alike(one: Sound, other: Sound) -> float:
    """Return how easily one syllable is heard for another: 1 the same, 0 not at all."""
    if one == other:
        return 1.0
    if one.final not in _FINALS or other.final not in _FINALS:
        return 0.0
    return max(0.0, round(1.0 - _between_initials(one, other) - _between_finals(one.final, other.final), 3))


def likeness(heard: str, name: str) -> float:
    """Return how easily words of one length are heard for others, 0 to 1; 0 where the lengths differ."""
    if len(heard) != len(name) or not heard:
        return 0.0
    return sum(alike(one, other) for one, other in zip(sounds(heard), sounds(name), strict=True)) / len(name)


def _between_initials(one: Sound, other: Sound) -> float:
    if one.initial == other.initial:
        return 0.0
    if not one.initial or not other.initial:
        return _LOST if one.initial in _LOSES or other.initial in _LOSES else _FAR
    return _INITIALS.get(frozenset({one.initial, other.initial}), _FAR)


def _between_finals(one: str, other: str) -> float:
    if one == other:
        return 0.0
    glides, vowels, ends = zip(_FINALS[one], _FINALS[other], strict=True)
    return _between_glides(*glides) + _between_vowels(*vowels) + _between_ends(*ends)


def _between_glides(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return 0.15 if {one, other} == {"i", "v"} else 0.25


def _between_vowels(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return 0.2 if {one, other} in ({"o", "e"}, {"", "e"}) else 0.35


def _between_ends(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return 0.1 if {one, other} == {"n", "ng"} else 0.3
