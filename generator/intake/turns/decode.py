"""The likeliest order of speakers: the moderator asks, somebody answers, and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp
from operator import mul

from generator.intake.turns.evidence import Evidence, Place
from generator.intake.turns.parts import Part, Speaker
from generator.intake.turns.signs import Opening
from generator.model.identifiers import PersonId

_NEVER = float("-inf")
_CHANGE = 3.2
_NEXT_CHANGE = 5.7
_SAME_AGAIN = 0.4
_MEANT = 0.3
_CHOSEN = 1.0
_MEANT_OTHER = 3.5
_MEANT_NOBODY = 0.8
_UNKNOWN = 0.3
_PACE_NEXT = 1.4
_ASKED_ON = 1.5
_BEGINS, _BEGINS_OTHERWISE = 2.0, -1.0


@dataclass(frozen=True, slots=True)
class State:
    """Who speaks, and to whom.

    Attributes:
        part: As what.
        person: Who answers, or who is asked; None for somebody unknown.
    """

    part: Part
    person: PersonId | None

    @property
    def speaker(self) -> Speaker:
        """Who speaks, whomever to."""
        return self.part, self.person if self.part is Part.ANSWERS else None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text that one person speaks.

    Attributes:
        first: The place where it begins, by number.
        last: The place where the next begins.
        state: Who speaks.
        margin: How much better this is than the best where somebody else speaks here.
        ahead: How much better it is than the best where somebody else does the same here.
    """

    first: int
    last: int
    state: State
    margin: float
    ahead: float


@dataclass(frozen=True, slots=True)
class Decoded:
    """A whole session.

    Attributes:
        stretches: Who speaks where.
        fit: How well that fits all that the text tells.
        chances: For each place, how likely who speaks there, over all ways in which they may have spoken.
    """

    stretches: tuple[Stretch, ...]
    fit: float
    chances: tuple[Mapping[Speaker, float], ...]


def decode(
    evidence: Evidence,
    people: Sequence[PersonId],
    begins: Part = Part.LEADS,
    sounds: Sequence[Mapping[Speaker, float]] = (),
    pace: float = 0.0,
) -> Decoded:
    """Return who speaks where, as it fits best.

    Args:
        evidence: The places and what they tell.
        people: Who may answer.
        begins: As what who speaks first most likely speaks.
        sounds: For each place, how much it sounds like each voice.
        pace: How much easier the turns change than where everybody speaks for minutes.
    """
    after_talk = begins is Part.ANSWERS  # and then nobody unknown answers
    states = [
        State(part, one)
        for part in Part
        for one in (None, *people)
        if one or part is not Part.ANSWERS or not after_talk
    ]
    kept = [
        one for one in states if one.part is not Part.ASKS or evidence.audience_from < len(evidence.places)
    ]
    return _Decoder(evidence, kept, begins, sounds, pace).run()


