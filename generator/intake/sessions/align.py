"""The programme laid along the places: what begins and ends where, so that all together suits best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.intake.sessions.items import Item
from generator.intake.sessions.places import End, Start
from generator.intake.sessions.weigh import LONGEST_BRIEF, Proposal, Weigher
from generator.model.identifiers import PersonId
from generator.model.session import SessionKind

_HOST = 1 / 300  # what a letter of the host costs: hosts are brief
_MISSING = 3.0
_MISSING_WITHIN = 1.5
_PROPOSED = 5.0
_PROPOSED_WITHOUT_PROGRAMME = 3.5
_UNENDED = -2.5


@dataclass(frozen=True, slots=True)
class Part:
    """Something found between two places.

    Attributes:
        item: The number of the programme's item; None where it has none.
        kind: What it is.
        people: Who speaks; of what is not in the programme.
        start: Where it begins, in letters.
        end: Where it ends; not included.
    """

    item: int | None
    kind: SessionKind
    people: tuple[PersonId, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Way:
    """The best way to a state: what it is worth, what is open, and what was found before."""

    worth: float
    open_since: int = 0
    proposal: Proposal | None = None
    found: _Link | None = None

    def plus(self, worth: float) -> _Way:
        return _Way(self.worth + worth, self.open_since, self.proposal, self.found)


@dataclass(frozen=True, slots=True)
class _Link:
    stretch: Part
    before: _Link | None


def align(
    starts: Sequence[Start], ends: Sequence[End], items: Sequence[Item], weigher: Weigher, length: int
) -> tuple[Part, ...]:
    """Choose where every item begins and ends.

    Between two things the host speaks, who is brief; an item may be missing, at a cost; what the programme
    does not have may be there, at a cost. Linear in the number of places.

    Args:
        starts: Where something may begin, in order.
        ends: Where something may end, in order.
        items: The programme.
        weigher: Weighs them.
        length: The number of letters.

    Returns:
        What was found, in order.
    """
    return _Aligner(items, weigher).run(starts, ends, length)


class _Open:
    """The ways by which something is on: the best of those that began long ago, and the younger ones.

    A younger one may be worth more so far, and less when it is found too short. Of those that are neither the
    oldest nor worth more than every older one, none can win.
    """

    def __init__(self) -> None:
        self._old: _Way | None = None
        self._young: list[_Way] = []

    def add(self, way: _Way) -> None:
        best = self._young[-1] if self._young else self._old
        if best is None or way.worth > best.worth:
            self._young.append(way)

    def ways(self, place: int) -> list[_Way]:
        grown = 0
        while grown < len(self._young) and place - self._young[grown].open_since >= LONGEST_BRIEF:
            self._old = self._young[grown]
            grown += 1
        del self._young[:grown]
        return [self._old, *self._young] if self._old else list(self._young)


class _Aligner:
    """States at a place: the host speaks, an item is on, or something else is; with how many items behind."""

    def __init__(self, items: Sequence[Item], weigher: Weigher) -> None:
        self._items = items
        self._weigher = weigher
        count = len(items)
        missing = [_MISSING if item.session.parent is None else _MISSING_WITHIN for item in items]
        self._skipped = [0.0]
        for cost in missing:
            self._skipped.append(self._skipped[-1] + cost)
        self._proposed = _PROPOSED if items else _PROPOSED_WITHOUT_PROGRAMME
        self._host: list[_Way | None] = [None] * (count + 1)
        self._host[0] = _Way(0.0)
        self._on = [_Open() for _ in range(count)]
        self._other: list[dict[SessionKind, _Open]] = [defaultdict(_Open) for _ in range(count + 1)]

    def run(self, starts: Sequence[Start], ends: Sequence[End], length: int) -> tuple[Part, ...]:
        beginnings = {one.place: one for one in starts}
        endings = {one.place: one for one in ends}
        before = 0
        for place in sorted({*beginnings, *endings}):
            spoken = (before - place) * _HOST
            self._host = [way and way.plus(spoken) for way in self._host]
            broken_off = list(self._host)
            if place:
                self._end(place, endings.get(place), broken_off)
            if place in beginnings and place < length:
                self._begin(beginnings[place], broken_off)
            before = place
        return self._best()

    def _end(self, place: int, end: End | None, broken_off: list[_Way | None]) -> None:
        for number, on in enumerate(self._on):
            for way in on.ways(place):
                item = self._items[number]
                stretch = Part(number, item.kind, (), way.open_since, place)
                self._close(way, stretch, item, (end, number + 1, broken_off))
        for behind, kinds in enumerate(self._other):
            for way in (way for on in kinds.values() for way in on.ways(place)):
                if way.proposal is not None:
                    kind = way.proposal.kind
                    stretch = Part(None, kind, way.proposal.people, way.open_since, place)
                    self._close(way, stretch, None, (end, behind, broken_off))

    def _close(
        self, way: _Way, stretch: Part, item: Item | None, where: tuple[End | None, int, list[_Way | None]]
    ) -> None:
        end, behind, broken_off = where
        worth = way.worth + self._weigher.brief(stretch.kind, item, stretch.end - stretch.start)
        closed = _Way(worth, found=_Link(stretch, way.found))
        broken_off[behind] = _better(broken_off[behind], closed.plus(_UNENDED))
        if end is not None:
            ended = closed.plus(self._weigher.end(end, stretch.kind, item))
            self._host[behind] = _better(self._host[behind], ended)
            broken_off[behind] = _better(broken_off[behind], ended)

    def _begin(self, start: Start, ready: list[_Way | None]) -> None:
        weights, proposal = self._weigher.start(start)
        best: _Way | None = None
        for number in range(len(self._items) + 1):
            way = ready[number]
            if way is not None:
                worth = way.worth + proposal.weight - self._proposed
                self._other[number][proposal.kind].add(_Way(worth, start.place, proposal, way.found))
                best = _better(best, way.plus(self._skipped[number]))
            if best is not None and number < len(self._items):
                worth = best.worth - self._skipped[number] + weights[number]
                self._on[number].add(_Way(worth, start.place, None, best.found))

    def _best(self) -> tuple[Part, ...]:
        best: _Way | None = None
        for behind, way in enumerate(self._host):
            if way is not None:
                best = _better(best, way.plus(self._skipped[behind] - self._skipped[-1]))
        found: list[Part] = []
        link = best.found if best else None
        while link is not None:
            found.append(link.stretch)
            link = link.before
        return tuple(reversed(found))


def _better(one: _Way | None, other: _Way) -> _Way:
    return other if one is None or other.worth > one.worth else one
