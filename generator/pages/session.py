"""The page of a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from generator.addresses import (
    FORUMS,
    Address,
    event_address,
    forum_address,
    session_address,
)
from generator.model.forum import Forum
from generator.model.identifiers import ForumId
from generator.model.session import RecordState, Session, SessionStatus
from generator.pages.citing import session_citation
from generator.pages.edition import Edition
from generator.pages.forum_aside import forum_aside
from generator.pages.frame import Frame, Step, framed_page
from generator.pages.host_words import host_state, introduction_href
from generator.pages.making import Making, PageJob
from generator.pages.mark_menu import mark_menu
from generator.pages.namesakes import names_apart
from generator.pages.page import Page
from generator.pages.people_lists import person_lines
from generator.pages.policy import Needs
from generator.pages.programme_list import has_page, programme_items
from generator.pages.record_choice import Choice, choose_record, record_state
from generator.pages.record_parts import chapter_items, fallback_notice, record_values
from generator.pages.relations import Relations
from generator.pages.said import Said, sentence
from generator.pages.session_relations import relation_values
from generator.pages.slides import has_pictures, slide_figure
from generator.pages.subject import Subject, session_subject
from generator.pages.templating import Templates
from generator.pages.translated import translation_notices
from generator.pages.video import Video, page_players, page_video
from generator.pages.when import clock_range, date_words, machine_time

_DESCRIPTION = 160
"""Characters that search engines show of a description."""


def session_pages(making: Making) -> Iterator[PageJob]:
    """Yield the page of every session that has one."""
    for forum in making.edition.held.forums.values():
        shown = (session for session in forum.sessions if has_page(session))
        for number, session in enumerate(shown):
            yield PageJob(session_address(forum.id, session.id), partial(_session, making, forum.id, number))


def _session(making: Making, forum_id: ForumId, number: int) -> Page:
    """Return the page of a forum's session by its number among those that have pages."""
    forum = making.edition.held.forums[forum_id]
    shown = [session for session in forum.sessions if has_page(session)]
    previous = shown[number - 1] if number else None
    following = shown[number + 1] if number + 1 < len(shown) else None
    return session_page(
        making.edition, making.templates, making.relations, forum, shown[number], (previous, following)
    )


def session_page(
    edition: Edition,
    templates: Templates,
    relations: Relations,
    forum: Forum,
    session: Session,
    neighbours: tuple[Session | None, Session | None],
) -> Page:
    """Return the page of a session.

    Args:
        edition: The language's view of the proceedings.
        templates: Page templates.
        relations: What is said and related where.
        forum: The session's forum.
        session: The session.
        neighbours: The sessions before and after it that have pages.
    """
    words = edition.words
    here = session_address(forum.id, session.id)
    spoken = forum.language
    title = edition.say(session.title, spoken)
    mentions, key = relations.mentions, (forum.id, session.id)
    choice = choose_record(edition, forum, session, mentions.first.get(key, ()))
    abstract = edition.maybe(session.abstract, spoken)
    subject = session_subject(forum, session)
    values = record_values(edition, subject, choice, mentions.said.get(key, ()))
    values |= relation_values(edition, relations, forum, session)
    video = _video(subject, session, choice)
    chapters = chapter_items(choice)
    day = date_words(session.date or forum.date, edition.language)
    steps = [_neighbour(edition, forum, one) for one in neighbours]
    values |= {
        "words": words,
        "kind": words(f"kind.{session.kind}"),
        "title": title,
        "also": edition.also(session.title),
        "people": person_lines(edition, forum, session.people, here),
        "day_note": any(one.affiliations for one in session.people),
        "forum": {
            "title": edition.say(forum.title, spoken),
            "href": edition.link(here, forum_address(forum.id)),
        },
        "date": date_words(session.date or forum.date, edition.language, weekday=True),
        "clock": clock_range(session),
        "machine_time": machine_time(forum, session),
        "facts": _facts(edition, forum, session),
        "state": host_state(edition, forum, session) or record_state(edition, session, choice),
        "introduced": _introduced(edition, forum, session),
        "notices": _notices(edition, forum, session, choice),
        "cite": session_citation(edition, forum, session, choice),
        "video": video,
        "pictures": has_pictures(choice.text if choice else None, subject.slides),
        "slides": _slides(edition, forum, session, choice),
        "abstract": abstract,
        "key_points": [edition.say(point, spoken) for point in session.key_points],
        "items": programme_items(edition, forum, forum.children(session.id), here),
        "mark_menu": mark_menu(edition, subject, choice, title, day),
        "previous": _nav(edition, here, steps[0], neighbours[0], "session.previous"),
        "following": _nav(edition, here, steps[1], neighbours[1], "session.next"),
    }
    event = edition.held.events[forum.event]
    frame = Frame(
        kind="session",
        section="forums",
        address=here,
        title=title,
        description=_description(edition, forum, session, abstract),
        path=(
            Step(Said(words("nav.forums"), edition.language), FORUMS),
            Step(edition.say(event.title), event_address(event.id)),
            Step(edition.say(forum.title, spoken), forum_address(forum.id)),
        ),
        aside=(edition.say(forum.title, spoken), forum_aside(edition, forum, here)),
        aside_address=forum_address(forum.id),
        toc=(words("session.chapters"), chapters) if len(chapters) > 1 else None,
        previous=steps[0],
        following=steps[1],
        needs=Needs(page_players(video), other_pages=choice is not None),
    )
    return framed_page(edition, frame, templates.page("session.md", values))


