"""From Simplified to Traditional characters and back: the script changes, the words stay.

OpenCC does the work (s2tw and tw2s, or s2hk and hk2s). What it cannot know is taken out of its sight
first: names of people and organisations, whose other form is given, and the traps of the exceptions
file. Every character taken out leaves one character of the Private Use Area in its place; OpenCC hands
those on unchanged and turns every code point into exactly one, so the text is put together again by
position, and nothing in it can be mistaken for a placeholder.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

import opencc

from generator.language.alternation import longest_first
from generator.language.exceptions import ANYWHERE, NO_EXCEPTIONS, Neighbours, Phrase, ScriptExceptions
from generator.language.ideographs import IDEOGRAPH
from generator.model.language import Language

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

# One stands for each character that is put in afterwards, the other for a whole part that is kept.
_TAKEN_OUT = "\ue000"
_KEPT = "\ue001"
_LONGEST_PERSONAL_NAME = 4
_SHORT_NAME = 2


class Standard(StrEnum):
    """Whose Traditional characters."""

    TAIWAN = "tw"
    HONG_KONG = "hk"


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class _Entry:
    form: str
    neighbours: Neighbours = ANYWHERE
    # A name that is an ordinary word as well.
    only_as_name: bool = False


class _Direction:
    """One way of converting: the engine and what is taken out before it runs."""

    def __init__(self, config: str, entries: Mapping[str, _Entry], exceptions: ScriptExceptions) -> None:
        self.engine = opencc.OpenCC(config)
        self._entries = entries
        self._surnames = exceptions.surnames
        self._titles = exceptions.titles
        self._title = re.compile(longest_first(exceptions.titles))
        self._candidate = re.compile(longest_first([*entries, *exceptions.surnames]))

    def spans(self, text: str) -> list[_Span]:
        """What is taken out of the text, from left to right, without overlaps."""
        found: list[_Span] = []
        position = 0
        while match := self._candidate.search(text, position):
            span = self._span_at(text, match.start(), match.end())
            if span is not None:
                found.append(span)
            position = match.start() + 1 if span is None else span.end
        return found

    def _span_at(self, text: str, start: int, longest: int) -> _Span | None:
        for end in range(longest, start, -1):
            entry = self._entries.get(text[start:end])
            if entry is not None and self._stands(entry, text, start, end):
                return _Span(start, end, entry.form)
        for end in range(longest, start, -1):
            surname = self._surnames.get(text[start:end])
            if surname is not None and self._is_surname(surname, text, start, end):
                return _Span(start, end, surname.form)
        return None

    def _stands(self, entry: _Entry, text: str, start: int, end: int) -> bool:
        if not _fits(entry.neighbours, text, start, end):
            return False
        if not entry.only_as_name:
            return True
        return self._before_title(text, end) or (_edge(text, start - 1) and _edge(text, end))

    def _is_surname(self, surname: Phrase, text: str, start: int, end: int) -> bool:
        if text.endswith("姓", 0, start) and not text.endswith("百姓", 0, start):
            return True
        return self._before_title(text, end) and _fits(surname.neighbours, text, start, end)

    def _before_title(self, text: str, end: int) -> bool:
        title = self._title.match(text, end)
        # A shorter title is tried where the longest does not fit (总 in 总工程 after 总工).
        for title_end in range(title.end() if title else end, end, -1):
            neighbours = self._titles.get(text[end:title_end])
            if neighbours is not None and _fits(neighbours, text, end, title_end):
                return True
        return False


_SHORT = 80
"""Characters of a text that may be a name or a title."""


class ScriptConverter:
    """Converts between `zh-Hans` and `zh-Hant`.

    What is taken from where, the first that fits at a place, the longest first:

    1. A given name stands as its given form. Where its first character is a surname of the exceptions
       file, a name of two characters obeys that surname's `not_after`, a longer one only where the
       surname says `only_after` (于海洋 is no name in 位于海洋). A name of two characters that is among
       the exceptions' `words` counts only before a title, or where no ideograph stands on either side.
       A name of one character is left to the converter.
    2. A phrase of the exceptions file, where its neighbours allow it.
    3. A surname of the exceptions file before one of its titles, or behind 姓.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        exceptions: ScriptExceptions = NO_EXCEPTIONS,
        standard: Standard = Standard.TAIWAN,
    ) -> None:
        """Prepare both directions.

        Args:
            names: Names of people and organisations, `zh-Hans` form -> `zh-Hant` form.
            exceptions: What the converter would get wrong.
            standard: Whose Traditional characters are written and read.
        """
        self._names = names
        self._exceptions = exceptions
        self._standard = standard
        self._directions: dict[tuple[Language, Language], _Direction] = {}
        # Names and titles stand on many pages; a text in its own language comes back as it is.
        self._converted: dict[tuple[Language, str], str] = {}

    @property
    def rules(self) -> str:
        """All that a conversion hangs on besides the text and the library; another text where it is other."""
        return repr((sorted(self._names.items()), _in_order(self._exceptions), self._standard))

    def convert(self, text: str, source: Language, target: Language) -> str:
        """Write a text in the other script.

        Args:
            text: Plain text; what must not change (addresses, code, marks) is not part of it, see
                `convert_parts`.
            source: The language it is in.
            target: The language it is wanted in; the text itself comes back where they are the same.

        Returns:
            The text, as long as before unless a given form is longer or shorter.

        Raises:
            ValueError: The two languages are not two scripts of one language.
        """
        if source is target:
            return text
        known = self._converted.get((target, text))
        if known is None:
            known = self.convert_parts([text], source, target)[0]
            if len(text) <= _SHORT:
                self._converted[target, text] = known
        return known

    def convert_parts(
        self, parts: Sequence[str], source: Language, target: Language, *, kept: Collection[int] = ()
    ) -> list[str]:
        """Write the pieces of one paragraph in the other script, together.

        The pieces are read as one text, so a phrase or a name that runs across a border (half of it
        within a link, say) is still seen whole.

        Args:
            parts: The pieces in the order of reading.
            source: The language they are in.
            target: The language they are wanted in.
            kept: Indexes of pieces that come back unchanged (code, an address, a mark). What stands on
                their two sides is not read as one word.

        Returns:
            As many pieces, one for one.

        Raises:
            ValueError: The two languages are not two scripts of one language.
        """
        if source is target:
            return list(parts)
        direction = self._direction(source, target)
        shown = [_KEPT if index in kept else part for index, part in enumerate(parts)]
        borders = [0]
        for part in shown:
            borders.append(borders[-1] + len(part))
        pieces = _converted_pieces(direction, "".join(shown), borders)
        return [
            part if index in kept else piece
            for index, (part, piece) in enumerate(zip(parts, pieces, strict=True))
        ]

    def _direction(self, source: Language, target: Language) -> _Direction:
        """Return what converts, made at the first call: its dictionaries take time to load."""
        known = self._directions.get((source, target))
        if known is None:
            if (source, target) == (Language.HANS, Language.HANT):
                entries = _forward_entries(self._names, self._exceptions)
                known = _Direction(f"s2{self._standard}", entries, self._exceptions)
            elif (source, target) == (Language.HANT, Language.HANS):
                # Almost every Traditional character has one Simplified form: no surname needs watching.
                entries = _backward_entries(self._names, self._exceptions)
                known = _Direction(f"{self._standard}2s", entries, NO_EXCEPTIONS)
            else:
                raise ValueError(f"no change of script leads from {source} to {target}")
            self._directions[source, target] = known
        return known


