"""The home page, and the page about the proceedings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.addresses import (
    ABOUT,
    CORRECTIONS,
    HOME,
    event_address,
)
from generator.pages.edition import Edition
from generator.pages.forum_lines import events_latest_first, forum_line, forums_of
from generator.pages.frame import Frame, framed_page
from generator.pages.making import Making, PageJob
from generator.pages.page import Page
from generator.pages.said import Said
from generator.pages.session_lines import Line, session_line
from generator.pages.templating import Templates
from generator.pages.ways_in import ways_in

_RECORDS = 6
_ABOUT = (
    ("how", ("how",)),
    ("forms", ("forms_verbatim", "forms_edited", "forms_summary")),
    ("checked", ("checked",)),
    ("left-out", ("left_out",)),
    ("languages", ("languages",)),
    ("names", ("names",)),
    ("links", ("links",)),
    ("corrections", ("corrections",)),
    ("privacy", ("privacy",)),
    ("rights", ("rights",)),
)
"""Parts of the page about the proceedings: their ids, and the words of their paragraphs."""


def home_pages(making: Making) -> Iterator[PageJob]:
    """Yield the home page and the page about the proceedings."""
    yield PageJob(HOME, partial(_home_page, making))
    yield PageJob(ABOUT, partial(_about_page, making.edition, making.templates))


def _home_page(making: Making) -> Page:
    edition, templates = making.edition, making.templates
    words = edition.words
    name, lead = edition.say(edition.site.name), edition.say(edition.site.lead)
    own: list[Line] = []
    among_the_hosts: list[Line] = []
    for event in events_latest_first(edition):
        for forum in forums_of(edition, event):
            for session in forum.sessions:
                if edition.shows_words(forum, session):
                    line = session_line(edition, forum, session, HOME)
                    point = edition.say(session.key_points[0], forum.language) if session.key_points else None
                    lines = own if edition.shows_record(forum, session) else among_the_hosts
                    lines.append(Line(line.title, line.href, line.facts, point))
    values: dict[str, object] = {
        "words": words,
        "name": name,
        "lead": lead,
        # A text of its own is worth more of the little room here than a place among the host's words.
        "records": (own + among_the_hosts)[:_RECORDS],
        "events": [
            {
                "title": edition.say(event.title),
                "href": edition.link(HOME, event_address(event.id)),
                "forums": [forum_line(edition, forum, HOME) for forum in forums_of(edition, event)],
            }
            for event in events_latest_first(edition)
        ],
        "ways": [way for way in ways_in(edition, making.relations.linked) if way["links"]],
    }
    frame = Frame(kind="home", section="home", address=HOME, title=name, description=lead.text)
    return framed_page(edition, frame, templates.page("home.md", values))


def _about_page(edition: Edition, templates: Templates) -> Page:
    words = edition.words
    about = [
        {
            "id": name,
            "title": words(f"about.{name.replace('-', '_')}_title"),
            "paragraphs": [words(f"about.{key}") for key in keys],
        }
        for name, keys in _ABOUT
        # Without a repository no page has a link for corrections, and none is promised.
        if name != "corrections" or edition.site.repository
    ]
    links = []
    if edition.site.repository:
        links.append({"href": edition.site.repository.url, "title": words("footer.source")})
    if edition.site.contact:
        links.append({"href": edition.site.contact, "title": words("footer.contact")})
    frame = Frame(
        kind="about",
        section="about",
        address=ABOUT,
        title=Said(words("about.title"), edition.language),
        description=words("about.lead"),
    )
    corrections = edition.link(ABOUT, CORRECTIONS)
    values: dict[str, object] = {
        "words": words,
        "about": about,
        "corrections_href": corrections,
        "links": links,
    }
    body = templates.page("about.md", values)
    return framed_page(edition, frame, body)
