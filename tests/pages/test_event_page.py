"""The page of an event: its forums by day and hall."""

from __future__ import annotations

from dataclasses import replace

from bs4.element import Tag

from generator.model.dates import PartialDate
from generator.model.identifiers import ForumId
from tests.pages.shown import (
    EN,
    Shown,
    attr,
    changed,
    fixture,
    shelf,
    shelf_of,
    words,
)

HEADING = ":is(h3, h4)"


def halls(page: Shown) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Return day, hall, and of each forum in it times, title and facts, in the order of the page."""
    found = []
    for section in page.all("section:has(> h2[id^='day-'])"):
        for one in section.select("ol"):
            hall = one.find_previous_sibling(["h2", "h3"])
            assert isinstance(hall, Tag)
            lines = [
                (words(li.select(".fp-t")[0]), words(li.select(HEADING)[0]), words(li.select(".fp-by")[0]))
                for li in one.select("li")
            ]
            found.append((words(section.select("h2")[0]), words(hall) if hall.name == "h3" else "", lines))
    return found


def test_an_event_with_its_dates_place_and_website() -> None:
    page = shelf(EN)["events/tideland-2025/"]
    assert page.texts(".fp-facts > span") == [
        "18–19 October 2025",
        "The Old Salt Store, Luxi",
        "Official website",
    ]
    assert attr(page.one(".fp-facts a"), "href") == "https://tideland.example/2025/"
    partly_known = shelf(EN)["events/tideland-2024/"].texts(".fp-facts > span")[0]
    assert "May 2024" in partly_known
    assert "1 June 2024" in partly_known


def test_an_event_by_day_and_hall() -> None:
    held, forum = fixture(), "Long Watches on the Salt Marsh"
    organisers = [
        held.organisations[one].name.get(EN) or ""
        for one in held.forums[ForumId("salt-marsh-2025")].organisers
    ]
    by = f"Organised by: {', '.join(organisers)}"
    saturday, sunday = "Saturday, 18 October 2025", "Sunday, 19 October 2025"
    tidewatch, fiddler = "The Old Salt Store, Tidewatch Hall", "The Old Salt Store, Fiddler Room"
    assert halls(shelf(EN)["events/tideland-2025/"]) == [
        (saturday, tidewatch, [("09:00–11:30", forum, f"5 sessions · 2 with a record, 2 checked · {by}")]),
        (
            saturday,
            fiddler,
            [("14:00–14:40", forum, f"2 sessions · 1 with a record, none checked yet · {by}")],
        ),
        (sunday, tidewatch, [("09:00–11:00", forum, f"3 sessions · 2 with a record, 1 checked · {by}")]),
        (sunday, fiddler, [("09:30–10:20", forum, f"1 session · {by}")]),
        (sunday, "The Old Salt Store", [("", forum, f"1 session · {by}")]),
        (
            "2025, day not known",
            "舊鹽倉後院的燈室",
            [("", "Talks in the Lamp Room", "2 sessions · 1 with a record, 1 checked")],
        ),
    ]
    # What was cancelled or moved away says nothing of when the forum began and ended.
    times = shelf(EN)["events/tideland-2025/"].all("time")
    assert attr(times[0], "datetime") == "2025-10-18T09:00+08:00"


def test_an_end_that_is_not_known_is_not_made_up() -> None:
    """The last session has no end: that of the one before it is not when the forum ended."""
    held = changed("tide-tables-2024", "quillon-drift", lambda one: replace(one, end=None))
    assert halls(shelf_of(held, EN)["events/tideland-2024/"])[0][2][0][0] == "14:00"


def test_a_forum_without_sessions_or_place_is_still_of_its_event() -> None:
    held = fixture()
    forums = {one.id: replace(one, sessions=(), venue=None) for one in held.forums.values()}
    bare = replace(held, forums=forums, records={}, sources={})
    assert [
        (day, hall, lines[0][1]) for day, hall, lines in halls(shelf_of(bare, EN)["events/tideland-2025/"])
    ] == [
        ("Saturday, 18 October 2025", "", "Long Watches on the Salt Marsh"),
        ("2025, day not known", "", "Talks in the Lamp Room"),
    ]


def test_of_two_forums_on_a_day_the_one_without_a_hall_comes_last_and_says_so() -> None:
    held = fixture()
    lamp = replace(held.forums[ForumId("lamp-room-2025")], date=PartialDate(2025, 10, 18), venue=None)
    forums = {**held.forums, lamp.id: lamp}
    page = shelf_of(replace(held, forums=forums), EN)["events/tideland-2025/"]
    first = [(hall, lines[0][1]) for day, hall, lines in halls(page) if day.startswith("Saturday")]
    assert first[-1] == ("No place given", "Talks in the Lamp Room")
