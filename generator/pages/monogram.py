"""The sign that stands for a person: one character, or two letters."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.identifiers import PersonId
from generator.pages.edition import Edition


def monograms(edition: Edition, people: Sequence[PersonId]) -> dict[PersonId, str]:
    """Return a sign for each person of a page.

    The first character of a Chinese name; where two people would share it, the last. Of a name in letters,
    the first letters of its first and last word.
    """
    names = {person: edition.name(person).text for person in people}
    firsts = [_first(name) for name in names.values()]
    return {
        person: name[-1] if firsts.count(_first(name)) > 1 and not name.isascii() else _first(name)
        for person, name in names.items()
    }


def _first(name: str) -> str:
    if name[0].isascii() or (name[0].isalpha() and ord(name[0]) < 0x2E80):  # noqa: PLR2004 - before the ideographs
        words = name.split()
        return (words[0][0] + words[-1][0]).upper() if len(words) > 1 else words[0][0].upper()
    return name[0]
