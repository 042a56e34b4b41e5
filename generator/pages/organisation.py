"""The list of organisations, and the page of each: its people as they were, its sessions, its forums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from generator.addresses import ORGANISATIONS, Address, organisation_address, person_address
from generator.model.identifiers import OrganisationId
from generator.model.organisation import Organisation
from generator.model.person import Person
from generator.model.session import Session
from generator.pages.edition import Edition
from generator.pages.entry_page import entry_page, fact, part
from generator.pages.forum_lines import dated_line
from generator.pages.index_page import Entry, index_page
from generator.pages.making import Making, PageJob
from generator.pages.mentions import latest_first
from generator.pages.page import Page
from generator.pages.person import sorted_people
from generator.pages.programme_list import has_page
from generator.pages.said import Said, joined
from generator.pages.session_lines import Line, session_line
from generator.pages.templating import Templates
from generator.pages.when import date_words


def organisation_pages(making: Making) -> Iterator[PageJob]:
    """Yield the list of organisations and the page of every organisation."""
    yield PageJob(ORGANISATIONS, partial(_index, making.edition, making.templates))
    for one in making.edition.held.organisations:
        yield PageJob(organisation_address(one), partial(_organisation, making, one))


def _index(edition: Edition, templates: Templates) -> Page:
    entries = [
        Entry(edition.say(one.name), edition.link(ORGANISATIONS, organisation_address(one.id)))
        for one in edition.held.organisations.values()
    ]
    return index_page(edition, templates, "organisations", ORGANISATIONS, entries)


def _organisation(making: Making, organisation: OrganisationId) -> Page:
    edition = making.edition
    people = making.once.get("sorted people", partial(sorted_people, edition))
    return organisation_page(edition, making.templates, edition.held.organisations[organisation], people)


def organisation_page(
    edition: Edition, templates: Templates, organisation: Organisation, people: Sequence[Person]
) -> Page:
    """Return the page of an organisation.

    Args:
        edition: The language's view.
        templates: Page templates.
        organisation: The organisation.
        people: Everyone in the order of the index.
    """
    words = edition.words
    here = organisation_address(organisation.id)
    whole = [edition.held.organisations[organisation.parent]] if organisation.parent else []
    parts = [one for one in edition.held.organisations.values() if one.parent == organisation.id]
    url = organisation.url
    values: dict[str, object] = {
        "also": edition.also(organisation.name),
        "text": None,
        "facts": [
            *fact(
                words("organisation.also"),
                [(edition.alias(one, name=True), "") for one in organisation.aliases],
            ),
            *fact(words("organisation.parent"), _links(edition, whole, here)),
            *fact(words("organisation.parts"), _links(edition, parts, here)),
            *fact(words("organisation.website"), [(url, url)] if url else []),
        ],
        "parts_of_page": [
            *part("people", words("organisation.people"), _people(edition, organisation, people, here)),
            *part("sessions", words("organisation.sessions"), _sessions(edition, organisation, here)),
            *part("forums", words("organisation.forums"), _forums(edition, organisation, here)),
        ],
    }
    return entry_page(edition, templates, "organisations", here, edition.say(organisation.name), values)


def _links(edition: Edition, organisations: Sequence[Organisation], here: Address) -> list[tuple[Said, str]]:
    return [
        (edition.say(one.name), edition.link(here, organisation_address(one.id))) for one in organisations
    ]


def _people(
    edition: Edition, organisation: Organisation, people: Sequence[Person], here: Address
) -> list[Line]:
    lines = []
    for person in people:
        positions = _positions(edition, organisation, person)
        if positions:
            facts = joined(edition.words("list.semicolon"), positions)
            href = edition.link(here, person_address(person.id))
            lines.append(Line(edition.name(person.id), href, facts))
    return lines


def _positions(edition: Edition, organisation: Organisation, person: Person) -> list[Markup]:
    """Return what a person was there, each position once with the day that it was last given.

    A day without a position says nothing where others say one.
    """
    found: dict[str, Markup] = {}
    for forum, session, one in edition.appearances(person.id):
        for where in one.affiliations:
            if where.organisation == organisation.id:
                position = edition.maybe(where.position, forum.language)
                date = date_words((session.date if session else None) or forum.date, edition.language)
                told = joined(edition.words("list.dot"), (position, date))
                found.setdefault(position.text if position else "", told)
    named = [told for position, told in found.items() if position]
    return named or list(found.values())


def _sessions(edition: Edition, organisation: Organisation, here: Address) -> list[Line]:
    return [
        session_line(edition, forum, session, here)
        for forum in latest_first(edition.held.forums.values())
        for session in forum.sessions
        if has_page(session) and _took_part(organisation, session)
    ]


def _took_part(organisation: Organisation, session: Session) -> bool:
    return any(where.organisation == organisation.id for one in session.people for where in one.affiliations)


def _forums(edition: Edition, organisation: Organisation, here: Address) -> list[Line]:
    forums = latest_first(edition.held.forums.values())
    return [dated_line(edition, forum, here) for forum in forums if organisation.id in forum.organisers]
