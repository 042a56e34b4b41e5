"""A record held against its recording, and a translation against its source, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator.fidelity.against_recording import hold_added, hold_lost, hold_names, hold_numbers
from generator.fidelity.against_source import (
    Translated,
    hold_translated_cues,
    hold_translated_names,
    hold_translated_numbers,
    hold_translated_turns,
)
from generator.fidelity.finding import Finding
from generator.fidelity.held import Said, words_of
from generator.fidelity.known_names import names_known_in
from generator.fidelity.misheard import hold_misheard
from generator.fidelity.omissions import hold_omitted
from generator.fidelity.reader import Heard, Reader
from generator.fidelity.spans import parts_of
from generator.language.simplified import simplified
from generator.model.fidelity import FindingKind
from generator.model.forum import Forum
from generator.model.identifiers import HOST, Mark, PersonId
from generator.model.record import Block, Figure, Heading, Paragraph, Record, RecordForm
from generator.model.recording import ParagraphSources

_RULES: Final = (hold_numbers, hold_names, hold_misheard, hold_added, hold_lost)
_TRANSLATION_RULES: Final = (
    hold_translated_numbers,
    hold_translated_names,
    hold_translated_cues,
    hold_translated_turns,
)


def hold_record(
    record: Record, forum: Forum, sources: Sequence[ParagraphSources], heard: Heard
) -> Iterator[Finding]:
    """Hold a record against what was heard.

    Args:
        record: In the language that was spoken.
        forum: Whose it is.
        sources: Where its paragraphs come from; empty where nobody wrote it down.
        heard: The forum's recordings.

    Yields:
        What does not agree, paragraph by paragraph. What was said and is not in the record is found for
        edited and verbatim records only: a summary may leave out.
    """
    session = forum.session(record.session) if record.session != HOST else None
    parts = parts_of(record, session, sources, heard.text)
    held = [
        Said(
            block,
            simplified(words_of(block)),
            heard,
            parts[block.marks[0]],
            names_known_in(forum, session, speaker),
            whole=bool(sources) and record.head.form is not RecordForm.SUMMARY,
        )
        for block, speaker in _with_speakers(record)
        if block.marks[0] in parts and not isinstance(block, Figure)
    ]
    for said in held:
        for rule in _RULES:
            yield from rule(said)
    if record.head.form is not RecordForm.SUMMARY:
        yield from hold_omitted(held)


def hold_translation(translation: Record, source: Record, forum: Forum, reader: Reader) -> Iterator[Finding]:
    """Hold a translation against its source.

    Args:
        translation: The translation.
        source: The record that it was made from.
        forum: Whose they are.
        reader: Reads both.

    Yields:
        What does not agree, paragraph by paragraph; what is missing altogether other rules find.
    """
    session = forum.session(source.session) if source.session != HOST else None
    by_mark: Mapping[Mark, Block] = {mark: block for block in source.blocks for mark in block.marks}
    for block, speaker in _with_speakers(translation):
        original = next((by_mark[mark] for mark in block.marks if mark in by_mark), None)
        if original is None:
            continue
        known = names_known_in(forum, session, speaker)
        text, words = simplified(words_of(block)), simplified(words_of(original))
        one = Translated(block, text, words, reader, known)
        yield from _turn(block, original)
        for rule in _TRANSLATION_RULES:
            yield from rule(one)


def _turn(block: Block, original: Block) -> Iterator[Finding]:
    """Find a turn that is somebody else's in the source."""
    if (
        not isinstance(block, Paragraph)
        or not isinstance(original, Paragraph)
        or not (block.turn and original.turn)
    ):
        return
    if block.turn.person != original.turn.person:
        message = f"in the source, ‘{original.turn.label}’ says this"
        yield Finding(FindingKind.NAME, block, -1, block.turn.label, message)


def _with_speakers(record: Record) -> Iterator[tuple[Block, PersonId | None]]:
    """Yield the blocks of a record, each with who speaks in it: whoever began to last."""
    speaker: PersonId | None = None
    for block in record.blocks:
        if isinstance(block, Paragraph) and block.turn:
            speaker = block.turn.person
        yield block, None if isinstance(block, Heading) else speaker
