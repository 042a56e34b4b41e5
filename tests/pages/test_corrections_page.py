"""What was corrected after publication: all of it, each thing once, with the way to the paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.dates import PartialDate
from generator.model.identifiers import HOST, ForumId, Mark, SessionId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.record import Correction
from generator.model.session import RecordState
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    PANEL,
    PLATES,
    SITE,
    Shelf,
    Shown,
    attr,
    changed,
    fixture,
    lang_of,
    shelf,
    shelf_of,
    words,
)

PAGE = "corrections/"
MARSH = ForumId("salt-marsh-2025")
GAPS, PANELS = SessionId("holmqvane-gaps"), SessionId("panel-who-counts")


def corrected(session: SessionId, language: Language, *corrections: tuple[str, str, str]) -> Proceedings:
    """Return the invented forum with other corrections of one record: day, mark or nothing, words."""
    key = (MARSH, session, language)
    record = fixture().records[key]
    made = tuple(
        Correction(on=PartialDate.parse(on), at=Mark(at) if at else None, what=what)
        for on, at, what in corrections
    )
    changed_record = replace(record, head=replace(record.head, corrections=made))
    return replace(fixture(), records={**fixture().records, key: changed_record})


def lines(page: Shown) -> list[tuple[str, str, str]]:
    """Return day, title and the address of the paragraph of each correction."""
    found = []
    for line in page.all("ol.fp-index > li"):
        title, paragraph = ([attr(a, "href") for a in line.select("a")] + [""])[:2]
        found.append((attr(line.select("time")[0], "datetime"), title, paragraph))
    return found


@pytest.mark.parametrize("language", Language)
def test_all_are_there_the_newest_first(language: Language) -> None:
    page = shelf(language)[PAGE]
    assert lines(page) == [
        ("2025-12", f"../{PLATES}", ""),
        ("2025-11-28", f"../{PANEL}", f"../{PANEL}#p2c3"),  # p2e5 is gone and led there
        ("2025-11-25", "../forums/salt-marsh-2025/host/", "../forums/salt-marsh-2025/host/#x1b2"),
        ("2025-11-20", f"../{PLATES}", f"../{PLATES}#s1b2"),
    ]
    assert page.texts("h2") == ["2025", shelf(language).edition.words("about.corrections_title")]
    assert [attr(title, "href") for title in page.all(".fp-t1")] == [line[1] for line in lines(page)]


def test_each_is_told_in_the_words_of_the_text_that_the_page_shows() -> None:
    assert shelf(HANT)[PAGE].texts(".fp-said")[3] == "板子埋深原作20釐米，應為30釐米。"
    english = shelf(EN)[PAGE].all(".fp-said")
    assert words(english[3]).startswith("The plates were said to lie 20 cm deep")
    assert lang_of(english[3]) == ""
    # What was corrected in the Chinese text alone is told in Chinese, and of which text.
    for line in (0, 1, 2):
        assert lang_of(english[line].select("span")[0]) == "zh-Hans"
    assert "In the Simplified Chinese text" in shelf(EN)[PAGE].texts("small")[1]
    assert "In the" not in shelf(EN)[PAGE].texts("small")[3]


def test_years_stand_apart_and_the_right_column_names_them() -> None:
    held = corrected(GAPS, EN, ("2026-01-03", "h1a1", "A."), ("2026", "", "B."), ("2025-12-31", "", "C."))
    page = shelf_of(held, EN)[PAGE]
    assert page.texts("h2")[:2] == ["2026", "2025"]
    assert page.texts(".fp-said")[:3] == ["A.", "B.", "C."]
    toc = page.frame["toc"]
    assert isinstance(toc, dict)
    assert [item["href"] for item in toc["items"]] == ["#y2026", "#y2025"]
    assert "toc" not in shelf(EN)[PAGE].frame


def test_of_one_day_and_paragraph_as_many_are_told_as_one_text_has() -> None:
    chinese = corrected(PANELS, HANS, ("2025-12-01", "p1a1", "甲"), ("2025-12-01", "p1a1", "乙"))
    key = (MARSH, PANELS, EN)
    record = chinese.records[key]
    same = Correction(on=PartialDate(2025, 12, 1), at=Mark("p1a1"), what="One")
    both = replace(
        chinese,
        records={**chinese.records, key: replace(record, head=replace(record.head, corrections=(same,)))},
    )
    told = shelf_of(both, EN)[PAGE].texts(".fp-said")
    assert [one for one in told if one in {"One", "甲", "乙"}] == ["One", "乙"]
    told = shelf_of(both, HANS)[PAGE].texts(".fp-said")
    assert [one for one in told if one in {"One", "甲", "乙"}] == ["甲", "乙"]


def test_what_is_not_published_is_not_told() -> None:
    held = corrected(GAPS, HANS, ("2025-12-20", "", "没有人核对过的"))
    forum = replace(held.forums[MARSH], publish_unchecked=False)
    strict = shelf_of(replace(held, forums={**held.forums, MARSH: forum}), HANS)
    assert "没有人核对过的" not in strict[PAGE].page.source()
    assert "漏雨" not in strict[PAGE].page.source()  # the host's record is unchecked too
    assert "五十张" in strict[PAGE].page.source()
    withheld = changed(MARSH, "shu-heting-plates", lambda one: replace(one, record=RecordState.WITHHELD))
    assert "30厘米" not in shelf_of(withheld, HANS)[PAGE].page.source()


def test_a_site_without_any_says_so() -> None:
    records = {
        key: replace(record, head=replace(record.head, corrections=()))
        for key, record in fixture().records.items()
    }
    pages = shelf_of(replace(fixture(), records=records), EN)
    assert pages[PAGE].all("ol") == []
    assert pages.edition.words("correction.none_yet") in pages[PAGE].text
    assert pages.edition.words("correction.none_yet") not in shelf(EN)[PAGE].text


@pytest.mark.parametrize("language", Language)
def test_how_to_ask_is_said_only_as_far_as_one_can(language: Language) -> None:
    def asked(**settings: object) -> tuple[Shelf, Shown]:
        pages = shelf_of(fixture(), language, replace(SITE, **settings))  # type: ignore[arg-type]
        return pages, pages[PAGE]

    pages, page = asked()
    both = (pages.edition.words("about.corrections"), pages.edition.words("correction.no_way"))
    assert [text in page.text for text in both] == [True, False]
    assert "mailto:record@tideland.example" in [attr(a, "href") for a in page.all("#how ~ p a")]
    _, page = asked(repository=None)
    assert [text in page.text for text in both] == [False, False]
    _, page = asked(repository=None, contact=None)
    assert [text in page.text for text in both] == [False, True]
    assert page.all("#how ~ p a") == []


def test_every_page_leads_there_and_so_does_each_text() -> None:
    pages = shelf(EN)
    for address, href in (("", PAGE), (PLATES, f"../../../{PAGE}"), (PAGE, "./")):
        footer = pages[address].frame["footer"]
        assert isinstance(footer, list)
        assert href in [link["href"] for link in footer]
    for address in (PLATES, "forums/salt-marsh-2025/host/"):
        assert f"../../../{PAGE}" in [attr(a, "href") for a in pages[address].all("#this-text a")]
    assert f"../{PAGE}" in [attr(a, "href") for a in pages["about/"].all("a")]


def test_the_list_of_a_session_leads_to_its_paragraphs() -> None:
    assert [attr(a, "href") for a in shelf(HANS)[PLATES].all("#this-text li a")] == ["#s1b2"]
    assert [attr(a, "href") for a in shelf(HANS)[PANEL].all("#this-text li a")] == ["#p2c3"]
    assert [attr(a, "href") for a in shelf(EN)["forums/salt-marsh-2025/host/"].all("#this-text li a")] == []


def test_a_paragraph_that_the_shown_text_does_not_have_is_not_linked() -> None:
    held = corrected(HOST, HANS, ("2025-12-24", "x1b2", "丙"))
    english = held.records[MARSH, HOST, EN]
    kept = tuple(one for one in english.blocks if one.marks[0] != "x1b2")
    # A translation would show what it lacks as its source has it; a text of its own lacks it.
    short = replace(english, blocks=kept, head=replace(english.head, translated_from=None))
    held = replace(held, records={**held.records, (MARSH, HOST, EN): short})
    assert lines(shelf_of(held, EN)[PAGE])[0] == ("2025-12-24", "../forums/salt-marsh-2025/host/", "")
    assert lines(shelf_of(held, HANS)[PAGE])[0][2].endswith("#x1b2")
