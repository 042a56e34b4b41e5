"""The page of what the host says between the sessions of a forum."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.addresses import FORUMS, event_address, forum_address, host_address
from generator.model.forum import Forum
from generator.model.identifiers import HOST, ForumId
from generator.pages.citing import host_citation
from generator.pages.edition import Edition
from generator.pages.forum_aside import forum_aside
from generator.pages.frame import Frame, Step, framed_page
from generator.pages.making import Making, PageJob
from generator.pages.mark_menu import mark_menu
from generator.pages.page import Page
from generator.pages.people_lists import person_lines
from generator.pages.policy import Needs
from generator.pages.record_choice import Choice, choose_host_record, made_state
from generator.pages.record_parts import chapter_items, fallback_notice, record_values
from generator.pages.relations import Relations
from generator.pages.said import Said
from generator.pages.slides import has_pictures
from generator.pages.subject import host_subject
from generator.pages.templating import Templates
from generator.pages.translated import translation_notices
from generator.pages.video import page_players, page_video
from generator.pages.when import forum_days, range_words


def host_pages(making: Making) -> Iterator[PageJob]:
    """Yield the page of the host's words of every forum that has published them."""
    for forum in making.edition.held.forums.values():
        if making.edition.shows_host(forum):
            yield PageJob(host_address(forum.id), partial(_host, making, forum.id))


def _host(making: Making, forum_id: ForumId) -> Page:
    edition, relations = making.edition, making.relations
    forum = edition.held.forums[forum_id]
    choice = choose_host_record(edition, forum, relations.mentions.first.get((forum_id, HOST), ()))
    if choice is None:  # a page is made where `shows_host`, which asks the same
        raise LookupError(f"the host's words of {forum_id} are not published")
    return host_page(edition, making.templates, relations, forum, choice)


def host_page(
    edition: Edition, templates: Templates, relations: Relations, forum: Forum, choice: Choice
) -> Page:
    """Return the page of the host's words.

    Args:
        edition: The language's view of the proceedings.
        templates: Page templates.
        relations: What is said where.
        forum: The forum.
        choice: The host's record as the edition shows it.
    """
    words = edition.words
    here = host_address(forum.id)
    forum_title = edition.say(forum.title, forum.language)
    event = edition.held.events[forum.event]
    fallback = fallback_notice(edition, choice)
    chapters = chapter_items(choice)
    days = forum_days(forum)
    subject = host_subject(forum, choice.text)
    video = page_video(subject, (), choice.text)
    title = Said(words("host.title"), edition.language)
    date = range_words(days[0], days[-1], edition.language)
    terms = relations.mentions.said.get((forum.id, HOST), ())
    values = record_values(edition, subject, choice, terms) | {
        "words": words,
        "title": title,
        "people": person_lines(edition, forum, forum.people, here),
        "day_note": any(one.affiliations for one in forum.people),
        "forum": {"title": forum_title, "href": edition.link(here, forum_address(forum.id))},
        "machine_date": str(days[0]),
        "date": date,
        "mark_menu": mark_menu(edition, subject, choice, title, date),
        "video": video,
        "pictures": has_pictures(choice.text, ()),
        "state": made_state(edition, choice.record),
        "cite": host_citation(edition, forum, choice),
        "notices": [*([fallback] if fallback else []), *translation_notices(edition, choice.translated)],
    }
    frame = Frame(
        kind="host",
        section="forums",
        address=here,
        title=Said(words("list.dot").join((words("host.title"), forum_title.text)), edition.language),
        description=words("host.description", forum=forum_title.text),
        path=(
            Step(Said(words("nav.forums"), edition.language), FORUMS),
            Step(edition.say(event.title), event_address(event.id)),
            Step(forum_title, forum_address(forum.id)),
        ),
        aside=(forum_title, forum_aside(edition, forum, here)),
        aside_address=forum_address(forum.id),
        toc=(words("session.chapters"), chapters) if len(chapters) > 1 else None,
        needs=Needs(page_players(video), other_pages=True),
    )
    return framed_page(edition, frame, templates.page("host.md", values))
