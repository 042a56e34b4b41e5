"""What may be in a programme, and what may not; tests/faults says where each fault is found."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.content.small_content import codes_of, forum

MORNING = {"start": "09:00", "end": "10:00"}
LATER = {"start": "09:30", "end": "10:30"}


def test_two_things_in_a_room_at_a_time(tmp_path: Path) -> None:
    forum(tmp_path, [{"id": "one", **MORNING}, {"id": "two", **LATER}])
    assert codes_of(tmp_path) == ["overlap"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (MORNING, {"start": "10:00", "end": "11:00"}),  # one ends as the other begins
        ({**MORNING, "room": "甲"}, {**LATER, "room": "乙"}),
        (MORNING, {**LATER, "date": "2024-07-06"}),
        (MORNING, {**LATER, "status": "cancelled"}),
        ({**MORNING, "status": "replaced"}, LATER),
        (MORNING, {**LATER, "status": "moved", "moved_to": "one"}),
        (MORNING, {"start": "09:30"}),  # nobody knows how long
        (MORNING, {}),
        ({"start": "09:00", "end": "11:00"}, {**LATER, "parent": "one"}),  # an item of it
    ],
)
def test_what_is_no_overlap(tmp_path: Path, one: dict[str, str], two: dict[str, str]) -> None:
    forum(tmp_path, [{"id": "one", **one}, {"id": "two", **two}])
    assert codes_of(tmp_path) == []


def test_the_forum_s_own_day_and_the_same_day_said_by_a_session_are_one(tmp_path: Path) -> None:
    forum(tmp_path, [{"id": "one", **MORNING}, {"id": "two", **LATER, "date": "2024-07-05"}])
    assert codes_of(tmp_path) == ["overlap"]


def test_two_items_of_one_session_may_not_run_at_the_same_time(
    tmp_path: Path,
) -> None:
    forum(
        tmp_path,
        [
            {"id": "one", **MORNING},
            {"id": "item", "parent": "one", "start": "09:00", "end": "09:40"},
            {"id": "other", "parent": "one", "start": "09:30", "end": "10:00"},
        ],
    )
    assert codes_of(tmp_path) == ["overlap"]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 23), st.integers(1, 6), st.sampled_from("甲乙")), max_size=5))
def test_overlaps_are_just_those_of_spans_in_one_room(spans: list[tuple[int, int, str]]) -> None:
    sessions = [
        {
            "id": f"s-{number}",
            "start": f"{start:02d}:00",
            "end": f"{min(start + length, 23):02d}:59",
            "room": room,
        }
        for number, (start, length, room) in enumerate(spans)
    ]
    wanted = sum(
        one[2] == two[2] and max(one[0], two[0]) <= min(one[0] + one[1], two[0] + two[1], 23)
        for number, one in enumerate(spans)
        for two in spans[:number]
    )
    with tempfile.TemporaryDirectory() as folder:
        forum(Path(folder), sessions)
        assert codes_of(Path(folder)) == ["overlap"] * wanted


@pytest.mark.parametrize(
    ("session", "code"),
    [
        ({"start": "10:00", "end": "10:00"}, "times-backwards"),
        ({"end": "10:00"}, "times-backwards"),
        ({"moved_to": "one"}, "moved"),
        ({"parent": "two"}, "parent-circle"),
    ],
)
def test_what_cannot_be(tmp_path: Path, session: dict[str, str], code: str) -> None:
    forum(tmp_path, [{"id": "one"}, {"id": "two", **session}])
    assert set(codes_of(tmp_path)) == {code}


@pytest.mark.parametrize(("zone", "codes"), [("Asia/Shanghai", []), ("Asia/Peking", ["time-zone"])])
def test_time_zones(tmp_path: Path, zone: str, codes: list[str]) -> None:
    forum(tmp_path, [], timezone=zone)
    assert codes_of(tmp_path) == codes
