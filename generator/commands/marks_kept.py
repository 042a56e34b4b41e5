"""No mark is forgotten: those taken out of a record lead on, and the forum's list of marks holds all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.commands.reading import Read
from generator.commands.reporter import Reporter
from generator.commands.writing import create, replace
from generator.model.fault import Fault
from generator.model.identifiers import ForumId, SessionId
from generator.store.layout import ContentFile, FileKind
from generator.store.records.front_map import FrontMapError, add_to_front_map
from generator.store.records.given import GIVEN, given_text, known_marks, leading_on
from generator.store.source_text import read_source


def keep_marks(read: Read, sessions: Iterable[tuple[str, str]], reporter: Reporter) -> bool:
    """Write where lost marks lead, and the lists of marks.

    Args:
        read: The content as it is now, its marks given.
        sessions: Forum and session of the records that are looked at.
        reporter: Says what was written.

    Returns:
        Whether all could be written.
    """
    chosen = sorted({(ForumId(forum), SessionId(session)) for forum, session in sessions})
    # The lists first: what is known of a mark must not hang on the text it was taken out of.
    for forum in sorted({forum for forum, _ in chosen}):
        _list(read, forum, [session for one, session in chosen if one == forum])
    done = True
    for forum, session in chosen:
        for file in _files(read, forum, session):
            done &= _lead_on(read, file, reporter)
    return done


def list_faults(read: Read, forum: str) -> list[Fault]:
    """Return what is wrong in a forum's list of marks: what it holds is not known then, nor to be lost."""
    shown = f"{read.loaded.shown}/forums/{forum}/records/{GIVEN}"
    return [fault for fault in read.faults if fault.place.path == shown]


def _list(read: Read, forum: ForumId, sessions: Iterable[SessionId]) -> None:
    held = read.loaded.proceedings
    there = read.loaded.given.get(forum, {})
    known = {session: known_marks(held, there, forum, session) for session in sessions}
    text = given_text({**there, **known})
    path = _records(read, forum) / GIVEN
    if not path.exists():
        create(path, text)
        return
    old = path.read_bytes().decode("utf-8")
    if old.replace("\r\n", "\n") != text:
        replace(path, old, text)


def _records(read: Read, forum: ForumId) -> Path:
    files = (file for file in read.loaded.files if file.kind is FileKind.RECORD and file.forum == forum)
    return next(files).path.parent


def _files(read: Read, forum: ForumId, session: SessionId) -> list[ContentFile]:
    return [
        file
        for file in read.loaded.files
        if file.kind is FileKind.RECORD and (file.forum, file.name) == (forum, session)
    ]


def _lead_on(read: Read, file: ContentFile, reporter: Reporter) -> bool:
    forum, session = ForumId(file.forum), SessionId(file.name)
    held = read.loaded.proceedings
    record = held.records.get((forum, session, file.language)) if file.language else None
    if record is None:
        return True
    known = known_marks(held, read.loaded.given.get(forum, {}), forum, session)
    lost = leading_on(held, known, record)
    text = read_source(file.path, file.shown)[0]
    try:
        new = add_to_front_map(text, "gone", {mark: str(there) for mark, there in lost.items()})
    except FrontMapError as error:
        message = "under gone, write each mark and where it leads on a line of its own, then run it again"
        reporter.complain(f"{file.shown}:{error.line}: {message}")
        return False
    if new != text:
        replace(file.path, text, new)
        for mark, there in lost.items():
            reporter.say(f"{file.shown}: ^{mark} is gone, and leads to ^{there}")
    return True
