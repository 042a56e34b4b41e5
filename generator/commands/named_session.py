"""The session that a call names as FORUM/SESSION, its record files, and marks in it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.commands.failure import CommandError, Exit
from generator.commands.reading import Read
from generator.model.identifiers import Mark
from generator.model.language import Language
from generator.model.record import Record
from generator.store.layout import ContentFile, FileKind
from generator.store.scalars import nearest

SessionKey = tuple[str, str]
"""Forum and session, as the names of records have them."""


def named_session(read: Read, name: str, language: Language | None = None) -> SessionKey:
    """Return the forum and session that a call names.

    Args:
        read: The content.
        name: `forum/session`, or `forum/host`.
        language: The language that there must be a record in; None for any.

    Raises:
        CommandError: The name is none, or there is no such forum or record.
    """
    forum, slash, session = name.partition("/")
    if not slash or not forum or not session:
        raise CommandError(f"'{name}' is no session: write FORUM/SESSION", Exit.CALL)
    forums = sorted({file.forum for file in read.loaded.files if file.forum})
    if forum not in forums:
        remedy = nearest(forum, forums) or f"forums: {', '.join(forums)}"
        raise CommandError(f"there is no forum '{forum}'; {remedy}", Exit.CALL)
    files = record_files(read, (forum, session))
    if not files:
        written = {file.name for file in read.loaded.files if _is_record(file) and file.forum == forum}
        remedy = nearest(session, sorted(written)) or "see: proceedings status"
        raise CommandError(f"there is no record of '{name}'; {remedy}", Exit.CALL)
    if language and language not in files:
        raise CommandError(f"there is no record of '{name}' in {language}", Exit.CALL)
    return forum, session


def record_files(read: Read, session: SessionKey) -> dict[Language, ContentFile]:
    """Return the record files of a session, by language."""
    return {
        file.language: file
        for file in read.loaded.files
        if _is_record(file) and (file.forum, file.name) == session and file.language
    }


def check_marks(session: str, records: Iterable[Record], marks: Iterable[Mark]) -> None:
    """Refuse marks that no record of a session has.

    Raises:
        CommandError: There is one.
    """
    known = {mark for record in records for block in record.blocks for mark in block.marks}
    for one in marks:
        if one not in known:
            raise CommandError(f"there is no paragraph ^{one} in {session}", Exit.CALL)


def _is_record(file: ContentFile) -> bool:
    return file.kind is FileKind.RECORD
