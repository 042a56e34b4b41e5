"""What the programme says of a record, and what is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content.known import known_ids
from generator.model.fault import Fault, Place, Severity
from generator.model.identifiers import HOST, ForumId
from generator.model.session import RecordState
from generator.store.layout import FileKind
from generator.store.load import Loaded
from generator.store.scalars import nearest


def check_record_states(loaded: Loaded) -> Iterator[Fault]:
    """Find records without a session, and sessions that promise a record and have none."""
    yield from _homeless(loaded)
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
            if session.record in {RecordState.NONE, RecordState.WITHHELD} and there:
                message = f"'{session.id}' has a record, though the programme says record: {session.record}"
                yield Fault(
                    place, message, "delete the record's files, or mend the programme", "record-there"
                )
            if session.record in {RecordState.NONE, RecordState.WITHHELD} and not session.why:
                message = f"'{session.id}' does not say why there is no record"
                yield Fault(place, message, "add: why", "no-reason", Severity.WARNING)


def _homeless(loaded: Loaded) -> Iterator[Fault]:
    ids = known_ids(loaded)
    known = ids.get(("ForumId", ""), frozenset())
    for file in loaded.files:
        if file.kind is FileKind.FORUM_IMAGE and file.forum not in known:
            yield Fault(
                Place(file.shown), f"there is no forum '{file.forum}'", "add its forum.yml", "no-forum"
            )
        if file.kind not in {FileKind.RECORD, FileKind.SOURCES} or file.name == HOST:
            continue
        if file.forum not in known:
            yield Fault(
                Place(file.shown), f"there is no forum '{file.forum}'", "add its forum.yml", "no-forum"
            )
            continue
        sessions = ids.get(("SessionId", file.forum), frozenset())
        if file.name not in sessions and ForumId(file.forum) in loaded.proceedings.forums:
            message = f"there is no session '{file.name}' in forum '{file.forum}'"
            remedy = nearest(file.name, sorted(sessions)) or "add it to forum.yml"
            yield Fault(Place(file.shown), message, remedy, "no-session")
