"""The list of all forums, by event."""

from __future__ import annotations

from generator.addresses import FORUMS, event_address
from generator.pages.edition import Edition
from generator.pages.forum_lines import events_latest_first, forum_line, forums_of
from generator.pages.frame import Frame, framed_page
from generator.pages.page import Page
from generator.pages.said import Said
from generator.pages.templating import Templates


def forums_page(edition: Edition, templates: Templates) -> Page:
    """Return the list of all forums: the latest event first."""
    events = [
        {
            "id": event.id,
            "title": edition.say(event.title),
            "href": edition.link(FORUMS, event_address(event.id)),
            "facts": edition.say(event.place) if event.place else "",
            "forums": [forum_line(edition, forum, FORUMS) for forum in forums_of(edition, event)],
        }
        for event in events_latest_first(edition)
    ]
    frame = Frame(
        kind="index",
        section="forums",
        address=FORUMS,
        title=Said(edition.words("nav.forums"), edition.language),
        description=edition.words("forum.lead"),
    )
    return framed_page(
        edition, frame, templates.page("forums.md", {"words": edition.words, "events": events})
    )
