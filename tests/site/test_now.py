"""On the days of a forum its page says what is on and what comes next, wherever the reader's clock is set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

import pytest

from tests.site.browsing import Reader
from tests.site.kinds import KINDS, PREFIXES

pytestmark = pytest.mark.browser
OpenWindow = Callable[..., AbstractContextManager[Reader]]

HALL, FIDDLER = "Tidewatch Hall", "Fiddler Room"
_TOLD = """() => [...document.querySelectorAll(".fp-now [aria-live] > div")]
    .filter((room) => room.checkVisibility())
    .map((room) => [
        room.querySelector("p")?.innerText ?? "",
        ...[...room.querySelectorAll("dt, dd")].map((part) => part.innerText.trim()),
    ])"""
_MARKED = """() => [...document.querySelectorAll("[aria-current=time]")]
    .map((line) => [
        line.querySelector(".fp-onnow").innerText,
        line.querySelector(".fp-what > :is(h3, h4, h5, h6)").innerText,
    ])"""
_COUNT = """() => {
    window.changes = 0;
    const box = document.querySelector(".fp-now [aria-live]");
    new MutationObserver((found) => { window.changes += found.length; })
        .observe(box, {childList: true, subtree: true, characterData: true});
}"""


def at(reader: Reader, moment: str, prefix: str = "en/", path: str = KINDS["forum"]) -> None:
    """Open a forum at a moment."""
    reader.page.clock.install(time=moment)
    reader.visit(prefix + path)


def told(reader: Reader) -> Sequence[Sequence[str]]:
    found: list[list[str]] = reader.evaluate(_TOLD)
    return found


def marked(reader: Reader) -> Sequence[Sequence[str]]:
    found: list[list[str]] = reader.evaluate(_MARKED)
    return found


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Pacific/Auckland"])
def test_what_is_on_and_next_in_each_room_wherever_the_reader_is(open_window: OpenWindow, zone: str) -> None:
    with open_window(timezone_id=zone) as reader:
        at(reader, "2025-10-18T09:20:00+08:00")
        # In the other room a workshop was planned for now, but it was moved.
        assert told(reader) == [
            [HALL, "On now", "One Plate, Eleven Years", "Next", "09:55 Launch of the Field Handbook"],
            [FIDDLER, "Next", "14:00 A Logger for the Price of a Lunch"],
        ]
        assert marked(reader) == [["On now", "One Plate, Eleven Years"]]
        assert reader.complaints == []


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh-Hans", ["望潮厅", "正在进行", "一块板，十一年", "接下来", "09:55 观测手册发布"]),
        ("zh-Hant", ["望潮廳", "進行中", "一塊板，十一年", "接下來", "09:55 觀測手冊發佈"]),
    ],
)
def test_it_is_said_in_the_words_of_the_page(
    open_window: OpenWindow, language: str, expected: list[str]
) -> None:
    with open_window() as reader:
        at(reader, "2025-10-18T09:20:00+08:00", PREFIXES[language])
        assert told(reader)[0] == expected
        assert marked(reader)[0][0] == expected[1]


def test_items_within_items_are_on_with_what_they_belong_to(reader: Reader) -> None:
    at(reader, "2025-10-18T10:22:00+08:00")
    titles = ["Launch of the Field Handbook", "How to Use the Handbook", "Questions"]
    assert [title for _, title in marked(reader)] == titles
    assert told(reader)[0] == [HALL, "On now", " ".join(titles), "Next", "10:30 Tea"]


def test_it_changes_with_the_minutes_and_only_when_something_changes(reader: Reader) -> None:
    at(reader, "2025-10-18T09:14:30+08:00")
    reader.evaluate(_COUNT)
    assert marked(reader) == [["On now", "Opening"]]
    reader.page.clock.run_for(60_000)
    assert marked(reader) == [["On now", "One Plate, Eleven Years"]]
    changes = reader.evaluate("window.changes")
    assert changes > 0
    # Half an hour of one talk: nothing is read aloud.
    reader.page.clock.run_for(30 * 60_000)
    assert reader.evaluate("window.changes") == changes
    reader.page.clock.run_for(10 * 60_000)
    assert [title for _, title in marked(reader)] == [
        "Launch of the Field Handbook",
        "Film: A Day of Spring Tide",
    ]


def test_nothing_is_said_on_other_days_and_when_the_day_is_over(reader: Reader) -> None:
    box = reader.page.locator(".fp-now")
    at(reader, "2025-10-17T23:58:30+08:00")
    assert not box.is_visible()
    reader.page.clock.run_for(2 * 60_000)
    assert box.is_visible()
    assert marked(reader) == []
    assert told(reader)[0] == [HALL, "Next", "09:00 Opening"]
    reader.page.clock.fast_forward("14:40:00")
    reader.page.clock.run_for(60_000)
    assert not box.is_visible()
    reader.page.clock.fast_forward("19:00:00")
    reader.page.clock.run_for(60_000)
    assert [title for _, title in marked(reader)] == [
        "Panel: Who Counts, and for Whom",
        "Tide Staff Workshop",
    ]
    reader.page.clock.fast_forward(72 * 3_600_000)
    reader.page.clock.run_for(60_000)
    assert not box.is_visible()
    assert marked(reader) == []


def test_without_script_nothing_is_said(open_window: OpenWindow) -> None:
    with open_window(java_script_enabled=False) as reader:
        reader.visit(KINDS["forum"])
        assert not reader.page.locator(".fp-now").is_visible()


def test_a_forum_in_one_room_names_none(reader: Reader) -> None:
    """Held in Dublin in summer, where it is an hour later than by universal time."""
    at(reader, "2024-06-01T13:50:00Z", path="forums/tide-tables-2024/")
    assert reader.page.locator(".fp-nowroom").count() == 0
    assert marked(reader) == [["On now", "What the Clock on the Pier Knew"]]
    # What was to come after it was replaced by something else.
    assert reader.page.locator(".fp-now dt").all_inner_texts() == ["On now"]
