"""How people speak whatever they speak of: the small words that one uses more often than another."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

from generator.intake.sessions.plain import alternation
from generator.intake.settings import Settings
from generator.intake.turns.parts import Part, Speaker
from generator.model.identifiers import PersonId

Words = Mapping[str, float]
"""How often small words were said; by chance, so not in whole numbers."""
Talks = Mapping[PersonId, Words]
"""How people speak who are heard by themselves elsewhere."""

NO_TALKS: Final[Talks] = MappingProxyType({})
_PRIOR: Final = 80.0  # words that everybody's way of speaking counts beside what somebody was heard to say
_FROM_TALK: Final = (
    300.0  # words that a talk counts at most: people speak otherwise to a hall than to each other
)
_TEMPER: Final = 0.35  # words come in company: one tells less than it would alone
_LEAST: Final = 0.05  # of a chance; less is nothing


@dataclass(frozen=True)
class Habits:
    """The small words of a text, cut at places.

    Attributes:
        counts: How often each stands, from each place to the next.
    """

    counts: tuple[Counter[str], ...]

    @cached_property
    def common(self) -> Words:
        """How all speak: the part of each word in all words."""
        total: Counter[str] = Counter()
        for one in self.counts:
            total.update(one)
        size = total.total()
        return {word: much / size for word, much in total.items()}

    def voices(
        self, chances: Sequence[Mapping[Speaker, float]], known: Collection[PersonId], talks: Talks
    ) -> dict[Speaker, Words]:
        """Return what each is heard to say.

        Args:
            chances: For each place, how likely who speaks there.
            known: Who is proved to be there; of nobody else a voice is learned.
            talks: How people speak who are heard by themselves elsewhere.
        """
        found: dict[Speaker, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for one, counts in zip(chances, self.counts, strict=True):
            for speaker, much in one.items():
                part, person = speaker
                if much >= _LEAST and (part is Part.LEADS or person in known):
                    said = found[speaker]
                    for word, often in counts.items():
                        said[word] += often * much
        for (_, person), said in found.items():
            talk: Words = talks.get(person, {}) if person else {}
            share = min(1.0, _FROM_TALK / max(1.0, sum(talk.values())))
            for word, heard in talk.items():
                said[word] += heard * share
        return dict(found)

    def like(self, voices: Mapping[Speaker, Words]) -> list[dict[Speaker, float]]:
        """Return for each place how much more it sounds like each voice than like all of them.

        Args:
            voices: What each was heard to say.
        """
        told = {speaker: self._told(said) for speaker, said in voices.items()}
        return [
            {
                speaker: _TEMPER * sum(words[word] * often for word, often in one.items())
                for speaker, words in told.items()
            }
            for one in self.counts
        ]

    def _told(self, said: Words) -> Words:
        size = sum(much for word, much in said.items() if word in self.common)
        return {
            word: math.log((said.get(word, 0.0) + _PRIOR * part) / ((size + _PRIOR) * part))
            for word, part in self.common.items()
        }


def habits_of(letters: str, starts: Sequence[int], settings: Settings) -> Habits:
    """Count the small words of a text.

    Args:
        letters: The text, reduced to its letters.
        starts: The places at which it is cut; the first is its beginning.
        settings: The lists of words.
    """
    counts: list[Counter[str]] = [Counter() for _ in starts]
    for match in alternation(settings.words("turns", "habits")).finditer(letters):
        counts[bisect_right(starts, match.start()) - 1][match.group()] += 1
    return Habits(tuple(counts))
