"""Which sessions belong together: by the people, topics and terms that they share.

All of it is metadata: of a record only the links to terms count, which editors set by hand. So a word that is
corrected in a record changes the page of its session, and no other session's.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from generator.addresses import Address
from generator.model.forum import Forum
from generator.model.identifiers import ForumId, PersonId, SessionId, TermId, TopicId
from generator.model.record import LinkTarget, Record
from generator.model.record_text import contents_of, links_of
from generator.model.session import Attendance, Role, Session, SessionStatus
from generator.pages.edition import Edition
from generator.pages.mentions import latest_first
from generator.pages.programme_list import has_page
from generator.pages.record_choice import published_languages
from generator.pages.said import Said, joined, sentence
from generator.pages.session_lines import session_line


class Bond(StrEnum):
    """What two sessions may share."""

    SPEAKER = "speaker"
    PERSON = "person"
    TOPIC = "topic"
    TERM = "term"


Shared = tuple[Bond, str]
"""A kind of bond, and the id of what is shared."""
SessionKey = tuple[ForumId, SessionId]

_WEIGHTS = {Bond.SPEAKER: 8, Bond.TOPIC: 4, Bond.TERM: 3, Bond.PERSON: 1}
"""What counts for more where it is equally rare."""
_SCALE = 5040
"""Weights are whole numbers, so that sums do not hang on the order of adding."""
_MOST = 5
_TOLD = 5
"""Things of a kind that are named as the reason."""


@dataclass(frozen=True, slots=True)
class RelatedSession:
    """A session that belongs to another.

    Attributes:
        forum: Its forum.
        session: The session.
        shared: What both share, in the order of the other's programme entry.
    """

    forum: Forum
    session: Session
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class RelatedKey:
    """A session that belongs to another, by its name alone.

    Attributes:
        forum: Its forum.
        session: The session.
        shared: As of `RelatedSession`.
    """

    forum: ForumId
    session: SessionId
    shared: tuple[Shared, ...]


def related_sessions(edition: Edition) -> Mapping[SessionKey, tuple[RelatedSession, ...]]:
    """Return the sessions that belong most to each, at most five, the nearest first; see `related_keys`."""

    def terms(forum: Forum, session: Session) -> Iterator[TermId]:
        return linked_terms(edition, forum, session)

    return {
        key: tuple(look_up(edition, one) for one in found)
        for key, found in related_keys(edition, terms).items()
    }


def look_up(edition: Edition, key: RelatedKey) -> RelatedSession:
    """Return a related session by its name."""
    forum = edition.held.forums[key.forum]
    session = next(one for one in forum.sessions if one.id == key.session)
    return RelatedSession(forum, session, key.shared)


def related_keys(
    edition: Edition, terms: Callable[[Forum, Session], Iterable[TermId]]
) -> Mapping[SessionKey, tuple[RelatedKey, ...]]:
    """Return the sessions that belong most to each, at most five, the nearest first.

    What few share weighs more than what many share. Of sessions that weigh the same, those of the latest
    forum come first, in the order of the programme. An item and what it is an item of are not related: each
    page shows the other already.

    Args:
        edition: Any language's: what is related is the same in all.
        terms: The terms that editors linked in the published records of a session (`linked_terms`).
    """
    held = [
        (forum, session)
        for forum in latest_first(edition.held.forums.values())
        for session in forum.sessions
        if has_page(session)
    ]
    shared = [dict.fromkeys(_bonds(session, terms(forum, session))) for forum, session in held]
    sharing: dict[Shared, list[int]] = {}
    for number, ((_, session), bonds) in enumerate(zip(held, shared, strict=True)):
        if session.status is SessionStatus.HELD:  # readers are led to what took place
            for bond in bonds:
                sharing.setdefault(bond, []).append(number)
    found: dict[SessionKey, tuple[RelatedKey, ...]] = {}
    for number, (forum, session) in enumerate(held):
        scores: dict[int, int] = {}
        for bond in shared[number]:
            others = sharing.get(bond, ())
            weight = _SCALE * _WEIGHTS[bond[0]] // max(1, len(others) - 1)
            for other in others:
                scores[other] = scores.get(other, 0) + weight
        near = {number, *(index for index in scores if _one_within_other(held[number], held[index]))}
        best = heapq.nsmallest(
            _MOST, ((-score, other) for other, score in scores.items() if other not in near)
        )
        found[forum.id, session.id] = tuple(
            RelatedKey(
                held[other][0].id,
                held[other][1].id,
                tuple(bond for bond in shared[number] if bond in shared[other]),
            )
            for _, other in best
        )
    return found


def related_lines(
    edition: Edition, related: tuple[RelatedSession, ...], here: Address
) -> list[dict[str, object]]:
    """Return related sessions for a page: title, address, facts, and why each is there, in words."""
    lines = []
    for one in related:
        line = session_line(edition, one.forum, one.session, here)
        lines.append(
            {"title": line.title, "href": line.href, "facts": line.facts, "why": _why(edition, one.shared)}
        )
    return lines


def _bonds(session: Session, terms: Iterable[TermId]) -> Iterator[Shared]:
    for one in session.people:
        if one.attended is not Attendance.ABSENT and set(one.roles) != {Role.INTERPRETER}:
            if {Role.SPEAKER, Role.PANELIST} & set(one.roles):
                yield Bond.SPEAKER, one.person
            yield Bond.PERSON, one.person
    for topic in session.topics:
        yield Bond.TOPIC, topic
    for term in terms:
        yield Bond.TERM, term


def linked_terms(edition: Edition, forum: Forum, session: Session) -> Iterator[TermId]:
    """Yield the terms that editors linked in the published records of a session, as often as they did."""
    if edition.shows_record(forum, session):
        for language in published_languages(edition, forum, session.id):
            yield from terms_linked_in(edition.held.records[forum.id, session.id, language])


def terms_linked_in(record: Record) -> Iterator[TermId]:
    """Yield the terms that editors linked in a record."""
    for block in record.blocks:
        for link in (link for content in contents_of(block) for link in links_of(content)):
            if link.kind is LinkTarget.TERM:
                yield TermId(link.target)


def _one_within_other(one: tuple[Forum, Session], other: tuple[Forum, Session]) -> bool:
    if one[0].id != other[0].id:
        return False
    return one[1].id in _above(*other) or other[1].id in _above(*one)


def _above(forum: Forum, session: Session) -> Iterator[SessionId]:
    """Yield what a session is an item of, outwards."""
    passed = {session.id}
    parent = session.parent
    while parent and parent not in passed:
        yield parent
        passed.add(parent)
        above = forum.session(parent)
        parent = above.parent if above else None


def _why(edition: Edition, shared: tuple[Shared, ...]) -> Markup:
    """Return what two sessions share, in words; who spoke in both is not told again among who was there."""
    words = edition.words
    speakers = [id_ for bond, id_ in shared if bond is Bond.SPEAKER]
    told: dict[Bond, list[Said]] = {bond: [] for bond in Bond}
    for bond, id_ in shared:
        if bond is not Bond.PERSON or id_ not in speakers:
            told[bond].append(_name(edition, bond, id_))
    reasons = [
        sentence(words, f"related.{bond}", names=_first_few(edition, names))
        for bond, names in told.items()
        if names
    ]
    return joined(words("list.semicolon"), reasons)


def _first_few(edition: Edition, names: list[Said]) -> Markup:
    """Return names in a row; of many the first, and that there are more."""
    shown = joined(edition.words("list.comma"), names[:_TOLD])
    return shown + edition.words("list.more") if len(names) > _TOLD else shown


def _name(edition: Edition, bond: Bond, id_: str) -> Said:
    if bond is Bond.TOPIC:
        return edition.say(edition.held.topics[TopicId(id_)].title)
    if bond is Bond.TERM:
        return edition.say(edition.held.terms[TermId(id_)].term)
    return edition.name(PersonId(id_))
