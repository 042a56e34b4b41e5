"""The recording cut into sessions, the host's words between them, and what is no programme."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.identifiers import PersonId, SessionId
from generator.model.session import SessionKind

Stretch = tuple[int, int]
"""Indices of the recording, from and to (not included)."""


@dataclass(frozen=True, slots=True)
class FoundTurn:
    """Who begins to speak where.

    Attributes:
        start: Where it begins in the recording.
        end: Where it ends; not included.
        person: Who, as far as can be told; None for the audience or somebody unknown.
        sure: Whether that is certain enough to be written without a remark.
    """

    start: int
    end: int
    person: PersonId | None
    sure: bool


@dataclass(frozen=True, slots=True)
class FoundSession:
    """A session, where it was heard.

    Attributes:
        id: Its id in the programme; of a proposed one, a new id.
        kind: What it is.
        start: Where it begins in the recording.
        end: Where it ends; not included.
        speakers: Who speaks.
        turns: Who speaks where; empty for a single speaker.
        proposed: The programme does not have it.
    """

    id: SessionId
    kind: SessionKind
    start: int
    end: int
    speakers: tuple[PersonId, ...]
    turns: tuple[FoundTurn, ...] = ()
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Division:
    """The whole recording, cut.

    Attributes:
        sessions: In the order of the recording.
        host: What the host says between sessions.
        aside: Announcements, and what else is not programme.
        missing: Sessions of the programme that are not in the recording.
    """

    sessions: tuple[FoundSession, ...]
    host: tuple[Stretch, ...]
    aside: tuple[Stretch, ...]
    missing: tuple[SessionId, ...]