def _converted_pieces(direction: _Direction, text: str, borders: list[int]) -> list[str]:
    inner = set(borders[1:-1])
    spans = [span for span in direction.spans(text) if _can_be_cut(span, inner)]
    masked: list[str] = []
    position = 0
    for span in spans:
        masked += [text[position : span.start], _TAKEN_OUT * (span.end - span.start)]
        position = span.end
    masked.append(text[position:])
    sliced = _slices(
        "".join(masked), {*borders, *(edge for span in spans for edge in (span.start, span.end))}
    )
    converted = dict(zip((start for start, _, _ in sliced), _run(direction, sliced), strict=True))
    for span in spans:
        _put_in(span, converted, sorted(inner))
    return [
        "".join(converted[start] for start, _, _ in sliced if before <= start < after)
        for before, after in pairwise(borders)
    ]


def _can_be_cut(span: _Span, borders: Iterable[int]) -> bool:
    # A form of another length does not say which of its characters belongs on which side of a border.
    crossed = any(span.start < border < span.end for border in borders)
    return not crossed or len(span.form) == span.end - span.start


def _slices(text: str, points: set[int]) -> list[tuple[int, int, str]]:
    return [(start, end, text[start:end]) for start, end in pairwise(sorted({0, len(text), *points}))]


def _run(direction: _Direction, sliced: list[tuple[int, int, str]]) -> list[str]:
    text = "".join(part for _, _, part in sliced)
    whole = str(direction.engine.convert(text))
    if len(whole) == len(text):
        return [whole[start:end] for start, end, _ in sliced]
    # A dictionary that changes lengths (none of ours does) costs the context, never the borders.
    return [str(direction.engine.convert(part)) for _, _, part in sliced]


