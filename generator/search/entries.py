"""What readers may find: a row for each session, person, term ... with the words that it is found by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.addresses import (
    Address,
    forum_address,
    host_address,
    organisation_address,
    person_address,
    session_address,
    term_address,
    topic_address,
)
from generator.model.forum import Forum
from generator.model.identifiers import ForumId, PersonId, TopicId
from generator.model.language import Language
from generator.model.record import Record
from generator.model.session import Appearance, Session, SessionKind
from generator.pages.edition import Edition
from generator.pages.people_lists import belonging_words
from generator.pages.programme_list import has_page
from generator.pages.record_choice import Choice, choose_host_record, choose_record
from generator.pages.said import Said
from generator.pages.when import day_of, forum_days
from generator.search.passages import TITLE, Passage, record_passages


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that is found.

    Attributes:
        type: `session`, `host`, `person`, `organisation`, `forum`, `topic` or `term`.
        address: Its page, below the site of the language.
        title: As its page has it.
        language: What its text is in, mostly.
        speakers: The names that passages refer to.
        passages: Its words, in the order of its page; the first is the title.
        date: ISO 8601, as far as known; empty for what has none.
        kind: Of a session.
        forum: Of a session, or what the entry is.
        people: Who was in it.
        topics: What it is grouped by.
        record: What its record is in, as shown; None without one.
        facts: A line under the title, for what is no session.
    """

    type: str
    address: Address
    title: str
    language: Language
    passages: tuple[Passage, ...]
    speakers: tuple[str, ...] = ()
    date: str = ""
    kind: SessionKind | None = None
    forum: ForumId | None = None
    people: tuple[PersonId, ...] = ()
    topics: tuple[TopicId, ...] = ()
    record: Language | None = None
    facts: str = ""


@dataclass(slots=True)
class _Page:
    """The passages of an entry, as they are gathered."""

    title: str
    passages: list[Passage] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.passages.append(Passage(self.title, speaker=TITLE))

    def add(self, *texts: Said | str | None) -> None:
        self.passages += [Passage(str(text)) for text in texts if text is not None and str(text)]


def entries(edition: Edition) -> Iterator[Entry]:
    """Yield all that readers of an edition may find: of the published alone, as it is published."""
    for forum in edition.held.forums.values():
        yield _forum(edition, forum)
        host = choose_host_record(edition, forum)
        if host:
            yield _host(edition, forum, host)
        for session in forum.sessions:
            if has_page(session):
                yield _session(edition, forum, session)
    yield from _people(edition)
    yield from _organisations(edition)
    yield from _topics(edition)
    yield from _terms(edition)


def _session(edition: Edition, forum: Forum, session: Session) -> Entry:
    spoken = forum.language
    title = edition.say(session.title, spoken)
    choice = choose_record(edition, forum, session)
    page = _Page(title.text)
    names = _once(one.person for one in session.people)
    page.add(edition.words("list.comma").join(edition.name(one).text for one in names))
    page.add(edition.maybe(session.abstract, spoken))
    page.add(*(edition.say(point, spoken) for point in session.key_points))
    speakers = _add_record(edition, page, choice.text, session.people) if choice else ()
    return Entry(
        type="session",
        address=session_address(forum.id, session.id),
        title=title.text,
        language=choice.text.language if choice else title.language,
        passages=tuple(page.passages),
        speakers=speakers,
        date=str(day_of(forum, session)),
        kind=session.kind,
        forum=forum.id,
        people=names,
        topics=session.topics,
        record=choice.text.language if choice else None,
    )


def _host(edition: Edition, forum: Forum, choice: Choice) -> Entry:
    words = edition.words
    forum_title = edition.say(forum.title, forum.language).text
    title = words("list.dot").join((words("host.title"), forum_title))
    page = _Page(title)
    people = _once(one.person for one in forum.people)
    page.add(words("list.comma").join(edition.name(one).text for one in people))
    speakers = _add_record(edition, page, choice.text, forum.people)
    return Entry(
        type="host",
        address=host_address(forum.id),
        title=title,
        language=choice.text.language,
        passages=tuple(page.passages),
        speakers=speakers,
        date=str(forum_days(forum)[0]),
        forum=forum.id,
        people=people,
        record=choice.text.language,
    )


def _add_record(
    edition: Edition, page: _Page, record: Record, people: Sequence[Appearance]
) -> tuple[str, ...]:
    """Add the passages of a record; return the names of those who speak."""
    passages, speakers = record_passages(edition, record, [one.person for one in people])
    page.passages += passages
    return speakers


def _forum(edition: Edition, forum: Forum) -> Entry:
    title = edition.say(forum.title, forum.language)
    event = edition.say(edition.held.events[forum.event].title)
    page = _Page(title.text)
    page.add(
        event, edition.maybe(forum.description, forum.language), edition.maybe(forum.venue, forum.language)
    )
    return Entry(
        type="forum",
        address=forum_address(forum.id),
        title=title.text,
        language=title.language,
        passages=tuple(page.passages),
        date=str(forum_days(forum)[0]),
        forum=forum.id,
        people=_once(one.person for one in forum.people),
        topics=forum.topics,
        facts=event.text,
    )


def _people(edition: Edition) -> Iterator[Entry]:
    for person in edition.held.people.values():
        name = edition.name(person.id)
        page = _Page(name.text)
        page.add(edition.also(person.names), edition.maybe(person.bio))
        yield Entry(
            type="person",
            address=person_address(person.id),
            title=name.text,
            language=name.language,
            passages=tuple(page.passages),
            people=(person.id,),
            facts=_latest_position(edition, person.id),
        )


def _latest_position(edition: Edition, person: PersonId) -> str:
    for forum, _, appearance in edition.appearances(person):
        if appearance.affiliations:
            return belonging_words(edition, forum.language, appearance.affiliations).striptags()
    return ""


def _organisations(edition: Edition) -> Iterator[Entry]:
    for one in edition.held.organisations.values():
        name = edition.say(one.name)
        page = _Page(name.text)
        page.add(edition.also(one.name), *(edition.alias(other, name=True) for other in one.aliases))
        yield Entry(
            type="organisation",
            address=organisation_address(one.id),
            title=name.text,
            language=name.language,
            passages=tuple(page.passages),
        )


def _topics(edition: Edition) -> Iterator[Entry]:
    for topic in edition.held.topics.values():
        title = edition.say(topic.title)
        page = _Page(title.text)
        page.add(edition.also(topic.title), edition.maybe(topic.description))
        yield Entry(
            type="topic",
            address=topic_address(topic.id),
            title=title.text,
            language=title.language,
            passages=tuple(page.passages),
            topics=(topic.id,),
        )


def _terms(edition: Edition) -> Iterator[Entry]:
    for term in edition.held.terms.values():
        title = edition.say(term.term)
        page = _Page(title.text)
        page.add(edition.also(term.term), edition.say(term.definition))
        page.add(*(edition.alias(one, name=False) for one in term.aliases))
        yield Entry(
            type="term",
            address=term_address(term.id),
            title=title.text,
            language=title.language,
            passages=tuple(page.passages),
            topics=(term.topic,) if term.topic else (),
        )


def _once(people: Iterator[PersonId]) -> tuple[PersonId, ...]:
    return tuple(dict.fromkeys(people))
