"""A place that is to be put right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fix:
    """A place that is to be put right; `whole` where it is a name that is not taken apart."""

    start: int
    end: int
    written: str
    weight: float
    whole: bool = False
