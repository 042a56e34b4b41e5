"""Whether a place that sounds like a form is one misheard: what speaks for it, and what against."""

from __future__ import annotations

from dataclasses import dataclass

from generator.intake.names.forms import OF_PEOPLE, FormKind
from generator.intake.names.likely import Likely
from generator.intake.names.places import Places
from generator.intake.names.words import Dictionary, Edges
from generator.intake.settings import Settings

SAME_CHARACTER = 2.0
SAME_LIGHT = 0.5
SAME_PARTICLE = 1.5
ALMOST_SAME_SOUND = 0.9
NAME_IN_DICTIONARY = -0.5
SAME_SOUND = 0.99
LEAST_OF_GIVEN = 0.6
BY_NEARNESS = ((SAME_SOUND, 1.5), (0.85, 1.15), (0.7, 0.5), (0.5, -0.3), (0.0, -1.2))
"""What a syllable that is written otherwise is worth, by how alike both sound."""
ORDINARY_WORD = -3.0
ORDINARY_PART = -1.5
ACROSS_AN_EDGE = -1.5
FROM_A_NUMERAL = -0.4
ALL_ONE_SOUND = 1.0
"""Three syllables or more that all sound the same, whatever is written."""
SELDOM = 15
LONG = 5
BY_FREQUENCY = ((150, 1.0), (60, 0.7), (SELDOM, 0.4), (0, 0.1))
"""How much of a word a word of the dictionary is, by how often it is met."""
NO_FORM = -100.0
_CHARACTERS = ("particles", "numerals", "surnames", "small_words")
ENOUGH = {
    FormKind.PERSON: 4.2,
    FormKind.GIVEN: 4.2,
    FormKind.ADDRESS: 4.0,
    FormKind.ORGANISATION: 3.8,
    FormKind.TERM: 3.5,
    FormKind.WORD: 3.5,
}
"""From what weight on a place is put right, by what it may be."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The words that weigh, from the settings."""

    titles: tuple[str, ...]
    offices: tuple[str, ...]
    calls: tuple[str, ...]
    deeds: tuple[str, ...]
    heads: tuple[str, ...]
    particles: frozenset[str]
    numerals: frozenset[str]
    surnames: frozenset[str]
    small_words: frozenset[str]

    @classmethod
    def of(cls, settings: Settings) -> Signs:
        """Take them from `names.yml`."""
        words = {
            key: settings.words("names", key) for key in ("titles", "offices", "calls", "deeds", "heads")
        }
        single = {key: frozenset(settings.words("names", key)) for key in _CHARACTERS}
        return cls(
            words["titles"],
            words["offices"],
            words["calls"],
            words["deeds"],
            words["heads"],
            single["particles"],
            single["numerals"],
            single["surnames"],
            single["small_words"],
        )


