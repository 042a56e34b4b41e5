"""Which blocks of a session's languages say the same."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.identifiers import Mark


@dataclass(frozen=True, slots=True)
class Unit:
    """A block, as far as alignment goes.

    Attributes:
        kind: What it is; only blocks of one kind correspond.
        marks: Its marks.
        time: When it was said, empty where that is not written; blocks of different times do not correspond.
    """

    kind: str
    marks: tuple[Mark, ...] = ()
    time: str = ""


Node = tuple[int, int]
"""Language and block, by number."""


def align(languages: Sequence[Sequence[Unit]]) -> list[list[Node]]:
    """Group the blocks that correspond.

    Args:
        languages: The blocks of each language, in order.

    Returns:
        Groups of blocks, each with one block of a language at most; every block is in just one group. Groups
        are in the order of their first blocks.
    """
    groups = _Groups(languages)
    for left, right in itertools.combinations(range(len(languages)), 2):
        for a, b in _pairs(languages[left], languages[right]):
            groups.join((left, a), (right, b))
    return groups.all()


def _pairs(left: Sequence[Unit], right: Sequence[Unit]) -> list[tuple[int, int]]:
    """Pair the blocks of two languages: those with a common mark, and what lies between them in step."""
    anchors = _anchors(left, right)
    pairs = list(anchors)
    ends = [(-1, -1), *anchors, (len(left), len(right))]
    for (a, b), (next_a, next_b) in itertools.pairwise(ends):
        between = range(a + 1, next_a), range(b + 1, next_b)
        if len(between[0]) == len(between[1]):
            steps = list(zip(*between, strict=True))
            if all(_may_pair(left[i], right[j]) for i, j in steps):
                pairs += steps
    return pairs


def _anchors(left: Sequence[Unit], right: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return pairs with a common mark, as far as they stand in the same order in both."""
    where = {mark: number for number, unit in reversed(list(enumerate(right))) for mark in unit.marks}
    found: list[tuple[int, int]] = []
    for number, unit in enumerate(left):
        others = [where[mark] for mark in unit.marks if mark in where]
        if others and (not found or min(others) > found[-1][1]):
            found.append((number, min(others)))
    return found


def _may_pair(left: Unit, right: Unit) -> bool:
    if left.marks and right.marks:
        return False
    return left.kind == right.kind and (not left.time or not right.time or left.time == right.time)


class _Groups:
    """Sets of corresponding blocks; two that cannot be one are not joined."""

    def __init__(self, languages: Sequence[Sequence[Unit]]) -> None:
        self._languages = languages
        self._group: dict[Node, list[Node]] = {
            (row, number): [(row, number)]
            for row, units in enumerate(languages)
            for number in range(len(units))
        }

    def join(self, one: Node, other: Node) -> None:
        """Join two groups, unless they hold two blocks of a language or two different names."""
        first, second = self._group[one], self._group[other]
        if first is second or {row for row, _ in first} & {row for row, _ in second}:
            return
        first_marks, second_marks = self._marks(first), self._marks(second)
        if first_marks and second_marks and not first_marks & second_marks:
            return
        merged = sorted(first + second)
        for node in merged:
            self._group[node] = merged

    def all(self) -> list[list[Node]]:
        """Return the groups in the order of their first blocks."""
        return [group for node, group in sorted(self._group.items()) if group[0] == node]

    def _marks(self, group: list[Node]) -> set[Mark]:
        return {mark for row, number in group for mark in self._languages[row][number].marks}
