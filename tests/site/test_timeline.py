"""The rooms of a day: side by side in one order of time where there is width, else one under the other."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from tests.site.browsing import DESK, PHONE, SMALL_PHONE, Reader
from tests.site.kinds import KINDS

pytestmark = pytest.mark.browser

_LINES = """() => [...document.querySelectorAll(".fp-rooms")].map((rooms) =>
    [...rooms.querySelectorAll(".fp-room > ol > li")].map((line) => {
        const box = line.getBoundingClientRect();
        const start = line.querySelector("time");
        return {
            room: [...rooms.children].indexOf(line.closest(".fp-room")),
            start: start ? start.innerText : "",
            left: box.left, right: box.right, top: box.top, bottom: box.bottom,
        };
    }))"""


def days(reader: Reader) -> list[list[dict[str, Any]]]:
    found: list[list[dict[str, Any]]] = reader.evaluate(_LINES)
    assert len(found) == 2
    return found


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    sides = (("left", "right"), ("top", "bottom"))
    return all(one[low] < other[high] - 1 and other[low] < one[high] - 1 for low, high in sides)


def test_rooms_stand_side_by_side_in_one_order_of_time(reader: Reader) -> None:
    reader.visit(KINDS["forum"])
    reader.page.set_viewport_size(DESK)
    for lines in days(reader):
        lefts = {line["room"]: line["left"] for line in lines}
        assert lefts[0] < lefts[1]
        timed = sorted((line for line in lines if line["start"]), key=lambda line: str(line["start"]))
        for earlier, later in itertools.pairwise(timed):
            if earlier["start"] == later["start"]:
                assert abs(earlier["top"] - later["top"]) < 1
            else:
                assert earlier["top"] < later["top"]
        assert [pair for pair in itertools.combinations(lines, 2) if overlap(*pair)] == []


def test_on_a_phone_they_stand_one_under_the_other_with_their_names(reader: Reader) -> None:
    reader.visit(KINDS["forum"])
    for size in (PHONE, SMALL_PHONE):
        reader.page.set_viewport_size(size)
        for lines in days(reader):
            assert len({line["left"] for line in lines}) == 1
            tops = [line["top"] for line in lines]
            assert tops == sorted(tops)
            assert [pair for pair in itertools.combinations(lines, 2) if overlap(*pair)] == []
        for name in reader.page.locator(".fp-room > .fp-day").all():
            assert name.is_visible()
            assert name.inner_text()
