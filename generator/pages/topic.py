"""The list of topics, and the page of each: its sessions, who spoke on it, its terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.addresses import TOPICS, Address, person_address, term_address, topic_address
from generator.model.forum import Forum
from generator.model.identifiers import PersonId, TopicId
from generator.model.session import Appearance, Role, Session, SessionStatus
from generator.model.topic import Topic
from generator.pages.edition import Edition
from generator.pages.entry_page import entry_page, fact, part, topic_links
from generator.pages.forum_lines import dated_line
from generator.pages.guests import those_heard
from generator.pages.index_page import Entry, index_page
from generator.pages.making import Making, PageJob
from generator.pages.mentions import latest_first
from generator.pages.page import Page
from generator.pages.people_lists import belonging_words
from generator.pages.person import sorted_people
from generator.pages.programme_list import has_page
from generator.pages.said import joined
from generator.pages.session_lines import Line, session_line
from generator.pages.templating import Templates

_SPEAKING = {Role.SPEAKER, Role.PANELIST, Role.MODERATOR, Role.GUEST}
"""Roles in which people speak on the topic of a session; a host or an interpreter need not."""


def topic_pages(making: Making) -> Iterator[PageJob]:
    """Yield the list of topics and the page of every topic."""
    yield PageJob(TOPICS, partial(_index, making.edition, making.templates))
    for topic in making.edition.held.topics:
        yield PageJob(topic_address(topic), partial(_topic, making, topic))


def _index(edition: Edition, templates: Templates) -> Page:
    entries = [
        Entry(
            edition.say(one.title),
            edition.link(TOPICS, topic_address(one.id)),
            edition.say(one.description) if one.description else "",
        )
        for one in edition.held.topics.values()
    ]
    return index_page(edition, templates, "topics", TOPICS, entries)


def _topic(making: Making, topic: TopicId) -> Page:
    edition = making.edition
    people = making.once.get("sorted people", partial(sorted_people, edition))
    order = {person.id: number for number, person in enumerate(people)}
    return topic_page(edition, making.templates, edition.held.topics[topic], order)


def topic_page(edition: Edition, templates: Templates, topic: Topic, order: dict[PersonId, int]) -> Page:
    """Return the page of a topic.

    Args:
        edition: The language's view.
        templates: Page templates.
        topic: The topic.
        order: People by their place in the index.
    """
    words = edition.words
    here = topic_address(topic.id)
    broader = [edition.held.topics[topic.broader]] if topic.broader else []
    narrower = [one for one in edition.held.topics.values() if one.broader == topic.id]
    latest = latest_first(edition.held.forums.values())
    forums = [dated_line(edition, forum, here) for forum in latest if topic.id in forum.topics]
    sessions = [
        (forum, session)
        for forum in latest
        for session in forum.sessions
        if topic.id in session.topics and has_page(session)
    ]
    terms = [
        Line(edition.say(one.term), edition.link(here, term_address(one.id)), edition.say(one.definition))
        for one in edition.held.terms.values()
        if one.topic == topic.id
    ]
    values: dict[str, object] = {
        "also": edition.also(topic.title),
        "text": edition.maybe(topic.description),
        "facts": [
            *fact(words("topic.broader"), topic_links(edition, broader, here)),
            *fact(words("topic.narrower"), topic_links(edition, narrower, here)),
        ],
        "parts_of_page": [
            *part(
                "sessions", words("topic.sessions"), [session_line(edition, *one, here) for one in sessions]
            ),
            *part("forums", words("topic.forums"), forums),
            *part("people", words("topic.people"), _people(edition, sessions, order, here)),
            *part("terms", words("topic.terms"), terms),
        ],
    }
    return entry_page(edition, templates, "topics", here, edition.say(topic.title), values)


def _people(
    edition: Edition, sessions: Sequence[tuple[Forum, Session]], order: dict[PersonId, int], here: Address
) -> list[Line]:
    """Return who spoke on a topic, those of the most sessions first, as they were in the latest."""
    spoke: dict[PersonId, list[tuple[Forum, Appearance]]] = {}
    for forum, session in sessions:
        for one in those_heard(edition, forum, session) if session.status is SessionStatus.HELD else ():
            if _SPEAKING & set(one.roles):
                spoke.setdefault(one.person, []).append((forum, one))
    ordered = sorted(spoke.items(), key=lambda item: (-len(item[1]), order[item[0]]))
    lines = []
    for person, appearances in ordered:
        forum, latest = appearances[0]
        facts = [
            belonging_words(edition, forum.language, latest.affiliations),
            edition.words("forum.sessions", count=len(appearances)),
        ]
        href = edition.link(here, person_address(person))
        lines.append(Line(edition.name(person), href, joined(edition.words("list.dot"), facts)))
    return lines
