"""Every number of a text, with its unit and with the words that say how near it comes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.fidelity.amount import ORDINAL, PERCENT, YEAR, Amount, Unit
from generator.fidelity.chinese_numbers import chinese_numbers
from generator.fidelity.english_numbers import english_numbers
from generator.fidelity.settings import Settings, pattern_of
from generator.language.ideographs import IDEOGRAPH
from generator.language.yaml_text import LanguageFileError

_GAP: Final = (
    r"[是有在需要花了过达到的就为说能可会个也去只仅]{0,5}"
    r"|\s?(?:the |a |an |of |some |only |just |every |each )?"
)
_FAR: Final = r"(?:(?![一二两三四五六七八九十百千万亿半])[\u4e00-\u9fff]){0,6}"
"""What may stand between a longer Chinese word and its number: 大概提升了10%."""
_BOUNDS: Final = ("about", "nearly", "over", "under", "maybe")
_RELATIVE: Final = (("last_year", -1), ("this_year", 0), ("next_year", 1), ("year_before_last", -2))
_LONGEST: Final = 28
_AFTER: Final = 16
_NUMERAL: Final = re.compile(
    r"[一二三四五六七八九十百千万亿0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million)\b",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"from|从|由", re.IGNORECASE)
_RANGE: Final = re.compile(r"\s?(?:到|至|-|–|—|~|～|、|,|to|and|or|, and|, or)\s?")
_SHARED: Final = 100.0
_CENTURY: Final = 1900.0
_DATE_UNITS: Final = {YEAR, ORDINAL, "calendar month", PERCENT}


class Numbers:
    """Reads the numbers of texts in Chinese and English."""

    def __init__(self, settings: Settings, names: Sequence[str] = (), year: int = 0) -> None:
        """Prepare.

        Args:
            settings: The lists `numbers` and `units`.
            names: Names; a numeral within one counts nothing.
            year: The year of the forum, from which `去年` is counted; 0 where it is not known.
        """
        in_names = [name for name in names if _NUMERAL.search(name)]
        self._skip = pattern_of([*settings.words("numbers", "no_number"), *in_names])
        self._units = _units(settings)
        self._unit = re.compile(rf"[个]?\s?-?{pattern_of(self._units).pattern}", re.IGNORECASE)
        self._before = [
            (bound, re.compile(rf"(?<!最){pattern_of(words).pattern}(?:{gap})\Z", re.IGNORECASE))
            for bound in _BOUNDS
            for words, gap in _by_length(settings.words("numbers", f"{bound}_before"))
        ]
        self._after = [
            (bound, re.compile(rf"(?:[\u4e00-\u9fff]{{0,2}}|\s?){pattern_of(words).pattern}", re.IGNORECASE))
            for bound in _BOUNDS
            if (words := settings.words("numbers", f"{bound}_after"))
        ]
        self._relative = [
            (pattern_of(settings.words("numbers", key)), float(year + by)) for key, by in _RELATIVE if year
        ]

    def read(self, text: str) -> tuple[Amount, ...]:
        """Return the numbers of a text, in order; what is in names or said by the way is none."""
        low = text.lower()
        found = [*chinese_numbers(text, self._skip)]
        if re.search("[a-z]{3}", low):
            taken = {place for one in found for place in range(one.start, one.end)}
            skipped = [one.span() for one in self._skip.finditer(text)]
            for one in english_numbers(text):
                inside = any(start < one.end and one.start < end for start, end in skipped)
                wider = [other for other in found if _holds(one, other)]
                if inside or (taken & set(range(one.start, one.end)) and not wider):
                    continue
                found = [other for other in found if other not in wider]
                found.append(one)
        ordered = sorted(found, key=lambda one: (one.start, one.end))
        return tuple(self._shared([self._measured(one, text) for one in ordered], text))

    def years(self, text: str) -> tuple[Amount, ...]:
        """Return the years that a text names by how far they are from the forum's: 去年, last year."""
        return tuple(
            Amount(found.start(), found.end(), found[0], ((year, year),), Unit(YEAR))
            for pattern, year in self._relative
            for found in pattern.finditer(text)
        )

    def _measured(self, amount: Amount, text: str) -> Amount:
        bounds = set(amount.bounds)
        before = text[max(0, amount.start - _LONGEST) : amount.start]
        bounds.update(_longest(before, self._before))
        unit, end = amount.unit, amount.end
        rest = re.compile("[多余]").match(text, end)
        measured = self._unit.match(text, rest.end() if rest else end)
        if measured and unit.dimension not in _DATE_UNITS:
            unit = self._unit_of(measured[0].lstrip(" -")) or unit
            end = measured.end()
        if unit.dimension in {"second", "month"} and before.lower().endswith("over "):
            bounds.discard("over")  # Over eight years is as long as eight years.
        after = text[end : end + _AFTER]
        bounds.update(bound for bound, pattern in self._after if pattern.match(after))
        return replace(amount, unit=unit, bounds=frozenset(bounds))

    def _unit_of(self, written: str) -> Unit | None:
        forms = (written, written.lower(), written.removeprefix("个"))
        return next((self._units[form] for form in forms if form in self._units), None)

    def _shared(self, amounts: list[Amount], text: str) -> Iterator[Amount]:
        """Give the first number of a range what the second one says for both: 30到40万."""
        self._text = text
        following: Amount | None = None
        done: list[Amount] = []
        for one in reversed(amounts):
            if following and _RANGE.fullmatch(text, one.end, following.start):
                one, done[-1] = self._of_range(one, following)  # noqa: PLW2901 - both ends change
            done.append(one)
            following = one
        yield from reversed(done)

    def _of_range(self, one: Amount, following: Amount) -> tuple[Amount, Amount]:
        bounds = one.bounds | following.bounds
        if _FROM.search(self._text[max(0, one.start - _AFTER) : one.start]):
            bounds = frozenset()  # From under two to five: each end for itself.
        if one.unit.dimension not in {ORDINAL, YEAR}:
            values = list(one.values)
            low, high = one.values[0], max(following.values)
            factor = 1.0
            while high[0] > low[0] * factor * _SHARED / 10 and factor < 1e12:  # noqa: PLR2004
                factor *= 10
                if factor in {1e2, 1e3, 1e4, 1e5, 1e6, 1e8, 1e9, 1e12}:
                    values.append((low[0] * factor, low[1] * factor))
            if following.unit.dimension == PERCENT:
                values.append((low[0] / 100, low[1] / 100))
            unit = (
                following.unit if not one.unit.dimension and following.unit.dimension != ORDINAL else one.unit
            )
            one = replace(one, values=tuple(values), unit=unit)
        if following.unit.dimension == YEAR and one.values[0][0] < _SHARED:
            later = tuple((low + _CENTURY, high + _CENTURY) for low, high in one.values)
            one = replace(one, values=(*one.values, *later), unit=following.unit)
        if not bounds:
            return one, following
        return replace(one, bounds=bounds), replace(following, bounds=bounds)


