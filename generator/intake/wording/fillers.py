"""Fillers and false starts, left out lightly: what a speaker would strike out himself, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.intake.division import Division
from generator.intake.done import Done, DoneKind
from generator.intake.step import Known, Stepped
from generator.intake.text import Edit, Text
from generator.intake.wording.places import inside, stretches_of
from generator.intake.wording.tokens import Tokens, tokens_of
from generator.intake.wording.words import alternation

LONGEST: Final = 12
"""Characters of one filler at most: what is longer was said."""
SHARE: Final = 0.075
"""The part of what was said that may go: a draft that loses more has lost a speaker's manner."""

_PAUSE: Final = "，、 ,"
_IDEOGRAPH: Final = "\u4e00-\u9fff"
_PHRASE: Final = re.compile(rf"([{_IDEOGRAPH}]{{3,12}})(?=\1)")
_CLAUSE: Final = 5  # characters: below, a particle at the end may be what makes the clause
_LOOK_BACK: Final = 30
_ENDS: Final = "，、。；：？！,.?!;: \n"
_ASKED: Final = re.compile(r"(?:吗|？|\?|对吧|是吧)[，、,。\s]*\Z")


class _Finder:
    """Finds what may go from one text; nothing is taken twice. What is surest comes first."""

    def __init__(self, words: str, known: Known) -> None:
        self.words = words
        self.edits: list[tuple[Edit, str]] = []
        self._known = known
        self._taken = bytearray(len(words))
        self._tokens: Tokens = tokens_of(words)

    def find(self) -> list[tuple[Edit, str]]:
        """Return parts and reasons, in the order in which they are to go."""
        self._restarts()
        self._signs()
        self._phrases()
        self._sounds()
        self._empty()
        self._particles()
        return self.edits

    def _list(self, key: str) -> tuple[str, ...]:
        return self._known.settings.words("text", key)

    def _restarts(self) -> None:
        sounds = "".join(
            sorted({sign for word in self._list("sounds") + self._list("particles") for sign in word})
        )
        words = alternation(self._list("restarts")).pattern
        gap = rf"[{_PAUSE}\n{sounds}]{{0,3}}"
        for found in re.compile(rf"({words}){gap}(?=\1[{_IDEOGRAPH}0-9A-Za-z])").finditer(self.words):
            if self._tokens.at_edge(found.start()):
                self._take(found.start(), found.end(), "stutter")

    def _signs(self) -> None:
        """Find single words that are doubled, and the first sign of a word that is begun twice."""
        signs = frozenset(self._list("restart_signs"))
        never = frozenset(word[0] for key in ("kept", "emphatic", "helping") for word in self._list(key))
        for found in re.finditer(rf"([{_IDEOGRAPH}])(?=[{_PAUSE}\n]?\1)", self.words):
            place, sign = found.start(), found[1]
            after = place + 1 if self.words[place + 1] == sign else place + 2
            edges = (
                self._tokens.at_edge(place)
                and self._tokens.at_edge(place + 1)
                and self._tokens.at_edge(after)
            )
            begun = after == place + 1 and sign not in never and self._begins_verb(place)
            one_word = (
                after == place + 1 and self._tokens.at_edge(place) and self._tokens.end(place) == place + 2
            )
            if (edges and (sign in signs or begun)) or (one_word and sign in signs):
                self._take(place, after, "stutter")

    def _begins_verb(self, place: int) -> bool:
        """Whether a verb of one sign stands before a longer one with the same sign, 使使用."""
        kinds = self._tokens.kinds
        longer = self._tokens.end(place + 1) > place + 2
        return longer and kinds[place] == "v" and kinds[place + 1].startswith("v")

    def _phrases(self) -> None:
        kept, emphatic = alternation(self._list("kept")), alternation(self._list("emphatic"))
        for found in _PHRASE.finditer(self.words):
            once = found[1]
            # Elsewhere a clause may end with the words that the next one begins with.
            if self._opens(found.start()) and not (kept.search(once) or emphatic.match(once)):
                self._take(found.start(), found.end(), "stutter")

    def _sounds(self) -> None:
        sounds = alternation(self._list("sounds")).pattern
        for found in re.finditer(rf"(?:{sounds})+", self.words):
            start, end = found.span()
            alone = self._opens(start) and self._closes(end)
            if alone and _ASKED.search(self.words[max(0, start - 5) : start]):
                continue
            self._take(start, self._past_pause(end) if self._opens(start) else end, "filler")

    def _empty(self) -> None:
        words = alternation(self._list("empty")).pattern
        for found in re.finditer(rf"(?:{words})(?=[{_PAUSE}])", self.words):
            start, end = found.span()
            if self._opens(start) and not self._opens(start, lines=True):
                self._take(start, self._past_pause(end), "filler")

    def _particles(self) -> None:
        particles = alternation(self._list("particles")).pattern
        after = frozenset(self._list("particles_after"))
        holders = frozenset(self._list("particle_holders"))
        exclaiming = alternation(self._list("exclaiming"))
        for found in re.finditer(rf"(?:{particles})+", self.words):
            start, end = found.span()
            before = self.words[start - 1 : start]
            clause = self._clause(start)
            if not self._tokens.at_edge(start) or self.words[end : end + 1] in {"？", "！", "?", "!"}:
                continue
            if self._opens(start):
                if not self._closes(end):
                    self._take(start, end, "filler")
                elif not _ASKED.search(self.words[max(0, start - 5) : start]):
                    self._take(start, self._past_pause(end), "filler")
            elif self._closes(end):
                if len(clause) >= _CLAUSE and before not in holders and not exclaiming.search(clause):
                    self._take(start, end, "filler")
            elif before in after:
                self._take(start, end, "filler")

    def _clause(self, end: int) -> str:
        text = self.words[max(0, end - _LOOK_BACK) : end]
        return re.split(f"[{re.escape(_ENDS)}]", text)[-1]

    def _opens(self, place: int, *, lines: bool = False) -> bool:
        """Whether a clause begins here; with `lines`, the whole line."""
        return (
            place == 0 or self.words[place - 1] in ("\n" if lines else _ENDS) or bool(self._taken[place - 1])
        )

    def _closes(self, place: int) -> bool:
        return place == len(self.words) or self.words[place] in _ENDS

    def _past_pause(self, place: int) -> int:
        return place + 1 if self.words[place : place + 1] in set(_PAUSE) - {""} else place

    def _take(self, start: int, end: int, reason: str) -> None:
        if end - start <= LONGEST and not any(self._taken[start:end]):
            self._taken[start:end] = b"\1" * (end - start)
            self.edits.append((Edit(start, end), reason))


