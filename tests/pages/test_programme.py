"""The programme of a forum: by day and room, items within items, what became of each."""

from __future__ import annotations

import itertools
from dataclasses import replace

from bs4.element import Tag

from generator.model.dates import ClockTime, PartialDate
from generator.model.identifiers import ForumId
from generator.model.language import Language
from generator.model.session import Session
from generator.model.text import LocalizedText
from generator.pages.programme_days import MOST_ROOMS, MOST_ROWS
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    ROOT,
    SALT,
    Shown,
    attr,
    changed,
    fixture,
    lang_of,
    shelf,
    shelf_of,
    words,
)

HEADING = ":is(h3, h4, h5, h6)"


def rooms(page: Shown) -> list[tuple[str, str, list[str]]]:
    """Return day, room and the titles at its first level, in the order of the page."""
    found = []
    for section in page.all("section:has(> h2[id^='day-'])"):
        for room in section.select(".fp-room"):
            (title,) = [words(one) for one in room.select(":scope > h3")] or [""]
            items = [words(one) for one in room.select(f":scope > ol > li > .fp-what > {HEADING}")]
            found.append((words(section.select("h2")[0]), title, items))
    return found


def item(page: Shown, title: str) -> Tag:
    """Return the line of a programme that has a title."""
    (found,) = [
        one
        for one in page.all(".fp-programme li")
        if words(one.select(f":scope > .fp-what > {HEADING}")[0]) == title
    ]
    return found


def test_the_programme_by_day_and_room() -> None:
    assert rooms(shelf(EN)[SALT]) == [
        (
            "Saturday, 18 October 2025",
            "Tidewatch Hall",
            [
                "Opening",
                "One Plate, Eleven Years",
                "Launch of the Field Handbook",
                "Tea",
                "Gaps in the Record",
                "Where the Reeds Went",
            ],
        ),
        (
            "Saturday, 18 October 2025",
            "Fiddler Room",
            ["Tide Staff Workshop", "A Logger for the Price of a Lunch"],
        ),
        (
            "Sunday, 19 October 2025",
            "Tidewatch Hall",
            ["Panel: Who Counts, and for Whom", "Open Questions", "Closing"],
        ),
        ("Sunday, 19 October 2025", "Fiddler Room", ["Tide Staff Workshop"]),
        ("Sunday, 19 October 2025", "No room given", ["The Shore at Night"]),
    ]


def test_sessions_of_a_room_stand_by_their_times_whatever_the_order_of_the_file() -> None:
    held = fixture()
    old = held.forums[ForumId("salt-marsh-2025")]
    turned = replace(held, forums={**held.forums, old.id: replace(old, sessions=old.sessions[::-1])})
    listed = {(day, room): titles for day, room, titles in rooms(shelf(EN)[SALT])}
    for day, room, titles in rooms(shelf_of(turned, EN)[SALT]):
        if room == "Tidewatch Hall":
            assert titles == listed[day, room]


def test_items_within_items_within_items() -> None:
    launch = item(shelf(EN)[SALT], "Launch of the Field Handbook")
    inner = launch.select(":scope > .fp-what > ol > li")
    assert [words(one.select("h5")[0]) for one in inner] == [
        "Film: A Day of Spring Tide",
        "How to Use the Handbook",
    ]
    assert [words(one) for one in inner[1].select(":scope ol h6")] == ["Questions"]
    times = [words(one.select(".fp-t")[0]) for one in launch.select("li")]
    assert times == ["09:55–10:05", "10:05–10:30", "10:20–10:30"]


def test_headings_go_down_by_one_with_rooms_and_without() -> None:
    for page in (shelf(EN)[SALT], shelf(HANT)["forums/lamp-room-2025/"], shelf(EN)["events/tideland-2025/"]):
        levels = [int(one.name[1]) for one in page.all("h1, h2, h3, h4, h5, h6")]
        assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_every_session_with_a_page_is_linked_once_and_breaks_are_not() -> None:
    for language in Language:
        for forum in fixture().forums.values():
            page = shelf(language)[f"forums/{forum.id}/"]
            links = [attr(a, "href") for a in page.all(f".fp-what > {HEADING} a")]
            assert sorted(links) == sorted(f"{one.id}/" for one in forum.sessions if one.kind != "break")
    tea = item(shelf(EN)[SALT], "Tea")
    assert "fp-break" in attr(tea, "class")
    assert tea.select("a") == []


