from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.division import Division
from generator.model.identifiers import SessionId
from generator.model.session import Role, SessionKind, SessionStatus
from tests.intake.sessions.tide import BIRDS, PANEL, PLATES, PROGRAMME, REEDS, Tide, lines, session, speech

ROOM = lines("各位来宾", "论坛即将开始", "请您尽快入座", "并把手机调为静音", "谢谢您的配合")
OPENING = lines("各位来宾大家上午好", "我是今天的主持人", "欢迎来到海边") + speech(200, 4)
TO_PLATES = lines("首先", "有请观测站站长闻硕雨先生", "带来沉积板与海岸线的进退", "掌声有请")
PLATES_SAID = lines("大家好", "我是闻硕雨") + speech(1500) + lines("以上是我的分享", "谢谢大家")
TO_BIRDS = lines("感谢闻站长的精彩分享", "接下来有请江鹤百老师", "给我们讲候鸟停歇地的声音监测", "掌声欢迎")
BIRDS_SAID = lines("各位早上好") + speech(1600, 2) + lines("谢谢大家")
TO_REEDS = lines("谢谢江老师", "下面让我们欢迎陶燕初博士", "演讲的题目是芦苇带怎样消浪")
REEDS_SAID = lines("好", "大家好") + speech(1400, 5) + lines("我的报告就到这里", "谢谢各位")
TO_PANEL = lines(
    "感谢陶博士", "最后是圆桌讨论", "有请方林溪女士", "苏晴兰女士", "以及陆平川先生", "欢迎各位嘉宾上台"
)
PANEL_SAID = (
    speech(900, 1)
    + lines("谢谢方老师", "那苏老师怎么看")
    + speech(900, 3)
    + lines("圆桌就到这里", "谢谢大家")
)
CLOSING = lines("感谢三位嘉宾的精彩对话", "请各位嘉宾入座", "本次论坛到此结束", "再见")
WHOLE = (
    ROOM,
    OPENING + TO_PLATES,
    PLATES_SAID,
    TO_BIRDS,
    BIRDS_SAID,
    TO_REEDS,
    REEDS_SAID,
    TO_PANEL,
    PANEL_SAID,
    CLOSING,
)
SAID = {"plates": PLATES_SAID, "birds": BIRDS_SAID, "reeds": REEDS_SAID, "panel": PANEL_SAID}


NEAR = 3  # characters: a speaker's first word may be taken for the host's last


def flat(*parts: str) -> tuple[str, ...]:
    """The same as a recogniser writes it that knows no breaths."""
    return tuple(part.replace("\n", "") for part in parts)


def test_a_whole_forum() -> None:
    tide = Tide(*WHOLE)
    division = tide.division()
    assert tide.found() == SAID
    assert division.missing == ()
    assert [one.speakers for one in division.sessions[:2]] == [("wen-shuoyu",), ("jiang-hebai",)]
    assert division.sessions[3].speakers == ("fang-linxi", "su-qinglan", "lu-pingchuan")
    assert division.aside == ((0, len(ROOM)),)
    assert division.host[0] == (len(ROOM), len(ROOM + OPENING + TO_PLATES))


def test_long_lines_without_breaks_are_cut_within_them() -> None:
    tide = Tide(*flat(*WHOLE), chunked=True)
    bounds = [(one.start, one.end) for one in tide.division().sessions]
    for (start, end), part in zip(bounds, (2, 4, 6, 8), strict=True):
        assert abs(start - tide.start(part)) <= NEAR
        assert abs(end - tide.start(part + 1)) <= NEAR


def test_names_in_the_other_script() -> None:
    traditional = str.maketrans("闻站长请飞给讲声监测谢", "聞站長請飛給講聲監測謝")
    tide = Tide(*(part.translate(traditional) for part in WHOLE))
    assert tide.found() == {key: said.translate(traditional) for key, said in SAID.items()}


def test_a_session_that_was_not_recorded_is_missing() -> None:
    """The recording breaks off while the host leads on, and goes on within another sentence."""
    tide = Tide(
        *WHOLE[:3],
        lines("感谢闻站长的精彩分享", "说到候鸟"),
        lines("而芦苇是另一回事") + TO_REEDS,
        *WHOLE[6:],
    )
    assert tide.division().missing == ("birds",)
    assert tide.found() == {key: said for key, said in SAID.items() if key != "birds"}


