"""A programme as a list: when, what, who, and items within items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.addresses import Address, session_address
from generator.model.dates import ClockTime, PartialDate
from generator.model.forum import Forum
from generator.model.session import RecordState, Session, SessionKind, SessionStatus
from generator.pages.edition import Edition
from generator.pages.people_lists import PersonLine, person_lines
from generator.pages.programme_notes import OFF, programme_notes, record_note
from generator.pages.said import Said
from generator.pages.when import date_words, day_of, machine_clock

_MINOR = {SessionKind.OPENING, SessionKind.CLOSING, SessionKind.CEREMONY, SessionKind.FILM, SessionKind.BREAK}


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of the day.

    Attributes:
        text: As readers see it, `09:15`.
        machine: With date and offset where the day is known; HTML's `datetime`.
    """

    text: str
    machine: str


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """A line of a programme.

    Attributes:
        start: When it began, or None.
        end: When it ended, or None.
        title: The session's title.
        href: Its page; empty for a break.
        kind: In words; empty where the title says just that.
        css: Classes of the line.
        people: Who was in it.
        affiliations: Whether people are shown with their organisations.
        elsewhere: Day and room, where they are not those of what it belongs to.
        record: In words, whether there is a record to read; empty where that goes without saying.
        notes: What readers should know first: cancelled, moved, not recorded.
        off: Whether it did not take place at the time that is given.
        children: Items within it.
        row: Where several rooms stand side by side, the row that it begins in, from 1; 0 elsewhere.
        rows: And how many rows it reaches over.
    """

    start: Moment | None
    end: Moment | None
    title: Said
    href: str
    kind: str
    css: str
    people: tuple[PersonLine, ...]
    affiliations: bool
    elsewhere: tuple[Said, ...]
    record: str
    notes: tuple[Said | Markup, ...]
    off: bool
    children: tuple[ProgrammeItem, ...]
    row: int = 0
    rows: int = 0


def has_page(session: Session) -> bool:
    """Whether a session has a page of its own; a break has none."""
    return session.kind is not SessionKind.BREAK


def programme_items(
    edition: Edition, forum: Forum, sessions: Sequence[Session], here: Address
) -> tuple[ProgrammeItem, ...]:
    """Return lines for sessions and for the items within them."""
    return tuple(_item(edition, forum, session, here) for session in sessions)


def moment(forum: Forum, day: PartialDate, clock: ClockTime | None) -> Moment | None:
    """Return a time of the day as lists show it, or None where it is not known."""
    return Moment(str(clock), machine_clock(forum, day, clock)) if clock else None


def _item(edition: Edition, forum: Forum, session: Session, here: Address) -> ProgrammeItem:
    title = edition.say(session.title, forum.language)
    kind = edition.words(f"kind.{session.kind}")
    people = person_lines(edition, forum, session.people, here)
    recorded = session.record not in {RecordState.NONE, RecordState.WITHHELD}
    day = day_of(forum, session)
    css = []
    if session.kind is SessionKind.BREAK:
        css.append("fp-break")
    elif session.kind in _MINOR or not edition.shows_words(forum, session):
        # What can be read stands out; what cannot yet is there, but quieter.
        css.append("fp-minor")
    if not recorded or session.status is not SessionStatus.HELD:
        css.append("fp-norec")
    return ProgrammeItem(
        start=moment(forum, day, session.start),
        end=moment(forum, day, session.end),
        title=title,
        href=edition.link(here, session_address(forum.id, session.id)) if has_page(session) else "",
        kind="" if kind in title.text else kind,
        css=" ".join(css),
        people=people,
        affiliations=len(people) == 1,
        elsewhere=_elsewhere(edition, forum, session),
        record=record_note(edition, forum, session),
        notes=programme_notes(edition, forum, session, here),
        off=session.status in OFF,
        children=programme_items(edition, forum, forum.children(session.id), here),
    )


def _elsewhere(edition: Edition, forum: Forum, session: Session) -> tuple[Said, ...]:
    parent = forum.session(session.parent) if session.parent else None
    if parent is None:
        return ()
    found = []
    day = day_of(forum, session)
    if day != day_of(forum, parent):
        found.append(Said(date_words(day, edition.language), edition.language))
    if session.room and session.room != parent.room:
        found.append(edition.say(session.room, forum.language))
    return tuple(found)