def test_what_became_of_a_session_is_told_in_the_programme() -> None:
    page = shelf(EN)[SALT]

    def notes(title: str) -> list[str]:
        return [words(one) for one in item(page, title).select(":scope > .fp-what > .fp-note")]

    assert notes("Where the Reeds Went") == [
        "Cancelled",
        "The ferry did not sail and the speaker could not come.",
    ]
    assert notes("Opening") == ["The recorder was switched on too late."]
    assert notes("Open Questions") == [
        "Withheld",
        "One of those who asked did not agree to publication.",
    ]
    assert notes("The Shore at Night") == ["Not known whether it was held", "Nobody took a recorder."]
    assert notes("One Plate, Eleven Years") == []
    assert notes("Tea") == ["Tea is not recorded."]
    assert "Absent" in words(item(page, "Where the Reeds Went"))
    moved, again = (one for one in page.all(".fp-programme li") if "Tide Staff" in words(one))
    told = moved.select(".fp-note")
    assert [words(one) for one in told] == [
        "Moved to: Tide Staff Workshop · 19 October 2025 09:30–10:20 · Fiddler Room",
        "Moved to the second day.",
    ]
    assert attr(told[0].select("a")[0], "href") == "staff-workshop-again/"
    assert [one.has_attr("data-off") for one in (moved, again)] == [True, False]


def test_a_break_without_a_record_needs_no_excuse() -> None:
    held = changed("salt-marsh-2025", "tea", lambda one: replace(one, why=None))
    assert item(shelf_of(held, EN)[SALT], "Tea").select(".fp-note") == []


def test_a_reason_in_another_language_says_so() -> None:
    why = LocalizedText(((HANS, "下雨了。"),))
    held = changed("salt-marsh-2025", "opening", lambda one: replace(one, why=why))
    (note,) = item(shelf_of(held, EN)[SALT], "Opening").select(".fp-note span")
    assert (words(note), lang_of(note)) == ("下雨了。", "zh-Hans")


def test_whether_there_is_a_record_is_told_in_words() -> None:
    def record(page: Shown, title: str) -> list[str]:
        return [words(one) for one in item(page, title).select(":scope > .fp-what > .fp-by > .fp-has")]

    page = shelf(EN)[SALT]
    assert record(page, "One Plate, Eleven Years") == ["Record, checked"]
    assert record(page, "A Logger for the Price of a Lunch") == ["Record"]
    assert record(page, "Questions") == ["Record not ready yet"]
    for title in ("Opening", "Tea", "Where the Reeds Went", "Open Questions"):
        assert record(page, title) == [], title
    tables = shelf(EN)["forums/tide-tables-2024/"]
    assert record(tables, "What the Clock on the Pier Knew") == ["Record held back until it is checked"]


def test_times_are_moments_where_the_day_is_known_and_times_where_it_is_not() -> None:
    def machine(page: Shown, title: str) -> list[str]:
        return [attr(one, "datetime") for one in item(page, title).select(":scope > .fp-t time")]

    assert machine(shelf(EN)[SALT], "One Plate, Eleven Years") == [
        "2025-10-18T09:15+08:00",
        "2025-10-18T09:55+08:00",
    ]
    # In summer Dublin is an hour ahead of its winter.
    tables = shelf(EN)["forums/tide-tables-2024/"]
    assert machine(tables, "Printing the Tide") == ["2024-06-01T14:00+01:00", "2024-06-01T14:45+01:00"]
    month = changed("salt-marsh-2025", "closing", lambda one: replace(one, date=PartialDate(2025, 10)))
    page = shelf_of(month, EN)[SALT]
    assert machine(page, "Closing") == ["10:50", "11:00"]
    days = {words(one): one.parent for one in page.all("section > h2[id^=day-]")}
    assert list(days) == [
        "Saturday, 18 October 2025",
        "Sunday, 19 October 2025",
        "October 2025, day not known",
    ]
    bounds = [(attr(one, "data-from"), attr(one, "data-to")) for one in days.values() if one]
    assert bounds == [
        ("2025-10-18T00:00+08:00", "2025-10-19T00:00+08:00"),
        ("2025-10-19T00:00+08:00", "2025-10-20T00:00+08:00"),
        ("", ""),
    ]


def test_an_item_is_of_the_day_of_what_it_belongs_to() -> None:
    def move(one: Session) -> Session:
        return replace(one, date=PartialDate(2025, 10, 19)) if one.id == "launch" else one

    page = shelf_of(changed("salt-marsh-2025", "launch", move), EN)[SALT]
    film = item(page, "Film: A Day of Spring Tide")
    assert attr(film.select("time")[0], "datetime") == "2025-10-19T09:55+08:00"


def test_an_item_that_was_elsewhere_says_where() -> None:
    room = LocalizedText(((EN, "The Yard"),))
    held = changed(
        "salt-marsh-2025", "launch-film", lambda one: replace(one, room=room, date=PartialDate(2025, 10, 19))
    )
    film = item(shelf_of(held, EN)[SALT], "Film: A Day of Spring Tide")
    assert [words(one) for one in film.select(".fp-k")] == ["19 October 2025", "The Yard"]


