"""A translation that is behind its source says so, paragraph by paragraph, and shows what it lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.model.identifiers import HOST, Digest, ForumId, Mark, SessionId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.record import Record
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    PANEL,
    PLATES,
    SALT,
    SITE,
    Shown,
    attr,
    fixture,
    lang_of,
    shelf,
    shelf_of,
    words,
)

FORUM = ForumId("salt-marsh-2025")
GAPS = f"{SALT}holmqvane-gaps/"
OLD = Digest("0" * 12)


def with_record(
    held: Proceedings, session: str, language: Language, change: Callable[[Record], Record]
) -> Proceedings:
    key = (FORUM, SessionId(session), language)
    return replace(held, records={**held.records, key: change(held.records[key])})


def without(held: Proceedings, session: str, language: Language, *marks: str) -> Proceedings:
    """Take paragraphs out of a record."""

    def cut(record: Record) -> Record:
        kept = tuple(one for one in record.blocks if not {*one.marks} & {*marks})
        assert len(kept) == len(record.blocks) - len(marks)
        return replace(record, blocks=kept)

    return with_record(held, session, language, cut)


def changed_since(held: Proceedings, session: str, language: Language, *marks: str) -> Proceedings:
    """Let the source of paragraphs of a translation have been another when they were translated."""
    key = (FORUM, SessionId(session), language)
    old = {Mark(mark): OLD for mark in marks}
    return replace(held, confirmed={**held.confirmed, key: {**held.confirmed[key], **old}})


def signs(page: Shown) -> list[tuple[str, str]]:
    """The paragraphs with a sign, by their marks, and where the signs lead."""
    found = []
    for sign in page.all("#record .fp-stale"):
        parent = sign.parent
        assert parent is not None
        if "fp-small" in attr(parent, "class"):
            following = parent.find_next_sibling()
            assert following is not None
            parent = following
        found.append((attr(parent, "id"), attr(sign, "href")))
    return found


def test_changed_paragraphs_are_counted_and_marked_with_a_way_to_their_source() -> None:
    held = changed_since(fixture(), "shu-heting-plates", EN, "s1a1", "l1b2", "c2h2", "t1b1", "f1g1")
    page = shelf_of(held, EN)[PLATES]
    notice = "5 paragraphs have changed in Chinese since they were translated; they are marked."
    assert notice in page.texts(".fp-notice")
    there = "../../../../forums/salt-marsh-2025/shu-heting-plates/"
    marks = ["s1a1", "t1b1", "f1g1", "c2h2", "l1b2"]
    assert signs(page) == [(mark, f"{there}#{mark}") for mark in marks]
    for sign in page.all(".fp-stale"):
        assert (attr(sign, "hreflang"), lang_of(sign)) == ("zh-Hans", "en")
        assert words(sign) == "Changed in Chinese since it was translated"
    source = shelf_of(held, HANS)[PLATES]
    assert source.all(".fp-stale, .fp-missing") == []
    for mark in marks:
        source.one(f"#{mark}")


def test_one_is_counted_as_one() -> None:
    page = shelf_of(changed_since(fixture(), "panel-who-counts", EN, "p1f6"), EN)[PANEL]
    notice = "1 paragraph has changed in Chinese since it was translated; it is marked."
    assert notice in page.texts(".fp-notice")


def test_what_is_missing_stands_at_its_place_in_the_language_of_the_source() -> None:
    held = without(fixture(), "shu-heting-plates", EN, "c1h1", "s1b2", "t1b1", "f1g1", "l1b2", "q1a1", "s4b2")
    page, source = shelf_of(held, EN)[PLATES], shelf_of(held, HANS)[PLATES]
    assert "7 paragraphs are not translated yet; they are shown in Chinese." in page.texts(".fp-notice")
    missing = page.all(".fp-missing")
    marks = ["c1h1", "s1b2", "t1b1", "f1g1", "l1b2", "q1a1", "s4b2"]
    assert [attr(one, "id") for one in missing] == marks
    assert [mark for mark, _ in signs(page)] == marks
    ids = [attr(one, "id") for one in page.all("#record [id]")]
    assert ids == [attr(one, "id") for one in source.all("#record [id]")]
    for one in missing:
        original = source.one(f"#{attr(one, 'id')}")
        assert one.name == original.name
        assert words(original).removesuffix("¶") in words(one)
        assert lang_of(one) == "zh-Hans"
        for link in one.select(".fp-stale, .fp-mark"):
            assert lang_of(link) == "en"
    assert attr(page.one("#f1g1 img"), "alt") == "三个滩带的淤高柱状图"
    first = page.all(".fp-chapters a")[0]
    assert (words(first), attr(first, "href")) == ("12:31为什么要埋板子", "#c1h1")
    assert [attr(one, "lang") for one in first.select("[lang]")] == ["zh-Hans"]


def test_speakers_of_what_is_missing_are_named_in_the_language_of_the_page() -> None:
    page = shelf_of(without(fixture(), "panel-who-counts", EN, "p1c3"), EN)[PANEL]
    turn = page.one("#p1c3").find_previous_sibling()
    assert turn is not None
    assert words(turn).endswith("Luo Pingjiang")


def test_a_page_in_the_other_script_says_the_same_of_a_translation() -> None:
    held = changed_since(without(fixture(), "holmqvane-gaps", HANS, "h2b2"), "holmqvane-gaps", HANS, "h3a1")
    page = shelf_of(held, HANT)[GAPS]
    assert lang_of(page.one("#h2b2")) == "en"
    assert dict(signs(page))["h3a1"] == "../../../../en/forums/salt-marsh-2025/holmqvane-gaps/#h3a1"
    assert any("英語原文有1段" in notice for notice in page.texts(".fp-notice"))


def test_names_that_the_translation_leads_elsewhere_stand_once() -> None:
    """A mark may be gone in the translation alone: then it is an address of another paragraph there."""
    held = without(fixture(), "panel-who-counts", EN, "p1e5", "p1f6")

    def lead(record: Record) -> Record:
        gone = {**record.head.gone, Mark("p1e5"): Mark("p1d4")}
        return replace(record, head=replace(record.head, gone=gone))

    page = shelf_of(with_record(held, "panel-who-counts", EN, lead), EN)[PANEL]
    assert [attr(one, "id") for one in page.all(".fp-missing")] == ["p1f6"]
    ids = [attr(one, "id") for one in page.all("[id]")]
    assert len(ids) == len(set(ids))
    assert page.one("#p1e5").parent is page.one("#p1d4")


def test_a_source_that_is_not_published_is_neither_shown_nor_linked() -> None:
    held = changed_since(without(fixture(), "panel-who-counts", EN, "p1c3"), "panel-who-counts", EN, "p1f6")
    forum = replace(held.forums[FORUM], publish_unchecked=False)
    held = replace(held, forums={**held.forums, FORUM: forum})
    one = fixture().records[FORUM, SessionId("panel-who-counts"), HANS].head.checked

    def uncheck(record: Record) -> Record:
        return replace(record, head=replace(record.head, checked=()))

    def check(record: Record) -> Record:
        return replace(record, head=replace(record.head, checked=one))

    held = with_record(held, "panel-who-counts", HANS, uncheck)
    held = with_record(held, "panel-who-counts", EN, check)
    page = shelf_of(held, EN)[PANEL]
    assert page.all(".fp-missing, #p1c3") == []
    assert signs(page) == [("p1f6", "")]
    assert [one.name for one in page.all(".fp-stale")] == ["span"]
    # The Chinese page has the English text alone, and the English text is no translation of itself.
    assert lang_of(shelf_of(held, HANS)[PANEL].one("#p1f6")) == "en"


@pytest.mark.parametrize(
    ("languages", "href"),
    [
        ((EN, HANT), "../../../zh-hant/forums/salt-marsh-2025/panel-who-counts/#p1f6"),
        ((EN,), ""),
    ],
)
def test_a_sign_leads_only_to_pages_that_are_built(languages: tuple[Language, ...], href: str) -> None:
    held = changed_since(fixture(), "panel-who-counts", EN, "p1f6")
    page = shelf_of(held, EN, replace(SITE, languages=languages))[PANEL]
    found = dict(signs(page))["p1f6"]
    assert found.endswith(href)
    assert bool(found) is bool(href)


def test_the_hosts_words_say_it_too() -> None:
    held = changed_since(without(fixture(), HOST, EN, "x1b2"), HOST, EN, "x1c3")
    page = shelf_of(held, EN)[f"{SALT}host/"]
    assert [mark for mark, _ in signs(page)] == ["x1b2", "x1c3"]
    assert signs(page)[1][1] == "../../../../forums/salt-marsh-2025/host/#x1c3"
    assert lang_of(page.one("#x1b2")) == "zh-Hans"
    notices = page.texts(".fp-notice")
    assert len([one for one in notices if "1 paragraph" in one]) == 2


def test_a_page_without_a_record_in_its_language_shows_the_original_and_says_so() -> None:
    """Of every session, and of the host: nothing that is published is hidden from readers of English."""
    held = fixture()
    only = {key: one for key, one in held.records.items() if one.head.translated_from is None}
    shelves = shelf_of(replace(held, records=only), EN)
    seen = 0
    for (forum, session, language), record in only.items():
        page = shelves[f"forums/{forum}/{session}/"]
        if language is EN or not page.all("#record"):
            continue
        seen += 1
        assert any("The original is shown" in notice for notice in page.texts(".fp-notice"))
        for block in record.blocks:
            assert lang_of(page.one(f"#{block.marks[0]}")) == language.value
        assert page.all(".fp-stale, .fp-missing") == []
    assert seen > 3


def test_nothing_is_said_of_a_translation_that_is_up_to_date() -> None:
    page = shelf(EN)[PLATES]
    assert page.all(".fp-stale, .fp-missing") == []
    assert page.texts(".fp-notice") == []
