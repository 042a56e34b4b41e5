"""What leads from one page to others, put together from what is remembered of each record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.memo.digests import digest_of
from generator.memo.memo import Memo
from generator.memo.tracing import ALL, Once, Tracer
from generator.model.forum import Forum
from generator.model.identifiers import HOST, ForumId, PersonId, SessionId, TermId
from generator.model.language import Language
from generator.model.session import Session
from generator.pages.edition import Edition
from generator.pages.mentions import Mentions, Place, RecordMentions, SaidIn, present, shown_records
from generator.pages.record_choice import published_languages
from generator.pages.related import RelatedKey, RelatedSession, SessionKey, look_up, related_keys
from generator.pages.relations import Relations
from generator.pages.remembered.facts import RecordFacts
from generator.pages.terms_first_said import FirstPlace

K = TypeVar("K")
V = TypeVar("V")

_Where = tuple[ForumId, SessionId, Language]
"""A record that an edition shows; the session is `host` for the host's."""


class _Worked(Mapping[K, V]):
    """A mapping of known keys, each of whose values is worked out once and counts as read from there on."""

    def __init__(self, name: str, keys: Mapping[K, object], make: Callable[[K], V], once: Once) -> None:
        self._name = name
        self._keys = keys
        self._make = make
        self._once = once

    def __getitem__(self, key: K) -> V:
        if key not in self._keys:
            raise KeyError(key)
        return self._once.get((self._name, key), lambda: self._make(key))

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


@dataclass(slots=True)
class _Told:
    """Where an edition's records say what, without the places."""

    terms: dict[TermId, list[tuple[_Where, str]]]
    people: dict[PersonId, list[tuple[_Where, str]]]
    said: dict[SessionKey, tuple[TermId, ...]]
    first: dict[SessionKey, tuple[Language, str]]


@dataclass(frozen=True, slots=True)
class RelatedFound:
    """The sessions that belong to each, for every edition.

    Attributes:
        keys: They, by name.
        digests: Of those of each session.
        linked: The terms that editors linked in each session.
    """

    keys: Mapping[SessionKey, tuple[RelatedKey, ...]]
    digests: Mapping[SessionKey, str]
    linked: Mapping[SessionKey, tuple[TermId, ...]]


def remembered_relations(
    edition: Edition, facts: RecordFacts, tracer: Tracer, once: Once, found: RelatedFound
) -> Relations:
    """Return the relations of an edition; only what somebody asks for is read from records.

    Args:
        edition: Its content notes what is read (`tracer`).
        facts: What is known of the records.
        tracer: Notes what of the relations is read.
        once: Keeps what is worked out.
        found: Which sessions belong together (`find_related`).
    """
    told = _told(edition, facts)

    def mentions(where: _Where) -> RecordMentions:
        return once.get(("mentions", where), lambda: facts.mentions(edition, where))

    def terms(term: TermId) -> tuple[SaidIn, ...]:
        return _said_in(edition, told.terms[term], lambda where: mentions(where).terms[term])

    def people(person: PersonId) -> tuple[SaidIn, ...]:
        return _said_in(edition, told.people[person], lambda where: mentions(where).people[person])

    def first(key: SessionKey) -> tuple[FirstPlace, ...]:
        return mentions((*key, told.first[key][0])).first

    return Relations(
        Mentions(
            tracer.mapping("terms said", _Worked("terms", told.terms, terms, once), _digests(told.terms)),
            tracer.mapping(
                "people said", _Worked("people", told.people, people, once), _digests(told.people)
            ),
            tracer.mapping("said", told.said, _digests(told.said), "/".join),
            tracer.mapping(
                "first said", _Worked("first", told.first, first, once), _digests(told.first), "/".join
            ),
        ),
        _related(edition, tracer, once, found),
        tracer.mapping("linked", found.linked, _digests(found.linked), "/".join),
    )


def _told(edition: Edition, facts: RecordFacts) -> _Told:
    told = _Told({}, {}, {}, {})
    for forum, session, language in shown_records(edition):
        where = (forum.id, session.id if session else HOST, language)
        found = facts.told(edition, where)
        for term, digest in found.terms.items():
            told.terms.setdefault(term, []).append((where, digest))
        there = present(forum, session)
        for person, digest in found.people.items():
            if person not in there:
                told.people.setdefault(person, []).append((where, digest))
        told.said[where[:2]] = tuple(found.terms)
        told.first[where[:2]] = language, found.first
    return told


def _said_in(
    edition: Edition, told: list[tuple[_Where, str]], places: Callable[[_Where], tuple[Place, ...]]
) -> tuple[SaidIn, ...]:
    found = []
    for where, _ in told:
        forum = edition.held.forums[where[0]]
        session = None if where[1] == HOST else forum.session(where[1])
        found.append(SaidIn(forum, session, where[2], places(where)))
    return tuple(found)


def _digests(told: Mapping[K, object]) -> Mapping[K, str]:
    return {key: digest_of(repr(value)) for key, value in told.items()}


def _related(
    edition: Edition, tracer: Tracer, once: Once, found: RelatedFound
) -> Mapping[SessionKey, tuple[RelatedSession, ...]]:
    def related(key: SessionKey) -> tuple[RelatedSession, ...]:
        return tuple(look_up(edition, one) for one in found.keys[key])

    return tracer.mapping("related", _Worked("related", found.keys, related, once), found.digests, "/".join)


def find_related(edition: Edition, facts: RecordFacts, tracer: Tracer, memo: Memo) -> RelatedFound:
    """Return which sessions belong together; it is the same for every edition.

    Args:
        edition: Any of them.
        facts: What is known of the records.
        tracer: Knows the digest of the programmes.
        memo: What was worked out before.
    """
    linked = {
        (forum.id, session.id): _linked(edition, facts, forum, session)
        for forum, session in edition.held.sessions()
    }
    name = digest_of(tracer.digest(("forums", ALL)), repr(linked))
    known = memo.get("related", name)
    if not isinstance(known, RelatedFound):
        keys = dict(related_keys(edition, lambda forum, session: linked[forum.id, session.id]))
        known = RelatedFound(keys, _digests(keys), linked)
        memo.put("related", name, known)
    return known


def _linked(edition: Edition, facts: RecordFacts, forum: Forum, session: Session) -> tuple[TermId, ...]:
    if not edition.shows_record(forum, session):
        return ()
    return tuple(
        term
        for language in published_languages(edition, forum, session.id)
        for term in facts.linked(edition.held, (forum.id, session.id, language))
    )