def _put_in(span: _Span, converted: dict[int, str], borders: list[int]) -> None:
    edges = [span.start, *(border for border in borders if span.start < border < span.end), span.end]
    if len(edges) == len((span.start, span.end)):
        converted[span.start] = span.form
        return
    for start, end in pairwise(edges):
        converted[start] = span.form[start - span.start : end - span.start]


def _fits(neighbours: Neighbours, text: str, start: int, end: int) -> bool:
    if neighbours.not_before and text.startswith(neighbours.not_before, end):
        return False
    allowed = _longest_before(neighbours.after, text, start)
    if _longest_before(neighbours.not_after, text, start) > allowed:
        return False
    return not neighbours.only_after or allowed > 0 or _edge(text, start - 1)


def _longest_before(words: tuple[str, ...], text: str, end: int) -> int:
    if not text.endswith(words, 0, end):
        return 0
    return max(len(word) for word in words if text.endswith(word, 0, end))


def _edge(text: str, index: int) -> bool:
    """Whether no ideograph stands there: punctuation, Latin letters, what is kept, or the text's end."""
    return not (0 <= index < len(text)) or IDEOGRAPH.match(text, index) is None


def _forward_entries(names: Mapping[str, str], exceptions: ScriptExceptions) -> dict[str, _Entry]:
    entries = {
        phrase: _Entry(form=right.form, neighbours=right.neighbours)
        for phrase, right in exceptions.phrases.items()
    }
    for name, form in names.items():
        if len(name) < _SHORT_NAME or IDEOGRAPH.search(name) is None:
            continue
        entries[name] = _Entry(
            form=form,
            neighbours=_neighbours_of_name(name, exceptions),
            only_as_name=name in exceptions.words,
        )
    return entries


def _neighbours_of_name(name: str, exceptions: ScriptExceptions) -> Neighbours:
    surname = exceptions.surnames.get(name[0])
    if surname is None or len(name) > _LONGEST_PERSONAL_NAME:
        return ANYWHERE
    # Three characters that are a name meet by chance only behind a word as common as 于.
    if len(name) > _SHORT_NAME and not surname.neighbours.only_after:
        return ANYWHERE
    return Neighbours(after=surname.neighbours.after, not_after=surname.neighbours.not_after)


def _backward_entries(names: Mapping[str, str], exceptions: ScriptExceptions) -> dict[str, _Entry]:
    entries = {
        phrase: _Entry(form=right.form, neighbours=right.neighbours)
        for phrase, right in exceptions.back.items()
    }
    forms: dict[str, set[str]] = {}
    for name, form in names.items():
        if len(form) >= _SHORT_NAME and IDEOGRAPH.search(form) is not None:
            forms.setdefault(form, set()).add(name)
    # One Traditional name with two Simplified ones says nothing: the converter decides.
    entries.update({form: _Entry(form=min(found)) for form, found in forms.items() if len(found) == 1})
    return entries


def _in_order(value: object) -> object:
    """Return what a value holds, in an order that is the same in every process: sets have none."""
    if is_dataclass(value) and not isinstance(value, type):
        return [(field.name, _in_order(getattr(value, field.name))) for field in fields(value)]
    if isinstance(value, Mapping):
        return sorted((str(key), repr(_in_order(one))) for key, one in value.items())
    if isinstance(value, frozenset):
        return sorted(map(repr, value))
    if isinstance(value, tuple):
        return [_in_order(one) for one in value]
    return value
