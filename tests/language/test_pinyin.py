from __future__ import annotations

import pytest

from generator.language.pinyin import Syllable, pinyin_of, readings, surname_length, syllable_of


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("沈明秋", "Shěn Míngqiū"),
        ("单明", "Shàn Míng"),
        ("仇明", "Qiú Míng"),
        ("曾明", "Zēng Míng"),
        ("朴明", "Piáo Míng"),
        ("欧阳晓晴", "Ōuyáng Xiǎoqíng"),
        ("歐陽曉晴", "Ōuyáng Xiǎoqíng"),
        ("吕西安", "Lǚ Xī’ān"),
        ("东方", "Dōng Fāng"),
    ],
)
def test_a_name_is_shown_surname_first_with_its_tones(name: str, shown: str) -> None:
    assert pinyin_of(name) == shown


@pytest.mark.parametrize(
    ("name", "reading", "shown"),
    [
        ("吕乐", "lv le", "Lǚ Lè"),
        ("吕乐", "Lu Yue", "Lǚ Yuè"),
        ("吕乐", "lǚ lè", "Lǚ Lè"),
        ("纪明", "jì míng", "Jì Míng"),
        ("郑西安", "zhengxian", "Zhèng Xī’ān"),
        ("郑西安", "foo", None),
        ("郑西安", "zheng xi an er", None),
    ],
)
def test_a_reading_chooses_among_those_the_characters_have(
    name: str, reading: str, shown: str | None
) -> None:
    assert pinyin_of(name, reading=reading) == shown


@pytest.mark.parametrize("name", ["Ines Calder", "", "李Ann"])
def test_what_is_not_all_ideographs_has_no_pinyin(name: str) -> None:
    assert pinyin_of(name) is None


def test_readings_are_one_for_one_even_where_a_character_has_none() -> None:
    rare = "\U000323af"
    assert readings(f"王{rare}{rare}") == ["wáng", rare, rare]


def test_surnames_of_two_characters_need_a_given_name() -> None:
    assert [surname_length(name) for name in ("欧阳晓晴", "欧阳", "周明")] == [2, 1, 1]


def test_a_syllable_is_taken_apart() -> None:
    assert syllable_of("lǜ") == Syllable("lu'", 4)
    assert syllable_of("de") == Syllable("de", 5)
    assert Syllable("lu", 4) < Syllable("lu'", 3) < Syllable("luan", 2)
