"""A person's name taken apart, as catalogues need it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name with its family name known, or whole.

    Attributes:
        whole: The name as it is shown.
        family: The family name; empty where it is not known which part of the name it is.
        given: The given names.
        particle: What stands before the family name and is not sorted by: `van der`.
        initials: The first letters of the given names, one for each syllable of a Chinese name.
        ideographic: It is written in ideographs: nothing stands between its parts, and it has no initials.
    """

    whole: str
    family: str = ""
    given: str = ""
    particle: str = ""
    initials: tuple[str, ...] = ()
    ideographic: bool = False
