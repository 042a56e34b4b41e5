from __future__ import annotations

import pytest

from generator.intake.names.comparing import ENOUGH, likeness_to
from generator.intake.names.letters import key, key_likeness, letter_cost, pieces, plain

RHYMES = ("BCDEGPTVZ", "AHJK", "MN")


def test_capitals_and_figures_part_a_name() -> None:
    assert pieces("ChatGPT") == ("Chat", "GPT")
    assert pieces("Llama2") == ("Llama", "2")
    assert plain("Llama-2.5 B") == "llama2.5b"


def test_a_key_spells_capitals_and_speaks_words() -> None:
    assert key("GPT") == "JPT"
    assert key("Knight") == "NT"
    assert key("Llama 2") == key("Lama2")


def test_consonants_that_are_taken_for_one_another_are_nearer() -> None:
    assert key_likeness("BT", "PT") > key_likeness("KT", "PT")
    assert key_likeness("", "PT") == 0.0


def test_letters_that_rhyme_cost_less_and_lost_vowels_too() -> None:
    assert letter_cost("AIJC", "AIGC", (*RHYMES, "GJ")) < letter_cost("AIXC", "AIGC", RHYMES)
    assert letter_cost("IGC", "AIGC", RHYMES) < letter_cost("AIC", "AIGC", RHYMES)
    assert letter_cost("AIGC", "AIGC", RHYMES) == 0.0


@pytest.mark.parametrize(
    ("heard", "written"),
    [("Lanechain", "LangChain"), ("PowerInfo", "PowerInfer"), ("OpenBNB", "OpenBMB"), ("Lama2", "Llama2")],
)
def test_what_sounds_like_a_name_is_near_it(heard: str, written: str) -> None:
    assert likeness_to(heard, written) >= ENOUGH


@pytest.mark.parametrize(
    ("heard", "written"),
    [("agents", "agent"), ("GPT-4", "GPT-4V"), ("Conference", "inference"), ("IPHONE", "AI phone")],
)
def test_another_word_or_version_is_far_from_it(heard: str, written: str) -> None:
    assert likeness_to(heard, written) == 0.0
