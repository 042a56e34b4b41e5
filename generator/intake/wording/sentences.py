"""Where sentences end among clauses that only commas part: so that they are neither short nor endless."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.intake.step import Known
from generator.intake.wording.cuts import Cut, best_cuts
from generator.intake.wording.tokens import Tokens
from generator.intake.wording.words import alternation

_SHORT: Final = 10
_GOOD: Final = 20
_LONG: Final = 56
_TOO_LONG: Final = 110
_FARTHEST: Final = 300
_NEVER: Final = -9.0
_POINTING: Final = ("这一", "这几", "这两")
_CONTRAST: Final = "而"
_AFTER_DE: Final = frozenset({"n", "nz", "nt", "vn", "eng", "d", "v"})
_AFTER_DONE: Final = frozenset({"eng", "m"})
_NEAR_PLACE: Final = 4
_LATE: Final = 1.2
_TAKES: Final = frozenset({"v", "ul", "t", "m"})
"""Kinds of words that what follows may belong to."""
_TOPIC: Final = -3.0
"""What speaks against an end after a clause without a verb, which only names what is spoken of."""
_CLAUSE: Final = 60
_VERBS: Final = frozenset({"v", "y", "i", "l"})
_TAKEN: Final = -6.0
_ON: Final = -4.0
"""What speaks against an end before a verb or an adverb, which say more of what was spoken of."""
_SUBJECT: Final = frozenset({"r", "n", "nz", "nt", "ns", "nr", "m", "eng", "vn", "j", "t"})
_BEGINNING: Final = {"r": 0.3, "t": 0.5, "n": -0.8, "eng": -0.8, "m": -0.8}
_AT_END: Final = {
    "y": 0.5,
    "ul": -0.2,
    "v": -1.2,
    "t": -2.0,
    "m": -0.5,
    "uj": -0.3,
    "f": -0.8,
    "d": -6.0,
    "p": -6.0,
    "c": -6.0,
    "b": -6.0,
    "n": 0.2,
    "vn": 0.2,
}
_STOP: Final = 1.0
"""What a full stop costs: without a reason a comma stays one."""


def stops_of(start: int, end: int, commas: Sequence[Cut]) -> list[int]:
    """Return which commas between two ends of sentences are to be full stops.

    Args:
        start: Where the first clause begins.
        end: Where the last one ends.
        commas: The commas, with how much speaks for an end at each.
    """
    if end - start <= _GOOD:
        return []
    return best_cuts(start, end, commas, _cost, _FARTHEST)


def _cost(start: int, end: int) -> float:
    size = end - start
    cost = _STOP
    if size < _SHORT:
        cost += 4.0
    elif size < _GOOD:
        cost += 1.5
    if size > _LONG:
        cost += (min(size, _TOO_LONG) - _LONG) * 0.06
    if size > _TOO_LONG:
        cost += (size - _TOO_LONG) * 0.12
    return cost


class Ending:
    """Tells how much speaks for the end of a sentence at a comma."""

    def __init__(self, tokens: Tokens, known: Known) -> None:
        """Take what is known.

        Args:
            tokens: The words of the text.
            known: Lists of words.
        """

        def words(key: str) -> tuple[str, ...]:
            return known.settings.words("text", key)

        self._tokens = tokens
        self._openers = [
            (alternation(words(key)), gain)
            for key, gain in (("openers_sure", 3.0), ("openers", 2.2), ("openers_late", _LATE))
        ]
        self._subject_later = alternation(words("openers_before_subject"))
        self._apposition = alternation(tuple(word for word in words("appositions") if word not in _POINTING))
        self._leads = re.compile(rf"(?:{alternation(words('leads')).pattern})+")
        self._waiting = alternation(words("waiting"))
        self._leading, self._placed = words("leading"), words("placed")
        wanting, amounts = (alternation(words(key)).pattern for key in ("wanting", "amounts"))
        self._broken = re.compile(rf"{wanting}{amounts}[\u4e00-\u9fff]{{0,2}}的\Z")
        self._phrase = frozenset(words("phrase_openers"))
        self._waiting_end = tuple(
            word for key in ("waiting_at_end", "determiners", "clause_verbs") for word in words(key)
        )

    def gain(self, first: int, last: int, place: int) -> float:
        """Return what speaks for an end between a clause and what begins at a place.

        Args:
            first: Where the clause before begins.
            last: Its last character.
            place: Where the next clause begins.
        """
        clause = self._tokens.words[max(first, last + 1 - _CLAUSE) : last + 1].strip()
        before, after = self._tokens.kinds[last], self._tokens.kinds[place]
        if self._waits(clause) or self._is_phrase(first, last) or self._goes_on(before, place):
            return _NEVER
        gain = _AT_END.get(before, 0.0)
        words = self._tokens.words
        if self._is_taken(before, after, clause):
            return _TAKEN
        if not self._says(first, last):
            gain += _TOPIC
        later = self._subject_later.match(words, place)
        if later and self._tokens.kinds[later.end()] in _SUBJECT:
            return gain + 2.0
        for opens, more in self._openers:
            found = opens.match(words, place)
            if found and self._tokens.at_edge(found.end()):
                if more > _LATE:
                    return gain + more
                return _TAKEN if before in _TAKES else gain + self._late(more, after, found.end())
        return gain + _BEGINNING.get(after, _ON)

    def _late(self, more: float, kind: str, end: int) -> float:
        """Return what a word speaks for that begins clauses as well: 在, and 我们的 say less than 我们."""
        if kind == "p":
            return more - 1.0
        return more - 1.5 if self._tokens.kinds[end] == "uj" else more

    def _waits(self, clause: str) -> bool:
        """Whether a clause waits for another: 如果…, 但是在…, …的时候."""
        led = self._leads.match(clause)
        return bool(
            self._waiting.match(clause, led.end() if led else 0)
            or clause.endswith(self._waiting_end)
            or self._broken.search(clause)
            or self._leads_on(clause)
        )

    def _leads_on(self, clause: str) -> bool:
        """Whether a clause ends with a word that leads to the next: 下面, but not 在下面."""
        word = next((one for one in self._leading if clause.endswith(one)), "")
        return bool(word) and not clause.removesuffix(word)[-_NEAR_PLACE:].endswith(self._placed)

    @staticmethod
    def _is_taken(before: str, after: str, clause: str) -> bool:
        """Whether what follows belongs to the last word: 很多的，数据; 最好的，都是; 达到了，GPT-4."""
        if before == "ul":
            return after in _AFTER_DONE
        return before == "uj" and after in _AFTER_DE and "是" not in clause

    def _goes_on(self, before: str, place: int) -> bool:
        """Whether more of the word before begins at a place: English in small letters, 要少，而全面."""
        words = self._tokens.words
        if before == "eng" and words[place : place + 1].isascii():
            return words[place : place + 1].islower()
        end = self._tokens.end(place)
        contrast = words[place:end] == _CONTRAST and before == "a" and end < len(words)
        return contrast and not words[self._tokens.end(end) : self._tokens.end(end) + 1].isalnum()

    def _is_phrase(self, first: int, last: int) -> bool:
        """Whether a clause ends with a phrase that no verb followed: 那根据刚才的思路."""
        tokens = self._tokens
        place, found = max(first, last - _CLAUSE), False
        while place <= last:
            after = tokens.end(place)
            if tokens.words[place:after] in self._phrase:
                found = True
            elif tokens.kinds[place] in _VERBS:
                found = False
            place = after
        return found

    def _says(self, first: int, last: int) -> bool:
        kinds = self._tokens.kinds
        return kinds[last] == "a" or any(
            kinds[place] in _VERBS for place in range(max(first, last - _CLAUSE), last + 1)
        )
