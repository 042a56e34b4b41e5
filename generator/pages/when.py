"""When a session or forum took place, as a page says it."""

from __future__ import annotations

import datetime as dt
import zoneinfo

from generator.language.dates import format_date, format_date_range
from generator.model.dates import ClockTime, PartialDate
from generator.model.forum import Forum
from generator.model.language import Language
from generator.model.session import Session


def date_words(date: PartialDate, language: Language, *, weekday: bool = False) -> str:
    """Return a date in words, no more of it than is known."""
    return format_date(*_parts(date), language, weekday=weekday and bool(date.day))


def range_words(first: PartialDate, last: PartialDate, language: Language) -> str:
    """Return the days from the first to the last in words; one date where they are the same."""
    return format_date_range(_parts(first), _parts(last), language)


def _parts(date: PartialDate) -> tuple[int, int | None, int | None]:
    return date.year, date.month or None, date.day or None


def day_of(forum: Forum, session: Session) -> PartialDate:
    """Return the day of a session as far as it is known: its own, of what it belongs to, or of the forum."""
    seen = {session.id}
    while not session.date and session.parent and session.parent not in seen:
        seen.add(session.parent)
        parent = forum.session(session.parent)
        if parent is None:
            break
        session = parent
    return session.date or forum.date


def forum_days(forum: Forum) -> tuple[PartialDate, ...]:
    """Return the days of a forum in order: those of its sessions, or its own."""
    days = {day_of(forum, session) for session in forum.sessions}
    return tuple(sorted(days)) or (forum.date,)


def by_calendar(date: PartialDate) -> tuple[int, int, int]:
    """Return what dates are sorted by where what is not known exactly comes after what is."""
    return date.year, date.month or 13, date.day or 32


def machine_time(forum: Forum, session: Session) -> str:
    """Return the start for machines (HTML's valid date and time strings): as much of it as is known."""
    day = day_of(forum, session)
    return machine_clock(forum, day, session.start) if session.start and day.day else str(day)


def machine_clock(forum: Forum, day: PartialDate, clock: ClockTime) -> str:
    """Return a time of the day for machines: a moment with the forum's offset where the day is known.

    Returns:
        `2025-10-18T09:15+08:00`; `09:15` where the day is not fully known.
    """
    if not day.day:
        return str(clock)
    return _moment(forum, day, clock.minutes).isoformat(timespec="minutes")


def day_bounds(forum: Forum, day: PartialDate) -> tuple[str, str] | None:
    """Return the moments at which a day begins and ends where the forum is; None if it is not fully known."""
    if not day.day or day.first == dt.date.max:
        return None
    begin = _moment(forum, day, 0)
    end = dt.datetime.combine(day.first + dt.timedelta(days=1), dt.time(), tzinfo=begin.tzinfo)
    return begin.isoformat(timespec="minutes"), end.isoformat(timespec="minutes")


def _moment(forum: Forum, day: PartialDate, minutes: int) -> dt.datetime:
    zone = zoneinfo.ZoneInfo(forum.timezone)
    return dt.datetime.combine(day.first, dt.time(minutes // 60, minutes % 60), tzinfo=zone)


def clock_range(session: Session) -> str:
    """Return `10:00–10:20`, `10:00`, or the empty text."""
    if not session.start:
        return ""
    return f"{session.start}–{session.end}" if session.end else str(session.start)
