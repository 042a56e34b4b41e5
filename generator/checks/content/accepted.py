"""What was explained of a record is explained of the record as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content.sessions import SessionFiles
from generator.model.fault import Fault, Severity
from generator.model.identifiers import Mark
from generator.model.record import Block, Record
from generator.store.layout import FileKind
from generator.store.load import Loaded
from generator.store.records.translation import paragraph_digest


def check_accepted(loaded: Loaded, session: SessionFiles) -> Iterator[Fault]:
    """Find explanations of paragraphs that are no more, or that say something else now."""
    by_language = {record.language: record for _, record in session.records(loaded)}
    for file in session.of_kind(FileKind.ACCEPTED):
        for one in loaded.proceedings.accepted.get((session.forum, session.session), ()):
            for number, entry in enumerate(one.entries):
                place = loaded.places.of(file.shown, one.mark, "spans", number)
                record = by_language.get(entry.language)
                block = _block(record, one.mark) if record else None
                if block is None:
                    message = f"there is no paragraph ^{one.mark} in {entry.language}"
                    yield Fault(place, message, "delete the line", "unknown-mark")
                elif paragraph_digest(block) != entry.digest:
                    message = f"^{one.mark} was changed since ‘{entry.words}’ was explained"
                    remedy = "judge it again: proceedings fidelity, then accept it anew or delete the line"
                    yield Fault(place, message, remedy, "accepted-stale", Severity.WARNING)


def _block(record: Record, mark: Mark) -> Block | None:
    return next((block for block in record.blocks if mark in block.marks), None)
