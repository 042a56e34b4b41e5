from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.intake.wording.cuts import Cut, best_cuts


def long_ones(start: int, end: int) -> float:
    return max(0, end - start - 10)


def test_the_best_place_is_taken_and_parts_are_short() -> None:
    cuts = [Cut(5, 0.5), Cut(9, 2.0), Cut(11, -1.0), Cut(18, 1.0)]
    assert best_cuts(0, 20, cuts, long_ones, 60) == [5, 9, 18]
    assert best_cuts(0, 20, [Cut(9, -3.0)], long_ones, 60) == [9]
    assert best_cuts(0, 12, [Cut(9, -3.0)], long_ones, 60) == []
    assert best_cuts(0, 12, [], long_ones, 60) == []


@given(st.lists(st.tuples(st.integers(-5, 5), st.integers(1, 9)), max_size=80), st.integers(1, 70))
def test_places_are_among_those_given_and_in_order(gaps: list[tuple[int, int]], farthest: int) -> None:
    place, cuts = 0, []
    for gain, gap in gaps:
        place += gap
        cuts.append(Cut(place, gain))
    found = best_cuts(0, place + 3, cuts, long_ones, farthest)
    assert found == sorted(set(found) & {cut.place for cut in cuts})
