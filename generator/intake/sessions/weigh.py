"""How well a place suits the beginning or the end of a session, of the programme or not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from generator.intake.sessions.items import Item
from generator.intake.sessions.namings import FULL, Namings
from generator.intake.sessions.places import End, Start
from generator.intake.sessions.plain import Plain, tokens
from generator.intake.sessions.sayings import SayingKind, Sayings
from generator.model.identifiers import PersonId
from generator.model.session import SessionKind

_BEFORE = 350  # letters of the host's words that introduce a session
_FIRST_WORDS = 60
_FIRST_SENTENCES = 150
_WELL_TITLED = 0.35  # the part of a session's words that a host says who introduces it fully
_TITLED = 3.0
_KNOWN = 1.0
_STRANGE = -2.0
_CONFLICT = -2.5
_MOST_NAMED = 4.5
_NAMED_BEFORE = 0.4
_STAMPED = 4.0
_STOPS = 2.0
_SILENT = -1.5
_SHORT = {
    SessionKind.TALK: (400, 900),
    SessionKind.PANEL: (600, 1500),
    SessionKind.ADDRESS: (60, 120),
    SessionKind.QA: (60, 150),
}
_SHORTEST = (20, 40)
_UNKNOWN = (60, 250)
_NO_SESSION = -8.0
LONGEST_BRIEF = 3000
"""What has so many letters is not too short for anything."""
_LETTERS_A_MINUTE = 180
_MUCH_TOO_SHORT = 0.15
_THANKS_END = 2.0
_CALLED = 1.5
_UNCALLED = -2.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a place says of a session that the programme does not have.

    Attributes:
        weight: How well it would begin here.
        kind: What it would be.
        people: Who would speak.
    """

    weight: float
    kind: SessionKind
    people: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class _Introduced:
    """What is said around a beginning."""

    told: dict[PersonId, float]
    last: PersonId | None
    introduces: dict[PersonId, float]
    titled: dict[int, float]
    address: bool
    panel: bool
    ceremony: bool
    several: bool


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named where.

    Attributes:
        namings: In what is said.
        stamped: By the file's format, where it names another speaker than before; None if it is nobody known.
    """

    namings: Namings
    stamped: Mapping[int, PersonId | None]


class Weigher:
    """Weighs the places of one text for the items of one programme."""

    def __init__(
        self, plain: Plain, sayings: Sayings, items: Sequence[Item], named: Named, ends: Sequence[End]
    ) -> None:
        """Hold what is known of the text and of the programme."""
        self._plain = plain
        self._sayings = sayings
        self._items = items
        self._namings = named.namings
        self._stamped = named.stamped
        self._stamps = sorted(named.stamped)
        self._turns = sorted(
            [one.thanked_to for one in ends if one.thanked >= _THANKS_END]
            + [one.place for one in ends if one.ended >= _THANKS_END]
        )
        counts = Counter(word for item in items for word in item.words)
        self._rare = {word: log(1 + len(items) / count) for word, count in counts.items()}
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, item in enumerate(items):
            for word in item.words:
                self._having[word].append(number)

    def start(self, start: Start) -> tuple[list[float], Proposal]:
        """Weigh a beginning for each item, and for what the programme does not have."""
        around = self._introduced(start.place)
        weights = [self._start_of(start, around, number) for number in range(len(self._items))]
        return weights, self._proposed(start, around)

    def end(self, end: End, kind: SessionKind, item: Item | None) -> float:
        """Weigh an end for an item, or for what the programme does not have."""
        weight = self._closing_words(end, kind) + end.changes + self._stops(end, item)
        if kind in {SessionKind.PANEL, SessionKind.CEREMONY}:
            weight += 2.5 * end.seated
        if kind is SessionKind.FILM:
            weight += 3.0 * end.resumed
        if end.thanked:
            weight += end.thanked + self._thanked(end, kind, item)
        return weight + 1.5 * end.closed + 0.5

    @staticmethod
    def brief(kind: SessionKind, item: Item | None, letters: int) -> float:
        """Weigh how short a session would be: nothing, or less."""
        much, little = _SHORT.get(kind, _SHORTEST)
        if item is None and kind is SessionKind.TALK:
            much, little = _UNKNOWN
        if item is not None and item.session.parent is not None:
            much, little = _SHORTEST
        weight = _NO_SESSION if letters < much else -1.0 if letters < little else 0.0
        if item is not None and item.minutes is not None:
            weight -= 1.5 * (letters < min(LONGEST_BRIEF, _MUCH_TOO_SHORT * item.minutes * _LETTERS_A_MINUTE))
        return weight

    def _stops(self, end: End, item: Item | None) -> float:
        """What it says that the format names somebody else from here on, and who spoke before."""
        if not end.changes or item is None:
            return 0.0
        index = bisect_left(self._stamps, end.place)
        before = self._stamped[self._stamps[index - 1]] if index else None
        return _STOPS if before in item.people else 0.0

    def _closing_words(self, end: End, kind: SessionKind) -> float:
        if kind is SessionKind.FILM:
            return 0.0
        if kind is SessionKind.PANEL and not end.farewell:
            return min(end.ended, 0.5)
        return end.ended + 1.5 * end.farewell

    def _thanked(self, end: End, kind: SessionKind, item: Item | None) -> float:
        told = self._namings.told(end.place, end.thanked_to)
        if kind in {SessionKind.PANEL, SessionKind.CEREMONY}:
            panel = self._sayings[SayingKind.PANEL].any_within(end.place, end.thanked_to + _FIRST_WORDS // 2)
            return 1.5 * (panel or end.several) if end.several or not told else -3.0
        if end.several:
            return -1.0
        if item is None or not told:
            return 0.0
        own = max((told.get(person, 0.0) for person in item.people), default=0.0)
        return min(own, 2.5) + 0.5 if own else _CONFLICT

    def _introduced(self, place: int) -> _Introduced:
        begun = max(0, place - _BEFORE)
        index = bisect_right(self._turns, place)
        if index:
            begun = max(begun, min(self._turns[index - 1], place))
        told = self._namings.told(begun, place)
        introduces: dict[PersonId, float] = {}
        for _, end in self._sayings[SayingKind.INTRODUCTION].within(place, place + _FIRST_WORDS):
            for one in self._namings.within(end, end + 12):
                introduces[one.person] = max(introduces.get(one.person, 0.0), one.tells)
        last = self._last_named(begun, place)
        stamped = self._stamped.get(place)
        if stamped is not None:
            introduces[stamped], last = _STAMPED, stamped
        return _Introduced(
            told,
            last,
            introduces,
            self._titled(self._plain.letters[begun : place + _FIRST_SENTENCES]),
            self._sayings[SayingKind.ADDRESS].any_within(begun, place),
            self._sayings[SayingKind.PANEL].any_within(begun, place + _FIRST_WORDS),
            self._sayings[SayingKind.CEREMONY].any_within(begun, place + _FIRST_SENTENCES),
            self._sayings[SayingKind.SEVERAL].any_within(max(begun, place - _FIRST_WORDS), place),
        )

    def _last_named(self, start: int, end: int) -> PersonId | None:
        """Who is named in full last: hosts name others too, before they come to whom they invite."""
        named = [one for one in self._namings.within(start, end) if one.tells >= FULL]
        return max(named, key=lambda one: one.end).person if named else None

    def _titled(self, letters: str) -> dict[int, float]:
        """How much of each item's words is said in a part."""
        said: dict[int, float] = defaultdict(float)
        for word in tokens(letters):
            for number in self._having.get(word, ()):
                said[number] += self._rare[word]
        whole = {number: sum(self._rare[word] for word in self._items[number].words) for number in said}
        return {
            number: _TITLED * min(1.0, much / whole[number] / _WELL_TITLED) for number, much in said.items()
        }

    def _start_of(self, start: Start, around: _Introduced, number: int) -> float:
        item = self._items[number]
        named = [around.told.get(person, 0.0) for person in item.people]
        if around.last is not None and around.last not in item.people:
            named = [much * _NAMED_BEFORE for much in named]
        presents = max((around.introduces.get(person, 0.0) for person in item.people), default=0.0)
        known = min(_MOST_NAMED, sum(named)) + presents + around.titled.get(number, 0.0)
        weight = known if known >= _KNOWN else known + _STRANGE
        if item.people and around.last is not None and around.last not in item.people:
            weight += _CONFLICT
        return weight + _manner(start, around, item.kind)

    def _proposed(self, start: Start, around: _Introduced) -> Proposal:
        people = (around.last,) if around.last is not None else ()
        several = tuple(person for person, much in around.told.items() if much >= FULL)
        kinds = [SessionKind.ADDRESS if around.address else SessionKind.TALK]
        if start.film:
            kinds.append(SessionKind.FILM)
        if start.asked:
            kinds.append(SessionKind.QA)
        if around.panel:
            kinds.append(SessionKind.PANEL)
        if around.ceremony and around.several:
            kinds.append(SessionKind.CEREMONY)
        kind = max(kinds, key=lambda one: _manner(start, around, one))
        weight = _manner(start, around, kind)
        if start.called < _CALLED and kind not in {SessionKind.FILM, SessionKind.QA}:
            weight += _UNCALLED
        return Proposal(weight - bool(people), kind, _speaking(kind, people, several))


def _speaking(
    kind: SessionKind, last: tuple[PersonId, ...], several: tuple[PersonId, ...]
) -> tuple[PersonId, ...]:
    if kind in {SessionKind.FILM, SessionKind.QA}:
        return ()
    return several if kind in {SessionKind.PANEL, SessionKind.CEREMONY} else last


def _manner(start: Start, around: _Introduced, kind: SessionKind) -> float:
    """What the form of a beginning says for a kind of session."""
    weight = start.changes + start.called + start.greets
    if not (start.called or start.greets or start.changes or start.asked):
        weight += _SILENT
    if kind is SessionKind.FILM:
        return start.changes + (3.5 if start.film else start.called - 2.0)
    if kind is SessionKind.QA:
        return weight + 3.0 * start.asked - 1.0
    if kind is SessionKind.PANEL:
        return weight + (1.5 if around.panel else -1.0)
    if kind is SessionKind.CEREMONY:
        return weight + (1.5 if around.ceremony else -1.0)
    return weight