class _Decoder:
    def __init__(
        self,
        evidence: Evidence,
        states: Sequence[State],
        begins: Part,
        sounds: Sequence[Mapping[Speaker, float]],
        pace: float,
    ) -> None:
        self._pace = pace
        self._begins = begins
        self._sounds = sounds
        self._evidence = evidence
        self._states = states
        self._usual = self._pairs(replace(evidence.places[0], called={}, thanked={}, follows=False))
        self._spoken = [
            [self._stretch(number, state) for state in states] for number in range(len(evidence.places))
        ]

    def run(self) -> Decoded:
        places = self._evidence.places
        forward: list[list[float]] = [
            [self._begin(one) + said for one, said in zip(self._states, self._spoken[0], strict=True)]
        ]
        came: list[list[int]] = [[]]
        size = range(len(self._states))
        for number in range(1, len(places)):
            change, before = self._changes(places[number]), forward[-1]
            best = [max(size, key=lambda one, to=to: before[one] + change[one][to]) for to in size]  # type: ignore[misc]
            came.append(best)
            forward.append(
                [before[best[to]] + change[best[to]][to] + self._spoken[number][to] for to in size]
            )
        backward = [[0.0 for _ in size]]
        for number in range(len(places) - 1, 0, -1):
            change, after = self._changes(places[number]), backward[-1]
            said = self._spoken[number]
            backward.append([max(change[one][to] + said[to] + after[to] for to in size) for one in size])
        backward.reverse()
        path = [max(size, key=lambda one: forward[-1][one])]
        for number in range(len(places) - 1, 0, -1):
            path.append(came[number][path[-1]])
        path.reverse()
        return Decoded(
            tuple(self._stretches(path, forward, backward)), max(forward[-1]), tuple(self._chances())
        )

    def _chances(self) -> Iterator[Mapping[Speaker, float]]:
        """Yield for each place how likely who speaks there."""
        size = range(len(self._states))
        said = [_powers(one) for one in self._spoken]
        places = self._evidence.places[1:]
        forward = [
            _parted([exp(self._begin(one)) * much for one, much in zip(self._states, said[0], strict=True)])
        ]
        for place, here in zip(places, said[1:], strict=True):
            move, before = self._moves(place), forward[-1]
            forward.append(
                _parted([here[to] * sum(before[one] * move[one][to] for one in size) for to in size])
            )
        backward = [[1.0 for _ in size]]
        for place, here in zip(reversed(places), reversed(said[1:]), strict=True):
            move = self._moves(place)
            after = [one * other for one, other in zip(backward[-1], here, strict=True)]
            backward.append(_parted([sum(map(mul, row, after)) for row in move]))
        for before, after in zip(forward, reversed(backward), strict=True):
            chances: dict[Speaker, float] = {}
            for state, much in zip(self._states, _parted(list(map(mul, before, after))), strict=True):
                chances[state.speaker] = chances.get(state.speaker, 0.0) + much
            yield chances

    def _begin(self, state: State) -> float:
        chosen = _CHOSEN if state.person is not None and state.part is not Part.ANSWERS else 0.0
        return (_BEGINS if state.part is self._begins else _BEGINS_OTHERWISE) - chosen

    def _stretches(
        self, path: Sequence[int], forward: list[list[float]], backward: list[list[float]]
    ) -> list[Stretch]:
        bounds = [0, *(n for n in range(1, len(path)) if path[n] != path[n - 1]), len(path)]
        found = []
        for first, last in pairwise(bounds):
            state = self._states[path[first]]
            inside = {first, (first + last) // 2, last - 1}
            margins = [self._margins(forward[one], backward[one], state) for one in sorted(inside)]
            margin, ahead = (max(values) for values in zip(*margins, strict=True))
            found.append(Stretch(first, last, state, margin, ahead))
        return found

    def _margins(
        self, forward: Sequence[float], backward: Sequence[float], state: State
    ) -> tuple[float, float]:
        totals = [one + other for one, other in zip(forward, backward, strict=True)]
        every = zip(self._states, totals, strict=True)
        others = [(one, total) for one, total in every if one.speaker != state.speaker]
        best = max(totals)
        anybody = max((total for _, total in others), default=_NEVER)
        like = max((total for one, total in others if one.part is state.part), default=_NEVER)
        return best - anybody, best - like

    def _stretch(self, number: int, state: State) -> float:
        """How well a stretch fits what somebody would say."""
        speaker = (Part.LEADS, None) if state.part is Part.ASKS else state.speaker  # all who ask sound alike
        sounds = self._sounds[number].get(speaker, 0.0) if self._sounds else 0.0
        return self._said(number, state) + sounds

    def _said(self, number: int, state: State) -> float:
        weights = self._evidence.weights[number]
        if state.part is Part.ANSWERS:
            others = max((much for who, much in weights.speaker.items() if who != state.person), default=0.0)
            own = weights.speaker.get(state.person, 0.0) if state.person else 0.0
            return own - max(0.0, others - 1.0)
        meant = weights.asked.get(state.person, 0.0) if state.person else 0.0
        introduced = max(0.0, max(weights.speaker.values(), default=0.0) - 1.0)
        if state.part is Part.ASKS:
            if number < self._evidence.audience_from:
                return _NEVER
            return weights.asker + meant - 0.5 * introduced
        return weights.asker + weights.leader + meant - introduced

    def _changes(self, place: Place) -> list[list[float]]:
        """How well every change fits a place; none costs nothing."""
        fits = {(one, other): fit(place) for (one, other), fit in _FITS.items()}
        named = place.called or place.thanked or place.follows
        pairs = self._pairs(place) if named else self._usual
        return [
            [
                0.0 if kind is None else fits[kind] + between if kind in fits else _NEVER
                for kind, between in row
            ]
            for row in pairs
        ]

    def _moves(self, place: Place) -> list[list[float]]:
        """Return how likely every change is at a place, beside none."""
        return [[exp(one) for one in row] for row in self._changes(place)]

    def _pairs(self, place: Place) -> list[list[tuple[tuple[Part, Part] | None, float]]]:
        """Return for every change as what people speak, and how well it fits them; None for no change."""
        return [
            [
                (None, 0.0)
                if one == other
                else ((one.part, other.part), _between(one, other, place) + self._quick(one, other))
                for other in self._states
            ]
            for one in self._states
        ]

    def _quick(self, one: State, other: State) -> float:
        return self._pace * (_PACE_NEXT if one.part is other.part else 1.0)


def _powers(values: Sequence[float]) -> list[float]:
    """Return likelihoods for what fits so well, as parts of the best."""
    most = max(values)
    return [exp(one - most) for one in values]


def _parted(values: Sequence[float]) -> list[float]:
    """Return values as parts of their sum."""
    total = sum(values)
    return [one / total for one in values]


def _answers(place: Place) -> float:
    """How well an answer begins here, after a question."""
    opening, closing = place.opening, place.closing
    asked = closing.asks * 1.0 + 0.7 * closing.words
    opened = _opens(opening) + min(2, opening.replies) * 0.9 - 0.8 * opening.leads
    asked = max(asked, 1.5 if place.called else 0.0) - _ASKED_ON * place.asked_on
    return asked + opened + 2.0 * place.thanks_leader + _common(place) - _CHANGE


def _replies(place: Place) -> float:
    """How well an answer begins here, after a question from the audience, who thank for it beforehand."""
    more = max(0.0, place.closing.asked - place.closing.asks)
    return _answers(place) + more - 1.2 * place.opening.parting


def _leads(place: Place) -> float:
    """How well the moderator begins here, after an answer."""
    opening, closing = place.opening, place.closing
    opened = 1.8 * opening.listened + 1.8 * opening.leads + min(2, opening.replies) * 0.8
    opened -= 1.0 * (opening.answers and not opening.leads) + 0.6 * (opening.often and not opening.leads)
    opened -= 1.2 * opening.parting
    thanks = (1.5 if place.thanked else 0.0) - 1.5 * place.thanks_leader
    return closing.closes + opened + thanks + _common(place) - _CHANGE


def _goes_on(place: Place) -> float:
    """How well somebody else answers, too."""
    opening, closing = place.opening, place.closing
    opened = 3.0 * opening.answers + min(2, opening.replies) * 0.5 - 1.0 * opening.leads
    return closing.closes + opened + _common(place) - _NEXT_CHANGE


def _points(place: Place) -> float:
    """How well somebody in the audience begins here, after the moderator."""
    opening, closing = place.opening, place.closing
    opened = 2.5 * opening.audience + min(2, opening.replies) * 0.5
    return closing.points + opened + _common(place) - _CHANGE


def _asks_on(place: Place) -> float:
    """How well somebody in the audience begins here, after an answer."""
    return place.closing.closes + 1.5 * place.opening.audience + _common(place) - _NEXT_CHANGE


def _takes_over(place: Place) -> float:
    """How well the moderator begins here, after a question from the audience."""
    opening = place.opening
    opened = 1.2 * opening.listened + 1.8 * opening.leads + min(2, opening.replies) * 0.8
    return 0.5 * place.closing.closes + opened + _common(place) - _CHANGE - 1.0


def _opens(opening: Opening) -> float:
    return 2.5 if opening.answers else 1.2 * opening.often


def _common(place: Place) -> float:
    return place.pause - 1.5 * place.alone


_FITS: dict[tuple[Part, Part], Callable[[Place], float]] = {
    (Part.LEADS, Part.ANSWERS): _answers,
    (Part.ASKS, Part.ANSWERS): _replies,
    (Part.ANSWERS, Part.LEADS): _leads,
    (Part.ANSWERS, Part.ANSWERS): _goes_on,
    (Part.LEADS, Part.ASKS): _points,
    (Part.ANSWERS, Part.ASKS): _asks_on,
    (Part.ASKS, Part.LEADS): _takes_over,
}


def _between(one: State, other: State, place: Place) -> float:
    """How well a change fits the people that it is between."""
    if other.part is Part.ANSWERS:
        unknown = _UNKNOWN if other.person is None else 0.0
        if one.part is Part.ANSWERS:
            return -unknown
        if one.person is None:
            return -unknown if other.person is None else -_MEANT_NOBODY
        if one.person == other.person:
            return _MEANT + (0.0 if place.asked_on else 1.5 * place.called.get(one.person, 0.0))
        return -_MEANT_OTHER
    chosen = _CHOSEN if other.person is not None else 0.0
    if one.part is not Part.ANSWERS:
        return -chosen
    thanked = 0.0
    if place.thanked:
        best = max(place.thanked.values())
        thanked = 2.0 * place.thanked.get(one.person, -0.75 * best) if one.person else 0.0
    same = one.person is not None and one.person == other.person
    again = (2.0 if place.follows else -_SAME_AGAIN) if same else 0.0
    return thanked + again - chosen
