"""Dates of any precision, times of the day, and positions in a recording."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_TIMECODE = re.compile(r"(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of the Gregorian calendar, as far as it is known (ISO 8601: 2024, 2024-07, 2024-07-05).

    Attributes:
        year: 1 to 9999.
        month: 1 to 12; 0 where it is not known.
        day: 1 to 31; 0 where it is not known.
    """

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date.

        Raises:
            ValueError: The text is no date, or no such day exists.
        """
        found = _DATE.fullmatch(text)
        if not found:
            raise ValueError("a date is written 2024, 2024-07 or 2024-07-05")
        year, month, day = (int(part or 0) for part in found.groups())
        if year < 1:
            raise ValueError("there is no year 0000")
        try:
            dt.date(year, month or 1, day or 1)
        except ValueError:
            raise ValueError(f"there is no day {text}") from None
        if (found[2] and not month) or (found[3] and not day):
            raise ValueError(f"there is no day {text}")
        return cls(year, month, day)

    def __str__(self) -> str:
        """Write as ISO 8601."""
        month = f"-{self.month:02d}" if self.month else ""
        return f"{self.year:04d}{month}" + (f"-{self.day:02d}" if self.day else "")

    @property
    def first(self) -> dt.date:
        """The first day that it may be."""
        return dt.date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True, order=True)
class ClockTime:
    """A time of the day, in minutes after midnight.

    Attributes:
        minutes: 0 to 1439.
    """

    minutes: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `09:30`.

        Raises:
            ValueError: The text is no time of the day.
        """
        found = _CLOCK.fullmatch(text)
        if not found:
            raise ValueError("a time is written 09:30, from 00:00 to 23:59")
        return cls(int(found[1]) * 60 + int(found[2]))

    def __str__(self) -> str:
        """Write as `09:30`."""
        return f"{self.minutes // 60:02d}:{self.minutes % 60:02d}"


@dataclass(frozen=True, slots=True, order=True)
class Timecode:
    """A position in a recording, in seconds after its start.

    Attributes:
        seconds: 0 or more.
    """

    seconds: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `00:12:31` or `12:31`.

        Raises:
            ValueError: The text is no position.
        """
        found = _TIMECODE.fullmatch(text)
        if not found:
            raise ValueError("a position in a recording is written 00:12:31 or 12:31")
        return cls(int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3]))

    def __str__(self) -> str:
        """Write as `00:12:31`."""
        return f"{self.seconds // 3600:02d}:{self.seconds // 60 % 60:02d}:{self.seconds % 60:02d}"

    @property
    def short(self) -> str:
        """Write as players do, without hours where there are none: `12:31`, `1:02:05`."""
        hours = self.seconds // 3600
        return f"{hours}:{str(self)[-5:]}" if hours else str(self)[-5:]
