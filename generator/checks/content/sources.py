"""What a paragraph stands on is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content.sessions import SessionFiles
from generator.model.fault import Fault, Place, Severity
from generator.model.identifiers import Mark
from generator.model.record import Paragraph, Record
from generator.model.recording import ParagraphSources
from generator.store.layout import ContentFile, FileKind
from generator.store.load import Loaded


def check_sources(loaded: Loaded, session: SessionFiles) -> Iterator[Fault]:
    """Find sources of paragraphs that are not there, spans that run backwards, paragraphs without sources."""
    for file in session.of_kind(FileKind.SOURCES):
        there = session.records(loaded)
        entries = loaded.proceedings.sources.get((session.forum, session.session), ())
        yield from _entries(loaded, file, there, entries)
        yield from _unsourced(file, there, {entry.mark for entry in entries if entry.spans})


def _entries(
    loaded: Loaded,
    file: ContentFile,
    records: list[tuple[str, Record]],
    entries: tuple[ParagraphSources, ...],
) -> Iterator[Fault]:
    marks = {mark for _, record in records for block in record.blocks for mark in block.marks}
    marks |= {mark for _, record in records for mark in record.head.gone}
    for entry in entries:
        if entry.mark not in marks:
            place = loaded.places.of(file.shown, entry.mark)
            message = f"there is no paragraph ^{entry.mark} in the records of '{file.name}'"
            remedy = "delete the line; if it was taken out, say under gone where its links shall lead"
            yield Fault(place, message, remedy, "unknown-mark")
        for number, span in enumerate(entry.spans):
            if span.to <= span.from_ or span.from_[0] < 1:
                key = "from" if span.from_[0] < 1 else "to"
                place = loaded.places.of(file.shown, entry.mark, "spans", number, key)
                yield Fault(place, "the span ends before it begins", "lines count from 1", "span")


def _unsourced(file: ContentFile, records: list[tuple[str, Record]], sourced: set[Mark]) -> Iterator[Fault]:
    for path, record in records:
        for block in record.blocks if not record.head.translated_from else ():
            if isinstance(block, Paragraph) and not block.temporary and not sourced & set(block.marks):
                message = f"^{block.marks[0]} does not say what it stands on"
                remedy = f"add it to {file.name}.sources.yml"
                yield Fault(Place(path, block.line), message, remedy, "no-source", Severity.WARNING)
