"""What Chinese and mixed numerals are worth: 十四点五, 三四十万, 12.47亿, 几千, 二零二四."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.fidelity.amount import Range

DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
}
SMALL: Final = {"十": 10.0, "百": 100.0, "千": 1000.0}
LARGE: Final = {"万": 1e4, "亿": 1e8}
_TOKEN: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?|.")
_SIGN: Final = "".join(DIGITS)
_POINT: Final = re.compile(rf"([{_SIGN}十百千]+)点([{_SIGN}]+)(?!十|百)")
_PAIR: Final = re.compile(
    r"(?<![一二两三四五六七八九])([一二两三四五六七八九])([二三四五六七八九])(?=[十百千万亿]|$)"
)
_ROW: Final = re.compile(rf"[{_SIGN}]{{2,}}")
_NEXT: Final = 1
_THREE_TO_FIVE: Final = (3, 5)
_ROUND: Final = 10.0


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral that was read.

    Attributes:
        values: What it may be worth.
        vague: It holds 几 or 数.
        over: It holds 多 or 余: that much and more.
        about: It holds 来: 三百来个.
    """

    values: tuple[Range, ...]
    vague: bool = False
    over: bool = False
    about: bool = False


def read_numeral(written: str) -> Numeral | None:
    """Read a numeral of figures, Chinese signs or both; None where it is none.

    Args:
        written: Without white space, commas and signs of per cent.
    """
    over, about = any(sign in written for sign in "多余"), "来" in written
    text = re.sub("[多余来个]", "", written)
    text = re.sub(r"(?<=[0-9])[。．点](?=[0-9])", ".", text)
    text = _POINT.sub(_decimal, text)
    if "十几二十" in text:  # so many to so many
        low, high = _sum(text.replace("十几二十", "十")), _sum(text.replace("十几二十", "二十"))
        return Numeral(((low[0], high[0]),)) if low and high else None
    if re.fullmatch("[二三四五六七八九]十几", text):  # so many tens, and some
        tens = _sum(text[:-1])[0]
        return Numeral(((tens, tens),), over=True)
    if "几" in text or text.startswith("数"):
        found = _vague(text)
        return Numeral((found,), vague=True, over=over, about=about) if found else None
    values = _values(text)
    return Numeral(values, over=over, about=about) if values else None


def _decimal(found: re.Match[str]) -> str:
    whole = _sum(found[1])
    if not whole:
        return found[0]
    return f"{int(whole[0])}." + "".join(str(DIGITS[sign]) for sign in found[2])


def _vague(text: str) -> Range | None:
    text = "几" + text[1:] if text.startswith("数") else text
    least = "一" if re.search("十几", text) else "二"
    low, high = _sum(text.replace("几", least)), _sum(text.replace("几", "九"))
    if not low or not high:
        return None
    smallest = 10.0 ** (len(str(int(low[0]))) - 1)
    return low[0], high[0] if least == "一" else high[0] + smallest * (1 - 1e-6)


def _values(text: str) -> tuple[Range, ...]:
    if _ROW.fullmatch(text):
        number = float("".join(str(DIGITS[sign]) for sign in text))
        pair = _pair(text)
        return (*((pair,) if pair else ()), (number, number))
    pair = _pair(text)
    if pair:
        return (pair,)
    return tuple((value, value) for value in _sum(text))


def _pair(text: str) -> Range | None:
    """Read two neighbouring digits as a range: 三四十, 七八百万, 十七八."""
    found = _PAIR.search(text)
    if not found:
        return None
    one, two = DIGITS[found[1]], DIGITS[found[2]]
    if two - one != _NEXT and (one, two) != _THREE_TO_FIVE:
        return None
    low = _sum(text[: found.start(2)] + text[found.end(2) :])
    high = _sum(text[: found.start(1)] + text[found.end(1) :])
    return (low[0], high[0]) if low and high and low[0] < high[0] else None


def _sum(text: str) -> tuple[float, ...]:
    """Return what a numeral without ranges may be worth; nothing where it is none."""
    total = part = 0.0
    figure: float | None = None
    unit, gap, seen = 0.0, False, False
    for token in _TOKEN.findall(text):
        if token[0] in "0123456789" or token in DIGITS:
            if figure is not None:
                return ()
            if token in {"零", "〇"}:
                gap = True
                if text in {"零", "〇"}:
                    return (0.0,)
                continue
            figure = float(token) if token[0].isascii() else float(DIGITS[token])
        elif token in SMALL:
            part += (1.0 if figure is None else figure) * SMALL[token]
            figure, unit, gap = None, SMALL[token], False
        elif token in LARGE:
            part += figure or 0.0
            if not part and total:
                total *= LARGE[token]
            else:
                total += (part or 1.0) * LARGE[token]
            figure, part, unit, gap = None, 0.0, LARGE[token], False
        else:
            return ()
        seen = True
    if not seen:
        return ()
    plain = total + part + (figure or 0.0)
    if figure is not None and figure < _ROUND and unit > _ROUND and not gap:
        return total + part + figure * unit / _ROUND, plain
    return (plain,)
