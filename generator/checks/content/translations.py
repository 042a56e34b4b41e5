"""A translation names a language that is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content.records import records_by_session
from generator.model.fault import Fault
from generator.store.load import Loaded


def check_translations(loaded: Loaded) -> Iterator[Fault]:
    """Find translations from a language without a record, or from themselves."""
    for records in records_by_session(loaded).values():
        languages = {record.language for _, record in records}
        for path, record in records:
            source = record.head.translated_from
            if source is None:
                continue
            place = loaded.places.of(path, "translated_from")
            if source is record.language:
                yield Fault(place, "a record cannot be translated from its own language", "", "translation")
            elif not languages & set(source.sources()):
                message = f"it is translated from {source}, and there is no record in {source}"
                yield Fault(place, message, "", "translation")
