from __future__ import annotations

import pytest

from generator.intake.cleaning.loops import drop_loops
from tests.intake.cleaning.cleaned import Cleaning
from tests.intake.invented_recording import talk

clean = Cleaning(drop_loops)
BEFORE = "退潮以后我们去数滩上的鸟"
AFTER = "那一页到今天还留着"
LINE = "在本子上写下风向"


def test_of_a_loop_the_first_line_is_left() -> None:
    found = clean(f"{BEFORE}\n" + f"{LINE}\n" * 12 + f"{AFTER}\n")

    assert found.words == f"{BEFORE}\n{LINE}\n{AFTER}\n"
    assert found.gone("loop") == [LINE] * 11


def test_of_a_loop_of_several_lines_the_first_round_is_left() -> None:
    loop = "换掉了生锈的钉子\n又走了一遍旧路\n结果比去年低了一点\n"

    assert clean(f"{BEFORE}\n{loop * 5}{AFTER}\n").words == f"{BEFORE}\n{loop}{AFTER}\n"


def test_a_loop_goes_whole_where_it_was_heard_well_before() -> None:
    said = f"{LINE}\n{BEFORE}\n谁也没有说话\n"

    assert clean(said + f"{LINE}\n" * 9 + f"{AFTER}\n").words == f"{said}{AFTER}\n"


def test_a_loop_may_vary() -> None:
    loop = "在本子上写下风像\n在本子写下风向\n在本子上写下了风向\n在本子上写风向\n" * 3

    assert clean(f"{BEFORE}\n{LINE}\n{loop}{AFTER}\n").words == f"{BEFORE}\n{LINE}\n{AFTER}\n"


@pytest.mark.parametrize("between", ["", " ", "，"])
def test_of_a_loop_within_a_line_one_round_is_left(between: str) -> None:
    found = clean(f"{BEFORE}{between}" + f"{LINE}{between}" * 7 + f"{AFTER}\n")

    assert found.words == f"{BEFORE}{between}{LINE}{between}{AFTER}\n"
    assert len(found.gone("loop")) == 1


def test_a_loop_is_found_wherever_it_stands_in_a_long_recording() -> None:
    said = "".join(f"{line}\n" for line in talk(2_000, 1))
    rounds = f"{LINE} " * 7
    loops = [f"{said[: said.index(chr(10), at) + 1]}{rounds}\n{AFTER}\n" for at in range(9_500, 10_700, 60)]
    assert all(len(clean(words).gone("loop")) == 1 for words in loops)


def test_the_line_behind_a_loop_keeps_a_beginning_that_is_the_same() -> None:
    loop = "在本子上写下风向 " * 6

    assert clean(f"{BEFORE}\n{loop}\n在本子上画一条线\n").words == f"{BEFORE}\n{LINE}\n在本子上画一条线\n"


def test_a_line_written_twice_is_left_once() -> None:
    found = clean(f"{BEFORE}\n{LINE}\n{LINE}\n{LINE}呢\n{AFTER}\n{AFTER}\n")

    assert found.words == f"{BEFORE}\n{LINE}\n{AFTER}\n"


def test_a_line_heard_again_in_other_characters_of_its_sound_is_left_once() -> None:
    assert clean("他们在盐沼里立了板\n他们在盐沼里立了版\n").words == "他们在盐沼里立了板\n"


def test_who_repeats_another_means_it() -> None:
    words = f"{LINE}\n{LINE}\n{AFTER}\n"
    answered = Cleaning(drop_loops, speakers=((0, "发言人1"), (len(LINE) + 1, "发言人2")))

    assert answered(words).words == words


@pytest.mark.parametrize(
    "said",
    [
        "对对对对",
        "很好很好很好",
        "五 四 三 二 一",
        "不是不是不是",
        "一百一百一百一百",
        "10000000000000000000",
        "谢谢大家\n谢谢大家\n那我们继续",
        "有请\n有请\n欢迎",
        "对\n对\n对\n是",
        "面向村里的方案面向镇上的方案面向县里的方案",
        "第一个问题是什么第二个问题是什么第三个问题是什么",
        f"{LINE}\n{AFTER}\n{LINE}\n谁也没有说话",
        "可以帮我们数鸟\n可以帮我们看潮\n可以帮我们画图\n可以帮我们记数",
    ],
)
def test_what_is_repeated_on_purpose_stays(said: str) -> None:
    words = f"{BEFORE}\n{said}\n{AFTER}\n"

    assert clean(words).words == words


def test_the_last_words_are_not_written_again_over_the_silence() -> None:
    assert clean(f"{BEFORE}\n今天就到这里 谢谢大家\n谢谢大家\n谢谢大家\n").words == (
        f"{BEFORE}\n今天就到这里 谢谢大家\n"
    )


def test_rolling_captions_write_each_line_once() -> None:
    lines = [*talk(16, seed=7), "好", "那么", "谢谢"]
    captions = "".join(f"{line}\n{line}\n" for line in lines)

    assert clean(captions).words == "".join(f"{line}\n" for line in lines)


def test_a_line_that_sums_up_the_two_before_it_was_heard_twice() -> None:
    said = "谁也没有说话\n就把那一页留着\n"

    assert clean(f"{BEFORE}\n{said}谁也没有说话就把那一页留着\n{AFTER}\n").words == (
        f"{BEFORE}\n{said}{AFTER}\n"
    )


def test_twenty_words_verbatim_a_moment_later_are_an_echo() -> None:
    said = "我们让每一个来过滩上的人都能\n够看懂这一年的水位\n"

    assert clean(f"{said}{LINE}\n我们让每一个来过滩上的人都能够看懂这一年的水位\n{AFTER}\n").words == (
        f"{said}{LINE}\n{AFTER}\n"
    )


def test_a_title_is_said_again_on_purpose() -> None:
    title = "盐沼观察夜"
    words = f"今晚是{title}\n{LINE}\n{title}现在开始\n"

    assert clean(words).words == words
