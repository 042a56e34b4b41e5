from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.division import Division, FoundSession
from generator.intake.text import Text
from generator.intake.turns.find import find_turns, with_turns
from generator.model.identifiers import SessionId
from generator.model.session import Role, SessionKind
from tests.intake.sessions.tide import lines
from tests.intake.turns.stage import JIANG, LU, SU, WEN, M, Said, Stage, answer, panel

FORMAL: tuple[Said, ...] = (
    (
        M,
        lines(
            "好", "欢迎各位嘉宾来到圆桌", "我们先谈滩涂归谁管", "第一个问题想请教苏老师", "您怎么看这件事情"
        ),
    ),
    (SU, answer(400, 1, "谢谢主持人", "大概就是这样")),
    (M, lines("谢谢苏老师", "接下来想问一下陆总", "您在闸口做了很多年", "您觉得最难的是什么")),
    (LU, answer(500, 2, "好的 我觉得这是一个好问题", "谢谢")),
    (M, lines("好的", "感谢陆总的分享", "那我们请闻站长也谈一谈")),
    (WEN, answer(300, 5, "嗯 首先我同意两位的看法", "我先说这么多")),
    (M, lines("好的好的", "时间关系", "我们今天的圆桌就到这里", "感谢几位嘉宾")),
)
INTRODUCED: tuple[Said, ...] = (
    (M, lines("大家下午好", "我是今天圆桌的主持人方临溪", "先请各位嘉宾做一个自我介绍")),
    (SU, lines("大家好", "我是苏晴岚", "我来自苇岸研究院") + answer(80, 2, end="谢谢")),
    (LU, lines("大家好", "我叫陆平川", "我们潮闸做水闸") + answer(80, 4, end="谢谢大家")),
    (JIANG, lines("各位下午好", "我是江鹤白") + answer(90, 6, end="谢谢")),
    (M, lines("好的谢谢各位嘉宾", "那我们进入第一个问题", "想问一下江老师", "鸟为什么来得早了呢")),
    (JIANG, answer(300, 3, "对 这个问题很好", "主要是这些")),
    (M, lines("明白", "那我想再追问一下", "如果闸口关了您会怎么办呢")),
    (JIANG, answer(200, 7, "嗯 我觉得")),
    (M, lines("好的谢谢江老师", "下一个问题给到陆平川", "您来说说")),
    (LU, answer(300, 1, "好", "谢谢")),
    (M, lines("好", "圆桌到此结束", "谢谢各位嘉宾")),
)


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("said", [FORMAL, INTRODUCED])
def test_a_panel_goes_from_who_asks_to_who_is_asked_and_back(said: tuple[Said, ...], *, flat: bool) -> None:
    stage = Stage(*said, flat=flat)
    assert stage.found() == stage.right()


@pytest.mark.parametrize("said", [FORMAL, INTRODUCED])
def test_who_was_called_by_name_is_sure(said: tuple[Said, ...]) -> None:
    stage = Stage(*said)
    assert {SU, LU, M} <= set(stage.sure())


def test_names_are_known_by_their_sound() -> None:
    stage = Stage(
        (M, lines("欢迎来到圆桌", "先问一下晴兰", "这件事情您怎么看")),
        (SU, answer(300, 1, "好的", "谢谢")),
        (M, lines("谢谢晴蓝", "下一个问题给鹿平船", "你们怎么想的呢")),
        (LU, answer(300, 4, "对 是这样的", "大概就是这样")),
        (M, lines("好的", "我们的圆桌就到这里", "谢谢大家")),
    )
    assert stage.found() == stage.right()


def test_an_organisation_stands_for_who_belongs_to_it() -> None:
    stage = Stage(
        (M, lines("欢迎来到圆桌", "我们想先问一下潮闸", "水位是怎么定的呢")),
        (LU, answer(200, 1, "好的 我们潮闸一直在做这件事") + answer(100, 3, "我们潮闸也在学", "谢谢")),
        (M, lines("好的谢谢", "接下来苇岸怎么看")),
        (SU, answer(300, 6, "嗯 我觉得", "主要是这些")),
        (M, lines("好", "圆桌就到这里", "谢谢各位嘉宾")),
    )
    assert stage.found() == stage.right()


