"""The programme of a forum by day and room; rooms of a day stand side by side in one order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.addresses import Address
from generator.model.dates import ClockTime, PartialDate
from generator.model.forum import Forum
from generator.model.session import Session
from generator.model.text import LocalizedText
from generator.pages.edition import Edition
from generator.pages.programme_list import ProgrammeItem, programme_items
from generator.pages.said import Said
from generator.pages.when import by_calendar, date_words, day_bounds, day_of

MOST_ROOMS = 4
"""Rooms that stand side by side in one order of time; the style sheet has as many columns."""
MOST_ROWS = 40
"""Different beginnings of a day that are set in one order; the style sheet has as many rows."""


@dataclass(frozen=True, slots=True)
class ProgrammeRoom:
    """What was in one room on one day.

    Attributes:
        title: The room; None where no room of that day has a name.
        named: Whether the title is a room's name, and does not only say that none is given.
        items: Its sessions, by their times.
    """

    title: Said | None
    named: bool
    items: tuple[ProgrammeItem, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """One day of a programme.

    Attributes:
        id: Of its heading.
        title: The heading: the date, or just that this is the programme.
        bounds: The moments at which the day begins and ends at the forum; None where it is not fully known.
        rooms: In the order in which their days begin; what was in no named room comes last.
        columns: How many rooms stand side by side in one order of time; 0 where they do not.
    """

    id: str
    title: str
    bounds: tuple[str, str] | None
    rooms: tuple[ProgrammeRoom, ...]
    columns: int

    @property
    def named(self) -> int:
        """How many rooms have names."""
        return sum(room.named for room in self.rooms)


def programme_days(edition: Edition, forum: Forum, here: Address) -> tuple[ProgrammeDay, ...]:
    """Return the days of a forum; one that is not fully known comes after those that it may be one of."""
    top = forum.children(None)
    days = sorted({day_of(forum, session) for session in top}, key=by_calendar)
    return tuple(
        _day(edition, forum, here, day, (number, len(days))) for number, day in enumerate(days, start=1)
    )


def by_room(sessions: Sequence[Session]) -> dict[LocalizedText | None, list[Session]]:
    """Return sessions by room, in the order of their times; what has no time stays where the editor put it.

    The room in which the day begins comes first; what was in no room comes last, for below a room's name it
    would seem to have been there.
    """
    ordered = list(sessions)
    if all(session.start for session in sessions):
        ordered.sort(key=_start)
    else:
        timed = iter(sorted((one for one in sessions if one.start), key=_start))
        ordered = [next(timed) if session.start else session for session in sessions]
    rooms: dict[LocalizedText | None, list[Session]] = {}
    for session in ordered:
        rooms.setdefault(session.room, []).append(session)
    nowhere = rooms.pop(None, None)
    return rooms | ({None: nowhere} if nowhere else {})


def _start(session: Session) -> ClockTime:
    return session.start or ClockTime(0)


def _day(
    edition: Edition, forum: Forum, here: Address, day: PartialDate, place: tuple[int, int]
) -> ProgrammeDay:
    number, count = place
    sessions = by_room([one for one in forum.children(None) if day_of(forum, one) == day])
    named = sum(room is not None for room in sessions)
    rows = _rows(sessions) if 1 < named <= MOST_ROOMS else {}
    rooms = []
    for room, found in sessions.items():
        items = programme_items(edition, forum, found, here)
        if rows:
            items = tuple(
                replace(item, row=rows[one.id][0], rows=rows[one.id][1])
                for item, one in zip(items, found, strict=True)
            )
        unnamed = Said(edition.words("forum.no_room"), edition.language) if named else None
        said = edition.say(room, forum.language) if room else unnamed
        rooms.append(ProgrammeRoom(said, room is not None, items))
    title = edition.words("forum.programme")
    if count > 1:
        title = date_words(day, edition.language, weekday=True)
        if not day.day:
            title = edition.words("forum.day_unknown", date=title)
    return ProgrammeDay(
        id=f"day-{number}" if count > 1 else "programme",
        title=title,
        bounds=day_bounds(forum, day),
        rooms=tuple(rooms),
        columns=named if rows else 0,
    )


_Key = tuple[int, int, int]


def _rows(sessions: dict[LocalizedText | None, list[Session]]) -> dict[str, tuple[int, int]]:
    """Return the row that each session begins in and how many it reaches over.

    Each time at which something begins is a row. What is in no room reaches over all columns and so has a row
    of its own; where it has no time, that is the last one. A session reaches to the next of its room.

    Returns:
        By session; empty where a session of a room has no time, or there would be too many rows.
    """
    if not all(one.start for room, found in sessions.items() if room for one in found):
        return {}
    keys = {room: list(_keys(found, everywhere=room is None)) for room, found in sessions.items()}
    order = {key: number for number, key in enumerate(sorted({key for one in keys.values() for key in one}))}
    if len(order) > MOST_ROWS:
        return {}
    rows: dict[str, tuple[int, int]] = {}
    across = [order[key] for key in keys.get(None, ())]
    for room, found in sessions.items():
        ends = sorted({*across, *(order[key] for key in keys[room]), len(order)})
        for session, key in zip(found, keys[room], strict=True):
            begin = order[key]
            over = next(end for end in ends if end > begin) - begin if room else 1
            rows[session.id] = (begin + 1, over)
    return rows


def _keys(sessions: Sequence[Session], *, everywhere: bool) -> Iterator[_Key]:
    """Yield what rows are sorted by: the time, first what is everywhere, and two of one time one by one."""
    seen: dict[int, int] = {}
    for session in sessions:
        minutes = session.start.minutes if session.start else 24 * 60
        seen[minutes] = seen.get(minutes, -1) + 1
        yield minutes, 0 if everywhere else 1 + seen[minutes], seen[minutes] if everywhere else 0
