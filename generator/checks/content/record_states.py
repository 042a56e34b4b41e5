"""What the programme says of a record, and what is there: the session's own, or a place in the host's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.checks.content.known import known_ids
from generator.checks.content.records import records_by_session
from generator.model.fault import Fault, Place, Severity
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
    yield from _among_the_hosts(loaded)
    held = loaded.proceedings
    files = {(file.forum, file.name) for file in loaded.files if file.kind is FileKind.RECORD}
    for forum in held.forums.values():
        path = loaded.forum_file(forum.id)
        for index, session in loaded.sessions_of(forum):
            place = loaded.places.of(path, "sessions", index, "record")
            there = (forum.id, session.id) in files
            if session.record is RecordState.PUBLISHED and not there:
                message = f"'{session.id}' should have a published record, and has none"
                yield Fault(place, message, "write it, or set record: pending", "no-record")
            if session.record in _WITHOUT_FILES and there:
                message = f"'{session.id}' has a record, though the programme says record: {session.record}"
                yield Fault(
                    place, message, "delete the record's files, or mend the programme", "record-there"
                )
            if session.record in {RecordState.NONE, RecordState.WITHHELD} and not session.why:
                message = f"'{session.id}' does not say why there is no record"
                yield Fault(place, message, "add: why", "no-reason", Severity.WARNING)


def _among_the_hosts(loaded: Loaded) -> Iterator[Fault]:
    """Find sessions whose words should stand in the host's record, and that no chapter of it leads to."""
    records = records_by_session(loaded)
    files = Counter(file.forum for file in loaded.files if file.kind is FileKind.RECORD and file.name == HOST)
    for forum in loaded.proceedings.forums.values():
        hosts = records.get((forum.id, HOST), [])
        linked = {session for _, record in hosts for session, _ in chapters_of_sessions(record)}
        for index, session in loaded.sessions_of(forum):
            if session.record is not RecordState.HOST or session.id in linked:
                continue
            place = loaded.places.of(loaded.forum_file(forum.id), "sessions", index, "record")
            if forum.id not in files:
                message = f"the words of '{session.id}' should stand in the host's record, and there is none"
                remedy = f"write records/{HOST}.{forum.language}.md, or set record: pending"
                yield Fault(place, message, remedy, "no-host-record")
            elif len(hosts) == files[forum.id]:  # what could not be read may hold the chapter
                message = f"no chapter of the host's record leads to '{session.id}'"
                remedy = f"let its heading link the session: ## [...](session:{session.id})"
                yield Fault(place, message, remedy, "no-host-chapter")


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
