"""What the host says between the sessions, and which of its chapters belongs to which session."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from generator.addresses import Address, host_address, session_address
from generator.model.forum import Forum
from generator.model.identifiers import HOST, Mark, SessionId
from generator.model.record_text import chapters_of_sessions
from generator.model.session import RecordState, Session, SessionStatus
from generator.pages.edition import Edition
from generator.pages.marks_shown import marks_shown
from generator.pages.record_choice import State, made_state, written_record
from generator.pages.said import sentence


def host_chapters(edition: Edition, forum: Forum) -> Mapping[SessionId, Mark]:
    """Return the first chapter that leads to each session, by its mark, among those that the edition shows.

    A heading may link its session in one language and not in another: it is the same chapter by its mark.
    """
    shown = written_record(edition, forum, HOST)
    if shown is None:
        return {}
    there = marks_shown(edition, forum, HOST)
    records = (edition.held.records[forum.id, HOST, one] for one in edition.held.written(forum.id, HOST))
    found: dict[SessionId, Mark] = {}
    for record in (shown, *records):
        for session, heading in chapters_of_sessions(record):
            if heading.marks[0] in there:
                found.setdefault(session, heading.marks[0])
    return found


def introduction_href(edition: Edition, forum: Forum, session: Session, here: Address) -> str:
    """Return where the host leads over to a session; empty where no published chapter does."""
    mark = host_chapters(edition, forum).get(session.id)
    return edition.link(here, host_address(forum.id), mark) if mark else ""


def words_href(edition: Edition, forum: Forum, session: Session, here: Address) -> str:
    """Return where the words of a session stand in the host's record; empty where they do not, or not yet."""
    if session.record is not RecordState.HOST or not edition.shows_host(forum):
        return ""
    mark = host_chapters(edition, forum).get(session.id, "")
    return edition.link(here, host_address(forum.id), mark)


def host_state(edition: Edition, forum: Forum, session: Session) -> State | None:
    """Return where a session's words stand if that is the host's record, and how it was made; else None."""
    href = words_href(edition, forum, session, session_address(forum.id, session.id))
    record = written_record(edition, forum, HOST)
    if not href or record is None or session.status is not SessionStatus.HELD:
        return None
    place = Markup('<a href="{}">{}</a>').format(href, edition.words("host.title"))
    made = made_state(edition, record)
    return State(sentence(edition.words, "record.host_long", place=place, made=made.words), made.css)
