"""Forums and events as lists show them: which, in what order, with what facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.addresses import Address, forum_address
from generator.model.dates import PartialDate
from generator.model.event import Event
from generator.model.forum import Forum
from generator.model.session import Session, SessionKind
from generator.pages.edition import Edition
from generator.pages.session_lines import Line
from generator.pages.when import forum_days, range_words


def forums_of(edition: Edition, event: Event) -> tuple[Forum, ...]:
    """Return the forums of an event, by day and then by id."""
    found = [forum for forum in edition.held.forums.values() if forum.event == event.id]
    return tuple(sorted(found, key=lambda forum: (forum_days(forum)[0], forum.id)))


def events_latest_first(edition: Edition) -> tuple[Event, ...]:
    """Return the events that have forums, the latest first."""

    def day(event: Event) -> PartialDate:
        days = [forum_days(forum)[0] for forum in forums_of(edition, event)]
        return max(days)

    found = [event for event in edition.held.events.values() if forums_of(edition, event)]
    return tuple(sorted(found, key=lambda event: (day(event), event.id), reverse=True))


def forum_line(edition: Edition, forum: Forum, here: Address) -> Line:
    """Return a forum as a line: when, how many sessions, how many people."""
    people = {one.person for session in forum.sessions for one in session.people}
    people |= {one.person for one in forum.people}
    facts = [
        days_words(edition, forum),
        edition.words("forum.sessions", count=counted(forum.sessions)),
        edition.words("forum.people_count", count=len(people)),
    ]
    title = edition.say(forum.title, forum.language)
    return Line(title, edition.link(here, forum_address(forum.id)), edition.words("list.dot").join(facts))


def dated_line(edition: Edition, forum: Forum, here: Address) -> Line:
    """Return a forum as a line that says only when it was."""
    title = edition.say(forum.title, forum.language)
    return Line(title, edition.link(here, forum_address(forum.id)), days_words(edition, forum))


def counted(sessions: Sequence[Session]) -> int:
    """Return how many sessions a list says there are: breaks and items within items are not counted."""
    return sum(1 for session in sessions if session.kind is not SessionKind.BREAK and not session.parent)


def recorded_words(edition: Edition, forum: Forum, sessions: Sequence[Session]) -> str:
    """Return how many of the sessions that are counted can be read, and how many of those someone checked.

    A session counts whose words stand in its own record, in the host's, or in that of an item within it.
    """
    words = edition.words
    top = [session for session in sessions if session.kind is not SessionKind.BREAK and not session.parent]
    read = [session for session in top if _any_of(forum, session, edition.shows_words)]
    if not read:
        return ""
    checked = sum(1 for session in read if _any_of(forum, session, edition.has_checked))
    told = words("forum.checked", count=checked) if checked else words("forum.unchecked")
    return words("punctuation.separator").join((words("forum.recorded", count=len(read)), told))


def _any_of(forum: Forum, session: Session, holds: Callable[[Forum, Session], bool]) -> bool:
    inner = forum.children(session.id)
    return holds(forum, session) or any(_any_of(forum, one, holds) for one in inner)


def days_words(edition: Edition, forum: Forum) -> str:
    """Return the days of a forum in words."""
    days = forum_days(forum)
    return range_words(days[0], days[-1], edition.language)
