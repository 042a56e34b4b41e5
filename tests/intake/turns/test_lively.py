from __future__ import annotations

from itertools import pairwise

import pytest

from tests.intake.turns.lively import lively
from tests.intake.turns.stage import M, Stage

_NEAR = 10


def _found(stage: Stage) -> tuple[float, float]:
    """The parts of the turns that were found, and of what was found that are turns."""
    starts = [one.start for one in stage.turns()]
    hits = sum(any(abs(at - start) <= _NEAR for start in starts) for at in stage.starts)
    true = sum(any(abs(at - start) <= _NEAR for at in stage.starts) for start in starts)
    return hits / len(stage.starts), true / len(starts)


def _right(stage: Stage, *, sure: bool) -> float:
    """The part of the letters that were given to who says them."""
    who: dict[int, str | None] = {}
    for person, (start, end) in zip(stage.people, pairwise([*stage.starts, len(stage.raw)]), strict=True):
        who.update(dict.fromkeys(range(start, end), person))
    given = [
        (who.get(at), one.person)
        for one in stage.turns()
        if one.sure or not sure
        for at in range(one.start, one.end)
    ]
    return sum(1 for one, other in given if one == other) / len(given)


@pytest.fixture(scope="module")
def stage() -> Stage:
    return Stage(*lively(), flat=True)


def test_short_turns_are_found(stage: Stage) -> None:
    recall, precision = _found(stage)
    assert recall >= 0.9
    assert precision >= 0.9


def test_who_goes_on_without_being_called_is_told_by_the_voice(stage: Stage) -> None:
    assert _right(stage, sure=False) >= 0.9


def test_what_is_sure_is_right(stage: Stage) -> None:
    assert _right(stage, sure=True) >= 0.97
    assert M in stage.sure()


def test_a_voice_that_nobody_named_is_nobody() -> None:
    said = [
        (who if who == M else None, words.replace("苏", "孟").replace("陆", "郝").replace("闻站长", "白站长"))
        for who, words in lively(2)
    ]
    named = [(who, words.replace("江老师", "施老师")) for who, words in said]
    assert {one.person for one in Stage(*named, flat=True).turns()} <= {M, None}
