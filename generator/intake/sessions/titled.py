"""Recordings whose format has headings: each says which session begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.intake.division import FoundSession, Stretch
from generator.intake.heard import Title
from generator.intake.sessions.items import speakers_of
from generator.intake.sessions.namings import FULL, find_namings
from generator.intake.sessions.plain import simplified, tokens
from generator.intake.sessions.proposed import Proposer
from generator.intake.step import Known
from generator.intake.text import Text
from generator.model.identifiers import PersonId
from generator.model.session import Role, Session, SessionKind

_SURE = 1.5
_WEIGHT = 3.0
_SAME_FORUM = 0.8
_LETTERS = 200  # a heading with less below it is no session, where no programme says so
_FEW = 2


@dataclass(frozen=True, slots=True)
class Titled:
    """What headings say.

    Attributes:
        sessions: In the order of the recording.
        aside: What stands below headings of something else.
    """

    sessions: tuple[FoundSession, ...]
    aside: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    title: Title
    start: int
    end: int
    session: Session | None
    suits: float


def find_titled(text: Text, known: Known) -> Titled | None:
    """Read the sessions off the headings.

    Args:
        text: The words.
        known: The headings, and the programme that they are held against.

    Returns:
        None where there are no headings, or none that has to do with the programme.
    """
    if not known.heard.titles or not len(text):
        return None
    sections = _bounding(list(_sections(text, known)))
    matched = [one for one in sections if one.session is not None]
    if known.forum.sessions and not matched:
        return None
    if not matched:
        sections = [one for one in sections if one.end - one.start >= _LETTERS]
        if len(sections) < _FEW:
            return None
    common = set.intersection(*(tokens(simplified(one.title.words)) for one in matched or sections))
    return _told(sections, common if len(matched) > 1 else set(), known)


def _told(sections: Sequence[_Section], common: set[str], known: Known) -> Titled:
    proposer = Proposer(known)
    taken: dict[str, _Section] = {}
    for one in sorted(sections, key=lambda section: -section.suits):
        if one.session is not None:
            taken.setdefault(one.session.id, one)
    sessions: list[FoundSession] = []
    aside: list[Stretch] = []
    for one in sections:
        session = one.session
        if one.start >= one.end:
            continue
        if session is not None and sessions and sessions[-1].id == session.id:
            last = sessions.pop()
            sessions.append(_found(session, last.start, one.end))
        elif session is not None and taken[session.id] is one:
            sessions.append(_found(session, one.start, one.end))
        elif session is None and not _same(one, common):
            aside.append((one.start, one.end))
        else:
            people = tuple(sorted(_named(one.title, known)))
            kind = proposer.kind_of(one.title.words)
            sessions.append(proposer.propose(kind, one.start, one.end, people))
    return Titled(tuple(sessions), tuple(aside))


def _found(session: Session, start: int, end: int) -> FoundSession:
    return FoundSession(session.id, session.kind, start, end, speakers_of(session))


def _same(section: _Section, common: set[str]) -> bool:
    """Whether a heading is one of the forum's, by what all its headings have in common."""
    having = len(common & tokens(simplified(section.title.words)))
    return not common or having >= _SAME_FORUM * len(common)


def _bounding(sections: Sequence[_Section]) -> list[_Section]:
    """Leave out headings within a session; what is above goes on to the next that counts."""
    matched = [one.title.level for one in sections if one.session is not None]
    levels = matched or [one.title.level for one in sections if one.end - one.start >= _LETTERS]
    if not levels:
        return []
    deepest = max(levels) if matched else min(levels)
    kept: list[_Section] = []
    for one in sections:
        if one.title.level <= deepest:
            kept.append(one)
        elif kept:
            last = kept.pop()
            kept.append(_Section(last.title, last.start, one.end, last.session, last.suits))
    return kept


def _sections(text: Text, known: Known) -> Iterator[_Section]:
    titles = known.heard.titles
    for number, title in enumerate(titles):
        begins = text.at(title.index)
        ends = text.at(titles[number + 1].index) if number + 1 < len(titles) else len(text)
        start, end = text.span(begins, ends) if begins < ends else (title.index, title.index)
        session, suits = _best(title, known)
        yield _Section(title, start, end, session, suits)


def _best(title: Title, known: Known) -> tuple[Session | None, float]:
    named = _named(title, known)
    words = tokens(simplified(title.words))
    best: tuple[Session | None, float] = (None, _SURE)
    for session in known.forum.sessions:
        if session.kind is SessionKind.BREAK:
            continue
        people = {one.person for one in session.people}
        suits = _WEIGHT * len(people & named) / max(len(people), len(named), 1)
        for written in (session.title, session.announced_as):
            for _, its in written.texts if written else ():
                own = tokens(simplified(its))
                suits = max(suits, suits + _WEIGHT * (len(own & words) / len(own) - 0.5)) if own else suits
        if suits > best[1]:
            best = (session, suits)
    return best


def _named(title: Title, known: Known) -> frozenset[PersonId]:
    appearing = [*known.forum.people, *(one for session in known.forum.sessions for one in session.people)]
    people = dict.fromkeys(one.person for one in appearing if Role.INTERPRETER not in one.roles)
    letters = simplified(title.words)
    found = find_namings(letters, [0, len(letters)], people, known).told(0, len(letters))
    return frozenset(person for person, much in found.items() if much >= FULL)