def _longest(before: str, patterns: Sequence[tuple[str, re.Pattern[str]]]) -> set[str]:
    """Return what the longest words before a number say: 不超过 is not 超过."""
    found = [(match.start(), bound) for bound, pattern in patterns if (match := pattern.search(before))]
    return {bound for start, bound in found if start == min(found)[0]}


def _holds(one: Amount, other: Amount) -> bool:
    """Whether a number has another one in it, and more."""
    return (
        one.start <= other.start and other.end <= one.end and (one.start, one.end) != (other.start, other.end)
    )


def _by_length(words: Sequence[str]) -> Iterator[tuple[list[str], str]]:
    """Part words that stand just before their number from those that may stand further off."""
    far = [word for word in words if len(word) > 1 and IDEOGRAPH.match(word)]
    yield from ((far, f"{_FAR}|{_GAP}"), ([word for word in words if word not in far], _GAP))


def _units(settings: Settings) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for key, words in settings.lists("units").items():
        dimension, _, factor = key.rpartition(" ")
        try:
            unit = Unit(dimension, float(factor))
        except ValueError:
            message = f"'{key}' should be a dimension and a number: `metre 1000`"
            raise LanguageFileError(settings.folder / "units.yml", message) from None
        for word in words:
            found[word] = unit
    return found
