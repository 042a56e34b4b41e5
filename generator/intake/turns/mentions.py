"""Where the people of a panel are named, and what the words around say: spoken to, thanked, introduced."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from generator.intake.names.words import Dictionary, Edges
from generator.intake.sessions.plain import alternation
from generator.intake.settings import Settings
from generator.intake.turns.panel import Call, CallKind
from generator.language.ideographs import IDEOGRAPHS
from generator.language.sound import alike, likeness, sound_of
from generator.model.identifiers import PersonId

_TELLS = {
    CallKind.FULL: 1.3,
    CallKind.GIVEN: 1.0,
    CallKind.SURNAME: 1.0,
    CallKind.FAMILIAR: 0.8,
    CallKind.BELONGING: 0.6,
}
_LIKE = {1: 1.0, 2: 0.9, 3: 0.82}
_LIKE_LONG = 0.8
_LIKE_ADDRESSED = 0.8
_LIKE_BELONGING = 0.85
_SAME_SOUND = 0.94
_LIKE_FIRST = 0.65
_ONLY_BY_SOUND = 0.8  # of what a name tells whose characters are other ones
_BEFORE = 8  # letters between a word of address and the name
_AFTER = 4
_THANKED = 4
_WORD = 2  # letters of a word that may be one by chance
_INTRODUCED = 25
_INTRODUCED_BELONGING = 12
_CLOSELY = 2


class Said(StrEnum):
    """How somebody is named."""

    ADDRESSED = "addressed"
    THANKED = "thanked"
    INTRODUCED = "introduced, by themselves"
    REPORTED = "spoken of"
    NAMED = "named"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A place where somebody of the panel is named.

    Attributes:
        start: Where, in letters.
        end: Where the name ends; not included.
        person: Who; where a form fits several people, there is a mention of each.
        kind: By what.
        said: How.
        tells: How much it tells that this person is meant: 1 for a name that fits nobody else.
    """

    start: int
    end: int
    person: PersonId
    kind: CallKind
    said: Said
    tells: float


@dataclass(frozen=True, slots=True)
class _Heard:
    start: int
    end: int
    call: Call
    like: float


