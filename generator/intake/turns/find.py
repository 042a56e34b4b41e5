"""The turns of a session in which several people speak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from generator.intake.division import Division, FoundSession, FoundTurn
from generator.intake.sessions.plain import Plain, alternation, plain_of, simplified
from generator.intake.step import Known
from generator.intake.text import Text
from generator.intake.turns.decode import Part, Stretch, decode
from generator.intake.turns.evidence import Evidence, gather
from generator.intake.turns.mentions import Finder, Mention, Said
from generator.intake.turns.panel import CallKind, Panel, calls_of, panel_of
from generator.intake.turns.signs import Signs
from generator.model.identifiers import PersonId
from generator.model.session import SessionKind

_MANY: Final = frozenset({SessionKind.PANEL, SessionKind.QA})
_BEFORE: Final = 600  # characters before a session in which its moderator may be introduced
_NAMED_WITHIN: Final = 25
_FIRST_WORDS: Final = 600
_SURE_MARGIN: Final = 3.0
_SURE_SAID: Final = 2.0
_SURE_LEAD: Final = 2.0


def find_turns(text: Text, known: Known, session: FoundSession) -> tuple[FoundTurn, ...]:
    """Say who speaks where in a panel, or where the audience asks.

    Args:
        text: The words as the steps before left them.
        known: The forum with its programme; speakers that the format names.
        session: Where the session is.

    Returns:
        Turns that cover the session from its start to its end without a gap; none where one person speaks.
    """
    if session.kind not in _MANY:
        return ()
    return _Panel(text, known, session).turns()


def with_turns(text: Text, known: Known, division: Division) -> Division:
    """Return a division whose panels have their turns."""
    sessions = tuple(replace(one, turns=find_turns(text, known, one)) for one in division.sessions)
    return replace(division, sessions=sessions)


class _Panel:
    """One session's words, and who may speak them."""

    def __init__(self, text: Text, known: Known, session: FoundSession) -> None:
        self._known = known
        self._session = session
        self._text = text.heard(session.start, session.end)
        self._plain = plain_of(self._text, chunked=known.heard.chunked)
        self._pauses = _pauses(self._plain, self._text)
        self._signs = Signs(self._plain.letters, self._pauses, known.settings)
        self._before = text.heard(max(0, session.start - _BEFORE), session.start)
        self._panel = panel_of(session, known)

    def turns(self) -> tuple[FoundTurn, ...]:
        if not len(self._plain):
            return ()
        mentions = self._mentions(self._panel)
        if self._panel.moderator is None:
            leader = self._introduced_leader() or _self_introduced_leader(mentions, self._signs)
            if leader is not None:
                self._panel = self._panel.led_by(leader)
                mentions = self._mentions(self._panel)
        evidence = gather(
            self._plain,
            self._pauses,
            self._signs,
            mentions,
            self._panel.moderator,
            audience=self._session.kind is SessionKind.QA,
        )
        stretches = decode(evidence, self._panel.others)
        return tuple(self._written(evidence, stretches, mentions))

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

    def _written(
        self, evidence: Evidence, stretches: Sequence[Stretch], mentions: Sequence[Mention]
    ) -> Iterator[FoundTurn]:
        runs = _runs(evidence, stretches, len(self._plain))
        starts = [self._session.start, *(self._recorded(one.start) for one in runs[1:]), self._session.end]
        for number, (run, (start, end)) in enumerate(zip(runs, pairwise(starts), strict=True)):
            before = runs[number - 1] if number else None
            person = run.stretch.state.person if run.stretch.state.part is Part.ANSWERS else None
            if run.stretch.state.part is Part.LEADS:
                person = self._panel.moderator
            sure = person is not None and self._sure(evidence, run, before, mentions)
            yield FoundTurn(start, end, person, sure)

    def _recorded(self, place: int) -> int:
        return self._text.origins[self._plain.at[place]]

    def _sure(self, evidence: Evidence, run: _Run, before: _Run | None, mentions: Sequence[Mention]) -> bool:
        stretch = run.stretch
        if stretch.margin < _SURE_MARGIN:
            return False
        if stretch.state.part is Part.LEADS:
            return _leads(evidence, stretch) >= _SURE_LEAD
        person = stretch.state.person
        for one in mentions:
            if run.start <= one.start < run.end and one.said is Said.INTRODUCED and one.person == person:
                return True
        if before is None or before.stretch.state.part is not Part.LEADS:
            return False
        asked: dict[PersonId, float] = {}
        for one in mentions:
            if before.start <= one.start < before.end and one.said is Said.ADDRESSED:
                asked[one.person] = asked.get(one.person, 0.0) + 3.0 * one.tells
        mine = asked.pop(person, 0.0) if person else 0.0
        return mine >= _SURE_SAID and mine >= 2 * max(asked.values(), default=0.0)


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    stretch: Stretch


def _runs(evidence: Evidence, stretches: Sequence[Stretch], length: int) -> list[_Run]:
    starts = [evidence.places[one.first].at for one in stretches]
    return [
        _Run(start, end, one)
        for one, (start, end) in zip(stretches, pairwise([*starts, length]), strict=True)
    ]


def _leads(evidence: Evidence, stretch: Stretch) -> float:
    """How much a stretch is the moderator's by what is said in it."""
    total = 0.0
    for weights in evidence.weights[stretch.first : stretch.last]:
        total += max(0.0, weights.leader) + max(0.0, weights.asker)
        total += sum(weights.asked.values()) / 2
    if evidence.places[stretch.first].thanked:
        total += 1.0
    return total


def _self_introduced_leader(mentions: Sequence[Mention], signs: Signs) -> PersonId | None:
    """Return who says in the first words that he is somebody, and leads on from there."""
    for one in mentions:
        if one.start > _FIRST_WORDS:
            return None
        if one.said is Said.INTRODUCED and one.kind is CallKind.FULL:
            leads = [start for start, _ in signs.moderating if start <= one.start + _FIRST_WORDS]
            return one.person if len(leads) > 1 else None
    return None


def _pauses(plain: Plain, text: Text) -> list[int]:
    """Return the places before which signs or blanks stand: none in Latin words, nor at a chunk's end."""
    found = []
    for place, (before, at) in enumerate(pairwise(plain.at), 1):
        between = text.words[before + 1 : at]
        if not between or not between.strip("\n"):
            continue
        latin = text.words[before].isascii() and text.words[at].isascii()
        if not (latin and between.isspace()):
            found.append(place)
    return found