def test_a_lost_end_is_bounded_by_what_is_found_next() -> None:
    begun = BIRDS_SAID.removesuffix(lines("谢谢大家"))
    lost = TO_REEDS.removeprefix(lines("谢谢江老师"))
    tide = Tide(*WHOLE[:4], begun, lost, *WHOLE[6:])
    assert tide.found()["birds"] == begun
    assert tide.found()["reeds"] == REEDS_SAID


def test_a_lost_start_is_where_the_speaker_before_ended() -> None:
    tide = Tide(*WHOLE[:3], *WHOLE[4:])
    assert tide.found() == SAID


def test_a_recording_that_begins_within_a_talk() -> None:
    talk = PLATES_SAID.removeprefix(lines("大家好", "我是闻硕雨"))
    tide = Tide(talk, *WHOLE[3:])
    assert tide.found() == {**SAID, "plates": talk}


def test_a_speaker_who_introduces_the_next() -> None:
    told = PLATES_SAID.removesuffix(lines("谢谢大家")) + lines("下面有请江鹤白老师")
    tide = Tide(*WHOLE[:2], told, BIRDS_SAID, *WHOLE[5:])
    assert tide.found()["birds"] == BIRDS_SAID
    assert told.startswith(tide.found()["plates"])


def test_what_the_programme_does_not_have_is_proposed() -> None:
    tide = Tide(*WHOLE, sessions=(PLATES, REEDS, PANEL))
    proposed = [one for one in tide.division().sessions if one.proposed]
    assert [(one.kind, tide.raw[one.start : one.end]) for one in proposed] == [(SessionKind.TALK, BIRDS_SAID)]
    assert proposed[0].id == "proposed-talk-1"


def test_sessions_in_another_order_than_the_programme_says() -> None:
    tide = Tide(*WHOLE, sessions=(BIRDS, PLATES, REEDS, PANEL))
    assert tide.found() == SAID
    assert tide.division().missing == ()


def test_without_a_programme_everything_is_proposed() -> None:
    tide = Tide(*WHOLE, sessions=())
    assert list(tide.found().values()) == list(SAID.values())
    assert [one.kind for one in tide.division().sessions] == [SessionKind.TALK] * 3 + [SessionKind.PANEL]
    assert all(one.proposed for one in tide.division().sessions)


def test_questions_of_the_audience_are_proposed() -> None:
    asked = lines("老师好我想问一下闸口的盐度") + speech(300, 7) + lines("谢谢")
    tide = Tide(
        *WHOLE[:3],
        lines("感谢闻站长的精彩分享", "下面进入提问环节"),
        asked,
        lines("谢谢闻站长") + TO_BIRDS.removeprefix(lines("感谢闻站长的精彩分享")),
        *WHOLE[4:],
    )
    division = tide.division()
    assert [one.kind for one in division.sessions][:3] == [SessionKind.TALK, SessionKind.QA, SessionKind.TALK]
    assert tide.found()["proposed-qa-1"] == asked


LAUNCH = session("launch", "潮汐图发布", kind=SessionKind.CEREMONY, roles=())
FILM = session("launch-film", "影片", kind=SessionKind.FILM, parent="launch")
ON_STAGE = session(
    "launch-stage", "发布仪式", "su-qinglan", kind=SessionKind.CEREMONY, roles=(Role.GUEST,), parent="launch"
)
WORD = session("launch-word", "发言", "lu-pingchuan", kind=SessionKind.ADDRESS, parent="launch")
LAUNCHED = (
    lines("谢谢江老师", "今天我们要发布一张潮汐图", "先一起来看一段短片", "请看大屏幕"),
    lines("一张图", "画了三十年") + speech(200, 6),
    lines("看完短片", "相信大家都很感动", "让我们有请苏晴岚女士", "有请各位嘉宾上台"),
    lines("请把手放在屏幕上", "三二一", "潮汐图正式发布", "请各位合影")
    + lines("请陆总留步", "有请陆总为我们分享"),
    lines("谢谢", "这张图是大家一起画的") + speech(200, 8) + lines("谢谢大家"),
    lines("好的谢谢陆总"),
)


