"""The plain words of a record: for digests, descriptions and search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.identifiers import Mark, SessionId
from generator.model.record import (
    Block,
    Code,
    Emphasis,
    Figure,
    Heading,
    Inline,
    LineBreak,
    LinkTarget,
    Paragraph,
    Record,
    RecordLink,
    Table,
    Text,
)


def plain_text(content: Sequence[Inline]) -> str:
    r"""Return the words of inline content, without any markup.

    Returns:
        The text; a wanted break is `\n`.
    """
    return "".join(_words(content))


def block_text(block: Block) -> str:
    r"""Return the words of a block, without time, label and marks.

    Returns:
        The text; of a figure its description; of a table its cells, `\t` between cells and `\n` between rows.
    """
    if isinstance(block, Figure):
        return block.alt
    if isinstance(block, Table):
        return "\n".join("\t".join(plain_text(cell) for cell in row) for row in (block.head, *block.rows))
    return plain_text(block.content)


def is_held_back(block: Block) -> bool:
    """Whether a block is the place of words that readers may not see yet."""
    return isinstance(block, Heading | Paragraph) and block.held_back


def contents_of(block: Block) -> tuple[Sequence[Inline], ...]:
    """Return the inline contents of a block: one, each cell's of a table, none of a figure."""
    if isinstance(block, Figure):
        return ()
    if isinstance(block, Table):
        return tuple(cell for row in (block.head, *block.rows) for cell in row)
    return (block.content,)


def links_of(content: Sequence[Inline]) -> Iterator[RecordLink]:
    """Yield every link of inline content, in order."""
    for item in content:
        if isinstance(item, RecordLink):
            yield item
        if isinstance(item, RecordLink | Emphasis):
            yield from links_of(item.content)


def paragraph_of(record: Record, mark: Mark) -> Mark | None:
    """Return the mark of the block that a mark names or leads to; None where there is no such block."""
    names = {one: block.marks[0] for block in record.blocks for one in block.marks}
    for _ in range(len(record.head.gone) + 1):
        if mark in names:
            return names[mark]
        mark = record.head.gone.get(mark, mark)
    return None


def chapters_of_sessions(record: Record) -> Iterator[tuple[SessionId, Heading]]:
    """Yield each session of the record's own forum that a heading links, with the heading, in order."""
    for block in record.blocks:
        if not isinstance(block, Heading):
            continue
        for link in links_of(block.content):
            forum, _, session = link.target.rpartition("/")
            if link.kind is LinkTarget.SESSION and forum in {"", record.forum}:
                yield SessionId(session), block


def _words(content: Sequence[Inline]) -> Iterator[str]:
    for item in content:
        if isinstance(item, Text | Code):
            yield item.text
        elif isinstance(item, LineBreak):
            yield "\n"
        else:
            yield from _words(item.content)
