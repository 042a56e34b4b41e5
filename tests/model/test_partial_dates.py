from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import ClockTime, PartialDate, Timecode


@given(st.dates(), st.integers(1, 3))
def test_a_date_of_any_precision_is_read_as_it_is_written(day: dt.date, parts: int) -> None:
    date = PartialDate(day.year, day.month if parts > 1 else 0, day.day if parts == 3 else 0)
    assert PartialDate.parse(str(date)) == date
    assert len(str(date)) == (4, 7, 10)[parts - 1]


@given(st.dates(), st.dates())
def test_whole_dates_sort_as_days_do(one: dt.date, other: dt.date) -> None:
    pair = [PartialDate(day.year, day.month, day.day) for day in (one, other)]
    assert (pair[0] < pair[1]) is (one < other)


def test_what_is_known_less_well_comes_first() -> None:
    texts = ["2024-07-05", "2024", "2025", "2024-07", "2024-06-30"]
    assert [str(date) for date in sorted(map(PartialDate.parse, texts))] == [
        "2024",
        "2024-06-30",
        "2024-07",
        "2024-07-05",
        "2025",
    ]


def test_the_first_day_that_a_date_may_be() -> None:
    assert PartialDate(2024).first == dt.date(2024, 1, 1)
    assert PartialDate(2024, 2).first == dt.date(2024, 2, 1)
    assert PartialDate(2024, 2, 29).first == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "0000",
        "2024-0",
        "2024-00",
        "2024-13",
        "2024-07-00",
        "2024-00-05",
        "2024-02-30",
        "2023-02-29",
        "2024-7-5",
        "2024/07/05",
        "2024-07-05T10:00",
        " 2024",
        "2024\n",
        "２０２４",
        "-2024",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"a date is written|there is no"):
        PartialDate.parse(text)


@given(st.integers(0, 24 * 60 - 1))
def test_a_time_is_read_as_it_is_written(minutes: int) -> None:
    assert ClockTime.parse(str(ClockTime(minutes))) == ClockTime(minutes)


@pytest.mark.parametrize(
    "text", ["24:00", "9:30", "09:60", "0930", "09:30:00", "", "٠٩:٣٠", "09:3０", "09:30\n"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a time is written"):
        ClockTime.parse(text)


@given(st.integers(0, 100 * 3600 - 1))
def test_a_position_is_read_as_it_is_written_in_both_forms(seconds: int) -> None:
    time = Timecode(seconds)
    assert Timecode.parse(str(time)) == time
    assert Timecode.parse(time.short) == time


@pytest.mark.parametrize(
    ("text", "seconds"), [("12:31", 751), ("0:05", 5), ("1:00:00", 3600), ("59:59", 3599)]
)
def test_a_position_may_leave_the_hours_out(text: str, seconds: int) -> None:
    assert Timecode.parse(text).seconds == seconds


@pytest.mark.parametrize(
    "text", ["", "75", "00:60", "60:00:00:00", "00:61:00", "-1:00", "00:12:31.5", "１２:31", "12:3１"]
)
def test_what_is_no_position_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a position in a recording"):
        Timecode.parse(text)
