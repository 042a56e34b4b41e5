"""The product that a session is about: what is heard for it all through the session."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.intake.division import Division
from generator.intake.names.fix import Fix
from generator.intake.names.forms import Forms
from generator.intake.names.weigh import SAME_SOUND, Signs
from generator.intake.names.words import Dictionary, Edges, ideographs
from generator.intake.settings import Settings
from generator.intake.step import Known
from generator.intake.text import Text
from generator.language.alternation import longest_first
from generator.language.sound import alike, sound_of
from generator.model.language import Language

_TWO = 2
_SURE = 4.5
_SELDOM = 150
_LEAST = 0.6
_RECURS = 4
_MOSTLY = 0.75


@dataclass(frozen=True, slots=True)
class Titled:
    """Finds what is heard for the products that sessions are about.

    Attributes:
        text: The text.
        edges: It, cut into words.
        dictionary: What is a word.
        forms: The right forms.
        signs: The words that weigh.
    """

    text: Text
    edges: Edges
    dictionary: Dictionary
    forms: Forms
    signs: Signs

    def find(self, known: Known, division: Division) -> Iterator[Fix]:
        """Find the places; in each session those of its own product."""
        titles = {session.id: session.title.get(Language.HANS) or "" for session in known.forum.sessions}
        for found in division.sessions:
            start, end = self.text.at(found.start), self.text.at(found.end)
            for name in self._products(titles.get(found.id, ""), known.settings):
                yield from self._of_one(name, start, end, known.settings)

    def _products(self, title: str, settings: Settings) -> list[str]:
        """Seldom words of two characters that a title calls a product: 混元大模型, 可灵（KLING）."""
        kinds = longest_first(settings.words("names", "products"))
        names = re.findall(rf"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{{2}})(?=(?:{kinds})|（[A-Za-z])", title)
        return [name for name in dict.fromkeys(names) if self.dictionary.frequency(name) < _SELDOM]

    def _of_one(self, name: str, start: int, end: int, settings: Settings) -> Iterator[Fix]:
        heard: dict[str, list[int]] = defaultdict(list)
        words = self.text.words
        for at in range(start, end - 1):
            if self.edges.within(at, at + _TWO) and self._may_be(words[at : at + _TWO], name):
                heard[words[at : at + _TWO]].append(at)
        kinds = settings.words("names", "products")
        for word, spots in heard.items():
            often = len(spots) >= max(_RECURS, words.count(word) * _MOSTLY)
            if often and word not in self.dictionary:
                everywhere = (match.start() for match in re.finditer(word, words))
                yield from (
                    Fix(at, at + _TWO, name, _SURE) for at in everywhere if self.edges.within(at, at + _TWO)
                )
            elif often and any(words.startswith(kinds, at + _TWO) for at in spots):
                yield from (Fix(at, at + _TWO, name, _SURE) for at in spots)

    def _may_be(self, word: str, name: str) -> bool:
        if word == name or not ideographs(word) or word in self.forms.by_written:
            return False
        near = [alike(sound_of(one), sound_of(other)) for one, other in zip(word, name, strict=True)]
        if max(near) < SAME_SOUND or min(near) < _LEAST:
            return False
        return not any(form.written.startswith(word) for form in self.forms)
