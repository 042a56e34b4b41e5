"""Marks are the same in every language of a session."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content.sessions import SessionFiles
from generator.model.fault import Fault, Place, Severity
from generator.model.identifiers import Mark
from generator.model.record import Record
from generator.store.load import Loaded
from generator.store.records.given import known_marks, leading_on
from generator.store.records.translation import translation_source


def check_marks(loaded: Loaded, session: SessionFiles) -> Iterator[Fault]:
    """Find marks that stand in one language only, and marks that lead nowhere.

    A translation is held against its source elsewhere (`check_translations`).
    """
    records = session.records(loaded)
    for path, record in records:
        own = {mark for block in record.blocks if not block.temporary for mark in block.marks}
        yield from _gone(loaded, path, record, own)
        yield from _lost(loaded, path, record)
        for number, correction in enumerate(record.head.corrections):
            if correction.at and correction.at not in own and correction.at not in record.head.gone:
                place = loaded.places.of(path, "corrections", number, "at")
                yield Fault(place, f"there is no paragraph ^{correction.at}", "", "unknown-mark")
        if translation_source(loaded.proceedings, record):
            continue
        others = [
            ({mark for block in other.blocks for mark in block.marks}, other)
            for _, other in records
            if other is not record and translation_source(loaded.proceedings, other) is None
        ]
        for there, other in others:
            for block in record.blocks:
                mark = block.marks[0]
                if block.temporary or there & set(block.marks):
                    continue
                message = f"^{mark} stands here and not in {other.language}"
                remedy = f"write the paragraph in {other.language} too, or give it the same mark"
                yield Fault(Place(path, block.line), message, remedy, "one-language", Severity.WARNING)


def _lost(loaded: Loaded, path: str, record: Record) -> Iterator[Fault]:
    given = loaded.given.get(record.forum, {})
    known = known_marks(loaded.proceedings, given, record.forum, record.session)
    lost = [f"^{mark}" for mark in leading_on(loaded.proceedings, known, record)]
    if lost:
        message = f"{', '.join(lost)}: once here, and links to it lead nowhere now"
        if len(lost) > 1:
            message = f"{', '.join(lost)}: once here, and links to them lead nowhere now"
        remedy = f"put it back, or say where it leads: proceedings mark {path}"
        yield Fault(Place(path, 1, 1), message, remedy, "lost-mark", Severity.WARNING)


def _gone(loaded: Loaded, path: str, record: Record, own: set[Mark]) -> Iterator[Fault]:
    gone = record.head.gone
    for old, new in gone.items():
        place = loaded.places.of(path, "gone", old)
        if old in own:
            yield Fault(place, f"^{old} is said to be gone, and stands in the text", "", "gone")
        seen = {old}
        target = new
        while target in gone and target not in seen:
            seen.add(target)
            target = gone[target]
        if target in seen:
            yield Fault(place, f"^{old} leads back to itself", "let it lead to a paragraph", "gone")
        elif target not in own:
            remedy = "let it lead to a paragraph; what was once in the text, proceedings mark puts right"
            message = f"^{old} leads to ^{target}, which is not in the text"
            yield Fault(place, message, remedy, "gone-nowhere")
