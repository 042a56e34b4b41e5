"""Which part of a person's name is the family name.

Names are not taken apart by guessing: where nothing tells, the name stays whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from generator.language.ideographs import IDEOGRAPHS
from generator.language.pinyin import readings, surname_length, syllable_of
from generator.model.name_parts import NameParts

_LONGEST_CHINESE = 4
_TWO = 2
_JOINTS = re.compile(r"[\s\-‐‑]+")


def name_parts(name: str, *, sort: str | None = None, ideographs: str | None = None) -> NameParts:
    """Take a name apart.

    What tells the family name, in this order: how the name is sorted, family name first; the surname of the
    same name in ideographs; for a name that has no Chinese form of its own, its place at the end.

    Args:
        name: As it is shown, in ideographs or in letters.
        sort: How it is sorted, as the editor wrote it: `lin wan`, `van der berg jan`.
        ideographs: The person's name in Chinese, if there is one; a transcription (`埃达·霍姆奎恩`) is none.
    """
    if IDEOGRAPHS.fullmatch(name):
        return _of_ideographs(name, sort)
    words = name.split()
    if len(words) < _TWO or IDEOGRAPHS.search(name):
        return NameParts(name, ideographic=bool(IDEOGRAPHS.search(name)))
    own = ideographs if ideographs and IDEOGRAPHS.fullmatch(ideographs) else None
    at = _by_sorting(words, sort) or (_by_surname(words, own) if own else (len(words) - 1, len(words)))
    if at is None:
        return NameParts(name)
    family, given = words[slice(*at)], words[: at[0]] + words[at[1] :]
    particle, family, given = _particle(family, given)
    return NameParts(
        name,
        " ".join(family),
        " ".join(given),
        " ".join(particle),
        _syllables(given, own) or tuple(_first_letters(given)),
    )


def _of_ideographs(name: str, sort: str | None) -> NameParts:
    """Take a Chinese name apart; one that is read otherwise or is not parted stays whole."""
    told = [_folded(word) for word in (sort or "").split()]
    read = readings(name, reading=sort, person=True)
    if read is None or len(told) == 1 or not _TWO <= len(name) <= _LONGEST_CHINESE:
        return NameParts(name, ideographic=True)
    length = surname_length(name)
    if (
        len(name) > len(told) == _TWO
    ):  # the editor parted the two: a compound surname that no list has, or none
        length = next((one for one in (1, _TWO) if _letters(read[:one]) == told[0]), length)
    return NameParts(name, name[:length], name[length:], ideographic=True)


def _by_sorting(words: Sequence[str], sort: str | None) -> tuple[int, int] | None:
    """Return where the family name stands, as from and to, by how the name is sorted."""
    wanted = [_folded(word) for word in (sort or "").split()]
    written = [_folded(word) for word in words]
    if not wanted:
        return None
    for start in range(1, len(words)):
        if wanted == written[start:] + written[:start]:
            return start, len(words)
    if wanted[0] == written[0]:
        return 0, 1
    return (len(words) - 1, len(words)) if wanted[0] == written[-1] else None


def _by_surname(words: Sequence[str], ideographs: str) -> tuple[int, int] | None:
    """Return where the family name stands, by the surname in ideographs read aloud."""
    surname = _letters(readings(ideographs[: surname_length(ideographs)], person=True) or [])
    if surname == _folded(words[0]):
        return 0, 1
    return (len(words) - 1, len(words)) if surname == _folded(words[-1]) else None


def _particle(family: list[str], given: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Return particle, family and given names; words without a capital at their border are particles."""
    leading = next((number for number, word in enumerate(family) if not word[0].islower()), 0)
    if leading:
        return family[:leading], family[leading:], given
    trailing = next((number for number, word in enumerate(reversed(given)) if not word[0].islower()), 0)
    border = len(given) - trailing
    return given[border:], family, given[:border]


def _syllables(given: Sequence[str], ideographs: str | None) -> tuple[str, ...]:
    """Return an initial for each character of a given name, where the letters are its pinyin."""
    if not ideographs:
        return ()
    read = readings(ideographs, person=True) or []
    own = read[surname_length(ideographs) :]
    written = _folded("".join(given))
    if written != _letters(own):
        return ()
    return tuple(_letters([syllable])[0].upper() for syllable in own)


def _first_letters(given: Sequence[str]) -> list[str]:
    return [part[0].upper() for word in given for part in _JOINTS.split(word) if part]


def _letters(syllables: Sequence[str]) -> str:
    return "".join(syllable_of(one).letters.replace("'", "") for one in syllables)


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(one for one in decomposed if one.isalpha())
