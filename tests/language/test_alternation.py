"""One pattern for many words finds the longest, whatever words they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.alternation import longest_first

WORDS = st.lists(st.text("ab.[|", min_size=1, max_size=6), min_size=1, max_size=9)


@given(WORDS, st.text("ab.[|", max_size=9))
def test_the_longest_that_fits_is_found(words: list[str], text: str) -> None:
    found = re.match(longest_first(words), text)
    longest = max((word for word in words if text.startswith(word)), key=len, default=None)
    assert (found[0] if found else None) == longest


@pytest.mark.parametrize(
    "words",
    [["潮" * 5000], ["潮" * length for length in range(1, 600)], ["(" * 999, "(" * 998 + "["]],
    ids=["long", "each within the next", "alike"],
)
def test_no_word_is_too_long(words: list[str]) -> None:
    pattern = re.compile(longest_first(words))
    assert all(pattern.fullmatch(word) for word in words)


def test_where_there_are_no_words_nothing_is_found() -> None:
    assert re.search(longest_first([]), "潮") is None
