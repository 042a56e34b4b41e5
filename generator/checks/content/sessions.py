"""A session's files: its records in every language, and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.identifiers import ForumId, SessionId
from generator.model.record import Record
from generator.store.layout import ContentFile, FileKind
from generator.store.load import Loaded

_KINDS = {FileKind.RECORD, FileKind.SOURCES, FileKind.CONFIRMED, FileKind.ACCEPTED}


@dataclass(frozen=True, slots=True)
class SessionFiles:
    """What is written of a session, or of the host's words.

    Attributes:
        forum: The folder's name; there may be no such forum.
        session: The name in the files; there may be no such session.
        files: Records, sources and digests, in the order of their names.
    """

    forum: ForumId
    session: SessionId
    files: list[ContentFile] = field(default_factory=list)

    def of_kind(self, kind: FileKind) -> Iterator[ContentFile]:
        """Yield the files of a kind."""
        return (file for file in self.files if file.kind is kind)

    def records(self, loaded: Loaded) -> list[tuple[str, Record]]:
        """Return the records that could be read, with their files' names, languages in order."""
        held = loaded.proceedings.records
        found = []
        for file in self.of_kind(FileKind.RECORD):
            record = held.get((self.forum, self.session, file.language)) if file.language else None
            if record:
                found.append((file.shown, record))
        return found


def sessions_by_forum(loaded: Loaded) -> dict[ForumId, dict[SessionId, SessionFiles]]:
    """Return the files of each session, by forum."""
    found: dict[ForumId, dict[SessionId, SessionFiles]] = {}
    for file in loaded.files:
        if file.kind in _KINDS:
            forum, session = ForumId(file.forum), SessionId(file.name)
            of_forum = found.setdefault(forum, {})
            of_forum.setdefault(session, SessionFiles(forum, session)).files.append(file)
    return found
