"""What readers may find: a row for each session, person, term ... with the words that it is found by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

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
from generator.model.identifiers import ForumId, OrganisationId, PersonId, SessionId, TermId, TopicId
from generator.model.language import Language
from generator.model.record import Record
from generator.model.session import Appearance, SessionKind
from generator.pages.edition import Edition
from generator.pages.people_lists import belonging_words
from generator.pages.programme_list import has_page
from generator.pages.record_choice import choose_host_record, choose_record
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


@dataclass(frozen=True, slots=True)
class EntryJob:
    """An entry that can be made.

    Everything of the content that is in it is looked up while it is made, and nothing before: so what it was
    made from can be noted (`generator.memo.tracing`).

    Attributes:
        address: Its page.
        make: Makes it; None where there is nothing to be found.
    """

    address: Address
    make: Callable[[], Entry | None]


def entries(edition: Edition) -> Iterator[Entry]:
    """Yield all that readers of an edition may find: of the published alone, as it is published."""
    for job in entry_jobs(edition):
        entry = job.make()
        if entry is not None:
            yield entry


def entry_jobs(edition: Edition) -> Iterator[EntryJob]:
    """Yield what makes the entries of an edition, in their order."""
    held = edition.held
    for forum in held.forums.values():
        yield EntryJob(forum_address(forum.id), partial(_forum, edition, forum.id))
        yield EntryJob(host_address(forum.id), partial(_host, edition, forum.id))
        for session in forum.sessions:
            if has_page(session):
                make = partial(_session, edition, forum.id, session.id)
                yield EntryJob(session_address(forum.id, session.id), make)
    for person in held.people:
        yield EntryJob(person_address(person), partial(_person, edition, person))
    for organisation in held.organisations:
        make_one = partial(_organisation, edition, organisation)
        yield EntryJob(organisation_address(organisation), make_one)
    for topic in held.topics:
        yield EntryJob(topic_address(topic), partial(_topic, edition, topic))
    for term in held.terms:
        yield EntryJob(term_address(term), partial(_term, edition, term))


def _session(edition: Edition, forum_id: ForumId, session_id: SessionId) -> Entry:
    forum = edition.held.forums[forum_id]
    session = next(one for one in forum.sessions if one.id == session_id)
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


def _host(edition: Edition, forum_id: ForumId) -> Entry | None:
    forum = edition.held.forums[forum_id]
    choice = choose_host_record(edition, forum)
    if choice is None:
        return None
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


def _forum(edition: Edition, forum_id: ForumId) -> Entry:
    forum = edition.held.forums[forum_id]
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


def _person(edition: Edition, person_id: PersonId) -> Entry:
    person = edition.held.people[person_id]
    name = edition.name(person.id)
    page = _Page(name.text)
    page.add(edition.also(person.names), edition.maybe(person.bio))
    return Entry(
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


def _organisation(edition: Edition, organisation: OrganisationId) -> Entry:
    one = edition.held.organisations[organisation]
    name = edition.say(one.name)
    page = _Page(name.text)
    page.add(edition.also(one.name), *(edition.alias(other, name=True) for other in one.aliases))
    return Entry(
        type="organisation",
        address=organisation_address(one.id),
        title=name.text,
        language=name.language,
        passages=tuple(page.passages),
    )


def _topic(edition: Edition, topic_id: TopicId) -> Entry:
    topic = edition.held.topics[topic_id]
    title = edition.say(topic.title)
    page = _Page(title.text)
    page.add(edition.also(topic.title), edition.maybe(topic.description))
    return Entry(
        type="topic",
        address=topic_address(topic.id),
        title=title.text,
        language=title.language,
        passages=tuple(page.passages),
        topics=(topic.id,),
    )


def _term(edition: Edition, term_id: TermId) -> Entry:
    term = edition.held.terms[term_id]
    title = edition.say(term.term)
    page = _Page(title.text)
    page.add(edition.also(term.term), edition.say(term.definition))
    page.add(*(edition.alias(one, name=False) for one in term.aliases))
    return Entry(
        type="term",
        address=term_address(term.id),
        title=title.text,
        language=title.language,
        passages=tuple(page.passages),
        topics=(term.topic,) if term.topic else (),
    )


def _once(people: Iterator[PersonId]) -> tuple[PersonId, ...]:
    return tuple(dict.fromkeys(people))
