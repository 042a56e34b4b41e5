"""Sessions as lines of a list, on any page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.addresses import Address, session_address
from generator.model.forum import Forum
from generator.model.session import RecordState, Session, SessionStatus
from generator.pages.edition import Edition
from generator.pages.namesakes import names_apart
from generator.pages.said import Said, joined, sentence
from generator.pages.when import clock_range, date_words


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: a title that leads somewhere, with small facts and perhaps a note under it."""

    title: Said
    href: str
    facts: Said | str = ""
    point: Said | None = None
    note: str = ""


def session_line(
    edition: Edition, forum: Forum, session: Session, here: Address, *, with_people: bool = True
) -> Line:
    """Return a session as a line: kind, people, forum, date, and whether it was recorded."""
    words = edition.words
    names = names_apart(edition, forum, session.people)
    people = joined(words("list.comma"), names[:_MOST])
    if len(names) > _MOST:
        people = sentence(words, "list.and_others", count=len(names), names=people)
    clock = clock_range(session)
    date = date_words(session.date or forum.date, edition.language)
    facts: list[Said | str] = [
        words(f"kind.{session.kind}"),
        people if with_people else "",
        edition.say(forum.title, forum.language),
        # A range of hours that breaks after its dash reads as two times.
        Markup('{} <span class="fp-nobr">{}</span>').format(date, clock) if clock else date,
        outcome_words(edition, session),
    ]
    return Line(
        edition.say(session.title, forum.language),
        edition.link(here, session_address(forum.id, session.id)),
        joined(words("list.dot"), facts),
    )


def outcome_words(edition: Edition, session: Session) -> str:
    """Return what became of a session where it was not simply held and recorded, else the empty text."""
    if session.status is not SessionStatus.HELD:
        return edition.words(f"status.{session.status}")
    return edition.words("record.none") if session.record is RecordState.NONE else ""


_MOST = 4
"""Names in a line before the rest is only counted."""
