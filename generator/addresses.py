"""Where everything lives: addresses of pages, anchors, and where old addresses lead.

An address is a folder below the site of a language, with a slash at the end: `forums/x/y/`; the home page's
is empty. The first language of a site stands at its root, the others in a folder of their own.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NewType

from generator.model.forum import Forum
from generator.model.identifiers import (
    HOST,
    EventId,
    ForumId,
    OrganisationId,
    PersonId,
    SessionId,
    TermId,
    TopicId,
)
from generator.model.language import Language
from generator.model.proceedings import Proceedings

Address = NewType("Address", str)

HOME = Address("")
EVENTS = Address("events/")
FORUMS = Address("forums/")
PEOPLE = Address("people/")
ORGANISATIONS = Address("organisations/")
TOPICS = Address("topics/")
GLOSSARY = Address("glossary/")
ABOUT = Address("about/")
CORRECTIONS = Address("corrections/")
SEARCH = Address("search/")
"""The page of the search, with the index and all that belongs to it beside it."""


def event_address(event: EventId) -> Address:
    """Return where an event's page is."""
    return Address(f"events/{event}/")


def forum_address(forum: ForumId) -> Address:
    """Return where a forum's page is."""
    return Address(f"forums/{forum}/")


def session_address(forum: ForumId, session: SessionId) -> Address:
    """Return where a session's page is."""
    return Address(f"forums/{forum}/{session}/")


def host_address(forum: ForumId) -> Address:
    """Return where a forum's page of the host's words is; no session is called so."""
    return session_address(forum, HOST)


def person_address(person: PersonId) -> Address:
    """Return where a person's page is."""
    return Address(f"people/{person}/")


def organisation_address(organisation: OrganisationId) -> Address:
    """Return where an organisation's page is."""
    return Address(f"organisations/{organisation}/")


def topic_address(topic: TopicId) -> Address:
    """Return where a topic's page is."""
    return Address(f"topics/{topic}/")


def term_address(term: TermId) -> Address:
    """Return where a glossary entry's page is."""
    return Address(f"glossary/{term}/")


SOURCE = "index.md"
"""The source of a page, within its folder."""


def source_path(address: Address) -> PurePosixPath:
    """Return the Markdown file that becomes the page of an address."""
    return PurePosixPath(address) / SOURCE


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses within a site.

    Attributes:
        site_url: Where the site is published, with a slash at the end.
        languages: The languages that are built; the first at the root.
    """

    site_url: str
    languages: tuple[Language, ...]

    def prefix(self, language: Language) -> str:
        """Return the folder of a language below the site: empty, `en/`, `zh-hant/`."""
        return "" if language is self.languages[0] else f"{language.lower()}/"

    def absolute(self, language: Language, address: Address) -> str:
        """Return the whole address of a page, as search engines need it."""
        return f"{self.site_url}{self.prefix(language)}{address}"

    def relative(
        self, here: tuple[Language, Address], there: tuple[Language, Address], anchor: str = ""
    ) -> str:
        """Return the address of a page as a link on another writes it.

        Relative addresses work at the root of a domain, below a folder, and from a disk.

        Args:
            here: The page that holds the link.
            there: The page that it leads to.
            anchor: An id on that page, or empty.
        """
        hash_part = f"#{anchor}" if anchor else ""
        if here == there:
            return hash_part or "./"
        start = f"{self.prefix(here[0])}{here[1]}".split("/")[:-1]
        goal = f"{self.prefix(there[0])}{there[1]}".split("/")[:-1]
        # As posixpath.relpath, which takes ten times as long, and every page has a hundred links.
        common = 0
        while common < min(len(start), len(goal)) and start[common] == goal[common]:
            common += 1
        steps = [".."] * (len(start) - common) + goal[common:]
        return "/".join((*steps, hash_part)) if steps else f"./{hash_part}"

    def relative_file(self, here: tuple[Language, Address], file: str) -> str:
        """Return the address of a file, named from the site's root, as a link on a page writes it."""
        return posixpath.relpath(f"/{file}", f"/{self.prefix(here[0])}{here[1]}")


def forum_image(forum: ForumId, image: str) -> str:
    """Return where a forum's picture is published, from the site's root."""
    return f"assets/forums/{forum}/{image}"


def person_image(image: str) -> str:
    """Return where a person's picture is published, from the site's root."""
    return f"assets/people/{image}"


def former_addresses(held: Proceedings) -> Iterator[tuple[Address, Address]]:
    """Yield every old address with the one that it leads to, each old one once, sorted."""
    found: dict[Address, Address] = {}
    for event in held.events.values():
        found |= {event_address(old): event_address(event.id) for old in event.formerly}
    for person in held.people.values():
        found |= {person_address(old): person_address(person.id) for old in person.formerly}
    for one in held.organisations.values():
        found |= {organisation_address(old): organisation_address(one.id) for old in one.formerly}
    for topic in held.topics.values():
        found |= {topic_address(old): topic_address(topic.id) for old in topic.formerly}
    for term in held.terms.values():
        found |= {term_address(old): term_address(term.id) for old in term.formerly}
    for forum in held.forums.values():
        found.update(_former_of_forum(forum, host=bool(held.written(forum.id, HOST))))
    return iter(sorted(found.items()))


def _former_of_forum(forum: Forum, *, host: bool) -> dict[Address, Address]:
    found: dict[Address, Address] = {}
    for name in (forum.id, *forum.formerly):
        if name != forum.id:
            found[forum_address(name)] = forum_address(forum.id)
            if host:
                found[host_address(name)] = host_address(forum.id)
        for session in forum.sessions:
            for old in (session.id, *session.formerly):
                if (name, old) != (forum.id, session.id):
                    found[session_address(name, old)] = session_address(forum.id, session.id)
    return found
