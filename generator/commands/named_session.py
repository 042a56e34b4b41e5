"""The session that a call names as FORUM/SESSION, and its record files."""

from __future__ import annotations

from generator.commands.failure import CommandError, Exit
from generator.commands.reading import Read
from generator.model.language import Language
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


def _is_record(file: ContentFile) -> bool:
    return file.kind is FileKind.RECORD