@dataclass(frozen=True, slots=True)
class Weigher:
    """Weighs places of one text.

    Attributes:
        text: The text.
        edges: It, cut into words.
        dictionary: What is a word.
        signs: The words that weigh.
        places: Who speaks where.
    """

    text: str
    edges: Edges
    dictionary: Dictionary
    signs: Signs
    places: Places

    def weigh(self, likely: Likely) -> float:
        """Return how much speaks for a place by itself; what recurs is counted elsewhere."""
        weight = self._by_sound(likely) + self._by_words(likely)
        if weight <= NO_FORM:
            return weight
        return weight + (self._by_person(likely) if likely.form.kind in OF_PEOPLE else self._by_term(likely))

    def _by_sound(self, likely: Likely) -> float:
        weight = 0.0
        name = likely.form.spoken
        heard = self.text[likely.start : likely.end]
        light = self._light(likely)
        for number, near in enumerate(likely.near):
            if heard[number] == name[number]:
                weight += SAME_LIGHT if number in light else self._same(heard[number], len(name))
            else:
                weight += next(worth for least, worth in BY_NEARNESS if near >= least)
                weight += FROM_A_NUMERAL if heard[number] in self.signs.numerals else 0.0
        if len(name) > 2 and not light and min(likely.near) >= SAME_SOUND:  # noqa: PLR2004
            weight += ALL_ONE_SOUND
        return weight

    def _same(self, character: str, size: int) -> float:
        if character not in self.signs.particles:
            return SAME_CHARACTER
        return SAME_PARTICLE if size > 2 else SAME_LIGHT * 2  # noqa: PLR2004

    def _light(self, likely: Likely) -> set[int]:
        """Characters of a form that say little where they are the same: titles and heads."""
        name = likely.form.spoken.upper()
        tail = self.signs.titles if likely.form.kind == FormKind.ADDRESS else self.signs.heads
        ends = max((len(word) for word in tail if name.endswith(word) and len(word) < len(name)), default=0)
        return set(range(len(name) - ends, len(name)))

    def _may_be(self, likely: Likely) -> bool:
        """Whether what was heard otherwise may be so in a form of its kind."""
        name, near = likely.form.spoken, likely.near
        changed = [n for n in range(len(name)) if self.text[likely.start + n] != name[n]]
        if any(self._is_particle(likely.start + n) for n in changed):
            return False
        heard = {self.text[likely.start + n] for n in changed}
        if likely.form.kind not in OF_PEOPLE and heard & self.signs.small_words:
            return False
        if likely.form.kind == FormKind.ADDRESS:
            title = min(n for n in range(1, len(name)) if name[n:] in self.signs.titles)
            in_title = changed[0] >= title
            in_name = changed[-1] < title and title > 1 and min(near) >= LEAST_OF_GIVEN
            return in_title or (in_name and not self._after_surname(likely.start))
        if likely.form.kind == FormKind.GIVEN:
            return min(near) >= LEAST_OF_GIVEN and not self._after_surname(likely.start)
        if likely.form.kind in OF_PEOPLE:
            return True
        if len(changed) == len(name) == 2:  # noqa: PLR2004
            return min(near) >= SAME_SOUND
        rest = self.text[likely.start : likely.end].replace(self.text[likely.start + changed[0]], "", 1)
        if len(name) == 3 and len(changed) == 1 and changed != [1] and rest in self.dictionary:  # noqa: PLR2004
            return min(near) >= SAME_SOUND
        return True

    def _is_particle(self, at: int) -> bool:
        """Whether a character is a small word, or part of one that is made of small words (还是)."""
        word = self.text[self.edges.starts[at] : self.edges.ends[at]]
        return set(word) <= self.signs.particles

    def _after_surname(self, at: int) -> bool:
        before = at - 1
        if before < 0 or self.text[before] not in self.signs.surnames:
            return False
        return self.edges.within(before, at)

    def _by_words(self, likely: Likely) -> float:
        """What the words of the place are: parts of ordinary words speak against it."""
        weight = 0.0
        name = likely.form.spoken
        changed = {likely.start + n for n in range(len(name)) if self.text[likely.start + n] != name[n]}
        if not self._may_be(likely):
            return NO_FORM
        person = likely.form.kind in OF_PEOPLE
        for start, end in self.edges.words(likely.start, likely.end):
            touched = [at for at in changed if start <= at < end]
            if start < likely.start or end > likely.end:
                if touched and start >= likely.start and self._before_head(likely, end):
                    continue
                if touched:
                    return NO_FORM
                weight += ACROSS_AN_EDGE
            elif touched and end - start > 1:
                word = self.text[start:end]
                if person and (self.dictionary.is_name(word) or len(set(word)) == 1):
                    continue
                seldom = self.dictionary.frequency(word) < SELDOM
                exact = all(likely.near[at - likely.start] >= ALMOST_SAME_SOUND for at in touched)
                plain = likely.form.kind == FormKind.WORD and (
                    len(name) < LONG or min(likely.near) < SAME_SOUND
                )
                if not person and not seldom and (plain or not exact):
                    return NO_FORM
                weight += self._of_word(word, whole=end - start == len(name))
        return weight

    def _before_head(self, likely: Likely, end: int) -> bool:
        """Whether a word reaches out of a name into what it is called: 一大 of 通一大模型."""
        heads = (word for word in self.signs.heads if len(word) > end - likely.end + 1)
        return likely.form.kind == FormKind.TERM and self.text.startswith(tuple(heads), likely.end)

    def _of_word(self, word: str, *, whole: bool) -> float:
        """What it weighs that a word of the dictionary would go; seldom ones are hardly words."""
        if self.dictionary.is_name(word):
            return NAME_IN_DICTIONARY
        ordinary = ORDINARY_WORD if whole else ORDINARY_PART
        frequency = self.dictionary.frequency(word)
        return ordinary * next(share for least, share in BY_FREQUENCY if frequency >= least)

    def _by_person(self, likely: Likely) -> float:
        weight = self.places.nearness(likely.start, likely.form.people)
        before = self.text[max(0, likely.start - 8) : likely.start].rstrip()
        after = self.text[likely.end : likely.end + 6].lstrip()
        if before.endswith(self.signs.offices):
            weight += 1.2
        elif before.endswith(self.signs.calls):
            weight += 0.8
        if after.startswith(self.signs.deeds):
            weight += 0.8
        return weight

    def _by_term(self, likely: Likely) -> float:
        weight = 0.0
        after = self.text[likely.end : likely.end + 8].lstrip()
        if after.startswith(self.signs.heads):
            weight += 0.6
        if likely.form.told:
            around = (
                self.text[max(0, likely.start - 40) : likely.start] + self.text[likely.end : likely.end + 40]
            )
            told = {word for word in self.dictionary.cut(likely.form.told) if len(word) > 1}
            weight += min(0.6, 0.3 * sum(word in around for word in told))
        return weight
