"""What a programme says of a session in words: what became of it, and whether there is a record."""

from __future__ import annotations

from markupsafe import Markup

from generator.addresses import Address, session_address
from generator.model.forum import Forum
from generator.model.session import RecordState, Session, SessionKind, SessionStatus
from generator.pages.edition import Edition
from generator.pages.host_words import words_href
from generator.pages.said import Said, joined, sentence
from generator.pages.when import clock_range, date_words, day_of

OFF = {SessionStatus.CANCELLED, SessionStatus.MOVED, SessionStatus.REPLACED}
"""What did not take place at the time that the programme gives."""


def programme_notes(
    edition: Edition, forum: Forum, session: Session, here: Address
) -> tuple[Said | Markup, ...]:
    """Return what readers should know first: cancelled, moved to where, not recorded, withheld, and why."""
    notes: list[Said | Markup] = []
    if session.status is not SessionStatus.HELD:
        notes.append(_outcome(edition, forum, session, here))
    said_why = edition.maybe(session.why, forum.language)
    key = {RecordState.NONE: "record.none", RecordState.WITHHELD: "record.withheld"}.get(session.record)
    if session.record is RecordState.WITHHELD and session.status is SessionStatus.HELD:
        notes.append(Said(edition.words("record.withheld"), edition.language))
    if key and said_why:
        notes.append(said_why)
    elif session.record is RecordState.NONE and not notes and session.kind is not SessionKind.BREAK:
        notes.append(Said(edition.words("record.none"), edition.language))
    place = words_href(edition, forum, session, here) if session.status is SessionStatus.HELD else ""
    if place:
        notes.append(Markup('<a href="{}">{}</a>').format(place, edition.words("record.host")))
    return tuple(notes)


def record_note(edition: Edition, forum: Forum, session: Session) -> str:
    """Return in words whether there is a record to read; empty where a note says so, or nothing needs to."""
    if session.kind is SessionKind.BREAK or session.status in OFF:
        return ""
    if session.record is RecordState.PENDING:
        return edition.words("record.pending")
    if session.record not in {RecordState.PUBLISHED, RecordState.HOST}:
        return ""
    if edition.shows_words(forum, session) and session.record is RecordState.HOST:
        return ""  # the note that leads there says so
    if not edition.shows_record(forum, session):
        return edition.words("record.held_back")
    return edition.words("record.there_checked" if edition.has_checked(forum, session) else "record.there")


def _outcome(edition: Edition, forum: Forum, session: Session, here: Address) -> Said | Markup:
    words = edition.words
    moved = forum.session(session.moved_to) if session.moved_to else None
    if session.status is not SessionStatus.MOVED or moved is None:
        return Said(words(f"status.{session.status}"), edition.language)
    href = edition.link(here, session_address(forum.id, moved.id))
    link = Markup('<a href="{}">{}</a>').format(href, edition.say(moved.title, forum.language))
    day = day_of(forum, moved)
    when = f"{date_words(day, edition.language)} {clock_range(moved)}".strip()
    # The day is told only where it is another one: "moved to" is about what changed.
    place = [
        when if day != day_of(forum, session) else clock_range(moved),
        edition.maybe(moved.room, forum.language),
    ]
    return joined(
        words("list.dot"), [sentence(words, "status.moved_to", session=link), *(one for one in place if one)]
    )
