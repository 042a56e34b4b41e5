"""How long a record is, in its head: round numbers, as each language writes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.identifiers import ImagePath, Mark
from generator.model.language import Language
from generator.model.record import Block, Figure, Paragraph, Table, Text
from generator.pages.reading_length import length_words
from tests.pages.shown import EN, HANS, HANT
from tests.pages.spoken import LAMP, edition_of, paragraphs, saying


def length(
    blocks: tuple[Block, ...] | str, language: Language = HANS, edition: Language | None = None
) -> str:
    """Return what the page says of a record with just these blocks."""
    held = saying([], paragraphs(blocks) if isinstance(blocks, str) else blocks, language)
    return length_words(edition_of(held, edition or language), held.records[(*LAMP, language)])


@pytest.mark.parametrize(
    ("characters", "told"),
    [
        (1, "约10字，读完约1分钟"),
        (44, "约40字，读完约1分钟"),
        (45, "约50字，读完约1分钟"),
        (994, "约990字，读完约2分钟"),
        (996, "约1,000字，读完约2分钟"),
        (3949, "约3,900字，读完约10分钟"),
        (12_500, "约13,000字，读完约31分钟"),
    ],
)
def test_ideographs_are_counted_in_round_numbers(characters: int, told: str) -> None:
    assert length("潮" * characters) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("word " * 2300, "About 2,300 words, 10 minutes’ reading"),
        ("one " * 100, "About 100 words, 1 minute’s reading"),
        ("crab’s hole, 6.4 mm " * 250, "About 1,000 words, 4 minutes’ reading"),
    ],
)
def test_words_are_counted_in_english(text: str, told: str) -> None:
    assert length(text, EN) == told


def test_words_in_letters_count_as_one_character_each() -> None:
    assert length("模型MiniCPM有2.4B个参数。" * 10) == "约80字，读完约1分钟"


def test_nothing_but_words_that_can_be_read_is_counted() -> None:
    words = paragraphs("潮" * 20)
    held_back = Paragraph((Mark("h001"),), (Text("潮" * 500),), line=2, held_back=True)
    picture = Figure((Mark("f001"),), ImagePath("a.png"), "潮" * 500, line=3)
    table = Table((Mark("t001"),), ((Text("潮" * 10),),), (((Text("潮" * 10),),),), line=4)
    assert length((*words, held_back, picture, table)).startswith("约40字")


def test_it_is_said_in_the_words_of_the_page_and_counted_in_those_of_the_record() -> None:
    assert length("潮" * 400, HANS, EN) == "About 400 Chinese characters, 1 minute’s reading"
    assert length("word " * 460, EN, HANT) == "英文約460詞，讀完約2分鐘"
    blocks = tuple(replace(one) for one in paragraphs("潮" * 400))
    assert length(blocks, HANS, HANT) == "約400字，讀完約1分鐘"
