"""The turns of a session in which several people speak."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from generator.intake.division import Division, FoundSession, FoundTurn
from generator.intake.sessions.plain import Plain, alternation, plain_of, simplified
from generator.intake.step import Known
from generator.intake.text import Text
from generator.intake.turns.decode import Decoded, Stretch, decode
from generator.intake.turns.evidence import Evidence, gather
from generator.intake.turns.habits import NO_TALKS, Talks, Words, habits_of
from generator.intake.turns.labels import labels_of, turns_of
from generator.intake.turns.mentions import Finder, Mention, Said
from generator.intake.turns.panel import CallKind, Panel, calls_of, panel_of
from generator.intake.turns.parts import Part
from generator.intake.turns.questions import questions_from
from generator.intake.turns.signs import Signs
from generator.model.identifiers import PersonId
from generator.model.session import SessionKind

_MANY: Final = frozenset({SessionKind.PANEL, SessionKind.QA})
_BEFORE: Final = 600  # characters before a session in which its moderator may be introduced
_NAMED_WITHIN: Final = 25
_LEADS_BY: Final = 1.0
_WORD: Final = 4  # letters
_SURE_MARGIN: Final = 1.5
_SURE_AHEAD: Final = 3.0
_INTRODUCED: Final = 4.0
_ADDRESSED: Final = 3.0
_OWN: Final = 1.5
_OWN_BELONGING: Final = 0.5
_SURE_SAID: Final = 2.0
_SURE_LEAD: Final = 2.0
_SURE_CHANCE: Final = 0.8
_SIGNS: Final = "，。？！,?!"
_SIGNED: Final = 40  # letters between two signs, at most, of a text that has them
_PRESENT: Final = frozenset({Said.ADDRESSED, Said.THANKED, Said.INTRODUCED})
_ROUNDS: Final = 4  # in which voices are learned
_LONG_TURN: Final = 400.0  # letters, on the average; where turns are shorter, they change the more easily
_QUICKER: Final = 1.8
_FASTEST: Final = 1.0


def find_turns(
    text: Text, known: Known, session: FoundSession, talks: Talks = NO_TALKS
) -> tuple[FoundTurn, ...]:
    """Say who speaks where in a panel, or where the audience asks.

    Args:
        text: The words as the steps before left them.
        known: The forum with its programme; speakers that the format names.
        session: Where the session is.
        talks: How people speak who are heard elsewhere in the recording.

    Returns:
        Turns that cover the session from its start to its end without a gap; none where one person speaks.
    """
    if session.kind is SessionKind.TALK:
        return _after_talk(text, known, session)
    if session.kind not in _MANY:
        return ()
    return _Panel(text, known, session, talks).turns()


def with_turns(text: Text, known: Known, division: Division) -> Division:
    """Return a division whose panels have their turns."""
    talks = _talks(text, known, division)
    sessions = tuple(replace(one, turns=find_turns(text, known, one, talks)) for one in division.sessions)
    return replace(division, sessions=sessions)


def _talks(text: Text, known: Known, division: Division) -> Talks:
    """Return how those speak who give a talk by themselves; nothing where there is no panel."""
    if not any(one.kind in _MANY for one in division.sessions):
        return {}
    found: dict[PersonId, Words] = {}
    for one in division.sessions:
        if one.kind is SessionKind.TALK and len(one.speakers) == 1:
            said = plain_of(text.heard(one.start, one.end), chunked=known.heard.chunked)
            found[one.speakers[0]] = habits_of(said.letters, [0], known.settings).counts[0]
    return found


def _after_talk(text: Text, known: Known, session: FoundSession) -> tuple[FoundTurn, ...]:
    """Return the turns of a talk after which the audience asks."""
    said = text.heard(session.start, session.end)
    plain = plain_of(said, chunked=known.heard.chunked)
    place = questions_from(plain.letters, Signs(plain.letters, (), known.settings), known.settings)
    if place is None or not session.speakers:
        return ()
    rest = replace(session, kind=SessionKind.QA, start=said.origins[plain.at[place]])
    turns = _Panel(text, known, rest).after_talk()
    return (replace(turns[0], start=session.start, sure=True), *turns[1:]) if turns else ()


class _Panel:
    """One session's words, and who may speak them."""

    def __init__(
        self,
        text: Text,
        known: Known,
        session: FoundSession,
        talks: Talks = NO_TALKS,
    ) -> None:
        self._known = known
        self._talks = talks
        self._session = session
        self._text = text.heard(session.start, session.end)
        self._plain = plain_of(self._text, chunked=known.heard.chunked)
        self._pauses = _pauses(self._plain, self._text)
        self._signs = Signs(self._plain.letters, sorted({*self._pauses, *self._plain.breaks}), known.settings)
        self._before = text.heard(max(0, session.start - _BEFORE), session.start)
        self._panel = panel_of(session, known)
        self._guessed = False

    def turns(self) -> tuple[FoundTurn, ...]:
        if not len(self._plain):
            return ()
        if self._panel.moderator is None:
            self._panel = self._with_leader()
        labels = labels_of(self._session, self._known)
        if labels:
            mentions = self._mentions(self._panel)
            return tuple(turns_of(labels, self._panel, (self._text, self._plain), mentions, self._known))
        return tuple(self._written(self._listened(self._panel)))

    def after_talk(self) -> tuple[FoundTurn, ...]:
        """Return the turns from the end of a talk on; none where nobody asks."""
        heard = self._hear(Panel(None, self._session.speakers), Part.ANSWERS)
        parts = [one.state.part for one in heard.decoded.stretches]
        first = heard.decoded.stretches[0].state
        if not {Part.ASKS, Part.LEADS} & set(parts) or first.part is not Part.ANSWERS or first.person is None:
            return ()
        return tuple(self._written(heard))

    def _with_leader(self) -> Panel:
        """Return the panel with its moderator, where somebody must be it by what is said."""
        leader = self._introduced_leader()
        if leader is not None:
            return self._panel.led_by(leader)
        thanked = self._thanked_leader()
        if thanked is not None:
            return self._panel.led_by(thanked)
        fits = {one: self._hear(self._panel.led_by(one)).decoded.fit for one in self._panel.others}
        best = max(fits, key=lambda one: fits[one], default=None)
        self._guessed = True
        if best is None or fits[best] < self._hear(self._panel).decoded.fit + _LEADS_BY:
            return self._panel
        return self._panel.led_by(best)

    def _thanked_leader(self) -> PersonId | None:
        """Return who is thanked for a question before anybody else is."""
        asked = alternation(self._known.settings.words("turns", "asked_thanks"))
        for one in self._mentions(self._panel):
            if one.said is Said.THANKED and asked.match(self._plain.letters, one.end):
                return one.person
        return None

    def _hear(self, panel: Panel, begins: Part = Part.LEADS) -> _Heard:
        mentions = self._mentions(panel)
        evidence = gather(
            self._plain,
            self._pauses,
            self._signs,
            mentions,
            panel.moderator,
            audience=self._session.kind is SessionKind.QA,
        )
        decoded = decode(evidence, panel.others, begins)
        return _Heard(mentions, evidence, decoded)

    def _listened(self, panel: Panel, begins: Part = Part.LEADS) -> _Heard:
        """Look once more, with who sounds like whom and how fast they take turns."""
        heard = self._hear(panel, begins)
        starts = [one.at for one in heard.evidence.places]
        habits = habits_of(self._plain.letters, starts, self._known.settings)
        named = {
            one.person for one in heard.mentions if one.said in _PRESENT or one.kind is CallKind.BELONGING
        }
        for _ in range(_ROUNDS):
            voices = habits.voices(heard.decoded.chances, {*named, *self._talks}, self._talks)
            pace = _pace(len(self._plain) / len(heard.decoded.stretches))
            decoded = decode(heard.evidence, panel.others, begins, habits.like(voices), pace)
            heard = replace(heard, decoded=decoded)
        return heard

    def _mentions(self, panel: Panel) -> tuple[Mention, ...]:
        calls = calls_of(panel, self._session, self._known)
        return Finder(calls, self._known.settings).find(self._plain.letters)

    def _introduced_leader(self) -> PersonId | None:
        """Return who is announced as the moderator before the session begins."""
        letters = simplified(self._before.words)
        calls = [
            one for one in calls_of(self._panel, self._session, self._known) if one.kind is CallKind.FULL
        ]
        named = Finder(calls, self._known.settings).find(letters)
        for match in alternation(self._known.settings.words("turns", "moderators")).finditer(letters):
            for one in named:
                if match.end() <= one.start <= match.end() + _NAMED_WITHIN:
                    return one.person
        return None

    def _written(self, heard: _Heard) -> Iterator[FoundTurn]:
        runs = _runs(heard, len(self._plain))
        starts = [self._session.start, *(self._recorded(one.start) for one in runs[1:]), self._session.end]
        for number, (run, (start, end)) in enumerate(zip(runs, pairwise(starts), strict=True)):
            if start == end:
                continue
            before = runs[number - 1] if number else None
            person = run.stretch.state.person if run.stretch.state.part is Part.ANSWERS else None
            if run.stretch.state.part is Part.LEADS:
                person = self._panel.moderator
            known = person is not None and not (self._guessed and person == self._panel.moderator)
            yield FoundTurn(start, end, person, known and _is_sure(heard, run, before))

    def _recorded(self, place: int) -> int:
        return self._text.origins[self._plain.at[place]]