def trim_fillers(text: Text, known: Known, division: Division) -> Stepped:
    """Leave out sounds of thinking (呃, 嗯), empty words, false starts (我们我们): 12 characters a piece.

    No negation, hedge, number or answer is touched, nor what is no session and not the host's; in all at most
    8 of 100 characters go, and the surest go first.

    Returns:
        The text without them, and what was left out (`filler`, `stutter`).
    """
    spoken = stretches_of(division)
    left = int(SHARE * sum(text.at(end) - text.at(start) for start, end in spoken))
    chosen: list[tuple[Edit, str]] = []
    within = inside(text, spoken)
    for edit, reason in _Finder(text.words, known).find():
        size = edit.end - edit.start
        if size <= left and within(edit.start) and within(edit.end - 1):
            left -= size
            chosen.append((edit, reason))
    chosen.sort(key=lambda one: one[0].start)
    return text.edited(edit for edit, _ in chosen), tuple(_told(chosen, text))


def _told(chosen: Iterable[tuple[Edit, str]], text: Text) -> Iterator[Done]:
    """Tell what was left out; a part that the recogniser's own repetitions lie in counts without them."""
    for edit, reason in chosen:
        start = edit.start
        for place in range(edit.start + 1, edit.end + 1):
            if place == edit.end or text.origins[place] != text.origins[place - 1] + 1:
                first, last = text.span(start, place)
                yield Done(first, last, DoneKind.TRIMMED, reason, text.words[start:place])
                start = place
