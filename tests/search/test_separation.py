"""The rule by which texts and queries are cut."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import opencc
import pytest

from generator.search.separation import folded, forms_of, separated, separated_query

EXAMPLES: dict[str, Any] = json.loads(Path(__file__).with_name("separation.json").read_text("utf-8"))
CHARACTERS = "".join(map(chr, range(0x4E00, 0xA000)))


@pytest.mark.parametrize(("text", "tokens"), EXAMPLES["texts"])
def test_a_text_is_cut_as_the_examples_say(text: str, tokens: list[str]) -> None:
    assert separated(text) == tokens


@pytest.mark.parametrize(("query", "tokens"), EXAMPLES["queries"])
def test_a_query_is_cut_as_the_examples_say(query: str, tokens: list[list[object]]) -> None:
    assert [list(one) for one in separated_query(query)] == tokens


@pytest.mark.parametrize(("text", "form"), EXAMPLES["folded"])
def test_a_text_is_folded_as_the_examples_say(text: str, form: str) -> None:
    assert folded(text) == form


def test_the_examples_bring_the_forms_that_they_need() -> None:
    """Whoever reads the examples elsewhere, in the browser, has no other table."""
    table = EXAMPLES["characters"]
    told = dict(zip(table["from"], table["to"], strict=True))
    text = "".join(one for key in ("texts", "queries", "folded") for one, _ in EXAMPLES[key])
    needed = {form: main for form, main in forms_of(folded(text)).items() if form in text}
    assert needed.items() <= told.items()


@pytest.mark.parametrize("way", ["s2tw", "s2hk", "tw2s", "hk2s", "t2s"])
def test_a_text_is_cut_alike_in_either_script(way: str) -> None:
    """What the converter writes for a character is folded as the character is."""
    spaced = "\n".join(CHARACTERS)
    assert folded(opencc.OpenCC(way).convert(spaced)) == folded(spaced)


def test_a_form_that_stands_for_others_stands_for_itself() -> None:
    assert folded(folded(CHARACTERS)) == folded(CHARACTERS)


def test_ideographs_and_tokens_are_one_for_one() -> None:
    text = "知识密度，端侧AI大模型"
    assert len(separated(text)) == sum(one != "，" for one in text) - 1


@pytest.mark.parametrize("script", ["", "\u0130", "<b>x</b>", "a_b", "\ud7ff\u200bx", "🎉👩‍💻"])
def test_tokens_are_letters_and_digits_in_lower_case_alone(script: str) -> None:
    for token in separated(script):
        assert token.removesuffix("_").isalnum()
        assert token == token.lower()


def test_what_a_query_asks_for_stands_in_the_text_at_its_places() -> None:
    text = separated("今天讲端侧AI芯片的密度。")
    asked = separated_query("侧AI芯片的密")
    first = text.index(asked[0][0])
    assert all(text[first + place] == token for token, place in asked)
