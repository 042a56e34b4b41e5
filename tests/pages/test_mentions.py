"""Where terms are said and people spoken of: forms, links, boundaries, languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.identifiers import ForumId, ImagePath, Mark, PersonId, SessionId, TermId
from generator.model.language import Language
from generator.model.record import Code, Emphasis, Figure, LineBreak, LinkTarget, RecordLink, Table, Text
from generator.pages.mentions import find_mentions
from generator.pages.term_finder import TermFinder
from tests.pages.shown import EN, HANS, HANT, changed, fixture
from tests.pages.spoken import edition_of, hits, linked, mentions, paragraphs, said, saying, term

SALT, LAMP = ForumId("salt-marsh-2025"), ForumId("lamp-room-2025")
TIDE = term("tide", hans="潮", en="tide")
SPRING = term("spring", hans="大潮", en="spring tide")
RAG = term("rag", hans="检索增强", aliases=("RAG",))
LOGGER = term("logger", hans="自记仪", en="logger", aliases=("记录仪", "box"))


def test_the_longest_form_at_a_place_wins() -> None:
    assert hits([TIDE, SPRING], "大潮来了，潮又退了") == [("spring", "大潮"), ("tide", "潮")]
    assert hits([TIDE, SPRING], "A spring tide, then a tide.", EN) == [
        ("spring", "spring tide"),
        ("tide", "tide"),
    ]


def test_where_the_longest_is_no_word_a_shorter_one_counts() -> None:
    terms = [term("tide", en="tide"), term("gate", en="tide gat")]
    assert hits(terms, "the tide gate", EN) == [("tide", "tide")]


def test_forms_that_cross_each_other_count_from_the_left() -> None:
    terms = [term("one", hans="潮位记录"), term("two", hans="记录仪")]
    assert hits(terms, "潮位记录仪") == [("one", "潮位记录")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("用RAG做的", ["RAG"]),
        ("用 RAG 做的", ["RAG"]),
        ("（RAG）", ["RAG"]),
        ("RAG", ["RAG"]),
        ("RAG-2和RAG，", ["RAG", "RAG"]),
        ("几种RAGs都试了", ["RAGs"]),
        ("DRAG", []),
        ("RAGE", []),
        ("RAG2", []),
        ("RAG_x", []),
        ("éRAG", []),
        ("rag", []),
        ("Rag", []),
    ],
)
def test_letters_count_as_whole_words_also_beside_ideographs(text: str, found: list[str]) -> None:
    assert [words for _, words in hits([RAG], text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Loggers and a LOGGER.", ["Loggers", "LOGGER"]),
        ("two boxes in a box", ["boxes", "box"]),
        ("loggerhead, blogger, logger’s", ["logger"]),
        ("logging", []),
        ("data-logger", ["logger"]),
    ],
)
def test_english_words_in_any_case_and_in_the_plural(text: str, found: list[str]) -> None:
    assert [words for _, words in hits([LOGGER], text, EN)] == found


@pytest.mark.parametrize("text", ["Moore's law", "Moore’s law", "moore’s\u00a0law", "Moore’s\nlaw"])
def test_how_an_apostrophe_or_a_space_is_typed_makes_no_difference(text: str) -> None:
    assert hits([term("moore", en="Moore’s law")], text, EN) == [("moore", text)]


def test_letters_that_grow_when_they_are_made_small_shift_nothing() -> None:
    assert hits([LOGGER], "İİİ logger", EN) == [("logger", "logger")]


def test_two_terms_may_share_a_form() -> None:
    terms = [term("one", hans="潮"), term("two", hans="汐", aliases=("潮",))]
    assert hits(terms, "潮") == [("one", "潮"), ("two", "潮")]


def test_forms_of_each_language_and_script() -> None:
    assert hits([LOGGER], "記錄儀壞了，自記儀沒有", HANT) == [("logger", "記錄儀"), ("logger", "自記儀")]
    assert hits([LOGGER], "记录仪", EN) == []
    own = term("own", hans="自记仪", hant="自錄機")
    assert hits([own], "自記儀和自錄機", HANT) == [("own", "自錄機")]
    only = term("only", hant="鹽沼")
    assert hits([only], "盐沼", HANS) == [("only", "盐沼")]
    assert hits([LOGGER], "那台logger", HANS) == [("logger", "logger")]


def test_a_link_counts_whatever_its_words_are_and_takes_them_from_all_others() -> None:
    link = RecordLink(
        LinkTarget.TERM, "tide", (Text("那场"), Emphasis(strong=False, content=(Text("大潮"),)))
    )
    found = mentions([TIDE, SPRING], (Text("说起"), link, Text("，又一次大潮")))
    assert said(found.terms[TermId("tide")]) == [("a001", ["那场", "大潮"])]
    assert said(found.terms[TermId("spring")]) == [("a001", ["大潮"])]


def test_what_is_found_by_links_is_not_found_by_its_forms() -> None:
    link = RecordLink(LinkTarget.TERM, "tide", (Text("潮"),))
    found = mentions([linked(TIDE)], "潮来了", (Text("这"), link))
    assert said(found.terms[TermId("tide")]) == [("a002", ["潮"])]


def test_code_says_nothing_and_other_links_say_their_words() -> None:
    web = RecordLink(LinkTarget.WEB, "https://a.example/", (Text("大潮表"),))
    found = mentions([SPRING], (Code("大潮"), web), (Text("大"), Code("x"), Text("潮")))
    assert said(found.terms[TermId("spring")]) == [("a001", ["大潮"])]
    assert said(
        mentions([SPRING], (Text("大"), Emphasis(strong=True, content=(Text("潮"),)))).terms[TermId("spring")]
    )
    assert mentions([SPRING], (Text("大"), LineBreak(), Text("潮"))).terms == {}


def test_each_block_is_one_place_a_table_and_a_picture_too() -> None:
    cells = ((Text("高"),), (Text("大潮"),)), (((Text("大潮大潮"),), (Text("低"),)),)
    table = Table((Mark("b001"),), *cells, line=1)
    figure = Figure((Mark("b002"),), ImagePath("x.png"), "大潮的照片", line=2)
    held = saying([SPRING], (table, figure, *paragraphs("大潮，大潮")))
    found = find_mentions(edition_of(held)).terms[TermId("spring")]
    assert said(found) == [("b001", ["大潮"]), ("b002", ["大潮"]), ("a001", ["大潮", "大潮"])]


def test_terms_of_a_record_stand_in_the_order_in_which_they_are_first_said() -> None:
    found = mentions([TIDE, SPRING, LOGGER], "自记仪坏了", "大潮，潮", "自记仪")
    assert list(found.said.values()) == [("logger", "spring", "tide")]


def test_records_of_the_latest_forum_come_first_and_the_hosts_last_of_its_forum() -> None:
    staff = find_mentions(edition_of(fixture())).terms[TermId("tide-staff")]
    assert [(one.forum.id, one.session and one.session.id) for one in staff] == [
        (SALT, "holmqvane-gaps"),
        (SALT, None),
    ]
    terms = [term("word", hans="数", en="figure")]
    held = replace(fixture(), terms=dict(fixture().terms) | {one.id: one for one in terms})
    found = find_mentions(edition_of(held, EN)).terms[TermId("word")]
    dates = [one.forum.date for one in found]
    assert dates == sorted(dates, reverse=True)
    order = [one.id for one in fixture().forums[SALT].sessions]
    ids = [order.index(one.session.id) for one in found if one.session and one.forum.id == SALT]
    assert ids == sorted(ids)
    assert len(ids) > 1


def test_what_is_not_published_says_nothing() -> None:
    held = fixture()
    closed = replace(held.forums[SALT], publish_unchecked=False)
    found = find_mentions(edition_of(replace(held, forums={**held.forums, SALT: closed}))).terms
    shown = {
        (one.session and one.session.id)
        for places in found.values()
        for one in places
        if one.forum.id == SALT
    }
    assert shown == {"shu-heting-plates", "panel-who-counts", "holmqvane-gaps"}
    # Nobody has checked the Chinese text of the talk on gaps: the English one alone is read.
    gaps = [one for one in found[TermId("tide-staff")] if one.session]
    assert [one.language for one in gaps] == [EN]


def test_both_chinese_editions_tell_the_same_places() -> None:
    simplified, traditional = (find_mentions(edition_of(fixture(), one)) for one in (HANS, HANT))
    assert {id_: said(found) for id_, found in simplified.terms.items()} == {
        id_: said(found) for id_, found in traditional.terms.items()
    }
    assert simplified.said == traditional.said


def test_an_edition_without_a_record_of_its_own_reads_the_one_that_it_shows() -> None:
    found = find_mentions(edition_of(fixture(), EN)).terms[TermId("salt-marsh")]
    assert [(one.forum.id, one.language) for one in found] == [(LAMP, HANT)]
    assert said(found) == [("d2d4", ["鹽沼"])]


def test_people_are_spoken_of_where_they_were_not() -> None:
    found = find_mentions(edition_of(fixture())).people
    assert {id_: said(one) for id_, one in found.items()} == {
        "edda-holmqvane": [("m1c3", ["the keeper of the record"])],
        "jian-du-birds": [("s4d4", ["简渡"])],
        "oswin-marlock": [("h3d4", ["奥斯温"])],
    }


def test_nobody_is_spoken_of_in_a_session_of_their_own() -> None:
    """Tarn's page is linked in Tarn's own talk, where it says nothing new."""
    assert PersonId("tarn") not in find_mentions(edition_of(fixture())).people
    held = changed(SALT, "tarn-loggers", lambda one: replace(one, people=()))
    found = find_mentions(edition_of(held)).people[PersonId("tarn")]
    assert [one.session and one.session.id for one in found] == [SessionId("tarn-loggers")]


WORDS = st.text(alphabet="ab大潮 A’\0İ", max_size=12)


@given(forms=st.lists(WORDS.filter(bool), max_size=6), text=WORDS)
def test_what_is_found_lies_within_the_text_in_order_and_apart(forms: list[str], text: str) -> None:
    finder = TermFinder((form, TermId(str(number))) for number, form in enumerate(forms))
    position = 0
    for start, end, terms in finder.find(text):
        assert position <= start < end <= len(text)
        assert terms
        position = end


def test_without_terms_nothing_is_said() -> None:
    assert list(TermFinder(()).find("大潮 tide")) == []
    assert [find_mentions(edition_of(saying([], paragraphs("潮")), one)).terms for one in Language] == [
        {},
        {},
        {},
    ]