@dataclass(frozen=True, slots=True)
class _Heard:
    """What was made of a session."""

    mentions: tuple[Mention, ...]
    evidence: Evidence
    decoded: Decoded


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    stretch: Stretch


def _runs(heard: _Heard, length: int) -> list[_Run]:
    """Return who speaks where; a word that somebody throws in is left with who speaks before and after."""
    places = heard.evidence.places
    runs: list[_Run] = []
    for one in heard.decoded.stretches:
        end = places[one.last].at if one.last < len(places) else length
        run = _Run(places[one.first].at, end, one)
        if len(runs) > 1 and runs[-1].end - runs[-1].start < _WORD and _same(runs[-2], run):
            runs.pop()
        if runs and _same(runs[-1], run):
            runs[-1] = replace(runs[-1], end=end)
        else:
            runs.append(run)
    return runs


def _pace(letters: float) -> float:
    """Return how much easier turns change where they have so many letters on the average."""
    return min(_FASTEST, max(0.0, _QUICKER * math.log(_LONG_TURN / letters)))


def _same(one: _Run, other: _Run) -> bool:
    return one.stretch.state.speaker == other.stretch.state.speaker


def _is_sure(heard: _Heard, run: _Run, before: _Run | None) -> bool:
    """Whether who speaks needs no remark: nobody else fits nearly as well, and the words say who it is."""
    stretch = run.stretch
    if stretch.margin < _SURE_MARGIN or stretch.ahead < _SURE_AHEAD or _chance(heard, run) < _SURE_CHANCE:
        return False
    if stretch.state.part is Part.LEADS:
        return _leads(heard.evidence, stretch) >= _SURE_LEAD
    told = _told(heard.mentions, run, before)
    mine = told.pop(stretch.state.person, 0.0) if stretch.state.person else 0.0
    return mine >= _SURE_SAID and mine >= 2 * max(told.values(), default=0.0)


