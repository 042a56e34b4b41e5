"""A model's signs are set where its letters are ours, and never within a name, a word or a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from generator.intake.models.punctuating import PunctuatingStep
from tests.intake.wording.marsh import Marsh


@dataclass
class Model:
    """Answers as it is told, and keeps what it was asked."""

    answer: Callable[[str], str]
    asked: list[str] = field(default_factory=list)

    def punctuate(self, words: str) -> str:
        self.asked.append(words)
        return self.answer(words)


def punctuated(words: str, answer: Callable[[str], str]) -> str:
    marsh = Marsh(words)
    text, done = PunctuatingStep(Model(answer))(marsh.text, marsh.known, marsh.division)
    assert done == ()
    assert len(text.origins) == len(text)
    return text.words


def test_a_models_signs_take_the_place_of_the_rules() -> None:
    model = Model(lambda _: "潮水退了。我们去量板，量了三块。")
    marsh = Marsh("潮水退了，我们去量板量了三块。")
    text, _ = PunctuatingStep(model)(marsh.text, marsh.known, marsh.division)
    assert text.words == "潮水退了。我们去量板，量了三块。"
    assert model.asked == ["潮水退了我们去量板量了三块"]


@pytest.mark.parametrize(
    "answer",
    [
        "潮水退了。他们去量板。",
        "潮水退了。我们去量板。好",
        "潮水退了。我们去量",
        "",
        "，潮水退了我们去量板",
        "潮水“退了”我们去量板",
    ],
)
def test_an_answer_with_other_letters_is_not_used(answer: str) -> None:
    marsh = Marsh("潮水退了，我们去量板。")
    step = PunctuatingStep(Model(lambda _: answer))
    text, _ = step(marsh.text, marsh.known, marsh.division)
    assert text == marsh.text
    assert (step.asked, step.refused) == (1, 1)


def test_nothing_is_set_within_a_name_a_word_or_a_number() -> None:
    words = "请舒鹤汀老师量了3.5米的1,200块board板。"
    assert punctuated(words, "，".join) == ("请，舒鹤汀，老，师，量，了，3.5，米，的，1,200，块，board，板。")


def test_figures_and_latin_words_that_a_sign_parts_stay_apart() -> None:
    assert punctuated("在2023，2024两年用mud flat，sand做。", lambda words: words) == (
        "在2023，2024两年用mud flat sand做。"
    )


def test_signs_among_latin_words_are_those_of_latin_script() -> None:
    words = "The water came back to the plate then we left it there."
    assert punctuated(words, lambda asked: asked.replace("plate ", "plate，")) == (
        "The water came back to the plate, then we left it there."
    )


def test_signs_that_models_do_not_know_stay() -> None:
    assert (
        punctuated("他说：退潮了！我们走；再见……好。", lambda words: words)
        == "他说：退潮了！我们走；再见……好。"
    )


def test_turns_end_as_they_did_and_are_asked_for_one_by_one() -> None:
    words = "潮水退了吗？退了，我们走。"
    model = Model(lambda asked: asked.replace("了", "了，"))
    marsh = Marsh(words, turns=((0, "wen-shuoyu", True), (6, "shu-heting", True)))
    text, _ = PunctuatingStep(model)(marsh.text, marsh.known, marsh.division)
    assert text.words == "潮水退了，吗？退了，我们走。"
    assert model.asked == ["潮水退了吗", "退了我们走"]


def test_a_question_at_the_end_is_the_models_to_tell() -> None:
    assert punctuated("潮水退了没有。", lambda words: f"{words}？") == "潮水退了没有？"


def test_what_is_long_is_asked_for_in_parts() -> None:
    marsh = Marsh("潮水退了我们去量那一块板。" * 400)
    model = Model(lambda words: words)
    step = PunctuatingStep(model)
    step(marsh.text, marsh.known, marsh.division)
    assert step.asked == 6
    assert max(map(len, model.asked)) < 1100
