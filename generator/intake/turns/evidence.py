"""Where turns may begin, and what speaks for each speaker before and after."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.intake.sessions.plain import Plain
from generator.intake.turns.mentions import Mention, Said
from generator.intake.turns.panel import CallKind
from generator.intake.turns.signs import Closing, Opening, Signs
from generator.model.identifiers import PersonId

_THANKED_WITHIN = 6
_FOLLOWS_WITHIN = 80
_AHEAD = 160
_ASKED_WITHIN = 40
_ASKS_HERE = 2.0
_CALLED_FOR = 10  # letters from there to the end of the name
_PUNCTUATED = 40  # letters between two pauses, at most, of a text that shows them
_WORD = 2  # letters of a word that may be one by itself
_A_LETTER = 0.004

_MODERATING, _ASKING, _ANSWERING = 1.2, 0.8, 0.35
_ADDRESSED = 3.0
_NAMED = 0.7
_NOT_ADDRESSED = 0.6
_OWN_NAME = -2.0
_INTRODUCED = 6.0
_INTRODUCED_BY_BELONGING = 3.0
_BELONGING = 0.35
_OWN_BELONGING = 1.2
_OWN = "我们"
_OWN_WITHIN = 3


@dataclass(slots=True)
class Weights:
    """How much a stretch speaks for who speaks.

    Attributes:
        asker: For somebody who asks rather than answers.
        asked: For that the asker speaks to a person.
        speaker: For that a person speaks as one who answers.
        leader: For that the moderator speaks: more than for any asker.
    """

    asker: float = 0.0
    leader: float = 0.0
    asked: dict[PersonId, float] = field(default_factory=dict)
    speaker: dict[PersonId, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a turn may begin.

    Attributes:
        at: Where, in letters.
        pause: How much the text pauses there: 0 as expected, less where it does not.
        closing: What would end.
        opening: What would begin.
        called: Whose name the last letters are that would end, with how much that tells.
        thanked: Who is thanked in what would begin, with how much that tells.
        thanks_leader: How much it tells that the moderator is.
        follows: The same person is asked once more.
        alone: What stands between this and the place before is nothing but short replies.
        asked_on: Somebody is called here, and the question to them is still to come.
    """

    at: int
    pause: float
    closing: Closing
    opening: Opening
    called: dict[PersonId, float]
    thanked: dict[PersonId, float]
    thanks_leader: float
    follows: bool
    alone: bool
    asked_on: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a text tells.

    Attributes:
        places: Where turns may begin; the first is the beginning.
        weights: For each place, of the stretch from it to the next.
        audience_from: From which place on the audience may ask; behind the last where it may not.
    """

    places: tuple[Place, ...]
    weights: tuple[Weights, ...]
    audience_from: int


def gather(
    plain: Plain,
    pauses: Sequence[int],
    signs: Signs,
    mentions: Sequence[Mention],
    moderator: PersonId | None,
    *,
    audience: bool,
) -> Evidence:
    """Look where turns may begin and what speaks for whom.

    Args:
        plain: The session's words.
        pauses: Places before which something stands that is no letter, such as a comma.
        signs: What was found in it.
        mentions: Who is named in it.
        moderator: Who leads, if known.
        audience: Whether the audience may ask from the beginning.
    """
    places = _places(plain, pauses, signs, mentions, moderator, audience=audience)
    starts = [place.at for place in places]
    weights = [Weights() for _ in places]
    for (start, end), one in zip(pairwise([*starts, len(plain)]), weights, strict=True):
        one.asker -= _A_LETTER * (end - start)
    scale = (
        (_but_for(signs.taken_up, signs.moderating), "leader", _MODERATING),
        (signs.inquiring, "asker", _MODERATING),
        (_but_for(signs.taken_up, signs.asking), "asker", _ASKING),
        (signs.answering, "asker", -_ANSWERING),
    )
    for spans, field_, much in scale:
        for _, end in spans:  # a phrase with a gap begins where its last words are
            one = weights[bisect_right(starts, end - 1) - 1]
            setattr(one, field_, getattr(one, field_) + much)
    for mention in mentions:
        _weigh(weights[bisect_right(starts, mention.start) - 1], mention, plain.letters, moderator)
    asked = signs.audience_asked[0][0] if signs.audience_asked else len(plain)
    return Evidence(tuple(places), tuple(weights), 0 if audience else bisect_left(starts, asked))


def _but_for(others: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that lie in none of others, which do not overlap."""
    ends = [end for _, end in others]
    found = []
    for start, end in spans:
        index = bisect_left(ends, end)
        if index == len(others) or others[index][0] > start:
            found.append((start, end))
    return found


