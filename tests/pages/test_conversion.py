"""From one Chinese script to the other: words change, and no address, id, mark, time or code does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

import pytest

from generator.model.identifiers import ForumId, PersonId, SessionId, TermId
from generator.model.language import Language
from generator.model.record import Code, Paragraph, Text
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    PLATES,
    SALT,
    SITE_URL,
    attr,
    fixture,
    lang_of,
    shelf,
    shelf_of,
    words,
)

ADDRESSES = tuple(sorted(shelf(HANS).pages))
KEPT = ("id", "href", "src", "datetime")
INDEXES = {"people/", "organisations/", "topics/", "glossary/"}
"""The scripts sort by pinyin and by strokes: groups are others, and lines stand elsewhere."""


def kept(language: Language, address: str) -> list[tuple[str, str]]:
    """Return what conversion may not touch on a page, in order; addresses resolved, without the language."""
    page = shelf(language)[address]
    here = str(page.frame["canonical"])
    root = here.removesuffix(address)
    found = []
    for one in page.soup.find_all():
        for name in KEPT:
            value = attr(one, name)
            if name in {"href", "src"} and value:
                value = urljoin(here, value).replace(root, SITE_URL)
            if value:
                found.append((name, value))
        if one.name == "code":
            found.append(("code", one.get_text()))
    return found


@pytest.mark.parametrize("address", ADDRESSES)
def test_ids_addresses_marks_times_and_code_are_the_same_in_both_scripts(address: str) -> None:
    simplified, traditional = (kept(language, address) for language in (HANS, HANT))
    if address in INDEXES:
        pages = [
            {value for _, value in one if "#" not in value and "/" in value}
            for one in (simplified, traditional)
        ]
        assert pages[0] == pages[1]
        assert len(pages[0]) > 3
    elif not address:
        # Home names the first few people of the index.
        rest = [{one for one in found if "/people/" not in one[1]} for found in (simplified, traditional)]
        assert rest[0] == rest[1]
    elif address.startswith(("organisations/", "topics/")):
        assert sorted(simplified) == sorted(traditional)
    else:
        assert simplified == traditional


@pytest.mark.parametrize("address", ADDRESSES)
def test_front_matter_differs_only_in_words(address: str) -> None:
    def addresses(value: object) -> Iterator[object]:
        if isinstance(value, dict):
            for key, inner in value.items():
                if key == "href":
                    yield inner
                else:
                    yield from addresses(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from addresses(inner)

    frames = [dict(shelf(language)[address].frame) for language in (HANS, HANT)]
    for frame in frames:
        del frame["alternates"]  # relative to the folder of the language
        if address.startswith("people/") or address in INDEXES:
            frame.pop("aside", None)
            frame.pop("toc", None)
    assert list(addresses(frames[0])) == list(addresses(frames[1]))


def test_words_are_of_the_page_s_script() -> None:
    assert shelf(HANT)[PLATES].texts("#c1h1")[0].startswith("為什麼要埋板子")
    assert "數給自己看" in shelf(HANT)[f"{SALT}panel-who-counts/"].text
    assert words(shelf(HANS)["forums/lamp-room-2025/tu-yinlan-logs/"].one("h1")) == "灯塔日志里的潮水"


def test_no_simplified_word_is_left_on_a_traditional_page_unmarked() -> None:
    """Characters that only Simplified has: none stands on a Traditional page but where it says `zh-Hans`."""
    only = set("这们说时为图书记录问题样东发现际实验证过还让语")
    for address in ADDRESSES:
        for node in shelf(HANT)[address].soup.find_all(string=True):
            if node.parent is not None and lang_of(node.parent) != "zh-Hans":
                assert not only & set(node), f"{address}: {node}"


def test_names_come_from_the_people_and_not_from_the_converter() -> None:
    """于 and 范 are surnames that a converter would make 於 and 範."""
    assert words(shelf(HANT)["people/yu-qiuzhi/"].one("h1")) == "于秋枝"
    assert words(shelf(HANT)["people/fan-jiuli/"].one("h1")) == "范九黎"
    assert words(shelf(HANS)["people/tu-yinlan/"].one("h1")) == "涂荫澜"
    assert "于老師" in words(shelf(HANT)[PLATES].one("#s2b2"))


def test_a_name_written_by_hand_holds_in_running_text_too() -> None:
    held = fixture()
    own = held.people[PersonId("shu-heting")]
    names = replace(
        own.names, texts=tuple((tag, "舒鶴町" if tag is HANT else text) for tag, text in own.names.texts)
    )
    pages = shelf_of(replace(held, people={**held.people, own.id: replace(own, names=names)}), HANT)
    assert "昨天舒鶴町老師" in words(pages[f"{SALT}panel-who-counts/"].one("#p2a1"))


def test_a_term_written_by_hand_holds_in_running_text_too() -> None:
    """OpenCC leaves 公有云 as it is; a glossary that says 公有雲 is right also where a speaker says it."""
    held = fixture()
    plate = held.terms[TermId("sediment-plate")]
    texts = tuple((tag, "沉積版" if tag is HANT else text) for tag, text in plate.term.texts)
    terms = {**held.terms, plate.id: replace(plate, term=replace(plate.term, texts=texts))}
    page = shelf_of(replace(held, terms=terms), HANT)[PLATES]
    assert "沉積版" in words(page.one("article, body"))
    assert "沉積板" not in words(page.one("article, body"))


def test_the_traditional_forum_becomes_simplified() -> None:
    page = shelf(HANS)["forums/lamp-room-2025/tu-yinlan-logs/"]
    assert "今夜水到第七级石阶" in words(page.one("#d1b2"))
    assert page.all(".fp-notice") == []
    assert "由繁体中文转换" in " ".join(page.texts("#this-text p"))


def test_code_and_link_targets_hold_what_a_converter_would_change() -> None:
    held = fixture()
    key = (ForumId("salt-marsh-2025"), SessionId("shu-heting-plates"), HANS)
    record = held.records[key]
    hostile = (Text("头发"), Code("头发.发现(里)"), Text("发现"))
    blocks = tuple(
        replace(block, content=hostile) if isinstance(block, Paragraph) else block for block in record.blocks
    )
    page = shelf_of(replace(held, records={**held.records, key: replace(record, blocks=blocks)}), HANT)[
        PLATES
    ]
    paragraph = page.one("#s1a1")
    assert words(paragraph.select("code")[0]) == "头发.发现(里)"
    assert words(paragraph).replace("12:31", "").startswith("頭髮头发.发现(里)發現")


def test_english_pages_are_not_converted() -> None:
    for address in ADDRESSES:
        for node in shelf(EN)[address].soup.select("[lang=zh-Hans]"):
            assert attr(node, "lang") == "zh-Hans"
    assert words(shelf(EN)["people/yu-qiuzhi/"].one(".fp-alt")) == "于秋枝"
