"""The record on a session's page: every name of every paragraph, who speaks, and when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.dates import Timecode
from generator.model.identifiers import ForumId, SessionId
from generator.model.language import Language
from generator.model.record import Figure, Heading, Paragraph, Record, Table
from generator.pages.record_choice import choose_record
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    PANEL,
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

RECORDED = tuple(sorted({(forum, session) for forum, session, _ in fixture().records if session != "host"}))


def shown_record(language: Language, forum: ForumId, session: SessionId) -> Record | None:
    edition = shelf(language).edition
    held = edition.held.forums[forum]
    found = held.session(session)
    assert found is not None
    choice = choose_record(edition, held, found)
    return choice.record if choice else None


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("forum", "session"), RECORDED)
def test_every_mark_that_was_ever_given_is_an_id_once_and_in_order(
    language: Language, forum: ForumId, session: SessionId
) -> None:
    record = shown_record(language, forum, session)
    if record is None:
        assert session == "quillon-drift"
        return
    page = shelf(language)[f"forums/{forum}/{session}/"]
    ids = [attr(tag, "id") for tag in page.all("[id]")]
    assert len(ids) == len(set(ids))
    marks = [mark for block in record.blocks for mark in block.marks]
    assert [one for one in ids if one in set(marks)] == marks
    for gone in record.head.gone:
        assert gone in ids


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("forum", "session"), RECORDED)
def test_a_mark_names_what_it_named_in_the_record(
    language: Language, forum: ForumId, session: SessionId
) -> None:
    record = shown_record(language, forum, session)
    page = shelf(language)[f"forums/{forum}/{session}/"]
    kinds = {Heading: {"h3", "h4"}, Paragraph: {"p", "li"}, Table: {"div"}, Figure: {"figure"}}
    for block in record.blocks if record else ():
        tag = page.one(f"#record #{block.marks[0]}")
        assert tag.name in kinds[type(block)]


def test_all_words_of_a_record_stand_on_its_page_in_their_order() -> None:
    text = "".join(shelf(HANS)[PLATES].one("#record").get_text().split())
    at = 0
    for part in (
        "今天不讲模型",
        "取中间的那个数",
        "中滩长草",
        "高滩93.2毫米",
        "抵得上六年",
        "没有量到，也是一次测量",
        "含水量>60%",
    ):
        at = text.index(part, at)


def test_two_names_of_one_paragraph_and_names_that_are_no_more_lead_to_it() -> None:
    """s1d4 was joined with s1d5; s1e6 led to s1e5, which leads to s1d4."""
    for language in Language:
        paragraph = shelf(language)[PLATES].one("#s1d4")
        assert [attr(tag, "id") for tag in paragraph.select("[id]")] == ["s1d5", "s1e5", "s1e6"]
        assert not words(paragraph.select("#s1e6")[0])


def test_every_paragraph_links_itself() -> None:
    for language in Language:
        for paragraph in shelf(language)[PANEL].all(".fp-p"):
            (link,) = paragraph.select("a.fp-mark")
            assert attr(link, "href") == f"#{attr(paragraph, 'id')}"
            assert attr(link, "aria-label")
            assert lang_of(link) in {"", language.value}


def test_turns_say_who_speaks_and_link_the_person() -> None:
    page = shelf(HANS)[PANEL]
    turns = [
        (words(turn.select("b")[0]), [attr(a, "href") for a in turn.select("a")])
        for turn in page.all(".fp-turn")
    ]
    assert turns[:4] == [
        ("闻朔屿", ["../../../people/wen-shuoyu/"]),
        ("简渡", ["../../../people/jian-du-birds/"]),
        ("骆平绛", ["../../../people/luo-pingjiang/"]),
        ("简渡", ["../../../people/jian-du-maps/"]),
    ]
    assert ("观众", []) in turns
    assert [words(turn) for turn in shelf(EN)[PLATES].all(".fp-turn") if not turn.select("a")] == [
        "Audience",
        "Speaker not recognised",
    ]


def test_two_people_of_one_name_can_be_told_apart_where_they_speak() -> None:
    turns = shelf(HANS)[PANEL].texts(".fp-turn")
    birds, maps = (
        {turn for turn in turns if "简渡" in turn and where in turn} for where in ("观察社", "港务所")
    )
    assert len(birds) == len(maps) == 1
    assert birds != maps


def test_a_turn_stands_before_the_first_of_its_paragraphs_alone() -> None:
    page = shelf(EN)[PLATES]
    speech = [attr(tag, "id") or "turn" for tag in page.all("#record > .fp-turn, #record > .fp-p")]
    assert speech[:3] == ["turn", "s1a1", "s1b2"]
    assert speech.count("turn") == 5


@pytest.mark.parametrize(
    ("address", "mark", "text", "href"),
    [
        (PLATES, "s1a1", "12:31", "https://www.bilibili.com/video/BV1zz411z7zz?p=2&t=751"),
        (PANEL, "p3c3", "1:06:18", "https://www.youtube.com/watch?v=zz0zz1zz2zz&t=3978s"),
        (
            "forums/tide-tables-2024/marlock-tables/",
            "m1c3",
            "11:40",
            "https://media.tideland.example/2024/loft.mp3#t=700",
        ),
    ],
)
def test_times_lead_to_that_moment_of_the_recording(address: str, mark: str, text: str, href: str) -> None:
    (link,) = shelf(EN)[address].one(f"#{mark}").select("a.fp-time")
    assert (words(link), attr(link, "href")) == (text, href)
    assert attr(link, "aria-label") == f"Play from {text}"


def test_a_time_of_a_recording_that_is_nowhere_is_no_link() -> None:
    held = fixture()
    old = held.forums[ForumId("salt-marsh-2025")]
    silent = tuple(replace(one, bilibili=None, youtube=None, url=None) for one in old.recordings)
    page = shelf_of(replace(held, forums={**held.forums, old.id: replace(old, recordings=silent)}), EN)[
        PLATES
    ]
    assert page.all("a.fp-time") == []
    assert page.all(".fp-video") == []
    assert words(page.one("#s1a1 .fp-time")) == "12:31"


def test_chapters_are_listed_with_their_times_and_lead_to_their_headings() -> None:
    page = shelf(EN)[PLATES]
    chapters = [(attr(a, "href"), words(a.select("span")[0])) for a in page.all(".fp-chapters a")]
    assert chapters == [("#c1h1", "12:31"), ("#c2h2", "27:05"), ("#c3h3", "35:48"), ("#c4h4", "44:20")]
    toc = page.frame["toc"]
    assert isinstance(toc, dict)
    assert [item["href"] for item in toc["items"]] == [href for href, _ in chapters]
    assert [item.get("level", 1) for item in toc["items"]] == [1, 1, 2, 1]
    assert [page.one(href).name for href, _ in chapters] == ["h3", "h3", "h4", "h3"]


def test_slides_stand_at_their_moment_and_those_without_one_below() -> None:
    page = shelf(EN)[PLATES]
    blocks = page.all("#record > .fp-p, #record > figure")
    (slide,) = [number for number, tag in enumerate(blocks) if tag.select("figcaption")]
    assert attr(blocks[slide - 1], "id") == "s1b2"
    assert attr(blocks[slide + 1], "id") == "s1c3"
    caption = blocks[slide].select("figcaption")[0]
    assert words(caption) == "16:40 Shu Heting"
    (image,) = blocks[slide].select("img")
    assert attr(image, "src") == "../../../../assets/forums/salt-marsh-2025/plates.png"
    assert attr(image, "alt") == "Bars of the rise in three belts, the middle marsh highest."
    assert [attr(one, "alt") for one in page.all("#slides ~ figure img")] == ["A map of the plates."]


def test_a_slide_after_the_last_time_is_not_lost() -> None:
    late = Timecode(99 * 3600)
    held = changed(
        "salt-marsh-2025",
        "shu-heting-plates",
        lambda one: replace(one, slides=tuple(replace(slide, at=late) for slide in one.slides)),
    )
    assert len(shelf_of(held, EN)[PLATES].all("#record figcaption")) == 2


def test_links_of_a_record_lead_where_they_say() -> None:
    page = shelf(EN)[PLATES]
    links = {words(a): attr(a, "href") for a in page.all("#record .fp-p a:not(.fp-mark):not(.fp-time)")}
    assert links == {
        "sediment plates": "../../../glossary/sediment-plate/",
        "datum": "../../../glossary/datum/",
        "chapter three of the handbook": "https://tideland.example/handbook?chapter=3#pins",
        "at its launch": "../launch/",
        "Jian Du": "../../../people/jian-du-birds/",
    }
    gaps = shelf(EN)[f"{SALT}holmqvane-gaps/"]
    assert attr(gaps.one("#h3d4 a[href*='tide-tables']"), "href") == "../../tide-tables-2024/"


def test_lists_quotes_tables_and_code() -> None:
    page = shelf(EN)[PLATES]
    assert [attr(one, "id") for one in page.all("ul.fp-items > li")] == ["l1a1", "l1b2", "l1c3"]
    assert [attr(one, "id") for one in page.all("blockquote > p")] == ["q1a1"]
    assert page.texts("#t1b1 th") == ["Belt", "Plates", "Rise a year"]
    assert page.texts("#t1b1 tbody tr:nth-child(2) td") == ["Middle marsh", "21", "6.4 mm"]
    assert page.texts("#s2c3 code") == ["depth_to_level"]
    assert [words(one) for one in page.all("#s3b2 strong, #s1c3 em")] == ["middle marsh", "lost"]
    gaps = shelf(EN)[f"{SALT}holmqvane-gaps/"]
    assert [attr(one, "id") for one in gaps.all("ol.fp-items > li")] == ["n1a1", "n1b2", "n1c3"]


def test_figures_have_their_description_in_the_script_of_the_page() -> None:
    for language, alt in ((HANS, "三个滩带的淤高柱状图"), (HANT, "三個灘帶的淤高柱狀圖")):
        assert attr(shelf(language)[PLATES].one("#f1g1 img"), "alt") == alt
