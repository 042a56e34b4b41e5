"""The page of an event."""

from __future__ import annotations

from generator.addresses import FORUMS, event_address
from generator.model.event import Event
from generator.pages.edition import Edition
from generator.pages.forum_lines import forum_line, forums_of
from generator.pages.frame import Frame, Step, framed_page
from generator.pages.page import Page
from generator.pages.said import Said
from generator.pages.templating import Templates
from generator.pages.when import range_words


def event_page(edition: Edition, templates: Templates, event: Event) -> Page:
    """Return the page of an event: its forums."""
    here = event_address(event.id)
    title = edition.say(event.title)
    facts = []
    if event.dates:
        first, last = event.dates.from_, event.dates.to or event.dates.from_
        facts.append(range_words(first, last, edition.language))
    place = edition.maybe(event.place)
    if place:
        facts.append(place.text)
    values = {
        "words": edition.words,
        "title": title,
        "also": edition.also(event.title),
        "facts": facts,
        "url": event.url,
        "forums": [forum_line(edition, forum, here) for forum in forums_of(edition, event)],
    }
    frame = Frame(
        kind="event",
        section="forums",
        address=here,
        title=title,
        description=edition.words("list.dot").join([title.text, *facts]),
        path=(Step(Said(edition.words("nav.forums"), edition.language), FORUMS),),
    )
    return framed_page(edition, frame, templates.page("event.md", values))
