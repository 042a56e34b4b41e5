"""The ways in on the home page: the people, topics and terms that most sessions lead to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from generator.addresses import (
    GLOSSARY,
    HOME,
    PEOPLE,
    TOPICS,
    Address,
    person_address,
    term_address,
    topic_address,
)
from generator.model.forum import Forum
from generator.model.identifiers import TermId
from generator.model.session import Session
from generator.pages.edition import Edition
from generator.pages.person import sorted_people
from generator.pages.related import SessionKey
from generator.pages.said import Said

Id = TypeVar("Id", bound=str)

_PEOPLE = 6
_ENTRIES = 8


def ways_in(edition: Edition, linked: Mapping[SessionKey, tuple[TermId, ...]]) -> list[dict[str, object]]:
    """Return the ways in, for the template `home.md`.

    Of people, topics and terms those are named that most sessions have whose words can be read; where as
    many have them, people in the order of their index, the others by id. Of terms only the links of editors
    count, so that a corrected word leaves the home page as it is.

    Args:
        edition: Whose home page it is.
        linked: The terms that editors linked in each session (`Relations.linked`).
    """
    held = edition.held
    people = [person.id for person in sorted_people(edition)]
    return [
        _way(
            edition,
            "people",
            PEOPLE,
            [
                (edition.name(one), person_address(one))
                for one in _most(edition, people, lambda _, session: (one.person for one in session.people))
            ][:_PEOPLE],
            len(people),
        ),
        _way(
            edition,
            "topics",
            TOPICS,
            [
                (edition.say(held.topics[one].title), topic_address(one))
                for one in _most(edition, held.topics, lambda _, session: session.topics)
            ][:_ENTRIES],
            len(held.topics),
        ),
        _way(
            edition,
            "glossary",
            GLOSSARY,
            [
                (edition.say(held.terms[one].term), term_address(one))
                for one in _most(
                    edition, held.terms, lambda forum, session: linked.get((forum.id, session.id), ())
                )
            ][:_ENTRIES],
            len(held.terms),
        ),
    ]


def _most(
    edition: Edition, ids: Iterable[Id], of_session: Callable[[Forum, Session], Iterable[Id]]
) -> Iterator[Id]:
    """Yield ids by the number of sessions that have them, those without any last."""
    counts: Counter[Id] = Counter()
    for forum, session in edition.held.sessions():
        if edition.shows_words(forum, session):
            counts.update(set(of_session(forum, session)))
    yield from sorted(ids, key=lambda one: -counts[one])


def _way(
    edition: Edition, section: str, address: Address, links: list[tuple[Said, Address]], count: int
) -> dict[str, object]:
    return {
        "title": edition.words(f"nav.{section}"),
        "links": [{"title": title, "href": edition.link(HOME, there)} for title, there in links],
        "href": edition.link(HOME, address),
        "all": edition.words("home.all", count=count),
    }