class Finder:
    """Finds mentions in a text that is reduced to its letters."""

    def __init__(self, calls: Iterable[Call], settings: Settings) -> None:
        """Learn what people are called by."""
        self._by_first: dict[str, list[Call]] = defaultdict(list)
        latin: dict[str, list[Call]] = defaultdict(list)
        for call in calls:
            if IDEOGRAPHS.fullmatch(call.letters):
                self._by_first[call.letters[0]].append(call)
            else:
                latin[call.letters.replace(" ", "")].append(call)
        self._latin = latin
        self._latin_names = re.compile("|".join(_latin(name) for name in sorted(latin, key=_long)) or r"(?!)")
        self._firsts: dict[str, tuple[str, ...]] = {}
        self._titles = alternation(settings.words("hosts", "titles"))
        words = settings.words
        self._title = alternation([*words("hosts", "titles"), *words("turns", "familiar_titles")])
        self._no_names = alternation(words("turns", "no_names"))
        self._no_introductions = alternation(words("turns", "no_introductions"))
        self._introductions = alternation(words("turns", "introductions"))
        self._before = {
            said: alternation(words("turns", key))
            for said, key in (
                (Said.THANKED, "thanks"),
                (Said.REPORTED, "reports"),
                (Said.ADDRESSED, "addresses_before"),
                (Said.NAMED, "addresses_often_before"),
            )
        }
        self._leads = alternation([*words("turns", "leads"), *words("turns", "addresses_often_before")])
        self._after = alternation(words("turns", "addresses_after"))
        self._often_after = alternation(words("turns", "addresses_often_after"))
        self._dictionary = _dictionary()

    def find(self, letters: str) -> tuple[Mention, ...]:
        """Return all mentions, from left to right."""
        signs = _Signs(
            {said: _ends(pattern, letters) for said, pattern in self._before.items()},
            _ends(self._introductions, letters),
        )
        edges = Edges.of(letters, self._dictionary)
        barred = {at for match in self._no_names.finditer(letters) for at in range(*match.span())}
        found: list[Mention] = []
        heard = [one for one in self._by_sound(letters) if self._stands(letters, one, edges, signs)]
        for one in _longest([*heard, *self._by_letters(letters)]):
            if barred.isdisjoint(range(one.start, one.end)):
                found += self._mentions(letters, one, signs)
        return tuple(sorted(found))

    def _stands(self, letters: str, heard: _Heard, edges: Edges, signs: _Signs) -> bool:
        """Whether what only sounds like a name is neither a word of the language nor a part of one."""
        if heard.like == 1.0 or heard.call.kind is CallKind.SURNAME:
            return True
        if not edges.within(heard.start, heard.end):
            return False
        words = letters[heard.start : heard.end]
        if heard.call.kind is not CallKind.BELONGING and heard.like > _SAME_SOUND:
            asked = signs.nearest(signs.before[Said.ADDRESSED], heard.start)
            thanked = signs.nearest(signs.before[Said.THANKED], heard.start)
            if asked <= _THANKED or thanked <= _CLOSELY or self._title.match(letters, heard.end):
                return True
        return len(words) > _WORD or words not in self._dictionary or self._dictionary.is_name(words)

    def _by_letters(self, letters: str) -> Iterator[_Heard]:
        for match in self._latin_names.finditer(letters):
            for call in self._latin[match.group().replace(" ", "")]:
                yield _Heard(match.start(), match.end(), call, 1.0)

    def _by_sound(self, letters: str) -> Iterator[_Heard]:
        for place, letter in enumerate(letters):
            for first in self._near_firsts(letter):
                for call in self._by_first[first]:
                    heard = self._heard(letters, place, call)
                    if heard is not None:
                        yield heard

    def _near_firsts(self, letter: str) -> tuple[str, ...]:
        known = self._firsts.get(letter)
        if known is None:
            sound = sound_of(letter)
            known = tuple(
                sorted(first for first in self._by_first if alike(sound, sound_of(first)) >= _LIKE_FIRST)
            )
            self._firsts[letter] = known
        return known

    def _heard(self, letters: str, place: int, call: Call) -> _Heard | None:
        end = place + len(call.letters)
        heard = letters[place:end]
        like = 1.0 if heard == call.letters else _alike(heard, call.letters) * (1 - 1e-6)
        if call.kind is CallKind.SURNAME:
            title = self._titles.match(letters, end)
            return _Heard(place, title.end(), call, like) if title and like >= _LIKE[1] - 1e-3 else None
        if call.kind is CallKind.FAMILIAR:
            return _Heard(place, end, call, like) if heard == call.letters else None
        enough = _LIKE.get(len(heard), _LIKE_LONG)
        if call.kind is CallKind.BELONGING:
            enough = max(enough, _LIKE_BELONGING)
        if call.kind is CallKind.GIVEN:
            enough = _LIKE_ADDRESSED
        return _Heard(place, end, call, like) if like >= enough - 1e-3 else None

    def _mentions(self, letters: str, heard: _Heard, signs: _Signs) -> Iterator[Mention]:
        said = self._said(letters, heard, signs)
        kind = heard.call.kind
        exact = heard.like == 1.0
        if kind is CallKind.GIVEN and heard.like < _LIKE[2] and said not in {Said.ADDRESSED, Said.THANKED}:
            return
        if kind is CallKind.FAMILIAR and said not in {Said.ADDRESSED, Said.THANKED}:
            return
        tells = _TELLS[kind] * (1.0 if exact else _ONLY_BY_SOUND * heard.like) / len(heard.call.people)
        for person in sorted(heard.call.people):
            yield Mention(heard.start, heard.end, person, kind, said, tells)

    def _said(self, letters: str, heard: _Heard, signs: _Signs) -> Said:
        introduced = signs.nearest(signs.introductions, heard.start)
        longest = _INTRODUCED_BELONGING if heard.call.kind is CallKind.BELONGING else _INTRODUCED
        close = heard.call.kind in {CallKind.FULL, CallKind.BELONGING}
        longest = longest if close else _CLOSELY
        if introduced <= longest and not self._no_introductions.search(
            letters, heard.start - introduced, heard.start
        ):
            return Said.INTRODUCED
        before = {said: signs.nearest(ends, heard.start) for said, ends in signs.before.items()}
        asked = before[Said.ADDRESSED]
        thanked = before[Said.THANKED]
        leads_on = (
            self._leads.search(letters, heard.start - thanked, heard.start) if thanked <= _THANKED else None
        )
        if thanked <= min(_THANKED, asked) and not leads_on:
            return Said.THANKED
        spoken_to = self._after.match(letters, heard.end) is not None
        if before[Said.REPORTED] <= min(_CLOSELY, asked) and not spoken_to:
            return Said.REPORTED
        if asked <= _CLOSELY or spoken_to:
            return Said.ADDRESSED
        if heard.call.kind is CallKind.BELONGING:
            return Said.NAMED
        near = asked <= _BEFORE or before[Said.NAMED] <= _CLOSELY
        after = self._often_after.search(letters, heard.end, heard.end + _AFTER + 2)
        return Said.ADDRESSED if near or (after is not None and after.start() == heard.end) else Said.NAMED


@dataclass(frozen=True, slots=True)
class _Signs:
    """Where telling words end."""

    before: dict[Said, list[int]]
    introductions: list[int]

    def nearest(self, ends: Sequence[int], place: int) -> int:
        """Return how many letters stand between the last of some words and a place; many if there is none."""
        index = bisect_left(ends, place + 1)
        return place - ends[index - 1] if index else 1_000


def _ends(pattern: re.Pattern[str], letters: str) -> list[int]:
    return [match.end() for match in pattern.finditer(letters)]


def _longest(found: Iterable[_Heard]) -> Iterator[_Heard]:
    """Leave out what lies within something longer of the same person, or was heard worse."""
    taken: dict[int, list[_Heard]] = defaultdict(list)
    for one in sorted(found, key=lambda one: (one.start - one.end, -one.like, one.start)):
        over = [other for at in range(one.start, one.end) for other in taken[at]]
        if any(other.call.people & one.call.people or _better(other, one) for other in over):
            continue
        for at in range(one.start, one.end):
            taken[at].append(one)
        yield one


def _better(one: _Heard, other: _Heard) -> bool:
    return one.end - one.start > other.end - other.start or one.like > other.like


def _latin(name: str) -> str:
    return r"(?<![a-z])" + " ?".join(map(re.escape, name)) + r"(?![a-z])"


def _long(name: str) -> tuple[int, str]:
    return -len(name), name


@cache
def _dictionary() -> Dictionary:
    """Return the words of the language; to read it takes a while."""
    return Dictionary()


@cache
def _alike(heard: str, name: str) -> float:
    return likeness(heard, name)
