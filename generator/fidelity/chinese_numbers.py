"""The numbers of a Chinese text, figures and numerals, with their units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.fidelity.amount import MONTH, ORDINAL, PERCENT, POINT, YEAR, Amount, Range, Unit
from generator.fidelity.numerals import DIGITS, Numeral, read_numeral

_HAN: Final = "零〇一二两俩三四五六七八九十百千万亿"
_FIGURES: Final = r"[0-9]+(?:[,，][0-9]{3})*(?:[.。．点][0-9]+)?"
_ONE: Final = (
    rf"(?:{_FIGURES}|[{_HAN}几]|数(?=[十百千万亿]))"
    rf"(?:{_FIGURES}|[{_HAN}几]|点(?=[零一二三四五六七八九])|[多余来](?=[十百千万亿])|个(?=亿))*"
)
_NUMBER: Final = re.compile(
    rf"(?P<of>百分之|千分之|万分之|(?P<parts>{_ONE})分之)?(?P<number>{_ONE})(?P<more>[多余]|来(?=[个人家款种台年天公]))?"
    r"(?P<scale>[KkMBb](?![A-Za-z])|T(?![A-Za-z])|B(?=G的)|币(?![种安圈值]))?(?P<sign>[%％‰]|个?百分点|[多几]?成(?![为功本员立长果熟就交绩分了]))?"
)
_HALF: Final = re.compile(r"(?<!另)(?<!各)(?:一半|半数|过半|对半)|半(?=年|天|小时|个|数)")
_DOUBLE: Final = re.compile(r"翻(?:了|上)?(?:一)?(?:倍|番)|加倍|(?<!成)倍增")
_HUNDREDS: Final = {"成百上千": (100.0, 1e4), "成千上百": (100.0, 1e4), "成千上万": (1000.0, 1e5)}
_UP_TO: Final = re.compile(r"上(百万|千万|十万|百|千|万|亿)(?![的之]?(?:分之|年轻))")
_SCALES: Final = {"K": 1e3, "k": 1e3, "M": 1e6, "B": 1e9, "b": 1e9, "T": 1e12, "币": 1e9}
"""By their sign; 币 is what recognisers make of B."""
_PARTS: Final = {"百分之": 0.01, "千分之": 0.001, "万分之": 0.0001}
_TENTHS: Final = 0.1
_HUNDREDTH: Final = 0.01
_KILO: Final = 1024.0
_TENFOLD: Final = 10.0
_CENTURY: Final = 100.0
_THIS_CENTURY: Final = 2000.0
_LAST_CENTURY: Final = 1900.0
_SIGN_BEFORE: Final = re.compile(r"[0-9一二两三四五六七八九十百千几]\Z")
_ONE_MORE: Final = re.compile(r"[0-9][0-9.]*[十百千万亿]+一\Z")
_ONE_OF: Final = re.compile(r"[十百千万亿]一\Z")
_EACH: Final = re.compile(r"[条张个台家款种次位名本套件份间只年月天]")
_TWO: Final = re.compile(r"(?<=[万亿])(?=[十百千]+[万亿])")
_TWO_YEARS: Final = re.compile(r"[、到至和-]?[0-2一二][0-9零一二三四五六七八九](?:年|[、到至和][0-9]{2}年)")
_YEAR_SIGNS: Final = re.compile(r"[0-2一二][0-9零一二三四五六七八九]")
_YEARS: Final = (1800.0, 2200.0)
_ORDINAL: Final = re.compile(r"第\Z")
_ROUND_WORDS: Final = re.compile(r"(?:十|百|千|万|亿)")
_BARE_AFTER: Final = re.compile(r"卡|级|倍|兆|集群|规模|参数|亿|万")
_MONTH: Final = re.compile(r"月(?!份?额|租|薪|活|报|均|饼|球)")
_SHORT_YEAR: Final = re.compile(r"年(?!代|龄|轻|级|度|前|后|内|间|来|的时间|多)")


def chinese_numbers(  # noqa: C901, PLR0912 - a loop for each way to say a number
    text: str, skip: re.Pattern[str]
) -> Iterator[Amount]:
    """Yield the numbers of a text, without units but those that the number's own form names.

    Args:
        text: Without white space between ideographs.
        skip: Words in which numerals count nothing.
    """
    taken = bytearray(len(text) + 1)
    for word in skip.finditer(text):
        if word[0][0] in "十百千万亿" and _SIGN_BEFORE.search(text, 0, word.start()):
            continue  # 20万一条 holds no 万一
        taken[word.start() : word.end()] = b"\1" * (word.end() - word.start())
    for found in _DOUBLE.finditer(text):
        if not any(taken[found.start() : found.end()]):
            yield Amount(found.start(), found.end(), found[0], ((1.0, 1.0), (2.0, 2.0)), Unit("times"))
            taken[found.start() : found.end()] = b"\1" * len(found[0])
    for found in _NUMBER.finditer(text):
        if any(taken[found.start() : found.end()]):
            yield from _around(found, text, taken)
            continue
        cut = _TWO.search(text, found.start(), found.end())
        for part in (found,) if not cut else _cut(found, cut.start(), text):
            amount = _amount(part, text)
            if amount:
                yield amount
    for words, value in _HUNDREDS.items():
        for found in re.finditer(words, text):
            yield Amount(found.start(), found.end(), words, (value,), vague=True)
    for found in _UP_TO.finditer(text):
        least = read_numeral("一" + found[1])
        if least and not any(taken[found.start() : found.end()]):
            low = least.values[0][0]
            yield Amount(found.start(), found.end(), found[0], ((low, low * _TENFOLD),), vague=True)
    for found in _HALF.finditer(text):
        if not any(taken[found.start() : found.end()]):
            yield Amount(found.start(), found.end(), found[0], ((0.5, 0.5),))


def _cut(found: re.Match[str], at: int, text: str) -> Iterator[re.Match[str]]:
    """Take two round numbers apart that were said one after the other: 百亿千亿."""
    for start, end in ((found.start(), at), (at, found.end())):
        part = _NUMBER.match(text, start, end)
        if part:
            yield part


def _around(found: re.Match[str], text: str, taken: bytearray) -> Iterator[Amount]:
    """Read what is left of a number of which a part belongs to a word."""
    start = found.start()
    while start < found.end() and taken[start]:
        start += 1
    end = start
    while end < found.end() and not taken[end]:
        end += 1
    rest = _NUMBER.fullmatch(text, start, end) if end > start else None
    amount = _amount(rest, text) if rest else None
    if amount:
        yield amount


def _amount(found: re.Match[str], text: str) -> Amount | None:
    written = re.sub(r"[,，](?=[0-9]{3})", "", found["number"])
    end = found.end()
    bare = not (found["more"] or found["scale"] or found["sign"])
    if bare and (_ONE_MORE.search(written) or (_ONE_OF.search(written) and _EACH.match(text, end))):
        written, end = written[:-1], end - 1  # 20万一条: so much for one
    if not found["of"] and not found["sign"] and _is_word(written, text, found):
        return None
    numeral = read_numeral(written)
    if numeral is None:
        return None
    if (
        written[0] in "十百千万亿"
        and len(written) > 1
        and all(sign in "十百千万亿" for sign in written)
        and written[0] != "十"
    ):
        low = numeral.values[0][0]  # 百亿: ten thousand millions, or some of them
        return Amount(
            found.start(), end, text[found.start() : end], ((low, low * _TENFOLD * (1 - 1e-9)),), vague=True
        )
    values = _scaled(numeral.values, found["scale"])
    bounds = set()
    if (
        numeral.over
        or found["more"] in {"多", "余"}
        or (found["sign"] and text.startswith("多", found.end()))
    ):
        bounds.add("over")
    if numeral.about or found["more"] == "来":
        bounds.add("about")
    amount = Amount(
        found.start(), end, text[found.start() : end], values, vague=numeral.vague, bounds=frozenset(bounds)
    )
    return _of_parts(amount, found, numeral) or _dated(amount, text, found)


def _is_word(written: str, text: str, found: re.Match[str]) -> bool:
    """Whether a sign is no number: 一些, 十分, 千万别."""
    if written == "一" and not found["more"]:
        return not (_ORDINAL.search(text, 0, found.start()) or text.startswith(("倍", "番"), found.end()))
    if len(written) == 1 and _ROUND_WORDS.fullmatch(written) and written != "十":
        return not _BARE_AFTER.match(text, found.end())
    if written == "几":
        return True
    return written == "十" and text.startswith(("分", "足"), found.end()) and not found["scale"]


def _scaled(values: tuple[Range, ...], scale: str | None) -> tuple[Range, ...]:
    if not scale:
        return values
    factor = _SCALES[scale]
    scaled = tuple((low * factor, high * factor) for low, high in values)
    if scale in "Kk":
        scaled += tuple((low * _KILO, high * _KILO) for low, high in values)
    return scaled


def _of_parts(amount: Amount, found: re.Match[str], numeral: Numeral) -> Amount | None:
    """Return a ratio, by its form."""
    factor = 0.0
    sign = found["sign"] or ""
    if found["of"]:
        whole = read_numeral(found["parts"]) if found["parts"] else None
        factor = 1 / whole.values[0][0] if whole and whole.values[0][0] else _PARTS.get(found["of"], 0.0)
    elif sign == "‰":
        factor = _PARTS["千分之"]
    elif sign.endswith("成"):
        factor = _TENTHS
    elif sign:
        factor = _HUNDREDTH
    if not factor:
        return None
    values = tuple((low * factor, high * factor) for low, high in numeral.values)
    if sign.endswith("点"):
        return replace(amount, values=numeral.values, unit=Unit(POINT))
    return replace(amount, values=values, unit=Unit(PERCENT))


def _dated(amount: Amount, text: str, found: re.Match[str]) -> Amount:
    low, high = amount.values[0]
    end = found.end()
    if _ORDINAL.search(text, 0, found.start()):
        return replace(amount, unit=Unit(ORDINAL), words="第" + amount.words, start=amount.start - 1)
    if _MONTH.match(text, end) and low == high and low == int(low) and 1 <= low <= 12:  # noqa: PLR2004 - months
        return replace(amount, unit=Unit(MONTH), words=amount.words + "月")
    if text.startswith("年代", end) and low < _CENTURY:
        later = (low + _LAST_CENTURY, high + _LAST_CENTURY)
        return replace(amount, values=(*amount.values, later), unit=Unit(YEAR))
    if _TWO_YEARS.match(text, end) and _YEAR_SIGNS.fullmatch(found["number"]):
        return replace(amount, values=(*amount.values, (low + _THIS_CENTURY, low + _THIS_CENTURY)))
    if text.startswith("年", end) and low == high:
        if _YEARS[0] <= low < _YEARS[1]:
            return replace(amount, unit=Unit(YEAR), words=amount.words + "年")
        is_row = len(found["number"]) > 1 and all(
            sign in DIGITS or sign.isascii() for sign in found["number"]
        )
        if is_row and low < _CENTURY and _SHORT_YEAR.match(text, end):
            later = (low + _THIS_CENTURY, low + _THIS_CENTURY)
            return replace(amount, values=(*amount.values, later))
    return amount
