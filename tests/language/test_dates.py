from __future__ import annotations

import pytest

from generator.language.dates import DateParts, clock, duration, format_date, format_date_range, format_time
from generator.model.language import Language

HANS, HANT, EN = Language.HANS, Language.HANT, Language.EN


@pytest.mark.parametrize(
    ("parts", "chinese", "english"),
    [
        ((2024, 7, 5), "2024年7月5日", "5 July 2024"),
        ((2024, 7, None), "2024年7月", "July 2024"),
        ((2024, None, None), "2024年", "2024"),
    ],
)
def test_a_date_says_no_more_than_is_known(parts: DateParts, chinese: str, english: str) -> None:
    assert format_date(*parts, HANS) == chinese
    assert format_date(*parts, HANT) == chinese
    assert format_date(*parts, EN) == english


def test_the_day_of_the_week_is_written_without_typed_spaces_in_chinese() -> None:
    assert format_date(2024, 7, 5, HANS, weekday=True) == "2024年7月5日星期五"
    assert format_date(2024, 7, 5, HANT, weekday=True) == "2024年7月5日星期五"
    assert format_date(2024, 7, 5, EN, weekday=True) == "Friday, 5 July 2024"


@pytest.mark.parametrize(
    ("first", "last", "chinese", "english"),
    [
        ((2024, 7, 5), (2024, 7, 5), "2024年7月5日", "5 July 2024"),
        ((2024, 7, 5), (2024, 7, 7), "2024年7月5日至7日", "5–7 July 2024"),
        ((2024, 7, 5), (2024, 8, 1), "2024年7月5日至8月1日", "5 July – 1 August 2024"),
        ((2024, 7, 5), (2025, 7, 5), "2024年7月5日至2025年7月5日", "5 July 2024 – 5 July 2025"),
        ((2024, 7, None), (2024, 8, None), "2024年7月至8月", "July–August 2024"),
        ((2024, 12, None), (2025, 1, None), "2024年12月至2025年1月", "December 2024 – January 2025"),
        ((2024, None, None), (2025, None, None), "2024年至2025年", "2024–2025"),
        ((2024, 7, None), (2024, 7, 5), "2024年7月至2024年7月5日", "July 2024 – 5 July 2024"),
    ],
)
def test_a_range_does_not_repeat_what_both_share(
    first: DateParts, last: DateParts, chinese: str, english: str
) -> None:
    assert format_date_range(first, last, HANS) == chinese
    assert format_date_range(first, last, HANT) == chinese
    assert format_date_range(first, last, EN) == english


def test_days_that_are_none_and_ranges_that_run_backwards_are_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        format_date(2023, 2, 29, EN)
    with pytest.raises(ValueError, match="ends before it begins"):
        format_date_range((2024, 7, 5), (2024, 7, 4), EN)


@pytest.mark.parametrize(
    ("seconds", "simplified", "traditional", "english"),
    [
        (0, "0秒", "0秒", "0 seconds"),
        (1, "1秒", "1秒", "1 second"),
        (59, "59秒", "59秒", "59 seconds"),
        (60, "1分钟", "1分鐘", "1 minute"),
        (29 * 60 + 30, "30分钟", "30分鐘", "30 minutes"),
        (3599, "1小时", "1小時", "1 hour"),
        (4320, "1小时12分钟", "1小時12分鐘", "1 hour 12 minutes"),
    ],
)
def test_lengths_of_time(seconds: int, simplified: str, traditional: str, english: str) -> None:
    assert [duration(seconds, language) for language in (HANS, HANT, EN)] == [
        simplified,
        traditional,
        english,
    ]


def test_a_negative_length_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        duration(-1, EN)


def test_times_of_day_and_moments_of_a_recording() -> None:
    assert format_time(9, 5) == "09:05"
    assert [clock(seconds) for seconds in (0, 41, 751, 3725)] == ["00:00", "00:41", "12:31", "1:02:05"]
