"""A translated paragraph held against the paragraph that it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.fidelity.amount import ORDINAL, Amount
from generator.fidelity.cues import Cue
from generator.fidelity.finding import Finding
from generator.fidelity.names import Mention
from generator.fidelity.number_rules import judge_amount
from generator.fidelity.reader import P, Reader, within
from generator.fidelity.recording import Part
from generator.fidelity.sentence_pairs import SentencePair, pair_sentences
from generator.language.pinyin import readings, syllable_of
from generator.model.fidelity import FindingKind
from generator.model.record import Block

KINDS: Final = {
    "negation": ("denies, and its source does not", "is denied in the source"),
    "possible": ("is less sure than its source", "is less sure in the source"),
    "certain": ("is surer than its source", "is surer in the source"),
    "extent": ("goes less far than its source", "goes less far in the source"),
    "nearly": ("is less than its source says", "is nearly so in the source"),
    "some": ("is said of a part, and not in the source", "is said of a part in the source"),
    "most": ("is said of most, and not in the source", "is said of most in the source"),
    "all": ("is said of all, and not in the source", "is said of all in the source"),
    "always": ("is said of every time, and not in the source", "is said of every time in the source"),
    "often": ("is said of many times, and not in the source", "is said of many times in the source"),
    "sometimes": ("is said of some times, and not in the source", "is said of some times in the source"),
    "hope": ("is hoped for, and not in the source", "is hoped for in the source"),
    "plan": ("is planned, and not in the source", "is planned in the source"),
    "done": ("is done, and not in the source", "is done in the source"),
    "chase": ("is pursued, and not in the source", "is pursued in the source"),
    "reach": ("is reached, and not in the source", "is reached in the source"),
    "surpass": ("is surpassed, and not in the source", "is surpassed in the source"),
    "superlative": ("is the utmost, and not in the source", "is the utmost in the source"),
    "sole": ("is said of nothing else, and not in the source", "is said of nothing else in the source"),
    "first": ("came first, and not in the source", "came first in the source"),
    "up": ("goes up, and not in the source", "goes up in the source"),
    "down": ("goes down, and not in the source", "goes down in the source"),
    "above": ("is above, and not in the source", "is above in the source"),
    "below": ("is below, and not in the source", "is below in the source"),
    "second": ("came second, and not in the source", "came second in the source"),
    "beyond": ("is said of more besides, and not in the source", "is said of more besides in the source"),
    "forbid": ("is forbidden, and not in the source", "is forbidden in the source"),
    "before": ("comes before, and not in the source", "comes before in the source"),
    "after": ("comes after, and not in the source", "comes after in the source"),
}
"""For each list what is wrong where only the translation has such a word, and where only the source has."""
OPPOSITES: Final = (
    ("above", "below"),
    ("up", "down"),
    ("before", "after"),
    ("chase", "reach"),
    ("first", "second"),
    ("some", "all"),
)
"""Lists whose words say the opposite of each other."""
_BY_OPPOSITE: Final = frozenset({"before", "after"})
"""Lists whose words have so many ways to be said that only the opposite is a finding."""
_ORDER: Final = frozenset({"up", "down", "above", "below", "first", "before", "after", "superlative"})
_EVERYWHERE: Final = frozenset({"place China", "place English"})
"""What a translation may say of what its source leaves to the reader."""
_TWO: Final = 2.0
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9.+’'\-]*[A-Za-z0-9+]")


@dataclass(frozen=True)
class Translated:
    """A paragraph and its source.

    Attributes:
        block: The translation.
        text: Its words, Chinese in Simplified.
        source: The words of the source.
        reader: Reads both.
        known: Names that may stand for a pronoun, or be left out: of those who speak.
    """

    block: Block
    text: str
    source: str
    reader: Reader
    known: frozenset[str] = frozenset()

    @cached_property
    def amounts(self) -> tuple[tuple[Amount, ...], tuple[Amount, ...]]:
        """The numbers of the source and of the translation."""
        return self.reader.numbers.read(self.source), self.reader.numbers.read(self.text)

    @cached_property
    def mentions(self) -> tuple[list[Mention], list[Mention]]:
        """The names of the source and of the translation."""
        return list(self.reader.names.mentions(self.source)), list(self.reader.names.mentions(self.text))

    @cached_property
    def cues(self) -> tuple[dict[str, tuple[Cue, ...]], dict[str, tuple[Cue, ...]]]:
        """The words of all lists in the source and in the translation."""
        return self.reader.cues.all(self.source), self.reader.cues.all(self.text)

    @cached_property
    def pairs(self) -> tuple[SentencePair, ...]:
        """Sentences that say the same."""
        anchors = [
            (one.start, other.start)
            for one in self.amounts[0]
            for other in self.amounts[1]
            if not one.is_small_count and judge_amount(other, [one]) is None
        ]
        anchors += [
            (one.start, other.start)
            for one in self.mentions[0]
            for other in self.mentions[1]
            if one.entities & other.entities
        ]
        return pair_sentences(self.source, self.text, anchors)

    def says(self, mention: Mention, text: str) -> bool:
        """Whether a text has a form of a name somewhere, within another word perhaps, or read aloud."""
        low = text.casefold()
        forms = {form.casefold() for entity in mention.entities for form in self.reader.names.forms[entity]}
        if mention.words.casefold() in low or any(form in low for form in forms):
            return True
        return mention.words.isascii() and mention.words.casefold().replace(" ", "") in _read_aloud(text)


def hold_translated_numbers(one: Translated) -> Iterator[Finding]:
    """Find numbers that only one of the two has."""
    ours, theirs = one.amounts
    years = one.reader.numbers.years(one.source), one.reader.numbers.years(one.text)
    for amount in theirs:
        pool = (*_around(ours, one.pairs, amount.start, source=False), *years[0])
        judged = judge_amount(amount, pool)
        if judged and not _may_count(amount, pool):
            there = f"; in the source stands ‘{judged.other.words}’" if judged.other else ""
            yield Finding(
                FindingKind.NUMBER,
                one.block,
                amount.start,
                amount.words,
                f"‘{amount.words}’ {judged.why}{there}",
            )
    for amount in ours:
        pool = (*_around(theirs, one.pairs, amount.start, source=True), *years[1])
        if (
            judge_amount(amount, pool)
            and not _may_count(amount, pool)
            and not (amount.is_small_count and amount.values[0][1] <= _TWO)
        ):
            yield Finding(
                FindingKind.NUMBER, one.block, -1, amount.words, f"‘{amount.words}’ of the source is not here"
            )


def _may_count(amount: Amount, pool: Sequence[Amount]) -> bool:
    if amount.unit.dimension == "times" and amount.words.lower().startswith("doubl"):
        return True  # A digital double is no number.
    if not (amount.is_small_count or amount.unit.dimension == ORDINAL):
        return False
    value = amount.values[0][1]
    return (
        value <= 1
        or (value == _TWO and not amount.words.isdigit())
        or any(other.values[0][0] == value for other in pool)
    )


def _around(amounts: Sequence[P], pairs: Sequence[SentencePair], at: int, *, source: bool) -> list[P]:
    """Return what of the other text stands in the sentences beside a place."""
    for pair in pairs:
        mine = pair.source if source else pair.translation
        if mine[0] <= at < mine[1]:
            return within(amounts, [pair.translation if source else pair.source])
    return list(amounts)


def hold_translated_names(one: Translated) -> Iterator[Finding]:
    """Find names that only one of the two has."""
    ours, theirs = one.mentions
    said = {entity for mention in ours for entity in mention.entities}
    given = {entity for mention in theirs for entity in mention.entities}
    for mention in theirs:
        if (
            not mention.entities & said
            and not mention.entities & one.known
            and not any(e in _EVERYWHERE for e in mention.entities)
            and not one.says(mention, one.source)
        ):
            message = f"‘{mention.words}’ is not in the source"
            yield Finding(FindingKind.NAME, one.block, mention.start, mention.words, message)
    for mention in ours:
        if any(entity.startswith("place") for entity in mention.entities):
            continue  # It may be said in other words.
        if (
            not mention.entities & given
            and not mention.entities & one.known
            and not one.says(mention, one.text)
        ):
            message = f"‘{mention.words}’ of the source is not here"
            yield Finding(FindingKind.NAME, one.block, -1, mention.words, message)
    yield from _hold_latin(one)


def _hold_latin(one: Translated) -> Iterator[Finding]:
    """Find words of Latin letters that are names and stand in one of the two only."""
    names = one.reader.names
    for text, other, own, start_of in (
        (one.text, one.source, one.mentions[1], 0),
        (one.source, one.text, one.mentions[0], -1),
    ):
        low = re.sub(r"[\s.\-’']", "", other).casefold()
        read = _read_aloud(other)
        for found in _LATIN.finditer(text):
            if (
                not _is_name(found)
                or names.is_no_name(found[0])
                or any(m.start < found.end() and found.start() < m.end for m in own)
            ):
                continue
            plain = re.sub(r"[.\-’']", "", re.sub(r"[’']s$", "", found[0])).casefold()
            parts = [
                part.casefold() for part in re.split(r"[.\-]", found[0]) if any(c.isupper() for c in part)
            ]
            if (
                plain in low
                or plain.rstrip("s") in low
                or plain in read
                or names.is_generic(found[0])
                or (len(parts) > 1 and all(part in low or part in read for part in parts))
            ):
                continue
            where = found.start() if start_of == 0 else -1
            message = (
                f"‘{found[0]}’ is not in the source"
                if start_of == 0
                else f"‘{found[0]}’ of the source is not here"
            )
            yield Finding(FindingKind.NAME, one.block, where, found[0], message)


def _is_name(found: re.Match[str]) -> bool:
    """Whether a word is written as only names are: with a figure, or a capital within."""
    word = re.sub(r"[’']s$", "", found[0])
    if "-" in word and not any(character.isdigit() for character in word):
        return False
    return any(character.isupper() for character in word[1:]) or any(
        character.isdigit() for character in word
    )


def _read_aloud(text: str) -> str:
    """Return how the ideographs of a text are read, without tones or spaces."""
    found = [
        "".join(syllable_of(one).letters.replace("u'", "u") for one in readings(run) or ())
        for run in re.findall(r"[\u4e00-\u9fff]+", text)
    ]
    return " ".join(found)


def hold_translated_cues(one: Translated) -> Iterator[Finding]:
    """Find words that make a statement stronger or weaker, or turn it, in one of the two only."""
    ours, theirs = one.cues
    for pair in one.pairs:
        for kind, (added, lost) in KINDS.items():
            if kind in _BY_OPPOSITE:
                continue
            there = [cue for cue in within(ours[kind], [pair.source]) if cue.like]
            here = [cue for cue in within(theirs[kind], [pair.translation]) if cue.like]
            found = (
                FindingKind.ORDER
                if kind in _ORDER
                else FindingKind.NEGATION
                if kind == "negation"
                else FindingKind.DEGREE
            )
            if sum(cue.strict for cue in here) > len(there):
                first = _alone(here, there, pair.translation, pair.source)
                yield Finding(found, one.block, first.start, first.words, f"‘{first.words}’ {added}")
            if sum(cue.strict for cue in there) > len(here):
                first = _alone(there, here, pair.source, pair.translation)
                words = one.source[first.start : first.start + 12]
                yield Finding(found, one.block, -1, first.words, f"‘{words}’ {lost}")


def hold_translated_turns(one: Translated) -> Iterator[Finding]:
    """Find sentences that say the opposite of their source: below for above, after for before."""
    ours, theirs = one.cues
    for pair in one.pairs:
        for kind, other in OPPOSITES:
            for said, instead in ((kind, other), (other, kind)):
                in_source = {
                    name: [cue for cue in within(ours[name], [pair.source]) if cue.strict]
                    for name in (said, instead)
                }
                here = {
                    name: [cue for cue in within(theirs[name], [pair.translation]) if cue.strict]
                    for name in (said, instead)
                }
                if in_source[said] and here[instead] and not in_source[instead] and not here[said]:
                    first = here[instead][0]
                    message = f"‘{first.words}’ is the opposite of ‘{in_source[said][0].words}’ in the source"
                    yield Finding(FindingKind.ORDER, one.block, first.start, first.words, message)


def _alone(cues: Sequence[Cue], others: Sequence[Cue], part: Part, other: Part) -> Cue:
    """Return the word that most likely has none beside it: the farthest from all of the other text."""

    def share(cue: Cue, within_part: Part) -> float:
        return (cue.start - within_part[0]) / max(1, within_part[1] - within_part[0])

    def far(cue: Cue) -> float:
        return min((abs(share(cue, part) - share(one, other)) for one in others), default=1.0)

    return max((cue for cue in cues if cue.strict), key=far)
