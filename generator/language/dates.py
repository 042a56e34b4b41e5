"""Dates, times and lengths of time, as precise as they are known and no more."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Literal

from babel.dates import format_date as format_whole_date
from babel.dates import format_skeleton, get_month_names
from babel.units import format_unit

from generator.language.locales import locale_of
from generator.model.language import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

DateParts = tuple[int, int | None, int | None]
_SECONDS_OF_MINUTE = 60
_SECONDS_OF_HOUR = 3600


def format_date(
    year: int, month: int | None, day: int | None, language: Language, *, weekday: bool = False
) -> str:
    """Write a date.

    Args:
        year: The year.
        month: 1 to 12, or None where only the year is known.
        day: From 1, or None where only the month is known.
        language: The language to write in.
        weekday: Whether the day of the week stands with a whole date.

    Returns:
        `2024年7月5日`, `2024年7月`, `2024年`; `5 July 2024`, `July 2024`, `2024`; with the day of the
        week `2024年7月5日星期五`, `Friday, 5 July 2024`. In Chinese no spaces are typed.

    Raises:
        ValueError: There is no such day.
    """
    locale = locale_of(language)
    if month is None:
        return _close_up(format_skeleton("y", date(year, 1, 1), locale=locale), language)
    if day is None:
        return _close_up(format_skeleton("yMMMM", date(year, month, 1), locale=locale), language)
    length = "full" if weekday else "long"
    return _close_up(format_whole_date(date(year, month, day), length, locale=locale), language)


def format_date_range(first: DateParts, last: DateParts, language: Language) -> str:
    """Write a range of dates, without saying twice what both share.

    Args:
        first: Year, month or None, day or None.
        last: The same for the last day, which is part of the range.
        language: The language to write in.

    Returns:
        `2024年7月5日至7日`, `2024年7月5日至8月1日`; `5–7 July 2024`, `5 July – 1 August 2024`; one date
        where both are the same.

    Raises:
        ValueError: There is no such day, or the last comes before the first.
    """
    if tuple(part or 0 for part in last) < tuple(part or 0 for part in first):
        raise ValueError(f"the range ends before it begins: {first} to {last}")
    start, end = format_date(*first, language), format_date(*last, language)
    if first == last:
        return start
    same_precision = [part is None for part in first] == [part is None for part in last]
    if language.is_chinese:
        return f"{start}至{_without_shared(first, last, end) if same_precision else end}"
    return _english_range(first, last, start, end) if same_precision else f"{start} – {end}"


def format_time(hour: int, minute: int) -> str:
    """Write a time of day by the clock of 24 hours, `09:05`, as all three languages read it.

    Raises:
        ValueError: There is no such time.
    """
    return time(hour, minute).strftime("%H:%M")


def duration(seconds: int, language: Language) -> str:
    """Write a length of time in hours and minutes, or in seconds below a minute.

    Args:
        seconds: The length, 0 or more; rounded to the nearest minute from one minute on.
        language: The language to write in.

    Returns:
        `1小时12分钟`, `29分钟`, `40秒`; `1 hour 12 minutes`.

    Raises:
        ValueError: The length is negative.
    """
    if seconds < 0:
        raise ValueError(f"no length of time: {seconds}")
    if seconds < _SECONDS_OF_MINUTE:
        return _units([(seconds, "second")], language)
    minutes = (seconds + _SECONDS_OF_MINUTE // 2) // _SECONDS_OF_MINUTE
    hours, rest = divmod(minutes, _SECONDS_OF_HOUR // _SECONDS_OF_MINUTE)
    return _units(
        [(number, unit) for number, unit in ((hours, "hour"), (rest, "minute")) if number], language
    )


def clock(seconds: int) -> str:
    """Write a moment of a recording, `00:41`, `1:02:05`.

    Args:
        seconds: From the recording's beginning, 0 or more.

    Returns:
        Minutes and seconds, with hours where there are any.
    """
    minutes, second = divmod(seconds, _SECONDS_OF_MINUTE)
    hours, minute = divmod(minutes, _SECONDS_OF_HOUR // _SECONDS_OF_MINUTE)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"


def _units(numbers: Sequence[tuple[int, str]], language: Language) -> str:
    locale = locale_of(language)
    # Babel has Chinese units in the short length alone; they are the same words.
    length: Literal["short", "long"] = "short" if language.is_chinese else "long"
    written = [format_unit(number, f"duration-{unit}", length, locale=locale) for number, unit in numbers]
    return _close_up(" ".join(written), language)


def _close_up(text: str, language: Language) -> str:
    # CLDR puts spaces around Latin figures in zh-Hant; the page's style sheet sets that distance.
    return text.replace(" ", "") if language.is_chinese else text


def _without_shared(first: DateParts, last: DateParts, end: str) -> str:
    if first[0] != last[0] or last[1] is None:
        return end
    end = end[end.index("年") + 1 :]
    return end[end.index("月") + 1 :] if first[1] == last[1] and last[2] is not None else end


def _english_range(first: DateParts, last: DateParts, start: str, end: str) -> str:
    if first[1] is None:
        return f"{start}–{end}"
    if first[0] != last[0]:
        return f"{start} – {end}"
    if first[1] == last[1]:
        return f"{first[2]}–{end}"
    month = get_month_names("wide", locale=locale_of(Language.EN))[first[1]]
    return f"{month}–{end}" if first[2] is None else f"{first[2]} {month} – {end}"
