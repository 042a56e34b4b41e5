"""The places of tokens: what sorting makes is what the rule of separation says."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.ideographs import IDEOGRAPH
from generator.model.language import Language
from generator.search.inverted import Inverted, folded_lines, inverted
from generator.search.parts import parts, tokens_of
from generator.search.separation import separated
from tests.search.shelves import LANGUAGES, found

_TEXTS = st.text(alphabet="知识密度大模型裡後𠮷﨑〇aAiéßﬁ19٣①_ 。\n-がカ한", max_size=30)


def places(index: Inverted) -> dict[str, list[int]]:
    """Return where each token stands, by the lists."""
    read = {}
    at = 0
    for token, length in zip(index.tokens, index.lengths, strict=True):
        numbers, gap, shift, last = [], 0, 0, 0
        for byte in index.lists[at : at + length]:
            gap |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                last += gap
                numbers.append(last)
                gap = shift = 0
        assert shift == 0
        read[token] = numbers
        at += length
    assert at == len(index.lists)
    return read


def plainly(texts: Sequence[str]) -> tuple[dict[str, list[int]], tuple[int, ...]]:
    """Return where each token stands, and how many each text has, by the rule."""
    cut = [[token for line in text.split("\n") for token in separated(line)] for text in texts]
    wanted: dict[str, list[int]] = {}
    for at, token in enumerate(token for tokens in cut for token in tokens):
        wanted.setdefault(token, []).append(at)
    return wanted, tuple(map(len, cut))


@settings(deadline=None)
@given(st.lists(_TEXTS, max_size=5))
def test_any_texts_are_cut_as_the_rule_says(texts: list[str]) -> None:
    index = inverted([folded_lines(text) for text in texts])
    assert (places(index), index.counts) == plainly(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_found_is_in_its_place(language: Language) -> None:
    texts = ["\n".join(passage.text for passage in entry.passages) for entry in found(language)]
    index = inverted([folded_lines(text) for text in texts])
    assert sum(index.counts) > 2000
    assert (places(index), index.counts) == plainly(texts)


def test_places_that_are_far_from_each_other() -> None:
    """Gaps of one byte to four."""
    texts = ["一 "]
    for length in (1, 100, 127, 128, 16_000, 16_384, 2_200_000):
        texts += ["甲乙" * (length // 2), "一 "]
    index = inverted(texts)
    assert places(index)["一"] == plainly(texts)[0]["一"]


def test_tokens_stand_in_the_order_in_which_a_browser_looks_for_them() -> None:
    index = inverted([folded_lines("大模型 𠮷野家 﨑 zebra ai 한국 カナ 大 模型 apple 9 10")])
    order = [(bool(IDEOGRAPH.match(one)), one.encode("utf-16-be")) for one in index.tokens]
    assert order == sorted(order)
    assert index.tokens[0] == "10_"


def test_nothing_has_no_places() -> None:
    assert inverted([]) == Inverted((), (), b"", ())
    assert inverted(["", "  "]) == Inverted((), (), b"", (0, 0))
    assert list(parts(inverted([]))) == []


@pytest.mark.parametrize("full", [1, 40, 300, 100_000])
def test_parts_have_all_lists_and_are_full_before_they_are_too_large(full: int) -> None:
    index = inverted([folded_lines("今天讲端侧AI芯片的密度，端侧大模型和大模型的模型。" * 9)])
    made = list(parts(index, full))
    assert [token for _, part in made for token in tokens_of(part)] == list(index.tokens)
    assert [tokens_of(part)[0] for _, part in made] == [first for first, _ in made]
    assert b"".join(part.partition(b"\n")[2] for _, part in made) == index.lists
    sizes = dict(zip(index.tokens, index.lengths, strict=True))
    weights = [sum(sizes[token] for token in tokens_of(part)) for _, part in made]
    for (_, part), weight in zip(made, weights, strict=True):
        assert weight <= full or len(tokens_of(part)) == 1
    # None is begun where the next list had room.
    for weight, (_, part) in zip(weights, made[1:], strict=False):
        assert weight + sizes[tokens_of(part)[0]] > full
