"""All that the proceedings hold, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.model.event import Event
from generator.model.forum import Forum
from generator.model.identifiers import (
    Digest,
    EventId,
    ForumId,
    Mark,
    OrganisationId,
    PersonId,
    SessionId,
    TermId,
    TopicId,
)
from generator.model.language import Language
from generator.model.organisation import Organisation
from generator.model.person import Person
from generator.model.picture import Size
from generator.model.record import Record
from generator.model.recording import ParagraphSources
from generator.model.session import Session
from generator.model.term import Term
from generator.model.topic import Topic

RecordKey = tuple[ForumId, SessionId, Language]
PictureKey = tuple[str, str]
"""The forum whose picture it is, or empty for a portrait, and its file's name."""


@dataclass(frozen=True, slots=True)
class Proceedings:
    """The content of a site, read and checked; every mapping is in the order of its keys' text."""

    events: Mapping[EventId, Event]
    forums: Mapping[ForumId, Forum]
    people: Mapping[PersonId, Person]
    organisations: Mapping[OrganisationId, Organisation]
    topics: Mapping[TopicId, Topic]
    terms: Mapping[TermId, Term]
    records: Mapping[RecordKey, Record]
    sources: Mapping[tuple[ForumId, SessionId], tuple[ParagraphSources, ...]]
    confirmed: Mapping[RecordKey, Mapping[Mark, Digest]] = field(default_factory=lambda: MappingProxyType({}))
    """For each translation, what its paragraphs were made from (generator.model.translation)."""
    pictures: Mapping[PictureKey, Size] = field(default_factory=lambda: MappingProxyType({}))
    """How large the pictures are, as far as that is known."""

    def sessions(self) -> tuple[tuple[Forum, Session], ...]:
        """Return every session with its forum, forums by id and sessions in the programme's order."""
        return tuple((forum, session) for forum in self.forums.values() for session in forum.sessions)

    def written(self, forum: ForumId, session: SessionId) -> tuple[Language, ...]:
        """Return the languages that a session has a record in, as written by editors."""
        return tuple(language for language in Language if (forum, session, language) in self.records)
