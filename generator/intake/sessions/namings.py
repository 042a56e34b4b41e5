"""The forum's people where they are named near hosts' words, as a recogniser may have heard them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.intake.sessions.plain import alternation, simplified
from generator.intake.step import Known
from generator.language.ideographs import IDEOGRAPHS
from generator.language.pinyin import surname_length
from generator.language.sound import alike, sound_of
from generator.model.identifiers import PersonId
from generator.model.language import Language

FULL, TITLED, GIVEN = 3.0, 1.5, 1.0
"""How much a full name, a surname with a title, and a given name tell."""

_LIKE = {2: 0.87, 3: 0.82}
_LIKE_LONG = 0.8
_LIKE_FIRST = 0.7
_TITLE_WITHIN = 3
_WINDOW = 400


@dataclass(frozen=True, slots=True, order=True)
class Naming:
    """A place where somebody seems to be named.

    Attributes:
        start: Where, in letters.
        end: Where the name ends; not included.
        person: Who.
        tells: How much it tells that this person is meant.
    """

    start: int
    end: int
    person: PersonId
    tells: float


class Namings:
    """All places near some others where people of a forum are named."""

    def __init__(self, found: Iterable[Naming]) -> None:
        """Hold what was found."""
        self._all = sorted(found)
        self._starts = [one.start for one in self._all]

    def within(self, start: int, end: int) -> list[Naming]:
        """Return who is named in a part of the letters."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def told(self, start: int, end: int) -> dict[PersonId, float]:
        """Return how much a part tells of each person whom it names."""
        best: dict[PersonId, float] = {}
        for one in self.within(start, end):
            best[one.person] = max(best.get(one.person, 0.0), one.tells)
        return best


def find_namings(letters: str, near: Iterable[int], people: Iterable[PersonId], known: Known) -> Namings:
    """Find where people are named.

    Args:
        letters: A text reduced to its letters.
        near: Places; nothing is looked for far from them.
        people: Whom to look for.
        known: Their names.
    """
    finder = _Finder(people, known)
    found: list[Naming] = []
    for start, end in _merged(near, len(letters)):
        found += finder.find(letters, start, end)
    return Namings(found)


class _Finder:
    def __init__(self, people: Iterable[PersonId], known: Known) -> None:
        self._full: dict[str, list[tuple[str, PersonId]]] = defaultdict(list)
        self._surnames: dict[str, list[tuple[str, PersonId]]] = defaultdict(list)
        self._given: dict[str, list[tuple[str, PersonId]]] = defaultdict(list)
        self._latin: dict[str, PersonId] = {}
        for person in people:
            if person in known.held.people:
                self._learn(person, known)
        self._titles = alternation(known.settings.words("hosts", "titles"))
        self._latin_names = alternation(self._latin)
        self._firsts: dict[str, tuple[str, ...]] = {}

    def _learn(self, person: PersonId, known: Known) -> None:
        who = known.held.people[person]
        for form in {simplified(name) for name in (*who.all_forms, *who.misheard)}:
            if IDEOGRAPHS.fullmatch(form) and len(form) > 1:
                self._full[form[0]].append((form, person))
                length = surname_length(form)
                self._surnames[form[0]].append((form[:length], person))
                if len(form) - length > 1:
                    self._given[form[length]].append((form[length:], person))
            elif not IDEOGRAPHS.search(form) and " " in form:
                self._latin[form] = person
        english = who.names.get(Language.EN)
        if english and " " in english:
            self._latin[" ".join(reversed(simplified(english).split()))] = person

    def find(self, letters: str, start: int, end: int) -> list[Naming]:
        found: list[Naming] = []
        for place in range(start, end):
            for first in self._near_firsts(letters[place]):
                found += self._at(letters, place, first)
        found += (
            Naming(match.start(), match.end(), self._latin[match.group()], FULL)
            for match in self._latin_names.finditer(letters, start, end)
        )
        return found

    def _near_firsts(self, character: str) -> tuple[str, ...]:
        known = self._firsts.get(character)
        if known is None:
            sound = sound_of(character)
            known = tuple(
                first
                for first in {*self._full, *self._surnames, *self._given}
                if alike(sound, sound_of(first)) >= _LIKE_FIRST
            )
            self._firsts[character] = known
        return known

    def _at(self, letters: str, place: int, first: str) -> Iterable[Naming]:
        for name, person in self._full.get(first, ()):
            end = place + len(name)
            if _likeness(letters[place:end], name) >= _LIKE.get(len(name), _LIKE_LONG):
                yield Naming(place, end, person, FULL)
        for name, person in self._given.get(first, ()):
            end = place + len(name)
            if _likeness(letters[place:end], name) == 1.0:
                yield Naming(place, end, person, GIVEN)
        for surname, person in self._surnames.get(first, ()):
            end = place + len(surname)
            if _likeness(letters[place:end], surname) == 1.0:
                titled = self._titles.search(letters, end, end + _TITLE_WITHIN + 2)
                if titled is not None and titled.start() <= end + _TITLE_WITHIN:
                    yield Naming(place, titled.end(), person, TITLED)


def _likeness(heard: str, name: str) -> float:
    if len(heard) != len(name):
        return 0.0
    return sum(alike(sound_of(one), sound_of(other)) for one, other in zip(heard, name, strict=True)) / len(
        name
    )


def _merged(near: Iterable[int], length: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for place in sorted(set(near)):
        start, end = max(0, place - _WINDOW), min(length, place + _WINDOW // 2)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
