"""A programme that could have taken place: times in order, one thing in a room at a time."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from generator.model.fault import Fault
from generator.model.forum import Forum
from generator.model.session import Session, SessionStatus
from generator.store.load import Loaded
from generator.store.scalars import WrongValueError, time_zone

_NOT_HELD = {SessionStatus.CANCELLED, SessionStatus.MOVED, SessionStatus.REPLACED}


def check_time_zones(loaded: Loaded) -> Iterator[Fault]:
    """Find time zones that this machine's database does not have."""
    for forum in loaded.proceedings.forums.values():
        try:
            time_zone(forum.timezone)
        except WrongValueError as error:
            place = loaded.places.of(loaded.forum_file(forum.id), "timezone")
            yield Fault(place, str(error), error.remedy, "time-zone")


def check_programme(loaded: Loaded, forum: Forum) -> Iterator[Fault]:
    """Find impossible times, overlaps in a room, and items within themselves."""
    yield from _clock(loaded, forum)
    yield from _parents(loaded, forum)
    yield from _overlaps(loaded, forum)
    yield from _moved(loaded, forum)
    yield from _heard(loaded, forum)


def _clock(loaded: Loaded, forum: Forum) -> Iterator[Fault]:
    path = loaded.forum_file(forum.id)
    for index, session in loaded.sessions_of(forum):
        if session.start and session.end and session.end <= session.start:
            place = loaded.places.of(path, "sessions", index, "end")
            message = f"the session ends at {session.end}, not after it starts at {session.start}"
            yield Fault(place, message, "", "times-backwards")
        if session.end and not session.start:
            place = loaded.places.of(path, "sessions", index, "end")
            yield Fault(place, "there is an end but no start", "add the start", "times-backwards")


def _parents(loaded: Loaded, forum: Forum) -> Iterator[Fault]:
    path = loaded.forum_file(forum.id)
    parents = {session.id: session.parent for session in forum.sessions}
    by_id = {session.id: session for session in forum.sessions}
    for index, session in loaded.sessions_of(forum):
        seen = {session.id}
        above = session.parent
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above is not None:
            place = loaded.places.of(path, "sessions", index, "parent")
            yield Fault(place, f"'{session.id}' is an item of itself", "", "parent-circle")
            continue
        parent = by_id.get(session.parent) if session.parent else None
        if parent and _outside(session, parent):
            place = loaded.places.of(path, "sessions", index, "start")
            message = (
                f"the item lies outside '{parent.id}', which it belongs to ({parent.start}–{parent.end})"
            )
            yield Fault(place, message, "", "outside-parent")


def _outside(item: Session, parent: Session) -> bool:
    if item.start and parent.start and item.start < parent.start:
        return True
    return bool(
        parent.end and ((item.end and item.end > parent.end) or (item.start and item.start > parent.end))
    )


def _overlaps(loaded: Loaded, forum: Forum) -> Iterator[Fault]:
    path = loaded.forum_file(forum.id)
    timed = [
        (session, index)
        for index, session in loaded.sessions_of(forum)
        if session.start and session.end and session.start < session.end and session.status not in _NOT_HELD
    ]
    for (first, _), (second, index) in itertools.combinations(timed, 2):
        if first.parent != second.parent or _where(first, forum) != _where(second, forum):
            continue
        if first.start < second.end and second.start < first.end:  # type: ignore[operator]
            place = loaded.places.of(path, "sessions", index, "start")
            message = (
                f"'{second.id}' ({second.start}–{second.end}) overlaps '{first.id}' "
                f"({first.start}–{first.end}) in the same room"
            )
            yield Fault(place, message, "mend the times, or give rooms", "overlap")


def _where(session: Session, forum: Forum) -> tuple[object, object]:
    return session.date or forum.date, session.room


def _moved(loaded: Loaded, forum: Forum) -> Iterator[Fault]:
    path = loaded.forum_file(forum.id)
    for index, session in loaded.sessions_of(forum):
        if session.moved_to and session.status is not SessionStatus.MOVED:
            place = loaded.places.of(path, "sessions", index, "moved_to")
            yield Fault(place, "the session has moved_to but is not moved", "set status: moved", "moved")
        if session.moved_to == session.id:
            place = loaded.places.of(path, "sessions", index, "moved_to")
            yield Fault(place, "the session moved to itself", "", "moved")


def _heard(loaded: Loaded, forum: Forum) -> Iterator[Fault]:
    path = loaded.forum_file(forum.id)
    for index, session in loaded.sessions_of(forum):
        for number, heard in enumerate(session.heard):
            backwards = heard.from_ and heard.to and heard.to <= heard.from_
            if backwards or (heard.lines and (heard.lines[0] < 1 or heard.lines[1] < heard.lines[0])):
                key = "to" if backwards else "lines"
                place = loaded.places.of(path, "sessions", index, "heard", number, key)
                yield Fault(place, "the part of the recording ends before it begins", "", "times-backwards")