def rows(page: Shown) -> dict[str, tuple[int, int]]:
    """Return where each line begins and how many rows it reaches over, where rooms stand side by side."""
    return {
        words(one.select(HEADING)[0]): (int(attr(one, "data-row")), int(attr(one, "data-rows")))
        for one in page.all(".fp-room > ol > li[data-row]")
    }


def test_rooms_of_a_day_stand_side_by_side_in_one_order_of_time() -> None:
    page = shelf(EN)[SALT]
    assert [attr(one, "class") for one in page.all(".fp-rooms")] == ["fp-rooms fp-rooms--2"] * 2
    placed = rows(page)
    assert placed["Opening"] == (1, 1)
    assert placed["One Plate, Eleven Years"] == (2, 2)  # beside it, at 09:30, begins the workshop
    assert placed["Launch of the Field Handbook"] == (4, 1)
    assert placed["Where the Reeds Went"] == (7, 2)
    assert placed["A Logger for the Price of a Lunch"] == (8, 1)
    # What is in no room and has no time comes below all.
    assert placed["The Shore at Night"] == (5, 1)
    assert placed["Closing"] == (4, 1)


def test_what_is_in_no_room_has_a_row_of_its_own_at_its_time() -> None:
    held = changed("salt-marsh-2025", "tea", lambda one: replace(one, room=None))
    placed = rows(shelf_of(held, EN)[SALT])
    tea, over = placed["Tea"]
    assert over == 1
    crossed = [
        title
        for title, (row, count) in placed.items()
        if title != "Tea" and row <= tea < row + count and title not in second_day()
    ]
    assert crossed == []
    assert placed["Launch of the Field Handbook"][0] < tea < placed["Gaps in the Record"][0]


def second_day() -> set[str]:
    return {
        title for day, _, titles in rooms(shelf(EN)[SALT]) if day.startswith("Sunday") for title in titles
    }


def test_two_of_one_room_at_one_time_do_not_lie_on_each_other() -> None:
    held = changed(
        "salt-marsh-2025", "pei-luan-reeds", lambda one: replace(one, start=ClockTime.parse("10:50"))
    )
    placed = rows(shelf_of(held, EN)[SALT])
    first, second = placed["Gaps in the Record"], placed["Where the Reeds Went"]
    assert first[0] + first[1] <= second[0]


def test_rooms_without_all_times_stand_side_by_side_without_rows() -> None:
    held = changed("salt-marsh-2025", "tarn-loggers", lambda one: replace(one, start=None, end=None))
    page = shelf_of(held, EN)[SALT]
    assert [attr(one, "class") for one in page.all(".fp-rooms")] == ["fp-rooms", "fp-rooms fp-rooms--2"]
    first = page.all(".fp-rooms")[0]
    assert first.select("li[data-row]") == []
    assert words(item(page, "A Logger for the Price of a Lunch").select(".fp-t")[0]) == ""


def test_three_rooms_of_a_day_take_the_room_of_the_side_columns() -> None:
    assert {"aside", "toc"} < set(shelf(EN)[SALT].frame)
    room = LocalizedText(((EN, "The Yard"),))
    held = changed("salt-marsh-2025", "opening", lambda one: replace(one, room=room))
    page = shelf_of(held, EN)[SALT]
    assert page.frame["wide"] is True
    assert {"aside", "toc"}.isdisjoint(page.frame)
    assert attr(page.all(".fp-rooms")[0], "class") == "fp-rooms fp-rooms--3"


def test_the_style_sheet_has_a_place_for_each_row_and_column() -> None:
    sheet = (ROOT / "templates" / "style" / "10-lists.css").read_text("utf-8")
    for number in range(1, MOST_ROWS + 1):
        assert f'[data-row="{number}"] {{ grid-row-start: {number + 1}; }}' in sheet
    for number in range(2, MOST_ROWS + 1):
        assert f'[data-rows="{number}"] {{ grid-row-end: span {number}; }}' in sheet
    for number in range(2, MOST_ROOMS + 1):
        assert f".fp-rooms--{number}" in sheet


def test_rooms_are_told_apart_by_what_they_are_and_not_by_how_they_are_written() -> None:
    """A room in a language that lacks its name is shown in the forum's, marked."""
    room = LocalizedText(((HANS, "后院"),))
    held = changed("salt-marsh-2025", "evening-walk", lambda one: replace(one, room=room))
    (day,) = shelf_of(held, EN)[SALT].all("h3.fp-day span")
    assert (words(day), lang_of(day)) == ("后院", "zh-Hans")
