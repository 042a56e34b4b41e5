"""The pages of organisations, topics and terms, and the lists of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.addresses import (
    GLOSSARY,
    ORGANISATIONS,
    TOPICS,
    Address,
    forum_address,
    organisation_address,
    person_address,
    term_address,
    topic_address,
)
from generator.model.organisation import Organisation
from generator.model.record import LinkTarget
from generator.model.record_text import contents_of, links_of
from generator.model.term import Term
from generator.model.topic import Topic
from generator.pages.edition import Edition
from generator.pages.frame import Frame, Step, framed_page
from generator.pages.index_page import Entry, index_page
from generator.pages.page import Page
from generator.pages.person import sorted_people
from generator.pages.said import Said, joined
from generator.pages.session_lines import Line, session_line
from generator.pages.templating import Templates
from generator.pages.when import date_words, forum_days, range_words


def entry_pages(edition: Edition, templates: Templates) -> Iterator[Page]:
    """Yield the lists and pages of organisations, topics and terms."""
    held = edition.held
    yield index_page(
        edition,
        templates,
        "organisations",
        ORGANISATIONS,
        [
            Entry(edition.say(one.name), edition.link(ORGANISATIONS, organisation_address(one.id)))
            for one in held.organisations.values()
        ],
    )
    for organisation in held.organisations.values():
        yield _organisation_page(edition, templates, organisation)
    yield index_page(
        edition,
        templates,
        "topics",
        TOPICS,
        [
            Entry(
                edition.say(one.title),
                edition.link(TOPICS, topic_address(one.id)),
                edition.say(one.description) if one.description else "",
            )
            for one in held.topics.values()
        ],
    )
    for topic in held.topics.values():
        yield _topic_page(edition, templates, topic)
    yield index_page(
        edition,
        templates,
        "glossary",
        GLOSSARY,
        [
            Entry(
                edition.say(one.term),
                edition.link(GLOSSARY, term_address(one.id)),
                edition.say(one.definition),
            )
            for one in held.terms.values()
        ],
    )
    for term in held.terms.values():
        yield _term_page(edition, templates, term)


def _page(
    edition: Edition,
    templates: Templates,
    section: str,
    address: Address,
    title: Said,
    values: dict[str, object],
) -> Page:
    words = edition.words
    homes = {"organisations": ORGANISATIONS, "topics": TOPICS, "glossary": GLOSSARY}
    kind = words(f"entry.{section}")
    text = values.get("text")
    frame = Frame(
        kind="entry",
        section=section,
        address=address,
        title=title,
        description=text.text if isinstance(text, Said) else f"{title.text} · {kind}",
        path=(Step(Said(words(f"nav.{section}"), edition.language), homes[section]),),
    )
    shared: dict[str, object] = {"words": words, "kind": kind, "title": title}
    return framed_page(edition, frame, templates.page("entry.md", shared | values))


def _organisation_page(edition: Edition, templates: Templates, organisation: Organisation) -> Page:
    words = edition.words
    here = organisation_address(organisation.id)
    facts = _links_fact(
        words("organisation.also"), [(edition.alias(one, name=True), "") for one in organisation.aliases]
    )
    if organisation.parent:
        href = edition.link(here, organisation_address(organisation.parent))
        facts += _links_fact(
            words("organisation.parent"), [(edition.organisation(organisation.parent), href)]
        )
    parts = [
        (edition.organisation(one.id), edition.link(here, organisation_address(one.id)))
        for one in edition.held.organisations.values()
        if one.parent == organisation.id
    ]
    facts += _links_fact(words("organisation.parts"), parts)
    if organisation.url:
        facts += _links_fact(words("organisation.website"), [(organisation.url, organisation.url)])
    people: dict[str, Line] = {}
    for person in sorted_people(edition):
        for forum, session, one in edition.appearances(person.id):
            for where in one.affiliations:
                if where.organisation == organisation.id:
                    position = edition.maybe(where.position, forum.language)
                    date = date_words((session.date if session else None) or forum.date, edition.language)
                    line = Line(
                        edition.name(person.id),
                        edition.link(here, person_address(person.id)),
                        joined(words("list.dot"), (position, date)),
                    )
                    people.setdefault(person.id, line)
    forums = [
        Line(
            edition.say(forum.title, forum.language),
            edition.link(here, forum_address(forum.id)),
            range_words(forum_days(forum)[0], forum_days(forum)[-1], edition.language),
        )
        for forum in edition.held.forums.values()
        if organisation.id in forum.organisers
    ]
    values: dict[str, object] = {
        "also": edition.also(organisation.name),
        "text": None,
        "facts": facts,
        "parts_of_page": _parts(
            ("people", words("organisation.people"), list(people.values())),
            ("forums", words("organisation.forums"), forums),
        ),
    }
    return _page(edition, templates, "organisations", here, edition.say(organisation.name), values)


def _topic_page(edition: Edition, templates: Templates, topic: Topic) -> Page:
    words = edition.words
    here = topic_address(topic.id)
    facts = []
    if topic.broader:
        broader = edition.held.topics[topic.broader]
        href = edition.link(here, topic_address(broader.id))
        facts += _links_fact(words("topic.broader"), [(edition.say(broader.title), href)])
    narrower = [
        (edition.say(one.title), edition.link(here, topic_address(one.id)))
        for one in edition.held.topics.values()
        if one.broader == topic.id
    ]
    facts += _links_fact(words("topic.narrower"), narrower)
    sessions = [
        session_line(edition, forum, session, here)
        for forum, session in edition.held.sessions()
        if topic.id in session.topics
    ]
    terms = [
        Line(edition.say(one.term), edition.link(here, term_address(one.id)), edition.say(one.definition))
        for one in edition.held.terms.values()
        if one.topic == topic.id
    ]
    values: dict[str, object] = {
        "also": edition.also(topic.title),
        "text": edition.maybe(topic.description),
        "facts": facts,
        "parts_of_page": _parts(
            ("sessions", words("topic.sessions"), sessions), ("terms", words("topic.terms"), terms)
        ),
    }
    return _page(edition, templates, "topics", here, edition.say(topic.title), values)


def _term_page(edition: Edition, templates: Templates, term: Term) -> Page:
    words = edition.words
    here = term_address(term.id)
    facts = _links_fact(words("term.also"), [(edition.alias(one, name=False), "") for one in term.aliases])
    see = [
        (edition.say(edition.held.terms[one].term), edition.link(here, term_address(one))) for one in term.see
    ]
    facts += _links_fact(words("term.see_also"), see)
    if term.topic:
        topic = edition.held.topics[term.topic]
        facts += _links_fact(
            words("entry.topics"), [(edition.say(topic.title), edition.link(here, topic_address(topic.id)))]
        )
    values: dict[str, object] = {
        "also": edition.also(term.term),
        "text": edition.say(term.definition),
        "facts": facts,
        "parts_of_page": _parts(("mentions", words("term.sessions"), _mentions(edition, term, here))),
    }
    return _page(edition, templates, "glossary", here, edition.say(term.term), values)


def _mentions(edition: Edition, term: Term, here: Address) -> list[Line]:
    """Return the sessions whose published records link a term."""
    found = []
    for forum, session in edition.held.sessions():
        if not edition.shows_record(forum, session):
            continue
        records = [
            edition.held.records[forum.id, session.id, language]
            for language in edition.held.written(forum.id, session.id)
        ]
        contents = [
            content for record in records for block in record.blocks for content in contents_of(block)
        ]
        if any(
            link.kind is LinkTarget.TERM and link.target == term.id
            for content in contents
            for link in links_of(content)
        ):
            found.append(session_line(edition, forum, session, here))
    return found


def _links_fact(title: str, links: Sequence[tuple[object, str]]) -> list[dict[str, object]]:
    if not links:
        return []
    return [{"title": title, "links": [{"title": text, "href": href} for text, href in links]}]


def _parts(*parts: tuple[str, str, list[Line]]) -> list[dict[str, object]]:
    return [{"id": name, "title": title, "lines": lines} for name, title, lines in parts if lines]
