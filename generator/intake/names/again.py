"""Names and terms in Chinese that other places of a recording tell of.

An ordinary word stands for a name where only that can be meant: where a product is named, and other places of
the recording say which; or where the word never stands but before what follows a term.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.intake.names.fix import Fix
from generator.intake.names.forms import Form, FormKind, Forms
from generator.intake.names.likely import Likely
from generator.intake.names.weigh import SAME_SOUND, Signs
from generator.intake.names.words import Dictionary, Edges, ideographs, plain_words
from generator.intake.settings import Settings
from generator.language.alternation import longest_first
from generator.language.sound import alike, sound_of

_TWO = 2
_THREE = 3
_SURE = 4.5
_HALF = 0.5
_ALIKE = 0.75
_NAMED_OFTEN = 3
_SAID_OFTEN = 10
_LEAST_IN_SLOT = 0.6


@dataclass(slots=True)
class Again:
    """Finds in a text what other places of it tell of.

    Attributes:
        text: The text.
        edges: It, cut into words.
        dictionary: What is a word.
        forms: The right forms.
        signs: The words that weigh.
        compounds: What stands for the first word of a compound, by what was heard and what is right: where.
    """

    text: str
    edges: Edges
    dictionary: Dictionary
    forms: Forms
    signs: Signs
    compounds: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))

    def note(self, likely: Likely) -> None:
        """Keep a place in mind where an ordinary word may stand for the first word of a compound."""
        name, heard = likely.form.written, self.text[likely.start : likely.start + _TWO]
        if len(name) <= _TWO or likely.form.kind not in {FormKind.TERM, FormKind.WORD}:
            return
        if not ideographs(name) or self.text[likely.start + _TWO : likely.end] != name[_TWO:]:
            return
        word = name[:_TWO]
        one_same = max(likely.near[:_TWO]) >= SAME_SOUND and sum(likely.near[:_TWO]) >= _ALIKE * _TWO
        if heard != word and one_same and word in self.dictionary and not set(heard) & self.signs.particles:
            self.compounds[heard, word].add(likely.start)

    def find(self, settings: Settings, said: Counter[str]) -> Iterator[Fix]:
        """Find what other places tell of.

        Args:
            settings: The lists.
            said: How often each form is said: right, or put right.
        """
        yield from self._in_compounds()
        yield from self._of_products(settings, said)
        yield from self._at_the_start(said)

    def _in_compounds(self) -> Iterator[Fix]:
        """An ordinary word that stands in two compounds of a term, and nowhere else: 语调数据, 语调库."""
        for (heard, word), starts in self.compounds.items():
            tails = [form.written[_TWO:] for form in self.forms if form.written.startswith(word)]
            pattern = re.compile(longest_first([tail for tail in (*tails, *self.signs.heads) if tail]))
            places = [at.start() for at in re.finditer(heard, self.text)]
            ends = [pattern.match(self.text, at + _TWO) for at in places]
            whole = [
                self.edges.starts[at] == at and self.edges.ends[at + 1] <= at + _THREE and at not in starts
                for at in places
            ]
            alone = [not end for end in ends]
            if any(alone) or len({end.group() for end in ends if end}) < _TWO:
                continue
            if not all(fits or at in starts for fits, at in zip(whole, places, strict=True)):
                continue
            for at, end in zip(places, ends, strict=True):
                if end:
                    yield Fix(at, end.end(), word + end.group(), _SURE)

    def _of_products(self, settings: Settings, said: Counter[str]) -> Iterator[Fix]:
        """What sounds like a product that is named often, between what leads to a product and what one is."""
        names = [name for name in self._coined() if self._times(name, said) >= _NAMED_OFTEN]
        if not names:
            return
        openers, kinds = settings.words("names", "openers"), settings.words("names", "products")
        owners = [form.written for form in self.forms if form.kind == FormKind.ORGANISATION]
        owners = [name for name in owners if ideographs(name)]
        pattern = re.compile(rf"(?:{longest_first([*openers, *owners])})(..)(?={longest_first(kinds)})")
        for match in pattern.finditer(self.text):
            heard, at = match.group(1), match.start(1)
            if heard in self.forms.by_written or heard in self.signs.heads or not ideographs(heard):
                continue
            ordinary = bool(len(plain_words(heard)) == 1)
            if ordinary and not self.text.endswith(openers, match.start(), at):
                continue
            if ordinary and not self.edges.within(at, at + _TWO):
                continue
            near = [(self._in_slot(heard, name), name) for name in names]
            best, name = max(near)
            if best:
                yield Fix(at, at + _TWO, name, _SURE)

    def _coined(self) -> list[str]:
        """Names of two characters that are no words of the language."""
        return [
            form.written
            for form in self.forms
            if form.kind == FormKind.TERM
            and len(form.written) == _TWO
            and ideographs(form.written)
            and len(plain_words(form.written)) > 1
        ]

    @staticmethod
    def _times(name: str, said: Counter[str]) -> int:
        return sum(times for written, times in said.items() if name in written)

    def _in_slot(self, heard: str, name: str) -> float:
        first, second = (
            alike(sound_of(one), sound_of(other)) for one, other in zip(heard, name, strict=True)
        )
        if heard == name or first < SAME_SOUND or second < _LEAST_IN_SLOT:
            return 0.0
        return 0.0 if set(heard) & (self.signs.particles | self.signs.numerals) else first + second

    def _at_the_start(self, said: Counter[str]) -> Iterator[Fix]:
        """The first of three characters, where the term is said all the time and this recurs: 动模态."""
        often = [
            form
            for form in self.forms
            if form.kind in {FormKind.TERM, FormKind.WORD}
            and len(form.written) == _THREE
            and ideographs(form.written)
            and form.written[1:] not in self.signs.heads
            and said[form.written] >= _SAID_OFTEN
        ]
        for form in often:
            yield from self._starting_otherwise(form)

    def _starting_otherwise(self, form: Form) -> Iterator[Fix]:
        places: dict[str, list[int]] = defaultdict(list)
        for match in re.finditer(rf"[\u4e00-\u9fff](?={form.written[1:]})", self.text):
            first, at = match.group(), match.start()
            small = first in self.signs.particles | self.signs.numerals | self.signs.small_words
            if first == form.written[0] or small or self.edges.starts[at] != at:
                continue
            if self.edges.ends[at] - at > 1 and self.edges.ends[at] != at + _THREE:
                continue
            if alike(sound_of(first), sound_of(form.written[0])) >= _HALF:
                places[first].append(at)
        for first, starts in places.items():
            if len(starts) < _TWO or first + form.written[1:] in self.dictionary:
                continue
            yield from (Fix(at, at + _THREE, form.written, _SURE) for at in starts)


def told_again(again: Again, settings: Settings, said: Counter[str], first: Iterable[Fix]) -> list[Fix]:
    """Return what other places tell of, without what was found already."""
    taken = {at for fix in first for at in range(fix.start, fix.end)}
    found = again.find(settings, said)
    return [fix for fix in found if not any(at in taken for at in range(fix.start, fix.end))]
