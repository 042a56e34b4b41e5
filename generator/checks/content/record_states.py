"""What the programme says of a record, and what is there: the session's own, or a place in the host's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content.known import known_ids
from generator.checks.content.sessions import SessionFiles
from generator.model.fault import Fault, Place, Severity
from generator.model.forum import Forum
from generator.model.identifiers import HOST, ForumId
from generator.model.record_text import chapters_of_sessions
from generator.model.session import RecordState
from generator.store.layout import FileKind
from generator.store.load import Loaded
from generator.store.scalars import nearest

_WITHOUT_FILES = {RecordState.NONE, RecordState.WITHHELD, RecordState.HOST}
"""States of a session that has no record of its own."""


def check_record_states(loaded: Loaded) -> Iterator[Fault]:
    """Find records without a session, and sessions that promise a record and have none."""
    yield from _homeless(loaded)
    held = loaded.proceedings
    files = {(file.forum, file.name) for file in loaded.files if file.kind is FileKind.RECORD}
    for forum in held.forums.values():
        path = loaded.forum_file(forum.id)
        for index, session in loaded.sessions_of(forum):
            there = (forum.id, session.id) in files
            if session.record is RecordState.PUBLISHED and not there:
                message = f"'{session.id}' should have a published record, and has none"
                remedy = "write it, or set record: pending"
                yield Fault(_place(loaded, path, index), message, remedy, "no-record")
            if session.record in _WITHOUT_FILES and there:
                message = f"'{session.id}' has a record, though the programme says record: {session.record}"
                remedy = "delete the record's files, or mend the programme"
                yield Fault(_place(loaded, path, index), message, remedy, "record-there")
            if session.record in {RecordState.NONE, RecordState.WITHHELD} and not session.why:
                message = f"'{session.id}' does not say why there is no record"
                place = _place(loaded, path, index)
                yield Fault(place, message, "add: why", "no-reason", Severity.WARNING)


def check_host_chapters(loaded: Loaded, forum: Forum, host: SessionFiles | None) -> Iterator[Fault]:
    """Find sessions whose words should stand in the host's record, and that no chapter of it leads to.

    Args:
        loaded: The content.
        forum: One forum.
        host: The files of its host, if there are any.
    """
    path = loaded.forum_file(forum.id)
    awaited = [(index, one) for index, one in loaded.sessions_of(forum) if one.record is RecordState.HOST]
    if not awaited:
        return
    hosts = host.records(loaded) if host else []
    files = len([*host.of_kind(FileKind.RECORD)]) if host else 0
    linked = {session for _, record in hosts for session, _ in chapters_of_sessions(record)}
    for index, session in awaited:
        if session.id in linked:
            continue
        if not files:
            message = f"the words of '{session.id}' should stand in the host's record, and there is none"
            remedy = f"write records/{HOST}.{forum.language}.md, or set record: pending"
            yield Fault(_place(loaded, path, index), message, remedy, "no-host-record")
        elif len(hosts) == files:  # what could not be read may hold the chapter
            message = f"no chapter of the host's record leads to '{session.id}'"
            remedy = f"let its heading link the session: ## [...](session:{session.id})"
            yield Fault(_place(loaded, path, index), message, remedy, "no-host-chapter")


def _place(loaded: Loaded, path: str, index: int) -> Place:
    return loaded.places.of(path, "sessions", index, "record")


def _homeless(loaded: Loaded) -> Iterator[Fault]:
    ids = known_ids(loaded)
    known = ids.get(("ForumId", ""), frozenset())
    for file in loaded.files:
        if file.kind is FileKind.FORUM_IMAGE and file.forum not in known:
            yield Fault(
                Place(file.shown), f"there is no forum '{file.forum}'", "add its forum.yml", "no-forum"
            )
        if file.kind not in {FileKind.RECORD, FileKind.SOURCES}:
            continue
        if file.forum not in known:
            yield Fault(
                Place(file.shown), f"there is no forum '{file.forum}'", "add its forum.yml", "no-forum"
            )
            continue
        if file.name == HOST:
            continue
        sessions = ids.get(("SessionId", file.forum), frozenset())
        if file.name not in sessions and ForumId(file.forum) in loaded.proceedings.forums:
            message = f"there is no session '{file.name}' in forum '{file.forum}'"
            remedy = nearest(file.name, sorted(sessions)) or "add it to forum.yml"
            yield Fault(Place(file.shown), message, remedy, "no-session")
