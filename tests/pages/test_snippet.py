"""The words around a place: cut where a reader would, marked, converted, and never markup."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.identifiers import Mark
from generator.model.language import Language
from generator.model.record import Code, Emphasis, LineBreak, Text
from generator.model.record_text import plain_text
from generator.pages.mentions import Content, Place
from generator.pages.snippet import snippet
from tests.pages.shown import EN, HANS, HANT, fixture
from tests.pages.spoken import edition_of
from tests.site.hostile import TEXTS

EDITIONS = {language: edition_of(fixture(), language) for language in Language}


def place(content: Content | str, *said: str) -> Place:
    """Return the place where some words stand, each the first time after the one before."""
    text = content if isinstance(content, str) else plain_text(content)
    spans, position = [], 0
    for one in said:
        start = text.index(one, position)
        position = start + len(one)
        spans.append((start, position))
    return Place(Mark("a001"), (Text(content),) if isinstance(content, str) else content, tuple(spans))


def shown(content: Content | str, *said: str, language: Language = HANS, edition: Language = HANS) -> str:
    return str(snippet(EDITIONS[edition], language, place(content, *said)))


SEA = "海水一进一退，" * 12


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("大潮来了。", "<mark>大潮</mark>来了。"),
        (
            f"{SEA}完了。等到大潮来了，{SEA}",
            f"等到<mark>大潮</mark>来了，{'海水一进一退，' * 3}海水一进一退……",
        ),
        (f"{SEA}等到大潮来了。{SEA}", f"……{'海水一进一退，' * 4}等到<mark>大潮</mark>来了。"),
        ("水" * 60 + "大潮" + "水" * 60, f"……{'水' * 32}<mark>大潮</mark>{'水' * 32}……"),
        (f"“{SEA}完了。”大潮{'水' * 60}", f"<mark>大潮</mark>{'水' * 32}……"),
    ],
)
def test_chinese_is_cut_at_sentences_else_clauses_else_anywhere(text: str, wanted: str) -> None:
    assert shown(text, "大潮") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the tide", "the <mark>tide</mark>"),
        (
            f"{'One came. ' * 20}It was 6.4 m at the tide. {'Two went. ' * 20}",
            f"{'One came. ' * 5}It was 6.4 m at the <mark>tide</mark>. {'Two went. ' * 6}Two went.",
        ),
        (
            f"{'never ' * 30}tide {'more ' * 30}",
            f"…{'never ' * 13}<mark>tide</mark> {'more ' * 14}more…",
        ),
    ],
)
def test_english_is_cut_at_sentences_else_between_words(text: str, wanted: str) -> None:
    assert shown(text, "tide", language=EN, edition=EN) == wanted


def test_a_word_longer_than_there_is_room_is_cut_all_the_same() -> None:
    text = shown("a" * 300 + "-tide-" + "b" * 300, "tide", language=EN, edition=EN)
    assert re.fullmatch(r"…a+-<mark>tide</mark>-b*…", text)
    assert len(text) < 200


def test_no_other_hit_is_cut_in_two() -> None:
    text = "水" * 33 + "大潮" + "水" * 31 + "大潮" + "水" * 40
    assert shown("大潮" + text[2:], "大潮", "大潮").count("<mark>大潮</mark>") == 2
    before = "水" * 5 + "大潮" + "水" * 31 + "大潮"
    found = place(before, "大潮", "大潮")
    turned = Place(found.mark, found.content, (found.spans[1], found.spans[0]))
    assert str(snippet(EDITIONS[HANS], HANS, turned)).count("<mark>大潮</mark>") == 2


def test_words_in_another_script_are_converted_whole_across_hits_cuts_and_markup() -> None:
    assert shown("于老师说大潮里的台风", "大潮", edition=HANT) == "于老師說<mark>大潮</mark>裡的颱風"
    # The name stands on both sides of a hit, in emphasis, and is still the name that its bearer writes.
    content = (Text("问"), Emphasis(strong=True, content=(Text("舒鹤"),)), Text("汀"))
    assert shown(content, "鹤", edition=HANT) == "問舒<mark>鶴</mark>汀"


def test_code_is_not_converted_and_a_wanted_break_is_a_space() -> None:
    content = (Text("来"), Code("读数据"), LineBreak(), Text("大潮"))
    assert shown(content, "大潮", edition=HANT) == "來读数据 <mark>大潮</mark>"


def test_words_in_another_language_stay_as_they_are() -> None:
    assert shown("潮水来了", "潮水", language=HANS, edition=EN) == "<mark>潮水</mark>来了"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("language", Language)
def test_no_text_is_more_than_text(text: str, language: Language) -> None:
    for content in (f"{text}大潮{text}", f"大{text}潮"):
        said = "大潮" if "大潮" in content else content
        found = shown(content, said, edition=language)
        assert set(re.findall(r"<[^>]*>", found)) == {"<mark>", "</mark>"}
        if language is HANS and len(content) < 60:
            plain = html.unescape(re.sub(r"</?mark>", "", found))
            assert " ".join(plain.split()) == " ".join(content.split())


PIECES = st.text(alphabet="大潮水，。“” aB.,;:!—…\n<&’", max_size=90)


@given(before=PIECES, after=PIECES, language=st.sampled_from([HANS, EN]))
def test_what_is_shown_is_a_piece_of_the_text_around_the_hit(
    before: str, after: str, language: Language
) -> None:
    text = f"{before}Xx{after}"
    found = shown(text, "Xx", language=language, edition=language)
    plain = html.unescape(re.sub(r"</?mark>", "", found))
    assert found.count("<mark>Xx</mark>") == 1
    inner = plain.removeprefix("……" if language is HANS else "…").removesuffix(
        "……" if language is HANS else "…"
    )
    flat = re.sub(r"[\n ]+", " ", text)
    assert re.sub(r" +", " ", inner) in flat or re.sub(r" +", " ", plain) in flat
    assert len(plain) <= 2 * 80 + 10
