"""A record in the other Chinese script.

Only words are converted: marks, ids, addresses, times and code are no words in the tree, so no conversion can
touch them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.language.script import ScriptConverter
from generator.model.language import Language
from generator.model.record import (
    Block,
    Code,
    Emphasis,
    Figure,
    Inline,
    LineBreak,
    Record,
    RecordLink,
    Table,
    Text,
)


def in_script(record: Record, language: Language, script: ScriptConverter) -> Record:
    """Return a record with its words in the other script.

    Args:
        record: As written.
        language: `record.language.other_script`.
        script: Converts; it is given all texts of a paragraph at once, so that words stay whole.
    """

    def convert(parts: Sequence[str]) -> list[str]:
        return script.convert_parts(parts, record.language, language)

    blocks = tuple(_block(block, convert) for block in record.blocks)
    corrections = tuple(replace(one, what=convert([one.what])[0]) for one in record.head.corrections)
    return replace(
        record, language=language, head=replace(record.head, corrections=corrections), blocks=blocks
    )


_Convert = Callable[[Sequence[str]], list[str]]


def _block(block: Block, convert: _Convert) -> Block:
    if isinstance(block, Figure):
        return replace(block, alt=convert([block.alt])[0])
    if isinstance(block, Table):
        return replace(
            block,
            head=tuple(_content(cell, convert) for cell in block.head),
            rows=tuple(tuple(_content(cell, convert) for cell in row) for row in block.rows),
        )
    return replace(block, content=_content(block.content, convert))


def _content(content: Sequence[Inline], convert: _Convert) -> tuple[Inline, ...]:
    converted = iter(convert(list(_texts(content))))
    return _with_texts(content, converted)


def _texts(content: Sequence[Inline]) -> Iterator[str]:
    for item in content:
        if isinstance(item, Text):
            yield item.text
        elif isinstance(item, RecordLink | Emphasis):
            yield from _texts(item.content)


def _with_texts(content: Sequence[Inline], texts: Iterator[str]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for item in content:
        if isinstance(item, Text):
            found.append(Text(next(texts)))
        elif isinstance(item, Code | LineBreak):
            found.append(item)
        else:
            found.append(replace(item, content=_with_texts(item.content, texts)))
    return tuple(found)
