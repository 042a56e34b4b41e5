"""What a person has to look at first is on no page, in no language, and quoted nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.language.review_words import NO_REVIEW_WORDS
from generator.model.identifiers import HOST, Digest, ForumId, ImagePath, Mark, SessionId, TermId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.record import (
    SENSITIVE,
    Block,
    Figure,
    Heading,
    Inline,
    LinkTarget,
    Paragraph,
    Record,
    RecordLink,
    Review,
    Table,
    Text,
    Writer,
)
from generator.pages.held_back import without_held_back
from generator.store.records.translation import paragraph_digest
from tests.pages.shown import EN, HANS, HANT, SALT, Shelf, Shown, attr, fixture, lang_of, shelf_of

FORUM = ForumId("salt-marsh-2025")
LOGGERS = SessionId("tarn-loggers")
PAGE = f"{SALT}tarn-loggers/"
HUSHED = "zanzibar"  # stands nowhere in the invented forum
LINES = {
    HANS: "这里有一段话正在核对，暂不显示。",
    HANT: "這裡有一段話正在核對，暫不顯示。",
    EN: "A passage is being checked and is not shown for now.",
}
ASKED = (Review(SENSITIVE, "", 1, 1),)


def words(*content: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(one) if isinstance(one, str) else one for one in content)


LISTED = words("总理说", RecordLink(LinkTarget.TERM, TermId("logger"), words(HUSHED)), "。")
"""What touches the shipped list, with a link to a term and a word that nothing else has."""


def record_with(block: Block, language: Language = HANS, session: SessionId = LOGGERS) -> Proceedings:
    """Return the invented forum with another block in the place of the one with the same mark."""
    held = fixture()
    record = held.records[FORUM, session, language]
    assert block.marks[0] in {one.marks[0] for one in record.blocks}
    blocks = tuple(block if one.marks[0] == block.marks[0] else one for one in record.blocks)
    return changed(held, replace(record, blocks=blocks))


def changed(held: Proceedings, record: Record) -> Proceedings:
    key = (record.forum, record.session, record.language)
    return replace(held, records={**held.records, key: record})


def paragraph(mark: str, *content: str | Inline, reviews: tuple[Review, ...] = ()) -> Paragraph:
    return Paragraph((Mark(mark),), words(*content), 1, reviews=reviews)


def everything(shelf: Shelf) -> str:
    """Return all that an edition hands to an engine."""
    return "\n".join(f"{page.meta}\n{page.body}" for page in shelf.pages.values())


def cut(page: Shown) -> list[tuple[str, str]]:
    """Return id and words of each line in the place of something."""
    return [(attr(tag, "id"), tag.get_text()) for tag in page.all(".fp-cut")]


@pytest.mark.parametrize("language", [HANS, HANT, EN])
def test_a_machines_paragraph_on_the_list_is_nowhere_nor_is_its_translation(language: Language) -> None:
    held = record_with(paragraph("w1c3", *LISTED))
    shelf = shelf_of(held, language)
    assert HUSHED not in everything(shelf)
    assert "a single lamp" not in everything(shelf)
    page = shelf[PAGE]
    assert cut(page) == [("w1c3", LINES[language])]
    assert lang_of(page.one("#w1c3")) == language
    assert page.all("#w1c3 .fp-mark, #w1c3 .fp-stale, .fp-stale") == []
    assert page.all("#w1b2")


def test_without_the_list_it_would_be_there() -> None:
    """Guards the test above."""
    held = record_with(paragraph("w1c3", "潮水说", *LISTED[1:]))
    shelf = shelf_of(held, HANS)
    assert everything(shelf).count(HUSHED) > 1
    assert cut(shelf[PAGE]) == []


def test_an_open_sensitive_mark_holds_back_whoever_wrote_it() -> None:
    held = record_with(paragraph("w1c3", HUSHED, reviews=ASKED))
    record = held.records[FORUM, LOGGERS, HANS]
    held = changed(held, replace(record, head=replace(record.head, written_by=Writer.PERSON)))
    shelf = shelf_of(held, HANS)
    assert HUSHED not in everything(shelf)
    assert cut(shelf[PAGE]) == [("w1c3", LINES[HANS])]
    assert cut(shelf_of(held, EN)[PAGE]) == [("w1c3", LINES[EN])]


def test_other_review_marks_are_not_seen() -> None:
    held = record_with(paragraph("w1c3", HUSHED, reviews=(Review("garbled", "hush", 1, 1),)))
    shelf = shelf_of(held, HANS)
    assert HUSHED in shelf[PAGE].text
    assert "hush" not in everything(shelf)
    assert cut(shelf[PAGE]) == []


def test_what_a_person_wrote_is_not_held_against_the_list() -> None:
    held = record_with(paragraph("w1c3", *LISTED))
    record = held.records[FORUM, LOGGERS, HANS]
    held = changed(held, replace(record, head=replace(record.head, written_by=Writer.PERSON)))
    assert HUSHED in shelf_of(held, HANS)[PAGE].text
    assert "a single lamp" in shelf_of(held, EN)[PAGE].text


def test_what_was_resolved_is_shown_until_its_words_change() -> None:
    block = paragraph("w1c3", *LISTED)
    held = record_with(block)
    record = held.records[FORUM, LOGGERS, HANS]
    for digest, shown in ((paragraph_digest(block), True), (Digest("0" * 12), False)):
        looked = replace(record, head=replace(record.head, resolved={Mark("w1c3"): digest}))
        assert (HUSHED in shelf_of(changed(held, looked), HANS)[PAGE].text) is shown


def test_a_translation_is_held_back_alone() -> None:
    held = record_with(paragraph("w1c3", f"The Prime Minister of {HUSHED}."), EN)
    assert HUSHED not in everything(shelf_of(held, EN))
    assert cut(shelf_of(held, HANS)[PAGE]) == []


@pytest.mark.parametrize(
    "block",
    [
        Heading((Mark("w2h2"),), 2, LISTED, 1),
        Paragraph((Mark("w3b2"),), LISTED, 1, item="bullet"),
        Paragraph((Mark("w3b2"), Mark("w9z9")), LISTED, 1, item="quote"),
        Figure((Mark("w1b2"),), ImagePath("plates.png"), f"总理和{HUSHED}", 1),
        Table((Mark("w1b2"),), (LISTED,), ((words("一"),),), 1),
    ],
)
def test_every_kind_of_block_is_held_back(block: Block) -> None:
    held = record_with(block)
    shelf = shelf_of(held, HANS)
    assert HUSHED not in everything(shelf)
    page = shelf[PAGE]
    assert cut(page) == [(block.marks[0], LINES[HANS])]
    assert all(page.all(f"#{mark}") for mark in block.marks)
    assert all(f"#{block.marks[0]}" != attr(tag, "href") for tag in page.all("a"))


def test_items_around_it_stay_one_list() -> None:
    page = shelf_of(record_with(Paragraph((Mark("w3b2"),), LISTED, 1, item="bullet")), HANS)[PAGE]
    (listed,) = page.all("ul.fp-items")
    assert [attr(item, "id") for item in listed.find_all("li")] == ["w3a1", "w3b2", "w3c3"]


def test_what_a_translation_lacks_is_held_back_in_its_place() -> None:
    held = record_with(paragraph("w1c3", *LISTED))
    record = held.records[FORUM, LOGGERS, EN]
    blocks = tuple(block for block in record.blocks if block.marks[0] != "w1c3")
    shelf = shelf_of(changed(held, replace(record, blocks=blocks)), EN)
    assert HUSHED not in everything(shelf)
    assert cut(shelf[PAGE]) == [("w1c3", LINES[EN])]
    assert lang_of(shelf[PAGE].one("#w1c3")) == "en"


def test_who_speaks_is_still_said() -> None:
    held = fixture()
    record = held.records[FORUM, LOGGERS, HANS]
    old = next(one for one in record.blocks if isinstance(one, Paragraph) and one.turn)
    before = len(shelf_of(held, HANS)[PAGE].all(".fp-turn"))
    page = shelf_of(record_with(replace(old, content=LISTED)), HANS)[PAGE]
    assert len(page.all(".fp-turn")) == before


def test_a_chapter_of_the_host_still_leads_to_its_session() -> None:
    record = fixture().records[FORUM, HOST, HANS]
    heading = next(
        one for one in record.blocks if isinstance(one, Heading) and isinstance(one.content[0], RecordLink)
    )
    link = heading.content[0]
    assert isinstance(link, RecordLink)
    secret = replace(heading, content=(replace(link, content=words(HUSHED)),), reviews=ASKED)
    shelf = shelf_of(record_with(secret, HANS, HOST), HANS)
    assert HUSHED not in everything(shelf)
    to_it = f"host/#{heading.marks[0]}"
    assert any(attr(tag, "href").endswith(to_it) for tag in shelf[f"{SALT}{link.target}/"].all("a"))


def test_content_that_holds_nothing_back_is_the_same() -> None:
    held = fixture()
    assert without_held_back(held, NO_REVIEW_WORDS) is held
