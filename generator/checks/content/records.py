"""Records with the names of their files, by session."""

from __future__ import annotations

from generator.model.identifiers import ForumId, SessionId
from generator.model.record import Record
from generator.store.layout import FileKind
from generator.store.load import Loaded


def records_by_session(loaded: Loaded) -> dict[tuple[ForumId, SessionId], list[tuple[str, Record]]]:
    """Return each session's records with their files' names, languages in order."""
    found: dict[tuple[ForumId, SessionId], list[tuple[str, Record]]] = {}
    for file in loaded.files:
        if file.kind is not FileKind.RECORD or file.language is None:
            continue
        key = (ForumId(file.forum), SessionId(file.name))
        record = loaded.proceedings.records.get((*key, file.language))
        if record:
            found.setdefault(key, []).append((file.shown, record))
    return found
