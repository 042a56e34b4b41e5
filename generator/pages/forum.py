"""The page of a forum, and with it all pages about forums and events."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.addresses import FORUMS, event_address, forum_address, host_address, organisation_address
from generator.model.forum import Forum
from generator.model.identifiers import EventId, ForumId
from generator.model.session import Appearance
from generator.pages.edition import Edition
from generator.pages.event import event_page
from generator.pages.forum_lines import counted, days_words, forums_of, recorded_words
from generator.pages.forums_index import forums_page
from generator.pages.frame import Frame, SideItem, Step, framed_page
from generator.pages.making import Making, PageJob
from generator.pages.page import Page
from generator.pages.people_lists import person_lines
from generator.pages.programme_days import ProgrammeDay, programme_days
from generator.pages.said import Said
from generator.pages.templating import Templates
from generator.pages.when import forum_days

_NARROW = 2
"""Rooms that stand side by side between the side columns."""


def forum_pages(making: Making) -> Iterator[PageJob]:
    """Yield the list of forums, and the page of every forum and event."""
    edition, templates = making.edition, making.templates
    yield PageJob(FORUMS, partial(forums_page, edition, templates))
    for event in edition.held.events:
        yield PageJob(event_address(event), partial(_event, making, event))
    for forum in edition.held.forums:
        yield PageJob(forum_address(forum), partial(_forum, making, forum))


def _event(making: Making, event: EventId) -> Page:
    return event_page(making.edition, making.templates, making.edition.held.events[event])


def _forum(making: Making, forum: ForumId) -> Page:
    return forum_page(making.edition, making.templates, making.edition.held.forums[forum])


def forum_page(edition: Edition, templates: Templates, forum: Forum) -> Page:
    """Return the page of a forum."""
    words = edition.words
    here = forum_address(forum.id)
    event = edition.held.events[forum.event]
    title = edition.say(forum.title, forum.language)
    description = edition.maybe(forum.description, forum.language)
    days = programme_days(edition, forum, here)
    people = person_lines(edition, forum, _everyone(forum), here)
    number = words("forum.sessions", count=counted(forum.sessions))
    recorded = recorded_words(edition, forum, forum.sessions)
    counts = words("punctuation.separator").join(one for one in (number, recorded) if one)
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
        "clocked": any(day.bounds and _has_times(day) for day in days),
        "host_href": edition.link(here, host_address(forum.id)) if edition.shows_host(forum) else "",
        "people": people,
        "rights": _rights(edition, forum),
        "sources": _sources(edition, forum),
    }
    toc = [SideItem(Said(day.title, edition.language), f"#{day.id}") for day in days]
    if people:
        toc.append(SideItem(Said(words("forum.people"), edition.language), "#people"))
    # More rooms than two side by side want the room of the side columns.
    wide = any(day.named > _NARROW for day in days)
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
        aside=None if wide else (edition.say(event.title), aside),
        aside_address=event_address(event.id),
        toc=None if wide else (words("nav.page"), toc),
        wide=wide,
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


def _has_times(day: ProgrammeDay) -> bool:
    return any(item.start for room in day.rooms for item in room.items)


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
