"""What is known of a picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """How large a picture is, in pixels, as it is to be shown (turned, where the camera says so)."""

    width: int
    height: int
