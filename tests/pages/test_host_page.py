"""What the host says between the sessions: its page, and the ways that lead to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from generator.addresses import former_addresses
from generator.model.identifiers import HOST, ForumId, Mark, SessionId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.record import Heading, Record
from generator.model.session import RecordState
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    PLATES,
    SALT,
    attr,
    changed,
    fixture,
    lang_of,
    shelf,
    shelf_of,
    words,
)

MARSH = ForumId("salt-marsh-2025")
PAGE = f"{SALT}host/"
CLOSING = f"{SALT}closing/"


def with_host(change: dict[Language, Record | None]) -> Proceedings:
    """Return the invented forum with other records of the host; None takes one away."""
    records = dict(fixture().records)
    for language, record in change.items():
        if record is None:
            del records[MARSH, HOST, language]
        else:
            records[MARSH, HOST, language] = record
    return replace(fixture(), records=records)


def record_of(language: Language) -> Record:
    return fixture().records[MARSH, HOST, language]


@pytest.mark.parametrize("language", Language)
def test_the_page_is_there_in_every_language_with_every_mark(language: Language) -> None:
    page = shelf(language)[PAGE]
    assert page.page.path == PurePosixPath(PAGE) / "index.md"
    ids = [attr(tag, "id") for tag in page.all("#record [id]")]
    marks = [mark for block in record_of(HANS).blocks for mark in block.marks]
    assert [one for one in ids if one in marks] == marks
    assert len(page.all(".fp-state")) == len(page.all("#this-text")) == 1
    assert words(page.one("h1")) == shelf(language).edition.words("host.title")


def test_who_leads_the_forum_stands_at_its_head_with_positions() -> None:
    page = shelf(EN)[PAGE]
    assert page.texts(".fp-who b") == ["Mu Weibai"]
    assert page.texts(".fp-pos") == ["Trustee, Tideland Circle"]


def test_who_else_speaks_appears_as_in_their_own_session() -> None:
    turns = shelf(EN)[PAGE].all(".fp-turn")
    first, last = (attr(turn.select("a")[0], "href") for turn in (turns[0], turns[-1]))
    assert (first, last) == ("../../../people/mu-weibai/", "../../../people/yu-qiuzhi/")
    assert [words(role) for role in turns[0].select(".fp-role")] == ["Host"]
    assert not turns[-1].select(".fp-role")


def test_it_says_what_it_is_and_where_to_correct_it() -> None:
    page = shelf(EN)[PAGE]
    assert "fp-state--machine" in attr(page.one(".fp-state"), "class")
    assert "Translated from Simplified Chinese by a machine" in page.texts("#this-text p")
    hrefs = [attr(link, "href") for link in page.all("#this-text a")]
    assert (
        "https://code.example/tide/record/edit/main/content/forums/salt-marsh-2025/records/host.en.md"
        in hrefs
    )
    converted = shelf(HANT)[PAGE]
    assert any("簡體中文" in line for line in converted.texts("#this-text p"))
    assert words(converted.one("#this-text li")).startswith("2025年11月25日")


def test_without_a_record_in_the_language_the_original_stands_there_under_a_notice() -> None:
    page = shelf_of(with_host({EN: None}), EN)[PAGE]
    assert len(page.all(".fp-notice")) == 1
    assert {lang_of(one) for one in page.all(".fp-p, .fp-chapter")} == {"zh-Hans"}
    assert page.texts(".fp-chapters span[lang]")[0] == "一块板，十一年"


@pytest.mark.parametrize("language", Language)
def test_a_chapter_leads_to_its_session_and_the_session_to_its_chapter(language: Language) -> None:
    pages = shelf(language)
    assert [attr(a, "href") for a in pages[PAGE].all("#x1h1 a:not(.fp-mark)")] == ["../shu-heting-plates/"]
    for session, mark in (("shu-heting-plates", "x1h1"), ("launch", "x2h2")):
        links = [attr(a, "href") for a in pages[f"{SALT}{session}/"].all("a") if "host/" in attr(a, "href")]
        assert links == [f"../host/#{mark}"]
    # A paragraph that mentions a session does not introduce it.
    assert "host/" not in str(pages[f"{SALT}staff-workshop-again/"].soup)


def test_the_programme_leads_to_the_host_and_the_host_back() -> None:
    for language in Language:
        pages = shelf(language)
        hrefs = [attr(a, "href") for a in pages[SALT].all("a")]
        assert "host/" in hrefs
        assert "../" in [attr(a, "href") for a in pages[PAGE].all("nav.fp-nav a")]
        aside = pages[PAGE].frame["aside"]
        assert isinstance(aside, dict)
        current = [item["href"] for item in aside["items"] if item.get("current")]
        assert current == ["./"]


def test_a_session_whose_words_are_the_hosts_says_so_and_leads_there() -> None:
    """The English heading does not link the session; the Chinese one with the same mark does."""
    for language in Language:
        page = shelf(language)[CLOSING]
        assert page.all("#record") == []
        (link,) = page.one(".fp-state").select("a")
        assert attr(link, "href") == "../host/#x4h4"
        assert words(link) == shelf(language).edition.words("host.title")
        assert len([a for a in page.all("a") if "host/" in attr(a, "href")]) == 1
    state = shelf(EN)[CLOSING].one(".fp-state")
    assert "fp-state--machine" in attr(state, "class")
    assert "by a machine from a recording; nobody has checked it yet" in words(state)
    notes = [attr(a, "href") for a in shelf(EN)[SALT].all(".fp-note a")]
    assert "host/#x4h4" in notes


def test_it_counts_as_recorded_where_the_hosts_record_is_published() -> None:
    held = fixture()
    forum = held.forums[MARSH]
    edition = shelf(HANS).edition
    closing = forum.session(SessionId("closing"))
    assert closing is not None
    assert edition.shows_words(forum, closing)
    assert not edition.shows_record(forum, closing)
    strict = replace(held, forums={**held.forums, MARSH: replace(forum, publish_unchecked=False)})
    assert not shelf_of(strict, HANS).edition.shows_words(replace(forum, publish_unchecked=False), closing)


def test_home_shows_it_after_those_with_a_text_of_their_own() -> None:
    assert "Closing" not in shelf(EN)[""].texts("#records ~ ul a")
    held = changed("tide-tables-2024", "marlock-tables", lambda one: replace(one, record=RecordState.PENDING))
    assert shelf_of(held, EN)[""].texts("#records ~ ul a")[5:] == ["Closing"]


@pytest.mark.parametrize("language", Language)
def test_what_nobody_checked_is_nowhere_where_the_forum_says_so(language: Language) -> None:
    held = fixture()
    forum = replace(held.forums[MARSH], publish_unchecked=False)
    pages = shelf_of(replace(held, forums={**held.forums, MARSH: forum}), language)
    assert PAGE not in pages.pages
    text = "\n".join(page.source() for page in pages.pages.values())
    for word in ("不多介绍", "不多介紹", "a good deal older", "x1a1", "host/"):
        assert word not in text
    state = pages[CLOSING].one(".fp-state")
    assert words(state) == pages.edition.words("record.not_published_unchecked")
    assert pages[PLATES].all("h1")


def test_a_chapter_that_the_language_does_not_have_is_not_linked_there() -> None:
    """A translation shows what it lacks as its source has it; a text of its own lacks it."""
    english = replace(record_of(EN), head=replace(record_of(EN).head, translated_from=None))
    short = replace(english, blocks=tuple(one for one in english.blocks if one.marks[0] != Mark("x1h1")))
    pages = shelf_of(with_host({EN: short}), EN)
    assert [a for a in pages[PLATES].all("a") if "#x1h1" in attr(a, "href")] == []
    missing = replace(english, blocks=tuple(one for one in english.blocks if one.marks[0] != Mark("x4h4")))
    (link,) = shelf_of(with_host({EN: missing}), EN)[CLOSING].one(".fp-state").select("a")
    assert attr(link, "href") == "../host/"


def test_the_first_of_several_chapters_introduces() -> None:
    chinese = record_of(HANS)
    first = next(one for one in chinese.blocks if isinstance(one, Heading))
    again = replace(first, marks=(Mark("x9h9"),))
    pages = shelf_of(with_host({HANS: replace(chinese, blocks=(*chinese.blocks, again))}), HANS)
    assert [attr(a, "href") for a in pages[PLATES].all("a") if "host/" in attr(a, "href")] == [
        "../host/#x1h1"
    ]


def test_a_heading_that_links_a_break_is_no_link_for_a_break_has_no_page() -> None:
    pages = shelf_of(changed("salt-marsh-2025", "launch", lambda one: replace(one, kind=TEA)), HANS)
    assert [attr(a, "href") for a in pages[PAGE].all("#x2h2 a:not(.fp-mark)")] == []
    assert "观测手册发布" in words(pages[PAGE].one("#x2h2"))


def test_addresses_of_a_renamed_forum_lead_here() -> None:
    found = {str(old): str(new) for old, new in former_addresses(fixture())}
    assert found["forums/marsh-2025/host/"] == PAGE
    assert "forums/tide-tables-2024/host/" not in found.values()
    without = {str(old) for old, _ in former_addresses(with_host({HANS: None, EN: None}))}
    assert "forums/marsh-2025/host/" not in without


TEA = next(one.kind for one in fixture().forums[MARSH].sessions if one.id == "tea")
