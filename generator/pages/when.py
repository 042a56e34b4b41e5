"""When a session or forum took place, as a page says it."""

from __future__ import annotations

import datetime as dt
import zoneinfo

from generator.language.dates import format_date, format_date_range
from generator.model.dates import PartialDate
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


def forum_days(forum: Forum) -> tuple[PartialDate, ...]:
    """Return the days of a forum in order: those of its sessions, or its own."""
    days = {session.date or forum.date for session in forum.sessions}
    return tuple(sorted(days)) or (forum.date,)


def machine_time(forum: Forum, session: Session) -> str:
    """Return the start for machines (HTML's valid date and time strings): as much of it as is known."""
    date = session.date or forum.date
    if not (session.start and date.day):
        return str(date)
    zone = zoneinfo.ZoneInfo(forum.timezone)
    start = dt.datetime(
        date.year, date.month, date.day, session.start.minutes // 60, session.start.minutes % 60, tzinfo=zone
    )
    return start.isoformat(timespec="minutes")


def clock_range(session: Session) -> str:
    """Return `10:00–10:20`, `10:00`, or the empty text."""
    if not session.start:
        return ""
    return f"{session.start}–{session.end}" if session.end else str(session.start)
