"""Forums: the head, who was there, rights; the list of forums, and home."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.language import Language
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    SALT,
    attr,
    fixture,
    shelf,
    shelf_of,
    words,
)


def test_the_head_of_a_forum() -> None:
    page = shelf(EN)[SALT]
    assert words(page.one(".fp-facts time")) == "18–19 October 2025"
    assert attr(page.one(".fp-facts time"), "datetime") == "2025-10-18"
    assert [attr(a, "href") for a in page.all(".fp-facts a")] == [
        "../../organisations/tideland-circle/",
        "../../organisations/shore-ecology/",
    ]
    # Of the records, those that are shown; and one session whose words stand in the host's record.
    assert "5" in words(page.one(".fp-state"))
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
        "corrections/",
        "forums/",
        "glossary/",
        "organisations/",
        "people/",
        "search/",
        "topics/",
    ]
    assert pages[""].one("h1")
    assert pages["people/"].all(".fp-group") == []


def test_the_box_of_what_is_on_now_has_its_words_and_is_hidden() -> None:
    box = shelf(HANT)[SALT].one(".fp-now")
    assert box.has_attr("hidden")
    assert (attr(box, "data-now"), attr(box, "data-next")) == ("進行中", "接下來")
    # Where no day is known, no clock can say what is on.
    assert shelf(HANT)["forums/lamp-room-2025/"].all(".fp-now") == []
