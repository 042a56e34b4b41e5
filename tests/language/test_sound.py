from __future__ import annotations

import pytest

from generator.language.sound import Sound, alike, likeness, sound_of, sounds


def test_a_syllable_is_a_consonant_and_the_rest() -> None:
    assert sound_of("滩") == Sound("t", "an")
    assert sound_of("吃") == Sound("ch", "-i")
    assert sound_of("雨") == Sound("", "v")
    assert sounds("滩A") == (Sound("t", "an"), Sound("", "a"))


@pytest.mark.parametrize(
    ("near", "far"), [("沙萨", "沙拉"), ("今京", "今吉"), ("南兰", "南丹"), ("言元", "言安")]
)
def test_what_recognisers_mix_up_is_nearer(near: str, far: str) -> None:
    assert alike(*sounds(near)) > alike(*sounds(far))


def test_likeness_is_of_words_of_one_length() -> None:
    assert likeness("盐沼", "盐沼") == 1.0
    assert likeness("言找", "盐沼") == 1.0
    assert likeness("盐", "盐沼") == 0.0
    assert likeness("", "") == 0.0


def test_letters_sound_like_themselves() -> None:
    assert alike(sound_of("A"), sound_of("a")) == 1.0
    assert alike(sound_of("A"), sound_of("B")) == 0.0
