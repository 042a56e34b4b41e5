"""All that the proceedings hold, as one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.model.event import Event
from generator.model.fidelity import AcceptedOf
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
from generator.model.record import Record, RecordHead
from generator.model.recording import ParagraphSources
from generator.model.session import Session
from generator.model.term import Term
from generator.model.topic import Topic

RecordKey = tuple[ForumId, SessionId, Language]
PictureKey = tuple[str, str]
"""The forum whose picture it is, or empty for a portrait, and its file's name."""


class Heads(Mapping[RecordKey, RecordHead]):
    """The heads of records, where nothing knows them better than the records themselves.

    Attributes:
        records: Whose heads they are.
    """

    def __init__(self, records: Mapping[RecordKey, Record]) -> None:
        """Look at no record yet."""
        self.records = records

    def __getitem__(self, key: RecordKey) -> RecordHead:
        """Return the head of a record."""
        return self.records[key].head

    def __contains__(self, key: object) -> bool:
        """Whether there is such a record."""
        return key in self.records

    def __iter__(self) -> Iterator[RecordKey]:
        """Go through the records' keys."""
        return iter(self.records)

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self.records)


class KnownHeads(Heads):
    """Heads that are known without their records."""

    def __init__(self, records: Mapping[RecordKey, Record], heads: Mapping[RecordKey, RecordHead]) -> None:
        """Take the heads of all of the records."""
        super().__init__(records)
        self._heads = heads

    def __getitem__(self, key: RecordKey) -> RecordHead:
        """Return the head of a record."""
        return self._heads[key]


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
    accepted: Mapping[tuple[ForumId, SessionId], tuple[AcceptedOf, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Findings of the fidelity check that an editor has explained."""
    pictures: Mapping[PictureKey, Size] = field(default_factory=lambda: MappingProxyType({}))
    """How large the pictures are, as far as that is known."""
    heads: Mapping[RecordKey, RecordHead] = field(
        default_factory=lambda: Heads({}), compare=False, repr=False
    )
    """The heads of all records; to look at one takes no record apart. Other records bring their own heads."""

    def __post_init__(self) -> None:
        """Let heads that are of other records give way to those of these."""
        if isinstance(self.heads, Heads) and self.heads.records is not self.records:
            object.__setattr__(self, "heads", Heads(self.records))

    def sessions(self) -> tuple[tuple[Forum, Session], ...]:
        """Return every session with its forum, forums by id and sessions in the programme's order."""
        return tuple((forum, session) for forum in self.forums.values() for session in forum.sessions)

    def written(self, forum: ForumId, session: SessionId) -> tuple[Language, ...]:
        """Return the languages that a session has a record in, as written by editors."""
        return tuple(language for language in Language if (forum, session, language) in self.records)
