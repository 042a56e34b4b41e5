"""What a session's page says around its record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.language import Language
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    PANEL,
    PLATES,
    SALT,
    SITE_URL,
    Shown,
    attr,
    fixture,
    lang_of,
    shelf,
    shelf_of,
    words,
)


def test_people_stand_with_every_position_of_that_day() -> None:
    page = shelf(EN)[PLATES]
    assert page.texts(".fp-who .fp-pos") == [
        "Research fellow, Institute of Shore Ecology, University of Luxi; Member, Tideland Circle"
    ]
    assert [attr(link, "href") for link in page.all(".fp-who a")] == [
        "../../../people/shu-heting/",
        "../../../organisations/shore-ecology/",
        "../../../organisations/tideland-circle/",
    ]
    assert shelf(HANS)[PLATES].texts(".fp-pos") == ["芦汐大学滨海生态研究所，研究员；潮间带观察社，社员"]


def test_the_position_is_that_of_this_session_and_not_of_another() -> None:
    """Luo Pingjiang is a member one day and its secretary the next."""
    panel = shelf(EN)[PANEL].texts(".fp-who li")
    assert next(line for line in panel if "Luo Pingjiang" in line).endswith("Secretary, Tideland Circle")
    demo = shelf(EN)[f"{SALT}launch-demo/"].one(".fp-pos")
    assert words(demo) == "Tideland Circle"


def test_roles_and_who_was_not_in_the_room() -> None:
    told = shelf(EN).edition.words
    loggers = shelf(EN)[f"{SALT}tarn-loggers/"].texts(".fp-who .fp-role")
    assert loggers == [told("attended.remote"), "Chair"]
    reeds = shelf(EN)[f"{SALT}pei-luan-reeds/"].texts(".fp-who .fp-role")
    assert reeds == [told("attended.absent")]
    assert shelf(EN)[f"{SALT}holmqvane-gaps/"].texts(".fp-who .fp-role") == ["Interpreter"]
    assert shelf(EN)[PLATES].all(".fp-who .fp-role") == []  # that a speaker speaks goes without saying


def test_a_name_that_is_not_sure_says_so_wherever_it_stands() -> None:
    for address in (f"{SALT}launch/", SALT):
        unsure = shelf(EN)[address].all(".fp-unsure")
        assert unsure
        assert all("not been confirmed" in attr(sign, "title") for sign in unsure)
    assert "not been confirmed" in shelf(EN)["people/he-muran/"].one(".fp-notice").get_text()
    assert shelf(EN)[PLATES].all(".fp-unsure") == []


def test_time_and_place_for_people_and_machines() -> None:
    page = shelf(EN)[PLATES]
    time = page.one(".fp-facts time")
    assert attr(time, "datetime") == "2025-10-18T09:15+08:00"
    assert words(time) == "Saturday, 18 October 2025 09:15–09:55"
    assert {"The Old Salt Store", "Tidewatch Hall"} <= set(page.texts(".fp-facts > span"))
    english = shelf(EN)["forums/tide-tables-2024/marlock-tables/"].one(".fp-facts time")
    assert attr(english, "datetime") == "2024-06-01T14:00+01:00"  # Dublin in summer


def test_no_more_of_a_date_than_is_known() -> None:
    time = shelf(HANT)["forums/lamp-room-2025/tu-yinlan-logs/"].one(".fp-facts time")
    assert (attr(time, "datetime"), words(time)) == ("2025", "2025年")


def test_what_is_not_as_the_programme_has_it() -> None:
    assert "The host announced it as “A Story of Plates”." in shelf(EN)[PLATES].texts(".fp-facts > span")
    film = shelf(EN)[f"{SALT}launch-film/"].texts(".fp-facts > span")
    assert "Part of “Launch of the Field Handbook”" in film
    spoken = shelf(EN)[f"{SALT}holmqvane-gaps/"].texts(".fp-facts > span")
    assert any(fact.startswith("Spoken: English") for fact in spoken)
    assert not any("Spoken" in fact for fact in shelf(EN)[PLATES].texts(".fp-facts > span"))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            EN,
            (
                "About 570 words, 2 minutes’ reading · Edited text prepared by a person from a recording; "
                "checked by Shu Heting (speaker, 2 November 2025)."
            ),
        ),
        (
            HANS,
            (
                "约680字，读完约2分钟\u3000编辑稿，由人据录音整理；"
                "舒鹤汀（讲者，2025年11月2日）、骆平绛（编辑，2025年11月）核对过。"
            ),
        ),
    ],
)
def test_how_long_the_text_is_and_what_stands_above_it_once(language: Language, sentence: str) -> None:
    page = shelf(language)[PLATES]
    assert page.one(".fp-state").get_text().startswith(sentence)
    assert (
        page.one(".fp-state").get_text().count(sentence[-30:])
        == page.soup.get_text().count(sentence[-30:])
        == 1
    )
    meaning = {EN: "An edited text drops repetitions", HANS: "编辑稿"}
    assert page.texts("#this-text p")[0].startswith(meaning[language])
    assert attr(page.one(".fp-state a"), "href") == "#this-text"


def test_what_nobody_has_checked_is_told_from_what_somebody_has() -> None:
    unchecked = shelf(EN)[f"{SALT}tarn-loggers/"].one(".fp-state")
    assert "fp-state--machine" in attr(unchecked, "class")
    assert "nobody has checked it" in words(unchecked)
    assert "by a machine" in words(unchecked)
    assert "fp-state--machine" not in attr(shelf(EN)[PLATES].one(".fp-state"), "class")


def test_a_translation_and_a_conversion_say_what_they_were_made_from() -> None:
    assert "Translated from Simplified Chinese by a person" in shelf(EN)[PLATES].texts("#this-text p")
    converted = " ".join(shelf(HANT)[PLATES].texts("#this-text p"))
    assert "轉換" in converted
    assert not any("转换" in line for line in shelf(HANS)[PLATES].texts("#this-text p"))


def test_corrections_are_listed_in_the_script_of_the_page() -> None:
    for language, first in (
        (HANS, "2025年11月20日 板子埋深原作20厘米，应为30厘米。 看这一段"),
        (HANT, "2025年11月20日 板子埋深原作20釐米，應為30釐米。 看這一段"),
    ):
        assert shelf(language)[PLATES].texts("#this-text li")[0] == first
    assert [attr(one, "datetime") for one in shelf(HANS)[PLATES].all("#this-text time")] == [
        "2025-11-20",
        "2025-12",
    ]


@pytest.mark.parametrize(
    ("language", "file"),
    [(HANS, "zh-Hans"), (HANT, "zh-Hans"), (EN, "en")],
)
def test_corrections_go_to_the_file_that_the_words_stand_in(language: Language, file: str) -> None:
    links = [attr(link, "href") for link in shelf(language)[PLATES].all("#this-text a")]
    path = f"content/forums/salt-marsh-2025/records/shu-heting-plates.{file}.md"
    assert f"https://code.example/tide/record/edit/main/{path}" in links


def test_the_recording_is_one_link_away_and_nothing_is_loaded() -> None:
    page = shelf(EN)[PLATES]
    assert (
        attr(page.one(".fp-video .fp-play"), "href")
        == "https://www.bilibili.com/video/BV1zz411z7zz?p=2&t=740"
    )
    assert page.all("iframe, video, audio, script, embed, object, link") == []
    assert all(attr(image, "src").startswith("../") for image in page.all("img"))


def test_items_within_items() -> None:
    launch = shelf(EN)[f"{SALT}launch/"]
    assert launch.texts("#items ~ ol > li > .fp-what > h3") == [
        "Film: A Day of Spring Tide",
        "How to Use the Handbook",
    ]
    assert launch.texts("#items ~ ol ol h4") == ["Questions"]


def neighbours(page: Shown) -> tuple[object, object]:
    links = [page.frame.get(key) for key in ("prev", "next")]
    return tuple(link["href"] if isinstance(link, dict) else None for link in links)  # type: ignore[return-value]


def test_previous_and_next_in_the_order_of_the_programme() -> None:
    page = shelf(EN)[PLATES]
    assert neighbours(page) == ("../opening/", "../launch/")
    assert [attr(link, "rel") for link in page.all(".fp-nav a")] == ["prev", "next"]
    assert [attr(link, "href") for link in page.all(".fp-nav a")] == ["../opening/", "../launch/"]


def test_breaks_have_no_page_and_are_passed_over() -> None:
    assert f"{SALT}tea/" not in shelf(EN).pages
    assert neighbours(shelf(EN)[f"{SALT}launch-demo-questions/"]) == ("../launch-demo/", "../holmqvane-gaps/")


def test_a_forum_begins_and_ends() -> None:
    assert neighbours(shelf(EN)[f"{SALT}opening/"])[0] is None
    assert neighbours(shelf(EN)[f"{SALT}evening-walk/"])[1] is None


def test_breadcrumbs_lead_from_home_to_the_forum() -> None:
    path = shelf(EN)[PLATES].frame["path"]
    assert isinstance(path, list)
    assert [(step["title"], step["href"]) for step in path] == [
        ("Home", "../../../"),
        ("Forums", "../../"),
        ("Tideland Observers’ Meeting 2025", "../../../events/tideland-2025/"),
        ("Long Watches on the Salt Marsh", "../"),
    ]


@pytest.mark.parametrize("language", Language)
def test_every_page_knows_itself_in_every_language(language: Language) -> None:
    for address, page in shelf(language).pages.items():
        frame = page.meta["fp"]
        assert isinstance(frame, dict)
        urls = {one["lang"]: one["url"] for one in frame["alternates"]}
        assert urls == {
            "zh-Hans": f"{SITE_URL}{address}",
            "en": f"{SITE_URL}en/{address}",
            "zh-Hant": f"{SITE_URL}zh-hant/{address}",
        }
        assert frame["canonical"] == urls[language.value]
        assert frame["xdefault"] == urls["zh-Hans"]
        assert [one["lang"] for one in frame["alternates"] if one.get("current")] == [language.value]


def test_the_programme_beside_a_session_says_where_one_is() -> None:
    aside = shelf(EN)[f"{SALT}launch-demo/"].frame["aside"]
    assert isinstance(aside, dict)
    items = aside["items"]
    assert [item["title"] for item in items if item.get("current")] == ["How to Use the Handbook"]
    assert [item["title"] for item in items if item.get("level") == 2] == [
        "Film: A Day of Spring Tide",
        "How to Use the Handbook",
        "Questions",
    ]
    notes = {item["title"]: item.get("note") for item in items}
    assert notes["Opening"] == "Not recorded"
    assert notes["Where the Reeds Went"] == "Cancelled"
    assert notes["One Plate, Eleven Years"] is None


@pytest.mark.parametrize(
    ("session", "says"),
    [
        ("pei-luan-reeds", "Cancelled"),
        ("staff-workshop", "Moved"),
        ("evening-walk", "Not known whether it was held"),
    ],
)
def test_of_what_was_not_held_nobody_says_that_it_took_place(session: str, says: str) -> None:
    page = shelf(EN)[f"{SALT}{session}/"]
    assert words(page.one(".fp-state")) == says
    assert "took place" not in page.text
    assert "was recorded" not in page.text


def test_what_was_moved_links_where_it_went() -> None:
    page = shelf(EN)[f"{SALT}staff-workshop/"]
    notice = page.texts(".fp-notice")
    assert notice == ["Moved to: Tide Staff Workshop", "Moved to the second day."]
    assert attr(page.one(".fp-notice a"), "href") == "../staff-workshop-again/"


def test_a_reason_in_another_language_says_which() -> None:
    notice = shelf(HANS)["forums/tide-tables-2024/questions/"].one(".fp-notice p")
    assert words(notice) == "The tide came in, and everyone went to look."
    assert lang_of(notice.select("span")[0]) == "en"


def test_an_address_that_is_not_known_is_not_linked() -> None:
    site = replace(shelf(EN).edition.site, repository=None, contact=None)
    page = shelf_of(fixture(), EN, site)[PLATES]
    assert not any("edit" in attr(link, "href") for link in page.all("a"))
