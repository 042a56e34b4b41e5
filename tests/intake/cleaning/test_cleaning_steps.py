"""What holds for all steps that clean, whatever a recogniser leaves."""

from __future__ import annotations

import random

import pytest

from generator.intake.cleaning.loops import drop_loops
from generator.intake.cleaning.noise import drop_noise
from generator.intake.cleaning.script import bring_to_one_script
from generator.intake.cleaning.seams import join_seams
from generator.intake.done import Done
from generator.intake.step import Known, Step, Stepped
from generator.intake.text import Text
from tests.intake.cleaning.cleaned import Cleaning
from tests.intake.invented_recording import talk

PIECES = (
    *talk(12, seed=1),
    *("\n", "\n", " ", "，", "。", "", "(", ")", "[音乐]", "♪", "…", "- ", "¡", "\u3000"),
    *(
        "谢谢观看",
        "謝謝大家",
        "感谢观看",
        "字幕by",
        "请不吝点赞",
        "Amara.org",
        "Thanks for watching",
        "Untertitel",
    ),
    *("中文字幕志愿者 李宗盛", "спасибо большое", "ありがとう", "감사합니다", "の", "β", "對", "1.2B"),
    *("\u2167", "\ufb01", "\u0130", "\U00020bb7", "e\u0301"),
)


def every_step(text: Text, known: Known) -> Stepped:
    done: list[Done] = []
    for step in (join_seams, drop_noise, drop_loops, bring_to_one_script):
        text, more = step(text, known)
        done += more
    return text, tuple(done)


@pytest.mark.parametrize("step", [join_seams, drop_noise, drop_loops, bring_to_one_script, every_step])
@pytest.mark.parametrize("chunked", [True, False])
def test_nothing_vanishes_untold_whatever_was_heard(step: Step, chunked: bool) -> None:  # noqa: FBT001
    chance = random.Random(8)  # noqa: S311 - the same recordings each time
    clean = Cleaning(step, chunked=chunked, settled=False)
    for length in (0, 1, 2, 5, *[40] * 20):
        pieces = [piece * chance.choice((1, 1, 1, 2, 9)) for piece in chance.choices(PIECES, k=length)]
        clean("".join(pieces))
