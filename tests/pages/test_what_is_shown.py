"""Honest pages: what is not there, not checked or not public is said so, and its text stands nowhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model.dates import PartialDate
from generator.model.identifiers import ForumId, PersonId, SessionId
from generator.model.language import Language
from generator.model.record import Check, CheckRole, Figure
from generator.model.record_text import block_text
from generator.model.session import RecordState
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    PLATES,
    SALT,
    SITE,
    Shelf,
    attr,
    changed,
    fixture,
    lang_of,
    shelf,
    shelf_of,
    words,
)

QUILLON = "forums/tide-tables-2024/quillon-drift/"
LAMP = "forums/lamp-room-2025/tu-yinlan-logs/"


def everything(pages: Shelf) -> str:
    """Return all that an edition hands to an engine."""
    return "\n".join(page.source() for page in pages.pages.values())


@pytest.mark.parametrize("language", Language)
def test_a_record_that_nobody_checked_is_shown_nowhere_where_the_forum_says_so(language: Language) -> None:
    held = fixture()
    record = held.records[ForumId("tide-tables-2024"), SessionId("quillon-drift"), EN]
    text = everything(shelf(language))
    for block in record.blocks:
        assert block_text(block) not in text
        assert block.marks[0] not in text
    page = shelf(language)[QUILLON]
    assert page.all("#record, #this-text, .fp-chapters") == []
    assert "fp-state--none" in attr(page.one(".fp-state"), "class")


def test_it_is_shown_as_soon_as_somebody_has_checked_it() -> None:
    held = fixture()
    key = (ForumId("tide-tables-2024"), SessionId("quillon-drift"), EN)
    record = held.records[key]
    check = Check(by=PersonId("hesper-quillon"), as_=CheckRole.LISTENER, on=PartialDate(2025))
    checked = replace(record, head=replace(record.head, checked=(check,)))
    page = shelf_of(replace(held, records={**held.records, key: checked}), EN)[QUILLON]
    assert page.one("#k1a1")
    assert "checked by Hesper Quillon (listener, 2025)" in words(page.one(".fp-state"))


def test_of_two_languages_only_the_checked_one_is_shown() -> None:
    """The Chinese record of the panel is checked, the English one is not."""
    held = fixture()
    old = held.forums[ForumId("salt-marsh-2025")]
    strict = replace(held, forums={**held.forums, old.id: replace(old, publish_unchecked=False)})
    page = shelf_of(strict, EN)[f"{SALT}panel-who-counts/"]
    assert lang_of(page.one("#p1a1")) == "zh-Hans"
    assert page.one(".fp-notice")
    assert "whoever takes notes" not in everything(shelf_of(strict, EN))
    nobody = shelf_of(strict, HANS)[f"{SALT}tarn-loggers/"]
    assert nobody.all("#record") == []


@pytest.mark.parametrize("language", Language)
def test_a_withheld_session_shows_that_it_is_and_nothing_else(language: Language) -> None:
    page = shelf(language)[f"{SALT}open-questions/"]
    assert page.all("#record, #this-text, .fp-video, .fp-slide, img") == []
    assert len(page.all(".fp-notice")) == 1
    assert words(page.one(".fp-state")) == page_words(language, "record.withheld_long")
    forum = shelf(language)[SALT]
    assert page_words(language, "record.withheld") in forum.texts(".fp-note")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("state", [RecordState.WITHHELD, RecordState.NONE, RecordState.PENDING])
def test_a_text_that_was_left_in_content_does_not_get_out(language: Language, state: RecordState) -> None:
    """A check refuses such content; a page would not show it all the same."""
    held = changed("salt-marsh-2025", "shu-heting-plates", lambda one: replace(one, record=state))
    pages = shelf_of(held, language)
    open_pages, closed_pages = everything(shelf(language)), everything(pages)
    seen = 0
    for written in Language:
        record = held.records.get((ForumId("salt-marsh-2025"), SessionId("shu-heting-plates"), written))
        for block in record.blocks if record else ():
            spoken = "" if isinstance(block, Figure) else block_text(block)
            texts = [block.marks[0], *(part for part in re.split(r"\W+", spoken) if len(part) > 12)]
            seen += sum(text in open_pages for text in texts)
            assert [text for text in texts if text in closed_pages] == []
    assert seen > 20  # what is looked for is there when it may be
    assert pages[PLATES].all("#record") == []
    said = pages[PLATES].all(".fp-slide")
    assert bool(said) is (state is not RecordState.WITHHELD)


def test_a_term_does_not_betray_a_record_that_is_not_shown() -> None:
    held = changed(
        "salt-marsh-2025", "shu-heting-plates", lambda one: replace(one, record=RecordState.PENDING)
    )
    before, after = (
        one["glossary/datum/"].texts("#mentions ~ ul > li > a") for one in (shelf(EN), shelf_of(held, EN))
    )
    assert before == ["One Plate, Eleven Years"]
    assert after == []


@pytest.mark.parametrize(
    ("session", "key"),
    [
        ("launch", "record.pending_long"),
        ("opening", "record.none_long"),
        ("staff-workshop-again", "record.pending_long"),
    ],
)
def test_what_is_pending_or_was_not_recorded_is_told(session: str, key: str) -> None:
    page = shelf(EN)[f"{SALT}{session}/"]
    assert words(page.one(".fp-state")) == page_words(EN, key)
    assert page.all("#record") == []


def test_an_english_page_without_english_shows_the_original_under_a_notice() -> None:
    page = shelf(EN)[LAMP]
    assert page.texts(".fp-notice") == [
        "This text is not there in English yet. The original is shown (Traditional Chinese)."
    ]
    assert lang_of(page.one("h1")) == "zh-Hant"
    for paragraph in page.all(".fp-p, .fp-chapter"):
        assert attr(paragraph, "lang") == "zh-Hant"
    assert lang_of(page.one(".fp-recordhead h2")) == "en"
    assert (
        lang_of(page.all("#record .fp-turn b")[1]) == "zh-Hant"
        or words(page.all("#record .fp-turn b")[1]) == "Audience"
    )
    for part in page.all(".fp-pos > span, .fp-chapters span span span"):
        assert lang_of(part) == "zh-Hant"
    toc = page.frame["toc"]
    assert isinstance(toc, dict)
    assert {item["lang"] for item in toc["items"]} == {"zh-Hant"}


def test_a_chinese_page_without_chinese_does_so_too_in_both_scripts() -> None:
    for language in (HANS, HANT):
        page = shelf(language)["forums/tide-tables-2024/marlock-tables/"]
        assert len(page.all(".fp-notice")) == 1
        assert {attr(paragraph, "lang") for paragraph in page.all(".fp-p")} == {"en"}
        assert page.texts("#m2a1 em") == ["06:14", "16:14"]


@pytest.mark.parametrize("language", Language)
def test_words_in_another_language_always_say_in_which(language: Language) -> None:
    """Whatever stands on an English page in ideographs is marked, and so is no Chinese page's own text."""
    pages = shelf(language)
    for address in pages.pages:
        for node in pages[address].soup.find_all(string=True):
            if node.parent is None or not node.strip():
                continue
            lang = lang_of(node.parent)
            chinese = any("\u4e00" <= character <= "\u9fff" for character in node)
            if language is EN and chinese:
                assert lang.startswith("zh"), f"{address}: {node}"
            if language is not EN and chinese:
                assert lang in {"", "zh-Hans", "zh-Hant"}, f"{address}: {node}"


def page_words(language: Language, key: str) -> str:
    return shelf(language).edition.words(key)


@pytest.mark.parametrize("language", Language)
def test_corrections_are_promised_only_where_they_can_be_sent(language: Language) -> None:
    assert SITE.repository is not None
    assert shelf(language)["about/"].all("#corrections")
    without = shelf_of(fixture(), language, replace(SITE, repository=None))
    assert without["about/"].all("#corrections") == []
    assert without["about/"].all("#privacy")
    assert all("/edit/" not in page.source() for page in without.pages.values())
