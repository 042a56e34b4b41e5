"""One programme, in one or more rooms, on one or more days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.model.about import About
from generator.model.dates import PartialDate
from generator.model.identifiers import EventId, ForumId, OrganisationId, SessionId, TopicId, WebAddress
from generator.model.language import Language
from generator.model.recording import Recording
from generator.model.session import Appearance, Session
from generator.model.text import LocalizedText


class SourceKind(StrEnum):
    """What kind of material a forum's facts come from."""

    PROGRAMME = "programme"
    RECORDING = "recording"
    SLIDES = "slides"
    REPORT = "report"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Material that the forum's facts come from."""

    kind: Annotated[SourceKind, About("What kind of material.")]
    url: Annotated[WebAddress | None, About("Where it is, if it is public.")] = None
    title: Annotated[LocalizedText | None, About("What it is called.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What may be done with the parts of a forum's proceedings; readers see it."""

    text: Annotated[LocalizedText | None, About("The records and what is written about the forum.")] = None
    recording: Annotated[LocalizedText | None, About("The recordings.")] = None
    slides: Annotated[LocalizedText | None, About("The slides.")] = None
    consent: Annotated[LocalizedText | None, About("What the speakers agreed to.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum:
    """A forum with its sessions. The id is the folder's name."""

    title: Annotated[LocalizedText, About("What it is called.")]
    event: Annotated[EventId, About("The event that it belongs to.", "waic-2024")]
    language: Annotated[
        Language, About("What plain strings here are in, and what was spoken unless said otherwise.")
    ]
    date: Annotated[PartialDate, About("The day, or as much of it as is known; sessions may say their own.")]
    timezone: Annotated[str, About("Name in the IANA time zone database.", "Asia/Shanghai")] = "Asia/Shanghai"
    venue: Annotated[LocalizedText | None, About("Building and room.")] = None
    description: Annotated[LocalizedText | None, About("What it was about, in a few sentences.")] = None
    organisers: Annotated[tuple[OrganisationId, ...], About("Who held it.")] = ()
    people: Annotated[tuple[Appearance, ...], About("Hosts and chairs of the whole forum.")] = ()
    topics: Annotated[tuple[TopicId, ...], About("What it is grouped by.")] = ()
    rights: Annotated[Rights, About("What may be done with it.")] = Rights()
    publish_unchecked: Annotated[
        bool, About("`true`: records that nobody has checked are shown, with a notice.")
    ] = False
    recordings: Annotated[tuple[Recording, ...], About("What the records stand on.")] = ()
    sources: Annotated[tuple[Source, ...], About("Where programme and facts come from.")] = ()
    sessions: Annotated[tuple[Session, ...], About("The programme, in order.")] = ()
    formerly: Annotated[tuple[ForumId, ...], About("Ids it had before; old addresses lead here.")] = ()
    id: ForumId

    def session(self, session: SessionId) -> Session | None:
        """Return the session of an id, or None."""
        return next((item for item in self.sessions if item.id == session), None)

    def children(self, parent: SessionId | None) -> tuple[Session, ...]:
        """Return the items directly within a session (or the programme), in order."""
        return tuple(item for item in self.sessions if item.parent == parent)
