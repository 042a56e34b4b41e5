"""Traditional characters read as their Simplified ones, one for one: for comparing, never for showing."""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

from generator.language.ideographs import IDEOGRAPH


def simplified(text: str) -> str:
    """Return a text with each character as in Simplified Chinese; its length stays."""
    return "".join(_one(character) if IDEOGRAPH.match(character) else character for character in text)


@cache
def _one(character: str) -> str:
    found: str = _converter().convert(character)
    return found if len(found) == 1 else character


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
