"""The review list: what it finds, what only looks so, and the list that is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.language.exceptions import NO_EXCEPTIONS
from generator.language.review_words import NO_REVIEW_WORDS, ReviewWords, load_review_words
from generator.language.script import ScriptConverter
from generator.language.yaml_text import LanguageFileError
from generator.model.language import Language

SHIPPED = Path(__file__).parents[2] / "site_config" / "intake" / "review.yml"
WORDS = ReviewWords.of(
    {"titles": ["总理", "国务院总理", "Prime Minister"], "names": ["闻朔屿"], "not_meant": ["总理解"]}
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("请国务院总理讲话。", ["国务院总理"]),
        ("总理和闻朔屿。", ["总理", "闻朔屿"]),
        ("你总理解成别的，总理。", ["总理"]),
        ("我总理解不了。", []),
        ("The prime minister came.", ["prime minister"]),
        ("Prime Ministerial", []),
        ("总\n理", []),
        ("", []),
    ],
)
def test_words_are_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in WORDS.spans(text)] == found
    assert WORDS.first(text) == (found[0] if found else "")


def test_an_empty_list_finds_nothing() -> None:
    assert NO_REVIEW_WORDS.first("总理 a") == ""


@pytest.mark.parametrize("text", ["[a]", "a: b", "a: [[b]]", 'a: [""]', ""])
def test_what_is_no_list_of_words_is_told(text: str, tmp_path: Path) -> None:
    place = tmp_path / "review.yml"
    place.write_text(text, "utf-8")
    with pytest.raises(LanguageFileError):
        load_review_words(place)


def test_the_shipped_list_is_written_in_both_scripts_and_short_words_are_none() -> None:
    words = load_review_words(SHIPPED)
    every = [*words.words, *words.not_meant]
    assert len(every) == len(set(every))
    assert all(len(word) > 1 for word in every)
    script = ScriptConverter({}, NO_EXCEPTIONS)
    lacking = [
        word
        for word in every
        for source, target in ((Language.HANS, Language.HANT), (Language.HANT, Language.HANS))
        if not word.isascii()
        and script.convert(word, target, source) == word
        and script.convert(word, source, target) not in every
    ]
    assert lacking == []


@pytest.mark.parametrize(
    "text",
    [
        "本次论坛的主席是林晚。",
        "我们的副总裁总统筹。",
        "和首相关的人",
        "四川普通话",
        "President of the company",
        "会议主席",
    ],
)
def test_ordinary_words_are_not_on_the_shipped_list(text: str) -> None:
    assert load_review_words(SHIPPED).first(text) == ""
