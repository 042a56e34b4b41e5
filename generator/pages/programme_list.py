"""A programme as a list: by day and room, items within items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.addresses import Address, session_address
from generator.model.forum import Forum
from generator.model.session import RecordState, Session, SessionKind, SessionStatus
from generator.pages.edition import Edition
from generator.pages.people_lists import PersonLine, person_lines
from generator.pages.said import Said

_MINOR = {SessionKind.OPENING, SessionKind.CLOSING, SessionKind.CEREMONY, SessionKind.FILM, SessionKind.BREAK}


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """A line of a programme.

    Attributes:
        time: Start, or the empty text.
        title: The session's title.
        href: Its page; empty for a break.
        kind: In words; empty where the title says just that.
        css: Classes of the line.
        people: Who was in it.
        affiliations: Whether people are shown with their organisations.
        room: Where, in lists that span rooms.
        notes: What readers should know: not recorded, cancelled, unchecked.
        children: Items within it.
    """

    time: str
    title: Said
    href: str
    kind: str
    css: str
    people: tuple[PersonLine, ...]
    affiliations: bool
    room: str
    notes: tuple[str, ...]
    children: tuple[ProgrammeItem, ...]


def has_page(session: Session) -> bool:
    """Whether a session has a page of its own; a break has none."""
    return session.kind is not SessionKind.BREAK


def programme_items(
    edition: Edition, forum: Forum, sessions: Sequence[Session], here: Address
) -> tuple[ProgrammeItem, ...]:
    """Return lines for sessions and for the items within them."""
    return tuple(_item(edition, forum, session, here) for session in sessions)


def _item(edition: Edition, forum: Forum, session: Session, here: Address) -> ProgrammeItem:
    title = edition.say(session.title, forum.language)
    kind = edition.words(f"kind.{session.kind}")
    people = person_lines(edition, forum, session.people, here)
    recorded = session.record not in {RecordState.NONE, RecordState.WITHHELD}
    css = []
    if session.kind is SessionKind.BREAK:
        css.append("fp-break")
    elif session.kind in _MINOR or not edition.shows_record(forum, session):
        # What can be read stands out; what cannot yet is there, but quieter.
        css.append("fp-minor")
    if not recorded or session.status is not SessionStatus.HELD:
        css.append("fp-norec")
    return ProgrammeItem(
        time=str(session.start) if session.start else "",
        title=title,
        href=edition.link(here, session_address(forum.id, session.id)) if has_page(session) else "",
        kind="" if kind in title.text else kind,
        css=" ".join(css),
        people=people,
        affiliations=len(people) == 1,
        room="",
        notes=_notes(edition, forum, session),
        children=programme_items(edition, forum, forum.children(session.id), here),
    )


def _notes(edition: Edition, forum: Forum, session: Session) -> tuple[str, ...]:
    words = edition.words
    notes = []
    if session.status is not SessionStatus.HELD:
        notes.append(words(f"status.{session.status}"))
    elif session.record is RecordState.NONE:
        why = edition.maybe(session.why, forum.language)
        notes.append(why.text if why else words("record.none"))
    elif session.record is RecordState.WITHHELD:
        notes.append(words("record.withheld"))
    return tuple(notes)
