"""Where in the recording each paragraph of a record comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from generator.fidelity.alongside import Alongside
from generator.fidelity.held import words_of
from generator.fidelity.recording import Part, RecordingText
from generator.model.identifiers import Mark
from generator.model.record import Block, Heading, Record
from generator.model.recording import ParagraphSources
from generator.model.session import Session

_MARGIN: Final = 120
"""Characters about a span that was guessed."""


def parts_of(
    record: Record, session: Session | None, sources: Sequence[ParagraphSources], text: RecordingText
) -> Mapping[Mark, tuple[Part, ...]]:
    """Return for each paragraph the parts of the recording that it stands on.

    Where a session has no sources, they are guessed: within the lines that are `heard`, or else in the whole
    recording, a paragraph comes from where the words that only it has were said.

    Returns:
        By the first mark of the paragraph; nothing of headings, and of paragraphs without a source.
    """
    blocks = [block for block in record.blocks if not isinstance(block, Heading)]
    if sources:
        spans = {one.mark: one.spans for one in sources}
        found: dict[Mark, tuple[Part, ...]] = {}
        for block in blocks:
            every = [span for mark in block.marks for span in spans.get(mark, ())]
            parts = tuple(text.part(span.recording, span.from_, span.to) for span in every)
            found[block.marks[0]] = tuple(part for part in parts if part[0] < part[1])
        return {mark: parts for mark, parts in found.items() if parts}
    return _guessed(blocks, _heard(session, text), text)


def _heard(session: Session | None, text: RecordingText) -> Part:
    parts = [
        text.of_lines(one.recording, *one.lines)
        for one in (session.heard if session else ())
        if one.lines and one.recording in text.files
    ]
    return (min(start for start, _ in parts), max(end for _, end in parts)) if parts else (0, len(text.words))


def _guessed(blocks: Sequence[Block], whole: Part, text: RecordingText) -> Mapping[Mark, tuple[Part, ...]]:
    starts, joined = [], ""
    for block in blocks:
        starts.append(len(joined))
        joined += words_of(block) + "\n"
    laid = Alongside.of(joined, text.words[whole[0] : whole[1]])
    found: dict[Mark, tuple[Part, ...]] = {}
    for block, start, end in zip(blocks, starts, [*starts[1:], len(joined)], strict=True):
        first, last = laid.in_said(start), laid.in_said(end)
        begin = max(whole[0], whole[0] + int(first) - _MARGIN)
        found[block.marks[0]] = ((begin, min(whole[1], whole[0] + int(last) + _MARGIN)),)
    return found
