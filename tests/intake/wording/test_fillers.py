from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.done import DoneKind
from generator.intake.wording.fillers import LONGEST, trim_fillers
from tests.intake.wording.marsh import Marsh

PADDING = "。守望人每天清早沿着盐沼走一圈把水尺上的读数记在本子里然后回到旧盐仓喝茶" * 3


def trimmed(words: str) -> str:
    """Enough is said besides for the share of fillers to be small."""
    marsh = Marsh(words + PADDING)
    return trim_fillers(marsh.text, marsh.known, marsh.division)[0].words.removesuffix(PADDING)


@pytest.mark.parametrize(
    ("heard", "reads"),
    [
        ("我们呃去看滩", "我们去看滩"),
        ("看滩，呃，再看鸟", "看滩，再看鸟"),
        ("嗯然后是盐沼的潮水", "然后是盐沼的潮水"),
        ("这是盐沼的沉积板啊，后面还有", "这是盐沼的沉积板，后面还有"),
        ("我们我们去看滩", "我们去看滩"),
        ("我们，我们去看滩", "我们去看滩"),
        ("就是就是这块板", "就是这块板"),
        ("这个这个这个水尺", "这个水尺"),
        ("我我觉得好", "我觉得好"),
        ("可以使使用水尺", "可以使用水尺"),
        ("看滩，就是说，水浅", "看滩，水浅"),
        ("我们量泥我们量泥沙的厚度", "我们量泥沙的厚度"),
    ],
)
def test_what_a_speaker_would_strike_out_goes(heard: str, reads: str) -> None:
    assert trimmed(heard) == reads


@pytest.mark.parametrize(
    "words",
    [
        "好啊",
        "是啊",
        "你们看见了吗，嗯，下一位",
        "多好的一片盐沼啊",
        "为了了解潮水",
        "现在在盐沼",
        "目的的确是这个",
        "他们想想看看试试",
        "非常非常好",
        "对对对",
        "不能不能去",
        "大概大概去",
        "一个一个地量",
        "最最最要紧的",
        "22年年底",
        "其他他们不管",
        "智能能够做到",
        "把泥放进盐仓盐仓毕竟是旧的",
    ],
)
def test_what_may_be_meant_stays(words: str) -> None:
    assert trimmed(words) == words


def test_the_report_has_every_filler_and_none_is_long() -> None:
    marsh = Marsh("我们我们我们我们我们我们我们我们看滩" + PADDING * 3)
    text, done = trim_fillers(marsh.text, marsh.known, marsh.division)
    assert text.words.startswith("我们看滩")
    assert all(one.kind is DoneKind.TRIMMED and one.end - one.start <= LONGEST for one in done)
    assert sum(one.end - one.start for one in done) == len(marsh.words) - len(text)


@given(st.text("呃嗯啊我们这个就是潮水不对，\n 可能三", max_size=200))
def test_little_goes_and_nothing_that_weighs(words: str) -> None:
    marsh = Marsh(words)
    text, done = trim_fillers(marsh.text, marsh.known, marsh.division)
    assert sum(one.end - one.start for one in done) <= 0.08 * len(words)
    assert all(one.heard == words[one.start : one.end] for one in done)
    for weighs in ("不", "对", "三", "可能"):
        assert text.words.count(weighs) == words.count(weighs)


def test_what_is_no_programme_is_left_alone() -> None:
    marsh = Marsh("呃呃呃" + PADDING)
    division = marsh.division
    host_only = type(division)((), ((10, 20),), ((0, 10),), ())
    assert trim_fillers(marsh.text, marsh.known, host_only)[0].words == marsh.words
