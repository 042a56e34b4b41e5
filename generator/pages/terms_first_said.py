"""Where a record says each of its terms first, and those places as links.

The places are found with those of the whole glossary (generator.pages.mentions), in records as they were
written. The links are put in before a script is changed, so that a word stays whole in both scripts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model.identifiers import Mark, TermId
from generator.model.record import (
    Block,
    Emphasis,
    Inline,
    LinkTarget,
    Paragraph,
    Record,
    RecordLink,
    Table,
    Text,
)
from generator.model.record_text import plain_text

Hit = tuple[int, int, TermId]
"""Start and end of words in a text, and the term that they say."""


@dataclass(frozen=True, slots=True)
class FirstPlace:
    """Words that shall lead to the explanation of a term.

    Attributes:
        term: The term.
        mark: The first name of their paragraph or table.
        part: Which text of the block: 0 for a paragraph; of a table the number of the cell.
        start: Where in the text they begin.
        end: Where they end.
    """

    term: TermId
    mark: Mark
    part: int
    start: int
    end: int


@dataclass(slots=True)
class FirstPlaces:
    """Gathers the places of one record while its blocks are read in order.

    A term is explained where it stands in a paragraph, an item or a cell for the first time, unless an editor
    linked it there or before. Headings are no place for a link to something else, nor is another link.

    Attributes:
        found: The places, in order.
    """

    found: list[FirstPlace] = field(default_factory=list)
    _known: set[TermId] = field(default_factory=set)

    def look_at(self, block: Block, part: int, content: Sequence[Inline], hits: Sequence[Hit]) -> None:
        """Look at what is said in one text of a block.

        Args:
            block: The block.
            part: Which text of it.
            content: The text.
            hits: What is said in it, in order.
        """
        new = [hit for hit in hits if hit[2] not in self._known]
        if not new or not isinstance(block, Paragraph | Table):
            return
        stretches = list(_stretches(content, 0))
        for start, end, term in new:
            around = next((link for low, high, link in stretches if low <= start and end <= high), None)
            if around is None or term in self._known:
                continue
            if isinstance(around, Text):
                self.found.append(FirstPlace(term, block.marks[0], part, start, end))
                self._known.add(term)
            elif around.kind is LinkTarget.TERM and around.target == term:
                self._known.add(term)


def with_term_links(record: Record, places: Sequence[FirstPlace]) -> Record:
    """Return a record whose words at some places are links to the terms that they say.

    Args:
        record: The record, as it was written, that the places were found in.
        places: At most one for a term.
    """
    by_mark: dict[Mark, dict[int, list[FirstPlace]]] = {}
    for place in places:
        by_mark.setdefault(place.mark, {}).setdefault(place.part, []).append(place)
    blocks = tuple(_linked_block(block, by_mark.get(block.marks[0], {})) for block in record.blocks)
    return replace(record, blocks=blocks)


def _linked_block(block: Block, places: Mapping[int, Sequence[FirstPlace]]) -> Block:
    if not places:
        return block
    if isinstance(block, Paragraph):
        return replace(block, content=_linked(block.content, 0, places[0]))
    if not isinstance(block, Table):
        return block
    rows = [block.head, *block.rows]
    before = 0
    for number, row in enumerate(rows):
        rows[number] = tuple(_linked(cell, 0, places.get(before + at, ())) for at, cell in enumerate(row))
        before += len(row)
    return replace(block, head=rows[0], rows=tuple(rows[1:]))


def _stretches(content: Sequence[Inline], position: int) -> Iterator[tuple[int, int, Text | RecordLink]]:
    """Yield the stretches of a text that words can stand in: plain text, stressed or not, and whole links."""
    for item in content:
        end = position + len(plain_text((item,)))
        if isinstance(item, Text | RecordLink):
            yield position, end, item
        elif isinstance(item, Emphasis):
            yield from _stretches(item.content, position)
        position = end


def _linked(content: Sequence[Inline], position: int, places: Sequence[FirstPlace]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for item in content:
        end = position + len(plain_text((item,)))
        within = [place for place in places if position <= place.start and place.end <= end]
        if within and isinstance(item, Text):
            found += _cut(item.text, position, within)
        elif within and isinstance(item, Emphasis):
            found.append(replace(item, content=_linked(item.content, position, within)))
        else:
            found.append(item)
        position = end
    return tuple(found)


def _cut(text: str, position: int, places: Sequence[FirstPlace]) -> Iterator[Inline]:
    """Yield a text in pieces, those at the places as links."""
    done = 0
    for place in places:
        start, end = place.start - position, place.end - position
        if start > done:
            yield Text(text[done:start])
        yield RecordLink(LinkTarget.TERM, place.term, (Text(text[start:end]),))
        done = end
    if done < len(text):
        yield Text(text[done:])
