"""Who and what is spoken of where: found once for an edition, for the pages of terms, people and sessions.

Records are read as they were written. Only the few words that a page quotes are converted, so both Chinese
editions tell the same places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model.forum import Forum
from generator.model.identifiers import HOST, ForumId, Mark, PersonId, SessionId, TermId
from generator.model.language import Language
from generator.model.record import (
    Block,
    Code,
    Emphasis,
    Figure,
    Inline,
    LineBreak,
    LinkTarget,
    Record,
    RecordLink,
    Text,
)
from generator.model.record_text import contents_of
from generator.model.session import RecordState, Session
from generator.pages.edition import Edition
from generator.pages.programme_list import has_page
from generator.pages.record_choice import shown_language
from generator.pages.term_finder import TermFinder, finder_for
from generator.pages.terms_first_said import FirstPlace, FirstPlaces

Content = Sequence[Inline]
Span = tuple[int, int]
_Id = TypeVar("_Id")
_Hit = tuple[int, int, tuple[TermId, ...], PersonId | None]
"""Start and end of words, the terms that they say, and the person that they link."""
_MASK = "\0"
"""Stands in place of words that are not searched for forms; no form holds it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a text that are of one kind.

    Attributes:
        text: The words.
        code: In a fixed font: no words that were said, and never converted.
        link: The link to a term or person that they stand in.
    """

    text: str
    code: bool = False
    link: RecordLink | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph, heading, table or picture in which something is said.

    Attributes:
        mark: Its name on the page.
        content: The words: of a table the first cell that says it, of a picture the description.
        spans: Where in the words it is said, in order.
    """

    mark: Mark
    content: Content
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SaidIn:
    """A record in which something is said.

    Attributes:
        forum: Its forum.
        session: Its session; None for what the host says between sessions.
        language: What the record was written in.
        places: In order; never empty.
    """

    forum: Forum
    session: Session | None
    language: Language
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Mentions:
    """What is said where, by the records that an edition shows.

    Attributes:
        terms: The records that say a term, the latest forum's first, in the order of the programme.
        people: The same of people whom others speak of: linked in records of sessions they were not in.
        said: The terms of a session's record, or of the host's under `host`, in the order in which they are
            first said.
        first: By the same keys, where those terms are to be explained.
    """

    terms: Mapping[TermId, tuple[SaidIn, ...]]
    people: Mapping[PersonId, tuple[SaidIn, ...]]
    said: Mapping[tuple[ForumId, SessionId], tuple[TermId, ...]]
    first: Mapping[tuple[ForumId, SessionId], tuple[FirstPlace, ...]]


@dataclass(frozen=True, slots=True)
class RecordMentions:
    """What one record says, as it was written.

    Attributes:
        terms: Where it says each term, the terms in the order in which they are first said.
        people: Where it links each person.
        first: Where its terms are to be explained.
    """

    terms: Mapping[TermId, tuple[Place, ...]]
    people: Mapping[PersonId, tuple[Place, ...]]
    first: tuple[FirstPlace, ...]


def record_mentions(record: Record, finder: TermFinder) -> RecordMentions:
    """Return what a record says.

    Args:
        record: The record as it was written.
        finder: Finds terms in its language.
    """
    places = _Places.of(record.blocks, finder)
    return RecordMentions(
        {term: tuple(found) for term, found in places.terms.items()},
        {person: tuple(found) for person, found in places.people.items()},
        tuple(places.first.found),
    )


def find_mentions(edition: Edition) -> Mentions:
    """Return who and what is spoken of where; reads every published record once."""
    finders: dict[Language, TermFinder] = {}
    terms: dict[TermId, list[SaidIn]] = {}
    people: dict[PersonId, list[SaidIn]] = {}
    said: dict[tuple[ForumId, SessionId], tuple[TermId, ...]] = {}
    first: dict[tuple[ForumId, SessionId], tuple[FirstPlace, ...]] = {}
    for forum, session, language in shown_records(edition):
        if language not in finders:
            finders[language] = finder_for(edition, language)
        name = session.id if session else HOST
        found = record_mentions(edition.held.records[forum.id, name, language], finders[language])
        for term, places in found.terms.items():
            terms.setdefault(term, []).append(SaidIn(forum, session, language, places))
        there = present(forum, session)
        for person, places in found.people.items():
            if person not in there:
                people.setdefault(person, []).append(SaidIn(forum, session, language, places))
        said[forum.id, name] = tuple(found.terms)
        first[forum.id, name] = found.first
    return Mentions(
        {term: tuple(one) for term, one in terms.items()},
        {person: tuple(one) for person, one in people.items()},
        said,
        first,
    )


