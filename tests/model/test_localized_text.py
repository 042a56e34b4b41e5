from __future__ import annotations

import itertools

import pytest

from generator.model.language import Language
from generator.model.text import LocalizedText

HANS, HANT, EN = Language.HANS, Language.HANT, Language.EN
EVERY_CHOICE = [
    choice for size in (1, 2, 3) for choice in itertools.combinations(Language, size)
]  # fmt: skip


def text_in(*languages: Language) -> LocalizedText:
    return LocalizedText.of({language: f"in {language}" for language in languages})


@pytest.mark.parametrize(
    ("written", "reader", "spoken", "gets"),
    [
        ((HANS, HANT, EN), HANT, HANS, HANT),  # one's own, though the other script is what was spoken
        ((HANS, EN), HANT, EN, HANS),  # the other script before what was spoken
        ((HANT, EN), HANS, EN, HANT),
        ((HANS, HANT), EN, HANS, HANS),  # no English: what was spoken
        ((HANS, HANT), EN, HANT, HANT),
        ((HANT,), EN, HANS, HANT),  # neither: the other script of what was spoken
        ((EN,), HANT, HANS, EN),  # nothing near: what there is
        ((HANS,), EN, EN, HANS),
    ],
)
def test_nearest(written: tuple[Language, ...], reader: Language, spoken: Language, gets: Language) -> None:
    assert text_in(*written).nearest(reader, spoken) == (gets, f"in {gets}")


@pytest.mark.parametrize("written", EVERY_CHOICE)
@pytest.mark.parametrize("reader", Language)
@pytest.mark.parametrize("spoken", Language)
def test_nearest_is_always_something_written_and_ones_own_where_it_is(
    written: tuple[Language, ...], reader: Language, spoken: Language
) -> None:
    language, words = text_in(*written).nearest(reader, spoken)
    assert language in written
    assert words == f"in {language}"
    if reader in written:
        assert language is reader
    elif reader.other_script in written:
        assert language is reader.other_script


def test_texts_stand_in_the_order_of_the_languages_however_they_were_given() -> None:
    one = LocalizedText.of({EN: "e", HANT: "t", HANS: "s"})
    assert one.languages == tuple(Language)
    assert one == LocalizedText.of({HANS: "s", HANT: "t", EN: "e"})
    assert one.get(HANT) == "t"
    assert text_in(EN).get(HANS) is None


def test_scripts_are_pairs_and_english_stands_alone() -> None:
    assert HANS.other_script is HANT
    assert HANT.other_script is HANS
    assert EN.other_script is None
    assert EN.sources() == (EN,)
    assert HANT.sources() == (HANT, HANS)
