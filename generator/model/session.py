"""One item of a programme, and who was in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.model.about import About
from generator.model.dates import ClockTime, PartialDate, Timecode
from generator.model.identifiers import (
    ImagePath,
    LanguageTag,
    OrganisationId,
    PersonId,
    RecordingId,
    SessionId,
    TopicId,
)
from generator.model.text import LocalizedText


class SessionKind(StrEnum):
    """What a session is."""

    OPENING = "opening"
    ADDRESS = "address"
    TALK = "talk"
    PANEL = "panel"
    CEREMONY = "ceremony"
    FILM = "film"
    QA = "qa"
    CLOSING = "closing"
    BREAK = "break"


class SessionStatus(StrEnum):
    """What became of a session of the programme."""

    HELD = "held"
    CANCELLED = "cancelled"
    MOVED = "moved"
    REPLACED = "replaced"
    UNKNOWN = "unknown"


class RecordState(StrEnum):
    """Whether a session has a record: its own, or a place in the host's words."""

    PUBLISHED = "published"
    HOST = "host"
    PENDING = "pending"
    NONE = "none"
    WITHHELD = "withheld"


class Role(StrEnum):
    """What a person does in a session or a forum."""

    SPEAKER = "speaker"
    MODERATOR = "moderator"
    PANELIST = "panelist"
    HOST = "host"
    CHAIR = "chair"
    GUEST = "guest"
    INTERPRETER = "interpreter"


class Attendance(StrEnum):
    """Whether the person was in the room."""

    HERE = "here"
    REMOTE = "remote"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """Where a person belonged on that day, and as what."""

    organisation: Annotated[OrganisationId, About("The organisation.", "tsinghua")]
    position: Annotated[LocalizedText | None, About("The position as it was given that day.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A person in a session (or a forum), as they were that day."""

    person: Annotated[PersonId, About("Who.", "lin-wan")]
    roles: Annotated[tuple[Role, ...], About("As what; one or more.")]
    affiliations: Annotated[tuple[Affiliation, ...], About("Organisations and positions of that day.")] = ()
    attended: Annotated[Attendance, About("In the room, from afar, or not at all.")] = Attendance.HERE
    label: Annotated[
        str | None, About("The name before this person's turns, where two people share a name.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The part of a recording that holds the session."""

    recording: Annotated[RecordingId, About("Which recording of the forum.", "a")]
    from_: Annotated[Timecode | None, About("Where it begins in the recording.", '"00:32:10"')] = None
    to: Annotated[Timecode | None, About("Where it ends.", '"00:51:40"')] = None
    lines: Annotated[
        tuple[int, int] | None,
        About("First and last line, where the transcript has no times.", "[905, 1378]"),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide, where it was shown."""

    image: Annotated[ImagePath, About("The picture, by its name in the forum's `images/`.", "slide-7.png")]
    alt: Annotated[LocalizedText, About("What the picture shows, for those who cannot see it.")]
    at: Annotated[Timecode | None, About("When it was shown, by the recording's clock.")] = None
    rights: Annotated[LocalizedText | None, About("By what leave it is shown.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One item of the programme, perhaps within another."""

    id: Annotated[
        SessionId, About("Its name in addresses, within the forum; never changes.", "lin-wan-margins")
    ]
    kind: Annotated[SessionKind, About("What it is.")]
    title: Annotated[LocalizedText, About("The title, as the programme has it.")]
    parent: Annotated[SessionId | None, About("The session that it is an item of.")] = None
    date: Annotated[PartialDate | None, About("The day, where the forum has several.", "2024-07-05")] = None
    room: Annotated[LocalizedText | None, About("The room, where the forum has several.")] = None
    start: Annotated[ClockTime | None, About("When it began, by the programme.", '"10:00"')] = None
    end: Annotated[ClockTime | None, About("When it ended, by the programme.", '"10:20"')] = None
    status: Annotated[SessionStatus, About("What became of it.")] = SessionStatus.HELD
    moved_to: Annotated[SessionId | None, About("The session that it became, where it was moved.")] = None
    spoken: Annotated[
        tuple[LanguageTag, ...], About("Languages that were spoken, where not the forum's.")
    ] = ()
    announced_as: Annotated[
        LocalizedText | None, About("The title that was announced, where it is not the programme's.")
    ] = None
    people: Annotated[tuple[Appearance, ...], About("Who was in it, in the order of the programme.")] = ()
    abstract: Annotated[LocalizedText | None, About("What it was about, in two or three sentences.")] = None
    key_points: Annotated[tuple[LocalizedText, ...], About("What to take away; one sentence each.")] = ()
    topics: Annotated[tuple[TopicId, ...], About("What it is grouped by.")] = ()
    heard: Annotated[tuple[Heard, ...], About("The parts of recordings that hold it.")] = ()
    record: Annotated[
        RecordState, About("Whether there is a record; `host`: its words stand in the host's record.")
    ] = RecordState.PENDING
    why: Annotated[LocalizedText | None, About("Why there is no record.")] = None
    slides: Annotated[tuple[Slide, ...], About("Slides, where they were shown.")] = ()
    formerly: Annotated[tuple[SessionId, ...], About("Ids it had before; old addresses lead here.")] = ()