def test_who_is_in_no_programme_stays_unknown() -> None:
    said = [
        (
            None if who != M else who,
            words.replace("苏老师", "孟老师").replace("陆总", "郝总").replace("闻站长", "白站长"),
        )
        for who, words in FORMAL
    ]
    stage = Stage(*said)
    assert stage.found() == stage.right()
    assert set(stage.sure()) <= {M}


def test_without_a_programme_turns_are_found_and_nobody_is_named() -> None:
    stage = Stage(*FORMAL, programme=False)
    assert [number for _, number in stage.found()] == list(range(len(FORMAL)))
    assert {who for who, _ in stage.found()} == {None}
    assert stage.sure() == []


class TestModerator:
    def test_is_told_by_the_host_before(self) -> None:
        stage = Stage(*FORMAL, session=panel(Role.SPEAKER), before=lines("有请圆桌主持人", "方林溪女士上台"))
        assert stage.found() == stage.right()

    def test_is_told_by_own_words(self) -> None:
        stage = Stage(*INTRODUCED, session=panel(Role.SPEAKER))
        assert stage.found() == stage.right()

    def test_is_told_by_thanks_for_a_question(self) -> None:
        said = list(FORMAL)
        said[1] = (SU, answer(400, 1, "感谢临溪的提问", "大概就是这样"))
        stage = Stage(*said, session=panel(Role.SPEAKER))
        assert stage.found() == stage.right()


def test_the_audience_is_nobody_known() -> None:
    stage = Stage(
        *FORMAL[:-1],
        (M, lines("好的谢谢闻站长", "下面是提问环节", "请现场观众举手", "后面那位女士")),
        (None, lines("各位老师好", "我想请问一下陆总", "老百姓能不能去看闸口呢", "谢谢")),
        (LU, answer(200, 3, "可以的 我觉得欢迎大家来", "谢谢")),
        (M, lines("好的", "时间关系", "我们今天的圆桌就到这里")),
    )
    assert stage.found() == stage.right()


def test_a_panel_in_english() -> None:
    stage = Stage(
        (
            M,
            lines(
                "welcome to our panel",
                "my first question goes to you Qinglan",
                "let me ask Su Qinglan",
                "what do you think about that",
            ),
        ),
        (
            SU,
            lines(
                "thank you for the question",
                "i think the marsh belongs to everybody",
                "the reeds hold the mud",
                "we measured it every month for six years",
                "and the numbers are the same on both sides of the gate",
                "thank you",
            ),
        ),
        (M, lines("great thank you", "next question", "over to Lu Pingchuan", "how do you see this")),
        (
            LU,
            lines(
                "that is a good question",
                "i think the gate is older than all of us",
                "the plates lie outside and nobody counts them",
                "in winter the wind was weaker than before",
                "thank you very much",
            ),
        ),
        (M, lines("thank you so much", "that was our panel", "thanks to all our panelists")),
    )
    assert stage.found() == stage.right()


class TestLabels:
    """The speakers that the format names."""

    SPEAKERS: ClassVar = {M: "发言人1", SU: "发言人2", LU: "发言人3", WEN: "发言人4", JIANG: "发言人5"}

    def test_decide_where_turns_begin(self) -> None:
        labels = [self.SPEAKERS[str(who)] for who, _ in INTRODUCED]
        stage = Stage(*INTRODUCED, labels=labels)
        assert stage.found() == stage.right()
        assert {SU, LU, JIANG, M} <= set(stage.sure())

    def test_that_are_names_are_sure(self) -> None:
        names = {M: "主持人", SU: "苏晴岚", LU: "陆平川", WEN: "闻朔屿(观测站)", JIANG: "江鹤白"}
        stage = Stage(*FORMAL, labels=[names[str(who)] for who, _ in FORMAL])
        assert stage.found() == stage.right()
        assert stage.sure() == list(stage.people)

    def test_of_one_speaker_alone_say_nothing(self) -> None:
        stage = Stage(*FORMAL, labels=["录音笔"] * len(FORMAL))
        assert stage.found() == stage.right()


