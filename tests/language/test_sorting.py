"""Each language sorts by its own order."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.sorting import index_letter, sort_key
from generator.language.strokes import strokes_of
from generator.model.language import Language

HANS, HANT, EN = Language.HANS, Language.HANT, Language.EN


def in_order(names: list[str], language: Language, *, person: bool = True) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, language, person=person))


def test_simplified_chinese_sorts_by_pinyin_with_one_surname_together() -> None:
    names = ["张三", "章一", "周明", "张一", "曹平", "蔡明", "阿里", "吕平", "卢平", "罗平", "欧阳平"]
    assert in_order(names, HANS) == [
        *["阿里", "蔡明", "曹平", "卢平", "吕平", "罗平", "欧阳平", "张三", "张一", "章一", "周明"],
    ]


def test_tones_decide_between_equal_letters() -> None:
    assert in_order(["马明", "麻明", "骂明", "妈明"], HANS) == ["妈明", "麻明", "马明", "骂明"]


def test_latin_names_stand_among_pinyin_and_before_strokes() -> None:
    names = ["曹平", "Calder", "蔡明", "Émile", "丁平"]
    assert in_order(names, HANS) == ["蔡明", "Calder", "曹平", "丁平", "Émile"]
    assert in_order(names, HANT) == ["Calder", "Émile", "丁平", "曹平", "蔡明"]


def test_traditional_chinese_sorts_by_strokes_and_then_as_the_radicals_do() -> None:
    names = ["鄭平", "丁平", "陳平", "林平", "王平", "李平", "何平"]
    assert in_order(names, HANT) == ["丁平", "王平", "何平", "李平", "林平", "陳平", "鄭平"]


def test_english_sorts_without_regard_to_case_and_accents() -> None:
    names = ["zed", "Émile", "Edwin", "eve", "Anna"]
    assert in_order(names, EN) == ["Anna", "Edwin", "Émile", "eve", "zed"]


def test_figures_stand_first_and_count_by_value() -> None:
    assert in_order(["GPT-10", "GPT-4", "人工", "3D"], HANS, person=False) == [
        "3D",
        "GPT-4",
        "GPT-10",
        "人工",
    ]


def test_a_surname_is_read_as_one_only_in_a_persons_name() -> None:
    assert index_letter("单明", HANS, person=True) == "S"
    assert index_letter("单机", HANS) == "D"
    assert index_letter("尉迟明", HANS, person=True) == "Y"


def test_a_reading_given_goes_before_the_usual_one() -> None:
    assert index_letter("盖明", HANS, person=True) == "G"
    assert sort_key("纪明", HANS, "ji ming", person=True) == sort_key("纪明", HANS, person=True)
    assert sort_key("乐明", HANS, "le ming", person=True) < sort_key("李明", HANS, person=True)
    # One that fits none of the characters' readings is followed as it stands.
    assert index_letter("丁明", HANS, "xia ming") == "X"
    assert index_letter("Ines Calder", HANS, "calder ines") == "C"
    assert index_letter("周明", EN, "zhou ming") == "Z"
    # Strokes are counted, not read.
    assert index_letter("周明", HANT, "zhou ming") == "8"


@pytest.mark.parametrize(
    ("text", "simplified", "traditional"),
    [
        ("周明", "Z", "8"),
        ("Émile", "E", "E"),
        ("《九章》", "J", "2"),
        ("4D", "#", "#"),
        ("——", "#", "#"),
        ("Ж", "#", "#"),
    ],
)
def test_headings_of_the_index(text: str, simplified: str, traditional: str) -> None:
    assert index_letter(text, HANS) == simplified
    assert index_letter(text, HANT) == traditional


def test_strokes_are_those_of_taiwan() -> None:
    expected = {
        "一": 1,
        "丁": 2,
        "及": 4,
        "陳": 11,
        "葉": 13,
        "進": 12,
        "鄭": 15,
        "龜": 16,
        "灣": 25,
        "〇": 1,
    }
    assert {character: strokes_of(character) for character in expected} == expected
    assert strokes_of("a") is None


def test_the_table_of_strokes_is_whole() -> None:
    missing = [chr(code) for code in range(0x4E00, 0xA000) if strokes_of(chr(code)) is None]
    assert missing == []


@pytest.mark.parametrize("language", Language)
@given(first=st.text(max_size=6), second=st.text(max_size=6), reading=st.none() | st.text(max_size=6))
def test_any_two_names_compare(language: Language, first: str, second: str, reading: str | None) -> None:
    left, right = sort_key(first, language, reading, person=True), sort_key(second, language)
    assert (left < right) + (right < left) + (left == right) == 1
    letter = index_letter(first, language, reading, person=True)
    assert letter == "#" or letter.isdigit() or (len(letter) == 1 and unicodedata.category(letter) == "Lu")
