"""Numbers as figures where a figure is meant; what they are worth never changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from generator.intake.division import Division
from generator.intake.done import Done, DoneKind
from generator.intake.known_names import names_of
from generator.intake.step import Known, Stepped
from generator.intake.text import Edit, Text
from generator.intake.wording.numerals import DIGITS, digits_of, figures_of, value_of
from generator.intake.wording.words import alternation

_SIGN: Final = "零〇一二两三四五六七八九"
_NUMERAL: Final = f"[{_SIGN}十百千万亿]"
_POINT_OR_STOP: Final = re.compile(r"(?<=[0-9])[。点](?=[0-9])")
_CLOCK: Final = re.compile(r"[0-5][0-9](?![0-9])")
_AFTER_CLOCK: Final = re.compile(r"[0-9]+(?:分(?![之])|刻|半|钟)")
_YEAR: Final = re.compile(rf"(?<!{_NUMERAL})[一二两][{_SIGN}]{{3}}(?=年)")
_PER_CENT: Final = re.compile(
    rf"百分之(?P<part>[0-9]+(?:[.。点][0-9]+)?|{_NUMERAL}+(?:点[{_SIGN}]+)?)(?![几多来0-9点])(?!{_NUMERAL})"
)
_DECIMAL: Final = re.compile(rf"(?<!{_NUMERAL})(?P<whole>{_NUMERAL}+)点(?P<part>[{_SIGN}]+)(?P<unit>[万亿]*)")
_DATE: Final = re.compile(
    rf"(?<!{_NUMERAL})(?P<month>[{_SIGN}十]{{1,2}})月(?:份的)?(?P<day>[{_SIGN}十]{{1,3}})(?=[日号])"
)
_WHOLE: Final = re.compile(rf"{_NUMERAL}{{2,}}")
_RANGE: Final = re.compile(
    rf"(?<!{_NUMERAL})(?<![第几这那])(?P<from>[零二三四五六七八九十])(?=[至到](?P<to>{_NUMERAL}))"
)
_BEFORE_DECIMAL: Final = "第这那有几每哪差早晚快慢"
_AFTER_ONE: Final = "个是些样方面种下直定般分刻半点条名位次"
_EXPONENT: Final = re.compile(
    r"(?<![0-9.。点万亿])(?:[0-9]{1,2}[.。点])?[0-9]{1,2}[万亿]-[0-9](?![0-9.。点万亿千百十倍%个人元块年月天台张])"
)
"""An amount and a dash and one figure, and no amount after it: e-3, heard as 亿-3."""
_MONTHS: Final = 12
_DAYS: Final = 31
_HOURS: Final = 24
_REASON: Final = "number"
_CENTURIES: Final = ("18", "19", "20", "21")


class _Writer:
    """Finds numbers in one text; each part of it is rewritten once.

    Attributes:
        words: The text.
        edits: What is to be rewritten.
        doubted: Where a number stands that was hardly said so; it stays as it was heard.
    """

    def __init__(self, words: str, known: Known) -> None:
        self.words = words
        self.edits: list[Edit] = []
        names = tuple(name for name in names_of(known) if re.search(_NUMERAL, name))
        kept = alternation(known.settings.words("text", "numeral_words") + names)
        self._day = alternation(known.settings.words("text", "times_of_day"))
        self._unit = alternation(known.settings.words("text", "figure_units"))
        self._taken = bytearray(len(words))
        self.doubted = [found.span() for found in _EXPONENT.finditer(words)]
        for start, end in (*(found.span() for found in kept.finditer(words)), *self.doubted):
            self._take(start, end)

    def find(self) -> list[Edit]:
        """Return all rewriting, in order."""
        steps: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
            (_YEAR, lambda found: digits_of(found[0])),
            (_PER_CENT, self._per_cent),
            (_POINT_OR_STOP, lambda found: "." if self._is_decimal(found) else None),
            (_DECIMAL, self._decimal),
            (_DATE, _date),
            (_WHOLE, self._whole),
            (_RANGE, self._range),
        )
        for pattern, writes in steps:
            for found in pattern.finditer(self.words):
                written = None if any(self._taken[found.start() : found.end()]) else writes(found)
                if written is not None:
                    self._write(found.start(), found.end(), written)
        return sorted(self.edits, key=lambda edit: edit.start)

    def _is_decimal(self, found: re.Match[str]) -> bool:
        """Whether a stop or 点 between figures is a decimal point: not between years, nor of the clock."""
        before = re.search(r"[0-9.]+\Z", self.words[max(0, found.start() - 20) : found.start()])
        after = re.match(r"[0-9]+", self.words[found.end() : found.end() + 20])
        left, right = (before[0] if before else ""), (after[0] if after else "")
        if found[0] == "点":
            clock = _CLOCK.match(self.words, found.end()) and left.isdigit() and int(left) <= _HOURS
            unit = self._unit.match(self.words, found.end() + len(right))
            day = self._ends(self._day, found.start() - len(left))
            return not (day or _AFTER_CLOCK.match(self.words, found.end()) or (clock and not unit))
        return not (
            len(left) == len(right) == len("2024") and left[:2] in _CENTURIES and right[:2] in _CENTURIES
        )

    def _per_cent(self, found: re.Match[str]) -> str | None:
        part = found["part"]
        if part[0] in "0123456789":
            return f"{re.sub('[。点]', '.', part)}%"
        whole, point, rest = part.partition("点")
        if whole in {"百", "一百"} and not point:
            return "100%"
        written = _small(whole)
        if written is None:
            return None
        return f"{written}.{digits_of(rest)}%" if point else f"{written}%"

    def _decimal(self, found: re.Match[str]) -> str | None:
        before = self.words[found.start() - 1 : found.start()]
        after = self.words[found.end() : found.end() + 1]
        unit = found["unit"] or self._unit.match(self.words, found.end())
        whole, part = _small(found["whole"]), found["part"]
        if (
            whole is None
            or "两" in part
            or after in set("十百千几点来")
            or self._ends(self._day, found.start())
        ):
            return None
        if (before and before in "0123456789." + "".join(DIGITS)) or "点" in before:
            return None
        if not unit and (before in set(_BEFORE_DECIMAL) or after in set("分刻半钟")):
            return None
        if part == "一" and not unit and (after in set(_AFTER_ONE) or len(found["whole"]) == 1):
            return None
        return f"{whole}.{digits_of(part)}{found['unit']}"

    def _whole(self, found: re.Match[str]) -> str | None:
        numeral = found[0]
        before = self.words[max(0, found.start() - 2) : found.start()]
        after = self.words[found.end() : found.end() + 2]
        if before[-1:] in set("第几数上好每初点.0123456789") | set("十百千万亿") or before.endswith("分之"):
            return None
        if after.startswith(("几", "来", "分之", "多分之")) or after[:1] in set("0123456789.点"):
            return None
        if numeral[0] not in DIGITS and not numeral.startswith("十"):
            return None
        value = value_of(numeral)
        return None if value is None or value < len("一二三四五六七八九十") else figures_of(numeral, value)

    def _range(self, found: re.Match[str]) -> str | None:
        """Write the first figure of a range whose second is written: 五到二十."""
        return _small(found["from"]) if self._taken[found.start("to")] else None

    def _ends(self, pattern: re.Pattern[str], end: int) -> bool:
        """Whether one of the words stands just before a place."""
        start = max(0, end - 4)
        return any(found.end() == end - start for found in pattern.finditer(self.words[start:end]))

    def _take(self, start: int, end: int) -> None:
        self._taken[start:end] = b"\1" * (end - start)

    def _write(self, start: int, end: int, written: str) -> None:
        self._take(start, end)
        if written != self.words[start:end]:
            self.edits.append(Edit(start, end, written))


def write_numbers(text: Text, known: Known, division: Division) -> Stepped:  # noqa: ARG001 - a step's form
    """Write numbers as figures: `3。5` as 3.5, 二零二四年 as 2024年, 百分之八十八 as 88%, 一百二十 as 120.

    Words with a numeral in them stay (一定, 一个, 三心二意, 第一, 万一), and so do estimates (七八百, 几十),
    times of the day, what has names, and whatever is not certainly one figure. So does a power of ten that
    was heard as an amount (`1。5亿-3`): it is marked, for a person to look at.

    Returns:
        The text, what was rewritten, and what was marked (`number`).
    """
    writer = _Writer(text.words, known)
    edits = writer.find()
    marked = [
        Done(*text.span(start, end), DoneKind.MARKED, _REASON, text.words[start:end])
        for start, end in writer.doubted
    ]
    return text.edited(edits), tuple(sorted([*_told(edits, text), *marked]))


def _told(edits: list[Edit], text: Text) -> Iterator[Done]:
    for edit in edits:
        start, end = edit.start, edit.end
        heard, written = text.words[start:end], edit.words
        if len(heard) == 1:  # a point alone says nothing to who reads the report
            while text.words[start - 1 : start].isdigit():
                start -= 1
            while text.words[end : end + 1].isdigit():
                end += 1
            heard, written = (
                text.words[start:end],
                text.words[start : edit.start] + written + text.words[edit.end : end],
            )
        first, last = text.span(start, end)
        yield Done(first, last, DoneKind.CHANGED, _REASON, heard, written)


def _small(numeral: str) -> str | None:
    """Return the figures of a numeral, of one sign too."""
    if len(numeral) == 1 and numeral in DIGITS:
        return str(DIGITS[numeral])
    value = value_of(numeral)
    return None if value is None else str(value)


def _date(found: re.Match[str]) -> str | None:
    month, day = (_small(found[part]) for part in ("month", "day"))
    if month is None or day is None or not 0 < int(month) <= _MONTHS or not 0 < int(day) <= _DAYS:
        return None
    return f"{month}{found[0][len(found['month']) : -len(found['day'])]}{day}"
