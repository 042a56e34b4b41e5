"""Numbers are read in every way in which people write them and recognisers leave them."""

from __future__ import annotations

import pytest

from generator.fidelity.number_rules import judge_amount
from generator.fidelity.numbers import Numbers
from generator.fidelity.settings import load_settings
from tests.repository import ROOT

NUMBERS = Numbers(load_settings(ROOT / "site_config" / "fidelity"), ("百滩", "京东618"), 2025)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.47亿", 1.247e9),
        ("1.2万亿", 1.2e12),
        ("两亿", 2e8),
        ("2个亿", 2e8),
        ("2B参数", 2e9),
        ("两币参数", 2e9),
        ("百分之八十八", 0.88),
        ("百分之 八 十".replace(" ", ""), 0.8),
        ("88%", 0.88),
        ("十四点五", 14.5),
        ("3。5倍", 3.5),
        ("三分之一", 1 / 3),
        ("一半", 0.5),
        ("4096", 4096),
        ("二零二四年", 2024),
        ("七成", 0.7),
        ("three quarters", 0.75),
        ("1.2 trillion", 1.2e12),
        ("two hundred and five", 205),
        ("one point three billion", 1.3e9),
        ("88 per cent", 0.88),
        ("half a million", 5e5),
    ],
)
def test_a_number_is_worth_what_it_says(text: str, value: float) -> None:
    (amount,) = NUMBERS.read(text)
    assert any(low == high == pytest.approx(value) for low, high in amount.values)


@pytest.mark.parametrize(
    "text", ["一些", "一定", "十分", "京东618", "百滩", "the one thing", "a digital human"]
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert NUMBERS.read(text) == ()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("88%", "百分之八十八"),
        ("120 minutes", "两个小时"),
        ("thirty-odd", "三十多"),
        ("thirty to forty thousand", "三四万"),
        ("tens of thousands", "几万"),
        ("about 30", "三十左右"),
        ("2024年", "24年"),
        ("10万到20万", "10到20万"),
    ],
)
def test_two_ways_to_say_one_number_agree(written: str, said: str) -> None:
    pool = NUMBERS.read(said)
    assert [judge_amount(one, pool) for one in NUMBERS.read(written)] == [None] * len(NUMBERS.read(written))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("两亿", "2B"),
        ("30万", "几十万"),
        ("120小时", "120分钟"),
        ("80%", "将近80%"),
        ("超过80%", "不到80%"),
        ("2023年", "2024年"),
        ("8 points", "百分之八"),
    ],
)
def test_another_number_is_wrong(written: str, said: str) -> None:
    (amount,) = NUMBERS.read(written)
    assert judge_amount(amount, NUMBERS.read(said)) is not None
