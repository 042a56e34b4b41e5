"""The order of names in an index, and the headings of its groups."""

from __future__ import annotations

import re
import unicodedata

from generator.language.ideographs import IDEOGRAPHS
from generator.language.pinyin import readings, syllable_of
from generator.language.strokes import strokes_of
from generator.model.language import Language

# One token of a name: its class, its letters, a number, and the text itself as the last resort.
Token = tuple[int, str, int, str]
SortKey = tuple[tuple[Token, ...], str]

_FIGURES, _LETTERS, _STROKES = range(3)
_TOKEN = re.compile(rf"(?P<figures>[0-9]+)|(?P<han>{IDEOGRAPHS.pattern})|(?P<letters>[^\W\d_]+)")
# What no table knows stands behind all that it knows.
_UNKNOWN_STROKES = 1000
OTHERS = "#"


def sort_key(text: str, language: Language, reading: str | None = None, *, person: bool = False) -> SortKey:
    """What a name is sorted by.

    - `zh-Hans`: by pinyin, character by character: letters, then tone, then the character, so that all
      of one surname stand together; Latin names among them by their letters.
    - `zh-Hant`: Latin names first, then by the strokes of each character, then by code point, which
      follows the radicals.
    - `en`: by letters, without regard to case and accents.

    Figures stand before letters, by their value. Punctuation does not count.

    Args:
        text: The name as it is shown.
        language: The language of the index.
        reading: How the name is read, where an editor says so (`zhou jingren`). In `zh-Hans` it chooses
            among the readings of the characters; in Latin script it takes the place of the name.
        person: Whether it is a person's name, whose surname is read as a surname.

    Returns:
        A key; keys of one language compare with each other, and equal ones belong to equal names.
    """
    return tuple(_tokens(text, language, reading, person=person)), text


def index_letter(text: str, language: Language, reading: str | None = None, *, person: bool = False) -> str:
    """The heading of the group of an index that a name belongs to.

    Args:
        text: The name as it is shown.
        language: The language of the index.
        reading: As for `sort_key`.
        person: As for `sort_key`.

    Returns:
        `A` to `Z`; in `zh-Hant` the number of strokes of an ideograph, `8`; `#` for everything else.
    """
    first = next(iter(_tokens(text, language, reading, person=person)), None)
    if first is None or first[0] == _FIGURES:
        return OTHERS
    if first[0] == _STROKES:
        return OTHERS if first[2] == _UNKNOWN_STROKES else str(first[2])
    letter = first[1][:1].upper()
    return letter if "A" <= letter <= "Z" else OTHERS


def _tokens(text: str, language: Language, reading: str | None, *, person: bool) -> list[Token]:
    has_ideographs = IDEOGRAPHS.search(text) is not None
    if reading and (not language.is_chinese or not has_ideographs):
        return _plain_tokens(reading, language, person=False)
    if reading and language is Language.HANS:
        han = "".join(IDEOGRAPHS.findall(text))
        syllables = readings(han, reading=reading, person=person)
        if syllables is None or han != text:
            return _plain_tokens(reading, language, person=False)
        return _pinyin_tokens(han, syllables)
    return _plain_tokens(text, language, person=person)


def _plain_tokens(text: str, language: Language, *, person: bool) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        if match["figures"]:
            tokens.append((_FIGURES, "", int(match["figures"]), match["figures"]))
        elif match["letters"]:
            tokens.append((_LETTERS, _folded(match["letters"]), 0, match["letters"]))
        elif language is Language.HANT:
            tokens += [(_STROKES, "", strokes_of(c) or _UNKNOWN_STROKES, c) for c in match["han"]]
        else:
            # English indexes with a name in ideographs read it too: it has to stand somewhere.
            surname_first = person and match.start() == 0
            tokens += _pinyin_tokens(match["han"], readings(match["han"], person=surname_first) or [])
    return tokens


def _pinyin_tokens(ideographs: str, syllables: list[str]) -> list[Token]:
    read = (syllable_of(syllable) for syllable in syllables)
    return [
        (_LETTERS, syllable.letters, syllable.tone, character)
        for character, syllable in zip(ideographs, read, strict=True)
    ]


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
