"""What a record is of: a session, or what the host says between the sessions."""

from __future__ import annotations

from dataclasses import dataclass

from generator.addresses import Address, host_address, session_address
from generator.model.forum import Forum
from generator.model.identifiers import HOST, RecordingId, SessionId
from generator.model.record import Paragraph, Record
from generator.model.session import Appearance, Session, Slide


@dataclass(frozen=True, slots=True)
class Subject:
    """What a record's text needs to know of the thing that it is the record of.

    Attributes:
        forum: Where it was said.
        name: What the record's files are named by: the session's id, or `host`.
        here: The page that the text stands on.
        people: Who may speak, as they were that day.
        slides: What was shown.
        recording: What a time without a recording's name is the clock of; None where the forum has one only.
    """

    forum: Forum
    name: SessionId
    here: Address
    people: tuple[Appearance, ...]
    slides: tuple[Slide, ...] = ()
    recording: RecordingId | None = None

    def appearance(self, person: str) -> Appearance | None:
        """Return how a person appears, or None."""
        return next((one for one in self.people if one.person == person), None)


def session_subject(forum: Forum, session: Session) -> Subject:
    """Return a session as what a record is of."""
    heard = session.heard[0].recording if session.heard else None
    here = session_address(forum.id, session.id)
    return Subject(forum, session.id, here, session.people, session.slides, heard)


def host_subject(forum: Forum, record: Record) -> Subject:
    """Return what the host says between the sessions as what a record is of.

    Its people are those who lead the forum, and who else speaks in the record, as in their own sessions.
    """
    speaking = {block.turn.person for block in record.blocks if isinstance(block, Paragraph) and block.turn}
    people = {one.person: one for one in forum.people}
    for session in forum.sessions:
        for one in session.people:
            if one.person in speaking:
                people.setdefault(one.person, one)
    return Subject(forum, HOST, host_address(forum.id), tuple(people.values()))
