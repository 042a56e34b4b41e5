"""Every kind of edit, in an order drawn by chance."""

from __future__ import annotations

from random import Random

from tests.commands.drawn import of_forums, of_lists, of_records, of_settings
from tests.commands.drawn.desk import Kind

BREAKING: dict[str, Kind] = (
    of_records.BREAKING | of_lists.BREAKING | of_forums.BREAKING | of_settings.BREAKING
)
"""Edits that no build may accept."""
KINDS: dict[str, Kind] = of_records.KINDS | of_lists.KINDS | of_forums.KINDS | of_settings.KINDS | BREAKING


def drawn(seed: int, number: int) -> list[str]:
    """Return the names of some kinds: each once before any comes again."""
    draw = Random(seed)  # noqa: S311 - a fixed seed is wanted
    found: list[str] = []
    while len(found) < number:
        round_ = sorted(KINDS)
        draw.shuffle(round_)
        found += round_
    return found[:number]
