"""The words of the interface are there in every language, and none falls back in silence."""

from __future__ import annotations

import re
from pathlib import Path

import opencc
import pytest

from generator.language.words import MissingWordError, Words, WordValueError, load_words
from generator.language.yaml_text import LanguageFileError
from generator.model.language import Language

FOLDER = Path(__file__).parents[2] / "site_config" / "words"


@pytest.fixture(scope="module")
def shipped() -> dict[Language, Words]:
    return load_words(FOLDER)


def written(folder: Path, text: str) -> Words:
    for language in Language:
        (folder / f"{language}.yml").write_text(text, encoding="utf-8")
    return load_words(folder)[Language.EN]


@pytest.mark.parametrize("language", Language)
def test_every_language_has_every_word_with_the_same_places(
    shipped: dict[Language, Words], language: Language
) -> None:
    mine, model = shipped[language], shipped[Language.EN]
    assert set(mine.keys()) ^ set(model.keys()) == set()
    assert {key: mine.placeholders(key) for key in mine.keys()} == {  # noqa: SIM118 - Words is no mapping
        key: model.placeholders(key)
        for key in model.keys()  # noqa: SIM118
    }


@pytest.mark.parametrize("language", Language)
def test_every_word_can_be_said(shipped: dict[Language, Words], language: Language) -> None:
    words = shipped[language]
    for key in words.keys():  # noqa: SIM118
        values = {name: "x" for name in words.placeholders(key) if name != "count"}
        for count in (1, 2) if "count" in words.placeholders(key) else (None,):
            assert "{" not in words(key, count=count, **values)


@pytest.mark.parametrize("language", Language)
def test_words_hold_no_markup(shipped: dict[Language, Words], language: Language) -> None:
    words = shipped[language]
    texts = [text for key in words.keys() for text in words.group(key.split(".")[0]).values()]  # noqa: SIM118
    assert [text for text in texts if re.search(r'[<>&"]', text)] == []


def test_no_simplified_form_is_left_in_traditional_words() -> None:
    text = (FOLDER / "zh-Hant.yml").read_text(encoding="utf-8").replace("简体", "")
    to_traditional, to_simplified = opencc.OpenCC("s2tw"), opencc.OpenCC("tw2s")
    only_simplified = {c for c in text if to_traditional.convert(c) != c and to_simplified.convert(c) == c}
    assert only_simplified == set()


def test_the_sentence_about_a_text_is_put_together(shipped: dict[Language, Words]) -> None:
    expected = {
        Language.EN: "Summary written by a machine from a recording; nobody has checked it yet.",
        Language.HANS: "摘要稿，由机器据录音写成；还没有人核对过。",
        Language.HANT: "摘要稿，由機器依錄音寫成；尚未有人校對。",
    }
    for language, sentence in expected.items():
        words = shipped[language]
        made, checked = words("state.made.summary.machine"), words("state.unchecked")
        assert words("state.sentence", made=made, checked=checked) == sentence


def test_number_chooses_the_form_by_the_languages_own_rules(shipped: dict[Language, Words]) -> None:
    english, chinese = shipped[Language.EN], shipped[Language.HANS]
    assert [english("forum.sessions", count=n) for n in (0, 1, 1200)] == [
        "0 sessions",
        "1 session",
        "1,200 sessions",
    ]
    assert [chinese("forum.sessions", count=n) for n in (0, 1, 12)] == ["0场", "1场", "12场"]
    assert english("person.partners_count", count=1) == "once"


def test_a_missing_word_names_its_key_and_file(shipped: dict[Language, Words]) -> None:
    with pytest.raises(MissingWordError) as caught:
        shipped[Language.HANT]("session.kind.tea")
    assert isinstance(caught.value, KeyError)
    assert caught.value.key == "session.kind.tea"
    assert str(caught.value) == f"{FOLDER / 'zh-Hant.yml'}: no word session.kind.tea"


def test_a_group_is_no_word_and_a_word_no_group(shipped: dict[Language, Words]) -> None:
    words = shipped[Language.EN]
    assert words.group("attended") == {"absent": "Absent", "here": "In the room", "remote": "Remote"}
    assert "attended" not in words
    assert "attended.here" in words
    with pytest.raises(MissingWordError):
        words("attended")
    with pytest.raises(MissingWordError):
        words.group("attended.here")


@pytest.mark.parametrize("values", [{}, {"who": "Ann"}, {"who": "Ann", "when": "now", "where": "here"}])
def test_a_place_without_a_value_and_a_value_without_a_place_are_errors(
    tmp_path: Path, values: dict[str, str]
) -> None:
    words = written(tmp_path, "checked: '{who} on {when}'\n")
    assert words("checked", who="Ann", when="Monday") == "Ann on Monday"
    with pytest.raises(WordValueError, match="checked"):
        words("checked", count=None, **values)


def test_a_value_is_not_read_as_a_word(tmp_path: Path) -> None:
    words = written(tmp_path, "said: '{who}: {what}'\n")
    assert words("said", who="{what}", what="{who} \\1") == "{what}: {who} \\1"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- a\n", "must be a mapping"),
        ("a: [b]\n", "a must be a word"),
        ("a:\n  b:\n", "a.b must be a word"),
        ("a.b: c\n", "has no dots"),
        ("a: {one: x, other: [y]}\n", "each plural form must be a text"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(LanguageFileError, match=reason):
        written(tmp_path, text)


def test_a_language_without_its_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LanguageFileError, match=r"zh-Hans\.yml"):
        load_words(tmp_path)
