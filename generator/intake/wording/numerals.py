"""Chinese numerals: what they are worth, and how figures for them are written."""

from __future__ import annotations

from typing import Final

DIGITS: Final = {sign: value for value, signs in enumerate("零一二三四五六七八九") for sign in signs} | {
    "〇": 0,
    "两": 2,
}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10**4, "亿": 10**8}
_PLAIN: Final = "零一二三四五六七八九"
_WAN: Final = 10**4
_YI: Final = 10**8
_THOUSAND: Final = 1000


def value_of(numeral: str) -> int | None:
    """Return what a numeral with units is worth, `三千五百万`; None where it is not written as numerals are.

    Rows of digits (`二零二四`), round words without a digit (`百万`), estimates (`七八百`) and what is said
    short (`三万五`) are none.
    """
    if numeral.endswith("万亿") and numeral[:-2]:
        count = value_of(numeral[:-2])
        return count * 10**12 if count is not None and 0 < count < _WAN else None
    value = _sum_of(numeral)
    if value is None or _normal(chinese_of(value)) != _normal(numeral):
        return None
    return value


def digits_of(row: str) -> str | None:
    """Return the figures for a row of digits, `二零二四` as `2024`; None where anything else is in it."""
    return "".join(str(DIGITS[sign]) for sign in row) if row and all(sign in DIGITS for sign in row) else None


def chinese_of(value: int) -> str:
    """Write a number below 10^12 as a numeral with units: 120 as `一百二十`, 12 as `十二`."""
    if value == 0:
        return "零"
    written, gap = "", False
    for unit, sign in ((_YI, "亿"), (_WAN, "万"), (1, "")):
        count, value = divmod(value, unit)
        if count:
            written += ("零" if written and (gap or count < _THOUSAND) else "") + _four(count) + sign
        gap = not count
    return written[1:] if written.startswith("一十") else written


def figures_of(numeral: str, value: int) -> str:
    """Write figures for a numeral as the trade does: `3500万`, `2亿`, `35000`, `1亿2000万`.

    Args:
        numeral: As it was said.
        value: What it is worth.
    """
    if numeral.endswith("万亿"):
        return f"{value // 10**12}万亿"
    if numeral.endswith("亿"):
        return f"{value // _YI}亿"
    if numeral.endswith("万"):
        above, count = divmod(value // _WAN, _WAN)
        return f"{above}亿{count}万" if above else f"{count}万"
    return str(value)


def _sum_of(numeral: str) -> int | None:
    total = part = 0
    digit: int | None = None
    if not numeral:
        return None
    for sign in numeral:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in _SMALL:
            part += (1 if digit is None else digit) * _SMALL[sign]
            digit = None
        elif sign in _LARGE:
            part += digit or 0
            digit = None
            if not part:
                return None
            unit = _LARGE[sign]
            total += part * unit
            part = 0
        else:
            return None
    return total + part + (digit or 0)


def _normal(numeral: str) -> str:
    """Return a numeral in one of the ways in which it may be said."""
    numeral = numeral.replace("两", "二").replace("〇", "零")
    for sign in "零百千万亿":
        numeral = numeral.replace(f"{sign}一十", f"{sign}十")
    return numeral


def _four(value: int) -> str:
    written, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            written += ("零" if gap and written else "") + _PLAIN[digit] + sign
            gap = False
        else:
            gap = True
    return written
