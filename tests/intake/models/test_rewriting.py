"""What differs between a paragraph and its rewriting is told by whole words, and all of it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.models.rewriting import is_light, rewritten
from generator.intake.text import Edit, Text

WORDS = st.text(alphabet="潮水滩3.5ab %，。", max_size=30)


@given(WORDS.filter(bool), WORDS)
def test_the_parts_make_one_of_the_other(before: str, after: str) -> None:
    parts = rewritten(before, after)
    edits = [Edit(*part.old, after[slice(*part.new)]) for part in parts]
    assert Text.of(before).edited(edits).words == after
    assert all(part.old[0] < part.old[1] for part in parts)


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("共30块板", "共50块板", [("30", "50")]),
        ("水位3.5米", "水位3.6米", [("3.5", "3.6")]),
        ("two models here", "two model here", [("models", "model")]),
        ("潮位涨", "潮位不涨", [("位", "位不")]),
        ("涨了", "不涨了", [("涨", "不涨")]),
        ("我们我们走", "我们走", [("我们", "")]),
        ("潮退了", "潮退了", []),
    ],
)
def test_a_part_is_a_whole_word_or_number(before: str, after: str, parts: list[tuple[str, str]]) -> None:
    found = rewritten(before, after)
    assert [(before[slice(*one.old)], after[slice(*one.new)]) for one in found] == parts


@pytest.mark.parametrize(
    ("after", "light"),
    [("潮水退了以后我们去量板。", True), ("", False), ("  ", False), ("好的，以下是编辑后的段落", False)],
)
def test_another_text_is_no_light_rewriting(after: str, light: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_light("潮水退了以后呢我们去量板", after) is light
    assert not is_light("潮水退了以后呢我们去量板", f"{after}\n{after}")
