"""Words in Latin letters that other places tell of: parts of a name, and a name that is said often."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.intake.names.comparing import one_word
from generator.intake.names.fix import Fix
from generator.intake.names.forms import Form
from generator.intake.names.letters import key, key_likeness, letter_cost, pieces, plain, spelling_likeness
from generator.intake.settings import Settings

_RUN = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
_TOLD = re.compile(r"(?<![A-Za-z])([A-Z]{3,5})(?![A-Za-z])[^A-Za-z\n]{1,6}((?:[A-Za-z]{3,}[ -]?){3,5})")
_PASSAGE = 6
_SHORTEST_PART = 4
_SAID_OFTEN = 3
_HEARD_OFTEN = 3
_TWICE = 2
_MISHEARD_OFTEN = 5
_SOUNDS_ALIKE = 0.6
_SURE = 5.0
_LOST_LETTER = 0.8
_ALIKE_SPOKEN = 0.65
_ALIKE_WRITTEN = 0.5
_ALIKE = 1.5
"""From what likeness on, of sound and of letters together, one hearing of a name said often is enough."""


@dataclass(frozen=True, slots=True)
class LatinAgain:
    """Finds in a text what other places of it tell of.

    Attributes:
        text: The text.
        forms: The right forms in Latin letters that are said often in it.
        abbreviations: The right forms that are capitals.
        ordinary: Words that are right as they stand, in small letters.
        rhymes: Letters whose names sound alike.
    """

    text: str
    forms: tuple[Form, ...]
    abbreviations: frozenset[str]
    ordinary: frozenset[str]
    rhymes: tuple[str, ...]

    @classmethod
    def of(cls, text: str, forms: Iterable[Form], said: Counter[str], settings: Settings) -> LatinAgain:
        """Take the forms in Latin letters, and count what is said whatever its case."""
        counts = Counter[str]()
        for written, times in said.items():
            counts[plain(written)] += times
        often = (
            form for form in forms if form.written.isascii() and counts[plain(form.written)] >= _SAID_OFTEN
        )
        capitals = frozenset(
            form.written for form in forms if form.written.isascii() and form.written.isupper()
        )
        latin = tuple(sorted(often, key=lambda form: (-said[form.written], form.written)))
        ordinary = frozenset(word.lower() for word in settings.words("names", "ordinary"))
        return cls(text, latin, capitals, ordinary, settings.words("names", "letters"))

    def find(self, fixes: Iterable[Fix]) -> Iterator[Fix]:
        """Find what the places that were found first tell of."""
        found = list(fixes)
        taken = {at for fix in found for at in range(fix.start, fix.end)}
        runs = [match.span() for match in _RUN.finditer(self.text)]
        runs = [(start, end) for start, end in runs if self.text.count(" ", start, end) < _PASSAGE - 1]
        more = [*self._names(runs, taken), *self._abbreviations(taken)]
        taken |= {at for fix in more for at in range(fix.start, fix.end)}
        more += self._likewise([*found, *more], taken)
        yield from more
        yield from self._parts([*found, *more], runs, taken)

    def _names(self, runs: list[tuple[int, int]], taken: set[int]) -> Iterator[Fix]:
        """Two words that sound like a name that is said often."""
        pairs: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for start, end in runs:
            words = [
                (start + at.start(), start + at.end())
                for at in re.finditer("[A-Za-z]+", self.text[start:end])
            ]
            for (first, _), (_, last) in pairwise(words):
                if first not in taken and last - 1 not in taken:
                    pairs[self.text[first:last]].append((first, last))
        for heard, places in pairs.items():
            form = self._meant(heard, len(places))
            if form:
                yield from (Fix(start, end, form.written, _SURE) for start, end in places)

    def _likewise(self, fixes: list[Fix], taken: set[int]) -> Iterator[Fix]:
        """A name of two words whose first is misheard in one way all the time, the second otherwise now."""
        heard = Counter((self.text[fix.start : fix.end], fix.written) for fix in fixes)
        for (words, written), times in sorted(heard.items()):
            ours, theirs = words.split(" "), written.split(" ")
            if times < _MISHEARD_OFTEN or not len(ours) == len(theirs) == _TWICE:
                continue
            if one_word(ours[0].lower(), theirs[0].lower()) or not _RUN.fullmatch(words):
                continue
            pattern = re.compile(rf"(?<![A-Za-z]){ours[0]} ([a-z]+)(?![A-Za-z])(?! [A-Za-z])")
            for match in pattern.finditer(self.text):
                sound, right = key(match[1]), key(theirs[1])
                alike = sound and right and key_likeness(sound[0], right[0]) >= _SOUNDS_ALIKE
                if alike and len(sound) <= len(right) + 1 and match.start() not in taken:
                    yield Fix(match.start(), match.end(), written, _SURE)

    def _abbreviations(self, taken: set[int]) -> Iterator[Fix]:
        """An abbreviation with one letter misheard, before the words it stands for."""
        for match in _TOLD.finditer(self.text):
            heard, words = match.group(1), match.group(2).split()[: len(match.group(1))]
            right = "".join(word[0] for word in words).upper()
            off = sum(one != other for one, other in zip(heard, right, strict=False))
            known = right in self.abbreviations and len(right) == len(heard)
            if known and off == 1 and match.start(1) not in taken:
                yield Fix(match.start(1), match.end(1), right, _SURE)

    def _meant(self, heard: str, times: int) -> Form | None:
        found = []
        for form in self.forms:
            right = plain(form.written)
            same_start = form.written[:1].lower() == heard[:1].lower()
            if right != plain(heard) and same_start and self._is_like(heard, form.written, times):
                found.append((spelling_likeness(plain(heard), right), form))
        return max(found, key=lambda one: one[0])[1] if found else None

    def _is_like(self, heard: str, written: str, times: int) -> bool:
        one, other = heard.split(" ")
        parts = [part.lower() for part in pieces(written)]
        if len(parts) == _TWICE and times >= _HEARD_OFTEN:
            if one.lower() == parts[0] and len(parts[1]) > len(other):
                spelled = pieces(written)[1].isupper() and written.isalnum()
                return spelled and letter_cost(other.upper(), parts[1].upper(), self.rhymes) <= _LOST_LETTER
            if (
                other.lower() == parts[1]
                and len(one) >= _SHORTEST_PART
                and not one_word(one.lower(), parts[0])
            ):
                return key(one)[:2] == key(parts[0])[:2] and len(key(one)) > _TWICE
        if not (one[0].isupper() and other[0].isupper() and one[1:].islower() and other[1:].islower()):
            return False
        if len(parts) > 1 and (one.lower() != parts[0] or len(parts[1]) < _SHORTEST_PART):
            return False
        if len(parts) == 1 and {one.lower(), other.lower()} & self.ordinary:
            return False
        spoken = key_likeness(key(heard), key(written))
        spelled_alike = spelling_likeness(plain(heard), plain(written))
        if spoken < _ALIKE_SPOKEN or spelled_alike < _ALIKE_WRITTEN or key(heard)[:1] != key(written)[:1]:
            return False
        return times >= _TWICE or spoken + spelled_alike >= _ALIKE

    def _parts(self, fixes: list[Fix], runs: list[tuple[int, int]], taken: set[int]) -> Iterator[Fix]:
        """A part of a name alone, as it was misheard within the name: Shut of Edge Shut."""
        right: dict[str, str] = {}
        for fix in fixes:
            part = self._misheard_part(fix)
            if part:
                right.setdefault(*part)
        if not right:
            return
        taken = taken | {at for fix in fixes for at in range(fix.start, fix.end)}
        alone = re.compile("|".join(rf"(?:{word})+" for word in sorted(right)))
        for start, end in runs:
            if any(word[0].islower() for word in self.text[start:end].split()):
                continue
            for word in re.finditer("[A-Za-z]+", self.text[start:end]):
                match = alone.fullmatch(word.group())
                if not match or start + word.start() in taken:
                    continue
                said = next(one for one in right if word.group().startswith(one))
                for at in range(start + word.start(), start + word.end(), len(said)):
                    yield Fix(at, at + len(said), right[said], _SURE)

    def _misheard_part(self, fix: Fix) -> tuple[str, str] | None:
        heard = self.text[fix.start : fix.end].split(" ")
        parts = pieces(fix.written)
        before = self.text[: fix.start][-_PASSAGE * 2 :]
        if len(heard) == len(parts) == _TWICE and heard[0].lower() == parts[0].lower():
            word, name = heard[1], parts[1]
        elif len(heard) == 1 and before.endswith(" ") and re.search("[A-Za-z] $", before):
            word, name = heard[0], fix.written
        else:
            return None
        named = word.isalpha() and word[0].isupper() and word[1:].islower() and len(word) >= _SHORTEST_PART
        return (word, name) if named and name.isalpha() and word.lower() != name.lower() else None