def latest_first(forums: Iterable[Forum]) -> tuple[Forum, ...]:
    """Return forums by date, the latest first; those of one date by id."""
    by_id = sorted(forums, key=lambda forum: forum.id)
    return tuple(sorted(by_id, key=lambda forum: forum.date, reverse=True))


def shown_records(edition: Edition) -> Iterator[tuple[Forum, Session | None, Language]]:
    """Yield which records an edition shows, without their texts: of the session, or None for the host's."""
    for forum in latest_first(edition.held.forums.values()):
        for session in forum.sessions:
            if has_page(session) and edition.shows_record(forum, session):
                language = shown_language(edition, forum, session.id)
                if language:
                    yield forum, session, language
        language = shown_language(edition, forum, HOST)
        if language:
            yield forum, None, language


def present(forum: Forum, session: Session | None) -> frozenset[PersonId]:
    """Return who speaks for themselves in a record: in the host's also the people whose words stand there."""
    if session:
        return frozenset(one.person for one in session.people)
    within = (one for other in forum.sessions if other.record is RecordState.HOST for one in other.people)
    return frozenset(one.person for one in (*forum.people, *within))


@dataclass(frozen=True, slots=True)
class _Places:
    """The places of one record, by what is said there, in the order of the first."""

    terms: dict[TermId, list[Place]]
    people: dict[PersonId, list[Place]]
    first: FirstPlaces

    @classmethod
    def of(cls, blocks: Iterable[Block], finder: TermFinder) -> _Places:
        places = cls({}, {}, FirstPlaces())
        for block in blocks:
            for part, content in enumerate(words_of(block)):
                terms: dict[TermId, list[Span]] = {}
                people: dict[PersonId, list[Span]] = {}
                hits = sorted(_hits(content, finder), key=_position)
                for start, end, found, person in hits:
                    for term in found:
                        terms.setdefault(term, []).append((start, end))
                    if person:
                        people.setdefault(person, []).append((start, end))
                _add(places.terms, block.marks[0], content, terms)
                _add(places.people, block.marks[0], content, people)
                # Where two terms share a form, the first of the glossary is explained.
                meant = [(start, end, found[0]) for start, end, found, _ in hits if found]
                places.first.look_at(block, part, content, meant)
        return places


def _add(
    known: dict[_Id, list[Place]], mark: Mark, content: Content, found: Mapping[_Id, Sequence[Span]]
) -> None:
    for one, spans in found.items():
        places = known.setdefault(one, [])
        if not places or places[-1].mark != mark:
            places.append(Place(mark, content, tuple(spans)))


def _position(hit: _Hit) -> Span:
    return hit[0], hit[1]


def _hits(content: Content, finder: TermFinder) -> Iterator[_Hit]:
    """Yield what links to terms and people take, and forms of terms; a link says which term is meant."""
    shown: list[str] = []
    position = 0
    for piece in pieces_of(content):
        link = piece.link if piece.text else None
        if link and link.kind is LinkTarget.PERSON:
            yield position, position + len(piece.text), (), PersonId(link.target)
        elif link:
            yield position, position + len(piece.text), (TermId(link.target),), None
        hidden = piece.code or (link and link.kind is LinkTarget.TERM)
        shown.append(_MASK * len(piece.text) if hidden else piece.text)
        position += len(piece.text)
    for start, end, terms in finder.find("".join(shown)):
        yield start, end, terms, None


def words_of(block: Block) -> tuple[Content, ...]:
    """Return the texts of a block: a paragraph's, each cell's of a table, a picture's description."""
    return ((Text(block.alt),),) if isinstance(block, Figure) else contents_of(block)


def pieces_of(content: Content, link: RecordLink | None = None) -> Iterator[Piece]:
    """Yield the words of inline content piece by piece, as `plain_text` joins them."""
    for item in content:
        if isinstance(item, Text):
            yield Piece(item.text, link=link)
        elif isinstance(item, Code):
            yield Piece(item.text, code=True, link=link)
        elif isinstance(item, LineBreak):
            yield Piece("\n", link=link)
        elif isinstance(item, Emphasis):
            yield from pieces_of(item.content, link)
        else:
            counts = item.kind in {LinkTarget.TERM, LinkTarget.PERSON}
            yield from pieces_of(item.content, item if counts else link)