def test_items_within_an_item_have_stretches_of_their_own() -> None:
    tide = Tide(*WHOLE[:5], *LAUNCHED, sessions=(PLATES, BIRDS, LAUNCH, FILM, ON_STAGE, WORD))
    found = tide.found()
    assert [found.get(one.id) for one in (LAUNCH, FILM, ON_STAGE, WORD)] == [
        None,
        LAUNCHED[1],
        LAUNCHED[3],
        LAUNCHED[4],
    ]
    assert tide.division().missing == ()


def test_an_item_of_whose_parts_nothing_is_found_is_looked_for_itself() -> None:
    part = session("birds-film", "影片", kind=SessionKind.FILM, parent="birds")
    tide = Tide(*WHOLE, sessions=(PLATES, BIRDS, part, REEDS, PANEL))
    assert tide.found() == SAID


def test_what_was_not_held_is_not_missed() -> None:
    off = replace(session("off", "取消的报告", "lu-pingchuan"), status=SessionStatus.CANCELLED)
    pause = session("pause", "茶歇", kind=SessionKind.BREAK)
    opening = session("opening", "开场", "su-qinglan", kind=SessionKind.OPENING, roles=(Role.HOST,))
    tide = Tide(*WHOLE, sessions=(opening, PLATES, off, pause, *PROGRAMME[1:]))
    assert tide.found() == SAID
    assert tide.division().missing == ()


def test_the_speakers_of_the_format_bound_sessions_whose_words_are_lost() -> None:
    bare = (lines("早上好"), speech(900), lines("好"), speech(900, 4), lines("好"), speech(900, 7))
    who = ("主持", "闻朔屿", "主持", "江鹤白", "主持", "陶雁初")
    tide = Tide(*bare, sessions=(PLATES, BIRDS, REEDS), speakers=tuple(enumerate(who)))
    assert tide.found() == {"plates": bare[1], "birds": bare[3], "reeds": bare[5]}


def test_an_english_forum() -> None:
    english = "The tide gauge at the north gate has been read every morning for thirty years. " * 30
    tide = Tide(
        "Good morning everyone. I am your host. Please join me in welcoming Wen Shuoyu. ",
        f"Thank you. Good morning everyone. {english}Thank you very much. ",
        "Thank you Wen Shuoyu for the wonderful talk. Please welcome Jiang Hebai. ",
        f"Hello everyone. {english}That is all. Thank you for your attention. ",
        "Thanks to Jiang Hebai for the great presentation. This concludes our forum.",
        sessions=(PLATES, BIRDS),
        chunked=True,
    )
    assert [one.id for one in tide.division().sessions] == ["plates", "birds"]
    assert {key: said.strip() for key, said in tide.found().items()} == {
        "plates": tide.parts[1].strip(),
        "birds": tide.parts[3].strip(),
    }


def test_nothing_heard() -> None:
    assert Tide("").division() == Division((), (), (), tuple(SessionId(one.id) for one in PROGRAMME))
    assert Tide("\n\n").division().aside == ((0, 2),)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WHOLE + LAUNCHED), max_size=9), st.booleans())
def test_every_index_is_in_just_one_stretch(parts: list[str], chunked: bool) -> None:  # noqa: FBT001
    tide = Tide(*parts, chunked=chunked)
    division = tide.division()
    stretches = sorted(
        [*((one.start, one.end) for one in division.sessions), *division.host, *division.aside]
    )
    assert [start for start, _ in stretches] == [0, *(end for _, end in stretches)][: len(stretches)]
    assert (stretches[-1][1] if stretches else 0) == len(tide.raw)
    assert all(start < end for start, end in stretches)


@pytest.mark.parametrize("chunked", [False, True])
def test_the_same_for_the_same(*, chunked: bool) -> None:
    assert Tide(*WHOLE, chunked=chunked).division() == Tide(*WHOLE, chunked=chunked).division()
