from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.wording.numerals import chinese_of, digits_of, figures_of, value_of


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_numeral_is_worth_the_number_that_it_was_written_for(value: int) -> None:
    assert value_of(chinese_of(value)) == value


@given(st.integers(min_value=10, max_value=10**12 - 1))
def test_figures_are_worth_what_the_numeral_is(value: int) -> None:
    written = figures_of(chinese_of(value), value)
    left = written
    total = 0
    for unit, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        head, sign, tail = left.partition(unit) if unit else (left, "x", "")
        if sign and head:
            total, left = total + int(head) * size, tail
    assert total == value


@given(st.text("零一二两三四五六七八九十百千万亿", min_size=1, max_size=9))
def test_any_row_of_numerals_has_a_value_only_where_it_is_a_numeral(numeral: str) -> None:
    value = value_of(numeral)
    if value is not None and value < 10**12:
        assert value_of(chinese_of(value)) == value
        assert figures_of(numeral, value)


@pytest.mark.parametrize(
    "numeral", ["三万五", "一百二", "七八百", "百万", "千", "二零二四", "万一", "三十四十", "零五"]
)
def test_what_is_no_one_numeral_has_no_value(numeral: str) -> None:
    assert value_of(numeral) is None


@pytest.mark.parametrize(
    ("numeral", "figures"),
    [
        ("一百二十", "120"),
        ("三千五百万", "3500万"),
        ("两亿", "2亿"),
        ("一万亿", "1万亿"),
        ("一亿两千万", "1亿2000万"),
        ("三万五千", "35000"),
        ("一万零五", "10005"),
    ],
)
def test_figures_are_written_with_the_units_of_the_trade(numeral: str, figures: str) -> None:
    value = value_of(numeral)
    assert value is not None
    assert figures_of(numeral, value) == figures


def test_a_row_of_digits_is_read_one_by_one() -> None:
    assert digits_of("二〇二四") == "2024"
    assert digits_of("二十") is None
