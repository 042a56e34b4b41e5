from __future__ import annotations

import pytest

from generator.language.lists import join_list
from generator.model.language import Language


@pytest.mark.parametrize(
    ("items", "chinese", "english"),
    [
        ([], "", ""),
        (["甲"], "甲", "甲"),
        (["甲", "乙"], "甲、乙", "甲 and 乙"),
        (["甲", "{0}", "丙"], "甲、{0}、丙", "甲, {0} and 丙"),
    ],
)
def test_names_are_joined_as_the_language_does(items: list[str], chinese: str, english: str) -> None:
    assert join_list(items, Language.HANS) == chinese
    assert join_list(items, Language.HANT) == chinese
    assert join_list(items, Language.EN) == english
