"""What a programme lets one expect in a recording, in order."""

from __future__ import annotations

from dataclasses import dataclass

from generator.intake.sessions.plain import simplified, tokens
from generator.intake.step import Known
from generator.model.identifiers import PersonId
from generator.model.session import Appearance, Role, Session, SessionKind, SessionStatus

_BY_HOST = frozenset({SessionKind.OPENING, SessionKind.CLOSING})
_SPEAKING = frozenset({Role.SPEAKER, Role.MODERATOR, Role.PANELIST})
_NOT_HELD = frozenset({SessionStatus.CANCELLED, SessionStatus.MOVED})
_HOSTING = frozenset({Role.HOST, Role.CHAIR})


@dataclass(frozen=True, slots=True)
class Item:
    """A session that is looked for.

    Attributes:
        session: The session.
        kind: What it sounds like.
        speakers: Who speaks in it.
        people: Whoever the host may name with it.
        words: What the host may introduce it with.
        minutes: How long it was planned to be; None where the programme does not say.
    """

    session: Session
    kind: SessionKind
    speakers: tuple[PersonId, ...]
    people: frozenset[PersonId]
    words: frozenset[str]
    minutes: int | None


def items_of(known: Known, parents: frozenset[str] = frozenset()) -> tuple[Item, ...]:
    """Return what is looked for: sessions that have no others within them, in the programme's order.

    Openings and closings that are the host's own words are none, nor are breaks and what was not held.

    Args:
        known: The forum.
        parents: Ids of sessions that are looked for as a whole, instead of what is within them.
    """
    having = {session.parent for session in known.forum.sessions if session.parent} - parents
    return tuple(
        _item(session, known)
        for session in known.forum.sessions
        if session.id not in having and session.parent not in parents and is_expected(session)
    )


def is_expected(session: Session) -> bool:
    """Whether a session's own words should be in a recording."""
    if session.kind is SessionKind.BREAK or session.status in _NOT_HELD:
        return False
    return session.kind not in _BY_HOST or any(_speaks(one) for one in session.people)


def speakers_of(session: Session) -> tuple[PersonId, ...]:
    """Return who speaks in a session; who leads it, where nobody is said to; else whoever is in it."""
    for roles in (_SPEAKING, _HOSTING):
        speaking = tuple(one.person for one in session.people if roles & set(one.roles))
        if speaking:
            return speaking
    return tuple(one.person for one in session.people)


def _speaks(appearance: Appearance) -> bool:
    return any(role in _SPEAKING for role in appearance.roles)


def _item(session: Session, known: Known) -> Item:
    people = frozenset(one.person for one in session.people if not set(one.roles) <= _HOSTING)
    kind = SessionKind.ADDRESS if session.kind in _BY_HOST else session.kind
    start, end = session.start, session.end
    minutes = end.minutes - start.minutes if start is not None and end is not None else 0
    return Item(
        session, kind, speakers_of(session), people, _words(session, known), minutes if minutes > 0 else None
    )


def _words(session: Session, known: Known) -> frozenset[str]:
    texts = [text for title in (session.title, session.announced_as) if title for _, text in title.texts]
    for appearance in session.people:
        for affiliation in appearance.affiliations:
            organisation = known.held.organisations.get(affiliation.organisation)
            if organisation is not None:
                texts += [text for _, text in organisation.name.texts]
            if affiliation.position is not None:
                texts += [text for _, text in affiliation.position.texts]
    return frozenset(token for text in texts for token in tokens(simplified(text)))
