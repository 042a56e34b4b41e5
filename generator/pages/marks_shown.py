"""Which paragraphs a page shows, by their names."""

from __future__ import annotations

from dataclasses import replace

from generator.model.forum import Forum
from generator.model.identifiers import Mark, SessionId
from generator.model.record import Record
from generator.pages.edition import Edition
from generator.pages.record_choice import written_record
from generator.store.records.translation import state_of


def marks_shown(edition: Edition, forum: Forum, name: SessionId) -> frozenset[Mark]:
    """Return the marks of the blocks that an edition shows of a record, without making its page.

    Those of the record, and those of its source that stand in the place of what is not translated yet.
    """
    shown = written_record(edition, forum, name)
    if shown is None:
        return frozenset()
    marks = _marks(shown)
    translated = state_of(edition.held, shown)
    source = translated[0] if translated else None
    if source and written_record(replace(edition, language=source.language), forum, name) is source:
        marks |= _marks(source) - set(shown.head.gone)
    return marks


def _marks(record: Record) -> frozenset[Mark]:
    return frozenset(mark for block in record.blocks for mark in block.marks)
