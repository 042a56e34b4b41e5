from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.intake.wording.chapters import chapters_of
from generator.intake.wording.paragraphs import LONGEST, SHORTEST, paragraphs_of, sentences_of
from tests.intake.wording.marsh import Marsh

KNOWN = Marsh("").known
SAID = "潮水退到旧堤外面，守望人把读数写进本子。"


def parts(words: str, breaks: tuple[int, ...] = ()) -> list[str]:
    return [words[start:end] for start, end in paragraphs_of(words, (0, len(words)), breaks, KNOWN)]


@given(st.lists(st.sampled_from([SAID, "首先看水尺。", "所以呢？", "Is it? ", "没有说完"]), max_size=60))
def test_nothing_is_lost_and_no_paragraph_is_endless(said: list[str]) -> None:
    words = "".join(said)
    found = parts(words)
    assert "".join(found) == words
    assert all(len(one) <= LONGEST + SHORTEST for one in found)


def test_a_paragraph_begins_where_something_new_begins() -> None:
    words = SAID * 6 + "接下来说说木板。" + SAID * 6
    assert [one[:3] for one in parts(words)] == [SAID[:3], "接下来"]


def test_a_paragraph_does_not_begin_with_what_leans_on_the_one_before() -> None:
    words = SAID * 8 + "所以木板还在。" + SAID * 8
    assert not any(one.startswith("所以") for one in parts(words))


def test_a_break_that_must_be_is_one() -> None:
    words = SAID * 3
    assert parts(words, (len(SAID),)) == [SAID, SAID * 2]


def test_an_english_paragraph_is_as_long_as_what_it_says() -> None:
    words = "The tide went out beyond the old dyke, and the keeper wrote it down. " * 12
    assert max(len(one) for one in parts(words)) > LONGEST
    assert len(list(sentences_of("It is 3.5 m. Yes.", 0, 17))) == 2


def chapters(words: str) -> dict[int, str]:
    return chapters_of(words, (0, len(words)), KNOWN)


def test_chapters_are_what_a_speaker_announces() -> None:
    words = (
        f"首先给大家介绍一下盐沼的历史地图，它在滩上。{SAID * 25}"
        f"接下来我们看一下水尺读数的整理。{SAID * 25}"
        f"第三部分是守望人的培训计划，还很新。{SAID * 25}"
    )
    assert list(chapters(words).values()) == ["盐沼的历史地图", "水尺读数的整理", "守望人的培训计划"]


def test_what_is_not_clearly_announced_makes_no_chapter() -> None:
    assert (
        chapters(f"首先我们看一下这个。{SAID * 25}接下来大家可以看一下这里的图。{SAID * 25}最后谢谢。") == {}
    )
    assert chapters(f"首先介绍一下盐沼的沉积板。{SAID * 50}") == {}