def _facts(edition: Edition, forum: Forum, session: Session) -> list[Said | Markup]:
    words = edition.words
    facts: list[Said | Markup] = [
        edition.say(place, forum.language) for place in (forum.venue, session.room) if place
    ]
    others = [tag for tag in session.spoken if str(tag) != forum.language.value]
    if others:
        names = words("list.comma").join(_tongue(edition, tag) for tag in session.spoken)
        facts.append(Said(words("session.languages_spoken", languages=names), edition.language))
    if session.announced_as:
        announced = edition.say(session.announced_as, forum.language)
        facts.append(sentence(words, "session.announced_as", title=announced))
    if session.parent:
        parent = forum.session(session.parent)
        if parent:
            href = edition.link(session_address(forum.id, session.id), session_address(forum.id, parent.id))
            link = Markup('<a href="{}">{}</a>').format(href, edition.say(parent.title, forum.language))
            facts.append(sentence(words, "session.part_of", title=link))
    return facts


def _tongue(edition: Edition, tag: str) -> str:
    """Return the name of a spoken language; Chinese is spoken, not written, in a script."""
    key = f"tongue.{tag.partition('-')[0]}"
    return edition.words(key) if key in edition.words else tag


def _notices(edition: Edition, forum: Forum, session: Session, choice: Choice | None) -> list[Markup | Said]:
    words = edition.words
    notices: list[Markup | Said] = []
    moved = forum.session(session.moved_to) if session.moved_to else None
    if session.status is SessionStatus.MOVED and moved:
        notices.append(_moved_to(edition, forum, session, moved))
    elif session.status is not SessionStatus.HELD and choice:
        notices.append(Said(words(f"status.{session.status}"), edition.language))
    if session.record in {RecordState.NONE, RecordState.WITHHELD} and session.why:
        notices.append(edition.say(session.why, forum.language))
    fallback = fallback_notice(edition, choice)
    if fallback:
        notices.append(fallback)
    return [*notices, *translation_notices(edition, choice.translated if choice else None)]


def _moved_to(edition: Edition, forum: Forum, session: Session, moved: Session) -> Markup:
    """Return the sentence that says where a session went, the title in it a link."""
    here = session_address(forum.id, session.id)
    href = edition.link(here, session_address(forum.id, moved.id))
    title = edition.say(moved.title, forum.language)
    return sentence(
        edition.words, "status.moved_to", session=Markup('<a href="{}">{}</a>').format(href, title)
    )


def _introduced(edition: Edition, forum: Forum, session: Session) -> str:
    """Return where the host led over to a session, where those words are not the session's own."""
    if session.record is RecordState.HOST:
        return ""
    return introduction_href(edition, forum, session, session_address(forum.id, session.id))


def _slides(edition: Edition, forum: Forum, session: Session, choice: Choice | None) -> list[Markup]:
    """Return the slides that no moment of a published record shows."""
    if session.record is RecordState.WITHHELD:
        return []
    left = [slide for slide in session.slides if choice is None or slide.at is None]
    subject = session_subject(forum, session)
    return [Markup(slide_figure(edition, subject, slide)) for slide in left]  # noqa: S704 - escaped


def _video(subject: Subject, session: Session, choice: Choice | None) -> Video | None:
    if session.record is RecordState.WITHHELD:
        return None  # what may not be read here is not to be heard by a link of ours either
    return page_video(subject, session.heard, choice.text if choice else None)


def _neighbour(edition: Edition, forum: Forum, session: Session | None) -> Step | None:
    if session is None:
        return None
    return Step(edition.say(session.title, forum.language), session_address(forum.id, session.id))


def _nav(
    edition: Edition, here: Address, step: Step | None, session: Session | None, key: str
) -> dict[str, object] | None:
    if step is None or session is None:
        return None
    kind = edition.words(f"kind.{session.kind}")
    parts = [edition.words(key), str(session.start) if session.start else "", kind]
    label = " ".join(part for part in parts if part)
    return {"href": edition.link(here, step.address), "label": label, "title": step.title}


def _description(edition: Edition, forum: Forum, session: Session, abstract: Said | None) -> str:
    if abstract:
        return abstract.text[:_DESCRIPTION]
    names: Sequence[str] = [str(name.striptags()) for name in names_apart(edition, forum, session.people)]
    parts = [edition.words(f"kind.{session.kind}"), edition.words("list.comma").join(names)]
    parts.append(edition.say(forum.title, forum.language).text)
    return edition.words("list.semicolon").join(part for part in parts if part)[:_DESCRIPTION]
