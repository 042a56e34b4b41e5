"""Forums and events: the programme by day and room, items within items, who was there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.identifiers import ForumId
from generator.model.language import Language
from generator.model.text import LocalizedText
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
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


def rooms(page: Shown) -> list[tuple[str, str, list[str]]]:
    """Return day, room and the titles at its first level, in the order of the page."""
    found = []
    for section in page.all("section:has(> h2[id^='day-'])"):
        room = ""
        for tag in section.find_all(["h3", "ol"], recursive=False):
            if tag.name == "h3":
                room = words(tag)
            else:
                titles = [words(one) for one in tag.select(":scope > li > .fp-what > h3")]
                found.append((words(section.select("h2")[0]), room, titles))
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
        ("Sunday, 19 October 2025", "", ["The Shore at Night"]),
        (
            "Sunday, 19 October 2025",
            "Tidewatch Hall",
            ["Panel: Who Counts, and for Whom", "Open Questions", "Closing"],
        ),
        ("Sunday, 19 October 2025", "Fiddler Room", ["Tide Staff Workshop"]),
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
    page = shelf(EN)[SALT]
    (launch,) = [
        one for one in page.all(".fp-programme li") if one.select(":scope > .fp-what > h3 a[href='launch/']")
    ]
    inner = launch.select(":scope > .fp-what > ol > li")
    assert [words(one.select("h3")[0]) for one in inner] == [
        "Film: A Day of Spring Tide",
        "How to Use the Handbook",
    ]
    assert [words(one) for one in inner[1].select(":scope ol h3")] == ["Questions"]
    times = [words(one.select(".fp-t")[0]) for one in launch.select("li")]
    assert times == ["09:55", "10:05", "10:20"]


def test_every_session_with_a_page_is_linked_once_and_breaks_are_not() -> None:
    for language in Language:
        for forum in fixture().forums.values():
            page = shelf(language)[f"forums/{forum.id}/"]
            links = [attr(a, "href") for a in page.all(".fp-programme h3 a")]
            assert sorted(links) == sorted(f"{one.id}/" for one in forum.sessions if one.kind != "break")
    assert words(shelf(EN)[SALT].one(".fp-break h3")) == "Tea"


def test_what_became_of_a_session_is_told_in_the_programme() -> None:
    page = shelf(EN)[SALT]
    notes = {
        words(item.select("h3")[0]): [words(one) for one in item.select(":scope > .fp-what > .fp-note")]
        for item in page.all(".fp-programme li")
    }
    assert notes["Where the Reeds Went"] == ["Cancelled"]
    assert notes["Opening"] == ["The recorder was switched on too late."]
    assert notes["Open Questions"] == ["Withheld"]
    assert notes["The Shore at Night"] == ["Not known whether it was held"]
    assert notes["One Plate, Eleven Years"] == []
    absent = [li for li in page.all(".fp-programme li") if "Pei Luan" in words(li) and not li.select("li")]
    assert "Absent" in words(absent[0])


def test_the_head_of_a_forum() -> None:
    page = shelf(EN)[SALT]
    assert words(page.one(".fp-facts time")) == "18–19 October 2025"
    assert attr(page.one(".fp-facts time"), "datetime") == "2025-10-18"
    assert [attr(a, "href") for a in page.all(".fp-facts a")] == [
        "../../organisations/tideland-circle/",
        "../../organisations/shore-ecology/",
    ]
    assert "4" in words(page.one(".fp-state"))  # of the records, those that are shown
    assert attr(page.one(".fp-kind a"), "href") == "../../events/tideland-2025/"


def test_everyone_of_a_forum_once_those_who_led_it_first() -> None:
    people = shelf(EN)[SALT].all(".fp-cards a")
    links = [attr(a, "href") for a in people]
    assert links[0] == "../../people/mu-weibai/"
    assert len(links) == len(set(links)) == 14


def test_rights_and_sources() -> None:
    page = shelf(HANS)[SALT]
    told = dict(zip(page.texts("#rights ~ dl dt"), page.texts("#rights ~ dl dd"), strict=True))
    assert "录音不公开。" in told.values()
    assert "会议手册" in told.values()
    links = [attr(a, "href") for a in page.all("#rights ~ dl a")]
    assert links == ["https://tideland.example/2025/programme"]


def test_a_forum_of_one_day_and_no_room_has_one_list() -> None:
    page = shelf(HANT)["forums/lamp-room-2025/"]
    assert page.all("h3.fp-day") == []
    assert [attr(one, "id") for one in page.all("section > h2")] == ["programme", "people"]


def test_rooms_are_told_apart_by_what_they_are_and_not_by_how_they_are_written() -> None:
    """A room in a language that lacks its name is shown in the forum's, marked."""
    room = LocalizedText(((HANS, "后院"),))
    held = changed("salt-marsh-2025", "evening-walk", lambda one: replace(one, room=room))
    day = shelf_of(held, EN)[SALT].one("h3.fp-day span")
    assert (words(day), lang_of(day)) == ("后院", "zh-Hans")


@pytest.mark.parametrize("language", Language)
def test_the_list_of_forums_has_every_event_with_its_forums(language: Language) -> None:
    page = shelf(language)["forums/"]
    links = [attr(a, "href") for a in page.all("section a")]
    assert links == [
        "../events/tideland-2025/",
        "lamp-room-2025/",
        "salt-marsh-2025/",
        "../events/tideland-2024/",
        "tide-tables-2024/",
    ]


def test_an_event_with_its_days_place_and_forums() -> None:
    page = shelf(EN)["events/tideland-2025/"]
    assert page.texts(".fp-facts > span")[:2] == ["18–19 October 2025", "The Old Salt Store, Luxi"]
    assert [attr(a, "href") for a in page.all(".fp-index a")] == [
        "../../forums/lamp-room-2025/",
        "../../forums/salt-marsh-2025/",
    ]
    partly_known = shelf(EN)["events/tideland-2024/"].texts(".fp-facts > span")[0]
    assert "May 2024" in partly_known
    assert "1 June 2024" in partly_known


def test_home_leads_everywhere_and_shows_only_records_that_are_shown() -> None:
    page = shelf(EN)[""]
    titles = page.texts("#records ~ ul a")
    assert len(titles) == 6
    assert "What the Clock on the Pier Knew" not in titles
    links = {attr(a, "href") for a in page.all("a")}
    assert {"people/", "topics/", "glossary/", "forums/salt-marsh-2025/", "events/tideland-2024/"} <= links


def test_content_without_anything_still_has_a_home() -> None:
    held = replace(
        fixture(),
        events={},
        forums={},
        people={},
        organisations={},
        topics={},
        terms={},
        records={},
        sources={},
    )
    pages = shelf_of(held, EN)
    assert sorted(pages.pages) == [
        "",
        "about/",
        "forums/",
        "glossary/",
        "organisations/",
        "people/",
        "topics/",
    ]
    assert pages[""].one("h1")
    assert pages["people/"].all(".fp-group") == []
