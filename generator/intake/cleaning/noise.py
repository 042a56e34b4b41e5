"""Leaving out what nobody said: what recognisers write over silence, music and applause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from generator.intake.cleaning.credit_names import name_end
from generator.intake.cleaning.foreign import foreign_words
from generator.intake.cleaning.leaving_out import (
    Drop,
    Reason,
    leave_out,
    solid_after,
    solid_before,
    without_overlaps,
)
from generator.intake.cleaning.letters import Letters, key
from generator.intake.cleaning.phrases import Phrase, compiled, occurrences
from generator.intake.cleaning.sound_tags import sounds_in
from generator.intake.settings import Settings
from generator.intake.step import Known, Stepped
from generator.intake.text import Text

_FILE = "noise"
# Lines at least this long are chunks of a recogniser, not breaths: words at their edges stand for themselves.
_LONG_LINE = 200


def drop_noise(text: Text, known: Known) -> Stepped:
    """Leave out what nobody said.

    Phrases and credits of `site_config/intake/noise.yml`, by their letters and by where they stand;
    described sounds; words in a script that no forum here speaks. What a speaker may say stays unless it
    stands for itself: a 谢谢大家 is never noise.

    Args:
        text: What was heard.
        known: The settings, and the names that may be written in any script.

    Returns:
        The text without it, and what was left out.
    """
    drops = [*phrases_in(text.words, known.settings), *sounds_in(text.words, known.settings)]
    foreign, marked = foreign_words(text, known)
    left, dones = leave_out(text, [*drops, *_beside(drops, foreign)])
    return left, tuple(sorted((*dones, *marked)))


def _beside(known: Iterable[Drop], foreign: Iterable[Drop]) -> Iterator[Drop]:
    """Give foreign words the reason of a phrase that they are around."""
    drops = sorted(known)
    for drop in foreign:
        at = bisect_left(drops, drop.end, key=lambda one: one.start) - 1
        inside = at >= 0 and drops[at].end > drop.start
        yield Drop(drop.start, drop.end, drops[at].reason if inside else drop.reason)


class _Place(Enum):
    """Where phrases of a list are noise."""

    ANYWHERE = auto()
    EDGE = auto()
    ALONE = auto()


_LISTS = (
    ("credits", _Place.ANYWHERE, Reason.CREDIT),
    ("hallucinations", _Place.ANYWHERE, Reason.HALLUCINATION),
    ("hallucinations_edge", _Place.EDGE, Reason.HALLUCINATION),
    ("credits_alone", _Place.ALONE, Reason.CREDIT),
    ("hallucinations_alone", _Place.ALONE, Reason.HALLUCINATION),
)


@dataclass(frozen=True, slots=True)
class _Kind:
    place: _Place
    reason: Reason
    phrases: tuple[Phrase, ...]


@lru_cache(maxsize=4)
def _compiled(lists: tuple[tuple[str, ...], ...]) -> tuple[_Kind, ...]:
    return tuple(
        _Kind(place, reason, compiled(phrases))
        for (_, place, reason), phrases in zip(_LISTS, lists, strict=True)
    )


def phrases_in(words: str, settings: Settings) -> list[Drop]:
    """Return where phrases of noise stand in a text.

    Args:
        words: The text.
        settings: Their lists.

    Returns:
        What nobody said, in order, without overlaps.
    """
    names = frozenset(map(key, settings.words(_FILE, "credit_names")))
    letters = Letters.of(words)
    found: list[Drop] = []
    likely: list[tuple[Drop, _Place]] = []
    for kind in _compiled(tuple(settings.words(_FILE, name) for name, _, _ in _LISTS)):
        drops = without_overlaps(_all_of(kind, letters, words, names))
        if kind.place is _Place.ANYWHERE:
            found += drops
        else:
            likely += [(drop, kind.place) for drop in drops]
    found = without_overlaps(found)
    edges = {edge for drop in found for edge in (drop.start, drop.end)}
    return without_overlaps(
        [*found, *(drop for drop, place in likely if _stands_alone(words, drop, place, edges))]
    )


def _all_of(kind: _Kind, letters: Letters, words: str, names: frozenset[str]) -> Iterator[Drop]:
    for phrase in kind.phrases:
        for start, end in occurrences(phrase, letters):
            first, last = letters.span(start, end)
            yield Drop(first, _with_name(words, last, names) if phrase.open else last, kind.reason)


def _with_name(words: str, end: int, names: frozenset[str]) -> int:
    line_end = words.find("\n", end)
    rest = Letters.of(words[end : line_end if line_end >= 0 else len(words)][:400])
    count = name_end(rest.words, names) if len(rest) else 0
    return end + rest.places[count - 1] + 1 if count else end


def _stands_alone(words: str, drop: Drop, place: _Place, edges: set[int]) -> bool:
    """Whether a phrase is a whole line, is among other noise, or ends or begins a long chunk."""
    line_start = words.rfind("\n", 0, drop.start) + 1
    line_end = words.find("\n", drop.end)
    line_end = line_end if line_end >= 0 else len(words)
    before = solid_before(words, drop.start, line_start)
    after = solid_after(words, drop.end, line_end)
    begins, ends = before == line_start, after == line_end
    if (begins and ends) or before in edges or after in edges:
        return True
    if place is not _Place.EDGE or line_end - line_start < _LONG_LINE:
        return False
    strange = words[drop.start : drop.end].isascii() and not (
        words[before - 1].isascii() or words[after : after + 1].isascii()
    )
    return begins or ends or strange
