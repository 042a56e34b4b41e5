"""Pages name the languages that can stand beside their record, and give a paragraph's menu what it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

import pytest

from generator.model.identifiers import ForumId
from generator.model.language import Language
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    PANEL,
    PLATES,
    SALT,
    SITE,
    Shelf,
    Shown,
    attr,
    fixture,
    shelf,
    shelf_of,
)

TIDES = "forums/tide-tables-2024/marlock-tables/"
LAMP = "forums/lamp-room-2025/tu-yinlan-logs/"
SUMMARY = f"{SALT}tarn-loggers/"
PREFIX = {HANS: "", EN: "en/", HANT: "zh-hant/"}


def offered(page: Shown) -> dict[str, str]:
    """The languages that a page offers beside its own, with the pages that hold them."""
    return {attr(link, "data-with"): attr(link, "data-page") for link in page.all(".fp-view a[data-page]")}


def record_pages(found: Shelf) -> Iterator[tuple[str, Shown]]:
    for address in found.pages:
        if address.count("/") > 2 and address.startswith("forums/"):
            yield address, found[address]


def test_chinese_has_english_beside_it_and_english_both_scripts() -> None:
    assert offered(shelf(HANS)[PLATES]) == {"en": f"../../../en/{PLATES}"}
    assert offered(shelf(HANT)[PLATES]) == {"en": f"../../../../en/{PLATES}"}
    assert offered(shelf(EN)[PLATES]) == {
        "zh-Hans": f"../../../../{PLATES}",
        "zh-Hant": f"../../../../zh-hant/{PLATES}",
    }


def test_the_host_s_words_too() -> None:
    assert list(offered(shelf(HANS)[f"{SALT}host/"])) == ["en"]


@pytest.mark.parametrize("address", [LAMP, TIDES])
@pytest.mark.parametrize("language", [HANS, HANT, EN])
def test_a_record_in_one_language_has_none_beside_it(address: str, language: Language) -> None:
    page = shelf(language)[address]
    assert page.one("#record")
    assert page.all(".fp-view") == []


def test_what_is_offered_is_just_what_the_other_page_shows_as_its_own() -> None:
    shelves = {language: shelf(language) for language in (HANS, EN, HANT)}
    assert_honest(shelves)
    assert sum(len(offered(page)) for _, page in record_pages(shelves[EN])) > 4


def test_what_nobody_has_checked_is_not_offered_where_it_is_not_shown() -> None:
    """Nobody has checked the panel in either language."""
    held = fixture()
    salt = replace(held.forums[ForumId("salt-marsh-2025")], publish_unchecked=False)
    changed = replace(held, forums={**held.forums, salt.id: salt})
    shelves = {language: shelf_of(changed, language) for language in (HANS, EN, HANT)}
    assert_honest(shelves)
    assert shelves[HANS][PANEL].all(".fp-view") == []
    before = {address for address, page in record_pages(shelf(HANS)) if offered(page)}
    after = {address for address, page in record_pages(shelves[HANS]) if offered(page)}
    assert after < before


def assert_honest(shelves: dict[Language, Shelf]) -> None:
    """A language is offered just where its page shows a record in it, and this page one in its own."""
    own = {
        language: {
            address
            for address, page in record_pages(found)
            if page.all("#record") and not attr(page.one("#record"), "lang")
        }
        for language, found in shelves.items()
    }
    for language, found in shelves.items():
        for address, page in record_pages(found):
            expected = {
                other.value: address
                for other in shelves
                if other not in language.sources() and address in own[language] & own[other]
            }
            here = f"https://site.example/{PREFIX[language]}{address}"
            arrived = {tag: urljoin(here, href) for tag, href in offered(page).items()}
            assert arrived == {
                tag: f"https://site.example/{PREFIX[Language(tag)]}{there}" for tag, there in expected.items()
            }


def test_the_view_is_of_no_use_without_script_and_says_all_that_script_says() -> None:
    page = shelf(EN)[PLATES]
    nav = page.one("nav.fp-view")
    assert nav.has_attr("hidden")
    assert attr(nav, "aria-label") == "Show"
    links = page.all(".fp-view a")
    assert [attr(link, "href") for link in links] == ["./", "?with=zh-Hans", "?with=zh-Hant"]
    assert [attr(link, "aria-current") for link in links] == ["true", "", ""]
    sayings = ("loading", "shown", "failed", "offline", "missing", "only", "joined")
    assert all("Chinese" in attr(link, f"data-{name}") for link in links[1:] for name in sayings)


def test_a_quotation_says_where_it_is_from_as_its_language_does() -> None:
    found = {language: shelf(language)[PLATES].one(".fp-markmenu") for language in (HANS, HANT, EN)}
    assert {language: attr(menu, "data-source") for language, menu in found.items()} == {
        HANS: "《一块板，十一年》，盐沼里的长期观测，2025年10月18日",
        HANT: "〈一塊板，十一年〉，鹽沼裡的長期觀測，2025年10月18日",
        EN: "“One Plate, Eleven Years”, Long Watches on the Salt Marsh, 18 October 2025",
    }
    assert {
        language: attr(menu, "data-open") + attr(menu, "data-close") for language, menu in found.items()
    } == {
        HANS: "“”",
        HANT: "「」",
        EN: "“”",
    }
    assert attr(found[EN], "data-speaker") == "Shu Heting"
    assert attr(shelf(EN)[PANEL].one(".fp-markmenu"), "data-speaker") == ""
    assert all(menu.has_attr("hidden") for menu in found.values())


def test_a_summary_is_not_put_into_quotation_marks_and_a_translation_says_so() -> None:
    summary = shelf(HANS)[SUMMARY].one(".fp-markmenu")
    assert not summary.has_attr("data-open")
    assert "不是原话" in attr(summary, "data-kind")
    assert attr(shelf(HANS)[PLATES].one(".fp-markmenu"), "data-kind") == ""
    assert attr(shelf(EN)[PLATES].one(".fp-markmenu"), "data-kind") == "translation"


def correction(site: Shelf) -> list[str]:
    return [attr(link, "href") for link in site[PLATES].all(".fp-markmenu a")]


def test_where_a_correction_is_proposed() -> None:
    [edit] = correction(shelf(EN))
    assert edit.startswith("https://code.example/tide/record/edit/main/content/")
    assert edit.endswith("/shu-heting-plates.en.md")
    by_mail = replace(SITE, repository=None)
    assert correction(shelf_of(fixture(), EN, by_mail)) == ["../../../corrections/#how"]
    assert shelf_of(fixture(), EN, by_mail)["corrections/"].one("#how")
    assert correction(shelf_of(fixture(), EN, replace(by_mail, contact=None))) == []


def test_no_menu_where_there_is_no_record() -> None:
    page = shelf(HANS)[f"{SALT}pei-luan-reeds/"]
    assert page.all(".fp-markmenu") == page.all(".fp-view") == []
