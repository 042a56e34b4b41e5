from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.intake.stretches import merged, runs, without

STRETCHES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12)


def indices(stretches: list[tuple[int, int]]) -> set[int]:
    return {index for start, end in stretches for index in range(start, end)}


@given(STRETCHES)
def test_merged_parts_cover_the_same_in_order_and_apart(stretches: list[tuple[int, int]]) -> None:
    found = merged(stretches)
    assert indices(found) == indices(stretches)
    edges = [edge for stretch in found for edge in stretch]
    assert edges == sorted(set(edges))


@given(STRETCHES, STRETCHES)
def test_what_is_left_is_what_was_not_taken(
    whole: list[tuple[int, int]], gone: list[tuple[int, int]]
) -> None:
    left = list(without(merged(whole), merged(gone)))
    assert indices(left) == indices(whole) - indices(gone)


@given(st.lists(st.integers(0, 40)))
def test_runs_cover_the_indices(found: list[int]) -> None:
    assert indices(list(runs(sorted(found)))) == set(found)