def _weigh(weights: Weights, mention: Mention, letters: str, moderator: PersonId | None) -> None:
    who, tells = mention.person, mention.tells
    belongs = mention.kind is CallKind.BELONGING

    def add(to: dict[PersonId, float], much: float) -> None:
        to[who] = to.get(who, 0.0) + much

    if mention.said is Said.INTRODUCED:
        much = _INTRODUCED_BY_BELONGING * tells / 0.6 if belongs else _INTRODUCED * tells
        if who == moderator:
            weights.leader += much
        else:
            add(weights.speaker, much)
        return
    if who == moderator:
        weights.leader -= 0.0 if belongs else 1.5 * tells
        return
    if belongs:
        own = letters[max(0, mention.start - len(_OWN) - _OWN_WITHIN) : mention.start]
        add(weights.speaker, (_OWN_BELONGING if _OWN in own else _BELONGING) * tells)
    elif mention.said is not Said.THANKED:
        add(weights.speaker, _OWN_NAME * tells)
    if mention.said is Said.ADDRESSED:
        add(weights.asked, _ADDRESSED * tells)
        weights.asker += (0.3 if belongs else 0.6) * tells
    elif mention.said is Said.NAMED:
        add(weights.asked, _NAMED * tells)
    elif mention.said is Said.THANKED:
        add(weights.speaker, _OWN_NAME * tells)


def _places(
    plain: Plain,
    pauses: Sequence[int],
    signs: Signs,
    mentions: Sequence[Mention],
    moderator: PersonId | None,
    *,
    audience: bool,
) -> list[Place]:
    paused = set(pauses)
    punctuated = len(paused) * _PUNCTUATED > len(plain)
    candidates = {*plain.breaks, *paused} if plain.breathed or punctuated else {*paused}
    calls: dict[int, dict[PersonId, float]] = {}
    for one in mentions:
        if one.person != moderator and one.said in {Said.ADDRESSED, Said.NAMED, Said.INTRODUCED}:
            end = signs.titled(one.end)
            if not punctuated or plain.is_break(end) or end in paused:
                whom = calls.setdefault(end, {})
                whom[one.person] = max(whom.get(one.person, 0.0), one.tells)
    candidates |= {start for start, _ in signs.openings} | set(calls)
    candidates |= set(signs.ended("pointing")) if signs.audience_asked or audience else set()
    candidates |= set(signs.ended("question_ends")) | set(signs.ended("closings"))
    asking = [(end, end) for end in signs.ended("question_ends") if end in paused or plain.is_break(end)]
    found = [
        Place(
            0,
            0.0,
            signs.closing(0),
            signs.opening(0),
            {},
            {},
            0.0,
            follows=False,
            alone=False,
            asked_on=False,
        )
    ]
    for at in sorted({at + (plain.letters[at : at + 1] == " ") for at in candidates}):
        if not 0 < at < len(plain):
            continue
        opening, closing = signs.opening(at), signs.closing(at, paused=at in paused or plain.is_break(at))
        called = calls.get(at, {}) if opening.end > at or opening.any else {}
        telling = closing.asks or closing.closes or closing.points or called
        paused_here = at in paused or plain.is_break(at)
        begins = opening.any if paused_here else opening.tells or opening.end >= at + _WORD
        if not telling and not begins:
            continue
        before = found[-1]
        thanked = _thanked(mentions, at, opening.end + _THANKED_WITHIN)
        leader = thanked.pop(moderator, 0.0) if moderator else 0.0
        found.append(
            Place(
                at,
                _pause(plain, at, paused, punctuated=punctuated, replied=before.opening.end >= at),
                closing,
                opening,
                called,
                thanked,
                leader,
                follows=_within(signs.follow_ups, at, _FOLLOWS_WITHIN),
                alone=before.opening.end >= at and before.opening.replies > 0 and not closing.closes,
                asked_on=bool(called or closing.requests)
                and closing.asks < _ASKS_HERE
                and (
                    _within(asking, at, _ASKED_WITHIN)
                    or (not opening.answers and not opening.replies and _asked_for(signs, at))
                ),
            )
        )
    return found


def _pause(plain: Plain, at: int, paused: set[int], *, punctuated: bool, replied: bool) -> float:
    """Return how much a text pauses at a place; where only a reply was said since it did, nearly as much."""
    if plain.breathed:
        return 0.0 if plain.is_break(at) else -1.0 if at in paused else -3.0
    if punctuated:
        return 0.3 if plain.is_break(at) else 0.0 if at in paused else -0.7 if replied else -2.5
    return 0.5 if at in paused else 0.0


def _thanked(mentions: Sequence[Mention], at: int, end: int) -> dict[PersonId, float]:
    first = bisect_left(mentions, at, key=lambda one: one.start)
    found: dict[PersonId, float] = {}
    for one in mentions[first:]:
        if one.start > end:
            break
        if one.said is Said.THANKED:
            found[one.person] = max(found.get(one.person, 0.0), one.tells)
    return found


def _asked_for(signs: Signs, at: int) -> bool:
    """Whether whose name ends at a place is called for a question."""
    index = bisect_right(signs.asking_for, at)
    return index > 0 and at - signs.asking_for[index - 1] <= _CALLED_FOR


def _within(spans: Sequence[tuple[int, int]], at: int, near: int) -> bool:
    index = bisect_left(spans, (at, 0))
    return index < len(spans) and spans[index][0] < at + near
