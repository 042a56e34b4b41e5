"""The invented forum with other terms and other words, for tests of who and what is said where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.commands.editions import make_editions
from generator.commands.project import Project
from generator.model.identifiers import ForumId, Mark, SessionId, TermId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.record import Block, Inline, Paragraph, Text
from generator.model.record_text import plain_text
from generator.model.term import FoundBy, Term
from generator.model.text import LocalizedText
from generator.pages.edition import Edition
from generator.pages.mentions import Mentions, SaidIn, find_mentions
from tests.pages.shown import FIXTURE, HANS, ROOT, SITE, fixture

LAMP = (ForumId("lamp-room-2025"), SessionId("tu-yinlan-logs"))
"""A session of which everything that is tested may be said."""


def term(id_: str, *, hans: str = "", en: str = "", hant: str = "", **others: object) -> Term:
    """Return a term with its forms."""
    texts = {Language.HANS: hans, Language.HANT: hant, Language.EN: en}
    text = LocalizedText.of({language: one for language, one in texts.items() if one})
    return Term(id=TermId(id_), term=text, definition=LocalizedText(((HANS, "如此。"),)), **others)  # type: ignore[arg-type]


def linked(term: Term) -> Term:
    """Return the same term, found by links only."""
    return replace(term, found_by=FoundBy.LINKS)


def paragraphs(*contents: str | Sequence[Inline]) -> tuple[Block, ...]:
    """Return paragraphs with the marks a001, a002 ..."""
    return tuple(
        Paragraph((Mark(f"a{number:03}"),), (Text(one),) if isinstance(one, str) else tuple(one), line=number)
        for number, one in enumerate(contents, 1)
    )


def saying(terms: Sequence[Term], blocks: Sequence[Block], language: Language = HANS) -> Proceedings:
    """Return the forum with other terms and one record only, with some blocks.

    Args:
        terms: The glossary.
        blocks: Of the record.
        language: What the record is written in.
    """
    held = fixture()
    old = next(record for key, record in held.records.items() if key[:2] == LAMP)
    record = replace(old, language=language, blocks=tuple(blocks))
    return replace(held, terms={one.id: one for one in terms}, records={(*LAMP, language): record})


def edition_of(held: Proceedings, language: Language = HANS) -> Edition:
    """Return the edition of a language."""
    editions = make_editions(Project(ROOT, FIXTURE / "content"), SITE, held)
    return next(edition for edition in editions if edition.language is language)


def said(found: Sequence[SaidIn]) -> list[tuple[str, list[str]]]:
    """Return the marks of places and the words that count there."""
    return [
        (place.mark, [plain_text(place.content)[start:end] for start, end in place.spans])
        for one in found
        for place in one.places
    ]


def mentions(terms: Sequence[Term], *contents: str | Sequence[Inline], language: Language = HANS) -> Mentions:
    """Return what is said in a record with just these paragraphs, as its own edition sees it."""
    return find_mentions(edition_of(saying(terms, paragraphs(*contents), language), language))


def hits(terms: Sequence[Term], text: str, language: Language = HANS) -> list[tuple[str, str]]:
    """Return each term that a text says, with the words, from left to right."""
    found = mentions(terms, text, language=language)
    spans = [
        (span, id_)
        for id_, places in found.terms.items()
        for one in places
        for place in one.places
        for span in place.spans
    ]
    return [(id_, text[start:end]) for (start, end), id_ in sorted(spans)]