def _chance(heard: _Heard, run: _Run) -> float:
    """Return how much of a turn is likely its speaker's, over all ways in which it may have been spoken."""
    places = heard.evidence.places
    first = bisect_left(places, run.start, key=lambda one: one.at)
    last = bisect_left(places, run.end, key=lambda one: one.at)
    ends = [*(one.at for one in places[first + 1 : last]), run.end]
    parts = zip(places[first:last], ends, heard.decoded.chances[first:last], strict=True)
    speaker = run.stretch.state.speaker
    return sum((end - one.at) * chances.get(speaker, 0.0) for one, end, chances in parts) / (
        run.end - run.start
    )


def _told(mentions: Sequence[Mention], run: _Run, before: _Run | None) -> dict[PersonId, float]:
    """How much is said of who answers: by the moderator before, and by themselves."""
    told: dict[PersonId, float] = defaultdict(float)
    own: dict[PersonId, float] = defaultdict(float)
    asked = before is not None and before.stretch.state.part is Part.LEADS
    for one in mentions:
        inside = run.start <= one.start < run.end
        if inside and one.said is Said.INTRODUCED:
            told[one.person] += _INTRODUCED * one.tells
        elif inside and one.kind is CallKind.BELONGING:
            own[one.person] = min(_OWN, own[one.person] + _OWN_BELONGING * one.tells)
        elif before and asked and before.start <= one.start < before.end and one.said is Said.ADDRESSED:
            told[one.person] += _ADDRESSED * one.tells
    return {one: told[one] + (own[one] if told[one] else 0.0) for one in told}


def _leads(evidence: Evidence, stretch: Stretch) -> float:
    """How much a stretch is the moderator's by what is said in it."""
    total = 0.0
    for weights in evidence.weights[stretch.first : stretch.last]:
        total += max(0.0, weights.leader) + max(0.0, weights.asker)
        total += sum(weights.asked.values()) / 2
    if evidence.places[stretch.first].thanked:
        total += 1.0
    return total


def _pauses(plain: Plain, text: Text) -> list[int]:
    """Return the places before which signs or blanks stand: none in Latin words.

    The end of a chunk is a pause where the text has signs: the one that stood there was the chunk's.
    """
    found = []
    signs = sum(map(text.words.count, _SIGNS))
    signed = signs * _SIGNED > len(plain)
    for place, (before, at) in enumerate(pairwise(plain.at), 1):
        between = text.words[before + 1 : at]
        if not between or not (signed or between.strip("\n")):
            continue
        latin = text.words[before].isascii() and text.words[at].isascii()
        if not (latin and between.isspace()):
            found.append(place)
    return found
