from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.identifiers import RESERVED, identifier_fault, is_mark

PARTS = st.from_regex(r"[a-z0-9]{1,9}", fullmatch=True)


@given(st.lists(PARTS, min_size=1, max_size=6))
def test_words_joined_by_single_hyphens_are_ids(parts: list[str]) -> None:
    text = "-".join(parts)
    assert (identifier_fault(text) is None) is (text not in RESERVED)


@given(st.text())
def test_whatever_is_accepted_is_safe_in_a_path_an_address_and_a_shell(text: str) -> None:
    if identifier_fault(text) is None:
        assert re.fullmatch(r"[a-z0-9-]{1,80}", text)
        assert not text.startswith("-")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "needed"),
        ("a" * 81, "80"),
        ("Liu", "small letters"),
        ("liu_zhi", "small letters"),
        ("liu--zhi", "single hyphens"),
        ("-liu", "single hyphens"),
        ("liu-", "single hyphens"),
        ("..", "small letters"),
        ("a/b", "small letters"),
        ("a\n", "small letters"),
        ("刘", "small letters"),
        ("ｌｉｕ", "small letters"),
        ("con", "reserved"),
        ("images", "reserved"),
        ("en", "reserved"),
    ],
)
def test_what_is_no_id_is_refused_with_the_reason(text: str, says: str) -> None:
    assert says in (identifier_fault(text) or "")


@pytest.mark.parametrize("text", ["p7k2", "a111", "zzz9"])
def test_marks(text: str) -> None:
    assert is_mark(text)


@pytest.mark.parametrize(
    "text", ["cite", "7pk2", "p7k", "p7k22", "P7k2", "p-k2", "", "p7k2\n", "p７k2", "^p7k"]
)
def test_no_marks(text: str) -> None:
    assert not is_mark(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=3, max_size=5))
def test_a_mark_is_never_a_word_that_pages_use_as_an_anchor(text: str) -> None:
    if is_mark(text):
        assert len(text) == 4
        assert text.isascii()
        assert any(character.isdigit() for character in text)
