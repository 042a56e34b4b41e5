"""What readers find is what is published, in the words of its page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.identifiers import HOST, ForumId, Mark, TermId
from generator.model.language import Language
from generator.model.record import LinkTarget, Paragraph, RecordLink, Text
from generator.model.session import RecordState
from generator.search.passages import NOBODY, TITLE
from tests.pages.shown import EN, HANS, HANT, PANEL, PLATES, SALT, changed, fixture, shelf, words
from tests.search.shelves import LANGUAGES, found, found_in, text_of

FORUM = ForumId("salt-marsh-2025")
HUSHED = "zanzibar"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_found_has_a_page(language: Language) -> None:
    addresses = [entry.address for entry in found(language)]
    assert len(set(addresses)) == len(addresses)
    assert set(addresses) <= set(shelf(language).pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_that_can_be_read_can_be_found(language: Language) -> None:
    pages = shelf(language)
    read = {address for address in pages.pages if pages[address].all("#record")}
    assert {entry.address for entry in found(language) if entry.record} == read


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passage_is_in_the_words_of_its_paragraph(language: Language) -> None:
    """A link to it marks these words (`#mark:~:text=`), so they must stand there as they are shown."""
    count = 0
    for entry in found(language):
        for passage in entry.passages:
            if passage.mark:
                there = words(shelf(language)[entry.address].one(f"#{passage.mark}"))
                assert " ".join(passage.text.split()) in there
                count += 1
    assert count > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_passage_is_the_title_and_others_without_a_mark_stand_on_the_page(
    language: Language,
) -> None:
    edition = shelf(language).edition
    for entry in found(language):
        page = shelf(language)[entry.address]
        assert entry.passages[0].text == entry.title
        assert entry.passages[0].speaker == TITLE
        if entry.type != HOST:  # the page of the host stands within its forum, and says only what it is
            assert entry.title == words(page.one("h1"))
        shown = "".join(page.text.split())
        for passage in entry.passages[1:]:
            if not passage.mark and entry.type not in {HOST, "forum"}:
                for part in passage.text.split(edition.words("list.comma")):
                    assert "".join(part.split()) in shown


def test_a_record_in_the_other_script_is_found_in_the_script_of_its_page() -> None:
    plates = next(entry for entry in found(HANT) if entry.address == PLATES)
    assert plates.record is HANT
    assert plates.language is HANT
    assert "這" in text_of((plates,))
    assert "这" not in text_of((plates,))


def test_who_speaks_goes_on_until_somebody_else_does() -> None:
    panel = next(entry for entry in found(HANS) if entry.address == PANEL)
    spoken = [passage for passage in panel.passages if passage.mark and passage.speaker != TITLE]
    assert len(panel.speakers) > 2
    assert {passage.speaker for passage in spoken} == set(range(len(panel.speakers)))
    page = shelf(HANS)[PANEL]
    assert {words(tag) for tag in page.all(".fp-turn b")} == set(panel.speakers)


def test_the_one_who_gives_a_talk_speaks_in_it() -> None:
    plates = next(entry for entry in found(HANS) if entry.address == PLATES)
    told = {plates.speakers[one.speaker] for one in plates.passages if one.mark and one.speaker >= 0}
    assert "舒鹤汀" in told
    assert all(one.speaker == NOBODY for one in plates.passages[1:] if not one.mark)


def test_people_and_topics_of_a_session_are_told() -> None:
    panel = next(entry for entry in found(EN) if entry.address == PANEL)
    session = next(one for one in fixture().forums[FORUM].sessions if one.id == "panel-who-counts")
    assert panel.people == tuple(dict.fromkeys(one.person for one in session.people))
    assert panel.topics == session.topics
    assert panel.date.startswith("2025-10-")


def paragraph(*content: Text | RecordLink) -> Paragraph:
    return Paragraph((Mark("zz99"),), content, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_held_back_is_found_nowhere(language: Language) -> None:
    """The words of the review list hide a paragraph of a machine's record until a person has read it."""
    held = fixture()
    key = next(key for key, one in held.records.items() if key[1] == "tarn-loggers" and key[2] is HANS)
    link = RecordLink(LinkTarget.TERM, TermId("logger"), (Text(HUSHED),))
    hidden = paragraph(Text("总理说"), link)
    record = held.records[key]
    with_it = replace(held, records={**held.records, key: replace(record, blocks=(*record.blocks, hidden))})
    assert HUSHED not in text_of(found_in(with_it, language))
    harmless = paragraph(link)
    shown = replace(held, records={**held.records, key: replace(record, blocks=(*record.blocks, harmless))})
    # A translation that lacks a paragraph shows its source.
    assert HUSHED in text_of(found_in(shown, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_withheld_is_found_nowhere(language: Language) -> None:
    held = changed(
        "salt-marsh-2025", "shu-heting-plates", lambda one: replace(one, record=RecordState.WITHHELD)
    )
    before = next(entry for entry in found(language) if entry.address == PLATES)
    after = next(entry for entry in found_in(held, language) if entry.address == PLATES)
    said = {passage.text for passage in before.passages if passage.mark}
    assert said
    assert not any(passage.mark for passage in after.passages)
    assert after.record is None
    assert not said & {passage.text for passage in after.passages}


def test_what_nobody_has_checked_is_found_only_where_the_forum_shows_it() -> None:
    held = fixture()
    forum = replace(held.forums[FORUM], publish_unchecked=False)
    hidden = replace(held, forums={**held.forums, FORUM: forum})
    before = {entry.address for entry in found(HANS) if entry.record and entry.address.startswith(SALT)}
    after = {
        entry.address for entry in found_in(hidden, HANS) if entry.record and entry.address.startswith(SALT)
    }
    assert after < before


def test_the_host_is_found_too() -> None:
    hosts = [entry for entry in found(HANS) if entry.type == HOST]
    assert [entry.address for entry in hosts] == [f"{SALT}host/"]
