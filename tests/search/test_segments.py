"""Which texts an index is of, and where those of the entries stand in it."""

from __future__ import annotations

from generator.search.segments import NOWHERE, Placed, Segment, missing_in, placed_in


def of(*texts: str) -> Segment:
    """Return a segment whose texts have 1, 2, 3 ... tokens."""
    return Segment("name", texts, tuple(range(1, len(texts) + 1)), ("x",))


def test_what_is_new_is_missing() -> None:
    assert missing_in(of("a", "b"), ["b", "c", "a", "d"]) == [1, 3]
    assert missing_in(of("a", "b"), ["a"]) == []


def test_the_same_text_twice_needs_two_places() -> None:
    assert missing_in(of("a", "b", "a"), ["a", "a", "a"]) == [2]


def test_all_texts_in_order_are_in_their_places() -> None:
    assert placed_in([of("a", "b", "a")], ["a", "b", "a"]) == Placed((1, 2, 3), ((0, 1, 2),))


def test_what_moved_was_removed_or_is_new_is_found_where_it_is() -> None:
    """`b` is gone, `c` stands before `a` now, and `n` is new."""
    placed = placed_in([of("a", "b", "c"), of("n")], ["c", "n", "a"])
    assert placed == Placed((3, 1, 1), ((2, NOWHERE, 0), (1,)))
