from __future__ import annotations

import pytest

from tests.intake.names.recorder import put_right, reads


@pytest.mark.parametrize(
    ("heard", "right"),
    [
        ("掌声有请研究员舒贺庭老师", "掌声有请研究员舒鹤汀老师"),
        ("大家好我是舒鹤廷来自滨海所", "大家好我是舒鹤汀来自滨海所"),
        ("刚才贺汀老师也提到台风", "刚才鹤汀老师也提到台风"),
        ("谢谢鹤庭的分享", "谢谢鹤汀的分享"),
        ("今天的主持人木苇白老师", "今天的主持人穆苇白老师"),
    ],
)
def test_a_name_is_put_right_by_its_sound_in_full_and_in_short(heard: str, right: str) -> None:
    assert reads(heard) == right


def test_what_is_right_or_somebody_else_stays() -> None:
    words = [
        "掌声有请研究员舒鹤汀老师",
        "有请张贺庭老师上台",
        "这里的河庭院很安静",
        "我们合听一段录音",
        "他姓书不姓输",
    ]
    assert reads("\n".join(words)).split("\n") == words


def test_a_title_is_put_right_where_the_surname_stands() -> None:
    assert reads("感谢舒博时的精彩分享") == "感谢舒博士的精彩分享"


def test_what_was_done_tells_what_stood_in_the_recording() -> None:
    words = "先听一段\n感谢舒贺庭老师\n再见"
    after, done = put_right(words)
    assert [(one.heard, one.written) for one in done] == [("舒贺庭", "舒鹤汀")]
    assert all(words[one.start : one.end] == one.heard for one in done)
    assert after == words.replace("舒贺庭", "舒鹤汀")


def test_a_second_run_changes_nothing() -> None:
    once = reads("有请研究员舒贺庭老师讲沉机板和端测的模型")
    assert reads(once) == once


def test_what_editors_listed_comes_first_and_is_no_part_of_a_longer_word() -> None:
    assert reads("有请书鹤亭老师", listed=True) == "有请舒鹤汀老师"
    assert reads("我们住在洋房里", listed=True) == "我们住在样方里"
    assert reads("那座洋房子很旧", listed=True).count("样方") <= 1
