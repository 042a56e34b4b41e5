from __future__ import annotations

import random

import pytest

from generator.intake.cleaning.noise import drop_noise
from generator.model.language import Language
from tests.intake.cleaning.cleaned import Cleaning

clean = Cleaning(drop_noise)
BEFORE = "退潮以后我们去数滩上的鸟"
AFTER = "那一页到今天还留着"
# Longer than a line that somebody says in a breath.
LONG = "退潮以后守滩的人把水尺擦干净又走了一遍旧路才知道数字对不上" * 10


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("中文字幕志愿者 李宗盛", "credit"),
        ("(字幕製作:貝爾)", "credit"),
        ("字幕by索兰娅", "credit"),
        ("字幕由 Amara.org 社群提供", "credit"),
        ("Subtitles by the Amara.org community", "credit"),
        ("Untertitel der Amara.org-Community", "credit"),
        ("Sous-titrage Société Radio-Canada", "credit"),
        ("Субтитры сделал DimaTorzok", "credit"),
        ("Altyazı M.K.", "credit"),
        ("請不吝點贊 訂閱 轉發 打賞支持明鏡與點點欄目", "hallucination"),
        ("谢谢观看", "hallucination"),
        ("Thanks for watching!", "hallucination"),
        ("ご視聴ありがとうございました", "hallucination"),
        ("시청해 주셔서 감사합니다.", "hallucination"),
        ("¡Suscríbete al canal!", "hallucination"),
        ("[音乐]", "sound"),
        ("（热烈掌声）", "sound"),
        ("♪♪", "sound"),
        ("。。。", "sound"),
        ("Это случилось вчера вечером", "garbage"),
        ("วันนี้อากาศดีมาก", "garbage"),
        ("今日はいい天気ですね", "garbage"),
        ("Hẹn gặp lại các bạn nhé", "garbage"),
    ],
)
def test_a_line_that_nobody_said_goes_whole(line: str, reason: str) -> None:
    found = clean(f"{BEFORE}\n{line}\n{AFTER}\n")

    assert found.words == f"{BEFORE}\n{AFTER}\n"
    assert found.gone(reason) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "谢谢大家",
        "谢谢",
        "Thank you",
        "感谢大家来看这片滩",
        "我们的字幕翻译是自己做的",
        "请大家订阅我们的简报",
        "掌声有请下一位",
        "它叫鲜の每日",
        "误差β不到一成",
        "Jürgen量了四十二块板",
        "しおみ也来了",
        "（第三块板）",
    ],
)
def test_what_somebody_may_say_stays(line: str) -> None:
    assert clean(f"{BEFORE}\n{line}\n{AFTER}\n").words == f"{BEFORE}\n{line}\n{AFTER}\n"


@pytest.mark.parametrize(
    ("noise", "reason"),
    [
        ("中文字幕志愿者 李宗盛", "credit"),
        ("字幕志愿者 王小满", "credit"),
        ("请不吝点赞 订阅 转发 打赏支持明镜与点点栏目感谢观看", "hallucination"),
        ("Thank you for watching", "hallucination"),
        ("구독과 좋아요 부탁드립니다", "hallucination"),
        ("[Music]", "sound"),
        ("Это случилось вчера", "garbage"),
    ],
)
def test_noise_in_the_middle_of_a_chunk_goes_and_leaves_a_pause(noise: str, reason: str) -> None:
    found = clean(f"{LONG}{noise}{AFTER}{LONG}\n")

    assert found.words == f"{LONG} {AFTER}{LONG}\n"
    assert "".join(found.gone(reason)) == noise


def test_a_farewell_goes_at_the_edge_of_a_chunk_but_not_in_a_sentence() -> None:
    assert clean(f"{LONG}感谢观看\n{LONG}\n").words == f"{LONG}\n{LONG}\n"
    assert clean(f"{LONG}感谢观看{LONG}\n").words == f"{LONG}感谢观看{LONG}\n"
    assert clean("非常感谢观看我们的片子\n").words == "非常感谢观看我们的片子\n"


def test_a_phrase_is_not_found_within_a_word() -> None:
    assert clean("the mamara.organ pipes\n").words == "the mamara.organ pipes\n"


def test_the_name_after_a_credit_ends_where_speech_goes_on() -> None:
    said = "你好有什么可以帮到您的吗我们先去看看那块板"

    assert clean(f"中文字幕志愿者 李宗盛{said}\n").words == f"{said}\n"
    assert clean(f"字幕by bwdx{said}\n").words == f"{said}\n"


def test_a_long_passage_in_another_script_was_said_and_is_marked() -> None:
    letters = random.Random(5)  # noqa: S311 - the same words each time
    said = "\n".join("".join(letters.choices("абвгдежзийклмнопрст ", k=40)) for _ in range(15))
    found = clean(f"{BEFORE}\n{said}\n{AFTER}\n")

    assert said in found.words
    assert [(one.kind, one.reason) for one in found.done] == [("marked", "garbled")]


def test_noise_is_found_in_an_english_forum() -> None:
    english = Cleaning(drop_noise, language=Language.EN)

    assert (
        english("We count birds\nThanks for watching\nat low tide\n").words == "We count birds\nat low tide\n"
    )
