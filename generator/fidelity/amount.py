"""Numbers as texts have them: what they are worth, of what, and how exactly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

Range = tuple[float, float]
"""Least and greatest value; the same for an exact number."""

ORDINAL: Final = "ordinal"
PERCENT: Final = "percent"
POINT: Final = "percentage point"
MONTH: Final = "calendar month"
YEAR: Final = "year"
_SAME: Final = 1e-9
SMALL: Final = 10
"""The greatest number that may count what is said without being said."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted or measured.

    Attributes:
        dimension: Units of one dimension are converted.
        factor: How many of the dimension's own unit it is.
    """

    dimension: str = ""
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Amount:
    """A number where it stands.

    Attributes:
        start: Where it begins in its text.
        end: Where it ends, its unit not included.
        words: As it is written.
        values: What it may be worth; one range mostly, more where a form can be read in several ways.
        unit: Of what.
        vague: `几十万`, `dozens`: no number is named.
        bounds: `about`, `nearly`, `over`, `under`: how near it comes.
    """

    start: int
    end: int
    words: str
    values: tuple[Range, ...]
    unit: Unit = Unit()
    vague: bool = False
    bounds: frozenset[str] = frozenset()

    @property
    def is_small_count(self) -> bool:
        """Whether it may count what is said, such as three points, rather than be said."""
        return all(low == high and low <= SMALL for low, high in self.values) and not self.unit.dimension

    def moved(self, start: int, end: int) -> Amount:
        """Return it at another place."""
        return replace(self, start=start, end=end)


def same_value(one: Amount, other: Amount) -> bool:
    """Whether two numbers may be worth the same, whatever they are numbers of."""
    return any(_equal(mine, its) for mine in one.values for its in other.values)


def same_amount(one: Amount, other: Amount) -> bool:
    """Whether two numbers may be the same, units converted where both are known."""
    first, second = one.unit, other.unit
    if not first.dimension or not second.dimension or {first.dimension, second.dimension} == {YEAR, "month"}:
        return same_value(one, other)
    if first.dimension != second.dimension:
        return False
    return any(
        _equal(_scaled(mine, first.factor), _scaled(its, second.factor))
        for mine in one.values
        for its in other.values
    )


def overlaps(one: Amount, other: Amount) -> bool:
    """Whether two numbers, vague ones perhaps, may mean the same."""
    return any(
        mine[0] <= its[1] * (1 + _SAME) and its[0] <= mine[1] * (1 + _SAME)
        for mine in one.values
        for its in other.values
    )


def parts_of(amount: Amount) -> tuple[Amount, ...]:
    """Return the ends of a range as numbers of their own; the number itself where it is none."""
    if amount.vague or all(low == high for low, high in amount.values):
        return (amount,)
    lows = tuple((low, low) for low, _ in amount.values)
    return replace(amount, values=lows), replace(
        amount, values=tuple((high, high) for _, high in amount.values)
    )


def _scaled(value: Range, factor: float) -> Range:
    return value[0] * factor, value[1] * factor


def _equal(one: Range, other: Range) -> bool:
    return all(abs(a - b) <= _SAME * max(abs(a), abs(b), _SAME) for a, b in zip(one, other, strict=True))
