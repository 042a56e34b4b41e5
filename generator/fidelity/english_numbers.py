"""The numbers of an English text, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.fidelity.amount import MONTH, ORDINAL, PERCENT, YEAR, Amount, Range, Unit

_ONES: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES: Final = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_VALUES: Final = (
    {word: float(value) for value, word in enumerate(_ONES)}
    | {word: 10.0 * value for value, word in enumerate(_TENS, 2)}
    | {"twice": 2.0, "dozen": 12.0}
)
_ORDINALS: Final = {
    word: float(value)
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        1,
    )
} | {"secondly": 2.0, "thirdly": 3.0, "firstly": 1.0, "fourthly": 4.0}
_PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WORD: Final = re.compile(
    r"(?P<figures>[$€£¥]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?P<scale>[KkMB](?![A-Za-z])|T(?![A-Za-z])|bn(?![a-z]))?"
    r"(?P<th>st|nd|rd|th)?(?P<s>s(?![A-Za-z]))?(?P<percent>\s?%)?|(?P<word>[A-Za-z]+)"
)
_FORMS: Final = {**{f"{word}s": word for word in _SCALES}, "dozens": "dozen", "tens": "ten"}
_FIGURE_SCALES: Final = {"K": 1e3, "k": 1e3, "M": 1e6, "B": 1e9, "bn": 1e9, "T": 1e12}
_SEVERAL: Final = {"several", "few"}
_BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|of|on|since|by|last|this|next|until|till|to|from|early|late|mid|between|and|[0-9]{1,2})[ -]\Z",
    re.IGNORECASE,
)
_AFTER_MONTH: Final = re.compile(r" (?:[0-9]{1,4}\b|of\b)")
_PER_CENT: Final = re.compile(r"[ -]?(?:per ?cent\b|%)", re.IGNORECASE)
_PARTS_AFTER: Final = re.compile(rf"[ -](?P<part>{'|'.join(_PARTS)})s?\b", re.IGNORECASE)
_ODD: Final = re.compile(r"[ -](?:odd|or so|or more|plus)\b|\+", re.IGNORECASE)
_OF: Final = re.compile(r" of (?=hundreds|thousands|millions|billions|trillions)", re.IGNORECASE)
_GAP: Final = re.compile(r"[ -]+")
_AND: Final = re.compile(r"(?<=hundred) and ", re.IGNORECASE)
_ORDINAL_AFTER: Final = re.compile(r" (?!of |as |less|more|to |or )[a-z]")
_YEARS: Final = (1800.0, 2200.0)
_CENTURY: Final = 1900.0
_DECADES: Final = 100.0
_PER: Final = ("per ", "every ", "each ", "a ", "next ", "split ", "one ")
_TO: Final = ("to ", "will ", "can ", "would ")
_KILO: Final = 1024.0


class _Reader:
    """Reads the words of one text from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [
            found for found in _WORD.finditer(text) if _low(found) != "and" and not _in_name(found, text)
        ]
        self.found: list[Amount] = []

    def read(self) -> list[Amount]:
        at = 0
        while at < len(self.words):
            at = self._read_at(at)
        return self.found

    def _read_at(self, at: int) -> int:  # noqa: C901, PLR0912 - a branch for each way to say a number
        """Read a number that begins here; return the word that follows it."""
        one = self.words[at]
        if one["figures"]:
            return self._figures(at)
        word = _low(one)
        if word in {*_VALUES, *_SCALES} or word in _FORMS:
            return self._words(at)
        if word in {"a", "an", "several", "few"} and at + 1 < len(self.words) and self._joined(at):
            following = _low(self.words[at + 1])
            if following in _SCALES or following in {"dozen", "couple"} or _FORMS.get(following) in _SCALES:
                return self._words(at)
            if word in {"a", "an"} and following == "few" and at + 2 < len(self.words):
                third = _low(self.words[at + 2])
                if third in _SCALES or third == "dozen":
                    return self._words(at + 1)
            if following in _PARTS and word in {"a", "an"} and following != "second":
                return self._part(at, 1.0, self.words[at + 1])
        if word == "half" and at + 2 < len(self.words) and _low(self.words[at + 2]) in _SCALES:
            last = self.words[at + 2]
            self._add(one.start(), last.end(), (_exact(_SCALES[_low(last)] / 2),))
            return at + 3
        if word in {"half", "halves", "quarter", "quarters", "halved"}:
            value = 0.25 if word.startswith("quarter") else 0.5
            if word == "quarter" and self.text[one.end() : one.end() + 4] != " of ":
                return at + 1
            self._add(one.start(), one.end(), ((value, value),))
            return at + 1
        if word in {"doubled", "doubling", "doubles"} or (
            word == "double" and self.text[: one.start()].endswith(_TO)
        ):
            self._add(one.start(), one.end(), ((1.0, 1.0), (2.0, 2.0)), Unit("times"))
        elif word in {"triple", "tripled", "triples", "treble", "trebled"}:
            self._add(one.start(), one.end(), ((2.0, 2.0), (3.0, 3.0)), Unit("times"))
        elif word in _ORDINALS and not (word == "second" and self.text[: one.start()].endswith(_PER)):
            self._add(one.start(), one.end(), (_exact(_ORDINALS[word]),), Unit(ORDINAL))
        elif word in _MONTHS:
            self._month(one, word)
        elif word.endswith("fold") and word.removesuffix("fold") in _VALUES:
            self._add(one.start(), one.end(), (_exact(_VALUES[word.removesuffix("fold")]),), Unit("times"))
        return at + 1

    def _month(self, one: re.Match[str], word: str) -> None:
        sure = word not in {"may", "march", "august"} or (word == "august" and one["word"][:1].isupper())
        before = _BEFORE_MONTH.search(self.text, 0, one.start())
        if (
            sure
            or (before and word != "may")
            or (one["word"][:1].isupper() and (before or _AFTER_MONTH.match(self.text, one.end())))
        ):
            self._add(one.start(), one.end(), (_exact(_MONTHS.index(word) + 1.0),), Unit(MONTH))

    def _figures(self, at: int) -> int:
        one = self.words[at]
        value = float(one["figures"].lstrip("$€£¥").replace(",", ""))
        start, end = one.start(), one.end()
        unit = Unit({"$": "usd", "€": "eur", "¥": "yuan"}.get(one["figures"][0], ""))
        if one["percent"]:
            self._add(start, end, (_exact(value / 100),), Unit(PERCENT))
            return at + 1
        if one["th"]:
            self._add(start, end, (_exact(value),), Unit(ORDINAL))
            return at + 1
        if one["scale"]:
            factor = _FIGURE_SCALES[one["scale"]]
            values = [_exact(value * factor)]
            if one["scale"] in "Kk":
                values.append(_exact(value * _KILO))
            self._add(start, end, values, unit)
            return at + 1
        after = at + 1
        while after < len(self.words) and _low(self.words[after]) in _SCALES and self._joined(after - 1):
            value *= _SCALES[_low(self.words[after])]
            end = self.words[after].end()
            after += 1
        if one["s"] and value < _YEARS[1]:
            decade = [_exact(value)] + ([_exact(value + _CENTURY)] if value < _DECADES else [])
            self._add(start, end, decade, Unit(YEAR))
            return at + 1
        if not unit.dimension and _YEARS[0] <= value < _YEARS[1] and "," not in one["figures"]:
            unit = Unit(YEAR if _is_year(self.text, start, end) else "")
        self._finish(start, end, (_exact(value),), unit)
        return after

    def _words(self, at: int) -> int:  # noqa: C901, PLR0912 - the same
        """Read a number in words: two hundred and five thousand, dozens, tens of thousands, a few hundred."""
        start, total, part, after = self.words[at].start(), 0.0, 0.0, at
        end, plural, several = start, False, False
        while after < len(self.words) and (after == at or self._joined(after - 1)):
            raw = _low(self.words[after])
            word = _FORMS.get(raw, raw)
            if word in _SEVERAL and after == at:
                several, part = True, 1.0
            elif word in {"a", "an"} and after == at:
                part = 1.0
            elif word == "dozen":
                part = (part or 1.0) * 12
                plural = plural or raw == "dozens"
            elif word in _VALUES:
                if part and not (part >= 20 and part % 10 == 0 and _VALUES[word] < 10) and part % 100:  # noqa: PLR2004 - twenty-one
                    break
                if raw == "twice" and after > at:
                    break
                part += _VALUES[word]
                plural = plural or raw == "tens"
            elif word == "hundred":
                part = (part or 1.0) * 100
                plural = plural or raw != word
            elif word in _SCALES:
                total += (part or 1.0) * _SCALES[word]
                part = 0.0
                plural = plural or raw != word
            elif raw == "point" and after + 1 < len(self.words) and _low(self.words[after + 1]) in _VALUES:
                after += 1
                part += _VALUES[_low(self.words[after])] / 10
            else:
                break
            end = self.words[after].end()
            after += 1
            if plural and _OF.match(self.text, end):
                total, part = (total + part) * _SCALES[_FORMS[_low(self.words[after + 1])]], 0.0
                end = self.words[after + 1].end()
                after += 2
                break
        value = total + part
        if plural or several:
            least = 2 if several or value in {*_SCALES.values(), 1e4, 1e5, 1e7, 1e8} else 1
            self._add(start, end, ((value * least, value * 10),), vague=True)
            return after
        part_of = _PARTS_AFTER.match(self.text, end)
        if part_of and value and part_of["part"].lower() in _PARTS:
            return self._part(at, value, None, part_of)
        self._finish(start, end, (_exact(value),), Unit("times" if _low(self.words[at]) == "twice" else ""))
        return max(after, at + 1)

    def _part(
        self, at: int, count: float, word: re.Match[str] | None, found: re.Match[str] | None = None
    ) -> int:
        name = word[0].lower() if word else found["part"].lower() if found else ""
        end = word.end() if word else found.end() if found else 0
        value = count / _PARTS[name]
        unit = Unit(PERCENT) if name != "half" else Unit()
        if name in _ORDINALS and word and _ORDINAL_AFTER.match(self.text, end):
            self._add(self.words[at].start(), end, (_exact(value), _exact(_ORDINALS[name])))
        else:
            self._add(self.words[at].start(), end, (_exact(value),), unit)
        after = at
        while after < len(self.words) and self.words[after].start() < end:
            after += 1
        return after

    def _finish(self, start: int, end: int, values: tuple[Range, ...], unit: Unit) -> None:
        odd = _ODD.match(self.text, end)
        cent = _PER_CENT.match(self.text, odd.end() if odd else end)
        if cent:
            values, unit = tuple((low / 100, high / 100) for low, high in values), Unit(PERCENT)
            end = cent.end()
        odd = odd or _ODD.match(self.text, end)
        bounds = frozenset({"over"} if odd else ())
        self._add(start, end, values, unit, bounds=bounds)

    def _joined(self, at: int) -> bool:
        """Whether a word goes on with the next one."""
        end, start = self.words[at].end(), self.words[at + 1].start()
        return bool(_GAP.fullmatch(self.text, end, start)) or bool(_AND.match(self.text, end, start))

    def _add(
        self,
        start: int,
        end: int,
        values: Sequence[Range],
        unit: Unit = Unit(),  # noqa: B008 - frozen
        *,
        vague: bool = False,
        bounds: frozenset[str] = frozenset(),
    ) -> None:
        self.found.append(Amount(start, end, self.text[start:end], tuple(values), unit, vague, bounds))


def english_numbers(text: str) -> Iterator[Amount]:
    """Yield the numbers of a text. `one` and `a` are none: they count nothing."""
    for amount in _Reader(text).read():
        if amount.words.lower() not in {"one", "zero"}:
            yield amount


def _in_name(found: re.Match[str], text: str) -> bool:
    """Whether a figure belongs to a name: GPT-4, V2.5."""
    return False if found["word"] else bool(re.search(r"[A-Za-z]-?\Z", text[: found.start()]))


def _is_year(text: str, start: int, end: int) -> bool:
    return not re.match(r"[ -][a-z]", text[end:]) or bool(
        re.search(r"\b(?:in|of|since|by|from|until|to|and|early|late|around|[A-Z][a-z]+)[ -]\Z", text[:start])
    )


def _low(found: re.Match[str]) -> str:
    return (found["word"] or "").lower()


def _exact(value: float) -> Range:
    return value, value
