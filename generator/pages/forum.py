"""The page of a forum, and with it all pages about forums and events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.addresses import FORUMS, Address, event_address, forum_address, organisation_address
from generator.model.dates import ClockTime
from generator.model.forum import Forum
from generator.model.session import Appearance, Session
from generator.model.text import LocalizedText
from generator.pages.edition import Edition
from generator.pages.event import event_page
from generator.pages.forum_lines import counted, days_words, forums_of
from generator.pages.forums_index import forums_page
from generator.pages.frame import Frame, SideItem, Step, framed_page
from generator.pages.page import Page
from generator.pages.people_lists import person_lines
from generator.pages.programme_list import programme_items
from generator.pages.said import Said
from generator.pages.templating import Templates
from generator.pages.when import date_words, forum_days


def forum_pages(edition: Edition, templates: Templates) -> Iterator[Page]:
    """Yield the list of forums, and the page of every forum and event."""
    yield forums_page(edition, templates)
    for event in edition.held.events.values():
        yield event_page(edition, templates, event)
    for forum in edition.held.forums.values():
        yield forum_page(edition, templates, forum)


def forum_page(edition: Edition, templates: Templates, forum: Forum) -> Page:
    """Return the page of a forum."""
    words = edition.words
    here = forum_address(forum.id)
    event = edition.held.events[forum.event]
    title = edition.say(forum.title, forum.language)
    description = edition.maybe(forum.description, forum.language)
    days = _days(edition, forum, here)
    people = person_lines(edition, forum, _everyone(forum), here)
    recorded = sum(1 for session in forum.sessions if edition.shows_record(forum, session))
    counts = words("punctuation.separator").join(
        (words("forum.sessions", count=counted(forum.sessions)), words("forum.recorded", count=recorded))
    )
    values: dict[str, object] = {
        "words": words,
        "event": {"title": edition.say(event.title), "href": edition.link(here, event_address(event.id))},
        "title": title,
        "also": edition.also(forum.title),
        "machine_date": str(forum_days(forum)[0]),
        "date": days_words(edition, forum),
        "facts": [edition.say(forum.venue, forum.language)] if forum.venue else [],
        "organisers": [
            {"title": edition.organisation(one), "href": edition.link(here, organisation_address(one))}
            for one in forum.organisers
        ],
        "counts": counts,
        "description": description,
        "days": days,
        "people": people,
        "rights": _rights(edition, forum),
        "sources": _sources(edition, forum),
    }
    toc = [SideItem(Said(str(day["title"]), edition.language), f"#{day['id']}") for day in days]
    if people:
        toc.append(SideItem(Said(words("forum.people"), edition.language), "#people"))
    siblings = forums_of(edition, event)
    aside = [
        SideItem(
            edition.say(one.title, one.language),
            edition.link(here, forum_address(one.id)),
            current=one.id == forum.id,
        )
        for one in siblings
    ]
    frame = Frame(
        kind="forum",
        section="forums",
        address=here,
        title=title,
        description=description.text if description else f"{title.text} · {edition.say(event.title).text}",
        path=(
            Step(Said(words("nav.forums"), edition.language), FORUMS),
            Step(edition.say(event.title), event_address(event.id)),
        ),
        aside=(edition.say(event.title), aside),
        aside_address=event_address(event.id),
        toc=(words("nav.page"), toc),
    )
    return framed_page(edition, frame, templates.page("forum.md", values))


def _everyone(forum: Forum) -> list[Appearance]:
    """Return each person of a forum once, as they first appear, hosts and chairs first."""
    found: dict[str, Appearance] = {}
    for one in [*forum.people, *(one for session in forum.sessions for one in session.people)]:
        known = found.get(one.person)
        if known is None or (not known.affiliations and one.affiliations):
            found[one.person] = one
    return list(found.values())


def _days(edition: Edition, forum: Forum, here: Address) -> list[dict[str, object]]:
    top = forum.children(None)
    days = sorted({session.date or forum.date for session in top})
    found: list[dict[str, object]] = []
    for number, day in enumerate(days):
        of_day = [session for session in top if (session.date or forum.date) == day]
        rooms = []
        for room, sessions in _by_room(of_day).items():
            said = edition.maybe(room, forum.language)
            rooms.append({"title": said, "items": programme_items(edition, forum, sessions, here)})
        several = len(days) > 1
        title = (
            date_words(day, edition.language, weekday=True) if several else edition.words("forum.programme")
        )
        found.append({"id": f"day-{number + 1}" if several else "programme", "title": title, "rooms": rooms})
    return found


def _by_room(sessions: Sequence[Session]) -> dict[LocalizedText | None, list[Session]]:
    """Return sessions by room, in the order of their times; what has no time stays where the editor put it.

    The room in which the day begins comes first, but for what was in no room: below a room's name it would
    seem to have been there.
    """
    ordered = list(sessions)
    if all(session.start for session in sessions):
        ordered.sort(key=lambda session: session.start or ClockTime(0))
    else:
        timed = iter(
            sorted((one for one in sessions if one.start), key=lambda one: one.start or ClockTime(0))
        )
        ordered = [next(timed) if session.start else session for session in sessions]
    rooms: dict[LocalizedText | None, list[Session]] = {None: []}
    for session in ordered:
        rooms.setdefault(session.room, []).append(session)
    return {room: found for room, found in rooms.items() if found}


def _rights(edition: Edition, forum: Forum) -> list[dict[str, object]]:
    found = []
    for name in ("text", "recording", "slides", "consent"):
        text = edition.maybe(getattr(forum.rights, name), forum.language)
        if text:
            found.append({"title": edition.words(f"forum.rights_{name}"), "text": text})
    return found


def _sources(edition: Edition, forum: Forum) -> list[dict[str, object]]:
    found = []
    for source in forum.sources:
        title = edition.maybe(source.title, forum.language)
        if title or source.url:
            text = title or Said(str(source.url), edition.language)
            found.append({"title": edition.words(f"source.{source.kind}"), "text": text, "href": source.url})
    return found
