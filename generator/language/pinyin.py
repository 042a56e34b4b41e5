"""How Chinese is read aloud, in Hanyu Pinyin."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from generator.language.ideographs import IDEOGRAPHS
from generator.language.surname_readings import COMPOUND_SURNAMES, SURNAME_READINGS

if TYPE_CHECKING:
    from collections.abc import Callable

_TONE_MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_NEUTRAL = 5
_UMLAUT = "\u0308"
_SHORTEST_WITH_COMPOUND = 3
# A character without a reading stands for itself, so that the syllables stay one for one. (pypinyin takes
# a list from this function, which its types do not say.)
_EACH = cast("Callable[[str], str]", list)


@dataclass(frozen=True, slots=True, order=True)
class Syllable:
    """One character read aloud.

    Attributes:
        letters: Without tone; ü is `u'`, which sorts between u and the next letter, as dictionaries do.
        tone: 1 to 4, 5 for the neutral one.
    """

    letters: str
    tone: int


def syllable_of(written: str) -> Syllable:
    """Take a syllable with its tone mark, `lǜ`, apart."""
    letters, tone = "", _NEUTRAL
    for character in unicodedata.normalize("NFD", written.casefold()):
        if character in _TONE_MARKS:
            tone = _TONE_MARKS[character]
        elif character == _UMLAUT:
            letters += "'"
        else:
            letters += character
    return Syllable(letters, tone)


def readings(ideographs: str, *, reading: str | None = None, person: bool = False) -> list[str] | None:
    """Read a run of ideographs, each as one syllable with its tone mark.

    Args:
        ideographs: The characters.
        reading: What an editor gave: syllables with or without tone marks, spaces as one likes
            (`zhou jingren`, `Piáo Xiǎohuá`). It chooses among the readings the characters have, and so
            finds the tones.
        person: Whether this is a person's name, whose surname is read as a surname (单 is Shàn).

    Returns:
        As many syllables as characters; None where a given reading does not fit the characters.
    """
    if reading is not None:
        return (
            _fitted(ideographs, _plain(reading), person=person)
            if reading.isascii()
            else _given(ideographs, reading)
        )
    usual = list(_usual(ideographs))
    if person:
        surname = _surname(ideographs)
        usual[: len(surname)] = surname
    return usual


def pinyin_of(name: str, *, reading: str | None = None) -> str | None:
    """The pinyin of a person's name for showing, surname first: `Ōuyáng Xiǎoqíng`.

    Args:
        name: The name in ideographs, Simplified or Traditional.
        reading: What an editor gave; where it has a space, the space parts surname and given name.

    Returns:
        The name with tone marks; None where the name is not all ideographs, or the reading given does not
        fit it (an editor who knows better is not corrected with a guess).
    """
    if IDEOGRAPHS.fullmatch(name) is None:
        return None
    syllables = readings(name, reading=reading, person=True)
    if syllables is None:
        return None
    length = len(_surname(name))
    words = [syllables[:length], syllables[length:]]
    return " ".join(_word(word) for word in words if word)


def surname_length(name: str) -> int:
    """How many characters of a person's name in ideographs are the surname: 1 or 2."""
    return 2 if len(name) >= _SHORTEST_WITH_COMPOUND and name[:2] in COMPOUND_SURNAMES else 1


def _surname(name: str) -> list[str]:
    if surname_length(name) > 1:
        return COMPOUND_SURNAMES[name[:2]].split()
    return [SURNAME_READINGS.get(name[0], _usual(name)[0])]


@cache
def _usual(ideographs: str) -> tuple[str, ...]:
    return tuple(found[0] for found in _read(ideographs))


@cache
def _possible(character: str) -> tuple[str, ...]:
    return tuple(_read(character, heteronym=True)[0])


def _read(ideographs: str, *, heteronym: bool = False) -> list[list[str]]:
    # Loading its dictionaries takes a tenth of a second, which a build that reads no name aloud can spare.
    from pypinyin import Style, pinyin  # noqa: PLC0415

    return pinyin(ideographs, style=Style.TONE, heteronym=heteronym, errors=_EACH)


def _plain(reading: str) -> str:
    return "".join(character for character in reading.casefold() if character.isalpha())


def _letters(syllable: str) -> str:
    # An editor types lü as lu or as lv.
    return syllable_of(syllable).letters.replace("'", "")


def _fitted(ideographs: str, wanted: str, *, person: bool) -> list[str] | None:
    """The readings of the characters whose letters make up the wanted ones, by trying them in turn."""
    if not ideographs:
        return None if wanted else []
    first = [_surname(ideographs)[0]] if person else []
    for syllable in [*first, *_possible(ideographs[0])]:
        for letters in dict.fromkeys((_letters(syllable), syllable_of(syllable).letters.replace("u'", "v"))):
            if wanted.startswith(letters):
                rest = _fitted(ideographs[1:], wanted.removeprefix(letters), person=False)
                if rest is not None:
                    return [syllable, *rest]
    return None


def _given(ideographs: str, reading: str) -> list[str] | None:
    """Syllables from a reading that has its tone marks already."""
    untoned = "".join(syllable_of(character).letters for character in _plain(reading)).replace("'", "")
    fitted = _fitted(ideographs, untoned, person=True)
    if fitted is None:
        return None
    marked = unicodedata.normalize("NFC", _plain(unicodedata.normalize("NFC", reading)))
    syllables: list[str] = []
    for syllable in fitted:
        length = len(_letters(syllable))
        syllables.append(marked[:length])
        marked = marked[length:]
    return syllables


def _word(syllables: list[str]) -> str:
    # GB/T 16159 7.3: an apostrophe where a syllable within a word begins with a, o or e.
    written = syllables[0] + "".join(
        f"’{syllable}" if _letters(syllable)[:1] in ("a", "o", "e") else syllable
        for syllable in syllables[1:]
    )
    return written[:1].upper() + written[1:]
