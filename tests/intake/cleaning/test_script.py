from __future__ import annotations

import pytest

from generator.intake.cleaning.script import bring_to_one_script
from generator.intake.done import DoneKind
from generator.model.language import Language
from tests.intake.cleaning.cleaned import Cleaned, Cleaning

clean = Cleaning(bring_to_one_script)
BEFORE = "退潮以后我们去数滩上的鸟"
AFTER = "那一页到今天还留着这个数"


def passages(found: Cleaned, reason: str = "Hant") -> list[str]:
    spans = (one for one in found.done if one.kind is DoneKind.SCRIPT and one.reason == reason)
    return [found.heard[one.start : one.end] for one in spans]


def test_a_passage_is_found_and_changed() -> None:
    strange = "後來我們聽見風聲\n大家\n誰也沒有說話"
    found = clean(f"{BEFORE}\n{strange}\n{AFTER}\n")

    assert passages(found) == [strange]
    assert found.words == f"{BEFORE}\n后来我们听见风声\n大家\n谁也没有说话\n{AFTER}\n"


def test_a_short_line_is_a_passage_and_common_characters_beside_it_are_not() -> None:
    found = clean(f"{BEFORE}\n好的\n謝謝\n大家好\n{AFTER}\n")

    assert passages(found) == ["謝謝"]


def test_a_passage_within_a_line_ends_where_the_other_script_begins() -> None:
    found = clean(f"{BEFORE} 後來我們聽見風聲還說了話 {AFTER}\n")

    assert [one.strip() for one in passages(found)] == ["後來我們聽見風聲還說了話"]


def test_a_single_character_within_a_line_is_no_passage() -> None:
    found = clean(f"{BEFORE}這个数对不上的时候\n")

    assert passages(found) == []
    assert "这个数" in found.words
    assert [(one.heard, one.written) for one in found.done] == [("這", "这")]


@pytest.mark.parametrize("said", ["乾坤与著名的面", "只有里面的后台", "Only English words", "一二三"])
def test_characters_of_both_scripts_say_nothing(said: str) -> None:
    assert clean(f"{said}\n").done == ()


def test_a_traditional_forum_is_brought_to_its_script() -> None:
    hant = Cleaning(bring_to_one_script, language=Language.HANT)
    found = hant("後來我們聽見風聲\n谁也没有说话\n這個數對不上\n")

    assert passages(found, "Hans") == ["谁也没有说话"]
    assert found.words == "後來我們聽見風聲\n誰也沒有說話\n這個數對不上\n"


def test_the_script_of_most_of_a_recording_is_kept_where_the_forum_speaks_english() -> None:
    english = Cleaning(bring_to_one_script, language=Language.EN)
    words = "後來我們聽見風聲\n誰也沒有說話\n這個數對不上\n"

    assert english(words).words == words


def test_what_does_not_change_stays_where_it_was_heard() -> None:
    found = clean("後來我們聽見風聲\n")

    assert len(found.words) == len(found.heard)
