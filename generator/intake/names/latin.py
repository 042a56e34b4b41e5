"""Words in Latin letters that were misheard, or written otherwise than they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.intake.names.comparing import ENOUGH, FIGURES, figures, likeness_to, proper
from generator.intake.names.forms import Form
from generator.intake.names.letters import (
    key,
    letter_cost,
    pieces,
    plain,
    romanised,
    spelling_likeness,
)
from generator.intake.names.words import Edges, ideographs
from generator.intake.settings import Settings

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[.\-+][A-Za-z0-9]+)*\+?|(?<=[A-Za-z] )\d+(?:\.\d+)?")
_VERSION = re.compile(r"(?<=[A-Za-z])[ -]?\d+(?:\.\d+)?[A-Z]?$")
_MOST_WORDS = 5
_PASSAGE = 6
"""So many words in a row are English that somebody speaks, and right as they stand."""
_SHORTEST = 4
_LETTERS = range(3, 8)
_ENOUGH_OF_SMALL_WORDS = 1.75
_LOST_LETTER = 0.8
_LITTLE = 0.5
_OF_A_VERSION = 1.25
"""What it may take to hear letters before a figure for others that begin alike and recur: GB4, GPT-4."""
_LEAD = 0.15
_SHORT_SOUND = 2
_SURE_OF_SHORT = 1.8
"""From what likeness on one place is enough for a name of two sounds: LARA may be LoRA, and Llama."""
_ENOUGH_IF_OFTEN = 1.3
_SHORTEST_TAIL = 3
_HAN_BEFORE = 0.7


@dataclass(frozen=True, slots=True)
class Meant:
    """What a run of Latin words may have been.

    Attributes:
        form: The right form.
        weight: From 0 to 1, how alike both are; 1 where only case, spaces or signs differ.
        alone: It may be put right wherever it stands; if not, only where it recurs among fitting words.
    """

    form: Form
    weight: float
    alone: bool


@dataclass(frozen=True, slots=True)
class LatinPlace:
    """A place of a text, and what was meant there."""

    start: int
    end: int
    meant: Meant


class LatinForms:
    """Right forms in Latin letters, and how near a heard one is."""

    def __init__(self, forms: Iterable[Form], settings: Settings, titles: str = "") -> None:
        """Take those of all forms that are in Latin letters.

        Args:
            forms: All right forms.
            settings: Which words are ordinary, and which letters rhyme.
            titles: The titles of the forum: of what stands there an ordinary word may be one misheard.
        """
        self._forms = [form for form in forms if form.written.isascii() and _WORD.match(form.written)]
        self._ordinary = frozenset(word.lower() for word in settings.words("names", "ordinary"))
        self._rhymes = settings.words("names", "letters")
        self._particles = frozenset(settings.words("names", "particles"))
        self._plain: dict[str, Form] = {}
        self._expected = frozenset(form.written for form in self._forms if form.written in titles)
        self._right = {form.written for form in self._forms}
        self._starts: dict[str, list[Form]] = defaultdict(list)
        self._tails: dict[str, list[Form]] = defaultdict(list)
        for form in self._forms:
            self._plain.setdefault(plain(form.written), form)
            for sound in set(key(form.written)[:2]):
                self._starts[sound].append(form)
            parts = pieces(form.written)
            if len(parts) > 1 and not parts[0].isupper():
                self._tails[plain("".join(parts[1:]))].append(form)
        self._found: dict[str, Meant | None] = {}

    def find(self, text: str, edges: Edges) -> Iterator[LatinPlace]:
        """Find what was misheard or written otherwise, the longest run of words first."""
        words = [match.span() for match in _WORD.finditer(text)]
        number = foreign = 0
        while number < len(words):
            run = self._run(text, words, number)
            foreign = max(foreign, number + run if run >= _PASSAGE else 0)
            for count in range(min(run, _MOST_WORDS), 0, -1):
                start, end = words[number][0], words[number + count - 1][1]
                meant = (
                    self._meant(text[start:end]) if number >= foreign else self._same_letters(text[start:end])
                )
                exact = meant is None or meant.form.written == text[start:end]
                begins = self._with_ideographs(text, start, end, edges) if exact else None
                if begins:
                    start, meant = begins
                if meant:
                    if text[start:end] != meant.form.written:
                        place = self._without_figure(text, LatinPlace(start, end, meant))
                        yield _without_same_words(text, place)
                    number += count - 1
                    break
            number += 1

    @staticmethod
    def _run(text: str, words: list[tuple[int, int]], number: int) -> int:
        """How many words stand one after the other from here."""
        count = 1
        while (
            count < _PASSAGE
            and number + count < len(words)
            and text[words[number + count - 1][1] : words[number + count][0]] == " "
        ):
            count += 1
        return count

    def _meant(self, heard: str) -> Meant | None:
        if heard not in self._found:
            self._found[heard] = self._in_one(heard) or self._of_a_version(heard)
        return self._found[heard]

    def _in_one(self, heard: str) -> Meant | None:
        return self._same_letters(heard) or self._spelled(heard) or self._spoken(heard)

    def _of_a_version(self, heard: str) -> Meant | None:
        """A name with a figure after it that no form has: the figure stays."""
        figure = _VERSION.search(heard)
        meant = self._in_one(heard[: figure.start()]) if figure else None
        if not figure or not meant or meant.form.written == heard[: figure.start()]:
            return None
        form = Form(meant.form.written + figure.group(), meant.form.kind)
        return Meant(form, meant.weight, meant.alone)

    def _without_figure(self, text: str, place: LatinPlace) -> LatinPlace:
        """Leave out a version that no form has: it stays as it was heard."""
        meant = place.meant
        figure = _VERSION.search(text, place.start, place.end)
        if not figure or meant.form.written in self._right or not meant.form.written.endswith(figure.group()):
            return place
        name = meant.form.written.removesuffix(figure.group())
        if name == text[place.start : figure.start()]:
            return place
        return LatinPlace(
            place.start, figure.start(), Meant(Form(name, meant.form.kind), meant.weight, meant.alone)
        )

    def _same_letters(self, heard: str) -> Meant | None:
        form = self._plain.get(plain(heard))
        if not form:
            return None
        apart = " " in heard and " " not in form.written
        if not proper(form.written) or (heard in self._right and not apart):
            form = Form(heard, form.kind)
        return Meant(form, 1.0, alone=True)

    def _spelled(self, heard: str) -> Meant | None:
        """Letters said one by one."""
        letters = heard.replace(".", "")
        if len(letters) not in _LETTERS or not letters.isalnum() or letters.upper() != letters:
            return None
        if heard.lower() in self._ordinary or not letters[0].isalpha():
            return None
        near = sorted(
            (letter_cost(letters, right, self._rhymes), form.written)
            for form in self._forms
            if len(right := plain(form.written).replace(".", "").upper())
            in range(len(letters), len(letters) + 2)
            and _mostly_capitals(form.written)
            and figures(right) == figures(letters)
        )
        if not near:
            return None
        cost, written = near[0]
        rival = next((other for other, name in near if plain(name) != plain(written)), 9.0)
        allowed = (
            _LOST_LETTER if len(plain(written)) > len(letters) or len(letters) > min(_LETTERS) else _LITTLE
        )
        version = bool(FIGURES.search(letters)) and letters[0] == written[0].upper()
        if cost > (_OF_A_VERSION if version else allowed) or rival - cost < _LEAD:
            return None
        form = self._plain[plain(written)]
        if cost > allowed:
            return Meant(form, 1.0 - cost / 2, alone=False)
        alone = len(letters) > min(_LETTERS) and (cost < _LITTLE or bool(FIGURES.search(letters)))
        return Meant(form, 1.0 - cost / 2, alone)

    def _spoken(self, heard: str) -> Meant | None:
        """Words said as words."""
        letters = plain(heard)
        if len(letters) < _SHORTEST:
            return None
        expected = frozenset[str]() if heard.islower() else self._expected
        if heard.lower() in self._ordinary and not expected:
            return None
        words = heard.split(" ")
        ordinary = all(plain(word) in self._ordinary for word in words)
        small = heard.islower() or (ordinary and not expected)
        if small and len(words) == 1:
            return None
        sound = key(heard)
        near = {form.written: form for first in sound[:2] for form in self._starts.get(first, ())}
        if heard.lower() in self._ordinary:
            near = {name: form for name, form in near.items() if name in expected}
        found = [(total, form) for form in near.values() if (total := likeness_to(heard, form.written))]
        if not found:
            return None
        total, form = max(found, key=lambda one: (one[0], one[1].written.count(" ") == len(words) - 1))
        enough = _ENOUGH_OF_SMALL_WORDS if small or len(sound) <= _SHORT_SOUND else ENOUGH
        if total >= enough:
            return Meant(form, total / 2, alone=len(sound) > _SHORT_SOUND or total >= _SURE_OF_SHORT)
        part = len(pieces(form.written)) > 1 and set(pieces(heard)) & set(pieces(form.written))
        return Meant(form, total / 2, alone=False) if part and total >= _ENOUGH_IF_OFTEN else None

    def _with_ideographs(self, text: str, start: int, end: int, edges: Edges) -> tuple[int, Meant] | None:
        """The beginning of a name heard as Chinese before the rest of it: 差GPT."""
        tail = plain(text[start:end])
        for form in self._tails.get(tail, ()) if len(tail) >= _SHORTEST_TAIL else ():
            head = pieces(form.written)[0].lower()
            for count in (1, 2):
                before = text[max(0, start - count) : start]
                if not ideographs(before) or len(before) != count or set(before) & self._particles:
                    break
                if any(edges.ends[at] - edges.starts[at] > 1 for at in range(start - count, start)):
                    break
                read = romanised(before)
                alike = read[:2] == head[:2] and spelling_likeness(read, head) >= _HAN_BEFORE
                if alike or (read[0] == head[0] and key(read) == key(head) and len(key(head)) > 1):
                    return start - count, Meant(form, 0.9, alone=True)
        return None


def _without_same_words(text: str, place: LatinPlace) -> LatinPlace:
    """Leave out words that stand right at either end, where others between them do not."""
    heard, right = text[place.start : place.end].split(" "), place.meant.form.written.split(" ")
    start, end = place.start, place.end
    while len(heard) == len(right) > 1 and heard[-1] == right[-1]:
        end -= len(heard.pop()) + 1
        right.pop()
    while len(heard) == len(right) > 1 and heard[0] == right[0] and len(right[1]) > _SHORTEST:
        start += len(heard.pop(0)) + 1
        right.pop(0)
    form = Form(" ".join(right), place.meant.form.kind)
    return LatinPlace(start, end, Meant(form, place.meant.weight, place.meant.alone))


def _mostly_capitals(written: str) -> bool:
    return sum(c.isupper() for c in written) * 2 > len([c for c in written if c.isalpha()])
