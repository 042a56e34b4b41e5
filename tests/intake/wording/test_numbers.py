from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.done import DoneKind
from generator.intake.wording.numbers import write_numbers
from generator.intake.wording.numerals import chinese_of
from tests.intake.wording.marsh import Marsh


def written(words: str) -> str:
    marsh = Marsh(words)
    return write_numbers(marsh.text, marsh.known, marsh.division)[0].words


@pytest.mark.parametrize(
    ("heard", "reads"),
    [
        ("用了3。5的水尺", "用了3.5的水尺"),
        ("大约3点5米深", "大约3.5米深"),
        ("二零二四年十月八号测的", "2024年10月8号测的"),
        ("一九九八年以前", "1998年以前"),
        ("百分之八十八的滩", "88%的滩"),
        ("百分之零点五", "0.5%"),
        ("百分之1。5", "1.5%"),
        ("百分之百是泥", "100%是泥"),
        ("一共十二点四七亿粒", "一共12.47亿粒"),
        ("两亿粒盐", "2亿粒盐"),
        ("一百二十只鸟", "120只鸟"),
        ("三千五百万年", "3500万年"),
        ("二十多位守望人", "20多位守望人"),
        ("高三点五倍", "高3.5倍"),
        ("五到二十岁", "5到20岁"),
    ],
)
def test_a_figure_that_is_meant_is_written(heard: str, reads: str) -> None:
    assert written(heard) == reads


@pytest.mark.parametrize(
    "words",
    [
        "一定是一个三心二意的人",
        "第一和第二十次",
        "万一下雨一下子",
        "七八百只几十年",
        "十几万和三五个",
        "上百年数十人",
        "下午三点五分",
        "上午10点30开始",
        "3点5分开始",
        "始于2023。2024年又来",
        "第三点一是这个",
        "有一点一样",
        "这三点二是说",
        "百分之七八十",
        "百分之几十",
        "三分之二",
        "二十分之一",
        "十四五期间",
        "双十一那天",
        "一百二的水尺",
        "千问百炼",
        "三十几块板",
        "十年八年",
    ],
)
def test_words_and_what_is_unclear_stay(words: str) -> None:
    assert written(words) == words


@given(st.integers(min_value=20, max_value=10**9))
def test_no_value_changes(value: int) -> None:
    reads = written(f"量到{chinese_of(value)}粒盐")
    total, left = 0, reads.removeprefix("量到").removesuffix("粒盐")
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        head, sign, tail = left.partition(unit)
        if sign:
            total, left = total + int(head) * size, tail
    assert total + int(left or 0) == value


def test_a_power_of_ten_that_was_heard_as_an_amount_stays_and_is_marked() -> None:
    marsh = Marsh("比如说1。5亿-3，3亿-4等等，一百二十块")
    text, done = write_numbers(marsh.text, marsh.known, marsh.division)
    assert text.words == "比如说1。5亿-3，3亿-4等等，120块"
    assert [(one.kind, one.reason, one.heard) for one in done] == [
        (DoneKind.MARKED, "number", "1。5亿-3"),
        (DoneKind.MARKED, "number", "3亿-4"),
        (DoneKind.CHANGED, "number", "一百二十"),
    ]


@pytest.mark.parametrize(
    "words", ["卖了3亿-5亿只", "3万-5万块", "有2。5亿-3。5亿粒", "用了3亿-5个月", "1024万-3", "30亿-40亿"]
)
def test_a_range_of_amounts_is_no_power_of_ten(words: str) -> None:
    marsh = Marsh(words)
    _, done = write_numbers(marsh.text, marsh.known, marsh.division)
    assert not [one for one in done if one.kind is DoneKind.MARKED]


def test_the_report_says_what_was_heard_and_what_stands_there() -> None:
    marsh = Marsh("板厚3。5，共一百二十块")
    _, done = write_numbers(marsh.text, marsh.known, marsh.division)
    assert [(one.kind, one.heard, one.written, one.start, one.end) for one in done] == [
        (DoneKind.CHANGED, "3。5", "3.5", 2, 5),
        (DoneKind.CHANGED, "一百二十", "120", 7, 11),
    ]
