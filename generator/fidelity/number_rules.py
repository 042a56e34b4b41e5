"""Numbers of a text that what it was made from does not hold, or holds otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.fidelity.amount import (
    MONTH,
    ORDINAL,
    YEAR,
    Amount,
    overlaps,
    parts_of,
    same_amount,
    same_value,
)

_DATES: Final = frozenset({MONTH, YEAR, ORDINAL})
_OPPOSED: Final = (({"over"}, {"under", "nearly"}), ({"under", "nearly"}, {"over"}))


@dataclass(frozen=True, slots=True)
class Judged:
    """What is wrong with a number.

    Attributes:
        why: In a few words.
        other: The number that stands in its place, as far as one can be named.
    """

    why: str
    other: Amount | None = None


def judge_amount(amount: Amount, pool: Sequence[Amount]) -> Judged | None:
    """Say what is wrong with a number, held against those that it may come from; None where nothing is."""
    found = _matches(amount, pool)
    if found:
        return _judge_bounds(amount, found)
    other_unit = [one for one in pool if same_value(one, amount) and one.unit.dimension and not one.vague]
    if other_unit and amount.unit.dimension:
        return Judged("is a number of something else", other_unit[0])
    vague = [one for one in pool if one.vague and not amount.vague and overlaps(one, amount)]
    if vague:
        return Judged("is exact where no exact number was said", vague[0])
    return Judged("is not there", _nearest(amount, pool))


def _matches(amount: Amount, pool: Sequence[Amount]) -> list[Amount]:
    if amount.vague:
        return [one for one in pool if overlaps(one, amount) and (one.vague or one.values[0][0] > 1)]
    found = [one for one in pool if same_amount(one if not one.vague else _least(one), amount)]
    if found:
        return found
    parts = parts_of(amount)
    if len(parts) > 1:
        every = [[one for one in pool if _holds(one, part)] for part in parts]
        return every[0] + every[1] if all(every) else []
    return [one for one in pool if not one.vague and _holds(one, amount) and len(parts_of(one)) > 1]


def _least(one: Amount) -> Amount:
    """Return the least of a round number: 百亿 may be ten billion."""
    return replace(one, values=tuple((low, low) for low, _ in one.values), vague=False)


def _holds(one: Amount, part: Amount) -> bool:
    return any(same_amount(half, part) for half in (one, *parts_of(one)))


def _judge_bounds(amount: Amount, found: Sequence[Amount]) -> Judged | None:
    """Compare the words that say how near a number comes."""
    if (
        amount.vague
        or amount.unit.dimension in _DATES
        or any(_agree(amount.bounds, one.bounds) for one in found)
    ):
        return None
    one = found[0]
    for mine, its in _OPPOSED:
        if amount.bounds & mine and one.bounds & its and not amount.bounds & its:
            return Judged("is on the other side", one)
    if one.bounds and not amount.bounds:
        return Judged("is exact where it was not said exactly", one)
    return Judged("is less exact than it was said", one)


def _agree(mine: frozenset[str], its: frozenset[str]) -> bool:
    if mine & its or not (mine or its):
        return True
    if "maybe" in mine | its:
        return mine | its <= {"maybe", "about", "nearly"}
    if not mine or not its:
        return False
    return mine | its <= {"about", "nearly"}


def _nearest(amount: Amount, pool: Sequence[Amount]) -> Amount | None:
    """Return the number that most likely stands for another one."""
    value = amount.values[0][0]
    fitting = [one for one in pool if one.values[0][0] > 0 and value > 0]
    if not fitting:
        return None

    def far(one: Amount) -> tuple[bool, float]:
        ratio = one.values[0][0] / value
        return one.unit.dimension != amount.unit.dimension, max(ratio, 1 / ratio)

    return min(fitting, key=far)


def unsaid(amounts: Sequence[Amount], pool: Sequence[Amount]) -> Iterator[tuple[Amount, Judged]]:
    """Yield each number that is wrong, with what is."""
    for amount in amounts:
        judged = judge_amount(amount, pool)
        if judged:
            yield amount, judged
