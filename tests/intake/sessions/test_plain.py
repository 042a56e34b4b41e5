from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.intake.sessions.plain import alternation, plain_of, simplified, tokens
from generator.intake.text import Text


def test_letters_only_small_and_simplified() -> None:
    assert simplified("謝謝，大家！ AI　PC\n") == "谢谢大家ai pc"
    assert simplified("Let's welcome\nher.") == "lets welcome her"


def test_breaks_are_lines_and_ends_of_sentences() -> None:
    plain = plain_of(Text.of("好\n谢谢。大家 好3.5米. ok"), chunked=False)
    assert plain.letters == "好谢谢大家好3 5米ok"
    assert list(plain.breaks) == [0, 1, 3, 10]
    assert plain.breathed
    assert [plain.break_from(4), plain.break_before(4), plain.break_from(11)] == [10, 3, 12]


def test_lines_of_a_chunk_are_no_breaks() -> None:
    plain = plain_of(Text.of("好\n谢谢"), chunked=True)
    assert list(plain.breaks) == [0]
    assert not plain.breathed


def test_phrases_with_gaps() -> None:
    found = alternation(("感谢…的分享", "感谢", "thank you"))
    assert found.findall("感谢江老师的分享感谢大家thank youthanks") == ["感谢江老师的分享", "感谢"]
    assert found.search("感谢这句话真的那么长那么长那么长的分享")[0] == "感谢"  # type: ignore[index]
    assert alternation(()).search("感谢") is None


def test_tokens() -> None:
    assert tokens("ai潮水图2") == {"ai", "潮水", "水图"}


@given(st.text(alphabet="好謝Ab '.。\n３é", max_size=40), st.booleans())
def test_every_letter_has_its_place(words: str, chunked: bool) -> None:  # noqa: FBT001
    plain = plain_of(Text.of(words), chunked=chunked)
    assert len(plain.letters) == len(plain.at)
    assert list(plain.at) == sorted(plain.at)
    assert list(plain.breaks) == sorted(set(plain.breaks))
    assert all(plain.is_break(place) for place in plain.breaks)
