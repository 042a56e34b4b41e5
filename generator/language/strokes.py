"""How many strokes a character has, as Taiwan counts them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE = "strokes.txt"


def strokes_of(character: str) -> int | None:
    """The number of strokes of an ideograph.

    Args:
        character: One character.

    Returns:
        Its strokes (the sources stand at the head of the table); None for anything but an ideograph of
        the two common blocks.
    """
    return _table().get(character)


@cache
def _table() -> Mapping[str, int]:
    lines = files("generator.language").joinpath(_TABLE).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {character: int(count) for count, characters in rows for character in characters}
