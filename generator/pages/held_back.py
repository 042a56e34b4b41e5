"""What readers may not see yet: paragraphs that a person has to look at first are taken out of everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.language.review_words import ReviewWords
from generator.model.identifiers import Mark
from generator.model.proceedings import Proceedings, RecordKey
from generator.model.record import (
    SENSITIVE,
    Block,
    Heading,
    LinkTarget,
    Paragraph,
    Record,
    Table,
    Writer,
)
from generator.model.record_text import block_text, links_of
from generator.store.records.translation import paragraph_digest


def listed_words(record: Record, words: ReviewWords) -> Iterator[tuple[Block, str]]:
    """Yield each block of a machine's record that touches the review list, with the first word that does.

    What a person has resolved, and has the same words since, is not among them.
    """
    if record.head.written_by is not Writer.MACHINE:
        return
    for block in record.blocks:
        word = words.first(block_text(block))
        if word and not is_resolved(record, block):
            yield block, word


def is_resolved(record: Record, block: Block) -> bool:
    """Whether a person has looked at a block as it stands now."""
    digests = {record.head.resolved[mark] for mark in block.marks if mark in record.head.resolved}
    return bool(digests) and paragraph_digest(block) in digests


def held_back(held: Proceedings, words: ReviewWords) -> Mapping[RecordKey, frozenset[Mark]]:
    """Return the marks of all blocks that are kept from readers, for each record that has such.

    These are the blocks that touch the review list, those with an open review mark of the reason
    `sensitive`, and whatever translates one of these: the same marks in translations.
    """
    own = {key: own_marks(record, words) for key, record in held.records.items()}
    found = {key: _with_sources(held, record, own) for key, record in held.records.items()}
    return MappingProxyType({key: marks for key, marks in found.items() if marks})


def without_held_back(held: Proceedings, words: ReviewWords) -> Proceedings:
    """Return the content with a place without words for each block that is kept from readers.

    Pages, and all that is made from them, are made from this: what is not there cannot be quoted.
    """
    marks = held_back(held, words)
    if not marks:
        return held
    records = {
        key: without_marks(record, marks[key]) if key in marks else record
        for key, record in held.records.items()
    }
    return replace(held, records=MappingProxyType(records))


def own_marks(record: Record, words: ReviewWords) -> frozenset[Mark]:
    """Return the marks of the blocks that a record's own words keep from readers."""
    listed = {mark for block, _ in listed_words(record, words) for mark in block.marks}
    asked = {
        mark
        for block in record.blocks
        if any(review.reason == SENSITIVE for review in block.reviews)
        for mark in block.marks
    }
    return frozenset(listed | asked)


def _with_sources(
    held: Proceedings, record: Record, own: Mapping[RecordKey, frozenset[Mark]]
) -> frozenset[Mark]:
    """Return the marks of a record's blocks that are held back in it, or in what it was translated from."""
    keys = source_keys(held, (record.forum, record.session, record.language))
    found = {mark for key in keys for mark in own[key]}
    return frozenset(mark for block in record.blocks if found & {*block.marks} for mark in block.marks)


def source_keys(held: Proceedings, key: RecordKey) -> tuple[RecordKey, ...]:
    """Return a record and what it was translated from, one after the other."""
    passed = [key]
    while True:
        forum, session, language = passed[-1]
        named = held.heads[passed[-1]].translated_from
        sources = ((forum, session, one) for one in (named.sources() if named else ()) if one is not language)
        source = next((one for one in sources if one in held.records), None)
        if source is None or source in passed:
            return tuple(passed)
        passed.append(source)


def without_marks(record: Record, marks: frozenset[Mark]) -> Record:
    """Return a record with a place without words for each block that goes by one of some marks."""
    blocks = (_emptied(block) if marks & {*block.marks} else block for block in record.blocks)
    return replace(record, blocks=tuple(blocks))


def _emptied(block: Block) -> Block:
    """Return the place of a block: its names, its time and who speaks; of a heading also its sessions."""
    if isinstance(block, Heading):
        links = (link for link in links_of(block.content) if link.kind is LinkTarget.SESSION)
        return replace(
            block, content=tuple(replace(link, content=()) for link in links), reviews=(), held_back=True
        )
    if isinstance(block, Paragraph):
        return replace(block, content=(), reviews=(), held_back=True)
    time = None if isinstance(block, Table) else block.time
    return Paragraph(block.marks, (), block.line, block.temporary, time, held_back=True)