class TestTalk:
    """A talk has turns only where the audience asks after it."""

    TALK = replace(panel(Role.SPEAKER, SessionKind.TALK), people=panel().people[2:3])
    SAID: ClassVar = (
        (LU, answer(1500, 2, "大家好 我是陆平川", "以上是我的分享 谢谢大家")),
        (None, lines("好的谢谢平川", "现场的朋友有没有想提问的", "那位同学")),
        (None, lines("陆老师您好", "我想请问一下闸门", "冬天是不是也要开呢")),
        (LU, answer(200, 5, "嗯 是这样的 我觉得", "谢谢")),
        (None, lines("好的", "时间关系", "谢谢陆老师的精彩分享")),
    )

    @pytest.mark.parametrize("flat", [False, True])
    def test_with_questions(self, *, flat: bool) -> None:
        stage = Stage(*self.SAID, session=self.TALK, flat=flat)
        assert stage.found() == stage.right()
        assert stage.sure()[:1] == [LU]

    @pytest.mark.parametrize("flat", [False, True])
    def test_whose_speaker_thanks_for_the_questions(self, *, flat: bool) -> None:
        stage = Stage(
            self.SAID[0],
            (None, lines("感谢大家", "现场的同学看看有没有什么问题", "这位同学")),
            (None, lines("你好", "我想问一下闸门", "冬天它方面有没有什么进一步的措施")),
            (LU, answer(200, 5, "好的 谢谢 非常好的两个问题 首先是第一个问题", "这就是我的看法")),
            (None, lines("好的", "时间关系", "谢谢陆老师的精彩分享")),
            session=self.TALK,
            flat=flat,
        )
        answered = stage.starts[3]
        assert [one.person for one in stage.turns() if one.start == answered] == [LU]

    def test_that_ends_with_thanks(self) -> None:
        assert Stage(self.SAID[0], self.SAID[4], session=self.TALK).turns() == ()

    def test_that_speaks_of_questions(self) -> None:
        said = (
            answer(600, 3) + lines("有人会提问", "我想请问这些泥从哪里来") + answer(1500, 1, end="谢谢大家")
        )
        assert Stage((LU, said), session=self.TALK).turns() == ()


def test_a_division_gets_the_turns_of_its_panels() -> None:
    stage = Stage(*FORMAL)
    talk = FoundSession(SessionId("talk"), SessionKind.TALK, 0, 0, ())
    division = Division((talk, stage.session), ((0, 1),), (), ())
    found = with_turns(stage.known.heard.text, stage.known, division)
    assert [one.turns for one in found.sessions] == [(), stage.turns()]
    assert found.host == division.host


_BITS = st.sampled_from(
    [
        "谢谢主持人",
        "好的",
        "那请苏老师",
        "您怎么看呢",
        "我是陆平川",
        "，",
        "\n",
        " ",
        "Su Qinglan",
        "提问",
        "对",
        "潮水退了",
        "呢",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_BITS, max_size=60), st.booleans())
def test_turns_cover_the_session(bits: list[str], flat: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    stage = Stage((None, "".join(bits)), flat=flat)
    turns = stage.turns()
    assert turns == stage.turns()
    if any(any(letter.isalnum() for letter in bit) for bit in bits):
        assert [one.start for one in turns] == [0, *(one.end for one in turns[:-1])]
        assert turns[-1].end == stage.session.end
        assert all(one.start < one.end for one in turns)
    assert all(one.person or not one.sure for one in turns)


def test_what_was_dropped_before_does_not_move_a_turn() -> None:
    stage = Stage(*FORMAL)
    text = stage.known.heard.text
    first, second = stage.starts[2], stage.starts[2] + 3
    thinner = Text.joined((text.heard(0, first), text.heard(second, len(text))))
    found = find_turns(thinner, stage.known, stage.session)
    assert [one.start for one in found[:2]] == list(stage.starts[:2])
    assert found[-1].end == stage.session.end


@pytest.mark.parametrize("flat", [False, True])
def test_who_is_called_for_a_question_waits_until_it_is_asked(*, flat: bool) -> None:
    asked = ("好的谢谢苏老师", "接下来我想问一下陆平川", "我们知道潮闸的钢板每年都要换一次")
    more = ("很多人都在谈这笔账", "那么您觉得最难的是什么")
    said = list(FORMAL)
    said[2] = (M, lines(*asked, *more))
    said[3] = (LU, answer(500, 2, "是这样的 其实最难的是没有人"))
    stage = Stage(*said, flat=flat)
    assert stage.found() == stage.right()
