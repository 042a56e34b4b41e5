from __future__ import annotations

import pytest

from generator.intake.turns.habits import NO_TALKS, habits_of
from generator.intake.turns.parts import Part, Speaker
from generator.model.identifiers import PersonId
from tests.intake.sessions.tide import Tide

ONE, OTHER = PersonId("lu-pingchuan"), PersonId("su-qinglan")
A: Speaker = (Part.ANSWERS, ONE)
B: Speaker = (Part.ANSWERS, OTHER)
SAID = ("就是说泥的话就是说滩的话", "一定程度上核心一定程度上核心", "就是说水的话", "核心一定程度上")
SETTINGS = Tide("潮水").known.settings


def _habits() -> tuple[str, list[int]]:
    starts = [sum(map(len, SAID[:number])) for number in range(len(SAID))]
    return "".join(SAID), starts


def test_the_same_words_sound_like_the_same_person() -> None:
    habits = habits_of(*_habits(), SETTINGS)
    known: list[dict[Speaker, float]] = [{A: 1.0}, {B: 1.0}, {A: 0.5, B: 0.5}, {A: 0.5, B: 0.5}]
    like = habits.like(habits.voices(known, {ONE, OTHER}, NO_TALKS))
    assert like[2][A] > 0 > like[2][B]
    assert like[3][B] > 0 > like[3][A]


def test_nobody_is_learned_who_is_not_known_to_be_there() -> None:
    habits = habits_of(*_habits(), SETTINGS)
    chances: list[dict[Speaker, float]] = [{A: 0.6, (Part.ANSWERS, None): 0.4}] * 4
    assert habits.voices(chances, {OTHER}, NO_TALKS) == {}


def test_a_talk_tells_the_voice_beforehand() -> None:
    habits = habits_of(*_habits(), SETTINGS)
    even: list[dict[Speaker, float]] = [{A: 0.5, B: 0.5}] * 4
    talks = {ONE: {"就是说": 60.0, "的话": 60.0}}
    like = habits.like(habits.voices(even, {ONE, OTHER}, talks))
    assert like[2][A] > like[2][B]
    assert like[3][B] > like[3][A]


def test_a_text_without_such_words_tells_nothing() -> None:
    habits = habits_of("潮汐", [0], SETTINGS)
    assert habits.like(habits.voices([{A: 1.0}], {ONE}, NO_TALKS)) == [{A: pytest.approx(0.0)}]
