"""Where something is said, as pages list it: the records, and under each the places with their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.addresses import Address, host_address, session_address
from generator.model.forum import Forum
from generator.model.session import Role
from generator.pages.edition import Edition
from generator.pages.mentions import SaidIn
from generator.pages.said import Said, joined
from generator.pages.session_lines import Line, session_line
from generator.pages.snippet import snippet
from generator.pages.when import date_words

_QUOTED = 3
"""Places of a record that are shown with their words; of the others there is a link each."""
_QUOTED_RECORDS = 40
"""Records whose places are shown with their words: the page of a common word must not become a book."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A place with its words.

    Attributes:
        href: The paragraph.
        words: Those around what is said, for HTML.
        lang: Their language where it is not the page's, else empty.
    """

    href: str
    words: Markup
    lang: str


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A further place.

    Attributes:
        href: The paragraph.
        number: Which of the record's places it is, from 1.
    """

    href: str
    number: int


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A record in a list, with its places.

    Attributes:
        title: Of the session.
        href: Its page.
        facts: Who and when.
        quotes: The first places.
        more: The others.
    """

    title: Said
    href: str
    facts: Said | str
    quotes: tuple[Quote, ...]
    more: tuple[PlaceLink, ...]


def place_lines(edition: Edition, found: Iterable[SaidIn], here: Address) -> list[PlaceLine]:
    """Return where something is said, a line a record, in the order given."""
    return [
        _place_line(edition, one, here, _QUOTED if number < _QUOTED_RECORDS else 0)
        for number, one in enumerate(found)
    ]


def _place_line(edition: Edition, found: SaidIn, here: Address, quoted: int) -> PlaceLine:
    if found.session:
        line = session_line(edition, found.forum, found.session, here)
        there = session_address(found.forum.id, found.session.id)
    else:
        line = _host_line(edition, found.forum, here)
        there = host_address(found.forum.id)
    hrefs = [edition.link(here, there, place.mark) for place in found.places]
    own = edition.language in found.language.sources()
    quotes = tuple(
        Quote(href, snippet(edition, found.language, place), "" if own else found.language.value)
        for href, place in zip(hrefs[:quoted], found.places[:quoted], strict=True)
    )
    more = tuple(PlaceLink(href, number) for number, href in enumerate(hrefs[quoted:], quoted + 1))
    return PlaceLine(line.title, line.href, line.facts, quotes, more)


def _host_line(edition: Edition, forum: Forum, here: Address) -> Line:
    """Return what the host says between the sessions as a line: the host, the forum and the day."""
    words = edition.words
    hosts = [edition.name(one.person) for one in forum.people if Role.HOST in one.roles]
    facts: list[Said | str] = [
        joined(words("list.comma"), hosts),
        edition.say(forum.title, forum.language),
        date_words(forum.date, edition.language),
    ]
    title = Said(words("host.title"), edition.language)
    return Line(title, edition.link(here, host_address(forum.id)), joined(words("list.dot"), facts))
